//! The command line, and how much is measured.

use crate::{Result, crash};
use std::path::PathBuf;
use std::time::Duration;

/// What this process is for.
pub(crate) enum Task {
    /// To end at once: the cost of a process.
    Nothing,
    /// To serve the HTTP echo.
    Echo,
    /// To measure.
    Measure(Options),
    /// To kill the server and count what it lost.
    Crash(crash::Options),
}

/// What to measure, and how often.
pub(crate) struct Options {
    /// The release binary.
    pub(crate) binary: PathBuf,
    /// The Rust function's `bootstrap`.
    pub(crate) rust_function: PathBuf,
    /// Where the JSON goes.
    pub(crate) output: PathBuf,
    /// Starts of the server.
    pub(crate) starts: usize,
    /// Cold starts of each function.
    pub(crate) colds: usize,
    /// Blocks of warm invocations; a baseline's block comes between two.
    pub(crate) blocks: usize,
    /// Warm invocations in a block.
    pub(crate) block: usize,
    /// How long throughput is measured, each.
    pub(crate) throughput: Duration,
    /// Whether invocations are left out.
    pub(crate) control_only: bool,
    /// Functions in the store when the control plane is measured.
    pub(crate) functions: usize,
    /// Requests of each operation of the control plane.
    pub(crate) requests: usize,
    /// Connections that ask at the same time.
    pub(crate) connections: usize,
}

impl Task {
    /// Reads the arguments.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Options {
            binary: PathBuf::from("target/release/tenfold"),
            rust_function: PathBuf::from(".deps/functions/rust-lambda-runtime/bootstrap"),
            output: PathBuf::from("target/bench/latest.json"),
            starts: 20,
            colds: 30,
            blocks: 10,
            block: 200,
            throughput: Duration::from_secs(4),
            control_only: false,
            functions: 10_000,
            requests: 500,
            connections: 8,
        };
        while let Some(argument) = arguments.next() {
            let mut path = || arguments.next().map(PathBuf::from).ok_or(format!("{argument} needs a path"));
            match argument.as_str() {
                "--nothing" => return Ok(Self::Nothing),
                "--echo" => return Ok(Self::Echo),
                "--crash" => return crash_options(arguments).map(Self::Crash),
                "--binary" => options.binary = path()?,
                "--rust-function" => options.rust_function = path()?,
                "--output" => options.output = path()?,
                "--control-plane" => options.control_only = true,
                "--quick" => {
                    (options.starts, options.colds, options.blocks, options.block) = (5, 6, 3, 50);
                    options.throughput = Duration::from_secs(1);
                    (options.functions, options.requests) = (300, 50);
                }
                other => return Err(format!("unknown argument {other:?}")),
            }
        }
        Ok(Self::Measure(options))
    }
}

fn crash_options(mut arguments: impl Iterator<Item = String>) -> Result<crash::Options> {
    let mut options = crash::Options {
        binary: PathBuf::from("target/debug/tenfold"),
        events: 50_000,
        kill_every: Duration::from_secs(4),
        kills: 3,
        clients: 16,
        seed: 1,
        payload: 100,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let number = |text: String| text.parse::<u64>().map_err(|e| format!("{argument} {text:?}: {e}"));
        let small = |text: String| text.parse::<u32>().map_err(|e| format!("{argument} {text:?}: {e}"));
        match argument.as_str() {
            "--binary" => options.binary = value()?.into(),
            "--events" => options.events = small(value()?)?,
            "--kill-every" => options.kill_every = Duration::from_secs(number(value()?)?.max(1)),
            "--kills" => options.kills = small(value()?)?,
            "--clients" => options.clients = small(value()?)?.clamp(1, 1_000) as usize,
            "--seed" => options.seed = number(value()?)?,
            "--payload" => options.payload = small(value()?)?.min(1_000_000) as usize,
            other => return Err(format!("unknown argument {other:?}")),
        }
    }
    Ok(options)
}
