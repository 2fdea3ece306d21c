//! Reading a service model of botocore's.

use serde_json::{Map, Value};
use std::borrow::Cow;

pub(super) type Object = Map<String, Value>;

/// Enumerations whose values the operation judges, in words of its own: recorded answers name a set that is not the
/// model's.
const OPEN: &[&str] = &["Runtime"];

/// Enumerations that AWS's recorded errors list in an order of their own.
const ORDER: &[(&str, &[&str])] = &[("EventSourcePosition", &["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"])];

/// Patterns that AWS's recorded errors spell without the parentheses that the model has around the whole.
const BARE: &[&str] = &["LayerVersionArn"];

/// Patterns that in AWS's recorded errors have a choice more than in the model: the shape, before what, and the choice.
const WIDER: &[(&str, &str, &str)] =
    &[("TaggableResource", "code-signing-config:", "layer:([a-zA-Z0-9-_]+)|")];

/// A shape's pattern as AWS's errors spell it.
pub(super) fn pattern<'a>(name: &str, shape: &'a Object) -> Option<Cow<'a, str>> {
    let pattern = shape.get("pattern").and_then(Value::as_str)?;
    if let Some((_, before, choice)) = WIDER.iter().find(|(shape, ..)| *shape == name) {
        return Some(pattern.replacen(before, &format!("{choice}{before}"), 1).into());
    }
    let bare = pattern.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    Some(bare.filter(|_| BARE.contains(&name)).unwrap_or(pattern).into())
}

pub(super) fn object<'a>(value: &'a Value, key: &str) -> Option<&'a Object> {
    value.get(key).and_then(Value::as_object)
}

pub(super) fn flag(shape: &Object, key: &str) -> bool {
    shape.get(key).and_then(Value::as_bool).unwrap_or(false)
}

/// Name of the shape that `{"shape": …}` refers to.
pub(super) fn target(reference: Option<&Value>) -> Option<&str> {
    reference?.get("shape")?.as_str()
}

pub(super) fn target_of(member: &Object) -> &str {
    member.get("shape").and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn roots(operation: &Object) -> Vec<&str> {
    let errors = operation.get("errors").and_then(Value::as_array).into_iter().flatten();
    let sides = [operation.get("input"), operation.get("output")];
    sides.into_iter().filter_map(target).chain(errors.filter_map(|e| target(Some(e)))).collect()
}

pub(super) fn members(shape: &Object) -> Vec<(&str, &Object)> {
    let members = shape.get("members").and_then(Value::as_object).into_iter().flatten();
    members.filter_map(|(k, v)| Some((k.as_str(), v.as_object()?))).collect()
}

pub(super) fn references(shape: &Object) -> Vec<&str> {
    let inner = ["member", "key", "value"].into_iter().filter_map(|k| target(shape.get(k)));
    inner.chain(members(shape).into_iter().map(|(_, m)| target_of(m))).collect()
}

pub(super) fn required(shape: &Object) -> Vec<&str> {
    shape.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

pub(super) fn bound(shape: &Object, key: &str) -> String {
    shape.get(key).map_or("None".to_owned(), |n| format!("Some({n})"))
}

pub(super) fn real_bound(shape: &Object, key: &str) -> String {
    shape.get(key).and_then(Value::as_f64).map_or("None".to_owned(), |n| format!("Some({n:?})"))
}

pub(super) fn location(name: &str, member: &Object, shape: &Object) -> Result<&'static str, String> {
    if shape.get("payload").and_then(Value::as_str) == Some(name) {
        return Ok("Payload");
    }
    Ok(match member.get("location").and_then(Value::as_str) {
        None => "Body",
        Some("uri") => "Path",
        Some("querystring") => "Query",
        Some("header") => "Header",
        Some("headers") => "Headers",
        Some("statusCode") => "Status",
        Some(other) => return Err(format!("location {other} is not supported")),
    })
}

pub(super) fn error_trait(name: &str, shape: &Object) -> String {
    if !flag(shape, "exception") {
        return "None".to_owned();
    }
    let empty = Object::new();
    let error = shape.get("error").and_then(Value::as_object).unwrap_or(&empty);
    // Where a model says nothing (Logs), AWS answers 400, or 500 for a fault of its own.
    let usual = if flag(shape, "fault") { 500 } else { 400 };
    let status = error.get("httpStatusCode").and_then(Value::as_u64).unwrap_or(usual);
    let sender = error.get("senderFault").and_then(Value::as_bool).unwrap_or(status < 500);
    let code = error.get("code").and_then(Value::as_str).unwrap_or(name);
    format!("Some(ErrorTrait {{ code: {code:?}, status: {status}, sender_fault: {sender} }})")
}

/// Values in the order of AWS's errors: that of a Java `HashSet`, as the recordings show.
pub(super) fn enum_values<'a>(name: &str, shape: &'a Object) -> Vec<&'a str> {
    let values = shape.get("enum").and_then(Value::as_array).into_iter().flatten();
    let mut values: Vec<&str> = values.filter_map(Value::as_str).collect();
    if OPEN.contains(&name) {
        return Vec::new();
    }
    if let Some((_, order)) = ORDER.iter().find(|(n, _)| *n == name) {
        values.sort_by_key(|v| order.iter().position(|o| o == v));
        return values;
    }
    let mut buckets = 16;
    while values.len() * 4 > buckets * 3 {
        buckets *= 2;
    }
    values.sort_by_key(|v| {
        let hash = v.encode_utf16().fold(0_u32, |h, c| h.wrapping_mul(31).wrapping_add(u32::from(c)));
        (hash ^ (hash >> 16)) as usize & (buckets - 1)
    });
    values
}
