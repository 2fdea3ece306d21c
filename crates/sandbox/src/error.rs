//! What can go wrong with a sandbox, in the operator's words. None of it is meant for a function's caller.

/// Why a driver or a sandbox refused or failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SandboxError {
    /// The specification or the process asks for something that is never allowed. Trying again cannot help.
    #[error("refused: {0}")]
    Refused(String),
    /// A step of the kernel's work failed. `step` says which, `errno` is the kernel's number.
    #[error("{step}: {}", std::io::Error::from_raw_os_error(*.errno))]
    System {
        /// The step that failed, such as `mount /tmp`.
        step: String,
        /// The kernel's error number.
        errno: i32,
    },
    /// The server has not enough file descriptors left for it: sandboxes share three quarters of what it may have. Trying
    /// again helps when another sandbox is gone.
    #[error("too many open files: the limit of the server's file descriptors (ulimit -n) is too low")]
    Descriptors,
    /// The sandbox is dead: destroyed, or its first process was killed. Only `destroy` is of use now.
    #[error("the sandbox is dead")]
    Dead,
    /// The keeper is gone, and every sandbox with it. The driver is of no use any more.
    #[error("the keeper is dead")]
    KeeperDead,
    /// A message was not what this version of the program sends.
    #[error("protocol: {0}")]
    Protocol(&'static str),
}

impl SandboxError {
    /// A failed step with the error number that the operating system gave.
    pub(crate) fn system(step: impl Into<String>, error: &std::io::Error) -> Self {
        Self::System { step: step.into(), errno: error.raw_os_error().unwrap_or(0) }
    }
}
