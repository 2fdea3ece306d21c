//! Metrics embedded in log lines (CloudWatch's embedded metric format): JSON whose `_aws` says which of its members are
//! metrics, and which are their dimensions.
//!
//! What is not of the form says nothing, as on AWS: the line is a line of the log all the same.

use crate::datum::{Datum, Dimensions, MetricId, Resolution};
use crate::statistics::Statistics;
use crate::unit::Unit;
use domain::{Scope, Timestamp};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Metrics of one directive, dimensions of one set (CloudWatch user guide, "Embedded metric format specification"), sets
/// and directives of one line, values of one metric.
const METRICS: usize = 100;
const DIMENSIONS: usize = 30;
const SETS: usize = 100;
const DIRECTIVES: usize = 100;
const VALUES: usize = 100;
/// Data of one line at most.
const MOST: usize = 1_000;
/// A longer line is none (the same: 1 MB).
const LONGEST: usize = 1 << 20;
/// How far back and ahead times may be, ms.
const BACK: i64 = 14 * 86_400_000;
const AHEAD: i64 = 2 * 3_600_000;

/// Whether a line is worth reading: cheap, and right about nearly all that are not.
pub fn may_have_metrics(line: &str) -> bool {
    line.len() <= LONGEST
        && line.trim_start().starts_with('{')
        && line.contains("\"_aws\"")
        && line.contains("\"CloudWatchMetrics\"")
}

/// The metrics in a line.
pub fn read(scope: &Scope, line: &str, now: Timestamp) -> Vec<Datum> {
    let mut found = Vec::new();
    let Ok(Value::Object(root)) = serde_json::from_str(line) else { return found };
    let Some(about) = root.get("_aws") else { return found };
    let at = about["Timestamp"].as_i64().map_or(now, Timestamp);
    if !(now.0 - BACK..=now.0 + AHEAD).contains(&at.0) {
        return found;
    }
    let directives = about["CloudWatchMetrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    for directive in directives.iter().take(DIRECTIVES) {
        // Those of AWS are measured, and not told.
        let is_ones_own = |text: &&str| fits(text, 1_024) && !text.starts_with("AWS/");
        let Some(namespace) = directive["Namespace"].as_str().filter(is_ones_own) else {
            continue;
        };
        let namespace: Arc<str> = namespace.into();
        let none = [Value::Array(Vec::new())];
        let sets = directive["Dimensions"].as_array().map_or(&none[..], Vec::as_slice);
        let sets: Vec<_> = sets.iter().take(SETS).filter_map(|set| dimensions(&root, set)).collect();
        let metrics = directive["Metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
        for metric in metrics.iter().take(METRICS) {
            let Some((name, unit, resolution, values)) = metric_of(&root, metric) else { continue };
            for dimensions in &sets {
                if found.len() >= MOST {
                    return found;
                }
                let id = MetricId {
                    scope: scope.clone(),
                    namespace: Arc::clone(&namespace),
                    name: name.into(),
                    dimensions: dimensions.clone(),
                };
                found.push(Datum { id, unit, resolution, at, values: values.clone() });
            }
        }
    }
    found
}

fn fits(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.len() <= most
}

/// A set of names of members; each must be there, as text (a number is taken as text).
fn dimensions(root: &Map<String, Value>, set: &Value) -> Option<Dimensions> {
    let names = set.as_array().filter(|names| names.len() <= DIMENSIONS)?;
    let pair = |name: &Value| {
        let name = name.as_str().filter(|name| fits(name, 250))?;
        let value = match root.get(name)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        fits(&value, 1_024).then(|| (Arc::from(name), Arc::from(value)))
    };
    Some(Dimensions::new(names.iter().map(pair).collect::<Option<Vec<_>>>()?))
}

fn metric_of<'m>(
    root: &Map<String, Value>,
    metric: &'m Value,
) -> Option<(&'m str, Unit, Resolution, Statistics)> {
    let name = metric["Name"].as_str().filter(|name| fits(name, 1_024))?;
    let unit = match &metric["Unit"] {
        Value::Null => Unit::NONE,
        given => Unit::named(given.as_str()?)?,
    };
    let resolution = match metric["StorageResolution"].as_i64() {
        Some(1) => Resolution::Second,
        _ => Resolution::Minute,
    };
    let mut values = Statistics::default();
    match root.get(name)? {
        Value::Array(given) => {
            for value in given.iter().take(VALUES) {
                values.add(number(value)?, 1.0);
            }
        }
        value => values.add(number(value)?, 1.0),
    }
    (values.count > 0.0).then_some((name, unit, resolution, values))
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().filter(|value| value.abs() <= 2_f64.powi(360))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region};
    use serde_json::json;

    const NOW: Timestamp = Timestamp(1_795_544_521_123);

    fn scope() -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap())
    }

    fn line(about: &Value) -> String {
        let mut line = json!({"f": "g", "n": 3, "Latency": 12.5, "Sizes": [1, 2, 3], "text": "x", "o": {}});
        line["_aws"] = about.clone();
        line.to_string()
    }

    /// Name, values of dimensions, unit, sum.
    fn brief(line: &str) -> Vec<(String, Vec<String>, &'static str, f64)> {
        assert!(may_have_metrics(line));
        let found = read(&scope(), line, NOW);
        let one = |datum: &Datum| {
            let pairs = datum.id.dimensions.pairs().iter().map(|(_, value)| value.to_string()).collect();
            (datum.id.name.to_string(), pairs, datum.unit.name(), datum.values.sum)
        };
        found.iter().map(one).collect()
    }

    #[test]
    fn what_a_line_says() {
        let about = json!({"Timestamp": NOW.0 - 5_000, "CloudWatchMetrics": [{
            "Namespace": "app", "Dimensions": [["f"], ["f", "n"], []],
            "Metrics": [{"Name": "Latency", "Unit": "Milliseconds"}, {"Name": "Sizes", "StorageResolution": 1}],
        }]});
        let found = brief(&line(&about));
        assert_eq!(found.len(), 6);
        assert_eq!(found[0], ("Latency".into(), vec!["g".into()], "Milliseconds", 12.5));
        assert_eq!(found[1].1, ["g", "3"]);
        assert_eq!(found[5], ("Sizes".into(), vec![], "None", 6.0));
        let data = read(&scope(), &line(&about), NOW);
        assert_eq!((data[0].at.0, data[0].resolution), (NOW.0 - 5_000, Resolution::Minute));
        assert_eq!(
            (&*data[5].id.namespace, data[5].resolution, data[5].values.count),
            ("app", Resolution::Second, 3.0)
        );
    }

    #[test]
    fn what_is_not_of_the_form_says_nothing() {
        let with = |directive: Value| line(&json!({"Timestamp": NOW.0, "CloudWatchMetrics": [directive]}));
        let metrics = json!([{"Name": "Latency"}]);
        for directive in [
            json!({}),
            json!({"Namespace": "", "Metrics": metrics}),
            json!({"Namespace": "n", "Metrics": [{"Name": "missing"}, {"Name": "text"}, {"Name": "Latency", "Unit": "Hours"}]}),
            json!({"Namespace": "n", "Metrics": metrics, "Dimensions": [["missing"], ["o"], "f"]}),
            json!({"Namespace": "n", "Metrics": metrics, "Dimensions": [vec!["f"; 31]]}),
        ] {
            assert_eq!(brief(&with(directive.clone())), [], "{directive}");
        }
        assert_eq!(
            brief(&with(json!({"Namespace": "n", "Metrics": metrics}))).len(),
            1,
            "without dimensions"
        );
        let old = json!({"Timestamp": NOW.0 - BACK - 1, "CloudWatchMetrics": [{"Namespace": "n", "Metrics": metrics}]});
        assert_eq!(brief(&line(&old)), []);
        let many = json!({"Namespace": "n", "Metrics": vec![json!({"Name": "Latency"}); 150]});
        assert_eq!(brief(&with(many)).len(), METRICS);
        for line in [
            "",
            "plain",
            "{\"_aws\": 1}",
            "[\"_aws\", \"CloudWatchMetrics\"]",
            "{\"_aws\":{\"CloudWatchMetrics\":",
        ] {
            assert!(!may_have_metrics(line) || read(&scope(), line, NOW).is_empty(), "{line}");
        }
    }
}
