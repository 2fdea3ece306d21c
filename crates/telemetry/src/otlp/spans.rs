//! Segments of X-Ray as spans: the same ids, and what X-Ray says of a segment by the names of OpenTelemetry's conventions.
//!
//! A segment in progress is left out: it comes again with its end. Subsegments are spans of their own. What has no name in the conventions
//! is called as the collector's X-Ray receiver calls it (`aws.xray.…`).

use super::message::{
    Any, AnyValue, Event, KeyValue, Link, List, Resource, ResourceSpans, ScopeSpans, Span, SpanKind, Status,
    StatusCode, Traces, scope,
};
use domain::{FunctionArn, FunctionRef, Scope, Segment, TraceId};
use prost::Message;
use serde_json::Value;

/// Subsegments within each other, at most; what is deeper is left out.
const DEPTH: usize = 32;
/// Spans of one document at most.
const SPANS: usize = 2_000;
/// The flag of a trace that is sampled (W3C Trace Context).
const SAMPLED: u32 = 1;

/// An account's or region's segment.
pub(crate) type Item = (Scope, Segment);

/// A whole request, and how many spans are in it.
pub(crate) fn encode(items: Vec<Item>, configured: &[(String, String)]) -> (Vec<u8>, u64) {
    let (mut resources, mut count) = (Vec::<ResourceSpans>::new(), 0);
    for (of, segment) in items {
        let Ok(document) = serde_json::from_str::<Value>(&segment.document) else { continue };
        let mut spans = Vec::new();
        Walk { trace: segment.trace, spans: &mut spans }.take(&document, None, 0);
        if spans.is_empty() {
            continue;
        }
        count += spans.len() as u64;
        let resource = Some(resource(&of, &document, configured));
        match resources.iter_mut().find(|known| known.resource == resource) {
            Some(known) => known.scopes[0].spans.append(&mut spans),
            None => {
                resources.push(ResourceSpans { resource, scopes: vec![ScopeSpans { scope: scope(), spans }] })
            }
        }
    }
    (Traces { resources }.encode_to_vec(), count)
}

/// What did it: a function, or a service that its SDK names.
fn resource(of: &Scope, document: &Value, configured: &[(String, String)]) -> Resource {
    let text = |key: &str| document.get(key).and_then(Value::as_str);
    let mut known = Vec::new();
    let arn = text("resource_arn")
        .filter(|_| text("origin").is_some_and(|origin| origin.starts_with("AWS::Lambda")));
    let function = arn.and_then(|arn| FunctionRef::parse(arn).ok());
    match &function {
        Some(function) => {
            known = of_function(of, function.name.as_str());
            if let Some(version) = document.pointer("/aws/function_version").and_then(Value::as_str) {
                known.push(KeyValue::new("faas.version", version));
            }
        }
        None => {
            known.push(KeyValue::new("service.name", text("name").unwrap_or("unknown_service")));
            known.push(KeyValue::new("cloud.provider", "aws"));
            known.push(KeyValue::new("cloud.region", of.region.as_str()));
            known.push(KeyValue::new("cloud.account.id", of.account.as_str()));
        }
    }
    Resource::of(known, configured)
}

/// What is known of a function.
pub(crate) fn of_function(of: &Scope, name: &str) -> Vec<KeyValue> {
    let mut known = vec![
        KeyValue::new("service.name", name),
        KeyValue::new("faas.name", name),
        KeyValue::new("cloud.provider", "aws"),
        KeyValue::new("cloud.platform", "aws_lambda"),
        KeyValue::new("cloud.region", of.region.as_str()),
        KeyValue::new("cloud.account.id", of.account.as_str()),
    ];
    if let Ok(name) = domain::FunctionName::new(name) {
        let arn = FunctionArn::unqualified(of.clone(), name).to_string();
        known.push(KeyValue::new("cloud.resource_id", arn.as_str()));
    }
    known
}

/// 16 bytes, as W3C has them.
pub(crate) fn trace_bytes(trace: TraceId) -> Vec<u8> {
    (u128::from(trace.seconds) << 96 | trace.unique).to_be_bytes().to_vec()
}

/// 8 bytes of 16 digits.
pub(crate) fn span_bytes(id: &str) -> Option<Vec<u8>> {
    let bits = u64::from_str_radix(id, 16).ok().filter(|_| id.len() == 16 && !id.starts_with('+'))?;
    Some(bits.to_be_bytes().to_vec())
}

struct Walk<'a> {
    trace: TraceId,
    spans: &'a mut Vec<Span>,
}

impl Walk<'_> {
    fn take(&mut self, document: &Value, parent: Option<&[u8]>, depth: usize) {
        if depth > DEPTH || self.spans.len() >= SPANS {
            return;
        }
        let Some(id) = document.get("id").and_then(Value::as_str).and_then(span_bytes) else { return };
        let ended = document.get("end_time").and_then(Value::as_f64);
        if let Some(end) = ended {
            let span = self.span(document, &id, parent, end);
            self.spans.push(span);
        }
        for sub in document.get("subsegments").and_then(Value::as_array).into_iter().flatten() {
            self.take(sub, Some(&id), depth + 1);
        }
    }

    fn span(&self, document: &Value, id: &[u8], parent: Option<&[u8]>, end: f64) -> Span {
        let text = |key: &str| document.get(key).and_then(Value::as_str);
        let own_parent = text("parent_id").and_then(span_bytes);
        let is_sub = parent.is_some() || text("type") == Some("subsegment");
        let namespace = text("namespace");
        let kind = match (is_sub, namespace) {
            (false, _) => SpanKind::Server,
            (true, Some("aws" | "remote")) => SpanKind::Client,
            (true, _) => SpanKind::Internal,
        };
        let start = nanos(document.get("start_time").and_then(Value::as_f64).unwrap_or(end));
        let end = nanos(end);
        Span {
            trace_id: trace_bytes(self.trace),
            span_id: id.to_vec(),
            parent_span_id: parent.map(<[u8]>::to_vec).or(own_parent).unwrap_or_default(),
            flags: SAMPLED,
            name: text("name").unwrap_or_default().to_owned(),
            kind: kind as i32,
            start_time_unix_nano: start,
            end_time_unix_nano: end.max(start),
            attributes: attributes(document),
            events: exceptions(document, end),
            links: links(document),
            status: status(document),
        }
    }
}

/// X-Ray's times are seconds with parts; microseconds are what a double of them holds.
fn nanos(seconds: f64) -> u64 {
    // Negative and huge numbers become the nearest one.
    ((seconds * 1e6).round() as u64).saturating_mul(1_000)
}

fn is(document: &Value, key: &str) -> bool {
    document.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn status(document: &Value) -> Option<Status> {
    let failed = ["fault", "error", "throttle"].iter().any(|key| is(document, key));
    let message = document.pointer("/cause/exceptions/0/message").and_then(Value::as_str).unwrap_or_default();
    let (code, message) = match failed {
        true => (StatusCode::Error, message),
        false => (StatusCode::Unset, ""),
    };
    Some(Status { message: message.to_owned(), code: code as i32 })
}

fn attributes(document: &Value) -> Vec<KeyValue> {
    let mut found = Vec::new();
    let mut put = |key: &str, value: Option<AnyValue>| {
        found.extend(value.map(|value| KeyValue { key: key.to_owned(), value: Some(value) }));
    };
    for (pointer, key) in [
        ("/http/request/method", "http.request.method"),
        ("/http/request/url", "url.full"),
        ("/http/request/user_agent", "user_agent.original"),
        ("/http/request/client_ip", "client.address"),
        ("/http/response/status", "http.response.status_code"),
        ("/http/response/content_length", "http.response.body.size"),
        ("/aws/request_id", "aws.request_id"),
        ("/aws/operation", "rpc.method"),
        ("/aws/table_name", "aws.dynamodb.table_names"),
        ("/aws/queue_url", "aws.sqs.queue.url"),
        ("/aws/function_arn", "aws.lambda.invoked_arn"),
        ("/sql/sanitized_query", "db.query.text"),
        ("/sql/database_type", "db.system.name"),
        ("/user", "enduser.id"),
        ("/origin", "aws.xray.origin"),
        ("/namespace", "aws.xray.namespace"),
    ] {
        put(key, document.pointer(pointer).and_then(simple));
    }
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str);
    if text("/namespace") == Some("aws") {
        put("rpc.system", Some("aws-api".into()));
        put("rpc.service", text("/name").map(AnyValue::from));
    }
    let is_lambda = text("/origin").is_some_and(|origin| origin.starts_with("AWS::Lambda"));
    if is_lambda {
        put("faas.invocation_id", text("/aws/request_id").map(AnyValue::from));
    }
    if text("/origin") == Some("AWS::Lambda::Function") {
        let parts = document.get("subsegments").and_then(Value::as_array).into_iter().flatten();
        let mut parts = parts.filter_map(|part| part.get("name").and_then(Value::as_str));
        put("faas.coldstart", Some(parts.any(|name| matches!(name, "Initialization" | "Restore")).into()));
    }
    if is(document, "throttle") {
        put("aws.xray.throttle", Some(true.into()));
    }
    let fields = |key: &str| document.get(key).and_then(Value::as_object).into_iter().flatten();
    let mut names = Vec::new();
    for (key, value) in fields("annotations") {
        put(key, simple(value));
        names.push(AnyValue::from(key.as_str()));
    }
    if !names.is_empty() {
        put("aws.xray.annotations", Some(AnyValue { value: Some(Any::List(List { values: names })) }));
    }
    for (key, value) in fields("metadata") {
        put(&format!("aws.xray.metadata.{key}"), Some(value.to_string().as_str().into()));
    }
    found
}

/// What an attribute can be of one value.
fn simple(value: &Value) -> Option<AnyValue> {
    match value {
        Value::String(text) => Some(text.as_str().into()),
        Value::Bool(is) => Some((*is).into()),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Some(whole.into()),
            None => number.as_f64().map(|real| AnyValue { value: Some(Any::Real(real)) }),
        },
        _ => None,
    }
}

fn exceptions(document: &Value, at: u64) -> Vec<Event> {
    let exceptions = document.pointer("/cause/exceptions").and_then(Value::as_array).into_iter().flatten();
    let event = |exception: &Value| {
        let text = |key: &str| exception.get(key).and_then(Value::as_str);
        let mut attributes = Vec::new();
        for (key, name) in [("type", "exception.type"), ("message", "exception.message")] {
            attributes.extend(text(key).map(|value| KeyValue::new(name, value)));
        }
        let frames = exception.get("stack").and_then(Value::as_array).into_iter().flatten();
        let frame = |frame: &Value| {
            let text = |key: &str| frame.get(key).and_then(Value::as_str).unwrap_or_default();
            let line = frame.get("line").and_then(Value::as_i64).unwrap_or_default();
            format!("  at {} ({}:{line})", text("label"), text("path"))
        };
        let stack: Vec<_> = frames.map(frame).collect();
        if !stack.is_empty() {
            attributes.push(KeyValue::new("exception.stacktrace", stack.join("\n").as_str()));
        }
        Event { time_unix_nano: at, name: "exception".to_owned(), attributes }
    };
    exceptions.take(64).map(event).collect()
}

fn links(document: &Value) -> Vec<Link> {
    let links = document.get("links").and_then(Value::as_array).into_iter().flatten();
    let link = |link: &Value| {
        let text = |key: &str| link.get(key).and_then(Value::as_str);
        let trace = text("trace_id").and_then(TraceId::parse)?;
        Some(Link { trace_id: trace_bytes(trace), span_id: text("id").and_then(span_bytes)? })
    };
    links.filter_map(link).take(128).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region, Timestamp};
    use serde_json::json;

    fn of() -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new("eu-west-1").unwrap())
    }

    fn encoded(document: &Value) -> Traces {
        let segment = Segment {
            trace: TraceId::parse("1-5759e988-bd862e3fe1be46a994272793").unwrap(),
            id: 1,
            start: Timestamp(0),
            in_progress: false,
            document: document.to_string().into(),
        };
        let configured = [("deployment.environment.name".to_owned(), "test".to_owned())];
        let (bytes, _) = encode(vec![(of(), segment)], &configured);
        Traces::decode(&*bytes).unwrap()
    }

    fn text(attributes: &[KeyValue], key: &str) -> String {
        match attributes.iter().find(|attribute| attribute.key == key).map(|found| found.value.clone()) {
            Some(Some(AnyValue { value: Some(Any::Text(text)) })) => text,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_function() {
        let arn = "arn:aws:lambda:eu-west-1:123456789012:function:f:3";
        let document = json!({
            "id": "00000000000000aa", "trace_id": "1-5759e988-bd862e3fe1be46a994272793", "parent_id": "53995c3f42cd8ad8",
            "name": "f", "start_time": 1_478_293_361.271, "end_time": 1_478_293_361.5, "origin": "AWS::Lambda::Function",
            "resource_arn": arn, "fault": true,
            "aws": { "function_arn": arn, "request_id": "r-1", "function_version": "3" },
            "cause": { "exceptions": [{ "id": "1", "type": "ValueError", "message": "no", "stack": [{ "path": "a.py", "line": 7, "label": "f" }] }] },
            "annotations": { "size": 3, "of": "cake" }, "metadata": { "default": { "a": [1] } },
            "subsegments": [
                { "id": "00000000000000ab", "name": "Initialization", "start_time": 1_478_293_361.271, "end_time": 1_478_293_361.3 },
                { "id": "00000000000000ac", "name": "Invocation", "start_time": 1_478_293_361.3, "end_time": 1_478_293_361.4, "subsegments": [
                    { "id": "00000000000000ad", "name": "S3", "namespace": "aws", "start_time": 1.0, "end_time": 2.0, "aws": { "operation": "GetObject" },
                      "http": { "response": { "status": 404 } }, "error": true },
                    { "id": "00000000000000ae", "name": "goes on", "start_time": 1.0, "in_progress": true },
                ] },
            ],
        });
        let traces = encoded(&document);
        let [resource] = &traces.resources[..] else { panic!() };
        let attributes = &resource.resource.as_ref().unwrap().attributes;
        for (key, value) in [
            ("service.name", "f"),
            ("faas.name", "f"),
            ("faas.version", "3"),
            ("cloud.region", "eu-west-1"),
            ("cloud.account.id", "123456789012"),
            ("cloud.resource_id", "arn:aws:lambda:eu-west-1:123456789012:function:f"),
            ("deployment.environment.name", "test"),
        ] {
            assert_eq!(text(attributes, key), value, "{key}");
        }
        let spans = &resource.scopes[0].spans;
        assert_eq!(
            spans.iter().map(|span| span.name.as_str()).collect::<Vec<_>>(),
            ["f", "Initialization", "Invocation", "S3"]
        );
        let [whole, init, invocation, s3] = &spans[..] else { panic!() };
        assert_eq!(domain::hex::hex(&whole.trace_id), "5759e988bd862e3fe1be46a994272793");
        assert_eq!(domain::hex::hex(&whole.span_id), "00000000000000aa");
        assert_eq!(domain::hex::hex(&whole.parent_span_id), "53995c3f42cd8ad8");
        assert_eq!((&init.parent_span_id, &invocation.parent_span_id), (&whole.span_id, &whole.span_id));
        assert_eq!(s3.parent_span_id, invocation.span_id);
        assert_eq!(whole.start_time_unix_nano, 1_478_293_361_271_000_000);
        assert_eq!([whole.kind, init.kind, s3.kind], [2, 1, 3]);
        assert_eq!([whole, init, s3].map(|span| span.status.as_ref().unwrap().code), [2, 0, 2]);
        assert_eq!(whole.status.as_ref().unwrap().message, "no");
        assert_eq!(text(&whole.attributes, "faas.invocation_id"), "r-1");
        assert_eq!(text(&whole.attributes, "of"), "cake");
        assert_eq!(text(&whole.attributes, "aws.xray.metadata.default"), r#"{"a":[1]}"#);
        assert!(whole.attributes.contains(&KeyValue::new("faas.coldstart", true)));
        assert!(whole.attributes.contains(&KeyValue::new("size", 3)));
        assert_eq!(text(&whole.events[0].attributes, "exception.stacktrace"), "  at f (a.py:7)");
        assert_eq!(
            (text(&s3.attributes, "rpc.service"), text(&s3.attributes, "rpc.method")),
            ("S3".into(), "GetObject".into())
        );
        assert!(s3.attributes.contains(&KeyValue::new("http.response.status_code", 404)));
    }

    #[test]
    fn what_goes_on_and_what_is_broken_is_left_out() {
        for document in [
            json!({ "id": "00000000000000aa", "name": "f", "start_time": 1.0, "in_progress": true }),
            json!({ "id": "xx", "name": "f", "start_time": 1.0, "end_time": 2.0 }),
            json!([]),
            json!("text"),
        ] {
            assert_eq!(encoded(&document).resources, [], "{document}");
        }
        let deep = (0..50).fold(json!({ "id": "00000000000000aa", "name": "s", "start_time": 1.0, "end_time": 2.0 }), |inner, _| {
            json!({ "id": "00000000000000aa", "name": "s", "start_time": 1.0, "end_time": 2.0, "subsegments": [inner] })
        });
        assert_eq!(encoded(&deep).resources[0].scopes[0].spans.len(), DEPTH + 1);
        let odd = json!({ "id": "00000000000000aa", "name": "f", "start_time": -1e300, "end_time": -1.0, "links": [{}, { "trace_id": "1-5759e988-bd862e3fe1be46a994272793", "id": "00000000000000ab" }] });
        let span = encoded(&odd).resources[0].scopes[0].spans[0].clone();
        assert_eq!((span.start_time_unix_nano, span.end_time_unix_nano, span.links.len()), (0, 0, 1));
        assert_eq!((nanos(1e300), nanos(f64::NAN), nanos(1.5)), (u64::MAX, 0, 1_500_000_000));
    }

    #[test]
    fn segments_of_one_resource_share_it() {
        let document =
            json!({ "id": "00000000000000aa", "name": "shop", "start_time": 1.0, "end_time": 2.0 })
                .to_string();
        let segment = |id| Segment {
            trace: TraceId { seconds: 1, unique: 2 },
            id,
            start: Timestamp(0),
            in_progress: false,
            document: document.as_str().into(),
        };
        let (bytes, count) = encode(vec![(of(), segment(1)), (of(), segment(2))], &[]);
        let traces = Traces::decode(&*bytes).unwrap();
        assert_eq!((traces.resources.len(), traces.resources[0].scopes[0].spans.len(), count), (1, 2, 2));
        assert_eq!(text(&traces.resources[0].resource.as_ref().unwrap().attributes, "service.name"), "shop");
    }
}
