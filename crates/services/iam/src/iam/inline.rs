//! Inline policies of users, groups and roles: put, get, delete, list.

use super::subject::{Subject, answer};
use super::{IamService, protected};
use crate::documents::{check_identity, show};
use crate::errors::no_such_entity;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output};
use store::{IdentityKind, StoreError};

/// Characters of all inline policies of an identity at most, white space not counted (quotas of IAM).
fn max_characters(kind: IdentityKind) -> usize {
    match kind {
        IdentityKind::User => 2_048,
        IdentityKind::Group => 5_120,
        IdentityKind::Role => 10_240,
    }
}

pub(super) async fn put(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let wire::PutRolePolicyRequest { policy_name, policy_document, .. } = input.parse()?;
    check_identity(&policy_document)?;
    protected::check(service, &of.who).await?;
    let limit = max_characters(of.who.kind);
    let put = service.store.put_inline_policy(&of.who, &policy_name, &policy_document, limit).await;
    put.map_err(|error| match error {
        StoreError::LimitExceeded(limit) => {
            let (kind, name) = (of.who.kind.word(), &of.who.name);
            let message = format!("Maximum policy size of {limit} bytes exceeded for {kind} {name}");
            ApiError::new(409, "LimitExceeded", message)
        }
        error => of.explain(&error, &policy_name),
    })?;
    Ok(Output::empty())
}

pub(super) async fn get(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let wire::GetRolePolicyRequest { policy_name, .. } = input.parse()?;
    let document = service.store.inline_policy(&of.who, &policy_name).await;
    let document = document.map_err(|error| of.explain(&error, &policy_name))?;
    let missing = || {
        let kind = of.who.kind.word();
        no_such_entity(format!("The {kind} policy with name {policy_name} cannot be found."))
    };
    let policy_document = show(&document.ok_or_else(missing)?);
    let role_name = of.who.name.clone();
    answer(&of.who, &wire::GetRolePolicyResponse { role_name, policy_name, policy_document })
}

pub(super) async fn delete(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let wire::DeleteRolePolicyRequest { policy_name, .. } = input.parse()?;
    protected::check(service, &of.who).await?;
    let deleted = service.store.delete_inline_policy(&of.who, &policy_name).await;
    deleted.map_err(|error| of.explain(&error, &policy_name))?;
    Ok(Output::empty())
}

pub(super) async fn list(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let request: wire::ListRolePoliciesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let names = service.store.inline_policies(&of.who, page.after.as_deref(), page.limit).await;
    let names = names.map_err(|error| of.explain(&error, ""))?;
    Output::of(&wire::ListRolePoliciesResponse {
        is_truncated: Some(names.more),
        marker: paging::marker(names.more, names.items.last().map(String::as_str)),
        policy_names: names.items,
    })
}
