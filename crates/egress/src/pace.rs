//! How much work one sandbox may make: so many packets a second, saved up for a fraction of one. Who sends more waits, and then the
//! kernel of the sandbox loses what its queue has no room for.

use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};

/// Packets a second: a sandbox which only sends takes a tenth of a processor.
const RATE: u64 = 20_000;
/// Microseconds of a processor that a packet may take. One that takes more counts as several: what it makes us do depends on how much is
/// open, and on the machine.
const PACKET_MICROS: u64 = 5;
/// For so long packets of one sandbox may be worked on before another one's are looked at.
pub(crate) const TURN: Duration = Duration::from_millis(1);
/// Saved up at most.
const BURST: u64 = 4_000;
/// What one that begins a connection counts as: it takes memory, a socket, and answers.
pub(crate) const BEGINNING: u64 = 10;

/// What this thread has had of a processor: what waits for one on a busy machine has not worked.
pub(crate) fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// What a datagram counts as: for each a task is woken, and the system called.
pub(crate) const DATAGRAM: u64 = 4;

/// One sandbox's.
pub(crate) struct Pace {
    /// In millionths, so that no time is lost between two looks. Below zero it is owed.
    saved: i64,
    looked: Instant,
}

const MILLION: i64 = 1_000_000;
const MOST: i64 = BURST.cast_signed() * MILLION;
/// Owed at most: a second's.
const LEAST: i64 = -(RATE.cast_signed() * MILLION);

impl Pace {
    pub(crate) fn new(now: Instant) -> Self {
        Self { saved: MOST, looked: now }
    }

    /// So many packets were taken, in so much time of a processor.
    pub(crate) fn spend(&mut self, packets: u64, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX) / PACKET_MICROS;
        // Where nothing came from the sandbox, the work is that of others.
        let counted = if packets == 0 { 0 } else { packets.max(took) };
        let counted = i64::try_from(counted).unwrap_or(i64::MAX).saturating_mul(MILLION);
        self.saved = self.saved.saturating_sub(counted).max(LEAST);
    }

    /// How long to wait before the next packet, if at all.
    pub(crate) fn wait(&mut self, now: Instant) -> Option<Duration> {
        let passed = now.saturating_duration_since(self.looked).min(Duration::from_secs(1));
        self.looked = now;
        let earned = i64::try_from(passed.as_micros()).unwrap_or(MILLION) * RATE.cast_signed();
        self.saved = (self.saved + earned).min(MOST);
        // Not for each packet: a timer's tick is worth twenty.
        (self.saved < MILLION).then_some(Duration::from_millis(5))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_and_then_the_rate() {
        let begun = Instant::now();
        let (mut pace, mut now, mut done) = (Pace::new(begun), begun, 0);
        while now < begun + Duration::from_secs(2) {
            match pace.wait(now) {
                Some(wait) => now += wait,
                None => {
                    pace.spend(1, Duration::ZERO);
                    done += 1;
                }
            }
        }
        assert!((BURST + 2 * RATE - 200..=BURST + 2 * RATE).contains(&done), "{done}");
    }

    /// For how many milliseconds of two seconds one has the processor, whose packets take so long each.
    fn busy(packets: u64, each: Duration) -> u128 {
        let begun = Instant::now();
        let (mut pace, mut now, mut worked) = (Pace::new(begun), begun, Duration::ZERO);
        while now < begun + Duration::from_secs(2) {
            match pace.wait(now) {
                Some(wait) => now += wait,
                None => {
                    pace.spend(packets, each);
                    now += each;
                    worked += each;
                }
            }
        }
        worked.as_millis()
    }

    #[test]
    fn packets_that_take_long_come_seldom() {
        // A tenth, and what was saved up.
        assert!((200..=225).contains(&busy(1, Duration::from_micros(500))));
        assert!((200..=225).contains(&busy(64, Duration::from_millis(2))));
        // Work that others make is not counted.
        assert_eq!(busy(0, Duration::from_millis(2)), 2_000);
    }
}
