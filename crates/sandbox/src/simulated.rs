//! A driver that runs a script in place of each process: for tests of what stands above.
//!
//! The script gets the process as it would have been started, the real addresses of the sandbox's listeners (on the
//! host's loopback, on free ports), and the writing ends of its outputs; what it returns is how the process ended. So
//! a test can play a runtime that polls, one that hangs, one that dies, without a kernel's help.
//!
//! A connection into a sandbox goes to that port of the host's loopback. It isolates nothing, and freezing only shows:
//! a script that cares watches [`SimulatedProcess::frozen`].

mod sandbox;

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::{mpsc, watch};

use crate::driver::{Driver, ExitStatus, Furniture, Process, Sandbox, SandboxSpec, Signal};
use crate::error::SandboxError;
use crate::features::{CgroupVersion, Features, Freezer, Privilege};
use sandbox::SimulatedSandbox;

/// What plays the processes: called once for each `spawn`.
pub type Script = Arc<dyn Fn(SimulatedProcess) -> ScriptFuture + Send + Sync>;
/// One process being played.
pub type ScriptFuture = Pin<Box<dyn Future<Output = ExitStatus> + Send>>;

/// What a script knows and holds.
#[derive(Debug)]
pub struct SimulatedProcess {
    /// The sandbox it runs in.
    pub sandbox: String,
    /// What was to be started.
    pub process: Process,
    /// The sandbox's listeners: the port asked for, and where it really listens.
    pub listeners: HashMap<u16, SocketAddr>,
    /// The writing end of its standard output.
    pub stdout: std::fs::File,
    /// The writing end of its standard error.
    pub stderr: std::fs::File,
    /// The writing end of its third output, if it has one.
    pub records: Option<std::fs::File>,
    /// The reading end of its late input, if it has one; reading it blocks.
    pub late: Option<std::fs::File>,
    /// The signals sent to it, but `Kill`, which ends the script.
    pub signals: mpsc::UnboundedReceiver<Signal>,
    /// Whether the sandbox is frozen now.
    pub frozen: watch::Receiver<bool>,
}

/// What happened, in order: the driver's diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The sandbox with this id was created.
    Created(String),
    /// A process with this `argv[0]` was started in it.
    Spawned(String, String),
    /// The process started next in it is a copy.
    Restored(String),
    /// An image of a process of it was taken.
    Captured(String),
    /// It was furnished.
    Furnished(String, Furniture),
    /// It was frozen (and was not before).
    Frozen(String),
    /// It was thawed (and was frozen before).
    Thawed(String),
    /// All its processes were killed.
    Killed(String),
    /// A process of it was sent a signal.
    Signaled(String, Signal),
    /// Its processor share was changed to so many thousandths of one CPU.
    CpuSet(String, u32),
    /// It was destroyed, or dropped.
    Destroyed(String),
}

/// The driver. Clones are the same driver.
#[derive(Clone)]
pub struct SimulatedDriver {
    script: Script,
    features: Features,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    diary: Mutex<Vec<Event>>,
    create_failures: Mutex<VecDeque<SandboxError>>,
    furnish_failures: Mutex<VecDeque<SandboxError>>,
    restore_failures: Mutex<VecDeque<SandboxError>>,
    captures: AtomicBool,
    memory: Mutex<HashMap<String, u64>>,
}

impl SimulatedDriver {
    /// A driver whose processes are played by `script`.
    pub fn new<F, Fut>(script: F) -> Self
    where
        F: Fn(SimulatedProcess) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ExitStatus> + Send + 'static,
    {
        let features = Features {
            privilege: Privilege::Rootless,
            user_namespaces: false,
            cgroup: CgroupVersion::None,
            memory_limit: false,
            cpu_limit: false,
            pids_limit: false,
            freezer: Freezer::Signals,
            seccomp: false,
            landlock_abi: None,
            overlayfs: false,
            disk_tmp: false,
            tunnel: false,
            missing: Vec::new(),
        };
        Self { script: Arc::new(move |process| Box::pin(script(process))), features, shared: Arc::default() }
    }

    /// Makes a coming `create` fail. Several failures are used up in order, one for each `create`.
    pub fn fail_create(&self, error: SandboxError) {
        lock(&self.shared.create_failures).push_back(error);
    }

    /// Makes a coming `furnish` fail, in the same way.
    pub fn fail_furnish(&self, error: SandboxError) {
        lock(&self.shared.furnish_failures).push_back(error);
    }

    /// Makes it take images, which restore to what a script plays from its beginning; before, it refuses to.
    pub fn take_images(&self) {
        self.shared.captures.store(true, Ordering::Relaxed);
    }

    /// Makes a coming `restore` fail, as above.
    pub fn fail_restore(&self, error: SandboxError) {
        lock(&self.shared.restore_failures).push_back(error);
    }

    /// Sets what a sandbox says of its memory, in bytes, now and at its peak (64 MiB if never set).
    pub fn set_memory(&self, sandbox: &str, bytes: u64) {
        lock(&self.shared.memory).insert(sandbox.to_owned(), bytes);
    }

    /// What has happened so far.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        lock(&self.shared.diary).clone()
    }

    /// The ids of the sandboxes that were created and not destroyed.
    #[must_use]
    pub fn live(&self) -> Vec<String> {
        let mut live = Vec::new();
        for event in lock(&self.shared.diary).iter() {
            match event {
                Event::Created(id) => live.push(id.clone()),
                Event::Destroyed(id) => live.retain(|other| other != id),
                _ => {}
            }
        }
        live
    }
}

#[async_trait]
impl Driver for SimulatedDriver {
    async fn blank(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError> {
        if let Some(error) = lock(&self.shared.create_failures).pop_front() {
            return Err(error);
        }
        let sandbox = SimulatedSandbox::listening(spec, Arc::clone(&self.script), Arc::clone(&self.shared))?;
        Ok(Box::new(sandbox))
    }

    fn features(&self) -> &Features {
        &self.features
    }
}

impl Shared {
    fn note(&self, event: Event) {
        lock(&self.diary).push(event);
    }
}

/// A panic elsewhere leaves plain data behind, good to go on with.
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
