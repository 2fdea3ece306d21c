//! Who is who and what he may, changed in the file by somebody else: it is not believed, and can be taken away.

use super::key;
use crate::sqlite::signature::signed_columns;
use crate::sqlite::{RowKey, Sqlite};
use crate::{
    AccessKey, AccountStore, HolderFilter, Identity, IdentityKind, IdentityName, IdentityProvider,
    IdentityStore, InstanceProfile, ManagedPolicy, PolicyStore, PolicyUse, Role, StoreError, TagChange,
    UserStore,
};
use domain::{AccountId, Timestamp, integrity};
use rusqlite::Connection;
use std::path::Path;
use vault::{Key, Keyring, RingError};

const NOW: Timestamp = Timestamp(1_795_544_521_123);
const POLICY: &str = "arn:aws:iam::123456789012:policy/p";
const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

fn account() -> AccountId {
    AccountId::new("123456789012").unwrap()
}

fn user() -> IdentityName {
    IdentityName::user(&account(), "ann")
}

fn role_of(account: &AccountId) -> Role {
    Role {
        account: account.clone(),
        partition: "aws".to_owned(),
        path: "/".to_owned(),
        name: String::new(),
        id: "AROA".to_owned(),
        assume_role_document: "{\"Deny\": 1}".to_owned(),
        description: None,
        max_session_s: 3600,
        created: NOW,
        boundary: None,
        tags: [].into(),
    }
}

async fn add(store: &Sqlite, kind: IdentityKind, name: &str, boundary: Option<&str>) {
    let identity = Identity {
        account: account(),
        kind,
        partition: "aws".to_owned(),
        path: "/".to_owned(),
        name: name.to_owned(),
        id: format!("AIDA{name}"),
        created: NOW,
        boundary: boundary.map(str::to_owned),
        tags: [("team".to_owned(), "red".to_owned())].into(),
    };
    store.create_identity(identity).await.unwrap();
}

fn access_key(user: &str, id: &str) -> AccessKey {
    AccessKey {
        account: account(),
        user: user.to_owned(),
        id: id.to_owned(),
        secret: vec![1, 2, 3],
        active: true,
        created: NOW,
        used: None,
    }
}

/// Ann has a boundary, a policy of her own, a managed one, a key that is off, and is in one of two groups; Bob has nothing.
async fn people(data: &Path) -> Sqlite {
    let store = Sqlite::open(data, &key()).unwrap();
    let managed = ManagedPolicy {
        account: account(),
        partition: "aws".to_owned(),
        path: "/".to_owned(),
        name: "p".to_owned(),
        id: "ANPAp".to_owned(),
        description: None,
        default_version: 1,
        created: NOW,
        updated: NOW,
        tags: [("team".to_owned(), "red".to_owned())].into(),
        attached: 0,
        bounds: 0,
    };
    store.create_policy(managed, "{}".to_owned()).await.unwrap();
    store.create_policy_version(&account(), "p", "{\"v\": 2}".to_owned(), NOW, false, 5).await.unwrap();
    add(&store, IdentityKind::User, "ann", Some(POLICY)).await;
    add(&store, IdentityKind::User, "bob", None).await;
    for group in ["few", "admins"] {
        add(&store, IdentityKind::Group, group, None).await;
    }
    let admins = IdentityName::group(&account(), "admins");
    store.attach_policy(&admins, ADMINISTRATOR, 10).await.unwrap();
    store.put_inline_policy(&user(), "own", "{\"Deny\": 1}", 100).await.unwrap();
    store.attach_policy(&user(), POLICY, 10).await.unwrap();
    store.add_to_group(&account(), "few", "ann", 10).await.unwrap();
    store.create_access_key(access_key("ann", "AKIAANN"), 2).await.unwrap();
    store.create_access_key(access_key("bob", "AKIABOB"), 2).await.unwrap();
    store.set_access_key_active(&account(), "ann", "AKIAANN", false).await.unwrap();
    store
}

fn change(data: &Path, sql: &str) {
    let db = Connection::open(data.join("tenfold.db")).unwrap();
    assert_eq!(db.execute(sql, []).unwrap(), 1, "{sql}");
}

fn is_changed<T>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::Corrupt(what)) if what.contains("changed outside of this server"))
}

#[tokio::test]
async fn rights_that_somebody_else_gave_are_none() {
    for sql in [
        "UPDATE identity_inline_policy SET document = '{}'",
        "DELETE FROM identity_inline_policy",
        "INSERT INTO identity_inline_policy SELECT id, 'more', '{}' FROM identity WHERE name = 'ann'",
        "INSERT INTO identity_attached_policy SELECT id, 'arn:aws:iam::aws:policy/AdministratorAccess' FROM identity WHERE name = 'ann'",
        "UPDATE identity SET boundary = NULL WHERE name = 'ann'",
        "UPDATE identity SET path = '/x/' WHERE name = 'ann'",
        "UPDATE identity SET signature = NULL WHERE name = 'ann'",
        "UPDATE identity SET signature = (SELECT signature FROM identity WHERE name = 'bob') WHERE name = 'ann'",
        "UPDATE identity_tag SET value = 'blue' WHERE identity = (SELECT id FROM identity WHERE name = 'ann')",
        "UPDATE access_key SET active = 1 WHERE id = 'AKIAANN'",
        "UPDATE access_key SET owner = (SELECT id FROM identity WHERE name = 'ann') WHERE id = 'AKIABOB'",
        "INSERT INTO group_member SELECT g.id, u.id FROM identity AS g, identity AS u WHERE g.name = 'admins' AND u.name = 'ann'",
        "DELETE FROM group_member",
    ] {
        let data = tempfile::tempdir().unwrap();
        let store = people(data.path()).await;
        assert!(store.principal_policies(&user()).await.unwrap().is_some());
        change(data.path(), sql);
        let before = integrity::failures()[0].1;
        assert!(is_changed(&store.principal_policies(&user()).await), "{sql}");
        assert!(integrity::failures()[0].1 > before, "{sql}");
        assert!(is_changed(&store.identity(&user()).await), "{sql}");
        assert!(is_changed(&store.access_key("AKIAANN").await), "{sql}");
        let users = store.list_identities(&account(), IdentityKind::User, "/", None, 9).await.unwrap();
        assert!(!users.items.iter().any(|user| user.name == "ann"), "{sql}");
        // Nothing that is written afterwards makes it good.
        assert!(is_changed(&store.put_identity_tags(&user(), [].into(), 9).await), "{sql}");
        assert!(is_changed(&store.set_access_key_active(&account(), "ann", "AKIAANN", true).await), "{sql}");
        let _ = store.delete_inline_policy(&user(), "own").await;
        let _ = store.delete_inline_policy(&user(), "more").await;
        assert!(is_changed(&store.principal_policies(&user()).await), "{sql}");
        // It can be taken away, and made anew.
        for arn in [POLICY, ADMINISTRATOR] {
            let _ = store.detach_policy(&user(), arn).await;
        }
        for group in ["few", "admins"] {
            let _ = store.remove_from_group(&account(), group, "ann").await;
        }
        for id in ["AKIAANN", "AKIABOB"] {
            let _ = store.delete_access_key(&account(), "ann", id).await;
        }
        store.delete_identity(&user()).await.unwrap();
        add(&store, IdentityKind::User, "ann", None).await;
        assert!(store.principal_policies(&user()).await.unwrap().is_some());
    }
}

/// Of the others nothing is lost, whose rows are whole.
#[tokio::test]
async fn policies_groups_and_providers_are_not_changed_either() {
    let data = tempfile::tempdir().unwrap();
    let store = people(data.path()).await;
    let bob = IdentityName::user(&account(), "bob");
    for sql in [
        "UPDATE managed_policy_version SET document = '{\"Allow\": 1}' WHERE version = 1",
        "UPDATE managed_policy_version SET document = '{}' WHERE version = 1",
        "UPDATE managed_policy SET default_version = 2",
        "UPDATE managed_policy SET default_version = 1",
        "UPDATE managed_policy_tag SET value = 'blue'",
        "UPDATE managed_policy_tag SET value = 'red'",
        "INSERT INTO managed_policy_tag SELECT id, 'admins', 'yes' FROM managed_policy",
        "DELETE FROM managed_policy_tag WHERE key = 'admins'",
    ] {
        let is_good = sql.ends_with("'{}' WHERE version = 1")
            || sql.ends_with("= 1") && sql.contains("default")
            || sql.ends_with("'red'")
            || sql.starts_with("DELETE");
        change(data.path(), sql);
        assert_eq!(is_changed(&store.managed_document(&account(), POLICY).await), !is_good, "{sql}");
        assert_eq!(is_changed(&store.principal_policies(&user()).await), !is_good, "{sql}");
        assert_eq!(is_changed(&store.policy(&account(), "p").await), !is_good, "{sql}");
        assert!(store.principal_policies(&bob).await.unwrap().is_some());
    }
    change(data.path(), "UPDATE identity SET name = 'many', folded_name = 'many' WHERE name = 'few'");
    assert!(is_changed(&store.principal_policies(&user()).await), "of a group that she is in");
    assert!(store.principal_policies(&bob).await.unwrap().is_some());

    let provider = IdentityProvider {
        account: account(),
        partition: "aws".to_owned(),
        issuer: "i.test".to_owned(),
        plain: false,
        created: NOW,
        client_ids: vec!["a".to_owned()],
        thumbprints: Vec::new(),
        tags: [].into(),
    };
    store.create_identity_provider(provider, 9).await.unwrap();
    assert!(store.identity_provider(&account(), "i.test").await.unwrap().is_some());
    change(data.path(), "UPDATE identity_provider SET record = replace(record, '\"a\"', '\"b\"')");
    assert!(is_changed(&store.identity_provider(&account(), "i.test").await));
    assert_eq!(store.identity_providers(&account()).await, Ok(Vec::new()));
}

/// A policy whose tags are not its own gets them right only by being made anew; it does not become whole by losing them.
#[tokio::test]
async fn tags_of_policies_are_taken_away_and_stay_disbelieved() {
    let data = tempfile::tempdir().unwrap();
    let store = people(data.path()).await;
    let put = async |value: &str| {
        store.put_policy_tags(&account(), "p", [("team".to_owned(), value.to_owned())].into(), 9).await
    };
    put("green").await.unwrap();
    assert_eq!(store.policy(&account(), "p").await.unwrap().unwrap().tags["team"], "green");
    change(data.path(), "UPDATE managed_policy_tag SET value = 'blue'");
    assert!(is_changed(&put("red").await));
    store.remove_policy_tags(&account(), "p", &["team".to_owned()]).await.unwrap();
    assert!(is_changed(&store.policy(&account(), "p").await));
    store.detach_policy(&user(), POLICY).await.unwrap();
}

/// Who holds a policy is told of those who are what they were.
#[tokio::test]
async fn holders_of_a_policy_are_those_that_are_whole() {
    let data = tempfile::tempdir().unwrap();
    let store = people(data.path()).await;
    let holders = async || {
        let filter = || HolderFilter { kind: None, path_prefix: "/".to_owned(), used: PolicyUse::Either };
        let found = store.policy_holders(&account(), POLICY, filter(), None, 9).await.unwrap();
        found.items.into_iter().map(|holder| holder.name).collect::<Vec<_>>()
    };
    assert_eq!(holders().await, ["ann"]);
    change(
        data.path(),
        "INSERT INTO identity_attached_policy SELECT id, 'arn:aws:iam::123456789012:policy/p' FROM identity WHERE name = 'bob'",
    );
    assert_eq!(holders().await, ["ann"]);
    change(data.path(), "UPDATE identity SET path = '/x/' WHERE name = 'ann'");
    assert!(holders().await.is_empty());
}

#[tokio::test]
async fn profiles_and_aliases_are_what_they_were() {
    let data = tempfile::tempdir().unwrap();
    let ring = Keyring::of(Key::new(&[1; 32]));
    let store = Sqlite::open(data.path(), &RowKey::of(&ring)).unwrap();
    let me = account();
    for role in ["few", "admin"] {
        store.create_role(Role { name: role.to_owned(), ..role_of(&me) }).await.unwrap();
    }
    for name in ["p", "q"] {
        let profile = InstanceProfile {
            account: me.clone(),
            partition: "aws".to_owned(),
            path: "/".to_owned(),
            name: name.to_owned(),
            id: format!("AIPA{name}"),
            created: NOW,
            tags: [("team".to_owned(), "red".to_owned())].into(),
            role: None,
        };
        store.create_instance_profile(profile).await.unwrap();
        store.add_role_to_profile(&me, name, "few").await.unwrap();
    }
    let listed = async || {
        let found = store.list_instance_profiles(&me, "/", None, None, 9).await.unwrap();
        found.items.into_iter().map(|profile| profile.name).collect::<Vec<_>>()
    };
    assert_eq!(listed().await, ["p", "q"]);
    for (there, back) in [
        (
            "role = (SELECT id FROM identity WHERE name = 'admin')",
            "role = (SELECT id FROM identity WHERE name = 'few')",
        ),
        ("tags = replace(tags, 'red', 'blue')", "tags = replace(tags, 'blue', 'red')"),
        ("path = '/admin/'", "path = '/'"),
    ] {
        change(data.path(), &format!("UPDATE instance_profile SET {there} WHERE name = 'p'"));
        assert!(is_changed(&store.instance_profile(&me, "p").await), "{there}");
        assert_eq!(listed().await, ["q"], "{there}");
        let tag = TagChange::Put([].into(), 9);
        assert!(is_changed(&store.tag_instance_profile(&me, "p", tag).await), "{there}");
        assert!(is_changed(&store.add_role_to_profile(&me, "p", "admin").await), "{there}");
        // Another key makes good only what is.
        ring.renew(|_| Ok::<_, RingError>(())).unwrap();
        store.rekey().await.unwrap();
        assert!(is_changed(&store.instance_profile(&me, "p").await), "{there}");
        assert_eq!(listed().await, ["q"], "{there}");
        change(data.path(), &format!("UPDATE instance_profile SET {back} WHERE name = 'p'"));
        assert_eq!(listed().await, ["p", "q"], "{back}");
    }
    // One with a role that is not what it was is no better.
    change(data.path(), "UPDATE identity SET trust = '{}' WHERE name = 'few'");
    assert!(is_changed(&store.instance_profile(&me, "p").await));
    assert!(listed().await.is_empty());
    change(data.path(), "UPDATE instance_profile SET path = '/x/' WHERE name = 'p'");
    store.remove_role_from_profile(&me, "p", "few").await.unwrap();
    assert!(is_changed(&store.instance_profile(&me, "p").await), "it stays what it is");
    store.delete_instance_profile(&me, "p").await.unwrap();

    store.set_account_alias(&me, "mine").await.unwrap();
    assert_eq!(store.account_alias(&me).await.unwrap().as_deref(), Some("mine"));
    change(data.path(), "UPDATE account_alias SET alias = 'other'");
    assert_eq!(store.account_alias(&me).await, Ok(None));
    store.set_account_alias(&me, "mine").await.unwrap();
    ring.renew(|_| Ok::<_, RingError>(())).unwrap();
    store.rekey().await.unwrap();
    ring.settle(&[], 0);
    assert_eq!(store.account_alias(&me).await.unwrap().as_deref(), Some("mine"));
}

/// Tags of policies are signed once, as they are found, of policies that are what they were.
#[tokio::test]
async fn tags_that_were_there_before_are_signed() {
    for (sql, is_good) in [
        ("UPDATE managed_policy_tag SET value = 'blue'", true),
        ("UPDATE managed_policy_version SET document = '{1}' WHERE version = 1", false),
    ] {
        let data = tempfile::tempdir().unwrap();
        drop(people(data.path()).await);
        let mut db = Connection::open(data.path().join("tenfold.db")).unwrap();
        key().join(&db).unwrap();
        let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        let transaction = db.transaction().unwrap();
        let first = concat!(
            "UPDATE managed_policy SET signature = row_signature(",
            signed_columns!(first_managed_policy),
            ")"
        );
        transaction.execute(first, []).unwrap();
        for table in ["instance_profile", "account_alias"] {
            transaction.execute(&format!("ALTER TABLE {table} DROP COLUMN signature"), []).unwrap();
        }
        transaction.execute("DROP TABLE service_use", []).unwrap();
        transaction.pragma_update(None, "user_version", version - 2).unwrap();
        transaction.commit().unwrap();
        drop(db);
        change(data.path(), sql);
        let store = Sqlite::open(data.path(), &key()).unwrap();
        assert_eq!(is_changed(&store.policy(&account(), "p").await), !is_good, "{sql}");
        change(data.path(), "UPDATE managed_policy_tag SET value = 'green'");
        assert!(is_changed(&store.policy(&account(), "p").await), "{sql}");
    }
}

/// Those of before rows were signed are signed once, as they are found.
#[tokio::test]
async fn what_was_there_before_is_signed() {
    let data = tempfile::tempdir().unwrap();
    drop(people(data.path()).await);
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    for table in ["identity", "managed_policy", "identity_provider", "instance_profile", "account_alias"] {
        db.execute(&format!("ALTER TABLE {table} DROP COLUMN signature"), []).unwrap();
    }
    db.execute("DROP TABLE service_use", []).unwrap();
    db.pragma_update(None, "user_version", version - 3).unwrap();
    drop(db);
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(store.principal_policies(&user()).await.unwrap().is_some());
    drop(store);
    change(data.path(), "UPDATE identity_inline_policy SET document = '{}'");
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(is_changed(&store.principal_policies(&user()).await), "only once");
}
