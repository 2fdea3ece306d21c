//! Which blanks to keep and what to build next: decisions, without sandboxes, clocks or tasks.

use super::kind::Kind;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

/// How long a take must be over before a blank is built in its stead: the invocation that took it has the processors first.
const QUIET: Duration = Duration::from_millis(5);
/// The wait after a first failure, which doubles up to the last.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(60);
/// Kinds that are remembered. More are not served: whoever has so many asks for each seldom.
const MAX_KINDS: usize = 64;

/// What there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Of one kind.
    pub(crate) most: usize,
    /// Of all together, by their [`Weigh::weight_mb`].
    pub(crate) memory_mb: u64,
    /// How long a kind is remembered that nobody asks for.
    pub(crate) life: Duration,
}

/// What a blank of a kind takes.
pub(crate) trait Weigh: Clone + PartialEq {
    /// In MB.
    fn weight_mb(&self) -> u64;
}

impl Weigh for Kind {
    fn weight_mb(&self) -> u64 {
        Kind::weight_mb(self)
    }
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next<K> {
    /// Build one of this kind, which is expected from now on.
    Build(K),
    /// Look again then.
    At(Instant),
    /// Look again when something has changed.
    Nothing,
    /// There will never be anything to do any more.
    Closed,
}

struct Shelf<K, B> {
    kind: K,
    blanks: VecDeque<B>,
    /// One is being built.
    building: bool,
    asked: Instant,
    failures: u32,
    not_before: Instant,
}

/// See the module's documentation.
pub(crate) struct Shelves<K, B> {
    bounds: Bounds,
    shelves: Vec<Shelf<K, B>>,
    closed: bool,
}

impl<K: Weigh, B> Shelves<K, B> {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Self { bounds, shelves: Vec::new(), closed: false }
    }

    /// A kind may be asked for soon. Whether there may be something to build.
    pub(crate) fn expect(&mut self, kind: &K, now: Instant) -> bool {
        let most = self.bounds.most;
        self.shelf(kind, now).is_some_and(|shelf| shelf.blanks.len() < most)
    }

    /// One of a kind.
    pub(crate) fn take(&mut self, kind: &K, now: Instant) -> Option<B> {
        let shelf = self.shelf(kind, now)?;
        shelf.not_before = shelf.not_before.max(now + QUIET);
        shelf.blanks.pop_front()
    }

    /// The shelf of a kind, which is asked for now.
    fn shelf(&mut self, kind: &K, now: Instant) -> Option<&mut Shelf<K, B>> {
        if self.closed || self.bounds.most == 0 {
            return None;
        }
        let at = match self.shelves.iter().position(|shelf| shelf.kind == *kind) {
            Some(at) => at,
            None if self.shelves.len() >= MAX_KINDS => return None,
            None => {
                self.shelves.push(Shelf {
                    kind: kind.clone(),
                    blanks: VecDeque::new(),
                    building: false,
                    asked: now,
                    failures: 0,
                    not_before: now,
                });
                self.shelves.len() - 1
            }
        };
        let shelf = self.shelves.get_mut(at)?;
        shelf.asked = now;
        Some(shelf)
    }

    /// The emptiest shelf that may have one more is filled first.
    pub(crate) fn next(&mut self, now: Instant) -> Next<K> {
        if self.closed {
            return Next::Closed;
        }
        let Bounds { most, memory_mb, .. } = self.bounds;
        let used: u64 = self.shelves.iter().map(Shelf::weight_mb).sum();
        let lacking = |shelf: &&mut Shelf<K, B>| {
            !shelf.building && shelf.blanks.len() < most && used + shelf.kind.weight_mb() <= memory_mb
        };
        let lacking = self.shelves.iter_mut().filter(lacking);
        let Some(shelf) = lacking.min_by_key(|shelf| (shelf.not_before.max(now), shelf.blanks.len())) else {
            return Next::Nothing;
        };
        if shelf.not_before > now {
            return Next::At(shelf.not_before);
        }
        shelf.building = true;
        Next::Build(shelf.kind.clone())
    }

    /// The one that was expected is there; given back where there is no place for it any more.
    pub(crate) fn built(&mut self, kind: &K, blank: B) -> Option<B> {
        match self.shelves.iter_mut().find(|shelf| shelf.kind == *kind) {
            Some(shelf) if !self.closed => {
                shelf.building = false;
                shelf.failures = 0;
                shelf.blanks.push_back(blank);
                None
            }
            _ => Some(blank),
        }
    }

    /// It cannot be built.
    pub(crate) fn failed(&mut self, kind: &K, now: Instant) {
        if let Some(shelf) = self.shelves.iter_mut().find(|shelf| shelf.kind == *kind) {
            shelf.building = false;
            shelf.not_before = now + FIRST_RETRY.saturating_mul(1 << shelf.failures.min(8)).min(LAST_RETRY);
            shelf.failures = shelf.failures.saturating_add(1);
        }
    }

    /// All of them; new ones only when they are asked for again, and not at once.
    pub(crate) fn clear(&mut self, now: Instant) -> Vec<B> {
        let mut all = Vec::new();
        for shelf in &mut self.shelves {
            all.extend(shelf.blanks.drain(..));
            shelf.not_before = now + FIRST_RETRY;
        }
        all
    }

    /// Forgets what nobody has asked for in a while.
    pub(crate) fn reap(&mut self, now: Instant) -> Vec<B> {
        let life = self.bounds.life;
        let is_over = |shelf: &mut Shelf<K, B>| !shelf.building && shelf.asked + life <= now;
        self.shelves.extract_if(.., is_over).flat_map(|shelf| shelf.blanks).collect()
    }

    /// All of them, and never any more.
    pub(crate) fn close(&mut self) -> Vec<B> {
        self.closed = true;
        self.shelves.drain(..).flat_map(|shelf| shelf.blanks).collect()
    }
}

impl<K: Weigh, B> Shelf<K, B> {
    fn weight_mb(&self) -> u64 {
        (self.blanks.len() as u64 + u64::from(self.building)) * self.kind.weight_mb()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Weigh for u64 {
        fn weight_mb(&self) -> u64 {
            *self
        }
    }

    const LIFE: Duration = Duration::from_secs(60);

    fn shelves(most: usize, memory_mb: u64) -> Shelves<u64, &'static str> {
        Shelves::new(Bounds { most, memory_mb, life: LIFE })
    }

    #[test]
    fn what_is_asked_for_is_filled_up_to_its_bounds() {
        let (mut shelves, now) = (shelves(2, 100), Instant::now());
        assert_eq!(shelves.next(now), Next::Nothing);
        assert!(shelves.expect(&10, now));
        assert_eq!(shelves.next(now), Next::Build(10));
        assert_eq!(shelves.next(now), Next::Nothing, "one at a time");
        assert_eq!(shelves.built(&10, "first"), None);
        // What has less comes first.
        assert!(shelves.expect(&20, now));
        for kind in [20, 10, 20] {
            assert_eq!(shelves.next(now), Next::Build(kind));
            shelves.built(&kind, "more");
        }
        assert_eq!(shelves.next(now), Next::Nothing);
        assert!(!shelves.expect(&10, now));
        // 60 of 100 are used.
        assert!(shelves.expect(&50, now));
        assert_eq!(shelves.next(now), Next::Nothing);
        assert_eq!(shelves.take(&20, now), Some("more"));
        assert_eq!(shelves.next(now), Next::Build(50));
    }

    #[test]
    fn who_takes_has_the_processors_first() {
        let (mut shelves, now) = (shelves(1, 100), Instant::now());
        assert_eq!(shelves.take(&1, now), None);
        assert_eq!(shelves.next(now), Next::At(now + QUIET));
        let then = now + QUIET;
        assert_eq!(shelves.next(then), Next::Build(1));
        shelves.failed(&1, then);
        assert_eq!(shelves.next(then), Next::At(then + FIRST_RETRY));
        let later = then + FIRST_RETRY;
        assert_eq!(shelves.next(later), Next::Build(1));
        shelves.failed(&1, later);
        assert_eq!(shelves.next(later), Next::At(later + 2 * FIRST_RETRY));
    }

    #[test]
    fn what_nobody_wants_goes() {
        let (mut shelves, now) = (shelves(1, 100), Instant::now());
        for kind in [1, 2] {
            shelves.expect(&kind, now);
            assert_eq!(shelves.next(now), Next::Build(kind));
            shelves.built(&kind, "blank");
        }
        shelves.expect(&2, now + LIFE / 2);
        assert_eq!(shelves.reap(now + LIFE), ["blank"]);
        assert_eq!(shelves.clear(now), ["blank"]);
        assert_eq!(shelves.next(now), Next::At(now + FIRST_RETRY), "the other kind is forgotten");
        assert_eq!(shelves.next(now + FIRST_RETRY), Next::Build(2));
        assert!(shelves.close().is_empty());
        assert_eq!(shelves.built(&2, "too late"), Some("too late"));
        assert_eq!((shelves.next(now), shelves.take(&2, now)), (Next::Closed, None));
        assert!(!shelves.expect(&1, now));
    }

    #[test]
    fn none_are_kept_where_none_may_be() {
        let (mut shelves, now) = (shelves(0, 100), Instant::now());
        assert!(!shelves.expect(&1, now));
        assert_eq!((shelves.take(&1, now), shelves.next(now)), (None, Next::Nothing));
    }
}
