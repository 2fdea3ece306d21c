//! What a server does now and then, whether or not anybody asks.

use crate::allocator::Allocator;
use domain::Clock;
use service_lambda::LambdaService;
use std::sync::Arc;
use std::time::Duration;
use store::LogStore;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// Between two collections of packages that no function has.
const SWEEP: Duration = Duration::from_secs(3_600);
/// Between two looks for log events that are older than their group keeps them.
const EXPIRE: Duration = Duration::from_secs(300);
/// Log events deleted in one transaction, so that no writer waits long.
const EXPIRE_AT_ONCE: usize = 5_000;

/// Between two looks whether memory can be given back.
const GIVE_BACK: Duration = Duration::from_secs(15);
/// Every so many of them, functions that nobody uses are forgotten; where they are at least so many, it is worth giving
/// their memory back.
const FORGET: u32 = 4;
const MANY: usize = 100;

/// Starts all of them; they end when the set is dropped.
pub(super) fn start(
    lambda: Arc<LambdaService>,
    logs: Arc<dyn LogStore>,
    clock: Arc<dyn Clock>,
) -> JoinSet<()> {
    let mut chores = JoinSet::new();
    chores.spawn(sweep_packages(Arc::clone(&lambda)));
    chores.spawn(give_memory_back(lambda));
    chores.spawn(expire_logs(logs, clock));
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

async fn expire_logs(logs: Arc<dyn LogStore>, clock: Arc<dyn Clock>) {
    let mut ticks = interval(EXPIRE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        loop {
            match logs.expire(clock.now(), EXPIRE_AT_ONCE).await {
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
