//! The provisioned environments of one pool: how many there are to be, and which of them. Pure; the time is an argument.

use crate::pool_state::Member;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// See the module's documentation.
pub(crate) struct Provided<E> {
    /// So many are wanted.
    target: usize,
    /// Only invocations through this alias may have one; `None`: all of the version.
    alias: Option<Arc<str>>,
    /// The last one was used last.
    idle: Vec<E>,
    /// With an invocation, or on their way back.
    away: usize,
    /// Being built.
    making: usize,
}

/// Whether what is provisioned for an alias (`None`: for the version itself) is for whoever invoked by this ARN.
pub fn reaches(alias: Option<&str>, invoked_arn: &str) -> bool {
    alias.is_none_or(|alias| invoked_arn.rsplit(':').next() == Some(alias))
}

impl<E: Member> Provided<E> {
    /// None is wanted and none is there.
    pub(crate) fn new() -> Self {
        Self { target: 0, alias: None, idle: Vec::new(), away: 0, making: 0 }
    }

    /// Says how many are wanted from now on; gives those that are too many.
    pub(crate) fn want(&mut self, target: usize, alias: Option<Arc<str>>) -> Vec<E> {
        (self.target, self.alias) = (target, alias);
        self.surplus()
    }

    /// How many are wanted.
    pub(crate) fn target(&self) -> usize {
        self.target
    }

    /// Whether an invocation by this ARN may have one.
    pub(crate) fn reaches(&self, invoked_arn: &str) -> bool {
        self.target > 0 && reaches(self.alias.as_deref(), invoked_arn)
    }

    /// Takes the one that was used last, among those that fit.
    pub(crate) fn take(&mut self, fits: impl Fn(&E) -> bool) -> Option<E> {
        let at = self.idle.iter().rposition(fits)?;
        self.away += 1;
        Some(self.idle.remove(at))
    }

    /// How many are to be built. One of `fresh_for` or older does not count: its successor is built before it goes.
    pub(crate) fn missing(&self, now: Instant, fresh_for: Duration) -> usize {
        self.target.saturating_sub(self.there(now, fresh_for))
    }

    /// Whether one of those that are being built is not wanted any more.
    pub(crate) fn is_superfluous(&self, now: Instant, fresh_for: Duration) -> bool {
        self.there(now, fresh_for) > self.target
    }

    /// One is being built.
    pub(crate) fn making(&mut self) {
        self.making += 1;
    }

    /// It is there, and counts as away; or (`false`) it never will be.
    pub(crate) fn made(&mut self, there: bool) {
        self.making = self.making.saturating_sub(1);
        self.away += usize::from(there);
    }

    /// One of those away will not come back.
    pub(crate) fn lost(&mut self) {
        self.away = self.away.saturating_sub(1);
    }

    /// One that was away is idle; gives those that are too many now, which may be this one.
    pub(crate) fn keep(&mut self, env: E) -> Vec<E> {
        self.lost();
        self.idle.push(env);
        self.surplus()
    }

    /// Environments that are initialised, idle or not.
    pub(crate) fn alive(&self) -> usize {
        self.idle.len() + self.away
    }

    /// Environments that are idle.
    pub(crate) fn idle_count(&self) -> usize {
        self.idle.len()
    }

    /// Whether none is wanted and none is there.
    pub(crate) fn is_empty(&self) -> bool {
        self.target == 0 && self.alive() + self.making == 0
    }

    /// Takes out the idle ones that meet a condition.
    pub(crate) fn remove_where(&mut self, mut condition: impl FnMut(&E) -> bool) -> Vec<E> {
        let (removed, keep) = std::mem::take(&mut self.idle).into_iter().partition(|env| condition(env));
        self.idle = keep;
        removed
    }

    fn there(&self, now: Instant, fresh_for: Duration) -> usize {
        let fresh = |env: &&E| !env.is_dead() && now.duration_since(env.born()) < fresh_for;
        self.idle.iter().filter(fresh).count() + self.away + self.making
    }

    /// Takes out the oldest of the idle ones until there are no more than wanted.
    fn surplus(&mut self) -> Vec<E> {
        let too_many = self.alive().saturating_sub(self.target).min(self.idle.len());
        let mut by_age: Vec<_> = self.idle.iter().map(|env| (env.born(), env.number())).collect();
        by_age.sort_unstable();
        by_age.truncate(too_many);
        self.remove_where(|env| by_age.iter().any(|(_, number)| *number == env.number()))
    }
}
