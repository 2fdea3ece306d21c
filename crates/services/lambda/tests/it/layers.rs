//! Layers: who may use them, downloads, and what becomes of their packages.

use crate::house::{ACCOUNT, House, REGION, create_body, with, zip, zip_base64};
use serde_json::{Value, json};

const L: &str = "/2018-10-31/layers";
const F: &str = "/2015-03-31/functions";
const OTHER: &str = "222222222222";

async fn publish(house: &House, layer: &str, content: &str) -> Value {
    let body = json!({ "Content": { "ZipFile": zip_base64(content) } });
    house.json("POST", &format!("{L}/{layer}/versions"), body).await.unwrap()
}

fn arn(layer: &str, number: u64) -> String {
    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:layer:{layer}:{number}")
}

/// Waits until the package is gone.
async fn collected(house: &House, content: &str) {
    let zip = zip(content);
    house.until(|| !house.blobs.0.lock().unwrap().values().any(|(kept, _)| **kept == *zip)).await;
}

fn is_kept(house: &House, content: &str) -> bool {
    let zip = zip(content);
    house.blobs.0.lock().unwrap().values().any(|(kept, _)| **kept == *zip)
}

#[tokio::test]
async fn a_package_is_kept_as_long_as_anybody_has_it() {
    let house = House::new();
    // A layer and a function with the same package, and a layer that a function has.
    publish(&house, "a", "shared").await;
    publish(&house, "b", "layer").await;
    let body = with(
        create_body("fn"),
        json!({
            "Code": { "ZipFile": zip_base64("shared") },
            "Layers": [arn("b", 1)],
        }),
    );
    house.json("POST", F, body).await.unwrap();
    house.settled("fn").await;
    house.pass(10_000);
    for layer in ["a", "b"] {
        house.json("DELETE", &format!("{L}/{layer}/versions/1"), Value::Null).await.unwrap();
    }
    house.pass(4_000_000);
    assert_eq!(house.service.sweep().await.unwrap(), 0);
    assert!(is_kept(&house, "shared") && is_kept(&house, "layer"));

    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Layers": [] })).await.unwrap();
    house.settled("fn").await;
    collected(&house, "layer").await;
    assert!(is_kept(&house, "shared"));
    house.json("DELETE", &format!("{F}/fn"), Value::Null).await.unwrap();
    collected(&house, "shared").await;
}

#[tokio::test]
async fn a_published_version_keeps_its_layers() {
    let house = House::new();
    publish(&house, "l", "layer").await;
    house.json("POST", F, with(create_body("fn"), json!({ "Layers": [arn("l", 1)] }))).await.unwrap();
    house.settled("fn").await;
    house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    house.pass(10_000);
    house.json("DELETE", &format!("{L}/l/versions/1"), Value::Null).await.unwrap();
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Layers": [] })).await.unwrap();
    house.settled("fn").await;
    house.pass(4_000_000);
    assert_eq!(house.service.sweep().await.unwrap(), 0);
    let version = house.json("GET", &format!("{F}/fn/configuration?Qualifier=1"), Value::Null).await.unwrap();
    assert_eq!(version["Layers"][0]["Arn"], json!(arn("l", 1)));
    house.json("DELETE", &format!("{F}/fn?Qualifier=1"), Value::Null).await.unwrap();
    collected(&house, "layer").await;
}

#[tokio::test]
async fn an_update_that_fails_falls_back_to_its_layers() {
    let house = House::new();
    publish(&house, "old", "old").await;
    publish(&house, "new", "new").await;
    house.json("POST", F, with(create_body("fn"), json!({ "Layers": [arn("old", 1)] }))).await.unwrap();
    house.settled("fn").await;
    house.hold_preparations().await;
    house.pass(10_000);
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Layers": [arn("new", 1)] })).await.unwrap();
    for layer in ["old", "new"] {
        house.json("DELETE", &format!("{L}/{layer}/versions/1"), Value::Null).await.unwrap();
    }
    assert!(is_kept(&house, "old"), "the update may fall back to it");
    let reason = "why".to_owned();
    *house.engine.prepare_fails.lock().unwrap() =
        Some(worker::PrepareError { code: "InvalidZipFileException", reason });
    house.release_preparations();
    let failed = house.settled("fn").await;
    assert_eq!(
        (&failed["LastUpdateStatus"], &failed["Layers"][0]["Arn"]),
        (&json!("Failed"), &json!(arn("old", 1)))
    );
    collected(&house, "new").await;
    assert!(is_kept(&house, "old"));
}

#[tokio::test]
async fn a_function_that_goes_during_an_update_leaves_nothing() {
    let house = House::new();
    publish(&house, "l", "layer").await;
    let code = json!({ "ZipFile": zip_base64("code") });
    let body = with(create_body("fn"), json!({ "Code": code, "Layers": [arn("l", 1)] }));
    house.json("POST", F, body).await.unwrap();
    house.settled("fn").await;
    house.pass(10_000);
    house.json("DELETE", &format!("{L}/l/versions/1"), Value::Null).await.unwrap();
    house.hold_preparations().await;
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Timeout": 9 })).await.unwrap();
    house.json("DELETE", &format!("{F}/fn"), Value::Null).await.unwrap();
    house.release_preparations();
    collected(&house, "layer").await;
    collected(&house, "code").await;
}

#[tokio::test]
async fn other_accounts_need_the_layers_policy() {
    let house = House::new();
    publish(&house, "l", "layer").await;
    let get = async |region: &str, account: &str| {
        let uri = format!("{L}/arn:aws:lambda:{REGION}:{ACCOUNT}:layer:l/versions/1");
        house.json_of(account, region, "GET", &uri, Value::Null).await
    };
    let role = format!("arn:aws:iam::{OTHER}:role/r");
    let create = async |name: &str| {
        let body = with(create_body(name), json!({ "Role": role, "Layers": [arn("l", 1)] }));
        house.json_of(OTHER, REGION, "POST", F, body).await
    };
    let refusal = format!(
        "User: arn:aws:iam::{OTHER}:root is not authorized to perform: lambda:GetLayerVersion on resource: {} because \
         no resource-based policy allows the lambda:GetLayerVersion action",
        arn("l", 1)
    );
    let refused = |error: aws_wire::ApiError| {
        assert_eq!((error.status, &*error.code, &*error.message), (403, "AccessDeniedException", &*refusal));
    };
    let grant = async |sid: &str, more: Value| {
        let all = json!({ "StatementId": sid, "Action": "lambda:GetLayerVersion", "Principal": "*" });
        house.json("POST", &format!("{L}/l/versions/1/policy"), with(all, more)).await.unwrap();
    };
    refused(get(REGION, OTHER).await.unwrap_err());
    refused(create("f1").await.unwrap_err());
    // An organisation and somebody else do not help.
    grant("organization", json!({ "OrganizationId": "o-0123456789" })).await;
    grant("somebody", json!({ "Principal": "333333333333" })).await;
    refused(get(REGION, OTHER).await.unwrap_err());
    grant("them", json!({ "Principal": OTHER })).await;
    assert_eq!(get(REGION, OTHER).await.unwrap()["Version"], 1);
    assert_eq!(get("eu-west-1", OTHER).await.unwrap_err().status, 404);
    assert_eq!(create("f2").await.unwrap()["Layers"][0]["Arn"], json!(arn("l", 1)));
    house.json("DELETE", &format!("{L}/l/versions/1/policy/them"), Value::Null).await.unwrap();
    refused(get(REGION, OTHER).await.unwrap_err());
    // The owner needs none; to change it is the owner's alone.
    assert_eq!(get(REGION, ACCOUNT).await.unwrap()["Version"], 1);
    let uri = format!("{L}/arn:aws:lambda:{REGION}:{ACCOUNT}:layer:l/versions/1");
    let denied = house.json_of(OTHER, REGION, "DELETE", &uri, Value::Null).await.unwrap_err();
    assert!(
        denied.message.contains(
            "lambda:DeleteLayerVersion on resource: arn:aws:lambda:us-east-1:111111111111:layer:l:1 "
        )
    );
    let elsewhere =
        house.json_of(ACCOUNT, "eu-west-1", "GET", &format!("{L}/l/versions/1"), Value::Null).await;
    assert_eq!(elsewhere.unwrap_err().status, 404);
}

#[tokio::test]
async fn downloads_end_with_the_version() {
    let house = House::new();
    let published = publish(&house, "l", "layer").await;
    let location = published["Content"]["Location"].as_str().unwrap().to_owned();
    let parts = |uri: &str| http::Request::get(uri).body(()).unwrap().into_parts().0;
    let urls = house.service.code_urls();
    let now = house.context().now;
    assert!(urls.claims(parts(&location).uri.path()));
    assert_eq!(urls.download(&parts(&location), now).await.unwrap(), zip("layer"));
    let other = location.replace("/layer/l/1/", "/layer/l/2/");
    assert_ne!(other, location);
    assert_eq!(urls.download(&parts(&other), now).await.unwrap_err().status, 403, "it is not signed");
    house.json("DELETE", &format!("{L}/l/versions/1"), Value::Null).await.unwrap();
    assert_eq!(urls.download(&parts(&location), now).await.unwrap_err().status, 404);
}

#[tokio::test]
async fn the_sum_of_code_is_limited() {
    let house = House::new();
    // Zeros pack a thousand to one.
    let zeros = |megabytes: usize| {
        use base64::Engine as _;
        use std::io::Write as _;
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file("zeros", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..megabytes {
            writer.write_all(&[0; 1 << 20]).unwrap();
        }
        base64::engine::general_purpose::STANDARD.encode(writer.finish().unwrap().into_inner())
    };
    let body = json!({ "Content": { "ZipFile": zeros(100) } });
    for layer in ["a", "b"] {
        house.json("POST", &format!("{L}/{layer}/versions"), body.clone()).await.unwrap();
    }
    let too_large = |megabytes: u64| {
        format!(
            "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is {} bytes.",
            megabytes << 20
        )
    };
    let create = |megabytes: usize, layers: &[String]| {
        with(create_body("fn"), json!({ "Code": { "ZipFile": zeros(megabytes) }, "Layers": layers }))
    };
    let both = [arn("a", 1), arn("b", 1)];
    let refused = house.json("POST", F, create(51, &both)).await.unwrap_err();
    assert_eq!((&*refused.code, &*refused.message), ("InvalidParameterValueException", &*too_large(251)));
    house.json("POST", F, create(50, &both)).await.unwrap();
    house.settled("fn").await;
    let update = json!({ "ZipFile": zeros(51) });
    let refused = house.json("PUT", &format!("{F}/fn/code"), update.clone()).await.unwrap_err();
    assert_eq!(refused.message, too_large(251));
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Layers": both[..1] })).await.unwrap();
    house.settled("fn").await;
    house.json("PUT", &format!("{F}/fn/code"), update).await.unwrap();
    house.settled("fn").await;
    let refused =
        house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Layers": both })).await.unwrap_err();
    assert_eq!(refused.message, too_large(251));
    assert_eq!(house.settled("fn").await["LastUpdateStatus"], "Successful", "nothing was changed");
}
