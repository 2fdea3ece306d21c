//! When an invocation runs: concurrency permits per account and region, then the worker; and what becomes of
//! asynchronous ones, from their queue to their end.
//!
//! Never here: building environments, payload parsing, AWS spelling.

mod bucket;
mod counts;
pub mod events;
mod permits;
mod scaling;

pub use counts::{Provision, Request, Shares};
pub use permits::{Limits, Permit, Permits, ThrottleReason};

use bytes::Bytes;
use domain::invocation::Ended;
use domain::{FunctionConfig, FunctionName, Invocation, InvocationType, Outcome, Scope, Version};
use metrics::functions::{Begun, FunctionMetrics, Running, What};
use std::sync::Arc;
use std::time::Duration;
use worker::{PrepareError, ProvisionedVersion, ResponseSink, RunError, Worker};

/// Why an invocation was not run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DispatchError {
    /// Too many run at the same time, or are asked for in a second: 429.
    #[error("rate exceeded: {reason}")]
    Throttled {
        /// Which limit.
        reason: ThrottleReason,
    },
    /// The version cannot run (any more).
    #[error(transparent)]
    NotReady(PrepareError),
    /// The host has no room, or is shutting down; trying again later may help.
    #[error("{0}")]
    Capacity(String),
    /// It had begun when the host's time to shut down was over: how far it came is not known.
    #[error("the invocation was cut off by the shutdown of its host")]
    Interrupted,
    /// The function's code was changed on the host's disk, and was not run; the next one finds it made anew. The text is for
    /// the operator.
    #[error("{0}")]
    Damaged(String),
    /// Our own failure; the text is for the operator.
    #[error("{0}")]
    Internal(String),
}

impl From<RunError> for DispatchError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Prepare(e) => Self::NotReady(e),
            RunError::Capacity { .. } | RunError::Draining => Self::Capacity(error.to_string()),
            RunError::Interrupted => Self::Interrupted,
            RunError::Damaged(text) => Self::Damaged(text),
            RunError::Sandbox(text) => Self::Internal(text),
        }
    }
}

/// The door to the workers; one per server.
pub struct Dispatcher {
    worker: Arc<Worker>,
    permits: Arc<Permits>,
    metrics: Arc<FunctionMetrics>,
}

/// What an invocation that may run holds: its permit, and its place among those that are measured.
type Held = (Permit, Running);

impl Dispatcher {
    /// A dispatcher in front of this host's worker.
    pub fn new(worker: Arc<Worker>, limits: Limits, metrics: Arc<FunctionMetrics>) -> Self {
        Self { worker, permits: Permits::new(limits), metrics }
    }

    /// Takes a permit and runs the invocation to its end. Never queues: without a permit it is throttled at once. The permit
    /// is given back when the environment is done, extensions that go on after the answer included, as on AWS.
    pub async fn run_and_wait(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        invocation_type: InvocationType,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        let arn = Arc::clone(&invocation.invoked_arn);
        let (begun, held) = self.begin(&function, &arn, invocation_type)?;
        let version = function.version;
        let ran = self.worker.run_holding(function, invocation, None, held).await;
        self.ended(begun, &arn, version, ran)
    }

    /// The same of a synchronous one, with a response that streams going to `sink`; see [`Worker::run_streaming`].
    pub async fn run_streaming(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: ResponseSink,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        let arn = Arc::clone(&invocation.invoked_arn);
        let (begun, held) = self.begin(&function, &arn, InvocationType::RequestResponse)?;
        let version = function.version;
        let ran = self.worker.run_holding(function, invocation, Some(sink), held).await;
        self.ended(begun, &arn, version, ran)
    }

    fn begin(
        &self,
        function: &FunctionConfig,
        invoked_arn: &str,
        invocation_type: InvocationType,
    ) -> Result<(Begun, Held), DispatchError> {
        let version = function.version;
        let request = Request { name: &function.name, version, invoked_arn, invocation_type };
        match self.permits.acquire(&function.scope, request) {
            Ok(permit) => {
                let (begun, running) = self.metrics.begin(invoked_arn, version, permit.running());
                Ok((begun, (permit, running)))
            }
            Err(reason) => {
                self.metrics.count(invoked_arn, Some(version), What::Throttles);
                Err(DispatchError::Throttled { reason })
            }
        }
    }

    fn ended(
        &self,
        begun: Begun,
        invoked_arn: &str,
        version: Version,
        ran: Result<Outcome<Bytes>, RunError>,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        match &ran {
            Ok(outcome) => {
                let failed = matches!(outcome.ended, Ended::Error { .. });
                begun.ended(outcome.report.duration, failed);
            }
            // Callers are told that there was no room for it.
            Err(RunError::Capacity { .. } | RunError::Draining) => {
                self.metrics.count(invoked_arn, Some(version), What::Throttles);
            }
            Err(_) => {}
        }
        Ok(ran?)
    }

    /// What is measured of functions.
    pub fn metrics(&self) -> &Arc<FunctionMetrics> {
        &self.metrics
    }

    /// Reserves concurrency for a function; see [`Permits::reserve`].
    pub fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>) {
        self.permits.reserve(scope, name, reserved);
    }

    /// Says all that is provisioned for a function from now on: its share at once, the environments as soon as they are
    /// built.
    pub fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<ProvisionedVersion>) {
        let share = |wanted: &ProvisionedVersion| Provision {
            version: wanted.function.version,
            alias: wanted.alias.clone(),
            amount: wanted.amount,
        };
        self.permits.provision(scope, name, wanted.iter().map(share).collect());
        self.worker.provision(scope, name, wanted);
    }

    /// The live counters.
    pub fn permits(&self) -> &Arc<Permits> {
        &self.permits
    }

    /// This host's worker.
    pub fn worker(&self) -> &Arc<Worker> {
        &self.worker
    }

    /// Takes no more invocations and waits for the running ones up to `deadline`; see [`Worker::drain`].
    pub async fn drain(&self, deadline: Duration) -> bool {
        self.worker.drain(deadline).await
    }
}
