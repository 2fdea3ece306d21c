//! What isolation a machine offers, and in words a person can act on, what it does not.
//!
//! The Linux driver fills this in once at start; nothing here changes afterwards.

use serde::{Deserialize, Serialize};

/// What a driver really gives. A field that says no has its sentence in `missing`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Features {
    /// Whose rights the keeper has.
    pub privilege: Privilege,
    /// User namespaces can be made. Without them there is no Linux driver at all.
    pub user_namespaces: bool,
    /// Which kind of cgroups limits the sandboxes.
    pub cgroup: CgroupVersion,
    /// The memory limit is enforced, and memory readings are exact.
    pub memory_limit: bool,
    /// The CPU share is enforced.
    pub cpu_limit: bool,
    /// The limit on processes is enforced.
    pub pids_limit: bool,
    /// How sandboxes are frozen.
    pub freezer: Freezer,
    /// System calls are filtered.
    pub seccomp: bool,
    /// The version of Landlock in the kernel, if it is active: a second wall around the files.
    pub landlock_abi: Option<u32>,
    /// Overlay file systems can be mounted in a sandbox. Nothing needs them yet.
    pub overlayfs: bool,
    /// `/tmp` is on disk; if not, it is in memory and counts as the function's memory.
    pub disk_tmp: bool,
    /// A sandbox can have an interface to outside of it.
    pub tunnel: bool,
    /// What is missing or weaker than it could be.
    pub missing: Vec<Missing>,
}

/// Whose rights the keeper has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Privilege {
    /// Root's: every sandbox has host user ids of its own.
    Root,
    /// An ordinary user's: all sandboxes are that one user outside.
    Rootless,
}

/// Which kind of cgroups limits the sandboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CgroupVersion {
    /// None that can be written: no limit on memory, CPU or processes but the process limits (rlimits).
    None,
    /// The old hierarchies, one per controller.
    V1,
    /// The unified hierarchy.
    V2,
}

/// How sandboxes are frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Freezer {
    /// By the cgroup: no process can notice or escape.
    Cgroup,
    /// By `SIGSTOP` and `SIGCONT` to every process: a parent among them can notice.
    Signals,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Its short name, such as `memory limit`.
    pub what: String,
    /// What that means here, and how to get it: one sentence.
    pub advice: String,
}
