//! Layers and their policies.

use crate::house::{House, create_body, with, zip_base64};
use crate::snapshot::{Request, delete, get, post, put};
use serde_json::{Value, json};

const L: &str = "/2018-10-31/layers";
const ELSEWHERE: &str = "arn:aws:lambda:eu-west-1:111111111111:layer:l";
const OTHERS: &str = "arn:aws:lambda:us-east-1:222222222222:layer:l";

fn versions(layer: &str) -> String {
    format!("{L}/{layer}/versions")
}

fn publish(layer: &str, content: &str) -> Request {
    post(versions(layer), json!({ "Content": { "ZipFile": zip_base64(content) } }))
}

fn full() -> Value {
    json!({
        "Content": { "ZipFile": zip_base64("x") },
        "Description": "what it is",
        "CompatibleRuntimes": ["python3.11", "nodejs20.x"],
        "CompatibleArchitectures": ["x86_64", "arm64"],
        "LicenseInfo": "MIT",
    })
}

#[tokio::test]
async fn publishing() {
    let house = House::new();
    house.snapshot("PublishLayerVersion/success", publish("l", "x")).await;
    house.snapshot("PublishLayerVersion/all-options", post(versions("l"), full())).await;
    let broken = json!({ "Content": { "ZipFile": "bm8gemlw" } });
    house.snapshot("PublishLayerVersion/invalid-parameter-value", post(versions("l"), broken)).await;
    house.snapshot("PublishLayerVersion/no-source", post(versions("l"), json!({ "Content": {} }))).await;
    let with_invalid = |what: &str| with(full(), json!({ what: ["invalid"] }));
    house
        .snapshot("PublishLayerVersion/runtimes", post(versions("l"), with_invalid("CompatibleRuntimes")))
        .await;
    let architectures = post(versions("l"), with_invalid("CompatibleArchitectures"));
    house.snapshot("PublishLayerVersion/architectures", architectures).await;
    house.snapshot("PublishLayerVersion/resource-not-found", publish(ELSEWHERE, "x")).await;
    house.snapshot("PublishLayerVersion/access-denied", publish(OTHERS, "x")).await;
}

#[tokio::test]
async fn reading() {
    let house = House::new();
    house.exchange(&post(versions("l"), full())).await;
    house.exchange(&publish("l", "y")).await;
    house.exchange(&publish("m", "z")).await;
    house.snapshot("GetLayerVersion/success", get(format!("{L}/l/versions/1"))).await;
    house.snapshot("GetLayerVersion/invalid-parameter-value", get(format!("{L}/l/versions/0"))).await;
    house.snapshot("GetLayerVersion/resource-not-found", get(format!("{L}/l/versions/3"))).await;
    house.snapshot("GetLayerVersion/access-denied", get(format!("{L}/{OTHERS}/versions/1"))).await;

    let by_arn = |arn: &str| get(format!("{L}?find=LayerVersion&Arn={arn}"));
    let own = "arn:aws:lambda:us-east-1:111111111111:layer:l";
    house.snapshot("GetLayerVersionByArn/success", by_arn(&format!("{own}:2"))).await;
    house.snapshot("GetLayerVersionByArn/resource-not-found", by_arn(&format!("{own}:0"))).await;
    house.snapshot("GetLayerVersionByArn/of-aws-itself", by_arn("arn:aws:lambda:::awslayer:Name")).await;
    house.snapshot("GetLayerVersionByArn/validation", by_arn(own)).await;

    house.snapshot("ListLayers/success", get(L)).await;
    house.snapshot("ListLayers/a-page", get(format!("{L}?MaxItems=1"))).await;
    house.snapshot("ListLayers/for-a-runtime", get(format!("{L}?CompatibleRuntime=python3.11"))).await;
    house.snapshot("ListLayers/invalid-parameter-value", get(format!("{L}?Marker=%25"))).await;
    house.snapshot("ListLayers/validation", get(format!("{L}?CompatibleRuntime=x"))).await;

    house.snapshot("ListLayerVersions/success", get(versions("l"))).await;
    house.snapshot("ListLayerVersions/a-page", get(format!("{}?MaxItems=1", versions("l")))).await;
    house.snapshot("ListLayerVersions/none", get(versions("none"))).await;
    let marker = format!("{}?Marker=%25", versions("l"));
    house.snapshot("ListLayerVersions/invalid-parameter-value", get(marker)).await;
    house.snapshot("ListLayerVersions/resource-not-found", get(versions(ELSEWHERE))).await;

    house.snapshot("DeleteLayerVersion/success", delete(format!("{L}/l/versions/1"))).await;
    house.snapshot("DeleteLayerVersion/again", delete(format!("{L}/l/versions/1"))).await;
    house.snapshot("DeleteLayerVersion/invalid-parameter-value", delete(format!("{L}/l/versions/-1"))).await;
    house
        .snapshot("DeleteLayerVersion/resource-not-found", delete(format!("{L}/{ELSEWHERE}/versions/1")))
        .await;
}

#[tokio::test]
async fn permissions() {
    let house = House::new();
    house.exchange(&publish("l", "x")).await;
    let at = |layer: &str, number: i64| format!("{L}/{layer}/versions/{number}/policy");
    let grant = |sid: &str, more: Value| {
        let all = json!({ "StatementId": sid, "Action": "lambda:GetLayerVersion", "Principal": "*" });
        with(all, more)
    };
    let none = get(at("l", 1));
    house.snapshot("GetLayerVersionPolicy/none", none).await;
    let of_organization = grant("s1", json!({ "OrganizationId": "o-0123456789" }));
    house.snapshot("AddLayerVersionPermission/success", post(at("l", 1), of_organization)).await;
    let of_account = post(at("l", 1), grant("s2", json!({ "Principal": "222222222222" })));
    house.snapshot("AddLayerVersionPermission/of-an-account", of_account).await;
    house
        .snapshot("AddLayerVersionPermission/resource-conflict", post(at("l", 1), grant("s1", json!({}))))
        .await;
    let stale = format!("{}?RevisionId=other", at("l", 1));
    house
        .snapshot("AddLayerVersionPermission/precondition-failed", post(&stale, grant("s3", json!({}))))
        .await;
    // When several things are wrong.
    let both =
        house.snapshot("AddLayerVersionPermission/both-wrong", post(stale, grant("s1", json!({})))).await;
    assert!(both["message"].as_str().unwrap().contains("already exists"), "{both}");
    let missing = post(at("l", 2), grant("s1", json!({})));
    house.snapshot("AddLayerVersionPermission/resource-not-found", missing).await;
    let zero = post(at("l", 0), grant("s1", json!({})));
    house.snapshot("AddLayerVersionPermission/invalid-parameter-value", zero).await;
    let action = post(at("l", 1), grant("s1", json!({ "Action": "*" })));
    house.snapshot("AddLayerVersionPermission/validation", action).await;

    house.snapshot("GetLayerVersionPolicy/success", get(at("l", 1))).await;
    house.snapshot("GetLayerVersionPolicy/resource-not-found", get(at("l", 2))).await;
    house.snapshot("GetLayerVersionPolicy/invalid-parameter-value", get(at("l", 0))).await;
    house.snapshot("GetLayerVersionPolicy/access-denied", get(at(OTHERS, 1))).await;

    let statement = |sid: &str| format!("{}/{sid}", at("l", 1));
    let stale = delete(format!("{}?RevisionId=other", statement("s1")));
    house.snapshot("RemoveLayerVersionPermission/precondition-failed", stale).await;
    house.snapshot("RemoveLayerVersionPermission/resource-not-found", delete(statement("none"))).await;
    let version = delete(format!("{}/s1", at("l", 2)));
    house.snapshot("RemoveLayerVersionPermission/no-such-version", version).await;
    let zero = delete(format!("{}/s1", at("l", 0)));
    house.snapshot("RemoveLayerVersionPermission/invalid-parameter-value", zero).await;
    house.snapshot("RemoveLayerVersionPermission/success", delete(statement("s1"))).await;
    house.exchange(&delete(statement("s2"))).await;
    let gone = house.exchange(&get(at("l", 1))).await;
    assert_eq!(gone.status(), 404, "a policy goes with its last statement");
}

#[tokio::test]
async fn a_policy_has_an_end() {
    let house = House::new();
    house.exchange(&publish("l", "x")).await;
    for number in 0.. {
        let sid = format!("{number}-{}", "s".repeat(90));
        let grant = json!({ "StatementId": sid, "Action": "lambda:GetLayerVersion", "Principal": "*" });
        let request = post(format!("{L}/l/versions/1/policy"), grant);
        if house.exchange(&request).await.status() != 201 {
            house.snapshot("AddLayerVersionPermission/policy-length-exceeded", request).await;
            break;
        }
    }
}

#[tokio::test]
async fn functions_with_layers() {
    let house = House::new();
    for (name, content) in [("a", "1"), ("a", "2"), ("b", "3")] {
        house.exchange(&publish(name, content)).await;
    }
    let arn =
        |layer: &str, number: u64| format!("arn:aws:lambda:us-east-1:111111111111:layer:{layer}:{number}");
    let create = |name: &str, layers: &[String]| {
        post("/2015-03-31/functions", with(create_body(name), json!({ "Layers": layers })))
    };
    house.snapshot("CreateFunction/layers", create("fn", &[arn("a", 1), arn("b", 1)])).await;
    house.settled("fn").await;
    let six: Vec<String> = (1..=6).map(|number| arn("none", number)).collect();
    house.snapshot("CreateFunction/six-layers", create("f2", &six)).await;
    let versions = create("f2", &[arn("a", 1), arn("a", 2)]);
    house.snapshot("CreateFunction/two-versions-of-a-layer", versions).await;
    house.snapshot("CreateFunction/a-layer-twice", create("f2", &[arn("b", 1), arn("b", 1)])).await;
    house.snapshot("CreateFunction/no-such-layer", create("f2", &[arn("a", 9)])).await;
    // What comes first in the list is told first.
    house.snapshot("CreateFunction/no-such-layer-first", create("f2", &[arn("a", 9), arn("a", 1)])).await;
    house.snapshot("CreateFunction/layer-elsewhere", create("f2", &[format!("{ELSEWHERE}:1")])).await;
    house.snapshot("CreateFunction/layer-of-others", create("f2", &[format!("{OTHERS}:1")])).await;
    let malformed = create("f2", &["arn:aws:lambda:us-east-1:111111111111:layer:a".to_owned()]);
    house.snapshot("CreateFunction/layer-without-version", malformed).await;

    let update =
        |layers: &[String]| put("/2015-03-31/functions/fn/configuration", json!({ "Layers": layers }));
    house.snapshot("UpdateFunctionConfiguration/six-layers", update(&six)).await;
    house.snapshot("UpdateFunctionConfiguration/layers", update(&[arn("a", 2)])).await;
    house.settled("fn").await;
    house.snapshot("UpdateFunctionConfiguration/no-layers", update(&[])).await;
}
