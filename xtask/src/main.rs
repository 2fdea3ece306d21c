//! Development tasks: `cargo xtask test`, `install`, `test-vm`, `bench`, `count`, `soak`, `fuzz`, `crash`, `generate`, `clean-up`.
//!
//! Never here: anything that the product needs at run time. Nothing is installed outside the ignored folders
//! `.deps/` and `target/`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks on its terminal")]

mod architecture;
mod bench;
mod command;
mod compatibility;
mod count;
mod crash;
mod deps;
mod fuzz;
mod generate;
mod ledger;
mod licences;
mod report;
mod soak;
mod suite;
mod vm;
mod workspace;

use std::process::ExitCode;
use workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask <task>

  test [--only lint|rust|runtimes|e2e|crash|bench|count|fuzz|vm] [-- PYTEST-ARGUMENTS]
                       install what the tests need, then run them (all, or one part)
  install [PART…]      only install what the tests need (all, or parts), into .deps/
  test-vm              boot a Debian kernel with cgroup v2 in an emulator, and run there the tests of the sandbox,
                       of limits and the demo, as root and as an ordinary user (a part of `test`)
  bench [--quick] [--strict] [--server] [--cold] [--imports] [--warm] [--burst] [--density] [--async] [--queue]
        [--payloads] [--kept] [--streaming] [--timeouts] [--logs] [--metrics] [--features]
        [--admission] [--control-plane]
                       measure (all, or parts), print a table, write target/bench/latest.json and charts;
                       --strict fails where a target does not hold
  bench --against URL [--access-key ID] [--secret-key KEY] [--quick] [--yes-send-load]
                       measure another server that speaks the Lambda API, write target/bench/against.json
  soak [--minutes M] [--seed S] [--threads T]
                       load the release binary (30 minutes) and look at what is left of it
  fuzz [--seconds N | --minutes N] [--seed S] [--coverage] [TARGET…]
                       run the fuzz targets, each so long, on mutations of their corpora; or with libFuzzer, which
                       takes a nightly toolchain
  crash [--events N] [--kill-every SECONDS] [--kills N] [--clients N] [--seed N] [--payload BYTES]
                       kill the server again and again while it takes events, and count what was lost
  count [--release] [--write] [--patience SECONDS]
                       count the instructions and system calls of a warm Invoke, and compare them with
                       bench/instructions.json (or write that)
  generate [--check]   write the tables made from models/, or only compare them
  clean-up             remove .deps/
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::from(2)
        }
    }
}

/// Runs one task; `Ok(false)` where it ran and something in it failed.
fn run(arguments: &[String]) -> Result<bool, String> {
    let (task, rest) = match arguments.split_first() {
        Some((task, rest)) => (task.as_str(), rest),
        None => return Err(format!("no task given\n\n{USAGE}")),
    };
    // Before anything is built. What follows `--` is another program's.
    if rest
        .iter()
        .take_while(|argument| *argument != "--")
        .any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{USAGE}");
        return Ok(true);
    }
    let workspace = Workspace::find()?;
    match task {
        "test" => suite::run(&workspace, &suite::Options::parse(rest)?),
        "install" => deps::install(&workspace, rest).map(|()| true),
        "test-vm" => suite::run(&workspace, &suite::Options::only_vm()),
        "count" => count::run(&workspace, rest),
        "crash" => crash::run(&workspace, rest),
        "bench" => bench::run(&workspace, rest),
        "soak" => soak::run(&workspace, rest),
        "fuzz" => fuzz::run(&workspace, rest),
        "generate" => generate::generate(rest.iter().any(|argument| argument == "--check")).map(|()| true),
        "clean-up" => deps::clean_up(&workspace).map(|()| true),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(true)
        }
        other => Err(format!("there is no task {other:?}\n\n{USAGE}")),
    }
}
