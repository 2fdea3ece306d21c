//! DeleteAlarms, SetAlarmState, EnableAlarmActions and DisableAlarmActions.

use super::change::{Change, change};
use super::kept::{self, ALARM, INSUFFICIENT, OK};
use super::rule;
use crate::errors::{explain, invalid, no_resource, validation};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde_json::json;
use store::AlarmEvent;

pub(crate) async fn delete_alarms(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteAlarmsInput = input.parse()?;
    let _changing = service.changing.lock().await;
    let all = kept::all(service, &context.scope).await?;
    let named = |name: &String| all.iter().find(|alarm| alarm.name == *name);
    let gone: Vec<_> = request.alarm_names.iter().filter_map(named).collect();
    let composite = gone.iter().filter(|alarm| alarm.is_composite()).count();
    if composite > 1 || composite == 1 && gone.len() > 1 {
        return Err(validation(
            "You can delete only one composite alarm per DeleteAlarms operation, and no metric alarms with it",
        ));
    }
    // Circles are broken by putting one of them with another rule (API reference of DeleteAlarms).
    for rule in
        all.iter().filter_map(|alarm| alarm.text("AlarmRule")).filter_map(|text| rule::parse(text).ok())
    {
        let mut names = Vec::new();
        rule.names(&mut names);
        if let Some(alarm) = gone.iter().find(|alarm| names.contains(&alarm.name.as_str())) {
            let name = &alarm.name;
            return Err(validation(format!(
                "Cannot delete {name} as there are composite alarms depending on it"
            )));
        }
    }
    let events = gone.iter().map(|alarm| AlarmEvent {
        alarm: alarm.name.clone(),
        alarm_type: alarm.kind().to_owned(),
        at: context.now,
        kind: "ConfigurationUpdate".to_owned(),
        summary: format!("Alarm \"{}\" deleted", alarm.name),
        data: json!({"version": "1.0", "type": "Delete", "alarmName": alarm.name}).to_string(),
    });
    let events = events.collect();
    let deleted = service.alarms.delete_alarms(&context.scope, request.alarm_names.clone(), events).await;
    deleted.map_err(|e| explain(&e))?;
    service.changed();
    Ok(Output::empty())
}

pub(crate) async fn set_alarm_state(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::SetAlarmStateInput = input.parse()?;
    if ![OK, ALARM, INSUFFICIENT].contains(&request.state_value.as_str()) {
        return Err(invalid(format!(
            "The value {} for parameter StateValue is invalid.",
            request.state_value
        )));
    }
    if let Some(data) = &request.state_reason_data
        && serde_json::from_str::<serde::de::IgnoredAny>(data).is_err()
    {
        return Err(ApiError::new(400, "InvalidFormat", "StateReasonData was not valid JSON"));
    }
    let _changing = service.changing.lock().await;
    let found = kept::find(service, &context.scope, &request.alarm_name).await?;
    let mut alarm = found.ok_or_else(|| no_resource(&format!("Alarm {}", request.alarm_name)))?;
    let to = Change {
        value: request.state_value,
        reason: request.state_reason,
        reason_data: request.state_reason_data,
    };
    change(service, &mut alarm, to, context.now).await?;
    Ok(Output::empty())
}

pub(crate) async fn enable_alarm_actions(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::EnableAlarmActionsInput = input.parse()?;
    switch(service, context, &request.alarm_names, true).await
}

pub(crate) async fn disable_alarm_actions(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DisableAlarmActionsInput = input.parse()?;
    switch(service, context, &request.alarm_names, false).await
}

/// Alarms that there are none of are passed over, as on AWS.
async fn switch(
    service: &CloudWatchService,
    context: &RequestContext,
    names: &[String],
    on: bool,
) -> Result<Output, ApiError> {
    let _changing = service.changing.lock().await;
    for name in names {
        if let Some(mut alarm) = kept::find(service, &context.scope, name).await? {
            alarm.configuration.insert("ActionsEnabled".to_owned(), json!(on));
            service.alarms.put_alarm(alarm.write(), Vec::new()).await.map_err(|e| explain(&e))?;
        }
    }
    service.changed();
    Ok(Output::empty())
}
