//! What a destination is told about an event: the record of version 1.0, and what a dead letter carries besides the
//! event (AWS Lambda developer guide, "Asynchronous invocation").

use super::{Answer, AttributeValue, Condition};
use bytes::Bytes;
use domain::{FunctionArn, Qualifier, Timestamp};
use serde::Serialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A dead letter's error message, bytes (AWS Lambda developer guide: the first KB).
const MAX_MESSAGE: usize = 1_024;
/// A message of SNS, bytes (API reference of SNS, Publish).
const MAX_TOPIC: usize = 262_144;

/// How the last run ended, where there was one.
#[derive(Clone, Debug)]
pub(super) struct Last {
    pub(super) answer: Answer,
    /// The function failed.
    pub(super) failed: bool,
}

/// What a record tells.
pub(super) struct Told<'a> {
    pub(super) at: Timestamp,
    pub(super) request_id: &'a str,
    pub(super) function: &'a FunctionArn,
    pub(super) condition: Condition,
    pub(super) invokes: u32,
    pub(super) request: &'a [u8],
    pub(super) last: Option<&'a Last>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    version: &'static str,
    timestamp: String,
    request_context: RequestContext<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_payload: Option<Cow<'a, RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_context: Option<ResponseContext<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_payload: Option<Cow<'a, RawValue>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    request_id: &'a str,
    function_arn: String,
    condition: String,
    approximate_invoke_count: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResponseContext<'a> {
    status_code: u16,
    executed_version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    function_error: Option<&'static str>,
}

/// The record for a destination, as JSON. One of a failure that is too large for a topic goes without the payloads (API
/// reference of Lambda, OnFailure: "Lambda will drop the payload").
pub(super) fn record(told: &Told<'_>, destination: &str) -> Result<Bytes, serde_json::Error> {
    let whole = write(told, true)?;
    let droppable = told.condition != Condition::Success && destination.split(':').nth(2) == Some("sns");
    if droppable && whole.len() > MAX_TOPIC { write(told, false) } else { Ok(whole) }
}

fn write(told: &Told<'_>, payloads: bool) -> Result<Bytes, serde_json::Error> {
    let qualifier = told.function.qualifier.clone().unwrap_or(Qualifier::Latest);
    let record = Record {
        version: "1.0",
        timestamp: told.at.rfc3339(),
        request_context: RequestContext {
            request_id: told.request_id,
            function_arn: told.function.with(qualifier).to_string(),
            condition: told.condition.to_string(),
            approximate_invoke_count: told.invokes,
        },
        request_payload: payloads.then(|| json(told.request)).transpose()?,
        response_context: told.last.map(|last| ResponseContext {
            status_code: 200,
            executed_version: &last.answer.executed_version,
            function_error: last.failed.then_some("Unhandled"),
        }),
        response_payload: told
            .last
            .filter(|_| payloads)
            .map(|last| json(&last.answer.payload))
            .transpose()?,
    };
    Ok(serde_json::to_vec(&record)?.into())
}

/// JSON as it is; what is none, as a string: a runtime may answer with anything.
fn json(bytes: &[u8]) -> Result<Cow<'_, RawValue>, serde_json::Error> {
    match serde_json::from_slice::<&RawValue>(bytes) {
        Ok(value) => Ok(Cow::Borrowed(value)),
        Err(_) => serde_json::value::to_raw_value(&String::from_utf8_lossy(bytes)).map(Cow::Owned),
    }
}

/// The attributes of a dead letter. Queues and topics take no empty text, and no character that XML does not have (API
/// reference of SQS, SendMessage).
pub(super) fn attributes(told: &Told<'_>) -> Vec<(String, AttributeValue)> {
    #[derive(serde::Deserialize)]
    struct Failed {
        #[serde(rename = "errorMessage")]
        message: String,
    }
    let failed = told.last.and_then(|last| serde_json::from_slice::<Failed>(&last.answer.payload).ok());
    let message = failed.map_or_else(|| told.condition.to_string(), |failed| failed.message);
    let in_xml = |c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let mut message: String = message
        .chars()
        .take(MAX_MESSAGE)
        .map(|c| if in_xml(c) { c } else { char::REPLACEMENT_CHARACTER })
        .collect();
    message.truncate(message.floor_char_boundary(MAX_MESSAGE));
    let text = |name: &str, value: &str| (name.to_owned(), AttributeValue::Text(value.to_owned()));
    let mut all =
        vec![text("RequestID", told.request_id), ("ErrorCode".to_owned(), AttributeValue::Number(200))];
    if !message.is_empty() {
        all.push(text("ErrorMessage", &message));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, FunctionName, Region, Scope};

    const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:q";
    const TOPIC: &str = "arn:aws:sns:us-east-1:111111111111:t";

    fn function() -> FunctionArn {
        let scope = Scope::new(AccountId::new("111111111111").unwrap(), Region::new("us-east-1").unwrap());
        FunctionArn::unqualified(scope, FunctionName::new("f").unwrap())
    }

    fn last(payload: &'static str, failed: bool) -> Last {
        Last { answer: Answer { payload: payload.into(), executed_version: "$LATEST".into() }, failed }
    }

    fn told<'a>(function: &'a FunctionArn, condition: Condition, last: Option<&'a Last>) -> Told<'a> {
        let (at, request) = (Timestamp(1_573_754_885_568), b"{\"a\": 1.0}".as_slice());
        Told { at, request_id: "id", function, condition, invokes: 3, request, last }
    }

    #[test]
    fn records() {
        let function = function();
        let failed = last("{\"errorMessage\":\"m\"}", true);
        let text = record(&told(&function, Condition::RetriesExhausted, Some(&failed)), QUEUE).unwrap();
        assert_eq!(
            text,
            "{\"version\":\"1.0\",\"timestamp\":\"2019-11-14T18:08:05.568Z\",\"requestContext\":{\"requestId\":\"id\",\
             \"functionArn\":\"arn:aws:lambda:us-east-1:111111111111:function:f:$LATEST\",\
             \"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":3},\"requestPayload\":{\"a\": 1.0},\
             \"responseContext\":{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"},\
             \"responsePayload\":{\"errorMessage\":\"m\"}}"
        );
        let alias = function.with(Qualifier::Alias("live".into()));
        let none = record(&told(&alias, Condition::ZeroReservedConcurrency, None), QUEUE).unwrap();
        let none: serde_json::Value = serde_json::from_slice(&none).unwrap();
        assert_eq!(none["requestContext"]["functionArn"], alias.to_string());
        assert_eq!(none.get("responseContext").or(none.get("responsePayload")), None);
        let plain = last("not json", false);
        let success = record(&told(&alias, Condition::Success, Some(&plain)), QUEUE).unwrap();
        let success: serde_json::Value = serde_json::from_slice(&success).unwrap();
        assert_eq!(success["responsePayload"], "not json");
        assert_eq!(success["responseContext"].get("functionError"), None);
    }

    #[test]
    fn what_is_too_large_for_a_topic() {
        let function = function();
        let large = |failed| {
            let payload = format!("{{\"errorMessage\":\"{}\"}}", "m".repeat(262_144));
            Last { answer: Answer { payload: payload.into(), executed_version: "1".into() }, failed }
        };
        let (failed, succeeded) = (large(true), large(false));
        let of = |last, condition, destination| {
            record(&told(&function, condition, Some(last)), destination).unwrap()
        };
        assert!(of(&failed, Condition::RetriesExhausted, QUEUE).len() > 262_144);
        assert!(of(&succeeded, Condition::Success, TOPIC).len() > 262_144);
        let without: serde_json::Value =
            serde_json::from_slice(&of(&failed, Condition::RetriesExhausted, TOPIC)).unwrap();
        let names: Vec<_> = without.as_object().unwrap().keys().collect();
        assert_eq!(names, ["version", "timestamp", "requestContext", "responseContext"]);
        let small = last("{}", true);
        let small: serde_json::Value =
            serde_json::from_slice(&of(&small, Condition::RetriesExhausted, TOPIC)).unwrap();
        assert_eq!(small["responsePayload"], serde_json::json!({}));
    }

    #[test]
    fn dead_letters() {
        let function = function();
        let of = |last: Option<&Last>| attributes(&told(&function, Condition::EventAgeExceeded, last));
        let text = |name: &str, value: &str| (name.to_owned(), AttributeValue::Text(value.to_owned()));
        let code = ("ErrorCode".to_owned(), AttributeValue::Number(200));
        let long = "ü".repeat(2_000);
        for (message, given) in [
            ("m", "m"),
            (long.as_str(), &long[..1_024]),
            ("a\\u0000\\n\\ud83d\\ude00\\uffff", "a\u{fffd}\n\u{1f600}\u{fffd}"),
        ] {
            let payload = format!("{{\"errorMessage\":\"{message}\",\"errorType\":\"E\"}}");
            let failed = Last {
                answer: Answer { payload: payload.into(), executed_version: "1".into() },
                failed: true,
            };
            assert_eq!(
                of(Some(&failed)),
                [text("RequestID", "id"), code.clone(), text("ErrorMessage", given)]
            );
        }
        assert_eq!(of(None)[2], text("ErrorMessage", "EventAgeExceeded"));
        let empty = last("{\"errorMessage\":\"\"}", true);
        assert_eq!(of(Some(&empty)), [text("RequestID", "id"), code]);
    }
}
