//! Which architectures' functions run here. A package may hold machine code, so one for another architecture is not
//! run at all unless that was asked for.

use domain::FunctionConfig;
use worker::PrepareError;

/// This machine's architecture as Lambda names it.
pub fn of_this_machine() -> &'static str {
    match std::env::consts::ARCH {
        "aarch64" => "arm64",
        other => other,
    }
}

/// Whether a function can run where only `runs` is run; `None` runs all.
pub(crate) fn check(runs: Option<&str>, function: &FunctionConfig) -> Result<(), PrepareError> {
    let wanted = function.architecture.as_str();
    match runs {
        Some(runs) if runs != wanted => Err(PrepareError {
            code: "InvalidConfiguration",
            reason: format!("The function is for {wanted}, and this machine runs {runs} only."),
        }),
        _ => Ok(()),
    }
}
