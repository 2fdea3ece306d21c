//! The model's constraints, and AWS's words when they are not met.
//!
//! Wording, order and spelling of paths and values are those of recorded answers; where AWS has several styles, each
//! service has its own error code. Values of sensitive shapes are never repeated.

mod layers;
mod pattern;
mod render;
#[cfg(test)]
mod tests;

use crate::model::{
    Kind, Length, List, Location, Map, Operation, Protocol, ServiceModel, Shape, ShapeId, Text,
};
use crate::service::{ApiError, Input};
use render::{Place, constraints, enum_set, value_at};
use serde_json::{Map as Object, Value};

/// Violations that are spelt out. A stranger can send a million of them; the count is right all the same.
const MOST_SPELT_OUT: usize = 50;
/// A longer text fits no pattern of AWS's; matching it would only cost time.
const LONGEST_MATCHED: usize = 256 * 1024;
/// Names of IAM: a violation of this pattern has a text of its own.
const IAM_NAME: &str = r"[\w+=,.@-]+";

/// Checks the members of an input.
pub(crate) fn check(model: &ServiceModel, operation: &Operation, input: &Input) -> Result<(), ApiError> {
    let mut checker = Checker { model, texts: Vec::new(), count: 0, iam_name: None };
    let members = model.members(operation.input);
    for member in members {
        let is_body = member.location == Location::Payload
            && matches!(model.shape(member.shape).kind, Kind::Blob(_) | Kind::String(_));
        if !is_body && !layers::judges(model, member) {
            checker.member(member, &input.members, &Place::ROOT);
        }
    }
    layers::check(&mut checker, members, &input.members);
    checker.finish()
}

struct Checker<'a> {
    model: &'a ServiceModel,
    texts: Vec<String>,
    count: usize,
    /// The name that IAM's own text is about.
    iam_name: Option<String>,
}

impl Checker<'_> {
    fn member(&mut self, member: &crate::model::Member, members: &Object<String, Value>, place: &Place<'_>) {
        let place = Place::Member(place, member.name);
        match members.get(member.name) {
            None | Some(Value::Null) if member.required => {
                self.violated(&place, "Value null", "Member must not be null");
            }
            None | Some(Value::Null) => {}
            Some(value) => self.value(member.shape, value, &place),
        }
    }

    fn value(&mut self, id: ShapeId, value: &Value, place: &Place<'_>) {
        let shape = self.model.shape(id);
        match (&shape.kind, value) {
            (Kind::Structure(members), Value::Object(given)) => {
                for member in *members {
                    self.member(member, given, place);
                }
            }
            (Kind::List(list), Value::Array(items)) => self.list(id, list, value, items, place),
            (Kind::Map(map), Value::Object(entries)) => self.map(id, map, value, entries, place),
            _ => self.scalar(id, shape, value, place),
        }
    }

    fn list(&mut self, id: ShapeId, list: &List, whole: &Value, items: &[Value], place: &Place<'_>) {
        self.length(id, list.length, items.len(), whole, place);
        let shape = self.model.shape(list.item);
        if is_scalar(shape) {
            let bad = |item: &Value| if item.is_null() { !list.sparse } else { !fits(shape, item) };
            if items.iter().any(bad) {
                let text = constraints(shape, !list.sparse);
                self.violation(id, whole, place, &format!("Member must satisfy constraint: [{text}]"));
            }
            return;
        }
        for (index, item) in items.iter().enumerate() {
            let place = Place::Index(place, index + 1);
            match item {
                Value::Null if list.sparse => {}
                Value::Null => self.violated(&place, "Value null", "Member must not be null"),
                item => self.value(list.item, item, &place),
            }
        }
    }

    fn map(
        &mut self,
        id: ShapeId,
        map: &Map,
        whole: &Value,
        entries: &Object<String, Value>,
        place: &Place<'_>,
    ) {
        self.length(id, map.length, entries.len(), whole, place);
        let (keys, values) = (self.model.shape(map.key), self.model.shape(map.value));
        if entries.keys().any(|key| !text_fits(keys, key)) {
            let text = constraints(keys, false);
            self.violation(id, whole, place, &format!("Map keys must satisfy constraint: [{text}]"));
        }
        if is_scalar(values) {
            if entries.values().any(|value| value.is_null() || !fits(values, value)) {
                let text = constraints(values, true);
                self.violation(id, whole, place, &format!("Map value must satisfy constraint: [{text}]"));
            }
            return;
        }
        for (key, value) in entries.iter().filter(|(_, value)| !value.is_null()) {
            self.value(map.value, value, &Place::Key(place, key));
        }
    }

    fn length(&mut self, id: ShapeId, length: Length, len: usize, whole: &Value, place: &Place<'_>) {
        for text in length_violations(length, len) {
            self.violation(id, whole, place, &text);
        }
    }

    fn scalar(&mut self, id: ShapeId, shape: &Shape, value: &Value, place: &Place<'_>) {
        match (&shape.kind, value) {
            (Kind::String(text), Value::String(given)) => self.text(id, text, given, value, place),
            (Kind::Blob(length), Value::String(base64)) => {
                self.length(id, *length, decoded_len(base64), value, place);
            }
            (Kind::Integer(_) | Kind::Long(_) | Kind::Double(_), Value::Number(_)) => {
                for text in number_violations(shape, value) {
                    self.violation(id, value, place, &text);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, id: ShapeId, text: &Text, given: &str, value: &Value, place: &Place<'_>) {
        self.length(id, text.length, java_len(given), value, place);
        if !text.values.is_empty() && !text.values.contains(&given) {
            self.violation(id, value, place, &enum_set(text.values));
        }
        if let Some(pattern) = text.pattern.filter(|_| !pattern_fits(text, given)) {
            if pattern.source == IAM_NAME && self.model.signing_name == "iam" {
                self.iam_name.get_or_insert(place.to_string());
            }
            let text = format!("Member must satisfy regular expression pattern: {}", pattern.source);
            self.violation(id, value, place, &text);
        }
    }

    fn violation(&mut self, id: ShapeId, value: &Value, place: &Place<'_>, constraint: &str) {
        // Rendering what nobody will read would cost as much as the stranger wishes.
        let shown = if self.count < MOST_SPELT_OUT { value_at(self.model, id, value) } else { String::new() };
        self.violated(place, &shown, constraint);
    }

    fn violated(&mut self, place: &Place<'_>, shown: &str, constraint: &str) {
        if self.count < MOST_SPELT_OUT {
            self.texts.push(format!("{shown} at '{place}' failed to satisfy constraint: {constraint}"));
        }
        self.count += 1;
    }

    fn finish(self) -> Result<(), ApiError> {
        if self.count == 0 {
            return Ok(());
        }
        let code = match (self.model.protocol, self.model.signing_name) {
            (Protocol::Query, _) => "ValidationError",
            (_, "logs") => "InvalidParameterException",
            (_, "monitoring") => "ValidationError",
            _ => "ValidationException",
        };
        if let (1, Some(name)) = (self.count, &self.iam_name) {
            let message = format!(
                "The specified value for {name} is invalid. It must contain only alphanumeric characters and/or the \
                 following: +=,.@_-"
            );
            return Err(ApiError::new(400, code, message));
        }
        let plural = if self.count == 1 { "" } else { "s" };
        let message = format!("{} validation error{plural} detected: {}", self.count, self.texts.join("; "));
        Err(ApiError::new(400, code, message))
    }
}

fn is_scalar(shape: &Shape) -> bool {
    !matches!(shape.kind, Kind::Structure(_) | Kind::List(_) | Kind::Map(_))
}

fn fits(shape: &Shape, value: &Value) -> bool {
    match (&shape.kind, value) {
        (Kind::String(_), Value::String(given)) => text_fits(shape, given),
        (Kind::Blob(length), Value::String(base64)) => {
            length_violations(*length, decoded_len(base64)).is_empty()
        }
        _ => number_violations(shape, value).is_empty(),
    }
}

fn text_fits(shape: &Shape, given: &str) -> bool {
    let Kind::String(text) = &shape.kind else { return true };
    length_violations(text.length, java_len(given)).is_empty()
        && (text.values.is_empty() || text.values.contains(&given))
        && pattern_fits(text, given)
}

/// Bounded by the shape's own length first, so that no pattern is run on text that is refused anyway and endless.
fn pattern_fits(text: &Text, given: &str) -> bool {
    let Some(pattern) = text.pattern else { return true };
    let too_long = text.length.max.is_some_and(|max| given.len() as u64 > max.saturating_mul(4).max(8_192));
    !too_long && given.len() <= LONGEST_MATCHED && pattern.matches(given)
}

fn length_violations(length: Length, len: usize) -> Vec<String> {
    let len = len as u64;
    let above = length.max.filter(|max| len > *max).map(|max| render::at_most("length", &max));
    let below = length.min.filter(|min| len < *min).map(|min| render::at_least("length", &min));
    above.into_iter().chain(below).collect()
}

fn number_violations(shape: &Shape, value: &Value) -> Vec<String> {
    let (above, below) = match &shape.kind {
        Kind::Integer(whole) | Kind::Long(whole) => {
            let given = value.as_i64().unwrap_or_default();
            (
                whole.max.filter(|max| given > *max).map(|max| render::at_most("value", &max)),
                whole.min.filter(|min| given < *min).map(|min| render::at_least("value", &min)),
            )
        }
        Kind::Double(real) => {
            let given = value.as_f64().unwrap_or_default();
            (
                real.max.filter(|max| given > *max).map(|max| render::at_most("value", &format!("{max:?}"))),
                real.min.filter(|min| given < *min).map(|min| render::at_least("value", &format!("{min:?}"))),
            )
        }
        _ => (None, None),
    };
    above.into_iter().chain(below).collect()
}

/// Java counts UTF-16 units.
fn java_len(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// Bytes that base64 text stands for.
fn decoded_len(base64: &str) -> usize {
    let digits = base64.trim_end_matches('=').len();
    digits / 4 * 3 + (digits % 4) * 3 / 4
}
