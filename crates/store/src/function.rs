//! Functions and their versions.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{FunctionConfig, FunctionName, Scope, Sha256, Version};
use std::collections::BTreeMap;

/// How much a scope holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Functions, not counting versions.
    pub functions: u64,
    /// The sum of the sizes of all packages of all versions, bytes.
    pub code_bytes: u64,
}

/// How `$LATEST` becomes a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Replaces the description of `$LATEST` in the version.
    pub description: Option<String>,
    /// The revision of the new version.
    pub revision_id: String,
}

/// What became of a publication.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// A new version, in state `Pending`.
    New(FunctionConfig),
    /// `$LATEST` is what the newest version was published from: that version.
    Unchanged(FunctionConfig),
}

impl Published {
    /// The version, new or old.
    pub fn config(&self) -> &FunctionConfig {
        match self {
            Self::New(config) | Self::Unchanged(config) => config,
        }
    }
}

/// Functions and their versions. A call that returned `Ok` survives a crash of the process and of the machine.
///
/// A configuration that is given here is that of the version that its `version` field says. A published version never
/// changes but in its state and in its revision, which is also that of its policy; its number is never used again, not
/// even by a later function of the same name.
#[async_trait]
pub trait FunctionStore: Send + Sync {
    /// Adds a function with its tags, and with a first version where `publication` says so, which is returned.
    /// Errors: `AlreadyExists(Function)`.
    async fn create_function(
        &self,
        config: FunctionConfig,
        tags: BTreeMap<String, String>,
        publication: Option<Publication>,
    ) -> Result<Option<FunctionConfig>, StoreError>;

    /// The function's `$LATEST`.
    async fn function(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Option<FunctionConfig>, StoreError> {
        self.version(scope, name, Version::Latest).await
    }

    /// One version of a function.
    async fn version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: Version,
    ) -> Result<Option<FunctionConfig>, StoreError>;

    /// `$LATEST` of up to `limit` functions by name in byte order, from the first name greater than `after`.
    async fn list_functions(
        &self,
        scope: &Scope,
        after: Option<&FunctionName>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError>;

    /// Every version of every function: by name in byte order, `$LATEST` first, then by number; from the first one
    /// after `after`.
    async fn list_all_versions(
        &self,
        scope: &Scope,
        after: Option<(&FunctionName, Version)>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError>;

    /// The versions of a function, `$LATEST` first, then by number, from the first one after `after`.
    /// Errors: `NotFound(Function)`.
    async fn list_versions(
        &self,
        scope: &Scope,
        name: &FunctionName,
        after: Option<Version>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError>;

    /// Replaces `$LATEST` if its revision still is `expected_revision`, and publishes it where `publication` says so.
    /// Errors: `NotFound(Function)`, `RevisionMismatch`.
    async fn replace_function(
        &self,
        expected_revision: &str,
        config: FunctionConfig,
        publication: Option<Publication>,
    ) -> Result<Option<Published>, StoreError>;

    /// Publishes `$LATEST` if its revision still is `expected_revision`. Errors: `NotFound(Function)`,
    /// `RevisionMismatch`.
    async fn publish_version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        expected_revision: &str,
        publication: Publication,
    ) -> Result<Published, StoreError>;

    /// Writes the state and the revision of a published version, and nothing else of it, if its revision still is
    /// `expected_revision`. Errors: `NotFound(Version)`, `RevisionMismatch`.
    async fn settle_version(&self, expected_revision: &str, config: FunctionConfig)
    -> Result<(), StoreError>;

    /// Removes a published version and what is attached to it; returns what it was. Errors: `NotFound(Version)`,
    /// `Conflict(Aliases)` where aliases point to it.
    async fn delete_version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: u64,
    ) -> Result<FunctionConfig, StoreError>;

    /// Removes the function, all its versions and aliases, its tags and what is attached to any of them. Returns the
    /// digests of the packages that it had, those of layers too, each once. Errors: `NotFound(Function)`.
    async fn delete_function(&self, scope: &Scope, name: &FunctionName) -> Result<Vec<Sha256>, StoreError>;

    /// Versions of every scope that are `Pending` or whose update is `InProgress`: what a crash interrupted.
    async fn unfinished_functions(&self) -> Result<Vec<FunctionConfig>, StoreError>;

    /// Whether any version of any function has this package, as its own or as a layer, or any version of a layer.
    async fn code_in_use(&self, code: &Sha256) -> Result<bool, StoreError>;

    /// Up to `limit` digests of packages in use, ascending, without repetition, from the first one greater
    /// than `after`.
    async fn codes_in_use(&self, after: Option<&Sha256>, limit: usize) -> Result<Page<Sha256>, StoreError>;

    /// Counts and sizes.
    async fn usage(&self, scope: &Scope) -> Result<Usage, StoreError>;
}
