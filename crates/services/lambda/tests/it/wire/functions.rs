//! Creating, reading, listing and deleting functions.

use super::{F, LONG};
use crate::house::{House, create_body, with};
use crate::snapshot::{delete, get, post};
use serde_json::json;

#[tokio::test]
async fn create_function() {
    let house = House::new();
    house.hold_preparations().await;
    house.snapshot("CreateFunction/success", post(F, create_body("fn"))).await;
    let all = json!({
        "FunctionName": "all",
        "Description": "d",
        "Timeout": 30,
        "MemorySize": 1024,
        "EphemeralStorage": { "Size": 1024 },
        "Environment": { "Variables": { "BB": "2", "AA": "1" } },
        "VpcConfig": { "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"] },
        "DeadLetterConfig": { "TargetArn": "arn:aws:sqs:us-east-1:111111111111:q" },
        "TracingConfig": { "Mode": "Active" },
        "LoggingConfig": { "LogFormat": "JSON", "LogGroup": "/own" },
        "Tags": { "a": "1" },
    });
    house.snapshot("CreateFunction/all-options", post(F, with(create_body("x"), all))).await;
    house.snapshot("CreateFunction/resource-conflict", post(F, create_body("fn"))).await;
    let no_source = with(create_body("no"), json!({ "Code": {} }));
    house.snapshot("CreateFunction/invalid-parameter-value", post(F, no_source)).await;
    let body = with(create_body("no"), json!({ "Timeout": 0, "Role": "r1" }));
    house.snapshot("CreateFunction/validation", post(F, body)).await;
    let body = with(create_body("no"), json!({ "Timeout": "soon" }));
    house.snapshot("CreateFunction/serialization", post(F, body)).await;
    let body = with(create_body("no"), json!({ "Role": "arn:aws:iam::222222222222:role/r" }));
    house.snapshot("CreateFunction/access-denied", post(F, body)).await;
}

#[tokio::test]
async fn get_function() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("GetFunction/success", get(format!("{F}/fn"))).await;
    house.snapshot("GetFunction/resource-not-found", get(format!("{F}/none"))).await;
    let contradiction = format!("{F}/fn:1?Qualifier=2");
    house.snapshot("GetFunction/invalid-parameter-value", get(contradiction)).await;
    let elsewhere = format!("{F}/arn:aws:lambda:eu-west-1:111111111111:function:fn");
    house.snapshot("GetFunction/other-region", get(elsewhere)).await;
    let foreign = format!("{F}/arn:aws:lambda:us-east-1:222222222222:function:fn");
    house.snapshot("GetFunction/access-denied", get(foreign)).await;
    house.snapshot("GetFunction/validation", get(format!("{F}/a%20b"))).await;
}

#[tokio::test]
async fn get_function_configuration() {
    let house = House::new();
    house.create("fn").await;
    let at = |name: &str| get(format!("{F}/{name}/configuration"));
    house.snapshot("GetFunctionConfiguration/success", at("fn")).await;
    house.snapshot("GetFunctionConfiguration/resource-not-found", at("none")).await;
    house.snapshot("GetFunctionConfiguration/invalid-parameter-value", at(LONG)).await;
}

#[tokio::test]
async fn get_function_code_signing_config() {
    let house = House::new();
    house.create("fn").await;
    let at = |name: &str| get(format!("/2020-06-30/functions/{name}/code-signing-config"));
    house.snapshot("GetFunctionCodeSigningConfig/success-none", at("fn")).await;
    house.snapshot("GetFunctionCodeSigningConfig/resource-not-found", at("none")).await;
    house.snapshot("GetFunctionCodeSigningConfig/invalid-parameter-value", at(LONG)).await;
}

#[tokio::test]
async fn get_function_concurrency() {
    let house = House::new();
    house.create("fn").await;
    let at = |name: &str| get(format!("/2019-09-30/functions/{name}/concurrency"));
    house.snapshot("GetFunctionConcurrency/success-none", at("fn")).await;
    house.snapshot("GetFunctionConcurrency/resource-not-found", at("none")).await;
    house.snapshot("GetFunctionConcurrency/invalid-parameter-value", at(LONG)).await;
}

#[tokio::test]
async fn list_functions() {
    let house = House::new();
    house.create("b").await;
    house.create("a").await;
    house.snapshot("ListFunctions/success", get(F)).await;
    house.snapshot("ListFunctions/first-page", get(format!("{F}?MaxItems=1"))).await;
    house.snapshot("ListFunctions/invalid-parameter-value", get(format!("{F}?Marker=none"))).await;
    house.snapshot("ListFunctions/validation", get(format!("{F}?MaxItems=0"))).await;
}

#[tokio::test]
async fn list_versions_by_function() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("ListVersionsByFunction/success", get(format!("{F}/fn/versions"))).await;
    house.snapshot("ListVersionsByFunction/resource-not-found", get(format!("{F}/none/versions"))).await;
    let marker = format!("{F}/fn/versions?Marker=none");
    house.snapshot("ListVersionsByFunction/invalid-parameter-value", get(marker)).await;
}

#[tokio::test]
async fn list_aliases() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("ListAliases/success-none", get(format!("{F}/fn/aliases"))).await;
    house.snapshot("ListAliases/resource-not-found", get(format!("{F}/none/aliases"))).await;
    let marker = format!("{F}/fn/aliases?Marker=none");
    house.snapshot("ListAliases/invalid-parameter-value", get(marker)).await;
}

#[tokio::test]
async fn delete_function() {
    let house = House::new();
    house.create("fn").await;
    let latest = format!("{F}/fn?Qualifier=$LATEST");
    house.snapshot("DeleteFunction/invalid-parameter-value", delete(latest)).await;
    house.snapshot("DeleteFunction/success", delete(format!("{F}/fn"))).await;
    house.snapshot("DeleteFunction/resource-not-found", delete(format!("{F}/fn"))).await;
}

#[tokio::test]
async fn get_account_settings() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("GetAccountSettings/success", get("/2016-08-19/account-settings")).await;
}
