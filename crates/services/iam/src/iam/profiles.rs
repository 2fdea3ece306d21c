//! Instance profiles: create, get, list, delete, and their role.

use super::IamService;
use super::roles::{describe as describe_role, seconds, show_tags, tags};
use super::subject::{missing, tied};
use crate::errors::{internal, limit, no_such_entity};
use crate::ids::unique_id;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{IdentityName, InstanceProfile, Page, StoreError, Thing};

fn no_profile(name: &str) -> ApiError {
    no_such_entity(format!("Instance Profile {name} cannot be found."))
}

fn explain(context: &RequestContext, error: &StoreError, name: &str, role: &str) -> ApiError {
    match error {
        StoreError::NotFound(Thing::Role) => missing(&IdentityName::role(&context.caller.account, role)),
        StoreError::NotFound(_) => no_profile(name),
        StoreError::AlreadyExists(_) => {
            let message = format!("Instance Profile {name} already exists.");
            ApiError::new(409, "EntityAlreadyExists", message)
        }
        StoreError::LimitExceeded(quota) => limit("InstanceSessionsPerInstanceProfile", *quota),
        StoreError::Conflict(conflict) => tied(conflict),
        error => internal(error),
    }
}

/// The profile of a name.
pub(super) async fn find(
    service: &IamService,
    context: &RequestContext,
    name: &str,
) -> Result<InstanceProfile, ApiError> {
    let found = service.store.instance_profile(&context.caller.account, name).await;
    found.map_err(|error| internal(&error))?.ok_or_else(|| no_profile(name))
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateInstanceProfileRequest = input.parse()?;
    let profile = InstanceProfile {
        account: context.caller.account.clone(),
        partition: context.scope.region.partition().to_owned(),
        path: request.path.unwrap_or_else(|| "/".to_owned()),
        name: request.instance_profile_name,
        id: unique_id::<17>("AIPA").map_err(|_| ApiError::internal())?,
        created: context.now,
        tags: tags(request.tags.unwrap_or_default())?,
        role: None,
    };
    let created = service.store.create_instance_profile(profile.clone()).await;
    created.map_err(|error| explain(context, &error, &profile.name, ""))?;
    Output::of(&wire::CreateInstanceProfileResponse { instance_profile: describe(&profile) })
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetInstanceProfileRequest { instance_profile_name } = input.parse()?;
    let profile = find(service, context, &instance_profile_name).await?;
    Output::of(&wire::GetInstanceProfileResponse { instance_profile: describe(&profile) })
}

/// ListInstanceProfiles, and those of a role.
pub(super) async fn list(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let role = input.members.get("RoleName").and_then(|name| name.as_str()).map(str::to_owned);
    let request: wire::ListInstanceProfilesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    let (account, role, after) = (&context.caller.account, role.as_deref(), page.after.as_deref());
    let found = service.store.list_instance_profiles(account, prefix, role, after, page.limit).await;
    let Page { items, more } =
        found.map_err(|error| explain(context, &error, "", role.unwrap_or_default()))?;
    let short = |profile: &InstanceProfile| wire::InstanceProfile { tags: None, ..describe(profile) };
    Output::of(&wire::ListInstanceProfilesResponse {
        instance_profiles: items.iter().map(short).collect(),
        is_truncated: Some(more),
        marker: paging::marker(more, items.last().map(|profile| profile.name.as_str())),
    })
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteInstanceProfileRequest { instance_profile_name: name } = input.parse()?;
    let deleted = service.store.delete_instance_profile(&context.caller.account, &name).await;
    deleted.map_err(|error| explain(context, &error, &name, ""))?;
    Ok(Output::empty())
}

pub(super) async fn add_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::AddRoleToInstanceProfileRequest { instance_profile_name: name, role_name } = input.parse()?;
    let added = service.store.add_role_to_profile(&context.caller.account, &name, &role_name).await;
    added.map_err(|error| explain(context, &error, &name, &role_name))?;
    Ok(Output::empty())
}

pub(super) async fn remove_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::RemoveRoleFromInstanceProfileRequest { instance_profile_name: name, role_name } =
        input.parse()?;
    let removed = service.store.remove_role_from_profile(&context.caller.account, &name, &role_name).await;
    removed.map_err(|error| explain(context, &error, &name, &role_name))?;
    Ok(Output::empty())
}

pub(super) fn describe(profile: &InstanceProfile) -> wire::InstanceProfile {
    let tags = show_tags(&profile.tags);
    wire::InstanceProfile {
        path: profile.path.clone(),
        instance_profile_name: profile.name.clone(),
        instance_profile_id: profile.id.clone(),
        arn: profile.arn(),
        create_date: seconds(profile.created),
        roles: profile.role.iter().map(describe_role).collect(),
        tags: (!tags.is_empty()).then_some(tags),
    }
}
