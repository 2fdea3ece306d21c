//! Managed policies of a role: attach, detach, list. AWS's own policies (`arn:aws:iam::aws:policy/…`) are taken by
//! their ARN; policies of the account cannot be created yet, so there are none.

use super::IamService;
use crate::errors::{explain, no_such_entity};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};

/// AWS's quota for managed policies of a role.
const MAX_ATTACHED: usize = 10;

pub(super) async fn attach_role_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::AttachRolePolicyRequest { role_name, policy_arn } = input.parse()?;
    let of_aws = policy_arn.split(':').nth(4) == Some("aws") && policy_arn.contains(":policy/");
    if !of_aws {
        return Err(no_such_entity(format!("Policy {policy_arn} does not exist or is not attachable.")));
    }
    let account = &context.caller.account;
    let attached = service.store.attach_policy(account, &role_name, &policy_arn, MAX_ATTACHED).await;
    attached.map_err(|error| explain(&error, &role_name, &policy_arn))?;
    Ok(Output::empty())
}

pub(super) async fn detach_role_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DetachRolePolicyRequest { role_name, policy_arn } = input.parse()?;
    let detached = service.store.detach_policy(&context.caller.account, &role_name, &policy_arn).await;
    detached.map_err(|error| explain(&error, &role_name, &policy_arn))?;
    Ok(Output::empty())
}

pub(super) async fn list_attached_role_policies(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListAttachedRolePoliciesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let (account, role) = (&context.caller.account, &request.role_name);
    let arns = service.store.attached_policies(account, role, page.after.as_deref(), page.limit).await;
    let arns = arns.map_err(|error| explain(&error, role, ""))?;
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    let policies = arns.items.iter().filter(|arn| path(arn).starts_with(prefix));
    Output::of(&wire::ListAttachedRolePoliciesResponse {
        attached_policies: Some(policies.map(|arn| describe(arn)).collect()),
        is_truncated: Some(arns.more),
        marker: paging::marker(arns.more, arns.items.last().map(String::as_str)),
    })
}

fn describe(arn: &str) -> wire::AttachedPolicy {
    let name = arn.rsplit('/').next().unwrap_or(arn);
    wire::AttachedPolicy { policy_name: Some(name.to_owned()), policy_arn: Some(arn.to_owned()) }
}

/// `/service-role/` of `arn:aws:iam::aws:policy/service-role/X`.
fn path(arn: &str) -> &str {
    let whole = arn.find(":policy").map_or("/", |at| &arn[at + ":policy".len()..]);
    whole.rfind('/').map_or("/", |at| &whole[..=at])
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths() {
        assert_eq!(super::path("arn:aws:iam::aws:policy/service-role/X"), "/service-role/");
        assert_eq!(super::path("arn:aws:iam::aws:policy/X"), "/");
        assert_eq!(super::path(""), "/");
    }
}
