//! The file of queued events, damaged, old, large, or in somebody else's hands.

use super::key;
use crate::conformance::{function, home};
use crate::sqlite::database::{Database, Durability};
use crate::sqlite::room::Room;
use crate::sqlite::{Sqlite, schema};
use crate::{
    Claim, ClaimedEvent, EventQueue, Lease, OpenError, QueuedEvent, SMALL_PAYLOAD, Settlement, StoreError,
};
use bytes::Bytes;
use domain::{FunctionName, Timestamp};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::task::{Context, Waker};
use std::time::Duration;
use tokio::task::JoinSet;

const NOW: Timestamp = Timestamp(0);

pub(in crate::sqlite) fn queued(id: &str, payload: impl Into<Bytes>) -> QueuedEvent<Bytes> {
    QueuedEvent {
        request_id: id.into(),
        target: function(&home(), "f").arn(),
        accepted: NOW,
        trace_id: "".into(),
        payload: payload.into(),
        version: None,
        delivery: None,
    }
}

/// All that can be claimed, with the leases.
pub(super) async fn claim_all(store: &Sqlite) -> Vec<(Lease, ClaimedEvent)> {
    let all = Claim { limit: usize::MAX, per_lane: usize::MAX, ..Claim::default() };
    let all = Claim { suspicion: u32::MAX, ..all };
    let mut found = Vec::new();
    for partition in 0..store.partitions() {
        let lease = store.lease(partition, "test", NOW, Timestamp(i64::MAX)).await.unwrap().unwrap();
        let claimed = store.claim(lease, NOW, all.clone()).await.unwrap();
        found.extend(claimed.into_iter().map(|claimed| (lease, claimed)));
    }
    found
}

async fn count(store: &Sqlite) -> u64 {
    let counts = store.event_counts(NOW).await.unwrap();
    counts.ready + counts.delayed + counts.claimed
}

#[tokio::test]
async fn rows_that_cannot_be_read_are_in_nobodys_way() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    for id in ["name", "account", "region", "qualifier", "counts", "lost", "good"] {
        store.enqueue(vec![queued(id, "{}")]).await.unwrap();
    }
    let db = Connection::open(data.path().join("events.db")).unwrap();
    for broken in [
        "UPDATE event SET name = 'no name!' WHERE request_id = 'name'",
        "UPDATE event SET account = '1' WHERE request_id = 'account'",
        "UPDATE event SET region = '' WHERE request_id = 'region'",
        "UPDATE event SET qualifier = '!' WHERE request_id = 'qualifier'",
        "UPDATE queued SET errors = -1, backoffs = 1 << 40 WHERE number =
            (SELECT number FROM event WHERE request_id = 'counts')",
        "DELETE FROM event WHERE request_id = 'lost'",
    ] {
        assert_eq!(db.execute(broken, []).unwrap(), 1, "{broken}");
    }
    let (mut good, mut aside) = (Vec::new(), 0);
    for (lease, claimed) in claim_all(&store).await {
        let found = store.event(claimed.number).await;
        assert_eq!(claimed.event.as_ref(), found.as_ref().ok().and_then(Option::as_ref));
        let how = match found {
            Ok(Some(event)) => {
                good.push(event.request_id.to_string());
                Settlement::Done
            }
            Ok(None) => Settlement::Done,
            Err(StoreError::Corrupt(_)) => {
                aside += 1;
                Settlement::SetAside
            }
            Err(error) => panic!("{error}"),
        };
        store.settle(lease, vec![(claimed.number, how)]).await.unwrap();
    }
    good.sort();
    assert_eq!((good, aside), (vec!["counts".to_owned(), "good".to_owned()], 4));
    assert_eq!(claim_all(&store).await, []);
    let kept = "SELECT count(*) FROM event JOIN unreadable USING (number)";
    assert_eq!(db.query_row(kept, [], |row| row.get::<_, u32>(0)).unwrap(), 4, "for the operator");
}

#[tokio::test]
async fn of_many_rows_that_cannot_be_read_the_newest_are_kept() {
    let store = Sqlite::in_memory().unwrap();
    store.enqueue((0..1_100).map(|n| queued(&n.to_string(), "{}")).collect()).await.unwrap();
    for (lease, claimed) in claim_all(&store).await {
        store.settle(lease, vec![(claimed.number, Settlement::SetAside)]).await.unwrap();
    }
    let kept = |db: &Connection| {
        let sql = "SELECT count(*), min(CAST(request_id AS INTEGER)) FROM event";
        Ok(db.query_row(sql, [], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?)))?)
    };
    assert_eq!(store.events.write(kept).await.unwrap(), (1_000, 100));
}

/// Pages of garbage anywhere but at the head: it opens, what is damaged is said, the rest is there, and nothing is
/// thrown away.
#[tokio::test]
async fn damaged_pages_are_errors_and_nothing_else() {
    let mut damaged = 0;
    for page in 1..12 {
        let data = tempfile::tempdir().unwrap();
        let store = Sqlite::open(data.path(), &key()).unwrap();
        for n in 0..40 {
            store.enqueue(vec![queued(&format!("r{n}"), vec![b' '; 400])]).await.unwrap();
        }
        drop(store);
        let path = data.path().join("events.db");
        let mut bytes = std::fs::read(&path).unwrap();
        let size = bytes.len();
        let Some(found) = bytes.get_mut(page * 4_096..(page + 1) * 4_096) else { break };
        found.fill(0xa5);
        std::fs::write(&path, bytes).unwrap();
        let store = match Sqlite::open(data.path(), &key()) {
            Ok(store) => store,
            Err(OpenError::Io { path: named, .. }) => {
                assert_eq!(named, path);
                continue;
            }
            Err(error) => panic!("page {page}: {error}"),
        };
        for partition in 0..store.partitions() {
            let lease = store.lease(partition, "test", NOW, Timestamp(i64::MAX)).await;
            let Ok(lease) = lease.inspect_err(|error| assert_corrupt(error, &mut damaged)) else { continue };
            let all = Claim { limit: 100, per_lane: 100, suspicion: 9, ..Claim::default() };
            let claimed = store.claim(lease.unwrap(), NOW, all).await;
            let Ok(claimed) = claimed.inspect_err(|error| assert_corrupt(error, &mut damaged)) else {
                continue;
            };
            for claimed in claimed {
                let event = store.event(claimed.number).await;
                let _ = event.inspect_err(|error| assert_corrupt(error, &mut damaged));
            }
        }
        drop(store);
        assert!(std::fs::metadata(&path).unwrap().len() >= size as u64);
    }
    assert!(damaged > 0);
}

fn assert_corrupt(error: &StoreError, damaged: &mut u32) {
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
    *damaged += 1;
}

#[tokio::test]
async fn a_queue_has_its_room() {
    let mut store = Sqlite::in_memory().unwrap();
    store.admissions.set_room(Room::at_most(1 << 20));
    let mut kept = 0;
    let refused = loop {
        match store.admit(vec![queued(&format!("r{kept}"), vec![b' '; 50_000])]).await {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!((15..25).contains(&kept), "{kept}");
    assert!(matches!(&refused, StoreError::Unavailable(why) if why.contains("takes no more")), "{refused}");
    // What comes of a queued event has room.
    store.enqueue(vec![queued("record", vec![b' '; 50_000])]).await.unwrap();
    for (lease, claimed) in claim_all(&store).await {
        store.settle(lease, vec![(claimed.number, Settlement::Done)]).await.unwrap();
    }
    store.admit(vec![queued("later", "{}")]).await.unwrap();
    assert_eq!(count(&store).await, 1);
}

#[tokio::test]
async fn a_log_begins_anew_when_nobody_writes() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    for n in 0..100 {
        store.admit(vec![queued(&format!("r{n}"), vec![b' '; 1_000])]).await.unwrap();
    }
    // As after a crash; the log first, of which nothing goes before it is in the database.
    let copied = tempfile::tempdir().unwrap();
    let frames = || {
        for file in ["events.db-wal", "events.db"] {
            std::fs::copy(data.path().join(file), copied.path().join(file)).unwrap();
        }
        let db = Connection::open(copied.path().join("events.db")).unwrap();
        let events = db.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(events, 100);
        db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get::<_, i64>(1)).unwrap()
    };
    assert!(frames() > 100);
    while frames() > 10 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // It keeps its length, and is not read behind its beginning.
    assert!(std::fs::metadata(data.path().join("events.db-wal")).unwrap().len() > 100 * 4_096);
}

#[tokio::test]
async fn events_that_come_together_are_kept_refused_and_counted_each_by_itself() {
    let data = tempfile::tempdir().unwrap();
    let mut store = Sqlite::open(data.path(), &key()).unwrap();
    store.admissions.set_room(Room::at_most(1 << 20));
    let store = Arc::new(store);
    let mut all = JoinSet::new();
    for number in 0..40 {
        let store = Arc::clone(&store);
        let mut event = queued(&format!("r{number}"), vec![b' '; 50_000]);
        if number % 3 == 0 {
            event.target.name = FunctionName::new("g").unwrap();
        }
        all.spawn(async move { store.admit(vec![event]).await });
    }
    let outcomes = all.join_all().await;
    let kept = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!((10..40).contains(&kept), "{kept}");
    for refused in outcomes.into_iter().filter_map(Result::err) {
        assert!(
            matches!(&refused, StoreError::Unavailable(why) if why.contains("takes no more")),
            "{refused}"
        );
    }
    let queued = count(&store).await;
    assert_eq!(queued, kept as u64);
    let db = Connection::open(data.path().join("events.db")).unwrap();
    let sum = |sql| db.query_row(sql, [], |row| row.get::<_, i64>(0).map(crate::sqlite::unsigned)).unwrap();
    assert_eq!(sum("SELECT sum(events) FROM accepted"), queued);
    assert_eq!(sum("SELECT count(*) FROM accepted"), 2);
}

#[tokio::test]
async fn an_older_file_becomes_a_current_one_with_all_its_events() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("events.db");
    let mut db = Connection::open(&path).unwrap();
    schema::EVENTS.first(1).apply(&mut db, &path).unwrap();
    db.execute_batch(
        "INSERT INTO event VALUES (7, 'r', '111111111111', 'us-east-1', 'f', NULL, 0, '', 2, x'7b7d');
        INSERT INTO queued VALUES (7, 0, 8, 0, 0, 1, 0, 0);",
    )
    .unwrap();
    drop(db);
    let store = Sqlite::open(data.path(), &key()).unwrap();
    let claimed = claim_all(&store).await;
    assert_eq!((claimed[0].1.number.0, claimed[0].1.progress.errors), (7, 1));
    let event = store.event(claimed[0].1.number).await.unwrap().unwrap();
    assert_eq!((&*event.request_id, &event.payload[..]), ("r", &b"{}"[..]));
    store.settle(claimed[0].0, vec![(claimed[0].1.number, Settlement::SetAside)]).await.unwrap();
}

#[tokio::test]
async fn only_what_may_be_written_again_is_looked_for() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    for _ in 0..2 {
        store.enqueue(vec![queued("what became of an event", "{}")]).await.unwrap();
    }
    assert_eq!(count(&store).await, 1);
    for _ in 0..2 {
        store.admit(vec![queued("its request id was drawn for it", "{}")]).await.unwrap();
    }
    assert_eq!(count(&store).await, 3);
}

/// Also where the table of events is made anew, and had a million of them once.
#[tokio::test]
async fn numbers_are_never_used_twice() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("events.db");
    let mut db = Connection::open(&path).unwrap();
    schema::EVENTS.first(3).apply(&mut db, &path).unwrap();
    db.execute_batch(
        "INSERT INTO event VALUES (1000000, 'r', '111111111111', 'us-east-1', 'f', NULL, 0, '', 2, x'7b7d', NULL, NULL);
        DELETE FROM event;",
    )
    .unwrap();
    drop(db);
    for (id, number) in [("a", 1_000_001), ("b", 1_000_002)] {
        let store = Sqlite::open(data.path(), &key()).unwrap();
        store.enqueue(vec![queued(id, "{}")]).await.unwrap();
        let claimed = claim_all(&store).await;
        assert_eq!(claimed[0].1.number.0, number);
        store.settle(claimed[0].0, vec![(claimed[0].1.number, Settlement::Done)]).await.unwrap();
    }
}

/// One that is large is read when it runs.
#[tokio::test]
async fn small_events_come_with_the_claim() {
    let store = Sqlite::in_memory().unwrap();
    let of = |bytes: u64| queued(&bytes.to_string(), vec![b' '; usize::try_from(bytes).unwrap()]);
    store.enqueue(vec![of(SMALL_PAYLOAD), of(SMALL_PAYLOAD + 1)]).await.unwrap();
    let claimed = claim_all(&store).await;
    assert_eq!((&claimed[0].1.event, &claimed[1].1.event), (&Some(of(SMALL_PAYLOAD)), &None));
    assert_eq!(store.event(claimed[1].1.number).await.unwrap(), Some(of(SMALL_PAYLOAD + 1)));
}

/// An operator's shell, say.
#[test]
fn a_file_that_somebody_holds_is_an_error_that_says_so() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("events.db");
    drop(Sqlite::open(data.path(), &key()).unwrap());
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM lease;").unwrap();
    let error = Sqlite::open(data.path(), &key()).err().unwrap().to_string();
    assert!(error.contains("events.db") && error.contains("locked"), "{error}");
    db.execute_batch("ROLLBACK").unwrap();
    drop(db);
    drop(Sqlite::open(data.path(), &key()).unwrap());
}

/// As after a kill, when somebody moves the database away and leaves its log behind.
#[tokio::test]
async fn a_log_without_its_database_is_left_alone() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    store.enqueue(vec![queued("r", "{}")]).await.unwrap();
    let log = data.path().join("events.db-wal");
    let left = std::fs::read(&log).unwrap();
    drop(store);
    std::fs::write(&log, &left).unwrap();
    let (path, aside) = (data.path().join("events.db"), data.path().join("aside"));
    std::fs::rename(&path, &aside).unwrap();
    let error = Sqlite::open(data.path(), &key()).err().unwrap().to_string();
    assert!(error.contains("events.db-wal"), "{error}");
    assert_eq!(std::fs::read(&log).unwrap(), left);
    std::fs::rename(&aside, &path).unwrap();
    assert_eq!(count(&Sqlite::open(data.path(), &key()).unwrap()).await, 1);
    // Where both are gone, there is nothing to save.
    std::fs::remove_file(&path).unwrap();
    assert_eq!(count(&Sqlite::open(data.path(), &key()).unwrap()).await, 0);
}

#[test]
fn a_directory_that_cannot_be_written_is_an_error_that_says_so() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("events.db");
    // In the way of whoever writes, root included.
    std::fs::create_dir(&path).unwrap();
    let error = Sqlite::open(data.path(), &key()).err().unwrap().to_string();
    assert!(error.contains("events.db"), "{error}");
    assert!(path.is_dir());
    assert!(Path::new(&path).read_dir().unwrap().next().is_none());
}

/// The start of the server waits for it, and it is not to be seen there. The bound is wide, for a machine that is busy.
#[tokio::test]
async fn a_full_queue_opens_and_begins_as_quickly_as_an_empty_one() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    for n in 0..100 {
        let batch = (0..1_000).map(|m| queued(&format!("{n}-{m}"), "{\"some\": \"event\"}")).collect();
        store.enqueue(batch).await.unwrap();
    }
    drop(store);
    let mut best = std::time::Duration::MAX;
    for _ in 0..5 {
        let began = std::time::Instant::now();
        let store = Sqlite::open(data.path(), &key()).unwrap();
        for partition in 0..store.partitions() {
            let lease = store.lease(partition, "test", NOW, Timestamp(i64::MAX)).await.unwrap().unwrap();
            let some = Claim { limit: 10, per_lane: 10, suspicion: 99, ..Claim::default() };
            store.claim(lease, NOW, some).await.unwrap();
        }
        best = best.min(began.elapsed());
        assert_eq!(count(&store).await, 100_000);
    }
    assert!(best < std::time::Duration::from_millis(100), "{best:?}");
    eprintln!("opened and began in {best:?}");
}

/// What SQLite calls FULL and NORMAL.
const FULL: i64 = 2;
const NORMAL: i64 = 1;

#[tokio::test]
async fn a_transaction_survives_what_its_most_demanding_write_is_to_survive() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("events.db");
    let db = Database::open(&path, &schema::EVENTS, Durability::PowerCut, &key()).unwrap();
    let level = |db: &Connection| Ok(db.query_row("PRAGMA synchronous", [], |row| row.get::<_, i64>(0))?);
    assert_eq!(db.write(level).await, Ok(FULL));
    assert_eq!(db.write_to_survive(Durability::Crash, level).await, Ok(NORMAL));
    // Those that come while another one is written share a transaction.
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let (begins, begun) = std::sync::mpsc::channel::<()>();
    let first = db.write_to_survive(Durability::Crash, move |db| {
        begins.send(()).unwrap();
        let _ = wait.recv();
        level(db)
    });
    let second = async {
        begun.recv().unwrap();
        db.write_to_survive(Durability::Crash, level).await
    };
    let last = async {
        let last = db.write(level);
        let mut last = std::pin::pin!(last);
        assert!(last.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        go.send(()).unwrap();
        last.await
    };
    assert_eq!(tokio::join!(first, second, last), (Ok(NORMAL), Ok(FULL), Ok(FULL)));
    let weaker =
        Database::open(&directory.path().join("logs.db"), &schema::LOGS, Durability::Crash, &key()).unwrap();
    assert_eq!(weaker.write_to_survive(Durability::PowerCut, level).await, Ok(NORMAL));
}
