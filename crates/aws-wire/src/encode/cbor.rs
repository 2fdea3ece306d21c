//! Members as CBOR, by their names in the model.

use crate::model::{Kind, Location, Member, ServiceModel, ShapeId};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value};

/// A structure's members, in the model's order, without nulls; and what else is to be said first.
pub(super) fn structure(
    model: &ServiceModel,
    members: &[Member],
    given: &Map<String, Value>,
    before: &[(&str, &str)],
) -> Vec<u8> {
    let mut out = Vec::new();
    put_structure(&mut out, model, members, given, before);
    out
}

fn put_structure(
    out: &mut Vec<u8>,
    model: &ServiceModel,
    members: &[Member],
    given: &Map<String, Value>,
    before: &[(&str, &str)],
) {
    let there = |member: &&Member| {
        member.location == Location::Body && given.get(member.name).is_some_and(|value| !value.is_null())
    };
    let count = members.iter().filter(there).count() + before.len();
    head(out, 5, count as u64);
    for (name, value) in before {
        text(out, name);
        text(out, value);
    }
    for member in members.iter().filter(there) {
        text(out, member.wire);
        put(out, model, member.shape, &given[member.name]);
    }
}

fn put(out: &mut Vec<u8>, model: &ServiceModel, id: ShapeId, value: &Value) {
    match (&model.shape(id).kind, value) {
        (Kind::Structure(members), Value::Object(given)) => put_structure(out, model, members, given, &[]),
        (Kind::List(list), Value::Array(items)) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| put(out, model, list.item, item));
        }
        (Kind::Map(map), Value::Object(entries)) => {
            head(out, 5, entries.len() as u64);
            for (key, value) in entries {
                text(out, key);
                put(out, model, map.value, value);
            }
        }
        (Kind::Timestamp, Value::Number(seconds)) => {
            head(out, 6, 1);
            double(out, seconds.as_f64().unwrap_or_default());
        }
        (Kind::Double(_), Value::Number(number)) => double(out, number.as_f64().unwrap_or_default()),
        (Kind::Blob(_), Value::String(base64)) => {
            let bytes = BASE64.decode(base64).unwrap_or_default();
            head(out, 2, bytes.len() as u64);
            out.extend_from_slice(&bytes);
        }
        (_, value) => plain(out, value),
    }
}

fn plain(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.push(0xf6),
        Value::Bool(value) => out.push(if *value { 0xf5 } else { 0xf4 }),
        Value::String(value) => text(out, value),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => head(out, 0, number),
            (None, Some(number)) => head(out, 1, (-1 - number).unsigned_abs()),
            (None, None) => double(out, number.as_f64().unwrap_or_default()),
        },
        Value::Array(items) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| plain(out, item));
        }
        Value::Object(entries) => {
            head(out, 5, entries.len() as u64);
            for (key, value) in entries {
                text(out, key);
                plain(out, value);
            }
        }
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    head(out, 3, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn double(out: &mut Vec<u8>, number: f64) {
    out.push(0xfb);
    out.extend_from_slice(&number.to_be_bytes());
}

/// A major type and its argument, as short as it can be.
fn head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let major = major << 5;
    match argument {
        0..=23 => out.push(major | argument as u8),
        24..=0xff => out.extend([major | 24, argument as u8]),
        0x100..=0xffff => {
            out.push(major | 25);
            out.extend_from_slice(&(argument as u16).to_be_bytes());
        }
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&(argument as u32).to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&argument.to_be_bytes());
        }
    }
}
