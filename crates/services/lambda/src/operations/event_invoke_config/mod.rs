//! Put-, Update-, Get-, Delete- and ListFunctionEventInvokeConfig(s): what becomes of asynchronous invocations.

mod destination;
mod policy;

use crate::attached;
use crate::errors::{self, invalid, not_found};
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use destination::{Destinations, Leads};
use domain::{FunctionArn, Qualifier};
pub(crate) use policy::policy;
use serde::{Deserialize, Serialize};
use store::{Attachment, AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::EventInvoke;

/// How often an update begins anew because another one came in between.
const TRIES: usize = 16;

/// The settings as they are kept. What is absent has Lambda's default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    /// 0 to 2.
    retries: Option<i32>,
    /// 60 to 21,600 seconds.
    age_s: Option<i32>,
    on_success: Option<String>,
    on_failure: Option<String>,
}

/// What a request says, its two spellings in one.
struct Change {
    retries: Option<i32>,
    age_s: Option<i32>,
    destinations: Option<Destinations>,
}

impl Change {
    /// Errors: it says nothing.
    fn new(
        retries: Option<i32>,
        age_s: Option<i32>,
        destinations: Option<&wire::DestinationConfig>,
    ) -> Result<Self, ApiError> {
        if retries.is_none() && age_s.is_none() && destinations.is_none() {
            return Err(invalid("You must specify at least one of error handling or destination setting."));
        }
        Ok(Self { retries, age_s, destinations: destinations.map(Destinations::of) })
    }

    /// The settings with what the request says of them.
    fn apply(&self, old: Settings) -> Settings {
        let (on_success, on_failure) = match self.destinations.clone() {
            Some(given) => (given.on_success, given.on_failure),
            None => (old.on_success, old.on_failure),
        };
        Settings {
            retries: self.retries.or(old.retries),
            age_s: self.age_s.or(old.age_s),
            on_success,
            on_failure,
        }
    }
}

pub(crate) async fn put_function_event_invoke_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutFunctionEventInvokeConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "PutFunctionEventInvokeConfig")?;
    let change = Change::new(
        request.maximum_retry_attempts,
        request.maximum_event_age_in_seconds,
        request.destination_config.as_ref(),
    )?;
    must_exist(service, context, &target).await?;
    check_destinations(service, context, &target, &change).await?;
    let attachment = attached::attachment(context, &target, KIND, &change.apply(Settings::default()))?;
    let write = service.functions.store().attach(attachment.clone(), Expected::Anything);
    match service.functions.write(&context.scope, &target.name, write).await {
        Ok(()) => Output::of(&describe(&attachment)?),
        Err(StoreError::NotFound(_)) => Err(no_function()),
        Err(error) => Err(errors::store(&error)),
    }
}

pub(crate) async fn update_function_event_invoke_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateFunctionEventInvokeConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "UpdateFunctionEventInvokeConfig")?;
    let change = Change::new(
        request.maximum_retry_attempts,
        request.maximum_event_age_in_seconds,
        request.destination_config.as_ref(),
    )?;
    must_exist(service, context, &target).await?;
    let mut old = find(service, context, &target).await?;
    check_destinations(service, context, &target, &change).await?;
    for _ in 0..TRIES {
        let settings = change.apply(attached::value(&old)?);
        let new = attached::attachment(context, &target, KIND, &settings)?;
        let write = service.functions.store().attach(new.clone(), Expected::Revision(old.revision));
        match service.functions.write(&context.scope, &target.name, write).await {
            Ok(()) => return Output::of(&describe(&new)?),
            // Somebody else's change, or its removal, came in between.
            Err(StoreError::RevisionMismatch | StoreError::NotFound(_)) => {}
            Err(error) => return Err(errors::store(&error)),
        }
        old = find(service, context, &target).await?;
    }
    Err(errors::update_in_progress(&target.unqualified(context)))
}

pub(crate) async fn get_function_event_invoke_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetFunctionEventInvokeConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "GetFunctionEventInvokeConfig")?;
    Output::of(&describe(&find(service, context, &target).await?)?)
}

pub(crate) async fn delete_function_event_invoke_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteFunctionEventInvokeConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "DeleteFunctionEventInvokeConfig")?;
    let place = target.attached_to();
    let write =
        service.functions.store().detach(&context.scope, &target.name, place, KIND, Expected::Anything);
    match service.functions.write(&context.scope, &target.name, write).await {
        Ok(_) => Ok(Output { status: Some(204), ..Output::empty() }),
        Err(StoreError::NotFound(_)) => Err(no_config(context, &target)),
        Err(error) => Err(errors::store(&error)),
    }
}

pub(crate) async fn list_function_event_invoke_configs(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListFunctionEventInvokeConfigsRequest = input.parse()?;
    let function = &request.function_name;
    let target = Target::resolve(context, function, None, "ListFunctionEventInvokeConfigs")?;
    let after = page::read_marker(request.marker.as_deref(), read_place)?;
    let limit = page::limit(request.max_items);
    if service.functions.get(&context.scope, &target.name).await?.is_none() {
        return Err(no_function());
    }
    let after = after.as_ref().map(Option::as_ref);
    let found =
        service.functions.store().attachments_of(&context.scope, &target.name, KIND, after, limit).await;
    let found = found.map_err(|e| errors::store(&e))?;
    let more = found.items.last().filter(|_| found.more);
    let configs = found.items.iter().map(describe).collect::<Result<_, _>>()?;
    Output::of(&wire::ListFunctionEventInvokeConfigsResponse {
        next_marker: more.map(|last| page::marker(&place(last.qualifier.as_ref()))),
        function_event_invoke_configs: Some(configs),
    })
}

async fn find(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<Attachment, ApiError> {
    service.attached(context, target, KIND).await?.ok_or_else(|| no_config(context, target))
}

/// The function and the version or alias.
async fn must_exist(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<(), ApiError> {
    if service.exists(&target.arn(context)).await? { Ok(()) } else { Err(no_function()) }
}

/// What is told must exist, as far as that is known here, and the function's role must be allowed to tell it.
async fn check_destinations(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    change: &Change,
) -> Result<(), ApiError> {
    let Some(destinations) = &change.destinations else { return Ok(()) };
    let all = destinations.check(&target.unqualified(context))?;
    for (arn, leads) in &all {
        if let Leads::Function(function) = leads
            && !service.exists(function).await?
        {
            return Err(destination::refused_arn(arn));
        }
    }
    let qualifier = target.qualifier.as_ref().unwrap_or(&Qualifier::Latest);
    let found = service.functions.resolve(&context.scope, &target.name, qualifier).await?;
    let found = found.ok_or_else(no_function)?;
    for (arn, _) in &all {
        service.check_destination(&found.config, arn).await?;
    }
    Ok(())
}

fn describe(attachment: &Attachment) -> Result<wire::FunctionEventInvokeConfig, ApiError> {
    let Settings { retries, age_s, on_success, on_failure } = attached::value(attachment)?;
    let function = FunctionArn::unqualified(attachment.scope.clone(), attachment.name.clone());
    let qualifier = attachment.qualifier.clone().unwrap_or(Qualifier::Latest);
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact for 280,000 years")]
    let seconds = attachment.modified.0 as f64 / 1_000.0;
    Ok(wire::FunctionEventInvokeConfig {
        last_modified: Some(seconds),
        function_arn: Some(function.with(qualifier).to_string()),
        maximum_retry_attempts: retries,
        maximum_event_age_in_seconds: age_s,
        destination_config: Some(Destinations { on_success, on_failure }.describe()),
    })
}

/// What the list is sorted by, for markers: the function itself is its `$LATEST`.
fn place(qualifier: Option<&Qualifier>) -> String {
    qualifier.unwrap_or(&Qualifier::Latest).to_string()
}

fn read_place(text: &str) -> Option<Option<Qualifier>> {
    let qualifier = Qualifier::new(text).ok()?;
    Some(Some(qualifier).filter(|qualifier| *qualifier != Qualifier::Latest))
}

fn no_function() -> ApiError {
    not_found("The function doesn't exist.")
}

fn no_config(context: &RequestContext, target: &Target) -> ApiError {
    let qualifier = target.qualifier.clone().unwrap_or(Qualifier::Latest);
    let arn = target.unqualified(context).with(qualifier);
    not_found(format!("The function {arn} doesn't have an EventInvokeConfig"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_keeps_what_it_does_not_name() {
        let old = Settings {
            retries: Some(1),
            age_s: Some(60),
            on_success: Some("a".to_owned()),
            on_failure: Some("b".to_owned()),
        };
        let change = |retries, destinations| Change { retries, age_s: None, destinations };
        let kept = change(Some(0), None).apply(old.clone());
        assert_eq!(kept, Settings { retries: Some(0), ..old.clone() });
        let moved = Destinations { on_success: None, on_failure: Some("c".to_owned()) };
        let moved = change(None, Some(moved)).apply(old.clone());
        assert_eq!(moved, Settings { on_success: None, on_failure: Some("c".to_owned()), ..old });
    }

    #[test]
    fn places_are_read_back() {
        for qualifier in [None, Some(Qualifier::Version(7)), Some(Qualifier::Alias("live".into()))] {
            assert_eq!(read_place(&place(qualifier.as_ref())), Some(qualifier));
        }
        for wrong in ["", "a b", "$latest"] {
            assert_eq!(read_place(wrong), None, "{wrong}");
        }
    }
}
