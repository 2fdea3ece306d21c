//! The service: which operation is which function.

use crate::operations::{events, groups, put, search, streams};
use async_trait::async_trait;
use aws_wire::generated::logs::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use domain::Scope;
use std::sync::Arc;
use store::LogStore;

/// Amazon CloudWatch Logs.
pub struct LogsService {
    pub(crate) store: Arc<dyn LogStore>,
}

impl LogsService {
    /// The service on a store.
    pub fn new(store: Arc<dyn LogStore>) -> Self {
        Self { store }
    }
}

/// The ARN of a group, as `logGroupArn` has it; `arn` has `:*` behind it.
pub(crate) fn group_arn(scope: &Scope, group: &str) -> String {
    let Scope { account, region } = scope;
    format!("arn:{}:logs:{region}:{account}:log-group:{group}", region.partition())
}

#[async_trait]
impl Service for LogsService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "CreateLogGroup" => groups::create_log_group(self, &context, input).await,
            "DeleteLogGroup" => groups::delete_log_group(self, &context, input).await,
            "DescribeLogGroups" => groups::describe_log_groups(self, &context, input).await,
            "PutRetentionPolicy" => groups::put_retention_policy(self, &context, input).await,
            "CreateLogStream" => streams::create_log_stream(self, &context, input).await,
            "DescribeLogStreams" => streams::describe_log_streams(self, &context, input).await,
            "GetLogEvents" => events::get_log_events(self, &context, input).await,
            "PutLogEvents" => put::put_log_events(self, &context, input).await,
            "FilterLogEvents" => search::filter_log_events(self, &context, input).await,
            name => Err(ApiError::not_implemented("logs", name)),
        }
    }
}
