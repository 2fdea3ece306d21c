//! GetAccountAuthorizationDetails: everything of an account, identity by identity. A marker is the part and the name of the
//! last one.

use super::IamService;
use super::managed::{describe as describe_attached, show_boundary};
use super::policies::describe as describe_policy;
use super::profiles;
use super::roles::{last_used, seconds, show_tags};
use super::versions;
use crate::documents::show;
use crate::errors::{internal, validation};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{Identity, IdentityKind, IdentityName, ManagedPolicy, PolicyFilter, Role, StoreError};

/// Inline policies, groups and the like of one identity at most; quotas keep them far below.
const ALL: usize = 1_000;

/// The parts in the order in which they are told.
const PARTS: [&str; 4] = ["User", "Group", "Role", "LocalManagedPolicy"];

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetAccountAuthorizationDetailsRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let (first, mut after) = match page.after.as_deref() {
        None => (0, None),
        Some(marker) => {
            let (part, name) = marker.split_once('/').ok_or_else(|| validation("Invalid Marker."))?;
            let at = PARTS.iter().position(|known| *known == part);
            (at.ok_or_else(|| validation("Invalid Marker."))?, Some(name.to_owned()))
        }
    };
    let wanted = |part: &str| request.filter.as_ref().is_none_or(|filter| filter.iter().any(|f| f == part));
    let details = Details { service, context };
    let mut answer = wire::GetAccountAuthorizationDetailsResponse {
        user_detail_list: Some(Vec::new()),
        group_detail_list: Some(Vec::new()),
        role_detail_list: Some(Vec::new()),
        policies: Some(Vec::new()),
        is_truncated: Some(false),
        marker: None,
    };
    let mut left = page.limit;
    for part in PARTS.iter().skip(first).filter(|part| wanted(part)) {
        let found = details.part(part, after.take().as_deref(), left, &mut answer).await;
        let (count, more, last) = found.map_err(|error| internal(&error))?;
        left = left.saturating_sub(count);
        let last = last.unwrap_or_default();
        if more {
            answer.is_truncated = Some(true);
            answer.marker = paging::marker(true, Some(&format!("{part}/{last}")));
            break;
        }
        // A full page ends here; the next part begins on the next one.
        left = left.max(1);
    }
    Output::of(&answer)
}

struct Details<'a> {
    service: &'a IamService,
    context: &'a RequestContext,
}

impl Details<'_> {
    /// Adds up to `limit` of a part; how many, whether there are more, and the last one's name.
    async fn part(
        &self,
        part: &str,
        after: Option<&str>,
        limit: usize,
        answer: &mut wire::GetAccountAuthorizationDetailsResponse,
    ) -> Result<(usize, bool, Option<String>), StoreError> {
        let (store, account) = (&self.service.store, &self.context.caller.account);
        match part {
            "User" => {
                let page = store.list_identities(account, IdentityKind::User, "/", after, limit).await?;
                for user in &page.items {
                    let detail = self.user(user).await?;
                    answer.user_detail_list.get_or_insert_default().push(detail);
                }
                Ok((page.items.len(), page.more, page.items.last().map(|user| user.name.clone())))
            }
            "Group" => {
                let page = store.list_identities(account, IdentityKind::Group, "/", after, limit).await?;
                for group in &page.items {
                    let detail = self.group(group).await?;
                    answer.group_detail_list.get_or_insert_default().push(detail);
                }
                Ok((page.items.len(), page.more, page.items.last().map(|group| group.name.clone())))
            }
            "Role" => {
                let page = store.list_roles(account, "/", after, limit).await?;
                for role in &page.items {
                    let detail = self.role(role).await?;
                    answer.role_detail_list.get_or_insert_default().push(detail);
                }
                Ok((page.items.len(), page.more, page.items.last().map(|role| role.name.clone())))
            }
            _ => {
                let filter = PolicyFilter { path_prefix: "/".to_owned(), used: None };
                let page = store.list_policies(account, filter, after, limit).await?;
                for policy in &page.items {
                    let detail = self.policy(policy).await?;
                    answer.policies.get_or_insert_default().push(detail);
                }
                Ok((page.items.len(), page.more, page.items.last().map(|policy| policy.name.clone())))
            }
        }
    }

    async fn inline(&self, who: &IdentityName) -> Result<Vec<wire::PolicyDetail>, StoreError> {
        let mut details = Vec::new();
        for name in self.service.store.inline_policies(who, None, ALL).await?.items {
            let document = self.service.store.inline_policy(who, &name).await?;
            let policy_document = document.as_deref().map(show);
            details.push(wire::PolicyDetail { policy_name: Some(name), policy_document });
        }
        Ok(details)
    }

    async fn attached(&self, who: &IdentityName) -> Result<Vec<wire::AttachedPolicy>, StoreError> {
        let arns = self.service.store.attached_policies(who, None, ALL).await?;
        Ok(arns.items.iter().map(|arn| describe_attached(arn)).collect())
    }

    async fn user(&self, user: &Identity) -> Result<wire::UserDetail, StoreError> {
        let who = IdentityName::user(&user.account, &user.name);
        let groups = self.service.store.groups_of(&user.account, &user.name, None, ALL).await?;
        let tags = show_tags(&user.tags);
        Ok(wire::UserDetail {
            path: Some(user.path.clone()),
            user_name: Some(user.name.clone()),
            user_id: Some(user.id.clone()),
            arn: Some(user.arn()),
            create_date: Some(seconds(user.created)),
            user_policy_list: Some(self.inline(&who).await?),
            group_list: Some(groups.items.into_iter().map(|group| group.name).collect()),
            attached_managed_policies: Some(self.attached(&who).await?),
            permissions_boundary: show_boundary(user.boundary.as_ref()),
            tags: Some(tags),
        })
    }

    async fn group(&self, group: &Identity) -> Result<wire::GroupDetail, StoreError> {
        let who = IdentityName::group(&group.account, &group.name);
        Ok(wire::GroupDetail {
            path: Some(group.path.clone()),
            group_name: Some(group.name.clone()),
            group_id: Some(group.id.clone()),
            arn: Some(group.arn()),
            create_date: Some(seconds(group.created)),
            group_policy_list: Some(self.inline(&who).await?),
            attached_managed_policies: Some(self.attached(&who).await?),
        })
    }

    async fn role(&self, role: &Role) -> Result<wire::RoleDetail, StoreError> {
        let who = IdentityName::role(&role.account, &role.name);
        let store = &self.service.store;
        let found = store.list_instance_profiles(&role.account, "/", Some(&role.name), None, ALL).await?;
        Ok(wire::RoleDetail {
            path: Some(role.path.clone()),
            role_name: Some(role.name.clone()),
            role_id: Some(role.id.clone()),
            arn: Some(role.arn()),
            create_date: Some(seconds(role.created)),
            assume_role_policy_document: Some(show(&role.assume_role_document)),
            instance_profile_list: Some(found.items.iter().map(profiles::describe).collect()),
            role_policy_list: Some(self.inline(&who).await?),
            attached_managed_policies: Some(self.attached(&who).await?),
            permissions_boundary: show_boundary(role.boundary.as_ref()),
            tags: Some(show_tags(&role.tags)),
            role_last_used: Some(last_used(self.service, role).await?),
        })
    }

    async fn policy(&self, policy: &ManagedPolicy) -> Result<wire::ManagedPolicyDetail, StoreError> {
        let known = self.service.store.policy_versions(&policy.account, &policy.name).await?;
        let version = |version: &store::PolicyVersion| wire::PolicyVersion {
            document: Some(show(&version.document)),
            ..versions::describe(policy, version)
        };
        let described = describe_policy(policy);
        Ok(wire::ManagedPolicyDetail {
            policy_name: described.policy_name,
            policy_id: described.policy_id,
            arn: described.arn,
            path: described.path,
            default_version_id: described.default_version_id,
            attachment_count: described.attachment_count,
            permissions_boundary_usage_count: described.permissions_boundary_usage_count,
            is_attachable: described.is_attachable,
            description: described.description,
            create_date: described.create_date,
            update_date: described.update_date,
            policy_version_list: Some(known.iter().map(version).collect()),
        })
    }
}
