//! The command line, and how much is measured.

use crate::{Result, against, count, crash};
use std::path::PathBuf;
use std::time::Duration;

/// What this process is for.
pub(crate) enum Task {
    /// To end at once: the cost of a process.
    Nothing,
    /// To serve the HTTP echo.
    Echo,
    /// To pass on what large payloads are compared with, to another process.
    Relay,
    /// To be that process.
    Copy,
    /// To measure.
    Measure(Box<Options>),
    /// To measure another server.
    Against(Box<against::Options>),
    /// To count what a warm Invoke costs the server.
    Count(count::Options),
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
    /// Cold starts of functions that import much.
    Imports,
    /// Warm invocations and throughput.
    Warm,
    /// Many cold starts at once.
    Burst,
    /// Many idle environments.
    Density,
    /// Asynchronous invocations.
    Async,
    /// The queue of events, and how it grows.
    Queue,
    /// Large payloads.
    Payloads,
    /// Memory by the number of functions, and after loads.
    Kept,
    /// Responses that stream.
    Streaming,
    /// When time limits end what runs.
    Timeouts,
    /// Log lines.
    Logs,
    /// Metrics, and what being observed costs.
    Metrics,
    /// What features add to a warm invocation.
    Features,
    /// Authentication and authorization by the number of policies.
    Admission,
    /// The control plane with many functions.
    ControlPlane,
}

impl Section {
    /// All, in the order in which they are measured and reported.
    pub(crate) const ALL: [Self; 17] = [
        Self::Itself,
        Self::Cold,
        Self::Imports,
        Self::Warm,
        Self::Burst,
        Self::Density,
        Self::Async,
        Self::Queue,
        Self::Payloads,
        Self::Kept,
        Self::Streaming,
        Self::Timeouts,
        Self::Logs,
        Self::Metrics,
        Self::Features,
        Self::Admission,
        Self::ControlPlane,
    ];

    /// Its argument, without the dashes.
    pub(crate) fn flag(self) -> &'static str {
        match self {
            Self::Itself => "server",
            Self::Cold => "cold",
            Self::Imports => "imports",
            Self::Warm => "warm",
            Self::Burst => "burst",
            Self::Density => "density",
            Self::Async => "async",
            Self::Queue => "queue",
            Self::Payloads => "payloads",
            Self::Kept => "kept",
            Self::Streaming => "streaming",
            Self::Timeouts => "timeouts",
            Self::Logs => "logs",
            Self::Metrics => "metrics",
            Self::Features => "features",
            Self::Admission => "admission",
            Self::ControlPlane => "control-plane",
        }
    }

    /// Its heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Itself => "the server itself",
            Self::Cold => "cold starts",
            Self::Imports => "cold starts with heavy imports",
            Self::Warm => "warm invocations",
            Self::Burst => "bursts of cold starts",
            Self::Density => "density: many idle environments",
            Self::Async => "events",
            Self::Queue => "the queue of events",
            Self::Payloads => "large payloads",
            Self::Kept => "what the server keeps in memory",
            Self::Streaming => "streamed responses",
            Self::Timeouts => "time limits: later than they should be",
            Self::Logs => "logs",
            Self::Metrics => "metrics, and what being observed adds to an invocation",
            Self::Features => "what features add to a warm invocation",
            Self::Admission => "who may: one warm Invoke",
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
    /// Where the packages of the functions that import much are, each below its own name.
    pub(crate) packages: PathBuf,
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
    /// Those of each that come at a steady pace.
    pub(crate) paced: usize,
    /// Cold starts of each function that imports much.
    pub(crate) imports: usize,
    /// Environments in a burst, and how many bursts there are.
    pub(crate) burst: usize,
    pub(crate) burst_rounds: usize,
    /// Idle environments, step by step.
    pub(crate) environments: Vec<usize>,
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
    /// Events that are queued when the queue is measured, ascending.
    pub(crate) queued: Vec<usize>,
    /// Log lines that are searched, and how often.
    pub(crate) lines: usize,
    pub(crate) searches: usize,
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
    /// As little as shows that every part of the benchmark works: its figures say nothing.
    fn smoke(&mut self) {
        self.sections.extend([
            Section::Itself,
            Section::Cold,
            Section::Warm,
            Section::Burst,
            Section::Density,
        ]);
        (self.starts, self.colds, self.paced, self.blocks, self.block) = (1, 2, 2, 1, 10);
        self.throughput = Duration::from_millis(200);
        (self.burst, self.burst_rounds, self.environments) = (4, 1, vec![1, 2]);
    }

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
            packages: PathBuf::from(".deps/functions"),
            output: PathBuf::from("target/bench/latest.json"),
            strict: false,
            sections: Vec::new(),
            starts: 20,
            colds: 200,
            paced: 100,
            imports: 10,
            burst: 500,
            burst_rounds: 3,
            environments: vec![1, 10, 100, 500, 1_000, 2_000],
            blocks: 10,
            block: 200,
            throughput: Duration::from_secs(4),
            rounds: 5,
            round: Duration::from_secs(1),
            events: 200,
            queued: vec![0, 100_000, 1_000_000],
            lines: 10_000_000,
            searches: 3,
            stream_mib: 64,
            timeouts: 40,
            functions: 10_000,
            requests: 500,
            connections: 8,
        };
        let mut other = Against::default();
        while let Some(argument) = arguments.next() {
            let mut text = || arguments.next().ok_or(format!("{argument} needs a value"));
            let mut path = || text().map(PathBuf::from);
            match argument.as_str() {
                "--nothing" => return Ok(Self::Nothing),
                "--echo" => return Ok(Self::Echo),
                "--relay" => return Ok(Self::Relay),
                "--copy" => return Ok(Self::Copy),
                "--count" => return count_options(arguments).map(Self::Count),
                "--crash" => return crash_options(arguments).map(Self::Crash),
                "--binary" => options.binary = path()?,
                "--rust-function" => options.rust_function = path()?,
                "--packages" => options.packages = path()?,
                "--output" => options.output = path()?,
                "--against" => other.url = Some(text()?),
                "--access-key" => other.access_key = Some(text()?),
                "--secret-key" => other.secret_key = Some(text()?),
                "--yes-send-load" => other.may_send_load = true,
                "--strict" => options.strict = true,
                "--smoke" => options.smoke(),
                "--quick" => {
                    (options.starts, options.colds, options.blocks, options.block) = (5, 10, 3, 50);
                    options.paced = 10;
                    (options.imports, options.burst, options.burst_rounds) = (3, 100, 2);
                    options.environments = vec![1, 10, 100];
                    options.throughput = Duration::from_secs(1);
                    (options.rounds, options.round) = (3, Duration::from_millis(300));
                    (options.events, options.stream_mib, options.timeouts) = (30, 16, 4);
                    (options.functions, options.requests) = (300, 50);
                    options.queued = vec![0, 10_000];
                    options.lines = 1_000_000;
                }
                other => {
                    match Section::ALL.into_iter().find(|s| other.strip_prefix("--") == Some(s.flag())) {
                        Some(section) => options.sections.push(section),
                        None => return Err(format!("unknown argument {other:?}")),
                    }
                }
            }
        }
        match other.url.clone() {
            Some(url) => Ok(Self::Against(Box::new(other.options(url, options)?))),
            None => Ok(Self::Measure(Box::new(options))),
        }
    }
}

/// What was said of another server.
#[derive(Default)]
struct Against {
    url: Option<String>,
    access_key: Option<String>,
    secret_key: Option<String>,
    may_send_load: bool,
}

impl Against {
    /// Keys are those of the environment where none are given, as every AWS tool has it.
    fn options(self, url: String, usual: Options) -> Result<against::Options> {
        if !usual.sections.is_empty() {
            return Err("--against measures all that the API shows: no section goes with it".to_owned());
        }
        let key = |given: Option<String>, name: &str| {
            given.or_else(|| std::env::var(name).ok()).unwrap_or_else(|| "test".to_owned())
        };
        Ok(against::Options {
            url,
            access_key: key(self.access_key, "AWS_ACCESS_KEY_ID"),
            secret_key: key(self.secret_key, "AWS_SECRET_ACCESS_KEY"),
            may_send_load: self.may_send_load,
            rust_function: usual.rust_function,
            output: usual.output.with_file_name("against.json"),
            colds: usual.colds / 4 + 5,
            warms: usual.blocks * usual.block / 4,
            time: usual.throughput,
        })
    }
}

fn count_options(mut arguments: impl Iterator<Item = String>) -> Result<count::Options> {
    let mut options = count::Options {
        binary: PathBuf::from("target/debug/tenfold"),
        rust_function: PathBuf::from(".deps/functions/rust-lambda-runtime/bootstrap"),
        record: PathBuf::from("bench/instructions.json"),
        build: "development".to_owned(),
        write: false,
        patience: count::PATIENCE,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--binary" => options.binary = value()?.into(),
            "--rust-function" => options.rust_function = value()?.into(),
            "--record" => options.record = value()?.into(),
            "--build" => options.build = value()?,
            "--write" => options.write = true,
            "--patience" => {
                let seconds = value()?.parse().map_err(|e| format!("{argument}: {e}"))?;
                options.patience = Duration::from_secs(seconds);
            }
            other => return Err(format!("unknown argument {other:?}")),
        }
    }
    Ok(options)
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
