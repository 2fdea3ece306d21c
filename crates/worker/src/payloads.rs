//! What a caller gets where the function itself could not answer: AWS's payloads, word by word. Pure.

use crate::environment::{Ended, Owner};
use bytes::Bytes;
use domain::InvocationId;
use sandbox::ExitStatus;
use serde_json::json;

/// A failure of the function's process or of the contract with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// Such as `Runtime.ExitError`.
    pub(crate) error_type: &'static str,
    /// The sentence after `RequestId: … Error: `.
    pub(crate) text: String,
}

impl Failure {
    /// A process ended.
    pub(crate) fn exit(ended: Ended) -> Self {
        match ended.owner {
            Owner::Runtime => Self::runtime_exit(ended.status),
            Owner::Extension(_) => Self {
                error_type: "Extension.Crash",
                text: match ended.status {
                    ExitStatus::Exited(0) => "exit code 0".into(),
                    ExitStatus::Exited(code) => format!("exit status {code}"),
                    ExitStatus::Signaled(signal) => format!("signal: {}", signal_name(signal)),
                    ExitStatus::OomKilled => "signal: killed".into(),
                },
            },
        }
    }

    fn runtime_exit(status: ExitStatus) -> Self {
        match status {
            ExitStatus::Exited(0) => Self {
                error_type: "Runtime.ExitError",
                text: "Runtime exited without providing a reason".into(),
            },
            ExitStatus::Exited(code) => Self {
                error_type: "Runtime.ExitError",
                text: format!("Runtime exited with error: exit status {code}"),
            },
            ExitStatus::Signaled(signal) => Self {
                error_type: "Runtime.ExitError",
                text: format!("Runtime exited with error: signal: {}", signal_name(signal)),
            },
            ExitStatus::OomKilled => Self {
                error_type: "Runtime.OutOfMemory",
                text: "Runtime exited with error: signal: killed".into(),
            },
        }
    }

    /// The program could not be started.
    pub(crate) fn entrypoint(program: &str, reason: &str) -> Self {
        Self { error_type: "Runtime.InvalidEntrypoint", text: format!("fork/exec {program}: {reason}") }
    }

    /// There is no program to start.
    pub(crate) fn no_bootstrap() -> Self {
        Self {
            error_type: "Runtime.InvalidEntrypoint",
            text: "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]".into(),
        }
    }

    /// The program of an extension could not be started.
    pub(crate) fn launch(text: String) -> Self {
        Self { error_type: "Extension.LaunchError", text }
    }

    /// The answer broke off.
    pub(crate) fn truncated() -> Self {
        Self { error_type: "Runtime.TruncatedResponse", text: "Response body was truncated".into() }
    }

    /// The time limit.
    pub(crate) fn timeout(seconds: &str) -> Self {
        Self { error_type: "Sandbox.Timedout", text: format!("Task timed out after {seconds} seconds") }
    }

    /// The payload.
    pub(crate) fn payload(&self, id: &InvocationId) -> Bytes {
        let message = format!("RequestId: {id} Error: {}", self.text);
        json!({"errorType": self.error_type, "errorMessage": message}).to_string().into()
    }
}

/// The type of an error that a runtime reported, as INIT_REPORT and REPORT tell it: only `Runtime.…` and `Function.…` are
/// the platform's (the runtime interface emulator's rule).
pub(crate) fn platform_type(reported: Option<&str>) -> &str {
    let reported = reported.unwrap_or_default();
    let known = |family: &str| {
        reported.match_indices(family).any(|(at, _)| {
            let mut rest = reported[at + family.len()..].chars();
            rest.next().is_some_and(|c| c.is_ascii_uppercase())
                && rest.next().is_some_and(|c| c.is_ascii_alphabetic())
        })
    };
    if known("Runtime.") || known("Function.") {
        reported
    } else if reported.starts_with("Function.") {
        "Function.Unknown"
    } else {
        "Runtime.Unknown"
    }
}

/// The type of [`too_large`].
pub(crate) const TOO_LARGE: &str = "Function.ResponseSizeTooLarge";

/// The response passed the limit, in bytes.
pub(crate) fn too_large(limit: usize) -> Bytes {
    let message = format!("Response payload size exceeded maximum allowed payload size ({limit} bytes).");
    json!({"errorMessage": message, "errorType": TOO_LARGE}).to_string().into()
}

/// Signals as AWS spells them, whose platform is written in Go. Those that end no process are left out.
fn signal_name(signal: i32) -> String {
    match signal {
        1 => "hangup".into(),
        2 => "interrupt".into(),
        3 => "quit".into(),
        4 => "illegal instruction".into(),
        5 => "trace/breakpoint trap".into(),
        6 => "aborted".into(),
        7 => "bus error".into(),
        8 => "floating point exception".into(),
        9 => "killed".into(),
        10 => "user defined signal 1".into(),
        11 => "segmentation fault".into(),
        12 => "user defined signal 2".into(),
        13 => "broken pipe".into(),
        14 => "alarm clock".into(),
        15 => "terminated".into(),
        16 => "stack fault".into(),
        24 => "CPU time limit exceeded".into(),
        25 => "file size limit exceeded".into(),
        26 => "virtual timer expired".into(),
        27 => "profiling timer expired".into(),
        29 => "I/O possible".into(),
        30 => "power failure".into(),
        // SIGSYS: what the sandbox's system call filter sends.
        31 => "bad system call".into(),
        other => format!("signal {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_that_the_platform_tells() {
        for (reported, told) in [
            (Some("Runtime.ImportModuleError"), "Runtime.ImportModuleError"),
            (Some("Function.Broken"), "Function.Broken"),
            (Some("Function.x"), "Function.Unknown"),
            (Some("Runtime.X"), "Runtime.Unknown"),
            (Some("KeyError"), "Runtime.Unknown"),
            (Some("Funktion<Runtime.Error>"), "Funktion<Runtime.Error>"),
            (None, "Runtime.Unknown"),
        ] {
            assert_eq!(platform_type(reported), told, "{reported:?}");
        }
    }

    #[test]
    fn payloads_as_recorded_on_aws() {
        let id = InvocationId("1-2".into());
        let exit = |status| Failure::exit(Ended { owner: Owner::Runtime, status });
        let crash = |status| Failure::exit(Ended { owner: Owner::Extension(0), status });
        let payload = |failure: Failure| String::from_utf8(failure.payload(&id).to_vec()).unwrap();
        assert_eq!(
            payload(Failure::timeout("1.00")),
            r#"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 1-2 Error: Task timed out after 1.00 seconds"}"#
        );
        assert_eq!(
            payload(exit(ExitStatus::Exited(0))),
            r#"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 1-2 Error: Runtime exited without providing a reason"}"#
        );
        assert!(payload(exit(ExitStatus::Exited(127))).contains("with error: exit status 127\""));
        assert!(payload(exit(ExitStatus::Signaled(11))).contains("signal: segmentation fault\""));
        assert!(payload(exit(ExitStatus::OomKilled)).contains("Runtime.OutOfMemory"));
        assert_eq!(
            payload(crash(ExitStatus::Exited(0))),
            r#"{"errorType":"Extension.Crash","errorMessage":"RequestId: 1-2 Error: exit code 0"}"#
        );
        assert!(payload(crash(ExitStatus::Exited(3))).contains("Error: exit status 3\""));
        assert!(payload(crash(ExitStatus::Signaled(9))).contains("Error: signal: killed\""));
        assert_eq!(
            too_large(domain::limits::MAX_RESPONSE),
            r#"{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}"#
        );
    }
}
