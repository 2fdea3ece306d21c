//! Who is who and what he may, changed in the file by somebody else: it is not believed, and can be taken away.

use super::key;
use crate::sqlite::Sqlite;
use crate::{
    AccessKey, AccountStore, Identity, IdentityKind, IdentityName, IdentityProvider, IdentityStore,
    ManagedPolicy, PolicyStore, StoreError, UserStore,
};
use domain::{AccountId, Timestamp, integrity};
use rusqlite::Connection;
use std::path::Path;

const NOW: Timestamp = Timestamp(1_795_544_521_123);
const POLICY: &str = "arn:aws:iam::123456789012:policy/p";
const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

fn account() -> AccountId {
    AccountId::new("123456789012").unwrap()
}

fn user() -> IdentityName {
    IdentityName::user(&account(), "ann")
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
        tags: [].into(),
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
    ] {
        let is_good =
            sql.ends_with("'{}' WHERE version = 1") || sql.ends_with("= 1") && sql.contains("default");
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

/// Those of before rows were signed are signed once, as they are found.
#[tokio::test]
async fn what_was_there_before_is_signed() {
    let data = tempfile::tempdir().unwrap();
    drop(people(data.path()).await);
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    for table in ["identity", "managed_policy", "identity_provider"] {
        db.execute(&format!("ALTER TABLE {table} DROP COLUMN signature"), []).unwrap();
    }
    db.pragma_update(None, "user_version", version - 1).unwrap();
    drop(db);
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(store.principal_policies(&user()).await.unwrap().is_some());
    drop(store);
    change(data.path(), "UPDATE identity_inline_policy SET document = '{}'");
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(is_changed(&store.principal_policies(&user()).await), "only once");
}
