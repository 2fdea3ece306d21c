//! Creating, reading, listing, downloading, deleting.

use crate::house::{House, create_body, with, zip, zip_base64};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use service_lambda::Config;
use sha2::Digest;

#[tokio::test]
async fn a_new_function_looks_as_on_aws() {
    let house = House::new();
    house.hold_preparations().await;
    let created = house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    let revision = created["RevisionId"].as_str().unwrap().to_owned();
    assert_eq!(revision.len(), 36);
    let package = zip("def handler(e, c): return e");
    let sha256 = BASE64.encode(sha2::Sha256::digest(&package));
    let arn = "arn:aws:lambda:us-east-1:111111111111:function:fn";
    let mut expected = json!({
        "FunctionName": "fn",
        "FunctionArn": arn,
        "Runtime": "python3.11",
        "Role": "arn:aws:iam::111111111111:role/r",
        "Handler": "index.handler",
        "CodeSize": package.len(),
        "Description": "",
        "Timeout": 3,
        "MemorySize": 128,
        "LastModified": "2026-11-24T18:22:01.123+0000",
        "CodeSha256": sha256,
        "Version": "$LATEST",
        "TracingConfig": { "Mode": "PassThrough" },
        "RevisionId": revision,
        "State": "Pending",
        "StateReason": "The function is being created.",
        "StateReasonCode": "Creating",
        "PackageType": "Zip",
        "Architectures": ["x86_64"],
        "EphemeralStorage": { "Size": 512 },
        "SnapStart": { "ApplyOn": "None", "OptimizationStatus": "Off" },
        "LoggingConfig": { "LogFormat": "Text", "LogGroup": "/aws/lambda/fn" },
        "RuntimeVersionConfig": created["RuntimeVersionConfig"],
    });
    assert_eq!(created, expected);
    let runtime = created["RuntimeVersionConfig"]["RuntimeVersionArn"].as_str().unwrap();
    assert!(
        runtime.starts_with("arn:aws:lambda:us-east-1::runtime:") && runtime.len() == 34 + 64,
        "{runtime}"
    );

    house.release_preparations();
    let active = house.settled("fn").await;
    assert_ne!(active["RevisionId"], json!(revision), "every change has its revision");
    for gone in ["StateReason", "StateReasonCode"] {
        expected.as_object_mut().unwrap().remove(gone);
    }
    let changes =
        json!({ "State": "Active", "LastUpdateStatus": "Successful", "RevisionId": active["RevisionId"] });
    assert_eq!(active, with(expected, changes));
}

#[tokio::test]
async fn every_option_is_kept_and_shown() {
    // Where every function runs, one for another architecture still says what it was made for.
    let house = House::with(Config { architecture: None, ..Config::default() });
    let options = json!({
        "Runtime": "python3.12", "Description": "d", "Timeout": 900, "MemorySize": 10_240, "EphemeralStorage": { "Size": 1_024 },
        "Environment": { "Variables": { "AA": "1" } }, "TracingConfig": { "Mode": "Active" },
        "Architectures": ["arm64"], "SnapStart": { "ApplyOn": "PublishedVersions" },
        "LoggingConfig": { "LogFormat": "JSON", "SystemLogLevel": "WARN", "LogGroup": "mine" },
        "VpcConfig": { "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"] },
        "DeadLetterConfig": { "TargetArn": "arn:aws:sqs:us-east-1:111111111111:q" },
        "KMSKeyArn": "arn:aws:kms:us-east-1:111111111111:key/k",
        "Tags": { "a": "b" },
    });
    let body = with(create_body("fn"), options.clone());
    house.json("POST", "/2015-03-31/functions", body).await.unwrap();
    let config = house.settled("fn").await;
    for (name, wanted) in options.as_object().unwrap() {
        match name.as_str() {
            "Tags" => {}
            "LoggingConfig" => assert_eq!(
                config[name],
                json!({ "LogFormat": "JSON", "ApplicationLogLevel": "INFO", "SystemLogLevel": "WARN", "LogGroup": "mine" })
            ),
            "SnapStart" => assert_eq!(config[name]["ApplyOn"], "PublishedVersions"),
            "VpcConfig" => assert_eq!(
                config[name],
                json!({ "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"], "VpcId": config[name]["VpcId"], "Ipv6AllowedForDualStack": false })
            ),
            _ => assert_eq!(&config[name], wanted, "{name}"),
        }
    }
    // Empty texts and maps take settings away again.
    let cleared = json!({ "DeadLetterConfig": { "TargetArn": "" }, "KMSKeyArn": "", "Environment": { "Variables": {} } });
    house.json("PUT", "/2015-03-31/functions/fn/configuration", cleared).await.unwrap();
    let config = house.settled("fn").await;
    assert_eq!((&config["DeadLetterConfig"], &config["KMSKeyArn"]), (&Value::Null, &Value::Null));
    assert_eq!(config["Environment"], json!({ "Variables": {} }));
    assert_eq!(config["Timeout"], 900, "what an update does not name stays");
}

#[tokio::test]
async fn get_function_names_code_and_tags() {
    let house = House::new();
    let body = with(create_body("fn"), json!({ "Tags": { "team": "a" } }));
    house.json("POST", "/2015-03-31/functions", body).await.unwrap();
    house.settled("fn").await;
    let found = house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert_eq!(found["Configuration"]["FunctionName"], "fn");
    assert_eq!(found["Tags"], json!({ "team": "a" }));
    assert_eq!(found["Code"]["RepositoryType"], "S3");
    assert_eq!(found.get("Concurrency"), None);
    for spelling in [
        "fn:$LATEST",
        "arn:aws:lambda:us-east-1:111111111111:function:fn",
        "111111111111:function:fn",
        "function:fn",
        "fn?Qualifier=$LATEST",
    ] {
        let found =
            house.json("GET", &format!("/2015-03-31/functions/{spelling}"), Value::Null).await.unwrap();
        let qualified = spelling.contains("LATEST");
        let arn = found["Configuration"]["FunctionArn"].as_str().unwrap();
        assert_eq!(arn.ends_with(":fn:$LATEST"), qualified, "{spelling}: {arn}");
    }
}

fn parts(url: &str) -> http::request::Parts {
    let rest = url.strip_prefix("http://127.0.0.1:4566").unwrap();
    let request = http::Request::builder().uri(rest).header("host", "127.0.0.1:4566");
    request.body(()).unwrap().into_parts().0
}

#[tokio::test]
async fn the_code_location_downloads_the_zip_for_ten_minutes() {
    let house = House::new();
    house.create("fn").await;
    let found = house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    let url = found["Code"]["Location"].as_str().unwrap();
    let urls = house.service.code_urls();
    assert!(urls.claims(parts(url).uri.path()));
    let now = house.context().now;
    assert_eq!(urls.download(&parts(url), now).await.unwrap(), zip("def handler(e, c): return e"));
    // Whoever changes anything in it has no credentials.
    for (from, to) in [("/fn/", "/fm/"), ("us-east-1/", "us-east-2/"), ("Expires=600", "Expires=6000")] {
        let forged = url.replace(from, to);
        assert_ne!(forged, url);
        assert_eq!(urls.download(&parts(&forged), now).await.unwrap_err().status, 403, "{forged}");
    }
    let bare = url.split('?').next().unwrap();
    assert_eq!(urls.download(&parts(bare), now).await.unwrap_err().status, 403);
    let later = domain::Timestamp(now.0 + 601_000);
    assert_eq!(urls.download(&parts(url), later).await.unwrap_err().status, 403);
    // The old code is not to be had by an old address.
    let code = json!({ "ZipFile": zip_base64("other") });
    house.json("PUT", "/2015-03-31/functions/fn/code", code).await.unwrap();
    assert_eq!(urls.download(&parts(url), now).await.unwrap_err().status, 404);
}

#[tokio::test]
async fn functions_are_listed_in_pages() {
    let house = House::new();
    for n in 0..7 {
        house.create(&format!("fn-{n}")).await;
    }
    let mut seen = Vec::new();
    let mut uri = "/2015-03-31/functions?MaxItems=3".to_owned();
    loop {
        let page = house.json("GET", &uri, Value::Null).await.unwrap();
        let functions = page["Functions"].as_array().unwrap();
        assert!(functions.len() <= 3);
        assert!(
            functions.iter().all(|f| f.get("State").is_none() && f.get("RuntimeVersionConfig").is_none())
        );
        seen.extend(functions.iter().map(|f| f["FunctionName"].as_str().unwrap().to_owned()));
        let Some(marker) = page["NextMarker"].as_str() else { break };
        uri = format!(
            "/2015-03-31/functions?MaxItems=3&Marker={}",
            marker.replace('=', "%3D").replace('+', "%2B")
        );
    }
    assert_eq!(seen, (0..7).map(|n| format!("fn-{n}")).collect::<Vec<_>>());
    let all = house.json("GET", "/2015-03-31/functions?FunctionVersion=ALL", Value::Null).await.unwrap();
    assert!(all["Functions"][0]["FunctionArn"].as_str().unwrap().ends_with(":function:fn-0:$LATEST"));
    assert!(house.json("GET", "/2015-03-31/functions?Marker=%25%25", Value::Null).await.is_err());
}

#[tokio::test]
async fn a_deleted_function_is_gone_with_its_code() {
    let house = House::new();
    house.create("a").await;
    house.create("b").await;
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1, "the same package is kept once");
    house.pass(1);
    let deleted = house.send("DELETE", "/2015-03-31/functions/a", &[], "").await.unwrap();
    assert_eq!(deleted.status, Some(204));
    assert_eq!(house.get("a").await.unwrap_err().status, 404);
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1, "another function has the package");
    house.send("DELETE", "/2015-03-31/functions/b", &[], "").await.unwrap();
    assert_eq!(house.blobs.0.lock().unwrap().len(), 0);
    assert_eq!(house.engine.retired.load(std::sync::atomic::Ordering::SeqCst), 2);
}

#[tokio::test]
async fn what_a_crash_left_is_swept_after_a_while() {
    use blobs::BlobStore;
    let house = House::new();
    house.create("fn").await;
    house.blobs.put("left over".into()).await.unwrap();
    assert_eq!(house.service.sweep().await.unwrap(), 0, "it may be on its way to a function");
    house.pass(3_600_001);
    assert_eq!(house.service.sweep().await.unwrap(), 1);
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn account_settings() {
    let house = House::new();
    house.create("fn").await;
    let settings = house.json("GET", "/2016-08-19/account-settings", Value::Null).await.unwrap();
    assert_eq!(settings["AccountLimit"]["ConcurrentExecutions"], 1_000);
    assert_eq!(settings["AccountUsage"]["FunctionCount"], 1);
    assert_eq!(settings["AccountUsage"]["TotalCodeSize"], zip("def handler(e, c): return e").len());
}

#[tokio::test]
async fn what_infrastructure_tools_ask_of_every_function() {
    let house = House::new();
    house.create("fn").await;
    let get = async |uri: &str| house.json("GET", uri, Value::Null).await;
    let versions = get("/2015-03-31/functions/fn/versions").await.unwrap();
    assert_eq!(versions.get("NextMarker"), None);
    let versions = versions["Versions"].as_array().unwrap();
    assert_eq!(versions.len(), 1);
    let arn = "arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST";
    assert_eq!((&versions[0]["FunctionArn"], &versions[0]["Version"]), (&json!(arn), &json!("$LATEST")));
    assert_eq!(get("/2015-03-31/functions/fn/aliases").await.unwrap(), json!({ "Aliases": [] }));
    assert_eq!(get("/2019-09-30/functions/fn/concurrency").await.unwrap(), json!({}));
    assert_eq!(get("/2020-06-30/functions/fn/code-signing-config").await.unwrap(), json!({}));
    for uri in [
        "/2015-03-31/functions/none/versions",
        "/2015-03-31/functions/none/aliases",
        "/2019-09-30/functions/none/concurrency",
        "/2020-06-30/functions/none/code-signing-config",
    ] {
        let error = get(uri).await.unwrap_err();
        let text = "Function not found: arn:aws:lambda:us-east-1:111111111111:function:none";
        assert_eq!((error.status, error.message.as_str()), (404, text), "{uri}");
    }
    let error = get("/2015-03-31/functions/fn/versions?Marker=x").await.unwrap_err();
    assert_eq!(error.code, "InvalidParameterValueException");
}
