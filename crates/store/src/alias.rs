//! Aliases.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{Alias, FunctionName, Scope, Version};

/// Aliases. An alias points to versions that exist, at every moment.
#[async_trait]
pub trait AliasStore: Send + Sync {
    /// Adds an alias. Errors: `NotFound(Function)`, `NotFound(Version)` where a version that it points to does not
    /// exist, `AlreadyExists(Alias)`.
    async fn create_alias(&self, alias: Alias) -> Result<(), StoreError>;

    /// One alias.
    async fn alias(
        &self,
        scope: &Scope,
        function: &FunctionName,
        name: &str,
    ) -> Result<Option<Alias>, StoreError>;

    /// Replaces an alias if its revision still is `expected_revision`. Errors: `NotFound(Alias)`,
    /// `NotFound(Version)`, `RevisionMismatch`.
    async fn replace_alias(&self, expected_revision: &str, alias: Alias) -> Result<(), StoreError>;

    /// Removes an alias and what is attached to it. Errors: `NotFound(Alias)`.
    async fn delete_alias(
        &self,
        scope: &Scope,
        function: &FunctionName,
        name: &str,
    ) -> Result<(), StoreError>;

    /// Up to `limit` aliases of a function by name in byte order, from the first name greater than `after`; with
    /// `version` only those that point to it, alone or with a weight. Errors: `NotFound(Function)`.
    async fn list_aliases(
        &self,
        scope: &Scope,
        function: &FunctionName,
        version: Option<Version>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Alias>, StoreError>;
}
