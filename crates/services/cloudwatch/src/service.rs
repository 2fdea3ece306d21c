//! The service: what it stands on, and which operation is which file.

use crate::alarms::actions::AlarmActions;
use crate::{alarms, dashboards, data, list, put, statistics};
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::cloudwatch::MODEL;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{AlarmStore, MetricStore, MetricWriter};
use tokio::sync::Mutex;

/// CloudWatch.
pub struct CloudWatchService {
    pub(crate) store: Arc<dyn MetricStore>,
    pub(crate) alarms: Arc<dyn AlarmStore>,
    pub(crate) actions: Arc<dyn AlarmActions>,
    writer: Option<Arc<MetricWriter>>,
    /// Who changes an alarm: one at a time, since a change reads what was before.
    pub(crate) changing: Mutex<()>,
    /// Counts the changes of alarms.
    changes: AtomicU64,
}

impl CloudWatchService {
    /// On a store; alarms act through `actions`.
    pub fn new(
        store: Arc<dyn MetricStore>,
        alarms: Arc<dyn AlarmStore>,
        actions: Arc<dyn AlarmActions>,
    ) -> Self {
        let (changing, changes) = (Mutex::default(), AtomicU64::new(0));
        Self { store, alarms, actions, writer: None, changing, changes }
    }

    /// What the writer still has in memory is written before anything is read.
    pub fn reading_after(self, writer: Arc<MetricWriter>) -> Self {
        Self { writer: Some(writer), ..self }
    }

    pub(crate) async fn fresh(&self) {
        if let Some(writer) = &self.writer {
            writer.flush().await;
        }
    }

    pub(crate) fn changed(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
    }

    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }
}

#[async_trait]
impl Service for CloudWatchService {
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
        match operation.name {
            "PutMetricData" => put::put_metric_data(self, &context, input).await,
            "GetMetricData" => data::get_metric_data(self, &context, input).await,
            "GetMetricStatistics" => statistics::get_metric_statistics(self, &context, input).await,
            "ListMetrics" => list::list_metrics(self, &context, input).await,
            "PutDashboard" => dashboards::put_dashboard(self, &context, input).await,
            "GetDashboard" => dashboards::get_dashboard(self, &context, input).await,
            "ListDashboards" => dashboards::list_dashboards(self, &context, input).await,
            "DeleteDashboards" => dashboards::delete_dashboards(self, &context, input).await,
            "PutMetricAlarm" => alarms::put::put_metric_alarm(self, &context, input).await,
            "PutCompositeAlarm" => alarms::put::put_composite_alarm(self, &context, input).await,
            "DeleteAlarms" => alarms::operations::delete_alarms(self, &context, input).await,
            "DescribeAlarms" => alarms::describe::describe_alarms(self, &context, input).await,
            "DescribeAlarmsForMetric" => {
                alarms::describe::describe_alarms_for_metric(self, &context, input).await
            }
            "DescribeAlarmHistory" => alarms::describe::describe_alarm_history(self, &context, input).await,
            "SetAlarmState" => alarms::operations::set_alarm_state(self, &context, input).await,
            "EnableAlarmActions" => alarms::operations::enable_alarm_actions(self, &context, input).await,
            "DisableAlarmActions" => alarms::operations::disable_alarm_actions(self, &context, input).await,
            "TagResource" => alarms::tags::tag_resource(self, &context, input).await,
            "UntagResource" => alarms::tags::untag_resource(self, &context, input).await,
            "ListTagsForResource" => alarms::tags::list_tags_for_resource(self, &context, input).await,
            name => Err(ApiError::not_implemented("monitoring", name)),
        }
    }
}
