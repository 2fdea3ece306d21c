//! Members as XML, for the query protocol.

use crate::model::{Kind, Member, Operation, ServiceModel, ShapeId, TimestampFormat};
use crate::service::ApiError;
use crate::time;
use serde_json::{Map, Value};

pub(super) fn success(
    model: &ServiceModel,
    operation: &Operation,
    members: &Map<String, Value>,
    request_id: &str,
) -> String {
    let mut xml = Xml(String::new());
    let name = format!("{}Response", operation.name);
    xml.open_in(&name, model.xml_namespace);
    if operation.output.is_some() {
        let usual = format!("{}Result", operation.name);
        let wrapper = if operation.result_wrapper.is_empty() { &usual } else { operation.result_wrapper };
        xml.open(wrapper);
        xml.members(model, model.members(operation.output), members);
        xml.close(wrapper);
    }
    xml.open("ResponseMetadata");
    xml.leaf("RequestId", request_id);
    xml.close("ResponseMetadata");
    xml.close(&name);
    xml.0
}

pub(super) fn error(
    model: &ServiceModel,
    error: &ApiError,
    code: &str,
    sender: bool,
    request_id: &str,
) -> String {
    let mut xml = Xml(String::new());
    xml.open_in("ErrorResponse", model.xml_namespace);
    xml.open("Error");
    xml.leaf("Type", if sender { "Sender" } else { "Receiver" });
    xml.leaf("Code", code);
    xml.leaf("Message", &error.message);
    for (name, value) in error.fields.iter().filter(|(_, value)| value.is_string()) {
        xml.leaf(name, value.as_str().unwrap_or_default());
    }
    xml.close("Error");
    xml.leaf("RequestId", request_id);
    xml.close("ErrorResponse");
    xml.0
}

struct Xml(String);

impl Xml {
    fn open_in(&mut self, name: &str, namespace: &str) {
        self.0.push_str(&format!("<{name} xmlns=\"{namespace}\">"));
    }

    fn open(&mut self, name: &str) {
        self.0.push_str(&format!("<{name}>"));
    }

    fn close(&mut self, name: &str) {
        self.0.push_str(&format!("</{name}>"));
    }

    fn leaf(&mut self, name: &str, text: &str) {
        self.open(name);
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                // Readers would turn a bare one into a line feed.
                '\r' => self.0.push_str("&#xD;"),
                '\t' | '\n' => self.0.push(c),
                // XML 1.0 cannot carry these, not even escaped.
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                c => self.0.push(c),
            }
        }
        self.close(name);
    }

    fn members(&mut self, model: &ServiceModel, members: &[Member], given: &Map<String, Value>) {
        for member in members {
            if let Some(value) = given.get(member.name).filter(|v| !v.is_null()) {
                self.value(model, member.shape, member.wire, member.timestamp, value);
            }
        }
    }

    fn value(
        &mut self,
        model: &ServiceModel,
        id: ShapeId,
        name: &str,
        format: TimestampFormat,
        value: &Value,
    ) {
        match (&model.shape(id).kind, value) {
            (Kind::Structure(members), Value::Object(given)) => {
                self.open(name);
                self.members(model, members, given);
                self.close(name);
            }
            (Kind::List(list), Value::Array(items)) if list.flattened => {
                items
                    .iter()
                    .for_each(|item| self.value(model, list.item, name, TimestampFormat::Usual, item));
            }
            (Kind::List(list), Value::Array(items)) => {
                self.open(name);
                for item in items {
                    self.value(model, list.item, list.item_name, TimestampFormat::Usual, item);
                }
                self.close(name);
            }
            (Kind::Map(map), Value::Object(entries)) => {
                self.open(name);
                for (key, value) in entries {
                    self.open("entry");
                    self.leaf("key", key);
                    self.value(model, map.value, "value", TimestampFormat::Usual, value);
                    self.close("entry");
                }
                self.close(name);
            }
            (Kind::Timestamp, Value::Number(n)) => {
                let at = n.as_f64().unwrap_or_default();
                let text = match format {
                    TimestampFormat::Usual | TimestampFormat::Iso8601 => time::iso8601(at),
                    TimestampFormat::Http => time::http_date(at),
                    TimestampFormat::Unix => n.to_string(),
                };
                self.leaf(name, &text);
            }
            (_, Value::String(text)) => self.leaf(name, text),
            (_, other) => self.leaf(name, &other.to_string()),
        }
    }
}
