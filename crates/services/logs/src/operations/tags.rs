//! Tags of groups, by both sets of operations: by ARN, and the older ones by name.

use super::from_identifier;
use crate::errors::{explain, invalid};
use crate::service::LogsService;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use std::collections::BTreeMap;
use store::{LogSetting, LogSettingKind};

/// Tags of a group at most (API reference of TagResource).
const MOST: usize = 50;
const KIND: LogSettingKind = LogSettingKind::Tags;

type Tags = BTreeMap<String, String>;

pub(crate) async fn tag_resource(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::TagResourceRequest = input.parse()?;
    let group = resource(context, &request.resource_arn)?;
    add(service, context, &group, request.tags.into_iter().collect()).await
}

pub(crate) async fn tag_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::TagLogGroupRequest = input.parse()?;
    add(service, context, &request.log_group_name, request.tags.into_iter().collect()).await
}

pub(crate) async fn untag_resource(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UntagResourceRequest = input.parse()?;
    remove(service, context, &resource(context, &request.resource_arn)?, &request.tag_keys).await
}

pub(crate) async fn untag_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UntagLogGroupRequest = input.parse()?;
    remove(service, context, &request.log_group_name, &request.tags).await
}

pub(crate) async fn list_tags_for_resource(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListTagsForResourceRequest = input.parse()?;
    let tags = existing(service, context, &resource(context, &request.resource_arn)?).await?;
    Output::of(&wire::ListTagsForResourceResponse { tags: Some(tags) })
}

pub(crate) async fn list_tags_log_group(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListTagsLogGroupRequest = input.parse()?;
    let tags = existing(service, context, &request.log_group_name).await?;
    Output::of(&wire::ListTagsLogGroupResponse { tags: Some(tags) })
}

/// Gives a group its first tags.
pub(crate) async fn begin_with(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
    tags: Tags,
) -> Result<(), ApiError> {
    put(service, context, group, &tags).await
}

/// The group that an ARN is of.
fn resource(context: &RequestContext, arn: &str) -> Result<String, ApiError> {
    match arn.starts_with("arn:") {
        true => from_identifier(context, arn),
        false => Err(invalid("The specified resource ARN is invalid.")),
    }
}

/// Tags of a group that is there.
async fn existing(service: &LogsService, context: &RequestContext, group: &str) -> Result<Tags, ApiError> {
    service.store.retention(&context.scope, group).await.map_err(|e| explain(&e))?;
    tags(service, context, group).await
}

/// Tags of a group.
pub(crate) async fn tags(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
) -> Result<Tags, ApiError> {
    let found = service.store.settings(&context.scope, KIND, Some(group)).await.map_err(|e| explain(&e))?;
    let read = |setting: LogSetting| {
        serde_json::from_str(&setting.value).map_err(|error| super::logged(&setting, &error))
    };
    found.into_iter().next().map_or(Ok(Tags::new()), read)
}

async fn put(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
    tags: &Tags,
) -> Result<(), ApiError> {
    let value = serde_json::to_string(tags).map_err(|_| ApiError::internal())?;
    let (group, name) = (group.to_owned(), String::new());
    let setting = LogSetting { kind: KIND, group, name, created: context.now, value };
    service.store.put_setting(&context.scope, setting, 1).await.map_err(|e| explain(&e))
}

async fn add(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
    added: Tags,
) -> Result<Output, ApiError> {
    let _changing = service.changes.lock().await;
    let mut tags = existing(service, context, group).await?;
    tags.extend(added);
    if tags.len() > MOST {
        let message = format!("A resource can have no more than {MOST} tags.");
        return Err(ApiError::new(400, "TooManyTagsException", message));
    }
    put(service, context, group, &tags).await?;
    Ok(Output::empty())
}

async fn remove(
    service: &LogsService,
    context: &RequestContext,
    group: &str,
    keys: &[String],
) -> Result<Output, ApiError> {
    let _changing = service.changes.lock().await;
    let mut tags = existing(service, context, group).await?;
    tags.retain(|key, _| !keys.contains(key));
    put(service, context, group, &tags).await?;
    Ok(Output::empty())
}
