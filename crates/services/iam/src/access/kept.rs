//! What is kept of an identity or a policy and has a say in who may do something with it.

use super::parts;
use crate::errors::internal;
use aws_wire::ApiError;
use std::collections::BTreeMap;
use store::{IdentityKind, IdentityName, IdentityStore, StoreError};

/// What is kept of a user, a group or a role.
struct Kept {
    arn: String,
    boundary: Option<String>,
    tags: BTreeMap<String, String>,
}

async fn kept(store: &dyn IdentityStore, name: &IdentityName) -> Result<Option<Kept>, StoreError> {
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

/// The ARN of what an ARN without a path names, with its path; `None` where there is nothing of that name.
///
/// # Errors
/// The store's.
pub async fn with_path(store: &dyn IdentityStore, arn: &str) -> Result<Option<String>, ApiError> {
    let Some(name) = IdentityName::of_arn(arn) else { return Ok(None) };
    Ok(kept(store, &name).await.map_err(|e| internal(&e))?.map(|kept| kept.arn))
}

/// The condition keys of what an ARN names: its tags, which IAM calls by two names, and its permissions boundary.
///
/// # Errors
/// The store's.
pub async fn resource_keys(store: &dyn IdentityStore, arn: &str) -> Result<Vec<(String, String)>, ApiError> {
    let mut keys = Vec::new();
    let tags = match (IdentityName::of_arn(arn), parts(arn)) {
        (Some(name), _) => {
            let Some(found) = kept(store, &name).await.map_err(|e| internal(&e))? else { return Ok(keys) };
            keys.extend(found.boundary.map(|boundary| ("iam:PermissionsBoundary".to_owned(), boundary)));
            found.tags
        }
        (None, Some((account, "policy", name))) => {
            let found = store.policy(&account, name).await.map_err(|e| internal(&e))?;
            found.filter(|policy| policy.arn() == arn).map(|policy| policy.tags).unwrap_or_default()
        }
        _ => return Ok(keys),
    };
    for (key, value) in tags {
        keys.push((format!("aws:ResourceTag/{key}"), value.clone()));
        keys.push((format!("iam:ResourceTag/{key}"), value));
    }
    Ok(keys)
}
