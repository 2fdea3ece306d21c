//! CreateLogGroup, DeleteLogGroup, DescribeLogGroups and PutRetentionPolicy.

use super::{from_identifier, limit};
use crate::errors::{explain, invalid, not_built};
use crate::service::{LogsService, group_arn};
use crate::token;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{GroupMatch, LogGroup};

/// Days that CloudWatch Logs lets events be kept (API reference of PutRetentionPolicy).
const RETENTION_DAYS: [u32; 22] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288,
    3_653,
];
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
        ("tags", request.tags.is_some_and(|tags| !tags.is_empty())),
        ("logGroupClass", request.log_group_class.is_some_and(|class| class != STANDARD)),
        ("deletionProtectionEnabled", request.deletion_protection_enabled == Some(true)),
    ] {
        if given {
            return Err(not_built(what));
        }
    }
    let created = service.store.create_group(&context.scope, &request.log_group_name, context.now).await;
    created.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn delete_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteLogGroupRequest = input.parse()?;
    let deleted = service.store.delete_group(&context.scope, &request.log_group_name).await;
    deleted.map_err(|e| explain(&e))?;
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
    Output::of(&wire::DescribeLogGroupsResponse {
        next_token: page.items.last().filter(|_| page.more).map(|group| token::write_name(&group.name)),
        log_groups: Some(page.items.iter().map(|group| describe(context, group)).collect()),
    })
}

/// Groups by identifier; those that are not there are left out.
async fn describe_these(
    service: &LogsService,
    context: &RequestContext,
    identifiers: &[String],
) -> Result<Output, ApiError> {
    let mut groups = Vec::with_capacity(identifiers.len());
    for identifier in identifiers {
        let name = from_identifier(context, identifier)?;
        let matching = GroupMatch::Prefix(name.clone());
        let page = service.store.describe_groups(&context.scope, &matching, None, 1).await;
        let page = page.map_err(|e| explain(&e))?;
        // In byte order the name itself comes before all that it is a prefix of.
        groups.extend(page.items.iter().filter(|g| g.name == name).map(|group| describe(context, group)));
    }
    Output::of(&wire::DescribeLogGroupsResponse { log_groups: Some(groups), next_token: None })
}

fn describe(context: &RequestContext, group: &LogGroup) -> wire::LogGroup {
    let arn = group_arn(&context.scope, &group.name);
    wire::LogGroup {
        log_group_name: Some(group.name.clone()),
        creation_time: Some(group.created.0),
        retention_in_days: group.retention_days.and_then(|days| i32::try_from(days).ok()),
        metric_filter_count: Some(0),
        arn: Some(format!("{arn}:*")),
        stored_bytes: i64::try_from(group.stored_bytes).ok(),
        log_group_class: Some(STANDARD.to_owned()),
        log_group_arn: Some(arn),
        ..Default::default()
    }
}
