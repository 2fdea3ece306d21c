//! Function URLs: of a function itself, or of one of its aliases. The model refuses versions and `$LATEST`.

use crate::attached;
use crate::errors::{self, conflict, not_found};
use crate::function_url::{Record, new_id, settings, spell};
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse, DeleteFunctionUrlConfigRequest,
    FunctionUrlConfig, GetFunctionUrlConfigRequest, ListFunctionUrlConfigsRequest,
    ListFunctionUrlConfigsResponse, UpdateFunctionUrlConfigRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionArn, Qualifier, Timestamp};
use store::{Attachment, AttachmentKind, Expected, StoreError, Thing};

const KIND: AttachmentKind = AttachmentKind::Url;

/// How often an id is drawn again that was there already, and an update done again that another one came before.
const TRIES: usize = 5;
/// There is no such function, or no such alias of it.
const NO_FUNCTION: &str = "Function does not exist";

pub(crate) async fn create_function_url_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: CreateFunctionUrlConfigRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "CreateFunctionUrlConfig")?;
    let record = Record {
        auth_type: request.auth_type,
        invoke_mode: request.invoke_mode.unwrap_or_else(|| "BUFFERED".to_owned()),
        cors: settings(request.cors),
        created: context.now.0,
    };
    let mut url = attached::attachment(context, &target, KIND, &record)?;
    for _ in 0..TRIES {
        url.reference = Some(new_id());
        let write = service.functions.store().attach(url.clone(), Expected::Nothing);
        match service.functions.write(&context.scope, &target.name, write).await {
            Ok(()) => {
                let FunctionUrlConfig {
                    function_url,
                    function_arn,
                    creation_time,
                    cors,
                    auth_type,
                    invoke_mode,
                    ..
                } = describe(context, &url)?;
                return Output::of(&CreateFunctionUrlConfigResponse {
                    function_url,
                    function_arn,
                    auth_type,
                    cors,
                    creation_time,
                    invoke_mode,
                });
            }
            Err(StoreError::AlreadyExists(Thing::Reference)) => {}
            Err(StoreError::AlreadyExists(_)) => {
                return Err(conflict(format!(
                    "Failed to create function url config for [functionArn = {}]. Error message:  FunctionUrlConfig \
                     exists for this Lambda function",
                    target.arn(context)
                )));
            }
            Err(error) => return Err(no_function(&error)),
        }
    }
    tracing::error!("no free id for a function URL");
    Err(ApiError::internal())
}

pub(crate) async fn get_function_url_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionUrlConfigRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "GetFunctionUrlConfig")?;
    let url = service.attached(context, &target, KIND).await?.ok_or_else(no_url)?;
    Output::of(&describe(context, &url)?)
}

pub(crate) async fn update_function_url_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UpdateFunctionUrlConfigRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "UpdateFunctionUrlConfig")?;
    if !service.exists(&target.arn(context)).await? {
        return Err(not_found(NO_FUNCTION));
    }
    for _ in 0..TRIES {
        let old = service.attached(context, &target, KIND).await?.ok_or_else(no_url)?;
        let mut record: Record = attached::value(&old)?;
        if let Some(auth_type) = &request.auth_type {
            record.auth_type.clone_from(auth_type);
        }
        if let Some(invoke_mode) = &request.invoke_mode {
            record.invoke_mode.clone_from(invoke_mode);
        }
        if request.cors.is_some() {
            record.cors = settings(request.cors.clone());
        }
        let expected = Expected::Revision(old.revision.clone());
        let reference = old.reference;
        let new = Attachment { reference, ..attached::attachment(context, &target, KIND, &record)? };
        let write = service.functions.store().attach(new.clone(), expected);
        match service.functions.write(&context.scope, &target.name, write).await {
            Ok(()) => return Output::of(&describe(context, &new)?),
            // Another update, or a deletion, came in between.
            Err(StoreError::RevisionMismatch | StoreError::NotFound(Thing::Attachment)) => {}
            Err(error) => return Err(no_function(&error)),
        }
    }
    Err(errors::update_in_progress(&target.arn(context)))
}

pub(crate) async fn delete_function_url_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteFunctionUrlConfigRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "DeleteFunctionUrlConfig")?;
    let store = service.functions.store();
    let detach = store.detach(&context.scope, &target.name, target.attached_to(), KIND, Expected::Anything);
    let detached = service.functions.write(&context.scope, &target.name, detach).await;
    match detached {
        Ok(_) => Ok(Output { status: Some(204), ..Output::empty() }),
        Err(StoreError::NotFound(_)) => Err(no_url()),
        Err(error) => Err(errors::store(&error)),
    }
}

pub(crate) async fn list_function_url_configs(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListFunctionUrlConfigsRequest = input.parse()?;
    // `$LATEST` stands for the function itself: an empty marker would be none.
    let after = page::read_marker(request.marker.as_deref(), |text| Qualifier::new(text).ok())?;
    let after = after.as_ref().map(|last| Some(last).filter(|last| **last != Qualifier::Latest));
    let target = Target::resolve(context, &request.function_name, None, "ListFunctionUrlConfigs")?;
    if service.functions.get(&context.scope, &target.name).await?.is_none() {
        return Err(not_found(NO_FUNCTION));
    }
    let (store, limit) = (service.functions.store(), page::limit(request.max_items));
    let found = store.attachments_of(&context.scope, &target.name, KIND, after, limit).await;
    let found = found.map_err(|e| errors::store(&e))?;
    let last = found.items.last().filter(|_| found.more);
    let last = last.map(|last| last.qualifier.clone().unwrap_or(Qualifier::Latest).to_string());
    Output::of(&ListFunctionUrlConfigsResponse {
        function_url_configs: found
            .items
            .iter()
            .map(|url| describe(context, url))
            .collect::<Result<_, _>>()?,
        next_marker: last.map(|last| page::marker(&last)),
    })
}

fn describe(context: &RequestContext, url: &Attachment) -> Result<FunctionUrlConfig, ApiError> {
    let record: Record = attached::value(url)?;
    let function =
        FunctionArn { scope: url.scope.clone(), name: url.name.clone(), qualifier: url.qualifier.clone() };
    let id = url.reference.as_deref().unwrap_or_default();
    Ok(FunctionUrlConfig {
        function_url: spell(&context.endpoint, id, &url.scope.region),
        function_arn: function.to_string(),
        creation_time: Timestamp(record.created).rfc3339(),
        last_modified_time: url.modified.rfc3339(),
        cors: record.cors,
        auth_type: record.auth_type,
        invoke_mode: Some(record.invoke_mode),
    })
}

fn no_url() -> ApiError {
    not_found("The resource you requested does not exist.")
}

fn no_function(error: &StoreError) -> ApiError {
    match error {
        StoreError::NotFound(_) => not_found(NO_FUNCTION),
        other => errors::store(other),
    }
}
