//! One environment: a sandbox, the runtime's process in it, and what belongs to both.
//!
//! Who holds a lease is the only one who calls [`Environment::invoke`], `settle` or `reset`. When the last reference is
//! dropped, the sandbox is destroyed in the background.
//!
//! Never here: which invocation gets which environment.

mod create;
mod init;
mod invoke;
mod report;
mod telemetry;
mod wrapper;

pub(crate) use create::Context;
pub(crate) use invoke::Undelivered;

use crate::capacity::Reservation;
use crate::code::Code;
use crate::initialization::Initialization;
use crate::logs::{Collector, Pipes};
use crate::pool::Pool;
use crate::ports::EndpointGuard;
use crate::runtimes::ResolvedRuntime;
use crate::telemetry::Telemetry;
use domain::FunctionConfig;
use runtime_api::{Server, Session};
use sandbox::{ExitStatus, Sandbox};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// How long the connections of a process that has ended are waited for, at most: a child of it may hold them open.
const LAST_WORDS: Duration = Duration::from_millis(50);

/// How long an idle environment runs on for telemetry that is on its way to its extensions.
const TELEMETRY_PATIENCE: Duration = Duration::from_millis(500);

/// See the module's documentation.
pub(crate) struct Environment {
    /// Unique on this host.
    pub(crate) number: u64,
    /// What it was made for.
    pub(crate) function: Arc<FunctionConfig>,
    /// Why.
    pub(crate) initialization: Initialization,
    /// When.
    pub(crate) born: Instant,
    runtime: ResolvedRuntime,
    /// What a process of the runtime is started with, the function's wrapper excepted; empty where there is no program.
    argv: Vec<String>,
    variables: Vec<(String, String)>,
    pool: Weak<Pool>,
    /// Only `None` while it is dropped.
    sandbox: Option<Box<dyn Sandbox>>,
    session: Arc<Session>,
    log: Arc<Collector>,
    telemetry: Arc<Telemetry>,
    process: Mutex<Option<Arc<RuntimeProcess>>>,
    /// The init phase that no invocation has reported yet.
    unreported_init: Mutex<Option<Duration>>,
    /// Whether it is frozen; held while that changes.
    frozen: tokio::sync::Mutex<bool>,
    /// Counts the uses, so that a late freeze finds out that it is too late.
    uses: AtomicU64,
    held: Option<Held>,
}

/// What must stay as long as the sandbox: given back in this order when it is gone.
struct Held {
    server: Server,
    _endpoint: Option<EndpointGuard>,
    _code: Code,
    _reservation: Reservation,
}

/// A process of the runtime.
struct RuntimeProcess {
    exit: watch::Receiver<Option<ExitStatus>>,
    pipes: Pipes,
}

impl RuntimeProcess {
    /// Waits for its end.
    async fn exited(&self) -> ExitStatus {
        let mut exit = self.exit.clone();
        // The sender goes away only with its task, when the server itself ends.
        let ended = exit.wait_for(Option::is_some).await.ok().and_then(|status| *status);
        ended.unwrap_or(ExitStatus::Signaled(9))
    }

    fn has_exited(&self) -> bool {
        self.exit.borrow().is_some()
    }
}

impl Environment {
    /// Whether its process ended by itself. One that was reset has none, and is fit for use.
    pub(crate) fn process_has_ended(&self) -> bool {
        self.process().as_ref().is_some_and(|process| process.has_exited())
    }

    /// Whether it was given an invocation ever.
    pub(crate) fn was_used(&self) -> bool {
        self.uses.load(Ordering::Acquire) > 0
    }

    /// Whether the runtime waits for an event.
    pub(crate) fn is_ready(&self) -> bool {
        self.session.is_ready() && !self.process_has_ended()
    }

    /// Waits until the runtime asks for the next event; false where it ended, or did not until `deadline`.
    pub(crate) async fn settle(&self, deadline: Instant) -> bool {
        let Some(process) = self.process().clone() else { return false };
        tokio::select! {
            biased;
            () = self.session.ready() => true,
            _ = process.exited() => false,
            () = tokio::time::sleep_until(deadline) => false,
        }
    }

    /// Kills every process. `/tmp` stays; the next invocation starts the runtime anew. False where that failed.
    pub(crate) async fn reset(&self) -> bool {
        let process = self.process().take();
        let killed = match &self.sandbox {
            Some(sandbox) => sandbox.kill_processes().await,
            None => return false,
        };
        // Only now: what it wrote to its last moment is read.
        if let Some(process) = process {
            process.pipes.drain();
        }
        if let Err(error) = &killed {
            tracing::warn!(%error, "an environment cannot be reset");
        }
        killed.is_ok()
    }

    /// Freezes the sandbox after a while, unless it is used before.
    pub(crate) fn freeze_later(self: Arc<Self>, after: Duration) {
        let uses = self.uses.load(Ordering::Acquire);
        let weak = Arc::downgrade(&self);
        drop(self);
        tokio::spawn(async move {
            tokio::time::sleep(after).await;
            let Some(env) = weak.upgrade() else { return };
            // Without the lock: an invocation does not wait for this.
            env.telemetry.flushed(TELEMETRY_PATIENCE).await;
            let mut frozen = env.frozen.lock().await;
            if env.uses.load(Ordering::Acquire) != uses || *frozen {
                return;
            }
            let Some(sandbox) = &env.sandbox else { return };
            env.telemetry.set_running(false);
            match sandbox.freeze().await {
                Ok(()) => *frozen = true,
                Err(error) => {
                    env.telemetry.set_running(true);
                    tracing::warn!(%error, "an idle environment cannot be frozen");
                }
            }
        });
    }

    /// After the end of the process: waits until what it sent with its last breath has arrived.
    async fn last_words(&self) {
        if let Some(held) = &self.held {
            let _ = tokio::time::timeout(LAST_WORDS, held.server.disconnected()).await;
        }
    }

    /// Lets it run again; a freeze that is about to happen does not.
    async fn thaw(&self) -> Result<(), sandbox::SandboxError> {
        self.uses.fetch_add(1, Ordering::AcqRel);
        let mut frozen = self.frozen.lock().await;
        if *frozen && let Some(sandbox) = &self.sandbox {
            sandbox.thaw().await?;
            *frozen = false;
            self.telemetry.set_running(true);
        }
        Ok(())
    }

    fn process(&self) -> MutexGuard<'_, Option<Arc<RuntimeProcess>>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Environment {
    fn drop(&mut self) {
        self.telemetry.close();
        let (Some(sandbox), held) = (self.sandbox.take(), self.held.take()) else { return };
        // Outside of a runtime, dropping the sandbox destroys it too, without waiting.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                sandbox.destroy().await;
                drop(held);
            });
        }
    }
}
