//! A store that fails is nobody's fault outside: 500, and nothing about why.

use super::F;
use crate::house::{House, create_body, zip_base64};
use crate::snapshot::{delete, get, post, put};
use serde_json::json;

const URL: &str = "/2021-10-31/functions/fn/url";
const L: &str = "/2018-10-31/layers/l/versions/1";
const TAGS: &str = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:fn";

const POLICY: &str = "/2026-07-09/resource-policy/arn:aws:lambda:us-east-1:111111111111:function:fn";
const EVENTS: &str = "/2019-09-25/functions/fn/event-invoke-config";
const LOOPS: &str = "/2024-08-31/functions/fn/recursion-config";
const RUNTIME: &str = "/2021-07-20/functions/fn/runtime-management-config";

#[tokio::test]
async fn every_operation_says_so() {
    let house = House::broken();
    let permission = json!({ "StatementId": "s", "Action": "*", "Principal": "*" });
    let statement = json!({
        "Effect": "Allow",
        "Principal": "*",
        "Action": "*",
        "Resource": "arn:aws:lambda:us-east-1:111111111111:function:fn",
    });
    let policy = json!({ "Policy": json!({ "Statement": statement }).to_string() });
    let retries = json!({ "MaximumRetryAttempts": 1 });
    let access = json!({ "StatementId": "s", "Action": "lambda:GetLayerVersion", "Principal": "*" });
    for (key, request) in [
        ("AddLayerVersionPermission/service-exception", post(format!("{L}/policy"), access)),
        ("DeleteLayerVersion/service-exception", delete(L)),
        ("GetLayerVersion/service-exception", get(L)),
        (
            "GetLayerVersionByArn/service-exception",
            get("/2018-10-31/layers?find=LayerVersion&Arn=arn:aws:lambda:us-east-1:111111111111:layer:l:1"),
        ),
        ("GetLayerVersionPolicy/service-exception", get(format!("{L}/policy"))),
        ("ListLayers/service-exception", get("/2018-10-31/layers")),
        ("ListLayerVersions/service-exception", get("/2018-10-31/layers/l/versions")),
        (
            "PublishLayerVersion/service-exception",
            post("/2018-10-31/layers/l/versions", json!({ "Content": { "ZipFile": zip_base64("x") } })),
        ),
        ("RemoveLayerVersionPermission/service-exception", delete(format!("{L}/policy/s"))),
        ("CreateFunction/service-exception", post(F, create_body("fn"))),
        (
            "CreateAlias/service-exception",
            post(format!("{F}/fn/aliases"), json!({ "Name": "a", "FunctionVersion": "1" })),
        ),
        ("DeleteAlias/service-exception", delete(format!("{F}/fn/aliases/a"))),
        ("GetAlias/service-exception", get(format!("{F}/fn/aliases/a"))),
        ("UpdateAlias/service-exception", put(format!("{F}/fn/aliases/a"), json!({}))),
        ("PublishVersion/service-exception", post(format!("{F}/fn/versions"), json!({}))),
        ("DeleteFunction/service-exception", delete(format!("{F}/fn"))),
        ("CreateFunctionUrlConfig/service-exception", post(URL, json!({ "AuthType": "NONE" }))),
        ("DeleteFunctionUrlConfig/service-exception", delete(URL)),
        ("GetFunctionUrlConfig/service-exception", get(URL)),
        ("ListFunctionUrlConfigs/service-exception", get("/2021-10-31/functions/fn/urls")),
        ("UpdateFunctionUrlConfig/service-exception", put(URL, json!({}))),
        ("GetAccountSettings/service-exception", get("/2016-08-19/account-settings")),
        ("GetFunction/service-exception", get(format!("{F}/fn"))),
        (
            "GetFunctionCodeSigningConfig/service-exception",
            get("/2020-06-30/functions/fn/code-signing-config"),
        ),
        ("GetFunctionConcurrency/service-exception", get("/2019-09-30/functions/fn/concurrency")),
        ("GetFunctionConfiguration/service-exception", get(format!("{F}/fn/configuration"))),
        ("Invoke/service-exception", post(format!("{F}/fn/invocations"), json!({}))),
        ("InvokeAsync/service-exception", post("/2014-11-13/functions/fn/invoke-async", json!({}))),
        (
            "InvokeWithResponseStream/service-exception",
            post("/2021-11-15/functions/fn/response-streaming-invocations", json!({})),
        ),
        ("ListAliases/service-exception", get(format!("{F}/fn/aliases"))),
        ("ListFunctions/service-exception", get(F)),
        ("ListTags/service-exception", get(TAGS)),
        ("ListVersionsByFunction/service-exception", get(format!("{F}/fn/versions"))),
        ("TagResource/service-exception", post(TAGS, json!({ "Tags": { "a": "1" } }))),
        ("UntagResource/service-exception", delete(format!("{TAGS}?tagKeys=a"))),
        (
            "UpdateFunctionCode/service-exception",
            put(format!("{F}/fn/code"), json!({ "ZipFile": zip_base64("x") })),
        ),
        ("UpdateFunctionConfiguration/service-exception", put(format!("{F}/fn/configuration"), json!({}))),
        ("AddPermission/service-exception", post(format!("{F}/fn/policy"), permission)),
        ("RemovePermission/service-exception", delete(format!("{F}/fn/policy/s"))),
        ("GetPolicy/service-exception", get(format!("{F}/fn/policy"))),
        ("PutResourcePolicy/service-exception", put(POLICY, policy)),
        ("GetResourcePolicy/service-exception", get(POLICY)),
        ("DeleteResourcePolicy/service-exception", delete(POLICY)),
        ("PutFunctionEventInvokeConfig/service-exception", put(EVENTS, retries.clone())),
        ("UpdateFunctionEventInvokeConfig/service-exception", post(EVENTS, retries)),
        ("GetFunctionEventInvokeConfig/service-exception", get(EVENTS)),
        ("DeleteFunctionEventInvokeConfig/service-exception", delete(EVENTS)),
        ("ListFunctionEventInvokeConfigs/service-exception", get(format!("{EVENTS}/list"))),
        ("PutFunctionRecursionConfig/service-exception", put(LOOPS, json!({ "RecursiveLoop": "Allow" }))),
        ("GetFunctionRecursionConfig/service-exception", get(LOOPS)),
        ("PutRuntimeManagementConfig/service-exception", put(RUNTIME, json!({ "UpdateRuntimeOn": "Auto" }))),
        ("GetRuntimeManagementConfig/service-exception", get(RUNTIME)),
    ] {
        house.snapshot(key, request).await;
    }
}
