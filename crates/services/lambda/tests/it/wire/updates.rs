//! Updating code and configuration.

use crate::house::{House, create_body, zip_base64};
use crate::snapshot::put;
use serde_json::json;

fn code(name: &str) -> String {
    format!("/2015-03-31/functions/{name}/code")
}

fn configuration(name: &str) -> String {
    format!("/2015-03-31/functions/{name}/configuration")
}

#[tokio::test]
async fn update_function_code() {
    let house = House::new();
    house.create("fn").await;
    let zip = json!({ "ZipFile": zip_base64("x") });
    let wrong = json!({ "ZipFile": zip_base64("x"), "RevisionId": "wrong" });
    house.snapshot("UpdateFunctionCode/precondition-failed", put(code("fn"), wrong)).await;
    house.snapshot("UpdateFunctionCode/resource-not-found", put(code("none"), zip.clone())).await;
    house.snapshot("UpdateFunctionCode/invalid-parameter-value", put(code("fn"), json!({}))).await;
    house.hold_preparations().await;
    house.snapshot("UpdateFunctionCode/success", put(code("fn"), zip.clone())).await;
    house.snapshot("UpdateFunctionCode/resource-conflict", put(code("fn"), zip)).await;
}

#[tokio::test]
async fn update_function_configuration() {
    let house = House::new();
    house.create("fn").await;
    let timeout = json!({ "Timeout": 7 });
    let wrong = json!({ "RevisionId": "wrong" });
    house.snapshot("UpdateFunctionConfiguration/precondition-failed", put(configuration("fn"), wrong)).await;
    let none = put(configuration("none"), timeout.clone());
    house.snapshot("UpdateFunctionConfiguration/resource-not-found", none).await;
    let large = put(configuration("fn"), json!({ "Timeout": 901 }));
    house.snapshot("UpdateFunctionConfiguration/invalid-parameter-value", large).await;
    house.hold_preparations().await;
    house.snapshot("UpdateFunctionConfiguration/success", put(configuration("fn"), timeout.clone())).await;
    house.snapshot("UpdateFunctionConfiguration/resource-conflict", put(configuration("fn"), timeout)).await;
    house.json("POST", "/2015-03-31/functions", create_body("new")).await.unwrap();
    let pending = put(configuration("new"), json!({}));
    house.snapshot("UpdateFunctionConfiguration/resource-conflict-pending", pending).await;
}
