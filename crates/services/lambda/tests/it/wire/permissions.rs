//! Policies of functions, versions and aliases: by statement and as whole documents.

use crate::house::{House, with};
use crate::snapshot::{Request, delete, get, post, put};
use serde_json::{Value, json};

const FN: &str = "/2015-03-31/functions/fn/policy";
const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";
const WHOLE: &str = "/2026-07-09/resource-policy";

fn at(name: &str) -> String {
    format!("/2015-03-31/functions/{name}/policy")
}

fn whole(name: &str) -> String {
    format!("{WHOLE}/{}", ARN.replace(":fn", &format!(":{name}")))
}

/// S3 may invoke; with changes.
fn s3(changes: Value) -> Value {
    let body =
        json!({ "StatementId": "s3", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com" });
    with(body, changes)
}

/// A function with version 1 and the alias `live`.
async fn with_version() -> House {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    house
}

#[tokio::test]
async fn add_permission() {
    let house = with_version().await;
    let add = |changes: Value| post(FN, s3(changes));
    house.snapshot("AddPermission/success", add(json!({}))).await;
    let source = json!({ "StatementId": "source", "SourceArn": "arn:aws:s3:::bucket", "SourceAccount": "123456789012" });
    house.snapshot("AddPermission/source", add(source)).await;
    let account =
        json!({ "StatementId": "account", "Principal": "123456789012", "Action": "lambda:GetFunction" });
    house.snapshot("AddPermission/account", add(account)).await;
    let role =
        json!({ "StatementId": "role", "Principal": "arn:aws:iam::123456789012:role/r", "Action": "*" });
    house.snapshot("AddPermission/role", add(role)).await;
    let organization =
        json!({ "StatementId": "organization", "Principal": "*", "PrincipalOrgID": "o-a1b2c3d4e5" });
    house.snapshot("AddPermission/organization", add(organization)).await;
    let url = json!({
        "StatementId": "url",
        "Principal": "*",
        "Action": "lambda:InvokeFunctionUrl",
        "FunctionUrlAuthType": "NONE",
    });
    house.snapshot("AddPermission/function-url", add(url)).await;
    let via_url = json!({ "StatementId": "via-url", "Principal": "*", "InvokedViaFunctionUrl": true });
    house.snapshot("AddPermission/invoked-via-function-url", add(via_url)).await;
    let token = json!({
        "StatementId": "token",
        "Principal": "alexa-connectedhome.amazon.com",
        "EventSourceToken": "amzn1.ask.skill.x",
    });
    house.snapshot("AddPermission/event-source-token", add(token)).await;
    house.snapshot("AddPermission/version", post(format!("{FN}?Qualifier=1"), s3(json!({})))).await;
    house.snapshot("AddPermission/alias", post(at("fn:live"), s3(json!({})))).await;
}

#[tokio::test]
async fn add_permission_that_is_refused() {
    let house = with_version().await;
    let add = |changes: Value| post(FN, s3(changes));
    house.exchange(&add(json!({}))).await;
    house.snapshot("AddPermission/resource-conflict", add(json!({}))).await;
    let latest = post(format!("{FN}?Qualifier=$LATEST"), s3(json!({ "StatementId": "new" })));
    house.snapshot("AddPermission/latest", latest).await;
    let principal = json!({ "StatementId": "new", "Principal": "invalid.nonaws.com" });
    house.snapshot("AddPermission/invalid-parameter-value", add(principal)).await;
    let auth_type = json!({ "StatementId": "new", "Principal": "*", "FunctionUrlAuthType": "NONE" });
    house.snapshot("AddPermission/auth-type-without-url", add(auth_type)).await;
    let via_url =
        json!({ "StatementId": "new", "Action": "lambda:InvokeFunctionUrl", "InvokedViaFunctionUrl": true });
    house.snapshot("AddPermission/via-url-without-invoke", add(via_url)).await;
    let revision = json!({ "StatementId": "new", "RevisionId": "wrong" });
    house.snapshot("AddPermission/precondition-failed", add(revision)).await;
    house.snapshot("AddPermission/resource-not-found", post(at("none"), s3(json!({})))).await;
    let on = |qualifier: &str| post(format!("{FN}?Qualifier={qualifier}"), s3(json!({})));
    house.snapshot("AddPermission/version-not-found", on("42")).await;
    house.snapshot("AddPermission/alias-not-found", on("none")).await;
    house.snapshot("AddPermission/no-such-qualifier", on("valid-with-$-but-doesnotexist")).await;
    house.snapshot("AddPermission/wrong-qualifier", on("invalid-qualifier-with-%3F-char")).await;
    house.snapshot("AddPermission/validation", add(json!({ "StatementId": "example.com" }))).await;
    let token = "t".repeat(256);
    let mut last = 0;
    while last < 100 {
        last += 1;
        let body = s3(json!({ "StatementId": format!("n{last}"), "EventSourceToken": token }));
        if house.exchange(&post(FN, body)).await.status() != 201 {
            break;
        }
    }
    let body = s3(json!({ "StatementId": format!("n{last}"), "EventSourceToken": token }));
    house.snapshot("AddPermission/policy-length-exceeded", post(FN, body)).await;
}

#[tokio::test]
async fn remove_permission() {
    let house = with_version().await;
    let remove = |name: &str, rest: &str| delete(format!("{}/{rest}", at(name)));
    house.snapshot("RemovePermission/no-policy", remove("fn", "s3")).await;
    for name in ["fn", "fn:1", "fn:live"] {
        house.exchange(&post(at(name), s3(json!({})))).await;
    }
    house.snapshot("RemovePermission/resource-not-found", remove("fn", "non-existent")).await;
    house.snapshot("RemovePermission/precondition-failed", remove("fn", "s3?RevisionId=wrong")).await;
    house.snapshot("RemovePermission/success", remove("fn", "s3")).await;
    house.snapshot("RemovePermission/version", remove("fn", "s3?Qualifier=1")).await;
    house.snapshot("RemovePermission/alias", remove("fn:live", "s3")).await;
    house.snapshot("RemovePermission/function-not-found", remove("doesnotexist", "s3")).await;
    house.snapshot("RemovePermission/alias-not-found", remove("fn", "s3?Qualifier=none")).await;
    let contradiction = remove("fn:1", "s3?Qualifier=2");
    house.snapshot("RemovePermission/invalid-parameter-value", contradiction).await;
    house.snapshot("RemovePermission/validation", remove("fn", "a%20b")).await;
}

#[tokio::test]
async fn get_policy() {
    let house = with_version().await;
    house.snapshot("GetPolicy/resource-not-found", get(FN)).await;
    house.exchange(&post(FN, s3(json!({})))).await;
    house.exchange(&post(FN, s3(json!({ "StatementId": "second" })))).await;
    house.exchange(&post(at("fn:live"), s3(json!({})))).await;
    house.snapshot("GetPolicy/success", get(FN)).await;
    house.snapshot("GetPolicy/alias", get(format!("{FN}?Qualifier=live"))).await;
    house.snapshot("GetPolicy/version-without", get(at("fn:1"))).await;
    house.snapshot("GetPolicy/function-not-found", get(at("none"))).await;
    house.snapshot("GetPolicy/invalid-parameter-value", get(format!("{}?Qualifier=2", at("fn:1")))).await;
    house.snapshot("GetPolicy/validation", get(format!("{FN}?Qualifier=a%20b"))).await;
}

fn document(resource: &str) -> Value {
    let statement = json!({
        "Sid": "deny",
        "Effect": "Deny",
        "Principal": { "AWS": "*" },
        "Action": ["lambda:InvokeFunction", "lambda:Get*"],
        "Resource": resource,
        "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8"] } },
    });
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}

fn put_whole(name: &str, policy: &Value, more: Value) -> Request {
    put(whole(name), with(json!({ "Policy": policy.to_string() }), more))
}

#[tokio::test]
async fn put_resource_policy() {
    let house = with_version().await;
    house.exchange(&post(FN, s3(json!({})))).await;
    let policy = document(ARN);
    house.snapshot("PutResourcePolicy/success", put_whole("fn", &policy, json!({}))).await;
    let version = document(&format!("{ARN}:1"));
    house.snapshot("PutResourcePolicy/version", put_whole("fn:1", &version, json!({}))).await;
    let wrong = put_whole("fn", &json!({ "Statement": [] }), json!({}));
    house.snapshot("PutResourcePolicy/invalid-parameter-value", wrong).await;
    let latest = put_whole("fn:$LATEST", &document(&format!("{ARN}:$LATEST")), json!({}));
    house.snapshot("PutResourcePolicy/latest", latest).await;
    let revision = json!({ "RevisionId": "00000000-0000-4000-8000-000000000000" });
    let precondition = put_whole("fn", &policy, revision);
    house.snapshot("PutResourcePolicy/precondition-failed", precondition).await;
    let none = put_whole("none", &document(&ARN.replace(":fn", ":none")), json!({}));
    house.snapshot("PutResourcePolicy/resource-not-found", none).await;
    let long = put(whole("fn"), json!({ "Policy": " ".repeat(20_481) }));
    house.snapshot("PutResourcePolicy/validation", long).await;
    let characters = json!({ "Policy": format!("{}é", " ".repeat(20_479)) });
    house.snapshot("PutResourcePolicy/policy-length-exceeded", put(whole("fn"), characters)).await;
    let runtime = format!("{WHOLE}/arn:aws:lambda:us-east-1:111111111111:runtime%2Fr");
    let runtime = put(runtime, json!({ "Policy": policy.to_string() }));
    house.snapshot("PutResourcePolicy/runtime", runtime).await;
}

#[tokio::test]
async fn get_and_delete_resource_policy() {
    let house = with_version().await;
    house.snapshot("GetResourcePolicy/resource-not-found", get(whole("fn"))).await;
    house.snapshot("DeleteResourcePolicy/no-policy", delete(whole("fn"))).await;
    house.exchange(&put_whole("fn", &document(ARN), json!({}))).await;
    house.exchange(&put_whole("fn:live", &document(&format!("{ARN}:live")), json!({}))).await;
    house.snapshot("GetResourcePolicy/success", get(whole("fn"))).await;
    house.snapshot("GetResourcePolicy/alias", get(whole("fn:live"))).await;
    let runtime = format!("{WHOLE}/arn:aws:lambda:us-east-1:111111111111:runtime%2Fr");
    house.snapshot("GetResourcePolicy/invalid-parameter-value", get(&runtime)).await;
    house.snapshot("GetResourcePolicy/validation", get(format!("{WHOLE}/fn"))).await;
    let wrong = format!("{}?RevisionId=00000000-0000-4000-8000-000000000000", whole("fn"));
    house.snapshot("DeleteResourcePolicy/precondition-failed", delete(wrong)).await;
    house.snapshot("DeleteResourcePolicy/success", delete(whole("fn"))).await;
    house.snapshot("DeleteResourcePolicy/resource-not-found", delete(whole("none"))).await;
    house.snapshot("DeleteResourcePolicy/invalid-parameter-value", delete(runtime)).await;
    house.snapshot("DeleteResourcePolicy/validation", delete(format!("{}?RevisionId=x", whole("fn")))).await;
}
