use super::*;
use aws_wire::generated::logs::MODEL;
use aws_wire::{Caller, CallerKind};
use domain::{AccountId, Region, Scope};
use serde_json::{Value, json};

fn checks(operation: &str, members: Value) -> Vec<Check> {
    let account = AccountId::new("111111111111").unwrap();
    let caller = Caller {
        account: account.clone(),
        arn: "arn:aws:iam::111111111111:user/u".to_owned(),
        user_id: "AIDAX".to_owned(),
        access_key_id: "AKIAX".to_owned(),
        kind: CallerKind::User,
        session: None,
    };
    let scope = Scope::new(account, Region::new("us-east-1").unwrap());
    let members = members.as_object().unwrap().clone();
    let operation = MODEL.operation(operation).unwrap();
    let asked = Asked { caller: &caller, scope: &scope, operation, members: &members, whole: true };
    match access(&asked) {
        Access::Checks(checks) => checks,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_operation_says_what_it_asks() {
    assert!(table::ROWS.is_sorted_by(|a, b| a.0 < b.0));
    for operation in MODEL.operations {
        assert!(!checks(operation.name, json!({})).is_empty(), "{}", operation.name);
    }
    for (name, ..) in table::ROWS {
        assert!(MODEL.operation(name).is_some(), "{name} is no operation");
    }
}

#[test]
fn groups_and_streams() {
    let group = "arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/fn";
    for (operation, members, resource) in [
        ("CreateLogGroup", json!({ "logGroupName": "/aws/lambda/fn" }), format!("{group}:log-stream:")),
        (
            "FilterLogEvents",
            json!({ "logGroupIdentifier": format!("{group}:*") }),
            format!("{group}:log-stream:"),
        ),
        (
            "PutLogEvents",
            json!({ "logGroupName": "/aws/lambda/fn", "logStreamName": "s" }),
            format!("{group}:log-stream:s"),
        ),
        (
            "DescribeLogGroups",
            json!({}),
            "arn:aws:logs:us-east-1:111111111111:log-group::log-stream:".to_owned(),
        ),
        ("TagResource", json!({ "resourceArn": group }), group.to_owned()),
        ("TagLogGroup", json!({ "logGroupName": "/aws/lambda/fn" }), group.to_owned()),
        ("DescribeQueries", json!({}), "*".to_owned()),
    ] {
        assert_eq!(checks(operation, members)[0].resource, resource, "{operation}");
    }
    let tagged = checks("CreateLogGroup", json!({ "logGroupName": "/aws/lambda/fn", "tags": { "a": "b" } }));
    assert_eq!((tagged[1].action.as_str(), tagged[1].resource.as_str()), ("logs:TagResource", group));
    let several = checks("StartQuery", json!({ "logGroupNames": ["a", "b"] }));
    assert_eq!(several.len(), 2, "each of them");
    let other = group.replace("111111111111", "222222222222");
    assert_eq!(
        checks("GetLogEvents", json!({ "logGroupIdentifier": other }))[0].owner.as_str(),
        "222222222222"
    );
}
