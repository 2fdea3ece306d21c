//! Reserved and provisioned concurrency.

use super::LONG;
use crate::house::House;
use crate::snapshot::{delete, get, put};
use serde_json::{Value, json};
use worker::ProvisioningState;

#[tokio::test]
async fn reserved() {
    let house = House::new();
    house.create("fn").await;
    let at = |name: &str| format!("/2017-10-31/functions/{name}/concurrency");
    let some = |amount: i32| json!({ "ReservedConcurrentExecutions": amount });
    house.snapshot("PutFunctionConcurrency/success", put(at("fn"), some(5))).await;
    house.snapshot("PutFunctionConcurrency/resource-not-found", put(at("none"), some(5))).await;
    house.snapshot("PutFunctionConcurrency/invalid-parameter-value", put(at("fn:$LATEST"), some(5))).await;
    house.snapshot("PutFunctionConcurrency/too-much", put(at("fn"), some(901))).await;
    house.snapshot("PutFunctionConcurrency/validation", put(at("fn"), some(-1))).await;
    house.snapshot("GetFunctionConcurrency/success", get("/2019-09-30/functions/fn/concurrency")).await;
    house.snapshot("GetFunction/success-reserved", get("/2015-03-31/functions/fn")).await;
    house.snapshot("GetAccountSettings/success-reserved", get("/2016-08-19/account-settings")).await;
    house.snapshot("DeleteFunctionConcurrency/success", delete(at("fn"))).await;
    house.snapshot("DeleteFunctionConcurrency/success-none", delete(at("fn"))).await;
    house.snapshot("DeleteFunctionConcurrency/resource-not-found", delete(at("none"))).await;
    house.snapshot("DeleteFunctionConcurrency/invalid-parameter-value", delete(at("fn:1"))).await;
}

#[tokio::test]
async fn provisioned() {
    let house = House::new();
    house.create("fn").await;
    house.json("POST", "/2015-03-31/functions/fn/versions", Value::Null).await.unwrap();
    let alias = json!({ "Name": "live", "FunctionVersion": "1" });
    house.json("POST", "/2015-03-31/functions/fn/aliases", alias).await.unwrap();
    let at =
        |name: &str, q: &str| format!("/2019-09-30/functions/{name}/provisioned-concurrency?Qualifier={q}");
    let some = |amount: i32| json!({ "ProvisionedConcurrentExecutions": amount });
    let refused = |name: &str, q: &str| put(at(name, q), some(1));
    house.snapshot("PutProvisionedConcurrencyConfig/success", put(at("fn", "live"), some(2))).await;
    house.snapshot("PutProvisionedConcurrencyConfig/resource-conflict", refused("fn", "1")).await;
    house.snapshot("PutProvisionedConcurrencyConfig/resource-not-found", refused("fn", "none")).await;
    house.snapshot("PutProvisionedConcurrencyConfig/invalid-parameter-value", refused("fn", "$LATEST")).await;
    house.snapshot("PutProvisionedConcurrencyConfig/too-much", put(at("fn", "live"), some(1_001))).await;
    house.snapshot("PutProvisionedConcurrencyConfig/validation", put(at("fn", "live"), some(0))).await;
    house.snapshot("GetProvisionedConcurrencyConfig/success-in-progress", get(at("fn", "live"))).await;
    house.engine.provides("fn", 2, ProvisioningState::Ready);
    house.snapshot("GetProvisionedConcurrencyConfig/success", get(at("fn", "live"))).await;
    let list = |name: &str| format!("/2019-09-30/functions/{name}/provisioned-concurrency?List=ALL");
    house.snapshot("ListProvisionedConcurrencyConfigs/success", get(list("fn"))).await;
    house.snapshot("ListProvisionedConcurrencyConfigs/resource-not-found", get(list("none"))).await;
    let marker = get(format!("{}&Marker=none", list("fn")));
    house.snapshot("ListProvisionedConcurrencyConfigs/invalid-parameter-value", marker).await;
    house.engine.provides("fn", 1, ProvisioningState::Failed("FUNCTION_ERROR_INIT_FAILURE".to_owned()));
    house.snapshot("GetProvisionedConcurrencyConfig/success-failed", get(at("fn", "live"))).await;
    let none = get(at("fn", "1"));
    house.snapshot("GetProvisionedConcurrencyConfig/provisioned-concurrency-config-not-found", none).await;
    house.snapshot("GetProvisionedConcurrencyConfig/resource-not-found", get(at("fn", "7"))).await;
    let latest = get(at("fn", "$LATEST"));
    house.snapshot("GetProvisionedConcurrencyConfig/invalid-parameter-value", latest).await;
    house.snapshot("DeleteProvisionedConcurrencyConfig/success", delete(at("fn", "live"))).await;
    house.snapshot("DeleteProvisionedConcurrencyConfig/resource-not-found", delete(at("none", "1"))).await;
    let latest = delete(at("fn", "$LATEST"));
    house.snapshot("DeleteProvisionedConcurrencyConfig/invalid-parameter-value", latest).await;
    let long = put(at(LONG, "1"), some(1));
    house.snapshot("PutProvisionedConcurrencyConfig/long-name", long).await;
}

#[tokio::test]
async fn a_store_that_fails() {
    let house = House::broken();
    let reserved = "/2017-10-31/functions/fn/concurrency";
    let provisioned = "/2019-09-30/functions/fn/provisioned-concurrency";
    let one = format!("{provisioned}?Qualifier=1");
    let some = put(&one, json!({ "ProvisionedConcurrentExecutions": 1 }));
    let list = get(format!("{provisioned}?List=ALL"));
    let reserve = put(reserved, json!({ "ReservedConcurrentExecutions": 1 }));
    house.snapshot("PutFunctionConcurrency/service-exception", reserve).await;
    house.snapshot("DeleteFunctionConcurrency/service-exception", delete(reserved)).await;
    house.snapshot("PutProvisionedConcurrencyConfig/service-exception", some).await;
    house.snapshot("GetProvisionedConcurrencyConfig/service-exception", get(&one)).await;
    house.snapshot("DeleteProvisionedConcurrencyConfig/service-exception", delete(&one)).await;
    house.snapshot("ListProvisionedConcurrencyConfigs/service-exception", list).await;
}
