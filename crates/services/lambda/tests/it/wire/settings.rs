//! Recursive loops and builds of runtimes.

use crate::house::House;
use crate::snapshot::{get, put};
use serde_json::json;

#[tokio::test]
async fn recursion_config() {
    let house = House::new();
    house.create("fn").await;
    let at = |name: &str| format!("/2024-08-31/functions/{name}/recursion-config");
    house.snapshot("GetFunctionRecursionConfig/default", get(at("fn"))).await;
    let allow = json!({ "RecursiveLoop": "Allow" });
    house.snapshot("PutFunctionRecursionConfig/success", put(at("fn"), allow.clone())).await;
    house.snapshot("GetFunctionRecursionConfig/success", get(at("fn"))).await;
    house.snapshot("PutFunctionRecursionConfig/resource-not-found", put(at("none"), allow.clone())).await;
    house.snapshot("GetFunctionRecursionConfig/resource-not-found", get(at("none"))).await;
    let wrong = json!({ "RecursiveLoop": "InvalidValue" });
    house.snapshot("PutFunctionRecursionConfig/validation", put(at("fn"), wrong)).await;
    house.snapshot("GetFunctionRecursionConfig/validation", get(at("fn:1"))).await;
    let long = "a".repeat(65);
    let put_long = put(at(&long), allow);
    house.snapshot("PutFunctionRecursionConfig/invalid-parameter-value", put_long).await;
    house.snapshot("GetFunctionRecursionConfig/invalid-parameter-value", get(at(&long))).await;
}

#[tokio::test]
async fn runtime_management_config() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    let build = house.get("fn").await.unwrap()["RuntimeVersionConfig"]["RuntimeVersionArn"].clone();
    let at = |name: &str| format!("/2021-07-20/functions/{name}/runtime-management-config");
    house.snapshot("GetRuntimeManagementConfig/default", get(at("fn"))).await;
    let manual = json!({ "UpdateRuntimeOn": "Manual", "RuntimeVersionArn": build });
    house.snapshot("PutRuntimeManagementConfig/success", put(at("fn"), manual.clone())).await;
    house.snapshot("GetRuntimeManagementConfig/success", get(at("fn:$LATEST"))).await;
    let update = json!({ "UpdateRuntimeOn": "FunctionUpdate" });
    house.snapshot("PutRuntimeManagementConfig/version", put(at("fn:1"), update.clone())).await;
    house.snapshot("GetRuntimeManagementConfig/version", get(format!("{}?Qualifier=1", at("fn")))).await;
    for (key, body) in [
        ("PutRuntimeManagementConfig/invalid-parameter-value", json!({ "UpdateRuntimeOn": "Manual" })),
        (
            "PutRuntimeManagementConfig/no-such-build",
            json!({
                "UpdateRuntimeOn": "Manual",
                "RuntimeVersionArn": "arn:aws:lambda:us-east-1::runtime:8eeff65f6809a3ce81507fe733fe09b8",
            }),
        ),
        (
            "PutRuntimeManagementConfig/build-without-manual",
            json!({ "UpdateRuntimeOn": "Auto", "RuntimeVersionArn": build }),
        ),
        ("PutRuntimeManagementConfig/validation", json!({ "UpdateRuntimeOn": "Never" })),
    ] {
        house.snapshot(key, put(at("fn"), body)).await;
    }
    house.snapshot("PutRuntimeManagementConfig/alias", put(at("fn:live"), update.clone())).await;
    house.snapshot("GetRuntimeManagementConfig/invalid-parameter-value", get(at("fn:live"))).await;
    house.snapshot("PutRuntimeManagementConfig/resource-not-found", put(at("none"), update)).await;
    house.snapshot("GetRuntimeManagementConfig/resource-not-found", get(at("fn:2"))).await;
    house.snapshot("GetRuntimeManagementConfig/validation", get(at("a%20b"))).await;
}
