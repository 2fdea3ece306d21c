#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use super::*;
use domain::Timestamp;
use proptest::prelude::*;
use std::sync::Arc;
use store::{EventPosition, FilteredEvent, StoredEvent};

const LAMBDA: &str = "111111111111:/aws/lambda/fn";

fn record(log: &str, at: i64, message: &str) -> Record {
    let position = EventPosition { timestamp: Timestamp(at), sequence: at };
    let event = StoredEvent { position, ingestion: Timestamp(at + 5), message: message.to_owned() };
    let found = FilteredEvent { stream: "s".into(), event };
    Record::new(found, &Arc::from(log), |found, _| format!("p{}", found.event.position.timestamp.0))
}

/// Rows as `field=value` joined by spaces, without pointers; events come from the latest on.
fn rows_of(query: &str, log: &str, events: &[(i64, &str)]) -> Vec<String> {
    let query = parse(query).unwrap_or_else(|e| panic!("{query}: {e}"));
    let required = query.required();
    let mut run = Run::new(query, None, false);
    for (at, message) in events.iter().rev() {
        if required.iter().all(|text| message.contains(text.as_str()))
            && run.take(record(log, *at, message)).unwrap() == More::Enough
        {
            break;
        }
    }
    let shown = |row: Row| {
        let fields = row.into_iter().filter(|(name, _)| name != "@ptr");
        fields.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    };
    run.finish().unwrap().into_iter().map(shown).collect()
}

fn rows(query: &str, events: &[(i64, &str)]) -> Vec<String> {
    rows_of(query, "111111111111:g", events)
}

const ORDERS: [(i64, &str); 5] = [
    (0, r#"{"level":"INFO","ms":10,"user":{"id":"u1","tags":["a","b"]}}"#),
    (60_000, r#"{"level":"ERROR","ms":30,"user":{"id":"u2"}}"#),
    (61_000, r#"{"level":"INFO","ms":20,"user":{"id":"u1"}}"#),
    (300_000, "plain text, status=503 took 7ms"),
    (301_000, r#"{"level":"ERROR","ms":"40","user":{"id":"u3"},"ok":true}"#),
];

#[test]
fn commands() {
    for (query, wanted) in [
        (
            "fields level | filter ispresent(level)",
            vec!["level=ERROR", "level=INFO", "level=ERROR", "level=INFO"],
        ),
        (
            "fields level, ms | filter level = 'ERROR' | sort ms",
            vec!["level=ERROR ms=30", "level=ERROR ms=40"],
        ),
        ("filter ms > 15 and not level = \"INFO\" | display ms", vec!["ms=40", "ms=30"]),
        ("filter @message like 'plain' | fields @timestamp", vec!["@timestamp=1970-01-01 00:05:00.000"]),
        (
            "filter @message like /status=\\d+/ | fields @logStream, @log",
            vec!["@logStream=s @log=111111111111:g"],
        ),
        (
            "filter level not like /INFO/ and ispresent(level) | display user.id",
            vec!["user.id=u3", "user.id=u2"],
        ),
        (
            "filter user.id in ['u1', \"u3\"] | display user.id, user.tags.1 | limit 2",
            vec!["user.id=u3", "user.id=u1"],
        ),
        ("filter user.tags.1 = 'b' | display user.tags.0", vec!["user.tags.0=a"]),
        ("fields ms * 2 + 1 as twice | filter twice = 21", vec!["twice=21"]),
        ("fields ms | sort ms desc | limit 2", vec!["ms=40", "ms=30"]),
        (
            "filter ms >= 10 | sort level asc, ms desc | display level, ms",
            vec!["level=ERROR ms=40", "level=ERROR ms=30", "level=INFO ms=20", "level=INFO ms=10"],
        ),
        ("parse 'status=* took *ms' as status, took | filter status = 503 | display took", vec!["took=7"]),
        ("parse @message /status=(?<code>\\d+)/ | filter ispresent(code) | display code", vec!["code=503"]),
        ("parse user.id 'u*' as n | filter n > 1 | display n", vec!["n=3", "n=2"]),
        (
            "filter ispresent(level) | dedup level | display level, ms",
            vec!["level=ERROR ms=40", "level=INFO ms=20"],
        ),
        ("fields concat(level, '-', ms) as x | filter ms = 30 # a comment\n| display x", vec!["x=ERROR-30"]),
        ("fields `user.id` as id | filter id = 'u2'", vec!["id=u2"]),
        ("filter ok | display ok", vec!["ok=1"]),
    ] {
        assert_eq!(rows(query, &ORDERS), wanted, "{query}");
    }
    let usual = rows("limit 1", &ORDERS);
    assert_eq!(usual, [format!("@timestamp=1970-01-01 00:05:01.000 @message={}", ORDERS[4].1)]);
    assert_eq!(rows("", &ORDERS).len(), 5);
}

#[test]
fn statistics() {
    for (query, wanted) in [
        ("stats count(*)", vec!["count(*)=5"]),
        ("stats count() as n by level", vec!["level=ERROR n=2", "level=INFO n=2", "n=1"]),
        ("stats sum(ms), avg(ms), min(ms), max(ms)", vec!["sum(ms)=100 avg(ms)=25 min(ms)=10 max(ms)=40"]),
        (
            "stats count(ms) as n by bin(5m) as t",
            vec!["t=1970-01-01 00:00:00.000 n=3", "t=1970-01-01 00:05:00.000 n=1"],
        ),
        ("filter ispresent(user.id) | stats count_distinct(user.id) as users", vec!["users=3"]),
        ("stats stddev(ms) as s", vec!["s=11.1803"]),
        ("stats earliest(ms) as first, latest(ms) as last", vec!["first=10 last=40"]),
        ("stats max(ms) - min(ms) as span, sum(ms) / count(ms) as mean", vec!["span=30 mean=25"]),
        ("stats count(*) as n by level | sort n desc, level | limit 1", vec!["level=ERROR n=2"]),
        ("stats sum(ms) as s by user.id | stats max(s) as top", vec!["top=40"]),
        ("stats count(*) by level | sort count(*) desc, level | limit 1", vec!["level=ERROR count(*)=2"]),
        (
            "stats pct(ms, 50), max(ms) by user.id | filter max(ms) > 20 | sort pct(ms, 50) desc | display max(ms)",
            vec!["max(ms)=40", "max(ms)=30"],
        ),
        ("filter level = 'none' | stats count(*) as n, max(ms) as m", vec!["n=0"]),
        ("filter level = 'none' | stats count(*) as n by level", vec![]),
        ("stats sortsFirst(user.id) as a, sortsLast(user.id) as z", vec!["a=u1 z=u3"]),
    ] {
        assert_eq!(rows(query, &ORDERS), wanted, "{query}");
    }
    let many: Vec<(i64, String)> = (1..=1_000).map(|n| (n, format!("{{\"n\":{n}}}"))).collect();
    let many: Vec<(i64, &str)> = many.iter().map(|(at, text)| (*at, text.as_str())).collect();
    let found = rows("stats pct(n, 95) as p, median(n) as m, pct(n, 0) as z", &many);
    let numbers: Vec<f64> =
        found[0].split(' ').map(|part| part.split_once('=').unwrap().1.parse().unwrap()).collect();
    for (number, wanted) in numbers.iter().zip([950.0, 500.0, 1.0]) {
        assert!((number / wanted - 1.0).abs() < 0.011, "{number} for {wanted}");
    }
}

#[test]
fn functions() {
    let event = [(7_200_001, r#"{"a":" x ","b":-2.5,"c":"","ip":"10.1.2.3","v6":"2001:db8::1"}"#)];
    for (expression, wanted) in [
        ("abs(b)", Some("2.5")),
        ("ceil(b)", Some("-2")),
        ("floor(b)", Some("-3")),
        ("sqrt(16)", Some("4")),
        ("greatest(1, 5, b)", Some("5")),
        ("least(1, 5, b)", Some("-2.5")),
        ("2 ^ 10 % 1000", Some("24")),
        ("-(3 - 5) * 2", Some("4")),
        ("1 / 0", None),
        ("1 / 3", Some("0.3333")),
        ("none + 1", None),
        ("isempty(c)", Some("1")),
        ("isempty(a)", Some("0")),
        ("isblank(' ')", Some("1")),
        ("isempty(none)", Some("1")),
        ("coalesce(none, a)", Some(" x ")),
        ("trim(a)", Some("x")),
        ("ltrim('xxa', 'x')", Some("a")),
        ("strlen('h\u{e9}')", Some("2")),
        ("toupper('ab')", Some("AB")),
        ("tolower('AB')", Some("ab")),
        ("substr('abcdef', 2)", Some("cdef")),
        ("substr('abcdef', 1, 2)", Some("bc")),
        ("replace('a-b-c', '-', '+')", Some("a+b+c")),
        ("strcontains('abc', 'b')", Some("1")),
        ("datefloor(@timestamp, 1h)", Some("1970-01-01 02:00:00.000")),
        ("dateceil(@timestamp, 1h)", Some("1970-01-01 03:00:00.000")),
        ("fromMillis(1500)", Some("1970-01-01 00:00:01.500")),
        ("toMillis(@timestamp)", Some("7200001")),
        ("isValidIp(ip)", Some("1")),
        ("isValidIpv6(ip)", Some("0")),
        ("isIpInSubnet(ip, '10.0.0.0/8')", Some("1")),
        ("isIpInSubnet(ip, '10.2.0.0/16')", Some("0")),
        ("isIpv6InSubnet(v6, '2001:db8::/32')", Some("1")),
        ("isIpInSubnet(ip, '0.0.0.0/0')", Some("1")),
    ] {
        let found = rows(&format!("fields {expression} as x"), &event);
        assert_eq!(found, [wanted.map_or(String::new(), |text| format!("x={text}"))], "{expression}");
    }
}

#[test]
fn lines_of_lambda() {
    let id = "f6a1a4a1-1111-4111-8111-123456789abc";
    let report = format!(
        "REPORT RequestId: {id}\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 40 MB\tInit Duration: 100.50 ms\t\n"
    );
    let line = format!("2026-01-01T00:00:00.000Z\t{id}\tINFO\t{{\"order\":{{\"n\":5}}}}\n");
    let start = format!("START RequestId: {id} Version: $LATEST\n");
    let events = [(1, start.as_str()), (2, line.as_str()), (3, report.as_str())];
    let found = rows_of(
        "filter @type = 'REPORT' | display @requestId, @duration, @billedDuration, @memorySize, @maxMemoryUsed, @initDuration",
        LAMBDA,
        &events,
    );
    assert_eq!(
        found,
        [format!(
            "@requestId={id} @duration=12.34 @billedDuration=13 @memorySize=128000000 @maxMemoryUsed=40000000 @initDuration=100.5"
        )]
    );
    let found = rows_of("filter order.n = 5 | display order.n, @requestId", LAMBDA, &events);
    assert_eq!(found, [format!("order.n=5 @requestId={id}")]);
    assert_eq!(
        rows_of("stats count(*) by @requestId", LAMBDA, &events),
        [format!("@requestId={id} count(*)=3")]
    );
    let names: Vec<_> = discover(&record(LAMBDA, 1, &line)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["@timestamp", "@ingestionTime", "@message", "@logStream", "@log", "@requestId", "order.n"]
    );
}

#[test]
fn what_is_malformed_says_where() {
    let deep = format!("filter {}1{}", "(".repeat(200), ")".repeat(200));
    let long = format!("filter {}1", "1 or ".repeat(1_000));
    for (query, place) in [
        ("bogus x", Some((0, 5))),
        ("fields a | stat count(*)", Some((11, 15))),
        ("fields a |\n  sort", Some((17, 17))),
        ("filter a =", Some((10, 10))),
        ("filter (a = 1", None),
        ("filter a like 5", None),
        ("filter a like /(/", None),
        ("filter a in (1)", None),
        ("filter a not = 1", None),
        ("filter \"open", None),
        ("fields nofunction(a)", None),
        ("fields abs()", None),
        ("fields abs(1, 2)", None),
        ("stats a", None),
        ("stats count(*) by a | sort sum(b)", None),
        ("sort count(*)", None),
        ("stats count(*) by", None),
        ("stats pct(a, 101)", None),
        ("stats sum(sum(a))", None),
        ("limit 0", None),
        ("limit x", None),
        ("parse 'a*b*' as x", None),
        ("parse /no groups/", None),
        ("fields bin(5x)", None),
        ("stats count(*) | stats count(*) | stats count(*)", None),
        ("pattern @message", None),
        ("fields a b", None),
        (deep.as_str(), None),
        (long.as_str(), None),
    ] {
        let error = parse(query).err().unwrap_or_else(|| panic!("{query} is a query"));
        if let Some(place) = place {
            assert_eq!((error.start, error.end), place, "{query}: {error}");
        }
    }
    let error = parse("fields a | stat count(*)").unwrap_err();
    assert_eq!(error.message, "unexpected symbol found stat at line 1 and position 11");
}

/// A run keeps no more than it may, whatever comes.
#[test]
fn memory_is_bounded() {
    let large = "x".repeat(1 << 20);
    let query = parse("sort @message").unwrap();
    let mut run = Run::new(query, Some(10_000), false);
    // A message counts twice: as it is, and as what is sorted by.
    let taken = (0..300).take_while(|at| run.take(record("g", *at, &large)).is_ok()).count();
    assert_eq!(taken, super::run::MEMORY / (2 << 20) - 1);
    let mut run = Run::new(parse("sort @timestamp desc | limit 5").unwrap(), None, false);
    assert!((0..300).all(|at| run.take(record("g", at, &large)).is_ok()));
    assert_eq!(run.finish().unwrap().len(), 5);
    let mut run = Run::new(parse("stats count(*) by @timestamp").unwrap(), None, false);
    assert!((0..2_000_000).any(|at| run.take(record("g", at, "x")).is_err()));
}

#[test]
fn groups_that_are_not_in_order_are_sorted() {
    let mut run = Run::new(parse("fields @timestamp | limit 2").unwrap(), None, true);
    for at in [5_000, 1_000, 9_000, 3_000] {
        run.take(record("g", at, "x")).unwrap();
    }
    let times: Vec<_> = run.finish().unwrap().into_iter().map(|row| row[0].1.clone()).collect();
    assert_eq!(times, ["1970-01-01 00:00:09.000", "1970-01-01 00:00:05.000"]);
}

proptest! {
    #[test]
    fn no_query_panics(
        query in "((fields|filter|stats|sort|parse|dedup|display|limit) [a-c@m/'\"\\\\`.*(),=<>!|#0-9 é]{0,24}\\|? ?){0,4}",
        message in "[{\"a:1,\\[\\]}é]{0,20}",
    ) {
        if let Ok(query) = parse(&query) {
            let required = query.required();
            let all = query.is_ordered();
            let mut run = Run::new(query, None, false);
            let _ = run.take(record(LAMBDA, 1, &message));
            let rows = run.finish().unwrap();
            prop_assert!(rows.len() <= 1 || !all);
            // What the store leaves out early would not be in a result.
            prop_assert!(!all || rows.is_empty() || required.iter().all(|text| message.contains(text.as_str())));
        }
    }
}
