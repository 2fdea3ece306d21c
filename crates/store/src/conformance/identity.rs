//! Cases for [`IdentityStore`].

use crate::{Conflict, IdentityName, IdentityStore, Role, RoleChange, StoreError, Thing};
use domain::{AccountId, Timestamp};

const NO_ROLE: StoreError = StoreError::NotFound(Thing::Role);
const NO_POLICY: StoreError = StoreError::NotFound(Thing::Policy);

pub(super) async fn all<S: IdentityStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    lists(&new()).await;
    tags(&new()).await;
    attached(&new()).await;
    inline(&new()).await;
}

pub(super) fn account() -> AccountId {
    AccountId::new("123456789012").unwrap()
}

pub(super) fn named(role: &str) -> IdentityName {
    IdentityName::role(&account(), role)
}

pub(super) fn role(path: &str, name: &str) -> Role {
    Role {
        account: account(),
        partition: "aws".to_owned(),
        path: path.to_owned(),
        name: name.to_owned(),
        id: format!("AROA{name}"),
        assume_role_document: "{\"Version\": \"2012-10-17\"}".to_owned(),
        description: None,
        max_session_s: 3_600,
        boundary: None,
        created: Timestamp(1_795_544_521_123),
        tags: [("k".to_owned(), "v'; --".to_owned())].into(),
    }
}

async fn life_cycle(store: &impl IdentityStore) {
    let r = role("/service-role/", "Worker");
    assert_eq!(r.arn(), "arn:aws:iam::123456789012:role/service-role/Worker");
    assert_eq!(store.role(&account(), "Worker").await.unwrap(), None);
    assert_eq!(store.delete_identity(&named("Worker")).await, Err(NO_ROLE));
    assert_eq!(store.update_role(&account(), "Worker", RoleChange::default()).await, Err(NO_ROLE));
    store.create_role(r.clone()).await.unwrap();
    assert_eq!(store.role(&account(), "Worker").await.unwrap(), Some(r.clone()));
    for twin in [role("/", "Worker"), role("/", "wORKER")] {
        assert_eq!(store.create_role(twin).await, Err(StoreError::AlreadyExists(Thing::Role)));
    }
    let elsewhere = AccountId::new("000000000000").unwrap();
    store.create_role(Role { account: elsewhere.clone(), ..r.clone() }).await.unwrap();
    let change = RoleChange { description: Some("new".to_owned()), ..RoleChange::default() };
    store.update_role(&account(), "Worker", change).await.unwrap();
    let change = RoleChange {
        assume_role_document: Some("{}".to_owned()),
        max_session_s: Some(7_200),
        description: None,
    };
    store.update_role(&account(), "Worker", change).await.unwrap();
    let expected = Role {
        description: Some("new".to_owned()),
        assume_role_document: "{}".to_owned(),
        max_session_s: 7_200,
        ..r.clone()
    };
    assert_eq!(store.role(&account(), "Worker").await.unwrap(), Some(expected));
    store.delete_identity(&named("Worker")).await.unwrap();
    assert_eq!(store.role(&account(), "Worker").await.unwrap(), None);
    assert!(store.role(&elsewhere, "Worker").await.unwrap().is_some());
    store.create_role(role("/", "worker")).await.unwrap();
}

async fn lists(store: &impl IdentityStore) {
    for (path, name) in [("/a/", "r3"), ("/", "r1"), ("/a/b/", "r2"), ("/%/", "r4")] {
        store.create_role(role(path, name)).await.unwrap();
    }
    let names =
        |page: crate::Page<Role>| (page.items.into_iter().map(|r| r.name).collect::<Vec<_>>(), page.more);
    let owned = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let list = |prefix: &'static str, after: Option<&'static str>, limit| async move {
        names(store.list_roles(&account(), prefix, after, limit).await.unwrap())
    };
    assert_eq!(list("/", None, 10).await, (owned(&["r1", "r2", "r3", "r4"]), false));
    assert_eq!(list("/", None, 2).await, (owned(&["r1", "r2"]), true));
    assert_eq!(list("/", Some("r2"), 2).await, (owned(&["r3", "r4"]), false));
    assert_eq!(list("/a/", None, 10).await, (owned(&["r2", "r3"]), false));
    assert_eq!(list("/%", None, 10).await, (owned(&["r4"]), false));
    assert_eq!(list("/A/", None, 10).await, (owned(&[]), false));
}

async fn tags(store: &impl IdentityStore) {
    let some = |key: &str| [(key.to_owned(), "x".to_owned())].into();
    assert_eq!(store.put_identity_tags(&named("r"), some("k"), 50).await, Err(NO_ROLE));
    store.create_role(role("/", "r")).await.unwrap();
    store.put_identity_tags(&named("r"), some("k"), 1).await.unwrap();
    assert_eq!(store.put_identity_tags(&named("r"), some("l"), 1).await, Err(StoreError::LimitExceeded(1)));
    assert_eq!(store.role(&account(), "r").await.unwrap().unwrap().tags, some("k"));
    // Keys are told apart by more than their case.
    store.put_identity_tags(&named("r"), some("K"), 1).await.unwrap();
    assert_eq!(store.role(&account(), "r").await.unwrap().unwrap().tags, some("K"));
    store.put_identity_tags(&named("r"), some("k"), 1).await.unwrap();
    store.remove_identity_tags(&named("r"), &["k".to_owned(), "none".to_owned()]).await.unwrap();
    assert!(store.role(&account(), "r").await.unwrap().unwrap().tags.is_empty());
}

async fn attached(store: &impl IdentityStore) {
    let me = named("r");
    assert_eq!(store.attach_policy(&me, "arn:a", 10).await, Err(NO_ROLE));
    assert_eq!(store.attached_policies(&me, None, 10).await, Err(NO_ROLE));
    store.create_role(role("/", "r")).await.unwrap();
    for arn in ["arn:b", "arn:a", "arn:b", "arn:c"] {
        store.attach_policy(&me, arn, 3).await.unwrap();
    }
    assert_eq!(store.attach_policy(&me, "arn:d", 3).await, Err(StoreError::LimitExceeded(3)));
    let page = store.attached_policies(&me, None, 2).await.unwrap();
    assert_eq!((page.items, page.more), (vec!["arn:a".to_owned(), "arn:b".to_owned()], true));
    let page = store.attached_policies(&me, Some("arn:b"), 2).await.unwrap();
    assert_eq!((page.items, page.more), (vec!["arn:c".to_owned()], false));
    assert_eq!(store.delete_identity(&me).await, Err(Conflict::AttachedPolicies.into()));
    assert_eq!(store.detach_policy(&me, "arn:none").await, Err(NO_POLICY));
    for arn in ["arn:a", "arn:b", "arn:c"] {
        store.detach_policy(&me, arn).await.unwrap();
    }
    store.delete_identity(&me).await.unwrap();
}

async fn inline(store: &impl IdentityStore) {
    let me = named("r");
    assert_eq!(store.put_inline_policy(&me, "p", "{}", 100).await, Err(NO_ROLE));
    assert_eq!(store.inline_policy(&me, "p").await, Err(NO_ROLE));
    store.create_role(role("/", "r")).await.unwrap();
    assert_eq!(store.inline_policy(&me, "p").await, Ok(None));
    store.put_inline_policy(&me, "p", "{}", 100).await.unwrap();
    store.put_inline_policy(&me, "p", "{\"new\":1}", 100).await.unwrap();
    store.put_inline_policy(&me, "a", "{}", 100).await.unwrap();
    assert_eq!(store.inline_policy(&me, "p").await, Ok(Some("{\"new\":1}".to_owned())));
    // White space does not count, and what is overwritten neither.
    store.put_inline_policy(&me, "p", "{\"new\":1 }", 11).await.unwrap();
    let too_much = store.put_inline_policy(&me, "p", "{\"news\":1}", 11).await;
    assert_eq!(too_much, Err(StoreError::LimitExceeded(11)));
    store.put_inline_policy(&me, "p", "{\"new\":1}", 11).await.unwrap();
    let page = store.inline_policies(&me, None, 10).await.unwrap();
    assert_eq!((page.items, page.more), (vec!["a".to_owned(), "p".to_owned()], false));
    assert_eq!(store.delete_identity(&me).await, Err(Conflict::InlinePolicies.into()));
    assert_eq!(store.delete_inline_policy(&me, "none").await, Err(NO_POLICY));
    store.delete_inline_policy(&me, "a").await.unwrap();
    store.delete_inline_policy(&me, "p").await.unwrap();
    store.delete_identity(&me).await.unwrap();
}
