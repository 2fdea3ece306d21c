//! Settings of asynchronous invocations.

use crate::house::House;
use crate::snapshot::{delete, get, post, put};
use serde_json::json;

const FN: &str = "/2019-09-25/functions/fn/event-invoke-config";
const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function";
const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:q";

fn at(name: &str) -> String {
    format!("/2019-09-25/functions/{name}/event-invoke-config")
}

async fn house() -> House {
    let house = House::new();
    house.create("fn").await;
    house.create("other").await;
    house.version_and_alias("fn").await;
    house
}

#[tokio::test]
async fn put_function_event_invoke_config() {
    let house = house().await;
    let all = json!({
        "MaximumRetryAttempts": 0,
        "MaximumEventAgeInSeconds": 60,
        "DestinationConfig": {
            "OnSuccess": { "Destination": format!("{ARN}:other") },
            "OnFailure": { "Destination": QUEUE },
        },
    });
    house.snapshot("PutFunctionEventInvokeConfig/success", put(FN, all)).await;
    let retries = json!({ "MaximumRetryAttempts": 2 });
    house.snapshot("PutFunctionEventInvokeConfig/overwrites", put(FN, retries.clone())).await;
    let alias = put(format!("{FN}?Qualifier=live"), retries.clone());
    house.snapshot("PutFunctionEventInvokeConfig/alias", alias).await;
    house.snapshot("PutFunctionEventInvokeConfig/version", put(at("fn:1"), retries.clone())).await;
    house.snapshot("PutFunctionEventInvokeConfig/nothing", put(FN, json!({}))).await;
    let to = |arn: &str| json!({ "DestinationConfig": { "OnSuccess": { "Destination": arn } } });
    let itself = put(FN, to(&format!("{ARN}:fn")));
    house.snapshot("PutFunctionEventInvokeConfig/invalid-parameter-value", itself).await;
    let missing = put(FN, to(&format!("{ARN}:doesnotexist")));
    house.snapshot("PutFunctionEventInvokeConfig/no-such-destination", missing).await;
    let service = put(FN, to("arn:aws:iam:us-east-1:111111111111:function:fn"));
    house.snapshot("PutFunctionEventInvokeConfig/no-destination", service).await;
    let none = put(at("none"), retries.clone());
    house.snapshot("PutFunctionEventInvokeConfig/resource-not-found", none).await;
    let none = put(format!("{FN}?Qualifier=none"), retries);
    house.snapshot("PutFunctionEventInvokeConfig/alias-not-found", none).await;
    let wrong = put(FN, json!({ "MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 59 }));
    house.snapshot("PutFunctionEventInvokeConfig/validation", wrong).await;
    let pattern = put(FN, to("arn:aws:_-/!lambda:us-east-1:111111111111:function:fn"));
    house.snapshot("PutFunctionEventInvokeConfig/no-arn", pattern).await;
}

#[tokio::test]
async fn update_function_event_invoke_config() {
    let house = house().await;
    let age = json!({ "MaximumEventAgeInSeconds": 120 });
    house.snapshot("UpdateFunctionEventInvokeConfig/resource-not-found", post(FN, age.clone())).await;
    let first = json!({
        "MaximumRetryAttempts": 1,
        "DestinationConfig": { "OnFailure": { "Destination": "arn:aws:s3:::bucket" } },
    });
    house.exchange(&put(FN, first)).await;
    house.snapshot("UpdateFunctionEventInvokeConfig/success", post(FN, age.clone())).await;
    let empty = json!({ "DestinationConfig": { "OnFailure": { "Destination": "" } } });
    house.snapshot("UpdateFunctionEventInvokeConfig/no-destination", post(FN, empty)).await;
    house.snapshot("UpdateFunctionEventInvokeConfig/invalid-parameter-value", post(FN, json!({}))).await;
    let none = post(at("none"), age);
    house.snapshot("UpdateFunctionEventInvokeConfig/function-not-found", none).await;
    let wrong = post(FN, json!({ "MaximumEventAgeInSeconds": 21_601 }));
    house.snapshot("UpdateFunctionEventInvokeConfig/validation", wrong).await;
}

#[tokio::test]
async fn get_and_delete_function_event_invoke_config() {
    let house = house().await;
    house.snapshot("GetFunctionEventInvokeConfig/resource-not-found", get(FN)).await;
    house.snapshot("DeleteFunctionEventInvokeConfig/resource-not-found", delete(FN)).await;
    house.exchange(&put(at("fn:live"), json!({ "MaximumRetryAttempts": 1 }))).await;
    house.exchange(&put(at("fn:$LATEST"), json!({ "MaximumRetryAttempts": 2 }))).await;
    house.snapshot("GetFunctionEventInvokeConfig/success", get(FN)).await;
    house.snapshot("GetFunctionEventInvokeConfig/alias", get(at("fn:live"))).await;
    house.snapshot("GetFunctionEventInvokeConfig/version-without", get(at("fn:1"))).await;
    house.snapshot("GetFunctionEventInvokeConfig/function-not-found", get(at("doesnotexist"))).await;
    let contradiction = format!("{}?Qualifier=2", at("fn:1"));
    house.snapshot("GetFunctionEventInvokeConfig/invalid-parameter-value", get(&contradiction)).await;
    house.snapshot("GetFunctionEventInvokeConfig/validation", get(at("a%20b"))).await;
    house.snapshot("DeleteFunctionEventInvokeConfig/success", delete(FN)).await;
    house.snapshot("DeleteFunctionEventInvokeConfig/function-not-found", delete(at("doesnotexist"))).await;
    let key = "DeleteFunctionEventInvokeConfig/invalid-parameter-value";
    house.snapshot(key, delete(contradiction)).await;
    house.snapshot("DeleteFunctionEventInvokeConfig/validation", delete(at("a%20b"))).await;
}

#[tokio::test]
async fn list_function_event_invoke_configs() {
    let house = house().await;
    let list = |name: &str, rest: &str| get(format!("{}/list{rest}", at(name)));
    house.snapshot("ListFunctionEventInvokeConfigs/empty", list("fn", "")).await;
    for name in ["fn:live", "fn:1", "fn"] {
        house.exchange(&put(at(name), json!({ "MaximumRetryAttempts": 1 }))).await;
    }
    house.snapshot("ListFunctionEventInvokeConfigs/success", list("fn", "")).await;
    let first = house.snapshot("ListFunctionEventInvokeConfigs/page", list("fn", "?MaxItems=2")).await;
    let marker = first["NextMarker"].as_str().unwrap().replace('=', "%3D");
    let rest = list("fn", &format!("?MaxItems=2&Marker={marker}"));
    let rest = house.exchange(&rest).await;
    let rest: serde_json::Value = serde_json::from_slice(rest.body()).unwrap();
    assert_eq!(rest["FunctionEventInvokeConfigs"][0]["FunctionArn"], format!("{ARN}:fn:live"));
    assert_eq!(
        (rest["FunctionEventInvokeConfigs"].as_array().unwrap().len(), &rest["NextMarker"]),
        (1, &json!(null))
    );
    let wrong = list("fn", "?Marker=x");
    house.snapshot("ListFunctionEventInvokeConfigs/invalid-parameter-value", wrong).await;
    house.snapshot("ListFunctionEventInvokeConfigs/resource-not-found", list("none", "")).await;
    house.snapshot("ListFunctionEventInvokeConfigs/validation", list("fn", "?MaxItems=51")).await;
}
