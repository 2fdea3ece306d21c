//! What of a request and an answer may be written: members of the model, without those that are sensitive, and without
//! bytes. Names are spelt as CloudTrail does, with a small first letter.

use aws_wire::ServiceModel;
use aws_wire::model::{Kind, ShapeId};
use serde_json::{Map, Value, json};

/// Bytes of the longest list of parameters; longer ones are left out, and said to be (CloudTrail's own limit is larger).
const MAX_BYTES: usize = 16 << 10;
/// How deep a value may be.
const MAX_DEPTH: usize = 16;

/// Members that are secret, or a payload, whatever the model says of their shapes; small letters.
const NEVER: [&str; 24] = [
    "payload",
    "clientcontext",
    "variables",
    "zipfile",
    "secretaccesskey",
    "secret",
    "sessiontoken",
    "webidentitytoken",
    "samlassertion",
    "tokencode",
    "authenticationcode1",
    "authenticationcode2",
    "password",
    "oldpassword",
    "newpassword",
    "privatekey",
    "servicepassword",
    "logevents",
    "logeventmessages",
    "metricdata",
    "tracesegmentdocuments",
    "location",
    "authorizationtoken",
    "logresult",
];

/// The members of a structure that may be written. `None` where there is nothing to say.
pub fn members(model: &'static ServiceModel, shape: Option<ShapeId>, members: &Map<String, Value>) -> Value {
    if members.is_empty() {
        return Value::Null;
    }
    let Some(shape) = shape else { return Value::Null };
    let redacted = Value::Object(structure(model, shape, members, 0));
    let bytes = redacted.to_string().len();
    if bytes > MAX_BYTES {
        return json!({ "omitted": true, "originalSize": bytes, "reason": "too large" });
    }
    redacted
}

/// What of an error's text may be written: texts that quote what could not be read are left out as a whole, and of the one
/// that quotes environment variables only its beginning is kept.
pub(crate) fn message<'a>(code: &str, message: &'a str) -> Option<&'a str> {
    const QUOTES: [&str; 3] = ["SerializationException", "InvalidRequestContentException", "MalformedInput"];
    const MEASURED: &str = "String measured:";
    if QUOTES.contains(&code) {
        return None;
    }
    match message.find(MEASURED) {
        Some(at) => message.get(..at + MEASURED.len()),
        None => Some(message),
    }
}

fn structure(
    model: &'static ServiceModel,
    shape: ShapeId,
    from: &Map<String, Value>,
    depth: usize,
) -> Map<String, Value> {
    let mut to = Map::new();
    for member in model.members(Some(shape)) {
        if let Some(given) = from.get(member.name)
            && !NEVER.contains(&&*member.name.to_ascii_lowercase())
            && let Some(value) = value(model, member.shape, given, depth + 1)
        {
            to.insert(camel(member.name), value);
        }
    }
    to
}

/// `None`: not to be written.
fn value(model: &'static ServiceModel, id: ShapeId, given: &Value, depth: usize) -> Option<Value> {
    let shape = model.shape(id);
    if shape.sensitive || depth > MAX_DEPTH || given.is_null() {
        return None;
    }
    match (&shape.kind, given) {
        (Kind::Blob(_), _) => None,
        (Kind::Structure(_), Value::Object(from)) => Some(Value::Object(structure(model, id, from, depth))),
        (Kind::List(list), Value::Array(items)) => {
            Some(items.iter().filter_map(|item| value(model, list.item, item, depth + 1)).collect())
        }
        (Kind::Map(map), Value::Object(from)) => {
            let entries = from
                .iter()
                .filter_map(|(key, given)| Some((key.clone(), value(model, map.value, given, depth + 1)?)));
            Some(Value::Object(entries.collect()))
        }
        // What is not of its shape was not looked at by anybody.
        (Kind::Structure(_) | Kind::List(_) | Kind::Map(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
            None
        }
        _ => Some(given.clone()),
    }
}

/// With a small first letter; a first word of capitals is small as a whole but for the next word's first letter.
fn camel(name: &str) -> String {
    let capitals = name.chars().take_while(char::is_ascii_uppercase).count();
    let small = match capitals {
        0 | 1 => capitals,
        all if all == name.len() => all,
        some => some - 1,
    };
    name.chars().enumerate().map(|(at, c)| if at < small { c.to_ascii_lowercase() } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_wire::generated::{iam, lambda};

    fn input(operation: &str, given: Value) -> Value {
        let operation = lambda::MODEL.operation(operation).unwrap();
        members(&lambda::MODEL, operation.input, given.as_object().unwrap())
    }

    #[test]
    fn code_and_variables_are_never_written() {
        let given = json!({
            "FunctionName": "f", "Role": "arn:aws:iam::1:role/r", "Timeout": 3, "Publish": false,
            "Code": { "ZipFile": "UEsDBGNvZGU=", "S3Bucket": "b" },
            "Environment": { "Variables": { "A": "geheim" } },
            "Tags": { "Env": "x" }, "Layers": ["l"], "Unknown": "geheim",
        });
        let expected = json!({
            "functionName": "f", "role": "arn:aws:iam::1:role/r", "timeout": 3, "publish": false,
            "code": { "s3Bucket": "b" }, "environment": {}, "tags": { "Env": "x" }, "layers": ["l"],
        });
        assert_eq!(input("CreateFunction", given), expected);
    }

    #[test]
    fn payloads_are_never_written() {
        let given =
            json!({ "FunctionName": "f", "ClientContext": "geheim", "Payload": "geheim", "LogType": "Tail" });
        assert_eq!(input("Invoke", given), json!({ "functionName": "f", "logType": "Tail" }));
        assert_eq!(input("Invoke", json!({})), Value::Null);
    }

    #[test]
    fn secrets_of_answers_are_never_written() {
        let operation = iam::MODEL.operation("CreateAccessKey").unwrap();
        let given =
            json!({ "AccessKey": { "UserName": "u", "AccessKeyId": "AKIA", "SecretAccessKey": "geheim" } });
        let written = members(&iam::MODEL, operation.output, given.as_object().unwrap());
        assert_eq!(written, json!({ "accessKey": { "userName": "u", "accessKeyId": "AKIA" } }));
    }

    #[test]
    fn what_is_too_long_is_left_out_and_said_to_be() {
        let written =
            input("CreateFunction", json!({ "FunctionName": "f", "Description": "x".repeat(20_000) }));
        assert_eq!(written["omitted"], true);
        assert!(written["originalSize"].as_u64().unwrap() > 20_000);
    }

    #[test]
    fn values_of_another_shape_are_left_out() {
        let given =
            json!({ "FunctionName": { "a": "b" }, "Code": "geheim", "Layers": { "a": "b" }, "Role": null });
        assert_eq!(input("CreateFunction", given), json!({}));
    }

    #[test]
    fn texts_that_quote() {
        for (code, text, written) in [
            ("A", "Function not found: f", Some("Function not found: f")),
            ("A", "4KB limit. String measured: {\"A\":\"geheim\"}", Some("4KB limit. String measured:")),
            ("SerializationException", "invalid type: string geheim", None),
        ] {
            assert_eq!(message(code, text), written);
        }
    }

    #[test]
    fn names() {
        for (name, spelt) in [
            ("FunctionName", "functionName"),
            ("KMSKeyArn", "kmsKeyArn"),
            ("functionName", "functionName"),
            ("MFA", "mfa"),
            ("S3Bucket", "s3Bucket"),
            ("", ""),
        ] {
            assert_eq!(camel(name), spelt);
        }
    }
}
