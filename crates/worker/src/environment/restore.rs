//! SnapStart: an environment that gives a snapshot when it is initialised, and one that is made from it.

use super::Environment;
use super::init::{InitFailure, cpu_millis};
use super::processes::{Owner, Processes};
use crate::error::PrepareError;
use crate::logs::{Event, InitPhase, Status};
use crate::runtimes::late;
use crate::snapshots::Making;
use domain::limits;
use runtime_api::InitError;
use sandbox::{Image, Sandbox, SandboxError};
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// What a restoring may take.
const LIMIT: Duration = Duration::from_millis(limits::RESTORE_MS);

/// Why there is no environment from a snapshot.
#[derive(Debug)]
pub(crate) enum NotRestored {
    /// The snapshot is of no use here: it has to be made anew.
    Snapshot(SandboxError),
    /// What the function did in it.
    Function,
}

impl Environment {
    /// Has the environment give a snapshot in its next init phase.
    pub(crate) fn gives_snapshot(&self, making: Making) {
        *self.making.lock().unwrap_or_else(PoisonError::into_inner) = Some(making);
    }

    /// Initialises the environment for the sake of its snapshot. What the function does wrong is the error, as AWS names it.
    pub(crate) async fn prepare_snapshot(&self, limit: Duration) -> Result<(), PrepareError> {
        let (code, reason) = match self.initialize(InitPhase::Init, limit).await {
            Ok(_) => return Ok(()),
            Err(InitFailure::Sandbox(error)) => {
                tracing::warn!(%error, "no snapshot can be made");
                return Ok(());
            }
            Err(InitFailure::Timeout) => {
                ("FunctionError.InitTimeout", "Runtime initialization timed out.".to_owned())
            }
            Err(InitFailure::Process(failure)) => ("FunctionError.RuntimeInitError", failure.text),
            Err(InitFailure::Reported(error)) => ("FunctionError.RuntimeInitError", message_of(&error)),
        };
        Err(PrepareError { code, reason })
    }

    /// When the runtime is initialised: takes the snapshot, if one is to be taken, and lets the runtime go on.
    pub(super) async fn until_restoring(
        &self,
        sandbox: &dyn Sandbox,
        processes: &Arc<Processes>,
    ) -> Result<(), InitFailure> {
        tokio::select! {
            biased;
            () = self.session.asked_for_restoring() => {}
            ready = self.first_next(processes) => return ready,
        }
        let making = self.making.lock().unwrap_or_else(PoisonError::into_inner).take();
        // An extension within the runtime would not be registered any more.
        let making = making.filter(|_| !self.session.extensions().are_present());
        if let (Some(making), Some(running)) = (making, processes.runtime()) {
            // What it has said so far is not in the snapshot.
            match sandbox.capture(running.id, making.most_bytes()).await {
                Ok(image) => making.made(image),
                Err(error) => {
                    let function = self.function.arn();
                    tracing::warn!(%function, %error, "environments of this version start without a snapshot");
                    making.impossible();
                }
            }
        }
        self.session.restore(late::message(&self.variables).into());
        Ok(())
    }

    /// Makes the runtime's process from a snapshot, in place of an init phase. After a failure the environment needs a
    /// reset, or can be initialised.
    pub(crate) async fn restore(&self, image: &Image) -> Result<(), NotRestored> {
        let begun = Instant::now();
        self.log.say(&[Event::RestoreStart(self.starting())]);
        self.session.start();
        self.session.expect_restoring();
        self.session.restore(late::message(&self.variables).into());
        let processes = Processes::new();
        *self.processes() = Some(Arc::clone(&processes));
        let restored = timeout(LIMIT, async {
            self.process_from(image, &processes).await?;
            self.first_next(&processes).await
        });
        let restored = restored.await.unwrap_or(Err(InitFailure::Timeout));
        self.is_restored(begun, &processes, restored).await
    }

    /// Makes the runtime's process from a snapshot, as far as its asking for its restoring, and freezes it there. After a
    /// failure the environment is of no use.
    pub(crate) async fn stand_by(&self, image: &Image) -> Result<(), NotRestored> {
        self.session.start();
        self.session.expect_restoring();
        let processes = Processes::new();
        *self.processes() = Some(Arc::clone(&processes));
        let waiting = timeout(LIMIT, async {
            self.process_from(image, &processes).await?;
            tokio::select! {
                biased;
                () = self.session.asked_for_restoring() => Ok(()),
                failed = self.first_next(&processes) => failed,
            }
        });
        match waiting.await.unwrap_or(Err(InitFailure::Timeout)) {
            Ok(()) => self.freeze().await.map_err(NotRestored::Snapshot),
            Err(InitFailure::Sandbox(error)) => Err(NotRestored::Snapshot(error)),
            Err(_) => Err(NotRestored::Function),
        }
    }

    /// Has one that stands by go on. After a failure the environment needs a reset, or is of no use.
    pub(crate) async fn resume(&self) -> Result<(), NotRestored> {
        let begun = Instant::now();
        let Some(processes) = self.processes().clone() else {
            return Err(NotRestored::Snapshot(SandboxError::Dead));
        };
        self.log.say(&[Event::RestoreStart(self.starting())]);
        self.unfreeze().await.map_err(NotRestored::Snapshot)?;
        self.session.restore(late::message(&self.variables).into());
        let restored = timeout(LIMIT, self.first_next(&processes)).await;
        self.is_restored(begun, &processes, restored.unwrap_or(Err(InitFailure::Timeout))).await
    }

    /// What there is to do and say at the end of a restoring.
    async fn is_restored(
        &self,
        begun: Instant,
        processes: &Processes,
        restored: Result<(), InitFailure>,
    ) -> Result<(), NotRestored> {
        processes.drain();
        self.session.extensions().finish_init();
        if let Some(sandbox) = &self.sandbox {
            sandbox.set_cpu(cpu_millis(self.function.memory_mb)).map_err(NotRestored::Snapshot)?;
        }
        let duration = begun.elapsed();
        let status = match &restored {
            Ok(()) => Status::Success,
            Err(failure) => failure.status(),
        };
        self.log.say(&[
            Event::RestoreRuntimeDone { status: status.clone() },
            Event::RestoreReport { duration, status },
        ]);
        match restored {
            Ok(()) => {
                *self.unreported_restore.lock().unwrap_or_else(PoisonError::into_inner) = Some(duration);
                Ok(())
            }
            Err(InitFailure::Sandbox(error)) => {
                *self.processes() = None;
                Err(NotRestored::Snapshot(error))
            }
            Err(failure) => {
                self.reset(failure.reason()).await;
                Err(NotRestored::Function)
            }
        }
    }

    async fn process_from(&self, image: &Image, processes: &Arc<Processes>) -> Result<(), InitFailure> {
        let Some(sandbox) = &self.sandbox else { return Err(InitFailure::Sandbox(SandboxError::Dead)) };
        let process = self.runtime_process(self.argv.clone());
        let mut child = sandbox.restore(process, image).await.map_err(InitFailure::Sandbox)?;
        // The snapshot's process has been told long ago.
        drop(child.late.take());
        self.watch(processes, Owner::Runtime, child).map_err(InitFailure::Sandbox)
    }
}

/// What a runtime reported, as a sentence.
fn message_of(error: &InitError) -> String {
    #[derive(serde::Deserialize)]
    struct Body {
        #[serde(rename = "errorMessage")]
        message: String,
    }
    let message = serde_json::from_slice::<Body>(&error.payload).map(|body| body.message);
    message.unwrap_or_else(|_| error.error_type.clone().unwrap_or_default())
}
