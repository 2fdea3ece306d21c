use super::*;
use aws_wire::generated::lambda::MODEL;
use aws_wire::{Caller, CallerKind};
use domain::Region;
use serde_json::json;

const FN: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";

fn ask(operation: &str, whole: bool, members: Value) -> Access {
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
    access(&Asked { caller: &caller, scope: &scope, operation, members: &members, whole })
}

fn checks(operation: &str, members: Value) -> Vec<Check> {
    match ask(operation, true, members) {
        Access::Checks(checks) => checks,
        other => panic!("{operation}: {other:?}"),
    }
}

/// Actions, resources and owners.
fn said(operation: &str, members: Value) -> Vec<(String, String, String)> {
    let all = checks(operation, members).into_iter();
    all.map(|check| (check.action, check.resource, check.owner.to_string())).collect()
}

#[test]
fn every_operation_says_what_it_asks() {
    assert!(table::ROWS.is_sorted_by(|a, b| a.0 < b.0));
    for operation in MODEL.operations {
        let access = ask(operation.name, true, json!({}));
        assert!(matches!(access, Access::Checks(ref checks) if !checks.is_empty()), "{}", operation.name);
    }
    for (name, ..) in table::ROWS {
        assert!(MODEL.operation(name).is_some(), "{name} is no operation");
    }
}

#[test]
fn an_invocation_is_decided_without_its_body() {
    for operation in ["Invoke", "InvokeAsync", "InvokeWithResponseStream", "GetFunction", "DeleteFunction"] {
        let access = ask(operation, false, json!({ "FunctionName": "fn" }));
        assert!(matches!(access, Access::Checks(_)), "{operation}");
    }
    let later = ask("CreateFunction", false, json!({}));
    assert_eq!(later, Access::Later("lambda:CreateFunction".to_owned()));
}

#[test]
fn functions_by_all_their_names() {
    for (name, qualifier, resource) in [
        ("fn", None, FN.to_owned()),
        ("fn", Some("prod"), format!("{FN}:prod")),
        ("fn:1", None, format!("{FN}:1")),
        ("fn:1", Some("1"), format!("{FN}:1")),
        ("111111111111:function:fn", None, FN.to_owned()),
        (FN, Some("$LATEST"), format!("{FN}:$LATEST")),
        ("not a name", None, "arn:aws:lambda:us-east-1:111111111111:function:not a name".to_owned()),
    ] {
        let members = json!({ "FunctionName": name, "Qualifier": qualifier });
        let expected = ("lambda:InvokeFunction".to_owned(), resource, "111111111111".to_owned());
        assert_eq!(said("Invoke", members), [expected], "{name} {qualifier:?}");
    }
    // The function itself, whichever version is named with it.
    assert_eq!(said("UpdateFunctionCode", json!({ "FunctionName": "fn:1" }))[0].1, FN);
    let other = FN.replace("111111111111", "222222222222");
    assert_eq!(said("GetPolicy", json!({ "FunctionName": other }))[0].2, "222222222222");
}

#[test]
fn what_a_function_is_made_with_must_be_allowed_too() {
    let role = "arn:aws:iam::111111111111:role/r";
    let layer = "arn:aws:lambda:us-east-1:222222222222:layer:l:3";
    let all = checks(
        "CreateFunction",
        json!({
            "FunctionName": "fn", "Role": role, "Layers": [layer, "nonsense"], "Tags": { "team": "a" },
            "VpcConfig": { "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1", "sg-2"] },
            "CodeSigningConfigArn": "csc",
        }),
    );
    let said: Vec<_> =
        all.iter().map(|c| (c.action.as_str(), c.resource.as_str(), c.owner.as_str())).collect();
    assert_eq!(
        said,
        [
            ("lambda:CreateFunction", FN, "111111111111"),
            ("iam:PassRole", role, "111111111111"),
            ("lambda:GetLayerVersion", layer, "222222222222"),
            ("lambda:TagResource", FN, "111111111111"),
        ]
    );
    let keys = |check: &Check| -> Vec<String> {
        check.keys.iter().map(|(key, values)| format!("{key}={}", values.join(","))).collect()
    };
    assert_eq!(
        keys(&all[0]),
        [
            format!("lambda:Layer={layer},nonsense"),
            "lambda:SubnetIds=subnet-1".to_owned(),
            "lambda:SecurityGroupIds=sg-1,sg-2".to_owned(),
            "lambda:CodeSigningConfigArn=csc".to_owned(),
            "aws:RequestTag/team=a".to_owned(),
            "aws:TagKeys=team".to_owned(),
        ]
    );
    assert_eq!(keys(&all[1]), ["iam:PassedToService=lambda.amazonaws.com"]);
    assert_eq!(checks("UpdateFunctionConfiguration", json!({ "FunctionName": "fn" })).len(), 1);
}

#[test]
fn the_rest_of_the_words() {
    let arn = |rest: &str| format!("arn:aws:lambda:us-east-1:111111111111:{rest}");
    for (operation, members, resource) in [
        ("ListFunctions", json!({}), "*".to_owned()),
        ("PublishLayerVersion", json!({ "LayerName": "l" }), arn("layer:l")),
        ("GetLayerVersion", json!({ "LayerName": "l", "VersionNumber": 3 }), arn("layer:l:3")),
        ("GetLayerVersionByArn", json!({ "Arn": arn("layer:l:4") }), arn("layer:l:4")),
        ("GetEventSourceMapping", json!({ "UUID": "AB-1" }), arn("event-source-mapping:ab-1")),
        ("TagResource", json!({ "Resource": FN, "Tags": {} }), FN.to_owned()),
        ("ListTags", json!({ "Resource": arn("code-signing-config:c") }), arn("code-signing-config:c")),
        ("GetResourcePolicy", json!({ "ResourceArn": format!("{FN}:1") }), format!("{FN}:1")),
    ] {
        assert_eq!(said(operation, members)[0].1, resource, "{operation}");
    }
    let both =
        said("PutFunctionCodeSigningConfig", json!({ "FunctionName": "fn", "CodeSigningConfigArn": "c" }));
    assert_eq!((both[0].1.as_str(), both[1].1.as_str()), (FN, "c"));
    // A mapping that there is must be the caller's to change, and so must be the function that it goes to.
    let moved = checks("UpdateEventSourceMapping", json!({ "UUID": "u", "FunctionName": "fn" }));
    assert_eq!(moved[0].kept, ["lambda:FunctionArn"]);
    assert_eq!(moved[1].keys, [("lambda:FunctionArn".to_owned(), vec![FN.to_owned()])]);
    let made = checks("CreateEventSourceMapping", json!({ "FunctionName": "fn", "Tags": { "a": "b" } }));
    assert_eq!((made[0].resource.as_str(), made[0].keys[0].1[0].as_str()), ("*", FN));
    assert_eq!(
        (made[1].action.as_str(), made[1].resource.as_str()),
        ("lambda:TagResource", arn("event-source-mapping:*").as_str())
    );
    let granted = checks(
        "AddPermission",
        json!({ "FunctionName": "fn", "Principal": "*", "FunctionUrlAuthType": "NONE" }),
    );
    assert_eq!(granted[0].keys.len(), 2);
}
