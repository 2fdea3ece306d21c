//! Tags, of whatever can have them.

use crate::{StoreError, Thing};
use async_trait::async_trait;
use domain::{FunctionName, Scope};
use std::collections::BTreeMap;

/// What can have tags. They come with it when it is made, and go with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tagged {
    /// A function.
    Function(FunctionName),
    /// An event source mapping, by its UUID.
    EventSourceMapping(String),
    /// A code signing configuration, by its id.
    CodeSigningConfig(String),
}

impl Tagged {
    /// What an error about it is about.
    pub fn thing(&self) -> Thing {
        match self {
            Self::Function(_) => Thing::Function,
            Self::EventSourceMapping(_) => Thing::EventSourceMapping,
            Self::CodeSigningConfig(_) => Thing::CodeSigningConfig,
        }
    }

    /// Its name among its kind.
    pub fn id(&self) -> &str {
        match self {
            Self::Function(name) => name.as_str(),
            Self::EventSourceMapping(id) | Self::CodeSigningConfig(id) => id,
        }
    }
}

/// Tags. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait TagStore: Send + Sync {
    /// All tags. Errors: `NotFound` of the thing.
    async fn tags(&self, scope: &Scope, of: &Tagged) -> Result<BTreeMap<String, String>, StoreError>;

    /// Adds tags and overwrites those with the same key, all or none. A function's own
    /// revision is `revision` then; other things have none. Errors: `NotFound` of the thing, `LimitExceeded` where there
    /// would be more than `max_tags`.
    async fn put_tags(
        &self,
        scope: &Scope,
        of: &Tagged,
        tags: BTreeMap<String, String>,
        max_tags: usize,
        revision: &str,
    ) -> Result<(), StoreError>;

    /// Removes tags; keys that are not there are no error. `revision` as of [`Self::put_tags`]. Errors: `NotFound` of
    /// the thing.
    async fn remove_tags(
        &self,
        scope: &Scope,
        of: &Tagged,
        keys: &[String],
        revision: &str,
    ) -> Result<(), StoreError>;
}
