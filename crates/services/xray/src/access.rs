//! What the operations of X-Ray ask to be allowed (Service Authorization Reference, "Actions, resources, and condition keys for AWS
//! X-Ray").

use crate::service::arn;
use aws_wire::access::{Access, Asked, Check, account_of};
use serde_json::Value;

/// What an operation asks to be allowed. What it is about is in the body.
pub fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    if !asked.whole {
        return Access::Later(format!("xray:{name}"));
    }
    let resource = resource(asked).unwrap_or_else(|| "*".to_owned());
    let owner = account_of(&resource).unwrap_or_else(|| asked.scope.account.clone());
    let check = Check::new(format!("xray:{name}"), resource, owner);
    let is_tagged = matches!(name, "CreateGroup" | "CreateSamplingRule" | "TagResource" | "UntagResource");
    Access::Checks(vec![if is_tagged { check.with_tags(asked) } else { check }])
}

/// The ARN of the group, the sampling rule, or what has tags. That of a group which is given by its name ends in what nobody knows
/// yet, as in policies.
fn resource(asked: &Asked<'_>) -> Option<String> {
    let group = |name: &str| arn(asked.scope, &format!("group/{name}/*"));
    let rule = |name: &str| arn(asked.scope, &format!("sampling-rule/{name}"));
    let inner = |outer: &str, member: &str| asked.inner(outer, member).and_then(Value::as_str);
    match asked.operation.name {
        "CreateGroup" | "UpdateGroup" | "DeleteGroup" | "GetGroup" => {
            let by_arn = asked.text("GroupARN").map(str::to_owned);
            by_arn.or_else(|| asked.text("GroupName").map(group))
        }
        "CreateSamplingRule" => inner("SamplingRule", "RuleName").map(rule),
        "UpdateSamplingRule" => {
            let by_arn = inner("SamplingRuleUpdate", "RuleARN").map(str::to_owned);
            by_arn.or_else(|| inner("SamplingRuleUpdate", "RuleName").map(rule))
        }
        "DeleteSamplingRule" => {
            let by_arn = asked.text("RuleARN").map(str::to_owned);
            by_arn.or_else(|| asked.text("RuleName").map(rule))
        }
        "TagResource" | "UntagResource" | "ListTagsForResource" => {
            asked.text("ResourceARN").map(str::to_owned)
        }
        _ => None,
    }
}
