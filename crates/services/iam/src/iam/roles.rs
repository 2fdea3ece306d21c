//! CreateRole, GetRole, ListRoles, and what changes roles.

use super::managed::{check_boundary, show_boundary};
use super::subject::{Subject, missing};
use super::{IamService, protected};
use crate::documents::{check_trust, show};
use crate::errors::{internal, invalid_input, limit, validation};
use crate::ids::unique_id;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use std::collections::{BTreeMap, BTreeSet};
use store::{IdentityName, Role, RoleChange, StoreError};

/// An hour, where none was given (API reference).
pub(super) const DEFAULT_SESSION_S: u32 = 3_600;
/// Characters of a trust policy at most, white space not counted (quotas of IAM).
const MAX_TRUST_CHARACTERS: usize = 2_048;
/// Tags of a role, and of a policy, at most.
pub(super) const MAX_TAGS: usize = 50;

fn check_trust_policy(document: &str) -> Result<(), ApiError> {
    check_trust(document)?;
    match document.chars().filter(|c| !c.is_whitespace()).count() > MAX_TRUST_CHARACTERS {
        true => Err(limit("ACLSizePerRole", MAX_TRUST_CHARACTERS)),
        false => Ok(()),
    }
}

pub(super) async fn create_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateRoleRequest = input.parse()?;
    check_trust_policy(&request.assume_role_policy_document)?;
    if request.path.as_deref().is_some_and(|path| path.starts_with(protected::PATH)) {
        return Err(invalid_input(format!(
            "Roles below {} are made by CreateServiceLinkedRole.",
            protected::PATH
        )));
    }
    check_boundary(&context.caller.account, request.permissions_boundary.as_deref())?;
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
        boundary: request.permissions_boundary,
        tags: folded_tags(request.tags.unwrap_or_default())?,
    };
    let created = service.store.create_role(role.clone()).await;
    let of = Subject { who: IdentityName::role(&role.account, &role.name) };
    created.map_err(|error| of.explain_boundary(&error, role.boundary.as_deref()))?;
    // The answer to the creation says nothing of the session's length, as on AWS.
    let answer = wire::Role { max_session_duration: None, ..describe(&role) };
    Output::of(&wire::CreateRoleResponse { role: answer })
}

/// Tags of users and roles, whose keys may not differ in case alone.
pub(super) fn folded_tags(given: Vec<wire::Tag>) -> Result<BTreeMap<String, String>, ApiError> {
    let folded: BTreeSet<String> = given.iter().map(|tag| tag.key.to_lowercase()).collect();
    if folded.len() != given.len() { Err(duplicate_tags()) } else { tags(given) }
}

fn duplicate_tags() -> ApiError {
    invalid_input("Duplicate tag keys found. Please note that Tag keys are case insensitive.")
}

pub(super) fn tags(given: Vec<wire::Tag>) -> Result<BTreeMap<String, String>, ApiError> {
    let count = given.len();
    let tags: BTreeMap<String, String> = given.into_iter().map(|tag| (tag.key, tag.value)).collect();
    if tags.len() != count {
        return Err(duplicate_tags());
    }
    if tags.len() > MAX_TAGS {
        return Err(validation(format!("There can be at most {MAX_TAGS} tags.")));
    }
    Ok(tags)
}

/// When a role was last used, and where; empty where it never was.
pub(super) async fn last_used(service: &IamService, role: &Role) -> Result<wire::RoleLastUsed, StoreError> {
    let uses = service.uses.of(vec![IdentityName::role(&role.account, &role.name)]).await?;
    let last = uses.into_iter().map(|(_, used)| used).max_by_key(|used| used.at);
    Ok(wire::RoleLastUsed {
        last_used_date: last.as_ref().map(|used| seconds(used.at)),
        region: last.map(|used| used.region),
    })
}

pub(super) async fn get_role(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetRoleRequest = input.parse()?;
    let name = &request.role_name;
    let role = service.store.role(&context.caller.account, name).await.map_err(|error| internal(&error))?;
    let role = role.ok_or_else(|| missing(&IdentityName::role(&context.caller.account, name)))?;
    let used = last_used(service, &role).await.map_err(|error| internal(&error))?;
    let used = Some(used);
    Output::of(&wire::GetRoleResponse { role: wire::Role { role_last_used: used, ..describe(&role) } })
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
    let roles = roles.map_err(|error| internal(&error))?;
    Output::of(&wire::ListRolesResponse {
        roles: roles.items.iter().map(short).collect(),
        is_truncated: Some(roles.more),
        marker: paging::marker(roles.more, roles.items.last().map(|role| role.name.as_str())),
    })
}

/// As it is listed: without tags and without its boundary (API reference).
fn short(role: &Role) -> wire::Role {
    wire::Role { tags: None, permissions_boundary: None, ..describe(role) }
}

/// Milliseconds to the seconds that IAM answers with.
pub(super) fn seconds(time: domain::Timestamp) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of any date have few digits")]
    let seconds = time.0.div_euclid(1_000) as f64;
    seconds
}

/// Tags as they are shown, by key.
pub(super) fn show_tags(tags: &BTreeMap<String, String>) -> Vec<wire::Tag> {
    tags.iter().map(|(key, value)| wire::Tag { key: key.clone(), value: value.clone() }).collect()
}

pub(super) fn describe(role: &Role) -> wire::Role {
    let tags = show_tags(&role.tags);
    wire::Role {
        path: role.path.clone(),
        role_name: role.name.clone(),
        role_id: role.id.clone(),
        arn: role.arn(),
        create_date: seconds(role.created),
        assume_role_policy_document: Some(show(&role.assume_role_document)),
        description: role.description.clone(),
        max_session_duration: i32::try_from(role.max_session_s).ok(),
        permissions_boundary: show_boundary(role.boundary.as_ref()),
        tags: (!tags.is_empty()).then_some(tags),
        ..Default::default()
    }
}

/// UpdateRole, UpdateRoleDescription, and UpdateAssumeRolePolicy.
pub(super) async fn change(service: &IamService, of: &Subject, change: RoleChange) -> Result<(), ApiError> {
    let changed = service.store.update_role(&of.who.account, &of.who.name, change).await;
    changed.map_err(|error| of.explain(&error, ""))
}

pub(super) async fn update_role(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let request: wire::UpdateRoleRequest = input.parse()?;
    let new = RoleChange {
        description: request.description,
        max_session_s: request.max_session_duration.and_then(|s| u32::try_from(s).ok()),
        ..RoleChange::default()
    };
    change(service, &of, new).await?;
    Ok(Output::empty())
}

pub(super) async fn update_description(
    service: &IamService,
    of: Subject,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::UpdateRoleDescriptionRequest { description, .. } = input.parse()?;
    change(service, &of, RoleChange { description: Some(description), ..RoleChange::default() }).await?;
    let role = find(service, &of).await?;
    Output::of(&wire::UpdateRoleDescriptionResponse { role: Some(describe(&role)) })
}

pub(super) async fn update_trust(
    service: &IamService,
    of: Subject,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::UpdateAssumeRolePolicyRequest { policy_document, .. } = input.parse()?;
    check_trust_policy(&policy_document)?;
    protected::check(service, &of.who).await?;
    let new = RoleChange { assume_role_document: Some(policy_document), ..RoleChange::default() };
    change(service, &of, new).await?;
    Ok(Output::empty())
}

async fn find(service: &IamService, of: &Subject) -> Result<Role, ApiError> {
    let role = service.store.role(&of.who.account, &of.who.name).await.map_err(|error| internal(&error))?;
    role.ok_or_else(|| missing(&of.who))
}
