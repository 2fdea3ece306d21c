//! Cases for users, groups, access keys, and for what decides about a principal.

use super::identity::{account, named, role};
use crate::{
    AccessKey, Conflict, Identity, IdentityKind, IdentityName, IdentityStore, KeyUse, PolicySource,
    StoreError, Thing, UserStore,
};
use domain::Timestamp;

const NO_USER: StoreError = StoreError::NotFound(Thing::User);
const NO_GROUP: StoreError = StoreError::NotFound(Thing::Group);
const NO_KEY: StoreError = StoreError::NotFound(Thing::AccessKey);

pub(super) async fn all<S: IdentityStore + UserStore>(mut new: impl FnMut() -> S) {
    life_cycle(&new()).await;
    keys(&new()).await;
    groups(&new()).await;
    ties(&new()).await;
    uses(&new()).await;
    decisive(&new()).await;
    revisions(&new()).await;
}

fn user(name: &str) -> IdentityName {
    IdentityName::user(&account(), name)
}

fn identity(kind: IdentityKind, path: &str, name: &str) -> Identity {
    Identity {
        account: account(),
        kind,
        partition: "aws".to_owned(),
        path: path.to_owned(),
        name: name.to_owned(),
        id: format!("AIDA{name}"),
        created: Timestamp(1_795_544_521_123),
        boundary: None,
        tags: [("k".to_owned(), "v".to_owned())].into(),
    }
}

async fn add(store: &impl IdentityStore, kind: IdentityKind, name: &str) {
    store.create_identity(identity(kind, "/", name)).await.unwrap();
}

async fn life_cycle(store: &impl IdentityStore) {
    let ann = identity(IdentityKind::User, "/team/", "Ann");
    assert_eq!(ann.arn(), "arn:aws:iam::123456789012:user/team/Ann");
    assert_eq!(IdentityName::of_arn(&ann.arn()), Some(user("Ann")));
    assert_eq!(IdentityName::of_arn("arn:aws:iam::123456789012:root"), None);
    assert_eq!(store.identity(&user("Ann")).await, Ok(None));
    assert_eq!(store.delete_identity(&user("Ann")).await, Err(NO_USER));
    assert_eq!(store.rename_identity(&user("Ann"), Some("x"), None).await, Err(NO_USER));
    store.create_identity(ann.clone()).await.unwrap();
    assert_eq!(store.identity(&user("Ann")).await, Ok(Some(ann.clone())));
    let twin = store.create_identity(identity(IdentityKind::User, "/", "aNN")).await;
    assert_eq!(twin, Err(StoreError::AlreadyExists(Thing::User)));
    // Names of one kind are no names of another.
    add(store, IdentityKind::Group, "Ann").await;
    store.create_role(role("/", "Ann")).await.unwrap();
    add(store, IdentityKind::User, "Bob").await;
    let taken = store.rename_identity(&user("Bob"), Some("ANN"), None).await;
    assert_eq!(taken, Err(StoreError::AlreadyExists(Thing::User)));
    store.rename_identity(&user("Bob"), Some("BOB"), None).await.unwrap();
    store.rename_identity(&user("BOB"), Some("Eve"), Some("/x/")).await.unwrap();
    assert_eq!(
        store.identity(&user("Eve")).await.unwrap().unwrap().arn(),
        "arn:aws:iam::123456789012:user/x/Eve"
    );
    let list = async |prefix: &str, after, limit| {
        let page = store.list_identities(&account(), IdentityKind::User, prefix, after, limit).await.unwrap();
        (page.items.into_iter().map(|user| user.name).collect::<Vec<_>>(), page.more)
    };
    assert_eq!(list("/", None, 1).await, (vec!["Ann".to_owned()], true));
    assert_eq!(list("/", Some("Ann"), 1).await, (vec!["Eve".to_owned()], false));
    assert_eq!(list("/team/", None, 9).await, (vec!["Ann".to_owned()], false));
    let unknown = "arn:aws:iam::123456789012:policy/none";
    let bounded = Identity { boundary: Some(unknown.to_owned()), ..identity(IdentityKind::User, "/", "c") };
    assert_eq!(store.create_identity(bounded).await, Err(StoreError::NotFound(Thing::Policy)));
    let of_aws = Some("arn:aws:iam::aws:policy/PowerUserAccess");
    store.set_boundary(&user("Ann"), of_aws).await.unwrap();
    assert_eq!(store.identity(&user("Ann")).await.unwrap().unwrap().boundary.as_deref(), of_aws);
    store.delete_identity(&user("Ann")).await.unwrap();
    assert!(store.role(&account(), "Ann").await.unwrap().is_some());
}

fn key(user: &str, id: &str, created: i64) -> AccessKey {
    AccessKey {
        account: account(),
        user: user.to_owned(),
        id: id.to_owned(),
        secret: vec![0, 1, 255],
        active: true,
        created: Timestamp(created),
        used: None,
    }
}

async fn keys(store: &(impl IdentityStore + UserStore)) {
    let me = account();
    assert_eq!(store.create_access_key(key("u", "AKIA1", 1), 2).await, Err(NO_USER));
    assert_eq!(store.access_keys(&me, "u").await, Err(NO_USER));
    add(store, IdentityKind::User, "u").await;
    add(store, IdentityKind::User, "v").await;
    for (id, created) in [("AKIA2", 1), ("AKIA1", 2)] {
        store.create_access_key(key("u", id, created), 2).await.unwrap();
    }
    assert_eq!(store.create_access_key(key("u", "AKIA3", 3), 2).await, Err(StoreError::LimitExceeded(2)));
    let twin = store.create_access_key(key("v", "AKIA1", 3), 2).await;
    assert_eq!(twin, Err(StoreError::AlreadyExists(Thing::AccessKey)));
    assert_eq!(store.access_keys(&me, "u").await, Ok(vec![key("u", "AKIA2", 1), key("u", "AKIA1", 2)]));
    let (found, owner) = store.access_key("AKIA1").await.unwrap().unwrap();
    assert_eq!((found, owner.id.as_str()), (key("u", "AKIA1", 2), "AIDAu"));
    assert_eq!(store.access_key("AKIA9").await, Ok(None));
    assert_eq!(store.set_access_key_active(&me, "v", "AKIA1", false).await, Err(NO_KEY));
    store.set_access_key_active(&me, "u", "AKIA1", false).await.unwrap();
    let active = async |after, limit| {
        let page = store.active_access_keys(after, limit).await.unwrap();
        (page.items.into_iter().map(|(key, user)| (key.id, user.name)).collect::<Vec<_>>(), page.more)
    };
    let of = |id: &str| (id.to_owned(), "u".to_owned());
    assert_eq!(active(None, 9).await, (vec![of("AKIA2")], false));
    store.set_access_key_active(&me, "u", "AKIA1", true).await.unwrap();
    assert_eq!(active(None, 1).await, (vec![of("AKIA1")], true));
    assert_eq!(active(Some("AKIA1"), 1).await, (vec![of("AKIA2")], false));
    let used = KeyUse { at: Timestamp(9), service: "iam".to_owned(), region: "us-east-1".to_owned() };
    let uses = vec![("AKIA1".to_owned(), used.clone()), ("AKIA9".to_owned(), used.clone())];
    store.note_key_uses(uses).await.unwrap();
    assert_eq!(store.access_key("AKIA1").await.unwrap().unwrap().0.used, Some(used));
    assert_eq!(store.delete_identity(&user("u")).await, Err(Conflict::AccessKeys.into()));
    assert_eq!(store.delete_access_key(&me, "v", "AKIA1").await, Err(NO_KEY));
    for id in ["AKIA1", "AKIA2"] {
        store.delete_access_key(&me, "u", id).await.unwrap();
    }
    store.delete_identity(&user("u")).await.unwrap();
}

async fn groups(store: &(impl IdentityStore + UserStore)) {
    let me = account();
    assert_eq!(store.add_to_group(&me, "g", "u", 10).await, Err(NO_GROUP));
    add(store, IdentityKind::Group, "g").await;
    add(store, IdentityKind::Group, "h").await;
    assert_eq!(store.add_to_group(&me, "g", "u", 10).await, Err(NO_USER));
    add(store, IdentityKind::User, "u").await;
    add(store, IdentityKind::User, "v").await;
    for user in ["v", "u", "u"] {
        store.add_to_group(&me, "g", user, 1).await.unwrap();
    }
    assert_eq!(store.add_to_group(&me, "h", "u", 1).await, Err(StoreError::LimitExceeded(1)));
    let members = async |after, limit| {
        let page = store.group_members(&me, "g", after, limit).await.unwrap();
        (page.items.into_iter().map(|user| user.arn()).collect::<Vec<_>>(), page.more)
    };
    let arn = |name: &str| format!("arn:aws:iam::123456789012:user/{name}");
    assert_eq!(members(None, 1).await, (vec![arn("u")], true));
    assert_eq!(members(Some("u"), 1).await, (vec![arn("v")], false));
    let of = store.groups_of(&me, "u", None, 10).await.unwrap();
    assert_eq!(of.items.iter().map(Identity::arn).collect::<Vec<_>>(), ["arn:aws:iam::123456789012:group/g"]);
    let group = IdentityName::group(&me, "g");
    for who in [&user("u"), &group] {
        assert_eq!(store.delete_identity(who).await, Err(Conflict::Members.into()));
    }
    assert_eq!(store.remove_from_group(&me, "h", "u").await, Err(NO_USER));
    for user in ["u", "v"] {
        store.remove_from_group(&me, "g", user).await.unwrap();
    }
    store.delete_identity(&group).await.unwrap();
    assert_eq!(store.group_members(&me, "g", None, 1).await, Err(NO_GROUP));
    assert_eq!(store.groups_of(&me, "x", None, 1).await, Err(NO_USER));
}

async fn ties(store: &impl IdentityStore) {
    add(store, IdentityKind::User, "u").await;
    store.put_inline_policy(&user("u"), "p", "{}", 100).await.unwrap();
    assert_eq!(store.delete_identity(&user("u")).await, Err(Conflict::InlinePolicies.into()));
    store.attach_policy(&user("u"), "arn:aws:iam::aws:policy/IAMFullAccess", 10).await.unwrap();
    assert_eq!(store.delete_identity(&user("u")).await, Err(Conflict::AttachedPolicies.into()));
}

/// Noted for who has the id, and gone with him.
async fn uses(store: &(impl IdentityStore + UserStore)) {
    add(store, IdentityKind::User, "u").await;
    add(store, IdentityKind::User, "v").await;
    let used =
        |service: &str, at| KeyUse { at: Timestamp(at), service: service.to_owned(), region: "r".to_owned() };
    let note = async |id: &str, used: KeyUse| {
        store.note_service_uses(vec![(user("u"), id.to_owned(), used)]).await.unwrap();
    };
    note("AIDAu", used("lambda", 5)).await;
    note("AIDAu", used("iam", 6)).await;
    note("AIDAu", used("lambda", 7)).await;
    note("AIDAother", used("logs", 8)).await;
    let of = async || store.service_uses(vec![user("v"), user("u"), user("none")]).await.unwrap();
    assert_eq!(of().await, [(user("u"), used("iam", 6)), (user("u"), used("lambda", 7))]);
    store.delete_identity(&user("u")).await.unwrap();
    assert_eq!(of().await, []);
}

/// Of a user: what is his own, and then what he has through his groups.
async fn decisive(store: &(impl IdentityStore + UserStore)) {
    let me = account();
    assert_eq!(store.principal_policies(&user("u")).await, Ok(None));
    add(store, IdentityKind::User, "u").await;
    add(store, IdentityKind::Group, "g").await;
    store.add_to_group(&me, "g", "u", 10).await.unwrap();
    let group = IdentityName::group(&me, "g");
    let basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    store.put_inline_policy(&group, "of-group", "{\"g\":1}", 100).await.unwrap();
    store.put_inline_policy(&user("u"), "own", "{\"u\":1}", 100).await.unwrap();
    store.attach_policy(&user("u"), basic, 10).await.unwrap();
    store.attach_policy(&user("u"), "arn:aws:iam::aws:policy/NotKnownHere", 10).await.unwrap();
    store.set_boundary(&user("u"), Some("arn:aws:iam::aws:policy/NotKnownHere")).await.unwrap();
    let found = store.principal_policies(&user("u")).await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.revision), ("AIDAu", store.identity_revision()));
    assert_eq!(found.tags, identity(IdentityKind::User, "/", "u").tags);
    let inline = |name: &str, group: Option<&str>, document: &str| PolicySource {
        name: name.to_owned(),
        inline: true,
        group: group.map(str::to_owned),
        document: document.into(),
    };
    let managed = PolicySource {
        name: basic.to_owned(),
        inline: false,
        group: None,
        document: store.managed_document(&me, basic).await.unwrap().unwrap(),
    };
    let expected = [inline("own", None, "{\"u\":1}"), managed, inline("of-group", Some("g"), "{\"g\":1}")];
    assert_eq!(found.identity, expected);
    assert_eq!(found.boundary, Some(("arn:aws:iam::aws:policy/NotKnownHere".to_owned(), None)));
    store.create_role(role("/x/", "r")).await.unwrap();
    let found = store.principal_policies(&named("r")).await.unwrap().unwrap();
    assert_eq!((found.arn.as_str(), found.identity), ("arn:aws:iam::123456789012:role/x/r", vec![]));
}

/// Every change is another revision; what fails or only reads is none.
async fn revisions(store: &(impl IdentityStore + UserStore)) {
    let mut last = store.identity_revision();
    let mut changed = || {
        let now = store.identity_revision();
        std::mem::replace(&mut last, now) != now
    };
    add(store, IdentityKind::User, "u").await;
    assert!(changed());
    store.put_inline_policy(&user("u"), "p", "{}", 100).await.unwrap();
    assert!(changed());
    store.put_inline_policy(&user("x"), "p", "{}", 100).await.unwrap_err();
    store.principal_policies(&user("u")).await.unwrap();
    store.create_access_key(key("u", "AKIA1", 1), 2).await.unwrap();
    assert!(changed());
    let used = KeyUse { at: Timestamp(9), service: "iam".to_owned(), region: "us-east-1".to_owned() };
    store.note_key_uses(vec![("AKIA1".to_owned(), used)]).await.unwrap();
    assert!(!changed(), "a use of a key changes nothing");
    store.put_identity_tags(&user("u"), [("a".to_owned(), "b".to_owned())].into(), 50).await.unwrap();
    assert!(changed());
    store.rename_identity(&user("u"), Some("v"), None).await.unwrap();
    assert!(changed());
}
