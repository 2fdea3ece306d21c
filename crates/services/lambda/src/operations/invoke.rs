//! Invoke: `RequestResponse` and `DryRun`; `Event` is in `invoke_event`. The way of a known function that is ready asks
//! no database and copies no payload.

use crate::architecture;
use crate::errors::{self, invalid, not_built};
use crate::operations::{invoke_event, recursion};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::traced::Traced;
use crate::uuid::{draw, random};
use aws_wire::decode::json_refusal;
use aws_wire::generated::lambda::{InvocationRequest, InvocationResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use dispatch::DispatchError;
use domain::invocation::Ended;
use domain::limits::{MAX_CLIENT_CONTEXT, MAX_SYNC_PAYLOAD};
use domain::{
    FunctionArn, FunctionConfig, FunctionState, Invocation, InvocationId, InvocationType, LastUpdate,
    Outcome, Timestamp, Trace,
};
use std::sync::Arc;
use worker::PrepareError;

pub(crate) async fn invoke(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let payload = input.payload.take().unwrap_or_default();
    let request: InvocationRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "InvokeFunction")?;
    let config = service.resolve(context, &target).await?.choose(draw);
    refuse_unbuilt(&request)?;
    let of_tenant = request.tenant_id.is_some();
    if request.invocation_type.as_deref() == Some("Event") {
        check_tenant(&config, of_tenant)?;
        return invoke_event::invoke(service, context, &target, &config, payload).await;
    }
    let client_context = request.client_context.as_deref();
    let call = call(context, &config, &target, payload, client_context, of_tenant)?;
    if request.invocation_type.as_deref() == Some("DryRun") {
        return Ok(Output { status: Some(204), ..Output::empty() });
    }
    let admitted = admit(service, config, call).await?;
    let trace = Arc::clone(&admitted.invocation.trace_id);
    let outcome = run_admitted(service, admitted).await?;
    let answer = answer(outcome, request.log_type.as_deref() == Some("Tail"))?;
    Ok(Output { trace: Some(trace), ..answer })
}

/// One invocation, wherever it comes from.
pub(crate) struct Call {
    /// Names the invocation.
    pub(crate) request_id: Arc<str>,
    /// The caller's, or a new one.
    pub(crate) trace: Trace,
    /// JSON.
    pub(crate) payload: Bytes,
    pub(crate) client_context: Option<Arc<str>>,
    /// The ARN that the function is told.
    pub(crate) invoked_as: FunctionArn,
    /// Of an asynchronous one.
    pub(crate) queued: Option<Queued>,
}

/// An event that comes out of the queue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Queued {
    pub(crate) accepted: Timestamp,
    /// From 1 on.
    pub(crate) attempt: u32,
}

/// The call that a request asks for, once it is known to be one.
pub(crate) fn call(
    context: &RequestContext,
    config: &FunctionConfig,
    target: &Target,
    payload: Bytes,
    client_context: Option<&str>,
    of_tenant: bool,
) -> Result<Call, ApiError> {
    check_tenant(config, of_tenant)?;
    Ok(Call {
        request_id: Arc::clone(&context.request_id),
        trace: Trace::follow(context.trace_header.as_deref(), context.now, random()),
        payload: check_payload(payload)?,
        client_context: client_context.map(decode_client_context).transpose()?,
        invoked_as: target.arn(context),
        queued: None,
    })
}

fn check_tenant(config: &FunctionConfig, of_tenant: bool) -> Result<(), ApiError> {
    if of_tenant && config.tenant_isolation.is_none() {
        return Err(invalid("The invoked function is not enabled with tenancy configuration."));
    }
    Ok(())
}

/// Runs a version, as soon as it is ready.
pub(crate) async fn run(
    service: &LambdaService,
    config: Arc<FunctionConfig>,
    call: Call,
) -> Result<Outcome<Bytes>, ApiError> {
    let admitted = admit(service, config, call).await?;
    run_admitted(service, admitted).await
}

async fn run_admitted(service: &LambdaService, admitted: Admitted) -> Result<Outcome<Bytes>, ApiError> {
    let Admitted { config, invocation, traced } = admitted;
    let outcome = service.engine.run(Arc::clone(&config), invocation, InvocationType::RequestResponse).await;
    if let Some(traced) = traced {
        traced.ended(outcome.as_ref());
    }
    outcome.map_err(|error| not_run(&config, error))
}

/// What is run of a call: its version, as soon as that is ready, and the invocation.
pub(crate) struct Admitted {
    pub(crate) config: Arc<FunctionConfig>,
    pub(crate) invocation: Invocation<Bytes>,
    /// To be told the end of one that is traced.
    pub(crate) traced: Option<Box<Traced>>,
}

/// Lets a call in, once nothing stands against it.
pub(crate) async fn admit(
    service: &LambdaService,
    config: Arc<FunctionConfig>,
    call: Call,
) -> Result<Admitted, ApiError> {
    recursion::check(service, &config, &call.trace).await?;
    let config = ready(service, config).await?;
    // It may have been made when other architectures were run here.
    architecture::check(service.config.architecture, &config)
        .map_err(|error| not_run(&config, DispatchError::NotReady(error)))?;
    let (trace, traced) = service.tracing.begin(&config, &call);
    let invocation = Invocation {
        id: InvocationId(call.request_id),
        invoked_arn: call.invoked_as.to_string().into(),
        payload: call.payload,
        client_context: call.client_context,
        trace_id: trace.through(&config.scope, &config.name).to_string().into(),
    };
    Ok(Admitted { config, invocation, traced })
}

fn refuse_unbuilt(request: &InvocationRequest) -> Result<(), ApiError> {
    if request.durable_execution_name.is_some() {
        return Err(not_built("DurableExecutionName"));
    }
    Ok(())
}

/// An event is JSON; an empty body is an empty object, as on AWS. The check makes no tree of it and needs no stack
/// for depth.
pub(crate) fn check_payload(payload: Bytes) -> Result<Bytes, ApiError> {
    if payload.is_empty() {
        return Ok(Bytes::from_static(b"{}"));
    }
    if payload.len() > MAX_SYNC_PAYLOAD {
        return Err(too_large(payload.len(), "RequestResponse", MAX_SYNC_PAYLOAD));
    }
    match json_refusal(&payload) {
        None => Ok(payload),
        Some(why) => Err(ApiError::new(
            400,
            "InvalidRequestContentException",
            format!("Could not parse request body into json: Could not parse payload into json: {why}"),
        )),
    }
}

pub(crate) fn too_large(size: usize, invocation_type: &str, limit: usize) -> ApiError {
    ApiError::new(
        413,
        "RequestTooLargeException",
        format!(
            "{size} byte payload is too large for the {invocation_type} invocation type (limit {limit} bytes)"
        ),
    )
}

fn decode_client_context(encoded: &str) -> Result<Arc<str>, ApiError> {
    let refuse = |message: &str| ApiError::new(400, "InvalidRequestContentException", message);
    if encoded.len() > MAX_CLIENT_CONTEXT {
        return Err(refuse("Client context must be no more than 3583 bytes when encoded."));
    }
    let bytes = BASE64.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    // A header carries it to the function, so it may have no line breaks; JSON does not need them.
    let text = bytes.filter(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok());
    let text = text.ok_or_else(|| refuse("Client context must be a valid Base64-encoded JSON object."))?;
    Ok(text.replace(['\r', '\n'], " ").into())
}

/// Waits for a function that is being prepared, which takes milliseconds, where AWS would refuse or use the old code.
async fn ready(
    service: &LambdaService,
    mut config: Arc<FunctionConfig>,
) -> Result<Arc<FunctionConfig>, ApiError> {
    let unfinished =
        |c: &FunctionConfig| c.state == FunctionState::Pending || c.last_update == LastUpdate::InProgress;
    if unfinished(&config) {
        service.preparations.wait(&config, service.config.ready_wait).await;
        // The version that was chosen, wherever its alias points to by now.
        let qualifier = config.version.into();
        let found = service.functions.resolve(&config.scope, &config.name, &qualifier).await?;
        let gone = || errors::function_not_found(&config.arn());
        config = found.ok_or_else(gone)?.config;
    }
    match &config.state {
        // Its environments must never be shared by tenants, and those of this host know no tenants.
        FunctionState::Active if config.tenant_isolation.is_some() => {
            Err(not_built("Invoking a function with TenancyConfig"))
        }
        FunctionState::Active => Ok(config),
        FunctionState::Pending => Err(errors::in_state("Pending")),
        FunctionState::Failed { .. } => Err(errors::in_state("Failed")),
    }
}

/// What whoever invokes is told of code that is not what was uploaded.
const CODE_CHANGED: &str = "The function's code was changed on the disk of this server, and was not run. \
    It is restored from the package that was uploaded: try again.";

pub(crate) fn not_run(config: &FunctionConfig, error: DispatchError) -> ApiError {
    match error {
        DispatchError::Throttled { reason } => throttled(&reason.to_string()),
        DispatchError::Capacity(why) => {
            tracing::warn!(function = %config.arn(), why, "no room for an invocation");
            throttled("ConcurrentInvocationLimitExceeded")
        }
        DispatchError::NotReady(PrepareError { code, reason }) => match code {
            "InvalidRuntime" => ApiError::new(502, "InvalidRuntimeException", reason),
            "InvalidZipFileException" => ApiError::new(502, "InvalidZipFileException", reason),
            _ => ApiError::new(502, "ResourceNotReadyException", reason),
        },
        DispatchError::Interrupted => ApiError::internal(),
        DispatchError::Damaged(why) => {
            tracing::error!(function = %config.arn(), why, "changed code was not run");
            ApiError::new(500, "ServiceException", CODE_CHANGED)
        }
        DispatchError::Internal(why) => {
            tracing::error!(function = %config.arn(), why, "an invocation could not be run");
            ApiError::internal()
        }
    }
}

fn throttled(reason: &str) -> ApiError {
    ApiError::new(429, "TooManyRequestsException", "Rate Exceeded.")
        .with("Reason", reason)
        .with("retryAfterSeconds", "1")
}

fn answer(outcome: Outcome<Bytes>, tail: bool) -> Result<Output, ApiError> {
    let (payload, function_error) = match outcome.ended {
        Ended::Success(payload) => (payload, None),
        Ended::Error { payload, .. } => (payload, Some("Unhandled".to_owned())),
    };
    let mut output = Output::of(&InvocationResponse {
        function_error,
        log_result: tail.then(|| BASE64.encode(&outcome.log_tail)),
        executed_version: Some(outcome.executed_version.to_string()),
        durable_execution_arn: None,
    })?;
    output.payload = Some(payload);
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads_are_json_or_nothing() {
        for good in ["{}", "null", " [1,2] ", "\"\u{e9}\"", "1e5"] {
            assert!(check_payload(Bytes::from(good)).is_ok(), "{good}");
        }
        assert_eq!(check_payload(Bytes::new()).unwrap(), "{}");
        // Depth costs no stack.
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        assert!(check_payload(Bytes::from(deep)).is_ok());
        for bad in ["{", "hello", "{\"a\":}", "[1,]", "{} {}", "'x'", "nul", "\u{feff}{}", "tru\u{e9}"] {
            let error = check_payload(Bytes::from(bad)).unwrap_err();
            assert_eq!((error.status, error.code.as_str()), (400, "InvalidRequestContentException"), "{bad}");
            let start = "Could not parse request body into json: Could not parse payload into json: ";
            assert!(error.message.starts_with(start), "{bad}: {}", error.message);
        }
        assert!(check_payload(Bytes::from_static(b"\"\xff\"")).is_err());
        let token = check_payload(Bytes::from("notjson")).unwrap_err().message;
        assert!(
            token.contains("Unrecognized token 'notjson': was expecting (JSON String, Number"),
            "{token}"
        );
    }

    #[test]
    fn a_payload_over_the_limit() {
        let error = check_payload(Bytes::from(vec![b' '; MAX_SYNC_PAYLOAD + 1])).unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (413, "RequestTooLargeException"));
        let text =
            "6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)";
        assert_eq!(error.message, text);
    }

    #[test]
    fn client_contexts() {
        assert_eq!(&*decode_client_context(&BASE64.encode("{\"a\":\n1}")).unwrap(), "{\"a\": 1}");
        for bad in ["%%%", &BASE64.encode("not json"), &BASE64.encode([0xff]), &"A".repeat(3_584)] {
            assert_eq!(decode_client_context(bad).unwrap_err().status, 400);
        }
    }
}
