//! What subscribers are told, before it is rendered for each of them, and the rendering. Pure.

use crate::logs::{Event, Origin, Schema};
use domain::Timestamp;
use runtime_api::{SchemaVersion, TelemetryTypes};
use serde::de::IgnoredAny;
use serde_json::Value;

/// One message.
#[derive(Clone, Debug)]
pub(super) enum Message {
    /// Something that the platform says.
    Platform { event: Event, at: Timestamp },
    /// A line, or a record of several, that a process wrote.
    Line { origin: Origin, at: Timestamp, text: String },
}

impl Message {
    /// The message for a subscriber; `None` where it is not for this one. `json` where the function logs in JSON.
    pub(super) fn render(&self, types: TelemetryTypes, version: SchemaVersion, json: bool) -> Option<String> {
        match self {
            Self::Platform { event, at } if types.platform => event.message(*at, schema(version)),
            Self::Line { origin: Origin::Function, at, text } if types.function => {
                Some(line("function", *at, text, json && has_objects(version)))
            }
            Self::Line { origin: Origin::Extension, at, text } if types.extension => {
                Some(line("extension", *at, text, false))
            }
            _ => None,
        }
    }

    /// About how much memory it takes, bytes.
    pub(super) fn size(&self) -> usize {
        let text = match self {
            Self::Platform { .. } => 512,
            Self::Line { text, .. } => text.len(),
        };
        size_of::<Self>() + text
    }
}

/// The platform's events of a version.
fn schema(version: SchemaVersion) -> Schema {
    match version {
        SchemaVersion::Telemetry2022July
        | SchemaVersion::Telemetry2022December
        | SchemaVersion::Telemetry2025 => Schema::Telemetry,
        SchemaVersion::Logs2020 => Schema::Logs { runtime_done: false },
        SchemaVersion::Logs2021 => Schema::Logs { runtime_done: true },
    }
}

/// Whether JSON that a function logs is an object in messages.
fn has_objects(version: SchemaVersion) -> bool {
    matches!(version, SchemaVersion::Telemetry2022December | SchemaVersion::Telemetry2025)
}

fn line(kind: &str, at: Timestamp, text: &str, objects: bool) -> String {
    let object = if objects { object(text) } else { None };
    let record = object.unwrap_or_else(|| Value::from(text).to_string());
    format!(r#"{{"time":"{}","type":"{kind}","record":{record}}}"#, at.rfc3339())
}

/// The text itself, where it is a JSON object; on one line, for the line is what divides messages over TCP.
fn object(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.starts_with('{') {
        return None;
    }
    if text.contains(['\n', '\r']) {
        return serde_json::from_str::<Value>(text).ok().map(|value| value.to_string());
    }
    serde_json::from_str::<IgnoredAny>(text).ok().map(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{InvocationId, Version};
    use serde_json::json;

    const ALL: TelemetryTypes = TelemetryTypes { platform: true, function: true, extension: true };
    const OLD: SchemaVersion = SchemaVersion::Telemetry2022July;
    const NEW: [SchemaVersion; 2] = [SchemaVersion::Telemetry2022December, SchemaVersion::Telemetry2025];

    fn line(origin: Origin, text: &str) -> Message {
        Message::Line { origin, at: Timestamp(1_665_532_815_064), text: text.to_owned() }
    }

    fn rendered(message: &Message, version: SchemaVersion, json: bool) -> Value {
        let text = message.render(ALL, version, json).unwrap();
        assert!(!text.contains('\n'));
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn lines_as_in_the_reference() {
        let text = "[INFO] Hello world, I am a function!\n\t\"\u{1}ä";
        for (origin, kind) in [(Origin::Function, "function"), (Origin::Extension, "extension")] {
            let expected = json!({"time": "2022-10-12T00:00:15.064Z", "type": kind, "record": text});
            for version in [OLD, NEW[0], NEW[1], SchemaVersion::Logs2020, SchemaVersion::Logs2021] {
                assert_eq!(rendered(&line(origin, text), version, true), expected);
            }
        }
    }

    #[test]
    fn json_of_functions_that_log_json_is_an_object_in_newer_versions() {
        let record = |text: &str, version, json| {
            rendered(&line(Origin::Function, text), version, json)["record"].clone()
        };
        let object = r#"{"level":"INFO","n":1.50}"#;
        for version in NEW {
            assert_eq!(record(object, version, true), json!({"level": "INFO", "n": 1.5}));
            assert_eq!(record("{\n \"a\": \"b\\nc\"\r\n}\n", version, true), json!({"a": "b\nc"}));
            assert_eq!(record(object, version, false), json!(object));
            for other in ["[1]", "7", "{", "{} {}", "{\"a\":}", "text"] {
                assert_eq!(record(other, version, true), json!(other));
            }
            let deep = format!("{}{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
            assert_eq!(record(&deep, version, true), json!(deep));
        }
        for version in [OLD, SchemaVersion::Logs2020, SchemaVersion::Logs2021] {
            assert_eq!(record(object, version, true), json!(object));
        }
        let extension = rendered(&line(Origin::Extension, object), NEW[0], true);
        assert_eq!(extension["record"], json!(object));
    }

    #[test]
    fn everybody_gets_what_they_asked_for() {
        let event = Event::Start { id: InvocationId("1".into()), version: Version::Latest, tracing: None };
        let messages = [
            Message::Platform { event, at: Timestamp(0) },
            line(Origin::Function, "f"),
            line(Origin::Extension, "e"),
        ];
        let none = TelemetryTypes::default();
        for (types, expected) in [
            (none, [false, false, false]),
            (TelemetryTypes { platform: true, ..none }, [true, false, false]),
            (TelemetryTypes { function: true, ..none }, [false, true, false]),
            (TelemetryTypes { extension: true, ..none }, [false, false, true]),
            (ALL, [true, true, true]),
        ] {
            let found = [0, 1, 2].map(|at: usize| messages[at].render(types, OLD, false).is_some());
            assert_eq!(found, expected);
        }
    }
}
