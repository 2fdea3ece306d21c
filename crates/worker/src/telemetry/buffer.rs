//! The events that wait for one subscriber, in batches. Pure.
//!
//! One batch is being gathered; one that is full may wait beside it while an earlier one is on its way. What comes when
//! both are full is counted.

use super::budget::{Budget, Charge};
use bytes::Bytes;
use runtime_api::Buffering;
use tokio::time::Instant;

/// How the events of a batch are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// A JSON array.
    Array,
    /// A line each.
    Lines,
}

/// A batch for sending.
pub(super) struct Batch {
    /// The events, put together.
    pub(super) body: Bytes,
    /// Their number.
    pub(super) items: u64,
    /// Their bytes.
    pub(super) bytes: u64,
    _charge: Charge,
}

/// When there is something to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Now,
    At(Instant),
    Never,
}

/// See the module's documentation.
pub(super) struct Buffer {
    pub(super) limits: Buffering,
    framing: Framing,
    budget: Budget,
    current: Gathering,
    full: Option<Batch>,
    flushing: bool,
    dropped: (u64, u64),
}

struct Gathering {
    body: Vec<u8>,
    items: u64,
    bytes: u64,
    since: Option<Instant>,
    charge: Charge,
}

impl Buffer {
    pub(super) fn new(limits: Buffering, framing: Framing, budget: Budget) -> Self {
        let current = Gathering::new(&budget);
        Self { limits, framing, budget, current, full: None, flushing: false, dropped: (0, 0) }
    }

    /// Takes an event, or counts it. True where the answer of [`Self::due`] has changed.
    pub(super) fn push(&mut self, event: &str, now: Instant) -> bool {
        let was = self.due();
        if !self.has_room(event.len()) && self.full.is_none() {
            self.full = self.seal();
        }
        if self.has_room(event.len()) && self.current.charge.add(event.len()) {
            let Gathering { body, items, bytes, since, .. } = &mut self.current;
            match (self.framing, *items) {
                (Framing::Array, 0) => body.push(b'['),
                (Framing::Array, _) => body.push(b','),
                (Framing::Lines, _) => {}
            }
            body.extend_from_slice(event.as_bytes());
            if self.framing == Framing::Lines {
                body.push(b'\n');
            }
            *items += 1;
            *bytes += event.len() as u64;
            since.get_or_insert(now);
        } else {
            self.count_dropped(1, event.len() as u64);
        }
        self.due() != was
    }

    /// An event that is larger than a batch may be is a batch by itself.
    fn has_room(&self, bytes: usize) -> bool {
        let Gathering { items, bytes: gathered, .. } = self.current;
        items == 0
            || (items < self.limits.max_items as u64
                && gathered + bytes as u64 <= self.limits.max_bytes as u64)
    }

    /// When the next batch is to be sent.
    pub(super) fn due(&self) -> Due {
        let Gathering { items, bytes, since, .. } = self.current;
        let is_full = items >= self.limits.max_items as u64 || bytes >= self.limits.max_bytes as u64;
        match since {
            _ if self.full.is_some() => Due::Now,
            Some(_) if is_full || self.flushing => Due::Now,
            Some(since) => Due::At(since + self.limits.timeout),
            None => Due::Never,
        }
    }

    /// The next batch, whether or not it is due.
    pub(super) fn take(&mut self) -> Option<Batch> {
        let batch = self.full.take().or_else(|| self.seal());
        self.flushing &= !self.is_empty();
        batch
    }

    /// Sends what is there as soon as it can be.
    pub(super) fn flush(&mut self) {
        self.flushing = !self.is_empty();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.full.is_none() && self.current.items == 0
    }

    /// Events that will not be sent.
    pub(super) fn count_dropped(&mut self, events: u64, bytes: u64) {
        self.dropped.0 += events;
        self.dropped.1 += bytes;
    }

    /// How many events and bytes were dropped since this was last asked.
    pub(super) fn take_dropped(&mut self) -> Option<(u64, u64)> {
        Some(std::mem::take(&mut self.dropped)).filter(|(events, _)| *events > 0)
    }

    fn seal(&mut self) -> Option<Batch> {
        if self.current.items == 0 {
            return None;
        }
        let sealed = std::mem::replace(&mut self.current, Gathering::new(&self.budget));
        let Gathering { mut body, items, bytes, charge, .. } = sealed;
        if self.framing == Framing::Array {
            body.push(b']');
        }
        Some(Batch { body: body.into(), items, bytes, _charge: charge })
    }
}

impl Gathering {
    fn new(budget: &Budget) -> Self {
        Self { body: Vec::new(), items: 0, bytes: 0, since: None, charge: Charge::new(budget) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::time::Duration;

    const LIMITS: Buffering = Buffering { max_items: 3, max_bytes: 30, timeout: Duration::from_millis(100) };

    fn buffer(framing: Framing) -> Buffer {
        Buffer::new(LIMITS, framing, Budget::of(1_000))
    }

    fn text(batch: Option<Batch>) -> Option<String> {
        batch.map(|batch| String::from_utf8(batch.body.to_vec()).unwrap())
    }

    #[test]
    fn batches_of_both_framings() {
        for (framing, expected) in [(Framing::Array, "[1,{},3]"), (Framing::Lines, "1\n{}\n3\n")] {
            let mut buffer = buffer(framing);
            assert_eq!((buffer.due(), text(buffer.take())), (Due::Never, None));
            let now = Instant::now();
            assert!(buffer.push("1", now), "from now on it waits for the time");
            assert_eq!(buffer.due(), Due::At(now + LIMITS.timeout));
            assert!(!buffer.push("{}", now + Duration::from_millis(50)), "counted from the first");
            assert!(buffer.push("3", now), "as many as a batch has");
            assert_eq!(buffer.due(), Due::Now);
            assert_eq!(text(buffer.take()).unwrap(), expected);
            assert!(buffer.is_empty() && buffer.take_dropped().is_none());
        }
    }

    #[test]
    fn a_batch_is_full_by_bytes_and_a_large_event_is_one_by_itself() {
        let mut buffer = buffer(Framing::Array);
        let now = Instant::now();
        buffer.push(&"a".repeat(20), now);
        assert!(buffer.push(&"b".repeat(11), now));
        assert_eq!(text(buffer.take()).unwrap(), format!("[{}]", "a".repeat(20)));
        assert_eq!(buffer.due(), Due::At(now + LIMITS.timeout));
        assert!(buffer.push(&"c".repeat(100), now));
        assert_eq!(text(buffer.take()).unwrap(), format!("[{}]", "b".repeat(11)));
        assert_eq!(buffer.due(), Due::Now);
        assert_eq!(text(buffer.take()).unwrap(), format!("[{}]", "c".repeat(100)));
    }

    #[test]
    fn what_finds_both_batches_full_is_counted() {
        let mut buffer = buffer(Framing::Lines);
        let now = Instant::now();
        for n in 0..10 {
            buffer.push(&n.to_string(), now);
        }
        assert_eq!(buffer.take_dropped(), Some((4, 4)));
        assert_eq!(buffer.take_dropped(), None);
        assert_eq!(text(buffer.take()).unwrap(), "0\n1\n2\n");
        assert_eq!(text(buffer.take()).unwrap(), "3\n4\n5\n");
    }

    #[test]
    fn the_budget_is_shared_and_given_back() {
        let budget = Budget::of(10);
        let mut one = Buffer::new(LIMITS, Framing::Lines, budget.clone());
        let mut other = Buffer::new(LIMITS, Framing::Lines, budget);
        let now = Instant::now();
        one.push("12345678", now);
        other.push("123", now);
        assert_eq!((one.take_dropped(), other.take_dropped()), (None, Some((1, 3))));
        let batch = one.take().unwrap();
        other.push("123", now);
        assert_eq!(other.take_dropped(), Some((1, 3)), "it is on its way");
        drop(batch);
        other.push("1234567890", now);
        assert_eq!(other.take_dropped(), None);
        drop(other);
        one.push("1234567890", now);
        assert_eq!(one.take_dropped(), None);
    }

    #[test]
    fn a_flush_lasts_until_all_is_taken() {
        let mut buffer = buffer(Framing::Lines);
        buffer.flush();
        buffer.push("1", Instant::now());
        assert!(matches!(buffer.due(), Due::At(_)), "an empty buffer has nothing to flush");
        for n in 2..6 {
            buffer.push(&n.to_string(), Instant::now());
        }
        buffer.flush();
        assert_eq!((text(buffer.take()).unwrap().as_str(), buffer.due()), ("1\n2\n3\n", Due::Now));
        assert_eq!((text(buffer.take()).unwrap().as_str(), buffer.due()), ("4\n5\n", Due::Never));
        buffer.push("6", Instant::now());
        assert!(matches!(buffer.due(), Due::At(_)));
    }

    proptest! {
        /// Nothing is lost uncounted, nothing changes its order, and no batch is larger than it may be.
        #[test]
        fn every_event_is_sent_or_counted(sizes in vec(0..40_usize, 0..60), takes in vec(any::<bool>(), 60)) {
            let mut buffer = buffer(Framing::Lines);
            let now = Instant::now();
            let (mut sent, mut dropped) = (Vec::new(), 0);
            let mut check = |batch: Batch| {
                let lines: Vec<String> =
                    String::from_utf8(batch.body.to_vec()).unwrap().lines().map(str::to_owned).collect();
                assert_eq!(lines.len() as u64, batch.items);
                assert!(lines.len() <= LIMITS.max_items);
                let bytes: usize = lines.iter().map(String::len).sum();
                assert_eq!(bytes as u64, batch.bytes);
                assert!(bytes <= LIMITS.max_bytes || lines.len() == 1);
                sent.extend(lines);
            };
            for (n, (size, take)) in sizes.iter().zip(&takes).enumerate() {
                buffer.push(&format!("{n:02}{}", "x".repeat(*size)), now);
                if *take && let Some(batch) = buffer.take() {
                    check(batch);
                }
            }
            while let Some(batch) = buffer.take() {
                check(batch);
            }
            dropped += buffer.take_dropped().map_or(0, |(events, _)| events);
            prop_assert_eq!(sent.len() as u64 + dropped, sizes.len() as u64);
            prop_assert!(sent.is_sorted());
        }
    }
}
