//! An event as queries see it: its fields, those that are discovered in its message included.

use super::value::Value;
use domain::Timestamp;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;
use store::FilteredEvent;

/// Fields of an event that are discovered at most (user guide, "Supported logs and discovered fields").
const MOST_FIELDS: usize = 200;
/// The fields that every event has.
pub(super) const USUAL: [&str; 5] = ["@timestamp", "@ingestionTime", "@message", "@logStream", "@log"];

/// An event, and what was computed of it.
#[derive(Debug)]
pub struct Record {
    event: Option<Source>,
    computed: Vec<(Arc<str>, Value)>,
    json: OnceCell<Option<Json>>,
}

#[derive(Debug)]
struct Source {
    found: FilteredEvent,
    log: Arc<str>,
    point: Pointer,
}

/// How a pointer to an event of a group (`<account>:<name>`) is written.
pub type Pointer = fn(&FilteredEvent, &str) -> String;

impl Record {
    /// An event of a group; `log` is `<account>:<group>`.
    pub fn new(found: FilteredEvent, log: &Arc<str>, point: Pointer) -> Self {
        let source = Source { found, log: Arc::clone(log), point };
        Self { event: Some(source), computed: Vec::new(), json: OnceCell::new() }
    }

    /// What has no event behind it, such as a row of statistics.
    pub(super) fn made(computed: Vec<(Arc<str>, Value)>) -> Self {
        Self { event: None, computed, json: OnceCell::new() }
    }

    pub(super) fn ptr(&self) -> Option<String> {
        self.event.as_ref().map(|Source { found, log, point }| point(found, log))
    }

    pub(super) fn timestamp(&self) -> Option<Timestamp> {
        self.event.as_ref().map(|source| source.found.event.position.timestamp)
    }

    /// Bytes that it takes, roughly.
    pub(super) fn weight(&self) -> usize {
        let event = self.event.as_ref().map_or(0, |source| source.found.event.message.len());
        // A document that was read is several times its text.
        let json = if self.json.get().is_some() { 4 * event } else { 0 };
        let computed: usize = self.computed.iter().map(|(_, value)| value.weight()).sum();
        size_of::<Self>() + event + json + computed
    }

    pub(super) fn set(&mut self, name: &Arc<str>, value: Value) {
        match self.computed.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value,
            None => self.computed.push((Arc::clone(name), value)),
        }
    }

    /// A field; those that were computed come first.
    pub(super) fn get(&self, name: &str) -> Cow<'_, Value> {
        if let Some((_, value)) = self.computed.iter().find(|(known, _)| **known == *name) {
            return Cow::Borrowed(value);
        }
        let Some(Source { found, log, point }) = &self.event else { return Cow::Owned(Value::Missing) };
        let event = &found.event;
        let text = |text: &str| Value::Text(text.to_owned());
        Cow::Owned(match name {
            "@timestamp" => Value::Time(event.position.timestamp.0),
            "@ingestionTime" => Value::Time(event.ingestion.0),
            "@message" => text(&event.message),
            "@logStream" => text(&found.stream),
            "@log" => text(log),
            "@ptr" => Value::Text(point(found, log)),
            name if name.starts_with('@') => of_lambda(&event.message, name),
            name => self.json().map_or(Value::Missing, |json| within(json, name)),
        })
    }

    /// The message's text, where nothing else is called so; without a copy of it.
    pub(super) fn message(&self) -> Option<&str> {
        let hidden = self.computed.iter().any(|(known, _)| **known == *"@message");
        self.event.as_ref().filter(|_| !hidden).map(|source| source.found.event.message.as_str())
    }

    fn json(&self) -> Option<&Json> {
        let Source { found, log, .. } = self.event.as_ref()?;
        self.json.get_or_init(|| read(&found.event.message, log.contains(":/aws/lambda/"))).as_ref()
    }
}

/// The object in a message: all of it, or in the log of a function the first one in it.
fn read(message: &str, is_function: bool) -> Option<Json> {
    let start = message.find('{').filter(|at| is_function || message[..*at].trim().is_empty())?;
    let mut found = serde_json::Deserializer::from_str(&message[start..]).into_iter::<Json>();
    let json = found.next()?.ok().filter(Json::is_object)?;
    (is_function || message[start + found.byte_offset()..].trim().is_empty()).then_some(json)
}

/// `a.b.0.c` within an object; a name with dots in it goes first.
fn within(json: &Json, name: &str) -> Value {
    let found = match json.get(name) {
        Some(found) => Some(found),
        None => name.split('.').try_fold(json, |value, part| match value {
            Json::Array(items) => items.get(part.parse::<usize>().ok()?),
            value => value.get(part),
        }),
    };
    match found {
        None | Some(Json::Null) => Value::Missing,
        Some(Json::Bool(yes)) => Value::Bool(*yes),
        Some(Json::Number(number)) => number.as_f64().map_or(Value::Missing, Value::of),
        Some(Json::String(text)) => Value::Text(text.clone()),
        Some(other) => Value::Text(other.to_string()),
    }
}

/// Numbers in `REPORT` lines: the field, what stands before it, what stands behind it, by what it is multiplied.
const REPORTED: [(&str, &str, &str, f64); 5] = [
    ("@duration", "\tDuration: ", " ms", 1.0),
    ("@billedDuration", "\tBilled Duration: ", " ms", 1.0),
    ("@memorySize", "\tMemory Size: ", " MB", 1e6),
    ("@maxMemoryUsed", "\tMax Memory Used: ", " MB", 1e6),
    ("@initDuration", "\tInit Duration: ", " ms", 1.0),
];

/// What is discovered in the lines that Lambda writes.
fn of_lambda(message: &str, name: &str) -> Value {
    let kind = ["START", "END", "REPORT", "INIT_START"]
        .into_iter()
        .find(|kind| message.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')));
    let between = |before: &str, ends: &[char]| {
        let (_, rest) = message.split_once(before)?;
        Some(rest.split(|c: char| ends.contains(&c)).next().unwrap_or(rest))
    };
    let text = |found: Option<&str>| found.map_or(Value::Missing, |text| Value::Text(text.to_owned()));
    match (name, kind) {
        ("@type", kind) => text(kind),
        ("@requestId", Some(_)) => text(between(" RequestId: ", &[' ', '\t', '\n'])),
        // What runtimes write begins with a time, the request and the level.
        ("@requestId", None) => {
            let id = message.split('\t').nth(1).filter(|id| id.len() == 36 && id.matches('-').count() == 4);
            text(id)
        }
        ("@xrayTraceId", Some("REPORT")) => text(between("XRAY TraceId: ", &['\t', '\n'])),
        ("@xraySegmentId", Some("REPORT")) => text(between("SegmentId: ", &['\t', '\n'])),
        (name, Some("REPORT")) => {
            let number =
                REPORTED.iter().find(|(field, ..)| *field == name).and_then(|(_, before, unit, by)| {
                    let (_, rest) = message.split_once(before)?;
                    let number: f64 = rest.split_once(unit)?.0.parse().ok()?;
                    Some(number * by)
                });
            number.map_or(Value::Missing, Value::of)
        }
        _ => Value::Missing,
    }
}

/// All fields of an event, those that every event has first.
pub fn discover(record: &Record) -> Vec<(String, Value)> {
    let lambda = ["@type", "@requestId", "@xrayTraceId", "@xraySegmentId"];
    let names = USUAL.into_iter().chain(lambda).chain(REPORTED.iter().map(|(name, ..)| *name));
    let mut found: Vec<_> = names
        .map(|name| (name.to_owned(), record.get(name).into_owned()))
        .filter(|(_, value)| *value != Value::Missing)
        .collect();
    let mut waiting = record.json().map(|json| (String::new(), json)).into_iter().collect::<Vec<_>>();
    while let Some((name, json)) = waiting.pop() {
        let within = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
        match json {
            _ if found.len() >= MOST_FIELDS => break,
            Json::Object(members) => {
                waiting.extend(members.iter().rev().map(|(key, json)| (within(key), json)))
            }
            Json::Array(items) => {
                let named = items.iter().enumerate().rev().take(MOST_FIELDS);
                waiting.extend(named.map(|(at, json)| (within(&at.to_string()), json)));
            }
            Json::Null => {}
            _ => found.push((name.clone(), record.get(&name).into_owned())),
        }
    }
    found
}
