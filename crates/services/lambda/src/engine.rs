//! What runs functions, as this service sees it. The dispatcher is one; tests have their own.

use async_trait::async_trait;
use bytes::Bytes;
use dispatch::{DispatchError, Dispatcher};
use domain::{FunctionConfig, FunctionName, Invocation, Outcome, Scope, Version};
use std::sync::Arc;
use worker::PrepareError;

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
    ) -> Result<Outcome<Bytes>, DispatchError>;

    /// Ends the environments of one version of a function that changed or is gone, or of all (`None`); those in use,
    /// when they are done. Returns at once.
    fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>);
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
    ) -> Result<Outcome<Bytes>, DispatchError> {
        self.run_and_wait(function, invocation).await
    }

    fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        self.worker().retire(scope, name, version);
    }
}
