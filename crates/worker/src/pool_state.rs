//! The decisions of one pool: who gets which environment, who waits, what is stale. Pure: `E` is an environment, `W`
//! somebody who waits for one, and the time is an argument.

use crate::identity::same_environment;
use crate::provided::Provided;
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
    /// Whether it is one of the provisioned ones.
    fn is_provisioned(&self) -> bool;
    /// How often it was used until now.
    fn uses(&self) -> u64;
}

/// See the module's documentation.
pub(crate) struct PoolState<E, W> {
    /// The newest configuration seen.
    current: Option<Arc<FunctionConfig>>,
    /// The last one was used last.
    idle: Vec<(E, Instant)>,
    waiters: VecDeque<Waiting<W>>,
    /// The provisioned ones, which are kept apart from the others.
    pub(crate) provided: Provided<E>,
    /// What environments are being made for. Whoever waits has a part in them, whoever asked for them.
    making: Vec<Arc<FunctionConfig>>,
    /// Environments with an invocation, in initialisation or on their way back.
    pub(crate) away: usize,
    /// Of those, the ones that have answered and only have to come back.
    pub(crate) settling: usize,
    /// Environments made before this are not kept.
    retired: Option<Instant>,
}

struct Waiting<W> {
    wanted: Arc<FunctionConfig>,
    /// Whether a provisioned one will do, too.
    provisioned: bool,
    waiter: W,
}

/// What a pool is to know when an environment comes back.
pub(crate) struct Keeping {
    /// The time.
    pub(crate) now: Instant,
    /// Environments of this age are not used again.
    pub(crate) max_age: Duration,
    /// Nothing is kept any more.
    pub(crate) closed: bool,
}

/// What becomes of an environment that comes back.
pub(crate) enum Return<E, W> {
    /// This one waits for it.
    Waiter(W, E),
    /// It is idle now, unless it is among those that are too many.
    Idle {
        /// How often it had been used when it came back. Whoever gave it back cannot ask any more: it may be in use again.
        uses: u64,
        /// Those that are too many.
        surplus: Vec<E>,
    },
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
            provided: Provided::new(),
            making: Vec::new(),
            away: 0,
            settling: 0,
            retired: None,
        }
    }

    /// Takes the environment that was used last and fits, a provisioned one before the others where that may be; and
    /// those that turn out stale.
    pub(crate) fn take(&mut self, wanted: &Arc<FunctionConfig>, provisioned: bool) -> (Option<E>, Vec<E>) {
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
        let fits = |env: &E| same_environment(env.function(), wanted) && !env.is_dead();
        let taken = if provisioned { self.provided.take(fits) } else { None };
        let taken = taken.or_else(|| {
            let found = self.idle.iter().rposition(|(env, _)| fits(env));
            found.map(|at| self.idle.remove(at).0)
        });
        self.away += usize::from(taken.is_some());
        (taken, stale)
    }

    /// Waits for an environment, which may be a provisioned one or not.
    pub(crate) fn wait(&mut self, wanted: &Arc<FunctionConfig>, provisioned: bool, waiter: W) {
        self.waiters.push_back(Waiting { wanted: Arc::clone(wanted), provisioned, waiter });
    }

    /// Whether one more environment is to be made, which then counts as away. One that was asked for by somebody who
    /// has had a warm one meanwhile is there for the next who waits: under steady load there would otherwise be more
    /// and more of them.
    pub(crate) fn expect(&mut self, function: &Arc<FunctionConfig>, waits: impl Fn(&W) -> bool) -> bool {
        let fits = |other: &Arc<FunctionConfig>| same_environment(other, function);
        let waiting = self.waiters.iter().filter(|w| fits(&w.wanted) && waits(&w.waiter)).count();
        let needed = self.making.iter().filter(|made| fits(made)).count() < waiting;
        if needed {
            self.making.push(Arc::clone(function));
            self.away += 1;
        }
        needed
    }

    /// Whether more environments are being made than are waited for: then one less is, and it no longer counts as away.
    pub(crate) fn is_surplus(&mut self, function: &Arc<FunctionConfig>, waits: impl Fn(&W) -> bool) -> bool {
        let fits = |other: &Arc<FunctionConfig>| same_environment(other, function);
        let waiting = self.waiters.iter().filter(|w| fits(&w.wanted) && waits(&w.waiter)).count();
        let surplus = self.making.iter().filter(|made| fits(made)).count() > waiting;
        if surplus {
            self.made(function);
            self.lost(false);
        }
        surplus
    }

    /// An environment that was expected is there, or will never be.
    pub(crate) fn made(&mut self, function: &Arc<FunctionConfig>) {
        if let Some(at) = self.making.iter().position(|made| Arc::ptr_eq(made, function)) {
            self.making.swap_remove(at);
        }
    }

    /// The first who waits for an environment of `function`, a provisioned one or not, and still does.
    pub(crate) fn pop_waiter(
        &mut self,
        function: &Arc<FunctionConfig>,
        provisioned: bool,
        waits: impl Fn(&W) -> bool,
    ) -> Option<W> {
        self.waiters.retain(|w| waits(&w.waiter));
        let fits = |w: &Waiting<W>| w.provisioned >= provisioned && same_environment(&w.wanted, function);
        let at = self.waiters.iter().position(fits)?;
        self.waiters.remove(at).map(|w| w.waiter)
    }

    /// An environment comes back, or is new. Whoever waits has it first, unless it is dead or old; a new one is given
    /// on in any case, for it was built for somebody.
    pub(crate) fn give_back(
        &mut self,
        env: E,
        new: bool,
        keeping: &Keeping,
        waits: impl Fn(&W) -> bool,
    ) -> Return<E, W> {
        let old = keeping.now.duration_since(env.born()) >= keeping.max_age;
        if (new || !(old || env.is_dead()))
            && let Some(waiter) = self.pop_waiter(&Arc::clone(env.function()), env.is_provisioned(), waits)
        {
            return Return::Waiter(waiter, env);
        }
        self.away = self.away.saturating_sub(1);
        let stale = self.current.as_ref().is_some_and(|current| !same_environment(current, env.function()));
        let retired = self.retired.is_some_and(|retired| env.born() <= retired);
        if keeping.closed || env.is_dead() || stale || retired || old {
            if env.is_provisioned() {
                self.provided.lost();
            }
            return Return::Discard(env);
        }
        let uses = env.uses();
        if env.is_provisioned() {
            return Return::Idle { uses, surplus: self.provided.keep(env) };
        }
        self.idle.push((env, keeping.now));
        Return::Idle { uses, surplus: Vec::new() }
    }

    /// An environment will not come back.
    pub(crate) fn lost(&mut self, provisioned: bool) {
        self.away = self.away.saturating_sub(1);
        if provisioned {
            self.provided.lost();
        }
    }

    /// A provisioned one is being made, which counts as away.
    pub(crate) fn provide(&mut self) {
        self.provided.making();
        self.away += 1;
    }

    /// A provisioned one that was being made is there, and is to be given back; or (`false`) it will never be.
    pub(crate) fn provided(&mut self, there: bool) {
        self.provided.made(there);
        if !there {
            self.away = self.away.saturating_sub(1);
        }
    }

    /// Takes out the idle environment of this number.
    pub(crate) fn remove(&mut self, number: u64) -> Option<E> {
        let at = self.idle.iter().position(|(env, _)| env.number() == number)?;
        Some(self.idle.remove(at).0)
    }

    /// Takes out the idle environment of this number if its process has ended.
    pub(crate) fn remove_dead(&mut self, number: u64) -> Option<E> {
        let dead = |env: &E| env.number() == number && env.is_dead();
        if self.idle.iter().any(|(env, _)| dead(env)) {
            return self.remove(number);
        }
        self.provided.remove_where(dead).pop()
    }

    /// Takes out every idle environment, and has those away not come back.
    pub(crate) fn retire(&mut self, now: Instant) -> Vec<E> {
        self.retired = Some(now);
        let mut all = self.remove_where(|_| true);
        all.extend(self.provided.remove_where(|_| true));
        all
    }

    /// Takes out what is unused for `idle_timeout` or older than `max_age`. Provisioned ones may be unused for as long as
    /// they like.
    pub(crate) fn reap(&mut self, now: Instant, idle_timeout: Duration, max_age: Duration) -> Vec<E> {
        let (keep, reaped) = std::mem::take(&mut self.idle).into_iter().partition(|(env, since)| {
            now.duration_since(*since) < idle_timeout && now.duration_since(env.born()) < max_age
        });
        self.idle = keep;
        let reaped: Vec<(E, Instant)> = reaped;
        let mut reaped: Vec<E> = reaped.into_iter().map(|(env, _)| env).collect();
        reaped.extend(self.provided.remove_where(|env| now.duration_since(env.born()) >= max_age));
        reaped
    }

    /// Since when the least recently used environment is idle, of those that are not provisioned.
    pub(crate) fn oldest_idle(&self) -> Option<(Instant, u64)> {
        self.idle.first().map(|(env, since)| (*since, env.number()))
    }

    /// Environments that are idle.
    pub(crate) fn idle_count(&self) -> usize {
        self.idle.len() + self.provided.idle_count()
    }

    /// Whether nothing is here, nothing is away, nobody waits and nothing is to be provisioned.
    pub(crate) fn is_empty(&self) -> bool {
        self.idle.is_empty() && self.waiters.is_empty() && self.away == 0 && self.provided.is_empty()
    }

    fn remove_where(&mut self, mut condition: impl FnMut(&E) -> bool) -> Vec<E> {
        let (removed, keep): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.idle).into_iter().partition(|(env, _)| condition(env));
        self.idle = keep;
        removed.into_iter().map(|(env, _)| env).collect()
    }
}

#[cfg(test)]
mod tests;
