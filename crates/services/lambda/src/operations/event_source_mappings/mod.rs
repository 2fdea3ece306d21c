//! Event source mappings: made, read, changed, deleted, listed. Nothing is polled yet.

mod filters;
mod settings;
pub(crate) mod settling;
mod source;

use crate::errors::{self, invalid, not_found};
use crate::options::check_tags;
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    CreateEventSourceMappingRequest, DeleteEventSourceMappingRequest, EventSourceMappingConfiguration,
    GetEventSourceMappingRequest, ListEventSourceMappingsRequest, ListEventSourceMappingsResponse,
    UpdateEventSourceMappingRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{EventSourceMapping, FunctionArn, FunctionName, MappingState, Qualifier};
use source::Kind;
use store::{MappingFilter, Placed, StoreError};

/// What one page holds at most, whatever was asked for (API reference).
const PAGE: usize = 100;

pub(crate) async fn create_event_source_mapping(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: CreateEventSourceMappingRequest = input.parse()?;
    let uuid = uuid();
    let (kind, settings) = settings::create(settings::given(&request)?, &uuid, context.now)?;
    let (function, qualifier) =
        find_function(service, context, &request.function_name, "CreateEventSourceMapping").await?;
    let tags = request.tags.unwrap_or_default();
    check_tags(&tags)?;
    let mapping = EventSourceMapping {
        scope: context.scope.clone(),
        uuid,
        function,
        qualifier,
        source: source::source(&settings),
        reads: source::reads(kind, &settings),
        state: MappingState::Creating,
        enabled: request.enabled.unwrap_or(true),
        settings: settings::write(&settings)?,
        change: 1,
        modified: context.now,
    };
    let mut placed = service.functions.store().create_mapping(mapping.clone(), tags.clone()).await;
    if let Ok(Placed::Taken { uuid }) = &placed {
        // One that is on its way out is no obstacle.
        if settling::find(service, context, uuid, "delete").await.is_err() {
            placed = service.functions.store().create_mapping(mapping.clone(), tags).await;
        }
    }
    match placed.map_err(|e| errors::store(&e))? {
        Placed::Yes => {}
        Placed::Taken { uuid } => return Err(taken(kind, &settings, &mapping, &uuid)),
    }
    accepted(service, mapping)
}

pub(crate) async fn get_event_source_mapping(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetEventSourceMappingRequest = input.parse()?;
    let found = service.functions.store().mapping(&context.scope, &request.uuid.to_ascii_lowercase()).await;
    let mapping = found.map_err(|e| errors::store(&e))?.ok_or_else(no_such_mapping)?;
    Output::of(&describe(&mapping)?)
}

pub(crate) async fn update_event_source_mapping(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UpdateEventSourceMappingRequest = input.parse()?;
    let old = settling::find(service, context, &request.uuid, "update").await?;
    let (kind, settings) = settings::update(settings::read(&old.settings)?, settings::given(&request)?)?;
    let (function, qualifier) = match &request.function_name {
        Some(name) => find_function(service, context, name, "UpdateEventSourceMapping").await?,
        None => (old.function.clone(), old.qualifier.clone()),
    };
    let enabled = request.enabled.unwrap_or(old.enabled);
    let new = EventSourceMapping {
        function,
        qualifier,
        reads: source::reads(kind, &settings),
        state: match (old.enabled, enabled) {
            (false, true) => MappingState::Enabling,
            (true, false) => MappingState::Disabling,
            _ => MappingState::Updating,
        },
        enabled,
        settings: settings::write(&settings)?,
        change: old.change + 1,
        modified: context.now,
        ..old.clone()
    };
    match service.functions.store().replace_mapping(old.change, new.clone()).await {
        Ok(Placed::Yes) => accepted(service, new),
        Ok(Placed::Taken { uuid }) => Err(taken(kind, &settings, &new, &uuid)),
        Err(error) => Err(explain(&error, "update")),
    }
}

pub(crate) async fn delete_event_source_mapping(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteEventSourceMappingRequest = input.parse()?;
    let old = settling::find(service, context, &request.uuid, "delete").await?;
    let going = EventSourceMapping { state: MappingState::Deleting, change: old.change + 1, ..old.clone() };
    match service.functions.store().replace_mapping(old.change, going.clone()).await {
        Ok(_) => accepted(service, going),
        Err(error) => Err(explain(&error, "delete")),
    }
}

pub(crate) async fn list_event_source_mappings(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListEventSourceMappingsRequest = input.parse()?;
    let function = request.function_name.as_deref();
    let function =
        function.map(|name| Target::resolve(context, name, None, "ListEventSourceMappings")).transpose()?;
    let filter = MappingFilter {
        function: function.map(|target| (target.name, target.qualifier)),
        source: request.event_source_arn,
    };
    let after = page::read_marker(request.marker.as_deref(), |m| (m.len() == 36).then(|| m.to_owned()))?;
    let limit = page::limit_of(request.max_items, PAGE);
    let store = service.functions.store();
    let page = store.list_mappings(&context.scope, &filter, after.as_deref(), limit).await;
    let page = page.map_err(|e| errors::store(&e))?;
    let found: Result<Vec<_>, _> = page.items.iter().map(describe).collect();
    Output::of(&ListEventSourceMappingsResponse {
        next_marker: page.items.last().filter(|_| page.more).map(|last| page::marker(&last.uuid)),
        event_source_mappings: Some(found?),
    })
}

/// Answers with a mapping as it was just written, and lets it settle.
fn accepted(service: &LambdaService, mapping: EventSourceMapping) -> Result<Output, ApiError> {
    let answer = Output::of(&describe(&mapping)?)?;
    settling::begin(&service.functions, mapping);
    Ok(answer)
}

/// The function that is to get the events, which must exist, in AWS's words for here.
async fn find_function(
    service: &LambdaService,
    context: &RequestContext,
    function: &str,
    action: &str,
) -> Result<(FunctionName, Option<Qualifier>), ApiError> {
    let target = Target::resolve(context, function, None, action)?;
    match service.find(context, &target).await {
        Ok(_) => Ok((target.name, target.qualifier)),
        Err(error) if error.status == 404 => Err(invalid("Function does not exist")),
        Err(error) => Err(error),
    }
}

fn describe(mapping: &EventSourceMapping) -> Result<EventSourceMappingConfiguration, ApiError> {
    let settings = settings::read(&mapping.settings)?;
    let kind = Kind::of(&settings)?;
    let stream = kind.is_stream();
    Ok(EventSourceMappingConfiguration {
        uuid: Some(mapping.uuid.clone()),
        function_arn: Some(function_arn(mapping).to_string()),
        last_modified: Some(mapping.modified.0 as f64 / 1_000.0),
        last_processing_result: (!kind.is_queue()).then(|| "No records processed".to_owned()),
        state: Some(mapping.state.to_string()),
        state_transition_reason: Some(if stream { "User action" } else { "USER_INITIATED" }.to_owned()),
        event_source_mapping_arn: Some(mapping.arn()),
        ..settings
    })
}

fn function_arn(mapping: &EventSourceMapping) -> FunctionArn {
    FunctionArn {
        scope: mapping.scope.clone(),
        name: mapping.function.clone(),
        qualifier: mapping.qualifier.clone(),
    }
}

fn taken(
    kind: Kind,
    settings: &EventSourceMappingConfiguration,
    mapping: &EventSourceMapping,
    uuid: &str,
) -> ApiError {
    let function = match &mapping.qualifier {
        Some(qualifier) => format!("{}:{qualifier}", mapping.function),
        None => mapping.function.to_string(),
    };
    source::taken(kind, settings, &function, &function_arn(mapping).to_string(), uuid)
}

fn explain(error: &StoreError, verb: &str) -> ApiError {
    match error {
        StoreError::NotFound(_) => no_such_mapping(),
        // Somebody else's change came in between.
        StoreError::RevisionMismatch => settling::in_use(verb),
        other => errors::store(other),
    }
}

fn no_such_mapping() -> ApiError {
    not_found("The resource you requested does not exist.")
}
