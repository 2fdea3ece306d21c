//! Function URLs.

use crate::house::House;
use crate::snapshot::{delete, get, post, put};
use serde_json::json;

fn at(name: &str) -> String {
    format!("/2021-10-31/functions/{name}/url")
}

async fn house() -> House {
    let house = House::new();
    house.create("fn").await;
    let alias = json!({ "Name": "live", "FunctionVersion": "$LATEST" });
    house.json("POST", "/2015-03-31/functions/fn/aliases", alias).await.unwrap();
    house
}

#[tokio::test]
async fn creation() {
    let house = house().await;
    let none = || json!({ "AuthType": "NONE" });
    house.snapshot("CreateFunctionUrlConfig/success", post(at("fn"), none())).await;
    let cors = json!({
        "AllowCredentials": true, "AllowHeaders": ["date", "x-a"], "AllowMethods": ["*"],
        "AllowOrigins": ["https://www.example.com", "http://localhost:60905"], "ExposeHeaders": ["date"],
        "MaxAge": 86_400,
    });
    let all = json!({ "AuthType": "AWS_IAM", "InvokeMode": "RESPONSE_STREAM", "Cors": cors });
    let alias = post(format!("{}?Qualifier=live", at("fn")), all);
    house.snapshot("CreateFunctionUrlConfig/success-of-an-alias", alias).await;
    house.snapshot("CreateFunctionUrlConfig/resource-conflict", post(at("fn"), none())).await;
    let alias = post(at("fn:live"), none());
    house.snapshot("CreateFunctionUrlConfig/resource-conflict-of-an-alias", alias).await;
    house.snapshot("CreateFunctionUrlConfig/resource-not-found", post(at("none"), none())).await;
    let alias = post(format!("{}?Qualifier=none", at("fn")), none());
    house.snapshot("CreateFunctionUrlConfig/no-such-alias", alias).await;
    let two = post(format!("{}?Qualifier=live", at("fn:other")), none());
    house.snapshot("CreateFunctionUrlConfig/invalid-parameter-value", two).await;
    for (key, qualifier) in
        [("CreateFunctionUrlConfig/of-a-version", "1"), ("CreateFunctionUrlConfig/of-latest", "$LATEST")]
    {
        house.snapshot(key, post(format!("{}?Qualifier={qualifier}", at("fn")), none())).await;
    }
    let bad = json!({ "AuthType": "SOME", "Cors": { "MaxAge": 86_401 } });
    house.snapshot("CreateFunctionUrlConfig/validation", post(at("fn"), bad)).await;
    house.snapshot("CreateFunctionUrlConfig/without-type", post(at("fn"), json!({}))).await;
}

#[tokio::test]
async fn reading_and_updates() {
    let house = house().await;
    let cors = json!({ "AllowOrigins": ["*"] });
    let settings = json!({ "AuthType": "NONE", "Cors": cors });
    house.json("POST", &at("fn"), settings).await.unwrap();
    house.snapshot("GetFunctionUrlConfig/success", get(at("fn"))).await;
    house.snapshot("GetFunctionUrlConfig/resource-not-found", get(at("none"))).await;
    house.snapshot("GetFunctionUrlConfig/without-url", get(format!("{}?Qualifier=live", at("fn")))).await;
    let two = get(format!("{}?Qualifier=live", at("fn:other")));
    house.snapshot("GetFunctionUrlConfig/invalid-parameter-value", two).await;
    house.pass(61_000);
    house.snapshot("UpdateFunctionUrlConfig/success-nothing", put(at("fn"), json!({}))).await;
    let mode = json!({ "AuthType": "AWS_IAM", "InvokeMode": "RESPONSE_STREAM" });
    house.snapshot("UpdateFunctionUrlConfig/success", put(at("fn"), mode.clone())).await;
    let no_cors = put(at("fn"), json!({ "Cors": {} }));
    house.snapshot("UpdateFunctionUrlConfig/success-without-cors", no_cors).await;
    house.snapshot("UpdateFunctionUrlConfig/resource-not-found", put(at("none"), mode.clone())).await;
    let alias = format!("{}?Qualifier=live", at("fn"));
    house.snapshot("UpdateFunctionUrlConfig/without-url", put(alias, mode.clone())).await;
    let alias = format!("{}?Qualifier=none", at("fn"));
    house.snapshot("UpdateFunctionUrlConfig/no-such-alias", put(alias, mode.clone())).await;
    let two = put(format!("{}?Qualifier=live", at("fn:other")), mode);
    house.snapshot("UpdateFunctionUrlConfig/invalid-parameter-value", two).await;
    let bad = put(at("fn"), json!({ "InvokeMode": "SLOW" }));
    house.snapshot("UpdateFunctionUrlConfig/validation", bad).await;
}

#[tokio::test]
async fn lists_and_deletion() {
    let house = house().await;
    let list = "/2021-10-31/functions/fn/urls";
    house.snapshot("ListFunctionUrlConfigs/success-none", get(list)).await;
    for url in [at("fn"), at("fn:live")] {
        house.json("POST", &url, json!({ "AuthType": "NONE" })).await.unwrap();
    }
    house.snapshot("ListFunctionUrlConfigs/success", get(list)).await;
    let page = house.snapshot("ListFunctionUrlConfigs/success-page", get(format!("{list}?MaxItems=1"))).await;
    let marker = page["NextMarker"].as_str().unwrap();
    let rest = house.json("GET", &format!("{list}?Marker={marker}"), json!(null)).await.unwrap();
    assert_eq!(rest["FunctionUrlConfigs"].as_array().unwrap().len(), 1);
    assert!(rest["FunctionUrlConfigs"][0]["FunctionArn"].as_str().unwrap().ends_with(":fn:live"));
    assert!(rest.get("NextMarker").is_none());
    let none = get("/2021-10-31/functions/none/urls");
    house.snapshot("ListFunctionUrlConfigs/resource-not-found", none).await;
    let marker = get(format!("{list}?Marker=x"));
    house.snapshot("ListFunctionUrlConfigs/invalid-parameter-value", marker).await;
    house.snapshot("ListFunctionUrlConfigs/validation", get(format!("{list}?MaxItems=51"))).await;
    house.snapshot("DeleteFunctionUrlConfig/success", delete(at("fn"))).await;
    house.snapshot("DeleteFunctionUrlConfig/resource-not-found", delete(at("fn"))).await;
    let two = delete(format!("{}?Qualifier=live", at("fn:other")));
    house.snapshot("DeleteFunctionUrlConfig/invalid-parameter-value", two).await;
}
