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

/// What can be measured on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Start-up, size, memory.
    Itself,
    /// Cold starts.
    Cold,
    /// Warm invocations and throughput.
    Warm,
    /// Asynchronous invocations.
    Async,
    /// Responses that stream.
    Streaming,
    /// When time limits end what runs.
    Timeouts,
    /// What features add to a warm invocation.
    Features,
    /// The control plane with many functions.
    ControlPlane,
}

impl Section {
    /// All, in the order in which they are measured and reported.
    pub(crate) const ALL: [Self; 8] = [
        Self::Itself,
        Self::Cold,
        Self::Warm,
        Self::Async,
        Self::Streaming,
        Self::Timeouts,
        Self::Features,
        Self::ControlPlane,
    ];

    /// Its argument, without the dashes.
    pub(crate) fn flag(self) -> &'static str {
        match self {
            Self::Itself => "server",
            Self::Cold => "cold",
            Self::Warm => "warm",
            Self::Async => "async",
            Self::Streaming => "streaming",
            Self::Timeouts => "timeouts",
            Self::Features => "features",
            Self::ControlPlane => "control-plane",
        }
    }

    /// Its heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Itself => "the server itself",
            Self::Cold => "cold starts",
            Self::Warm => "warm invocations",
            Self::Async => "events",
            Self::Streaming => "streamed responses",
            Self::Timeouts => "time limits: later than they should be",
            Self::Features => "what features add to a warm invocation",
            Self::ControlPlane => "control plane",
        }
    }
}

/// What to measure, and how often.
pub(crate) struct Options {
    /// The release binary.
    pub(crate) binary: PathBuf,
    /// The Rust function's `bootstrap`.
    pub(crate) rust_function: PathBuf,
    /// Where the JSON goes.
    pub(crate) output: PathBuf,
    /// Whether a target that does not hold is a failure.
    pub(crate) strict: bool,
    /// The sections that were asked for; none stands for all.
    sections: Vec<Section>,
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
    /// Rounds of what is measured for a time, and how long one is.
    pub(crate) rounds: usize,
    pub(crate) round: Duration,
    /// Asynchronous invocations whose latency is measured.
    pub(crate) events: usize,
    /// MiB of a streamed response.
    pub(crate) stream_mib: usize,
    /// Invocations of each kind that are ended by their time limit of a second, two at once.
    pub(crate) timeouts: usize,
    /// Functions in the store when the control plane is measured.
    pub(crate) functions: usize,
    /// Requests of each operation of the control plane.
    pub(crate) requests: usize,
    /// Connections that ask at the same time.
    pub(crate) connections: usize,
}

impl Options {
    /// Whether a section is to be measured.
    pub(crate) fn wants(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }
}

impl Task {
    /// Reads the arguments.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Options {
            binary: PathBuf::from("target/release/tenfold"),
            rust_function: PathBuf::from(".deps/functions/rust-lambda-runtime/bootstrap"),
            output: PathBuf::from("target/bench/latest.json"),
            strict: false,
            sections: Vec::new(),
            starts: 20,
            colds: 30,
            blocks: 10,
            block: 200,
            throughput: Duration::from_secs(4),
            rounds: 5,
            round: Duration::from_secs(1),
            events: 200,
            stream_mib: 64,
            timeouts: 40,
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
                "--strict" => options.strict = true,
                "--quick" => {
                    (options.starts, options.colds, options.blocks, options.block) = (5, 6, 3, 50);
                    options.throughput = Duration::from_secs(1);
                    (options.rounds, options.round) = (3, Duration::from_millis(300));
                    (options.events, options.stream_mib, options.timeouts) = (30, 16, 4);
                    (options.functions, options.requests) = (300, 50);
                }
                other => {
                    match Section::ALL.into_iter().find(|s| other.strip_prefix("--") == Some(s.flag())) {
                        Some(section) => options.sections.push(section),
                        None => return Err(format!("unknown argument {other:?}")),
                    }
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections() {
        for (arguments, wanted, not) in [
            (&["--quick"][..], Section::Async, None),
            (&["--async"], Section::Async, Some(Section::Cold)),
            (&["--async", "--quick", "--timeouts"], Section::Timeouts, Some(Section::Features)),
        ] {
            let Ok(Task::Measure(options)) = Task::parse(arguments.iter().map(|a| (*a).to_owned())) else {
                panic!("{arguments:?}")
            };
            assert!(options.wants(wanted), "{arguments:?}");
            assert!(not.is_none_or(|section| !options.wants(section)), "{arguments:?}");
        }
        assert!(Task::parse(["--never".to_owned()].into_iter()).is_err());
    }
}
