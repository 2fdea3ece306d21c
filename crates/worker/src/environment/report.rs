//! From how the runtime ended an invocation to what the caller and the log are told. Pure.

use crate::logs::Status;
use crate::payloads::{Failure, TOO_LARGE, platform_type, too_large};
use bytes::Bytes;
use domain::InvocationId;
use domain::invocation::Ended;
use runtime_api::Reply;
use std::time::Duration;

/// How it ended.
#[derive(Debug)]
pub(super) enum End {
    /// The runtime answered.
    Reply(Reply),
    /// Its process or an extension's ended before it did, or could not be started.
    Process(Failure),
    /// It reported an error in place of starting.
    Init(runtime_api::InitError),
    /// The time limit.
    Timeout,
}

/// What follows from it.
pub(super) struct Verdict {
    /// For the caller.
    pub(super) ended: Ended<Bytes>,
    /// For the REPORT line.
    pub(super) status: Status,
    /// For the log, before END.
    pub(super) fault: Option<Failure>,
}

/// What an end means. `seconds` is the time limit as text.
pub(super) fn verdict(end: End, id: &InvocationId, seconds: &str) -> Verdict {
    match end {
        End::Reply(Reply::Response(payload)) => {
            Verdict { ended: Ended::Success(payload), status: Status::Success, fault: None }
        }
        End::Reply(Reply::Error { error_type, payload }) => {
            let error_type = error_type.unwrap_or_else(|| "Function.Unknown".to_owned());
            Verdict { ended: reported(error_type, payload), status: Status::Success, fault: None }
        }
        End::Reply(Reply::TooLarge(limit)) => {
            let status = Status::Error { error_type: TOO_LARGE.to_owned() };
            let ended = Ended::Error { error_type: TOO_LARGE.to_owned(), payload: too_large(limit) };
            Verdict { ended, status, fault: None }
        }
        End::Reply(Reply::Truncated) => broken(Failure::truncated(), id),
        End::Process(failure) => broken(failure, id),
        End::Init(error) => {
            let known = platform_type(error.error_type.as_deref()).to_owned();
            let error_type = error.error_type.unwrap_or_else(|| known.clone());
            let status = Status::Error { error_type: known };
            Verdict { ended: reported(error_type, error.payload), status, fault: None }
        }
        End::Timeout => {
            let failure = Failure::timeout(seconds);
            let payload = failure.payload(id);
            let ended = Ended::Error { error_type: failure.error_type.to_owned(), payload };
            Verdict { ended, status: Status::Timeout, fault: None }
        }
    }
}

/// An error that the runtime reported: its own payload, where it sent one.
fn reported(error_type: String, payload: Bytes) -> Ended<Bytes> {
    let payload = if payload.is_empty() {
        serde_json::json!({"errorType": error_type, "errorMessage": ""}).to_string().into()
    } else {
        payload
    };
    Ended::Error { error_type, payload }
}

fn broken(failure: Failure, id: &InvocationId) -> Verdict {
    let error_type = failure.error_type.to_owned();
    let ended = Ended::Error { error_type: error_type.clone(), payload: failure.payload(id) };
    Verdict { ended, status: Status::Error { error_type }, fault: Some(failure) }
}

/// `ceil(duration + init)` in whole milliseconds.
pub(super) fn billed_ms(duration: Duration, init: Option<Duration>) -> u64 {
    let micros = (duration + init.unwrap_or_default()).as_nanos().div_ceil(1_000_000);
    u64::try_from(micros).unwrap_or(u64::MAX)
}

/// Bytes as MB, rounded up.
pub(super) fn megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1 << 20)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn billing_and_memory_are_rounded_up() {
        let ms = Duration::from_millis;
        for (duration, init, billed) in [
            (Duration::from_micros(3_010), None, 4),
            (ms(3), None, 3),
            (Duration::from_micros(3_010), Some(Duration::from_micros(110_100)), 114),
            (Duration::ZERO, None, 0),
        ] {
            assert_eq!(billed_ms(duration, init), billed);
        }
        assert_eq!((megabytes(0), megabytes(1), megabytes(36 << 20)), (0, 1, 36));
    }

    #[test]
    fn an_error_without_a_body_has_one_for_the_caller() {
        let reply = Reply::Error { error_type: None, payload: Bytes::new() };
        let id = InvocationId("1".into());
        let Ended::Error { error_type, payload } = verdict(End::Reply(reply), &id, "1.00").ended else {
            panic!("an error")
        };
        assert_eq!(error_type, "Function.Unknown");
        assert_eq!(payload, r#"{"errorType":"Function.Unknown","errorMessage":""}"#);
    }
}
