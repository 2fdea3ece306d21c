//! Chunks beside a list of all events, and files from before there were chunks.

use super::append::append;
use super::chunk::SPAN;
use super::expire::expire;
use super::groups::{GroupKey, stream_id};
use super::read::{filter, get};
use super::walk::{Direction, FIRST, LAST, Walk, Whose, Window, bounds, prepare};
use crate::sqlite::schema::LOGS;
use crate::{
    EventPosition, EventQuery, FilterQuery, IfMissing, LogBatch, ReadFrom, StoredEvent, StreamSelection,
};
use domain::log::{LogEvent, LogStreamName};
use domain::{AccountId, Region, Scope, Timestamp};
use proptest::prelude::*;
use rusqlite::Connection;
use std::path::Path;

const NOW: Timestamp = Timestamp(77);
const STREAMS: [&str; 3] = ["a", "b", "c"];

fn scope() -> Scope {
    Scope { account: AccountId::new("000000000000").unwrap(), region: Region::new("us-east-1").unwrap() }
}

fn key() -> GroupKey {
    GroupKey::new(&scope(), "g")
}

fn database(steps: Option<usize>) -> Connection {
    let mut db = Connection::open_in_memory().unwrap();
    let schema = steps.map_or(LOGS, |steps| LOGS.first(steps));
    schema.apply(&mut db, Path::new(":memory:")).unwrap();
    db
}

fn write(db: &Connection, stream: &str, events: Vec<LogEvent>) {
    let stream = LogStreamName { scope: scope(), group: "g".into(), stream: stream.into() };
    append(db, &[LogBatch { stream, events }], IfMissing::Create, NOW).unwrap();
}

fn event(at: i64, message: &str) -> LogEvent {
    LogEvent { timestamp: Timestamp(at), message: message.to_owned() }
}

fn query(from: ReadFrom, limit: usize) -> EventQuery {
    EventQuery { start: None, end: None, from, limit, max_bytes: usize::MAX }
}

fn count(db: &Connection) -> i64 {
    db.query_row("SELECT count(*) FROM log_chunk", [], |row| row.get(0)).unwrap()
}

/// All that the store is to have, in order.
#[derive(Debug, Default)]
struct Model {
    events: Vec<(EventPosition, usize, String)>,
    next: i64,
}

impl Model {
    fn write(&mut self, stream: usize, events: &[LogEvent]) {
        for event in events {
            self.next += 1;
            let position = EventPosition { timestamp: event.timestamp, sequence: self.next };
            self.events.push((position, stream, event.message.clone()));
        }
        self.events.sort();
    }

    fn of(&self, stream: usize) -> Vec<(EventPosition, String)> {
        self.events
            .iter()
            .filter(|(_, of, _)| *of == stream)
            .map(|(at, _, text)| (*at, text.clone()))
            .collect()
    }
}

fn plain(events: Vec<StoredEvent>) -> Vec<(EventPosition, String)> {
    events.into_iter().map(|event| (event.position, event.message)).collect()
}

/// One write: a stream, the times of its events and how long they are.
type Writing = (usize, Vec<(i64, usize)>);

fn writings() -> impl Strategy<Value = Vec<Writing>> {
    let time = prop_oneof![0..50_i64, 0..3 * SPAN, 0..40 * SPAN];
    let length = prop_oneof![8 => 0..40_usize, 1 => 0..30_000_usize];
    let events = prop::collection::vec((time, length), 1..6);
    prop::collection::vec((0..STREAMS.len(), events), 1..150)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is written in whatever order: it is all there, in every way of reading, and expires in order.
    #[test]
    fn chunks_are_as_a_list_of_all_events(
        writings in writings(),
        page in 1..40_usize,
        from in 0..40 * SPAN,
        until in 0..40 * SPAN,
        at_once in 1..50_usize,
        memory in prop_oneof![Just(0_usize), Just(200_000)],
    ) {
        let (db, mut model) = (database(None), Model::default());
        for (n, (stream, events)) in writings.iter().enumerate() {
            let events: Vec<_> =
                events.iter().map(|(at, length)| event(*at, &format!("{n} {}", "x".repeat(*length)))).collect();
            write(&db, STREAMS[*stream], events.clone());
            model.write(*stream, &events);
        }
        let group = key().id(&db).unwrap();
        let mut present = Vec::new();
        for (n, name) in STREAMS.iter().enumerate() {
            let Ok(id) = stream_id(&db, group, name) else { continue };
            present.push(n);
            let all = model.of(n);
            prop_assert_eq!(&plain(get(&db, id, query(ReadFrom::Head, usize::MAX)).unwrap()), &all);
            prop_assert_eq!(&plain(get(&db, id, query(ReadFrom::Tail, usize::MAX)).unwrap()), &all);
            let (mut forward, mut at) = (Vec::new(), ReadFrom::Head);
            while let events = plain(get(&db, id, query(at, page)).unwrap()) && let Some(last) = events.last() {
                at = ReadFrom::After(last.0);
                forward.extend(events);
            }
            prop_assert_eq!(&forward, &all);
            let (mut backward, mut at) = (Vec::new(), ReadFrom::Tail);
            while let events = plain(get(&db, id, query(at, page)).unwrap()) && let Some(first) = events.first() {
                at = ReadFrom::Before(first.0);
                backward.splice(0..0, events);
            }
            prop_assert_eq!(&backward, &all);
            let between = EventQuery {
                start: Some(Timestamp(from)), end: Some(Timestamp(until)), ..query(ReadFrom::Tail, usize::MAX)
            };
            let within = |(at, _): &&(EventPosition, String)| (from..until).contains(&at.timestamp.0);
            prop_assert_eq!(plain(get(&db, id, between).unwrap()), all.iter().filter(within).cloned().collect::<Vec<_>>());
        }
        let search = FilterQuery {
            streams: StreamSelection::All, start: Some(Timestamp(from)), end: None, terms: vec!["1 x".to_owned()],
            descending: false, after: None, limit: page, max_bytes: usize::MAX, max_scanned: at_once,
        };
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let part = filter(&db, group, &FilterQuery { after, ..search.clone() }).unwrap();
            found.extend(part.events.into_iter().map(|event| event.event.position));
            after = part.next;
            if after.is_none() { break; }
        }
        let wanted: Vec<_> = model.events.iter()
            .filter(|(at, _, text)| at.timestamp.0 >= from && text.contains("1 x")).map(|(at, ..)| *at).collect();
        prop_assert_eq!(found, wanted);
        // With next to no memory, too.
        for direction in [Direction::Forward, Direction::Backward] {
            let window = Window { after: FIRST, before: LAST };
            let mut statement = prepare(&db, Whose::Group(group), direction).unwrap();
            let rows = statement.query(bounds(Whose::Group(group), direction, window)).unwrap();
            let mut walk = Walk::new(&db, rows, window, direction, &|_| true).unwrap().within(memory);
            let mut walked = Vec::new();
            while let Some(position) = walk.next(|_, event| event.position).unwrap() { walked.push(position); }
            if direction == Direction::Backward { walked.reverse(); }
            prop_assert!(walked.iter().eq(model.events.iter().map(|(at, ..)| at)));
        }
        // All that is older than a moment, and what is left is what it was.
        db.execute("UPDATE log_group SET retention_days = 1", []).unwrap();
        let now = Timestamp(from + 86_400_000);
        let mut gone = 0;
        loop {
            let round = expire(&db, now, None, at_once).unwrap();
            prop_assert!(round.events <= at_once as u64);
            gone += round.events;
            if !round.more { break; }
        }
        let kept: Vec<_> = model.events.iter().filter(|(at, ..)| at.timestamp.0 >= from).collect();
        prop_assert_eq!(gone as usize, model.events.len() - kept.len());
        for n in present {
            let id = stream_id(&db, group, STREAMS[n]).unwrap();
            let left = plain(get(&db, id, query(ReadFrom::Head, usize::MAX)).unwrap());
            let of: Vec<_> = model.of(n).into_iter().filter(|(at, _)| at.timestamp.0 >= from).collect();
            prop_assert_eq!(left, of);
        }
        let bytes: i64 = db.query_row("SELECT ifnull(sum(stored_bytes), 0) FROM log_stream", [], |row| row.get(0)).unwrap();
        prop_assert_eq!(bytes as usize, kept.iter().map(|(.., text)| text.len() + 26).sum::<usize>());
    }
}

#[test]
fn many_lines_are_few_rows() {
    let db = database(None);
    let mut most = 0;
    for n in 0..5_000 {
        write(&db, "s", vec![event(n * 10, &format!("line {n}: something has been done for somebody"))]);
        most = most.max(count(&db));
    }
    assert!(most < 60, "{most}");
    let raw: i64 = db.query_row("SELECT sum(bytes) FROM log_chunk", [], |row| row.get(0)).unwrap();
    let kept: i64 = db.query_row("SELECT sum(length(data)) FROM log_chunk", [], |row| row.get(0)).unwrap();
    assert!(kept * 5 < raw, "{kept} of {raw}");
}

/// As a file was left that has a row for each event.
#[test]
fn rows_become_chunks() {
    let mut db = database(Some(1));
    for sql in [
        "INSERT INTO log_group (id, account, region, name, created) VALUES (1, '000000000000', 'us-east-1', 'g', 0)",
        "INSERT INTO log_stream (id, log_group, name, created, stored_bytes) VALUES (1, 1, 'a', 0, 0), (2, 1, 'b', 0, 0)",
    ] {
        db.execute(sql, []).unwrap();
    }
    for n in 0..3_000 {
        let sql =
            "INSERT INTO log_event (log_group, log_stream, at, ingestion, message) VALUES (1, ?, ?, 9, ?)";
        db.execute(sql, (n % 2 + 1, 5_000 - n, format!("line {n}"))).unwrap();
    }
    db.execute("DELETE FROM log_event WHERE id = 3000", []).unwrap();
    LOGS.apply(&mut db, Path::new(":memory:")).unwrap();
    let a = get(&db, 1, query(ReadFrom::Head, usize::MAX)).unwrap();
    assert_eq!(a.len(), 1_500);
    assert_eq!(
        (a[0].message.as_str(), a[0].position.sequence, a[0].ingestion),
        ("line 2998", 2_999, Timestamp(9))
    );
    assert_eq!(get(&db, 2, query(ReadFrom::Head, usize::MAX)).unwrap().len(), 1_499);
    assert!(count(&db) < 10);
    write(&db, "a", vec![event(9_000, "new")]);
    let last = get(&db, 1, query(ReadFrom::Tail, 1)).unwrap();
    assert_eq!(
        (last[0].message.as_str(), last[0].position.sequence),
        ("new", 3_001),
        "no number is used twice"
    );
}
