//! Cases for [`FunctionStore`].

use super::{function, home, map, scope};
use crate::{FunctionStore, StoreError, TagStore, Tagged, Thing, Usage};
use domain::{CodeRef, FunctionConfig, FunctionName, FunctionState, LastUpdate, Sha256};
use std::collections::BTreeMap;

const NOT_FOUND: StoreError = StoreError::NotFound(Thing::Function);

pub(super) async fn all<S: FunctionStore + TagStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    scopes_are_apart(&new()).await;
    compare_and_swap(&new()).await;
    one_of_many_writers_wins(&new()).await;
    pages(&new()).await;
    hostile_text_is_data(&new()).await;
    unfinished(&new()).await;
    code_and_usage(&new()).await;
}

fn none() -> BTreeMap<String, String> {
    BTreeMap::new()
}

fn tagged(name: &FunctionName) -> Tagged {
    Tagged::Function(name.clone())
}

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

async fn life_cycle(store: &(impl FunctionStore + TagStore)) {
    let config = function(&home(), "f");
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), None);
    assert_eq!(store.delete_function(&home(), &config.name).await, Err(NOT_FOUND));
    store.create_function(config.clone(), none(), None).await.unwrap();
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config.clone()));
    let other = FunctionConfig { description: "other".to_owned(), ..config.clone() };
    let again = store.create_function(other, map(&[("new", "tag")]), None).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::Function)));
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config.clone()));
    assert_eq!(store.tags(&home(), &tagged(&config.name)).await.unwrap(), none(), "all or nothing");
    store.delete_function(&home(), &config.name).await.unwrap();
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), None);
    store.create_function(config.clone(), none(), None).await.unwrap();
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config));
}

async fn scopes_are_apart(store: &(impl FunctionStore + TagStore)) {
    let scopes = [home(), scope("123456789012", "eu-west-1"), scope("000000000000", "us-east-1")];
    for (memory, scope) in (128..).zip(&scopes) {
        let config = FunctionConfig { memory_mb: memory, ..function(scope, "f") };
        store.create_function(config, map(&[("at", scope.region.as_str())]), None).await.unwrap();
    }
    store.delete_function(&scopes[0], &name("f")).await.unwrap();
    assert_eq!(store.function(&scopes[0], &name("f")).await.unwrap(), None);
    assert_eq!(store.function(&scopes[1], &name("f")).await.unwrap().unwrap().memory_mb, 129);
    assert_eq!(store.function(&scopes[2], &name("f")).await.unwrap().unwrap().memory_mb, 130);
    assert_eq!(store.tags(&scopes[1], &tagged(&name("f"))).await.unwrap(), map(&[("at", "eu-west-1")]));
    assert_eq!(store.list_functions(&scopes[1], None, 10).await.unwrap().items.len(), 1);
}

async fn compare_and_swap(store: &(impl FunctionStore + TagStore)) {
    let first = function(&home(), "f");
    let second = FunctionConfig { revision_id: "r2".to_owned(), timeout_s: 9, ..first.clone() };
    assert_eq!(store.replace_function("r1", second.clone(), None).await, Err(NOT_FOUND));
    store.create_function(first.clone(), none(), None).await.unwrap();
    assert_eq!(store.replace_function("r0", second.clone(), None).await, Err(StoreError::RevisionMismatch));
    assert_eq!(store.function(&home(), &first.name).await.unwrap(), Some(first.clone()));
    store.replace_function("r1", second.clone(), None).await.unwrap();
    assert_eq!(store.function(&home(), &first.name).await.unwrap(), Some(second.clone()));
    assert_eq!(store.replace_function("r1", first, None).await, Err(StoreError::RevisionMismatch));
    assert_eq!(store.function(&home(), &second.name).await.unwrap(), Some(second));
}

/// Writers who all saw the same revision: one wins, and a chain of retries loses no increment.
async fn one_of_many_writers_wins(store: &(impl FunctionStore + TagStore)) {
    store
        .create_function(FunctionConfig { timeout_s: 0, ..function(&home(), "f") }, none(), None)
        .await
        .unwrap();
    let writer = |id: u32| async move {
        let mut wins = 0;
        while wins < 5 {
            let seen = store.function(&home(), &name("f")).await.unwrap().unwrap();
            let next = FunctionConfig {
                timeout_s: seen.timeout_s + 1,
                revision_id: format!("{id}-{wins}"),
                ..seen.clone()
            };
            match store.replace_function(&seen.revision_id, next, None).await {
                Ok(_) => wins += 1,
                Err(error) => assert_eq!(error, StoreError::RevisionMismatch),
            }
        }
    };
    tokio::join!(writer(1), writer(2), writer(3), writer(4), writer(5), writer(6), writer(7), writer(8));
    assert_eq!(store.function(&home(), &name("f")).await.unwrap().unwrap().timeout_s, 40);
}

async fn pages(store: &(impl FunctionStore + TagStore)) {
    let mut names: Vec<String> = (0..1_000).map(|n: u32| format!("f{}", n * 7_919 % 1_000)).collect();
    names.extend(["A", "Z", "_", "-", "a", "0"].map(str::to_owned));
    for name in &names {
        store.create_function(function(&home(), name), none(), None).await.unwrap();
    }
    store
        .create_function(function(&scope("123456789012", "eu-west-1"), "elsewhere"), none(), None)
        .await
        .unwrap();
    names.sort();
    for limit in [1_006, 500, 50, 7] {
        let (mut seen, mut after, mut calls) = (Vec::new(), None, 0);
        loop {
            let page = store.list_functions(&home(), after.as_ref(), limit).await.unwrap();
            assert!(page.items.len() <= limit);
            seen.extend(page.items.iter().map(|f| f.name.to_string()));
            calls += 1;
            after = page.items.last().map(|f| f.name.clone());
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, names);
        assert_eq!(calls, names.len().div_ceil(limit));
    }
    let last = store.list_functions(&home(), Some(&name("zzz")), 10).await.unwrap();
    assert!(last.items.is_empty() && !last.more);
    for name in &names {
        store.delete_function(&home(), &FunctionName::new(name).unwrap()).await.unwrap();
    }
    assert!(store.list_functions(&home(), None, 10).await.unwrap().items.is_empty());
}

async fn hostile_text_is_data(store: &(impl FunctionStore + TagStore)) {
    let texts = ["'; DROP TABLE function; --", "%_*?[a]", "\0nul", "ü💥\u{202e}", "\\\"{}", "?1"];
    for (n, text) in texts.iter().enumerate() {
        let mut config = function(&home(), &format!("f{n}"));
        config.description = (*text).to_owned();
        config.revision_id = (*text).to_owned();
        config.environment = Some(map(&[(text, text)]));
        store.create_function(config.clone(), map(&[(text, text)]), None).await.unwrap();
        assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config.clone()), "{text:?}");
        store.replace_function(text, config.clone(), None).await.unwrap();
    }
    assert_eq!(store.list_functions(&home(), None, 100).await.unwrap().items.len(), texts.len());
}

async fn unfinished(store: &(impl FunctionStore + TagStore)) {
    let far = scope("000000000000", "eu-west-1");
    let pending = FunctionConfig { state: FunctionState::Pending, ..function(&home(), "pending") };
    let updating = FunctionConfig { last_update: LastUpdate::InProgress, ..function(&far, "updating") };
    let failure = || ("InvalidRuntime".to_owned(), "no such interpreter".to_owned());
    let (code, reason) = failure();
    let failed =
        FunctionConfig { state: FunctionState::Failed { code, reason }, ..function(&home(), "failed") };
    for config in [&pending, &updating, &failed, &function(&home(), "active")] {
        store.create_function(config.clone(), none(), None).await.unwrap();
    }
    let mut found = store.unfinished_functions().await.unwrap();
    found.sort_by_key(|f| f.name.clone());
    assert_eq!(found, [pending.clone(), updating.clone()]);
    store
        .replace_function("r1", FunctionConfig { state: FunctionState::Active, ..pending }, None)
        .await
        .unwrap();
    let (code, reason) = failure();
    let last_update = LastUpdate::Failed { code, reason };
    store.replace_function("r1", FunctionConfig { last_update, ..updating }, None).await.unwrap();
    assert_eq!(store.unfinished_functions().await.unwrap(), []);
}

async fn code_and_usage(store: &(impl FunctionStore + TagStore)) {
    let code = |byte: u8, size| CodeRef { sha256: Sha256([byte; 32]), size };
    for (name, code) in [("a", code(9, 100)), ("b", code(2, 20)), ("c", code(9, 100)), ("d", code(255, 3))] {
        store
            .create_function(FunctionConfig { code, ..function(&home(), name) }, none(), None)
            .await
            .unwrap();
    }
    assert_eq!(store.usage(&home()).await.unwrap(), Usage { functions: 4, code_bytes: 223 });
    assert_eq!(store.usage(&scope("000000000000", "us-east-1")).await.unwrap(), Usage::default());
    let first = store.codes_in_use(None, 2).await.unwrap();
    assert_eq!((first.items.as_slice(), first.more), ([Sha256([2; 32]), Sha256([9; 32])].as_slice(), true));
    let second = store.codes_in_use(first.items.last(), 2).await.unwrap();
    assert_eq!((second.items.as_slice(), second.more), ([Sha256([255; 32])].as_slice(), false));
    store.delete_function(&home(), &name("a")).await.unwrap();
    assert!(store.code_in_use(&Sha256([9; 32])).await.unwrap());
    store.delete_function(&home(), &name("c")).await.unwrap();
    assert!(!store.code_in_use(&Sha256([9; 32])).await.unwrap());
    store
        .replace_function("r1", FunctionConfig { code: code(7, 50), ..function(&home(), "b") }, None)
        .await
        .unwrap();
    assert!(store.code_in_use(&Sha256([7; 32])).await.unwrap());
    assert!(!store.code_in_use(&Sha256([2; 32])).await.unwrap());
    assert_eq!(store.usage(&home()).await.unwrap(), Usage { functions: 2, code_bytes: 53 });
}
