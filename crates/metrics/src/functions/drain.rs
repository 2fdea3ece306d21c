//! From leaves to data of metrics.

use super::what::What;
use super::{FunctionMetrics, Leaf, Shard};
use crate::LAMBDA;
use crate::datum::{Datum, Dimensions, MetricId, Resolution};
use crate::statistics::Statistics;
use domain::{FunctionName, Scope, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

/// Drains without anything after which a leaf is forgotten.
const IDLE: u32 = 120;
/// Functions without a leaf whose totals are kept; those of further ones are summed.
const RETIRED: usize = 10_000;
/// Upper bounds of [`FunctionTotals::durations`], ms.
pub const DURATION_BOUNDS_MS: [f64; 12] =
    [1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1_000.0, 10_000.0, 60_000.0];

/// What was counted of a function since the start, as far as it was drained.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionTotals {
    /// Runs that ended.
    pub invocations: u64,
    /// Those that failed.
    pub errors: u64,
    /// Those that were refused.
    pub throttles: u64,
    /// What they took together, ms.
    pub duration_ms: f64,
    /// Runs by what they took: not longer than each of [`DURATION_BOUNDS_MS`], not counting those of the bounds before.
    pub durations: [u64; DURATION_BOUNDS_MS.len()],
    /// How many ran when it was drained last.
    pub running: u32,
}

impl FunctionTotals {
    pub(super) fn take(&mut self, values: &[(What, Statistics)]) {
        for (what, values) in values {
            // Of whole events; never negative.
            let count = values.count as u64;
            match what {
                What::Errors => self.errors += count,
                What::Throttles => self.throttles += count,
                What::Duration => {
                    self.invocations += count;
                    self.duration_ms += values.sum;
                    for (ms, times) in values.spread.values() {
                        if let Some(at) = DURATION_BOUNDS_MS.iter().position(|bound| ms <= *bound) {
                            self.durations[at] += times as u64;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Takes all of another in.
    pub fn merge(&mut self, other: &Self) {
        self.invocations += other.invocations;
        self.errors += other.errors;
        self.throttles += other.throttles;
        self.duration_ms += other.duration_ms;
        self.running += other.running;
        for (sum, more) in self.durations.iter_mut().zip(other.durations) {
            *sum += more;
        }
    }
}

/// Totals by function.
type Totals = BTreeMap<(Scope, FunctionName), FunctionTotals>;

/// Totals as of the last drain: they only grow, whatever is forgotten meanwhile.
#[derive(Default)]
pub(super) struct Kept {
    /// Of leaves.
    live: Totals,
    /// Of leaves that were forgotten since: [`Self::live`] has them still.
    retiring: Vec<((Scope, FunctionName), FunctionTotals)>,
    /// Of leaves that were forgotten before that.
    retired: Totals,
    /// Of those for which there was no room.
    beyond: FunctionTotals,
}

impl Kept {
    fn renew(&mut self, live: Totals, forgotten: Vec<((Scope, FunctionName), FunctionTotals)>) {
        for (of, totals) in std::mem::replace(&mut self.retiring, forgotten) {
            let kept = match self.retired.len() < RETIRED || self.retired.contains_key(&of) {
                true => self.retired.entry(of).or_default(),
                false => &mut self.beyond,
            };
            kept.merge(&FunctionTotals { running: 0, ..totals });
        }
        self.live = live;
    }

    fn all(&self) -> Totals {
        let mut all = self.retired.clone();
        for (of, totals) in &self.live {
            all.entry(of.clone()).or_default().merge(totals);
        }
        all
    }
}

/// Whose values, of which metric, in which minute.
type Key = (Scope, Dimensions, What, i64);
type Gathered = HashMap<Key, Statistics>;

impl FunctionMetrics {
    /// All that happened since the last time, as data; minutes that are not over come again, and add up. What nothing
    /// happened to for ten minutes, where this is called every five seconds, is forgotten.
    pub fn drain(&self) -> Vec<Datum> {
        let mut gathered = Gathered::new();
        let mut running: HashMap<(Scope, Dimensions), u32> = HashMap::new();
        let (mut totals, mut forgotten) = (Totals::new(), Vec::new());
        for shard in &self.shards {
            let leaves: Vec<_> = {
                let shard = shard.read().unwrap_or_else(PoisonError::into_inner);
                shard.values().flatten().map(|(_, leaf)| Arc::clone(leaf)).collect()
            };
            let mut forgettable = false;
            for leaf in leaves {
                let (total, idle) = leaf.drain(|minute| {
                    for (what, values) in minute.values() {
                        gather(&mut gathered, &leaf, *what, minute.number, values);
                    }
                });
                forgettable |= idle >= IDLE;
                if total.running > 0 {
                    for of in [&leaf.of_resource, &leaf.of_function, &Dimensions::default()] {
                        *running.entry((leaf.scope.clone(), of.clone())).or_default() += total.running;
                    }
                }
                totals.entry((leaf.scope.clone(), leaf.function.clone())).or_default().merge(&total);
            }
            if forgettable {
                self.forget(shard, &mut forgotten);
            }
        }
        self.totals.lock().unwrap_or_else(PoisonError::into_inner).renew(totals, forgotten);
        still_running(&mut gathered, running, self.clock.now().0.div_euclid(60_000));
        complete(&mut gathered);
        let data = gathered.into_iter().map(|((scope, dimensions, what, minute), values)| Datum {
            id: MetricId { scope, namespace: LAMBDA.into(), name: what.name().into(), dimensions },
            unit: what.unit(),
            resolution: Resolution::Minute,
            at: Timestamp(minute * 60_000),
            values,
        });
        data.collect()
    }

    /// What was counted of each function since the start, as of the last drain. Of functions that nothing happens to any more
    /// at most 10,000 are told apart.
    pub fn totals(&self) -> Vec<((Scope, FunctionName), FunctionTotals)> {
        let totals = self.totals.lock().unwrap_or_else(PoisonError::into_inner);
        totals.all().into_iter().collect()
    }

    /// What was counted of functions that are not in [`Self::totals`] any more.
    pub fn totals_of_others(&self) -> FunctionTotals {
        self.totals.lock().unwrap_or_else(PoisonError::into_inner).beyond.clone()
    }

    fn forget(&self, shard: &Shard, totals: &mut Vec<((Scope, FunctionName), FunctionTotals)>) {
        let mut shard = shard.write().unwrap_or_else(PoisonError::into_inner);
        let mut forgotten = 0;
        shard.retain(|_, leaves| {
            let before = leaves.len();
            // Whoever has found it is about to record something; nobody finds it while this lock is held.
            leaves.retain(|(_, leaf)| {
                let stays = leaf.idle() < IDLE || Arc::strong_count(leaf) > 1;
                if !stays {
                    totals.push(((leaf.scope.clone(), leaf.function.clone()), leaf.totals()));
                }
                stays
            });
            forgotten += (before - leaves.len()) as u64;
            !leaves.is_empty()
        });
        self.leaves.fetch_sub(forgotten, Ordering::Relaxed);
    }
}

fn gather(gathered: &mut Gathered, leaf: &Leaf, what: What, minute: i64, values: &Statistics) {
    let levels = what.levels();
    let mut add = |dimensions: &Dimensions| {
        let key = (leaf.scope.clone(), dimensions.clone(), what, minute);
        gathered.entry(key).or_default().merge(values);
    };
    if levels.account {
        add(&Dimensions::default());
    }
    if levels.function {
        add(&leaf.of_function);
    }
    if levels.resource {
        add(&leaf.of_resource);
        leaf.of_executed.iter().for_each(add);
    }
}

/// What began in an earlier minute and still runs counts in this one too.
fn still_running(gathered: &mut Gathered, running: HashMap<(Scope, Dimensions), u32>, minute: i64) {
    for ((scope, dimensions), runs) in running {
        let what = match dimensions.pairs().len() {
            0 => What::OfAccount,
            1 => What::OfFunction,
            _ => What::ConcurrentExecutions,
        };
        let values = gathered.entry((scope, dimensions, what, minute)).or_default();
        if values.count == 0.0 {
            values.add(runs.into(), 1.0);
        }
    }
}

/// Each run is one invocation, and none or one error; and where something ran, that nothing was throttled is said too.
fn complete(gathered: &mut Gathered) {
    let runs: Vec<(Key, f64)> = gathered
        .iter()
        .filter(|((_, _, what, _), _)| *what == What::Duration)
        .map(|(key, values)| (key.clone(), values.count))
        .collect();
    for ((scope, dimensions, _, minute), runs) in runs {
        let key = |what| (scope.clone(), dimensions.clone(), what, minute);
        gathered.entry(key(What::Invocations)).or_default().add(1.0, runs);
        let errors = gathered.entry(key(What::Errors)).or_default();
        let without = runs - errors.count;
        if without > 0.0 {
            errors.add(0.0, without);
        }
        let throttles = gathered.entry(key(What::Throttles)).or_default();
        if throttles.count == 0.0 {
            throttles.add(0.0, runs);
        }
    }
}
