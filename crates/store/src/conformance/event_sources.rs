//! Cases for [`EventSourceMappingStore`].

use super::{home, map, scope};
use crate::{EventSourceMappingStore, MappingFilter, Placed, StoreError, TagStore, Tagged, Thing};
use domain::{EventSourceMapping, FunctionName, MappingState, Qualifier, Scope, Timestamp};
use std::collections::BTreeMap;

const NOT_FOUND: StoreError = StoreError::NotFound(Thing::EventSourceMapping);

pub(super) async fn all<S: EventSourceMappingStore + TagStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    nothing_is_read_twice(&new()).await;
    compare_and_swap(&new()).await;
    one_of_many_makers_wins(&new()).await;
    lists(&new()).await;
    unfinished(&new()).await;
    hostile_text_is_data(&new()).await;
}

/// An enabled mapping of a queue.
fn mapping(scope: &Scope, uuid: &str, queue: &str) -> EventSourceMapping {
    EventSourceMapping {
        scope: scope.clone(),
        uuid: uuid.to_owned(),
        function: FunctionName::new("f").unwrap(),
        qualifier: None,
        source: queue.to_owned(),
        reads: vec![queue.to_owned()],
        state: MappingState::Enabled,
        enabled: true,
        settings: "{\"BatchSize\":10}".to_owned(),
        change: 1,
        modified: Timestamp(1_795_544_521_123),
    }
}

fn none() -> BTreeMap<String, String> {
    BTreeMap::new()
}

fn taken(uuid: &str) -> Result<Placed, StoreError> {
    Ok(Placed::Taken { uuid: uuid.to_owned() })
}

async fn life_cycle<S: EventSourceMappingStore + TagStore>(store: &S) {
    let first = EventSourceMapping {
        qualifier: Some(Qualifier::Alias("live".into())),
        reads: vec!["a".to_owned(), "b".to_owned()],
        state: MappingState::Creating,
        enabled: false,
        ..mapping(&home(), "u1", "q")
    };
    let tagged = Tagged::EventSourceMapping("u1".to_owned());
    assert_eq!(store.mapping(&home(), "u1").await.unwrap(), None);
    assert_eq!(store.delete_mapping(&home(), "u1", 1).await, Err(NOT_FOUND));
    assert_eq!(store.replace_mapping(1, first.clone()).await, Err(NOT_FOUND));
    assert_eq!(store.create_mapping(first.clone(), map(&[("k", "v")])).await, Ok(Placed::Yes));
    assert_eq!(store.mapping(&home(), "u1").await.unwrap(), Some(first.clone()));
    assert_eq!(store.tags(&home(), &tagged).await.unwrap(), map(&[("k", "v")]));
    let same_uuid = mapping(&home(), "u1", "other");
    let again = store.create_mapping(same_uuid, none()).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::EventSourceMapping)));
    let settled = first.settled().unwrap();
    assert_eq!(store.replace_mapping(1, settled.clone()).await, Ok(Placed::Yes));
    assert_eq!(store.mapping(&home(), "u1").await.unwrap(), Some(settled));
    assert_eq!(store.tags(&home(), &tagged).await.unwrap(), map(&[("k", "v")]), "tags stay");
    assert_eq!(store.delete_mapping(&home(), "u1", 1).await, Err(StoreError::RevisionMismatch));
    store.delete_mapping(&home(), "u1", 2).await.unwrap();
    assert_eq!(store.mapping(&home(), "u1").await.unwrap(), None);
    assert_eq!(store.tags(&home(), &tagged).await, Err(NOT_FOUND));
    // What it read is free, and its tags do not come back.
    assert_eq!(store.create_mapping(first, none()).await, Ok(Placed::Yes));
    assert_eq!(store.tags(&home(), &tagged).await.unwrap(), none());
}

async fn nothing_is_read_twice(store: &impl EventSourceMappingStore) {
    let reads = |uuid: &str, parts: &[&str]| EventSourceMapping {
        reads: parts.iter().map(|p| (*p).to_owned()).collect(),
        ..mapping(&home(), uuid, "s")
    };
    assert_eq!(store.create_mapping(reads("u1", &["a", "b"]), none()).await, Ok(Placed::Yes));
    assert_eq!(store.create_mapping(reads("u2", &["c", "b"]), none()).await, taken("u1"));
    assert_eq!(store.mapping(&home(), "u2").await.unwrap(), None, "all or nothing");
    assert_eq!(store.create_mapping(reads("u2", &["c"]), none()).await, Ok(Placed::Yes));
    // Another function, another qualifier, another account or region may read the same.
    let other = EventSourceMapping { function: FunctionName::new("g").unwrap(), ..reads("u3", &["a"]) };
    let alias = EventSourceMapping { qualifier: Some(Qualifier::Version(1)), ..reads("u4", &["a"]) };
    let far = EventSourceMapping { scope: scope("123456789012", "eu-west-1"), ..reads("u1", &["a"]) };
    for free in [other.clone(), alias, far] {
        assert_eq!(store.create_mapping(free, none()).await, Ok(Placed::Yes));
    }
    // A change may not take what another one has, and gives back what it leaves.
    let change = |of: EventSourceMapping| EventSourceMapping { change: 2, ..of };
    assert_eq!(store.replace_mapping(1, change(reads("u2", &["c", "a"]))).await, taken("u1"));
    assert_eq!(store.mapping(&home(), "u2").await.unwrap(), Some(reads("u2", &["c"])));
    let moved = EventSourceMapping { function: FunctionName::new("f").unwrap(), ..change(other) };
    assert_eq!(store.replace_mapping(1, moved).await, taken("u1"));
    assert_eq!(store.replace_mapping(1, change(reads("u2", &["d"]))).await, Ok(Placed::Yes));
    assert_eq!(store.create_mapping(reads("u5", &["c"]), none()).await, Ok(Placed::Yes));
    assert_eq!(store.create_mapping(reads("u6", &["d"]), none()).await, taken("u2"));
}

async fn compare_and_swap(store: &impl EventSourceMappingStore) {
    let first = mapping(&home(), "u", "q");
    store.create_mapping(first.clone(), none()).await.unwrap();
    let writer = |id: u32| async move {
        let mut wins = 0;
        while wins < 5 {
            let seen = store.mapping(&home(), "u").await.unwrap().unwrap();
            let settings = format!("{id} {}", seen.settings);
            let next = EventSourceMapping { settings, change: seen.change + 1, ..seen.clone() };
            match store.replace_mapping(seen.change, next).await {
                Ok(placed) => {
                    assert_eq!(placed, Placed::Yes);
                    wins += 1;
                }
                Err(error) => assert_eq!(error, StoreError::RevisionMismatch),
            }
        }
    };
    tokio::join!(writer(1), writer(2), writer(3), writer(4));
    let last = store.mapping(&home(), "u").await.unwrap().unwrap();
    assert_eq!((last.change, last.settings.split(' ').count()), (21, 21), "no change is lost");
}

async fn one_of_many_makers_wins(store: &impl EventSourceMappingStore) {
    let uuids = ["u1", "u2", "u3", "u4"];
    let make = |uuid: &'static str| store.create_mapping(mapping(&home(), uuid, "q"), none());
    let (a, b, c, d) = tokio::join!(make(uuids[0]), make(uuids[1]), make(uuids[2]), make(uuids[3]));
    let all = [a.unwrap(), b.unwrap(), c.unwrap(), d.unwrap()];
    assert_eq!(all.iter().filter(|placed| **placed == Placed::Yes).count(), 1);
    let kept = store.list_mappings(&home(), &MappingFilter::default(), None, 10).await.unwrap();
    assert_eq!(kept.items.len(), 1);
    let uuid = kept.items[0].uuid.clone();
    assert!(all.iter().all(|p| *p == Placed::Yes || *p == Placed::Taken { uuid: uuid.clone() }));
}

async fn lists(store: &impl EventSourceMappingStore) {
    let name = |text: &str| FunctionName::new(text).unwrap();
    for n in 0..30_u64 {
        let source = ["q0", "q1", "q2"][usize::try_from(n % 3).unwrap()];
        let kept = EventSourceMapping {
            function: name(if n % 2 == 0 { "even" } else { "odd" }),
            qualifier: (n >= 20).then_some(Qualifier::Version(n)),
            source: source.to_owned(),
            reads: vec![format!("{source} {n}")],
            ..mapping(&home(), &format!("u{:02}", n * 7 % 30), source)
        };
        store.create_mapping(kept, none()).await.unwrap();
    }
    let far = mapping(&scope("123456789012", "eu-west-1"), "elsewhere", "q0");
    store.create_mapping(far, none()).await.unwrap();
    let function = |text: &str, qualifier| Some((name(text), qualifier));
    let source = || Some("q0".to_owned());
    for (filter, wanted) in [
        (MappingFilter { function: None, source: None }, 30),
        (MappingFilter { function: None, source: source() }, 10),
        (MappingFilter { function: function("even", None), source: None }, 10),
        (MappingFilter { function: function("even", Some(Qualifier::Version(22))), source: None }, 1),
        (MappingFilter { function: function("even", None), source: source() }, 4),
        (MappingFilter { function: function("none", None), source: None }, 0),
        (MappingFilter { function: None, source: Some("q".to_owned()) }, 0),
    ] {
        for limit in [100, 10, 3] {
            let (mut seen, mut after) = (Vec::new(), None::<String>);
            loop {
                let page = store.list_mappings(&home(), &filter, after.as_deref(), limit).await.unwrap();
                assert!(page.items.len() <= limit);
                seen.extend(page.items.iter().map(|m| m.uuid.clone()));
                after = seen.last().cloned();
                if !page.more {
                    break;
                }
            }
            assert_eq!(seen.len(), wanted, "{filter:?} by {limit}");
            assert!(seen.is_sorted_by(|a, b| a < b), "{seen:?}");
        }
    }
}

async fn unfinished(store: &impl EventSourceMappingStore) {
    let far = scope("000000000000", "eu-west-1");
    for (n, state) in MappingState::ALL.into_iter().enumerate() {
        let scope = if n % 2 == 0 { home() } else { far.clone() };
        let queue = format!("q{n}");
        let kept = EventSourceMapping { state, ..mapping(&scope, state.as_str(), &queue) };
        store.create_mapping(kept, none()).await.unwrap();
    }
    let found = store.unfinished_mappings().await.unwrap();
    let mut states: Vec<_> = found.iter().map(|m| m.uuid.as_str()).collect();
    states.sort_unstable();
    assert_eq!(states, ["Creating", "Deleting", "Disabling", "Enabling", "Updating"]);
    for mapping in found {
        match mapping.settled() {
            Some(settled) => drop(store.replace_mapping(mapping.change, settled).await.unwrap()),
            None => store.delete_mapping(&mapping.scope, &mapping.uuid, mapping.change).await.unwrap(),
        }
    }
    assert_eq!(store.unfinished_mappings().await.unwrap(), []);
}

async fn hostile_text_is_data(store: &impl EventSourceMappingStore) {
    let texts =
        ["'; DROP TABLE event_source_mapping; --", "%_*?[a]", "\0nul", "ü💥\u{202e}", "\\\"{}", "?1", ""];
    for (n, text) in texts.iter().enumerate() {
        let kept = EventSourceMapping {
            source: (*text).to_owned(),
            reads: vec![(*text).to_owned()],
            settings: (*text).to_owned(),
            ..mapping(&home(), &format!("u{n}"), "q")
        };
        assert_eq!(
            store.create_mapping(kept.clone(), map(&[(text, text)])).await,
            Ok(Placed::Yes),
            "{text:?}"
        );
        assert_eq!(store.mapping(&home(), &kept.uuid).await.unwrap(), Some(kept));
    }
}
