//! The `tenfold` binary: command line, configuration, and the one place where everything is plugged together.
//!
//! Never here: a rule of AWS, a decision about a function, a system call of the sandbox.

mod allocator;
mod api;
mod bootstraps;
mod cli;
mod client;
mod compose;
mod config;
mod data_dir;
mod elsewhere;
mod export;
mod failure;
mod front_door;
mod inspection;
mod keeper;
mod keys;
mod logging;
mod shell;
mod signals;
mod terminal;

use clap::Parser;
use cli::{Cli, Plan, Serve};
use failure::Failure;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use terminal::Terminal;

/// Threads that block on files; each has a stack of its own, and disks do not get faster with more.
const MAX_BLOCKING_THREADS: usize = 32;
/// More worker threads do not help: the work is done in the sandboxes.
const MAX_WORKER_THREADS: usize = 8;

static START: OnceLock<Instant> = OnceLock::new();

/// Time since the process began to run our code.
fn since_start() -> Duration {
    START.get_or_init(Instant::now).elapsed()
}

fn main() -> ExitCode {
    since_start();
    let taken = keys::take_variable();
    match taken.and_then(|()| run(Cli::parse())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    match cli.plan()? {
        Plan::Serve(serve) => run_server(serve),
        Plan::Once(once) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|e| Failure::Machine(format!("cannot start: {e}")))?;
            runtime.block_on(once.run(&mut Terminal::stdout()))
        }
    }
}

/// The order matters: the keeper is forked while this process has a single thread and has opened nothing.
fn run_server(serve: Serve) -> Result<(), Failure> {
    keys::run_command(&serve.config().keys)?;
    let keeper = keeper::Keeper::fork()?;
    keeper.renounce_privileges()?;
    keeper.wall_in(&serve)?;
    allocator::limit_arenas();
    leave_no_dump();
    logging::start(serve.config().log_format);
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores.min(MAX_WORKER_THREADS))
        .max_blocking_threads(MAX_BLOCKING_THREADS)
        .enable_all()
        .build()
        .map_err(|e| Failure::Machine(format!("cannot start: {e}")))?;
    let ended = runtime.block_on(serve.run(keeper, &mut Terminal::stdout()));
    // Whatever still runs has had its time; the keeper ends the sandboxes when this process is gone.
    runtime.shutdown_background();
    ended
}

/// A dump of this process would have keys and secrets of functions in it. One byte is too little for a file, and is what
/// keeps the kernel from starting a handler (core(5)).
fn leave_no_dump() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = Rlimit { current: Some(1), ..getrlimit(Resource::Core) };
    if let Err(error) = setrlimit(Resource::Core, limit) {
        tracing::warn!(%error, "a crash may leave a dump of this process");
    }
}

/// Says on standard error what went wrong, where it has not been said.
fn report(failure: &Failure) {
    use std::io::Write;
    if matches!(failure, Failure::Function | Failure::PipeClosed) {
        return;
    }
    let text = failure.to_string();
    let text: Vec<_> = text.lines().map(|line| terminal::harmless(line, false)).collect();
    // If standard error is gone too, the exit code has to do.
    let _ = writeln!(std::io::stderr(), "tenfold: {}", text.join("\n"));
}
