//! Metric filters and subscription filters.

use super::{filter_page, logged, page_of};
use crate::delivery::{Source, Undelivered};
use crate::errors::{explain, invalid, limit_exceeded, no_group, not_built, not_found};
use crate::pattern::Pattern;
use crate::service::LogsService;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{LogSetting, LogSettingKind, StoreError};

/// Of each group (quotas of CloudWatch Logs).
const METRIC_FILTERS: usize = 100;
const SUBSCRIPTION_FILTERS: usize = 2;
/// Of each metric filter.
const DIMENSIONS: usize = 3;

/// Reads a pattern of a request.
pub(crate) fn pattern(text: &str) -> Result<Pattern, ApiError> {
    Pattern::parse(text).map_err(|error| invalid(error.to_string()))
}

pub(crate) async fn put_metric_filter(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutMetricFilterRequest = input.parse()?;
    let pattern = pattern(&request.filter_pattern)?;
    for (what, given) in [
        ("applyOnTransformedLogs", request.apply_on_transformed_logs == Some(true)),
        ("fieldSelectionCriteria", request.field_selection_criteria.is_some_and(|text| !text.is_empty())),
        (
            "emitSystemFieldDimensions",
            request.emit_system_field_dimensions.is_some_and(|list| !list.is_empty()),
        ),
    ] {
        if given {
            return Err(not_built(what));
        }
    }
    for transformation in &request.metric_transformations {
        check(&pattern, transformation)?;
    }
    let filter = wire::MetricFilter {
        filter_pattern: Some(request.filter_pattern),
        metric_transformations: Some(request.metric_transformations),
        ..Default::default()
    };
    let kind = LogSettingKind::MetricFilter;
    put(service, context, kind, request.log_group_name, request.filter_name, &filter, METRIC_FILTERS).await
}

fn check(pattern: &Pattern, said: &wire::MetricTransformation) -> Result<(), ApiError> {
    // Those are AWS's own (API reference of CloudWatch, PutMetricData).
    if said.metric_namespace.starts_with("AWS/") {
        return Err(invalid(format!(
            "Invalid metric transformation: the metric namespace '{}' is reserved",
            said.metric_namespace
        )));
    }
    let number = said.metric_value.parse().is_ok_and(|value: f64| value.is_finite());
    if !number && !pattern.can_read(&said.metric_value) {
        return Err(invalid(format!(
            "Invalid metric transformation: the value '{}' is neither a number nor in the pattern",
            said.metric_value
        )));
    }
    let dimensions = said.dimensions.iter().flatten();
    if said.default_value.is_some() && dimensions.clone().next().is_some() {
        return Err(invalid(
            "Invalid metric transformation: dimensions and default value are mutually exclusive properties.",
        ));
    }
    if dimensions.clone().count() > DIMENSIONS {
        return Err(invalid(format!("Invalid metric transformation: more than {DIMENSIONS} dimensions.")));
    }
    for (name, value) in dimensions {
        if !pattern.can_read(value) {
            return Err(invalid(format!(
                "Invalid metric transformation: the dimension '{name}' is not in the pattern"
            )));
        }
    }
    Ok(())
}

pub(crate) async fn describe_metric_filters(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeMetricFiltersRequest = input.parse()?;
    if request.metric_name.is_some() != request.metric_namespace.is_some() {
        return Err(invalid("metricName and metricNamespace are given together or not at all."));
    }
    let group = request.log_group_name.as_deref();
    if let Some(group) = group {
        exists(service, context, group).await?;
    }
    let kind = LogSettingKind::MetricFilter;
    let found = service.store.settings(&context.scope, kind, group).await.map_err(|e| explain(&e))?;
    let prefix = request.filter_name_prefix.unwrap_or_default();
    let mut filters = Vec::new();
    for setting in found.into_iter().filter(|setting| setting.name.starts_with(&prefix)) {
        let said: wire::MetricFilter = read(&setting)?;
        let wanted = |said: &wire::MetricTransformation| {
            Some(&said.metric_name) == request.metric_name.as_ref()
                && Some(&said.metric_namespace) == request.metric_namespace.as_ref()
        };
        if request.metric_name.is_some() && !said.metric_transformations.iter().flatten().any(wanted) {
            continue;
        }
        let filter = wire::MetricFilter {
            filter_name: Some(setting.name.clone()),
            creation_time: Some(setting.created.0),
            log_group_name: Some(setting.group.clone()),
            apply_on_transformed_logs: Some(false),
            ..said
        };
        filters.push((filter_page(&setting), filter));
    }
    let (filters, next_token) = page_of(filters, request.next_token.as_deref(), request.limit)?;
    Output::of(&wire::DescribeMetricFiltersResponse { metric_filters: Some(filters), next_token })
}

pub(crate) async fn delete_metric_filter(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteMetricFilterRequest = input.parse()?;
    let kind = LogSettingKind::MetricFilter;
    delete(service, context, kind, &request.log_group_name, &request.filter_name, "metric filter").await
}

pub(crate) fn test_metric_filter(input: Input) -> Result<Output, ApiError> {
    let request: wire::TestMetricFilterRequest = input.parse()?;
    let pattern = pattern(&request.filter_pattern)?;
    let matches = (1..).zip(request.log_event_messages).filter_map(|(number, message)| {
        let extracted = pattern.extract(&message)?;
        Some(wire::MetricFilterMatchRecord {
            event_number: Some(number),
            event_message: Some(message),
            extracted_values: Some(extracted.into_iter().collect()),
        })
    });
    Output::of(&wire::TestMetricFilterResponse { matches: Some(matches.collect()) })
}

pub(crate) async fn put_subscription_filter(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutSubscriptionFilterRequest = input.parse()?;
    pattern(&request.filter_pattern)?;
    exists(service, context, &request.log_group_name).await?;
    for (what, given) in [
        ("applyOnTransformedLogs", request.apply_on_transformed_logs == Some(true)),
        ("fieldSelectionCriteria", request.field_selection_criteria.is_some_and(|text| !text.is_empty())),
        ("emitSystemFields", request.emit_system_fields.is_some_and(|list| !list.is_empty())),
    ] {
        if given {
            return Err(not_built(what));
        }
    }
    let destination = &request.destination_arn;
    match destination.split(':').nth(2) {
        Some("lambda") => {}
        Some("kinesis" | "firehose" | "logs") => {
            return Err(not_built("A destination that is no Lambda function"));
        }
        _ => return Err(invalid("The specified destination ARN is invalid.")),
    }
    if request.role_arn.is_some() {
        return Err(invalid("destinationArn for vendor lambda cannot be used with roleArn"));
    }
    let source = Source::new(&context.scope, &request.log_group_name);
    match service.functions.as_ref() {
        None => return Err(not_built("A subscription filter")),
        Some(functions) => functions.check(destination, &source).await.map_err(|why| match why {
            Undelivered::Refused(why) => {
                tracing::info!(why, %destination, "a subscription filter is refused");
                invalid(
                    "Could not execute the lambda function. Make sure you have given CloudWatch Logs \
                     permission to execute your function.",
                )
            }
            Undelivered::Unavailable(why) => explain(&StoreError::Unavailable(why)),
        })?,
    }
    let filter = wire::SubscriptionFilter {
        filter_pattern: Some(request.filter_pattern),
        destination_arn: Some(request.destination_arn),
        distribution: Some(request.distribution.unwrap_or_else(|| "ByLogStream".to_owned())),
        ..Default::default()
    };
    let kind = LogSettingKind::SubscriptionFilter;
    let (group, name) = (request.log_group_name, request.filter_name);
    put(service, context, kind, group, name, &filter, SUBSCRIPTION_FILTERS).await
}

pub(crate) async fn describe_subscription_filters(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeSubscriptionFiltersRequest = input.parse()?;
    exists(service, context, &request.log_group_name).await?;
    let kind = LogSettingKind::SubscriptionFilter;
    let found = service.store.settings(&context.scope, kind, Some(&request.log_group_name)).await;
    let prefix = request.filter_name_prefix.unwrap_or_default();
    let mut filters = Vec::new();
    for setting in found.map_err(|e| explain(&e))?.iter().filter(|s| s.name.starts_with(&prefix)) {
        let filter = wire::SubscriptionFilter {
            filter_name: Some(setting.name.clone()),
            log_group_name: Some(setting.group.clone()),
            creation_time: Some(setting.created.0),
            apply_on_transformed_logs: Some(false),
            ..read(setting)?
        };
        filters.push((filter_page(setting), filter));
    }
    let (filters, next_token) = page_of(filters, request.next_token.as_deref(), request.limit)?;
    Output::of(&wire::DescribeSubscriptionFiltersResponse { subscription_filters: Some(filters), next_token })
}

pub(crate) async fn delete_subscription_filter(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteSubscriptionFilterRequest = input.parse()?;
    let kind = LogSettingKind::SubscriptionFilter;
    let (group, name) = (&request.log_group_name, &request.filter_name);
    delete(service, context, kind, group, name, "subscription filter").await
}

async fn exists(service: &LogsService, context: &RequestContext, group: &str) -> Result<(), ApiError> {
    service.store.retention(&context.scope, group).await.map(|_| ()).map_err(|e| explain(&e))
}

fn read<T: DeserializeOwned>(setting: &LogSetting) -> Result<T, ApiError> {
    serde_json::from_str(&setting.value).map_err(|error| logged(setting, &error))
}

async fn put(
    service: &LogsService,
    context: &RequestContext,
    kind: LogSettingKind,
    group: String,
    name: String,
    value: &impl Serialize,
    most: usize,
) -> Result<Output, ApiError> {
    let value = serde_json::to_string(value).map_err(|_| ApiError::internal())?;
    let _changing = service.changes.lock().await;
    let setting = LogSetting { kind, group: group.clone(), name, created: context.now, value };
    match service.store.put_setting(&context.scope, setting, most).await {
        Err(StoreError::LimitExceeded(_)) => Err(limit_exceeded()),
        put => put.map_err(|e| explain(&e)),
    }?;
    service.intake.reload(&context.scope, &group).await.map_err(|e| explain(&e))?;
    Ok(Output::empty())
}

async fn delete(
    service: &LogsService,
    context: &RequestContext,
    kind: LogSettingKind,
    group: &str,
    name: &str,
    what: &str,
) -> Result<Output, ApiError> {
    let _changing = service.changes.lock().await;
    match service.store.delete_setting(&context.scope, kind, group, name).await.map_err(|e| explain(&e))? {
        true => service.intake.reload(&context.scope, group).await.map_err(|e| explain(&e))?,
        false => {
            exists(service, context, group).await.map_err(|_| no_group())?;
            return Err(not_found(&format!("The specified {what} does not exist.")));
        }
    }
    Ok(Output::empty())
}
