//! From `Pending` to `Active`, and from `InProgress` to `Successful`: what happens after CreateFunction and the
//! updates have answered.
//!
//! Each preparation is a task of its own. It ends with one compare-and-swap on the revision that it began with, so a
//! function that was deleted or made anew meanwhile is left alone. Whoever wants to invoke waits for it here.

use crate::engine::Engine;
use crate::functions::Functions;
use crate::uuid::uuid;
use domain::{FunctionConfig, FunctionName, FunctionState, LastUpdate, Scope};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::StoreError;
use tokio::sync::watch;
use worker::PrepareError;

/// Tries of writing down how a preparation ended, and the wait after the first one that failed, which doubles.
const TRIES: u32 = 6;
const FIRST_WAIT: Duration = Duration::from_millis(50);

type Key = (Scope, FunctionName);

#[derive(Default)]
pub(crate) struct Preparations {
    /// The revision being prepared, and a channel that closes at the end.
    running: Mutex<HashMap<Key, (String, watch::Receiver<()>)>>,
}

impl Preparations {
    /// Begins to prepare a function as it was just written.
    pub(crate) fn begin(
        self: &Arc<Self>,
        engine: Arc<dyn Engine>,
        functions: Arc<Functions>,
        config: FunctionConfig,
    ) {
        let (running, ended) = watch::channel(());
        let key = (config.scope.clone(), config.name.clone());
        self.lock().insert(key.clone(), (config.revision_id.clone(), ended));
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let revision = config.revision_id.clone();
            // In a task of its own, so that a panic in it is a reason like any other.
            let task = tokio::spawn({
                let config = config.clone();
                async move { engine.prepare(&config).await }
            });
            let result = task.await.unwrap_or_else(|_| {
                let reason = "An internal error occurred while the function was prepared.".to_owned();
                Err(PrepareError { code: "InternalError", reason })
            });
            finish(&functions, config, result).await;
            let mut running_now = this.lock();
            if running_now.get(&key).is_some_and(|(of, _)| *of == revision) {
                running_now.remove(&key);
            }
            drop(running_now);
            drop(running);
        });
    }

    /// Waits until no preparation of the function runs, or until the time is over; whether there was one to wait for
    /// that ended.
    pub(crate) async fn wait(&self, scope: &Scope, name: &FunctionName, at_most: Duration) -> bool {
        let key = (scope.clone(), name.clone());
        let Some((_, mut ended)) = self.lock().get(&key).cloned() else { return false };
        // Nothing is ever sent: the error that the sender is gone is the signal.
        tokio::time::timeout(at_most, ended.changed()).await.is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, (String, watch::Receiver<()>)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The configuration after a preparation: pure.
pub(crate) fn after(config: &FunctionConfig, result: Result<(), PrepareError>) -> FunctionConfig {
    let mut next = FunctionConfig { revision_id: uuid(), ..config.clone() };
    match result {
        Ok(()) => {
            next.state = FunctionState::Active;
            next.last_update = LastUpdate::Successful;
        }
        Err(PrepareError { code, reason }) => {
            let code = code.to_owned();
            if config.last_update == LastUpdate::InProgress {
                next.last_update = LastUpdate::Failed { code: code.clone(), reason: reason.clone() };
            }
            if config.state != FunctionState::Active {
                next.state = FunctionState::Failed { code, reason };
            }
        }
    }
    next
}

async fn finish(functions: &Functions, config: FunctionConfig, result: Result<(), PrepareError>) {
    if let Err(PrepareError { code, reason }) = &result {
        tracing::warn!(function = %config.arn(), code, reason, "a function cannot run");
    }
    let next = after(&config, result);
    let mut wait = FIRST_WAIT;
    for _ in 0..TRIES {
        match functions.replace(&config.revision_id, next.clone()).await {
            // The function is gone or another one now.
            Ok(()) | Err(StoreError::NotFound(_) | StoreError::RevisionMismatch) => return,
            Err(error) => tracing::warn!(%error, function = %config.arn(), "a state could not be written"),
        }
        tokio::time::sleep(wait).await;
        wait *= 2;
    }
    // It stays as it is until the next start, which takes up what is unfinished.
}
