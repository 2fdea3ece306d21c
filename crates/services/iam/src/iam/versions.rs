//! Versions of managed policies: create, get, list, make the default, delete.

use super::IamService;
use super::policies::{check_document, find, find_to_remove, not_found};
use super::roles::seconds;
use crate::documents::show;
use crate::errors::{delete_conflict, internal, no_such_entity};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use store::{AwsPolicy, Conflict, ManagedPolicy, PolicyVersion, StoreError, Thing, aws_policy};

/// Versions of a policy at most (quotas of IAM).
const MAX_VERSIONS: usize = 5;

pub(super) async fn create_policy_version(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreatePolicyVersionRequest = input.parse()?;
    check_document(&request.policy_document)?;
    let policy = find(service, context, &request.policy_arn).await?;
    let default = request.set_as_default.unwrap_or(false);
    let (account, name, document) = (&policy.account, &policy.name, request.policy_document);
    let created = service
        .store
        .create_policy_version(account, name, document, context.now, default, MAX_VERSIONS)
        .await;
    let version = match created {
        Ok(version) => version,
        Err(StoreError::LimitExceeded(_)) => {
            let message = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an \
                           existing version.";
            return Err(ApiError::new(409, "LimitExceeded", message));
        }
        Err(error) => return Err(explain(&error, &request.policy_arn, "")),
    };
    let answer = wire::PolicyVersion {
        version_id: Some(format!("v{version}")),
        is_default_version: Some(default),
        create_date: Some(seconds(context.now)),
        ..Default::default()
    };
    Output::of(&wire::CreatePolicyVersionResponse { policy_version: Some(answer) })
}

pub(super) async fn get_policy_version(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetPolicyVersionRequest { policy_arn, version_id } = input.parse()?;
    if let Some(policy) = aws_policy(&policy_arn) {
        // Of AWS's own the newest version is the only one that is known.
        if number(&version_id) != Some(policy.version) {
            return Err(no_version(&policy_arn, &version_id));
        }
        let document = Some(show(&policy.document_in(&policy_arn)));
        let answer = wire::PolicyVersion { document, ..describe_aws(policy) };
        return Output::of(&wire::GetPolicyVersionResponse { policy_version: Some(answer) });
    }
    let policy = find(service, context, &policy_arn).await?;
    let versions = versions(service, &policy).await?;
    let version = versions.iter().find(|version| Some(version.version) == number(&version_id));
    let version = version.ok_or_else(|| no_version(&policy_arn, &version_id))?;
    let document = Some(show(&version.document));
    let answer = wire::PolicyVersion { document, ..describe(&policy, version) };
    Output::of(&wire::GetPolicyVersionResponse { policy_version: Some(answer) })
}

pub(super) async fn list_policy_versions(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListPolicyVersionsRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    if let Some(policy) = aws_policy(&request.policy_arn) {
        return Output::of(&wire::ListPolicyVersionsResponse {
            versions: Some(vec![describe_aws(policy)]),
            is_truncated: Some(false),
            marker: None,
        });
    }
    let policy = find(service, context, &request.policy_arn).await?;
    // The newest first; a page begins below the version that its marker names.
    let below = page.after.as_deref().and_then(number).unwrap_or(u32::MAX);
    let mut rest = versions(service, &policy).await?;
    rest.retain(|version| version.version < below);
    let more = rest.len() > page.limit;
    rest.truncate(page.limit);
    let last = rest.last().map(|version| format!("v{}", version.version));
    Output::of(&wire::ListPolicyVersionsResponse {
        versions: Some(rest.iter().map(|version| describe(&policy, version)).collect()),
        is_truncated: Some(more),
        marker: paging::marker(more, last.as_deref()),
    })
}

pub(super) async fn set_default_policy_version(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::SetDefaultPolicyVersionRequest { policy_arn, version_id } = input.parse()?;
    let policy = find(service, context, &policy_arn).await?;
    let version = number(&version_id).ok_or_else(|| no_version(&policy_arn, &version_id))?;
    let (account, name) = (&policy.account, &policy.name);
    let set = service.store.set_default_policy_version(account, name, version, context.now).await;
    set.map_err(|error| explain(&error, &policy_arn, &version_id))?;
    Ok(Output::empty())
}

pub(super) async fn delete_policy_version(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeletePolicyVersionRequest { policy_arn, version_id } = input.parse()?;
    let name = find_to_remove(service, context, &policy_arn).await?;
    let version = number(&version_id).ok_or_else(|| no_version(&policy_arn, &version_id))?;
    let deleted = service.store.delete_policy_version(&context.caller.account, &name, version).await;
    deleted.map_err(|error| explain(&error, &policy_arn, &version_id))?;
    Ok(Output::empty())
}

async fn versions(service: &IamService, policy: &ManagedPolicy) -> Result<Vec<PolicyVersion>, ApiError> {
    let versions = service.store.policy_versions(&policy.account, &policy.name).await;
    versions.map_err(|error| explain(&error, &policy.arn(), ""))
}

/// 3 of `v3`.
fn number(id: &str) -> Option<u32> {
    id.strip_prefix('v').and_then(|digits| digits.parse().ok())
}

fn explain(error: &StoreError, arn: &str, version: &str) -> ApiError {
    match error {
        StoreError::NotFound(Thing::Version) => no_version(arn, version),
        StoreError::NotFound(_) => not_found(arn),
        StoreError::Conflict(Conflict::DefaultVersion) => {
            delete_conflict("Cannot delete the default version of a policy.")
        }
        other => internal(other),
    }
}

fn no_version(arn: &str, version: &str) -> ApiError {
    no_such_entity(format!("Policy {arn} version {version} does not exist or is not attachable."))
}

pub(super) fn describe(policy: &ManagedPolicy, version: &PolicyVersion) -> wire::PolicyVersion {
    wire::PolicyVersion {
        version_id: Some(format!("v{}", version.version)),
        is_default_version: Some(version.version == policy.default_version),
        create_date: Some(seconds(version.created)),
        ..Default::default()
    }
}

fn describe_aws(policy: &AwsPolicy) -> wire::PolicyVersion {
    wire::PolicyVersion {
        version_id: Some(format!("v{}", policy.version)),
        is_default_version: Some(true),
        create_date: Some(seconds(Timestamp(policy.updated_ms))),
        ..Default::default()
    }
}
