//! Publishing versions, listing and deleting them.

use super::{F, LONG};
use crate::house::{House, zip_base64};
use crate::snapshot::{delete, get, post, put};
use serde_json::json;

#[tokio::test]
async fn publish_version() {
    let house = House::new();
    let at = |name: &str| format!("{F}/{name}/versions");
    house.create("fn").await;
    house.hold_preparations().await;
    let first = json!({ "Description": "the first" });
    house.snapshot("PublishVersion/success", post(at("fn"), first)).await;
    house.snapshot("PublishVersion/success-unchanged", post(at("fn"), json!({}))).await;
    house.snapshot("PublishVersion/resource-not-found", post(at("none"), json!({}))).await;
    let body = json!({ "RevisionId": "somewrongrevisionid" });
    house.snapshot("PublishVersion/precondition-failed", post(at("fn"), body)).await;
    let body = json!({ "CodeSha256": "somenonexistentsha256" });
    house.snapshot("PublishVersion/invalid-parameter-value", post(at("fn"), body)).await;
    house.snapshot("PublishVersion/validation", post(at("a%20b"), json!({}))).await;
    let body = json!({ "PublishTo": "LATEST_PUBLISHED" });
    house.snapshot("PublishVersion/not-built", post(at("fn"), body)).await;
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Timeout": 9 })).await.unwrap();
    house.snapshot("PublishVersion/resource-conflict", post(at("fn"), json!({}))).await;
}

#[tokio::test]
async fn publishing_with_a_write() {
    let house = House::new();
    house.hold_preparations().await;
    let body = crate::house::with(crate::house::create_body("fn"), json!({ "Publish": true }));
    house.snapshot("CreateFunction/success-published", post(F, body)).await;
    house.release_preparations();
    house.settled("fn").await;
    let body = json!({ "ZipFile": zip_base64("new"), "Publish": true });
    house.snapshot("UpdateFunctionCode/success-published", put(format!("{F}/fn/code"), body)).await;
}

#[tokio::test]
async fn versions_are_read() {
    let house = House::new();
    house.create("fn").await;
    house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    house.settled("fn:1").await;
    house
        .json("POST", &format!("{F}/fn/aliases"), json!({ "Name": "live", "FunctionVersion": "1" }))
        .await
        .unwrap();
    let at = |qualifier: &str| get(format!("{F}/fn?Qualifier={qualifier}"));
    house.snapshot("GetFunction/success-version", at("1")).await;
    house.snapshot("GetFunction/success-alias", at("live")).await;
    house.snapshot("GetFunction/success-latest", at("$LATEST")).await;
    house.snapshot("GetFunction/no-version", at("1221")).await;
    let list = |query: &str| get(format!("{F}/fn/versions{query}"));
    house.snapshot("ListVersionsByFunction/success-page", list("?MaxItems=1")).await;
    house.snapshot("ListFunctions/success-all-versions", get(format!("{F}/?FunctionVersion=ALL"))).await;
    house.snapshot("ListFunctions/marker", get(format!("{F}/?Marker=Zm4%3D&FunctionVersion=ALL"))).await;
}

#[tokio::test]
async fn deleting_versions() {
    let house = House::new();
    house.create("fn").await;
    house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    house
        .json("POST", &format!("{F}/fn/aliases"), json!({ "Name": "live", "FunctionVersion": "1" }))
        .await
        .unwrap();
    let at = |name: &str, qualifier: &str| delete(format!("{F}/{name}?Qualifier={qualifier}"));
    house.snapshot("DeleteFunction/alias-points-to-it", at("fn", "1")).await;
    house.snapshot("DeleteFunction/alias", at("fn", "live")).await;
    house.snapshot("DeleteFunction/no-version", at("fn", "7")).await;
    house.snapshot("DeleteFunction/version-of-nothing", at("none", "1")).await;
    house.send("DELETE", &format!("{F}/fn/aliases/live"), &[], "").await.unwrap();
    house.snapshot("DeleteFunction/version", at("fn", "1")).await;
    house.snapshot("DeleteFunction/name-too-long", at(LONG, "1")).await;
}
