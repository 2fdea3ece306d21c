//! One failed step of a sequence of system calls: which, and the kernel's number. Small enough to be sent.

use std::io;

use serde::{Deserialize, Serialize};

use crate::error::SandboxError;

/// A failed step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failure {
    /// What was being done, in a few words.
    pub(crate) step: String,
    /// The kernel's error number, 0 if the kernel had no part in it.
    pub(crate) errno: i32,
}

/// The longest step that is kept, in bytes: failures must fit in a short message.
const MAX_STEP: usize = 512;

impl Failure {
    pub(crate) fn new(step: impl Into<String>, error: &io::Error) -> Self {
        let mut step = step.into();
        while step.len() > MAX_STEP {
            step.pop();
        }
        Self { step, errno: error.raw_os_error().unwrap_or(0) }
    }
}

impl From<Failure> for SandboxError {
    fn from(failure: Failure) -> Self {
        Self::System { step: failure.step, errno: failure.errno }
    }
}

/// Names the step that an error stopped.
pub(crate) trait Step<T> {
    fn step(self, step: &str) -> Result<T, Failure>;
    fn step_with(self, step: impl FnOnce() -> String) -> Result<T, Failure>;
}

impl<T, E: Into<io::Error>> Step<T> for Result<T, E> {
    fn step(self, step: &str) -> Result<T, Failure> {
        self.map_err(|error| Failure::new(step, &error.into()))
    }

    fn step_with(self, step: impl FnOnce() -> String) -> Result<T, Failure> {
        self.map_err(|error| Failure::new(step(), &error.into()))
    }
}
