//! Building an environment, from a turn to a runtime that is ready.

use crate::RunError;
use crate::blanks::Blanks;
use crate::capacity::Reservation;
use crate::environment::{Environment, NotRestored};
use crate::initialization::Initialization;
use crate::pool::Pool;
use crate::snapshots::Found;
use crate::standbys;
use crate::turns::{end_of_turn, processors};
use crate::worker::Worker;
use domain::{FunctionConfig, limits};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::SemaphorePermit;

/// Builds an environment for whoever waits first.
pub(crate) async fn build(worker: Arc<Worker>, pool: Arc<Pool>, function: Arc<FunctionConfig>) {
    let building = async {
        let Some(place) = worker.place(&function, || pool.is_surplus(&function)).await? else {
            return Ok(None);
        };
        build_one(&worker, &pool, &function, Initialization::OnDemand, place).await.map(Some)
    };
    let built = tokio::select! {
        built = building => built,
        () = pool.shut() => Err(RunError::Draining),
    };
    match built {
        Ok(Some(env)) => {
            let is_copy = env.initialization == Initialization::SnapStart;
            pool.built(&function, Ok(env));
            if is_copy {
                standbys::make(worker, pool, function).await;
            }
        }
        // Those who waited had warm ones meanwhile.
        Ok(None) => {}
        Err(error) => {
            tracing::warn!(function = %function.name, %error, "an environment cannot be built");
            pool.built(&function, Err(error));
        }
    }
}

/// What initialising a version for its snapshot may take.
pub(crate) fn snapshot_limit(function: &FunctionConfig) -> Duration {
    Duration::from_millis(limits::PROVISIONED_INIT_MS).max(Duration::from_secs(function.timeout_s.into()))
}

impl Worker {
    /// Makes the environment's process from its version's snapshot. True where it needs no init phase of its own now;
    /// else it is to be initialised, and gives a snapshot if there is none.
    async fn restore(&self, env: &Environment) -> Result<bool, RunError> {
        let image = match self.snapshots.find(&env.function) {
            Found::Snapshot(image) => image,
            Found::Make(making) => {
                env.gives_snapshot(making);
                return Ok(false);
            }
            Found::Nothing => return Ok(false),
        };
        match env.restore(&image).await {
            // The function's own fault is told by the invocation, which initialises the environment anew.
            Ok(()) | Err(NotRestored::Function) => Ok(true),
            Err(NotRestored::Snapshot(error)) => {
                tracing::warn!(function = %env.function.arn(), %error, "a snapshot is of no use any more");
                self.snapshots.discard(&env.function);
                if let Found::Make(making) = self.snapshots.find(&env.function) {
                    env.gives_snapshot(making);
                }
                Ok(false)
            }
        }
    }
}

/// The right to build one environment now.
pub(crate) struct Place<'a> {
    pub(crate) reservation: Reservation,
    pub(crate) turn: Turn<'a>,
}

/// One of the few that start. When it is over, there may be a processor for sandboxes that nobody waits for.
pub(crate) struct Turn<'a> {
    pub(crate) permit: Option<SemaphorePermit<'a>>,
    pub(crate) blanks: &'a Blanks,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        drop(self.permit.take());
        self.blanks.started();
    }
}

/// Builds an environment and starts its runtime.
pub(crate) async fn build_one(
    worker: &Arc<Worker>,
    pool: &Arc<Pool>,
    function: &Arc<FunctionConfig>,
    initialization: Initialization,
    place: Place<'_>,
) -> Result<Arc<Environment>, RunError> {
    let Place { reservation, turn } = place;
    let initialization = match initialization {
        Initialization::OnDemand if worker.keeps_snapshots(function) => Initialization::SnapStart,
        other => other,
    };
    if initialization == Initialization::SnapStart
        && let Some(env) = worker.standbys.take(function).filter(|env| env.is_of(pool))
    {
        match env.resume().await {
            Ok(()) | Err(NotRestored::Function) => {
                worker.cold_starts.fetch_add(1, Ordering::Relaxed);
                return Ok(env);
            }
            Err(NotRestored::Snapshot(error)) => {
                tracing::warn!(function = %function.arn(), %error, "an environment that stood by is of no use");
            }
        }
    }
    let env = worker.context.create(pool, function, reservation, initialization, worker, false).await?;
    worker.cold_starts.fetch_add(1, Ordering::Relaxed);
    let limit = match initialization {
        Initialization::SnapStart => snapshot_limit(function),
        Initialization::OnDemand => Duration::from_millis(limits::INIT_MS),
        Initialization::Provisioned => Duration::from_millis(limits::PROVISIONED_INIT_MS)
            .max(Duration::from_secs(function.timeout_s.into())),
    };
    let initialized = {
        let mut initializing = std::pin::pin!(async {
            if initialization == Initialization::SnapStart && worker.restore(&env).await? {
                return Ok(());
            }
            env.initialize_ahead(limit).await.map_err(|error| RunError::Sandbox(error.to_string()))
        });
        tokio::select! {
            biased;
            initialized = &mut initializing => initialized,
            () = end_of_turn(processors()) => {
                drop(turn);
                initializing.await
            }
        }
    };
    initialized?;
    Ok(env)
}
