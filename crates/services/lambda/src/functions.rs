//! Functions as they are kept, with the configurations of those in use in memory.
//!
//! The memory is exact for writes through this server: a write makes it forget, and an answer of the store that was
//! asked for before a write is not remembered after it. It holds no locks across a call to the store.

use crate::errors;
use aws_wire::ApiError;
use domain::{FunctionConfig, FunctionName, Scope};
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{FunctionStore, StoreError};

/// Configurations in memory at most. One without variables is under 1 KiB; variables add up to 4 KiB.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

pub(crate) struct Functions {
    store: Arc<dyn FunctionStore>,
    memory: Mutex<Memory>,
}

struct Memory {
    /// Counts writes, so that an older answer is known as such.
    writes: u64,
    known: LruCache<(Scope, FunctionName), Arc<FunctionConfig>>,
}

impl Functions {
    pub(crate) fn new(store: Arc<dyn FunctionStore>) -> Self {
        let memory = Memory { writes: 0, known: LruCache::new(REMEMBERED) };
        Self { store, memory: Mutex::new(memory) }
    }

    /// The store itself, for what is not remembered: lists, tags, counts.
    pub(crate) fn store(&self) -> &dyn FunctionStore {
        &*self.store
    }

    /// `$LATEST` of a function.
    pub(crate) async fn get(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Option<Arc<FunctionConfig>>, ApiError> {
        // Both halves of the key are reference-counted: no text is copied.
        let key = (scope.clone(), name.clone());
        let writes = {
            let mut memory = self.lock();
            if let Some(config) = memory.known.get(&key) {
                return Ok(Some(Arc::clone(config)));
            }
            memory.writes
        };
        let found = self.store.function(scope, name).await.map_err(|e| errors::store(&e))?;
        let Some(config) = found.map(Arc::new) else { return Ok(None) };
        let mut memory = self.lock();
        if memory.writes == writes {
            memory.known.put(key, Arc::clone(&config));
        }
        Ok(Some(config))
    }

    /// Replaces `$LATEST`; the store's own error, since callers tell them apart.
    pub(crate) async fn replace(&self, expected: &str, config: FunctionConfig) -> Result<(), StoreError> {
        let (scope, name) = (config.scope.clone(), config.name.clone());
        let result = self.store.replace_function(expected, config).await;
        self.forget(&scope, &name);
        result
    }

    /// Removes a function.
    pub(crate) async fn delete(&self, scope: &Scope, name: &FunctionName) -> Result<(), StoreError> {
        let result = self.store.delete_function(scope, name).await;
        self.forget(scope, name);
        result
    }

    /// Whatever became of a write: what was known may be wrong.
    pub(crate) fn forget(&self, scope: &Scope, name: &FunctionName) {
        let mut memory = self.lock();
        memory.writes += 1;
        memory.known.pop(&(scope.clone(), name.clone()));
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
