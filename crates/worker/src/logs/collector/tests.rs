use super::*;
use crate::fixture::{function, telemetry};
use domain::InvocationId;
use domain::clock::SystemClock;
use std::time::Duration;

#[derive(Default)]
struct Kept(Mutex<Vec<String>>);

impl LogSink for Kept {
    fn append(&self, _: &LogStreamName, events: Vec<LogEvent>) {
        self.0.lock().unwrap().extend(events.into_iter().map(|event| event.message));
    }

    fn append_metered(&self, stream: &LogStreamName, events: Vec<LogEvent>, _: Metered) {
        self.append(stream, events);
    }
}

impl Kept {
    fn lines(&self, prefix: &str) -> usize {
        self.0.lock().unwrap().iter().filter(|line| line.starts_with(prefix)).count()
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }

    /// Lines and bytes, summed up over all notices.
    fn said_dropped(&self) -> (usize, usize) {
        let lines = self.0.lock().unwrap();
        let notices = lines.iter().filter_map(|line| line.strip_prefix("LOGS_DROPPED "));
        notices.fold((0, 0), |(lines, bytes), notice| {
            let mut words = notice.split([' ', '(']).filter_map(|word| word.parse::<usize>().ok());
            (lines + words.next().unwrap(), bytes + words.next().unwrap())
        })
    }
}

fn log() -> (Arc<Kept>, Arc<Collector>) {
    let kept = Arc::new(Kept::default());
    let sink = Arc::clone(&kept) as _;
    (kept, Collector::new(&function(), "s".into(), false, sink, Arc::new(SystemClock), telemetry()))
}

#[tokio::test(start_paused = true)]
async fn a_flood_is_cut_off_and_counted() {
    let (kept, log) = log();
    let (stdout, stderr) =
        (log.open(Origin::Function, Output::Stdout), log.open(Origin::Function, Output::Stderr));
    let mebibyte = [&[b'x'; 1023][..], b"\n"].concat().repeat(1_024);
    for _ in 0..40 {
        log.output(stdout, &mebibyte);
    }
    // A line costs a little more than its bytes.
    assert_eq!((kept.lines("x"), kept.lines("LOGS_DROPPED")), (31 * 1_024, 0));
    // The platform's own lines are never cut off, and say what was.
    log.say(&[Event::End { id: InvocationId("1".into()) }]);
    assert_eq!(kept.lines("LOGS_DROPPED 9216 lines (9437184 bytes)"), 1);
    assert_eq!(kept.lines("END RequestId: 1"), 1);
    // A second later there is room again, for what a second allows.
    tokio::time::advance(Duration::from_secs(1)).await;
    for _ in 0..10 {
        log.output(stderr, &mebibyte);
    }
    log.say(&[]);
    assert_eq!(kept.lines("x"), 38 * 1_024);
    assert_eq!(kept.said_dropped(), (12 * 1_024, 12 << 20));
}

#[tokio::test(start_paused = true)]
async fn many_small_lines_are_a_flood_too() {
    let (kept, log) = log();
    let stdout = log.open(Origin::Function, Output::Stdout);
    let lines = b"\n".repeat(16 << 10);
    for _ in 0..256 {
        log.output(stdout, &lines);
    }
    log.say(&[]);
    let whole = kept.0.lock().unwrap().iter().filter(|line| line.is_empty()).count();
    assert!(whole <= (32 << 20) / LINE_COST, "{whole}");
    assert_eq!(kept.said_dropped(), ((4 << 20) - whole, (4 << 20) - whole));
}

/// A line whose beginning or end was dropped is not put together with another one's.
#[tokio::test(start_paused = true)]
async fn what_is_kept_beside_a_gap_is_no_mixture() {
    let (kept, log) = log();
    let stdout = log.open(Origin::Function, Output::Stdout);
    let extension = log.open(Origin::Extension, Output::Stdout);
    log.output(stdout, b"first\nsecond, be");
    // All that is left of what may be written at once.
    log.output(extension, &vec![b'x'; (32 << 20) - 16 - LINE_COST]);
    log.output(stdout, b"dropped\ndropped, be");
    tokio::time::advance(Duration::from_secs(10)).await;
    log.output(stdout, b"ginning\nwhole\n");
    let lines = kept.take();
    let others: Vec<&str> =
        lines.iter().map(String::as_str).filter(|line| !line.starts_with(['x', 'L'])).collect();
    assert_eq!(others, ["first", "second, be", "whole"], "{others:?}");
    assert!(lines.iter().any(|line| line.starts_with("LOGS_DROPPED")));
}

/// Neither newlines nor text: pieces of the largest size of an event.
#[tokio::test(start_paused = true)]
async fn binary_without_lines_is_divided() {
    let (kept, log) = log();
    let stdout = log.open(Origin::Function, Output::Stdout);
    for _ in 0..64 {
        log.output(stdout, &[0xff; 16 << 10]);
    }
    log.say(&[]);
    let pieces = kept.take();
    // Three bytes for each.
    assert_eq!(pieces.iter().map(|piece| piece.chars().count()).sum::<usize>(), 1 << 20);
    assert!(pieces.len() < 20 && pieces.iter().all(|piece| piece.len() <= 256 << 10));
}

#[tokio::test(start_paused = true)]
async fn several_processes_do_not_mix() {
    let (kept, log) = log();
    let function = log.open(Origin::Function, Output::Stdout);
    let extension = log.open(Origin::Extension, Output::Stdout);
    log.output(function, b"one ");
    log.output(extension, b"other ");
    log.output(function, b"function\n");
    log.output(extension, b"extension\nunfinished");
    log.close(extension);
    log.output(extension, b"nobody's\n");
    assert_eq!(kept.take(), ["one function", "other extension", "unfinished"]);
}

#[tokio::test(start_paused = true)]
async fn dropped_records_are_counted_and_the_next_are_whole() {
    let (kept, log) = log();
    let records = log.open(Origin::Function, Output::Records);
    let record = |text: &str| {
        let length = u32::try_from(text.len()).unwrap().to_be_bytes();
        [&[0xa5, 0x5a, 0, 3], &length[..], &[0; 8], text.as_bytes()].concat()
    };
    let stream = record(&"x".repeat(1_008)).repeat(34 * 1_024);
    // So that every read ends within a record.
    for read in stream[..34 << 20].chunks(1_000_000) {
        log.output(records, read);
    }
    log.say(&[]);
    let (dropped, _) = kept.said_dropped();
    assert!((2_500..2_700).contains(&dropped), "{dropped}");
    assert_eq!(kept.lines("x") + dropped, 34 * 1_024);
    tokio::time::advance(Duration::from_secs(1)).await;
    log.output(records, &record("a\nb\n"));
    assert_eq!(kept.lines("a\nb"), 1);
}
