//! Cases for [`PolicyStore`].

use super::identity::{account, named, role};
use crate::{
    Conflict, HolderFilter, IdentityKind, IdentityStore, ManagedPolicy, PolicyFilter, PolicyHolder,
    PolicyUse, StoreError, Thing,
};
use domain::{AccountId, Timestamp};

const NO_POLICY: StoreError = StoreError::NotFound(Thing::Policy);
const NO_VERSION: StoreError = StoreError::NotFound(Thing::Version);
const CREATED: Timestamp = Timestamp(1_795_544_521_123);
const LATER: Timestamp = Timestamp(1_795_544_599_000);

pub(super) async fn all<S: IdentityStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    lists(&new()).await;
    versions(&new()).await;
    attachments(&new()).await;
    tags(&new()).await;
    documents(&new()).await;
}

fn policy(path: &str, name: &str) -> ManagedPolicy {
    ManagedPolicy {
        account: account(),
        partition: "aws".to_owned(),
        path: path.to_owned(),
        name: name.to_owned(),
        id: format!("ANPA{name}"),
        description: Some("d".to_owned()),
        default_version: 1,
        created: CREATED,
        updated: CREATED,
        tags: [("k".to_owned(), "v'; --".to_owned())].into(),
        attached: 0,
        bounds: 0,
    }
}

async fn life_cycle(store: &impl IdentityStore) {
    let (me, p) = (account(), policy("/team/", "Read"));
    assert_eq!(p.arn(), "arn:aws:iam::123456789012:policy/team/Read");
    assert_eq!(store.policy(&me, "Read").await, Ok(None));
    assert_eq!(store.delete_policy(&me, "Read").await, Err(NO_POLICY));
    store.create_policy(p.clone(), "{}".to_owned()).await.unwrap();
    assert_eq!(store.policy(&me, "Read").await, Ok(Some(p.clone())));
    for twin in [policy("/", "Read"), policy("/", "rEAD")] {
        let again = store.create_policy(twin, String::new()).await;
        assert_eq!(again, Err(StoreError::AlreadyExists(Thing::Policy)));
    }
    let elsewhere = AccountId::new("000000000000").unwrap();
    store
        .create_policy(ManagedPolicy { account: elsewhere.clone(), ..p.clone() }, String::new())
        .await
        .unwrap();
    store.delete_policy(&me, "Read").await.unwrap();
    assert_eq!(store.policy(&me, "Read").await, Ok(None));
    assert!(store.policy(&elsewhere, "Read").await.unwrap().is_some());
    store.create_policy(p, "{}".to_owned()).await.unwrap();
}

async fn lists(store: &impl IdentityStore) {
    let me = account();
    for (path, name) in [("/a/", "p3"), ("/", "p1"), ("/a/b/", "p2"), ("/%/", "p4")] {
        store.create_policy(policy(path, name), String::new()).await.unwrap();
    }
    store.create_role(role("/", "r")).await.unwrap();
    store.attach_policy(&named("r"), &policy("/a/", "p3").arn(), 10).await.unwrap();
    store.set_boundary(&named("r"), Some(&policy("/", "p1").arn())).await.unwrap();
    for (prefix, used, after, limit, names, more) in [
        ("/", None, None, 10, vec!["p1", "p2", "p3", "p4"], false),
        ("/", None, None, 2, vec!["p1", "p2"], true),
        ("/", None, Some("p2"), 2, vec!["p3", "p4"], false),
        ("/a/", None, None, 10, vec!["p2", "p3"], false),
        ("/%", None, None, 10, vec!["p4"], false),
        ("/", Some(PolicyUse::Attached), None, 10, vec!["p3"], false),
        ("/", Some(PolicyUse::Boundary), None, 10, vec!["p1"], false),
        ("/", Some(PolicyUse::Either), None, 10, vec!["p1", "p3"], false),
    ] {
        let filter = PolicyFilter { path_prefix: prefix.to_owned(), used };
        let page = store.list_policies(&me, filter, after, limit).await.unwrap();
        let found: Vec<&str> = page.items.iter().map(|policy| policy.name.as_str()).collect();
        assert_eq!((found, page.more), (names, more), "{prefix}");
    }
    assert_eq!(store.policy(&me, "p3").await.unwrap().unwrap().attached, 1);
}

async fn versions(store: &impl IdentityStore) {
    let me = account();
    let add = async |default| store.create_policy_version(&me, "p", "{}".to_owned(), LATER, default, 3).await;
    assert_eq!(add(false).await, Err(NO_POLICY));
    assert_eq!(store.policy_versions(&me, "p").await, Err(NO_POLICY));
    assert_eq!(store.set_default_policy_version(&me, "p", 1, LATER).await, Err(NO_POLICY));
    assert_eq!(store.delete_policy_version(&me, "p", 1).await, Err(NO_POLICY));
    store.create_policy(policy("/", "p"), "{\"first\":1}".to_owned()).await.unwrap();
    assert_eq!(add(false).await, Ok(2));
    assert_eq!(store.policy(&me, "p").await.unwrap().unwrap().default_version, 1);
    assert_eq!(add(true).await, Ok(3));
    assert_eq!(add(true).await, Err(StoreError::LimitExceeded(3)));
    let found = store.policy(&me, "p").await.unwrap().unwrap();
    assert_eq!((found.default_version, found.created, found.updated), (3, CREATED, LATER));
    let listed = store.policy_versions(&me, "p").await.unwrap();
    assert_eq!(listed.iter().map(|version| version.version).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!((listed[2].document.as_str(), listed[2].created), ("{\"first\":1}", CREATED));
    assert_eq!(store.delete_policy_version(&me, "p", 3).await, Err(Conflict::DefaultVersion.into()));
    assert_eq!(store.delete_policy_version(&me, "p", 9).await, Err(NO_VERSION));
    assert_eq!(store.set_default_policy_version(&me, "p", 9, LATER).await, Err(NO_VERSION));
    assert_eq!(store.delete_policy(&me, "p").await, Err(Conflict::Versions.into()));
    store.set_default_policy_version(&me, "p", 2, LATER).await.unwrap();
    for version in [3, 1] {
        store.delete_policy_version(&me, "p", version).await.unwrap();
    }
    // A number is not used again.
    assert_eq!(add(false).await, Ok(4));
    store.delete_policy_version(&me, "p", 4).await.unwrap();
    store.delete_policy(&me, "p").await.unwrap();
}

async fn attachments(store: &impl IdentityStore) {
    let (me, arn) = (account(), policy("/team/", "p").arn());
    for name in ["r2", "r1"] {
        store.create_role(role("/", name)).await.unwrap();
    }
    assert_eq!(store.attach_policy(&named("r1"), &arn, 10).await, Err(NO_POLICY));
    store.create_policy(policy("/team/", "p"), String::new()).await.unwrap();
    let elsewhere = policy("/", "p").arn();
    assert_eq!(store.attach_policy(&named("r1"), &elsewhere, 10).await, Err(NO_POLICY));
    for name in ["r1", "r2"] {
        store.attach_policy(&named(name), &arn, 10).await.unwrap();
    }
    let of = |name: &str| PolicyHolder {
        kind: IdentityKind::Role,
        name: name.to_owned(),
        id: format!("AROA{name}"),
    };
    let holders = async |kind, used, after: Option<&str>| {
        let filter = HolderFilter { kind, path_prefix: "/".to_owned(), used };
        let after = after.map(|name| (IdentityKind::Role, name));
        let page = store.policy_holders(&me, &arn, filter, after, 1).await.unwrap();
        (page.items, page.more)
    };
    assert_eq!(holders(None, PolicyUse::Either, None).await, (vec![of("r1")], true));
    assert_eq!(holders(None, PolicyUse::Attached, Some("r1")).await, (vec![of("r2")], false));
    assert_eq!(holders(Some(IdentityKind::User), PolicyUse::Attached, None).await, (vec![], false));
    assert_eq!(holders(None, PolicyUse::Boundary, None).await, (vec![], false));
    assert_eq!(store.policy_uses(&me, &arn).await, Ok((2, 0)));
    assert_eq!(store.delete_policy(&me, "p").await, Err(Conflict::InUse.into()));
    for name in ["r1", "r2"] {
        store.detach_policy(&named(name), &arn).await.unwrap();
    }
    store.set_boundary(&named("r1"), Some(&arn)).await.unwrap();
    assert_eq!(store.set_boundary(&named("r1"), Some(&elsewhere)).await, Err(NO_POLICY));
    assert_eq!(holders(None, PolicyUse::Boundary, None).await, (vec![of("r1")], false));
    assert_eq!(store.policy_uses(&me, &arn).await, Ok((0, 1)));
    assert_eq!(store.delete_policy(&me, "p").await, Err(Conflict::InUse.into()));
    store.set_boundary(&named("r1"), None).await.unwrap();
    store.delete_policy(&me, "p").await.unwrap();
}

async fn tags(store: &impl IdentityStore) {
    let (me, some) = (account(), |key: &str| [(key.to_owned(), "x".to_owned())].into());
    assert_eq!(store.put_policy_tags(&me, "p", some("k"), 50).await, Err(NO_POLICY));
    store.create_policy(policy("/", "p"), String::new()).await.unwrap();
    store.put_policy_tags(&me, "p", some("k"), 1).await.unwrap();
    assert_eq!(store.put_policy_tags(&me, "p", some("l"), 1).await, Err(StoreError::LimitExceeded(1)));
    assert_eq!(store.policy(&me, "p").await.unwrap().unwrap().tags, some("k"));
    store.remove_policy_tags(&me, "p", &["k".to_owned(), "none".to_owned()]).await.unwrap();
    assert!(store.policy(&me, "p").await.unwrap().unwrap().tags.is_empty());
}

async fn documents(store: &impl IdentityStore) {
    let (me, arn) = (account(), policy("/a/", "p").arn());
    let of = async |arn: &str| store.managed_document(&me, arn).await.unwrap().map(|text| text.to_string());
    assert_eq!(of(&arn).await, None);
    store.create_policy(policy("/a/", "p"), "{\"first\":1}".to_owned()).await.unwrap();
    assert_eq!(of(&arn).await.as_deref(), Some("{\"first\":1}"));
    assert_eq!(of(&policy("/", "p").arn()).await, None, "of another path");
    store.create_policy_version(&me, "p", "{}".to_owned(), LATER, false, 5).await.unwrap();
    assert_eq!(of(&arn).await.as_deref(), Some("{\"first\":1}"));
    store.set_default_policy_version(&me, "p", 2, LATER).await.unwrap();
    assert_eq!(of(&arn).await.as_deref(), Some("{}"));
    assert!(of("arn:aws:iam::aws:policy/AdministratorAccess").await.unwrap().contains("Allow"));
    assert_eq!(of("arn:aws:iam::aws:policy/NoSuchThing").await, None);
}
