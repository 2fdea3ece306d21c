//! The metrics of functions, gathered by the minute.
//!
//! What was invoked, by the version that runs, is a leaf. An invocation finds its leaf in one of many maps, and takes the
//! leaf's own lock twice, when it begins and when it ends: no two functions share one, and where the minute has begun
//! nothing is allocated. Whoever drains the leaves, every few seconds, makes of each the metrics of the function, of what was
//! invoked and of the account.
//!
//! Which metrics and dimensions there are: AWS Lambda developer guide, "Types of metrics for Lambda functions".

mod drain;
mod leaf;
mod what;

pub use drain::{DURATION_BOUNDS_MS, FunctionTotals};
pub use what::What;

use domain::clock::SystemClock;
use domain::{Clock, FunctionArn, FunctionRef, Scope, Timestamp, Version};
use leaf::Leaf;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

/// Maps of leaves; a look-up takes a read lock of one.
const SHARDS: usize = 64;
/// Leaves at most, in all maps: what is invoked beyond them is counted, and not measured.
const LEAVES: u64 = 100_000;

/// By the ARN that was invoked, one for each version that ran.
type Shard = RwLock<HashMap<Arc<str>, Vec<(Option<Version>, Arc<Leaf>)>>>;

/// See the module's documentation.
pub struct FunctionMetrics {
    clock: Arc<dyn Clock>,
    hasher: RandomState,
    shards: Vec<Shard>,
    leaves: AtomicU64,
    unmeasured: AtomicU64,
    totals: Mutex<drain::Kept>,
}

/// How much ran at the moment when an invocation began, itself included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concurrency {
    /// In the account and region.
    pub account: u32,
    /// Of it, on demand and of functions without a reservation.
    pub unreserved: u32,
    /// [`Self::unreserved`], and all that is reserved or provisioned, whether or not it runs.
    pub claimed: u64,
    /// Of the function.
    pub function: u32,
    /// Of what is provisioned for it: how many run, and of how many. More run than there are where this one went beyond.
    pub provisioned: Option<(u32, u32)>,
}

/// An invocation that runs, as far as the concurrency of what was invoked goes; dropping it ends that.
pub struct Running {
    leaf: Option<Arc<Leaf>>,
}

/// An invocation that was begun, whose end is to be told.
pub struct Begun {
    leaf: Option<Arc<Leaf>>,
    at: Timestamp,
}

impl Default for FunctionMetrics {
    fn default() -> Self {
        Self::new(Arc::new(SystemClock))
    }
}

impl FunctionMetrics {
    /// Of no function yet.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            hasher: RandomState::new(),
            shards: (0..SHARDS).map(|_| Shard::default()).collect(),
            leaves: AtomicU64::new(0),
            unmeasured: AtomicU64::new(0),
            totals: Mutex::default(),
        }
    }

    /// An invocation begins. Its metrics will have the time of now, however long it takes, as on AWS.
    pub fn begin(&self, invoked_arn: &str, version: Version, running: &Concurrency) -> (Begun, Running) {
        let at = self.clock.now();
        let leaf = self.leaf(invoked_arn, Some(version));
        if let Some(leaf) = &leaf {
            leaf.begin(at, running);
        }
        (Begun { leaf: leaf.clone(), at }, Running { leaf })
    }

    /// Something happened now to what was invoked.
    pub fn count(&self, invoked_arn: &str, version: Option<Version>, what: What) {
        self.record(invoked_arn, version, what, 1.0);
    }

    /// The same of a function as it was asked for.
    pub fn count_of(&self, function: &FunctionArn, what: What) {
        self.record(&function.to_string(), None, what, 1.0);
    }

    /// A time that something took, or an age.
    pub fn time_of(&self, function: &FunctionArn, what: What, time: Duration) {
        self.record(&function.to_string(), None, what, millis(time));
    }

    /// Events that were not measured, since there were too many functions.
    pub fn unmeasured(&self) -> u64 {
        self.unmeasured.load(Ordering::Relaxed)
    }

    fn record(&self, arn: &str, version: Option<Version>, what: What, value: f64) {
        if let Some(leaf) = self.leaf(arn, version) {
            leaf.record(self.clock.now(), what, value);
        }
    }

    fn shard(&self, arn: &str) -> &Shard {
        let at = usize::try_from(self.hasher.hash_one(arn) % SHARDS as u64).unwrap_or(0);
        &self.shards[at]
    }

    fn leaf(&self, arn: &str, version: Option<Version>) -> Option<Arc<Leaf>> {
        let shard = self.shard(arn);
        let known = |leaves: &Vec<(Option<Version>, Arc<Leaf>)>| {
            leaves.iter().find(|(of, _)| *of == version).map(|(_, leaf)| Arc::clone(leaf))
        };
        let found = shard.read().unwrap_or_else(PoisonError::into_inner).get(arn).and_then(known);
        found.or_else(|| self.new_leaf(arn, version))
    }

    #[cold]
    fn new_leaf(&self, arn: &str, version: Option<Version>) -> Option<Arc<Leaf>> {
        let made = leaf_of(arn, version).filter(|_| self.leaves.load(Ordering::Relaxed) < LEAVES);
        let Some(made) = made else {
            self.unmeasured.fetch_add(1, Ordering::Relaxed);
            return None;
        };
        let mut shard = self.shard(arn).write().unwrap_or_else(PoisonError::into_inner);
        let leaves = shard.entry(arn.into()).or_default();
        if let Some((_, leaf)) = leaves.iter().find(|(of, _)| *of == version) {
            return Some(Arc::clone(leaf));
        }
        let leaf = Arc::new(made);
        leaves.push((version, Arc::clone(&leaf)));
        self.leaves.fetch_add(1, Ordering::Relaxed);
        Some(leaf)
    }
}

/// `None` where it is no ARN of a function.
fn leaf_of(arn: &str, version: Option<Version>) -> Option<Leaf> {
    let of = FunctionRef::parse(arn).ok()?;
    let scope = Scope::new(of.account?, of.region?);
    Some(Leaf::new(scope, &of.name, of.qualifier.as_ref(), version))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

impl Begun {
    /// It ended: how long the function took, and whether it failed. An invocation whose end nobody tells leaves no metrics.
    pub fn ended(self, duration: Duration, failed: bool) {
        if let Some(leaf) = self.leaf {
            // As in REPORT lines; what is not measured finer needs less room.
            let ms = (millis(duration) * 100.0).round() / 100.0;
            leaf.end(self.at, ms, failed);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(leaf) = &self.leaf {
            leaf.left();
        }
    }
}

#[cfg(test)]
mod tests;
