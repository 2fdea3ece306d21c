//! Values for this crate's own tests.

use crate::telemetry::{Budget, Telemetry};
use async_trait::async_trait;
use domain::clock::SystemClock;
use domain::{
    AccountId, CodeRef, FunctionConfig, FunctionName, FunctionState, LastUpdate, Region, Scope, Sha256,
    Timestamp, Version,
};
use sandbox::{Connection, Connector, Datagrams, SandboxError};
use std::sync::Arc;

/// A function that needs nothing.
pub(crate) fn function() -> FunctionConfig {
    FunctionConfig {
        scope: Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap()),
        name: FunctionName::new("f").unwrap(),
        version: Version::Latest,
        runtime: None,
        handler: None,
        role: String::new(),
        description: String::new(),
        timeout_s: 3,
        memory_mb: 128,
        ephemeral_mb: 512,
        code: CodeRef { sha256: Sha256([7; 32]), size: 1 },
        environment: None,
        architecture: String::new(),
        layers: Vec::new(),
        tracing_mode: String::new(),
        logging: Default::default(),
        vpc: None,
        dead_letter_arn: None,
        file_systems: Vec::new(),
        kms_key_arn: None,
        source_kms_key_arn: None,
        tenant_isolation: None,
        snap_start: String::new(),
        last_modified: Timestamp(1),
        revision_id: String::new(),
        state: FunctionState::Active,
        last_update: LastUpdate::Successful,
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
