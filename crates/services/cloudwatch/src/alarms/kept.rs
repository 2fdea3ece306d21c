//! An alarm as it is kept: its configuration as it was put, and its state.

use crate::errors::explain;
use crate::service::CloudWatchService;
use aws_wire::ApiError;
use domain::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::Alarm;

pub(crate) const OK: &str = "OK";
pub(crate) const ALARM: &str = "ALARM";
pub(crate) const INSUFFICIENT: &str = "INSUFFICIENT_DATA";

/// An alarm.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) scope: Scope,
    pub(crate) name: String,
    /// Members of PutMetricAlarm or PutCompositeAlarm.
    pub(crate) configuration: Map<String, Value>,
    pub(crate) state: State,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct State {
    pub(crate) value: String,
    pub(crate) reason: String,
    pub(crate) reason_data: Option<String>,
    /// Times, ms since 1970.
    pub(crate) updated: i64,
    pub(crate) transitioned: i64,
    pub(crate) configured: i64,
    /// Only some of the wanted data was there.
    pub(crate) evaluation: Option<String>,
}

impl Kept {
    pub(crate) fn read(alarm: Alarm) -> Option<Self> {
        let Alarm { scope, name, configuration, state } = alarm;
        let (configuration, state) = (serde_json::from_str(&configuration), serde_json::from_str(&state));
        if let (Ok(configuration), Ok(state)) = (configuration, state) {
            return Some(Self { scope, name, configuration, state });
        }
        tracing::error!(alarm = name, "an alarm cannot be read");
        None
    }

    pub(crate) fn write(&self) -> Alarm {
        Alarm {
            scope: self.scope.clone(),
            name: self.name.clone(),
            configuration: Value::Object(self.configuration.clone()).to_string(),
            state: serde_json::to_string(&self.state).unwrap_or_default(),
        }
    }

    pub(crate) fn is_composite(&self) -> bool {
        self.configuration.contains_key("AlarmRule")
    }

    pub(crate) fn kind(&self) -> &'static str {
        if self.is_composite() { "CompositeAlarm" } else { "MetricAlarm" }
    }

    pub(crate) fn arn(&self) -> String {
        let Scope { account, region } = &self.scope;
        format!("arn:{}:cloudwatch:{region}:{account}:alarm:{}", region.partition(), self.name)
    }

    pub(crate) fn text(&self, member: &str) -> Option<&str> {
        self.configuration.get(member).and_then(Value::as_str)
    }

    pub(crate) fn number(&self, member: &str) -> Option<f64> {
        self.configuration.get(member).and_then(Value::as_f64)
    }

    pub(crate) fn texts(&self, member: &str) -> Vec<String> {
        let list = self.configuration.get(member).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).map(ToOwned::to_owned).collect()
    }

    pub(crate) fn acts(&self) -> bool {
        self.configuration.get("ActionsEnabled").and_then(Value::as_bool).unwrap_or(true)
    }
}

impl State {
    pub(crate) fn new(now: Timestamp) -> Self {
        Self {
            value: INSUFFICIENT.to_owned(),
            reason: "Unchecked: Initial alarm creation".to_owned(),
            reason_data: None,
            updated: now.0,
            transitioned: now.0,
            configured: now.0,
            evaluation: None,
        }
    }
}

/// The alarm of that name.
pub(crate) async fn find(
    service: &CloudWatchService,
    scope: &Scope,
    name: &str,
) -> Result<Option<Kept>, ApiError> {
    let found = service.alarms.alarm(scope, name).await.map_err(|e| explain(&e))?;
    Ok(found.and_then(Kept::read))
}

/// All of an account and region, by name.
pub(crate) async fn all(service: &CloudWatchService, scope: &Scope) -> Result<Vec<Kept>, ApiError> {
    let found = service.alarms.alarms(scope).await.map_err(|e| explain(&e))?;
    Ok(found.into_iter().filter_map(Kept::read).collect())
}
