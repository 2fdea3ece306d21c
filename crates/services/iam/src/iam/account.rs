//! The account as a whole: its alias, GetAccountSummary.

use super::IamService;
use crate::errors::{internal, no_such_entity, unchanged};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::StoreError;

pub(super) async fn create_alias(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::CreateAccountAliasRequest { account_alias: alias } = input.parse()?;
    let set = service.store.set_account_alias(&context.caller.account, &alias).await;
    set.map_err(|error| match error {
        StoreError::AlreadyExists(_) => {
            let message = format!("The account alias {alias} already exists.");
            ApiError::new(409, "EntityAlreadyExists", message)
        }
        error => internal(&error),
    })?;
    Ok(Output::empty())
}

pub(super) async fn delete_alias(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteAccountAliasRequest { account_alias: alias } = input.parse()?;
    let removed = service.store.remove_account_alias(&context.caller.account, &alias).await;
    let missing = || no_such_entity(format!("The account alias {alias} cannot be found."));
    removed.map_err(|error| unchanged(&error, missing))?;
    Ok(Output::empty())
}

pub(super) async fn list_aliases(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let alias = service.store.account_alias(&context.caller.account).await;
    Output::of(&wire::ListAccountAliasesResponse {
        account_aliases: alias.map_err(|error| internal(&error))?.into_iter().collect(),
        is_truncated: Some(false),
        marker: None,
    })
}

/// What there is, and AWS's quotas.
pub(super) async fn summary(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let counts = service.store.account_counts(&context.caller.account).await;
    let counts = counts.map_err(|error| internal(&error))?;
    let number = |count: u64| i32::try_from(count).unwrap_or(i32::MAX);
    let entries = [
        ("Users", number(counts.users)),
        ("UsersQuota", 5_000),
        ("Groups", number(counts.groups)),
        ("GroupsQuota", 300),
        ("Roles", number(counts.roles)),
        ("RolesQuota", 1_000),
        ("Policies", number(counts.policies)),
        ("PoliciesQuota", 1_500),
        ("PolicyVersionsInUse", number(counts.policy_versions)),
        ("PolicyVersionsInUseQuota", 10_000),
        ("PolicySizeQuota", 6_144),
        ("VersionsPerPolicyQuota", 5),
        ("InstanceProfiles", number(counts.instance_profiles)),
        ("InstanceProfilesQuota", 1_000),
        ("Providers", number(counts.providers)),
        ("AccessKeysPerUserQuota", 2),
        ("GroupsPerUserQuota", 10),
        ("AttachedPoliciesPerUserQuota", 10),
        ("AttachedPoliciesPerGroupQuota", 10),
        ("AttachedPoliciesPerRoleQuota", 10),
        ("UserPolicySizeQuota", 2_048),
        ("GroupPolicySizeQuota", 5_120),
        ("RolePolicySizeQuota", 10_240),
        ("AssumeRolePolicySizeQuota", 2_048),
        ("SigningCertificatesPerUserQuota", 2),
        ("ServerCertificates", number(counts.server_certificates)),
        ("ServerCertificatesQuota", 20),
        ("MFADevices", number(counts.mfa_devices)),
        ("MFADevicesInUse", number(counts.mfa_devices_in_use)),
        ("AccountMFAEnabled", 0),
        ("AccountAccessKeysPresent", 1),
        ("AccountSigningCertificatesPresent", 0),
        ("AccountPasswordPresent", 0),
        ("GlobalEndpointTokenVersion", 1),
    ];
    let summary = entries.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    Output::of(&wire::GetAccountSummaryResponse { summary_map: Some(summary) })
}
