//! A process that is killed: everything that it was told is kept is there.

use super::key;
use crate::conformance::{function, home};
use crate::sqlite::Sqlite;
use crate::{
    Claim, EventQuery, EventQueue, FunctionStore, IfMissing, LogBatch, LogStore, QueuedEvent, ReadFrom,
};
use domain::log::{LogEvent, LogStreamName};
use domain::{FunctionName, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

const DIRECTORY: &str = "STORE_CRASH_TEST_DIRECTORY";

/// Killed with its parent's end of the test, whatever happens.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The child: writes from four tasks at once and says, after each acknowledgement, what is kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "started by acknowledged_writes_survive_a_kill"]
async fn child() {
    let Ok(directory) = std::env::var(DIRECTORY) else { return };
    let store = Arc::new(Sqlite::open(Path::new(&directory), &key()).unwrap());
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for n in 0.. {
                    let name = format!("w{writer}-{n}");
                    let mut config = function(&home(), &name);
                    config.description = "d".repeat(2_000);
                    store.create_function(config, BTreeMap::new(), None).await.unwrap();
                    say("function", &name);
                    let events = vec![LogEvent { timestamp: Timestamp(n), message: name.clone() }];
                    let batch = LogBatch { stream: stream(), events };
                    store.append(vec![batch], IfMissing::Create, Timestamp(n)).await.unwrap();
                    say("event", &name);
                    store.enqueue(vec![queued(&name)]).await.unwrap();
                    say("queued", &name);
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}

fn say(what: &str, name: &str) {
    // One write per line, past the capture of the test harness.
    let _ = std::io::stdout().lock().write_all(format!("\nkept {what} {name}\n").as_bytes());
}

fn stream() -> LogStreamName {
    LogStreamName { scope: home(), group: "g".into(), stream: "s".into() }
}

#[tokio::test]
async fn acknowledged_writes_survive_a_kill() {
    let data = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "sqlite::tests::crash::child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(DIRECTORY, data.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    for round in 1..=3 {
        // A second and third server would find the names taken.
        let path = data.path().join(round.to_string());
        let mut child = Killed(command.env(DIRECTORY, &path).spawn().unwrap());
        let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines();
        let mut kept: Vec<String> = Vec::new();
        while kept.len() < 100 * round {
            let line = lines.next().expect("the child ended").unwrap();
            kept.extend(line.strip_prefix("kept ").map(str::to_owned));
        }
        child.0.kill().unwrap();
        child.0.wait().unwrap();
        // What it had said before it died counts too.
        kept.extend(lines.map_while(Result::ok).filter_map(|l| Some(l.strip_prefix("kept ")?.to_owned())));
        check(&Sqlite::open(&path, &key()).unwrap(), &kept).await;
    }
}

fn queued(name: &str) -> QueuedEvent<bytes::Bytes> {
    QueuedEvent {
        request_id: name.into(),
        target: function(&home(), name).arn(),
        accepted: Timestamp(0),
        trace_id: "".into(),
        payload: "{}".into(),
        version: None,
        delivery: None,
    }
}

/// The request ids of all queued events.
async fn all_queued(store: &Sqlite) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for partition in 0..store.partitions() {
        let lease = store.lease(partition, "test", Timestamp(0), Timestamp(i64::MAX)).await.unwrap().unwrap();
        let all = Claim { limit: usize::MAX, per_lane: usize::MAX, ..Claim::default() };
        let claimed = store.claim(lease, Timestamp(0), all).await.unwrap();
        for claimed in claimed {
            found.insert(store.event(claimed.number).await.unwrap().unwrap().request_id.to_string());
        }
    }
    found
}

async fn check(store: &Sqlite, kept: &[String]) {
    let from = ReadFrom::Head;
    let query = EventQuery { start: None, end: None, from, limit: usize::MAX, max_bytes: usize::MAX };
    let events = store.get_events(&home(), "g", "s", query).await.unwrap();
    let queued = all_queued(store).await;
    let mut checked = 0;
    for line in kept {
        // The last line may be cut off: only a whole one was said.
        let Some((what, name)) = line.split_once(' ') else { continue };
        match what {
            "function" => {
                let found = store.function(&home(), &FunctionName::new(name).unwrap()).await.unwrap();
                assert!(found.is_some(), "{name} is lost");
            }
            "queued" => assert!(queued.contains(name), "the queued event {name} is lost"),
            _ => assert!(events.iter().any(|event| event.message == name), "the event {name} is lost"),
        }
        checked += 1;
    }
    assert!(checked >= 100);
}
