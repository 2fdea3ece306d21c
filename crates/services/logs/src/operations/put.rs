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
    let kept_for = retention(service, context, &request).await?;
    let (kept, rejected) = sort_out(request.log_events, context.now, kept_for);
    let stream = LogStreamName {
        scope: context.scope.clone(),
        group: request.log_group_name.into(),
        stream: request.log_stream_name.into(),
    };
    let batch = LogBatch { stream, events: kept };
    let appended = service.intake.append(vec![batch], IfMissing::Refuse, Vec::new(), context.now).await;
    appended.map_err(|e| explain(&e))?;
    Output::of(&wire::PutLogEventsResponse {
        // Callers need it no more (since 2023), but some still hand it on.
        next_sequence_token: Some(event_id(EventPosition { timestamp: context.now, sequence: 0 })),
        rejected_log_events_info: rejected,
        rejected_entity_info: None,
    })
}

/// For how long the group keeps events, ms, where that may matter: nobody keeps them for less than a day.
async fn retention(
    service: &LogsService,
    context: &RequestContext,
    request: &wire::PutLogEventsRequest,
) -> Result<i64, ApiError> {
    let old = request.log_events.first().is_some_and(|event| event.timestamp < context.now.0 - DAY_MS);
    if !old {
        return Ok(i64::MAX);
    }
    let days = service.store.retention(&context.scope, &request.log_group_name).await;
    Ok(days.map_err(|e| explain(&e))?.map_or(i64::MAX, |days| i64::from(days).saturating_mul(DAY_MS)))
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

/// Leaves out events that are too old or too new, or that would be deleted at once; they are sorted, so all are at an end.
fn sort_out(
    events: Vec<wire::InputLogEvent>,
    now: Timestamp,
    kept_for: i64,
) -> (Vec<LogEvent>, Option<wire::RejectedLogEventsInfo>) {
    let old_end = events.partition_point(|e| e.timestamp < now.0 - TOO_OLD_MS);
    let new_start = events.partition_point(|e| e.timestamp <= now.0 + TOO_NEW_MS);
    let expired_end = events.partition_point(|e| e.timestamp < now.0.saturating_sub(kept_for));
    let rejected =
        (old_end > 0 || expired_end > 0 || new_start < events.len()).then(|| wire::RejectedLogEventsInfo {
            too_old_log_event_end_index: Some(old_end).filter(|n| *n > 0).and_then(|n| i32::try_from(n).ok()),
            too_new_log_event_start_index: Some(new_start)
                .filter(|n| *n < events.len())
                .and_then(|n| i32::try_from(n).ok()),
            expired_log_event_end_index: Some(expired_end)
                .filter(|n| *n > 0)
                .and_then(|n| i32::try_from(n).ok()),
        });
    let start = old_end.max(expired_end);
    let kept = events.into_iter().skip(start).take(new_start.saturating_sub(start));
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
        let (kept, rejected) = sort_out(events.clone(), now, i64::MAX);
        assert_eq!(kept.len(), 2);
        let rejected = rejected.unwrap();
        assert_eq!(rejected.too_old_log_event_end_index, Some(1));
        assert_eq!(rejected.too_new_log_event_start_index, Some(3));
        assert_eq!(rejected.expired_log_event_end_index, None);
        let (kept, rejected) = sort_out(events, now, 1);
        assert_eq!((kept.len(), rejected.unwrap().expired_log_event_end_index), (2, Some(1)));
        assert_eq!(sort_out(vec![event(now.0)], now, i64::MAX).1, None);
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
