//! Scalars that travel as text: in paths, query strings, headers and forms.

use crate::model::{Kind, Shape};
use crate::time;
use serde_json::Value;

/// The value of the kind that a shape says, or what AWS says where the text is none.
pub(super) fn read(shape: &Shape, text: &str) -> Result<Value, String> {
    let value = match shape.kind {
        Kind::Integer(_) => text.parse::<i32>().ok().map(Value::from),
        Kind::Long(_) => text.parse::<i64>().ok().map(Value::from),
        Kind::Double(_) => text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Value::from),
        Kind::Boolean => match text {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        Kind::Timestamp => time::parse(text).map(Value::from),
        _ => Some(Value::from(text)),
    };
    value.ok_or_else(|| format!("STRING_VALUE cannot be converted to {}", name(&shape.kind)))
}

fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Integer(_) => "Integer",
        Kind::Long(_) => "Long",
        Kind::Double(_) => "Double",
        Kind::Boolean => "Boolean",
        _ => "Timestamp",
    }
}
