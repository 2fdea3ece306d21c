//! What was invoked, and its minutes that nobody has drained yet.

use super::Concurrency;
use super::drain::FunctionTotals;
use super::what::What;
use crate::datum::Dimensions;
use crate::statistics::Statistics;
use domain::{FunctionName, Qualifier, Scope, Timestamp, Version};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Minutes at most that wait to be drained; what comes for an older one goes to the oldest.
const MINUTES: usize = 20;

/// See the module's documentation.
pub(super) struct Leaf {
    pub(super) scope: Scope,
    pub(super) function: FunctionName,
    /// `FunctionName`.
    pub(super) of_function: Dimensions,
    /// With `Resource`.
    pub(super) of_resource: Dimensions,
    /// With `ExecutedVersion` as well, where an alias chose it.
    pub(super) of_executed: Option<Dimensions>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    running: u32,
    /// Ascending.
    minutes: Vec<Minute>,
    /// Drained ones, of whose room use is made.
    spare: Vec<Minute>,
    totals: FunctionTotals,
    idle: u32,
}

/// What happened in a minute, by metric.
#[derive(Default)]
pub(super) struct Minute {
    /// Its number since 1970.
    pub(super) number: i64,
    /// The first `used` of these; a short list is searched faster than a map.
    values: Vec<(What, Statistics)>,
    used: usize,
}

impl Minute {
    fn of(&mut self, what: What) -> &mut Statistics {
        let at = match self.values[..self.used].iter().position(|(known, _)| *known == what) {
            Some(at) => at,
            None => {
                if self.used == self.values.len() {
                    self.values.push((what, Statistics::default()));
                }
                self.values[self.used].0 = what;
                self.used += 1;
                self.used - 1
            }
        };
        &mut self.values[at].1
    }

    pub(super) fn values(&self) -> &[(What, Statistics)] {
        &self.values[..self.used]
    }

    fn clear(&mut self) {
        self.values[..self.used].iter_mut().for_each(|(_, values)| values.clear());
        self.used = 0;
    }
}

impl Leaf {
    pub(super) fn new(
        scope: Scope,
        function: &FunctionName,
        qualifier: Option<&Qualifier>,
        executed: Option<Version>,
    ) -> Self {
        let pair = |name: &str, value: String| (Arc::from(name), Arc::from(value));
        let name = pair("FunctionName", function.to_string());
        let resource = match qualifier {
            Some(qualifier) => format!("{function}:{qualifier}"),
            None => function.to_string(),
        };
        let resource = pair("Resource", resource);
        let executed = executed.filter(|_| matches!(qualifier, Some(Qualifier::Alias(_))));
        let executed = executed.map(|version| pair("ExecutedVersion", version.to_string()));
        Self {
            scope,
            function: function.clone(),
            of_function: Dimensions::new([name.clone()]),
            of_executed: executed.map(|executed| Dimensions::new([name.clone(), resource.clone(), executed])),
            of_resource: Dimensions::new([name, resource]),
            state: Mutex::default(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, at: Timestamp, running: &Concurrency) {
        let mut state = self.lock();
        state.running += 1;
        let own = state.running;
        let minute = state.minute(at);
        let mut sample = |what, value: f64| minute.of(what).add(value, 1.0);
        sample(What::ConcurrentExecutions, own.into());
        sample(What::OfFunction, running.function.into());
        sample(What::OfAccount, running.account.into());
        sample(What::UnreservedConcurrentExecutions, running.unreserved.into());
        sample(What::ClaimedAccountConcurrency, running.claimed as f64);
        if let Some((used, of)) = running.provisioned {
            let inside = used <= of;
            let (used, of) = (f64::from(used.min(of)), f64::from(of.max(1)));
            sample(What::ProvisionedConcurrentExecutions, used);
            sample(What::ProvisionedConcurrencyUtilization, used / of);
            sample(What::ProvisionedConcurrencyInvocations, f64::from(u8::from(inside)));
            sample(What::ProvisionedConcurrencySpilloverInvocations, f64::from(u8::from(!inside)));
        }
    }

    pub(super) fn end(&self, began: Timestamp, ms: f64, failed: bool) {
        let mut state = self.lock();
        let minute = state.minute(began);
        minute.of(What::Duration).add(ms, 1.0);
        // Those that did not fail are made of the durations, when this is drained.
        if failed {
            minute.of(What::Errors).add(1.0, 1.0);
        }
    }

    pub(super) fn left(&self) {
        let mut state = self.lock();
        state.running = state.running.saturating_sub(1);
    }

    pub(super) fn record(&self, at: Timestamp, what: What, value: f64) {
        self.lock().minute(at).of(what).add(value, 1.0);
    }

    /// Hands over each minute that something happened in, and forgets them. What was counted since the start, and how often
    /// in a row nothing was found.
    pub(super) fn drain(&self, mut take: impl FnMut(&Minute)) -> (FunctionTotals, u32) {
        let mut state = self.lock();
        let mut drained = std::mem::take(&mut state.minutes);
        state.idle = if drained.is_empty() && state.running == 0 { state.idle.saturating_add(1) } else { 0 };
        for minute in &mut drained {
            take(minute);
            state.totals.take(minute.values());
            minute.clear();
        }
        // Their room, and that of the list, is used again.
        let spare = &mut state.spare;
        spare.extend(drained.drain(..).take(2_usize.saturating_sub(spare.len())));
        state.minutes = drained;
        state.totals.running = state.running;
        (state.totals.clone(), state.idle)
    }

    /// What was counted since the start, as of the last drain.
    pub(super) fn totals(&self) -> FunctionTotals {
        self.lock().totals.clone()
    }

    /// How often in a row nothing was found.
    pub(super) fn idle(&self) -> u32 {
        self.lock().idle
    }
}

impl State {
    fn minute(&mut self, at: Timestamp) -> &mut Minute {
        let number = at.0.div_euclid(60_000);
        // Nearly always the newest.
        let at = match self.minutes.iter().rposition(|minute| minute.number <= number) {
            Some(at) if self.minutes[at].number == number => at,
            None if self.minutes.len() >= MINUTES => 0,
            before => {
                if self.minutes.len() >= MINUTES {
                    before.unwrap_or(0)
                } else {
                    let at = before.map_or(0, |at| at + 1);
                    let mut minute = self.spare.pop().unwrap_or_default();
                    minute.number = number;
                    self.minutes.insert(at, minute);
                    at
                }
            }
        };
        &mut self.minutes[at]
    }
}
