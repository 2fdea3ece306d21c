//! The processes that an environment starts together: the runtime's, and one for each external extension.

use super::Environment;
use crate::blanks::Early;
use crate::logs::{Origin, Pipes};
use crate::runtimes::late;
use sandbox::{ChildId, ExitStatus, Sandbox, SandboxError};
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tokio::sync::watch;

/// Whose process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The runtime's.
    Runtime,
    /// That of the external extension with this number.
    Extension(usize),
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// Whose it was.
    pub(crate) owner: Owner,
    /// How it ended.
    pub(crate) status: ExitStatus,
}

/// One process.
pub(super) struct Running {
    pub(super) id: ChildId,
    exit: watch::Receiver<Option<ExitStatus>>,
    pipes: Pipes,
}

impl Running {
    /// Waits for its end.
    pub(super) async fn exited(&self) {
        // The sender goes away only with its task, when the server itself ends.
        let _ = self.exit.clone().wait_for(Option::is_some).await;
    }

    pub(super) fn has_exited(&self) -> bool {
        self.exit.borrow().is_some()
    }
}

/// See the module's documentation. They live and die together: when one has ended, the environment needs a reset.
pub(super) struct Processes {
    runtime: OnceLock<Arc<Running>>,
    extensions: Mutex<Vec<(usize, Arc<Running>)>>,
    /// The first one that ended.
    first: watch::Sender<Option<Ended>>,
}

impl Processes {
    /// None yet.
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            runtime: OnceLock::new(),
            extensions: Mutex::default(),
            first: watch::Sender::new(None),
        })
    }

    /// Waits until one of them has ended.
    pub(super) async fn ended(&self) -> Ended {
        let mut first = self.first.subscribe();
        match first.wait_for(Option::is_some).await.map(|ended| *ended) {
            Ok(Some(ended)) => ended,
            // The sender is ours.
            _ => std::future::pending().await,
        }
    }

    /// Whether one of them has ended.
    pub(super) fn one_has_ended(&self) -> bool {
        self.first.borrow().is_some()
    }

    /// The runtime's, once it has started.
    pub(super) fn runtime(&self) -> Option<&Arc<Running>> {
        self.runtime.get()
    }

    /// Those of external extensions that have started, with their numbers.
    pub(super) fn extensions(&self) -> Vec<(usize, Arc<Running>)> {
        self.started().clone()
    }

    /// Reads what their pipes hold right now.
    pub(super) fn drain(&self) {
        if let Some(runtime) = self.runtime() {
            runtime.pipes.drain();
        }
        for (_, extension) in &*self.started() {
            extension.pipes.drain();
        }
    }

    fn started(&self) -> MutexGuard<'_, Vec<(usize, Arc<Running>)>> {
        self.extensions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes to a process's late input what fits into the pipe. That nobody reads any more is no error: the end of the process
/// will be noticed.
pub(super) fn write(input: &OwnedFd, mut message: &[u8]) -> Result<(), SandboxError> {
    while !message.is_empty() {
        match rustix::io::retry_on_intr(|| rustix::io::write(input, message)) {
            Ok(written) => message = message.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::PIPE) => return Ok(()),
            Err(error) => {
                let step = "tell the environment".to_owned();
                return Err(SandboxError::System { step, errno: error.raw_os_error() });
            }
        }
    }
    Ok(())
}

impl Environment {
    /// Starts one process.
    pub(super) async fn spawn(
        &self,
        sandbox: &dyn Sandbox,
        processes: &Arc<Processes>,
        owner: Owner,
        process: sandbox::Process,
    ) -> Result<(), SandboxError> {
        self.adopt(processes, owner, sandbox.spawn(process).await?)
    }

    /// Takes a process that was started over; tells it the function's variables, if it waits for them.
    pub(super) fn adopt(
        &self,
        processes: &Arc<Processes>,
        owner: Owner,
        mut child: sandbox::Child,
    ) -> Result<(), SandboxError> {
        if let Some(input) = child.late.take() {
            write(&input, &late::message(&self.variables))?;
        }
        self.watch(processes, owner, child)
    }

    /// Takes a process over that was started before the function's files were there, and lets it run.
    pub(super) fn adopt_early(
        &self,
        processes: &Arc<Processes>,
        owner: Owner,
        early: Early,
    ) -> Result<(), SandboxError> {
        let Early { mut child, told } = early;
        if told && let Some(input) = child.late.take() {
            write(&input, late::EMPTY_LINE)?;
        }
        self.adopt(processes, owner, child)
    }

    /// Reads what a process says and waits for its end.
    pub(super) fn watch(
        &self,
        processes: &Arc<Processes>,
        owner: Owner,
        child: sandbox::Child,
    ) -> Result<(), SandboxError> {
        let origin = match owner {
            Owner::Runtime => Origin::Function,
            Owner::Extension(_) => Origin::Extension,
        };
        let pipes =
            Pipes::new(origin, child.stdout, child.stderr, child.records, &self.log).map_err(|error| {
                let errno = error.raw_os_error().unwrap_or(0);
                SandboxError::System { step: "read the outputs".to_owned(), errno }
            })?;
        let (sender, exit) = watch::channel(None);
        let (pool, number) = (self.pool.clone(), self.number);
        let together = Arc::downgrade(processes);
        tokio::spawn(async move {
            let status = child.exit.await;
            sender.send_replace(Some(status));
            let Some(together) = together.upgrade() else { return };
            // In this order: whoever gives the environment back either sees the end or is found by this.
            together.first.send_if_modified(|first| {
                let is_first = first.is_none();
                first.get_or_insert(Ended { owner, status });
                is_first
            });
            drop(together);
            if let Some(pool) = pool.upgrade() {
                pool.process_ended(number);
            }
        });
        let running = Arc::new(Running { id: child.id, exit, pipes });
        match owner {
            Owner::Runtime => {
                let _ = processes.runtime.set(running);
            }
            Owner::Extension(number) => processes.started().push((number, running)),
        }
        Ok(())
    }
}
