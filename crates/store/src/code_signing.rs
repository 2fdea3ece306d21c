//! Code signing configurations. Which function has which is an attachment of the function.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{CodeSigningConfig, Scope};
use std::collections::BTreeMap;

/// Code signing configurations. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait CodeSigningStore: Send + Sync {
    /// Adds a configuration with its tags. Errors: `AlreadyExists(CodeSigningConfig)`.
    async fn create_code_signing_config(
        &self,
        config: CodeSigningConfig,
        tags: BTreeMap<String, String>,
    ) -> Result<(), StoreError>;

    /// A configuration.
    async fn code_signing_config(
        &self,
        scope: &Scope,
        id: &str,
    ) -> Result<Option<CodeSigningConfig>, StoreError>;

    /// Replaces a configuration if it still is `expected`. Errors: `NotFound(CodeSigningConfig)`,
    /// `RevisionMismatch`.
    async fn replace_code_signing_config(
        &self,
        expected: CodeSigningConfig,
        config: CodeSigningConfig,
    ) -> Result<(), StoreError>;

    /// Removes a configuration and its tags, unless a function has it attached by its ARN. Errors:
    /// `NotFound(CodeSigningConfig)`, `Conflict(InUse)`.
    async fn delete_code_signing_config(&self, scope: &Scope, id: &str) -> Result<(), StoreError>;

    /// Up to `limit` configurations by id in byte order, from the first one greater than `after`.
    async fn list_code_signing_configs(
        &self,
        scope: &Scope,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<CodeSigningConfig>, StoreError>;
}
