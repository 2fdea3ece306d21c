//! `cargo xtask soak`: builds the release binary, loads it for a long time and looks at what is left.

use crate::command::show;
use crate::deps;
use crate::workspace::{Workspace, without_cargo_run};
use std::process::Command;

/// Runs it with the arguments after `soak`, which `tests/e2e/soak` understands.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    deps::python(workspace)?;
    deps::rust_function(workspace)?;
    if !show(workspace.cargo().args(["build", "--release", "--locked", "--package", "tenfold"]))?.success {
        return Ok(false);
    }
    let mut soak = Command::new(workspace.path(".deps/venv/bin/python"));
    without_cargo_run(&mut soak);
    soak.current_dir(workspace.path("tests/e2e"))
        .args(["-m", "soak"])
        .args(arguments)
        .env("TENFOLD_BINARY", workspace.target("release/tenfold"));
    Ok(show(&mut soak)?.success)
}
