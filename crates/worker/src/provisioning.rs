//! Provisioned concurrency on this host: for each version that is to have some, one task that builds what is missing,
//! and again what was lost or has become old.
//!
//! What cannot be built is tried again later and later; why the last one failed can be asked for meanwhile.

use crate::building::build_one;
use crate::environment::Environment;
use crate::error::RunError;
use crate::identity::PoolKey;
use crate::initialization::Initialization;
use crate::pool::Pool;
use crate::worker::Worker;
use domain::meter::Allocated;
use domain::{FunctionConfig, FunctionName, Scope, Timestamp, Version};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// The wait after a first failure, which doubles up to the last.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(60);
/// AWS's reason where a function's runtime does not start.
const INIT_FAILURE: &str = "FUNCTION_ERROR_INIT_FAILURE";
/// How long before its end an environment's successor is built, at most.
const RENEWAL: Duration = Duration::from_secs(60);
/// How soon it is tried again to keep what is to be paid for.
const METER_RETRY: Duration = Duration::from_secs(5);

/// What is to be provisioned for a version.
#[derive(Clone, Debug)]
pub struct ProvisionedVersion {
    /// The version's configuration.
    pub function: Arc<FunctionConfig>,
    /// For invocations through this alias only; `None`: for all of the version.
    pub alias: Option<Arc<str>>,
    /// Environments, 1 or more.
    pub amount: u32,
    /// When they were asked for, from which on they are paid for.
    pub since: Timestamp,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProvisioningState {
    /// Environments are being built for the first time.
    InProgress,
    /// All were there; those that were lost since are being replaced.
    Ready,
    /// They cannot be built, for this reason. It goes on being tried.
    Failed(String),
}

/// What is provisioned for a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provisioned {
    /// Environments that are wanted.
    pub requested: u32,
    /// Environments that are initialised, in use or not.
    pub available: u32,
    /// How far it is.
    pub state: ProvisioningState,
}

/// How the provisioned environments of one pool come about.
#[derive(Default)]
pub(crate) struct Supply {
    function: Option<Arc<FunctionConfig>>,
    /// When it was asked for.
    since: Timestamp,
    /// What was counted last.
    counted: Option<Allocated>,
    /// Whether a task builds them.
    running: bool,
    /// Whether all were there since they were asked for.
    ready: bool,
    failure: Option<String>,
    /// Builds that failed in a row.
    failures: u32,
    /// Environments in a row that died young and unused.
    deaths: u32,
    /// Nothing is built before.
    retry_at: Option<Instant>,
}

impl Supply {
    fn failed(&mut self, why: String) {
        self.retry_at = Some(Instant::now() + wait(self.failures));
        self.failures = self.failures.saturating_add(1);
        self.failure = Some(why);
    }

    /// An environment's process ended by itself before anybody used it. One whose runtime always does so is not built
    /// again and again without a pause.
    pub(crate) fn died(&mut self, lived: Duration) {
        if lived > LAST_RETRY {
            self.deaths = 0;
            return;
        }
        self.retry_at = Some(Instant::now() + wait(self.deaths));
        self.deaths = self.deaths.saturating_add(1);
        self.failure = Some(INIT_FAILURE.to_owned());
    }
}

/// The wait after so many failures before the last one.
fn wait(failures: u32) -> Duration {
    FIRST_RETRY.saturating_mul(1 << failures.min(8)).min(LAST_RETRY)
}

/// What the task has to do.
enum Order {
    /// It is not needed any more.
    End,
    /// Begin to build so many, then look again at the latest at that time.
    Build(Arc<FunctionConfig>, usize, Option<Instant>),
}

impl Worker {
    /// Says all that is provisioned for a function from now on, on this host. Returns at once.
    pub fn provision(self: &Arc<Self>, scope: &Scope, name: &FunctionName, wanted: Vec<ProvisionedVersion>) {
        for pool in self.pools() {
            let key = &pool.key;
            let stays = wanted.iter().any(|wanted| wanted.function.version == key.version);
            if key.scope == *scope && key.name == *name && !stays {
                pool.want(None);
            }
        }
        for wanted in wanted {
            while !self.activity.is_draining() {
                let pool = self.pool(&wanted.function);
                match pool.want(Some(&wanted)) {
                    Want::Closed => self.forget(&pool),
                    Want::Begin => {
                        tokio::spawn(supply(Arc::downgrade(self), pool));
                        break;
                    }
                    Want::Done => break,
                }
            }
        }
    }

    /// What is provisioned for a version; `None` where nothing is.
    pub fn provisioned(&self, scope: &Scope, name: &FunctionName, version: Version) -> Option<Provisioned> {
        self.known(&PoolKey { scope: scope.clone(), name: name.clone(), version })?.provisioned()
    }
}

/// What saying how many are wanted came to.
enum Want {
    /// The pool is closed: ask the worker for another.
    Closed,
    /// A task is needed.
    Begin,
    /// It is known.
    Done,
}

impl Pool {
    fn want(&self, wanted: Option<&ProvisionedVersion>) -> Want {
        let mut inner = self.lock();
        if inner.closed {
            return Want::Closed;
        }
        let target = wanted.map_or(0, |wanted| usize::try_from(wanted.amount).unwrap_or(usize::MAX));
        let changed = inner.pool.provided.target() != target;
        let surplus = inner.pool.provided.want(target, wanted.and_then(|wanted| wanted.alias.clone()));
        let running = inner.supply.running;
        if changed {
            inner.supply = Supply { running, ..Supply::default() };
        }
        inner.supply.function = wanted.map(|wanted| Arc::clone(&wanted.function));
        inner.supply.since = wanted.map_or(Timestamp(0), |wanted| wanted.since);
        let begin = wanted.is_some() && !running;
        inner.supply.running |= begin;
        drop(inner);
        drop(surplus);
        self.supply_changed.notify_one();
        if begin { Want::Begin } else { Want::Done }
    }

    fn provisioned(&self) -> Option<Provisioned> {
        let inner = self.lock();
        let (target, available) = (inner.pool.provided.target(), inner.pool.provided.alive());
        if target == 0 {
            return None;
        }
        let state = match &inner.supply.failure {
            _ if available >= target => ProvisioningState::Ready,
            Some(why) => ProvisioningState::Failed(why.clone()),
            None if inner.supply.ready => ProvisioningState::Ready,
            None => ProvisioningState::InProgress,
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(Provisioned { requested: count(target), available: count(available.min(target)), state })
    }

    /// How long an environment is used before its successor is built.
    fn fresh_for(&self) -> Duration {
        self.max_age.saturating_sub(RENEWAL.min(self.max_age / 10))
    }

    /// What is to be built now, which is expected from now on.
    fn order(&self) -> Order {
        let mut inner = self.lock();
        let Some(function) = inner.supply.function.clone().filter(|_| !inner.closed) else {
            inner.supply.running = false;
            return Order::End;
        };
        let now = Instant::now();
        if let Some(at) = inner.supply.retry_at.filter(|at| *at > now) {
            return Order::Build(function, 0, Some(at));
        }
        let missing = inner.pool.provided.missing(now, self.fresh_for());
        (0..missing).for_each(|_| inner.pool.provide());
        Order::Build(function, missing, None)
    }

    /// What is provisioned now and was not counted yet, and when there will be more to count at the latest.
    fn allocated(&self, now: Timestamp) -> (Option<Allocated>, Option<Timestamp>) {
        let inner = self.lock();
        let Some(function) = &inner.supply.function else { return (None, None) };
        let environments = inner.pool.provided.alive().min(inner.pool.provided.target()) as u64;
        if environments == 0 {
            return (None, None);
        }
        let (allocated, next) = Allocated::now(function, inner.supply.since, environments, now);
        let known = inner.supply.counted.as_ref().is_some_and(|counted| {
            (counted.since, counted.block) == (allocated.since, allocated.block)
                && counted.memory_mb >= allocated.memory_mb
        });
        ((!known).then_some(allocated), Some(next))
    }

    /// Whether it is too late to begin to build one: it is not wanted any more, or another one has just failed. It is
    /// not expected then any more.
    fn gives_up(&self) -> bool {
        let mut inner = self.lock();
        let now = Instant::now();
        let superfluous = inner.pool.provided.is_superfluous(now, self.fresh_for());
        let gives_up = superfluous || inner.closed || inner.supply.retry_at.is_some_and(|at| at > now);
        if gives_up {
            inner.pool.provided(false);
        }
        gives_up
    }

    /// A provisioned environment is there, or there is a reason why not.
    fn supplied(self: &Arc<Self>, supplied: Result<Arc<Environment>, String>) {
        let mut inner = self.lock();
        inner.pool.provided(supplied.is_ok());
        match supplied {
            Ok(env) => {
                inner.supply.failures = 0;
                let provided = &inner.pool.provided;
                if provided.alive() >= provided.target() {
                    inner.supply.failure = None;
                    inner.supply.ready = true;
                }
                drop(inner);
                self.pass_on(env, true);
            }
            Err(why) => {
                inner.supply.failed(why);
                drop(inner);
            }
        }
        self.supply_changed.notify_one();
    }
}

/// Builds what is missing, as long as something is wanted.
async fn supply(worker: Weak<Worker>, pool: Arc<Pool>) {
    loop {
        let Some(worker) = worker.upgrade() else { return };
        let Order::Build(function, count, again) = pool.order() else { return };
        for _ in 0..count {
            tokio::spawn(provide(Arc::clone(&worker), Arc::clone(&pool), Arc::clone(&function)));
        }
        let again = [again, meter(&worker, &pool).await].into_iter().flatten().min();
        drop(worker);
        tokio::select! {
            () = pool.supply_changed.notified() => {}
            () = sleep_until(again.unwrap_or_else(Instant::now)), if again.is_some() => {}
            () = pool.shut() => return,
        }
    }
}

/// Counts what is provisioned; when to do so again.
async fn meter(worker: &Worker, pool: &Pool) -> Option<Instant> {
    let parts = &worker.context.parts;
    let now = parts.clock.now();
    let (allocated, next) = pool.allocated(now);
    if let Some(allocated) = allocated {
        if !parts.allocations.keep(allocated.clone()).await {
            return Some(Instant::now() + METER_RETRY);
        }
        pool.lock().supply.counted = Some(allocated);
    }
    let left = next?.0.saturating_sub(now.0);
    Some(Instant::now() + Duration::from_millis(u64::try_from(left).unwrap_or(0)))
}

/// Builds one when it is its turn.
async fn provide(worker: Arc<Worker>, pool: Arc<Pool>, function: Arc<FunctionConfig>) {
    let built = async {
        // The semaphore is never closed.
        let _turn = worker.providing.acquire().await;
        if pool.gives_up() {
            return None;
        }
        let building = async {
            let place = worker.place(&function, || false).await?.ok_or(RunError::Draining)?;
            build_one(&worker, &pool, &function, Initialization::Provisioned, place).await
        };
        Some(building.await)
    };
    let built = tokio::select! {
        built = built => built,
        () = pool.shut() => {
            pool.lock().pool.provided(false);
            None
        }
    };
    let supplied = match built {
        None => return,
        Some(Ok(env)) if env.is_ready() => Ok(env),
        Some(Ok(_)) => Err(INIT_FAILURE.to_owned()),
        Some(Err(error)) => {
            tracing::warn!(function = %function.arn(), %error, "a provisioned environment cannot be built");
            Err(reason(&error))
        }
    };
    pool.supplied(supplied);
}

/// For the function's owner, who is not to know more of the host than that.
fn reason(error: &RunError) -> String {
    match error {
        RunError::Prepare(error) => error.to_string(),
        RunError::Capacity { .. } => "INSUFFICIENT_CAPACITY".to_owned(),
        RunError::Draining | RunError::Interrupted | RunError::Damaged(_) | RunError::Sandbox(_) => {
            "INTERNAL_ERROR".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end() {
        let waits = [0, 1, 2, 5, 6, 7, 100, u32::MAX].map(|failures| wait(failures).as_secs());
        assert_eq!(waits, [1, 2, 4, 32, 60, 60, 60, 60]);
    }
}
