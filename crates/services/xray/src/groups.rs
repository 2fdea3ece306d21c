//! Groups of traces.

use crate::errors::{invalid, not_found, store as explain};
use crate::filter::{self, Filter, GroupBy};
use crate::service::{XRayService, arn};
use crate::settings::{DEFAULT, Kept, KeptGroup, all, change, find, not_added, put, tags_of};
use aws_wire::generated::xray::{
    CreateGroupRequest, CreateGroupResult, DeleteGroupRequest, DeleteGroupResult, GetGroupRequest,
    GetGroupResult, GetGroupsResult, Group, GroupSummary, InsightsConfiguration, UpdateGroupRequest,
    UpdateGroupResult,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Scope;
use std::collections::BTreeMap;
use store::SettingKind;

/// The filter that a request has; an empty one chooses all.
fn check(expression: Option<&str>) -> Result<(), ApiError> {
    match expression.filter(|text| !text.trim().is_empty()).map(filter::parse) {
        Some(Err(why)) => Err(invalid(format!("Invalid filter expression: {why}."))),
        _ => Ok(()),
    }
}

fn insights(asked: Option<InsightsConfiguration>) -> InsightsConfiguration {
    let asked = asked.unwrap_or_default();
    InsightsConfiguration {
        insights_enabled: Some(asked.insights_enabled.unwrap_or(false)),
        notifications_enabled: Some(asked.notifications_enabled.unwrap_or(false)),
    }
}

/// The group that is always there; what was changed of it is kept.
fn default_group(scope: &Scope) -> KeptGroup {
    let group = Group {
        group_name: Some(DEFAULT.to_owned()),
        group_arn: Some(arn(scope, &format!("group/{DEFAULT}"))),
        filter_expression: None,
        insights_configuration: Some(insights(None)),
    };
    KeptGroup { group, tags: BTreeMap::new() }
}

async fn groups(service: &XRayService, scope: &Scope) -> Result<Vec<KeptGroup>, ApiError> {
    let mut groups: Vec<KeptGroup> = all(&*service.traces, scope).await?;
    if !groups.iter().any(|kept| kept.name() == DEFAULT) {
        groups.insert(0, default_group(scope));
    }
    Ok(groups)
}

/// The filters of all groups.
pub(crate) async fn filters(
    service: &XRayService,
    scope: &Scope,
) -> Result<Vec<(Group, Option<Filter>)>, ApiError> {
    let groups = groups(service, scope).await?.into_iter().map(|kept| {
        let filter = kept.group.filter_expression.as_deref().and_then(|text| filter::parse(text).ok());
        (kept.group, filter)
    });
    Ok(groups.collect())
}

/// The filter of a group among all.
pub(crate) fn filter_of(groups: &[(Group, Option<Filter>)], by: GroupBy, wanted: &str) -> Option<Filter> {
    let is = |group: &Group| match by {
        GroupBy::Name => group.group_name.as_deref() == Some(wanted),
        GroupBy::Arn => group.group_arn.as_deref() == Some(wanted),
    };
    groups.iter().find(|(group, _)| is(group)).and_then(|(_, filter)| filter.clone())
}

async fn named(
    service: &XRayService,
    scope: &Scope,
    name: Option<&str>,
    arn: Option<&str>,
) -> Result<KeptGroup, ApiError> {
    let found = find::<KeptGroup>(&*service.traces, scope, name, arn).await?;
    let default = default_group(scope);
    let is_default = name == Some(DEFAULT) || arn == Some(default.arn());
    found.or(is_default.then_some(default)).ok_or_else(|| invalid("Group not found."))
}

pub(crate) async fn create_group(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: CreateGroupRequest = input.parse()?;
    check(request.filter_expression.as_deref())?;
    let name = request.group_name;
    let group = Group {
        group_arn: Some(arn(&context.scope, &format!("group/{name}/{}", service.unique()))),
        group_name: Some(name.clone()),
        filter_expression: request.filter_expression,
        insights_configuration: Some(insights(request.insights_configuration)),
    };
    let kept = KeptGroup { group, tags: tags_of(request.tags)? };
    if name == DEFAULT || !put(&*service.traces, &context.scope, &kept, true).await? {
        return Err(not_added::<KeptGroup>(&*service.traces, &context.scope, &name).await?);
    }
    Output::of(&CreateGroupResult { group: Some(kept.group) })
}

pub(crate) async fn update_group(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UpdateGroupRequest = input.parse()?;
    check(request.filter_expression.as_deref())?;
    let scope = &context.scope;
    let mut kept = named(service, scope, request.group_name.as_deref(), request.group_arn.as_deref()).await?;
    if request.filter_expression.is_some() {
        kept.group.filter_expression = request.filter_expression;
    }
    if let Some(changed) = request.insights_configuration {
        let before = kept.group.insights_configuration.unwrap_or_default();
        kept.group.insights_configuration = Some(InsightsConfiguration {
            insights_enabled: changed.insights_enabled.or(before.insights_enabled),
            notifications_enabled: changed.notifications_enabled.or(before.notifications_enabled),
        });
    }
    if !change(&*service.traces, scope, &kept).await? {
        return Err(not_found("Group"));
    }
    Output::of(&UpdateGroupResult { group: Some(kept.group) })
}

pub(crate) async fn delete_group(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteGroupRequest = input.parse()?;
    let scope = &context.scope;
    let kept = named(service, scope, request.group_name.as_deref(), request.group_arn.as_deref()).await?;
    if kept.name() == DEFAULT {
        return Err(invalid("The Default group cannot be deleted."));
    }
    let deleted = service.traces.delete_setting(scope, SettingKind::Group, kept.name()).await;
    deleted.map_err(|e| explain(&e))?;
    Output::of(&DeleteGroupResult {})
}

pub(crate) async fn get_group(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetGroupRequest = input.parse()?;
    let (name, arn) = (request.group_name.as_deref(), request.group_arn.as_deref());
    let kept = named(service, &context.scope, name, arn).await?;
    Output::of(&GetGroupResult { group: Some(kept.group) })
}

/// All on one page: there are few.
pub(crate) async fn get_groups(service: &XRayService, context: &RequestContext) -> Result<Output, ApiError> {
    let groups = groups(service, &context.scope).await?.into_iter().map(|kept| {
        let Group { group_name, group_arn, filter_expression, insights_configuration } = kept.group;
        GroupSummary { group_name, group_arn, filter_expression, insights_configuration }
    });
    Output::of(&GetGroupsResult { groups: Some(groups.collect()), next_token: None })
}
