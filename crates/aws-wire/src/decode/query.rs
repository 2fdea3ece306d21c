//! The query protocol: nested members as names with dots (`Tags.member.1.Key=a`).

use super::text;
use crate::form;
use crate::model::{Kind, Operation, ServiceModel, ShapeId};
use crate::service::ApiError;
use http::request::Parts;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Structures nest no deeper than this; a model that contains itself would else follow a stranger's names down.
const DEEPEST: usize = 32;

pub(super) fn members(
    model: &ServiceModel,
    operation: &Operation,
    parts: &Parts,
    body: &[u8],
) -> Result<Map<String, Value>, ApiError> {
    let malformed =
        || ApiError::new(400, "MalformedQueryString", "The request is not percent-encoded UTF-8.");
    let body = std::str::from_utf8(body).map_err(|_| malformed())?;
    let mut given = BTreeMap::new();
    // What the form says counts more than the query string.
    for text in [parts.uri.query().unwrap_or_default(), body] {
        given.extend(form::pairs(text).map_err(|_| malformed())?);
    }
    let form = Form { model, given };
    let read = operation.input.map(|id| form.structure(id, "", 0)).transpose();
    read.map(Option::unwrap_or_default).map_err(|text| ApiError::new(400, "MalformedInput", text))
}

struct Form<'a> {
    model: &'a ServiceModel,
    given: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
}

impl Form<'_> {
    fn structure(&self, id: ShapeId, prefix: &str, depth: usize) -> Result<Map<String, Value>, String> {
        let mut members = Map::new();
        for member in self.model.members(Some(id)) {
            if let Some(value) = self.value(member.shape, &join(prefix, member.wire), depth + 1)? {
                members.insert(member.name.to_owned(), value);
            }
        }
        Ok(members)
    }

    fn value(&self, id: ShapeId, name: &str, depth: usize) -> Result<Option<Value>, String> {
        let shape = self.model.shape(id);
        if depth > DEEPEST || !self.is_given(name) {
            return Ok(None);
        }
        match &shape.kind {
            Kind::Structure(_) => self.structure(id, name, depth).map(|m| Some(Value::Object(m))),
            Kind::List(list) => {
                let prefix = if list.flattened { name.to_owned() } else { join(name, list.item_name) };
                let mut items = Vec::new();
                // Items count from one, without gaps.
                while let Some(item) =
                    self.value(list.item, &join(&prefix, &(items.len() + 1).to_string()), depth + 1)?
                {
                    items.push(item);
                }
                Ok(Some(Value::Array(items)))
            }
            Kind::Map(map) => {
                let mut entries = Map::new();
                loop {
                    let entry = format!("{name}.entry.{}", entries.len() + 1);
                    let key = self.given.get(join(&entry, "key").as_str());
                    let value = self.value(map.value, &join(&entry, "value"), depth + 1)?;
                    let (Some(key), Some(value)) = (key, value) else { break };
                    if entries.insert(key.to_string(), value).is_some() {
                        return Err("Duplicate map key".to_owned());
                    }
                }
                Ok(Some(Value::Object(entries)))
            }
            _ => self.given.get(name).map(|value| text::read(shape, value)).transpose(),
        }
    }

    /// Whether a member or a part of it is there.
    fn is_given(&self, name: &str) -> bool {
        if self.given.contains_key(name) {
            return true;
        }
        let inside = join(name, "");
        let from = std::ops::Bound::Included(inside.as_str());
        let mut following = self.given.range::<str, _>((from, std::ops::Bound::Unbounded));
        following.next().is_some_and(|(found, _)| found.starts_with(&inside))
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}
