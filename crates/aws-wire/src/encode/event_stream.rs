//! Events as `application/vnd.amazon.eventstream` frames: lengths, a checksum of those, headers, payload, a checksum of
//! all. Numbers are big-endian (Smithy's specification, "Amazon Event Stream").

use crate::flow::{Content, Event};
use bytes::{BufMut, Bytes, BytesMut};
use serde_json::{Map, Value};

/// Content type of an answer in frames.
pub const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

/// Two lengths and their checksum.
const PRELUDE: usize = 12;
/// The checksum at the end.
const CHECKSUM: usize = 4;
/// The type of a header whose value is text.
const TEXT: u8 = 7;

/// The frame of an event.
pub fn frame(event: Event) -> Bytes {
    let (kind, message, content_type, payload) = match event.content {
        Content::Bytes(bytes) => (":event-type", "event", "application/octet-stream", bytes),
        Content::Members(members) => (":event-type", "event", "application/json", json(members)),
        Content::Exception(members) => (":exception-type", "exception", "application/json", json(members)),
    };
    let headers = [(kind, event.name), (":content-type", content_type), (":message-type", message)];
    // A name's length in one byte, the type, a value's length in two.
    let headers_length: usize = headers.iter().map(|(name, value)| name.len() + value.len() + 4).sum();
    let length = PRELUDE + headers_length + payload.len() + CHECKSUM;
    let mut frame = BytesMut::with_capacity(length);
    frame.put_u32(number(length));
    frame.put_u32(number(headers_length));
    frame.put_u32(crc32fast::hash(&frame));
    for (name, value) in headers {
        frame.put_u8(u8::try_from(name.len()).unwrap_or(u8::MAX));
        frame.put_slice(name.as_bytes());
        frame.put_u8(TEXT);
        frame.put_u16(u16::try_from(value.len()).unwrap_or(u16::MAX));
        frame.put_slice(value.as_bytes());
    }
    frame.put_slice(&payload);
    frame.put_u32(crc32fast::hash(&frame));
    frame.freeze()
}

fn json(members: Map<String, Value>) -> Bytes {
    Bytes::from(Value::Object(members).to_string())
}

/// What answers of protocols that are not REST begin with: the members that are no stream. None of ours has any.
pub fn initial_response() -> Event {
    Event { name: "initial-response", content: Content::Members(Map::new()) }
}

/// No payload comes near what does not fit.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_to_the_byte() {
        // As botocore's EventStreamBuffer takes them, which checks both sums.
        let event = Event { name: "PayloadChunk", content: Content::Bytes(Bytes::from_static(b"a\0\xff")) };
        let expected = b"\x00\x00\x00\x6d\x00\x00\x00\x5a\x8f\x3e\xd4\x7f\
            \x0b:event-type\x07\x00\x0cPayloadChunk\
            \x0d:content-type\x07\x00\x18application/octet-stream\
            \x0d:message-type\x07\x00\x05event\
            a\x00\xff\x9e\xba\x2c\x2f";
        assert_eq!(&frame(event)[..], &expected[..]);
        let members = serde_json::json!({"ErrorCode": "E"}).as_object().unwrap().clone();
        let framed = frame(Event { name: "InvokeComplete", content: Content::Members(members) });
        assert!(
            framed.ends_with(&[b"{\"ErrorCode\":\"E\"}".as_slice(), &framed[framed.len() - 4..]].concat())
        );
        let members = serde_json::json!({"message": "m"}).as_object().unwrap().clone();
        let ended = frame(Event { name: "SessionTimeoutException", content: Content::Exception(members) });
        let has = |text: &[u8]| ended.windows(text.len()).any(|part| part == text);
        assert!(has(b"\x0f:exception-type\x07\x00\x17SessionTimeoutException"));
        assert!(has(b"\x0d:message-type\x07\x00\x09exception{\"message\":\"m\"}"));
        assert_eq!(framed[..4], u32::try_from(framed.len()).unwrap().to_be_bytes());
    }
}
