//! What a session is asked to have: policies, tags, a length.

use super::invalid;
use crate::documents::check_identity;
use crate::errors::{internal, validation};
use crate::tokens::packed_size;
use aws_wire::generated::sts as wire;
use aws_wire::{ApiError, Caller, SessionFacts};
use domain::{AccountId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::IamStore;

/// Managed session policies at most (API reference, `PolicyArns`).
const MAX_POLICIES: usize = 10;

/// Seconds, where nobody said otherwise (API reference, AssumeRole).
pub(super) const HOUR_S: u32 = 3_600;

/// Session policies, checked.
pub(super) async fn policies(
    store: &dyn IamStore,
    account: &AccountId,
    inline: Option<String>,
    managed: Option<Vec<wire::PolicyDescriptorType>>,
) -> Result<(Option<String>, Vec<String>), ApiError> {
    if let Some(document) = &inline {
        check_identity(document)?;
    }
    let arns: Vec<String> = managed.into_iter().flatten().filter_map(|policy| policy.arn).collect();
    if arns.len() > MAX_POLICIES {
        return Err(validation(format!("The number of policy ARNs cannot be more than {MAX_POLICIES}.")));
    }
    for arn in &arns {
        let document = store.managed_document(account, arn).await.map_err(|error| internal(&error))?;
        if document.is_none() {
            return Err(validation(format!("The policy {arn} does not exist or is not attachable.")));
        }
    }
    Ok((inline, arns))
}

/// Session tags: those of the request, and those that come down the chain. Which of them go on.
pub(super) fn tags(
    caller: &Caller,
    given: Vec<wire::Tag>,
    transitive: Vec<String>,
) -> Result<(BTreeMap<String, String>, BTreeSet<String>), ApiError> {
    let mut tags = BTreeMap::new();
    let mut folded = BTreeSet::new();
    for wire::Tag { key, value } in given {
        if !folded.insert(key.to_lowercase()) {
            return Err(invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive."));
        }
        tags.insert(key, value);
    }
    if !transitive.iter().all(|key| folded.contains(&key.to_lowercase())) {
        return Err(invalid("The specified transitive tag key must be included in the requested tags."));
    }
    let is_transitive =
        |key: &String| transitive.iter().any(|other| other.to_lowercase() == key.to_lowercase());
    let mut going_on: BTreeSet<String> = tags.keys().filter(|key| is_transitive(key)).cloned().collect();
    if let Some(session) = &caller.session {
        for key in &session.transitive_tags {
            if folded.contains(&key.to_lowercase()) {
                return Err(invalid(
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key \
                     from the calling session.",
                ));
            }
            if let Some(value) = session.tags.get(key) {
                tags.insert(key.clone(), value.clone());
                going_on.insert(key.clone());
            }
        }
    }
    Ok((tags, going_on))
}

/// Milliseconds after `now`.
pub(super) fn end(now: Timestamp, seconds: u32) -> Timestamp {
    Timestamp(now.0.saturating_add(i64::from(seconds) * 1_000))
}

/// How much of the room for policies and tags a session takes, if it has any; an error where it is too much.
pub(super) fn packed(facts: &SessionFacts) -> Result<Option<i32>, ApiError> {
    if !facts.has_policies() && facts.tags.is_empty() {
        return Ok(None);
    }
    let percent = packed_size(facts);
    if percent > 100 {
        let message =
            format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.");
        return Err(ApiError::new(400, "PackedPolicyTooLarge", message));
    }
    Ok(Some(percent))
}
