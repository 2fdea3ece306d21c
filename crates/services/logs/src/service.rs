//! The service: which operation is which function.

use crate::operations::{events, groups, put, search, streams};
use async_trait::async_trait;
use aws_wire::generated::logs::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use domain::Scope;
use std::sync::Arc;
use std::time::Duration;
use store::{LogStore, LogWriter};

/// How long a reader waits for what is still on its way to the store, at most: it is written within some 20 ms unless the
/// disk does not take it.
const PATIENCE: Duration = Duration::from_secs(1);

/// Amazon CloudWatch Logs.
pub struct LogsService {
    pub(crate) store: Arc<dyn LogStore>,
    /// Through which functions' logs come.
    writer: Option<Arc<LogWriter>>,
}

impl LogsService {
    /// The service on a store.
    pub fn new(store: Arc<dyn LogStore>) -> Self {
        Self { store, writer: None }
    }

    /// What was handed to this writer before somebody reads is read too: an invocation that has answered has its lines in
    /// its log, also in the first one of its group.
    #[must_use]
    pub fn reading_after(self, writer: Arc<LogWriter>) -> Self {
        Self { writer: Some(writer), ..self }
    }

    async fn catch_up(&self) {
        if let Some(writer) = &self.writer {
            let _ = tokio::time::timeout(PATIENCE, writer.flush()).await;
        }
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
        self.catch_up().await;
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
