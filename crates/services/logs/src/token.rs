//! Tokens with which lists go on, and ids of events. Callers take them as opaque; they come back from strangers and
//! are checked.

use crate::errors::invalid;
use aws_wire::ApiError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use domain::Timestamp;
use store::{EventPosition, FilteredEvent, StreamCursor};

/// 56 digits, which is how long AWS's own are: an event's time and number.
pub(crate) fn event_id(position: EventPosition) -> String {
    format!("{:020}{:036}", position.timestamp.0.max(0), position.sequence.max(0))
}

fn read_event_id(text: &str) -> Option<EventPosition> {
    if text.len() != 56 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (timestamp, sequence) = text.split_at(20);
    Some(EventPosition { timestamp: Timestamp(timestamp.parse().ok()?), sequence: sequence.parse().ok()? })
}

fn refuse() -> ApiError {
    invalid("The specified nextToken is invalid.")
}

/// A place in one stream, and the direction of reading from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StreamToken {
    Forward(EventPosition),
    Backward(EventPosition),
}

impl StreamToken {
    pub(crate) fn write(self) -> String {
        match self {
            Self::Forward(position) => format!("f/{}/s", event_id(position)),
            Self::Backward(position) => format!("b/{}/s", event_id(position)),
        }
    }

    pub(crate) fn read(text: &str) -> Result<Self, ApiError> {
        let inner = text.get(2..).and_then(|rest| rest.strip_suffix("/s")).and_then(read_event_id);
        match (text.get(..2), inner) {
            (Some("f/"), Some(position)) => Ok(Self::Forward(position)),
            (Some("b/"), Some(position)) => Ok(Self::Backward(position)),
            _ => Err(refuse()),
        }
    }
}

/// A place in a search through a group.
pub(crate) fn write_search(position: EventPosition) -> String {
    BASE64.encode(event_id(position))
}

pub(crate) fn read_search(text: &str) -> Result<EventPosition, ApiError> {
    decode(text).and_then(|id| read_event_id(&id)).ok_or_else(refuse)
}

/// A pointer to an event, as queries give it: the group (`<account>:<name>`), the stream, the place.
pub(crate) fn write_pointer(found: &FilteredEvent, log: &str) -> String {
    BASE64.encode(format!("{}\0{}\0{log}", event_id(found.event.position), found.stream))
}

/// Group, stream and place.
pub(crate) fn read_pointer(text: &str) -> Option<(String, String, EventPosition)> {
    let text = decode(text)?;
    let mut parts = text.splitn(3, '\0');
    let (id, stream, log) = (parts.next()?, parts.next()?, parts.next()?);
    Some((log.to_owned(), stream.to_owned(), read_event_id(id)?))
}

/// A place in a list of groups.
pub(crate) fn write_name(name: &str) -> String {
    BASE64.encode(name)
}

pub(crate) fn read_name(text: &str) -> Result<String, ApiError> {
    decode(text).ok_or_else(refuse)
}

/// A place in a list of streams.
pub(crate) fn write_cursor(cursor: &StreamCursor) -> String {
    let last = cursor.last_event.map(|t| t.0.to_string()).unwrap_or_default();
    BASE64.encode(format!("{last}/{}", cursor.name))
}

pub(crate) fn read_cursor(text: &str) -> Result<StreamCursor, ApiError> {
    let text = decode(text).ok_or_else(refuse)?;
    let (last, name) = text.split_once('/').ok_or_else(refuse)?;
    let last_event = match last {
        "" => None,
        digits => Some(Timestamp(digits.parse().map_err(|_| refuse())?)),
    };
    Ok(StreamCursor { last_event, name: name.to_owned() })
}

fn decode(text: &str) -> Option<String> {
    String::from_utf8(BASE64.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_round_trip() {
        let position = EventPosition { timestamp: Timestamp(1_795_544_521_123), sequence: 42 };
        for token in [StreamToken::Forward(position), StreamToken::Backward(position)] {
            assert_eq!(StreamToken::read(&token.write()), Ok(token));
        }
        assert_eq!(read_search(&write_search(position)), Ok(position));
        for last_event in [None, Some(Timestamp(7))] {
            let cursor = StreamCursor { last_event, name: "2026/11/24/[$LATEST]abc".to_owned() };
            assert_eq!(read_cursor(&write_cursor(&cursor)), Ok(cursor));
        }
        assert_eq!(read_name(&write_name("/aws/lambda/x")).as_deref(), Ok("/aws/lambda/x"));
    }

    #[test]
    fn foreign_tokens_are_refused() {
        let long = "9".repeat(56);
        for bad in ["", "f", "f/", "x/1/s", "f/1/s", "\u{e9}\u{e9}", &format!("f/{long}/s"), "f//s", &long] {
            assert!(StreamToken::read(bad).is_err(), "{bad}");
            assert!(read_search(bad).is_err(), "{bad}");
        }
        assert!(read_cursor(&BASE64.encode("x/y")).is_err());
        assert!(read_cursor("====").is_err());
    }
}
