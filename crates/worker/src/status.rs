//! What a worker says about itself.

use domain::{FunctionName, Scope, Version};

/// The environments of one version of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolStatus {
    /// Account and region.
    pub scope: Scope,
    /// The function.
    pub name: FunctionName,
    /// The version.
    pub version: Version,
    /// Environments waiting for an invocation.
    pub idle: usize,
    /// Environments with an invocation.
    pub busy: usize,
}

/// A snapshot of a worker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkerStatus {
    /// Pools that have environments, in the order of scope, name and version.
    pub pools: Vec<PoolStatus>,
    /// Memory given to environments, MB.
    pub memory_mb: u64,
    /// The host's limit, MB.
    pub memory_limit_mb: u64,
    /// Invocations running now.
    pub running: usize,
    /// Environments built since the start.
    pub cold_starts: u64,
    /// Whether the worker is shutting down.
    pub draining: bool,
}
