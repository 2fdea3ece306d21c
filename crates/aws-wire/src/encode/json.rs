//! Members as JSON, by their names on the wire.

use crate::model::{Kind, Location, Member, ServiceModel, ShapeId, TimestampFormat};
use crate::time;
use serde_json::{Map, Value};

/// A structure's members that travel in the body, in the model's order, without nulls.
pub(super) fn structure(
    model: &ServiceModel,
    members: &[Member],
    mut given: Map<String, Value>,
) -> Map<String, Value> {
    let mut out = Map::new();
    for member in members.iter().filter(|m| m.location == Location::Body) {
        match given.swap_remove(member.name) {
            None | Some(Value::Null) => {}
            Some(given) => {
                out.insert(member.wire.to_owned(), value(model, member.shape, member.timestamp, given));
            }
        }
    }
    out
}

fn value(model: &ServiceModel, id: ShapeId, format: TimestampFormat, given: Value) -> Value {
    match (&model.shape(id).kind, given) {
        (Kind::Structure(members), Value::Object(given)) => Value::Object(structure(model, members, given)),
        (Kind::List(list), Value::Array(items)) => {
            items.into_iter().map(|item| value(model, list.item, TimestampFormat::Usual, item)).collect()
        }
        (Kind::Map(map), Value::Object(mut entries)) => {
            for entry in entries.values_mut() {
                *entry = value(model, map.value, TimestampFormat::Usual, entry.take());
            }
            Value::Object(entries)
        }
        (Kind::Timestamp, Value::Number(n)) => timestamp(n, format),
        (_, other) => other,
    }
}

fn timestamp(seconds: serde_json::Number, format: TimestampFormat) -> Value {
    let at = seconds.as_f64().unwrap_or_default();
    match format {
        TimestampFormat::Iso8601 => Value::from(time::iso8601(at)),
        TimestampFormat::Http => Value::from(time::http_date(at)),
        TimestampFormat::Usual | TimestampFormat::Unix => Value::Number(seconds),
    }
}
