//! PutLogEvents.

use crate::errors::{explain, invalid};
use crate::service::LogsService;
use crate::token::event_id;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use domain::log::{LogEvent, LogStreamName};
use store::{EVENT_OVERHEAD, EventPosition, IfMissing, LogBatch};

/// Bytes of one request, with [`EVENT_OVERHEAD`] for each event (API reference).
const MAX_BATCH: u64 = 1_048_576;
const DAY_MS: i64 = 86_400_000;
/// Older events are left out, and newer ones.
const TOO_OLD_MS: i64 = 14 * DAY_MS;
const TOO_NEW_MS: i64 = 2 * 3_600_000;

pub(crate) async fn put_log_events(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutLogEventsRequest = input.parse()?;
    check(&request.log_events)?;
    let (kept, rejected) = sort_out(request.log_events, context.now);
    let stream = LogStreamName {
        scope: context.scope.clone(),
        group: request.log_group_name.into(),
        stream: request.log_stream_name.into(),
    };
    let batch = LogBatch { stream, events: kept };
    let appended = service.store.append(vec![batch], IfMissing::Refuse, context.now).await;
    appended.map_err(|e| explain(&e))?;
    Output::of(&wire::PutLogEventsResponse {
        // Callers need it no more (since 2023), but some still hand it on.
        next_sequence_token: Some(event_id(EventPosition { timestamp: context.now, sequence: 0 })),
        rejected_log_events_info: rejected,
        rejected_entity_info: None,
    })
}

fn check(events: &[wire::InputLogEvent]) -> Result<(), ApiError> {
    let bytes: u64 = events.iter().map(|e| e.message.len() as u64 + EVENT_OVERHEAD).sum();
    if bytes > MAX_BATCH {
        return Err(invalid(format!("Upload too large: {bytes} bytes exceeds limit of {MAX_BATCH}")));
    }
    if !events.is_sorted_by_key(|e| e.timestamp) {
        return Err(invalid("Log events in a single PutLogEvents request must be in chronological order."));
    }
    let span = match (events.first(), events.last()) {
        (Some(first), Some(last)) => last.timestamp.saturating_sub(first.timestamp),
        _ => 0,
    };
    if span > DAY_MS {
        return Err(invalid(
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
        ));
    }
    Ok(())
}

/// Leaves out events that are too old or too new; they are sorted, so both are at an end.
fn sort_out(
    events: Vec<wire::InputLogEvent>,
    now: Timestamp,
) -> (Vec<LogEvent>, Option<wire::RejectedLogEventsInfo>) {
    let old_end = events.partition_point(|e| e.timestamp < now.0 - TOO_OLD_MS);
    let new_start = events.partition_point(|e| e.timestamp <= now.0 + TOO_NEW_MS);
    let rejected = (old_end > 0 || new_start < events.len()).then(|| wire::RejectedLogEventsInfo {
        too_old_log_event_end_index: Some(old_end).filter(|n| *n > 0).and_then(|n| i32::try_from(n).ok()),
        too_new_log_event_start_index: Some(new_start)
            .filter(|n| *n < events.len())
            .and_then(|n| i32::try_from(n).ok()),
        expired_log_event_end_index: None,
    });
    let kept = events.into_iter().skip(old_end).take(new_start.saturating_sub(old_end));
    (kept.map(|e| LogEvent { timestamp: Timestamp(e.timestamp), message: e.message }).collect(), rejected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(timestamp: i64) -> wire::InputLogEvent {
        wire::InputLogEvent { timestamp, message: "m".to_owned() }
    }

    #[test]
    fn what_is_too_old_or_too_new_is_left_out() {
        let now = Timestamp(100 * DAY_MS);
        let events = vec![event(0), event(now.0), event(now.0 + 1), event(now.0 + TOO_NEW_MS + 1)];
        let (kept, rejected) = sort_out(events, now);
        assert_eq!(kept.len(), 2);
        let rejected = rejected.unwrap();
        assert_eq!(rejected.too_old_log_event_end_index, Some(1));
        assert_eq!(rejected.too_new_log_event_start_index, Some(3));
        assert_eq!(sort_out(vec![event(now.0)], now).1, None);
    }

    #[test]
    fn batches_are_checked() {
        assert!(check(&[event(2), event(1)]).is_err());
        assert!(check(&[event(0), event(DAY_MS + 1)]).is_err());
        assert!(check(&[event(0), event(0), event(DAY_MS)]).is_ok());
        let large = wire::InputLogEvent { timestamp: 0, message: "x".repeat(MAX_BATCH as usize) };
        assert!(check(&[large]).unwrap_err().message.starts_with("Upload too large"));
    }
}
