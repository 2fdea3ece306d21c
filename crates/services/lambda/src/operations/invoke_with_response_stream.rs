//! InvokeWithResponseStream: Invoke, with the response as a stream of events. What does not stream is one event; an error
//! of the function, whenever it comes, is told by the last one.

use super::invoke::call;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::streaming::{self, Begun};
use crate::uuid::draw;
use aws_wire::encode::EVENT_STREAM;
use aws_wire::flow::{BrokenOff, Content, Event, Flow};
use aws_wire::generated::lambda::{
    InvokeWithResponseStreamCompleteEvent, InvokeWithResponseStreamRequest, InvokeWithResponseStreamResponse,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use domain::Outcome;
use domain::invocation::Ended;
use serde_json::Value;
use std::collections::VecDeque;
use std::task::Poll;

/// What a stream that ended before its end is called, as AWS does: whether the process ended or only its connection.
const TRUNCATED: &str = "Runtime.TruncatedResponse";
const PROCESS_ENDED: [&str; 3] = [TRUNCATED, "Runtime.ExitError", "Runtime.OutOfMemory"];

pub(crate) async fn invoke_with_response_stream(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let payload = input.payload.take().unwrap_or_default();
    let request: InvokeWithResponseStreamRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "InvokeFunction")?;
    let config = service.resolve(context, &target).await?.choose(draw);
    let client_context = request.client_context.as_deref();
    let call = call(context, &config, &target, payload, client_context, request.tenant_id.is_some())?;
    if request.invocation_type.as_deref() == Some("DryRun") {
        return Ok(Output { status: Some(204), ..Output::empty() });
    }
    let tail = request.log_type.as_deref() == Some("Tail");
    let executed_version = config.version.to_string();
    let events = match streaming::begin(service, config, call).await? {
        Begun::Streaming { running, .. } => running.into_flow(chunk, move |ended| {
            let complete = ended.and_then(|outcome| complete(&outcome, true, tail));
            Some(complete.map_err(|_| BrokenOff))
        }),
        Begun::Over(outcome) => at_once(outcome, tail)?,
    };
    let output = Output::of(&InvokeWithResponseStreamResponse {
        executed_version: Some(executed_version),
        event_stream: None,
        response_stream_content_type: Some(EVENT_STREAM.to_owned()),
    })?;
    Ok(Output { events: Some(events), ..output })
}

/// The events of a response that did not stream.
fn at_once(outcome: Outcome<Bytes>, tail: bool) -> Result<Flow<Result<Event, BrokenOff>>, ApiError> {
    let complete = complete(&outcome, false, tail)?;
    let payload = match outcome.ended {
        Ended::Success(payload) => Some(payload).filter(|payload| !payload.is_empty()),
        Ended::Error { .. } => None,
    };
    let mut events: VecDeque<Event> = payload.map(chunk).into_iter().chain([complete]).collect();
    Ok(Flow::new(move |_| Poll::Ready(events.pop_front().map(Ok))))
}

fn chunk(bytes: Bytes) -> Event {
    Event { name: "PayloadChunk", content: Content::Bytes(bytes) }
}

/// The last event. The details of an error are the payload that Invoke would answer with.
fn complete(outcome: &Outcome<Bytes>, streamed: bool, tail: bool) -> Result<Event, ApiError> {
    let mut complete = InvokeWithResponseStreamCompleteEvent {
        log_result: tail.then(|| BASE64.encode(&outcome.log_tail)),
        ..Default::default()
    };
    match &outcome.ended {
        Ended::Success(_) => {}
        Ended::Error { error_type, .. } if streamed && PROCESS_ENDED.contains(&error_type.as_str()) => {
            complete.error_code = Some(TRUNCATED.to_owned());
        }
        Ended::Error { error_type, payload } => {
            complete.error_code = Some(error_type.clone());
            complete.error_details = Some(String::from_utf8_lossy(payload).into_owned());
        }
    }
    match serde_json::to_value(complete) {
        Ok(Value::Object(members)) => {
            Ok(Event { name: "InvokeComplete", content: Content::Members(members) })
        }
        _ => Err(ApiError::internal()),
    }
}
