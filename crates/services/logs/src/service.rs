//! The service: which operation is which function.

use crate::delivery::Functions;
use crate::intake::Intake;
use crate::operations::{events, filters, groups, live_tail, policies, put, queries, search, streams, tags};
use crate::queries::Queries;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::logs::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use domain::Scope;
use std::sync::Arc;
use std::time::Duration;
use store::{LogWriter, LogsStore};
use tokio::sync::Mutex;

/// How long a reader waits for what is still on its way to the store, at most: it is written within some 20 ms unless the
/// disk does not take it.
const PATIENCE: Duration = Duration::from_secs(1);

/// Amazon CloudWatch Logs.
pub struct LogsService {
    pub(crate) store: Arc<dyn LogsStore>,
    pub(crate) intake: Arc<Intake>,
    /// Who changes filters and tags.
    pub(crate) changes: Mutex<()>,
    pub(crate) queries: Queries,
    /// To which subscription filters deliver.
    pub(crate) functions: Option<Arc<dyn Functions>>,
    /// Through which functions' logs come.
    writer: Option<Arc<LogWriter>>,
}

impl LogsService {
    /// The service on the store behind an intake.
    pub fn new(intake: Arc<Intake>) -> Self {
        let store = Arc::clone(&intake.store);
        Self {
            store,
            intake,
            changes: Mutex::default(),
            queries: Queries::default(),
            functions: None,
            writer: None,
        }
    }

    /// With functions that subscription filters may deliver to; whoever says so runs [`crate::delivery::deliver`].
    #[must_use]
    pub fn delivering_to(self, functions: Arc<dyn Functions>) -> Self {
        Self { functions: Some(functions), ..self }
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

    fn access(&self, asked: &Asked<'_>) -> Access {
        crate::access::access(asked)
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
            "ListLogGroups" => groups::list_log_groups(self, &context, input).await,
            "DeleteRetentionPolicy" => groups::delete_retention_policy(self, &context, input).await,
            "PutLogGroupDeletionProtection" => groups::put_deletion_protection(self, &context, input).await,
            "DeleteLogStream" => streams::delete_log_stream(self, &context, input).await,
            "PutMetricFilter" => filters::put_metric_filter(self, &context, input).await,
            "DescribeMetricFilters" => filters::describe_metric_filters(self, &context, input).await,
            "DeleteMetricFilter" => filters::delete_metric_filter(self, &context, input).await,
            "TestMetricFilter" => filters::test_metric_filter(input),
            "PutSubscriptionFilter" => filters::put_subscription_filter(self, &context, input).await,
            "DescribeSubscriptionFilters" => {
                filters::describe_subscription_filters(self, &context, input).await
            }
            "DeleteSubscriptionFilter" => filters::delete_subscription_filter(self, &context, input).await,
            "StartLiveTail" => live_tail::start_live_tail(self, &context, input).await,
            "TagResource" => tags::tag_resource(self, &context, input).await,
            "UntagResource" => tags::untag_resource(self, &context, input).await,
            "ListTagsForResource" => tags::list_tags_for_resource(self, &context, input).await,
            "TagLogGroup" => tags::tag_log_group(self, &context, input).await,
            "UntagLogGroup" => tags::untag_log_group(self, &context, input).await,
            "ListTagsLogGroup" => tags::list_tags_log_group(self, &context, input).await,
            "PutResourcePolicy" => policies::put_resource_policy(self, &context, input).await,
            "DescribeResourcePolicies" => policies::describe_resource_policies(self, &context, input).await,
            "DeleteResourcePolicy" => policies::delete_resource_policy(self, &context, input).await,
            "StartQuery" => queries::start_query(self, &context, input).await,
            "GetQueryResults" => queries::get_query_results(self, &context, input),
            "StopQuery" => queries::stop_query(self, &context, input),
            "DescribeQueries" => queries::describe_queries(self, &context, input),
            "ListLogGroupsForQuery" => queries::list_log_groups_for_query(self, &context, input),
            "PutQueryDefinition" => queries::put_query_definition(self, &context, input).await,
            "DescribeQueryDefinitions" => queries::describe_query_definitions(self, &context, input).await,
            "DeleteQueryDefinition" => queries::delete_query_definition(self, &context, input).await,
            "GetLogRecord" => queries::get_log_record(self, &context, input).await,
            "GetLogGroupFields" => queries::get_log_group_fields(self, &context, input).await,
            name => Err(ApiError::not_implemented("logs", name)),
        }
    }
}
