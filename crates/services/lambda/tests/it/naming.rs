//! Every spelling of a function's name, and how long each may be.

use crate::house::{House, create_body, with};
use serde_json::{Value, json};

const FUNCTIONS: &str = "/2015-03-31/functions";
const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function:";
const VALIDATION: &str = "ValidationException";
const INVALID: &str = "InvalidParameterValueException";

#[tokio::test]
async fn every_spelling_finds_the_function() {
    let house = House::new();
    house.create("fn").await;
    let spellings = ["fn", "function:fn", "111111111111:fn", "111111111111:function:fn", &format!("{ARN}fn")];
    for spelling in spellings {
        for (suffix, query) in
            [("", ""), (":$LATEST", ""), ("", "?Qualifier=$LATEST"), (":$LATEST", "?Qualifier=$LATEST")]
        {
            let qualified = !(suffix.is_empty() && query.is_empty());
            let arn = format!("{ARN}fn{}", if qualified { ":$LATEST" } else { "" });
            let uri = format!("{FUNCTIONS}/{spelling}{suffix}");
            let whole = house.json("GET", &format!("{uri}{query}"), Value::Null).await.unwrap();
            assert_eq!(whole["Configuration"]["FunctionArn"], arn, "{uri}{query}");
            let configuration =
                house.json("GET", &format!("{uri}/configuration{query}"), Value::Null).await.unwrap();
            assert_eq!(configuration, whole["Configuration"], "{uri}{query}");
            assert_eq!(
                (&configuration["FunctionName"], &configuration["Version"]),
                (&json!("fn"), &json!("$LATEST"))
            );
        }
        let uri = format!("{FUNCTIONS}/{spelling}");
        let updated =
            house.json("PUT", &format!("{uri}/configuration"), json!({ "Timeout": 9 })).await.unwrap();
        assert_eq!(updated["FunctionArn"], format!("{ARN}fn"), "{spelling}");
        house.settled("fn").await;
    }
    for spelling in spellings {
        house.json("DELETE", &format!("{FUNCTIONS}/{spelling}"), Value::Null).await.unwrap();
        let created =
            house.json("POST", FUNCTIONS, with(create_body("fn"), json!({ "FunctionName": spelling }))).await;
        assert_eq!(created.unwrap()["FunctionArn"], format!("{ARN}fn"), "{spelling}");
        house.settled("fn").await;
    }
}

#[tokio::test]
async fn nothing_has_a_dot() {
    let house = House::new();
    house.create("fn").await;
    for (uri, name) in [
        ("f.n".to_owned(), "f.n"),
        (format!("{ARN}f.n"), "f.n"),
        ("fn:$LATEST.PUBLISHED".to_owned(), "fn:$LATEST.PUBLISHED"),
        ("fn?Qualifier=$LATEST.PUBLISHED".to_owned(), "fn:$LATEST.PUBLISHED"),
    ] {
        let error = house.json("GET", &format!("{FUNCTIONS}/{uri}"), Value::Null).await.unwrap_err();
        let expected = (404, format!("Function not found: {ARN}{name}"));
        assert_eq!((error.status, error.message), expected, "{uri}");
    }
}

#[tokio::test]
async fn numbers_that_no_version_has_mean_nothing() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    for number in ["0", "00", "01", "9223372036854775808", "18446744073709551616"] {
        let missing = format!("Function not found: {ARN}fn:{number}");
        for uri in [format!("fn?Qualifier={number}"), format!("fn:{number}"), format!("{ARN}fn:{number}")] {
            let error = house.json("GET", &format!("{FUNCTIONS}/{uri}"), Value::Null).await.unwrap_err();
            assert_eq!((error.status, error.message), (404, missing.clone()), "{uri}");
        }
        let error = house.json("POST", &format!("{FUNCTIONS}/fn:{number}/invocations"), json!({})).await;
        assert_eq!(error.unwrap_err().message, missing);
        let aliases = format!("{FUNCTIONS}/fn/aliases");
        let alias = json!({ "Name": "x", "FunctionVersion": number });
        assert_eq!(house.json("POST", &aliases, alias).await.unwrap_err().message, missing);
        let second = json!({ "RoutingConfig": { "AdditionalVersionWeights": { number: 0.5 } } });
        let error = house.json("PUT", &format!("{aliases}/live"), second).await.unwrap_err();
        assert_eq!(error.message, missing);
        let found = house.json("GET", &format!("{aliases}?FunctionVersion={number}"), Value::Null).await;
        assert_eq!(found.unwrap()["Aliases"], json!([]));
        let provisioned = format!("/2019-09-30/functions/fn/provisioned-concurrency?Qualifier={number}");
        let error = house.json("GET", &provisioned, Value::Null).await.unwrap_err();
        assert_eq!(error.status, 404, "{error}");
        for uri in [format!("fn?Qualifier={number}"), format!("fn:{number}")] {
            house.json("DELETE", &format!("{FUNCTIONS}/{uri}"), Value::Null).await.unwrap();
        }
    }
    for uri in ["fn", "fn:1", "fn:live"] {
        house.json("GET", &format!("{FUNCTIONS}/{uri}"), Value::Null).await.unwrap();
    }
}

#[tokio::test]
async fn lengths_and_forms() {
    let house = House::new();
    let longest = "a".repeat(64);
    let created = house.create(&longest).await;
    assert_eq!(created["FunctionArn"], format!("{ARN}{longest}"));
    house.json("GET", &format!("{FUNCTIONS}/{ARN}{longest}:$LATEST"), Value::Null).await.unwrap();

    let too_long = "a".repeat(65);
    let name_length = format!(
        "1 validation error detected: Value '{too_long}' at 'functionName' failed to satisfy constraint: Member must \
         have length less than or equal to 64"
    );
    let whole = |length: usize| format!("{ARN}{}", "a".repeat(length - ARN.len()));
    let whole_length = |name: &str, most: u32| {
        format!(
            "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy constraint: Member must \
             have length less than or equal to {most}"
        )
    };
    let malformed = "invalid:function:name";
    let (up_to_140, up_to_256) = (
        "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?\
         ([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
        "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?\
         ([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
    );
    let form = |pattern: &str| {
        format!(
            "1 validation error detected: Value '{malformed}' at 'functionName' failed to satisfy constraint: Member must \
             satisfy regular expression pattern: {pattern}"
        )
    };
    let (long_141, long_257) = (whole(141), whole(257));
    for (method, path, most, pattern) in [
        ("POST", "", 140, up_to_140),
        ("PUT", "/configuration", 140, up_to_140),
        ("PUT", "/code", 140, up_to_140),
        ("GET", "", 256, up_to_256),
        ("GET", "/configuration", 256, up_to_256),
        ("POST", "/invocations", 256, up_to_256),
    ] {
        let long = if most == 140 { &long_141 } else { &long_257 };
        for (name, code, message) in [
            (too_long.as_str(), INVALID, name_length.clone()),
            (&format!("{ARN}{too_long}"), INVALID, name_length.clone()),
            (long, VALIDATION, whole_length(long, most)),
            (malformed, VALIDATION, form(pattern)),
        ] {
            let creates = method == "POST" && path.is_empty();
            let body = with(create_body("fn"), json!({ "FunctionName": name }));
            let (uri, body) = match creates {
                true => (FUNCTIONS.to_owned(), body),
                false => (
                    format!("{FUNCTIONS}/{name}{path}"),
                    if method == "GET" { Value::Null } else { json!({}) },
                ),
            };
            let error = house.json(method, &uri, body).await.unwrap_err();
            assert_eq!((error.status, error.code.as_str()), (400, code), "{method} {uri}: {error}");
            assert_eq!(error.message, message, "{method} {uri}");
        }
    }
}
