//! `cargo xtask crash`: builds the binary and the crash test, as the tests have them, and runs it.

use crate::command::show;
use crate::workspace::{Workspace, without_cargo_run};
use std::process::Command;

/// Enough for a few kills in the middle of everything, within half a minute: a part of `cargo xtask test`.
const SHORT: [&str; 6] = ["--events", "1500", "--kill-every", "3", "--clients", "8"];

/// Runs it with the arguments after `crash`, which the test understands.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    let build = ["build", "--locked", "--package", "tenfold", "--package", "bench"];
    Ok(show(workspace.cargo().args(build))?.success && test(workspace, arguments)?)
}

/// The short form, with what is built already.
pub(crate) fn short(workspace: &Workspace) -> Result<bool, String> {
    test(workspace, &SHORT.map(str::to_owned))
}

fn test(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    let mut crash = Command::new(workspace.target("debug/bench"));
    without_cargo_run(&mut crash);
    crash.current_dir(workspace.root()).arg("--crash").arg("--binary").arg(workspace.target("debug/tenfold"));
    Ok(show(crash.args(arguments))?.success)
}
