//! What each protocol's requests become, and what broken ones are told.

use super::json_refusal;
use crate::generated::{iam, lambda, logs};
use crate::model::ServiceModel;
use crate::service::{ApiError, Input};
use bytes::Bytes;
use http::Request;
use http::request::Parts;
use proptest::prelude::*;
use serde_json::{Value, json};

fn parts(method: &str, uri: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap().into_parts().0
}

fn decode(model: &'static ServiceModel, parts: &Parts, body: &[u8]) -> Result<Input, ApiError> {
    let route = model.route(parts, body)?;
    route.operation.decode(model, parts, &route.labels, Bytes::copy_from_slice(body))
}

fn log_request(operation: &str, body: &str) -> Result<Input, ApiError> {
    let target = format!("Logs_20140328.{operation}");
    decode(&logs::MODEL, &parts("POST", "/", &[("x-amz-target", &target)]), body.as_bytes())
}

const INVOKE: &str = "/2015-03-31/functions/f%3Alive/invocations?Qualifier=live";

#[test]
fn invoke_passes_its_payload_on_as_it_is() {
    let headers =
        [("x-amz-invocation-type", "Event"), ("X-Amz-Log-Type", "Tail"), ("x-amz-client-context", "e30=")];
    let body = b"\x00\xff not even text".as_slice();
    let input = decode(&lambda::MODEL, &parts("POST", INVOKE, &headers), body).unwrap();
    assert_eq!(input.payload.as_deref(), Some(body));
    let expected = json!({
        "FunctionName": "f:live", "InvocationType": "Event", "LogType": "Tail", "ClientContext": "e30=", "Qualifier": "live",
    });
    assert_eq!(Value::Object(input.members.clone()), expected);
    let typed: lambda::InvocationRequest = input.parse().unwrap();
    assert_eq!((&*typed.function_name, typed.log_type.as_deref()), ("f:live", Some("Tail")));
}

#[test]
fn rest_members_come_from_everywhere() {
    let uri = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:f?tagKeys=a&x=1&tagKeys=b%20c";
    let input = decode(&lambda::MODEL, &parts("DELETE", uri, &[]), b"").unwrap();
    assert_eq!(input.members["TagKeys"], json!(["a", "b c"]));
    let uri = "/2015-03-31/functions/?MaxItems=10&Marker=x";
    let input = decode(&lambda::MODEL, &parts("GET", uri, &[]), b"").unwrap();
    assert_eq!(Value::Object(input.members), json!({"Marker": "x", "MaxItems": 10}));
    let body = br#"{"Timeout":3.0,"Unknown":[{}],"Description":null,"Environment":{"Variables":{"AB":"b"}}}"#;
    let input =
        decode(&lambda::MODEL, &parts("PUT", "/2015-03-31/functions/f/configuration", &[]), body).unwrap();
    let expected = json!({"FunctionName": "f", "Timeout": 3, "Environment": {"Variables": {"AB": "b"}}});
    assert_eq!(Value::Object(input.members), expected);
}

#[test]
fn json_of_another_kind_is_refused_in_awss_words() {
    for (body, text) in [
        (r#"{"Timeout":"3"}"#, "STRING_VALUE cannot be converted to Integer"),
        (r#"{"Timeout":3.5}"#, "NUMBER_VALUE cannot be converted to Integer"),
        (r#"{"Timeout":4294967296}"#, "NUMBER_VALUE cannot be converted to Integer"),
        (r#"{"Handler":1}"#, "NUMBER_VALUE cannot be converted to String"),
        (r#"{"Handler":true}"#, "TRUE_VALUE cannot be converted to String"),
        (r#"{"Handler":{}}"#, "Start of structure or map found where not expected."),
        (r#"{"Handler":[]}"#, "Start of list found where not expected"),
        (r#"{"Environment":[]}"#, "Start of list found where not expected"),
        (r#"{"Environment":"x"}"#, "Unexpected field type"),
        (r#"{"Layers":{}}"#, "Unexpected field type"),
        ("[]", "Unexpected field type"),
    ] {
        let request = parts("PUT", "/2015-03-31/functions/f/configuration", &[]);
        let error = decode(&lambda::MODEL, &request, body.as_bytes()).unwrap_err();
        assert_eq!(
            (error.status, &*error.code, &*error.message),
            (400, "SerializationException", text),
            "{body}"
        );
    }
    let error =
        decode(&lambda::MODEL, &parts("GET", "/2015-03-31/functions/?MaxItems=x", &[]), b"").unwrap_err();
    assert_eq!(error.message, "STRING_VALUE cannot be converted to Integer");
}

#[test]
fn text_that_is_not_json_is_refused_in_jacksons_words() {
    let source = |line: u32, column: u32| {
        format!(
            "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: {line}, column: {column}]"
        )
    };
    for (text, expected) in [
        (
            "{'test'}",
            format!(
                "Unexpected character (''' (code 39)): was expecting double-quote to start field name{}",
                source(1, 2)
            ),
        ),
        ("", format!("No content to map due to end-of-input{}", source(1, 0))),
        ("{\"a\":1", format!("Unexpected end-of-input: expected close marker or a value{}", source(1, 6))),
        (
            "{\"a\" 1}",
            format!(
                "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value{}",
                source(1, 6)
            ),
        ),
    ] {
        assert_eq!(json_refusal(text.as_bytes()), Some(expected));
    }
    let token = json_refusal(b"[1,\n nope]").unwrap();
    let expected = "Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    assert!(token.starts_with(expected) && token.contains("line: 2"), "{token}");
    assert!(json_refusal(b"\"\xff\"").unwrap().starts_with("Invalid UTF-8 start byte 0xff"));
    // Far deeper than the stack would bear.
    let deep = "[".repeat(3_000_000) + &"]".repeat(3_000_000);
    assert_eq!(json_refusal(deep.as_bytes()), None);
    let request = parts("PUT", "/2015-03-31/functions/f/configuration", &[]);
    let error = decode(&lambda::MODEL, &request, b"{x}").unwrap_err();
    assert_eq!((error.status, &*error.code), (400, "InvalidRequestContentException"));
    assert!(
        error
            .message
            .starts_with("Could not parse request body into json: Unexpected character ('x' (code 120))")
    );
    assert_eq!(log_request("DescribeLogGroups", "{x}").unwrap_err().code, "SerializationException");
    let nested = format!("{{\"a\":{deep}}}");
    assert_eq!(decode(&lambda::MODEL, &request, nested.as_bytes()).unwrap_err().status, 400);
}

#[test]
fn bodies_have_limits() {
    let body = vec![b' '; 8 * 1024 * 1024 + 1];
    let request = parts("PUT", "/2015-03-31/functions/f/configuration", &[]);
    let error = decode(&lambda::MODEL, &request, &body).unwrap_err();
    assert_eq!((error.status, &*error.code), (413, "RequestEntityTooLargeException"));
    assert_eq!(decode(&lambda::MODEL, &parts("POST", INVOKE, &[]), &body).unwrap_err().status, 413);
    let max = lambda::MODEL.operation("CreateFunction").unwrap().max_body(&lambda::MODEL);
    assert_eq!(max, 70_167_211);
}

#[test]
fn json_1_1_members_are_all_in_the_body() {
    let body = r#"{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1767225600000,"message":"hi"}]}"#;
    let typed: logs::PutLogEventsRequest = log_request("PutLogEvents", body).unwrap().parse().unwrap();
    assert_eq!((typed.log_events[0].timestamp, &*typed.log_events[0].message), (1_767_225_600_000, "hi"));
    assert_eq!(log_request("DescribeLogGroups", "").unwrap().members.len(), 0);
}

#[test]
fn query_members_nest_by_dots() {
    let body = "Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B%7D&MaxSessionDuration=3600\
                &Tags.member.1.Key=a&Tags.member.1.Value=1&Tags.member.2.Key=b+c&Tags.member.2.Value=&Tags.member.4.Key=lost";
    let input = decode(&iam::MODEL, &parts("POST", "/", &[]), body.as_bytes()).unwrap();
    let expected = json!({
        "RoleName": "r", "AssumeRolePolicyDocument": "{}", "MaxSessionDuration": 3600,
        "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b c", "Value": ""}],
    });
    assert_eq!(Value::Object(input.members), expected);
    let empty = decode(&iam::MODEL, &parts("POST", "/", &[]), format!("{}&Tags=", &body[..70]).as_bytes());
    assert!(empty.is_err());
    let in_query = parts("GET", "/?Action=GetRole&Version=2010-05-08&RoleName=r", &[]);
    assert_eq!(decode(&iam::MODEL, &in_query, b"").unwrap().members["RoleName"], "r");
    let number = parts("GET", "/?Action=ListRoles&Version=2010-05-08&MaxItems=many", &[]);
    assert_eq!(decode(&iam::MODEL, &number, b"").unwrap_err().code, "MalformedInput");
}

proptest! {
    #[test]
    fn nothing_a_stranger_sends_breaks_it(
        body in prop::collection::vec(any::<u8>(), 0..200),
        form in "[A-Za-z.0-9=&%+]{0,120}",
        query in "[A-Za-z0-9=&%+]{0,60}",
    ) {
        let rest = parts("PUT", &format!("/2015-03-31/functions/f/configuration?{query}"), &[]);
        let _ = decode(&lambda::MODEL, &rest, &body);
        let _ = decode(&lambda::MODEL, &parts("GET", &format!("/2015-03-31/functions?{query}"), &[]), &body);
        let form = format!("Action=CreateRole&Version=2010-05-08&{form}&Tags.member.1.{form}");
        let _ = decode(&iam::MODEL, &parts("POST", "/", &[]), form.as_bytes());
        let _ = log_request("PutLogEvents", &String::from_utf8_lossy(&body));
        // The two parsers agree on what is JSON.
        let good = serde_json::from_slice::<Value>(&body).is_ok();
        prop_assert!(!good || json_refusal(&body).is_none());
    }

    #[test]
    fn refusals_point_into_the_text(text in "[\\[\\]{}:,\"'a-z0-9 \n]{0,40}") {
        let refused = json_refusal(text.as_bytes());
        prop_assert_eq!(refused.is_none(), serde_json::from_str::<Value>(&text).is_ok());
    }
}
