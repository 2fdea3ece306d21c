//! Dashboards: kept as they are, once they have the form of one.

use crate::errors::{bad_token, explain, invalid};
use crate::metric::{read_token, seconds, write_token};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde_json::{Value, json};
use store::Dashboard;

/// Dashboards of one answer.
const PAGE: usize = 1_000;
/// Widgets of one dashboard (CloudWatch service quotas).
const WIDGETS: usize = 500;
/// Sorts of widget (CloudWatch API reference, "Dashboard Body Structure and Syntax").
const TYPES: [&str; 6] = ["metric", "text", "log", "alarm", "explorer", "custom"];

fn arn(context: &RequestContext, name: &str) -> String {
    let partition = context.scope.region.partition();
    format!("arn:{partition}:cloudwatch::{}:dashboard/{name}", context.scope.account)
}

pub(crate) async fn put_dashboard(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutDashboardInput = input.parse()?;
    let name = request.dashboard_name;
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || name.len() > 255 || !name.chars().all(allowed) {
        return Err(refused(
            format!(
                "The value {name} for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_)."
            ),
            Vec::new(),
        ));
    }
    let problems = problems(&request.dashboard_body);
    if !problems.is_empty() {
        let count = problems.len();
        return Err(refused(
            format!("The dashboard body is invalid, there are {count} validation errors."),
            problems,
        ));
    }
    let dashboard = Dashboard { name, body: request.dashboard_body, modified: context.now };
    service.alarms.put_dashboard(&context.scope.account, dashboard).await.map_err(|e| explain(&e))?;
    Output::of(&wire::PutDashboardOutput { dashboard_validation_messages: Some(Vec::new()) })
}

fn refused(message: String, problems: Vec<(String, String)>) -> ApiError {
    let problems = problems.into_iter().map(|(path, message)| json!({"DataPath": path, "Message": message}));
    ApiError::new(400, "DashboardInvalidInputError", message)
        .with("dashboardValidationMessages", problems.collect::<Vec<_>>())
}

/// Where a body is not one of a dashboard, and why.
fn problems(body: &str) -> Vec<(String, String)> {
    let at = |path: String, message: &str| (path, message.to_owned());
    let parsed: Value = match serde_json::from_str(body) {
        Ok(parsed) => parsed,
        Err(error) => {
            return vec![at(String::new(), &format!("The dashboard body is not valid JSON: {error}"))];
        }
    };
    let Value::Object(body) = parsed else {
        return vec![at("/".to_owned(), "Should be an object")];
    };
    let Some(widgets) = body.get("widgets") else {
        return vec![at("/".to_owned(), "The field widgets must be present")];
    };
    let Value::Array(widgets) = widgets else {
        return vec![at("/widgets".to_owned(), "Should be an array")];
    };
    if widgets.len() > WIDGETS {
        return vec![at("/widgets".to_owned(), "There are too many widgets, the maximum is 500")];
    }
    let mut found = Vec::new();
    for (index, widget) in widgets.iter().enumerate() {
        let path = format!("/widgets/{index}");
        let Value::Object(widget) = widget else {
            found.push(at(path, "Should be an object"));
            continue;
        };
        match widget.get("type") {
            None => found.push(at(path.clone(), "Should have required property 'type'")),
            Some(Value::String(kind)) if TYPES.contains(&kind.as_str()) => {}
            Some(_) => found.push(at(format!("{path}/type"), "Should be one of the allowed widget types")),
        }
        match widget.get("properties") {
            None => found.push(at(path.clone(), "Should have required property 'properties'")),
            Some(Value::Object(_)) => {}
            Some(_) => found.push(at(format!("{path}/properties"), "Should be an object")),
        }
        for (name, most) in [("x", 23.0), ("y", 1e9), ("width", 24.0), ("height", 1_000.0)] {
            if widget
                .get(name)
                .is_some_and(|value| !value.as_f64().is_some_and(|n| (0.0..=most).contains(&n)))
            {
                found.push(at(format!("{path}/{name}"), &format!("Should be a number between 0 and {most}")));
            }
        }
    }
    found
}

pub(crate) async fn get_dashboard(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetDashboardInput = input.parse()?;
    let name = request.dashboard_name;
    let found = service.alarms.dashboard(&context.scope.account, &name).await.map_err(|e| explain(&e))?;
    let missing = || ApiError::new(404, "DashboardNotFoundError", format!("Dashboard {name} does not exist"));
    let found = found.ok_or_else(missing)?;
    Output::of(&wire::GetDashboardOutput {
        dashboard_arn: Some(arn(context, &name)),
        dashboard_body: Some(found.body),
        dashboard_name: Some(found.name),
    })
}

pub(crate) async fn list_dashboards(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListDashboardsInput = input.parse()?;
    let after = request.next_token.as_deref().map(read_token).transpose()?;
    if after.as_deref().is_some_and(str::is_empty) {
        return Err(bad_token());
    }
    let prefix = request.dashboard_name_prefix.unwrap_or_default();
    let page = service.alarms.dashboards(&context.scope.account, &prefix, after.as_deref(), PAGE).await;
    let page = page.map_err(|e| explain(&e))?;
    let entry = |of: &Dashboard| wire::DashboardEntry {
        dashboard_name: Some(of.name.clone()),
        dashboard_arn: Some(arn(context, &of.name)),
        last_modified: Some(seconds(of.modified)),
        size: i64::try_from(of.body.len()).ok(),
    };
    Output::of(&wire::ListDashboardsOutput {
        dashboard_entries: Some(page.items.iter().map(entry).collect()),
        next_token: page.items.last().filter(|_| page.more).map(|last| write_token(&last.name)),
    })
}

pub(crate) async fn delete_dashboards(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteDashboardsInput = input.parse()?;
    if request.dashboard_names.is_empty() {
        return Err(invalid("The parameter DashboardNames must have at least one name."));
    }
    let deleted = service.alarms.delete_dashboards(&context.scope.account, request.dashboard_names).await;
    match deleted.map_err(|e| explain(&e))? {
        Ok(()) => Ok(Output::empty()),
        Err(names) => {
            let message = format!("The specified dashboard does not exist. [{}]", names.join(", "));
            Err(ApiError::new(404, "DashboardNotFoundError", message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        assert_eq!(
            problems(
                "{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":3,\"height\":3,\"properties\":{\"markdown\":\"a\"}}]}"
            ),
            []
        );
        for (body, path) in [
            ("x", ""),
            ("[]", "/"),
            ("{}", "/"),
            ("{\"widgets\":1}", "/widgets"),
            ("{\"widgets\":[1]}", "/widgets/0"),
            ("{\"widgets\":[{\"properties\":{}}]}", "/widgets/0"),
            ("{\"widgets\":[{\"type\":\"x\",\"properties\":{}}]}", "/widgets/0/type"),
            ("{\"widgets\":[{\"type\":\"log\",\"properties\":1}]}", "/widgets/0/properties"),
            ("{\"widgets\":[{\"type\":\"log\",\"x\":24,\"properties\":{}}]}", "/widgets/0/x"),
        ] {
            let found = problems(body);
            assert_eq!(found.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), [path], "{body}");
        }
    }
}
