//! Whom a function's execution role lets Lambda tell what became of an event.

use crate::house::{ACCOUNT, House, REGION, create_body, scope, with};
use dispatch::events::{Functions, MayNot};
use domain::{FunctionArn, FunctionName};
use serde_json::{Value, json};
use service_lambda::Config;

const INVOKE: &str = "/2019-09-25/functions/fn/event-invoke-config";
const CONFIGURATION: &str = "/2015-03-31/functions/fn/configuration";

fn allow(action: &str, resource: &str) -> Value {
    json!({ "Effect": "Allow", "Action": action, "Resource": resource })
}

/// A policy has a statement.
fn nothing() -> Value {
    json!([allow("logs:*", "*")])
}

fn function(name: &str) -> String {
    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}")
}

fn of(service: &str, rest: &str) -> String {
    format!("arn:aws:{service}:{REGION}:{ACCOUNT}:{rest}")
}

impl House {
    async fn on_failure(&self, arn: &str) -> Result<Value, String> {
        let body = json!({ "DestinationConfig": { "OnFailure": { "Destination": arn } } });
        let said = self.json("PUT", INVOKE, body).await;
        said.map_err(|error| format!("{} {} {}", error.status, error.code, error.message))
    }

    async fn may(&self, target: &str) -> bool {
        let function = FunctionArn::unqualified(scope(), FunctionName::new("fn").unwrap());
        match Functions::may_tell(&*self.service, &function, target).await {
            Ok(()) => true,
            Err(MayNot::Denied(_)) => false,
            Err(unknown) => panic!("{unknown}"),
        }
    }
}

#[tokio::test]
async fn a_destination_is_one_that_the_role_may_tell() {
    let house = House::new();
    house.let_role(nothing()).await;
    house.create("fn").await;
    house.create("other").await;
    let bucket = "arn:aws:s3:::bucket".to_owned();
    for (arn, operation, action, resource) in [
        (of("sqs", "q"), "SendMessage", "sqs:SendMessage", of("sqs", "q")),
        (of("sns", "t"), "Publish", "sns:Publish", of("sns", "t")),
        (of("events", "event-bus/b"), "PutEvents", "events:PutEvents", of("events", "event-bus/b")),
        (bucket.clone(), "PutObject", "s3:PutObject", format!("{bucket}/aws/lambda/async/fn/*")),
        (function("other"), "InvokeFunction", "lambda:InvokeFunction", function("other")),
    ] {
        let refused = format!(
            "400 InvalidParameterValueException The function's execution role does not have permissions to call \
             {operation} on {arn}"
        );
        for statements in [
            nothing(),
            json!([allow("s3:Get*", "*"), allow("sqs:Receive*", "*"), allow("lambda:Get*", "*")]),
            json!([allow(action, &format!("{resource}x"))]),
            json!([allow(action, &resource), { "Effect": "Deny", "Action": action, "Resource": "*" }]),
        ] {
            house.let_role(statements.clone()).await;
            assert_eq!(house.on_failure(&arn).await, Err(refused.clone()), "{statements}");
            assert!(!house.may(&arn).await);
        }
        house.let_role(json!([allow(action, &resource)])).await;
        let put = house.on_failure(&arn).await.unwrap();
        assert_eq!(put["DestinationConfig"]["OnFailure"]["Destination"], json!(arn));
        assert!(house.may(&arn).await);
        // What is there already may lose its right, which is seen when it is told.
        house.let_role(nothing()).await;
        assert!(!house.may(&arn).await);
    }
}

#[tokio::test]
async fn conditions_know_the_role_and_the_function() {
    let house = House::new();
    house.create("fn").await;
    let queue = of("sqs", "q");
    for (condition, may) in [
        (json!({ "ArnLike": { "lambda:SourceFunctionArn": function("fn") } }), true),
        (json!({ "ArnLike": { "lambda:SourceFunctionArn": function("other") } }), false),
        (json!({ "StringEquals": { "aws:PrincipalAccount": ACCOUNT, "aws:RequestedRegion": REGION } }), true),
        (json!({ "StringEquals": { "aws:userid": "AROAEXAMPLE:fn" } }), true),
        (json!({ "StringEquals": { "aws:PrincipalTag/team": "blue" } }), false),
        (json!({ "Bool": { "aws:SecureTransport": "true" } }), true),
    ] {
        house.let_role(json!([with(allow("sqs:*", "*"), json!({ "Condition": condition }))])).await;
        assert_eq!(house.may(&queue).await, may, "{condition}");
        assert_eq!(house.on_failure(&queue).await.is_ok(), may, "{condition}");
    }
}

#[tokio::test]
async fn a_functions_own_policy_may_let_the_role_in() {
    let house = House::new();
    house.let_role(nothing()).await;
    house.create("fn").await;
    house.create("other").await;
    let role = format!("arn:aws:iam::{ACCOUNT}:role/r");
    let statement = json!({ "StatementId": "s", "Action": "lambda:InvokeFunction", "Principal": role });
    assert!(!house.may(&function("other")).await);
    house.json("POST", "/2015-03-31/functions/other/policy", statement).await.unwrap();
    assert!(house.may(&function("other")).await);
    assert!(!house.may(&function("fn")).await);
}

#[tokio::test]
async fn a_dead_letter_target_is_one_that_the_role_may_tell() {
    let house = House::new();
    house.let_role(nothing()).await;
    let to = |arn: &str| json!({ "DeadLetterConfig": { "TargetArn": arn } });
    let (queue, topic) = (of("sqs", "q"), of("sns", "t"));
    let message = |error: aws_wire::ApiError| format!("{} {} {}", error.status, error.code, error.message);
    let refused = |call: &str| {
        format!(
            "400 InvalidParameterValueException The provided execution role does not have permissions to call {call}"
        )
    };
    for (arn, call) in [(&queue, "SendMessage on SQS"), (&topic, "Publish on SNS")] {
        let created = house.json("POST", "/2015-03-31/functions", with(create_body("fn"), to(arn))).await;
        assert_eq!(message(created.unwrap_err()), refused(call));
    }
    house.create("fn").await;
    let updated = house.json("PUT", CONFIGURATION, to(&queue)).await;
    assert_eq!(message(updated.unwrap_err()), refused("SendMessage on SQS"));
    house.let_role(json!([allow("sqs:SendMessage", &queue)])).await;
    house.json("PUT", CONFIGURATION, to(&queue)).await.unwrap();
    house.settled("fn").await;
    let updated = house.json("PUT", CONFIGURATION, to(&topic)).await;
    assert_eq!(message(updated.unwrap_err()), refused("Publish on SNS"));
    // What else changes does not ask again.
    house.let_role(nothing()).await;
    house.json("PUT", CONFIGURATION, json!({ "Description": "x" })).await.unwrap();
    house.settled("fn").await;
    house.json("PUT", CONFIGURATION, to("")).await.unwrap();
}

#[tokio::test]
async fn a_role_that_is_not_known_tells_nobody_but_in_development() {
    let queue = of("sqs", "q");
    for (foreign_roles, may) in [(false, false), (true, true)] {
        let house = House::with(Config { foreign_roles, ..Config::default() });
        house.create("fn").await;
        house.on_failure(&queue).await.unwrap();
        assert_eq!(house.may(&queue).await, may);
    }
}

#[tokio::test]
async fn a_role_that_lost_lambdas_trust_tells_nobody() {
    let house = House::new();
    let ec2 = json!({ "Service": "ec2.amazonaws.com" });
    house.create("fn").await;
    house.make_role(json!({ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ec2 })).await;
    house.let_role(json!([allow("*", "*")])).await;
    assert!(!house.may(&of("sqs", "q")).await);
}
