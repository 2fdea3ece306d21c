//! One environment's log: lines of its processes and of the platform, on their way to the sink, and the tail of the
//! current invocation.

use super::frames::Frames;
use super::lines::{LineBuffer, Tail};
use super::platform::{Level, Line};
use domain::function::LogFormat;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::{Clock, FunctionConfig, Timestamp, limits};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::time::Instant;

/// Output that an environment may write at once, bytes.
const BURST: f64 = 32.0 * 1_048_576.0;
/// Output that it may go on writing, bytes per second.
const RATE: f64 = 8.0 * 1_048_576.0;

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

/// See the module's documentation.
pub(crate) struct Collector {
    stream: LogStreamName,
    sink: Arc<dyn LogSink>,
    clock: Arc<dyn Clock>,
    format: LogFormat,
    level: Level,
    state: Mutex<State>,
}

struct State {
    stdout: LineBuffer,
    stderr: LineBuffer,
    records: Frames,
    kept: Kept,
    /// Whether an invocation has begun.
    invoked: bool,
    allowance: f64,
    refilled: Instant,
    dropped_lines: u64,
    dropped_bytes: u64,
}

/// Where lines and records end up: the current tail, and events that are to be sent.
struct Kept {
    tail: Tail,
    /// Of the last event. Times never go back: the log is kept in their order, and who follows it reads on from there.
    last: Timestamp,
}

impl Kept {
    fn keep(&mut self, events: &mut Vec<LogEvent>, timestamp: Timestamp, text: &[u8]) {
        self.tail.push_line(text);
        self.last = timestamp.max(self.last);
        events.push(LogEvent { timestamp: self.last, message: String::from_utf8_lossy(text).into_owned() });
    }
}

impl Collector {
    /// The log of a new environment.
    pub(crate) fn new(
        function: &FunctionConfig,
        stream: Arc<str>,
        sink: Arc<dyn LogSink>,
        clock: Arc<dyn Clock>,
    ) -> Arc<Self> {
        let group = function.log_group().into();
        let state = State {
            stdout: LineBuffer::default(),
            stderr: LineBuffer::default(),
            records: Frames::default(),
            kept: Kept { tail: Tail::new(limits::LOG_TAIL), last: Timestamp(0) },
            invoked: false,
            allowance: BURST,
            refilled: Instant::now(),
            dropped_lines: 0,
            dropped_bytes: 0,
        };
        Arc::new(Self {
            stream: LogStreamName { scope: function.scope.clone(), group, stream },
            sink,
            clock,
            format: function.logging.format,
            level: Level::parse(function.logging.system_level.as_deref()),
            state: Mutex::new(state),
        })
    }

    /// The stream's name.
    pub(crate) fn stream(&self) -> &str {
        &self.stream.stream
    }

    /// A process starts; nothing is read of an earlier one any more. What that left unfinished is not continued.
    pub(crate) fn start(&self) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        state.records = Frames::default();
        self.send(events);
    }

    /// Takes what a process wrote.
    pub(crate) fn output(&self, output: Output, bytes: &[u8]) {
        let mut state = self.lock();
        if !state.afford(bytes.len()) {
            state.drop_output(output, bytes);
            return;
        }
        let mut events = Vec::new();
        self.say_dropped(&mut state, &mut events);
        let now = self.clock.now();
        let State { stdout, stderr, records, kept, .. } = &mut *state;
        match output {
            Output::Stdout => stdout.feed(bytes, |line| kept.keep(&mut events, now, line)),
            Output::Stderr => stderr.feed(bytes, |line| kept.keep(&mut events, now, line)),
            Output::Records => {
                records.feed(bytes, |at, text| kept.keep(&mut events, at.unwrap_or(now).min(now), text));
            }
        }
        self.send(events);
    }

    /// The lines that open an invocation: unfinished lines of before are not its own, and its tail starts here. The
    /// first invocation's tail has the init phase too, for it waited for that.
    pub(crate) fn begin(&self, line: &Line<'_>) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        if std::mem::replace(&mut state.invoked, true) {
            state.kept.tail.clear();
        }
        self.platform(&mut state, &mut events, line);
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

    /// Lines of the platform, after all output so far, unfinished lines included.
    pub(crate) fn say(&self, lines: &[Line<'_>]) {
        let mut state = self.lock();
        let mut events = Vec::new();
        self.flush(&mut state, &mut events);
        for line in lines {
            self.platform(&mut state, &mut events, line);
        }
        self.send(events);
    }

    /// The tail of the current invocation.
    pub(crate) fn tail(&self) -> Vec<u8> {
        self.lock().kept.tail.to_vec()
    }

    fn flush(&self, state: &mut State, events: &mut Vec<LogEvent>) {
        let now = self.clock.now();
        let State { stdout, stderr, records, kept, .. } = state;
        for buffer in [stdout, stderr] {
            buffer.flush(|line| kept.keep(events, now, line));
        }
        records.flush(|at, text| kept.keep(events, at.unwrap_or(now).min(now), text));
        self.say_dropped(state, events);
    }

    fn say_dropped(&self, state: &mut State, events: &mut Vec<LogEvent>) {
        let (lines, bytes) =
            (std::mem::take(&mut state.dropped_lines), std::mem::take(&mut state.dropped_bytes));
        if bytes > 0 {
            self.platform(state, events, &Line::Dropped { lines, bytes });
        }
    }

    fn platform(&self, state: &mut State, events: &mut Vec<LogEvent>, line: &Line<'_>) {
        let now = self.clock.now();
        let message = match self.format {
            LogFormat::Text => line.text(),
            LogFormat::Json => line.json(now, self.level),
        };
        if let Some(message) = message {
            state.kept.keep(events, now, message.as_bytes());
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
    /// Counts what is not kept. Records are still told apart, or the next one would begin in the middle.
    fn drop_output(&mut self, output: Output, bytes: &[u8]) {
        self.dropped_bytes += bytes.len() as u64;
        match output {
            Output::Stdout | Output::Stderr => {
                self.dropped_lines += bytes.iter().filter(|b| **b == b'\n').count() as u64;
            }
            Output::Records => self.records.feed(bytes, |_, _| self.dropped_lines += 1),
        }
    }

    /// A token bucket in bytes.
    fn afford(&mut self, bytes: usize) -> bool {
        let now = Instant::now();
        let earned = now.duration_since(self.refilled).as_secs_f64() * RATE;
        self.allowance = (self.allowance + earned).min(BURST);
        self.refilled = now;
        let cost = bytes as f64;
        let affordable = self.allowance >= cost;
        if affordable {
            self.allowance -= cost;
        }
        affordable
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::function;
    use domain::clock::SystemClock;
    use std::time::Duration;

    #[derive(Default)]
    struct Kept(Mutex<Vec<String>>);

    impl LogSink for Kept {
        fn append(&self, _: &LogStreamName, events: Vec<LogEvent>) {
            self.0.lock().unwrap().extend(events.into_iter().map(|event| event.message));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_cut_off_and_counted() {
        let kept = Arc::new(Kept::default());
        let log = Collector::new(&function(), "s".into(), Arc::clone(&kept) as _, Arc::new(SystemClock));
        let mebibyte = [&[b'x'; 1023][..], b"\n"].concat().repeat(1_024);
        let lines =
            |prefix: &str| kept.0.lock().unwrap().iter().filter(|line| line.starts_with(prefix)).count();
        for _ in 0..40 {
            log.output(Output::Stdout, &mebibyte);
        }
        assert_eq!((lines("x"), lines("LOGS_DROPPED")), (32 * 1_024, 0));
        // The platform's own lines are never cut off, and say what was.
        log.say(&[Line::End { id: "1", status: &crate::logs::Status::Success }]);
        assert_eq!(lines("LOGS_DROPPED 8192 lines (8388608 bytes)"), 1);
        assert_eq!(lines("END RequestId: 1"), 1);
        // A second later there is room again, for what a second allows.
        tokio::time::advance(Duration::from_secs(1)).await;
        for _ in 0..10 {
            log.output(Output::Stderr, &mebibyte);
        }
        log.say(&[]);
        assert_eq!((lines("x"), lines("LOGS_DROPPED 2048 lines")), (40 * 1_024, 1));
    }
    #[tokio::test(start_paused = true)]
    async fn dropped_records_are_counted_and_the_next_are_whole() {
        let kept = Arc::new(Kept::default());
        let log = Collector::new(&function(), "s".into(), Arc::clone(&kept) as _, Arc::new(SystemClock));
        let record = |text: &str| {
            let length = u32::try_from(text.len()).unwrap().to_be_bytes();
            [&[0xa5, 0x5a, 0, 3], &length[..], &[0; 8], text.as_bytes()].concat()
        };
        let stream = record(&"x\n".repeat(504)).repeat(34 * 1_024);
        // So that every read ends within a record.
        for read in stream[..34 << 20].chunks(1_000_000) {
            log.output(Output::Records, read);
        }
        log.say(&[]);
        let count =
            |start: &str| kept.0.lock().unwrap().iter().filter(|line| line.starts_with(start)).count();
        let said =
            kept.0.lock().unwrap().iter().find(|line| line.starts_with("LOGS_DROPPED")).cloned().unwrap();
        let dropped: usize = said.split(' ').nth(1).unwrap().parse().unwrap();
        assert!((2_500..2_700).contains(&dropped), "{said}");
        assert_eq!(count("x\n") + dropped, 34 * 1_024);
        tokio::time::advance(Duration::from_secs(1)).await;
        log.output(Output::Records, &record("a\nb\n"));
        assert_eq!(count("a\nb"), 1);
    }
}
