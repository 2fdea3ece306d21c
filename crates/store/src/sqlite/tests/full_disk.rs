//! A disk that is full, at any byte of any write: what was acknowledged is there, what was refused did nothing that
//! matters, and all goes on when there is room again.

use super::event_files::{claim_all, queued};
use super::key;
use crate::sqlite::Sqlite;
use crate::{EventQueue, Settlement, StoreError};
use domain::Timestamp;
use rusqlite::Connection;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const DIRECTORY: &str = "STORE_FULL_DISK_TEST_DIRECTORY";

/// Files of this process may not grow beyond so many bytes.
fn limit(bytes: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    setrlimit(Resource::Fsize, Rlimit { current: bytes.or(maximum), maximum }).unwrap();
}

#[derive(Default)]
struct Said {
    kept: BTreeSet<String>,
    /// Asked to be kept, and refused.
    refused: BTreeSet<String>,
    settled: BTreeSet<String>,
    /// Asked to be settled, and refused.
    unsettled: BTreeSet<String>,
}

/// Reads the queue as it is on the disk now, as after a kill.
fn check(directory: &Path, said: &Said, at: &str) {
    limit(None);
    let copy = tempfile::tempdir().unwrap();
    for file in ["events.db", "events.db-wal"] {
        std::fs::copy(directory.join(file), copy.path().join(file)).unwrap();
    }
    let db = Connection::open(copy.path().join("events.db")).unwrap();
    let mut sql = db.prepare("SELECT request_id FROM event JOIN queued USING (number)").unwrap();
    let found = sql.query_map([], |row| row.get(0)).unwrap();
    let found = found.collect::<Result<BTreeSet<String>, _>>().unwrap();
    for id in &said.kept {
        let there = found.contains(id);
        assert!(there || said.settled.contains(id) || said.unsettled.contains(id), "{at}: {id} is lost");
    }
    for id in &found {
        assert!(said.kept.contains(id) || said.refused.contains(id), "{at}: {id} comes from nowhere");
        assert!(!said.settled.contains(id), "{at}: {id} was settled");
    }
}

/// The process whose files may not grow.
#[tokio::test]
#[ignore = "started by a_disk_that_is_full_at_any_byte_loses_nothing"]
async fn child() {
    let Ok(directory) = std::env::var(DIRECTORY) else { return };
    let directory = Path::new(&directory);
    let store = Sqlite::open(directory, &key()).unwrap();
    let mut said = Said::default();
    let (mut refused, mut taken) = (0, 0);
    for round in 0..60_u64 {
        // With payloads in pages of their own, too.
        let payload = vec![b' '; if round % 3 == 0 { 9_000 } else { 10 }];
        let wal = std::fs::metadata(directory.join("events.db-wal")).map_or(0, |file| file.len());
        let claimed = claim_all(&store).await;
        limit(Some(wal.saturating_sub(5_000) + round * 700));
        for n in 0..3 {
            let id = format!("{round}-{n}");
            match store.admit(vec![queued(&id, payload.clone())]).await {
                Ok(()) => said.kept.insert(id),
                Err(StoreError::Unavailable(_)) => {
                    refused += 1;
                    said.refused.insert(id)
                }
                Err(error) => panic!("round {round}: {error}"),
            };
        }
        let last = claimed.last().cloned();
        if let Some((lease, claimed)) = last {
            let id = store.event(claimed.number).await.unwrap().unwrap().request_id.to_string();
            match store.settle(lease, vec![(claimed.number, Settlement::Done)]).await {
                Ok(()) => said.settled.insert(id),
                Err(StoreError::Unavailable(_)) => said.unsettled.insert(id),
                Err(error) => panic!("round {round}: {error}"),
            };
            let renewed = store.renew(lease, Timestamp(i64::MAX)).await;
            assert!(matches!(renewed, Ok(()) | Err(StoreError::Unavailable(_))), "{renewed:?}");
        }
        check(directory, &said, &format!("round {round}"));
        // There is room again, and it works without being opened anew.
        let id = format!("{round}-again");
        store.admit(vec![queued(&id, payload)]).await.unwrap();
        said.kept.insert(id);
        taken += 1;
        check(directory, &said, &format!("round {round}, with room again"));
    }
    assert!(
        refused > 20 && taken == 60 && said.kept.len() > 70,
        "{refused} refused, {} kept",
        said.kept.len()
    );
}

#[test]
fn a_disk_that_is_full_at_any_byte_loses_nothing() {
    let data = tempfile::tempdir().unwrap();
    // A file that may not grow is a signal, or an error where that is ignored.
    let done = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "sqlite::tests::full_disk::child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(DIRECTORY, data.path())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && text.contains("1 passed"),
        "{text}{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

/// The database may not grow: SQLite says that it is full, and rolls all of the transaction back.
#[tokio::test]
async fn a_database_that_may_not_grow() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    let most =
        |pages: u32| store.events.write(move |db| Ok(db.pragma_update(None, "max_page_count", pages)?));
    store.admit(vec![queued("before", "{}")]).await.unwrap();
    let pages = store.events.write(|db| Ok(db.pragma_query_value(None, "page_count", |row| row.get(0))?));
    most(pages.await.unwrap()).await.unwrap();
    let large = || vec![b' '; 100_000];
    // Those that share its transaction are refused with it, or kept; never something between.
    let (a, b, c) = tokio::join!(
        store.admit(vec![queued("a", "{}")]),
        store.admit(vec![queued("b", large())]),
        store.admit(vec![queued("c", "{}")]),
    );
    assert!(matches!(b, Err(StoreError::Unavailable(_))), "{b:?}");
    let mut wanted: BTreeSet<String> = ["before".to_owned()].into();
    wanted.extend(
        [("a", a), ("c", c)].into_iter().filter(|(_, said)| said.is_ok()).map(|(id, _)| id.to_owned()),
    );
    let mut found = BTreeSet::new();
    for (lease, claimed) in claim_all(&store).await {
        found.insert(store.event(claimed.number).await.unwrap().unwrap().request_id.to_string());
        store.settle(lease, vec![(claimed.number, Settlement::Done)]).await.unwrap();
    }
    assert_eq!(found, wanted);
    most(1_000_000).await.unwrap();
    store.admit(vec![queued("b", large())]).await.unwrap();
}
