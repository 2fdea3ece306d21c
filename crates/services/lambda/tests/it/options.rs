//! What CreateFunction and UpdateFunctionConfiguration take besides the usual, and how it is answered: which members are
//! there, which are empty and which are absent.

use crate::house::{House, create_body, with, zip_base64};
use serde_json::{Value, json};

const FUNCTIONS: &str = "/2015-03-31/functions";
const CONFIGURATION: &str = "/2015-03-31/functions/fn/configuration";
const INVALID: &str = "InvalidParameterValueException";
const POINT: &str = "arn:aws:elasticfilesystem:us-east-1:111111111111:access-point/fsap-0123456789abcdef0";

fn network() -> Value {
    json!({ "SubnetIds": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"] })
}

fn mount() -> Value {
    json!([{ "Arn": POINT, "LocalMountPath": "/mnt/data" }])
}

/// Updates and waits; what was answered and what is there in the end.
async fn update(house: &House, body: Value) -> Value {
    let answer = house.json("PUT", CONFIGURATION, body).await.unwrap();
    assert_eq!(answer["LastUpdateStatus"], "InProgress");
    let settled = house.settled("fn").await;
    for (name, value) in answer.as_object().unwrap() {
        if !["RevisionId"].contains(&name.as_str()) && !name.starts_with("LastUpdateStatus") {
            assert_eq!(&settled[name], value, "{name}");
        }
    }
    settled
}

#[tokio::test]
async fn options_are_absent_until_set_and_empty_or_absent_when_cleared() {
    let house = House::new();
    let created = house.create("fn").await;
    for name in [
        "VpcConfig",
        "FileSystemConfigs",
        "DeadLetterConfig",
        "KMSKeyArn",
        "Environment",
        "Layers",
        "TenancyConfig",
        "ImageConfigResponse",
        "MasterArn",
        "SigningJobArn",
        "ConfigSha256",
    ] {
        assert_eq!(created.get(name), None, "{name}");
    }
    let set = json!({
        "VpcConfig": with(network(), json!({ "Ipv6AllowedForDualStack": true })),
        "FileSystemConfigs": mount(),
        "DeadLetterConfig": { "TargetArn": "arn:aws:sqs:us-east-1:111111111111:q" },
        "KMSKeyArn": "arn:aws:kms:us-east-1:111111111111:key/k",
        "Environment": { "Variables": { "AA": "1" } },
        "TracingConfig": { "Mode": "Active" },
        "EphemeralStorage": { "Size": 10_240 },
        "LoggingConfig": { "LogFormat": "JSON", "ApplicationLogLevel": "TRACE", "SystemLogLevel": "DEBUG", "LogGroup": "g" },
    });
    let config = update(&house, set.clone()).await;
    for (name, wanted) in set.as_object().unwrap().iter().filter(|(name, _)| *name != "VpcConfig") {
        assert_eq!(&config[name], wanted, "{name}");
    }
    let vpc = &config["VpcConfig"];
    assert_eq!(with(vpc.clone(), json!({ "VpcId": null })), set["VpcConfig"]);
    let id = vpc["VpcId"].as_str().unwrap();
    assert!(id.len() == 21 && id.starts_with("vpc-"), "{id}");

    // Nothing named, nothing changed but the revision.
    for empty in [Value::Null, json!({})] {
        house.pass(10);
        let after = update(&house, empty).await;
        let moved = json!({ "RevisionId": null, "LastModified": null });
        assert_eq!(with(after.clone(), moved.clone()), with(config.clone(), moved));
        assert!(
            after["RevisionId"] != config["RevisionId"] && after["LastModified"] != config["LastModified"]
        );
    }
    // An empty structure names nothing either.
    let hollow = json!({ "TracingConfig": {}, "LoggingConfig": {}, "SnapStart": {} });
    let after = update(&house, hollow).await;
    assert_eq!(
        (&after["TracingConfig"], &after["LoggingConfig"]),
        (&set["TracingConfig"], &set["LoggingConfig"])
    );

    let cleared = json!({
        "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": [] },
        "DeadLetterConfig": { "TargetArn": "" },
        "KMSKeyArn": "",
        "Environment": {},
        "TracingConfig": { "Mode": "PassThrough" },
        "LoggingConfig": { "LogFormat": "Text", "LogGroup": "/aws/lambda/fn" },
    });
    // File systems go first, for they need a network.
    let config = update(&house, json!({ "FileSystemConfigs": [] })).await;
    assert_eq!(config.get("FileSystemConfigs"), None);
    let config = update(&house, cleared).await;
    for name in ["DeadLetterConfig", "KMSKeyArn"] {
        assert_eq!(config.get(name), None, "{name}");
    }
    assert_eq!(
        config["VpcConfig"],
        json!({ "SubnetIds": [], "SecurityGroupIds": [], "VpcId": "", "Ipv6AllowedForDualStack": false })
    );
    assert_eq!(config["Environment"], json!({ "Variables": {} }));
    assert_eq!(config["TracingConfig"], json!({ "Mode": "PassThrough" }));
    assert_eq!(config["LoggingConfig"], json!({ "LogFormat": "Text", "LogGroup": "/aws/lambda/fn" }));
    assert_eq!(config["EphemeralStorage"], json!({ "Size": 10_240 }), "what an update does not name stays");
}

#[tokio::test]
async fn what_does_not_fit_together() {
    let house = House::new();
    house.create("fn").await;
    let coexist = "SubnetIds and SecurityIds must coexist or be both empty list.".to_owned();
    let needs = format!("Function must be configured to execute in a VPC to reference access point {POINT}.");
    let snapshots = |runtime: &str| format!("{runtime} is not supported for SnapStart enabled functions.");
    let on = json!({ "ApplyOn": "PublishedVersions" });
    let levels = "To use ApplicationLogLevel or SystemLogLevel, you must set LogFormat to JSON.".to_owned();
    for (options, message) in [
        (json!({ "VpcConfig": { "SubnetIds": ["subnet-1"] } }), coexist.clone()),
        (json!({ "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": ["sg-1"] } }), coexist),
        (json!({ "FileSystemConfigs": mount() }), needs.clone()),
        (json!({ "FileSystemConfigs": mount(), "VpcConfig": {} }), needs),
        (json!({ "SnapStart": on }), snapshots("python3.11")),
        (json!({ "SnapStart": on, "Runtime": "nodejs22.x" }), snapshots("nodejs22.x")),
        (json!({ "LoggingConfig": { "SystemLogLevel": "DEBUG" } }), levels.clone()),
        (json!({ "LoggingConfig": { "LogFormat": "Text", "ApplicationLogLevel": "INFO" } }), levels),
        (json!({ "ImageConfig": {} }), "ImageConfig is not built in Tenfold yet.".to_owned()),
        (json!({ "DurableConfig": {} }), "DurableConfig is not built in Tenfold yet.".to_owned()),
        (
            json!({ "AcceleratorConfig": { "AcceleratorMemorySize": 1 } }),
            "AcceleratorConfig is not built in Tenfold yet.".to_owned(),
        ),
    ] {
        let create = with(create_body("new"), options.clone());
        for (method, uri, body) in [("POST", FUNCTIONS, create), ("PUT", CONFIGURATION, options)] {
            let seen = format!("{method} {body}");
            let error = house.json(method, uri, body).await.unwrap_err();
            assert_eq!(
                (error.status, error.code.as_str(), &error.message),
                (400, INVALID, &message),
                "{seen}"
            );
        }
    }
    // Each of the two fits what the function has already.
    update(&house, json!({ "VpcConfig": network() })).await;
    update(&house, json!({ "FileSystemConfigs": mount() })).await;
    let alone = json!({ "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": [] } });
    let error = house.json("PUT", CONFIGURATION, alone.clone()).await.unwrap_err();
    let removed =
        format!("Function VPC configuration cannot be removed with access point {POINT} referenced.");
    assert_eq!((error.code.as_str(), error.message), (INVALID, removed));
    update(&house, with(alone, json!({ "FileSystemConfigs": [] }))).await;

    update(&house, json!({ "Runtime": "python3.12", "SnapStart": on })).await;
    let error = house.json("PUT", CONFIGURATION, json!({ "Runtime": "python3.11" })).await.unwrap_err();
    assert_eq!(error.message, snapshots("python3.11"));
}

#[tokio::test]
async fn the_package_s_own_key_comes_and_goes_with_the_code() {
    let house = House::new();
    let key = "arn:aws:kms:us-east-1:111111111111:key/k";
    let mut body = create_body("fn");
    body["Code"]["SourceKMSKeyArn"] = key.into();
    let zip = body["Code"]["ZipFile"].clone();
    house.json("POST", FUNCTIONS, body).await.unwrap();
    house.settled("fn").await;
    let code =
        async || house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap()["Code"].clone();
    assert_eq!(code().await["SourceKMSKeyArn"], key);
    update(&house, json!({ "Timeout": 9 })).await;
    assert_eq!(code().await["SourceKMSKeyArn"], key);
    house.json("PUT", "/2015-03-31/functions/fn/code", json!({ "ZipFile": zip })).await.unwrap();
    house.settled("fn").await;
    assert_eq!(code().await.get("SourceKMSKeyArn"), None);
}

#[tokio::test]
async fn a_function_whose_tenants_are_kept_apart_is_kept_and_does_not_run() {
    let house = House::new();
    let tenancy = json!({ "TenancyConfig": { "TenantIsolationMode": "PER_TENANT" } });
    let created = house.json("POST", FUNCTIONS, with(create_body("fn"), tenancy.clone())).await.unwrap();
    assert_eq!(created["TenancyConfig"], tenancy["TenancyConfig"]);
    assert_eq!(house.settled("fn").await["TenancyConfig"], tenancy["TenancyConfig"]);
    house.create("plain").await;
    let not_built = "Invoking a function with TenancyConfig is not built in Tenfold yet.";
    for (name, headers, message) in [
        ("fn", &[][..], not_built),
        ("fn", &[("X-Amz-Tenant-Id", "t")], not_built),
        (
            "plain",
            &[("X-Amz-Tenant-Id", "t")],
            "The invoked function is not enabled with tenancy configuration.",
        ),
    ] {
        let error = house.invoke(name, headers, "{}").await.unwrap_err();
        assert_eq!((error.code.as_str(), error.message.as_str()), (INVALID, message), "{name} {headers:?}");
    }
    assert!(house.engine.ran.lock().unwrap().is_empty());
}

#[tokio::test]
async fn networks_of_the_wrong_form_are_refused_by_the_model() {
    let house = House::new();
    house.create("fn").await;
    let constraint = |what: &str| {
        format!(
            "failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to \
             1024, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: {what}]"
        )
    };
    for (vpc, at, pattern) in [
        (json!({ "SubnetIds": ["bad"], "SecurityGroupIds": ["sg-1"] }), "subnetIds", "subnet-[0-9a-z]*"),
        (
            json!({ "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["bad"] }),
            "securityGroupIds",
            "sg-[0-9a-zA-Z]*",
        ),
    ] {
        let error = house.json("PUT", CONFIGURATION, json!({ "VpcConfig": vpc })).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (400, "ValidationException"));
        let wanted =
            format!("1 validation error detected: Value '[bad]' at 'vpcConfig.{at}' {}", constraint(pattern));
        assert_eq!(error.message, wanted);
    }
}

/// What is looked at first: the form of the request, what cannot be, the function and its state, and the package last.
#[tokio::test]
async fn which_of_several_errors_is_answered() {
    let house = House::new();
    house.create("fn").await;
    house.create("busy").await;
    house.hold_preparations().await;
    house.json("PUT", "/2015-03-31/functions/busy/configuration", json!({})).await.unwrap();
    let code = |name: &str| format!("{FUNCTIONS}/{name}/code");
    let configuration = |name: &str| format!("{FUNCTIONS}/{name}/configuration");
    let create = |changes: Value| ("POST", FUNCTIONS.to_owned(), with(create_body("fn"), changes));
    let no_zip = json!({ "ZipFile": "dGhpcyBpcyBubyB6aXA=" });
    let no_key = json!({ "S3Bucket": "bkt", "S3Key": "NoSuchKey" });
    let elsewhere = "arn:aws:lambda:eu-west-1:111111111111:function:fn";
    for ((method, uri, body), says) in [
        (create(json!({ "Role": "r1", "Runtime": "none", "Code": no_zip })), "at 'role' failed"),
        (create(json!({ "FunctionName": elsewhere, "Runtime": "none" })), "are not reachable in this region"),
        (create(json!({ "Runtime": "none", "Code": {} })), "Please provide a source for function code."),
        (create(json!({ "Runtime": "none", "Code": no_zip })), "Value none at 'runtime'"),
        (create(json!({ "MemorySize": 20_000, "Code": no_zip })), "'MemorySize' value failed"),
        (create(json!({ "Code": no_zip })), "Function already exist: fn"),
        (create(json!({ "Code": no_key })), "Function already exist: fn"),
        (("PUT", code("none"), with(no_zip.clone(), json!({ "RevisionId": "x" }))), "Function not found"),
        (
            ("PUT", code("busy"), with(no_zip.clone(), json!({ "RevisionId": "x" }))),
            "The Revision Id provided",
        ),
        (("PUT", code("busy"), no_zip.clone()), "An update is in progress"),
        (("PUT", code("busy"), json!({ "ImageUri": "x" })), "An update is in progress"),
        (("PUT", code("fn"), with(no_zip, json!({ "ImageUri": "x" }))), "Please don't provide ImageUri"),
        (
            ("PUT", code("fn"), with(no_key.clone(), json!({ "ZipFile": zip_base64("x") }))),
            "Please do not provide other FunctionCode parameters",
        ),
        (("PUT", code("fn"), no_key), "S3 Error Code: NoSuchKey"),
        (("PUT", configuration("none"), json!({ "Timeout": 0 })), "at 'timeout' failed"),
        (("PUT", configuration("none"), json!({ "Runtime": "none" })), "Function not found"),
        (
            ("PUT", configuration("fn"), json!({ "RevisionId": "x", "Runtime": "none" })),
            "The Revision Id provided",
        ),
        (("PUT", configuration("busy"), json!({ "Runtime": "none" })), "An update is in progress"),
    ] {
        let error = house.json(method, &uri, body.clone()).await.unwrap_err();
        assert!(error.message.contains(says), "{method} {uri} {body:.200}: {error}");
    }
}
