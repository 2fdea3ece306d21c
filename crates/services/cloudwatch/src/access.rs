//! What the operations of CloudWatch ask to be allowed (Service Authorization Reference, "Actions, resources, and condition keys for
//! Amazon CloudWatch").

use aws_wire::access::{Access, Asked, Check, account_of};

/// What an operation asks to be allowed. What it is about is in the body.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    if !asked.whole {
        return Access::Later(format!("cloudwatch:{name}"));
    }
    let resources = resources(asked);
    let resources = if resources.is_empty() { vec!["*".to_owned()] } else { resources };
    let check = |resource: String| {
        let owner = account_of(&resource).unwrap_or_else(|| asked.scope.account.clone());
        let check = Check::new(format!("cloudwatch:{name}"), resource, owner).with_tags(asked);
        match name {
            "PutMetricData" => check.with("cloudwatch:namespace", asked.text("Namespace")),
            _ => check,
        }
    };
    Access::Checks(resources.into_iter().map(check).collect())
}

/// Their ARNs; none where an action has no resources.
fn resources(asked: &Asked<'_>) -> Vec<String> {
    let (scope, text) = (asked.scope, |member: &str| asked.text(member));
    let partition = scope.region.partition();
    let regional = |kind: &str, name: &str| {
        format!("arn:{partition}:cloudwatch:{}:{}:{kind}{name}", scope.region, scope.account)
    };
    let one = |kind: &str, member: &str| text(member).map(|name| regional(kind, name)).into_iter().collect();
    let each = |kind: &str, list: &str| asked.texts(list).map(|name| regional(kind, name)).collect();
    // Dashboards are of all regions.
    let board = |name: &str| format!("arn:{partition}:cloudwatch::{}:dashboard/{name}", scope.account);
    match asked.operation.name {
        "PutMetricAlarm"
        | "PutCompositeAlarm"
        | "PutLogAlarm"
        | "SetAlarmState"
        | "DescribeAlarmHistory"
        | "DescribeAlarmContributors" => one("alarm:", "AlarmName"),
        "DeleteAlarms" | "DescribeAlarms" | "EnableAlarmActions" | "DisableAlarmActions" => {
            each("alarm:", "AlarmNames")
        }
        "PutAlarmMuteRule" => one("alarm-mute-rule:", "Name"),
        "GetAlarmMuteRule" | "DeleteAlarmMuteRule" => one("alarm-mute-rule:", "AlarmMuteRuleName"),
        "GetDashboard" | "PutDashboard" => text("DashboardName").map(board).into_iter().collect(),
        "DeleteDashboards" => asked.texts("DashboardNames").map(board).collect(),
        "GetInsightRuleReport" | "PutInsightRule" => one("insight-rule/", "RuleName"),
        "DeleteInsightRules" | "EnableInsightRules" | "DisableInsightRules" => {
            each("insight-rule/", "RuleNames")
        }
        "GetMetricStream" | "PutMetricStream" | "DeleteMetricStream" => one("metric-stream/", "Name"),
        "StartMetricStreams" | "StopMetricStreams" => each("metric-stream/", "Names"),
        "TagResource" | "UntagResource" | "ListTagsForResource" => {
            text("ResourceARN").map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
