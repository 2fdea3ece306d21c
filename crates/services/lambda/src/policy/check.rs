//! Whether a document that somebody wrote is a policy of a function: PutResourcePolicy. AWS says which elements there
//! are (developer guide, "Working with resource-based policies in Lambda"); the words for what is wrong are ours.

use super::{Document, check_length, is_identity, is_service};
use crate::errors::invalid;
use aws_wire::ApiError;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Reads a document for the policy of `resource`, the ARN of a function, version or alias.
pub(crate) fn read(text: &str, resource: &str) -> Result<Document, ApiError> {
    check_length(text.len())?;
    let document = Document::read(text).and_then(|document| check(&document, resource).map(|()| document));
    // What is kept is what can be decided by.
    let document = document.and_then(|document| decidable(text).map(|()| document));
    document.map_err(|reason| invalid(format!("The policy document is invalid: {reason}.")))
}

fn decidable(text: &str) -> Result<(), String> {
    let read: Result<policy::Document, policy::Malformed> = text.parse();
    read.map(drop).map_err(|malformed| malformed.to_string().trim_end_matches('.').to_owned())
}

fn check(document: &Document, resource: &str) -> Result<(), String> {
    for (name, value) in document.frame() {
        let fits = match name.as_str() {
            "Version" => value == "2012-10-17" || value == "2008-10-17",
            "Id" => value.is_string(),
            _ => return Err(format!("{} is no element of a policy", quoted(name))),
        };
        if !fits {
            return Err(format!("{name} has a value that it cannot have"));
        }
    }
    if document.statements().is_empty() {
        return Err("it has no statements".to_owned());
    }
    let mut sids = HashSet::new();
    for statement in document.statements() {
        let Value::Object(statement) = statement else { return Err("a statement is no object".to_owned()) };
        check_statement(statement, resource)?;
        if let Some(sid) = statement.get("Sid").filter(|sid| !sids.insert(*sid)) {
            return Err(format!("the statement id {sid} is not unique"));
        }
    }
    Ok(())
}

const ELEMENTS: [&str; 9] = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

fn check_statement(statement: &Map<String, Value>, resource: &str) -> Result<(), String> {
    if let Some(name) = statement.keys().find(|name| !ELEMENTS.contains(&name.as_str())) {
        return Err(format!("{} is no element of a statement", quoted(name)));
    }
    if statement.get("Sid").is_some_and(|sid| !sid.is_string()) {
        return Err("Sid is no text".to_owned());
    }
    if !statement.get("Effect").is_some_and(|effect| effect == "Allow" || effect == "Deny") {
        return Err("Effect is neither Allow nor Deny".to_owned());
    }
    let (_, principal) = one_of(statement, ["Principal", "NotPrincipal"])?;
    check_principal(principal)?;
    let (element, actions) = one_of(statement, ["Action", "NotAction"])?;
    each(actions, element, is_action)?;
    let (element, resources) = one_of(statement, ["Resource", "NotResource"])?;
    each(resources, element, |text| is_within(text, resource))?;
    statement.get("Condition").map_or(Ok(()), check_condition)
}

/// The one of two elements that is there.
fn one_of<'a>(
    statement: &'a Map<String, Value>,
    names: [&'static str; 2],
) -> Result<(&'static str, &'a Value), String> {
    match names.map(|name| statement.get(name)) {
        [Some(value), None] => Ok((names[0], value)),
        [None, Some(value)] => Ok((names[1], value)),
        _ => Err(format!("a statement has one of {} and {}", names[0], names[1])),
    }
}

/// A text or a list of texts, each of which fits.
fn each(value: &Value, element: &str, fits: impl Fn(&str) -> bool) -> Result<(), String> {
    let list = match value {
        Value::Array(list) if !list.is_empty() => list.as_slice(),
        Value::String(_) => std::slice::from_ref(value),
        _ => return Err(format!("{element} is neither a text nor a list of texts")),
    };
    match list.iter().find(|item| !item.as_str().is_some_and(&fits)) {
        Some(wrong) => Err(format!("{element} cannot be {}", quoted(&wrong.to_string()))),
        None => Ok(()),
    }
}

fn check_principal(principal: &Value) -> Result<(), String> {
    let Value::Object(kinds) = principal else {
        return each(principal, "Principal", |text| text == "*");
    };
    if kinds.is_empty() {
        return Err("Principal is empty".to_owned());
    }
    for (kind, who) in kinds {
        let is_account = |text: &str| text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
        each(who, "Principal", |text| match kind.as_str() {
            "AWS" => text == "*" || is_account(text) || is_identity(text),
            "Service" => is_service(text),
            "Federated" | "CanonicalUser" => !text.is_empty(),
            _ => false,
        })?;
    }
    Ok(())
}

fn is_action(text: &str) -> bool {
    let fits = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'*' || b == b'?')
    };
    text == "*" || text.strip_prefix("lambda:").is_some_and(fits)
}

/// Whether a statement about `text` is about `resource` or, where that is a function, its versions and aliases.
fn is_within(text: &str, resource: &str) -> bool {
    let below = text.strip_prefix(resource).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
    below || text.strip_suffix('*').is_some_and(|stem| resource.starts_with(stem))
}

fn check_condition(condition: &Value) -> Result<(), String> {
    let is_value = |value: &Value| value.is_string() || value.is_boolean() || value.is_number();
    let fits = |value: &Value| match value {
        Value::Array(values) => values.iter().all(is_value),
        single => is_value(single),
    };
    let blocks = condition.as_object();
    let all = blocks.is_some_and(|blocks| {
        blocks.values().all(|keys| keys.as_object().is_some_and(|keys| keys.values().all(fits)))
    });
    if all { Ok(()) } else { Err("Condition is not of the form operator, key, value".to_owned()) }
}

/// What a stranger wrote, short enough to be repeated to him.
fn quoted(text: &str) -> String {
    text.chars().take(128).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";

    fn statement(changes: Value) -> Value {
        let mut out = json!({
            "Sid": "s",
            "Effect": "Allow",
            "Principal": { "Service": "s3.amazonaws.com" },
            "Action": "lambda:InvokeFunction",
            "Resource": FUNCTION,
        });
        for (name, value) in changes.as_object().unwrap() {
            if value.is_null() {
                out.as_object_mut().unwrap().remove(name);
            } else {
                out[name] = value.clone();
            }
        }
        out
    }

    fn with(changes: Value) -> String {
        json!({ "Version": "2012-10-17", "Statement": [statement(changes)] }).to_string()
    }

    #[test]
    fn what_is_a_policy() {
        let all = format!("{FUNCTION}:*");
        let one = format!("{FUNCTION}:1");
        for changes in [
            json!({}),
            json!({ "Sid": null }),
            json!({ "Effect": "Deny", "Principal": "*", "Action": ["lambda:*", "*", "lambda:Get?"] }),
            json!({ "Principal": { "AWS": ["123456789012", "*", "arn:aws:iam::123456789012:role/r"] } }),
            json!({ "Principal": null, "NotPrincipal": { "Service": ["sns.amazonaws.com"] } }),
            json!({ "Action": null, "NotAction": "lambda:DeleteFunction" }),
            json!({ "Resource": [FUNCTION, all, one, "*"] }),
            json!({ "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8"] }, "Bool": { "a": true } } }),
        ] {
            read(&with(changes.clone()), FUNCTION).unwrap_or_else(|e| panic!("{changes}: {e}"));
        }
        let single = json!({ "Id": "x", "Statement": statement(json!({})) }).to_string();
        assert_eq!(read(&single, FUNCTION).unwrap().statements().len(), 1);
        read(&with(json!({ "Resource": one })), &one).unwrap();
    }

    #[test]
    fn what_is_none() {
        let other = FUNCTION.replace(":fn", ":fnx");
        let twice = json!({ "Statement": [statement(json!({})), statement(json!({ "Effect": "Deny" }))] })
            .to_string();
        let mut texts = vec![
            ("{".to_owned(), "it is no JSON: EOF while parsing an object at line 1 column 1"),
            (json!({ "Statement": [] }).to_string(), "it has no statements"),
            (json!({ "Statement": [1] }).to_string(), "a statement is no object"),
            (
                json!({ "Version": "2012", "Statement": [{}] }).to_string(),
                "Version has a value that it cannot have",
            ),
            (json!({ "version": "x", "Statement": [{}] }).to_string(), "version is no element of a policy"),
            (twice, "the statement id \"s\" is not unique"),
        ];
        for (changes, reason) in [
            (json!({ "effect": "Allow" }), "effect is no element of a statement"),
            (json!({ "Sid": 1 }), "Sid is no text"),
            (json!({ "Effect": "allow" }), "Effect is neither Allow nor Deny"),
            (json!({ "Principal": null }), "a statement has one of Principal and NotPrincipal"),
            (json!({ "NotAction": "*" }), "a statement has one of Action and NotAction"),
            (json!({ "Principal": "me" }), "Principal cannot be \"me\""),
            (json!({ "Principal": {} }), "Principal is empty"),
            (json!({ "Principal": { "AWS": "me" } }), "Principal cannot be \"me\""),
            (json!({ "Principal": { "Nobody": "*" } }), "Principal cannot be \"*\""),
            (json!({ "Action": "s3:GetObject" }), "Action cannot be \"s3:GetObject\""),
            (json!({ "Action": [] }), "Action is neither a text nor a list of texts"),
            (json!({ "Resource": 1 }), "Resource is neither a text nor a list of texts"),
            (json!({ "Condition": { "Bool": "x" } }), "Condition is not of the form operator, key, value"),
        ] {
            texts.push((with(changes), reason));
        }
        for (text, reason) in texts {
            let error = read(&text, FUNCTION).unwrap_err();
            assert_eq!(error.message, format!("The policy document is invalid: {reason}."), "{text}");
            assert_eq!((error.status, error.code.as_str()), (400, "InvalidParameterValueException"));
        }
        for resource in [other.as_str(), "arn:aws:lambda:us-east-1:111111111111:function:x*"] {
            assert!(read(&with(json!({ "Resource": resource })), FUNCTION).is_err(), "{resource}");
        }
        let version = format!("{FUNCTION}:1");
        assert!(read(&with(json!({})), &version).is_err(), "a version's policy is about the version");
    }

    #[test]
    fn deep_and_long_texts_are_refused() {
        assert!(read(&"[".repeat(20_000), FUNCTION).is_err());
        let long = format!("{}{}", with(json!({})), " ".repeat(domain::limits::MAX_POLICY));
        assert_eq!(read(&long, FUNCTION).unwrap_err().code, "PolicyLengthExceededException");
    }
}
