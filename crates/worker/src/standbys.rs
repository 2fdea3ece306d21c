//! Environments that were made from a version's snapshot before an invocation needs one: at most one of a version, once the
//! version has been used.
//!
//! One that stands by is restored so far that its runtime asks for its restoring, and frozen there. Whoever takes it gives the
//! answer, and with it what is fresh: so the function's hooks run, random numbers are drawn anew, and the restoring is
//! logged and counted when an invocation needs it, as without.

use crate::environment::Environment;
use crate::identity::{PoolKey, same_environment};
use crate::initialization::Initialization;
use crate::pool::Pool;
use crate::snapshots::Found;
use crate::worker::Worker;
use domain::{FunctionConfig, FunctionName, Scope, Version};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The share of the memory for environments that all of them may have is one in so many, and how much it is at most, bytes;
/// each counts with what its snapshot has.
const MEMORY_SHARE: u64 = 64;
const MOST_BYTES: u64 = 64 << 20;
/// How often it is looked whether there is a processor to make one.
const LOOK: Duration = Duration::from_millis(5);

struct Standby<E> {
    function: Arc<FunctionConfig>,
    bytes: u64,
    since: Instant,
    /// `None` while it is made.
    env: Option<E>,
}

impl<E> Standby<E> {
    fn is_of(&self, function: &Arc<FunctionConfig>) -> bool {
        PoolKey::of(&self.function) == PoolKey::of(function) && same_environment(&self.function, function)
    }
}

/// Which there are: decisions. What is given up is returned, to be dropped outside of locks.
struct Decisions<E> {
    all: Vec<Standby<E>>,
    most_bytes: u64,
    life: Duration,
}

impl<E> Decisions<E> {
    /// Whether one is to be made, of a snapshot of so many bytes; it is expected from then on. The oldest make room for it.
    fn begin(&mut self, function: &Arc<FunctionConfig>, bytes: u64, now: Instant) -> (bool, Vec<E>) {
        let mut gone = Vec::new();
        if bytes > self.most_bytes || self.all.iter().any(|one| one.is_of(function)) {
            return (false, gone);
        }
        while self.all.iter().map(|one| one.bytes).sum::<u64>() + bytes > self.most_bytes {
            // Those that are being made count, too, and cannot go.
            let Some(env) = self.shed() else { return (false, gone) };
            gone.push(env);
        }
        self.all.push(Standby { function: Arc::clone(function), bytes, since: now, env: None });
        (true, gone)
    }

    /// One that was expected is there, or (`None`) will never be. Given back where it is not wanted any more.
    fn made(&mut self, function: &Arc<FunctionConfig>, env: Option<E>, now: Instant) -> Option<E> {
        let at = self.all.iter().position(|one| one.is_of(function) && one.env.is_none());
        match (at, env) {
            (Some(at), Some(env)) => {
                if let Some(one) = self.all.get_mut(at) {
                    (one.since, one.env) = (now, Some(env));
                }
                None
            }
            (Some(at), None) => self.all.swap_remove(at).env,
            (None, env) => env,
        }
    }

    fn take(&mut self, function: &Arc<FunctionConfig>) -> Option<E> {
        let at = self.all.iter().position(|one| one.is_of(function) && one.env.is_some())?;
        self.all.swap_remove(at).env
    }

    /// Gives up the oldest one.
    fn shed(&mut self) -> Option<E> {
        let there = self.all.iter().enumerate().filter(|(_, one)| one.env.is_some());
        let (at, _) = there.min_by_key(|(_, one)| one.since)?;
        self.all.swap_remove(at).env
    }

    /// Gives up those that `unwanted` says.
    fn remove(&mut self, mut unwanted: impl FnMut(&Standby<E>) -> bool) -> Vec<E> {
        self.all.extract_if(.., |one| unwanted(one)).filter_map(|one| one.env).collect()
    }

    /// Gives up those that nobody has taken for long.
    fn reap(&mut self, now: Instant) -> Vec<E> {
        let life = self.life;
        self.remove(|one| one.env.is_some() && one.since + life <= now)
    }
}

/// See the module's documentation.
pub(crate) struct Standbys(Mutex<Decisions<Arc<Environment>>>);

impl Standbys {
    /// None, and never any unless they are `on`. One that nobody takes in `life` goes.
    pub(crate) fn new(on: bool, memory_limit_mb: u64, life: Duration) -> Self {
        let most_bytes = if on { ((memory_limit_mb << 20) / MEMORY_SHARE).min(MOST_BYTES) } else { 0 };
        Self(Mutex::new(Decisions { all: Vec::new(), most_bytes, life }))
    }

    /// The one of a version, which is the caller's from now on.
    pub(crate) fn take(&self, function: &Arc<FunctionConfig>) -> Option<Arc<Environment>> {
        let taken = self.lock().take(function)?;
        (!taken.process_has_ended()).then_some(taken)
    }

    /// Gives up the oldest one where room is short. False if there is none.
    pub(crate) fn shed(&self) -> bool {
        let gone = self.lock().shed();
        gone.is_some()
    }

    /// Gives up those that nobody has taken for long.
    pub(crate) fn reap(&self) {
        let gone = self.lock().reap(Instant::now());
        drop(gone);
    }

    /// Gives up those of a function, of one version or (`None`) of all.
    pub(crate) fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        let gone = self.lock().remove(|one| {
            let key = PoolKey::of(&one.function);
            key.scope == *scope && key.name == *name && version.is_none_or(|version| version == key.version)
        });
        drop(gone);
    }

    /// Keeps none from now on.
    pub(crate) fn close(&self) {
        let mut decisions = self.lock();
        decisions.most_bytes = 0;
        let gone = decisions.remove(|_| true);
        drop(decisions);
        drop(gone);
    }

    fn lock(&self) -> MutexGuard<'_, Decisions<Arc<Environment>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes one of a version that was used, if there is a snapshot and none stands by, when nobody needs the processors.
pub(crate) async fn make(worker: Arc<Worker>, pool: Arc<Pool>, function: Arc<FunctionConfig>) {
    let Found::Snapshot(image) = worker.snapshots.find(&function) else { return };
    let (begun, gone) = worker.standbys.lock().begin(&function, image.bytes(), Instant::now());
    drop(gone);
    if !begun {
        return;
    }
    let making = async {
        while worker.builds_ahead() == 0 {
            sleep(LOOK).await;
        }
        let reservation = worker.capacity.reserve(function.memory_mb).ok()?;
        let kind = Initialization::SnapStart;
        let env = worker.context.create(&pool, &function, reservation, kind, &worker, true).await.ok()?;
        match env.stand_by(&image).await {
            Ok(()) => Some(env),
            Err(error) => {
                tracing::debug!(function = %function.arn(), ?error, "a snapshot is not restored ahead");
                None
            }
        }
    };
    let env = tokio::select! {
        env = making => env,
        () = pool.shut() => None,
    };
    let unwanted = worker.standbys.lock().made(&function, env, Instant::now());
    drop(unwanted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::function;

    const LIFE: Duration = Duration::from_secs(60);

    fn decisions(most_bytes: u64) -> Decisions<&'static str> {
        Decisions { all: Vec::new(), most_bytes, life: LIFE }
    }

    fn version(number: u64) -> Arc<FunctionConfig> {
        Arc::new(FunctionConfig { version: Version::Number(number), ..function() })
    }

    #[test]
    fn there_is_one_of_a_version_and_it_serves_once() {
        let (mut all, now, one, other) = (decisions(100), Instant::now(), version(1), version(2));
        assert_eq!(all.take(&one), None);
        assert_eq!(all.begin(&one, 10, now), (true, vec![]));
        assert_eq!(all.begin(&one, 10, now), (false, vec![]), "one is being made");
        assert_eq!((all.take(&one), all.shed()), (None, None), "it is not there yet");
        assert_eq!(all.made(&one, Some("one"), now), None);
        assert_eq!(all.begin(&one, 10, now), (false, vec![]), "one is there");
        let changed = Arc::new(FunctionConfig { memory_mb: one.memory_mb + 1, ..(*one).clone() });
        assert_eq!((all.take(&other), all.take(&changed)), (None, None), "nobody else's");
        assert_eq!((all.take(&one), all.take(&one)), (Some("one"), None));
        // What cannot be made is forgotten.
        assert!(all.begin(&one, 10, now).0);
        assert_eq!(all.made(&one, None, now), None);
        assert!(all.begin(&one, 10, now).0);
    }

    #[test]
    fn the_oldest_make_room() {
        let (mut all, now) = (decisions(100), Instant::now());
        for number in 1..=3 {
            assert!(all.begin(&version(number), 30, now).0);
        }
        assert_eq!(all.begin(&version(4), 30, now), (false, vec![]), "none can go");
        for (number, name) in [(2, "two"), (1, "one"), (3, "three")] {
            all.made(&version(number), Some(name), now + Duration::from_secs(3 - number));
        }
        assert_eq!(all.begin(&version(4), 50, now), (true, vec!["three", "two"]));
        assert_eq!(all.begin(&version(5), 101, now), (false, vec![]), "not even alone");
        assert_eq!(all.reap(now + LIFE), Vec::<&str>::new());
        assert_eq!(all.reap(now + LIFE + Duration::from_secs(2)), ["one"]);
        assert_eq!(all.remove(|_| true), Vec::<&str>::new());
        assert_eq!(all.made(&version(4), Some("four"), now), Some("four"), "nobody wants it any more");
    }
}
