//! The memory that request bodies share, so that no sender can fill the server's memory or keep others waiting.
//!
//! - A body takes its share once, whole, and only after its first bytes have come: announcing one costs nothing, and
//!   no body waits with half of its share.
//! - Bodies of up to 1 MiB and larger ones have a pool each: an invocation never waits for an upload.
//! - All bodies of one source together get a part of a pool, unless their signatures were verified before: whoever
//!   knows a key id but not its secret leaves room for others.
//! - While somebody waits for room that a body holds, that body must come fast ([`Share::is_wanted`]).
//!
//! Never here: reading a body, or who may send one.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bodies up to this size are small.
pub(crate) const SMALL: u64 = 1 << 20;

/// From where bodies come, which share a part of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Source {
    /// A peer's address.
    Address(IpAddr),
    /// A function, whichever of its environments.
    Function(Arc<str>),
}

impl Source {
    /// An IPv6 host has a whole /64, which therefore is one source.
    pub(crate) fn peer(address: IpAddr) -> Self {
        Self::Address(match address.to_canonical() {
            IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() & !u128::from(u64::MAX)).into()),
            v4 => v4,
        })
    }
}

/// Room for bodies.
#[derive(Debug)]
pub(crate) struct BodyBudget {
    small: Arc<Pool>,
    large: Arc<Pool>,
}

impl BodyBudget {
    /// Room for that many bytes of large bodies and an eighth of it for small ones, of which one source gets at most
    /// one part in `parts`. A body that is larger than that gets all that its source may have, and comes alone.
    pub(crate) fn new(bytes: usize, parts: u32) -> Self {
        Self { small: Pool::new(bytes / 8, parts), large: Pool::new(bytes, parts) }
    }

    /// Waits for the share of a body of that size. `proven`: its sender was verified, so only the whole pool limits it.
    pub(crate) async fn take(&self, source: &Source, bytes: u64, proven: bool) -> Share {
        let pool = if bytes <= SMALL { &self.small } else { &self.large };
        let kib = u32::try_from(bytes.div_ceil(1_024)).unwrap_or(u32::MAX);
        if proven {
            return Share { of_all: pool.all.take(kib).await, of_source: None, pool: Arc::clone(pool) };
        }
        let source = pool.source(source);
        // The source's own room first: whoever waits for that takes none from others.
        let own = source.take(kib).await;
        let of_all = pool.all.take(kib.min(source.kib)).await;
        Share { of_all, of_source: Some((source, own)), pool: Arc::clone(pool) }
    }
}

/// A body's share; given back when dropped.
#[derive(Debug)]
pub(crate) struct Share {
    of_all: Option<OwnedSemaphorePermit>,
    of_source: Option<(Arc<Room>, Option<OwnedSemaphorePermit>)>,
    pool: Arc<Pool>,
}

impl Share {
    /// The share of a body whose sender is verified now: no longer its source's, and none at all if it is small, since
    /// what is done with it is limited by the concurrency that the sender has.
    pub(crate) fn verified(self) -> Option<Self> {
        let large = self.of_all.as_ref().is_some_and(|kib| kib.num_permits() as u64 * 1_024 > SMALL);
        large.then_some(Self { of_source: None, ..self })
    }

    /// Whether somebody waits for what this body holds although its sender was not verified.
    pub(crate) fn is_wanted(&self) -> bool {
        let source = self.of_source.as_ref().filter(|_| self.of_all.is_some());
        source.is_some_and(|(source, _)| source.is_wanted() || self.pool.all.is_wanted())
    }
}

#[derive(Debug)]
struct Pool {
    all: Room,
    of_a_source: u32,
    sources: Mutex<HashMap<Source, Arc<Room>>>,
}

impl Pool {
    fn new(bytes: usize, parts: u32) -> Arc<Self> {
        let kib = u32::try_from(bytes / 1_024).unwrap_or(u32::MAX >> 3).max(1);
        let of_a_source = (kib / parts.max(1)).max(1);
        Arc::new(Self { all: Room::new(kib), of_a_source, sources: Mutex::default() })
    }

    fn source(&self, source: &Source) -> Arc<Room> {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        // Those that nobody uses are forgotten; as many as there are bodies at most stay.
        sources.retain(|_, room| Arc::strong_count(room) > 1);
        let room = sources.entry(source.clone()).or_insert_with(|| Arc::new(Room::new(self.of_a_source)));
        Arc::clone(room)
    }
}

/// Room for a number of KiB, and how many wait for some.
#[derive(Debug)]
struct Room {
    kib: u32,
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Room {
    fn new(kib: u32) -> Self {
        Self { kib, free: Arc::new(Semaphore::new(kib as usize)), waiting: AtomicUsize::new(0) }
    }

    /// `None` never happens: the semaphore is not closed.
    async fn take(&self, kib: u32) -> Option<OwnedSemaphorePermit> {
        let kib = kib.min(self.kib);
        if let Ok(permit) = Arc::clone(&self.free).try_acquire_many_owned(kib) {
            return Some(permit);
        }
        let _waiting = Waiting::new(&self.waiting);
        Arc::clone(&self.free).acquire_many_owned(kib).await.ok()
    }

    fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::Acquire) > 0
    }
}

/// Somebody who waits; whoever gives up is no longer counted either.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::AcqRel);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn peer(text: &str) -> Source {
        Source::peer(text.parse().unwrap())
    }

    fn now<T>(future: impl Future<Output = T>) -> Option<T> {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    #[test]
    fn a_source_leaves_room_for_others_and_a_verified_sender_may_have_all_of_it() {
        let budget = BodyBudget::new(64 << 20, 2);
        let (a, b) = (peer("192.0.2.1"), peer("192.0.2.2"));
        let first = now(budget.take(&a, 30 << 20, false)).unwrap();
        assert!(now(budget.take(&a, 3 << 20, false)).is_none(), "half of the room is one source's most");
        let second = now(budget.take(&b, 30 << 20, false)).unwrap();
        assert!(now(budget.take(&a, 4 << 20, true)).is_some());
        assert!(now(budget.take(&a, 1 << 20, false)).is_some(), "small bodies have their own room");
        drop((first, second));
        assert!(now(budget.take(&a, 64 << 20, true)).is_some());
        assert!(now(budget.take(&a, 64 << 20, false)).is_some(), "too large for its part, it comes alone");
    }

    #[test]
    fn whoever_waits_makes_the_others_hurry() {
        let budget = BodyBudget::new(64 << 20, 2);
        let (a, b) = (peer("192.0.2.1"), peer("192.0.2.2"));
        let of_a = now(budget.take(&a, 30 << 20, false)).unwrap();
        let of_b = now(budget.take(&b, 30 << 20, false)).unwrap();
        assert!(!of_a.is_wanted() && !of_b.is_wanted());
        let mut waits = Box::pin(budget.take(&a, 30 << 20, false));
        assert!(now(waits.as_mut()).is_none());
        assert!(of_a.is_wanted() && !of_b.is_wanted(), "only its own source waits");
        drop(waits);
        assert!(!of_a.is_wanted(), "it gave up");
        let mut waits = Box::pin(budget.take(&b, 64 << 20, true));
        assert!(now(waits.as_mut()).is_none());
        assert!(of_a.is_wanted() && of_b.is_wanted(), "all of the room is wanted");
        drop((of_a, of_b));
        let proven = now(waits.as_mut()).unwrap();
        let mut waits = Box::pin(budget.take(&a, 2 << 20, false));
        assert!(now(waits.as_mut()).is_none());
        assert!(!proven.is_wanted(), "a verified sender is not hurried");
    }

    #[test]
    fn a_network_of_ipv6_is_one_source() {
        assert_eq!(peer("2001:db8::1"), peer("2001:db8::ffff"));
        assert_ne!(peer("2001:db8::1"), peer("2001:db8:0:1::1"));
        assert_eq!(peer("::ffff:192.0.2.1"), peer("192.0.2.1"));
    }
}
