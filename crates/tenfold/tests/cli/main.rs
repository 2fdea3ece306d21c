//! The built binary from outside: what it prints and how it exits.

#![allow(clippy::unwrap_used, reason = "a test helper that cannot go on is a failed test")]

mod offline;
mod serving;

use std::process::{Command, Output};

/// The binary, with none of the variables that would change what it does.
fn tenfold(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tenfold"));
    for name in ["TENFOLD_DATA_DIR", "TENFOLD_LOG", "XDG_DATA_HOME"] {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// Exit code, standard output, standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    told(&tenfold(args).output().unwrap())
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}
