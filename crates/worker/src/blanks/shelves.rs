//! Which blanks to keep, what to build next and who gets it: decisions, without sandboxes, clocks or tasks.

use super::kind::Kind;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

/// How long a blank is not built in the stead of one that was taken, unless who took it says sooner that it needs the keeper no
/// more.
const QUIET: Duration = Duration::from_millis(5);
/// How long none is built after a turn of starting is over, where one is there still: what was started has the processors first.
const FIRST_INVOCATION: Duration = Duration::from_millis(1);
/// The wait after a first failure, which doubles up to the last.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(60);
/// Kinds that are remembered. More are not served: whoever has so many asks for each seldom.
const MAX_KINDS: usize = 64;
/// A crowd: what is asked for within this time of the first of them.
const CROWD: Duration = Duration::from_secs(2);
/// How long a crowd is remembered: another as large is awaited.
const RECALL: Duration = Duration::from_secs(180);

/// What there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Of one kind, without a reason for more.
    pub(crate) most: usize,
    /// Of all these together, by their [`Weigh::weight_mb`].
    pub(crate) memory_mb: u64,
    /// Of one kind, where as many were asked for at once not long ago.
    pub(crate) most_of_a_crowd: usize,
    /// Of all together, where that was so.
    pub(crate) crowd_memory_mb: u64,
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

/// How many blanks may be built at the same time while so many environments start: each start has a processor of its own and
/// one for who serves it, and one is left to whoever comes next. Where nothing starts, one is built in any case.
pub(crate) fn at_once(processors: usize, starting: usize) -> usize {
    match starting {
        0 => processors.saturating_sub(1).max(1),
        _ => processors.saturating_sub(1 + 2 * starting),
    }
}

/// What becomes of a blank that was built.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place<B, W> {
    /// It is kept.
    Shelf,
    /// It is for who has waited longest.
    For(W, B),
    /// There is no place for it any more.
    Nowhere(B),
}

struct Shelf<K, B, W> {
    kind: K,
    blanks: VecDeque<B>,
    /// So many are being built.
    building: usize,
    /// Those to whom they were promised: never more.
    waiting: VecDeque<W>,
    asked: Instant,
    failures: u32,
    /// After a failure, or where room was short.
    not_before: Instant,
    /// While the last one that was taken is being furnished.
    quiet_until: Instant,
    crowd: Crowd,
}

/// How many are asked for at once.
struct Crowd {
    /// So many have been since then.
    now: usize,
    since: Instant,
    /// The largest one that is remembered, and when it was there.
    largest: usize,
    last: Instant,
}

impl Crowd {
    fn new(now: Instant) -> Self {
        Self { now: 0, since: now, largest: 0, last: now }
    }

    /// One more.
    fn grow(&mut self, now: Instant) {
        if self.since + CROWD <= now {
            (self.now, self.since) = (0, now);
        }
        self.now = self.now.saturating_add(1);
        if self.now >= self.recalled(now) {
            (self.largest, self.last) = (self.now, now);
        }
    }

    /// The largest one of late.
    fn recalled(&self, now: Instant) -> usize {
        if self.last + RECALL <= now { 0 } else { self.largest }
    }
}

/// See the module's documentation. `W` is who waits for a blank.
pub(crate) struct Shelves<K, B, W> {
    bounds: Bounds,
    shelves: Vec<Shelf<K, B, W>>,
    /// While what was just started does what it was started for. Whoever starts without a pause still finds one.
    quiet_until: Option<Instant>,
    closed: bool,
}

impl<K: Weigh, B, W> Shelves<K, B, W> {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Self { bounds, shelves: Vec::new(), quiet_until: None, closed: false }
    }

    /// A kind may be asked for soon. Whether there may be something to build.
    pub(crate) fn expect(&mut self, kind: &K, now: Instant) -> bool {
        let bounds = self.bounds;
        self.shelf(kind, now).is_some_and(|shelf| shelf.blanks.len() < shelf.most(&bounds, now))
    }

    /// One of a kind.
    pub(crate) fn take(&mut self, kind: &K, now: Instant) -> Option<B> {
        let shelf = self.shelf(kind, now)?;
        shelf.quiet_until = now + QUIET;
        shelf.crowd.grow(now);
        shelf.blanks.pop_front()
    }

    /// Promises the next one that is built, if that has begun and nobody has it yet: it is there sooner than one that is begun
    /// now. Gives the waiter back if not.
    pub(crate) fn wait(&mut self, kind: &K, waiter: W) -> Option<W> {
        match self.known(kind) {
            Some(shelf) if shelf.waiting.len() < shelf.building => {
                shelf.waiting.push_back(waiter);
                None
            }
            _ => Some(waiter),
        }
    }

    /// Whether the next one of a kind is promised.
    pub(crate) fn is_awaited(&self, kind: &K) -> bool {
        self.shelves.iter().any(|shelf| shelf.kind == *kind && !shelf.waiting.is_empty())
    }

    /// Who has taken one is served: another may be built.
    pub(crate) fn served(&mut self, kind: &K, now: Instant) {
        if let Some(shelf) = self.known(kind) {
            shelf.quiet_until = now;
        }
    }

    /// A turn of starting is over.
    pub(crate) fn started(&mut self, now: Instant) {
        self.quiet_until = Some(now + FIRST_INVOCATION);
    }

    fn known(&mut self, kind: &K) -> Option<&mut Shelf<K, B, W>> {
        self.shelves.iter_mut().find(|shelf| shelf.kind == *kind)
    }

    /// The shelf of a kind, which is asked for now.
    fn shelf(&mut self, kind: &K, now: Instant) -> Option<&mut Shelf<K, B, W>> {
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
                    building: 0,
                    waiting: VecDeque::new(),
                    asked: now,
                    failures: 0,
                    not_before: now,
                    quiet_until: now,
                    crowd: Crowd::new(now),
                });
                self.shelves.len() - 1
            }
        };
        let shelf = self.shelves.get_mut(at)?;
        shelf.asked = now;
        Some(shelf)
    }

    /// What to build while at most `at_once` are being built: the emptiest shelf that may have one more is filled first.
    pub(crate) fn next(&mut self, now: Instant, at_once: usize) -> Next<K> {
        if self.closed {
            return Next::Closed;
        }
        let bounds = self.bounds;
        // What is kept for crowds takes nothing from what is kept in any case.
        let used_mb: u64 = self.shelves.iter().map(|shelf| shelf.weight_mb(usize::MAX)).sum();
        let usual_mb: u64 = self.shelves.iter().map(|shelf| shelf.weight_mb(bounds.most)).sum();
        let building: usize = self.shelves.iter().map(|shelf| shelf.building).sum();
        if building >= at_once {
            return Next::Nothing;
        }
        let lacking = |shelf: &&mut Shelf<K, B, W>| {
            // Where the first one failed, the second one is not tried beside it.
            let may = shelf.building == 0 || shelf.failures == 0;
            let (used_mb, memory_mb) = match shelf.count() < bounds.most {
                true => (usual_mb, bounds.memory_mb),
                false => (used_mb, bounds.crowd_memory_mb),
            };
            may && shelf.expected() < shelf.most(&bounds, now)
                && used_mb + shelf.kind.weight_mb() <= memory_mb
        };
        let lacking = self.shelves.iter_mut().filter(lacking);
        let Some(shelf) = lacking.min_by_key(|shelf| (shelf.begins(now), shelf.expected())) else {
            return Next::Nothing;
        };
        let quiet_until = self.quiet_until.filter(|_| shelf.expected() > 0);
        let begins = shelf.begins(now).max(quiet_until.unwrap_or(now));
        if begins > now {
            return Next::At(begins);
        }
        shelf.building += 1;
        Next::Build(shelf.kind.clone())
    }

    /// One that was expected is there.
    pub(crate) fn built(&mut self, kind: &K, blank: B) -> Place<B, W> {
        match self.known(kind) {
            Some(shelf) => {
                shelf.building = shelf.building.saturating_sub(1);
                shelf.failures = 0;
                shelf.place(blank)
            }
            None => Place::Nowhere(blank),
        }
    }

    /// One that was promised is not wanted by who has waited for it.
    pub(crate) fn give_back(&mut self, kind: &K, blank: B) -> Place<B, W> {
        match self.known(kind) {
            Some(shelf) => shelf.place(blank),
            None => Place::Nowhere(blank),
        }
    }

    /// It cannot be built. To whom it was promised is not to wait any more.
    pub(crate) fn failed(&mut self, kind: &K, now: Instant) -> Option<W> {
        let shelf = self.known(kind)?;
        shelf.building = shelf.building.saturating_sub(1);
        shelf.not_before = now + FIRST_RETRY.saturating_mul(1 << shelf.failures.min(8)).min(LAST_RETRY);
        shelf.failures = shelf.failures.saturating_add(1);
        if shelf.waiting.len() > shelf.building { shelf.waiting.pop_back() } else { None }
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

    /// Forgets what nobody has asked for in a while, and crowds that did not come again.
    pub(crate) fn reap(&mut self, now: Instant) -> Vec<B> {
        let bounds = self.bounds;
        let is_over = |shelf: &mut Shelf<K, B, W>| shelf.building == 0 && shelf.asked + bounds.life <= now;
        let mut unused: Vec<B> =
            self.shelves.extract_if(.., is_over).flat_map(|shelf| shelf.blanks).collect();
        for shelf in &mut self.shelves {
            let surplus = shelf.blanks.len().saturating_sub(shelf.most(&bounds, now));
            unused.extend(shelf.blanks.drain(..surplus));
        }
        unused
    }

    /// All of them, and never any more. Nobody waits any more either.
    pub(crate) fn close(&mut self) -> Vec<B> {
        self.closed = true;
        self.shelves.drain(..).flat_map(|shelf| shelf.blanks).collect()
    }
}

impl<K: Weigh, B, W> Shelf<K, B, W> {
    /// What the first so many take.
    fn weight_mb(&self, of: usize) -> u64 {
        self.count().min(of) as u64 * self.kind.weight_mb()
    }

    /// How many there are, or are being built.
    fn count(&self) -> usize {
        self.blanks.len() + self.building
    }

    /// How many there may be.
    fn most(&self, bounds: &Bounds, now: Instant) -> usize {
        bounds.most.max(self.crowd.recalled(now).min(bounds.most_of_a_crowd))
    }

    /// When the next one may be begun.
    fn begins(&self, now: Instant) -> Instant {
        self.not_before.max(self.quiet_until).max(now)
    }

    /// How many there will be.
    fn expected(&self) -> usize {
        self.count().saturating_sub(self.waiting.len())
    }

    fn place(&mut self, blank: B) -> Place<B, W> {
        match self.waiting.pop_front() {
            Some(waiter) => Place::For(waiter, blank),
            None => {
                self.blanks.push_back(blank);
                Place::Shelf
            }
        }
    }
}

#[cfg(test)]
mod tests;
