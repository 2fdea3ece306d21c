use super::*;
use crate::call::tests::call;
use crate::read::Reader;
use crate::verify::{Report, verify};
use domain::clock::SystemClock;
use proptest::prelude::*;
use std::fs;
use vault::{Key, Keyring, RingError};

fn signer() -> Signer {
    Keyring::of(Key::new(&[3; 32])).signer(crate::PURPOSE)
}

fn open(directory: &Path) -> Trail {
    open_with(directory, Retention::default())
}

fn open_with(directory: &Path, retention: Retention) -> Trail {
    Trail::open(directory, signer(), retention, true, Arc::new(SystemClock)).unwrap()
}

fn told(number: usize) -> Call {
    let mut told = call(if number.is_multiple_of(2) { "Invoke" } else { "CreateFunction" });
    told.parameters = json!({ "functionName": format!("f{number}") });
    told
}

/// A log with a record of its start, `count` of calls, and one of its end.
fn written(directory: &Path, count: usize) {
    let trail = open(directory);
    for number in 0..count {
        trail.record(told(number));
    }
}

fn look(directory: &Path) -> Report {
    verify(directory, &signer()).unwrap()
}

fn problems(directory: &Path) -> Vec<String> {
    look(directory)
        .problems
        .iter()
        .map(ToString::to_string)
        .map(|text| text.replace(&directory.display().to_string(), ""))
        .collect()
}

fn lines(file: &Path) -> Vec<String> {
    fs::read_to_string(file).unwrap().lines().map(str::to_owned).collect()
}

fn put(file: &Path, lines: &[String]) {
    fs::write(file, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
}

#[test]
fn what_is_recorded_is_read_and_verified() {
    let data = tempfile::tempdir().unwrap();
    let directory = data.path().join("audit");
    written(&directory, 5);
    written(&directory, 1);
    let report = look(&directory);
    assert!(report.is_good(), "{report:?}");
    assert_eq!(
        (report.records, report.first, report.last, report.segments, report.since_head),
        (10, 1, 10, 1, 0)
    );
    let records = Reader::new(&directory, None).more().unwrap();
    let names: Vec<_> = records.iter().map(|record| record["eventName"].as_str().unwrap()).collect();
    let (create, invoke) = ("CreateFunction20150331", "Invoke");
    assert_eq!(names[..7], ["StartAuditLog", invoke, create, invoke, create, invoke, "StopAuditLog"]);
    assert_eq!(records[1]["requestParameters"]["functionName"], "f0");
    assert!(records[1].get("chain").is_none());
    let later = Timestamp(i64::from(u32::MAX) * 1_000);
    assert!(Reader::new(&directory, Some(later)).more().unwrap().is_empty());
    assert_eq!(
        verify(&directory, &Keyring::of(Key::new(&[4; 32])).signer(crate::PURPOSE)).unwrap().records,
        0
    );
}

#[test]
fn a_reader_follows_while_it_is_written() {
    let data = tempfile::tempdir().unwrap();
    let trail = open(data.path());
    let mut reader = Reader::new(data.path(), None);
    reader.skip_all().unwrap();
    trail.record(told(7));
    trail.save();
    assert_eq!(reader.more().unwrap()[0]["requestParameters"]["functionName"], "f7");
    assert!(reader.more().unwrap().is_empty());
    assert!(look(data.path()).is_good());
}

#[test]
fn data_events_may_be_left_out() {
    let data = tempfile::tempdir().unwrap();
    let trail =
        Trail::open(data.path(), signer(), Retention::default(), false, Arc::new(SystemClock)).unwrap();
    assert!(trail.wants("lambda", "CreateFunction") && !trail.wants("lambda", "Invoke"));
    trail.record(told(0));
    trail.record(told(1));
    trail.save();
    assert_eq!(look(data.path()).records, 2);
}

#[test]
fn every_way_to_change_a_log_is_found_and_said_where() {
    type Change = fn(&mut Vec<String>);
    let cases: [(&str, Change, &[&str]); 9] = [
        ("a byte", |l| l[3] = l[3].replace("f1", "f9"), &["/0000000001.jsonl:4: record 3 was changed"]),
        ("a line removed", |l| drop(l.remove(3)), &["/0000000001.jsonl:4: record 3 before it is missing"]),
        (
            "lines removed",
            |l| drop(l.drain(3..6)),
            &["/0000000001.jsonl:4: 3 records before it (3 to 5) are missing"],
        ),
        (
            "two swapped",
            |l| l.swap(3, 4),
            &[
                "/0000000001.jsonl:4: record 3 before it is missing",
                "/0000000001.jsonl:5: record 3 is out of its order",
            ],
        ),
        ("one twice", |l| l.insert(4, l[3].clone()), &["/0000000001.jsonl:5: record 3 is out of its order"]),
        ("the end cut off", |l| l.truncate(6), &[": records 6 to 12, the last ones, are missing"]),
        ("nonsense", |l| l[3] = "{}".into(), &["/0000000001.jsonl:4: it was changed: it is not a record"]),
        (
            "the first line",
            |l| l[0] = l[0].replace("\"after\":0", "\"after\":1"),
            &["/0000000001.jsonl:1: the first line was changed or is missing"],
        ),
        ("all but the first line", |l| l.truncate(1), &[": records 1 to 12, the last ones, are missing"]),
    ];
    for (what, change, expected) in cases {
        let data = tempfile::tempdir().unwrap();
        written(data.path(), 10);
        let file = segment_file(data.path(), 1);
        let mut changed = lines(&file);
        assert_eq!(changed.len(), 13);
        change(&mut changed);
        put(&file, &changed);
        assert_eq!(problems(data.path()), expected, "{what}");
    }
}

fn segment_file(directory: &Path, number: u64) -> PathBuf {
    crate::segment::path(directory, number)
}

#[test]
fn who_rewrites_the_log_without_the_key_is_found() {
    let data = tempfile::tempdir().unwrap();
    written(data.path(), 3);
    // All hashes are right, for anybody can make them; the key is somebody's own.
    let forger = Keyring::of(Key::new(&[9; 32])).signer(crate::PURPOSE);
    let mut at = crate::chain::Link { number: 0, hash: crate::chain::NOTHING };
    let file = segment_file(data.path(), 1);
    let mut forged = vec![lines(&file)[0].clone()];
    for number in 0..5 {
        let (line, link) = crate::chain::line(at, &told(number).record(), &forger);
        forged.push(line.trim_end().to_owned());
        at = link;
    }
    put(&file, &forged);
    assert_eq!(look(data.path()).records, 0);
    assert_eq!(look(data.path()).problems.len(), 5);
}

#[test]
fn a_head_that_is_changed_or_missing_is_found() {
    let data = tempfile::tempdir().unwrap();
    written(data.path(), 3);
    let head = data.path().join("head.json");
    let text = fs::read_to_string(&head).unwrap();
    fs::write(&head, text.replace("\"last\":5", "\"last\":4")).unwrap();
    assert_eq!(
        problems(data.path()),
        ["/head.json: it is not as it was signed: where the log ends is not known"]
    );
    fs::remove_file(&head).unwrap();
    assert_eq!(
        problems(data.path()),
        ["/head.json: it is missing: where the log begins and ends is not known"]
    );
}

#[test]
fn what_was_cut_off_stays_missing_after_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    written(data.path(), 10);
    let file = segment_file(data.path(), 1);
    put(&file, &lines(&file)[..6]);
    written(data.path(), 1);
    assert_eq!(problems(data.path()), ["/0000000002.jsonl:2: 7 records before it (6 to 12) are missing"]);
    let records = Reader::new(data.path(), None).more().unwrap();
    assert!(
        records.iter().any(|record| record["eventName"] == "FindAuditLogBroken"),
        "the log says it itself"
    );
}

#[test]
fn a_kill_in_the_middle_of_a_write_is_repaired_and_said() {
    for part in [1, 2, 3] {
        let data = tempfile::tempdir().unwrap();
        written(data.path(), 4);
        let file = segment_file(data.path(), 1);
        // Written after the last head, and not to its end.
        let line = lines(&file)[3].clone();
        let cut = if part == 1 { 1 } else { line.len() * (part - 1) / 2 };
        let mut torn = fs::read(&file).unwrap();
        torn.extend_from_slice(&line.as_bytes()[..cut]);
        fs::write(&file, torn).unwrap();
        let report = look(data.path());
        assert!(report.is_good() && report.torn == cut as u64, "{report:?}");
        written(data.path(), 1);
        let report = look(data.path());
        assert!(report.is_good() && report.torn == 0, "{report:?}");
        let records = all(data.path());
        let repaired = records.iter().find(|record| record["eventName"] == "RepairAuditLog").unwrap();
        assert_eq!(repaired["serviceEventDetails"]["bytesCutOff"], cut);
    }
}

#[test]
fn a_kill_while_a_file_was_begun_is_repaired() {
    let data = tempfile::tempdir().unwrap();
    written(data.path(), 4);
    fs::write(segment_file(data.path(), 2), "{\"segm").unwrap();
    written(data.path(), 1);
    let report = look(data.path());
    assert!(report.is_good(), "{report:?}");
}

#[test]
fn records_after_the_last_head_are_no_tampering() {
    let data = tempfile::tempdir().unwrap();
    written(data.path(), 2);
    let head = fs::read(data.path().join("head.json")).unwrap();
    written(data.path(), 2);
    fs::write(data.path().join("head.json"), head).unwrap();
    let report = look(data.path());
    assert!(report.is_good() && report.since_head == 4, "{report:?}");
}

#[test]
fn files_are_closed_and_the_oldest_go() {
    let data = tempfile::tempdir().unwrap();
    let retention = Retention { segment: 4_000, bytes: 20_000, ..Retention::default() };
    let trail = open_with(data.path(), retention);
    for number in 0..200 {
        trail.record(told(number));
        if number % 4 == 0 {
            trail.save();
        }
    }
    drop(trail);
    let report = look(data.path());
    assert!(report.is_good(), "{report:?}");
    assert_eq!((report.last, report.last - report.first + 1), (202, report.records));
    assert!(report.first > 100 && (2..=8).contains(&report.segments), "{report:?}");
    let bytes: u64 =
        fs::read_dir(data.path()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    assert!(bytes < 30_000, "{bytes}");
    // One in the middle, and the first one.
    let segments = crate::segment::all(data.path()).unwrap();
    fs::remove_file(segment_file(data.path(), segments[1])).unwrap();
    let missing = format!("/{:010}.jsonl: the file before it ({}) is missing", segments[2], segments[1]);
    assert_eq!(problems(data.path())[0], missing);
    fs::remove_file(segment_file(data.path(), segments[0])).unwrap();
    assert!(problems(data.path())[0].contains("files before it"), "{:?}", problems(data.path()));
}

#[test]
fn records_under_an_older_key_stay_good() {
    let data = tempfile::tempdir().unwrap();
    let ring = Keyring::random().unwrap();
    let open = || {
        let signer = ring.signer(crate::PURPOSE);
        Trail::open(data.path(), signer, Retention::default(), true, Arc::new(SystemClock)).unwrap()
    };
    let trail = open();
    trail.record(told(1));
    trail.save();
    ring.renew(|_| Ok::<_, RingError>(())).unwrap();
    trail.record(told(3));
    drop(trail);
    ring.settle(&[(crate::PURPOSE, 0)], 0);
    drop(open());
    let report = verify(data.path(), &ring.signer(crate::PURPOSE)).unwrap();
    assert!(report.is_good() && report.records == 6, "{report:?}");
}

#[test]
fn what_is_lost_is_counted_in_the_log() {
    let data = tempfile::tempdir().unwrap();
    let trail = open(data.path());
    // Nobody empties the list meanwhile.
    {
        let mut list = trail.shared.list();
        for _ in 0..ROOM {
            list.calls.push(told(0));
        }
    }
    let full = trail.shared.list().calls.len();
    trail.record(told(0));
    drop(trail);
    let report = look(data.path());
    assert!(report.is_good(), "{report:?}");
    let lost = all(data.path()).iter().filter(|record| record["eventName"] == "LoseAuditRecords").count();
    // The thread may have been there in between.
    assert!(full < ROOM && lost == 0 || lost == 1, "{full} {lost}");
}

fn all(directory: &Path) -> Vec<serde_json::Value> {
    let mut reader = Reader::new(directory, None);
    let mut found = Vec::new();
    loop {
        match reader.more().unwrap() {
            some if some.is_empty() => return found,
            some => found.extend(some),
        }
    }
}

#[test]
fn many_threads_at_once_lose_nothing() {
    let data = tempfile::tempdir().unwrap();
    let trail = Arc::new(open(data.path()));
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let trail = Arc::clone(&trail);
            std::thread::spawn(move || (0..500).for_each(|number| trail.record(told(number))))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    drop(trail);
    let report = look(data.path());
    assert!(report.is_good() && report.records == 2_002, "{report:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever bit of a log is changed, and wherever it is cut off before its head: it is found.
    #[test]
    fn no_change_goes_unnoticed(at: prop::sample::Index, bit in 0_u8..8, cut: bool) {
        let data = tempfile::tempdir().unwrap();
        written(data.path(), 3);
        let file = segment_file(data.path(), 1);
        let mut bytes = fs::read(&file).unwrap();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        fs::write(&file, bytes).unwrap();
        let report = look(data.path());
        prop_assert!(!report.is_good(), "byte {at}: {report:?}");
    }
}

#[test]
fn strangers_cannot_write_the_log_full() {
    let data = tempfile::tempdir().unwrap();
    let trail = open(data.path());
    for number in 0..3_000 {
        let mut told = told(number);
        told.who = crate::Who::unknown(String::new());
        trail.record(told);
    }
    trail.record(told(1));
    drop(trail);
    let records = all(data.path());
    let strangers = records.iter().filter(|record| record["userIdentity"]["type"] == "Unknown").count();
    assert!((500..1_500).contains(&strangers), "{strangers}");
    let left_out = records.iter().filter(|record| record["eventName"] == "OmitUnknownCallers");
    let left_out: u64 = left_out.map(|record| record["serviceEventDetails"]["count"].as_u64().unwrap()).sum();
    assert_eq!(left_out + strangers as u64, 3_000);
    assert!(look(data.path()).is_good());
}
