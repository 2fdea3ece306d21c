//! Which environments may run which invocations. Pure.

use domain::{FunctionConfig, FunctionName, Scope, Version};
use std::sync::Arc;

/// What a pool is for: one version of one function.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PoolKey {
    pub(crate) scope: Scope,
    pub(crate) name: FunctionName,
    pub(crate) version: Version,
}

impl PoolKey {
    /// The pool of a version.
    pub(crate) fn of(function: &FunctionConfig) -> Self {
        Self { scope: function.scope.clone(), name: function.name.clone(), version: function.version }
    }
}

/// Whether an environment made for `a` may run an invocation of `b`, both of the same pool: the same code, and the
/// same configuration in all that an environment is made from. A description or a timeout may differ.
pub(crate) fn same_environment(a: &Arc<FunctionConfig>, b: &Arc<FunctionConfig>) -> bool {
    Arc::ptr_eq(a, b)
        || (a.code.sha256 == b.code.sha256
            && a.runtime == b.runtime
            && a.handler == b.handler
            && a.role == b.role
            && a.memory_mb == b.memory_mb
            && a.ephemeral_mb == b.ephemeral_mb
            && a.environment == b.environment
            && a.architecture == b.architecture
            && a.layers == b.layers
            && a.logging == b.logging
            && a.vpc == b.vpc
            && a.file_systems == b.file_systems
            && a.tracing_mode == b.tracing_mode
            && a.snap_start == b.snap_start)
}
