//! Resource policies of functions, as AddPermission and PutResourcePolicy write them, asked for requests to function URLs
//! (Lambda's developer guide, "Control access to Lambda function URLs").

use crate::house::{ACCOUNT, SESSION, context};
use policy::{Denial, Kind, Policies, Policy, Request, Requester, Source, Verdict, decide};
use serde_json::{Value, json};

const FN: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";

/// Whether it is allowed, or a statement denies it, or none is about it.
#[derive(Debug, PartialEq)]
enum Said {
    Allowed,
    Denied,
    Silent,
}
use Said::{Allowed, Denied, Silent};

fn asked(statements: Value, requester: Requester<'_>) -> Said {
    let context = context(json!({
        "lambda:FunctionUrlAuthType": "NONE", "lambda:InvokedViaFunctionUrl": "true", "aws:PrincipalAccount": ACCOUNT,
    }));
    let policy = Policy::kept(&json!({ "Version": "2012-10-17", "Statement": statements }).to_string());
    let resource = [Source { name: "f", policy: &policy }];
    let action = "lambda:InvokeFunctionUrl";
    let request =
        Request { action, resource: FN, owner: ACCOUNT, requester, context: &context, trust: false };
    match decide(&request, &Policies { resource: &resource, ..Policies::default() }).verdict {
        Verdict::Allowed(_) => Allowed,
        Verdict::Denied(Denial::Explicit(Kind::Resource)) => Denied,
        Verdict::Denied(_) => Silent,
    }
}

/// A public statement with some elements replaced (or removed, by null).
fn statement(change: &Value) -> Value {
    let mut statement = json!({
        "Sid": "s", "Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl", "Resource": FN,
        "Condition": { "StringEquals": { "lambda:FunctionUrlAuthType": "NONE" } },
    });
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::Null => statement.as_object_mut().unwrap().remove(name),
            value => statement.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    statement
}

#[test]
fn elements_of_a_statement() {
    for (change, said) in [
        (json!({}), Allowed),
        (json!({ "Principal": { "AWS": "*" } }), Allowed),
        (json!({ "Principal": { "AWS": ["x", "*"] } }), Allowed),
        (json!({ "Principal": { "Service": "*" } }), Silent),
        (json!({ "Principal": { "AWS": "111111111111" } }), Silent),
        (json!({ "Principal": null }), Silent),
        (json!({ "Principal": null, "NotPrincipal": "*" }), Silent),
        (json!({ "Action": "lambda:*" }), Allowed),
        (json!({ "Action": ["s3:Get*", "LAMBDA:invokefunctionurl"] }), Allowed),
        (json!({ "Action": "lambda:InvokeFunction" }), Silent),
        (json!({ "Action": null, "NotAction": "lambda:InvokeFunction" }), Allowed),
        (json!({ "Action": null, "NotAction": "lambda:*" }), Silent),
        (json!({ "Resource": "*" }), Allowed),
        (json!({ "Resource": null }), Allowed),
        (json!({ "Resource": format!("{FN}:live") }), Silent),
        (json!({ "Resource": "arn:aws:lambda:*:111111111111:function:?" }), Allowed),
        (json!({ "Condition": null }), Allowed),
        (
            json!({ "Condition": { "StringEquals": { "lambda:functionurlauthtype": ["AWS_IAM", "NONE"] } } }),
            Allowed,
        ),
        (json!({ "Condition": { "StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } } }), Silent),
        (json!({ "Condition": { "Bool": { "lambda:InvokedViaFunctionUrl": true } } }), Allowed),
        (json!({ "Condition": { "Bool": { "lambda:InvokedViaFunctionUrl": "false" } } }), Silent),
        (json!({ "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } } }), Silent),
        // No policy, so nothing in it is taken.
        (json!({ "Action": null }), Denied),
        (json!({ "Effect": "allow" }), Denied),
        (json!({ "Condition": "x" }), Denied),
        (json!({ "Condition": { "StringIs": { "k": "v" } } }), Denied),
    ] {
        assert_eq!(asked(statement(&change), Requester::Anonymous), said, "{change}");
    }
    for broken in [json!(null), json!("x"), json!([5, null, []]), json!({})] {
        assert_eq!(asked(broken.clone(), Requester::Anonymous), Denied, "{broken}");
    }
}

#[test]
fn callers() {
    let root = Requester::Root { account: ACCOUNT };
    for (principal, of_session) in [
        ("*", true),
        ("arn:aws:iam::111111111111:role/r", true),
        ("arn:aws:sts::111111111111:assumed-role/r/s", true),
        ("arn:aws:sts::111111111111:assumed-role/r/t", false),
        ("arn:aws:iam::111111111111:role/w", false),
        ("arn:aws:iam::222222222222:role/r", false),
        ("arn:aws:iam::222222222222:root", false),
        // It is the account's to say which of its roles may.
        ("111111111111", false),
        ("arn:aws:iam::111111111111:root", false),
    ] {
        let statement = statement(&json!({ "Principal": { "AWS": principal } }));
        assert_eq!(asked(statement.clone(), SESSION) == Allowed, of_session, "{principal}");
        assert_eq!(asked(statement, root), Allowed, "{principal}");
    }
    let deny = |principal: &str| {
        json!([
            statement(&json!({})),
            statement(&json!({ "Sid": "d", "Effect": "Deny", "Principal": { "AWS": principal } }))
        ])
    };
    for requester in [SESSION, root] {
        assert_eq!(asked(deny(ACCOUNT), requester), Denied);
        assert_eq!(asked(deny("222222222222"), requester), Allowed);
    }
    assert_eq!(asked(deny(ACCOUNT), Requester::Anonymous), Allowed);
}
