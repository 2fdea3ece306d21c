//! Code from buckets, and the options around a function.

use crate::house::{House, create_body, with, zip};
use crate::snapshot::{Request, get, post, put};
use serde_json::{Value, json};

const F: &str = "/2015-03-31/functions";
const POINT: &str = "arn:aws:elasticfilesystem:us-east-1:111111111111:access-point/fsap-0123456789abcdef0";

fn create(changes: Value) -> Request {
    post(F, with(create_body("new"), changes))
}

fn bucket(key: &str) -> Value {
    json!({ "S3Bucket": "bkt", "S3Key": key })
}

#[tokio::test]
async fn code_from_a_bucket() {
    let house = House::new();
    house.create("fn").await;
    house.objects.0.lock().unwrap().insert("bkt/k.zip".to_owned(), zip("other").into());
    house.hold_preparations().await;
    for (created, updated, key) in [
        (
            "CreateFunction/invalid-parameter-value-no-such-key",
            "UpdateFunctionCode/invalid-parameter-value-no-such-key",
            "NoSuchKey",
        ),
        ("CreateFunction/access-denied-by-s3", "UpdateFunctionCode/access-denied-by-s3", "AccessDenied"),
        ("CreateFunction/service-exception-no-s3", "UpdateFunctionCode/service-exception-no-s3", "down"),
    ] {
        house.snapshot(created, create(json!({ "Code": bucket(key) }))).await;
        house.snapshot(updated, put(format!("{F}/fn/code"), bucket(key))).await;
    }
    house.snapshot("CreateFunction/success-from-a-bucket", create(json!({ "Code": bucket("k.zip") }))).await;
    let dry = with(bucket("k.zip"), json!({ "DryRun": true }));
    house.snapshot("UpdateFunctionCode/success-dry-run", put(format!("{F}/fn/code"), dry)).await;
    house
        .snapshot("UpdateFunctionCode/success-from-a-bucket", put(format!("{F}/fn/code"), bucket("k.zip")))
        .await;
    let image = put(format!("{F}/fn/code"), json!({ "ImageUri": "x" }));
    house.snapshot("UpdateFunctionCode/invalid-parameter-value-image", image).await;
}

#[tokio::test]
async fn surroundings() {
    let house = House::new();
    let network = json!({ "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"] });
    let options = json!({
        "FunctionName": "fn",
        "Runtime": "python3.12",
        "VpcConfig": network,
        "FileSystemConfigs": [{ "Arn": POINT, "LocalMountPath": "/mnt/a" }],
        "SnapStart": { "ApplyOn": "PublishedVersions" },
        "TenancyConfig": { "TenantIsolationMode": "PER_TENANT" },
        "KMSKeyArn": "arn:aws:kms:us-east-1:111111111111:key/k",
    });
    let mut body = with(create_body("fn"), options);
    body["Code"]["SourceKMSKeyArn"] = "arn:aws:kms:us-east-1:111111111111:key/source".into();
    house.snapshot("CreateFunction/success-surroundings", post(F, body)).await;
    house.settled("fn").await;
    house.snapshot("GetFunction/success-surroundings", get(format!("{F}/fn"))).await;
    let published = post(format!("{F}/fn/versions"), json!({}));
    house.snapshot("PublishVersion/success-snap-start", published).await;
    let at = format!("{F}/fn/configuration");
    for (case, changes) in [
        (
            "UpdateFunctionConfiguration/invalid-parameter-value-half-a-network",
            json!({ "VpcConfig": { "SubnetIds": ["subnet-1"] } }),
        ),
        (
            "UpdateFunctionConfiguration/invalid-parameter-value-network-in-use",
            json!({ "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": [] } }),
        ),
        (
            "UpdateFunctionConfiguration/invalid-parameter-value-no-snapshots",
            json!({ "Runtime": "nodejs22.x" }),
        ),
        ("UpdateFunctionConfiguration/invalid-parameter-value-not-built", json!({ "ImageConfig": {} })),
    ] {
        house.snapshot(case, put(&*at, changes)).await;
    }
    house.hold_preparations().await;
    let cleared = json!({
        "FileSystemConfigs": [],
        "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": [] },
        "KMSKeyArn": "",
        "SnapStart": { "ApplyOn": "None" },
    });
    house.snapshot("UpdateFunctionConfiguration/success-cleared", put(&*at, cleared)).await;
}

#[tokio::test]
async fn an_empty_update() {
    let house = House::new();
    house.create("fn").await;
    house.hold_preparations().await;
    let empty = Request::new("PUT", format!("{F}/fn/configuration"), "");
    house.snapshot("UpdateFunctionConfiguration/success-empty", empty).await;
}
