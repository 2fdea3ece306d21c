//! Segment documents as they come from strangers: whether they are ones, and what they are found by.
//!
//! X-Ray's format (Developer Guide, "segment documents"). Required are `name`, `id`, `start_time`, `trace_id`, and either `end_time` or
//! `in_progress`; a subsegment that comes by itself has `type` and `parent_id` as well. Other fields are kept as they are.

use domain::segment::MAX_DOCUMENT;
use domain::{Segment, Timestamp, TraceId};
use serde_json::{Map, Value};

/// What precedes each document that is sent to the daemon.
const DAEMON_HEADER: &str = "format";
/// The longest name, characters.
const MAX_NAME: usize = 200;

/// A document that is none, and why, in X-Ray's words where they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Of the segment, where it has one.
    pub(crate) id: Option<String>,
    /// Such as `ParseError`.
    pub(crate) code: &'static str,
}

/// Reads a document.
pub(crate) fn read(text: &str) -> Result<Segment, Refused> {
    let parse = || Refused { id: None, code: "ParseError" };
    if text.len() > MAX_DOCUMENT {
        return Err(Refused { id: None, code: "SegmentTooLarge" });
    }
    let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(text) else { return Err(parse()) };
    let id = fields.get("id").and_then(Value::as_str).map(str::to_owned);
    let refuse = |code| Refused { id: id.clone(), code };
    let number = segment_id(&fields, "id").ok_or_else(|| refuse("InvalidId"))?;
    let trace = fields.get("trace_id").and_then(Value::as_str).and_then(TraceId::parse);
    let trace = trace.ok_or_else(|| refuse("InvalidTraceId"))?;
    let name = fields.get("name").and_then(Value::as_str).unwrap_or_default();
    if name.is_empty() || name.chars().count() > MAX_NAME {
        return Err(refuse("InvalidName"));
    }
    let start = seconds(&fields, "start_time").ok_or_else(|| refuse("InvalidStartTime"))?;
    let in_progress = fields.get("in_progress").and_then(Value::as_bool).unwrap_or(false);
    match seconds(&fields, "end_time") {
        Some(end) if end < start || in_progress => return Err(refuse("InvalidEndTime")),
        None if !in_progress => return Err(refuse("InvalidEndTime")),
        _ => {}
    }
    if fields.get("type").and_then(Value::as_str) == Some("subsegment")
        && segment_id(&fields, "parent_id").is_none()
    {
        return Err(refuse("InvalidParentId"));
    }
    Ok(Segment {
        trace,
        id: number,
        start: Timestamp((start * 1_000.0) as i64),
        in_progress,
        document: text.into(),
    })
}

/// What a datagram to the daemon says: a line that names the format, and a document.
pub(crate) fn of_datagram(datagram: &[u8]) -> Option<&str> {
    let (header, document) = std::str::from_utf8(datagram).ok()?.split_once('\n')?;
    let header: Map<String, Value> = serde_json::from_str(header).ok()?;
    (header.get(DAEMON_HEADER)?.as_str()? == "json").then_some(document)
}

/// 16 hexadecimal digits.
fn segment_id(fields: &Map<String, Value>, key: &str) -> Option<u64> {
    let text = fields.get(key)?.as_str()?;
    let fits = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    fits.then(|| u64::from_str_radix(text, 16).ok())?
}

/// Seconds of the Unix epoch, such as milliseconds can tell.
fn seconds(fields: &Map<String, Value>, key: &str) -> Option<f64> {
    fields.get(key)?.as_f64().filter(|seconds| (0.0..=1e11).contains(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"{"name":"n","id":"70de5b6f19ff9a0a","start_time":1.478293361271E9,
        "trace_id":"1-581cf771-a006649127e371903a2de979","end_time":1.478293361449E9}"#;

    #[test]
    fn a_document_is_read() {
        let segment = read(WHOLE).unwrap();
        assert_eq!(segment.id, 0x70de_5b6f_19ff_9a0a);
        assert_eq!(segment.trace.to_string(), "1-581cf771-a006649127e371903a2de979");
        assert_eq!((segment.start, segment.in_progress), (Timestamp(1_478_293_361_271), false));
        let begun = WHOLE.replace(r#""end_time":1.478293361449E9"#, r#""in_progress":true"#);
        assert!(read(&begun).unwrap().in_progress);
    }

    #[test]
    fn what_is_none_is_refused_by_its_reason() {
        for (from, to, code) in [
            ("{", "[", "ParseError"),
            ("70de5b6f19ff9a0a", "70de5b6f19ff9a0", "InvalidId"),
            ("70de5b6f19ff9a0a", "70de5b6f19ff9a0x", "InvalidId"),
            ("\"id\"", "\"ID\"", "InvalidId"),
            ("1-581cf771", "2-581cf771", "InvalidTraceId"),
            ("\"n\"", "\"\"", "InvalidName"),
            ("\"n\"", "7", "InvalidName"),
            ("1.478293361271E9", "\"now\"", "InvalidStartTime"),
            ("1.478293361271E9", "-1", "InvalidStartTime"),
            ("1.478293361271E9", "1e300", "InvalidStartTime"),
            ("1.478293361449E9", "1.4E9", "InvalidEndTime"),
            ("\"end_time\"", "\"ended\"", "InvalidEndTime"),
            ("\"name\"", "\"in_progress\":true,\"name\"", "InvalidEndTime"),
            ("\"name\"", "\"type\":\"subsegment\",\"name\"", "InvalidParentId"),
        ] {
            assert_eq!(read(&WHOLE.replace(from, to)).unwrap_err().code, code, "{from} → {to}");
        }
        let long = WHOLE.replace("\"n\"", &format!("\"{}\"", "x".repeat(201)));
        assert_eq!(read(&long).unwrap_err().code, "InvalidName");
        let large = WHOLE.replace("\"n\"", &format!("\"n\",\"metadata\":\"{}\"", "x".repeat(MAX_DOCUMENT)));
        assert_eq!(read(&large).unwrap_err().code, "SegmentTooLarge");
        let deep = WHOLE.replace("\"n\"", &format!("\"n\",\"metadata\":{}", "[".repeat(10_000)));
        assert_eq!(read(&deep).unwrap_err().code, "ParseError");
    }

    #[test]
    fn datagrams() {
        assert_eq!(of_datagram(b"{\"format\": \"json\", \"version\": 1}\n{\"a\":1}"), Some("{\"a\":1}"));
        for bad in [&b""[..], b"{}\n{}", b"{\"format\":\"xml\"}\n{}", b"{\"format\":\"json\"}", b"\xff\n{}"] {
            assert_eq!(of_datagram(bad), None, "{bad:?}");
        }
    }
}
