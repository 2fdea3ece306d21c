//! One environment: a sandbox, the processes of the runtime and of external extensions in it, and what belongs to them.
//!
//! Who holds a lease is the only one who calls [`Environment::invoke`], `close`, `settle` or `reset`. When the last
//! reference is dropped, the environment is shut down and its sandbox destroyed in the background.
//!
//! Never here: which invocation gets which environment.

mod close;
mod create;
pub(crate) mod daemon;
mod idle;
mod init;
mod invoke;
mod processes;
mod report;
mod restore;
mod shutdown;
mod telemetry;
mod wrapper;

pub(crate) use close::Closing;
pub(crate) use create::Context;
pub(crate) use invoke::Undelivered;
pub(crate) use processes::{Ended, Owner};
pub(crate) use restore::NotRestored;
pub(crate) use shutdown::WINDOW as SHUTDOWN_WINDOW;

use crate::blanks::Early;
use crate::capacity::Reservation;
use crate::code::Code;
use crate::initialization::Initialization;
use crate::logs::Collector;
use crate::payloads::Failure;
use crate::pool::Pool;
use crate::ports::{EndpointGuard, SegmentDaemon};
use crate::runtimes::ResolvedRuntime;
use crate::snapshots::Making;
use crate::telemetry::Telemetry;
use domain::{Clock, FunctionConfig};
use idle::{Due, Idle};
use processes::Processes;
use runtime_api::{Server, Session, ShutdownReason};
use sandbox::Sandbox;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::time::Instant;

/// How long the connections of a process that has ended are waited for, at most: a child of it may hold them open.
const LAST_WORDS: Duration = Duration::from_millis(50);

/// How long a thawed process has until it is sent a signal. Before its first thread has had a turn, the kernel gives the
/// signal to another one, and many runtimes (Python's) handle signals in the first thread only.
const AWAKENING: Duration = Duration::from_millis(10);

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
    /// The names of the files in `/opt/extensions`.
    extensions: Vec<Arc<str>>,
    variables: Vec<(String, String)>,
    /// Whether a process of the runtime is told the variables after its start.
    is_late: bool,
    /// The runtime's first process, if it was started before the rest was there.
    early: Mutex<Option<Early>>,
    pool: Weak<Pool>,
    clock: Arc<dyn Clock>,
    /// Only `None` while it is dropped.
    sandbox: Option<Box<dyn Sandbox>>,
    session: Arc<Session>,
    log: Arc<Collector>,
    telemetry: Arc<Telemetry>,
    /// Who takes what the function sends to X-Ray, and the address that it is sent to, from the first traced invocation on.
    segments: Arc<dyn SegmentDaemon>,
    listening: tokio::sync::OnceCell<Option<daemon::Listening>>,
    /// `None` after a reset.
    processes: Mutex<Option<Arc<Processes>>>,
    /// Why it will be shut down, as far as is known.
    ending: Mutex<Option<ShutdownReason>>,
    /// The init phase that no invocation has reported yet.
    unreported_init: Mutex<Option<Duration>>,
    /// The restoring that no invocation has reported yet.
    unreported_restore: Mutex<Option<Duration>>,
    /// The snapshot that it is to give when it is initialised.
    making: Mutex<Option<Making>>,
    /// Whether it is frozen; held while that changes.
    frozen: tokio::sync::Mutex<bool>,
    /// Counts the uses, so that a late freeze finds out that it is too late.
    uses: AtomicU64,
    /// When it last came back.
    idle: Mutex<Idle>,
    held: Option<Held>,
}

/// What must stay as long as the sandbox: given back in this order when it is gone.
struct Held {
    server: Server,
    _endpoint: EndpointGuard,
    _egress: Option<EndpointGuard>,
    _code: Code,
    reservation: Reservation,
}

impl Environment {
    /// Whether one of its processes ended by itself. One that was reset has none, and is fit for use.
    pub(crate) fn process_has_ended(&self) -> bool {
        self.processes().as_ref().is_some_and(|processes| processes.one_has_ended())
    }

    /// Whether it was made for this pool, which is told of its processes' ends: the one before it of the same function may have
    /// been closed meanwhile.
    pub(crate) fn is_of(&self, pool: &Arc<Pool>) -> bool {
        self.pool.as_ptr() == Arc::as_ptr(pool)
    }

    /// Whether it was given an invocation ever.
    pub(crate) fn was_used(&self) -> bool {
        self.uses() > 0
    }

    /// Whether the runtime waits for an event.
    pub(crate) fn is_ready(&self) -> bool {
        self.session.is_ready() && !self.process_has_ended()
    }

    /// Calls `then` once the runtime waits for an event; see [`Session::when_ready`].
    pub(crate) fn when_ready(&self, then: impl FnOnce() + Send + 'static) {
        self.session.when_ready(then);
    }

    /// Waits until the runtime asks for the next event; false where it ended, or did not until `deadline`.
    pub(crate) async fn settle(&self, deadline: Instant) -> bool {
        let Some(processes) = self.processes().clone() else { return false };
        tokio::select! {
            biased;
            () = self.session.ready() => true,
            _ = processes.ended() => false,
            () = tokio::time::sleep_until(deadline) => {
                self.end(ShutdownReason::Timeout);
                false
            }
        }
    }

    /// Shuts down and kills every process. `/tmp` stays; the next invocation starts the runtime anew. False where that
    /// failed.
    pub(crate) async fn reset(&self, reason: ShutdownReason) -> bool {
        let processes = self.processes().take();
        let Some(sandbox) = &self.sandbox else { return false };
        if let Some(processes) = &processes {
            self.telemetry.flush();
            shutdown::shut_down(&**sandbox, &self.session, processes, reason).await;
        }
        let killed = sandbox.kill_processes().await;
        // Only now: what they wrote to their last moment is read.
        if let Some(processes) = processes {
            processes.drain();
        }
        if let Err(error) = &killed {
            tracing::warn!(%error, "an environment cannot be reset");
        }
        killed.is_ok()
    }

    /// How often it was used.
    pub(crate) fn uses(&self) -> u64 {
        self.uses.load(Ordering::Acquire)
    }

    /// Freezes the sandbox after a while, unless it is used again before, that is, more often than it had been (`uses`) when it
    /// was given back. Whoever takes it next may be quicker than this. One task looks after an environment that is used again
    /// and again: coming back costs it neither a task nor a timer each time.
    pub(crate) fn freeze_later(self: Arc<Self>, uses: u64, after: Duration) {
        let due = Instant::now() + after;
        if !self.idle().came_back(uses, due) {
            return;
        }
        let weak = Arc::downgrade(&self);
        drop(self);
        tokio::spawn(async move {
            let mut due = due;
            loop {
                tokio::time::sleep_until(due).await;
                let Some(env) = weak.upgrade() else { return };
                let look = env.idle().look(env.uses(), Instant::now());
                match look {
                    Due::Later(time) => due = time,
                    Due::Never => return,
                    Due::Now(uses) => return env.freeze_unless_used(uses).await,
                }
            }
        });
    }

    async fn freeze_unless_used(&self, uses: u64) {
        // Without the lock: an invocation does not wait for this.
        self.telemetry.flushed(TELEMETRY_PATIENCE).await;
        let mut frozen = self.frozen.lock().await;
        if self.uses() != uses {
            return;
        }
        if let Err(error) = self.freeze_now(&mut frozen).await {
            tracing::warn!(%error, "an idle environment cannot be frozen");
        }
    }

    /// Freezes it.
    async fn freeze(&self) -> Result<(), sandbox::SandboxError> {
        let mut frozen = self.frozen.lock().await;
        self.freeze_now(&mut frozen).await
    }

    async fn freeze_now(&self, frozen: &mut bool) -> Result<(), sandbox::SandboxError> {
        let Some(sandbox) = self.sandbox.as_ref().filter(|_| !*frozen) else { return Ok(()) };
        self.telemetry.set_running(false);
        match sandbox.freeze().await {
            Ok(()) => *frozen = true,
            Err(error) => {
                self.telemetry.set_running(true);
                // Nobody knows whether it is: whoever uses it next thaws it in any case.
                *frozen = true;
                return Err(error);
            }
        }
        Ok(())
    }

    fn idle(&self) -> MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says why it will be shut down.
    pub(crate) fn end(&self, reason: ShutdownReason) {
        self.ending.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(reason);
    }

    fn why_it_ends(&self) -> ShutdownReason {
        let known = *self.ending.lock().unwrap_or_else(PoisonError::into_inner);
        known.unwrap_or(if self.process_has_ended() {
            ShutdownReason::Failure
        } else {
            ShutdownReason::Spindown
        })
    }

    /// What the end of a process means for an invocation. What an extension has reported before is the reason then.
    fn failure(&self, ended: Ended) -> Failure {
        let failure = Failure::exit(ended);
        match self.session.extensions().reported() {
            Some(error_type) => Failure { error_type, ..failure },
            None => failure,
        }
    }

    /// After the end of a process: waits until what it sent with its last breath has arrived.
    async fn last_words(&self) {
        if let Some(held) = &self.held {
            let _ = tokio::time::timeout(LAST_WORDS, held.server.disconnected()).await;
        }
    }

    /// Lets it run again; a freeze that is about to happen does not.
    async fn thaw(&self) -> Result<(), sandbox::SandboxError> {
        self.uses.fetch_add(1, Ordering::AcqRel);
        self.unfreeze().await
    }

    async fn unfreeze(&self) -> Result<(), sandbox::SandboxError> {
        let mut frozen = self.frozen.lock().await;
        if *frozen && let Some(sandbox) = &self.sandbox {
            sandbox.thaw().await?;
            *frozen = false;
            self.telemetry.set_running(true);
        }
        Ok(())
    }

    fn processes(&self) -> MutexGuard<'_, Option<Arc<Processes>>> {
        self.processes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Environment {
    fn drop(&mut self) {
        let reason = self.why_it_ends();
        let processes = self.processes().take().filter(|_| self.session.extensions().are_present());
        if processes.is_none() {
            self.telemetry.close();
        }
        let (Some(sandbox), held) = (self.sandbox.take(), self.held.take()) else { return };
        // Outside of a runtime, dropping the sandbox destroys it too, without waiting.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let leaving = held.as_ref().map(|held| held.reservation.leave());
            let (session, telemetry) = (Arc::clone(&self.session), Arc::clone(&self.telemetry));
            let was_frozen = *self.frozen.get_mut();
            runtime.spawn(async move {
                if let Some(processes) = &processes
                    && sandbox.thaw().await.is_ok()
                {
                    if was_frozen {
                        tokio::time::sleep(AWAKENING).await;
                    }
                    telemetry.set_running(true);
                    telemetry.flush();
                    shutdown::shut_down(&*sandbox, &session, processes, reason).await;
                    telemetry.close();
                }
                sandbox.destroy().await;
                // Only now: what they wrote to their last moment is read.
                if let Some(processes) = processes {
                    processes.drain();
                }
                drop((held, leaving));
            });
        }
    }
}
