//! Errors against what was recorded on AWS: request → status, code and text.

use crate::house::{House, create_body, with, zip_base64};
use serde_json::{Value, json};

const FUNCTIONS: &str = "/2015-03-31/functions";
const INVALID: &str = "InvalidParameterValueException";
const MISSING: &str = "ResourceNotFoundException";
const VALIDATION: &str = "ValidationException";

struct Case {
    method: &'static str,
    uri: String,
    body: Value,
    status: u16,
    code: &'static str,
    message: String,
}

fn case(
    method: &'static str,
    uri: impl Into<String>,
    body: Value,
    status: u16,
    code: &'static str,
    message: impl Into<String>,
) -> Case {
    Case { method, uri: uri.into(), body, status, code, message: message.into() }
}

fn create(changes: Value, status: u16, code: &'static str, message: impl Into<String>) -> Case {
    case("POST", FUNCTIONS, with(create_body("new"), changes), status, code, message)
}

async fn check(cases: Vec<Case>) {
    let house = House::new();
    house.create("fn").await;
    for case in cases {
        let seen = format!("{} {} {:.200}", case.method, case.uri, case.body.to_string());
        let error = match house.json(case.method, &case.uri, case.body).await {
            Ok(answer) => panic!("{seen}: {answer}"),
            Err(error) => error,
        };
        assert_eq!(
            (error.status, error.code.as_str()),
            (case.status, case.code),
            "{seen}: {}",
            error.message
        );
        assert_eq!(error.message, case.message, "{seen}");
        let (response, body) = house.encoded(&error);
        assert_eq!(response.headers()["x-amzn-errortype"], case.code);
        let untyped = [VALIDATION, "RequestEntityTooLargeException", "AccessDeniedException"];
        let wanted = if untyped.contains(&case.code) { Value::Null } else { Value::from("User") };
        assert_eq!(body["Type"], wanted, "{seen}: {body}");
    }
    // Nothing of all that was kept.
    let listed = house.json("GET", FUNCTIONS, Value::Null).await.unwrap();
    assert_eq!(listed["Functions"].as_array().unwrap().len(), 1);
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn creating() {
    let runtimes = "[nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, java25, \
                    python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9, java17, \
                    nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x, provided.al2, java8.al2]";
    let long = "a".repeat(65);
    let value = "x".repeat(4_096);
    let variables = json!({ "SMALL_VAR": "ok", "LARGE_VAR": value });
    check(vec![
        create(json!({ "FunctionName": "fn" }), 409, "ResourceConflictException", "Function already exist: fn"),
        create(
            json!({ "FunctionName": long }),
            400,
            INVALID,
            format!(
                "1 validation error detected: Value '{long}' at 'functionName' failed to satisfy constraint: Member \
                 must have length less than or equal to 64"
            ),
        ),
        create(
            json!({ "Runtime": "PYTHON3.9" }),
            400,
            INVALID,
            format!(
                "Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \
                 {runtimes} or be a valid ARN"
            ),
        ),
        create(
            json!({ "Runtime": "java8" }),
            400,
            INVALID,
            "The runtime parameter of java8 is no longer supported for creating or updating AWS Lambda functions. We \
             recommend you use a supported runtime while creating or updating functions.",
        ),
        create(
            json!({ "Environment": { "Variables": variables } }),
            400,
            INVALID,
            format!(
                "Lambda was unable to configure your environment variables because the environment variables you have \
                 provided exceeded the 4KB limit. String measured: {{\"SMALL_VAR\":\"ok\",\"LARGE_VAR\":\"{value}\"}}"
            ),
        ),
        create(
            json!({ "Environment": { "Variables": { "AWS_REGION": "x", "AWS_SESSION_TOKEN": "y", "AA": "z" } } }),
            400,
            INVALID,
            "Lambda was unable to configure your environment variables because the environment variables you have \
             provided contains reserved keys that are currently not supported for modification. Reserved keys used in \
             this request: AWS_REGION, AWS_SESSION_TOKEN",
        ),
        create(
            json!({ "Code": { "ZipFile": "dGhpcyBpcyBubyB6aXA=" } }),
            400,
            INVALID,
            "Could not unzip uploaded file. Please check your file, then try to upload again.",
        ),
        create(json!({ "Code": {} }), 400, INVALID, "Please provide a source for function code."),
        create(
            json!({ "Handler": null }),
            400,
            INVALID,
            "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
        ),
        create(
            json!({ "MemorySize": 10_241 }),
            400,
            INVALID,
            "'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to 10240",
        ),
        create(
            json!({ "Timeout": 901 }),
            400,
            INVALID,
            "'Timeout' value failed to satisfy constraint: Member must have value less than or equal to 900",
        ),
        create(
            json!({ "Timeout": 0 }),
            400,
            VALIDATION,
            "1 validation error detected: Value '0' at 'timeout' failed to satisfy constraint: Member must have value \
             greater than or equal to 1",
        ),
        create(
            json!({ "Role": "arn:aws:iam::222222222222:role/r" }),
            403,
            "AccessDeniedException",
            "Cross-account pass role is not allowed.",
        ),
        create(
            json!({ "Role": "r1" }),
            400,
            VALIDATION,
            "1 validation error detected: Value 'r1' at 'role' failed to satisfy constraint: Member must satisfy \
             regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
        ),
        create(
            json!({ "Layers": (1..7).map(|n| format!("arn:aws:lambda:us-east-1:111111111111:layer:l:{n}")).collect::<Vec<_>>() }),
            400,
            INVALID,
            "Cannot reference more than 5 layers.",
        ),
        create(
            json!({ "Layers": ["arn:aws:lambda:us-east-1:111111111111:layer:l:1"] }),
            400,
            INVALID,
            "Layer version arn:aws:lambda:us-east-1:111111111111:layer:l:1 does not exist.",
        ),
        create(
            json!({ "Layers": ["arn:aws:lambda:us-east-2:111111111111:layer:l:1"] }),
            400,
            INVALID,
            "Layers are not in the same region as the function. Layers are expected to be in region us-east-1.",
        ),
        create(
            json!({ "SnapStart": { "ApplyOn": "invalidOption" } }),
            400,
            VALIDATION,
            "1 validation error detected: Value 'invalidOption' at 'snapStart.applyOn' failed to satisfy constraint: \
             Member must satisfy enum value set: [PublishedVersions, None]",
        ),
    ])
    .await;
}

#[tokio::test]
async fn what_is_not_built_is_said_by_name() {
    for (changes, what) in [
        (json!({ "PackageType": "Image" }), "PackageType Image"),
        (json!({ "Code": { "ImageUri": "x" } }), "Code in a container image (ImageUri)"),
        (json!({ "DurableConfig": {} }), "DurableConfig"),
    ] {
        check(vec![create(changes, 400, INVALID, format!("{what} is not built in Tenfold yet."))]).await;
    }
}

#[tokio::test]
async fn naming_functions() {
    let arn = "arn:aws:lambda:us-east-1:111111111111:function";
    let other_region = "arn:aws:lambda:ap-southeast-1:111111111111:function:fn";
    check(vec![
        case("GET", format!("{FUNCTIONS}/none"), Value::Null, 404, MISSING, format!("Function not found: {arn}:none")),
        case(
            "GET",
            format!("{FUNCTIONS}/none?Qualifier=$LATEST"),
            Value::Null,
            404,
            MISSING,
            format!("Function not found: {arn}:none:$LATEST"),
        ),
        case(
            "GET",
            format!("{FUNCTIONS}/fn?Qualifier=1221"),
            Value::Null,
            404,
            MISSING,
            format!("Function not found: {arn}:fn:1221"),
        ),
        case(
            "GET",
            format!("{FUNCTIONS}/fn?Qualifier=valid-with-$-but-doesnotexist"),
            Value::Null,
            404,
            MISSING,
            format!("Function not found: {arn}:fn:valid-with-$-but-doesnotexist"),
        ),
        case(
            "GET",
            format!("{FUNCTIONS}/fn:$LATEST?Qualifier=1"),
            Value::Null,
            400,
            INVALID,
            "The derived qualifier from the function name does not match the specified qualifier.",
        ),
        case(
            "GET",
            format!("{FUNCTIONS}/{other_region}"),
            Value::Null,
            404,
            MISSING,
            "Functions from 'ap-southeast-1' are not reachable in this region ('us-east-1')",
        ),
        case(
            "GET",
            format!("{FUNCTIONS}/222222222222:function:fn"),
            Value::Null,
            403,
            "AccessDeniedException",
            "User: arn:aws:iam::111111111111:root is not authorized to perform: lambda:GetFunction on resource: \
             arn:aws:lambda:us-east-1:222222222222:function:fn because no resource-based policy allows the \
             lambda:GetFunction action",
        ),
        case(
            "DELETE",
            format!("{FUNCTIONS}/none"),
            Value::Null,
            404,
            MISSING,
            format!("Function not found: {arn}:none"),
        ),
        case(
            "DELETE",
            format!("{FUNCTIONS}/fn?Qualifier=$LATEST"),
            Value::Null,
            400,
            INVALID,
            "$LATEST version cannot be deleted without deleting the function.",
        ),
        case(
            "GET",
            format!("{FUNCTIONS}?FunctionVersion=invalid"),
            Value::Null,
            400,
            VALIDATION,
            "1 validation error detected: Value 'invalid' at 'functionVersion' failed to satisfy constraint: Member \
             must satisfy enum value set: [ALL]",
        ),
    ])
    .await;
}

#[tokio::test]
async fn updating_and_invoking() {
    let arn = "arn:aws:lambda:us-east-1:111111111111:function";
    let revision = "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API \
                    to retrieve the latest Revision Id";
    let code = format!("{FUNCTIONS}/fn/code");
    let invocations = |name: &str| format!("{FUNCTIONS}/{name}/invocations");
    check(vec![
        case(
            "PUT",
            &*code,
            json!({ "ZipFile": zip_base64("x"), "RevisionId": "wrong" }),
            412,
            "PreconditionFailedException",
            revision,
        ),
        case(
            "PUT",
            &*code,
            json!({ "ImageUri": "x" }),
            400,
            INVALID,
            "Please don't provide ImageUri when updating a function with packageType Zip.",
        ),
        case(
            "PUT",
            format!("{FUNCTIONS}/fn:1/code"),
            json!({ "ZipFile": zip_base64("x") }),
            400,
            INVALID,
            "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. \
             Please specify either a function name or an unqualified function ARN.",
        ),
        case(
            "PUT",
            format!("{FUNCTIONS}/none/configuration"),
            json!({ "Timeout": 1 }),
            404,
            MISSING,
            format!("Function not found: {arn}:none"),
        ),
        case("POST", invocations("none"), json!({}), 404, MISSING, format!("Function not found: {arn}:none")),
        case("POST", invocations("fn:7"), json!({}), 404, MISSING, format!("Function not found: {arn}:fn:7")),
    ])
    .await;
    let house = House::new();
    house.create("fn").await;
    let broken = house.invoke("fn", &[], "{\"a\":").await.unwrap_err();
    assert_eq!((broken.status, broken.code.as_str()), (400, "InvalidRequestContentException"));
}

#[tokio::test]
async fn tagging() {
    let arn = "arn:aws:lambda:us-east-1:111111111111:function";
    let tags = |rest: &str| format!("/2017-03-31/tags/{rest}");
    let cannot = "An error occurred and the request cannot be processed.";
    let none =
        "arn:aws:lambda:us-east-1:111111111111:event-source-mapping:00000000-0000-0000-0000-000000000000";
    check(vec![
        case(
            "POST",
            tags(&format!("{arn}:doesnotexist")),
            json!({ "Tags": { "a": "b" } }),
            404,
            MISSING,
            format!("Function not found: {arn}:doesnotexist"),
        ),
        case("GET", tags(&format!("{arn}:none")), Value::Null, 404, MISSING, format!("Function not found: {arn}:none")),
        case(
            "POST",
            tags(&format!("{arn}:fn:$LATEST")),
            json!({ "Tags": { "a": "b" } }),
            400,
            INVALID,
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        ),
        case("POST", tags(&format!("{arn}:fn")), json!({ "Tags": {} }), 400, INVALID, cannot),
        case("GET", tags(none), Value::Null, 404, MISSING, format!("Event source mapping not found: {none}")),
        case(
            "DELETE",
            tags(&format!("{arn}:fn")),
            Value::Null,
            400,
            VALIDATION,
            "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null",
        ),
    ])
    .await;
}
