//! Log events on their way to functions, by subscription filters, and to metrics.
//!
//! Never here: a decision. What a filter asks of a function is asked of the Lambda service.

use async_trait::async_trait;
use aws_wire::ApiError;
use bytes::Bytes;
use domain::{Clock, FunctionArn, FunctionConfig, FunctionRef, Scope};
use metrics::{Datum, Dimensions, MetricId, Resolution, Statistics, Unit};
use service_lambda::{LambdaService, ServiceCaller};
use service_logs::delivery::{Functions, Source, Undelivered};
use service_logs::metrics::{Measurement, MetricSink};
use std::sync::Arc;
use store::{EmbeddedMetrics, MetricWriter};

/// Functions as subscription filters see them.
pub(super) struct Subscribed {
    pub(super) lambda: Arc<LambdaService>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Subscribed {
    async fn find(
        &self,
        function: &str,
        source: &Source<'_>,
    ) -> Result<(FunctionArn, Arc<FunctionConfig>), Undelivered> {
        let refused = |why: &str| Undelivered::Refused(format!("{function}: {why}"));
        let target = target(function, source.scope).ok_or_else(|| refused("it is no function's ARN"))?;
        let regional = format!("logs.{}.amazonaws.com", source.scope.region);
        let caller = ServiceCaller {
            names: &["logs.amazonaws.com", &regional],
            source_arn: &source.arn,
            source_account: source.scope.account.as_str(),
        };
        let found = self.lambda.invocable_by(&target, caller).await.map_err(|e| unavailable(&e))?;
        let config =
            found.ok_or_else(|| refused("there is none, or its policy does not let CloudWatch Logs in"))?;
        if config.scope == *source.scope && config.log_group() == source.group {
            return Err(refused("it writes to this log group itself, which would never end"));
        }
        Ok((target, config))
    }
}

/// The function that an ARN is of.
fn target(arn: &str, scope: &Scope) -> Option<FunctionArn> {
    let meant = FunctionRef::parse(arn).ok().filter(|_| arn.starts_with("arn:"))?;
    let account = meant.account.unwrap_or_else(|| scope.account.clone());
    let region = meant.region.unwrap_or_else(|| scope.region.clone());
    Some(FunctionArn { scope: Scope::new(account, region), name: meant.name, qualifier: meant.qualifier })
}

fn unavailable(error: &ApiError) -> Undelivered {
    Undelivered::Unavailable(error.to_string())
}

#[async_trait]
impl Functions for Subscribed {
    async fn check(&self, function: &str, source: &Source<'_>) -> Result<(), Undelivered> {
        self.find(function, source).await.map(|_| ())
    }

    async fn invoke(&self, function: &str, source: &Source<'_>, payload: Bytes) -> Result<(), Undelivered> {
        let (target, config) = self.find(function, source).await?;
        let accepted = self.lambda.accept_event(target, &config, payload, self.clock.now()).await;
        accepted.map_err(|error| match error.status {
            status if status < 500 => Undelivered::Refused(error.to_string()),
            _ => unavailable(&error),
        })
    }
}

/// Where metric filters put values.
pub(super) struct MetricsOfLogs {
    pub(super) writer: Arc<MetricWriter>,
    pub(super) embedded: EmbeddedMetrics,
}

impl MetricSink for MetricsOfLogs {
    fn put(&self, measured: Vec<Measurement>) {
        self.writer.add(measured.into_iter().map(datum).collect());
    }

    fn look(&self, scope: &Scope, message: &str) {
        self.embedded.offer(scope, message);
    }
}

fn datum(measured: Measurement) -> Datum {
    let pairs = measured.dimensions.into_iter().map(|(name, value)| (name.into(), value.into()));
    Datum {
        id: MetricId {
            scope: measured.scope,
            namespace: measured.namespace.into(),
            name: measured.name.into(),
            dimensions: Dimensions::new(pairs),
        },
        unit: measured.unit.as_deref().and_then(Unit::named).unwrap_or(Unit::NONE),
        resolution: Resolution::Minute,
        at: measured.at,
        values: Statistics::of(measured.value),
    }
}
