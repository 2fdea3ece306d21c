//! Events as JSON records, in the shapes of AWS's references of the Telemetry and the Logs API.

use super::{Api, Event, Init, Span, Starting, Status};
use domain::Timestamp;
use serde_json::{Value, json};
use std::time::Duration;

/// Whose shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    /// Of the Telemetry API in all its versions, and of the JSON log.
    Telemetry,
    /// Of the Logs API; `platform.runtimeDone` is in its second version only.
    Logs { runtime_done: bool },
}

pub(super) fn message(event: &Event, now: Timestamp, schema: Schema) -> Option<String> {
    let (kind, record) = match schema {
        Schema::Telemetry => telemetry(event)?,
        Schema::Logs { runtime_done } => logs(event, now, runtime_done)?,
    };
    Some(json!({"time": now.rfc3339(), "type": kind, "record": record}).to_string())
}

type Record = Option<(&'static str, Value)>;

fn telemetry(event: &Event) -> Record {
    let (kind, mut record) = match event {
        Event::InitStart { init, what } => {
            let mut record = of_init(*init);
            put_starting(&mut record, what);
            ("platform.initStart", record)
        }
        Event::InitRuntimeDone { init, status } => {
            let mut record = of_init(*init);
            put_status(&mut record, status, None);
            ("platform.initRuntimeDone", record)
        }
        Event::InitReport { init, duration, status } => {
            let mut record = of_init(*init);
            record["metrics"] = json!({"durationMs": rounded(*duration)});
            put_status(&mut record, status, None);
            ("platform.initReport", record)
        }
        Event::RestoreStart(what) => {
            let mut record = json!({});
            put_starting(&mut record, what);
            ("platform.restoreStart", record)
        }
        Event::RestoreRuntimeDone { status } => {
            let mut record = json!({});
            put_status(&mut record, status, None);
            ("platform.restoreRuntimeDone", record)
        }
        Event::RestoreReport { duration, status } => {
            let mut record = json!({"metrics": {"durationMs": rounded(*duration)}});
            put_status(&mut record, status, None);
            ("platform.restoreReport", record)
        }
        Event::Start { id, version, .. } => {
            ("platform.start", json!({"requestId": *id.0, "version": version.to_string()}))
        }
        Event::RuntimeDone { id, status, duration, produced, spans, .. } => {
            let metrics = json!({"durationMs": rounded(*duration), "producedBytes": produced});
            let mut record = json!({"requestId": *id.0, "metrics": metrics});
            put_status(&mut record, status, None);
            put_spans(&mut record, spans);
            ("platform.runtimeDone", record)
        }
        Event::Report { id, status, error, spans, .. } => {
            let mut record = json!({"requestId": *id.0, "metrics": metrics(event)});
            put_status(&mut record, status, error.as_deref());
            put_spans(&mut record, spans);
            ("platform.report", record)
        }
        Event::Dropped { .. } => ("platform.logsDropped", dropped(event)),
        Event::Extension { .. } => return extension(event),
        Event::Subscription { .. } => return subscription(event),
        // Their status is in `runtimeDone` and `report`.
        Event::Fault { .. } | Event::TimedOut { .. } | Event::End { .. } => return None,
    };
    put_tracing(&mut record, event);
    Some((kind, record))
}

fn logs(event: &Event, now: Timestamp, runtime_done: bool) -> Record {
    Some(match event {
        Event::Start { id, version, .. } => {
            ("platform.start", json!({"requestId": *id.0, "version": version.to_string()}))
        }
        Event::Fault { .. } | Event::TimedOut { .. } => {
            ("platform.fault", event.text(now)?.trim_end().into())
        }
        Event::RuntimeDone { id, status, .. } if runtime_done => {
            let status = match status {
                Status::Success => "success",
                Status::Timeout => "timeout",
                Status::Error { .. } => "failure",
            };
            ("platform.runtimeDone", json!({"requestId": *id.0, "status": status}))
        }
        Event::End { id } => ("platform.end", json!({"requestId": *id.0})),
        Event::Report { id, .. } => {
            let mut record = json!({"requestId": *id.0, "metrics": metrics(event)});
            put_tracing(&mut record, event);
            ("platform.report", record)
        }
        Event::Dropped { .. } => ("platform.logsDropped", dropped(event)),
        Event::Extension { .. } => return extension(event),
        Event::Subscription { .. } => return subscription(event),
        Event::RestoreStart(_)
        | Event::RestoreRuntimeDone { .. }
        | Event::RestoreReport { .. }
        | Event::InitStart { .. }
        | Event::InitRuntimeDone { .. }
        | Event::InitReport { .. }
        | Event::RuntimeDone { .. } => return None,
    })
}

fn of_init(init: Init) -> Value {
    json!({"initializationType": init.initialization, "phase": init.phase.name()})
}

fn put_starting(record: &mut Value, what: &Starting) {
    record["runtimeVersion"] = what.runtime.as_str().into();
    record["runtimeVersionArn"] = what.runtime_arn.as_str().into();
    record["functionName"] = what.function.as_str().into();
    record["functionVersion"] = what.version.to_string().into();
    record["instanceId"] = (*what.instance).into();
    record["instanceMaxMemory"] = what.max_memory.into();
}

fn metrics(event: &Event) -> Value {
    let Event::Report { report, memory_mb, .. } = event else { return Value::Null };
    let mut metrics = json!({
        "durationMs": rounded(report.duration), "billedDurationMs": report.billed_ms,
        "memorySizeMB": memory_mb, "maxMemoryUsedMB": report.max_memory_mb,
    });
    if let Some(init) = report.init {
        metrics["initDurationMs"] = rounded(init).into();
    }
    if let Some(restore) = report.restore {
        metrics["restoreDurationMs"] = rounded(restore).into();
        let billed = restore.as_nanos().div_ceil(1_000_000);
        metrics["billedRestoreDurationMs"] = u64::try_from(billed).unwrap_or(u64::MAX).into();
    }
    metrics
}

fn dropped(event: &Event) -> Value {
    let Event::Dropped { lines, bytes, reason } = event else { return Value::Null };
    json!({"droppedRecords": lines, "droppedBytes": bytes, "reason": reason})
}

/// The same in both APIs.
fn extension(event: &Event) -> Record {
    let Event::Extension { name, state, events, error_type } = event else { return None };
    let mut record = json!({"name": **name, "state": state, "events": events});
    if let Some(error_type) = error_type {
        record["errorType"] = error_type.as_str().into();
    }
    Some(("platform.extension", record))
}

/// The same in both APIs: whoever subscribed by one is told of subscriptions by the other as well.
fn subscription(event: &Event) -> Record {
    let Event::Subscription { api, name, state, types } = event else { return None };
    let kind = match api {
        Api::Telemetry => "platform.telemetrySubscription",
        Api::Logs => "platform.logsSubscription",
    };
    Some((kind, json!({"name": **name, "state": state, "types": types})))
}

fn put_status(record: &mut Value, status: &Status, reported: Option<&str>) {
    let (status, error_type) = match status {
        Status::Success if reported.is_some() => ("error", reported),
        Status::Success => ("success", None),
        Status::Timeout => ("timeout", None),
        Status::Error { error_type } => ("error", Some(error_type.as_str())),
    };
    record["status"] = status.into();
    if let Some(error_type) = error_type {
        record["errorType"] = error_type.into();
    }
}

fn put_spans(record: &mut Value, spans: &[Span]) {
    if spans.is_empty() {
        return;
    }
    let span = |span: &Span| {
        let start = span.start.rfc3339();
        json!({"name": span.name, "start": start, "durationMs": rounded(span.duration)})
    };
    record["spans"] = spans.iter().map(span).collect();
}

fn put_tracing(record: &mut Value, event: &Event) {
    let (Event::Start { tracing: Some(header), .. }
    | Event::RuntimeDone { tracing: Some(header), .. }
    | Event::Report { tracing: Some(header), .. }) = event
    else {
        return;
    };
    record["tracing"] = json!({"type": "X-Amzn-Trace-Id", "value": **header});
}

/// Milliseconds with three decimals.
fn rounded(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1_000_000.0).round() / 1_000.0
}
