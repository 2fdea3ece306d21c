//! ListMetrics.

use crate::errors::{bad_token, explain, invalid};
use crate::metric::{dimensions, read_token, write_token};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use store::{MetricCursor, MetricFilter};

/// Metrics of one answer (API reference of ListMetrics).
const PAGE: usize = 500;
const HOUR_MS: i64 = 3_600_000;

pub(crate) async fn list_metrics(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListMetricsInput = input.parse()?;
    let since = match request.recently_active.as_deref() {
        None => 14 * 24 * HOUR_MS,
        Some("PT3H") => 3 * HOUR_MS,
        Some(_) => return Err(invalid("The parameter RecentlyActive must be PT3H.")),
    };
    let dimensions_wanted = request.dimensions.unwrap_or_default();
    let filter = MetricFilter {
        scope: context.scope.clone(),
        namespace: request.namespace,
        name: request.metric_name,
        dimensions: dimensions_wanted.into_iter().map(|of| (of.name, of.value)).collect(),
        since: Timestamp(context.now.0 - since),
    };
    let after = match request.next_token.as_deref().map(read_token).transpose()? {
        Some(text) => Some(MetricCursor(text.parse().map_err(|_| bad_token())?)),
        None => None,
    };
    service.fresh().await;
    let (page, next) = service.store.list_metrics(&filter, after, PAGE).await.map_err(|e| explain(&e))?;
    let metric = |id: &metrics::MetricId| wire::Metric {
        namespace: Some(id.namespace.to_string()),
        metric_name: Some(id.name.to_string()),
        dimensions: Some(dimensions(&id.dimensions)),
    };
    Output::of(&wire::ListMetricsOutput {
        metrics: Some(page.items.iter().map(metric).collect()),
        next_token: next.map(|next| write_token(&next.0.to_string())),
        owning_accounts: None,
    })
}
