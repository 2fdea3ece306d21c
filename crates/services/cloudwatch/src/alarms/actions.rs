//! What an alarm does when its state changes.

use super::kept::{Kept, State};
use async_trait::async_trait;
use domain::Timestamp;
use serde_json::{Map, Value, json};

/// Where actions go.
#[async_trait]
pub trait AlarmActions: Send + Sync {
    /// Invokes a function asynchronously, by its ARN, with an event; `alarm` is the ARN of who does it.
    async fn invoke(&self, function: &str, alarm: &str, event: String) -> Result<(), String>;

    /// Publishes a message to a topic, by its ARN.
    async fn publish(&self, topic: &str, subject: &str, message: String) -> Result<(), String>;
}

/// Where there are none: every action is refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoActions;

#[async_trait]
impl AlarmActions for NoActions {
    async fn invoke(&self, _: &str, _: &str, _: String) -> Result<(), String> {
        Err("there are no functions".to_owned())
    }

    async fn publish(&self, _: &str, _: &str, _: String) -> Result<(), String> {
        Err("there are no topics".to_owned())
    }
}

/// Carries one action out.
pub(crate) async fn act(
    actions: &dyn AlarmActions,
    target: &str,
    alarm: &Kept,
    before: &State,
) -> Result<(), String> {
    match target.split(':').nth(2).unwrap_or_default() {
        "lambda" => actions.invoke(target, &alarm.arn(), event(alarm, before).to_string()).await,
        "sns" => {
            let subject = format!("{}: \"{}\" in {}", alarm.state.value, alarm.name, alarm.scope.region);
            actions.publish(target, &subject, message(alarm, before).to_string()).await
        }
        other => Err(format!("actions of the service {other} are not implemented by Tenfold yet")),
    }
}

/// `2023-08-04T12:36:15.490+0000`.
fn time(ms: i64) -> String {
    Timestamp(ms).lambda_format()
}

/// A function's event (Amazon CloudWatch user guide, "Invoke a Lambda function from an alarm").
pub(crate) fn event(alarm: &Kept, before: &State) -> Value {
    let state = |of: &State| {
        let mut state = json!({"value": of.value, "reason": of.reason});
        if let Some(data) = &of.reason_data {
            state["reasonData"] = json!(data);
        }
        state["timestamp"] = json!(time(of.updated));
        state
    };
    let mut configuration = Map::new();
    if let Some(description) = alarm.text("AlarmDescription") {
        configuration.insert("description".to_owned(), json!(description));
    }
    if let Some(rule) = alarm.text("AlarmRule") {
        configuration.insert("alarmRule".to_owned(), json!(rule));
    } else {
        configuration.insert("metrics".to_owned(), metrics(alarm));
    }
    json!({
        "source": "aws.cloudwatch",
        "alarmArn": alarm.arn(),
        "accountId": alarm.scope.account.as_str(),
        "time": time(alarm.state.updated),
        "region": alarm.scope.region.as_str(),
        "alarmData": {
            "alarmName": alarm.name,
            "state": state(&alarm.state),
            "previousState": state(before),
            "configuration": configuration,
        },
    })
}

fn metrics(alarm: &Kept) -> Value {
    if let Some(Value::Array(queries)) = alarm.configuration.get("Metrics") {
        let of = |query: &Value| {
            let mut out =
                json!({"id": query["Id"], "returnData": query["ReturnData"].as_bool().unwrap_or(true)});
            if let Some(expression) = query["Expression"].as_str() {
                out["expression"] = json!(expression);
                out["label"] = query["Label"].clone();
            } else {
                let stat = &query["MetricStat"];
                let metric = &stat["Metric"];
                out["metricStat"] = json!({
                    "metric": {
                        "namespace": metric["Namespace"], "name": metric["MetricName"],
                        "dimensions": dimensions(&metric["Dimensions"]),
                    },
                    "period": stat["Period"], "stat": stat["Stat"],
                });
            }
            out
        };
        return queries.iter().map(of).collect();
    }
    let stat = alarm.text("Statistic").or(alarm.text("ExtendedStatistic"));
    let mut metric_stat = json!({
        "metric": {
            "namespace": alarm.text("Namespace"),
            "name": alarm.text("MetricName"),
            "dimensions": dimensions(alarm.configuration.get("Dimensions").unwrap_or(&Value::Null)),
        },
        "period": alarm.configuration.get("Period"),
        "stat": stat,
    });
    if let Some(unit) = alarm.text("Unit") {
        metric_stat["unit"] = json!(unit);
    }
    json!([{"id": "m1", "metricStat": metric_stat, "returnData": true}])
}

fn dimensions(given: &Value) -> Value {
    let pairs = given.as_array().into_iter().flatten();
    let pairs = pairs.filter_map(|pair| Some((pair["Name"].as_str()?.to_owned(), pair["Value"].clone())));
    Value::Object(pairs.collect())
}

/// A topic's message, as alarms have always sent it.
fn message(alarm: &Kept, before: &State) -> Value {
    let mut message = json!({
        "AlarmName": alarm.name,
        "AlarmDescription": alarm.text("AlarmDescription"),
        "AWSAccountId": alarm.scope.account.as_str(),
        "AlarmConfigurationUpdatedTimestamp": time(alarm.state.configured),
        "NewStateValue": alarm.state.value,
        "NewStateReason": alarm.state.reason,
        "StateChangeTime": time(alarm.state.updated),
        "Region": alarm.scope.region.as_str(),
        "AlarmArn": alarm.arn(),
        "OldStateValue": before.value,
        "OKActions": alarm.texts("OKActions"),
        "AlarmActions": alarm.texts("AlarmActions"),
        "InsufficientDataActions": alarm.texts("InsufficientDataActions"),
    });
    if let Some(rule) = alarm.text("AlarmRule") {
        message["AlarmRule"] = json!(rule);
        return message;
    }
    let given = |member: &str| alarm.configuration.get(member).cloned().unwrap_or(Value::Null);
    let pairs = given("Dimensions");
    let pairs = pairs.as_array().into_iter().flatten();
    let pairs: Vec<_> = pairs.map(|pair| json!({"value": pair["Value"], "name": pair["Name"]})).collect();
    let mut trigger = json!({
        "Period": given("Period"),
        "EvaluationPeriods": given("EvaluationPeriods"),
        "DatapointsToAlarm": given("DatapointsToAlarm"),
        "ComparisonOperator": given("ComparisonOperator"),
        "Threshold": given("Threshold"),
        "TreatMissingData": alarm.text("TreatMissingData").unwrap_or("missing"),
        "EvaluateLowSampleCountPercentile": alarm.text("EvaluateLowSampleCountPercentile").unwrap_or(""),
    });
    match alarm.configuration.get("Metrics") {
        Some(metrics) => trigger["Metrics"] = metrics.clone(),
        None => {
            let (kind, stat) = match alarm.text("ExtendedStatistic") {
                Some(stat) => ("ExtendedStatistic", stat.to_owned()),
                None => ("Statistic", alarm.text("Statistic").unwrap_or_default().to_uppercase()),
            };
            trigger["MetricName"] = given("MetricName");
            trigger["Namespace"] = given("Namespace");
            trigger["StatisticType"] = json!(kind);
            trigger[kind] = json!(stat);
            trigger["Unit"] = given("Unit");
            trigger["Dimensions"] = json!(pairs);
        }
    }
    message["Trigger"] = trigger;
    message
}
