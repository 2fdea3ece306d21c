//! What runs functions, as this service sees it. The dispatcher is one; tests have their own.

use async_trait::async_trait;
use bytes::Bytes;
use dispatch::{DispatchError, Dispatcher, Shares};
use domain::{FunctionConfig, FunctionName, Invocation, InvocationType, Outcome, Scope, Version};
use std::sync::Arc;
use worker::{PrepareError, Provisioned, ProvisionedVersion, ResponseSink};

/// Prepares and runs functions.
#[async_trait]
pub trait Engine: Send + Sync {
    /// Checks that a function can run, and does ahead what its first invocation would wait for.
    async fn prepare(&self, function: &FunctionConfig) -> Result<(), PrepareError>;

    /// Runs one invocation to its end.
    async fn run(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        invocation_type: InvocationType,
    ) -> Result<Outcome<Bytes>, DispatchError>;

    /// The same of a synchronous one, with a response that streams going to `sink` as it comes. Any other is in the outcome.
    async fn run_streaming(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: ResponseSink,
    ) -> Result<Outcome<Bytes>, DispatchError>;

    /// Ends the environments of one version of a function that changed or is gone, or of all (`None`); those in use,
    /// when they are done. Returns at once.
    fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>);

    /// Reserves concurrency for a function from now on, or (`None`) no longer.
    fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>);

    /// Says all that is provisioned for a function from now on. Returns at once.
    fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<ProvisionedVersion>);

    /// How far what is provisioned for a version is; `None` where nothing is.
    fn provisioned(&self, scope: &Scope, name: &FunctionName, version: Version) -> Option<Provisioned>;

    /// Whether something is reserved or provisioned for a function.
    fn has_own_concurrency(&self, scope: &Scope, name: &FunctionName) -> bool;

    /// What an account and region has given away of its concurrency.
    fn shares(&self, scope: &Scope) -> Shares;
}

#[async_trait]
impl Engine for Dispatcher {
    async fn prepare(&self, function: &FunctionConfig) -> Result<(), PrepareError> {
        self.worker().prepare(function).await
    }

    async fn run(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        invocation_type: InvocationType,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        self.run_and_wait(function, invocation, invocation_type).await
    }

    async fn run_streaming(
        &self,
        function: Arc<FunctionConfig>,
        invocation: Invocation<Bytes>,
        sink: ResponseSink,
    ) -> Result<Outcome<Bytes>, DispatchError> {
        Dispatcher::run_streaming(self, function, invocation, sink).await
    }

    fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        self.worker().retire(scope, name, version);
    }

    fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>) {
        Dispatcher::reserve(self, scope, name, reserved);
    }

    fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<ProvisionedVersion>) {
        Dispatcher::provision(self, scope, name, wanted);
    }

    fn provisioned(&self, scope: &Scope, name: &FunctionName, version: Version) -> Option<Provisioned> {
        self.worker().provisioned(scope, name, version)
    }

    fn has_own_concurrency(&self, scope: &Scope, name: &FunctionName) -> bool {
        self.permits().has_own(scope, name)
    }

    fn shares(&self, scope: &Scope) -> Shares {
        self.permits().shares(scope)
    }
}
