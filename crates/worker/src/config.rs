//! The worker's configuration: plain values, validated by who makes them.

use std::path::PathBuf;
use std::time::Duration;

/// What to do where no interpreter of exactly the named version exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Substitution {
    /// Refuse: the function's state becomes `Failed`.
    #[default]
    Exact,
    /// Run on the nearest version of the same language, and say so in the log and in `AWS_EXECUTION_ENV`.
    Nearest,
}

/// How this host runs functions.
#[derive(Clone, Debug)]
pub struct WorkerConfig {
    /// Directory of our bootstraps, with `python/` and `nodejs/` in it; bound read-only to `/var/runtime`.
    pub runtime_dir: PathBuf,
    /// Where the registered runtimes and the cache of probed interpreters are kept.
    pub data_dir: PathBuf,
    /// Exact versions or the nearest.
    pub substitution: Substitution,
    /// The sum of the memory of all environments, MB; more is refused with [`crate::RunError::Capacity`].
    pub memory_limit_mb: u64,
    /// An environment unused for this long is destroyed.
    pub idle_timeout: Duration,
    /// An environment older than this is not reused.
    pub max_age: Duration,
    /// How long an idle environment runs on before it is frozen.
    pub freeze_after: Duration,
    /// Whether snapshots are taken and used: of versions (SnapStart), and of interpreters that wait for their function.
    /// Without, all are initialised and started.
    pub snapshots: bool,
    /// How many sandboxes are kept ready for each kind of function, at most; 0: none.
    pub blanks: usize,
    /// The same for a while after as many were asked for within two seconds; 0: never more than `blanks`. Of no account where that is 0.
    pub blanks_for_crowds: usize,
    /// Whether interpreters may be started, and custom runtimes' processes confined, before it is known for which function: in
    /// those sandboxes, and beside what else takes time.
    pub prestart: bool,
    /// The port of our AWS endpoint on the sandbox's loopback.
    pub endpoint_port: u16,
}

impl WorkerConfig {
    /// The defaults around two directories: exact versions, 5 minutes idle, 2 hours of age, frozen after 20 ms,
    /// no sandboxes kept ready, port 4566, and `memory_limit_mb` MB of environments.
    pub fn new(runtime_dir: PathBuf, data_dir: PathBuf, memory_limit_mb: u64) -> Self {
        Self {
            runtime_dir,
            data_dir,
            substitution: Substitution::Exact,
            memory_limit_mb,
            idle_timeout: Duration::from_secs(300),
            max_age: Duration::from_secs(7_200),
            freeze_after: Duration::from_millis(20),
            snapshots: true,
            blanks: 0,
            blanks_for_crowds: 0,
            prestart: true,
            endpoint_port: 4566,
        }
    }
}
