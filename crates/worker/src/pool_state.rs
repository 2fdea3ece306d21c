//! The decisions of one pool: who gets which environment, who waits, what is stale. Pure: `E` is an environment, `W`
//! somebody who waits for one, and the time is an argument.

use crate::identity::same_environment;
use domain::FunctionConfig;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// What a pool has to know about an environment.
pub(crate) trait Member {
    /// Its number, unique on this host.
    fn number(&self) -> u64;
    /// What it was made for.
    fn function(&self) -> &Arc<FunctionConfig>;
    /// When it was made.
    fn born(&self) -> Instant;
    /// Whether its process has ended unexpectedly.
    fn is_dead(&self) -> bool;
}

/// See the module's documentation.
pub(crate) struct PoolState<E, W> {
    /// The newest configuration seen.
    current: Option<Arc<FunctionConfig>>,
    /// The last one was used last.
    idle: Vec<(E, Instant)>,
    waiters: VecDeque<(Arc<FunctionConfig>, W)>,
    /// Environments with an invocation, in initialisation or on their way back.
    pub(crate) away: usize,
    /// Of those, the ones that have answered and only have to come back.
    pub(crate) settling: usize,
    /// Environments made before this are not kept.
    retired: Option<Instant>,
}

/// What becomes of an environment that comes back.
pub(crate) enum Return<E, W> {
    /// This one waits for it.
    Waiter(W, E),
    /// It is idle now.
    Idle,
    /// It is not to be used again.
    Discard(E),
}

impl<E: Member, W> PoolState<E, W> {
    /// A pool without environments.
    pub(crate) fn new() -> Self {
        Self {
            current: None,
            idle: Vec::new(),
            waiters: VecDeque::new(),
            away: 0,
            settling: 0,
            retired: None,
        }
    }

    /// Takes the environment that was used last and fits; and those that turn out stale.
    pub(crate) fn take(&mut self, wanted: &Arc<FunctionConfig>) -> (Option<E>, Vec<E>) {
        let mut stale = Vec::new();
        let newer = |current: &Arc<FunctionConfig>| wanted.last_modified >= current.last_modified;
        if self.current.as_ref().is_none_or(newer) {
            let changed = self.current.as_ref().is_some_and(|current| !same_environment(current, wanted));
            if !self.current.as_ref().is_some_and(|current| Arc::ptr_eq(current, wanted)) {
                self.current = Some(Arc::clone(wanted));
            }
            if changed {
                stale = self.remove_where(|env| !same_environment(env.function(), wanted));
            }
        }
        let found =
            self.idle.iter().rposition(|(env, _)| same_environment(env.function(), wanted) && !env.is_dead());
        let taken = found.map(|at| self.idle.remove(at).0);
        self.away += usize::from(taken.is_some());
        (taken, stale)
    }

    /// Waits for an environment.
    pub(crate) fn wait(&mut self, wanted: &Arc<FunctionConfig>, waiter: W) {
        self.waiters.push_back((Arc::clone(wanted), waiter));
    }

    /// The first who waits for an environment of `function` and still does.
    pub(crate) fn pop_waiter(
        &mut self,
        function: &Arc<FunctionConfig>,
        waits: impl Fn(&W) -> bool,
    ) -> Option<W> {
        self.waiters.retain(|(_, waiter)| waits(waiter));
        let at = self.waiters.iter().position(|(wanted, _)| same_environment(wanted, function))?;
        self.waiters.remove(at).map(|(_, waiter)| waiter)
    }

    /// An environment comes back (or is new). It counts as away until this says otherwise.
    pub(crate) fn give_back(
        &mut self,
        env: E,
        now: Instant,
        max_age: Duration,
        keep: bool,
        waits: impl Fn(&W) -> bool,
    ) -> Return<E, W> {
        if !env.is_dead()
            && let Some(waiter) = self.pop_waiter(&Arc::clone(env.function()), waits)
        {
            return Return::Waiter(waiter, env);
        }
        self.away = self.away.saturating_sub(1);
        let stale = self.current.as_ref().is_some_and(|current| !same_environment(current, env.function()));
        let retired = self.retired.is_some_and(|retired| env.born() <= retired);
        let old = now.duration_since(env.born()) >= max_age;
        if !keep || env.is_dead() || stale || retired || old {
            return Return::Discard(env);
        }
        self.idle.push((env, now));
        Return::Idle
    }

    /// An environment will not come back.
    pub(crate) fn lost(&mut self) {
        self.away = self.away.saturating_sub(1);
    }

    /// Takes out the idle environment of this number.
    pub(crate) fn remove(&mut self, number: u64) -> Option<E> {
        let at = self.idle.iter().position(|(env, _)| env.number() == number)?;
        Some(self.idle.remove(at).0)
    }

    /// Takes out the idle environment of this number if its process has ended.
    pub(crate) fn remove_dead(&mut self, number: u64) -> Option<E> {
        let dead = self.idle.iter().any(|(env, _)| env.number() == number && env.is_dead());
        if dead { self.remove(number) } else { None }
    }

    /// Takes out every idle environment, and has those away not come back.
    pub(crate) fn retire(&mut self, now: Instant) -> Vec<E> {
        self.retired = Some(now);
        self.remove_where(|_| true)
    }

    /// Takes out what is unused for `idle_timeout` or older than `max_age`.
    pub(crate) fn reap(&mut self, now: Instant, idle_timeout: Duration, max_age: Duration) -> Vec<E> {
        let (keep, reaped) = std::mem::take(&mut self.idle).into_iter().partition(|(env, since)| {
            now.duration_since(*since) < idle_timeout && now.duration_since(env.born()) < max_age
        });
        self.idle = keep;
        let reaped: Vec<(E, Instant)> = reaped;
        reaped.into_iter().map(|(env, _)| env).collect()
    }

    /// Since when the least recently used environment is idle.
    pub(crate) fn oldest_idle(&self) -> Option<(Instant, u64)> {
        self.idle.first().map(|(env, since)| (*since, env.number()))
    }

    /// Environments that are idle.
    pub(crate) fn idle_count(&self) -> usize {
        self.idle.len()
    }

    /// Whether nothing is here, nothing is away and nobody waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.idle.is_empty() && self.waiters.is_empty() && self.away == 0
    }

    fn remove_where(&mut self, mut condition: impl FnMut(&E) -> bool) -> Vec<E> {
        let (removed, keep): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.idle).into_iter().partition(|(env, _)| condition(env));
        self.idle = keep;
        removed.into_iter().map(|(env, _)| env).collect()
    }
}
