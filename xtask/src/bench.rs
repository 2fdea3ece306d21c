//! `cargo xtask bench`: builds the release binary and the measuring program, then measures.

use crate::command::show;
use crate::deps;
use crate::workspace::{Workspace, without_cargo_run};
use std::process::Command;

/// As little as shows that it works, with the development build that is there already: a part of `cargo xtask test`.
pub(crate) fn smoke(workspace: &Workspace) -> Result<bool, String> {
    deps::rust_function(workspace)?;
    let mut bench = Command::new(workspace.target("debug/bench"));
    without_cargo_run(&mut bench);
    bench.current_dir(workspace.root()).arg("--binary").arg(workspace.target("debug/tenfold"));
    bench.arg("--output").arg(workspace.target("bench/smoke.json")).arg("--smoke");
    Ok(show(&mut bench)?.success)
}

/// Runs it with the arguments after `bench`, which the measuring program understands.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    deps::rust_function(workspace)?;
    // Rows that need them say so where they are not there.
    for why in deps::bench_functions(workspace) {
        eprintln!("xtask: packages for the benchmark cannot be installed: {why}");
    }
    let build = ["build", "--release", "--locked", "--package", "tenfold", "--package", "bench"];
    if !show(workspace.cargo().args(build))?.success {
        return Ok(false);
    }
    let mut bench = Command::new(workspace.target("release/bench"));
    without_cargo_run(&mut bench);
    bench
        .current_dir(workspace.root())
        .arg("--binary")
        .arg(workspace.target("release/tenfold"))
        .arg("--rust-function")
        .arg(workspace.path(".deps/functions/rust-lambda-runtime/bootstrap"))
        .arg("--packages")
        .arg(workspace.path(".deps/functions"))
        .arg("--output")
        .arg(workspace.target("bench/latest.json"))
        .args(arguments);
    Ok(show(&mut bench)?.success)
}
