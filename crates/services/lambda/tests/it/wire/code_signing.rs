//! Code signing configurations, and functions with one.

use crate::code_signing::{NONE, URI, create, enforcing, of};
use crate::house::{House, create_body, with, zip_base64};
use crate::snapshot::{delete, get, post, put};
use serde_json::{Value, json};

const PROFILE: &str = "arn:aws:signer:us-east-1:111111111111:/signing-profiles/p/abcdefghij";

#[tokio::test]
async fn configurations() {
    let house = House::new();
    let body = json!({
        "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE] }, "Description": "d",
        "CodeSigningPolicies": { "UntrustedArtifactOnDeployment": "Enforce" }, "Tags": { "a": "1" },
    });
    let created = house.snapshot("CreateCodeSigningConfig/success", post(URI, body.clone())).await;
    let arn = created["CodeSigningConfig"]["CodeSigningConfigArn"].as_str().unwrap();
    let reserved = with(body.clone(), json!({ "Tags": { "aws:x": "1" } }));
    house.snapshot("CreateCodeSigningConfig/invalid-parameter-value", post(URI, reserved)).await;
    let nobody = with(body, json!({ "AllowedPublishers": null }));
    house.snapshot("CreateCodeSigningConfig/validation", post(URI, nobody)).await;
    let (one, none) = (format!("{URI}/{arn}"), format!("{URI}/{NONE}"));
    house.snapshot("GetCodeSigningConfig/success", get(&one)).await;
    house.snapshot("GetCodeSigningConfig/resource-not-found", get(&none)).await;
    house.snapshot("UpdateCodeSigningConfig/success", put(&one, json!({ "Description": "e" }))).await;
    house.snapshot("UpdateCodeSigningConfig/resource-not-found", put(&none, json!({}))).await;
    house.snapshot("ListCodeSigningConfigs/success", get(URI)).await;
    let marker = get(format!("{URI}?Marker=none"));
    house.snapshot("ListCodeSigningConfigs/invalid-parameter-value", marker).await;
    house.create("fn").await;
    house.json("PUT", &of("fn"), json!({ "CodeSigningConfigArn": arn })).await.unwrap();
    house.snapshot("ListFunctionsByCodeSigningConfig/success", get(format!("{one}/functions"))).await;
    let nowhere = get(format!("{none}/functions"));
    house.snapshot("ListFunctionsByCodeSigningConfig/resource-not-found", nowhere).await;
    let marker = get(format!("{one}/functions?Marker=none"));
    house.snapshot("ListFunctionsByCodeSigningConfig/invalid-parameter-value", marker).await;
    house.snapshot("DeleteCodeSigningConfig/resource-conflict", delete(&one)).await;
    house.json("DELETE", &of("fn"), Value::Null).await.unwrap();
    house.snapshot("DeleteCodeSigningConfig/success", delete(&one)).await;
    house.snapshot("DeleteCodeSigningConfig/resource-not-found", delete(&one)).await;
}

#[tokio::test]
async fn functions() {
    let house = House::new();
    let arn = create(&house, json!({})).await;
    house.create("fn").await;
    let body = json!({ "CodeSigningConfigArn": arn });
    house.snapshot("PutFunctionCodeSigningConfig/success", put(of("fn"), body.clone())).await;
    house.snapshot("PutFunctionCodeSigningConfig/resource-not-found", put(of("none"), body.clone())).await;
    house.snapshot("PutFunctionCodeSigningConfig/invalid-parameter-value", put(of("fn:1"), body)).await;
    let gone = put(of("fn"), json!({ "CodeSigningConfigArn": NONE }));
    house.snapshot("PutFunctionCodeSigningConfig/code-signing-config-not-found", gone).await;
    let none = put(of("fn"), json!({}));
    house.snapshot("PutFunctionCodeSigningConfig/validation", none).await;
    house.snapshot("GetFunctionCodeSigningConfig/success", get(of("fn"))).await;
    house.snapshot("DeleteFunctionCodeSigningConfig/success", delete(of("fn"))).await;
    house.snapshot("DeleteFunctionCodeSigningConfig/resource-not-found", delete(of("none"))).await;
    house.snapshot("DeleteFunctionCodeSigningConfig/invalid-parameter-value", delete(of("fn:1"))).await;
}

#[tokio::test]
async fn code_without_a_signature() {
    let house = House::new();
    let arn = enforcing(&house).await;
    let functions = "/2015-03-31/functions";
    let body = |arn: &str| with(create_body("fn"), json!({ "CodeSigningConfigArn": arn }));
    house.snapshot("CreateFunction/code-verification-failed", post(functions, body(&arn))).await;
    house.snapshot("CreateFunction/code-signing-config-not-found", post(functions, body(NONE))).await;
    house.create("fn").await;
    house.json("PUT", &of("fn"), json!({ "CodeSigningConfigArn": arn })).await.unwrap();
    let code = put(format!("{functions}/fn/code"), json!({ "ZipFile": zip_base64("x") }));
    house.snapshot("UpdateFunctionCode/code-verification-failed", code).await;
    let layers = json!({ "Layers": ["arn:aws:lambda:us-east-1:111111111111:layer:l:1"] });
    let layers = put(format!("{functions}/fn/configuration"), layers);
    house.snapshot("UpdateFunctionConfiguration/code-verification-failed", layers).await;
}

#[tokio::test]
async fn a_store_that_fails() {
    let house = House::broken();
    let one = format!("{URI}/{NONE}");
    let publishers = json!({ "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE] } });
    let config = json!({ "CodeSigningConfigArn": NONE });
    for (key, request) in [
        ("CreateCodeSigningConfig/service-exception", post(URI, publishers)),
        ("GetCodeSigningConfig/service-exception", get(&one)),
        ("UpdateCodeSigningConfig/service-exception", put(&one, json!({}))),
        ("DeleteCodeSigningConfig/service-exception", delete(&one)),
        ("ListCodeSigningConfigs/service-exception", get(URI)),
        ("ListFunctionsByCodeSigningConfig/service-exception", get(format!("{one}/functions"))),
        ("PutFunctionCodeSigningConfig/service-exception", put(of("fn"), config)),
        ("DeleteFunctionCodeSigningConfig/service-exception", delete(of("fn"))),
    ] {
        house.snapshot(key, request).await;
    }
}
