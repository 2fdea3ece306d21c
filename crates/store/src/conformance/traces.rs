//! Cases for [`TraceStore`].

use super::{home, scope};
use crate::traces::{MAX_TRACE, Setting, SettingKind, TracePlace, TraceQuery, TraceTime};
use crate::{StoredTrace, TraceStore};
use domain::{Scope, Segment, Timestamp, TraceId};

const DAY: i64 = 86_400_000;

pub(super) async fn all<S: TraceStore>(mut new: impl FnMut() -> S) {
    segments_make_a_trace(&new()).await;
    a_trace_has_an_end(&new()).await;
    lists(&new()).await;
    old_ones_go(&new()).await;
    who_has_most_loses(&new()).await;
    settings(&new()).await;
}

fn id(number: u128) -> TraceId {
    TraceId { seconds: u32::MAX, unique: number << 64 | number }
}

fn segment(trace: TraceId, id: u64, start: i64, text: &str) -> Segment {
    Segment { trace, id, start: Timestamp(start), in_progress: false, document: text.into() }
}

async fn put<S: TraceStore>(store: &S, scope: &Scope, segments: &[Segment], now: i64) {
    let segments = segments.iter().map(|segment| (scope.clone(), segment.clone())).collect();
    store.put_segments(segments, Timestamp(now)).await.unwrap();
}

fn texts(trace: &StoredTrace) -> Vec<&str> {
    trace.documents.iter().map(|document| &**document).collect()
}

async fn segments_make_a_trace<S: TraceStore>(store: &S) {
    assert_eq!(store.trace(&home(), id(1)).await.unwrap(), None);
    let begun = Segment { in_progress: true, ..segment(id(1), u64::MAX, 20, "begun") };
    put(store, &home(), &[begun.clone(), segment(id(1), 2, 10, "'; ü")], 100).await;
    let trace = store.trace(&home(), id(1)).await.unwrap().unwrap();
    assert_eq!((trace.id, texts(&trace), trace.is_cut), (id(1), vec!["'; ü", "begun"], false));
    put(store, &home(), &[segment(id(1), u64::MAX, 20, "ended")], 110).await;
    // What comes late, or twice.
    put(store, &home(), &[begun, segment(id(1), 2, 10, "'; ü")], 120).await;
    let trace = store.trace(&home(), id(1)).await.unwrap().unwrap();
    assert_eq!(texts(&trace), ["'; ü", "ended"]);
    assert_eq!(store.trace(&scope("210987654321", "us-east-1"), id(1)).await.unwrap(), None, "another's");
    assert_eq!(store.trace(&scope("123456789012", "eu-west-1"), id(1)).await.unwrap(), None);
}

async fn a_trace_has_an_end<S: TraceStore>(store: &S) {
    let large = "x".repeat(60_000);
    let most = MAX_TRACE / large.len() as u64;
    let segments: Vec<_> = (0..20).map(|number| segment(id(1), number, 0, &large)).collect();
    put(store, &home(), &segments, 0).await;
    let trace = store.trace(&home(), id(1)).await.unwrap().unwrap();
    assert_eq!((trace.documents.len() as u64, trace.is_cut), (most, true));
    // One that takes another's place takes its room.
    put(store, &home(), &[segment(id(1), 0, 0, "small")], 0).await;
    put(store, &home(), &[segment(id(1), 77, 0, &large)], 0).await;
    let trace = store.trace(&home(), id(1)).await.unwrap().unwrap();
    assert_eq!(trace.documents.len() as u64, most + 1);
}

async fn lists<S: TraceStore>(store: &S) {
    for number in 0..7_i64 {
        let trace = id(u128::try_from(number).unwrap());
        let begins = (number / 2) * 10;
        put(
            store,
            &home(),
            &[segment(trace, 1, begins, "a"), segment(trace, 2, begins + 5, "b")],
            1_000 - number,
        )
        .await;
    }
    put(store, &scope("210987654321", "us-east-1"), &[segment(id(99), 1, 10, "c")], 0).await;
    let by = |by, from, to| TraceQuery { scope: home(), by, from: Timestamp(from), to: Timestamp(to) };
    let query = by(TraceTime::Start, 10, 30);
    let (mut seen, mut after) = (Vec::new(), None::<TracePlace>);
    loop {
        let page = store.traces(query.clone(), after, 2, u64::MAX).await.unwrap();
        assert!(page.items.len() == 2 || !page.more);
        seen.extend(page.items.iter().map(|(_, trace)| trace.id));
        after = page.items.last().map(|(place, _)| *place);
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, [2, 3, 4, 5, 6].map(id));
    let page = store.traces(by(TraceTime::Update, 995, 999), None, 10, u64::MAX).await.unwrap();
    assert_eq!(page.items.iter().map(|(_, trace)| trace.id).collect::<Vec<_>>(), [5, 4, 3, 2, 1].map(id));
    let short = store.traces(query, None, 10, 3).await.unwrap();
    assert_eq!((short.items.len(), short.more), (1, true), "as many bytes as may be, and one at least");
    assert_eq!(texts(&short.items[0].1), ["a", "b"]);
}

async fn old_ones_go<S: TraceStore>(store: &S) {
    for number in 0..10_i64 {
        let trace = id(u128::try_from(number).unwrap());
        put(store, &home(), &[segment(trace, 1, 0, &"x".repeat(10))], number * DAY).await;
    }
    let left = async || {
        let query =
            TraceQuery { scope: home(), by: TraceTime::Update, from: Timestamp(0), to: Timestamp(i64::MAX) };
        store.traces(query, None, 100, u64::MAX).await.unwrap().items.len()
    };
    assert_eq!(store.expire_traces(Timestamp(4 * DAY), u64::MAX, 3).await.unwrap(), 3);
    assert_eq!(store.expire_traces(Timestamp(4 * DAY), u64::MAX, 3).await.unwrap(), 1);
    assert_eq!((store.expire_traces(Timestamp(4 * DAY), u64::MAX, 3).await.unwrap(), left().await), (0, 6));
    assert_eq!(store.expire_traces(Timestamp(0), 35, 100).await.unwrap(), 3, "60 bytes, until they are 30");
    assert_eq!(left().await, 3);
    assert_eq!(store.trace(&home(), id(6)).await.unwrap(), None);
}

/// One account's flood costs the others nothing, however old theirs are.
async fn who_has_most_loses<S: TraceStore>(store: &S) {
    let (quiet, middle) = (scope("210987654321", "us-east-1"), scope("210987654322", "us-east-1"));
    let mut number = 0_u128;
    let mut add = async |scope: &Scope, traces: i64| {
        for _ in 0..traces {
            number += 1;
            let now = i64::try_from(number).unwrap();
            put(store, scope, &[segment(id(number), 1, 0, &"x".repeat(10))], now).await;
        }
    };
    add(&quiet, 2).await;
    add(&middle, 5).await;
    add(&home(), 8).await;
    add(&scope("123456789012", "eu-west-1"), 8).await;
    let left = async |scope: &Scope| {
        let query = TraceQuery {
            scope: scope.clone(),
            by: TraceTime::Update,
            from: Timestamp(0),
            to: Timestamp(i64::MAX),
        };
        store.traces(query, None, 100, u64::MAX).await.unwrap().items.len()
    };
    let expire = async |most, limit| store.expire_traces(Timestamp(0), most, limit).await.unwrap();
    // 230 bytes; the loud one has 160 of them, in two regions.
    assert_eq!((expire(150, 3).await, expire(150, 100).await, expire(150, 100).await), (3, 5, 0));
    assert_eq!((left(&quiet).await, left(&middle).await), (2, 5));
    assert_eq!((left(&home()).await, left(&scope("123456789012", "eu-west-1")).await), (0, 8));
    // Where there is room for less than all parts, the larger ones become equal.
    expire(80, 100).await;
    assert_eq!((left(&quiet).await, left(&middle).await), (2, 3));
    assert_eq!(left(&scope("123456789012", "eu-west-1")).await, 3);
    // What grew is reckoned with: 170 bytes, 110 of them the quiet one's.
    put(store, &quiet, &[segment(id(1), 2, 0, &"x".repeat(90))], 100).await;
    assert_eq!((expire(100, 100).await, left(&quiet).await, left(&middle).await), (2, 0, 3));
}

async fn settings<S: TraceStore>(store: &S) {
    let one = |name: &str, value: &str| Setting {
        kind: SettingKind::Group,
        name: name.to_owned(),
        value: value.to_owned(),
    };
    assert!(!store.put_setting(&home(), one("a", "1"), false, 9).await.unwrap(), "nothing to change");
    assert!(store.put_setting(&home(), one("b", "1"), true, 2).await.unwrap());
    assert!(!store.put_setting(&home(), one("b", "2"), true, 2).await.unwrap(), "taken");
    assert!(store.put_setting(&home(), one("a", "3"), true, 2).await.unwrap());
    assert!(!store.put_setting(&home(), one("c", "4"), true, 2).await.unwrap(), "too many");
    assert!(store.put_setting(&home(), one("b", "5"), false, 2).await.unwrap());
    assert_eq!(store.settings(&home(), SettingKind::Group).await.unwrap(), [one("a", "3"), one("b", "5")]);
    assert_eq!(store.settings(&home(), SettingKind::SamplingRule).await.unwrap(), []);
    assert_eq!(store.settings(&scope("123456789012", "eu-west-1"), SettingKind::Group).await.unwrap(), []);
    assert!(store.delete_setting(&home(), SettingKind::Group, "a").await.unwrap());
    assert!(!store.delete_setting(&home(), SettingKind::Group, "a").await.unwrap());
}
