//! Why a function cannot be prepared or run. A function that *fails* is no error here: that is an outcome.

/// Why a version of a function cannot run on this host.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {reason}")]
pub struct PrepareError {
    /// A `StateReasonCode` of the service model, such as `InvalidRuntime`.
    pub code: &'static str,
    /// What the function's owner can act on.
    pub reason: String,
}

/// Why an invocation was not run. Of these, only [`RunError::Interrupted`] may have reached the function's handler.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// The version cannot run on this host.
    #[error(transparent)]
    Prepare(#[from] PrepareError),
    /// All the memory that this host gives to environments is in use.
    #[error(
        "no capacity: {in_use_mb} MB of {limit_mb} MB are in use by environments, {needed_mb} MB more are needed"
    )]
    Capacity {
        /// Memory of all environments, MB.
        in_use_mb: u64,
        /// The host's limit, MB.
        limit_mb: u64,
        /// Memory of the function, MB.
        needed_mb: u64,
    },
    /// The worker is shutting down.
    #[error("the worker is shutting down")]
    Draining,
    /// It had begun when the worker's time to shut down was over: how far it came is not known.
    #[error("the invocation was cut off by the shutdown of its worker")]
    Interrupted,
    /// The function's code was changed on this host's disk by somebody else, and was not run. It is made anew for the next
    /// one. The text is for the operator.
    #[error("the function's code was changed on disk: {0}")]
    Damaged(String),
    /// The sandbox could not be made; the text is for the operator.
    #[error("the sandbox failed: {0}")]
    Sandbox(String),
}
