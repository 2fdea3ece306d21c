//! CreateLogStream, DeleteLogStream and DescribeLogStreams.

use super::{group_name, limit};
use crate::errors::{explain, invalid};
use crate::service::{LogsService, group_arn};
use crate::token;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{LogStream, StreamOrder};

pub(crate) async fn create_log_stream(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateLogStreamRequest = input.parse()?;
    let (group, stream) = (&request.log_group_name, &request.log_stream_name);
    let created = service.store.create_stream(&context.scope, group, stream, context.now).await;
    created.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn delete_log_stream(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteLogStreamRequest = input.parse()?;
    let (group, stream) = (&request.log_group_name, &request.log_stream_name);
    service.store.delete_stream(&context.scope, group, stream).await.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

pub(crate) async fn describe_log_streams(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeLogStreamsRequest = input.parse()?;
    let group = group_name(context, request.log_group_name, request.log_group_identifier)?;
    let order = match request.order_by.as_deref() {
        Some("LastEventTime") if request.log_stream_name_prefix.is_some() => {
            return Err(invalid("Cannot order by LastEventTime with a logStreamNamePrefix."));
        }
        Some("LastEventTime") => StreamOrder::LastEventTime,
        _ => StreamOrder::Name,
    };
    let prefix = request.log_stream_name_prefix.unwrap_or_default();
    let descending = request.descending.unwrap_or(false);
    let after = request.next_token.as_deref().map(token::read_cursor).transpose()?;
    let limit = limit(request.limit, 50);
    let page = service
        .store
        .describe_streams(&context.scope, &group, &prefix, order, descending, after.as_ref(), limit)
        .await;
    let page = page.map_err(|e| explain(&e))?;
    let arn = group_arn(&context.scope, &group);
    Output::of(&wire::DescribeLogStreamsResponse {
        next_token: page.items.last().filter(|_| page.more).map(|s| token::write_cursor(&s.cursor())),
        log_streams: Some(page.items.iter().map(|stream| describe(&arn, stream)).collect()),
    })
}

fn describe(group_arn: &str, stream: &LogStream) -> wire::LogStream {
    wire::LogStream {
        log_stream_name: Some(stream.name.clone()),
        creation_time: Some(stream.created.0),
        first_event_timestamp: stream.first_event.map(|t| t.0),
        last_event_timestamp: stream.last_event.map(|t| t.0),
        last_ingestion_time: stream.last_ingestion.map(|t| t.0),
        upload_sequence_token: None,
        arn: Some(format!("{group_arn}:log-stream:{}", stream.name)),
        stored_bytes: i64::try_from(stream.stored_bytes).ok(),
    }
}
