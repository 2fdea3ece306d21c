//! How fast a streamed response may be: as fast as it can up to a burst, then at a rate. Pure.
//!
//! It is a token bucket, full at first, and as large as the burst: a response that is slower than the rate saves up, for
//! a burst at most.

use domain::limits::{STREAM_BURST, STREAM_RATE};
use std::time::Duration;
use tokio::time::Instant;

/// What a response may have; each has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamRate {
    /// Everything at once.
    Unlimited,
    /// [`STREAM_BURST`] bytes at once, then so many a second, at least one.
    AfterBurst(u64),
}

impl Default for StreamRate {
    /// AWS's.
    fn default() -> Self {
        Self::AfterBurst(STREAM_RATE)
    }
}

/// What one response still may.
#[derive(Debug)]
pub(crate) struct Bucket {
    rate: StreamRate,
    /// Bytes that may go at once, as of `at`. Below zero they have gone already.
    tokens: f64,
    at: Instant,
}

impl Bucket {
    /// A full one.
    pub(crate) fn new(rate: StreamRate, now: Instant) -> Self {
        Self { rate, tokens: BURST, at: now }
    }

    /// Takes the tokens of so many bytes and says how long these have to wait. They must have waited when it is asked
    /// again.
    pub(crate) fn take(&mut self, bytes: usize, now: Instant) -> Duration {
        let StreamRate::AfterBurst(rate) = self.rate else { return Duration::ZERO };
        #[expect(clippy::cast_precision_loss, reason = "rates and pieces are far below 2^52")]
        let (rate, bytes) = (rate.max(1) as f64, bytes as f64);
        let saved = now.saturating_duration_since(self.at).as_secs_f64() * rate;
        self.tokens = (self.tokens + saved).min(BURST) - bytes;
        self.at = now;
        Duration::from_secs_f64((-self.tokens / rate).max(0.0))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few million")]
const BURST: f64 = STREAM_BURST as f64;

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: usize = 65_536;

    /// Sends so many bytes in pieces, waiting as it is told; when it is through.
    fn send(bucket: &mut Bucket, bytes: usize, mut now: Instant) -> Instant {
        for _ in 0..bytes / PIECE {
            now += bucket.take(PIECE, now);
        }
        now
    }

    #[test]
    fn a_burst_then_a_rate() {
        let begin = Instant::now();
        for (rate, megabytes, seconds) in [
            (StreamRate::default(), 6, 0.0),
            (StreamRate::default(), 8, 1.0),
            (StreamRate::default(), 20, 7.0),
            (StreamRate::default(), 200, 97.0),
            (StreamRate::AfterBurst(64 << 20), 70, 1.0),
            (StreamRate::Unlimited, 200, 0.0),
        ] {
            let took = send(&mut Bucket::new(rate, begin), megabytes << 20, begin) - begin;
            assert!((took.as_secs_f64() - seconds).abs() < 1e-3, "{rate:?} {megabytes} MiB: {took:?}");
        }
    }

    #[test]
    fn what_was_not_used_is_saved_up_to_a_burst() {
        let begin = Instant::now();
        let mut bucket = Bucket::new(StreamRate::default(), begin);
        assert_eq!(send(&mut bucket, 6 << 20, begin), begin);
        let later = begin + Duration::from_secs(1);
        assert_eq!(send(&mut bucket, 2 << 20, later), later);
        assert!(bucket.take(PIECE, later) > Duration::ZERO);
        let much_later = begin + Duration::from_secs(1_000);
        let through = send(&mut bucket, 8 << 20, much_later);
        assert!(((through - much_later).as_secs_f64() - 1.0).abs() < 1e-3);
    }

    #[test]
    fn the_slowest_there_is() {
        let begin = Instant::now();
        let mut bucket = Bucket::new(StreamRate::AfterBurst(0), begin);
        assert_eq!(send(&mut bucket, 6 << 20, begin), begin);
        assert_eq!(bucket.take(3, begin), Duration::from_secs(3));
    }
}
