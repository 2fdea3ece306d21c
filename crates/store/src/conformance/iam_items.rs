//! Cases for [`IamItemStore`].

use super::identity::account;
use crate::{
    AccountCounts, AccountStore, Conflict, IamItem, IamItemStore, Identity, IdentityKind, IdentityName,
    IdentityStore, ItemKind, StoreError, Thing,
};
use domain::Timestamp;
use std::collections::BTreeMap;

const NO_ITEM: StoreError = StoreError::NotFound(Thing::Item);
const TWIN: StoreError = StoreError::AlreadyExists(Thing::Item);
const NO_USER: StoreError = StoreError::NotFound(Thing::User);

pub(super) async fn all<S: IdentityStore + AccountStore + IamItemStore>(mut new: impl FnMut() -> S) {
    of_the_account(&new()).await;
    of_users(&new()).await;
    changes(&new()).await;
}

fn item(kind: ItemKind, id: &str, user: Option<&str>) -> IamItem {
    IamItem {
        account: account(),
        kind,
        id: id.to_owned(),
        user: user.map(str::to_owned),
        created: Timestamp(1_795_544_521_123),
        record: format!("{{\"of\":\"{id}\"}}"),
        secret: Some(vec![0, 1, 2]),
        revision: 0,
    }
}

async fn user(store: &impl IdentityStore, name: &str) {
    let user = Identity {
        account: account(),
        kind: IdentityKind::User,
        partition: "aws".to_owned(),
        path: "/".to_owned(),
        name: name.to_owned(),
        id: format!("AIDA{name}"),
        created: Timestamp(1),
        boundary: None,
        tags: BTreeMap::new(),
    };
    store.create_identity(user).await.unwrap();
}

async fn ids(
    store: &impl IamItemStore,
    kind: ItemKind,
    user: Option<&str>,
    after: Option<&str>,
    limit: usize,
) -> Result<(Vec<String>, bool), StoreError> {
    let page = store.items(&account(), kind, user, after, limit).await?;
    Ok((page.items.into_iter().map(|item| item.id).collect(), page.more))
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

async fn of_the_account(store: &impl IamItemStore) {
    let kind = ItemKind::ServerCertificate;
    assert_eq!(store.item(&account(), kind, "b").await, Ok(None));
    assert_eq!(store.delete_item(&account(), kind, "b").await, Err(NO_ITEM));
    for id in ["b", "a"] {
        store.create_item(item(kind, id, None), 2).await.unwrap();
    }
    assert_eq!(store.create_item(item(kind, "A", None), 9).await, Err(TWIN));
    assert_eq!(store.create_item(item(kind, "c", None), 2).await, Err(StoreError::LimitExceeded(2)));
    store.create_item(item(ItemKind::SamlProvider, "b", None), 1).await.unwrap();
    assert_eq!(store.item(&account(), kind, "b").await, Ok(Some(item(kind, "b", None))));
    assert_eq!(store.item(&account(), kind, "B").await, Ok(None));
    assert_eq!(ids(store, kind, None, None, 9).await, Ok((owned(&["a", "b"]), false)));
    assert_eq!(ids(store, kind, None, None, 1).await, Ok((owned(&["a"]), true)));
    assert_eq!(ids(store, kind, None, Some("a"), 1).await, Ok((owned(&["b"]), false)));
    store.delete_item(&account(), kind, "b").await.unwrap();
    assert_eq!(ids(store, kind, None, None, 9).await, Ok((owned(&["a"]), false)));
}

async fn of_users(store: &(impl IdentityStore + AccountStore + IamItemStore)) {
    let kind = ItemKind::MfaDevice;
    assert_eq!(store.create_item(item(kind, "d", Some("ann")), 9).await, Err(NO_USER));
    assert_eq!(ids(store, kind, Some("ann"), None, 9).await, Err(NO_USER));
    user(store, "ann").await;
    user(store, "bob").await;
    store.create_item(item(kind, "d", Some("ann")), 1).await.unwrap();
    store.create_item(item(kind, "e", Some("bob")), 1).await.unwrap();
    store.create_item(item(kind, "f", None), 9).await.unwrap();
    assert_eq!(store.create_item(item(kind, "g", Some("ann")), 1).await, Err(StoreError::LimitExceeded(1)));
    assert_eq!(ids(store, kind, Some("ann"), None, 9).await, Ok((owned(&["d"]), false)));
    assert_eq!(ids(store, kind, None, None, 9).await, Ok((owned(&["d", "e", "f"]), false)));
    let counts = store.account_counts(&account()).await.unwrap();
    let expected =
        AccountCounts { users: 2, mfa_devices: 3, mfa_devices_in_use: 2, ..AccountCounts::default() };
    assert_eq!(counts, expected);

    // They are the user's, whatever he is called.
    let ann = IdentityName::user(&account(), "ann");
    store.rename_identity(&ann, Some("eve"), None).await.unwrap();
    let eve = IdentityName::user(&account(), "eve");
    assert_eq!(store.item(&account(), kind, "d").await.unwrap().unwrap().user.as_deref(), Some("eve"));
    assert_eq!(store.delete_identity(&eve).await, Err(Conflict::MfaDevice.into()));
    store.delete_item(&account(), kind, "d").await.unwrap();
    for (kind, conflict) in [
        (ItemKind::LoginProfile, Conflict::LoginProfile),
        (ItemKind::SigningCertificate, Conflict::SigningCertificates),
        (ItemKind::SshKey, Conflict::Referenced),
        (ItemKind::ServiceCredential, Conflict::Referenced),
    ] {
        store.create_item(item(kind, "x", Some("eve")), 1).await.unwrap();
        assert_eq!(store.delete_identity(&eve).await, Err(conflict.into()));
        store.delete_item(&account(), kind, "x").await.unwrap();
    }
    store.delete_identity(&eve).await.unwrap();
}

async fn changes(store: &(impl IdentityStore + IamItemStore)) {
    let kind = ItemKind::MfaDevice;
    user(store, "ann").await;
    assert_eq!(store.replace_item("d", item(kind, "d", None)).await, Err(NO_ITEM));
    store.create_item(item(kind, "d", None), 9).await.unwrap();
    store.create_item(item(kind, "e", None), 9).await.unwrap();
    let new = IamItem { record: "{}".to_owned(), secret: None, ..item(kind, "d", Some("ann")) };
    store.replace_item("d", new.clone()).await.unwrap();
    let found = store.item(&account(), kind, "d").await.unwrap().unwrap();
    assert_eq!(found, IamItem { revision: 1, ..new.clone() });
    // Of two who have read the same, one writes.
    assert_eq!(store.replace_item("d", new).await, Err(StoreError::RevisionMismatch));
    let renamed = |id: &str| IamItem { id: id.to_owned(), ..found.clone() };
    assert_eq!(store.replace_item("d", renamed("E")).await, Err(TWIN));
    store.replace_item("d", renamed("D")).await.unwrap();
    assert_eq!(store.item(&account(), kind, "d").await, Ok(None));
    let found = store.item(&account(), kind, "D").await.unwrap().unwrap();
    assert_eq!((found.revision, found.user.as_deref()), (2, Some("ann")));
    let nobody = IamItem { user: Some("none".to_owned()), ..found };
    assert_eq!(store.replace_item("D", nobody).await, Err(NO_USER));
}
