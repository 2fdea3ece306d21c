//! The platform's own lines: INIT_START, START, END, REPORT and the rest, as text and as JSON. Pure.

use domain::Timestamp;
use domain::invocation::Report;
use serde_json::{Value, json};
use std::fmt::Write;
use std::time::Duration;

/// How an init phase or an invocation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Well, or with an error that the handler raised and the runtime reported.
    Success,
    /// By the time limit.
    Timeout,
    /// The process or the contract broke.
    Error {
        /// Such as `Runtime.ExitError`.
        error_type: String,
    },
}

/// When an initialisation happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InitPhase {
    /// Before the invocation.
    Init,
    /// Within it, because the first one failed or the environment was reset.
    Invoke,
}

/// One of the platform's lines.
#[derive(Clone, Debug)]
pub(crate) enum Line<'a> {
    /// A runtime process starts.
    InitStart {
        initialization: &'a str,
        runtime: &'a str,
        runtime_arn: &'a str,
        phase: InitPhase,
        function: &'a str,
        version: &'a str,
    },
    /// An init phase failed (in text), or ended (in JSON).
    InitReport { initialization: &'a str, duration: Duration, phase: InitPhase, status: &'a Status },
    /// An invocation begins.
    Start { id: &'a str, version: &'a str },
    /// What went wrong with the process, in a sentence.
    Fault { id: &'a str, text: &'a str, error_type: &'a str },
    /// The time limit.
    TimedOut { id: &'a str, seconds: &'a str, now: Timestamp },
    /// An invocation ended.
    End { id: &'a str, status: &'a Status },
    /// Its measurements.
    Report { id: &'a str, report: &'a Report, memory_mb: u32, status: &'a Status, error: bool },
    /// Output was thrown away.
    Dropped { lines: u64, bytes: u64 },
}

/// System log levels, from the least severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Everything.
    Debug,
    /// The default.
    Info,
    /// Failures only.
    Warn,
}

impl Level {
    /// `SystemLogLevel`; INFO where it is absent.
    pub(crate) fn parse(text: Option<&str>) -> Self {
        match text {
            Some("DEBUG") => Self::Debug,
            Some("WARN") => Self::Warn,
            _ => Self::Info,
        }
    }
}

impl Line<'_> {
    /// The text form; `None` where it has none.
    pub(crate) fn text(&self) -> Option<String> {
        let mut out = String::with_capacity(192);
        // Writing to a string cannot fail.
        let _ = match self {
            // Recorded on AWS: an environment's log has one, however often the init phase is tried.
            Self::InitStart { phase: InitPhase::Invoke, .. } => return None,
            Self::InitStart { runtime, runtime_arn, .. } => {
                write!(out, "INIT_START Runtime Version: {runtime}\tRuntime Version ARN: {runtime_arn}")
            }
            Self::InitReport { status: Status::Success, .. } => return None,
            Self::InitReport { duration, phase, status, .. } => {
                let phase = phase.name();
                let _ = write!(out, "INIT_REPORT Init Duration: {} ms\tPhase: {phase}\t", millis(*duration));
                write!(out, "{}", status.text())
            }
            Self::Start { id, version } => write!(out, "START RequestId: {id} Version: {version}"),
            Self::Fault { id, text, error_type } => {
                write!(out, "RequestId: {id} Error: {text}\n{error_type}")
            }
            Self::TimedOut { id, seconds, now } => {
                write!(out, "{now} {id} Task timed out after {seconds} seconds")
            }
            Self::End { id, .. } => write!(out, "END RequestId: {id}"),
            Self::Report { id, report, memory_mb, status, .. } => {
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
                write!(out, "{}", status.text())
            }
            Self::Dropped { lines, bytes } => write!(
                out,
                "LOGS_DROPPED {lines} lines ({bytes} bytes) of output were dropped: written faster than logs are kept"
            ),
        };
        Some(out)
    }

    /// The JSON form; `None` where the level hides it.
    pub(crate) fn json(&self, now: Timestamp, level: Level) -> Option<String> {
        if self.level() < level {
            return None;
        }
        let (kind, record) = self.record()?;
        Some(json!({"time": now.rfc3339(), "type": kind, "record": record}).to_string())
    }

    fn level(&self) -> Level {
        match self {
            Self::InitReport { status: Status::Success, .. } | Self::End { status: Status::Success, .. } => {
                Level::Debug
            }
            Self::InitStart { .. } | Self::Start { .. } => Level::Info,
            Self::Report { status: Status::Success, error: false, .. } => Level::Info,
            _ => Level::Warn,
        }
    }

    fn record(&self) -> Option<(&'static str, Value)> {
        let mut record = match self {
            Self::InitStart { initialization, runtime, runtime_arn, phase, function, version } => json!({
                "initializationType": initialization, "phase": phase.name(), "runtimeVersion": runtime,
                "runtimeVersionArn": runtime_arn, "functionName": function, "functionVersion": version,
            }),
            Self::InitReport { initialization, duration, phase, .. } => json!({
                "initializationType": initialization, "phase": phase.name(),
                "metrics": {"durationMs": rounded(*duration)},
            }),
            Self::Start { id, version } => json!({"requestId": id, "version": version}),
            Self::End { id, .. } => json!({"requestId": id}),
            Self::Report { id, report, memory_mb, .. } => {
                let mut metrics = json!({
                    "durationMs": rounded(report.duration), "billedDurationMs": report.billed_ms,
                    "memorySizeMB": memory_mb, "maxMemoryUsedMB": report.max_memory_mb,
                });
                if let Some(init) = report.init {
                    metrics["initDurationMs"] = rounded(init).into();
                }
                json!({"requestId": id, "metrics": metrics})
            }
            Self::Dropped { lines, bytes } => json!({
                "droppedRecords": lines, "droppedBytes": bytes,
                "reason": "output was written faster than logs are kept",
            }),
            // Their status is in the report.
            Self::Fault { .. } | Self::TimedOut { .. } => return None,
        };
        if let Self::InitReport { status, .. } | Self::End { status, .. } | Self::Report { status, .. } = self
        {
            let failed = matches!(self, Self::Report { error: true, .. });
            record["status"] = status.json(failed).into();
            if let Status::Error { error_type } = status {
                record["errorType"] = error_type.as_str().into();
            }
        }
        let kind = match self {
            Self::InitStart { .. } => "platform.initStart",
            Self::InitReport { .. } => "platform.initReport",
            Self::Start { .. } => "platform.start",
            Self::End { .. } => "platform.runtimeDone",
            Self::Report { .. } => "platform.report",
            _ => "platform.logsDropped",
        };
        Some((kind, record))
    }
}

impl InitPhase {
    fn name(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::Invoke => "invoke",
        }
    }
}

impl Status {
    fn text(&self) -> String {
        match self {
            Self::Success => String::new(),
            Self::Timeout => "Status: timeout".to_owned(),
            Self::Error { error_type } => format!("Status: error\tError Type: {error_type}"),
        }
    }

    fn json(&self, failed: bool) -> &'static str {
        match self {
            Self::Success if failed => "error",
            Self::Success => "success",
            Self::Timeout => "timeout",
            Self::Error { .. } => "error",
        }
    }
}

/// Milliseconds with two decimals, as in REPORT lines.
fn millis(duration: Duration) -> String {
    format!("{:.2}", duration.as_secs_f64() * 1_000.0)
}

/// Milliseconds with three decimals, as in JSON.
fn rounded(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1_000_000.0).round() / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(init: Option<Duration>) -> Report {
        Report { duration: Duration::from_micros(3_010), init, billed_ms: 114, max_memory_mb: 36 }
    }

    #[test]
    fn text_as_recorded_on_aws() {
        let report_line = |report: &Report, status: &Status| {
            Line::Report { id: "1-2", report, memory_mb: 128, status, error: false }.text().unwrap()
        };
        assert_eq!(
            report_line(&report(Some(Duration::from_micros(110_100))), &Status::Success),
            "REPORT RequestId: 1-2\tDuration: 3.01 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tInit Duration: 110.10 ms\t"
        );
        assert!(report_line(&report(None), &Status::Timeout).ends_with("Used: 36 MB\tStatus: timeout"));
        let status = Status::Error { error_type: "Runtime.ExitError".to_owned() };
        assert!(
            report_line(&report(None), &status).ends_with("\tStatus: error\tError Type: Runtime.ExitError")
        );
        for (line, text) in [
            (Line::Start { id: "1-2", version: "$LATEST" }, "START RequestId: 1-2 Version: $LATEST"),
            (Line::End { id: "1-2", status: &Status::Success }, "END RequestId: 1-2"),
            (
                Line::TimedOut { id: "1-2", seconds: "3.00", now: Timestamp(0) },
                "1970-01-01T00:00:00.000Z 1-2 Task timed out after 3.00 seconds",
            ),
            (
                Line::InitReport {
                    initialization: "on-demand",
                    duration: Duration::from_secs(10),
                    phase: InitPhase::Init,
                    status: &Status::Timeout,
                },
                "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout",
            ),
        ] {
            assert_eq!(line.text().unwrap(), text);
        }
    }

    #[test]
    fn json_by_level() {
        let report = report(None);
        let ok =
            Line::Report { id: "1", report: &report, memory_mb: 128, status: &Status::Success, error: false };
        let failed =
            Line::Report { id: "1", report: &report, memory_mb: 128, status: &Status::Success, error: true };
        let start = Line::Start { id: "1", version: "7" };
        let end = Line::End { id: "1", status: &Status::Success };
        let shown = |level| [&ok, &failed, &start, &end].map(|line| line.json(Timestamp(0), level).is_some());
        assert_eq!(shown(Level::Debug), [true, true, true, true]);
        assert_eq!(shown(Level::Info), [true, true, true, false]);
        assert_eq!(shown(Level::Warn), [false, true, false, false]);
        let value: Value = serde_json::from_str(&failed.json(Timestamp(0), Level::Info).unwrap()).unwrap();
        assert_eq!(value["type"], "platform.report");
        assert_eq!(value["record"]["status"], "error");
        assert_eq!(value["record"]["metrics"]["billedDurationMs"], 114);
    }
}
