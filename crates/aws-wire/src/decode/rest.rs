//! rest-json: members in the path, the query string, headers and the body.

use super::{json, text, unreadable};
use crate::form;
use crate::model::{Kind, Location, Member, Operation, ServiceModel};
use crate::route::Labels;
use crate::service::{ApiError, Input};
use bytes::Bytes;
use http::request::Parts;
use serde_json::{Map, Value};

pub(super) fn read(
    model: &ServiceModel,
    operation: &Operation,
    parts: &Parts,
    labels: &Labels,
    body: Bytes,
) -> Result<Input, ApiError> {
    let members = model.members(operation.input);
    let mut input = Input { members: read_head(model, operation, parts, labels)?, payload: None };
    match members.iter().find(|m| m.location == Location::Payload) {
        Some(payload) => read_payload(model, payload, body, &mut input)?,
        None if members.iter().any(|m| m.location == Location::Body) => {
            let given = object(model, &body)?;
            input.members.extend(json::take_members(model, members, given)?);
        }
        None => {}
    }
    Ok(input)
}

/// The members of the path, the query string and the headers.
pub(super) fn read_head(
    model: &ServiceModel,
    operation: &Operation,
    parts: &Parts,
    labels: &Labels,
) -> Result<Map<String, Value>, ApiError> {
    let members = model.members(operation.input);
    let pairs = form::pairs(parts.uri.query().unwrap_or_default())
        .map_err(|_| unreadable("The query string is not UTF-8."))?;
    let mut head = Map::new();
    for member in members {
        let value = match member.location {
            Location::Path => label(model, member, labels)?,
            Location::Query => parameter(model, member, &pairs)?,
            Location::Header => header(model, member, parts)?,
            Location::Headers => prefixed(member, parts),
            Location::Body | Location::Payload | Location::Status => None,
        };
        if let Some(value) = value {
            head.insert(member.name.to_owned(), value);
        }
    }
    Ok(head)
}

fn read_payload(
    model: &ServiceModel,
    member: &Member,
    body: Bytes,
    input: &mut Input,
) -> Result<(), ApiError> {
    if let Kind::Structure(members) = &model.shape(member.shape).kind {
        if body.is_empty() {
            return Ok(());
        }
        let given = json::take_members(model, members, object(model, &body)?)?;
        input.members.insert(member.name.to_owned(), Value::Object(given));
    } else {
        input.payload = Some(body);
    }
    Ok(())
}

/// The body's object. Lambda has an error of its own for text that is not JSON.
fn object(model: &ServiceModel, body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    json::object(body).map_err(|text| match model.signing_name {
        "lambda" if text != "Unexpected field type" => {
            let message = format!("Could not parse request body into json: {text}");
            ApiError::new(400, "InvalidRequestContentException", message)
        }
        _ => unreadable(text),
    })
}

fn label(model: &ServiceModel, member: &Member, labels: &Labels) -> Result<Option<Value>, ApiError> {
    let found = labels.iter().find(|(name, _)| *name == member.wire);
    found.map(|(_, value)| text::read(model.shape(member.shape), value).map_err(unreadable)).transpose()
}

/// A parameter; a list takes all of that name, a map takes all there are.
fn parameter(
    model: &ServiceModel,
    member: &Member,
    pairs: &[form::Pair<'_>],
) -> Result<Option<Value>, ApiError> {
    let mut found = pairs.iter().filter(|(name, _)| name == member.wire).map(|(_, value)| value);
    let shape = model.shape(member.shape);
    match &shape.kind {
        Kind::List(list) => {
            let item = model.shape(list.item);
            let items: Vec<Value> =
                found.map(|value| text::read(item, value)).collect::<Result<_, _>>().map_err(unreadable)?;
            Ok((!items.is_empty()).then_some(Value::Array(items)))
        }
        Kind::Map(_) => {
            let all = pairs.iter().map(|(name, value)| (name.to_string(), Value::from(value.as_ref())));
            Ok(Some(Value::Object(all.collect())))
        }
        _ => found.next().map(|value| text::read(shape, value).map_err(unreadable)).transpose(),
    }
}

fn header(model: &ServiceModel, member: &Member, parts: &Parts) -> Result<Option<Value>, ApiError> {
    let Some(value) = parts.headers.get(member.wire) else { return Ok(None) };
    let value = value.to_str().map_err(|_| unreadable(format!("The header {} is not text.", member.wire)))?;
    text::read(model.shape(member.shape), value).map(Some).map_err(unreadable)
}

fn prefixed(member: &Member, parts: &Parts) -> Option<Value> {
    let prefix = member.wire.to_ascii_lowercase();
    let all = parts.headers.iter().filter_map(|(name, value)| {
        let name = name.as_str().strip_prefix(&prefix)?;
        Some((name.to_owned(), Value::from(value.to_str().ok()?)))
    });
    let all: Map<String, Value> = all.collect();
    (!all.is_empty()).then_some(Value::Object(all))
}
