//! Compiled modules of Python: of packages and layers whose sources came without, and of our own bootstrap.
//!
//! What an interpreter compiles it cannot keep: packages are read-only. So every cold start would compile all that it
//! imports, which takes several times as long as loading it. Here each package is compiled once per interpreter, in a
//! sandbox of its own in which nothing of the package is executed; what comes out is bound read-only into the sandboxes of
//! its functions, where our bootstrap lets imports find it. A function never writes there: what it did to itself
//! yesterday is not loaded tomorrow.
//!
//! `bytecode/<name of the tree>.<version of the interpreter>` is complete under that name, and is sealed: what was changed there
//! by somebody else is not loaded, but compiled again.
//!
//! Never here: waiting. An environment that comes before it is made starts without.

mod files;
mod job;

use crate::code::Code;
use crate::config::WorkerConfig;
use crate::ports::{PackageError, Packages};
use crate::runtimes::{Interpreter, ResolvedRuntime};
use domain::runtime::Family;
use job::Job;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;

/// In a directory of bootstraps: that of Python, and in there the program that compiles, and a module of ours.
const BOOTSTRAP: &str = "python";
const COMPILER: &str = "tenfold_compile.py";
const MODULE: &str = "tenfold_runtime";

/// Where a sandbox sees our bootstrap.
const RUNTIME: &str = "/var/runtime";

/// What is known of one tree for one interpreter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Being made.
    Making,
    /// On disk.
    Ready,
    /// Not worth it, or it failed: not tried again until the server is started anew.
    Without,
}

/// Proves that compiled modules are those that were compiled. Those that are not are removed, and the next one who looks for
/// them has them made. Blocks.
pub(crate) fn check(seals: &dyn Packages, directory: &Path) -> Result<(), PackageError> {
    let checked = seals.is_whole(directory);
    if let Err(error) = &checked {
        let failures = domain::integrity::note(domain::integrity::Kept::Bytecode);
        tracing::error!(path = %directory.display(), %error, failures, "compiled modules were changed on disk; they are not loaded");
        files::remove(directory);
    }
    checked.map_err(|error| PackageError::Damaged(format!("{}: {error}", directory.display())))
}

/// See the module's documentation.
pub(crate) struct Bytecode {
    driver: Arc<dyn sandbox::Driver>,
    seals: Arc<dyn Packages>,
    root: PathBuf,
    runtime_dir: PathBuf,
    empty: PathBuf,
    known: Mutex<HashMap<String, State>>,
    /// One at a time: whoever is invoked meanwhile needs the machine.
    turn: Semaphore,
}

impl Bytecode {
    /// Nothing is looked at yet. `empty` is an empty directory.
    pub(crate) fn new(
        driver: Arc<dyn sandbox::Driver>,
        seals: Arc<dyn Packages>,
        config: &WorkerConfig,
        empty: PathBuf,
    ) -> Arc<Self> {
        Arc::new(Self {
            driver,
            seals,
            root: config.data_dir.join("bytecode"),
            runtime_dir: config.runtime_dir.clone(),
            empty,
            known: Mutex::default(),
            turn: Semaphore::new(1),
        })
    }

    /// Adds to `code` what is there for it; what is not will be made. Needs a tokio runtime.
    pub(crate) fn join(self: &Arc<Self>, code: &mut Code, runtime: &ResolvedRuntime) {
        let python = runtime.interpreter.as_ref().filter(|found| found.family() == Family::Python);
        let Some(interpreter) = python.filter(|_| self.runtime_dir.join(BOOTSTRAP).join(COMPILER).exists())
        else {
            return;
        };
        self.bootstrap(runtime, interpreter);
        let mut kept = Vec::new();
        for tree in code.trees() {
            let Some(name) = tree.directory.path.file_name().and_then(|name| name.to_str()) else { continue };
            let key = format!("{name}.{}", interpreter.version);
            let place = self.root.join(&key);
            if self.look(&key, || place.is_dir() && files::seal(&place).is_file()) {
                kept.push((place, tree.bytecode));
            } else if self.begin(&key) {
                self.make(key, Job::of(runtime, tree));
            }
        }
        code.bytecode = kept;
    }

    /// Our own, which is kept beside its sources.
    fn bootstrap(self: &Arc<Self>, runtime: &ResolvedRuntime, interpreter: &Interpreter) {
        let key = format!("{BOOTSTRAP}.{}", interpreter.version);
        let directory = self.runtime_dir.join(BOOTSTRAP);
        let tag = interpreter.short_version().replace('.', "");
        let compiled = directory.join(format!("__pycache__/{MODULE}.cpython-{tag}.pyc"));
        if !self.look(&key, || compiled.is_file()) && self.begin(&key) {
            self.make(key, Job::of_bootstrap(runtime));
        }
    }

    /// Whether it is ready. What was, and is gone from the disk, can be made again.
    fn look(&self, key: &str, is_there: impl FnOnce() -> bool) -> bool {
        let state = self.lock().get(key).copied();
        let was_ready = state == Some(State::Ready);
        if state.is_some() && !was_ready {
            return false;
        }
        let is_ready = is_there();
        if is_ready && !was_ready {
            self.lock().insert(key.to_owned(), State::Ready);
        } else if was_ready && !is_ready {
            self.lock().remove(key);
        }
        is_ready
    }

    /// Whether the caller is the one who makes it.
    fn begin(&self, key: &str) -> bool {
        let mut known = self.lock();
        let is_new = !known.contains_key(key);
        if is_new {
            known.insert(key.to_owned(), State::Making);
        }
        is_new
    }

    fn make(self: &Arc<Self>, key: String, job: Job) {
        let bytecode = Arc::clone(self);
        tokio::spawn(async move {
            let Ok(_turn) = bytecode.turn.acquire().await else { return };
            let made = bytecode.run(&key, job).await;
            let state = match made {
                Ok(true) => State::Ready,
                Ok(false) => State::Without,
                Err(error) => {
                    tracing::warn!(%error, key, "modules cannot be compiled; functions compile them when they start");
                    State::Without
                }
            };
            bytecode.lock().insert(key, state);
        });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, State>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
