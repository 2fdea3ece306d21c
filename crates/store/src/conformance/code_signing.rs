//! Cases for [`CodeSigningStore`].

use super::{function, home, map, scope};
use crate::{
    Attachment, AttachmentKind, AttachmentStore, CodeSigningStore, Conflict, Expected, FunctionStore,
    StoreError, TagStore, Tagged, Thing,
};
use domain::code_signing::Untrusted;
use domain::{CodeSigningConfig, Scope, Timestamp};
use std::collections::BTreeMap;

const NOT_FOUND: StoreError = StoreError::NotFound(Thing::CodeSigningConfig);

pub(super) async fn all<S>(mut new: impl FnMut() -> S)
where
    S: CodeSigningStore + TagStore + AttachmentStore + FunctionStore,
{
    life_cycle(&new()).await;
    used_ones_stay(&new()).await;
    lists(&new()).await;
}

fn config(scope: &Scope, id: &str) -> CodeSigningConfig {
    CodeSigningConfig {
        scope: scope.clone(),
        id: id.to_owned(),
        description: None,
        publishers: vec!["arn:aws:signer:us-east-1:123456789012:/signing-profiles/p/v".to_owned()],
        untrusted: Untrusted::Warn,
        modified: Timestamp(1_795_544_521_123),
    }
}

async fn life_cycle<S: CodeSigningStore + TagStore>(store: &S) {
    let first = config(&home(), "csc-1");
    let tagged = Tagged::CodeSigningConfig("csc-1".to_owned());
    assert_eq!(store.code_signing_config(&home(), "csc-1").await.unwrap(), None);
    assert_eq!(store.delete_code_signing_config(&home(), "csc-1").await, Err(NOT_FOUND));
    assert_eq!(store.replace_code_signing_config(first.clone(), first.clone()).await, Err(NOT_FOUND));
    store.create_code_signing_config(first.clone(), map(&[("k", "v")])).await.unwrap();
    let again = store.create_code_signing_config(first.clone(), BTreeMap::new()).await;
    assert_eq!(again, Err(StoreError::AlreadyExists(Thing::CodeSigningConfig)));
    assert_eq!(store.code_signing_config(&home(), "csc-1").await.unwrap(), Some(first.clone()));
    assert_eq!(store.tags(&home(), &tagged).await.unwrap(), map(&[("k", "v")]));
    let second = CodeSigningConfig {
        description: Some("'; DROP TABLE code_signing_config; --".to_owned()),
        publishers: vec!["a".to_owned(), "\"ü\0".to_owned()],
        untrusted: Untrusted::Enforce,
        modified: Timestamp(1_795_544_521_124),
        ..first.clone()
    };
    store.replace_code_signing_config(first.clone(), second.clone()).await.unwrap();
    assert_eq!(store.code_signing_config(&home(), "csc-1").await.unwrap(), Some(second.clone()));
    let late = store.replace_code_signing_config(first.clone(), first.clone()).await;
    assert_eq!(late, Err(StoreError::RevisionMismatch));
    store.delete_code_signing_config(&home(), "csc-1").await.unwrap();
    assert_eq!(store.code_signing_config(&home(), "csc-1").await.unwrap(), None);
    store.create_code_signing_config(first, BTreeMap::new()).await.unwrap();
    assert_eq!(store.tags(&home(), &tagged).await.unwrap(), BTreeMap::new(), "tags go with it");
}

async fn used_ones_stay<S: CodeSigningStore + AttachmentStore + FunctionStore>(store: &S) {
    let kept = config(&home(), "csc-1");
    store.create_code_signing_config(kept.clone(), BTreeMap::new()).await.unwrap();
    for name in ["f", "g"] {
        let function = function(&home(), name);
        store.create_function(function.clone(), BTreeMap::new(), None).await.unwrap();
        let attachment = Attachment {
            scope: home(),
            name: function.name,
            qualifier: None,
            kind: AttachmentKind::CodeSigning,
            value: "{}".to_owned(),
            revision: "r".to_owned(),
            modified: Timestamp(0),
            amount: None,
            reference: Some(kept.arn()),
        };
        store.attach(attachment, Expected::Nothing).await.unwrap();
    }
    let refused = || store.delete_code_signing_config(&kept.scope, &kept.id);
    assert_eq!(refused().await, Err(StoreError::Conflict(Conflict::InUse)));
    let f = function(&home(), "f").name;
    let detached = store.detach(&home(), &f, None, AttachmentKind::CodeSigning, Expected::Anything).await;
    assert_eq!(detached.unwrap().reference, Some(kept.arn()));
    assert_eq!(refused().await, Err(StoreError::Conflict(Conflict::InUse)));
    // A function takes what is attached to it along.
    store.delete_function(&home(), &function(&home(), "g").name).await.unwrap();
    refused().await.unwrap();
}

async fn lists(store: &impl CodeSigningStore) {
    let far = scope("123456789012", "eu-west-1");
    for n in 0..10_u32 {
        store
            .create_code_signing_config(config(&home(), &format!("csc-{}", n * 7 % 10)), map(&[]))
            .await
            .unwrap();
    }
    store.create_code_signing_config(config(&far, "csc-5"), map(&[])).await.unwrap();
    for limit in [10, 5, 3, 1] {
        let (mut seen, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = store.list_code_signing_configs(&home(), after.as_deref(), limit).await.unwrap();
            assert!(page.items.len() <= limit && page.items.iter().all(|c| c.scope == home()));
            seen.extend(page.items.into_iter().map(|c| c.id));
            after = seen.last().cloned();
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, (0..10).map(|n| format!("csc-{n}")).collect::<Vec<_>>());
    }
}
