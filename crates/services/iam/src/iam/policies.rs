//! Managed policies of the account: CreatePolicy, GetPolicy, ListPolicies, DeletePolicy, ListEntitiesForPolicy; and AWS's own
//! as far as the store knows them.

use super::IamService;
use super::managed::check_arn;
use super::roles::{seconds, show_tags, tags};
use crate::documents::check_identity;
use crate::errors::{delete_conflict, internal, no_such_entity, unchanged, validation};
use crate::ids::unique_id;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use store::{
    AwsPolicy, Conflict, HolderFilter, IdentityKind, ManagedPolicy, PolicyFilter, PolicyHolder, PolicyUse,
    StoreError, aws_policies, aws_policy,
};

/// Characters of a managed policy's document at most, white space not counted (quotas of IAM).
const MAX_CHARACTERS: usize = 6_144;

/// Whether a document may be a managed policy.
pub(super) fn check_document(document: &str) -> Result<(), ApiError> {
    check_identity(document)?;
    if document.chars().filter(|c| !c.is_whitespace()).count() > MAX_CHARACTERS {
        let message = format!("Cannot exceed quota for PolicySize: {MAX_CHARACTERS}");
        return Err(ApiError::new(409, "LimitExceeded", message));
    }
    Ok(())
}

pub(super) async fn create_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreatePolicyRequest = input.parse()?;
    check_document(&request.policy_document)?;
    let policy = ManagedPolicy {
        account: context.caller.account.clone(),
        partition: context.scope.region.partition().to_owned(),
        path: request.path.unwrap_or_else(|| "/".to_owned()),
        name: request.policy_name,
        id: unique_id::<17>("ANPA").map_err(|_| ApiError::internal())?,
        description: request.description,
        default_version: 1,
        created: context.now,
        updated: context.now,
        tags: tags(request.tags.unwrap_or_default())?,
        attached: 0,
        bounds: 0,
    };
    match service.store.create_policy(policy.clone(), request.policy_document).await {
        Ok(()) => {}
        Err(StoreError::AlreadyExists(_)) => {
            let message =
                format!("A policy called {} already exists. Duplicate names are not allowed.", policy.name);
            return Err(ApiError::new(409, "EntityAlreadyExists", message));
        }
        Err(error) => return Err(internal(&error)),
    }
    // The answer to the creation says nothing of the description, and of tags only where there are some, as on AWS.
    let described = describe(&policy);
    let tags = described.tags.filter(|tags| !tags.is_empty());
    let answer = wire::Policy { description: None, tags, ..described };
    Output::of(&wire::CreatePolicyResponse { policy: Some(answer) })
}

pub(super) async fn get_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetPolicyRequest { policy_arn } = input.parse()?;
    let policy = match aws_policy(&policy_arn) {
        Some(policy) => describe_aws(service, context, policy).await?,
        None => describe(&find(service, context, &policy_arn).await?),
    };
    Output::of(&wire::GetPolicyResponse { policy: Some(policy) })
}

/// A list has the account's policies first and AWS's then; a marker says in which part it is.
const OWN: &str = "own/";
const OF_AWS: &str = "aws/";

pub(super) async fn list_policies(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListPoliciesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let used = match (request.policy_usage_filter.as_deref(), request.only_attached.unwrap_or(false)) {
        (Some("PermissionsBoundary"), _) => Some(PolicyUse::Boundary),
        (Some(_), _) => Some(PolicyUse::Attached),
        (None, true) => Some(PolicyUse::Either),
        (None, false) => None,
    };
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    let scope = request.scope.as_deref().unwrap_or("All");
    let after = page.after.as_deref().unwrap_or_default();
    let mut found: Vec<wire::Policy> = Vec::new();
    if scope != "AWS" && !after.starts_with(OF_AWS) {
        let filter = PolicyFilter { path_prefix: prefix.to_owned(), used };
        let after = after.strip_prefix(OWN);
        let own = service.store.list_policies(&context.caller.account, filter, after, page.limit).await;
        let own = own.map_err(|error| internal(&error))?;
        found.extend(own.items.iter().map(describe));
        if own.more {
            return answer_list(found, true, OWN);
        }
    }
    if scope != "Local" {
        let after = after.strip_prefix(OF_AWS).unwrap_or_default();
        let rest = aws_policies().filter(|policy| policy.name.as_str() > after);
        for policy in rest.filter(|policy| policy.path.starts_with(prefix)) {
            let policy = describe_aws(service, context, policy).await?;
            let (attached, bounds) = (policy.attachment_count, policy.permissions_boundary_usage_count);
            let wanted = match used {
                None => true,
                Some(PolicyUse::Attached) => attached > Some(0),
                Some(PolicyUse::Boundary) => bounds > Some(0),
                Some(PolicyUse::Either) => attached > Some(0) || bounds > Some(0),
            };
            if wanted && found.len() == page.limit {
                // Nothing of AWS's may be on this page yet.
                let part = if found.last().is_some_and(is_of_aws) { OF_AWS } else { OWN };
                return answer_list(found, true, part);
            }
            found.extend(wanted.then_some(policy));
        }
    }
    answer_list(found, false, OWN)
}

fn is_of_aws(policy: &wire::Policy) -> bool {
    policy.arn.as_deref().and_then(|arn| arn.split(':').nth(4)) == Some("aws")
}

fn answer_list(policies: Vec<wire::Policy>, more: bool, part: &str) -> Result<Output, ApiError> {
    let last = policies.last().and_then(|policy| policy.policy_name.as_deref());
    let marker = paging::marker(more, last.map(|name| format!("{part}{name}")).as_deref());
    // Lists have neither tags nor descriptions (API reference).
    let short = |policy| wire::Policy { description: None, tags: None, ..policy };
    Output::of(&wire::ListPoliciesResponse {
        policies: Some(policies.into_iter().map(short).collect()),
        is_truncated: Some(more),
        marker,
    })
}

pub(super) async fn delete_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeletePolicyRequest { policy_arn } = input.parse()?;
    let name = find_to_remove(service, context, &policy_arn).await?;
    match service.store.delete_policy(&context.caller.account, &name).await {
        Ok(()) => Ok(Output::empty()),
        Err(StoreError::Conflict(Conflict::InUse)) => {
            Err(delete_conflict("Cannot delete a policy attached to entities."))
        }
        Err(StoreError::Conflict(Conflict::Versions)) => Err(delete_conflict(
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. \
             The default version is deleted with the policy.",
        )),
        Err(error) => Err(unchanged(&error, || not_found(&policy_arn))),
    }
}

pub(super) async fn list_entities_for_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListEntitiesForPolicyRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    check_arn(&request.policy_arn)?;
    let is_of_aws = request.policy_arn.split(':').nth(4) == Some("aws");
    if !is_of_aws {
        find(service, context, &request.policy_arn).await?;
    }
    let kind = match request.entity_filter.as_deref() {
        Some("User") => Some(IdentityKind::User),
        Some("Group") => Some(IdentityKind::Group),
        Some("Role") => Some(IdentityKind::Role),
        // Of policies, AWS's or one's own, no identity has any.
        Some(_) => return Output::of(&wire::ListEntitiesForPolicyResponse::default()),
        None => None,
    };
    let used = match request.policy_usage_filter.as_deref() {
        Some("PermissionsBoundary") => PolicyUse::Boundary,
        Some(_) => PolicyUse::Attached,
        None => PolicyUse::Either,
    };
    let path_prefix = request.path_prefix.unwrap_or_else(|| "/".to_owned());
    let after = page.after.as_deref().map(after_holder).transpose()?;
    let (account, filter) = (&context.caller.account, HolderFilter { kind, path_prefix, used });
    let holders = service.store.policy_holders(account, &request.policy_arn, filter, after, page.limit).await;
    let holders = holders.map_err(|error| internal(&error))?;
    let last = holders.items.last().map(|holder| format!("{}/{}", holder.kind.word(), holder.name));
    let of = |kind| holders.items.iter().filter(move |holder: &&PolicyHolder| holder.kind == kind);
    let both = |holder: &PolicyHolder| (Some(holder.name.clone()), Some(holder.id.clone()));
    let user = |holder| {
        let (user_name, user_id) = both(holder);
        wire::PolicyUser { user_name, user_id }
    };
    let group = |holder| {
        let (group_name, group_id) = both(holder);
        wire::PolicyGroup { group_name, group_id }
    };
    let role = |holder| {
        let (role_name, role_id) = both(holder);
        wire::PolicyRole { role_name, role_id }
    };
    Output::of(&wire::ListEntitiesForPolicyResponse {
        policy_groups: Some(of(IdentityKind::Group).map(group).collect()),
        policy_users: Some(of(IdentityKind::User).map(user).collect()),
        policy_roles: Some(of(IdentityKind::Role).map(role).collect()),
        is_truncated: Some(holders.more),
        marker: paging::marker(holders.more, last.as_deref()),
    })
}

fn after_holder(marker: &str) -> Result<(IdentityKind, &str), ApiError> {
    let (word, name) = marker.split_once('/').unwrap_or_default();
    let kind = IdentityKind::ALL.into_iter().find(|kind| kind.word() == word);
    kind.map(|kind| (kind, name)).ok_or_else(|| validation("Invalid Marker."))
}

/// The policy of an ARN.
pub(super) async fn find(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
) -> Result<ManagedPolicy, ApiError> {
    check_arn(arn)?;
    let name = arn.rsplit('/').next().unwrap_or_default();
    let found = service.store.policy(&context.caller.account, name).await;
    let found = found.map_err(|error| internal(&error))?.filter(|policy| policy.arn() == arn);
    found.ok_or_else(|| not_found(arn))
}

/// The name of a policy that something is taken from: that can be done to one that somebody else has changed.
pub(super) async fn find_to_remove(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
) -> Result<String, ApiError> {
    check_arn(arn)?;
    let name = arn.rsplit('/').next().unwrap_or_default().to_owned();
    match service.store.policy(&context.caller.account, &name).await {
        Ok(Some(policy)) if policy.arn() == arn => Ok(name),
        Err(StoreError::Corrupt(_)) => Ok(name),
        Ok(_) => Err(not_found(arn)),
        Err(error) => Err(internal(&error)),
    }
}

pub(super) fn not_found(arn: &str) -> ApiError {
    no_such_entity(format!("Policy {arn} was not found."))
}

pub(super) fn describe(policy: &ManagedPolicy) -> wire::Policy {
    wire::Policy {
        policy_name: Some(policy.name.clone()),
        policy_id: Some(policy.id.clone()),
        arn: Some(policy.arn()),
        path: Some(policy.path.clone()),
        default_version_id: Some(format!("v{}", policy.default_version)),
        attachment_count: Some(i32::try_from(policy.attached).unwrap_or(i32::MAX)),
        permissions_boundary_usage_count: i32::try_from(policy.bounds).ok(),
        is_attachable: Some(true),
        description: policy.description.clone(),
        create_date: Some(seconds(policy.created)),
        update_date: Some(seconds(policy.updated)),
        tags: Some(show_tags(&policy.tags)),
    }
}

async fn describe_aws(
    service: &IamService,
    context: &RequestContext,
    policy: &AwsPolicy,
) -> Result<wire::Policy, ApiError> {
    let arn = policy.arn(context.scope.region.partition());
    let uses = service.store.policy_uses(&context.caller.account, &arn).await;
    let (attached, bounds) = uses.map_err(|error| internal(&error))?;
    Ok(wire::Policy {
        policy_name: Some(policy.name.clone()),
        policy_id: Some(policy.id.clone()),
        arn: Some(arn),
        path: Some(policy.path.clone()),
        default_version_id: Some(format!("v{}", policy.version)),
        attachment_count: i32::try_from(attached).ok(),
        permissions_boundary_usage_count: i32::try_from(bounds).ok(),
        is_attachable: Some(true),
        create_date: Some(seconds(Timestamp(policy.created_ms))),
        update_date: Some(seconds(Timestamp(policy.updated_ms))),
        tags: Some(Vec::new()),
        ..Default::default()
    })
}
