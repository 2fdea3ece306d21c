//! Metrics out of log events: what a metric filter says, and where values go.

use crate::pattern::Pattern;
use aws_wire::generated::logs::MetricTransformation;
use domain::log::LogEvent;
use domain::{Scope, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;

/// One value of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// Account and region.
    pub scope: Scope,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// Names and values, at most three.
    pub dimensions: Vec<(String, String)>,
    /// The value; finite.
    pub value: f64,
    /// Its unit as CloudWatch spells it.
    pub unit: Option<String>,
    /// When it was measured: the time of the log event.
    pub at: Timestamp,
}

/// Where values go. Taking them never blocks and never fails.
pub trait MetricSink: Send + Sync {
    /// Takes values, in the order of their events.
    fn put(&self, measured: Vec<Measurement>);

    /// Looks at a message that is about to be kept: it may have metrics embedded in it. Never waits.
    fn look(&self, _scope: &domain::Scope, _message: &str) {}
}

/// A metric filter, ready to work.
#[derive(Debug)]
pub(crate) struct MetricRule {
    pub(crate) pattern: Pattern,
    pub(crate) transformation: Arc<MetricTransformation>,
}

impl MetricRule {
    /// What events of a batch are worth. Where there is a default value, a minute in which events came and none of them
    /// matched has it once.
    pub(crate) fn measure(&self, scope: &Scope, events: &[LogEvent]) -> Vec<Measurement> {
        let said = &self.transformation;
        let dimensions = said.dimensions.as_ref();
        let mut selectors = vec![said.metric_value.as_str()];
        selectors.extend(dimensions.into_iter().flatten().map(|(_, selector)| selector.as_str()));
        let literal = said.metric_value.parse::<f64>().ok();
        let one = |dimensions, value, at| Measurement {
            scope: scope.clone(),
            namespace: said.metric_namespace.clone(),
            name: said.metric_name.clone(),
            dimensions,
            value,
            unit: said.unit.clone(),
            at,
        };
        let minute = |at: Timestamp| at.0.div_euclid(60_000);
        let (mut measured, mut hit, mut missed) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        for event in events {
            let Some(found) = self.pattern.read(&event.message, &selectors) else {
                missed.insert(minute(event.timestamp));
                continue;
            };
            hit.insert(minute(event.timestamp));
            let mut found = found.into_iter();
            let read = found.next().flatten().and_then(|text| text.parse().ok());
            let Some(value) = literal.or(read).filter(|value| value.is_finite()) else { continue };
            let names = dimensions.into_iter().flatten().map(|(name, _)| name.clone());
            // A dimension that the event does not have leaves out the value.
            let pairs: Option<Vec<_>> = names.zip(found).map(|(name, value)| Some((name, value?))).collect();
            if let Some(pairs) = pairs {
                measured.push(one(pairs, value, event.timestamp));
            }
        }
        if let Some(value) = said.default_value {
            let silent = missed.difference(&hit);
            measured.extend(silent.map(|at| one(Vec::new(), value, Timestamp(at.saturating_mul(60_000)))));
        }
        measured
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region};

    fn measure(
        pattern: &str,
        transformation: serde_json::Value,
        events: &[(i64, &str)],
    ) -> Vec<(f64, String)> {
        let scope = Scope::new(AccountId::new("111111111111").unwrap(), Region::new("us-east-1").unwrap());
        let mut whole = serde_json::json!({ "metricName": "m", "metricNamespace": "n" });
        whole.as_object_mut().unwrap().extend(transformation.as_object().unwrap().clone());
        let rule = MetricRule {
            pattern: Pattern::parse(pattern).unwrap(),
            transformation: Arc::new(serde_json::from_value(whole).unwrap()),
        };
        let events: Vec<_> = events
            .iter()
            .map(|(at, text)| LogEvent { timestamp: Timestamp(*at), message: (*text).to_owned() })
            .collect();
        let text = |m: &Measurement| m.dimensions.iter().map(|(n, v)| format!("{n}={v}")).collect::<String>();
        rule.measure(&scope, &events).iter().map(|m| (m.value, text(m))).collect()
    }

    #[test]
    fn values() {
        use serde_json::json;
        let lines = [
            (0, r#"{"a":5,"w":"x"}"#),
            (1, r#"{"a":"7"}"#),
            (60_000, "no"),
            (120_000, r#"{"a":"y","w":"z"}"#),
        ];
        let none = String::new;
        assert_eq!(measure("no", json!({ "metricValue": "2.5" }), &lines), [(2.5, none())]);
        assert_eq!(
            measure("{ $.a = * }", json!({ "metricValue": "$.a" }), &lines),
            [(5.0, none()), (7.0, none())]
        );
        assert_eq!(
            measure("{ $.a = * }", json!({ "metricValue": "1", "defaultValue": 0.0 }), &lines),
            [(1.0, none()), (1.0, none()), (1.0, none()), (0.0, none())]
        );
        let dimensions = json!({ "metricValue": "1", "dimensions": { "W": "$.w" } });
        assert_eq!(
            measure("{ $.a = * }", dimensions, &lines),
            [(1.0, "W=x".to_owned()), (1.0, "W=z".to_owned())]
        );
        assert_eq!(
            measure("[word, n]", json!({ "metricValue": "$n" }), &[(0, "a 12"), (1, "b c"), (2, "d 3 4")]),
            [(12.0, none())]
        );
    }
}
