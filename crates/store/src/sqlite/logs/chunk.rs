//! Events of one stream that are kept together, and the bytes that they are kept as. Pure.
//!
//! The bytes are, plain or as one deflate stream: the number of events; for each its time, number and time of arrival, all
//! as differences to the one before, and the length of its message; then the messages. Numbers are LEB128, signed ones zigzag.

use crate::sqlite::varint::{put, take, unzigzag, zigzag};
use crate::{EVENT_OVERHEAD, EventPosition, StoreError};
use domain::Timestamp;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read as _;
use std::ops::Range;

/// What a chunk has at most, where it has more than one event: bytes of messages with [`EVENT_OVERHEAD`] for each.
pub(super) const FULL: u64 = 64 * 1024;
/// The time between the first and the last event of a chunk, milliseconds, at most. Who looks for chunks of a moment
/// looks so far back.
pub(super) const SPAN: i64 = 3_600_000;
/// Encoded bytes below which nothing is compressed.
const WORTHWHILE: usize = 256;
/// Encoded bytes of an event beside its message, at most: four numbers of up to ten bytes.
const EVENT_HEAD: usize = 40;

/// How the bytes of a chunk are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Deflate,
}

/// An event among [`Events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EventRef<'e> {
    pub(super) position: EventPosition,
    pub(super) ingestion: Timestamp,
    pub(super) message: &'e str,
}

impl EventRef<'_> {
    /// What it counts for.
    pub(super) fn size(&self) -> u64 {
        size(self.message)
    }
}

/// What an event with this message counts for, bytes.
pub(super) fn size(message: &str) -> u64 {
    message.len() as u64 + EVENT_OVERHEAD
}

#[derive(Debug)]
struct Entry {
    position: EventPosition,
    ingestion: Timestamp,
    message: Range<usize>,
}

/// Events in memory, their messages in one piece.
#[derive(Debug, Default)]
pub(super) struct Events {
    entries: Vec<Entry>,
    text: String,
}

impl Events {
    pub(super) fn push(&mut self, event: EventRef<'_>) {
        let start = self.text.len();
        self.text.push_str(event.message);
        let message = start..self.text.len();
        self.entries.push(Entry { position: event.position, ingestion: event.ingestion, message });
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<EventRef<'_>> {
        self.entries.get(index).map(|entry| self.event(entry))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = EventRef<'_>> {
        self.entries.iter().map(|entry| self.event(entry))
    }

    fn event(&self, entry: &Entry) -> EventRef<'_> {
        let message = self.text.get(entry.message.clone()).unwrap_or_default();
        EventRef { position: entry.position, ingestion: entry.ingestion, message }
    }

    /// By position, as a chunk has to be.
    pub(super) fn sort(&mut self) {
        self.entries.sort_unstable_by_key(|entry| entry.position);
    }

    /// Messages with [`EVENT_OVERHEAD`] for each.
    pub(super) fn bytes(&self) -> u64 {
        self.iter().map(|event| event.size()).sum()
    }

    /// Memory that they take, roughly.
    pub(super) fn weight(&self) -> usize {
        self.text.len() + self.entries.len() * size_of::<Entry>()
    }

    /// The first and the last of sorted events.
    pub(super) fn ends(&self) -> Option<(EventPosition, EventPosition)> {
        Some((self.entries.first()?.position, self.entries.last()?.position))
    }

    /// Where sorted events go on after a position.
    pub(super) fn first_after(&self, position: EventPosition) -> Option<usize> {
        Some(self.entries.partition_point(|entry| entry.position <= position))
    }

    /// Where sorted events end before a position.
    pub(super) fn last_before(&self, position: EventPosition) -> Option<usize> {
        self.entries.partition_point(|entry| entry.position < position).checked_sub(1)
    }

    /// Sorted events in pieces of at most [`FULL`] bytes and [`SPAN`].
    pub(super) fn pieces(&self) -> Vec<Events> {
        let mut pieces = Vec::new();
        let (mut piece, mut bytes, mut last_time) = (Events::default(), 0, i64::MAX);
        for event in self.iter() {
            let fits = bytes + event.size() <= FULL && event.position.timestamp.0 <= last_time;
            if piece.len() > 0 && !fits {
                pieces.push(std::mem::take(&mut piece));
            }
            if piece.len() == 0 {
                (bytes, last_time) = (0, event.position.timestamp.0.saturating_add(SPAN));
            }
            bytes += event.size();
            piece.push(event);
        }
        if piece.len() > 0 {
            pieces.push(piece);
        }
        pieces
    }

    /// As bytes, compressed where that is asked for and makes them fewer.
    pub(super) fn encode(&self, compress: bool) -> (Form, Vec<u8>) {
        let plain = self.plain();
        if !compress || plain.len() < WORTHWHILE {
            return (Form::Plain, plain);
        }
        let mut packed = Vec::with_capacity(plain.len() / 4);
        match DeflateEncoder::new(plain.as_slice(), Compression::default()).read_to_end(&mut packed) {
            Ok(_) if packed.len() < plain.len() => (Form::Deflate, packed),
            // From memory to memory nothing fails.
            _ => (Form::Plain, plain),
        }
    }

    fn plain(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.text.len() + self.entries.len() * 8);
        put(&mut bytes, self.entries.len() as u64);
        let mut last = [0; 3];
        for event in self.iter() {
            let numbers = [event.position.timestamp.0, event.position.sequence, event.ingestion.0];
            for (number, before) in numbers.into_iter().zip(&mut last) {
                put(&mut bytes, zigzag(number.wrapping_sub(*before)));
                *before = number;
            }
            put(&mut bytes, event.message.len() as u64);
        }
        self.iter().for_each(|event| bytes.extend_from_slice(event.message.as_bytes()));
        bytes
    }

    /// From bytes that say they are `events` events of `size` bytes (with [`EVENT_OVERHEAD`]). Errors: `Corrupt`.
    pub(super) fn decode(form: Form, data: &[u8], events: usize, size: u64) -> Result<Self, StoreError> {
        let corrupt = || StoreError::Corrupt("a chunk of log events cannot be read".to_owned());
        match form {
            Form::Plain => Self::read(data, events),
            Form::Deflate => {
                let most = size.saturating_add((events as u64 + 1) * EVENT_HEAD as u64);
                let mut plain = Vec::new();
                let read = DeflateDecoder::new(data).take(most).read_to_end(&mut plain);
                read.ok().and_then(|_| Self::read(&plain, events))
            }
        }
        .ok_or_else(corrupt)
    }

    fn read(mut data: &[u8], events: usize) -> Option<Self> {
        let count = usize::try_from(take(&mut data)?).ok()?;
        // Each takes four bytes at least: what is not there is not allocated for.
        if count != events || count > data.len() / 4 {
            return None;
        }
        let (mut entries, mut last, mut end) = (Vec::with_capacity(count), [0_i64; 3], 0_usize);
        for _ in 0..count {
            for number in &mut last {
                *number = number.wrapping_add(unzigzag(take(&mut data)?));
            }
            let [timestamp, sequence, ingestion] = last;
            let start = end;
            end = start.checked_add(usize::try_from(take(&mut data)?).ok()?)?;
            entries.push(Entry {
                position: EventPosition { timestamp: Timestamp(timestamp), sequence },
                ingestion: Timestamp(ingestion),
                message: start..end,
            });
        }
        let text = String::from_utf8(data.to_vec()).ok()?;
        let whole =
            end == text.len() && entries.iter().all(|entry| text.is_char_boundary(entry.message.start));
        whole.then_some(Self { entries, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn events(parts: &[(i64, i64, i64, String)]) -> Events {
        let mut events = Events::default();
        for (timestamp, sequence, ingestion, message) in parts {
            let position = EventPosition { timestamp: Timestamp(*timestamp), sequence: *sequence };
            events.push(EventRef { position, ingestion: Timestamp(*ingestion), message });
        }
        events
    }

    fn any_events() -> impl Strategy<Value = Events> {
        let event = (any::<i64>(), any::<i64>(), any::<i64>(), "(\\PC{0,20}|[a-c]{0,600})");
        prop::collection::vec(event, 0..40).prop_map(|parts| events(&parts))
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(events in any_events(), compress: bool) {
            let (form, data) = events.encode(compress);
            let again = Events::decode(form, &data, events.len(), events.bytes()).unwrap();
            prop_assert!(again.iter().eq(events.iter()));
        }

        #[test]
        fn any_bytes_are_decoded_or_refused(data: Vec<u8>, count in 0_usize..50) {
            for form in [Form::Plain, Form::Deflate] {
                if let Ok(events) = Events::decode(form, &data, count, 1_000) {
                    prop_assert_eq!(events.iter().count(), count);
                }
            }
        }

        #[test]
        fn a_changed_byte_never_panics(events in any_events(), compress: bool, at: prop::sample::Index, with: u8) {
            let (form, mut data) = events.encode(compress);
            let at = at.index(data.len());
            data[at] = with;
            let _ = Events::decode(form, &data, events.len(), events.bytes());
        }

        #[test]
        fn pieces_are_within_their_bounds(
            times in prop::collection::vec(0..5 * SPAN, 0..60),
            lengths in prop::collection::vec(0..40_000_usize, 60),
        ) {
            let parts: Vec<_> = times.iter().zip(&lengths).enumerate()
                .map(|(n, (at, length))| (*at, n as i64, 0, "x".repeat(*length)))
                .collect();
            let mut events = events(&parts);
            events.sort();
            let pieces = events.pieces();
            for piece in &pieces {
                let (first, last) = piece.ends().unwrap();
                prop_assert!(last.timestamp.0 - first.timestamp.0 <= SPAN);
                prop_assert!(piece.bytes() <= FULL || piece.len() == 1);
            }
            prop_assert!(pieces.iter().flat_map(Events::iter).eq(events.iter()));
        }
    }

    #[test]
    fn lines_of_a_log_become_a_sixth() {
        let line = |n: i64| {
            format!(
                "{{\"level\":\"INFO\",\"requestId\":\"{:016x}\",\"message\":\"order {n} was taken\"}}",
                n * 7_919
            )
        };
        let parts: Vec<_> = (0..500).map(|n| (n * 3, n, n * 3, line(n))).collect();
        let events = events(&parts);
        let (form, data) = events.encode(true);
        assert_eq!(form, Form::Deflate);
        assert!(data.len() * 6 < events.text.len(), "{} of {}", data.len(), events.text.len());
    }
}
