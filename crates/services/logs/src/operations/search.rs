//! FilterLogEvents: events of a group by time and pattern.

use super::{MAX_ANSWER, MAX_EVENTS, filters, group_name, limit};
use crate::errors::{explain, invalid};
use crate::service::LogsService;
use crate::token;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use store::{FilterQuery, FilteredEvent, StreamSelection};

/// Events that one request looks at; an answer may be empty and still go on, as on AWS.
const MAX_SCANNED: usize = 200_000;

pub(crate) async fn filter_log_events(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::FilterLogEventsRequest = input.parse()?;
    let group = group_name(context, request.log_group_name, request.log_group_identifier)?;
    let streams = match (request.log_stream_names, request.log_stream_name_prefix) {
        (Some(_), Some(_)) => {
            return Err(invalid("logStreamNamePrefix and logStreamNames are mutually exclusive parameters."));
        }
        (Some(names), None) => StreamSelection::Names(names),
        (None, Some(prefix)) => StreamSelection::Prefix(prefix),
        (None, None) => StreamSelection::All,
    };
    let pattern = filters::pattern(request.filter_pattern.as_deref().unwrap_or(""))?;
    let query = FilterQuery {
        streams,
        start: request.start_time.map(Timestamp),
        // Here the end is inclusive, other than in GetLogEvents.
        end: request.end_time.map(|end| Timestamp(end.saturating_add(1))),
        terms: pattern.required(),
        descending: request.start_from_head == Some(false),
        after: request.next_token.as_deref().map(token::read_search).transpose()?,
        limit: limit(request.limit, MAX_EVENTS),
        max_bytes: MAX_ANSWER,
        max_scanned: MAX_SCANNED,
    };
    let page = service.store.filter_events(&context.scope, &group, query).await.map_err(|e| explain(&e))?;
    let events = page.events.into_iter().filter(|found| pattern.matches(&found.event.message));
    Output::of(&wire::FilterLogEventsResponse {
        events: Some(events.map(describe).collect()),
        searched_log_streams: Some(Vec::new()),
        next_token: page.next.map(token::write_search),
    })
}

fn describe(found: FilteredEvent) -> wire::FilteredLogEvent {
    wire::FilteredLogEvent {
        log_stream_name: Some(found.stream.to_string()),
        timestamp: Some(found.event.position.timestamp.0),
        ingestion_time: Some(found.event.ingestion.0),
        event_id: Some(token::event_id(found.event.position)),
        message: Some(found.event.message),
    }
}
