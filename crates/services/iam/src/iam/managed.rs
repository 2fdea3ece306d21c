//! Managed policies of users, groups and roles: attach, detach, list; and as permissions boundaries. AWS's own policies
//! (`arn:aws:iam::aws:policy/…`) are taken by their ARN; those of the account must be there.

use super::subject::Subject;
use super::{IamService, protected};
use crate::errors::{invalid_input, no_such_entity};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output};
use domain::AccountId;
use store::{StoreError, Thing};

/// AWS's quota for managed policies of an identity.
const MAX_ATTACHED: usize = 10;

/// Whether a policy may be somebody's by its ARN: it is AWS's or the account's.
fn is_attachable(account: &AccountId, arn: &str) -> bool {
    let owner = arn.split(':').nth(4);
    owner == Some("aws") || owner == Some(account.as_str())
}

/// Errors: what is no policy's ARN at all.
pub(super) fn check_arn(arn: &str) -> Result<(), ApiError> {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    let fits = |owner: &str| owner == "aws" || owner.len() == 12 && owner.bytes().all(|b| b.is_ascii_digit());
    match fields.as_slice() {
        ["arn", partition, "iam", "", owner, resource]
            if !partition.is_empty()
                && fits(owner)
                && resource.strip_prefix("policy/").is_some_and(|name| !name.is_empty()) =>
        {
            Ok(())
        }
        _ => Err(invalid_input(format!("ARN {arn} is not valid."))),
    }
}

pub(super) async fn attach(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let wire::AttachRolePolicyRequest { policy_arn, .. } = input.parse()?;
    check_arn(&policy_arn)?;
    protected::check(service, &of.who).await?;
    let unknown = || no_such_entity(format!("Policy {policy_arn} does not exist or is not attachable."));
    if !is_attachable(&of.who.account, &policy_arn) {
        return Err(unknown());
    }
    let attached = service.store.attach_policy(&of.who, &policy_arn, MAX_ATTACHED).await;
    attached.map_err(|error| match error {
        StoreError::NotFound(Thing::Policy) => unknown(),
        error => of.explain(&error, &policy_arn),
    })?;
    Ok(Output::empty())
}

pub(super) async fn detach(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let wire::DetachRolePolicyRequest { policy_arn, .. } = input.parse()?;
    check_arn(&policy_arn)?;
    protected::check(service, &of.who).await?;
    let detached = service.store.detach_policy(&of.who, &policy_arn).await;
    detached.map_err(|error| of.explain(&error, &policy_arn))?;
    Ok(Output::empty())
}

pub(super) async fn list(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let request: wire::ListAttachedRolePoliciesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let arns = service.store.attached_policies(&of.who, page.after.as_deref(), page.limit).await;
    let arns = arns.map_err(|error| of.explain(&error, ""))?;
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    let policies = arns.items.iter().filter(|arn| path(arn).starts_with(prefix));
    Output::of(&wire::ListAttachedRolePoliciesResponse {
        attached_policies: Some(policies.map(|arn| describe(arn)).collect()),
        is_truncated: Some(arns.more),
        marker: paging::marker(arns.more, arns.items.last().map(String::as_str)),
    })
}

pub(super) async fn put_boundary(
    service: &IamService,
    of: Subject,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::PutRolePermissionsBoundaryRequest { permissions_boundary, .. } = input.parse()?;
    check_boundary(&of.who.account, Some(&permissions_boundary))?;
    protected::check(service, &of.who).await?;
    let put = service.store.set_boundary(&of.who, Some(&permissions_boundary)).await;
    put.map_err(|error| of.explain_boundary(&error, Some(&permissions_boundary)))?;
    Ok(Output::empty())
}

pub(super) async fn delete_boundary(service: &IamService, of: Subject) -> Result<Output, ApiError> {
    protected::check(service, &of.who).await?;
    let deleted = service.store.set_boundary(&of.who, None).await;
    deleted.map_err(|error| of.explain(&error, ""))?;
    Ok(Output::empty())
}

/// Whether a policy may be a permissions boundary by its ARN.
pub(super) fn check_boundary(account: &AccountId, arn: Option<&str>) -> Result<(), ApiError> {
    let Some(arn) = arn else { return Ok(()) };
    check_arn(arn)?;
    if is_attachable(account, arn) { Ok(()) } else { Err(no_boundary(arn)) }
}

pub(super) fn no_boundary(arn: &str) -> ApiError {
    no_such_entity(format!("Scope ARN: {arn} does not exist or is not attachable."))
}

/// A permissions boundary as it is shown.
pub(super) fn show_boundary(arn: Option<&String>) -> Option<wire::AttachedPermissionsBoundary> {
    arn.map(|arn| wire::AttachedPermissionsBoundary {
        permissions_boundary_type: Some("Policy".to_owned()),
        permissions_boundary_arn: Some(arn.clone()),
    })
}

pub(super) fn describe(arn: &str) -> wire::AttachedPolicy {
    let name = arn.rsplit('/').next().unwrap_or(arn);
    wire::AttachedPolicy { policy_name: Some(name.to_owned()), policy_arn: Some(arn.to_owned()) }
}

/// `/service-role/` of `arn:aws:iam::aws:policy/service-role/X`.
pub(super) fn path(arn: &str) -> &str {
    let whole = arn.find(":policy").map_or("/", |at| &arn[at + ":policy".len()..]);
    whole.rfind('/').map_or("/", |at| &whole[..=at])
}

#[cfg(test)]
mod tests {
    #[test]
    fn arns() {
        for good in [
            "arn:aws:iam::aws:policy/X",
            "arn:aws-cn:iam::123456789012:policy/a/b/X",
            "arn:aws:iam::aws:policy/a",
        ] {
            assert!(super::check_arn(good).is_ok(), "{good}");
        }
        for bad in [
            "this is not an arn at all",
            "arn:aws:iam::aws:role/X-0000",
            "arn:aws:iam::123456789012:policy/",
            "arn:aws:iam::1234:policy/X",
            "arn:aws:iam:us-east-1:123456789012:policy/X",
            "arn:aws:sts::123456789012:policy/X",
        ] {
            let error = super::check_arn(bad).unwrap_err();
            assert_eq!((error.status, &*error.code), (400, "InvalidInput"), "{bad}");
            assert_eq!(error.message, format!("ARN {bad} is not valid."));
        }
    }

    #[test]
    fn paths() {
        assert_eq!(super::path("arn:aws:iam::aws:policy/service-role/X"), "/service-role/");
        assert_eq!(super::path("arn:aws:iam::aws:policy/X"), "/");
        assert_eq!(super::path(""), "/");
    }
}
