//! Which execution roles a function may have.

use crate::house::{ACCOUNT, House, REGION, ROLE, create_body, with};
use serde_json::{Value, json};
use service_lambda::Config;

const REFUSED: &str = "The role defined for the function cannot be assumed by Lambda.";

/// What creating a function says.
async fn outcome(statement: Option<Value>, config: Config) -> Option<String> {
    let house = House::with(config);
    if let Some(statement) = statement {
        house.make_role(statement).await;
    }
    let created = house.json("POST", "/2015-03-31/functions", create_body("fn")).await.err();
    created.map(|error| format!("{} {} {}", error.status, error.code, error.message))
}

#[tokio::test]
async fn a_role_that_is_known_has_to_trust_lambda() {
    let to = |principal: Value, more: Value| {
        with(json!({ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal }), more)
    };
    let lambda = json!({ "Service": "lambda.amazonaws.com" });
    let function = format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:fn");
    for (statement, may) in [
        (to(lambda.clone(), json!({})), true),
        (to(json!({ "Service": ["edgelambda.amazonaws.com", "lambda.amazonaws.com"] }), json!({})), true),
        (to(lambda.clone(), json!({ "Action": "sts:*" })), true),
        (to(lambda.clone(), json!({ "Condition": { "ArnLike": { "aws:SourceArn": function } } })), true),
        (
            to(
                lambda.clone(),
                json!({ "Condition": { "StringEquals": { "aws:SourceAccount": "999999999999" } } }),
            ),
            false,
        ),
        (to(lambda.clone(), json!({ "Action": "sts:TagSession" })), false),
        (to(lambda, json!({ "Effect": "Deny" })), false),
        (to(json!({ "Service": "ec2.amazonaws.com" }), json!({})), false),
        (to(json!({ "AWS": "arn:aws:iam::111111111111:root" }), json!({})), false),
    ] {
        let created = outcome(Some(statement.clone()), Config::default()).await;
        let expected = (!may).then(|| format!("400 InvalidParameterValueException {REFUSED}"));
        assert_eq!(created, expected, "{statement}");
    }
}

#[tokio::test]
async fn a_role_that_is_not_known_is_taken_unless_roles_have_to_be() {
    assert_eq!(outcome(None, Config::default()).await, None);
    let house = House::with(Config { require_roles: true, ..Config::default() });
    let create = || house.json("POST", "/2015-03-31/functions", create_body("fn"));
    assert_eq!(create().await.unwrap_err().message, REFUSED);
    house.make_role(json!({ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } })).await;
    house.create("fn").await;
    let uri = "/2015-03-31/functions/fn/configuration";
    let other = json!({ "Role": format!("{ROLE}2") });
    assert_eq!(house.json("PUT", uri, other).await.unwrap_err().message, REFUSED);
    // The same name under another path is another role.
    let moved = json!({ "Role": ROLE.replace("role/", "role/elsewhere/") });
    assert_eq!(house.json("PUT", uri, moved).await.unwrap_err().message, REFUSED);
    house.json("PUT", uri, json!({ "Role": ROLE })).await.unwrap();
}
