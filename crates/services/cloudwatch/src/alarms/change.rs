//! A new state: written with its history, then acted upon.

use super::actions;
use super::kept::{ALARM, Kept, OK, State};
use crate::errors::explain;
use crate::service::CloudWatchService;
use aws_wire::ApiError;
use domain::Timestamp;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{AlarmEvent, AlarmStore};

/// What changes.
pub(crate) struct Change {
    pub(crate) value: String,
    pub(crate) reason: String,
    pub(crate) reason_data: Option<String>,
}

/// Gives an alarm a new state. The caller holds `changing`. Where the value is another one, the actions for it are carried out
/// in the background, each once.
pub(crate) async fn change(
    service: &CloudWatchService,
    alarm: &mut Kept,
    change: Change,
    now: Timestamp,
) -> Result<(), ApiError> {
    let before = alarm.state.clone();
    let moved = before.value != change.value;
    alarm.state = State {
        transitioned: if moved { now.0 } else { before.transitioned },
        updated: now.0,
        value: change.value,
        reason: change.reason,
        reason_data: change.reason_data,
        ..before.clone()
    };
    let events = if moved { vec![state_update(alarm, &before, now)] } else { Vec::new() };
    service.alarms.put_alarm(alarm.write(), events).await.map_err(|e| explain(&e))?;
    service.changed();
    if moved && alarm.acts() {
        let member = match alarm.state.value.as_str() {
            OK => "OKActions",
            ALARM => "AlarmActions",
            _ => "InsufficientDataActions",
        };
        let targets = alarm.texts(member);
        if !targets.is_empty() {
            tokio::spawn(act(
                Arc::clone(&service.actions),
                Arc::clone(&service.alarms),
                alarm.clone(),
                before,
                targets,
                now,
            ));
        }
    }
    Ok(())
}

async fn act(
    doer: Arc<dyn actions::AlarmActions>,
    store: Arc<dyn AlarmStore>,
    alarm: Kept,
    before: State,
    targets: Vec<String>,
    now: Timestamp,
) {
    let mut events = Vec::new();
    for target in targets {
        let done = actions::act(&*doer, &target, &alarm, &before).await;
        if let Err(why) = &done {
            tracing::warn!(alarm = alarm.name, target, why, "an alarm's action was not carried out");
        }
        let (state, error) = match done {
            Ok(()) => ("Succeeded", Value::Null),
            Err(why) => ("Failed", json!(why)),
        };
        let word = if state == "Succeeded" { "Successfully executed" } else { "Failed to execute" };
        events.push(AlarmEvent {
            alarm: alarm.name.clone(),
            alarm_type: alarm.kind().to_owned(),
            at: now,
            kind: "Action".to_owned(),
            summary: format!("{word} action {target}"),
            data: json!({"actionState": state, "notificationResource": target, "stateUpdateTimestamp": now.0, "error": error}).to_string(),
        });
    }
    // The state may have moved on meanwhile: only the history is written.
    if let Err(error) = store.note_alarm_events(&alarm.scope, events).await {
        tracing::warn!(%error, alarm = alarm.name, "what an alarm did is not in its history");
    }
}

fn state_update(alarm: &Kept, before: &State, now: Timestamp) -> AlarmEvent {
    let data = |text: &Option<String>| {
        text.as_ref().and_then(|text| serde_json::from_str::<Value>(text).ok()).unwrap_or(Value::Null)
    };
    let state = |of: &State| json!({"stateValue": of.value, "stateReason": of.reason, "stateReasonData": data(&of.reason_data)});
    AlarmEvent {
        alarm: alarm.name.clone(),
        alarm_type: alarm.kind().to_owned(),
        at: now,
        kind: "StateUpdate".to_owned(),
        summary: format!("Alarm updated from {} to {}", before.value, alarm.state.value),
        data: json!({"version": "1.0", "oldState": state(before), "newState": state(&alarm.state)})
            .to_string(),
    }
}
