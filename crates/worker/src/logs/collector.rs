//! One environment's log: lines of its processes and of the platform, on their way to the sink, to the extensions that
//! subscribed, and to the tail of the current invocation.

#[cfg(test)]
mod tests;

use super::event::{Event, Level};
use super::frames::Frames;
use super::lines::{LineBuffer, Tail, pieces};
use crate::telemetry::Telemetry;
use domain::function::LogFormat;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::{MeterKey, Metered};
use domain::{Clock, FunctionConfig, Timestamp, limits};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::time::Instant;

/// Output that an environment may write at once, bytes.
const BURST: f64 = 32.0 * 1_048_576.0;
/// Output that it may go on writing, bytes per second.
const RATE: f64 = 8.0 * 1_048_576.0;
/// What a line costs beside its bytes, for it becomes an event.
const LINE_COST: usize = 32;
/// Why output is thrown away.
const TOO_FAST: &str = "written faster than logs are kept";

/// Which of a process's outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// The third one, in frames.
    Records,
}

/// Whose process it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The runtime, with the function and internal extensions.
    Function,
    /// An external extension.
    Extension,
}

/// One output of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OutputId(u64);

/// See the module's documentation.
pub(crate) struct Collector {
    stream: LogStreamName,
    sink: Arc<dyn LogSink>,
    telemetry: Arc<Telemetry>,
    clock: Arc<dyn Clock>,
    format: LogFormat,
    level: Level,
    meter: MeterKey,
    tmp_mb: u32,
    /// Whether the environment is provisioned.
    provisioned: bool,
    state: Mutex<State>,
}

struct State {
    outputs: Vec<Open>,
    next: u64,
    kept: Kept,
    /// Whether an invocation has begun.
    invoked: bool,
    allowance: f64,
    refilled: Instant,
    dropped: Dropped,
}

/// What is not kept and not said yet.
#[derive(Default)]
struct Dropped {
    lines: u64,
    bytes: u64,
}

/// An output that is being read.
struct Open {
    id: OutputId,
    origin: Origin,
    parser: Parser,
}

/// How an output is divided into events.
enum Parser {
    /// `torn` where the end of the line under way is not wanted, for its beginning was dropped.
    Lines {
        line: LineBuffer,
        torn: bool,
    },
    Records(Frames),
}

/// Where lines and records end up: the current tail, and events that are to be sent.
struct Kept {
    tail: Tail,
    /// Of the last event. Times never go back: the log is kept in their order, and who follows it reads on from there.
    last: Timestamp,
}

impl Kept {
    fn keep(&mut self, events: &mut Vec<LogEvent>, timestamp: Timestamp, text: &str) {
        self.tail.push_line(text.as_bytes());
        self.last = timestamp.max(self.last);
        events.push(LogEvent { timestamp: self.last, message: text.to_owned() });
    }
}

impl Collector {
    /// The log of a new environment.
    pub(crate) fn new(
        function: &FunctionConfig,
        stream: Arc<str>,
        provisioned: bool,
        sink: Arc<dyn LogSink>,
        clock: Arc<dyn Clock>,
        telemetry: Arc<Telemetry>,
    ) -> Arc<Self> {
        let group = function.log_group().into();
        let state = State {
            outputs: Vec::new(),
            next: 0,
            kept: Kept { tail: Tail::new(limits::LOG_TAIL), last: Timestamp(0) },
            invoked: false,
            allowance: BURST,
            refilled: Instant::now(),
            dropped: Dropped::default(),
        };
        Arc::new(Self {
            stream: LogStreamName { scope: function.scope.clone(), group, stream },
            sink,
            telemetry,
            clock,
            format: function.logging.format,
            level: Level::parse(function.logging.system_level.as_deref()),
            meter: MeterKey::of(function),
            tmp_mb: function.ephemeral_mb,
            provisioned,
            state: Mutex::new(state),
        })
    }

    /// The stream's name.
    pub(crate) fn stream(&self) -> &Arc<str> {
        &self.stream.stream
    }

    /// An output of a new process.
    pub(crate) fn open(&self, origin: Origin, output: Output) -> OutputId {
        let mut state = self.lock();
        let id = OutputId(state.next);
        state.next += 1;
        let parser = match output {
            Output::Stdout | Output::Stderr => Parser::Lines { line: LineBuffer::default(), torn: false },
            Output::Records => Parser::Records(Frames::default()),
        };
        state.outputs.push(Open { id, origin, parser });
        id
    }

    /// Nothing is read of it any more. What it left unfinished is not continued.
    pub(crate) fn close(&self, id: OutputId) {
        let mut state = self.lock();
        let mut events = Vec::new();
        if let Some(at) = state.outputs.iter().position(|open| open.id == id) {
            let mut open = state.outputs.remove(at);
            self.flush_one(&mut state.kept, &mut open, &mut events);
        }
        self.send(events);
    }

    /// Takes what a process wrote. What is written to an output after it was closed is nobody's.
    pub(crate) fn output(&self, id: OutputId, bytes: &[u8]) {
        let mut state = self.lock();
        let Some(at) = state.outputs.iter().position(|open| open.id == id) else { return };
        let affordable = state.afford(bytes);
        let mut events = Vec::new();
        if affordable {
            self.say_dropped(&mut state, &mut events);
        }
        let now = self.clock.now();
        let State { outputs, kept, dropped, .. } = &mut *state;
        let Open { origin, parser, .. } = &mut outputs[at];
        let mut keep = |at: Timestamp, text: &[u8]| self.keep(kept, &mut events, *origin, at, text);
        match parser {
            Parser::Lines { line, torn } => {
                let rest = if *torn { skip_line(bytes, torn, dropped) } else { bytes };
                if affordable {
                    line.feed(rest, |line| keep(now, line));
                } else {
                    line.flush(|line| keep(now, line));
                    dropped.add_lines(rest);
                    *torn = rest.last().map_or(*torn, |last| *last != b'\n');
                }
            }
            Parser::Records(records) if affordable => {
                records.feed(bytes, |at, text| keep(at.unwrap_or(now).min(now), text));
            }
            // Still told apart, or the next one would begin in the middle.
            Parser::Records(records) => {
                dropped.bytes += bytes.len() as u64;
                records.feed(bytes, |_, _| dropped.lines += 1);
            }
        }
        self.send(events);
    }

    /// What the program that starts the runtime on AWS, and that we do not have, would write to its standard output.
    pub(crate) fn say_as_runtime(&self, text: &str) {
        let id = self.open(Origin::Function, Output::Stdout);
        self.output(id, text.as_bytes());
        self.close(id);
    }

    /// The event that opens an invocation: unfinished lines of before are not its own, and its tail starts here. The
    /// first invocation's tail has the init phase too, for it waited for that.
    pub(crate) fn begin(&self, event: &Event) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        if std::mem::replace(&mut state.invoked, true) {
            state.kept.tail.clear();
        }
        self.platform(&mut state, &mut events, event);
        self.send(events);
    }

    /// An init phase comes next that belongs to the invocation after it: to its tail, too.
    pub(crate) fn begin_with_init(&self) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        if std::mem::take(&mut state.invoked) {
            state.kept.tail.clear();
        }
        self.send(events);
    }

    /// Events of the platform, after all output so far, unfinished lines included.
    pub(crate) fn say(&self, said: &[Event]) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        for event in said {
            self.platform(&mut state, &mut events, event);
        }
        match said.iter().find_map(|event| self.metered(event)) {
            Some(metered) => self.sink.append_metered(&self.stream, events, metered),
            None => self.send(events),
        }
    }

    /// What an invocation used, of the event that reports it.
    fn metered(&self, event: &Event) -> Option<Metered> {
        let Event::Report { report, memory_mb, .. } = event else { return None };
        let now = self.clock.now();
        Some(Metered::invocation(&self.meter, *memory_mb, self.tmp_mb, self.provisioned, report, now))
    }

    /// The tail of the current invocation.
    pub(crate) fn tail(&self) -> Vec<u8> {
        self.lock().kept.tail.to_vec()
    }

    fn flush(&self, state: &mut State, events: &mut Vec<LogEvent>) {
        let State { outputs, kept, .. } = state;
        // Extensions go on: what they are about to say has nothing to do with an invocation.
        for open in outputs.iter_mut().filter(|open| open.origin == Origin::Function) {
            self.flush_one(kept, open, events);
        }
        self.say_dropped(state, events);
    }

    fn flush_one(&self, kept: &mut Kept, open: &mut Open, events: &mut Vec<LogEvent>) {
        let now = self.clock.now();
        let mut keep = |at: Timestamp, text: &[u8]| self.keep(kept, events, open.origin, at, text);
        match &mut open.parser {
            Parser::Lines { line, .. } => line.flush(|line| keep(now, line)),
            Parser::Records(records) => records.flush(|at, text| keep(at.unwrap_or(now).min(now), text)),
        }
    }

    fn keep(
        &self,
        kept: &mut Kept,
        events: &mut Vec<LogEvent>,
        origin: Origin,
        timestamp: Timestamp,
        text: &[u8],
    ) {
        // What is no text grows when it is made text.
        for text in pieces(&String::from_utf8_lossy(text)) {
            kept.keep(events, timestamp, text);
            if self.telemetry.listens() {
                self.telemetry.log(origin, timestamp, text);
            }
        }
    }

    fn say_dropped(&self, state: &mut State, events: &mut Vec<LogEvent>) {
        let Dropped { lines, bytes } = std::mem::take(&mut state.dropped);
        if bytes > 0 {
            self.platform(state, events, &Event::Dropped { lines, bytes, reason: TOO_FAST });
        }
    }

    fn platform(&self, state: &mut State, events: &mut Vec<LogEvent>, event: &Event) {
        let now = self.clock.now();
        let message = match self.format {
            LogFormat::Text => event.text(now),
            LogFormat::Json => event.json(now, self.level),
        };
        if let Some(message) = message {
            state.kept.keep(events, now, &message);
        }
        if self.telemetry.listens() {
            self.telemetry.event(event, now);
        }
    }

    fn send(&self, events: Vec<LogEvent>) {
        if !events.is_empty() {
            self.sink.append(&self.stream, events);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A token bucket.
    fn afford(&mut self, bytes: &[u8]) -> bool {
        let now = Instant::now();
        let earned = now.duration_since(self.refilled).as_secs_f64() * RATE;
        self.allowance = (self.allowance + earned).min(BURST);
        self.refilled = now;
        let cost = (bytes.len() + newlines(bytes) * LINE_COST) as f64;
        let affordable = self.allowance >= cost;
        if affordable {
            self.allowance -= cost;
        }
        affordable
    }
}

impl Dropped {
    fn add_lines(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.lines += newlines(bytes) as u64;
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// Drops the rest of a line whose beginning was dropped; gives what follows it.
fn skip_line<'a>(bytes: &'a [u8], torn: &mut bool, dropped: &mut Dropped) -> &'a [u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
    *torn = end.is_none();
    let (rest_of_line, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    dropped.add_lines(rest_of_line);
    rest
}
