//! Cases for [`LogStore`].

use super::{home, scope};
use crate::{
    Appended, EventPosition, EventQuery, FilterQuery, GroupMatch, IfMissing, LogBatch, LogStore, Page,
    ReadFrom, StoreError, StoredEvent, StreamOrder, StreamSelection, Thing,
};
use domain::Timestamp;
use domain::log::{LogEvent, LogStreamName};
use domain::meter::{Allocated, Amounts, MeterKey, Metered};
use domain::{FunctionName, Version};

const NO_GROUP: StoreError = StoreError::NotFound(Thing::LogGroup);
const NO_STREAM: StoreError = StoreError::NotFound(Thing::LogStream);
const NOW: Timestamp = Timestamp(1_000_000);
const DAY: i64 = 86_400_000;

pub(super) async fn all<S: LogStore>(mut new: impl FnMut() -> S) {
    groups(&new()).await;
    streams(&new()).await;
    appending(&new()).await;
    reading(&new()).await;
    reading_by_pages(&new()).await;
    filtering(&new()).await;
    filtering_in_bounds(&new()).await;
    deleting_and_expiring(&new()).await;
    bounding(&new()).await;
    metering(&new()).await;
}

fn batch(group: &str, stream: &str, events: &[(i64, &str)]) -> LogBatch {
    let event =
        |(at, message): &(i64, &str)| LogEvent { timestamp: Timestamp(*at), message: (*message).to_owned() };
    let stream = LogStreamName { scope: home(), group: group.into(), stream: stream.into() };
    LogBatch { stream, events: events.iter().map(event).collect() }
}

async fn append(store: &impl LogStore, group: &str, stream: &str, events: &[(i64, &str)]) {
    store.append(vec![batch(group, stream, events)], IfMissing::Create, NOW).await.unwrap();
}

fn query(from: ReadFrom) -> EventQuery {
    EventQuery { start: None, end: None, from, limit: 10_000, max_bytes: 1_048_576 }
}

fn search() -> FilterQuery {
    FilterQuery {
        streams: StreamSelection::All,
        start: None,
        end: None,
        terms: Vec::new(),
        descending: false,
        after: None,
        limit: 10_000,
        max_bytes: 1_048_576,
        max_scanned: 1_000_000,
    }
}

fn messages(events: &[StoredEvent]) -> Vec<&str> {
    events.iter().map(|event| event.message.as_str()).collect()
}

async fn found(store: &impl LogStore, query: FilterQuery) -> Vec<String> {
    let page = store.filter_events(&home(), "g", query).await.unwrap();
    assert_eq!(page.next, None);
    page.events.into_iter().map(|e| format!("{}:{}", e.stream, e.event.message)).collect()
}

async fn groups(store: &impl LogStore) {
    let names = |page: Page<crate::LogGroup>| {
        (page.items.into_iter().map(|g| g.name).collect::<Vec<_>>().join(" "), page.more)
    };
    for group in ["/aws/lambda/b", "/aws/lambda/A", "/other", "/aws/lambda/a", "/aws/%"] {
        store.create_group(&home(), group, NOW).await.unwrap();
    }
    let again = store.create_group(&home(), "/other", NOW).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::LogGroup)));
    store.create_group(&scope("123456789012", "eu-west-1"), "/other", NOW).await.unwrap();
    let list = |matching: GroupMatch, after: Option<&'static str>, limit| async move {
        names(store.describe_groups(&home(), &matching, after, limit).await.unwrap())
    };
    let all = "/aws/% /aws/lambda/A /aws/lambda/a /aws/lambda/b /other";
    assert_eq!(list(GroupMatch::Any, None, 10).await, (all.to_owned(), false));
    assert_eq!(list(GroupMatch::Any, None, 2).await, ("/aws/% /aws/lambda/A".to_owned(), true));
    let rest = "/aws/lambda/a /aws/lambda/b /other".to_owned();
    assert_eq!(list(GroupMatch::Any, Some("/aws/lambda/A"), 3).await, (rest, false));
    let prefix = |text: &str| GroupMatch::Prefix(text.to_owned());
    assert_eq!(list(prefix("/aws/lambda/a"), None, 9).await, ("/aws/lambda/a".to_owned(), false));
    assert_eq!(list(prefix("/aws/%"), None, 9).await, ("/aws/%".to_owned(), false));
    let part = |text: &str| GroupMatch::Contains(text.to_owned());
    assert_eq!(list(part("BDA/a"), None, 9).await, ("/aws/lambda/A /aws/lambda/a".to_owned(), false));
    store.put_retention(&home(), "/other", Some(7)).await.unwrap();
    assert_eq!(store.put_retention(&home(), "/none", Some(7)).await, Err(NO_GROUP));
    let group = store.describe_groups(&home(), &prefix("/other"), None, 1).await.unwrap().items.remove(0);
    assert_eq!((group.created, group.retention_days, group.stored_bytes), (NOW, Some(7), 0));
    store.put_retention(&home(), "/other", None).await.unwrap();
    let group = store.describe_groups(&home(), &prefix("/other"), None, 1).await.unwrap().items.remove(0);
    assert_eq!(group.retention_days, None);
}

async fn streams(store: &impl LogStore) {
    assert_eq!(store.create_stream(&home(), "g", "s", NOW).await, Err(NO_GROUP));
    append(store, "g", "b", &[(50, "x")]).await;
    append(store, "g", "a2", &[(30, "x")]).await;
    append(store, "g", "a1", &[(50, "x"), (10, "xyz")]).await;
    store.create_stream(&home(), "g", "empty", NOW).await.unwrap();
    let again = store.create_stream(&home(), "g", "a1", NOW).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::LogStream)));
    for (order, descending, expected) in [
        (StreamOrder::Name, false, "a1 a2 b empty"),
        (StreamOrder::Name, true, "empty b a2 a1"),
        (StreamOrder::LastEventTime, false, "empty a2 a1 b"),
        (StreamOrder::LastEventTime, true, "b a1 a2 empty"),
    ] {
        for limit in [1, 2, 3, 4] {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let page = store
                    .describe_streams(&home(), "g", "", order, descending, after.as_ref(), limit)
                    .await
                    .unwrap();
                after = page.items.last().map(crate::LogStream::cursor);
                seen.extend(page.items.into_iter().map(|s| s.name));
                if !page.more {
                    break;
                }
            }
            assert_eq!(seen.join(" "), expected, "{order:?} {descending} {limit}");
        }
    }
    let page = store.describe_streams(&home(), "g", "a", StreamOrder::Name, false, None, 9).await.unwrap();
    assert_eq!(page.items.len(), 2);
    let first = &page.items[0];
    assert_eq!((first.first_event, first.last_event), (Some(Timestamp(10)), Some(Timestamp(50))));
    assert_eq!((first.last_ingestion, first.stored_bytes), (Some(NOW), 2 * 26 + 4));
    let missing = store.describe_streams(&home(), "none", "", StreamOrder::Name, false, None, 9).await;
    assert_eq!(missing, Err(NO_GROUP));
}

async fn appending(store: &impl LogStore) {
    let refused =
        |group, stream| store.append(vec![batch(group, stream, &[(1, "x")])], IfMissing::Refuse, NOW);
    assert_eq!(refused("g", "s").await, Err(NO_GROUP));
    store.create_group(&home(), "g", NOW).await.unwrap();
    assert_eq!(refused("g", "s").await, Err(NO_STREAM));
    store.create_stream(&home(), "g", "s", NOW).await.unwrap();
    refused("g", "s").await.unwrap();
    let half = vec![batch("g", "s", &[(2, "y")]), batch("g", "none", &[(2, "y")])];
    assert_eq!(store.append(half, IfMissing::Refuse, NOW).await, Err(NO_STREAM));
    let events = store.get_events(&home(), "g", "s", query(ReadFrom::Head)).await.unwrap();
    assert_eq!(messages(&events), ["x"], "all or nothing");
    let both = vec![batch("g", "s", &[(3, "z"), (4, "'; --\0ü")]), batch("h", "t", &[(5, "")])];
    store.append(both, IfMissing::Create, Timestamp(77)).await.unwrap();
    let events = store.get_events(&home(), "g", "s", query(ReadFrom::Head)).await.unwrap();
    assert_eq!(messages(&events), ["x", "z", "'; --\0ü"]);
    assert_eq!(events[2].ingestion, Timestamp(77));
    assert!(events[1].position.sequence < events[2].position.sequence);
    let bytes = (1 + 1 + "'; --\0ü".len() as u64) + 4 * 26;
    assert_eq!(store.stored_bytes().await.unwrap(), bytes);
}

async fn reading(store: &impl LogStore) {
    let get =
        |stream: &'static str, query| async move { store.get_events(&home(), "g", stream, query).await };
    assert_eq!(get("s", query(ReadFrom::Head)).await, Err(NO_GROUP));
    store.create_group(&home(), "g", NOW).await.unwrap();
    assert_eq!(get("s", query(ReadFrom::Head)).await, Err(NO_STREAM));
    append(store, "g", "s", &[(30, "c"), (10, "a"), (20, "b1"), (20, "b2"), (40, "d")]).await;
    append(store, "g", "other", &[(20, "not this")]).await;
    let all = get("s", query(ReadFrom::Head)).await.unwrap();
    assert_eq!(messages(&all), ["a", "b1", "b2", "c", "d"], "by time, then as they came");
    assert_eq!(get("s", query(ReadFrom::Tail)).await.unwrap(), all);
    let some = |start, end| EventQuery {
        start: Some(Timestamp(start)),
        end: Some(Timestamp(end)),
        ..query(ReadFrom::Tail)
    };
    assert_eq!(messages(&get("s", some(20, 40)).await.unwrap()), ["b1", "b2", "c"]);
    assert_eq!(messages(&get("s", some(21, 30)).await.unwrap()), [""; 0]);
    let two = |from| EventQuery { limit: 2, ..query(from) };
    assert_eq!(messages(&get("s", two(ReadFrom::Head)).await.unwrap()), ["a", "b1"]);
    assert_eq!(messages(&get("s", two(ReadFrom::Tail)).await.unwrap()), ["c", "d"]);
    assert_eq!(messages(&get("s", two(ReadFrom::After(all[1].position))).await.unwrap()), ["b2", "c"]);
    assert_eq!(messages(&get("s", two(ReadFrom::Before(all[2].position))).await.unwrap()), ["a", "b1"]);
    let small = |from, max_bytes| EventQuery { max_bytes, ..query(from) };
    assert_eq!(messages(&get("s", small(ReadFrom::Head, 27 + 28)).await.unwrap()), ["a", "b1"]);
    assert_eq!(messages(&get("s", small(ReadFrom::Tail, 53)).await.unwrap()), ["d"]);
    assert_eq!(messages(&get("s", small(ReadFrom::Head, 1)).await.unwrap()), ["a"], "never none");
}

/// Many events of one millisecond; more arrive while a reader follows.
async fn reading_by_pages(store: &impl LogStore) {
    let texts: Vec<String> = (0..500).map(|n| n.to_string()).collect();
    let events: Vec<_> = texts.iter().map(|text| (7, text.as_str())).collect();
    append(store, "g", "s", &events).await;
    let (mut from, mut seen) = (ReadFrom::Head, Vec::new());
    loop {
        let page =
            store.get_events(&home(), "g", "s", EventQuery { limit: 33, ..query(from) }).await.unwrap();
        let Some(last) = page.last() else { break };
        from = ReadFrom::After(last.position);
        seen.extend(page.into_iter().map(|event| event.message));
    }
    assert_eq!(seen, texts);
    append(store, "g", "s", &[(7, "late")]).await;
    let late = store.get_events(&home(), "g", "s", query(from)).await.unwrap();
    assert_eq!(messages(&late), ["late"]);
    let (mut from, mut seen) = (ReadFrom::Tail, Vec::new());
    loop {
        let page =
            store.get_events(&home(), "g", "s", EventQuery { limit: 47, ..query(from) }).await.unwrap();
        let Some(first) = page.first() else { break };
        from = ReadFrom::Before(first.position);
        seen.splice(0..0, page.into_iter().map(|event| event.message));
    }
    assert_eq!(seen.len(), 501);
    assert_eq!(seen[..500], texts);
}

async fn filtering(store: &impl LogStore) {
    assert_eq!(store.filter_events(&home(), "g", search()).await, Err(NO_GROUP));
    append(store, "g", "x1", &[(10, "error: one"), (30, "fine"), (50, "ERROR two")]).await;
    append(store, "g", "x2", &[(20, "error: three"), (40, "50% of 'it'")]).await;
    append(store, "g", "y", &[(25, "other error")]).await;
    append(store, "h", "x1", &[(10, "error elsewhere")]).await;
    let everything =
        ["x1:error: one", "x2:error: three", "y:other error", "x1:fine", "x2:50% of 'it'", "x1:ERROR two"];
    assert_eq!(found(store, search()).await, everything);
    let terms =
        |terms: &[&str]| FilterQuery { terms: terms.iter().map(|t| (*t).to_owned()).collect(), ..search() };
    assert_eq!(found(store, terms(&["error"])).await, everything[..3]);
    assert_eq!(found(store, terms(&["error", "r: t"])).await, everything[1..2]);
    assert_eq!(found(store, terms(&["%"])).await, everything[4..5]);
    let names = |names: &[&str]| FilterQuery {
        streams: StreamSelection::Names(names.iter().map(|n| (*n).to_owned()).collect()),
        ..search()
    };
    assert_eq!(found(store, names(&["y", "none"])).await, everything[2..3]);
    assert_eq!(found(store, names(&["x2", "y"])).await, [everything[1], everything[2], everything[4]]);
    assert_eq!(found(store, names(&["none"])).await, [""; 0]);
    let prefix = FilterQuery { streams: StreamSelection::Prefix("x".to_owned()), ..search() };
    assert_eq!(found(store, prefix).await.len(), 5);
    let between = FilterQuery { start: Some(Timestamp(20)), end: Some(Timestamp(40)), ..search() };
    assert_eq!(found(store, between).await, everything[1..4]);
}

async fn filtering_in_bounds(store: &impl LogStore) {
    let texts: Vec<String> =
        (0..300).map(|n| format!("{}{n}", if n % 10 == 0 { "hit" } else { "-" })).collect();
    let events: Vec<_> = texts.iter().map(|text| (7, text.as_str())).collect();
    append(store, "g", "s", &events[..150]).await;
    append(store, "g", "t", &events[150..]).await;
    let hits: Vec<_> = texts.iter().filter(|t| t.starts_with("hit")).collect();
    for (limit, max_bytes, max_scanned) in
        [(1, 1 << 20, 1 << 20), (4, 1 << 20, 1 << 20), (99, 60, 1 << 20), (99, 1 << 20, 7), (2, 1, 1)]
    {
        let (mut after, mut seen, mut calls): (Option<EventPosition>, _, _) = (None, Vec::new(), 0);
        loop {
            let terms = vec!["hit".to_owned()];
            let query = FilterQuery { terms, limit, max_bytes, max_scanned, after, ..search() };
            let page = store.filter_events(&home(), "g", query).await.unwrap();
            assert!(page.events.len() <= limit);
            seen.extend(page.events.into_iter().map(|e| e.event.message));
            calls += 1;
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert!(seen.iter().eq(hits.iter().copied()), "{limit} {max_bytes} {max_scanned}");
        assert!(calls >= 300 / max_scanned && calls >= 30 / limit);
        let (mut before, mut backward) = (None, Vec::new());
        loop {
            let terms = vec!["hit".to_owned()];
            let query = FilterQuery {
                terms,
                limit,
                max_bytes,
                max_scanned,
                after: before,
                descending: true,
                ..search()
            };
            let page = store.filter_events(&home(), "g", query).await.unwrap();
            backward.extend(page.events.into_iter().map(|e| e.event.message));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert!(backward.iter().eq(hits.iter().rev().copied()), "{limit} {max_bytes} {max_scanned}");
    }
}

async fn deleting_and_expiring(store: &impl LogStore) {
    assert_eq!(store.delete_group(&home(), "g").await, Err(NO_GROUP));
    append(store, "g", "s", &[(1, "old"), (2 * DAY, "new")]).await;
    append(store, "g", "t", &[(1, "older"), (2, "oldest")]).await;
    append(store, "kept", "s", &[(1, "for ever")]).await;
    assert_eq!(store.retention(&home(), "g").await, Ok(None));
    store.put_retention(&home(), "g", Some(1)).await.unwrap();
    assert_eq!(store.retention(&home(), "g").await, Ok(Some(1)));
    assert_eq!(store.retention(&home(), "none").await, Err(NO_GROUP));
    let now = Timestamp(2 * DAY + 1);
    let first = store.expire(now, None, 2).await.unwrap();
    assert_eq!((first.events, first.more), (2, true));
    let second = store.expire(now, None, 2).await.unwrap();
    assert_eq!((second.events, second.more), (1, false));
    assert_eq!(found(store, search()).await, ["s:new"]);
    assert_eq!(store.stored_bytes().await.unwrap(), 26 + 3 + 26 + 8);

    assert_eq!(store.delete_stream(&home(), "g", "none").await, Err(NO_STREAM));
    store.delete_stream(&home(), "g", "s").await.unwrap();
    append(store, "g", "s", &[(2 * DAY, "again")]).await;
    assert_eq!(found(store, search()).await, ["s:again"]);
    store.delete_group(&home(), "g").await.unwrap();
    assert_eq!(store.filter_events(&home(), "g", search()).await, Err(NO_GROUP));
    append(store, "g", "s", &[(5, "anew")]).await;
    assert_eq!(found(store, search()).await, ["s:anew"]);
    let mut deleted = 0;
    loop {
        let round = store.expire(now, None, 1).await.unwrap();
        deleted += round.events;
        if !round.more {
            break;
        }
    }
    assert_eq!(deleted, 2, "what was in the deleted stream and group");
    assert_eq!(found(store, search()).await, ["s:anew"]);
}

/// The oldest events of the group go, over all of its streams, and none of others.
async fn bounding(store: &impl LogStore) {
    let text = "x".repeat(74);
    for n in 0..10 {
        append(store, "g", if n % 2 == 0 { "s" } else { "t" }, &[(n, &text)]).await;
        append(store, "small", "s", &[(n, "y")]).await;
    }
    let round = store.expire(NOW, Some(650), 100).await.unwrap();
    assert_eq!((round.events, round.more), (4, false));
    let query = FilterQuery { limit: 1, ..search() };
    let left = store.filter_events(&home(), "g", query).await.unwrap();
    assert_eq!(left.events[0].event.position.timestamp, Timestamp(4));
    assert_eq!(store.stored_bytes().await.unwrap(), 6 * 100 + 10 * 27);
    assert_eq!(store.expire(NOW, Some(650), 100).await.unwrap().events, 0);
    assert_eq!(store.expire(NOW, Some(0), 3).await.unwrap().events, 3);
}

async fn metering(store: &impl LogStore) {
    let used = |function: &str, version, day, requests| Metered {
        key: MeterKey {
            scope: home(),
            function: FunctionName::new(function).unwrap(),
            qualifier: Version::into(version),
            architecture: "x86_64".into(),
            day,
        },
        amounts: Amounts {
            requests,
            billed_ms: requests * 3,
            memory_mb_ms: requests * 384,
            ..Amounts::default()
        },
    };
    let (latest, first) = (Version::Latest, Version::Number(1));
    let add = |metered, batches| {
        let (missing, selected) = (IfMissing::Create, Vec::new());
        store.append_all(Appended { batches, missing, selected, metered }, NOW)
    };
    add(vec![used("f", latest, 5, 1), used("f", latest, 5, 1)], vec![batch("g", "s", &[(1, "x")])])
        .await
        .unwrap();
    add(vec![used("g", first, 6, 7), used("f", latest, 5, 3), used("f", first, 5, 2)], Vec::new())
        .await
        .unwrap();
    assert_eq!(found(store, search()).await, ["s:x"]);
    let all = [used("f", latest, 5, 5), used("f", first, 5, 2), used("g", first, 6, 7)];
    assert_eq!(store.metered(0, 10).await.unwrap(), all);
    assert_eq!(store.metered(5, 5).await.unwrap(), all[..2]);
    assert_eq!(store.metered(6, 9).await.unwrap(), all[2..]);
    assert_eq!(store.metered(7, 4).await.unwrap(), []);
    allocating(store, used("f", first, 20_000, 0).key).await;
    // What functions used stays when their logs go.
    store.delete_group(&home(), "g").await.unwrap();
    assert_eq!(store.metered(0, 10).await.unwrap(), all);
}

/// Whoever comes back after a crash, or twice, or with a clock that was set back, counts nothing twice.
async fn allocating(store: &impl LogStore, key: MeterKey) {
    for (since, block, memory_mb, counted) in [
        (1_000, 0, 256, 256),
        (1_000, 0, 256, 256),
        (1_000, 0, 1_024, 1_024),
        (1_000, 0, 512, 1_024),
        (1_000, 1, 512, 1_536),
        (1_000, 0, 9_000, 1_536),
        (2_000, 0, 128, 1_664),
    ] {
        store
            .allocate(Allocated { key: key.clone(), since: Timestamp(since), block, memory_mb })
            .await
            .unwrap();
        let metered = store.metered(key.day, key.day).await.unwrap();
        let amounts = Amounts { provisioned_mb_ms: counted * 300_000, ..Amounts::default() };
        assert_eq!(metered, [Metered { key: key.clone(), amounts }]);
    }
}
