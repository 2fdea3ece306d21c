//! `cargo xtask count`: what a warm Invoke costs the server, in instructions and system calls, beside what it did.

use crate::command::show;
use crate::deps;
use crate::workspace::{Workspace, without_cargo_run};
use std::process::Command;

/// Builds what is needed, then counts. `--release` takes the release build instead of the development one.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    let (release, arguments): (Vec<_>, Vec<_>) =
        arguments.iter().cloned().partition(|argument| argument == "--release");
    deps::rust_function(workspace)?;
    let mut build = workspace.cargo();
    build.args(["build", "--locked", "--package", "tenfold", "--package", "bench"]);
    if !release.is_empty() {
        build.arg("--release");
    }
    Ok(show(&mut build)?.success && count(workspace, !release.is_empty(), &arguments)?)
}

/// Counts with the development build, which the tests have made.
pub(crate) fn development(workspace: &Workspace) -> Result<bool, String> {
    count(workspace, false, &[])
}

fn count(workspace: &Workspace, release: bool, arguments: &[String]) -> Result<bool, String> {
    let (directory, build) = if release { ("release", "release") } else { ("debug", "development") };
    let mut count = Command::new(workspace.target(&format!("{directory}/bench")));
    without_cargo_run(&mut count);
    count
        .current_dir(workspace.root())
        .args(["--count", "--build", build, "--record", "bench/instructions.json"])
        .arg("--binary")
        .arg(workspace.target(&format!("{directory}/tenfold")))
        .arg("--rust-function")
        .arg(workspace.path(".deps/functions/rust-lambda-runtime/bootstrap"))
        .args(arguments);
    Ok(show(&mut count)?.success)
}
