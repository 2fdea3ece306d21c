//! StartLiveTail: events as they come, a second's at a time.

use super::{filters, from_identifier};
use crate::errors::{explain, invalid, limit_exceeded};
use crate::live::{Listener, Wanted};
use crate::service::LogsService;
use aws_wire::flow::{BrokenOff, Content, Event, Flow};
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext, random};
use domain::hex::uuid_v4;
use serde::Serialize;
use serde_json::Value;
use std::collections::{HashMap, VecDeque};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

/// Between two updates of a session.
const UPDATE: Duration = Duration::from_secs(1);
/// How long a session lasts (API reference).
const LONGEST: Duration = Duration::from_secs(3 * 3_600);

pub(crate) async fn start_live_tail(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::StartLiveTailRequest = input.parse()?;
    let mut groups = HashMap::new();
    for identifier in &request.log_group_identifiers {
        // ARNs only, and without `:*` (API reference).
        if !identifier.starts_with("arn:") || identifier.ends_with('*') {
            return Err(invalid("The specified log group identifier is not the ARN of a log group."));
        }
        let name = from_identifier(context, identifier)?;
        service.store.retention(&context.scope, &name).await.map_err(|e| explain(&e))?;
        let shown = format!("{}:{name}", context.scope.account);
        groups.insert(name, shown);
    }
    let names = request.log_stream_names.clone().unwrap_or_default();
    let prefixes = request.log_stream_name_prefixes.clone().unwrap_or_default();
    if !names.is_empty() && !prefixes.is_empty() {
        return Err(invalid("logStreamNames and logStreamNamePrefixes are mutually exclusive parameters."));
    }
    if groups.len() > 1 && !(names.is_empty() && prefixes.is_empty()) {
        return Err(invalid("Log streams can be given for a single log group only."));
    }
    let pattern = filters::pattern(request.log_event_filter_pattern.as_deref().unwrap_or(""))?;
    let wanted = Wanted { scope: context.scope.clone(), groups, names, prefixes, pattern };
    let listener = service.intake.sessions.begin(wanted).ok_or_else(limit_exceeded)?;
    let start = wire::LiveTailSessionStart {
        request_id: Some(context.request_id.to_string()),
        session_id: Some(uuid_v4(random())),
        log_group_identifiers: Some(request.log_group_identifiers),
        log_stream_names: Some(request.log_stream_names.unwrap_or_default()),
        log_stream_name_prefixes: Some(request.log_stream_name_prefixes.unwrap_or_default()),
        log_event_filter_pattern: Some(request.log_event_filter_pattern.unwrap_or_default()),
    };
    let mut ticks = interval_at(Instant::now() + UPDATE, UPDATE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let first = event("sessionStart", &start)?;
    let mut tail =
        Tail { first: VecDeque::from([first]), ticks, listener, end: Instant::now() + LONGEST, over: false };
    let events = Flow::live(move |cx| tail.poll_next(cx));
    Ok(Output { events: Some(events), ..Output::empty() })
}

struct Tail {
    first: VecDeque<Event>,
    ticks: Interval,
    listener: Listener,
    end: Instant,
    over: bool,
}

impl Tail {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event, BrokenOff>>> {
        if let Some(first) = self.first.pop_front() {
            return Poll::Ready(Some(Ok(first)));
        }
        if self.over {
            return Poll::Ready(None);
        }
        ready!(self.ticks.poll_tick(cx));
        if self.listener.session.is_closed() {
            return Poll::Ready(None);
        }
        if Instant::now() >= self.end {
            self.over = true;
            let message = Some("The session has lasted three hours.".to_owned());
            let ended = members(&wire::SessionTimeoutException { message });
            let ended = ended.map(|members| Event {
                name: "SessionTimeoutException",
                content: Content::Exception(members),
            });
            return Poll::Ready(Some(ended.map_err(|_| BrokenOff)));
        }
        let (results, sampled) = self.listener.session.shown();
        let update = wire::LiveTailSessionUpdate {
            session_metadata: Some(wire::LiveTailSessionMetadata { sampled: Some(sampled) }),
            session_results: Some(results),
        };
        Poll::Ready(Some(event("sessionUpdate", &update).map_err(|_| BrokenOff)))
    }
}

fn event(name: &'static str, value: &impl Serialize) -> Result<Event, ApiError> {
    Ok(Event { name, content: Content::Members(members(value)?) })
}

fn members(value: &impl Serialize) -> Result<serde_json::Map<String, Value>, ApiError> {
    match serde_json::to_value(value) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(ApiError::internal()),
    }
}
