//! PutFunctionConcurrency, GetFunctionConcurrency, DeleteFunctionConcurrency: reserved concurrency.

use crate::concurrency::MIN_UNRESERVED;
use crate::errors::{self, invalid};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    Concurrency, DeleteFunctionConcurrencyRequest, GetFunctionConcurrencyRequest,
    GetFunctionConcurrencyResponse, PutFunctionConcurrencyRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Qualifier;
use serde_json::Value;
use store::{Attachment, AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::ReservedConcurrency;

pub(crate) async fn put_function_concurrency(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: PutFunctionConcurrencyRequest = input.parse()?;
    let target = function_only(context, &request.function_name, "PutFunctionConcurrency")?;
    // The model lets nothing below 0 through.
    let amount = u32::try_from(request.reserved_concurrent_executions).unwrap_or(0);
    let turn = service.concurrency_turn().await;
    find(service, context, &target).await?;
    let (scope, name) = (&context.scope, &target.name);
    let before = service.reserved(scope, name).await?;
    let configs = service.provisioned_configs(scope, name).await?;
    let provisioned: u64 = configs.iter().map(|config| u64::from(config.requested())).sum();
    if u64::from(amount) < provisioned {
        return Err(invalid(format!(
            " ReservedConcurrentExecutions  {amount} should not be lower than function's total provisioned \
             concurrency [{provisioned}]."
        )));
    }
    let others = service.shares_of_others(scope, before, &configs);
    let limit = u64::from(service.config.concurrency).saturating_sub(MIN_UNRESERVED + others.provisioned);
    // Less than before is never too much, whatever the account's limit has become.
    let limit = if before.is_some_and(|before| amount <= before) { u64::MAX } else { limit };
    let attachment = Attachment {
        scope: scope.clone(),
        name: name.clone(),
        qualifier: None,
        kind: KIND,
        value: "{}".to_owned(),
        revision: uuid(),
        modified: context.now,
        amount: Some(amount),
        reference: None,
    };
    let attached = service.functions.store().attach_within(attachment, Expected::Anything, limit).await;
    attached.map_err(|error| match error {
        StoreError::LimitExceeded(_) => too_little_left(),
        StoreError::NotFound(_) => missing(context, &target),
        other => errors::store(&other),
    })?;
    service.apply_concurrency(&turn, scope, name).await?;
    Output::of(&Concurrency { reserved_concurrent_executions: Some(request.reserved_concurrent_executions) })
}

pub(crate) async fn get_function_concurrency(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionConcurrencyRequest = input.parse()?;
    let target = function_only(context, &request.function_name, "GetFunctionConcurrency")?;
    service.find(context, &target).await?;
    let reserved = service.reserved(&context.scope, &target.name).await?;
    let reserved_concurrent_executions = reserved.and_then(|amount| i32::try_from(amount).ok());
    Output::of(&GetFunctionConcurrencyResponse { reserved_concurrent_executions })
}

pub(crate) async fn delete_function_concurrency(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteFunctionConcurrencyRequest = input.parse()?;
    let target = function_only(context, &request.function_name, "DeleteFunctionConcurrency")?;
    let turn = service.concurrency_turn().await;
    find(service, context, &target).await?;
    let (scope, name) = (&context.scope, &target.name);
    match service.functions.store().detach(scope, name, None, KIND, Expected::Anything).await {
        // AWS does not mind where nothing is reserved.
        Ok(_) | Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(errors::store(&error)),
    }
    service.apply_concurrency(&turn, scope, name).await?;
    Ok(Output { status: Some(204), ..Output::empty() })
}

/// What AWS says of an account's sum; it leaves `Type` out.
fn too_little_left() -> ApiError {
    invalid(format!(
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution \
         below its minimum value of [{MIN_UNRESERVED}]."
    ))
    .with("Type", Value::Null)
}

/// Concurrency is reserved for a function, not for a version or an alias.
fn function_only(context: &RequestContext, function: &str, action: &str) -> Result<Target, ApiError> {
    let target = Target::resolve(context, function, None, action)?;
    if target.qualifier.is_some() { Err(errors::functions_only()) } else { Ok(target) }
}

async fn find(service: &LambdaService, context: &RequestContext, target: &Target) -> Result<(), ApiError> {
    let found = service.functions.get(&context.scope, &target.name).await?;
    found.map(drop).ok_or_else(|| missing(context, target))
}

/// AWS names `$LATEST` here, which nobody asked for.
fn missing(context: &RequestContext, target: &Target) -> ApiError {
    errors::function_not_found(&target.unqualified(context).with(Qualifier::Latest))
}
