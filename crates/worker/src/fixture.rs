//! Values for this crate's own tests.

use crate::telemetry::{Budget, Telemetry};
use async_trait::async_trait;
use domain::clock::SystemClock;
use domain::{AccountId, FunctionConfig, FunctionName, FunctionState, Region, Scope};
use sandbox::{Connection, Connector, Datagrams, SandboxError};
use std::sync::Arc;

/// A function that needs nothing.
pub(crate) fn function() -> FunctionConfig {
    let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
    FunctionConfig {
        state: FunctionState::Active,
        ..FunctionConfig::new(scope, FunctionName::new("f").unwrap())
    }
}

/// Telemetry that nobody can subscribe to.
pub(crate) fn telemetry() -> Arc<Telemetry> {
    Telemetry::new(&function(), Arc::new(Nowhere), Budget::default(), Arc::new(SystemClock))
}

struct Nowhere;

#[async_trait]
impl Connector for Nowhere {
    async fn connect(&self, _: u16) -> Result<Connection, SandboxError> {
        Err(SandboxError::Dead)
    }

    async fn datagrams(&self, _: u16) -> Result<Datagrams, SandboxError> {
        Err(SandboxError::Dead)
    }
}
