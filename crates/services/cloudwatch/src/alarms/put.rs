//! PutMetricAlarm and PutCompositeAlarm.

use super::evaluate::{Comparison, Missing};
use super::kept::{self, Kept, State};
use super::rule;
use crate::data;
use crate::errors::{combination, explain, invalid, missing, validation};
use crate::service::CloudWatchService;
use crate::statistic::Stat;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use store::AlarmEvent;

/// Alarms of an account and region (CloudWatch service quotas: 5,000).
const MOST: usize = 5_000;
/// What the periods of an alarm come to at most, s: a day, and a week where each is an hour or more.
const DAY_S: i64 = 86_400;

pub(crate) async fn put_metric_alarm(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let members = input.members.clone();
    let request: wire::PutMetricAlarmInput = input.parse()?;
    if request.evaluation_criteria.is_some() || request.threshold_metric_id.is_some() {
        return Err(ApiError::not_implemented(
            "monitoring",
            "PutMetricAlarm with EvaluationCriteria or ThresholdMetricId",
        ));
    }
    let comparison = request.comparison_operator.as_deref().ok_or_else(|| missing("ComparisonOperator"))?;
    if Comparison::parse(comparison).is_none() {
        return Err(ApiError::not_implemented("monitoring", "PutMetricAlarm with anomaly detection"));
    }
    let periods = request.evaluation_periods.ok_or_else(|| missing("EvaluationPeriods"))?;
    request.threshold.ok_or_else(|| missing("Threshold"))?;
    if request.datapoints_to_alarm.is_some_and(|to_alarm| to_alarm > periods) {
        return Err(validation("Maximum number of DatapointsToAlarm is the number of EvaluationPeriods"));
    }
    if Missing::parse(request.treat_missing_data.as_deref()).is_none() {
        return Err(validation(
            "Option for TreatMissingData is not supported. Supported options are breaching, notBreaching, ignore, missing",
        ));
    }
    let longest = match &request.metrics {
        Some(metrics) if !metrics.is_empty() => of_queries(&request, metrics)?,
        _ => of_one_metric(&request)?,
    };
    let whole = longest * i64::from(periods);
    if whole > if longest >= 3_600 { 7 * DAY_S } else { DAY_S } {
        return Err(validation(
            "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).",
        ));
    }
    check_actions(&[&request.ok_actions, &request.alarm_actions, &request.insufficient_data_actions])?;
    put(service, context, &request.alarm_name, members).await
}

fn of_one_metric(request: &wire::PutMetricAlarmInput) -> Result<i64, ApiError> {
    if request.metric_name.is_none() {
        return Err(missing("MetricName"));
    }
    if request.namespace.is_none() {
        return Err(missing("Namespace"));
    }
    match (&request.statistic, &request.extended_statistic) {
        (Some(_), Some(_)) => {
            return Err(combination("Exactly one of Statistic and ExtendedStatistic must be specified"));
        }
        (None, None) => return Err(missing("Statistic")),
        (Some(_), None) => {}
        (None, Some(stat)) if Stat::parse(stat).is_some_and(Stat::is_extended) => {}
        (None, Some(stat)) => {
            return Err(invalid(format!(
                "The value {stat} for parameter ExtendedStatistic is not supported."
            )));
        }
    }
    in_seconds(request.period.ok_or_else(|| missing("Period"))?)
}

/// A period that alarms may have, s.
fn in_seconds(period: i32) -> Result<i64, ApiError> {
    match period {
        10 | 20 | 30 => Ok(i64::from(period)),
        _ if period >= 60 && period % 60 == 0 => Ok(i64::from(period)),
        _ => Err(validation("Period must be 10, 20, 30 or a multiple of 60")),
    }
}

fn of_queries(
    request: &wire::PutMetricAlarmInput,
    metrics: &[wire::MetricDataQuery],
) -> Result<i64, ApiError> {
    let alone = request.metric_name.is_some()
        || request.namespace.is_some()
        || request.period.is_some()
        || request.statistic.is_some()
        || request.extended_statistic.is_some()
        || request.dimensions.is_some();
    if alone {
        return Err(combination(
            "MetricName, Namespace, Dimensions, Period, Unit, Statistic and ExtendedStatistic must not be specified together with Metrics",
        ));
    }
    data::check(metrics)?;
    let returned = metrics.iter().filter(|query| query.return_data != Some(false)).count();
    if returned != 1 {
        return Err(validation("Exactly one element of the metrics list should return data."));
    }
    let mut longest = None;
    for query in metrics {
        if let Some(period) = query.metric_stat.as_ref().map(|stat| stat.period).or(query.period) {
            longest = longest.max(Some(in_seconds(period)?));
        }
    }
    Ok(longest.unwrap_or(60))
}

pub(crate) async fn put_composite_alarm(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let members = input.members.clone();
    let request: wire::PutCompositeAlarmInput = input.parse()?;
    if request.actions_suppressor.is_some() {
        return Err(ApiError::not_implemented("monitoring", "PutCompositeAlarm with ActionsSuppressor"));
    }
    let rule = rule::parse(&request.alarm_rule);
    let rule = rule.map_err(|why| validation(format!("AlarmRule is invalid: {why}")))?;
    let mut names = Vec::new();
    rule.names(&mut names);
    let known = kept::all(service, &context.scope).await?;
    for name in names {
        if name == request.alarm_name {
            return Err(validation("AlarmRule must not refer to the alarm itself"));
        }
        if !known.iter().any(|alarm| alarm.name == name) {
            return Err(validation(format!(
                "Could not save the composite alarm as alarms [{name}] in the alarm rule do not exist"
            )));
        }
    }
    check_actions(&[&request.ok_actions, &request.alarm_actions, &request.insufficient_data_actions])?;
    put(service, context, &request.alarm_name, members).await
}

fn check_actions(lists: &[&Option<Vec<String>>]) -> Result<(), ApiError> {
    for list in lists.iter().filter_map(|list| list.as_ref()) {
        if list.len() > 5 {
            return Err(validation("The number of actions must not exceed 5"));
        }
        if let Some(bad) = list.iter().find(|arn| !arn.starts_with("arn:") || arn.split(':').count() < 6) {
            return Err(validation(format!("Invalid arn syntax: {bad}")));
        }
        let distinct: BTreeSet<_> = list.iter().collect();
        if distinct.len() != list.len() {
            return Err(validation("The actions must be unique"));
        }
    }
    Ok(())
}

/// A new alarm knows nothing yet; one that is put again keeps its state and its tags.
async fn put(
    service: &CloudWatchService,
    context: &RequestContext,
    name: &str,
    mut configuration: Map<String, Value>,
) -> Result<Output, ApiError> {
    let _changing = service.changing.lock().await;
    let found = kept::find(service, &context.scope, name).await?;
    let composite = configuration.contains_key("AlarmRule");
    if found.as_ref().is_some_and(|found| found.is_composite() != composite) {
        return Err(validation("An alarm of another type has this name"));
    }
    if found.is_none() && kept::all(service, &context.scope).await?.len() >= MOST {
        return Err(ApiError::new(400, "LimitExceeded", format!("There are {MOST} alarms already")));
    }
    let mut state = found.as_ref().map_or_else(|| State::new(context.now), |found| found.state.clone());
    state.configured = context.now.0;
    if let Some(tags) = found.as_ref().and_then(|found| found.configuration.get("Tags")) {
        configuration.insert("Tags".to_owned(), tags.clone());
    }
    let alarm = Kept { scope: context.scope.clone(), name: name.to_owned(), configuration, state };
    let (word, kind) = if found.is_some() { ("updated", "Update") } else { ("created", "Create") };
    let event = AlarmEvent {
        alarm: alarm.name.clone(),
        alarm_type: alarm.kind().to_owned(),
        at: context.now,
        kind: "ConfigurationUpdate".to_owned(),
        summary: format!("Alarm \"{name}\" {word}"),
        data:
            json!({"version": "1.0", "type": kind, "alarmName": name, "configuration": alarm.configuration})
                .to_string(),
    };
    service.alarms.put_alarm(alarm.write(), vec![event]).await.map_err(|e| explain(&e))?;
    service.changed();
    Ok(Output::empty())
}
