//! Cases for [`AccountStore`].

use super::identity::{account, named, role};
use crate::{
    AccountCounts, AccountStore, Conflict, IdentityProvider, IdentityStore, InstanceProfile, ProviderChange,
    StoreError, TagChange, Thing,
};
use domain::{AccountId, Timestamp};

const NO_PROFILE: StoreError = StoreError::NotFound(Thing::InstanceProfile);
const NO_PROVIDER: StoreError = StoreError::NotFound(Thing::IdentityProvider);

pub(super) async fn all<S: IdentityStore + AccountStore>(mut new: impl FnMut() -> S) {
    profiles(&new()).await;
    providers(&new()).await;
    aliases(&new()).await;
}

fn profile(path: &str, name: &str) -> InstanceProfile {
    InstanceProfile {
        account: account(),
        partition: "aws".to_owned(),
        path: path.to_owned(),
        name: name.to_owned(),
        id: format!("AIPA{name}"),
        created: Timestamp(1_795_544_521_123),
        tags: super::map(&[("k", "v")]),
        role: None,
    }
}

async fn profiles(store: &(impl IdentityStore + AccountStore)) {
    let me = account();
    assert_eq!(store.instance_profile(&me, "p").await, Ok(None));
    assert_eq!(store.add_role_to_profile(&me, "p", "r").await, Err(NO_PROFILE));
    assert_eq!(store.delete_instance_profile(&me, "p").await, Err(NO_PROFILE));
    store.create_instance_profile(profile("/x/", "p")).await.unwrap();
    store.create_instance_profile(profile("/", "q")).await.unwrap();
    let twin = store.create_instance_profile(profile("/", "P")).await;
    assert_eq!(twin, Err(StoreError::AlreadyExists(Thing::InstanceProfile)));
    assert_eq!(store.instance_profile(&me, "p").await, Ok(Some(profile("/x/", "p"))));
    let no_role = Err(StoreError::NotFound(Thing::Role));
    assert_eq!(store.add_role_to_profile(&me, "p", "r").await, no_role);
    store.create_role(role("/", "r")).await.unwrap();
    store.add_role_to_profile(&me, "p", "r").await.unwrap();
    assert_eq!(store.add_role_to_profile(&me, "p", "r").await, Err(StoreError::LimitExceeded(1)));
    let found = store.instance_profile(&me, "p").await.unwrap().unwrap();
    assert_eq!(found.role.map(|role| role.arn()), Some(role("/", "r").arn()));
    assert_eq!(store.delete_identity(&named("r")).await, Err(Conflict::InstanceProfile.into()));
    assert_eq!(store.delete_instance_profile(&me, "p").await, Err(Conflict::InstanceProfile.into()));
    let list = async |prefix: &str, role: Option<&str>, after, limit| {
        let page = store.list_instance_profiles(&me, prefix, role, after, limit).await?;
        Ok((page.items.into_iter().map(|profile| profile.name).collect::<Vec<_>>(), page.more))
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(list("/", None, None, 1).await, Ok((names(&["p"]), true)));
    assert_eq!(list("/", None, Some("p"), 1).await, Ok((names(&["q"]), false)));
    assert_eq!(list("/x/", None, None, 9).await, Ok((names(&["p"]), false)));
    assert_eq!(list("/", Some("r"), None, 9).await, Ok((names(&["p"]), false)));
    assert_eq!(list("/", Some("none"), None, 9).await, Err(StoreError::NotFound(Thing::Role)));
    let put = TagChange::Put(super::map(&[("l", "w")]), 1);
    assert_eq!(store.tag_instance_profile(&me, "p", put).await, Err(StoreError::LimitExceeded(1)));
    store.tag_instance_profile(&me, "p", TagChange::Put(super::map(&[("l", "w")]), 2)).await.unwrap();
    store.tag_instance_profile(&me, "p", TagChange::Remove(vec!["k".to_owned()])).await.unwrap();
    assert_eq!(store.instance_profile(&me, "p").await.unwrap().unwrap().tags, super::map(&[("l", "w")]));
    assert_eq!(store.remove_role_from_profile(&me, "q", "r").await, no_role);
    store.remove_role_from_profile(&me, "p", "r").await.unwrap();
    let expected = AccountCounts { roles: 1, instance_profiles: 2, ..AccountCounts::default() };
    assert_eq!(store.account_counts(&me).await, Ok(expected));
    store.delete_instance_profile(&me, "p").await.unwrap();
    store.delete_identity(&named("r")).await.unwrap();
}

fn provider(issuer: &str) -> IdentityProvider {
    IdentityProvider {
        account: account(),
        partition: "aws".to_owned(),
        issuer: issuer.to_owned(),
        plain: false,
        created: Timestamp(1_795_544_521_123),
        client_ids: vec!["a".to_owned()],
        thumbprints: vec!["0".repeat(40)],
        tags: super::map(&[("k", "v")]),
    }
}

async fn providers(store: &impl AccountStore) {
    let (me, issuer) = (account(), "id.example.com/realm");
    let p = provider(issuer);
    assert_eq!(p.arn(), "arn:aws:iam::123456789012:oidc-provider/id.example.com/realm");
    assert_eq!(p.url(), "https://id.example.com/realm");
    assert_eq!(store.identity_provider(&me, issuer).await, Ok(None));
    store.create_identity_provider(p.clone(), 2).await.unwrap();
    let twin = store.create_identity_provider(p.clone(), 2).await;
    assert_eq!(twin, Err(StoreError::AlreadyExists(Thing::IdentityProvider)));
    store.create_identity_provider(provider("b"), 2).await.unwrap();
    let third = store.create_identity_provider(provider("c"), 2).await;
    assert_eq!(third, Err(StoreError::LimitExceeded(2)));
    assert_eq!(store.identity_provider(&me, issuer).await, Ok(Some(p.clone())));
    let change = async |change| store.change_identity_provider(&me, issuer, change).await;
    change(ProviderChange::AddClientId("b".to_owned(), 2)).await.unwrap();
    change(ProviderChange::AddClientId("b".to_owned(), 2)).await.unwrap();
    let third = change(ProviderChange::AddClientId("c".to_owned(), 2)).await;
    assert_eq!(third, Err(StoreError::LimitExceeded(2)));
    change(ProviderChange::RemoveClientId("a".to_owned())).await.unwrap();
    change(ProviderChange::Thumbprints(vec!["1".repeat(40)])).await.unwrap();
    change(ProviderChange::Tags(TagChange::Remove(vec!["k".to_owned()]))).await.unwrap();
    let expected = IdentityProvider {
        client_ids: vec!["b".to_owned()],
        thumbprints: vec!["1".repeat(40)],
        tags: super::map(&[]),
        ..p
    };
    assert_eq!(store.identity_providers(&me).await, Ok(vec![provider("b"), expected]));
    let gone = store.change_identity_provider(&me, "none", ProviderChange::Thumbprints(vec![])).await;
    assert_eq!(gone, Err(NO_PROVIDER));
    for _ in 0..2 {
        store.delete_identity_provider(&me, issuer).await.unwrap();
    }
    assert_eq!(store.identity_provider(&me, issuer).await, Ok(None));
}

async fn aliases(store: &impl AccountStore) {
    let (me, other) = (account(), AccountId::new("210987654321").unwrap());
    let missing = Err(StoreError::NotFound(Thing::Alias));
    assert_eq!(store.account_alias(&me).await, Ok(None));
    assert_eq!(store.remove_account_alias(&me, "a").await, missing);
    store.set_account_alias(&me, "a").await.unwrap();
    store.set_account_alias(&me, "a").await.unwrap();
    assert_eq!(store.set_account_alias(&other, "a").await, Err(StoreError::AlreadyExists(Thing::Alias)));
    store.set_account_alias(&me, "b").await.unwrap();
    store.set_account_alias(&other, "a").await.unwrap();
    assert_eq!(store.account_alias(&me).await, Ok(Some("b".to_owned())));
    assert_eq!(store.remove_account_alias(&me, "a").await, missing);
    store.remove_account_alias(&me, "b").await.unwrap();
    assert_eq!(store.account_alias(&me).await, Ok(None));
}
