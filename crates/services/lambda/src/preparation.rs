//! From `Pending` to `Active`, and from `InProgress` to `Successful`: what happens after CreateFunction, PublishVersion
//! and the updates have answered.
//!
//! Each preparation is a task of its own. It ends with one compare-and-swap on the revision, so a function that was
//! deleted or changed meanwhile is left alone, but for changes of its policy. Whoever wants to invoke waits for it here. An update
//! that fails is taken back: the function goes on as it was, and says why (a crash in the middle of it forgets how it
//! was; the function then keeps what it was updated to).

use crate::architecture;
use crate::code::{Hold, Packages};
use crate::engine::Engine;
use crate::functions::Functions;
use crate::uuid::uuid;
use domain::{FunctionConfig, FunctionName, FunctionState, LastUpdate, Scope, Version};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::StoreError;
use tokio::sync::watch;
use worker::PrepareError;

/// Tries of writing down how a preparation ended, and the wait after the first one that failed, which doubles.
const TRIES: u32 = 6;
const FIRST_WAIT: Duration = Duration::from_millis(50);

type Key = (Scope, FunctionName, Version);

pub(crate) struct Preparations {
    engine: Arc<dyn Engine>,
    functions: Arc<Functions>,
    packages: Arc<Packages>,
    /// See [`crate::Config::architecture`].
    architecture: Option<&'static str>,
    /// The revision being prepared, and a channel that closes at the end.
    running: Mutex<HashMap<Key, (String, watch::Receiver<()>)>>,
}

/// What an update replaced and may fall back to, with its packages, which no function in the store has meanwhile.
pub(crate) struct Previous {
    pub(crate) config: FunctionConfig,
    pub(crate) packages: Vec<Hold>,
}

impl Preparations {
    pub(crate) fn new(
        engine: Arc<dyn Engine>,
        functions: Arc<Functions>,
        packages: Arc<Packages>,
        architecture: Option<&'static str>,
    ) -> Self {
        Self { engine, functions, packages, architecture, running: Mutex::default() }
    }

    /// Begins to prepare a function as it was just written. `previous` is what an update replaced.
    pub(crate) fn begin(self: &Arc<Self>, config: FunctionConfig, previous: Option<Previous>) {
        let (running, ended) = watch::channel(());
        let key = (config.scope.clone(), config.name.clone(), config.version);
        self.lock().insert(key.clone(), (config.revision_id.clone(), ended));
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let revision = config.revision_id.clone();
            let result = this.prepare(&config).await;
            let is_update = previous.is_some();
            this.finish(config, previous, result).await;
            this.ended(&key, &revision);
            drop(running);
            if is_update && key.2 == Version::Latest {
                // Who changes a function invokes it soon: then its configuration is not to be read first.
                let _ = this.functions.get(&key.0, &key.1).await;
            }
        });
    }

    fn ended(&self, key: &Key, revision: &str) {
        let mut running = self.lock();
        if running.get(key).is_some_and(|(of, _)| of == revision) {
            running.remove(key);
        }
    }

    /// In a task of its own, so that a panic in it is a reason like any other.
    async fn prepare(&self, config: &FunctionConfig) -> Result<(), PrepareError> {
        architecture::check(self.architecture, config)?;
        let (engine, config) = (Arc::clone(&self.engine), config.clone());
        let task = tokio::spawn(async move { engine.prepare(&config).await });
        task.await.unwrap_or_else(|_| {
            let reason = "An internal error occurred while the function was prepared.".to_owned();
            Err(PrepareError { code: "InternalError", reason })
        })
    }

    async fn finish(
        &self,
        config: FunctionConfig,
        previous: Option<Previous>,
        result: Result<(), PrepareError>,
    ) {
        if let Err(PrepareError { code, reason }) = &result {
            tracing::warn!(function = %config.arn(), code, reason, "a function cannot run");
        }
        let next = after(&config, previous.as_ref().map(|p| &p.config), result);
        let (mut wait, mut failures) = (FIRST_WAIT, 0);
        let mut revision = config.revision_id.clone();
        while failures < TRIES {
            match self.functions.settle(&revision, next.clone()).await {
                Ok(()) => break,
                // The function is gone, or another one now, or what is attached to it changed.
                Err(StoreError::NotFound(_)) => break,
                Err(StoreError::RevisionMismatch) => match self.functions.revised(&config).await {
                    Ok(Some(newer)) => {
                        revision = newer;
                        continue;
                    }
                    Ok(None) => break,
                    Err(_) => {}
                },
                Err(error) => {
                    // At worst it stays as it is until the next start, which takes up what is unfinished.
                    tracing::warn!(%error, function = %config.arn(), "a state could not be written");
                }
            }
            failures += 1;
            tokio::time::sleep(wait).await;
            wait *= 2;
        }
        // Whichever of the packages lost its last function. All are asked about: where the function went or was changed
        // while they were held here, even after its state was written, they were left to be collected here.
        let mut packages: Vec<_> = config.packages().collect();
        if let Some(Previous { config: old, packages: held }) = previous {
            packages.extend(old.packages());
            drop(held);
        }
        for code in packages {
            self.packages.release(self.functions.store(), &code.sha256).await;
        }
    }

    /// Waits until no preparation of the version runs, or until the time is over; whether there was one to wait for
    /// that ended.
    pub(crate) async fn wait(&self, config: &FunctionConfig, at_most: Duration) -> bool {
        let key = (config.scope.clone(), config.name.clone(), config.version);
        let Some((_, mut ended)) = self.lock().get(&key).cloned() else { return false };
        // Nothing is ever sent: the error that the sender is gone is the signal.
        tokio::time::timeout(at_most, ended.changed()).await.is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, (String, watch::Receiver<()>)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The configuration after a preparation: pure.
fn after(
    config: &FunctionConfig,
    previous: Option<&FunctionConfig>,
    result: Result<(), PrepareError>,
) -> FunctionConfig {
    let PrepareError { code, reason } = match result {
        Ok(()) => {
            return FunctionConfig {
                revision_id: uuid(),
                state: FunctionState::Active,
                last_update: LastUpdate::Successful,
                ..config.clone()
            };
        }
        Err(error) => error,
    };
    let code = code.to_owned();
    let last_update = match config.last_update {
        LastUpdate::InProgress => LastUpdate::Failed { code: code.clone(), reason: reason.clone() },
        ref other => other.clone(),
    };
    match (&config.state, previous) {
        (FunctionState::Active, Some(previous)) => FunctionConfig {
            revision_id: uuid(),
            last_modified: config.last_modified,
            last_update,
            ..previous.clone()
        },
        (FunctionState::Active, None) => {
            FunctionConfig { revision_id: uuid(), last_update, ..config.clone() }
        }
        _ => FunctionConfig {
            revision_id: uuid(),
            state: FunctionState::Failed { code, reason },
            last_update,
            ..config.clone()
        },
    }
}
