//! Wire bodies, as AWS's clients expect them.

use super::encode_error;
use crate::generated::{iam, lambda, logs, sts};
use crate::model::ServiceModel;
use crate::service::{ApiError, Output};
use bytes::Bytes;
use http::Response;
use serde_json::{Value, json};

const ID: &str = "8a6860e2-0398-4fa9-a6c5-7b21e6ec93a0";

fn encode(model: &'static ServiceModel, operation: &str, output: Output) -> Response<Bytes> {
    model.operation(operation).unwrap().encode(model, output, ID)
}

fn output(members: Value) -> Output {
    Output::of(&members).unwrap()
}

fn text(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

#[test]
fn invoke_answers_with_headers_and_the_payload_as_it_is() {
    let mut out =
        output(json!({"FunctionError": "Unhandled", "ExecutedVersion": "$LATEST", "LogResult": null}));
    out.payload = Some(Bytes::from_static(b"\xff"));
    out.trace = Some("Root=1-2-3".into());
    let response = encode(&lambda::MODEL, "Invoke", out);
    assert_eq!((response.status().as_u16(), &response.body()[..]), (200, &b"\xff"[..]));
    let headers = response.headers();
    assert_eq!(headers["x-amz-function-error"], "Unhandled");
    assert_eq!(headers["x-amz-executed-version"], "$LATEST");
    assert_eq!(headers["x-amzn-requestid"], ID);
    assert_eq!(headers["x-amzn-trace-id"], "Root=1-2-3");
    assert_eq!(headers["content-type"], "application/json");
    assert!(!headers.contains_key("x-amz-log-result"));
    let response = encode(&lambda::MODEL, "Invoke", Output { status: Some(204), ..Output::default() });
    assert_eq!((response.status().as_u16(), response.body().len()), (204, 0));
    assert!(!response.headers().contains_key("x-amzn-trace-id"));
}

#[test]
fn rest_json_leaves_nulls_out_and_knows_empty_answers() {
    let out = output(json!({
        "FunctionName": "f", "Description": null, "MemorySize": 128, "Nonsense": 1,
        "TracingConfig": {"Mode": "PassThrough", "X": 1},
    }));
    let response = encode(&lambda::MODEL, "CreateFunction", out);
    assert_eq!(response.status(), 201);
    assert_eq!(
        text(&response),
        r#"{"FunctionName":"f","MemorySize":128,"TracingConfig":{"Mode":"PassThrough"}}"#
    );
    let response = encode(&lambda::MODEL, "TagResource", Output::empty());
    assert_eq!((response.status().as_u16(), text(&response)), (204, ""));
    assert!(!response.headers().contains_key("content-type"));
    let response = encode(&lambda::MODEL, "ListFunctions", output(json!({"Functions": []})));
    assert_eq!((response.status().as_u16(), text(&response)), (200, r#"{"Functions":[]}"#));
}

#[test]
fn json_1_1_has_a_body_only_where_there_is_an_output() {
    let response = encode(&logs::MODEL, "CreateLogGroup", Output::empty());
    assert_eq!(text(&response), "");
    assert_eq!(response.headers()["content-type"], "application/x-amz-json-1.1");
    let typed = logs::DescribeLogGroupsResponse {
        log_groups: Some(vec![logs::LogGroup {
            log_group_name: Some("g".to_owned()),
            creation_time: Some(1),
            ..Default::default()
        }]),
        ..Default::default()
    };
    let response = encode(&logs::MODEL, "DescribeLogGroups", Output::of(&typed).unwrap());
    assert_eq!(text(&response), r#"{"logGroups":[{"logGroupName":"g","creationTime":1}]}"#);
}

#[test]
fn query_answers_in_xml() {
    let out = output(
        json!({"Account": "000000000000", "Arn": "arn:aws:iam::000000000000:root", "UserId": "<&\u{1}>"}),
    );
    let response = encode(&sts::MODEL, "GetCallerIdentity", out);
    let expected = format!(
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
         <UserId>&lt;&amp;\u{fffd}&gt;</UserId><Account>000000000000</Account><Arn>arn:aws:iam::000000000000:root</Arn>\
         </GetCallerIdentityResult><ResponseMetadata><RequestId>{ID}</RequestId></ResponseMetadata>\
         </GetCallerIdentityResponse>"
    );
    assert_eq!(text(&response), expected);
    assert_eq!(response.headers()["content-type"], "text/xml");
    let roles =
        json!({"IsTruncated": false, "Roles": [{"RoleName": "r", "CreateDate": 1_795_544_521, "Tags": []}]});
    let response = encode(&iam::MODEL, "ListRoles", output(roles));
    let expected = "<ListRolesResult><Roles><member><RoleName>r</RoleName><CreateDate>2026-11-24T18:22:01Z</CreateDate>\
                    <Tags></Tags></member></Roles><IsTruncated>false</IsTruncated></ListRolesResult>";
    assert!(text(&response).contains(expected), "{}", text(&response));
    let response = encode(&iam::MODEL, "DeleteRole", Output::empty());
    assert!(text(&response).starts_with(
        "<DeleteRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ResponseMetadata>"
    ));
}

#[test]
fn errors_of_lambda_have_type_and_message_as_the_model_says() {
    for (code, status, body) in [
        ("ResourceNotFoundException", 404, r#"{"Type":"User","Message":"m"}"#),
        ("InvalidParameterValueException", 400, r#"{"Type":"User","message":"m"}"#),
        ("ServiceException", 500, r#"{"Type":"Service","Message":"m"}"#),
        ("ValidationException", 400, r#"{"message":"m"}"#),
    ] {
        let response = encode_error(Some(&lambda::MODEL), &ApiError::new(status, code, "m"), ID);
        assert_eq!((response.status().as_u16(), text(&response)), (status, body));
        assert_eq!(response.headers()["x-amzn-errortype"], code);
        assert_eq!(response.headers()["x-amzn-requestid"], ID);
    }
    let throttled = ApiError::new(429, "TooManyRequestsException", "Rate Exceeded.")
        .with("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded")
        .with("retryAfterSeconds", "1");
    let response = encode_error(Some(&lambda::MODEL), &throttled, ID);
    let body = r#"{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}"#;
    assert_eq!(text(&response), body);
    assert_eq!(response.headers()["retry-after"], "1");
    let untyped = ApiError::new(400, "InvalidParameterValueException", "m").with("Type", Value::Null);
    assert_eq!(text(&encode_error(Some(&lambda::MODEL), &untyped, ID)), r#"{"message":"m"}"#);
}

#[test]
fn errors_of_the_other_protocols() {
    let error = ApiError::new(400, "ResourceNotFoundException", "m");
    let response = encode_error(Some(&logs::MODEL), &error, ID);
    assert_eq!(text(&response), r#"{"__type":"ResourceNotFoundException","message":"m"}"#);
    for code in ["NoSuchEntity", "NoSuchEntityException"] {
        let response = encode_error(Some(&iam::MODEL), &ApiError::new(404, code, "<m>"), ID);
        let expected = format!(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>\
             <Code>NoSuchEntity</Code><Message>&lt;m&gt;</Message></Error><RequestId>{ID}</RequestId></ErrorResponse>"
        );
        assert_eq!((response.status().as_u16(), text(&response)), (404, &*expected));
    }
    let response = encode_error(None, &ApiError::new(403, "MissingAuthenticationTokenException", "m"), ID);
    assert_eq!((response.status().as_u16(), text(&response)), (403, r#"{"message":"m"}"#));
}
