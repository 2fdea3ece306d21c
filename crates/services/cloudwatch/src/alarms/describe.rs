//! DescribeAlarms, DescribeAlarmsForMetric and DescribeAlarmHistory.

use super::kept::{self, Kept};
use super::rule;
use crate::errors::{bad_token, explain, validation};
use crate::metric::{read_token, seconds, timestamp, write_token};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use serde_json::{Map, Value, json};

/// Alarms and events of one answer (API references: 100).
const PAGE: usize = 100;

/// As an answer has it.
fn members(alarm: &Kept) -> Map<String, Value> {
    let mut members = alarm.configuration.clone();
    members.swap_remove("Tags");
    let state = &alarm.state;
    let at = |ms: i64| json!(seconds(Timestamp(ms)));
    for (name, value) in [
        ("AlarmArn", json!(alarm.arn())),
        ("ActionsEnabled", json!(alarm.acts())),
        ("AlarmConfigurationUpdatedTimestamp", at(state.configured)),
        ("StateValue", json!(state.value)),
        ("StateReason", json!(state.reason)),
        ("StateReasonData", json!(state.reason_data)),
        ("StateUpdatedTimestamp", at(state.updated)),
        ("StateTransitionedTimestamp", at(state.transitioned)),
        ("EvaluationState", json!(state.evaluation)),
    ] {
        members.insert(name.to_owned(), value);
    }
    for list in ["OKActions", "AlarmActions", "InsufficientDataActions"] {
        members.entry(list).or_insert_with(|| json!([]));
    }
    if !alarm.is_composite() {
        members.entry("Dimensions").or_insert_with(|| json!([]));
    }
    members
}

fn limit(given: Option<i32>) -> usize {
    given.and_then(|given| usize::try_from(given).ok()).unwrap_or(PAGE).clamp(1, PAGE)
}

fn rule_names(alarm: &Kept) -> Vec<String> {
    let rule = alarm.text("AlarmRule").and_then(|text| rule::parse(text).ok());
    let mut names = Vec::new();
    rule.iter().for_each(|rule| rule.names(&mut names));
    names.into_iter().map(ToOwned::to_owned).collect()
}

pub(crate) async fn describe_alarms(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeAlarmsInput = input.parse()?;
    if request.alarm_names.is_some() && request.alarm_name_prefix.is_some() {
        return Err(validation("AlarmNames and AlarmNamePrefix must not be specified together"));
    }
    let all = kept::all(service, &context.scope).await?;
    let children = request
        .children_of_alarm_name
        .as_ref()
        .map(|parent| all.iter().find(|alarm| alarm.name == *parent).map(rule_names).unwrap_or_default());
    let after = request.next_token.as_deref().map(read_token).transpose()?;
    let types = request
        .alarm_types
        .filter(|types| !types.is_empty())
        .unwrap_or_else(|| vec!["MetricAlarm".to_owned()]);
    let acts = |alarm: &Kept, prefix: &str| {
        let lists = ["OKActions", "AlarmActions", "InsufficientDataActions"];
        lists.iter().flat_map(|list| alarm.texts(list)).any(|arn| arn.starts_with(prefix))
    };
    let fits = |alarm: &&Kept| {
        types.iter().any(|kind| kind == alarm.kind())
            && request.alarm_names.as_ref().is_none_or(|names| names.contains(&alarm.name))
            && request.alarm_name_prefix.as_ref().is_none_or(|prefix| alarm.name.starts_with(prefix.as_str()))
            && request.state_value.as_ref().is_none_or(|state| alarm.state.value == *state)
            && request.action_prefix.as_ref().is_none_or(|prefix| acts(alarm, prefix))
            && children.as_ref().is_none_or(|children| children.contains(&alarm.name))
            && request.parents_of_alarm_name.as_ref().is_none_or(|child| rule_names(alarm).contains(child))
            && after.as_ref().is_none_or(|after| alarm.name > *after)
    };
    let limit = limit(request.max_records);
    let mut found: Vec<_> = all.iter().filter(fits).take(limit + 1).collect();
    let more = found.len() > limit;
    found.truncate(limit);
    let of = |composite: bool| {
        let fitting = found.iter().filter(|alarm| alarm.is_composite() == composite);
        fitting.map(|alarm| Value::Object(members(alarm))).collect::<Vec<_>>()
    };
    let mut output = Output::empty();
    output.members.insert("MetricAlarms".to_owned(), of(false).into());
    output.members.insert("CompositeAlarms".to_owned(), of(true).into());
    if let Some(last) = found.last().filter(|_| more) {
        output.members.insert("NextToken".to_owned(), write_token(&last.name).into());
    }
    Ok(output)
}

pub(crate) async fn describe_alarms_for_metric(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeAlarmsForMetricInput = input.parse()?;
    let pairs = |given: Option<Vec<wire::Dimension>>| {
        let mut pairs: Vec<_> = given.unwrap_or_default().into_iter().map(|of| (of.name, of.value)).collect();
        pairs.sort();
        pairs
    };
    let wanted = pairs(request.dimensions);
    let same = |alarm: &Kept, member: &str, given: &Option<String>| {
        given.as_ref().is_none_or(|given| alarm.text(member) == Some(given.as_str()))
    };
    let all = kept::all(service, &context.scope).await?;
    let found = all.iter().filter(|alarm| {
        let of_metric = |name: Option<&str>, namespace: Option<&str>, dimensions: Value| {
            let dimensions =
                serde_json::from_value::<Option<Vec<wire::Dimension>>>(dimensions).unwrap_or_default();
            name == Some(&request.metric_name)
                && namespace == Some(&request.namespace)
                && pairs(dimensions) == wanted
        };
        let given = |member: &str| alarm.configuration.get(member).cloned().unwrap_or(Value::Null);
        let own = of_metric(alarm.text("MetricName"), alarm.text("Namespace"), given("Dimensions"));
        let queries = given("Metrics");
        let in_queries = queries.as_array().into_iter().flatten().any(|query| {
            let metric = &query["MetricStat"]["Metric"];
            of_metric(
                metric["MetricName"].as_str(),
                metric["Namespace"].as_str(),
                metric["Dimensions"].clone(),
            )
        });
        (own || in_queries)
            && same(alarm, "Statistic", &request.statistic)
            && same(alarm, "ExtendedStatistic", &request.extended_statistic)
            && same(alarm, "Unit", &request.unit)
            && request.period.is_none_or(|period| alarm.number("Period") == Some(f64::from(period)))
    });
    let mut output = Output::empty();
    let found: Vec<_> = found.map(|alarm| Value::Object(members(alarm))).collect();
    output.members.insert("MetricAlarms".to_owned(), found.into());
    Ok(output)
}

pub(crate) async fn describe_alarm_history(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeAlarmHistoryInput = input.parse()?;
    let since = request.start_date.map_or(Timestamp(0), timestamp);
    let until = request.end_date.map_or(Timestamp(i64::MAX), timestamp);
    let found =
        service.alarms.alarm_events(&context.scope, request.alarm_name.as_deref(), since, until).await;
    let mut found = found.map_err(|e| explain(&e))?;
    let kinds = request.alarm_types.filter(|types| !types.is_empty());
    found.retain(|event| {
        request.history_item_type.as_ref().is_none_or(|kind| event.kind == *kind)
            && kinds.as_ref().is_none_or(|kinds| kinds.contains(&event.alarm_type))
    });
    if request.scan_by.as_deref() == Some("TimestampAscending") {
        found.reverse();
    }
    let skip: usize = match request.next_token.as_deref().map(read_token).transpose()? {
        Some(text) => text.parse().map_err(|_| bad_token())?,
        None => 0,
    };
    let limit = limit(request.max_records);
    let more = found.len() > skip.saturating_add(limit);
    let items = found.into_iter().skip(skip).take(limit).map(|event| wire::AlarmHistoryItem {
        alarm_name: Some(event.alarm),
        alarm_type: Some(event.alarm_type),
        timestamp: Some(seconds(event.at)),
        history_item_type: Some(event.kind),
        history_summary: Some(event.summary),
        history_data: Some(event.data),
        ..Default::default()
    });
    Output::of(&wire::DescribeAlarmHistoryOutput {
        alarm_history_items: Some(items.collect()),
        next_token: more.then(|| write_token(&(skip + limit).to_string())),
    })
}
