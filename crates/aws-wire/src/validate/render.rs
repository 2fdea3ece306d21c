//! How AWS writes paths, values and constraints.

use crate::model::{Kind, ServiceModel, Shape, ShapeId};
use serde_json::Value;
use std::fmt;

/// Characters of a value that are repeated to its sender.
const LONGEST_SHOWN: usize = 8_192;

/// Where in the input a value is. Written only when something is wrong.
pub(super) enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'static str),
    Index(&'a Place<'a>, usize),
    Key(&'a Place<'a>, &'a str),
}

impl Place<'_> {
    pub(super) const ROOT: Place<'static> = Place::Root;
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(parent, name) => {
                if !matches!(parent, Self::Root) {
                    write!(f, "{parent}.")?;
                }
                let mut chars = name.chars();
                let first = chars.next().map(|c| c.to_ascii_lowercase()).unwrap_or_default();
                write!(f, "{first}{}", chars.as_str())
            }
            // Items count from one.
            Self::Index(parent, index) => write!(f, "{parent}.{index}.member"),
            Self::Key(parent, key) => write!(f, "{parent}.{key}.member"),
        }
    }
}

/// `Value 'x'`, or only `Value` where the value holds a secret, and of all of IAM's (since 2024, as its users' reports have
/// them).
pub(super) fn value_at(model: &ServiceModel, id: ShapeId, value: &Value) -> String {
    let mut out = String::new();
    if model.signing_name != "iam" && write_value(model, id, value, &mut out) {
        format!("Value '{out}'")
    } else {
        "Value".to_owned()
    }
}

/// As Java's `toString` writes it. False where a part is sensitive.
fn write_value(model: &ServiceModel, id: ShapeId, value: &Value, out: &mut String) -> bool {
    let shape = model.shape(id);
    if shape.sensitive {
        return false;
    }
    if out.len() > LONGEST_SHOWN {
        return true;
    }
    match (&shape.kind, value) {
        (Kind::List(list), Value::Array(items)) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                if !write_value(model, list.item, item, out) {
                    return false;
                }
            }
            out.push(']');
        }
        (Kind::Map(map), Value::Object(entries)) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                let key = Value::from(key.as_str());
                if !write_value(model, map.key, &key, out) {
                    return false;
                }
                out.push('=');
                if !write_value(model, map.value, value, out) {
                    return false;
                }
            }
            out.push('}');
        }
        (Kind::Structure(members), Value::Object(given)) => {
            out.push('{');
            let mut first = true;
            for member in *members {
                let Some(value) = given.get(member.name).filter(|v| !v.is_null()) else { continue };
                out.push_str(if first { "" } else { ", " });
                first = false;
                out.push_str(member.name);
                out.push('=');
                if !write_value(model, member.shape, value, out) {
                    return false;
                }
            }
            out.push('}');
        }
        (_, Value::String(text)) => out.extend(text.chars().take(LONGEST_SHOWN)),
        (Kind::Double(_), Value::Number(number)) => {
            out.push_str(&number.as_f64().map_or_else(String::new, |n| format!("{n:?}")));
        }
        (_, other) => out.push_str(&other.to_string()),
    }
    true
}

pub(super) fn at_most(what: &str, max: &impl fmt::Display) -> String {
    format!("Member must have {what} less than or equal to {max}")
}

pub(super) fn at_least(what: &str, min: &impl fmt::Display) -> String {
    format!("Member must have {what} greater than or equal to {min}")
}

pub(super) fn enum_set(values: &[&str]) -> String {
    format!("Member must satisfy enum value set: [{}]", values.join(", "))
}

/// All constraints of a list's items or a map's keys or values: AWS names them all, not only those violated.
pub(super) fn constraints(shape: &Shape, not_null: bool) -> String {
    let mut all = Vec::new();
    match &shape.kind {
        Kind::String(text) => {
            all.extend(text.length.max.map(|max| at_most("length", &max)));
            all.extend(text.length.min.map(|min| at_least("length", &min)));
            let pattern = |p: &crate::model::Pattern| {
                format!("Member must satisfy regular expression pattern: {}", p.source)
            };
            all.extend(text.pattern.map(pattern));
            if !text.values.is_empty() {
                all.push(enum_set(text.values));
            }
        }
        Kind::Blob(length) => {
            all.extend(length.max.map(|max| at_most("length", &max)));
            all.extend(length.min.map(|min| at_least("length", &min)));
        }
        Kind::Integer(whole) | Kind::Long(whole) => {
            all.extend(whole.max.map(|max| at_most("value", &max)));
            all.extend(whole.min.map(|min| at_least("value", &min)));
        }
        Kind::Double(real) => {
            all.extend(real.max.map(|max| at_most("value", &format!("{max:?}"))));
            all.extend(real.min.map(|min| at_least("value", &format!("{min:?}"))));
        }
        _ => {}
    }
    if not_null {
        all.push("Member must not be null".to_owned());
    }
    all.join(", ")
}
