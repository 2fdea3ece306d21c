//! Cases for published versions of [`FunctionStore`] and for [`AliasStore`].

use super::{function, home, scope};
use crate::{AliasStore, Conflict, FunctionStore, Publication, Published, StoreError, Thing};
use domain::{
    Alias, CodeRef, FunctionConfig, FunctionName, FunctionState, LastUpdate, Routing, Sha256, Version,
};
use std::collections::BTreeMap;

const NO_FUNCTION: StoreError = StoreError::NotFound(Thing::Function);
const NO_VERSION: StoreError = StoreError::NotFound(Thing::Version);
const NO_ALIAS: StoreError = StoreError::NotFound(Thing::Alias);

pub(super) async fn all<S: FunctionStore + AliasStore>(mut new: impl FnMut() -> S) {
    publishing(&new()).await;
    publishing_with_a_write(&new()).await;
    numbers_are_never_used_again(&new()).await;
    versions_do_not_change(&new()).await;
    lists(&new()).await;
    deleting(&new()).await;
    code_stays_with_its_versions(&new()).await;
    publishers_at_the_same_time(&new()).await;
    aliases(&new()).await;
    lists_of_aliases(&new()).await;
}

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

fn publication(revision: &str, description: Option<&str>) -> Publication {
    Publication { revision_id: revision.to_owned(), description: description.map(str::to_owned) }
}

async fn create(store: &impl FunctionStore, config: &FunctionConfig) {
    assert_eq!(store.create_function(config.clone(), BTreeMap::new(), None).await.unwrap(), None);
}

/// Changes `$LATEST`, so that the next publication makes a version.
async fn change(store: &impl FunctionStore, function: &str, memory_mb: u32) {
    let old = store.function(&home(), &name(function)).await.unwrap().unwrap();
    let next = FunctionConfig { memory_mb, revision_id: format!("r-{function}-{memory_mb}"), ..old.clone() };
    assert_eq!(store.replace_function(&old.revision_id, next, None).await.unwrap(), None);
}

async fn publish(store: &impl FunctionStore, function: &str) -> u64 {
    let latest = store.function(&home(), &name(function)).await.unwrap().unwrap();
    let revision = format!("p-{}", latest.revision_id);
    let published = store
        .publish_version(&home(), &latest.name, &latest.revision_id, publication(&revision, None))
        .await
        .unwrap();
    match published.config().version {
        Version::Number(number) => number,
        Version::Latest => panic!("not a published version"),
    }
}

async fn publishing(store: &impl FunctionStore) {
    let f = name("f");
    let nobody = store.publish_version(&home(), &f, "r1", publication("p1", None)).await;
    assert_eq!(nobody, Err(NO_FUNCTION));
    let latest = FunctionConfig { description: "latest".to_owned(), ..function(&home(), "f") };
    create(store, &latest).await;
    let old = store.publish_version(&home(), &f, "r0", publication("p1", None)).await;
    assert_eq!(old, Err(StoreError::RevisionMismatch));
    assert_eq!(store.version(&home(), &f, Version::Number(1)).await.unwrap(), None);

    let first = FunctionConfig {
        version: Version::Number(1),
        revision_id: "p1".to_owned(),
        state: FunctionState::Pending,
        description: "first".to_owned(),
        ..latest.clone()
    };
    let published = store.publish_version(&home(), &f, "r1", publication("p1", Some("first"))).await;
    assert_eq!(published, Ok(Published::New(first.clone())));
    assert_eq!(store.version(&home(), &f, Version::Number(1)).await.unwrap(), Some(first.clone()));
    assert_eq!(store.function(&home(), &f).await.unwrap(), Some(latest.clone()));
    assert_eq!(store.unfinished_functions().await.unwrap(), std::slice::from_ref(&first));
    let again = store.publish_version(&home(), &f, "r1", publication("p2", Some("other"))).await;
    assert_eq!(again, Ok(Published::Unchanged(first.clone())), "the description alone makes no version");

    // A revision, a date and a state are no change; a description of `$LATEST` is.
    let touched = FunctionConfig {
        revision_id: "r2".to_owned(),
        last_modified: domain::Timestamp(latest.last_modified.0 + 1),
        last_update: LastUpdate::InProgress,
        ..latest.clone()
    };
    store.replace_function("r1", touched, None).await.unwrap();
    let again = store.publish_version(&home(), &f, "r2", publication("p2", None)).await;
    assert_eq!(again, Ok(Published::Unchanged(first)));
    let described =
        FunctionConfig { description: "first".to_owned(), revision_id: "r3".to_owned(), ..latest.clone() };
    store.replace_function("r2", described.clone(), None).await.unwrap();
    let second = store.publish_version(&home(), &f, "r3", publication("p3", None)).await.unwrap();
    assert_eq!(
        second,
        Published::New(FunctionConfig {
            version: Version::Number(2),
            revision_id: "p3".to_owned(),
            state: FunctionState::Pending,
            ..described
        })
    );
}

async fn publishing_with_a_write(store: &impl FunctionStore) {
    let f = name("f");
    let latest = FunctionConfig { state: FunctionState::Pending, ..function(&home(), "f") };
    let tags = BTreeMap::new();
    let first = store.create_function(latest.clone(), tags.clone(), Some(publication("p1", None))).await;
    let first = first.unwrap().unwrap();
    assert_eq!((first.version, first.revision_id.as_str()), (Version::Number(1), "p1"));
    let again = store.create_function(latest.clone(), tags, Some(publication("p9", None))).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::Function)));
    assert_eq!(store.version(&home(), &f, Version::Number(2)).await.unwrap(), None, "all or nothing");

    let next = FunctionConfig { timeout_s: 9, revision_id: "r2".to_owned(), ..latest.clone() };
    let late = store.replace_function("r0", next.clone(), Some(publication("p2", None))).await;
    assert_eq!(late, Err(StoreError::RevisionMismatch));
    assert_eq!(store.version(&home(), &f, Version::Number(2)).await.unwrap(), None, "all or nothing");
    let second = store.replace_function("r1", next.clone(), Some(publication("p2", None))).await;
    let second = second.unwrap().unwrap();
    assert!(matches!(&second, Published::New(config) if config.timeout_s == 9), "{second:?}");
    let same = FunctionConfig { revision_id: "r3".to_owned(), ..next };
    let again = store.replace_function("r2", same, Some(publication("p3", None))).await.unwrap().unwrap();
    assert_eq!(again, Published::Unchanged(second.config().clone()));
}

async fn numbers_are_never_used_again(store: &impl FunctionStore) {
    create(store, &function(&home(), "f")).await;
    create(store, &function(&home(), "g")).await;
    assert_eq!((publish(store, "f").await, publish(store, "g").await), (1, 1), "each function counts");
    store.delete_version(&home(), &name("f"), 1).await.unwrap();
    assert_eq!(publish(store, "f").await, 2, "nothing is left that is the same");
    assert_eq!(publish(store, "f").await, 2);
    store.delete_function(&home(), &name("f")).await.unwrap();
    create(store, &function(&home(), "f")).await;
    assert_eq!(publish(store, "f").await, 3);
    let far = scope("123456789012", "eu-west-1");
    create(store, &function(&far, "f")).await;
    let there = store.publish_version(&far, &name("f"), "r1", publication("p", None)).await.unwrap();
    assert_eq!(there.config().version, Version::Number(1), "each region counts");
}

async fn versions_do_not_change(store: &impl FunctionStore) {
    let f = name("f");
    create(store, &function(&home(), "f")).await;
    publish(store, "f").await;
    let kept = store.version(&home(), &f, Version::Number(1)).await.unwrap().unwrap();
    change(store, "f", 256).await;
    assert_eq!(store.version(&home(), &f, Version::Number(1)).await.unwrap(), Some(kept.clone()));
    // Whatever else is in it, only the state and the revision are written.
    let settled = FunctionConfig {
        state: FunctionState::Active,
        revision_id: "s1".to_owned(),
        memory_mb: 999,
        code: CodeRef { sha256: Sha256([7; 32]), size: 7 },
        ..kept.clone()
    };
    let late = store.settle_version("other", settled.clone()).await;
    assert_eq!(late, Err(StoreError::RevisionMismatch));
    store.settle_version(&kept.revision_id, settled).await.unwrap();
    let expected =
        FunctionConfig { state: FunctionState::Active, revision_id: "s1".to_owned(), ..kept.clone() };
    assert_eq!(store.version(&home(), &f, Version::Number(1)).await.unwrap(), Some(expected));
    assert_eq!(store.unfinished_functions().await.unwrap(), []);
    let missing = FunctionConfig { version: Version::Number(2), ..kept };
    assert_eq!(store.settle_version("s1", missing).await, Err(NO_VERSION));
}

async fn lists(store: &impl FunctionStore) {
    assert_eq!(store.list_versions(&home(), &name("a"), None, 9).await, Err(NO_FUNCTION));
    let mut all = Vec::new();
    for function_name in ["a", "b", "c"] {
        create(store, &function(&home(), function_name)).await;
        all.push((function_name.to_owned(), Version::Latest));
        for n in 1..=11 {
            change(store, function_name, 128 + n).await;
            publish(store, function_name).await;
            all.push((function_name.to_owned(), Version::Number(n.into())));
        }
    }
    create(store, &function(&scope("123456789012", "eu-west-1"), "elsewhere")).await;
    let key = |config: &FunctionConfig| (config.name.to_string(), config.version);
    for limit in [100, 12, 5, 1] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = store.list_versions(&home(), &name("b"), after, limit).await.unwrap();
            assert!(page.items.len() <= limit);
            seen.extend(page.items.iter().map(key));
            after = page.items.last().map(|config| config.version);
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, all[12..24]);
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let from = after.as_ref().map(|(name, version): &(FunctionName, Version)| (name, *version));
            let page = store.list_all_versions(&home(), from, limit).await.unwrap();
            assert!(page.items.len() <= limit);
            seen.extend(page.items.iter().map(key));
            after = page.items.last().map(|config| (config.name.clone(), config.version));
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, all);
    }
    assert_eq!(store.list_functions(&home(), None, 100).await.unwrap().items.len(), 3);
}

fn alias(alias: &str, version: Version, routing: Option<Routing>) -> Alias {
    Alias {
        scope: home(),
        function: name("f"),
        name: alias.into(),
        version,
        description: format!("the {alias} one"),
        routing,
        revision_id: format!("{alias}-1"),
    }
}

async fn deleting(store: &(impl FunctionStore + AliasStore)) {
    let f = name("f");
    assert_eq!(store.delete_version(&home(), &f, 1).await, Err(NO_VERSION));
    create(store, &function(&home(), "f")).await;
    for memory in 1..=3 {
        change(store, "f", memory).await;
        publish(store, "f").await;
    }
    store.create_alias(alias("b", Version::Number(1), None)).await.unwrap();
    let routing = Some(Routing { version: 1, weight: 0.5 });
    store.create_alias(alias("a", Version::Number(2), routing)).await.unwrap();
    let kept = Err(StoreError::Conflict(Conflict::Aliases(vec!["a".to_owned(), "b".to_owned()])));
    assert_eq!(store.delete_version(&home(), &f, 1).await, kept);
    assert_eq!(store.delete_version(&home(), &f, 3).await.unwrap().version, Version::Number(3));
    assert_eq!(store.delete_version(&home(), &f, 3).await, Err(NO_VERSION));
    store.delete_alias(&home(), &f, "a").await.unwrap();
    store.delete_alias(&home(), &f, "b").await.unwrap();
    store.delete_version(&home(), &f, 1).await.unwrap();
    let left = store.list_versions(&home(), &f, None, 9).await.unwrap();
    let left: Vec<Version> = left.items.iter().map(|config| config.version).collect();
    assert_eq!(left, [Version::Latest, Version::Number(2)]);
}

async fn code_stays_with_its_versions(store: &impl FunctionStore) {
    let code = |byte| CodeRef { sha256: Sha256([byte; 32]), size: 10 };
    create(store, &FunctionConfig { code: code(1), ..function(&home(), "f") }).await;
    publish(store, "f").await;
    let next = FunctionConfig { code: code(2), revision_id: "r2".to_owned(), ..function(&home(), "f") };
    store.replace_function("r1", next, None).await.unwrap();
    assert!(store.code_in_use(&Sha256([1; 32])).await.unwrap(), "version 1 has it");
    assert_eq!(store.usage(&home()).await.unwrap().code_bytes, 20);
    assert_eq!(store.usage(&home()).await.unwrap().functions, 1);
    publish(store, "f").await;
    store.delete_version(&home(), &name("f"), 1).await.unwrap();
    assert!(!store.code_in_use(&Sha256([1; 32])).await.unwrap());
    assert_eq!(store.delete_function(&home(), &name("f")).await.unwrap(), [Sha256([2; 32])]);
    assert!(!store.code_in_use(&Sha256([2; 32])).await.unwrap());
}

async fn publishers_at_the_same_time(store: &impl FunctionStore) {
    create(store, &function(&home(), "f")).await;
    let publish = |n: u32| async move {
        let publication = publication(&format!("p{n}"), None);
        store.publish_version(&home(), &name("f"), "r1", publication).await.unwrap()
    };
    let published = tokio::join!(publish(1), publish(2), publish(3), publish(4));
    let published = [published.0, published.1, published.2, published.3];
    assert_eq!(published.iter().filter(|p| matches!(p, Published::New(_))).count(), 1, "one wins");
    assert!(published.iter().all(|p| p.config().version == Version::Number(1)));
}

async fn aliases(store: &(impl FunctionStore + AliasStore)) {
    let f = name("f");
    let first = alias("live", Version::Latest, None);
    assert_eq!(store.create_alias(first.clone()).await, Err(NO_FUNCTION));
    create(store, &function(&home(), "f")).await;
    assert_eq!(store.alias(&home(), &f, "live").await.unwrap(), None);
    assert_eq!(store.create_alias(alias("x", Version::Number(1), None)).await, Err(NO_VERSION));
    store.create_alias(first.clone()).await.unwrap();
    let again = store.create_alias(first.clone()).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::Alias)));
    assert_eq!(store.alias(&home(), &f, "live").await.unwrap(), Some(first.clone()));
    assert_eq!(store.alias(&home(), &f, "LIVE").await.unwrap(), None);
    publish(store, "f").await;
    change(store, "f", 256).await;
    publish(store, "f").await;

    let routing = Some(Routing { version: 2, weight: 0.125 });
    let moved = Alias {
        version: Version::Number(1),
        routing,
        description: String::new(),
        revision_id: "live-2".to_owned(),
        ..first.clone()
    };
    assert_eq!(store.replace_alias("live-0", moved.clone()).await, Err(StoreError::RevisionMismatch));
    store.replace_alias("live-1", moved.clone()).await.unwrap();
    assert_eq!(store.alias(&home(), &f, "live").await.unwrap(), Some(moved.clone()));
    let nowhere = Some(Routing { version: 9, weight: 0.1 });
    let lost = Alias { routing: nowhere, ..moved.clone() };
    assert_eq!(store.replace_alias("live-2", lost).await, Err(NO_VERSION));
    assert_eq!(store.alias(&home(), &f, "live").await.unwrap(), Some(moved.clone()));
    let other = Alias { name: "other".into(), ..moved };
    assert_eq!(store.replace_alias("live-2", other).await, Err(NO_ALIAS));

    store.delete_alias(&home(), &f, "live").await.unwrap();
    assert_eq!(store.delete_alias(&home(), &f, "live").await, Err(NO_ALIAS));
    store.create_alias(first).await.unwrap();
    store.delete_function(&home(), &f).await.unwrap();
    create(store, &function(&home(), "f")).await;
    assert_eq!(store.alias(&home(), &f, "live").await.unwrap(), None, "aliases go with their function");
}

async fn lists_of_aliases(store: &(impl FunctionStore + AliasStore)) {
    assert_eq!(store.list_aliases(&home(), &name("f"), None, None, 9).await, Err(NO_FUNCTION));
    create(store, &function(&home(), "f")).await;
    publish(store, "f").await;
    change(store, "f", 256).await;
    publish(store, "f").await;
    let mut names: Vec<String> = (0..40).map(|n: u32| format!("a{}", n * 7 % 40)).collect();
    for (n, name) in names.iter().enumerate() {
        let routing = (n % 4 == 0).then_some(Routing { version: 1, weight: 0.5 });
        let version = Version::Number(if n % 4 == 1 { 1 } else { 2 });
        store.create_alias(alias(name, version, routing)).await.unwrap();
    }
    names.sort();
    for limit in [100, 40, 7] {
        let (mut seen, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = store.list_aliases(&home(), &name("f"), None, after.as_deref(), limit).await.unwrap();
            seen.extend(page.items.iter().map(|alias| alias.name.to_string()));
            after = seen.last().cloned();
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, names);
    }
    for (version, expected) in
        [(Version::Number(1), 20), (Version::Number(2), 30), (Version::Latest, 0), (Version::Number(3), 0)]
    {
        let page = store.list_aliases(&home(), &name("f"), Some(version), None, 100).await.unwrap();
        assert_eq!(page.items.len(), expected, "{version}");
    }
}
