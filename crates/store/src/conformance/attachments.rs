//! Cases for [`AttachmentStore`].

use super::{function, home, scope};
use crate::{
    AliasStore, Attachment, AttachmentKind, AttachmentStore, Expected, FunctionStore, Publication,
    StoreError, Thing,
};
use domain::{Alias, FunctionConfig, FunctionName, Qualifier, Scope, Timestamp, Version};
use std::collections::BTreeMap;

const NOTHING: StoreError = StoreError::NotFound(Thing::Attachment);
const KINDS: [AttachmentKind; 8] = [
    AttachmentKind::Policy,
    AttachmentKind::EventInvoke,
    AttachmentKind::Url,
    AttachmentKind::Recursion,
    AttachmentKind::RuntimeManagement,
    AttachmentKind::CodeSigning,
    AttachmentKind::ReservedConcurrency,
    AttachmentKind::ProvisionedConcurrency,
];

pub(super) async fn all<S: FunctionStore + AliasStore + AttachmentStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    only_to_what_exists(&new()).await;
    compare_and_swap(&new()).await;
    owners(&new()).await;
    sums(&new()).await;
    references(&new()).await;
    lists(&new()).await;
}

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

fn live() -> Qualifier {
    Qualifier::Alias("live".into())
}

fn attachment(scope: &Scope, to: &str, qualifier: Option<Qualifier>, kind: AttachmentKind) -> Attachment {
    Attachment {
        scope: scope.clone(),
        name: name(to),
        qualifier,
        kind,
        value: "{\"a\":\"ü'--\"}".to_owned(),
        revision: "r1".to_owned(),
        modified: Timestamp(1_795_544_521_123),
        amount: None,
        reference: None,
    }
}

/// A function with version 1 and the alias `live`.
async fn make(store: &(impl FunctionStore + AliasStore), scope: &Scope, text: &str) {
    let publication = Publication { description: None, revision_id: "p".to_owned() };
    store.create_function(function(scope, text), BTreeMap::new(), Some(publication)).await.unwrap();
    let alias = Alias {
        scope: scope.clone(),
        function: name(text),
        name: "live".into(),
        version: Version::Number(1),
        description: String::new(),
        routing: None,
        revision_id: "a".to_owned(),
    };
    store.create_alias(alias).await.unwrap();
}

async fn life_cycle(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    make(store, &home(), "f").await;
    let qualifiers = [None, Some(Qualifier::Latest), Some(Qualifier::Version(1)), Some(live())];
    for kind in KINDS {
        for qualifier in &qualifiers {
            let new = attachment(&home(), "f", qualifier.clone(), kind);
            let get = || store.attachment(&new.scope, &new.name, qualifier.as_ref(), kind);
            assert_eq!(get().await.unwrap(), None);
            store.attach(new.clone(), Expected::Nothing).await.unwrap();
            assert_eq!(get().await.unwrap(), Some(new.clone()));
            let next = Attachment { value: "[]".to_owned(), revision: "r2".to_owned(), ..new.clone() };
            store.attach(next.clone(), Expected::Anything).await.unwrap();
            assert_eq!(get().await.unwrap(), Some(next.clone()), "{kind:?} {qualifier:?}");
            let detach = |expected| store.detach(&new.scope, &new.name, qualifier.as_ref(), kind, expected);
            assert_eq!(detach(Expected::Anything).await.unwrap(), next);
            assert_eq!(detach(Expected::Anything).await, Err(NOTHING));
            assert_eq!(get().await.unwrap(), None);
        }
    }
}

async fn only_to_what_exists(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    let attach = |qualifier: Option<Qualifier>| {
        let new = attachment(&home(), "f", qualifier, AttachmentKind::Policy);
        store.attach(new, Expected::Anything)
    };
    assert_eq!(attach(None).await, Err(StoreError::NotFound(Thing::Function)));
    make(store, &home(), "f").await;
    let missing = Qualifier::Version(2);
    assert_eq!(attach(Some(missing)).await, Err(StoreError::NotFound(Thing::Version)));
    let missing = Qualifier::Alias("none".into());
    assert_eq!(attach(Some(missing)).await, Err(StoreError::NotFound(Thing::Alias)));
    for qualifier in [None, Some(Qualifier::Latest), Some(Qualifier::Version(1)), Some(live())] {
        attach(qualifier).await.unwrap();
    }
    let (scope, function) = (home(), name("f"));
    let all = || store.attachments_of(&scope, &function, AttachmentKind::Policy, None, 9);
    let mut left = all().await.unwrap().items.len();
    assert_eq!(left, 4);
    store.delete_alias(&home(), &name("f"), "live").await.unwrap();
    left = all().await.unwrap().items.len();
    assert_eq!(left, 3, "it goes with the alias");
    store.delete_version(&home(), &name("f"), 1).await.unwrap();
    left = all().await.unwrap().items.len();
    assert_eq!(left, 2, "it goes with the version");
    store.delete_function(&home(), &name("f")).await.unwrap();
    assert!(all().await.unwrap().items.is_empty(), "it goes with the function");
}

async fn compare_and_swap(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    make(store, &home(), "f").await;
    let first = attachment(&home(), "f", None, AttachmentKind::Policy);
    let second = Attachment { revision: "r2".to_owned(), value: "2".to_owned(), ..first.clone() };
    let is = |revision: &str| Expected::Revision(revision.to_owned());
    assert_eq!(store.attach(second.clone(), is("r1")).await, Err(NOTHING));
    store.attach(first.clone(), Expected::Nothing).await.unwrap();
    let taken = Err(StoreError::AlreadyExists(Thing::Attachment));
    assert_eq!(store.attach(second.clone(), Expected::Nothing).await, taken);
    assert_eq!(store.attach(second.clone(), is("r0")).await, Err(StoreError::RevisionMismatch));
    store.attach(second.clone(), is("r1")).await.unwrap();
    let detach = |expected| store.detach(&first.scope, &first.name, None, AttachmentKind::Policy, expected);
    assert_eq!(detach(is("r1")).await, Err(StoreError::RevisionMismatch));
    assert_eq!(detach(is("r2")).await.unwrap(), second);
}

/// What something is attached to changes its revision with it, and nothing else.
async fn owners(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    make(store, &home(), "f").await;
    make(store, &home(), "g").await;
    let (scope, f) = (home(), name("f"));
    let kind = AttachmentKind::Policy;
    for qualifier in [None, Some(Qualifier::Version(1)), Some(live())] {
        let place = qualifier.as_ref();
        let (before, old) = everything(store, place).await;
        let attachment = |revision: &str| Attachment {
            revision: revision.to_owned(),
            ..attachment(&home(), "f", qualifier.clone(), kind)
        };
        let get = || store.attachment(&scope, &f, place, kind);
        let late = store.attach_revising(attachment("new"), "other").await;
        assert_eq!(late, Err(StoreError::RevisionMismatch), "{qualifier:?}");
        assert_eq!(
            (get().await.unwrap(), everything(store, place).await),
            (None, (before.clone(), old.clone()))
        );
        store.attach_revising(attachment("new"), &old).await.unwrap();
        assert_eq!(get().await.unwrap(), Some(attachment("new")));
        assert_eq!(everything(store, place).await, (before.clone(), "new".to_owned()));
        store.attach_revising(attachment("newer"), "new").await.unwrap();
        let detach = |owner| store.detach_revising(&scope, &f, place, kind, owner, "newest");
        assert_eq!(detach("new").await, Err(StoreError::RevisionMismatch));
        assert_eq!(get().await.unwrap(), Some(attachment("newer")));
        detach("newer").await.unwrap();
        assert_eq!(
            (get().await.unwrap(), everything(store, place).await),
            (None, (before, "newest".to_owned()))
        );
        assert_eq!(detach("newest").await, Err(NOTHING));
    }
    for (qualifier, thing) in
        [(Some(Qualifier::Version(9)), Thing::Version), (Some(Qualifier::Alias("none".into())), Thing::Alias)]
    {
        let new = attachment(&home(), "f", qualifier, kind);
        assert_eq!(store.attach_revising(new, "r1").await, Err(StoreError::NotFound(thing)));
    }
    let new = attachment(&home(), "none", None, kind);
    assert_eq!(store.attach_revising(new, "r1").await, Err(StoreError::NotFound(Thing::Function)));
}

/// Function `f`, its version 1 and its alias, with the revision of one of them taken out, and that one.
async fn everything(
    store: &(impl FunctionStore + AliasStore + AttachmentStore),
    of: Option<&Qualifier>,
) -> ((FunctionConfig, FunctionConfig, Alias), String) {
    let (scope, f) = (home(), name("f"));
    let mut latest = store.function(&scope, &f).await.unwrap().unwrap();
    let mut first = store.version(&scope, &f, Version::Number(1)).await.unwrap().unwrap();
    let mut alias = store.alias(&scope, &f, "live").await.unwrap().unwrap();
    let revision = match of {
        None | Some(Qualifier::Latest) => &mut latest.revision_id,
        Some(Qualifier::Version(_)) => &mut first.revision_id,
        Some(Qualifier::Alias(_)) => &mut alias.revision_id,
    };
    let revision = std::mem::take(revision);
    ((latest, first, alias), revision)
}

async fn sums(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    let (kind, far) = (AttachmentKind::ReservedConcurrency, scope("123456789012", "eu-west-1"));
    for (scope, name) in [(&home(), "f"), (&home(), "g"), (&far, "f")] {
        make(store, scope, name).await;
    }
    let amount = |scope: &Scope, name: &str, amount: u32| Attachment {
        amount: Some(amount),
        ..attachment(scope, name, None, kind)
    };
    let put = |attachment| store.attach_within(attachment, Expected::Anything, 10);
    put(amount(&home(), "f", 6)).await.unwrap();
    assert_eq!(put(amount(&home(), "g", 5)).await, Err(StoreError::LimitExceeded(6)));
    assert_eq!(store.sum_amounts(&home(), kind).await.unwrap(), 6, "all or nothing");
    put(amount(&home(), "g", 4)).await.unwrap();
    put(amount(&far, "f", 10)).await.unwrap();
    put(amount(&home(), "f", 0)).await.unwrap();
    put(amount(&home(), "g", 10)).await.unwrap();
    assert_eq!(store.sum_amounts(&home(), kind).await.unwrap(), 10);
    assert_eq!(store.sum_amounts(&home(), AttachmentKind::ProvisionedConcurrency).await.unwrap(), 0);
    let all = store.attachments_with_amounts(kind).await.unwrap();
    let all: Vec<_> = all.iter().map(|a| (a.scope.region.as_str(), a.name.as_str(), a.amount)).collect();
    let expected = [("eu-west-1", "f", Some(10)), ("us-east-1", "f", Some(0)), ("us-east-1", "g", Some(10))];
    assert_eq!(all, expected);
    store.delete_function(&home(), &name("g")).await.unwrap();
    assert_eq!(store.sum_amounts(&home(), kind).await.unwrap(), 0);
}

async fn references(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    for name in ["a", "b", "c"] {
        make(store, &home(), name).await;
    }
    let referring = |name: &str, qualifier, kind, reference: &str| Attachment {
        reference: Some(reference.to_owned()),
        ..attachment(&home(), name, qualifier, kind)
    };
    let signing = AttachmentKind::CodeSigning;
    for name in ["b", "a", "c"] {
        store.attach(referring(name, None, signing, "csc-1"), Expected::Nothing).await.unwrap();
    }
    store.attach(referring("c", None, signing, "csc-2"), Expected::Anything).await.unwrap();
    let (mut seen, mut after) = (Vec::new(), None::<Attachment>);
    loop {
        let page = store.attached_by_reference(signing, "csc-1", after.as_ref(), 1).await.unwrap();
        seen.extend(page.items.iter().map(|attachment| attachment.name.to_string()));
        after = page.items.last().cloned();
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, ["a", "b"]);
    assert!(
        store.attached_by_reference(AttachmentKind::Url, "csc-1", None, 9).await.unwrap().items.is_empty()
    );

    let url = AttachmentKind::Url;
    store.attach(referring("a", None, url, "id"), Expected::Nothing).await.unwrap();
    store.attach(referring("a", None, url, "id"), Expected::Anything).await.unwrap();
    let taken = Err(StoreError::AlreadyExists(Thing::Reference));
    assert_eq!(store.attach(referring("a", Some(live()), url, "id"), Expected::Nothing).await, taken);
    assert_eq!(store.attach(referring("b", None, url, "id"), Expected::Nothing).await, taken);
}

async fn lists(store: &(impl FunctionStore + AliasStore + AttachmentStore)) {
    make(store, &home(), "f").await;
    make(store, &home(), "g").await;
    let kind = AttachmentKind::EventInvoke;
    let expected = [None, Some(Qualifier::Latest), Some(Qualifier::Version(1)), Some(live())];
    for qualifier in expected.iter().rev() {
        for name in ["f", "g"] {
            store
                .attach(attachment(&home(), name, qualifier.clone(), kind), Expected::Nothing)
                .await
                .unwrap();
        }
    }
    for limit in [9, 4, 3, 1] {
        let (mut seen, mut after) = (Vec::new(), None::<Option<Qualifier>>);
        loop {
            let from = after.as_ref().map(Option::as_ref);
            let page = store.attachments_of(&home(), &name("f"), kind, from, limit).await.unwrap();
            assert!(page.items.len() <= limit && page.items.iter().all(|a| a.name == name("f")));
            seen.extend(page.items.into_iter().map(|attachment| attachment.qualifier));
            after = seen.last().cloned();
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, expected);
    }
    assert!(store.attachments_of(&home(), &name("h"), kind, None, 9).await.unwrap().items.is_empty());
}
