//! Code signing configurations, and what they do to functions.

use crate::house::{House, create_body, with, zip_base64};
use serde_json::{Value, json};

pub(crate) const URI: &str = "/2020-04-22/code-signing-configs";
const PROFILE: &str = "arn:aws:signer:us-east-1:111111111111:/signing-profiles/p/abcdefghij";
pub(crate) const NONE: &str =
    "arn:aws:lambda:us-east-1:111111111111:code-signing-config:csc-00000000000000000";

pub(crate) async fn create(house: &House, changes: Value) -> String {
    let body = with(json!({ "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE] } }), changes);
    let created = house.json("POST", URI, body).await.unwrap();
    created["CodeSigningConfig"]["CodeSigningConfigArn"].as_str().unwrap().to_owned()
}

pub(crate) async fn enforcing(house: &House) -> String {
    create(house, json!({ "CodeSigningPolicies": { "UntrustedArtifactOnDeployment": "Enforce" } })).await
}

pub(crate) fn of(function: &str) -> String {
    format!("/2020-06-30/functions/{function}/code-signing-config")
}

#[tokio::test]
async fn the_life_of_a_configuration() {
    let house = House::new();
    let body = json!({
        "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE] }, "Description": "d", "Tags": { "a": "1" },
    });
    let created = house.json("POST", URI, body).await.unwrap();
    let config = &created["CodeSigningConfig"];
    let id = config["CodeSigningConfigId"].as_str().unwrap();
    let arn = format!("arn:aws:lambda:us-east-1:111111111111:code-signing-config:{id}");
    assert!(id.len() == 21 && id.starts_with("csc-"), "{id}");
    assert!(id[4..].bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{id}");
    let expected = json!({
        "CodeSigningConfigId": id, "CodeSigningConfigArn": arn, "Description": "d",
        "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE] },
        "CodeSigningPolicies": { "UntrustedArtifactOnDeployment": "Warn" },
        "LastModified": "2026-11-24T18:22:01.123+0000",
    });
    assert_eq!(config, &expected);
    let one = format!("{URI}/{arn}");
    assert_eq!(house.json("GET", &one, Value::Null).await.unwrap(), created);
    house.pass(1_000);
    let change = json!({ "CodeSigningPolicies": { "UntrustedArtifactOnDeployment": "Enforce" } });
    let changed = house.json("PUT", &one, change.clone()).await.unwrap();
    let expected = with(with(expected, change), json!({ "LastModified": "2026-11-24T18:22:02.123+0000" }));
    assert_eq!(changed["CodeSigningConfig"], expected);
    let change = json!({
        "Description": "", "AllowedPublishers": { "SigningProfileVersionArns": [PROFILE, PROFILE] },
    });
    let changed = house.json("PUT", &one, change.clone()).await.unwrap();
    let changed = &changed["CodeSigningConfig"];
    assert_eq!(changed["Description"], "");
    assert_eq!(changed["AllowedPublishers"], change["AllowedPublishers"]);
    assert_eq!(changed["CodeSigningPolicies"], expected["CodeSigningPolicies"], "what is not named stays");
    let tags = format!("/2017-03-31/tags/{arn}");
    assert_eq!(house.json("GET", &tags, Value::Null).await.unwrap(), json!({ "Tags": { "a": "1" } }));
    assert_eq!(house.send("DELETE", &one, &[], "").await.unwrap().status, Some(204));
    let gone = house.json("GET", &tags, Value::Null).await.unwrap_err();
    assert_eq!((gone.status, gone.message), (404, format!("Code signing config not found: {arn}")));
}

#[tokio::test]
async fn a_function_has_a_configuration() {
    let house = House::new();
    let (first, second) = (create(&house, json!({})).await, create(&house, json!({})).await);
    house.create("fn").await;
    assert_eq!(house.json("GET", &of("fn"), Value::Null).await.unwrap(), json!({}));
    for arn in [&first, &second] {
        let put = house.json("PUT", &of("fn"), json!({ "CodeSigningConfigArn": arn })).await.unwrap();
        assert_eq!(put, json!({ "CodeSigningConfigArn": arn, "FunctionName": "fn" }));
        let full = of("arn:aws:lambda:us-east-1:111111111111:function:fn");
        assert_eq!(house.json("GET", &full, Value::Null).await.unwrap(), put);
    }
    let users = async |arn: &str| {
        let found = house.json("GET", &format!("{URI}/{arn}/functions"), Value::Null).await.unwrap();
        found["FunctionArns"].as_array().unwrap().clone()
    };
    let function = "arn:aws:lambda:us-east-1:111111111111:function:fn";
    assert_eq!((users(&first).await, users(&second).await), (vec![], vec![json!(function)]));
    // One that is in use stays.
    let refused = house.send("DELETE", &format!("{URI}/{second}"), &[], "").await.unwrap_err();
    assert_eq!((refused.status, refused.code.as_str()), (409, "ResourceConflictException"));
    assert_eq!(
        refused.message,
        format!(
            "The code signing configuration {second} is in use by one or more functions and cannot be deleted."
        )
    );
    for _ in 0..2 {
        assert_eq!(house.send("DELETE", &of("fn"), &[], "").await.unwrap().status, Some(204));
        assert_eq!(house.json("GET", &of("fn"), Value::Null).await.unwrap(), json!({}));
    }
    house.json("PUT", &of("fn"), json!({ "CodeSigningConfigArn": second })).await.unwrap();
    house.send("DELETE", "/2015-03-31/functions/fn", &[], "").await.unwrap();
    house.send("DELETE", &format!("{URI}/{second}"), &[], "").await.unwrap();
}

#[tokio::test]
async fn lists_are_paged() {
    let house = House::new();
    let mut wanted = Vec::new();
    for _ in 0..5 {
        wanted.push(create(&house, json!({})).await);
    }
    wanted.sort_unstable();
    let mut functions = Vec::new();
    for n in 0..5 {
        house.create(&format!("fn-{n}")).await;
        house
            .json("PUT", &of(&format!("fn-{n}")), json!({ "CodeSigningConfigArn": wanted[0] }))
            .await
            .unwrap();
        functions.push(format!("arn:aws:lambda:us-east-1:111111111111:function:fn-{n}"));
    }
    let all = async |uri: String, member: &str, name: fn(&Value) -> &Value| {
        let (mut seen, mut marker) = (Vec::new(), String::new());
        loop {
            let page =
                house.json("GET", &format!("{uri}?MaxItems=2&Marker={marker}"), Value::Null).await.unwrap();
            let items = page[member].as_array().unwrap();
            assert!(items.len() <= 2);
            seen.extend(items.iter().map(|item| name(item).as_str().unwrap().to_owned()));
            let Some(next) = page["NextMarker"].as_str() else { return seen };
            marker = next.replace('=', "%3D").replace('+', "%2B");
        }
    };
    assert_eq!(all(URI.to_owned(), "CodeSigningConfigs", |c| &c["CodeSigningConfigArn"]).await, wanted);
    assert_eq!(all(format!("{URI}/{}/functions", wanted[0]), "FunctionArns", |f| f).await, functions);
    for uri in [URI.to_owned(), format!("{URI}/{}/functions", wanted[0])] {
        let error = house.json("GET", &format!("{uri}?Marker=%25"), Value::Null).await.unwrap_err();
        assert_eq!(error.message, "Invalid marker.");
    }
}

#[tokio::test]
async fn unsigned_code_is_refused_where_signatures_are_enforced() {
    let house = House::new();
    let (warning, enforcing) = (create(&house, json!({})).await, enforcing(&house).await);
    let body = |name: &str, arn: &str| with(create_body(name), json!({ "CodeSigningConfigArn": arn }));
    let refused = |name: &str| {
        format!(
            "Lambda cannot deploy the function. The function or layer might be signed using a signature that the \
             client is not configured to accept. Check the provided signature for {name}."
        )
    };
    let error = house.json("POST", "/2015-03-31/functions", body("new", &enforcing)).await.unwrap_err();
    assert_eq!((error.status, error.code.as_str()), (400, "CodeVerificationFailedException"));
    assert_eq!(error.message, refused("new"));
    assert_eq!(house.encoded(&error).1["Type"], "User");
    assert_eq!(house.get("new").await.unwrap_err().status, 404);
    assert_eq!(house.blobs.0.lock().unwrap().len(), 0, "nor is the code kept");

    house.json("POST", "/2015-03-31/functions", body("fn", &warning)).await.unwrap();
    house.settled("fn").await;
    assert_eq!(
        house.json("GET", &of("fn"), Value::Null).await.unwrap()["CodeSigningConfigArn"],
        json!(warning)
    );
    let code = async |text: &str| {
        let body = json!({ "ZipFile": zip_base64(text) });
        let updated = house.json("PUT", "/2015-03-31/functions/fn/code", body).await;
        house.settled("fn").await;
        updated
    };
    code("one").await.unwrap();
    // A change of the configuration is for the next deployment.
    house.json("PUT", &of("fn"), json!({ "CodeSigningConfigArn": enforcing })).await.unwrap();
    let sha256 = house.get("fn").await.unwrap()["CodeSha256"].clone();
    assert_eq!(code("two").await.unwrap_err().message, refused("fn"));
    assert_eq!(house.get("fn").await.unwrap()["CodeSha256"], sha256);
    let policies = json!({ "CodeSigningPolicies": { "UntrustedArtifactOnDeployment": "Warn" } });
    house.json("PUT", &format!("{URI}/{enforcing}"), policies).await.unwrap();
    code("three").await.unwrap();
}

#[tokio::test]
async fn what_is_not_there() {
    let house = House::new();
    house.create("fn").await;
    let arn = create(&house, json!({})).await;
    let missing = format!("The Lambda code signing configuration {NONE} can not be found.");
    let far = arn.replace("us-east-1", "us-east-2");
    for (method, uri, body) in [
        ("GET", format!("{URI}/{NONE}"), Value::Null),
        ("PUT", format!("{URI}/{NONE}"), json!({})),
        ("DELETE", format!("{URI}/{NONE}"), Value::Null),
        ("GET", format!("{URI}/{NONE}/functions"), Value::Null),
        ("GET", format!("{URI}/{far}"), Value::Null),
    ] {
        let error = house.json(method, &uri, body).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (404, "ResourceNotFoundException"), "{method} {uri}");
        assert_eq!(error.message, missing.replace(NONE, if uri.contains(&far) { &far } else { NONE }));
        assert_eq!(house.encoded(&error).1.get("Type"), None);
    }
    let gone = format!(
        "The code signing configuration cannot be found. Check that the provided configuration is not deleted: {NONE}."
    );
    let body = with(create_body("new"), json!({ "CodeSigningConfigArn": NONE }));
    for (method, uri, body) in [
        ("PUT", of("fn"), json!({ "CodeSigningConfigArn": NONE })),
        ("PUT", of("none"), json!({ "CodeSigningConfigArn": NONE })),
        ("POST", "/2015-03-31/functions".to_owned(), body),
    ] {
        let error = house.json(method, &uri, body).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (404, "CodeSigningConfigNotFoundException"));
        assert_eq!(error.message, gone);
        assert_eq!(house.encoded(&error).1["Type"], "User");
    }
    for (method, body) in
        [("GET", Value::Null), ("DELETE", Value::Null), ("PUT", json!({ "CodeSigningConfigArn": arn }))]
    {
        let error = house.json(method, &of("none"), body.clone()).await.unwrap_err();
        let text = "Function not found: arn:aws:lambda:us-east-1:111111111111:function:none";
        assert_eq!((error.status, error.message.as_str()), (404, text), "{method}");
        let error = house.json(method, &of("fn:1"), body).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (400, "InvalidParameterValueException"), "{method}");
    }
    for publishers in [vec![], vec![PROFILE; 21]] {
        let body = json!({ "AllowedPublishers": { "SigningProfileVersionArns": publishers } });
        assert_eq!(house.json("POST", URI, body).await.unwrap_err().code, "ValidationException");
    }
    let error = house.json("POST", URI, json!({})).await.unwrap_err();
    assert_eq!(
        error.message,
        "1 validation error detected: Value null at 'allowedPublishers' failed to satisfy constraint: Member must \
         not be null"
    );
}
