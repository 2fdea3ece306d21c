//! Lines of functions and of the server itself as log records.
//!
//! A line stays as it is, as the body; what it says of its severity, its request and its trace is read from it where it has one of
//! the forms that Lambda's runtimes write: JSON, or text with tabs.

use super::message::{Any, List};
use super::message::{AnyValue, KeyValue, LogRecord, Logs, Resource, ResourceLogs, ScopeLogs, scope};
use super::spans::{of_function, span_bytes, trace_bytes};
use domain::log::{LogEvent, LogStreamName};
use domain::{Timestamp, TraceId};
use prost::Message;
use serde_json::{Map, Value};

/// What was written.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// To a function's stream.
    Function(LogStreamName, Vec<LogEvent>),
    /// By the server.
    Server(ServerLine),
}

/// A line of the server's own log.
#[derive(Clone, Debug)]
pub struct ServerLine {
    /// When.
    pub at: Timestamp,
    /// `ERROR`, `WARN`, `INFO`, `DEBUG` or `TRACE`.
    pub level: &'static str,
    /// The module.
    pub target: String,
    /// What happened.
    pub message: String,
    /// What else is known.
    pub fields: Vec<(String, String)>,
}

/// A whole request, and how many records are in it.
pub(crate) fn encode(
    items: Vec<Item>,
    server: &Resource,
    configured: &[(String, String)],
    now: Timestamp,
) -> (Vec<u8>, u64) {
    let (mut resources, mut count) = (Vec::<(Option<LogStreamName>, ResourceLogs)>::new(), 0);
    for item in items {
        let (stream, mut records): (_, Vec<_>) = match item {
            Item::Function(stream, events) => {
                let records = events.iter().map(|event| of_event(event, now)).collect();
                (Some(stream), records)
            }
            Item::Server(line) => (None, vec![of_server(line, now)]),
        };
        count += records.len() as u64;
        match resources.iter_mut().find(|(known, _)| *known == stream) {
            Some((_, known)) => known.scopes[0].records.append(&mut records),
            None => {
                let resource = match &stream {
                    Some(stream) => Resource::of(of_stream(stream), configured),
                    None => server.clone(),
                };
                let scopes = vec![ScopeLogs { scope: scope(), records }];
                resources.push((stream, ResourceLogs { resource: Some(resource), scopes }));
            }
        }
    }
    (Logs { resources: resources.into_iter().map(|(_, logs)| logs).collect() }.encode_to_vec(), count)
}

fn list(text: &str) -> AnyValue {
    AnyValue { value: Some(Any::List(List { values: vec![text.into()] })) }
}

fn of_stream(stream: &LogStreamName) -> Vec<KeyValue> {
    let LogStreamName { scope, group, stream } = stream;
    let (function, version) = function_of(group, stream);
    let mut known = match function {
        Some(function) => of_function(scope, function),
        None => vec![
            KeyValue::new("service.name", &**group),
            KeyValue::new("cloud.provider", "aws"),
            KeyValue::new("cloud.region", scope.region.as_str()),
            KeyValue::new("cloud.account.id", scope.account.as_str()),
        ],
    };
    known.extend(version.map(|version| KeyValue::new("faas.version", version)));
    known.push(KeyValue::new("aws.log.group.names", list(group)));
    known.push(KeyValue::new("aws.log.stream.names", list(stream)));
    known
}

/// Function and version that a stream's name tells: `YYYY/MM/DD/[version]<id>`, or `YYYY/MM/DD/function[version]<id>` in a group
/// that was configured.
fn function_of<'a>(group: &'a str, stream: &'a str) -> (Option<&'a str>, Option<&'a str>) {
    let last = stream.rsplit('/').next().unwrap_or_default();
    let parts = last.split_once('[').and_then(|(name, rest)| Some((name, rest.split_once(']')?.0)));
    let named = parts.map(|(name, _)| name).filter(|name| !name.is_empty());
    (named.or_else(|| group.strip_prefix("/aws/lambda/")), parts.map(|(_, version)| version))
}

fn nanos(at: Timestamp) -> u64 {
    u64::try_from(at.0).unwrap_or(0).saturating_mul(1_000_000)
}

fn of_event(event: &LogEvent, now: Timestamp) -> LogRecord {
    let said = Said::of(&event.message);
    let (number, text) = said.level.and_then(severity).unwrap_or((0, ""));
    let mut attributes = Vec::new();
    attributes.extend(said.request.map(|id| KeyValue::new("faas.invocation_id", id.as_str())));
    LogRecord {
        time_unix_nano: nanos(event.timestamp),
        severity_number: number,
        severity_text: text.to_owned(),
        body: Some(event.message.as_str().into()),
        attributes,
        trace_id: said.trace.map(trace_bytes).unwrap_or_default(),
        span_id: said.segment.as_deref().and_then(span_bytes).unwrap_or_default(),
        observed_time_unix_nano: nanos(now),
    }
}

fn of_server(line: ServerLine, now: Timestamp) -> LogRecord {
    let (number, text) = severity(line.level.to_owned()).unwrap_or((0, ""));
    let mut attributes = vec![KeyValue::new("code.namespace", line.target.as_str())];
    attributes.extend(line.fields.iter().map(|(key, value)| KeyValue::new(key, value.as_str())));
    LogRecord {
        time_unix_nano: nanos(line.at),
        severity_number: number,
        severity_text: text.to_owned(),
        body: Some(line.message.as_str().into()),
        attributes,
        observed_time_unix_nano: nanos(now),
        ..LogRecord::default()
    }
}

/// Number and name of OpenTelemetry's ("Logs Data Model") for a word of Python's, Node.js's or others' loggers.
fn severity(word: String) -> Option<(i32, &'static str)> {
    Some(match word.to_ascii_uppercase().as_str() {
        "TRACE" => (1, "TRACE"),
        "DEBUG" => (5, "DEBUG"),
        "INFO" | "INFORMATION" | "NOTICE" => (9, "INFO"),
        "WARN" | "WARNING" => (13, "WARN"),
        "ERROR" => (17, "ERROR"),
        "FATAL" | "CRITICAL" => (21, "FATAL"),
        _ => return None,
    })
}

/// What a line says of itself.
#[derive(Debug, Default, PartialEq)]
struct Said {
    level: Option<String>,
    request: Option<String>,
    trace: Option<TraceId>,
    segment: Option<String>,
}

impl Said {
    fn of(line: &str) -> Self {
        if line.starts_with('{') {
            return serde_json::from_str::<Map<String, Value>>(line)
                .map(|fields| Self::of_json(&fields))
                .unwrap_or_default();
        }
        for first in ["START RequestId: ", "END RequestId: ", "REPORT RequestId: "] {
            if let Some(rest) = line.strip_prefix(first) {
                return Self::of_platform(rest);
            }
        }
        let parts: Vec<&str> = line.splitn(4, '\t').collect();
        match parts[..] {
            // Python: [LEVEL], time, request. Node.js: time, request, level.
            [level, _, request, _] if level.starts_with('[') && level.ends_with(']') => Self {
                level: Some(level[1..level.len() - 1].to_owned()),
                request: Some(request.to_owned()).filter(|id| is_id(id)),
                ..Self::default()
            },
            [_, request, level, _] if is_id(request) => {
                Self { level: Some(level.to_owned()), request: Some(request.to_owned()), ..Self::default() }
            }
            _ => Self::default(),
        }
    }

    fn of_json(fields: &Map<String, Value>) -> Self {
        let text = |keys: &[&str]| keys.iter().find_map(|key| fields.get(*key)?.as_str()).map(str::to_owned);
        Self {
            level: text(&["level", "severity", "levelname"]),
            request: text(&["requestId", "function_request_id", "AWSRequestId", "aws_request_id"]),
            trace: text(&["xray_trace_id", "xRayTraceId", "trace_id", "traceId"])
                .and_then(|id| TraceId::parse(&id)),
            segment: text(&["span_id", "spanId"]),
        }
    }

    /// START, END and REPORT; the last one has the trace where there was one.
    fn of_platform(rest: &str) -> Self {
        let id = rest.split([' ', '\t', '\n']).next().unwrap_or_default();
        let field = |name: &str| {
            let (_, after) = rest.split_once(name)?;
            after.split(['\t', '\n']).next().map(str::trim)
        };
        Self {
            level: Some("INFO".to_owned()),
            request: Some(id.to_owned()).filter(|id| is_id(id)),
            trace: field("XRAY TraceId: ").and_then(TraceId::parse),
            segment: field("SegmentId: ").map(str::to_owned),
        }
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 36 && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region, Scope};

    const ID: &str = "01234567-89ab-cdef-0123-456789abcdef";

    fn stream(group: &str, stream: &str) -> LogStreamName {
        let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("eu-west-1").unwrap());
        LogStreamName { scope, group: group.into(), stream: stream.into() }
    }

    #[test]
    fn what_lines_say() {
        let trace = TraceId::parse("1-5759e988-bd862e3fe1be46a994272793");
        let said = |level: &str, request: bool| Said {
            level: Some(level.to_owned()),
            request: request.then(|| ID.to_owned()),
            ..Said::default()
        };
        for (line, expected) in [
            (format!("[WARNING]\t2026-11-26T00:00:00.000Z\t{ID}\ttext\twith tabs"), said("WARNING", true)),
            (format!("2026-11-26T00:00:00.000Z\t{ID}\tERROR\ttext"), said("ERROR", true)),
            (format!("START RequestId: {ID} Version: $LATEST"), said("INFO", true)),
            (
                format!("{{\"level\":\"debug\",\"requestId\":\"{ID}\",\"message\":\"x\"}}"),
                said("debug", true),
            ),
            (
                format!(
                    "REPORT RequestId: {ID}\tDuration: 1.00 ms\t\nXRAY TraceId: 1-5759e988-bd862e3fe1be46a994272793\tSegmentId: 53995c3f42cd8ad8\tSampled: true"
                ),
                Said { trace, segment: Some("53995c3f42cd8ad8".to_owned()), ..said("INFO", true) },
            ),
            (
                "{\"level\":\"INFO\",\"xray_trace_id\":\"1-5759e988-bd862e3fe1be46a994272793\"}".to_owned(),
                Said { trace, ..said("INFO", false) },
            ),
            ("hello".to_owned(), Said::default()),
            ("{broken".to_owned(), Said::default()),
            ("a\tb\tc\td".to_owned(), Said::default()),
            ("[\t\t\t".to_owned(), Said::default()),
            (String::new(), Said::default()),
        ] {
            assert_eq!(Said::of(&line), expected, "{line}");
        }
    }

    #[test]
    fn whose_a_stream_is() {
        for (group, name, function, version) in [
            ("/aws/lambda/f", "2026/11/26/[$LATEST]0af3", Some("f"), Some("$LATEST")),
            ("/shared", "2026/11/26/g[7]0af3", Some("g"), Some("7")),
            ("/shared", "mine", None, None),
            ("/aws/lambda/f", "mine", Some("f"), None),
        ] {
            assert_eq!(function_of(group, name), (function, version), "{group} {name}");
        }
    }

    #[test]
    fn records_by_resource() {
        let event = |text: &str| LogEvent { timestamp: Timestamp(1_500), message: text.to_owned() };
        let one = stream("/aws/lambda/f", "2026/11/26/[3]0af3");
        let line = ServerLine {
            at: Timestamp(7),
            level: "WARN",
            target: "store".to_owned(),
            message: "slow".to_owned(),
            fields: vec![("ms".to_owned(), "3".to_owned())],
        };
        let items = vec![
            Item::Function(one.clone(), vec![event("a"), event("b")]),
            Item::Server(line),
            Item::Function(one, vec![event("c")]),
        ];
        let server = Resource::of(vec![KeyValue::new("service.name", "tenfold")], &[]);
        let (bytes, count) = encode(items, &server, &[], Timestamp(9));
        let logs = Logs::decode(&*bytes).unwrap();
        assert_eq!((logs.resources.len(), count), (2, 4));
        let records = &logs.resources[0].scopes[0].records;
        assert_eq!(
            records.iter().map(|record| record.body.clone().unwrap()).collect::<Vec<_>>(),
            ["a", "b", "c"].map(AnyValue::from)
        );
        assert_eq!(
            (records[0].time_unix_nano, records[0].observed_time_unix_nano),
            (1_500_000_000, 9_000_000)
        );
        let resource = logs.resources[0].resource.as_ref().unwrap();
        assert!(resource.attributes.contains(&KeyValue::new("faas.version", "3")));
        assert!(resource.attributes.contains(&KeyValue::new("aws.log.group.names", list("/aws/lambda/f"))));
        let of_server = &logs.resources[1];
        assert_eq!(of_server.resource.as_ref(), Some(&server));
        let record = &of_server.scopes[0].records[0];
        assert_eq!((record.severity_number, record.severity_text.as_str()), (13, "WARN"));
        assert!(record.attributes.contains(&KeyValue::new("ms", "3")));
    }
}
