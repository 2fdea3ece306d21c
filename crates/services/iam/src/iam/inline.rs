//! Inline policies of a role: put, get, delete, list.

use super::IamService;
use crate::documents::{check_identity, show};
use crate::errors::{explain, no_such_entity};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(super) async fn put_role_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::PutRolePolicyRequest { role_name, policy_name, policy_document } = input.parse()?;
    check_identity(&policy_document)?;
    let account = &context.caller.account;
    let put = service.store.put_inline_policy(account, &role_name, &policy_name, &policy_document).await;
    put.map_err(|error| explain(&error, &role_name, &policy_name))?;
    Ok(Output::empty())
}

pub(super) async fn get_role_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetRolePolicyRequest { role_name, policy_name } = input.parse()?;
    let document = service.store.inline_policy(&context.caller.account, &role_name, &policy_name).await;
    let document = document.map_err(|error| explain(&error, &role_name, &policy_name))?;
    let document = document
        .ok_or_else(|| no_such_entity(format!("The role policy with name {policy_name} cannot be found.")))?;
    Output::of(&wire::GetRolePolicyResponse { role_name, policy_name, policy_document: show(&document) })
}

pub(super) async fn delete_role_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteRolePolicyRequest { role_name, policy_name } = input.parse()?;
    let deleted = service.store.delete_inline_policy(&context.caller.account, &role_name, &policy_name).await;
    deleted.map_err(|error| explain(&error, &role_name, &policy_name))?;
    Ok(Output::empty())
}

pub(super) async fn list_role_policies(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListRolePoliciesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let (account, role) = (&context.caller.account, &request.role_name);
    let names = service.store.inline_policies(account, role, page.after.as_deref(), page.limit).await;
    let names = names.map_err(|error| explain(&error, role, ""))?;
    Output::of(&wire::ListRolePoliciesResponse {
        is_truncated: Some(names.more),
        marker: paging::marker(names.more, names.items.last().map(String::as_str)),
        policy_names: names.items,
    })
}
