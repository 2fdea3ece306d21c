//! What is kept of what IAM's resources are, and has a say in who may do something with them.

use crate::errors::internal;
use crate::iam::{Kept as Item, Server, TaggedItem};
use aws_wire::ApiError;
use domain::AccountId;
use std::collections::BTreeMap;
use store::{IamStore, IdentityKind, IdentityName, ItemKind, StoreError};

/// What is kept of a resource.
struct Kept {
    arn: String,
    boundary: Option<String>,
    tags: BTreeMap<String, String>,
}

async fn identity(store: &dyn IamStore, name: &IdentityName) -> Result<Option<Kept>, StoreError> {
    Ok(match name.kind {
        IdentityKind::Role => {
            let role = store.role(&name.account, &name.name).await?;
            role.map(|role| Kept { arn: role.arn(), boundary: role.boundary, tags: role.tags })
        }
        IdentityKind::User | IdentityKind::Group => {
            let found = store.identity(name).await?;
            found.map(|found| Kept { arn: found.arn(), boundary: found.boundary, tags: found.tags })
        }
    })
}

/// An item whose ARN is known without looking.
async fn item(
    store: &dyn IamStore,
    account: &AccountId,
    kind: ItemKind,
    id: &str,
    arn: &str,
) -> Result<Option<Kept>, ApiError> {
    let found = Item::<TaggedItem>::find(store, account, kind, id).await?;
    Ok(found.map(|item| Kept { arn: arn.to_owned(), boundary: None, tags: item.value.tags }))
}

/// The account's own part of an ARN of IAM: the sort, and what comes behind it.
fn parts(arn: &str) -> Option<(AccountId, &str, &str)> {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", _, "iam", "", account, rest] = fields[..] else { return None };
    let (kind, rest) = rest.split_once('/')?;
    Some((AccountId::new(account).ok()?, kind, rest))
}

/// What an ARN names, whatever path it has, where names are told apart without.
async fn named(store: &dyn IamStore, arn: &str) -> Result<Option<Kept>, ApiError> {
    if let Some(name) = IdentityName::of_arn(arn) {
        return identity(store, &name).await.map_err(|e| internal(&e));
    }
    let Some((account, kind, rest)) = parts(arn) else { return Ok(None) };
    let name = rest.rsplit('/').next().unwrap_or_default();
    let found = match kind {
        "policy" => {
            let found = store.policy(&account, name).await;
            found.map(|found| {
                found.map(|policy| Kept { arn: policy.arn(), boundary: None, tags: policy.tags })
            })
        }
        "instance-profile" => {
            let found = store.instance_profile(&account, name).await;
            found.map(|found| {
                found.map(|profile| Kept { arn: profile.arn(), boundary: None, tags: profile.tags })
            })
        }
        "oidc-provider" => {
            let found = store.identity_provider(&account, rest).await;
            found.map(|found| {
                found.map(|provider| Kept { arn: provider.arn(), boundary: None, tags: provider.tags })
            })
        }
        "server-certificate" => {
            let found = Item::<Server>::find(store, &account, ItemKind::ServerCertificate, name).await?;
            Ok(found.map(|found| Kept { arn: found.arn(), boundary: None, tags: found.value.tags }))
        }
        "saml-provider" => return item(store, &account, ItemKind::SamlProvider, rest, arn).await,
        // A device is called by its ARN.
        "mfa" => return item(store, &account, ItemKind::MfaDevice, arn, arn).await,
        _ => Ok(None),
    };
    found.map_err(|e: StoreError| internal(&e))
}

/// The ARN of what an ARN without a path names, with its path; `None` where there is nothing of that name.
///
/// # Errors
/// The store's.
pub async fn with_path(store: &dyn IamStore, arn: &str) -> Result<Option<String>, ApiError> {
    Ok(named(store, arn).await?.map(|kept| kept.arn))
}

/// The condition keys of what an ARN names: its tags, which IAM calls by two names, and its permissions boundary.
///
/// # Errors
/// The store's.
pub async fn resource_keys(store: &dyn IamStore, arn: &str) -> Result<Vec<(String, String)>, ApiError> {
    let found = named(store, arn).await?;
    // Of users, groups and roles there is one of a name, whatever path somebody says that it has.
    let is_it = |found: &Kept| found.arn == arn || IdentityName::of_arn(arn).is_some();
    let Some(found) = found.filter(is_it) else { return Ok(Vec::new()) };
    let mut keys = Vec::new();
    keys.extend(found.boundary.map(|boundary| ("iam:PermissionsBoundary".to_owned(), boundary)));
    for (key, value) in found.tags {
        keys.push((format!("aws:ResourceTag/{key}"), value.clone()));
        keys.push((format!("iam:ResourceTag/{key}"), value));
    }
    Ok(keys)
}
