//! CreateUser, GetUser, ListUsers, UpdateUser, and the same of groups: they differ in names.

use super::IamService;
use super::managed::{check_boundary, show_boundary};
use super::roles::{folded_tags, seconds, show_tags};
use super::subject::{Subject, missing, title};
use crate::errors::{internal, limit};
use crate::ids::unique_id;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use store::{Identity, IdentityKind, Page, StoreError, Thing};

/// Groups that a user may be in (quotas of IAM).
const MAX_GROUPS: usize = 10;

fn new_identity(
    context: &RequestContext,
    kind: IdentityKind,
    path: Option<String>,
    name: String,
) -> Result<Identity, ApiError> {
    let prefix = if kind == IdentityKind::Group { "AGPA" } else { "AIDA" };
    Ok(Identity {
        account: context.caller.account.clone(),
        kind,
        partition: context.scope.region.partition().to_owned(),
        path: path.unwrap_or_else(|| "/".to_owned()),
        name,
        id: unique_id::<17>(prefix).map_err(|_| ApiError::internal())?,
        created: context.now,
        boundary: None,
        tags: std::collections::BTreeMap::new(),
    })
}

async fn create(service: &IamService, of: &Subject, identity: Identity) -> Result<(), ApiError> {
    let boundary = identity.boundary.clone();
    let created = service.store.create_identity(identity).await;
    created.map_err(|error| of.explain_boundary(&error, boundary.as_deref()))
}

pub(super) async fn create_user(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::named(IdentityKind::User, context, &input);
    let request: wire::CreateUserRequest = input.parse()?;
    check_boundary(&context.caller.account, request.permissions_boundary.as_deref())?;
    let user = Identity {
        boundary: request.permissions_boundary,
        tags: folded_tags(request.tags.unwrap_or_default())?,
        ..new_identity(context, IdentityKind::User, request.path, request.user_name)?
    };
    create(service, &of, user.clone()).await?;
    Output::of(&wire::CreateUserResponse { user: Some(describe_user(&user)) })
}

pub(super) async fn create_group(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::named(IdentityKind::Group, context, &input);
    let request: wire::CreateGroupRequest = input.parse()?;
    let group = new_identity(context, IdentityKind::Group, request.path, request.group_name)?;
    create(service, &of, group.clone()).await?;
    Output::of(&wire::CreateGroupResponse { group: describe_group(&group) })
}

pub(super) async fn get_user(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    if !input.members.contains_key("UserName") && context.caller.kind == CallerKind::Root {
        return root_user(service, context).await;
    }
    let of = Subject::user(context, &input)?;
    Output::of(&wire::GetUserResponse { user: describe_user(&find(service, &of).await?) })
}

/// The root user has no path, and a name only where the account has an alias.
async fn root_user(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let caller = &context.caller;
    let alias = service.store.account_alias(&caller.account).await.map_err(|error| internal(&error))?;
    let user = wire::User {
        user_name: alias.clone().unwrap_or_default(),
        user_id: caller.account.to_string(),
        arn: caller.arn.clone(),
        ..Default::default()
    };
    let mut output = Output::of(&wire::GetUserResponse { user })?;
    if let Some(user) = output.members.get_mut("User").and_then(|user| user.as_object_mut()) {
        user.remove("Path");
        if alias.is_none() {
            user.remove("UserName");
        }
    }
    Ok(output)
}

pub(super) async fn find(service: &IamService, of: &Subject) -> Result<Identity, ApiError> {
    let found = service.store.identity(&of.who).await.map_err(|error| internal(&error))?;
    found.ok_or_else(|| missing(&of.who))
}

pub(super) async fn list_users(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListUsersRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let users = list(service, context, IdentityKind::User, request.path_prefix, &page).await?;
    Output::of(&wire::ListUsersResponse {
        is_truncated: Some(users.more),
        marker: paging::marker(users.more, users.items.last().map(|user| user.name.as_str())),
        users: users.items.iter().map(short_user).collect(),
    })
}

pub(super) async fn list_groups(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListGroupsRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let groups = list(service, context, IdentityKind::Group, request.path_prefix, &page).await?;
    Output::of(&wire::ListGroupsResponse {
        is_truncated: Some(groups.more),
        marker: paging::marker(groups.more, groups.items.last().map(|group| group.name.as_str())),
        groups: groups.items.iter().map(describe_group).collect(),
    })
}

async fn list(
    service: &IamService,
    context: &RequestContext,
    kind: IdentityKind,
    prefix: Option<String>,
    page: &paging::Request,
) -> Result<Page<Identity>, ApiError> {
    let (account, prefix) = (&context.caller.account, prefix.unwrap_or_else(|| "/".to_owned()));
    let found =
        service.store.list_identities(account, kind, &prefix, page.after.as_deref(), page.limit).await;
    found.map_err(|error| internal(&error))
}

/// UpdateUser and UpdateGroup.
pub(super) async fn update(service: &IamService, of: Subject, input: Input) -> Result<Output, ApiError> {
    let text = |member: &str| input.members.get(member).and_then(|value| value.as_str());
    let name = text(&format!("New{}Name", title(of.who.kind)));
    let renamed = service.store.rename_identity(&of.who, name, text("NewPath")).await;
    renamed.map_err(|error| match (&error, name) {
        (StoreError::AlreadyExists(_), Some(name)) => super::subject::already(of.who.kind, name),
        (error, _) => of.explain(error, ""),
    })?;
    if of.who.kind == IdentityKind::User {
        let name = name.unwrap_or(&of.who.name);
        service.refresh_keys(&of.who.account, name).await?;
    }
    Ok(Output::empty())
}

pub(super) async fn get_group(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::named(IdentityKind::Group, context, &input);
    let request: wire::GetGroupRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let group = find(service, &of).await?;
    let (account, after) = (&of.who.account, page.after.as_deref());
    let users = service.store.group_members(account, &of.who.name, after, page.limit).await;
    let users = users.map_err(|error| of.explain(&error, ""))?;
    Output::of(&wire::GetGroupResponse {
        group: describe_group(&group),
        is_truncated: Some(users.more),
        marker: paging::marker(users.more, users.items.last().map(|user| user.name.as_str())),
        users: users.items.iter().map(short_user).collect(),
    })
}

pub(super) async fn list_groups_for_user(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::named(IdentityKind::User, context, &input);
    let request: wire::ListGroupsForUserRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let (account, after) = (&of.who.account, page.after.as_deref());
    let groups = service.store.groups_of(account, &of.who.name, after, page.limit).await;
    let groups = groups.map_err(|error| of.explain(&error, ""))?;
    Output::of(&wire::ListGroupsForUserResponse {
        is_truncated: Some(groups.more),
        marker: paging::marker(groups.more, groups.items.last().map(|group| group.name.as_str())),
        groups: groups.items.iter().map(describe_group).collect(),
    })
}

pub(super) async fn add_to_group(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::AddUserToGroupRequest { group_name, user_name } = input.parse()?;
    let account = &context.caller.account;
    let added = service.store.add_to_group(account, &group_name, &user_name, MAX_GROUPS).await;
    added.map_err(|error| membership(context, &error, &group_name, &user_name))?;
    Ok(Output::empty())
}

pub(super) async fn remove_from_group(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::RemoveUserFromGroupRequest { group_name, user_name } = input.parse()?;
    let removed = service.store.remove_from_group(&context.caller.account, &group_name, &user_name).await;
    removed.map_err(|error| membership(context, &error, &group_name, &user_name))?;
    Ok(Output::empty())
}

fn membership(context: &RequestContext, error: &StoreError, group: &str, user: &str) -> ApiError {
    let account = &context.caller.account;
    match error {
        StoreError::NotFound(Thing::Group) => missing(&store::IdentityName::group(account, group)),
        StoreError::NotFound(_) => missing(&store::IdentityName::user(account, user)),
        StoreError::LimitExceeded(quota) => limit("GroupsPerUser", *quota),
        error => internal(error),
    }
}

pub(super) fn describe_user(user: &Identity) -> wire::User {
    let tags = show_tags(&user.tags);
    wire::User {
        path: user.path.clone(),
        user_name: user.name.clone(),
        user_id: user.id.clone(),
        arn: user.arn(),
        create_date: seconds(user.created),
        permissions_boundary: show_boundary(user.boundary.as_ref()),
        tags: (!tags.is_empty()).then_some(tags),
        ..Default::default()
    }
}

/// As it is listed: without tags and without its boundary (API reference).
fn short_user(user: &Identity) -> wire::User {
    wire::User { tags: None, permissions_boundary: None, ..describe_user(user) }
}

pub(super) fn describe_group(group: &Identity) -> wire::Group {
    wire::Group {
        path: group.path.clone(),
        group_name: group.name.clone(),
        group_id: group.id.clone(),
        arn: group.arn(),
        create_date: seconds(group.created),
    }
}
