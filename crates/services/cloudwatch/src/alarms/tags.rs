//! Tags of alarms.

use super::kept::{self, Kept};
use crate::errors::{explain, no_resource, validation};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde_json::{Value, json};

/// Tags of one alarm (API reference of TagResource).
const MOST: usize = 50;

async fn find(service: &CloudWatchService, context: &RequestContext, arn: &str) -> Result<Kept, ApiError> {
    let name = arn.split_once(":alarm:").map(|(_, name)| name);
    let name = name.ok_or_else(|| no_resource(arn))?;
    let found = kept::find(service, &context.scope, name).await?;
    found.filter(|alarm| alarm.arn() == arn).ok_or_else(|| no_resource(arn))
}

fn read(alarm: &Kept) -> Vec<wire::Tag> {
    let tags = alarm.configuration.get("Tags").cloned().unwrap_or(Value::Null);
    serde_json::from_value(tags).unwrap_or_default()
}

async fn write(service: &CloudWatchService, mut alarm: Kept, tags: Vec<wire::Tag>) -> Result<(), ApiError> {
    if tags.len() > MOST {
        return Err(validation(format!("An alarm has at most {MOST} tags")));
    }
    alarm.configuration.insert("Tags".to_owned(), json!(tags));
    service.alarms.put_alarm(alarm.write(), Vec::new()).await.map_err(|e| explain(&e))
}

pub(crate) async fn tag_resource(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::TagResourceInput = input.parse()?;
    let _changing = service.changing.lock().await;
    let alarm = find(service, context, &request.resource_arn).await?;
    let mut tags = read(&alarm);
    for tag in request.tags {
        tags.retain(|known| known.key != tag.key);
        tags.push(tag);
    }
    write(service, alarm, tags).await?;
    Ok(Output::empty())
}

pub(crate) async fn untag_resource(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UntagResourceInput = input.parse()?;
    let _changing = service.changing.lock().await;
    let alarm = find(service, context, &request.resource_arn).await?;
    let mut tags = read(&alarm);
    tags.retain(|tag| !request.tag_keys.contains(&tag.key));
    write(service, alarm, tags).await?;
    Ok(Output::empty())
}

pub(crate) async fn list_tags_for_resource(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListTagsForResourceInput = input.parse()?;
    let alarm = find(service, context, &request.resource_arn).await?;
    Output::of(&wire::ListTagsForResourceOutput { tags: Some(read(&alarm)) })
}
