//! The operations on aliases.

use super::{F, LONG};
use crate::house::House;
use crate::snapshot::{delete, get, post, put};
use serde_json::{Value, json};

/// A function with the versions 1 and 2.
async fn with_versions() -> House {
    let house = House::new();
    house.create("fn").await;
    for timeout in [4, 5] {
        house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Timeout": timeout })).await.unwrap();
        house.settled("fn").await;
        house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    }
    house
}

fn weights(version: &str, weight: f64) -> Value {
    json!({ "AdditionalVersionWeights": { version: weight } })
}

#[tokio::test]
async fn create_alias() {
    let house = with_versions().await;
    let at = |name: &str| format!("{F}/{name}/aliases");
    let alias = |name: &str, version: &str| json!({ "Name": name, "FunctionVersion": version });
    let routed = |version: &str, routing: Value| json!({ "Name": "r", "FunctionVersion": version, "RoutingConfig": routing });
    let body = json!({ "Name": "live", "FunctionVersion": "1", "Description": "d" });
    house.snapshot("CreateAlias/success", post(at("fn"), body)).await;
    house.snapshot("CreateAlias/resource-conflict", post(at("fn"), alias("live", "2"))).await;
    house.snapshot("CreateAlias/no-version", post(at("fn"), alias("x", "10"))).await;
    house.snapshot("CreateAlias/resource-not-found", post(at("none"), alias("x", "1"))).await;
    house.snapshot("CreateAlias/validation-name", post(at("fn"), alias("2024", "1"))).await;
    house.snapshot("CreateAlias/to-an-alias", post(at("fn"), alias("x", "live"))).await;
    house.snapshot("CreateAlias/invalid-parameter-value", post(at(LONG), alias("x", "1"))).await;
    let many = json!({ "AdditionalVersionWeights": { "1": 0.1, "2": 0.1 } });
    for (case, body) in [
        ("CreateAlias/many-weights", routed("1", many)),
        ("CreateAlias/weight-over-one", routed("1", weights("2", 2.0))),
        ("CreateAlias/weight-below-zero", routed("1", weights("2", -1.0))),
        ("CreateAlias/weight-for-itself", routed("1", weights("1", 0.5))),
        ("CreateAlias/weight-for-no-version", routed("1", weights("10", 0.5))),
        ("CreateAlias/weight-for-latest", routed("1", weights("$LATEST", 0.5))),
        ("CreateAlias/latest-with-weight", routed("$LATEST", weights("1", 0.5))),
        ("CreateAlias/success-routing", routed("1", weights("2", 0.25))),
    ] {
        house.snapshot(case, post(at("fn"), body)).await;
    }
}

#[tokio::test]
async fn get_alias() {
    let house = with_versions().await;
    let body = json!({ "Name": "live", "FunctionVersion": "1", "RoutingConfig": weights("2", 0.5) });
    house.json("POST", &format!("{F}/fn/aliases"), body).await.unwrap();
    let at = |name: &str, alias: &str| get(format!("{F}/{name}/aliases/{alias}"));
    house.snapshot("GetAlias/success", at("fn", "live")).await;
    house.snapshot("GetAlias/resource-not-found", at("fn", "non-existent")).await;
    house.snapshot("GetAlias/no-function", at("none", "live")).await;
    house.snapshot("GetAlias/invalid-parameter-value", at(LONG, "live")).await;
}

#[tokio::test]
async fn update_alias() {
    let house = with_versions().await;
    let body = json!({ "Name": "live", "FunctionVersion": "1", "Description": "d" });
    house.json("POST", &format!("{F}/fn/aliases"), body).await.unwrap();
    let at = |name: &str, alias: &str| format!("{F}/{name}/aliases/{alias}");
    let live = at("fn", "live");
    for (case, body) in [
        ("UpdateAlias/success-version", json!({ "FunctionVersion": "2" })),
        ("UpdateAlias/success-routing", json!({ "RoutingConfig": weights("1", 0.1), "Description": "" })),
        ("UpdateAlias/moved-onto-its-second", json!({ "FunctionVersion": "1" })),
        ("UpdateAlias/no-version", json!({ "FunctionVersion": "10" })),
        ("UpdateAlias/invalid-parameter-value", json!({ "RoutingConfig": weights("2", 0.1) })),
        ("UpdateAlias/precondition-failed", json!({ "RevisionId": "wrong", "FunctionVersion": "1" })),
        ("UpdateAlias/success-no-routing", json!({ "RoutingConfig": { "AdditionalVersionWeights": {} } })),
        ("UpdateAlias/success-nothing", json!({})),
    ] {
        house.snapshot(case, put(&*live, body)).await;
    }
    house.snapshot("UpdateAlias/no-alias", put(at("fn", "non-existent"), json!({}))).await;
    house.snapshot("UpdateAlias/resource-not-found", put(at("none", "live"), json!({}))).await;
}

#[tokio::test]
async fn an_alias_with_provisioned_concurrency_stays_off_what_has_its_own() {
    let house = with_versions().await;
    let body = json!({ "Name": "live", "FunctionVersion": "1" });
    house.json("POST", &format!("{F}/fn/aliases"), body).await.unwrap();
    for qualifier in ["live", "2"] {
        let uri = format!("/2019-09-30/functions/fn/provisioned-concurrency?Qualifier={qualifier}");
        house.json("PUT", &uri, json!({ "ProvisionedConcurrentExecutions": 1 })).await.unwrap();
    }
    let moved = put(format!("{F}/fn/aliases/live"), json!({ "FunctionVersion": "2" }));
    house.snapshot("UpdateAlias/resource-conflict", moved).await;
}

#[tokio::test]
async fn delete_alias() {
    let house = with_versions().await;
    let body = json!({ "Name": "live", "FunctionVersion": "1" });
    house.json("POST", &format!("{F}/fn/aliases"), body).await.unwrap();
    let at = |name: &str, alias: &str| delete(format!("{F}/{name}/aliases/{alias}"));
    house.snapshot("DeleteAlias/success", at("fn", "live")).await;
    house.snapshot("DeleteAlias/success-again", at("fn", "live")).await;
    house.snapshot("DeleteAlias/no-function", at("none", "live")).await;
    house.snapshot("DeleteAlias/invalid-parameter-value", at(LONG, "live")).await;
}

#[tokio::test]
async fn list_aliases() {
    let house = with_versions().await;
    for (name, version) in [("b", "1"), ("a", "2"), ("c", "1")] {
        let body = json!({ "Name": name, "FunctionVersion": version });
        house.json("POST", &format!("{F}/fn/aliases"), body).await.unwrap();
    }
    let at = |query: &str| get(format!("{F}/fn/aliases{query}"));
    house.snapshot("ListAliases/success-all", at("")).await;
    house.snapshot("ListAliases/success-by-version", at("?FunctionVersion=1")).await;
    house.snapshot("ListAliases/success-no-such-version", at("?FunctionVersion=7")).await;
    let first = house.snapshot("ListAliases/success-page", at("?MaxItems=2")).await;
    let marker = first["NextMarker"].as_str().unwrap();
    let rest = house.json("GET", &format!("{F}/fn/aliases?Marker={marker}"), Value::Null).await.unwrap();
    assert_eq!(rest["Aliases"].as_array().unwrap().len(), 1);
    assert_eq!(rest["Aliases"][0]["Name"], "c");
}
