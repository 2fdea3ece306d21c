//! Measures the release binary, each number beside a baseline that is taken in the same run, interleaved with it.
//!
//! Everything stays on this machine's loopback, and every loop is bounded in count or time. Run by `cargo xtask bench`; the
//! crash test, which has the same client, by `cargo xtask crash`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks on its terminal")]

mod admission;
mod against;
mod baseline;
mod burst;
mod client;
mod cold;
mod commits;
mod control;
mod count;
mod crash;
mod crowd;
mod custom;
mod density;
mod events;
mod export;
mod features;
mod function;
mod imports;
mod itself;
mod kept;
mod lines;
mod load;
mod logs;
mod measure;
mod memory;
mod metrics;
mod options;
mod payloads;
mod queue;
mod report;
mod room;
mod server;
mod stats;
mod step;
mod streaming;
mod timeouts;
mod warm;

use options::{Options, Task};
use std::process::ExitCode;

/// What any part answers with in case of trouble: words for the person who runs it.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    // In a sandbox it is the function.
    let ran = match std::env::var("AWS_LAMBDA_RUNTIME_API") {
        Ok(api) => custom::serve(&api).map(|()| true),
        Err(_) => run(),
    };
    match ran {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("bench: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all was well; what was not has been printed.
fn run() -> Result<bool> {
    match Task::parse(std::env::args().skip(1))? {
        Task::Nothing => Ok(true),
        Task::Echo => baseline::serve_echo().map(|()| true),
        Task::Relay => payloads::relay().map(|()| true),
        Task::Copy => payloads::copy().map(|()| true),
        Task::Measure(options) => measure_all(&options),
        Task::Against(options) => {
            let report = runtime()?.block_on(against::all(&options))?;
            written(&report, &options.output).map(|()| true)
        }
        Task::Count(options) => runtime()?.block_on(count::run(&options)),
        Task::Crash(options) => runtime()?.block_on(async {
            tokio::select! {
                over = crash::run(&options) => over,
                // The server goes along.
                () = interrupted() => Err("interrupted".to_owned()),
            }
        }),
    }
}

async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    match (signal(SignalKind::interrupt()), signal(SignalKind::terminate())) {
        (Ok(mut interrupt), Ok(mut terminate)) => {
            tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        }
        _ => std::future::pending().await,
    }
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().map_err(|e| format!("tokio: {e}"))
}

/// Whether every section came to its end; and where it is asked for, whether every target holds.
fn measure_all(options: &Options) -> Result<bool> {
    let report = runtime()?.block_on(measure::all(options))?;
    written(&report, &options.output)?;
    Ok(!report.is_broken() && (!options.strict || report.verdicts().1 == 0))
}

fn written(report: &report::Report, output: &std::path::Path) -> Result<()> {
    print!("{}", report.text());
    for file in report.write(output)? {
        println!("written to {}", file.display());
    }
    Ok(())
}
