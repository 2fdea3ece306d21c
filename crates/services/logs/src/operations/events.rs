//! GetLogEvents: one stream, forward and backward.

use super::{MAX_ANSWER, MAX_EVENTS, group_name, limit};
use crate::errors::explain;
use crate::service::LogsService;
use crate::token::StreamToken;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use store::{EventPosition, EventQuery, ReadFrom, StoredEvent};

pub(crate) async fn get_log_events(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetLogEventsRequest = input.parse()?;
    let group = group_name(context, request.log_group_name, request.log_group_identifier)?;
    let start = request.start_time.map(Timestamp);
    let from = match request.next_token.as_deref().map(StreamToken::read).transpose()? {
        Some(StreamToken::Forward(position)) => ReadFrom::After(position),
        Some(StreamToken::Backward(position)) => ReadFrom::Before(position),
        None if request.start_from_head == Some(true) => ReadFrom::Head,
        None => ReadFrom::Tail,
    };
    let query = EventQuery {
        start,
        end: request.end_time.map(Timestamp),
        from,
        limit: limit(request.limit, MAX_EVENTS),
        max_bytes: MAX_ANSWER,
    };
    let events = service.store.get_events(&context.scope, &group, &request.log_stream_name, query).await;
    let events = events.map_err(|e| explain(&e))?;
    let (forward, backward) = next_tokens(from, start, &events);
    Output::of(&wire::GetLogEventsResponse {
        events: Some(events.into_iter().map(describe).collect()),
        next_forward_token: Some(forward.write()),
        next_backward_token: Some(backward.write()),
    })
}

/// Where to go on in either direction. At an end of the stream the token of that direction is the one that was given,
/// by which callers notice the end.
fn next_tokens(
    from: ReadFrom,
    start: Option<Timestamp>,
    events: &[StoredEvent],
) -> (StreamToken, StreamToken) {
    if let (Some(first), Some(last)) = (events.first(), events.last()) {
        return (StreamToken::Forward(last.position), StreamToken::Backward(first.position));
    }
    let step =
        |p: EventPosition, by: i64| EventPosition { sequence: p.sequence.saturating_add(by).max(0), ..p };
    let beginning = EventPosition { timestamp: start.unwrap_or_default(), sequence: 0 };
    match from {
        ReadFrom::After(at) => (StreamToken::Forward(at), StreamToken::Backward(step(at, 1))),
        ReadFrom::Before(at) => (StreamToken::Forward(step(at, -1)), StreamToken::Backward(at)),
        ReadFrom::Head | ReadFrom::Tail => {
            (StreamToken::Forward(beginning), StreamToken::Backward(beginning))
        }
    }
}

fn describe(event: StoredEvent) -> wire::OutputLogEvent {
    wire::OutputLogEvent {
        timestamp: Some(event.position.timestamp.0),
        message: Some(event.message),
        ingestion_time: Some(event.ingestion.0),
    }
}
