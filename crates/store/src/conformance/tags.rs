//! Cases for [`TagStore`], over everything that has tags.

use super::{function, home, map, scope};
use crate::{FunctionStore, StoreError, TagStore, Tagged, Thing};
use domain::FunctionName;
use std::collections::BTreeMap;

pub(super) async fn all<S: TagStore + FunctionStore>(mut new: impl FnMut() -> S) {
    of_functions(&new()).await;
    owners_are_apart(&new()).await;
    hostile_text_is_data(&new()).await;
}

fn tagged(name: &str) -> Tagged {
    Tagged::Function(FunctionName::new(name).unwrap())
}

async fn create(store: &impl FunctionStore, name: &str, tags: &[(&str, &str)]) {
    store.create_function(function(&home(), name), map(tags), None).await.unwrap();
}

async fn of_functions<S: TagStore + FunctionStore>(store: &S) {
    const NOT_FOUND: StoreError = StoreError::NotFound(Thing::Function);
    let f = tagged("f");
    assert_eq!(store.tags(&home(), &f).await, Err(NOT_FOUND));
    assert_eq!(store.put_tags(&home(), &f, map(&[("a", "1")]), 50, "r").await, Err(NOT_FOUND));
    assert_eq!(store.remove_tags(&home(), &f, &["a".to_owned()], "r").await, Err(NOT_FOUND));
    create(store, "f", &[("a", "1"), ("b", "2")]).await;
    store.put_tags(&home(), &f, map(&[("b", "3"), ("c", "")]), 3, "r1").await.unwrap();
    let expected = map(&[("a", "1"), ("b", "3"), ("c", "")]);
    assert_eq!(store.tags(&home(), &f).await.unwrap(), expected);
    let revision =
        async || store.function(&home(), &function(&home(), "f").name).await.unwrap().unwrap().revision_id;
    assert_eq!(revision().await, "r1", "a change of tags is one of their function");
    let over = store.put_tags(&home(), &f, map(&[("a", "9"), ("d", "4")]), 3, "r2").await;
    assert_eq!(over, Err(StoreError::LimitExceeded(3)));
    assert_eq!(revision().await, "r1");
    assert_eq!(store.tags(&home(), &f).await.unwrap(), expected, "all or nothing");
    store.remove_tags(&home(), &f, &["a".to_owned(), "none".to_owned()], "r3").await.unwrap();
    assert_eq!(revision().await, "r3");
    assert_eq!(store.tags(&home(), &f).await.unwrap(), map(&[("b", "3"), ("c", "")]));
    store.delete_function(&home(), &function(&home(), "f").name).await.unwrap();
    create(store, "f", &[]).await;
    assert_eq!(store.tags(&home(), &f).await.unwrap(), BTreeMap::new(), "tags go with their function");
}

/// The same name means another thing in another kind, account and region.
async fn owners_are_apart<S: TagStore + FunctionStore>(store: &S) {
    create(store, "x", &[("a", "1")]).await;
    for (other, thing) in [
        (Tagged::EventSourceMapping("x".to_owned()), Thing::EventSourceMapping),
        (Tagged::CodeSigningConfig("x".to_owned()), Thing::CodeSigningConfig),
    ] {
        assert_eq!(store.tags(&home(), &other).await, Err(StoreError::NotFound(thing)));
        assert_eq!(
            store.put_tags(&home(), &other, map(&[("a", "2")]), 50, "r").await,
            Err(StoreError::NotFound(thing))
        );
        assert_eq!(
            store.remove_tags(&home(), &other, &["a".to_owned()], "r").await,
            Err(StoreError::NotFound(thing))
        );
    }
    for far in [scope("123456789012", "eu-west-1"), scope("000000000000", "us-east-1")] {
        assert_eq!(store.tags(&far, &tagged("x")).await, Err(StoreError::NotFound(Thing::Function)));
    }
    assert_eq!(store.tags(&home(), &tagged("x")).await.unwrap(), map(&[("a", "1")]));
}

async fn hostile_text_is_data<S: TagStore + FunctionStore>(store: &S) {
    let texts = ["'; DROP TABLE tag; --", "%_*?[a]", "\0nul", "ü💥\u{202e}", "\\\"{}", "?1"];
    for (n, text) in texts.iter().enumerate() {
        let name = format!("f{n}");
        create(store, &name, &[(text, text)]).await;
        assert_eq!(store.tags(&home(), &tagged(&name)).await.unwrap(), map(&[(text, text)]));
        store.remove_tags(&home(), &tagged(&name), &[(*text).to_owned()], "r").await.unwrap();
        assert_eq!(store.tags(&home(), &tagged(&name)).await.unwrap(), BTreeMap::new());
    }
}
