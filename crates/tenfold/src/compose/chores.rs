//! What a server does now and then, whether or not anybody asks.

use crate::allocator::Allocator;
use domain::{Clock, Timestamp};
use service_iam::{ServiceUses, UserKeys};
use service_lambda::LambdaService;
use std::sync::Arc;
use std::time::Duration;
use store::{LogStore, MetricCursor, MetricStore, TraceStore};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// Between two collections of packages that no function has.
const SWEEP: Duration = Duration::from_secs(3_600);
/// Between two looks for log events that are older, or more, than their group keeps.
const EXPIRE: Duration = Duration::from_secs(300);
/// Log events deleted in one transaction, so that no writer waits long.
const EXPIRE_AT_ONCE: usize = 5_000;

/// Between two looks for values of metrics that are kept coarser by now, or no longer.
const AGE: Duration = Duration::from_secs(600);
/// Metrics looked at in one transaction.
const AGE_AT_ONCE: usize = 200;
/// Between two writings of when access keys, and services, were used.
const USES: Duration = Duration::from_secs(60);

/// Traces are kept for 30 days (X-Ray Developer Guide), and the oldest go of the account that has most where all together are more than so many
/// bytes.
const TRACES_KEPT: Duration = Duration::from_secs(30 * 86_400);
const TRACES_BYTES: u64 = 4 << 30;
const TRACES_AT_ONCE: usize = 500;
/// Between two looks at traces: what they take up is known without reading them.
const EXPIRE_TRACES: Duration = Duration::from_secs(30);

/// Between two looks whether memory can be given back.
const GIVE_BACK: Duration = Duration::from_secs(15);
/// Every so many of them, functions that nobody uses are forgotten; where they are at least so many, it is worth giving
/// their memory back.
const FORGET: u32 = 4;
const MANY: usize = 100;

/// What grows old.
pub(super) struct Kept {
    pub(super) logs: Arc<dyn LogStore>,
    /// Bytes of a log group, where that has a bound.
    pub(super) most_of_a_group: Option<u64>,
    pub(super) metrics: Arc<dyn MetricStore>,
    pub(super) users: Arc<UserKeys>,
    pub(super) uses: Arc<ServiceUses>,
    pub(super) traces: Arc<dyn TraceStore>,
}

/// Starts all of them; they end when the set is dropped.
pub(super) fn start(lambda: Arc<LambdaService>, kept: Kept, clock: Arc<dyn Clock>) -> JoinSet<()> {
    let Kept { logs, most_of_a_group, metrics, users, uses, traces } = kept;
    let mut chores = JoinSet::new();
    chores.spawn(sweep_packages(Arc::clone(&lambda)));
    chores.spawn(give_memory_back(lambda));
    chores.spawn(write_uses(users, uses));
    chores.spawn(expire_logs(logs, Arc::clone(&clock), most_of_a_group));
    chores.spawn(age_metrics(metrics, Arc::clone(&clock)));
    chores.spawn(expire_traces(traces, clock));
    chores
}

async fn sweep_packages(lambda: Arc<LambdaService>) {
    let mut ticks = interval(SWEEP);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match lambda.sweep().await {
            Ok(0) => {}
            Ok(packages) => tracing::info!(packages, "packages without a function were removed"),
            Err(error) => tracing::warn!(%error, "packages could not be collected"),
        }
    }
}

async fn write_uses(users: Arc<UserKeys>, uses: Arc<ServiceUses>) {
    let mut ticks = interval(USES);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = users.write_uses().await {
            tracing::warn!(%error, "when access keys were used could not be written");
        }
        if let Err(error) = uses.write().await {
            tracing::warn!(%error, "when services were used could not be written");
        }
    }
}

async fn expire_logs(logs: Arc<dyn LogStore>, clock: Arc<dyn Clock>, most_of_a_group: Option<u64>) {
    let mut ticks = interval(EXPIRE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        loop {
            match logs.expire(clock.now(), most_of_a_group, EXPIRE_AT_ONCE).await {
                Ok(expired) if expired.more => tokio::task::yield_now().await,
                Ok(_) => break,
                Err(error) => {
                    tracing::warn!(%error, "old log events could not be deleted");
                    break;
                }
            }
        }
    }
}

/// A little at a time, so that no writer waits long.
async fn age_metrics(metrics: Arc<dyn MetricStore>, clock: Arc<dyn Clock>) {
    let mut ticks = interval(AGE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut after: Option<MetricCursor> = None;
    loop {
        ticks.tick().await;
        loop {
            match metrics.age_metrics(clock.now(), after, AGE_AT_ONCE).await {
                Ok(next) => after = next,
                Err(error) => {
                    tracing::warn!(%error, "older values of metrics could not be made coarser");
                    after = None;
                }
            }
            if after.is_none() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
}

async fn expire_traces(traces: Arc<dyn TraceStore>, clock: Arc<dyn Clock>) {
    let mut ticks = interval(EXPIRE_TRACES);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let before = Timestamp(clock.now().0.saturating_sub(TRACES_KEPT.as_millis() as i64));
        loop {
            match traces.expire_traces(before, TRACES_BYTES, TRACES_AT_ONCE).await {
                Ok(TRACES_AT_ONCE) => tokio::task::yield_now().await,
                Ok(_) => break,
                Err(error) => {
                    tracing::warn!(%error, "old traces could not be deleted");
                    break;
                }
            }
        }
    }
}

/// The allocator keeps what was freed; where loads have made the process larger, or much was forgotten, the kernel gets it
/// back.
async fn give_memory_back(lambda: Arc<LambdaService>) {
    let mut ticks = interval(GIVE_BACK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut allocator = Allocator::new();
    for tick in (0..FORGET).cycle() {
        ticks.tick().await;
        let forgotten = if tick == 0 { lambda.forget_unused() } else { 0 };
        allocator.give_back(forgotten >= MANY);
    }
}
