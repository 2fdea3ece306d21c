//! Groups: made, deleted, protected from that, described; for how long their events are kept.

use super::{from_identifier, limit, tags};
use crate::errors::{explain, invalid, not_built};
use crate::service::{LogsService, group_arn};
use crate::token;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use std::collections::HashSet;
use store::{GroupMatch, LogGroup, LogSetting, LogSettingKind};

/// Days that CloudWatch Logs lets events be kept (API reference of PutRetentionPolicy).
const RETENTION_DAYS: [u32; 22] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288,
    3_653,
];
const PROTECTION: LogSettingKind = LogSettingKind::DeletionProtection;
/// The only class that is built.
const STANDARD: &str = "STANDARD";

pub(crate) async fn create_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateLogGroupRequest = input.parse()?;
    for (what, given) in [
        ("kmsKeyId", request.kms_key_id.is_some()),
        ("logGroupClass", request.log_group_class.is_some_and(|class| class != STANDARD)),
    ] {
        if given {
            return Err(not_built(what));
        }
    }
    let group = request.log_group_name;
    service.store.create_group(&context.scope, &group, context.now).await.map_err(|e| explain(&e))?;
    if let Some(tags) = request.tags.filter(|tags| !tags.is_empty()) {
        tags::begin_with(service, context, &group, tags.into_iter().collect()).await?;
    }
    if request.deletion_protection_enabled == Some(true) {
        protect(service, context, group).await?;
    }
    Ok(Output::empty())
}

async fn protect(service: &LogsService, context: &RequestContext, group: String) -> Result<(), ApiError> {
    let (name, value) = (String::new(), String::new());
    let setting = LogSetting { kind: PROTECTION, group, name, created: context.now, value };
    service.store.put_setting(&context.scope, setting, 1).await.map_err(|e| explain(&e))
}

async fn is_protected(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
) -> Result<bool, ApiError> {
    let found = service.store.settings(&context.scope, PROTECTION, Some(group)).await;
    Ok(!found.map_err(|e| explain(&e))?.is_empty())
}

pub(crate) async fn put_deletion_protection(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutLogGroupDeletionProtectionRequest = input.parse()?;
    let group = from_identifier(context, &request.log_group_identifier)?;
    service.store.retention(&context.scope, &group).await.map_err(|e| explain(&e))?;
    if request.deletion_protection_enabled {
        protect(service, context, group).await?;
    } else {
        let removed = service.store.delete_setting(&context.scope, PROTECTION, &group, "").await;
        removed.map_err(|e| explain(&e))?;
    }
    Ok(Output::empty())
}

pub(crate) async fn delete_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteLogGroupRequest = input.parse()?;
    let group = &request.log_group_name;
    let _changing = service.changes.lock().await;
    if is_protected(service, context, group).await? {
        let message =
            "The log group has deletion protection enabled: disable it before the log group is deleted.";
        return Err(ApiError::new(400, "ValidationException", message));
    }
    service.store.delete_group(&context.scope, group).await.map_err(|e| explain(&e))?;
    service.intake.reload(&context.scope, group).await.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn delete_retention_policy(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteRetentionPolicyRequest = input.parse()?;
    let put = service.store.put_retention(&context.scope, &request.log_group_name, None).await;
    put.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn put_retention_policy(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutRetentionPolicyRequest = input.parse()?;
    let days = u32::try_from(request.retention_in_days).ok().filter(|d| RETENTION_DAYS.contains(d));
    let days = days.ok_or_else(|| invalid("Invalid retentionInDays value."))?;
    let put = service.store.put_retention(&context.scope, &request.log_group_name, Some(days)).await;
    put.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn describe_log_groups(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeLogGroupsRequest = input.parse()?;
    if request.log_group_class.as_deref().is_some_and(|class| class != STANDARD) {
        return Output::of(&wire::DescribeLogGroupsResponse {
            log_groups: Some(Vec::new()),
            next_token: None,
        });
    }
    if let Some(identifiers) = request.log_group_identifiers.filter(|list| !list.is_empty()) {
        return describe_these(service, context, &identifiers).await;
    }
    let matching = match (request.log_group_name_prefix, request.log_group_name_pattern) {
        (Some(_), Some(_)) => {
            return Err(invalid(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
            ));
        }
        (Some(prefix), None) => GroupMatch::Prefix(prefix),
        (None, Some(part)) => GroupMatch::Contains(part),
        (None, None) => GroupMatch::Any,
    };
    let after = request.next_token.as_deref().map(token::read_name).transpose()?;
    let limit = limit(request.limit, 50);
    let page = service.store.describe_groups(&context.scope, &matching, after.as_deref(), limit).await;
    let page = page.map_err(|e| explain(&e))?;
    let protected = protected(service, context).await?;
    Output::of(&wire::DescribeLogGroupsResponse {
        next_token: page.items.last().filter(|_| page.more).map(|group| token::write_name(&group.name)),
        log_groups: Some(
            page.items.iter().map(|group| describe(service, context, group, &protected)).collect(),
        ),
    })
}

/// Groups by identifier; those that are not there are left out.
async fn describe_these(
    service: &LogsService,
    context: &RequestContext,
    identifiers: &[String],
) -> Result<Output, ApiError> {
    let protected = protected(service, context).await?;
    let mut groups = Vec::with_capacity(identifiers.len());
    for identifier in identifiers {
        let name = from_identifier(context, identifier)?;
        let matching = GroupMatch::Prefix(name.clone());
        let page = service.store.describe_groups(&context.scope, &matching, None, 1).await;
        let page = page.map_err(|e| explain(&e))?;
        // In byte order the name itself comes before all that it is a prefix of.
        let found = page.items.iter().filter(|group| group.name == name);
        groups.extend(found.map(|group| describe(service, context, group, &protected)));
    }
    Output::of(&wire::DescribeLogGroupsResponse { log_groups: Some(groups), next_token: None })
}

/// Names of groups that may not be deleted.
async fn protected(service: &LogsService, context: &RequestContext) -> Result<HashSet<String>, ApiError> {
    let found = service.store.settings(&context.scope, PROTECTION, None).await.map_err(|e| explain(&e))?;
    Ok(found.into_iter().map(|setting| setting.group).collect())
}

fn describe(
    service: &LogsService,
    context: &RequestContext,
    group: &LogGroup,
    protected: &HashSet<String>,
) -> wire::LogGroup {
    let arn = group_arn(&context.scope, &group.name);
    wire::LogGroup {
        log_group_name: Some(group.name.clone()),
        creation_time: Some(group.created.0),
        retention_in_days: group.retention_days.and_then(|days| i32::try_from(days).ok()),
        metric_filter_count: i32::try_from(service.intake.metric_filters(&context.scope, &group.name)).ok(),
        arn: Some(format!("{arn}:*")),
        stored_bytes: i64::try_from(group.stored_bytes).ok(),
        log_group_class: Some(STANDARD.to_owned()),
        log_group_arn: Some(arn),
        deletion_protection_enabled: Some(protected.contains(&group.name)),
        ..Default::default()
    }
}

pub(crate) async fn list_log_groups(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListLogGroupsRequest = input.parse()?;
    for (what, given) in [
        ("dataSources", request.data_sources.is_some()),
        ("fieldIndexNames", request.field_index_names.is_some()),
        ("logGroupTags", request.log_group_tags.is_some()),
    ] {
        if given {
            return Err(not_built(what));
        }
    }
    // Any of a few parts of names, each at the beginning where `^` stands before it.
    let pattern = request.log_group_name_pattern.unwrap_or_default();
    let fits = |name: &str| {
        pattern.split('|').any(|part| match part.strip_prefix('^') {
            Some(start) => name.starts_with(start),
            None => name.contains(part),
        })
    };
    if request.log_group_class.is_some_and(|class| class != STANDARD) {
        return Output::of(&wire::ListLogGroupsResponse { log_groups: Some(Vec::new()), next_token: None });
    }
    let limit = limit(request.limit, 50);
    let mut after = request.next_token.as_deref().map(token::read_name).transpose()?;
    let (mut groups, mut next_token) = (Vec::new(), None);
    loop {
        let page = service.store.describe_groups(&context.scope, &GroupMatch::Any, after.as_deref(), 1_000);
        let page = page.await.map_err(|e| explain(&e))?;
        after = page.items.last().map(|group| group.name.clone());
        groups.extend(page.items.into_iter().filter(|group| fits(&group.name)));
        if !page.more || groups.len() > limit {
            break;
        }
    }
    if groups.len() > limit {
        groups.truncate(limit);
        next_token = groups.last().map(|group| token::write_name(&group.name));
    }
    let describe = |group: LogGroup| wire::LogGroupSummary {
        log_group_arn: Some(group_arn(&context.scope, &group.name)),
        log_group_name: Some(group.name),
        log_group_class: Some(STANDARD.to_owned()),
    };
    Output::of(&wire::ListLogGroupsResponse {
        log_groups: Some(groups.into_iter().map(describe).collect()),
        next_token,
    })
}
