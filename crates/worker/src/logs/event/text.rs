//! Events as lines of the text log.

use super::{Api, Event, Init, InitPhase, Starting, Status};
use domain::Timestamp;
use std::fmt::Write;
use std::time::Duration;

pub(super) fn text(event: &Event, now: Timestamp) -> Option<String> {
    let mut out = String::with_capacity(192);
    // Writing to a string cannot fail.
    let _ = match event {
        // Recorded on AWS: an environment's log has one, however often the init phase is tried.
        Event::InitStart { init: Init { phase: InitPhase::Invoke, .. }, .. } => return None,
        Event::InitStart { what: Starting { runtime, runtime_arn, .. }, .. } => {
            write!(out, "INIT_START Runtime Version: {runtime}\tRuntime Version ARN: {runtime_arn}")
        }
        Event::RestoreStart(Starting { runtime, runtime_arn, .. }) => {
            write!(out, "RESTORE_START Runtime Version: {runtime}\tRuntime Version ARN: {runtime_arn}")
        }
        Event::RestoreReport { duration, status } => {
            let _ = write!(out, "RESTORE_REPORT Restore Duration: {} ms", millis(*duration));
            match status {
                Status::Success => Ok(()),
                failed => write!(out, "\t{}", ending(failed)),
            }
        }
        Event::InitRuntimeDone { .. } | Event::RestoreRuntimeDone { .. } | Event::RuntimeDone { .. } => {
            return None;
        }
        // Only failures are told.
        Event::InitReport { status: Status::Success, .. } => return None,
        Event::InitReport { init, duration, status } => {
            let phase = init.phase.name();
            let _ = write!(out, "INIT_REPORT Init Duration: {} ms\tPhase: {phase}\t", millis(*duration));
            write!(out, "{}", ending(status))
        }
        Event::Start { id, version, .. } => write!(out, "START RequestId: {id} Version: {version}"),
        Event::Fault { id, text, error_type } => write!(out, "RequestId: {id} Error: {text}\n{error_type}"),
        // Recorded on AWS: an empty line follows.
        Event::TimedOut { id, seconds } => writeln!(out, "{now} {id} Task timed out after {seconds} seconds"),
        Event::End { id } => write!(out, "END RequestId: {id}"),
        Event::Report { id, report, memory_mb, status, tracing, .. } => {
            let _ = write!(
                out,
                "REPORT RequestId: {id}\tDuration: {} ms\tBilled Duration: {} ms\tMemory Size: {memory_mb} MB\tMax Memory Used: {} MB\t",
                millis(report.duration),
                report.billed_ms,
                report.max_memory_mb,
            );
            if let Some(init) = report.init {
                let _ = write!(out, "Init Duration: {} ms\t", millis(init));
            }
            if let Some(restore) = report.restore {
                let billed = restore.as_nanos().div_ceil(1_000_000);
                let _ = write!(
                    out,
                    "Restore Duration: {} ms\tBilled Restore Duration: {billed} ms\t",
                    millis(restore)
                );
            }
            let _ = write!(out, "{}", ending(status));
            // Recorded on AWS: a line of its own, in the same event.
            match tracing.as_deref().and_then(traced) {
                Some((trace, segment)) => {
                    write!(out, "\nXRAY TraceId: {trace}\tSegmentId: {segment}\tSampled: true\t")
                }
                None => Ok(()),
            }
        }
        Event::Dropped { lines, bytes, reason } => {
            write!(out, "LOGS_DROPPED {lines} lines ({bytes} bytes) of output were dropped: {reason}")
        }
        Event::Extension { name, state, events, error_type } => {
            let _ = write!(out, "EXTENSION\tName: {name}\tState: {state}\tEvents: [{}]", events.join(", "));
            match error_type {
                Some(error_type) => write!(out, "\tError Type: {error_type}"),
                None => Ok(()),
            }
        }
        Event::Subscription { api, name, state, types } => {
            let api = match api {
                Api::Telemetry => "TELEMETRY",
                Api::Logs => "LOGS",
            };
            let types: Vec<String> = types.iter().map(|kind| capital(kind)).collect();
            write!(out, "{api}\tName: {name}\tState: {state}\tTypes: [{}]", types.join(", "))
        }
    };
    Some(out)
}

/// The trace and the segment that a header names.
fn traced(header: &str) -> Option<(&str, &str)> {
    let part = |key: &str| header.split(';').find_map(|part| part.strip_prefix(key)?.strip_prefix('='));
    Some((part("Root")?, part("Parent")?))
}

fn ending(status: &Status) -> String {
    match status {
        Status::Success => String::new(),
        Status::Timeout => "Status: timeout".to_owned(),
        Status::Error { error_type } => format!("Status: error\tError Type: {error_type}"),
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// Milliseconds with two decimals, as in REPORT lines.
fn millis(duration: Duration) -> String {
    format!("{:.2}", duration.as_secs_f64() * 1_000.0)
}
