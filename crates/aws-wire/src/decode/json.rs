//! JSON bodies: read once, then each member checked for the kind that the model says.
//!
//! Depth is limited by the parser (128), size by [`super::limits`]. Texts of errors are those of AWS's own parser.

use super::unreadable;
use crate::model::{Kind, Location, Member, ServiceModel, ShapeId};
use crate::service::ApiError;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// Members of a body whose structure is all in the body.
pub(super) fn members(
    model: &ServiceModel,
    input: Option<ShapeId>,
    body: &[u8],
) -> Result<Map<String, Value>, ApiError> {
    let given = object(body).map_err(unreadable)?;
    take_members(model, model.members(input), given)
}

/// The object that a body is; an empty body is an empty object.
pub(super) fn object(body: &[u8]) -> Result<Map<String, Value>, String> {
    if body.trim_ascii().is_empty() {
        return Ok(Map::new());
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(given)) => Ok(given),
        Ok(_) => Err("Unexpected field type".to_owned()),
        Err(error) => Err(refusal(body).unwrap_or_else(|| error.to_string())),
    }
}

/// Takes the body's members out of an object, by their names in the model.
pub(super) fn take_members(
    model: &ServiceModel,
    members: &[Member],
    mut given: Map<String, Value>,
) -> Result<Map<String, Value>, ApiError> {
    let mut taken = Map::new();
    for member in members.iter().filter(|m| m.location == Location::Body) {
        match given.swap_remove(member.wire) {
            None | Some(Value::Null) => {}
            Some(value) => {
                taken.insert(member.name.to_owned(), read(model, member.shape, value)?);
            }
        }
    }
    Ok(taken)
}

/// A value of the kind that a shape says.
pub(super) fn read(model: &ServiceModel, id: ShapeId, value: Value) -> Result<Value, ApiError> {
    let shape = model.shape(id);
    if value.is_null() {
        return Ok(value);
    }
    match (&shape.kind, value) {
        (Kind::Structure(members), Value::Object(given)) => {
            take_members(model, members, given).map(Value::Object)
        }
        (Kind::List(list), Value::Array(items)) => items
            .into_iter()
            .map(|item| read(model, list.item, item))
            .collect::<Result<_, _>>()
            .map(Value::Array),
        (Kind::Map(map), Value::Object(mut entries)) => {
            for value in entries.values_mut() {
                *value = read(model, map.value, value.take())?;
            }
            Ok(Value::Object(entries))
        }
        (Kind::Structure(_) | Kind::Map(_), Value::Array(_)) => {
            Err(unreadable("Start of list found where not expected"))
        }
        (Kind::Structure(_) | Kind::List(_) | Kind::Map(_), _) => Err(unreadable("Unexpected field type")),
        (_, Value::Object(_)) => Err(unreadable("Start of structure or map found where not expected.")),
        (_, Value::Array(_)) => Err(unreadable("Start of list found where not expected")),
        (kind, value) => scalar(kind, value),
    }
}

fn scalar(kind: &Kind, value: Value) -> Result<Value, ApiError> {
    let wanted = match kind {
        Kind::String(_) => "String",
        Kind::Integer(_) => "Integer",
        Kind::Long(_) => "Long",
        Kind::Double(_) => "Double",
        Kind::Boolean => "Boolean",
        Kind::Timestamp => "Timestamp",
        _ => "Blob",
    };
    let found = match &value {
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        _ => "STRING_VALUE",
    };
    let fits = match (kind, &value) {
        (Kind::String(_) | Kind::Blob(_), Value::String(_)) => Some(value),
        (Kind::Boolean, Value::Bool(_)) | (Kind::Double(_) | Kind::Timestamp, Value::Number(_)) => {
            Some(value)
        }
        (Kind::Integer(_), Value::Number(n)) => {
            whole(n).filter(|n| i32::try_from(*n).is_ok()).map(Value::from)
        }
        (Kind::Long(_), Value::Number(n)) => whole(n).map(Value::from),
        _ => None,
    };
    fits.ok_or_else(|| unreadable(format!("{found} cannot be converted to {wanted}")))
}

/// A whole number, `3.0` included.
fn whole(number: &serde_json::Number) -> Option<i64> {
    let exact = |f: &f64| f.fract() == 0.0 && f.abs() < 9.0e15;
    number.as_i64().or_else(|| number.as_f64().filter(exact).map(|f| f as i64))
}

/// What AWS's JSON parser (Jackson) says of text that is not JSON; `None` where it is. It reads the text once and
/// keeps nothing, so that it can be asked of a payload of any size and depth.
pub fn refusal(text: &[u8]) -> Option<String> {
    let error = match std::str::from_utf8(text) {
        Err(error) => {
            let byte = text.get(error.valid_up_to()).copied().unwrap_or_default();
            let (line, column) = position(text, error.valid_up_to());
            return Some(format!("Invalid UTF-8 start byte 0x{byte:x}{}", source(line, column)));
        }
        Ok(_) if text.trim_ascii().is_empty() => {
            return Some(format!("No content to map due to end-of-input{}", source(1, 0)));
        }
        Ok(_) => serde_json::from_slice::<IgnoredAny>(text).err()?,
    };
    let (line, column) = (error.line(), error.column());
    let said = error.to_string();
    let at = offset(text, line, column);
    let what = if error.is_eof() {
        "Unexpected end-of-input: expected close marker or a value".to_owned()
    } else if let Some(token) = token(text, at).filter(|_| !said.starts_with("key must be a string")) {
        format!(
            "Unrecognized token '{token}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
        )
    } else {
        let found = String::from_utf8_lossy(text.get(at..).unwrap_or_default()).chars().next().unwrap_or(' ');
        let code = u32::from(found);
        let expected = match said.as_str() {
            s if s.starts_with("key must be a string") => "was expecting double-quote to start field name",
            s if s.starts_with("expected `:`") => "was expecting a colon to separate field name and value",
            s if s.starts_with("expected `,` or `}`") => "was expecting comma to separate Object entries",
            s if s.starts_with("expected `,` or `]`") => "was expecting comma to separate Array entries",
            _ => {
                "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
            }
        };
        format!("Unexpected character ('{found}' (code {code})): {expected}")
    };
    Some(what + &source(line, column))
}

fn source(line: usize, column: usize) -> String {
    format!(
        "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: {line}, column: {column}]"
    )
}

fn position(text: &[u8], at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
    (line, column)
}

/// Offset of a line and column (both from one).
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let before =
        text.split_inclusive(|b| *b == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum::<usize>();
    (before + column).saturating_sub(1).min(text.len().saturating_sub(1))
}

/// The word at an offset, cut short, where a value should be.
fn token(text: &[u8], at: usize) -> Option<String> {
    let word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || *b == b'$';
    let start = at - text.get(..at)?.iter().rev().take_while(|b| word(b)).count();
    let token: String =
        text.get(start..)?.iter().take_while(|b| word(b)).take(64).map(|b| char::from(*b)).collect();
    token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$').then_some(token)
}
