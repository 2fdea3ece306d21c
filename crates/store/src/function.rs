//! Functions and their tags.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{FunctionConfig, FunctionName, Scope, Sha256};
use std::collections::BTreeMap;

/// How much a scope holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Functions, not counting versions.
    pub functions: u64,
    /// The sum of the sizes of all packages of all versions, bytes.
    pub code_bytes: u64,
}

/// Functions. A call that returned `Ok` survives a crash of the process and of the machine.
///
/// These calls are about `$LATEST` alone; whatever its `version` field says, a configuration that is given
/// here is kept as such only if it is [`domain::Version::Latest`].
#[async_trait]
pub trait FunctionStore: Send + Sync {
    /// Adds a function with its tags. Errors: `AlreadyExists(Function)`.
    async fn create_function(
        &self,
        config: FunctionConfig,
        tags: BTreeMap<String, String>,
    ) -> Result<(), StoreError>;

    /// The function's `$LATEST`.
    async fn function(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Option<FunctionConfig>, StoreError>;

    /// `$LATEST` of up to `limit` functions by name in byte order, from the first name greater than `after`.
    async fn list_functions(
        &self,
        scope: &Scope,
        after: Option<&FunctionName>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError>;

    /// Replaces `$LATEST` if its revision still is `expected_revision`. Errors: `NotFound(Function)`,
    /// `RevisionMismatch`.
    async fn replace_function(
        &self,
        expected_revision: &str,
        config: FunctionConfig,
    ) -> Result<(), StoreError>;

    /// Removes the function, all its versions and its tags. Errors: `NotFound(Function)`.
    async fn delete_function(&self, scope: &Scope, name: &FunctionName) -> Result<(), StoreError>;

    /// The function's tags. Errors: `NotFound(Function)`.
    async fn tags(&self, scope: &Scope, name: &FunctionName) -> Result<BTreeMap<String, String>, StoreError>;

    /// Adds tags and overwrites those with the same key, all or none. Errors: `NotFound(Function)`,
    /// `LimitExceeded` where there would be more than `max_tags`.
    async fn put_tags(
        &self,
        scope: &Scope,
        name: &FunctionName,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError>;

    /// Removes tags; keys that are not there are no error. Errors: `NotFound(Function)`.
    async fn remove_tags(
        &self,
        scope: &Scope,
        name: &FunctionName,
        keys: &[String],
    ) -> Result<(), StoreError>;

    /// Functions of every scope that are `Pending` or whose update is `InProgress`: what a crash interrupted.
    async fn unfinished_functions(&self) -> Result<Vec<FunctionConfig>, StoreError>;

    /// Whether any version of any function has this package.
    async fn code_in_use(&self, code: &Sha256) -> Result<bool, StoreError>;

    /// Up to `limit` digests of packages in use, ascending, without repetition, from the first one greater
    /// than `after`.
    async fn codes_in_use(&self, after: Option<&Sha256>, limit: usize) -> Result<Page<Sha256>, StoreError>;

    /// Counts and sizes.
    async fn usage(&self, scope: &Scope) -> Result<Usage, StoreError>;
}
