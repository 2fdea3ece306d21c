//! Invoke with `InvocationType=Event`, and the deprecated InvokeAsync: accepted once it is durable, run later. What runs
//! them is `dispatch::events`, which sees this service through `events`.

use super::invoke::{check_payload, too_large};
use crate::errors::{self, not_built};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::random;
use aws_wire::generated::lambda::InvokeAsyncRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use bytes::Bytes;
use domain::limits::{MAX_ASYNC_PAYLOAD, MAX_INVOKE_ARGS};
use domain::{FunctionArn, FunctionConfig, FunctionState, Timestamp, Trace};
use std::sync::Arc;
use store::QueuedEvent;

/// `config` is what the target means now. Which version runs is found out when it runs. Client contexts are for
/// synchronous invocations only (API reference).
pub(super) async fn invoke(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    config: &FunctionConfig,
    payload: Bytes,
) -> Result<Output, ApiError> {
    if payload.len() > MAX_ASYNC_PAYLOAD {
        return Err(too_large(payload.len(), "Event", MAX_ASYNC_PAYLOAD));
    }
    accept(service, context, target, config, payload).await
}

pub(crate) async fn invoke_async(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let payload = input.payload.take().unwrap_or_default();
    let request: InvokeAsyncRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "InvokeAsync")?;
    let config = service.resolve(context, &target).await?.config;
    if payload.len() > MAX_INVOKE_ARGS {
        return Err(too_large(payload.len(), "Event", MAX_INVOKE_ARGS));
    }
    accept(service, context, &target, &config, payload).await
}

async fn accept(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    config: &FunctionConfig,
    payload: Bytes,
) -> Result<Output, ApiError> {
    let trace = Trace::follow(context.trace_header.as_deref(), context.now, random());
    // What its attempts are to be told is decided once.
    let trace = service.tracing.decide(config, trace);
    let header: Arc<str> = trace.to_string().into();
    let (id, arn, now) = (Arc::clone(&context.request_id), target.arn(context), context.now);
    keep(service, arn, config, id, Arc::clone(&header), payload, now).await?;
    service.tracing.accepted(config, &trace, &context.request_id, now);
    Ok(Output { status: Some(202), trace: Some(header), ..Output::empty() })
}

/// Keeps an invocation, to be run later.
pub(crate) async fn keep(
    service: &LambdaService,
    target: FunctionArn,
    config: &FunctionConfig,
    request_id: Arc<str>,
    trace_id: Arc<str>,
    payload: Bytes,
    accepted: Timestamp,
) -> Result<(), ApiError> {
    let payload = check_payload(payload)?;
    // One that is being prepared is ready, or has failed, when the event runs.
    match config.state {
        FunctionState::Failed { .. } => return Err(errors::in_state("Failed")),
        _ if config.tenant_isolation.is_some() => {
            return Err(not_built("Invoking a function with TenancyConfig"));
        }
        FunctionState::Active | FunctionState::Pending => {}
    }
    let version = Some(config.version.into());
    let event = QueuedEvent { request_id, target, accepted, trace_id, payload, version, delivery: None };
    service.inbox.accept(event).await.map_err(|e| errors::store(&e))
}
