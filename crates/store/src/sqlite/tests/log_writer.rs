use crate::conformance::home;
use crate::sqlite::Sqlite;
use crate::{EventQuery, LogIntake, LogStore, LogWriter, LogWriterLimits, ReadFrom};
use domain::Timestamp;
use domain::clock::SystemClock;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::{Amounts, MeterKey, Metered};
use domain::{FunctionName, Version};
use std::sync::Arc;
use std::time::Duration;

fn stream(name: &str) -> LogStreamName {
    LogStreamName { scope: home(), group: "g".into(), stream: name.into() }
}

fn lines(texts: &[&str]) -> Vec<LogEvent> {
    texts.iter().map(|text| LogEvent { timestamp: Timestamp(1), message: (*text).to_owned() }).collect()
}

async fn read(store: &Sqlite, name: &str) -> Vec<String> {
    let from = ReadFrom::Head;
    let query = EventQuery { start: None, end: None, from, limit: 100_000, max_bytes: usize::MAX };
    let events = store.get_events(&home(), "g", name, query).await.unwrap_or_default();
    events.into_iter().map(|event| event.message).collect()
}

fn start(store: &Arc<Sqlite>, limits: LogWriterLimits) -> LogWriter {
    LogWriter::start(Arc::clone(store) as Arc<dyn LogIntake>, Arc::new(SystemClock), limits)
}

#[tokio::test]
async fn what_is_flushed_is_readable_and_in_order() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let writer =
        start(&store, LogWriterLimits { linger: Duration::from_secs(3_600), ..LogWriterLimits::default() });
    writer.flush().await;
    for n in 0..1_000 {
        writer.append(&stream(if n % 3 == 0 { "a" } else { "b" }), lines(&[&n.to_string()]));
        if n % 100 == 0 {
            writer.flush().await;
            assert_eq!(read(&store, "a").await.len(), n / 3 + 1);
        }
    }
    writer.append(&stream("a"), Vec::new());
    writer.flush().await;
    let expected =
        |a: bool| (0..1_000).filter(|n| (n % 3 == 0) == a).map(|n| n.to_string()).collect::<Vec<_>>();
    assert_eq!(read(&store, "a").await, expected(true));
    assert_eq!(read(&store, "b").await, expected(false));
    assert_eq!(writer.lost(), 0);
}

#[tokio::test]
async fn a_full_queue_drops_counts_and_says_so() {
    for (events, bytes) in [(20, usize::MAX), (usize::MAX, 20 * 30)] {
        let store = Arc::new(Sqlite::in_memory().unwrap());
        let writer = start(&store, LogWriterLimits { events, bytes, ..LogWriterLimits::default() });
        // This test's runtime has one thread: the writer does not run before the first await.
        for _ in 0..15 {
            writer.append(&stream("a"), lines(&["line"]));
        }
        // As much as fits of what comes together, and what is free is shared again.
        writer.append(&stream("b"), lines(&["kept", "line", "line", "line", "line", "lost", "lost too"]));
        assert_eq!(writer.lost(), 7);
        writer.flush().await;
        let a = read(&store, "a").await;
        assert_eq!(a[..10], vec!["line"; 10]);
        assert_eq!(a.len(), 11);
        assert!(a[10].starts_with("5 log events were dropped"), "{}", a[10]);
        let b = read(&store, "b").await;
        assert_eq!((b.len(), b[0].as_str(), b[4].as_str()), (6, "kept", "line"));
        assert!(b[5].starts_with("2 log events were dropped"), "{b:?}");
        writer.append(&stream("b"), lines(&["back"]));
        writer.flush().await;
        let b = read(&store, "b").await;
        assert_eq!((b.len(), b[5].as_str()), (7, "back"), "said once, at its own later time");
    }
}

/// However many streams flood the queue, the others have room in it.
#[tokio::test]
async fn a_flood_is_in_nobody_elses_way() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let writer = start(&store, LogWriterLimits { events: 1_000, ..LogWriterLimits::default() });
    for n in 0..10_000 {
        writer.append(&stream(&format!("flood {}", n % 3)), lines(&["x"]));
    }
    for n in 0..100 {
        writer.append(&stream(&format!("quiet {n}")), lines(&["START", "END", "REPORT"]));
    }
    writer.flush().await;
    for n in 0..60 {
        assert_eq!(read(&store, &format!("quiet {n}")).await.len(), 3, "{n}");
    }
    for n in 0..3 {
        let flood = read(&store, &format!("flood {n}")).await;
        assert!((200..=500).contains(&flood.len()), "{}", flood.len());
        assert!(flood.last().unwrap().contains("log events were dropped"));
    }
}

#[tokio::test]
async fn what_waits_is_written_when_the_writer_goes() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let writer =
        start(&store, LogWriterLimits { linger: Duration::from_secs(3_600), ..LogWriterLimits::default() });
    writer.append(&stream("a"), lines(&["last words"]));
    drop(writer);
    while read(&store, "a").await.is_empty() {
        tokio::task::yield_now().await;
    }
}

/// However many lines are dropped, and also where the writer goes at once.
#[tokio::test]
async fn what_is_metered_is_never_dropped() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let writer = start(&store, LogWriterLimits { events: 10, ..LogWriterLimits::default() });
    let key = |version| MeterKey {
        scope: home(),
        function: FunctionName::new("f").unwrap(),
        qualifier: Version::into(version),
        architecture: "arm64".into(),
        day: 20_000,
    };
    let amounts = |n: u64| Amounts {
        requests: n,
        billed_ms: 2 * n,
        memory_mb_ms: 256 * n,
        storage_mb_ms: n,
        streamed_bytes: 3 * n,
        ..Amounts::default()
    };
    for n in 0..500 {
        let version = Version::Number(n % 3 + 1);
        writer.append_metered(
            &stream("a"),
            lines(&["REPORT"]),
            Metered { key: key(version), amounts: amounts(1) },
        );
    }
    assert!(writer.lost() > 400);
    drop(writer);
    let sum = loop {
        let metered = store.metered(20_000, 20_000).await.unwrap();
        if metered.len() == 3 {
            break metered.iter().fold(Amounts::default(), |mut sum, metered| {
                sum += metered.amounts;
                sum
            });
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(sum, amounts(500));
}
