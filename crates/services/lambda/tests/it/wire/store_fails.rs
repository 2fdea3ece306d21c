//! A store that fails is nobody's fault outside: 500, and nothing about why.

use crate::house::{House, create_body, zip_base64};
use crate::snapshot::{delete, get, post, put};
use serde_json::json;

const F: &str = "/2015-03-31/functions";
const URL: &str = "/2021-10-31/functions/fn/url";
const TAGS: &str = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:fn";

#[tokio::test]
async fn every_operation_says_so() {
    let house = House::broken();
    for (key, request) in [
        ("CreateFunction/service-exception", post(F, create_body("fn"))),
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
    ] {
        house.snapshot(key, request).await;
    }
}
