//! CreateRole, GetRole, DeleteRole and ListRoles.

use super::IamService;
use crate::documents::{check_trust, show};
use crate::errors::{explain, no_such_role, validation};
use crate::ids::unique_id;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use std::collections::BTreeMap;
use store::Role;

/// An hour, where none was given (API reference).
const DEFAULT_SESSION_S: u32 = 3_600;
/// Tags of a role at most.
const MAX_TAGS: usize = 50;

pub(super) async fn create_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateRoleRequest = input.parse()?;
    check_trust(&request.assume_role_policy_document)?;
    if request.permissions_boundary.is_some() {
        return Err(validation("PermissionsBoundary is not built in Tenfold yet."));
    }
    let role = Role {
        account: context.caller.account.clone(),
        partition: context.scope.region.partition().to_owned(),
        path: request.path.unwrap_or_else(|| "/".to_owned()),
        name: request.role_name,
        id: unique_id::<17>("AROA").map_err(|_| ApiError::internal())?,
        assume_role_document: request.assume_role_policy_document,
        description: request.description,
        max_session_s: request
            .max_session_duration
            .and_then(|s| u32::try_from(s).ok())
            .unwrap_or(DEFAULT_SESSION_S),
        created: context.now,
        tags: tags(request.tags.unwrap_or_default())?,
    };
    let created = service.store.create_role(role.clone()).await;
    created.map_err(|error| explain(&error, &role.name, ""))?;
    // The answer to the creation says nothing of the session's length, as on AWS.
    let answer = wire::Role { max_session_duration: None, ..describe(&role) };
    Output::of(&wire::CreateRoleResponse { role: answer })
}

fn tags(given: Vec<wire::Tag>) -> Result<BTreeMap<String, String>, ApiError> {
    let count = given.len();
    let tags: BTreeMap<String, String> = given.into_iter().map(|tag| (tag.key, tag.value)).collect();
    if tags.len() != count {
        return Err(ApiError::new(
            400,
            "InvalidInput",
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ));
    }
    if tags.len() > MAX_TAGS {
        return Err(validation(format!("A role can have at most {MAX_TAGS} tags.")));
    }
    Ok(tags)
}

pub(super) async fn get_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetRoleRequest = input.parse()?;
    let name = &request.role_name;
    let role = service.store.role(&context.caller.account, name).await;
    let role = role.map_err(|error| explain(&error, name, ""))?.ok_or_else(|| no_such_role(name))?;
    let used = Some(wire::RoleLastUsed::default());
    Output::of(&wire::GetRoleResponse { role: wire::Role { role_last_used: used, ..describe(&role) } })
}

pub(super) async fn delete_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteRoleRequest = input.parse()?;
    let deleted = service.store.delete_role(&context.caller.account, &request.role_name).await;
    deleted.map_err(|error| explain(&error, &request.role_name, ""))?;
    Ok(Output::empty())
}

pub(super) async fn list_roles(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListRolesRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    let after = page.after.as_deref();
    let roles = service.store.list_roles(&context.caller.account, prefix, after, page.limit).await;
    let roles = roles.map_err(|error| explain(&error, "", ""))?;
    Output::of(&wire::ListRolesResponse {
        // Lists have no tags (API reference).
        roles: roles.items.iter().map(|role| wire::Role { tags: None, ..describe(role) }).collect(),
        is_truncated: Some(roles.more),
        marker: paging::marker(roles.more, roles.items.last().map(|role| role.name.as_str())),
    })
}

/// Milliseconds to the seconds that IAM answers with.
pub(super) fn seconds(time: domain::Timestamp) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of any date have few digits")]
    let seconds = time.0.div_euclid(1_000) as f64;
    seconds
}

fn describe(role: &Role) -> wire::Role {
    let tags: Vec<wire::Tag> =
        role.tags.iter().map(|(key, value)| wire::Tag { key: key.clone(), value: value.clone() }).collect();
    wire::Role {
        path: role.path.clone(),
        role_name: role.name.clone(),
        role_id: role.id.clone(),
        arn: role.arn(),
        create_date: seconds(role.created),
        assume_role_policy_document: Some(show(&role.assume_role_document)),
        description: role.description.clone(),
        max_session_duration: i32::try_from(role.max_session_s).ok(),
        tags: (!tags.is_empty()).then_some(tags),
        ..Default::default()
    }
}
