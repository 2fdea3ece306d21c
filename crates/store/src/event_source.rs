//! Event source mappings.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{EventSourceMapping, FunctionName, Qualifier, Scope};
use std::collections::BTreeMap;

/// What became of a mapping that was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It is kept.
    Yes,
    /// It is not: this one reads the same for the same function.
    Taken {
        /// Which one.
        uuid: String,
    },
}

/// Which mappings a list is about; what is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingFilter {
    /// Those of this function, with exactly this qualifier.
    pub function: Option<(FunctionName, Option<Qualifier>)>,
    /// Those with exactly this source.
    pub source: Option<String>,
}

/// Event source mappings. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait EventSourceMappingStore: Send + Sync {
    /// Adds a mapping with its tags, unless another one of the same function reads a part of the same.
    /// Errors: `AlreadyExists(EventSourceMapping)` where the UUID is taken.
    async fn create_mapping(
        &self,
        mapping: EventSourceMapping,
        tags: BTreeMap<String, String>,
    ) -> Result<Placed, StoreError>;

    /// A mapping.
    async fn mapping(&self, scope: &Scope, uuid: &str) -> Result<Option<EventSourceMapping>, StoreError>;

    /// Replaces a mapping if it has not changed since it had `expected_change`. Errors:
    /// `NotFound(EventSourceMapping)`, `RevisionMismatch`.
    async fn replace_mapping(
        &self,
        expected_change: u64,
        mapping: EventSourceMapping,
    ) -> Result<Placed, StoreError>;

    /// Removes a mapping and its tags if it has not changed since it had `expected_change`. Errors:
    /// `NotFound(EventSourceMapping)`, `RevisionMismatch`.
    async fn delete_mapping(&self, scope: &Scope, uuid: &str, expected_change: u64)
    -> Result<(), StoreError>;

    /// Up to `limit` mappings by UUID in byte order, from the first one greater than `after`.
    async fn list_mappings(
        &self,
        scope: &Scope,
        filter: &MappingFilter,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<EventSourceMapping>, StoreError>;

    /// Mappings of every scope whose state is a passing one: what a crash interrupted.
    async fn unfinished_mappings(&self) -> Result<Vec<EventSourceMapping>, StoreError>;
}
