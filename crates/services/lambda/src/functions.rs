//! Functions as they are kept, with the configurations of those in use in memory.
//!
//! The memory is exact for writes through this server: a write makes it forget, and an answer of the store that was
//! asked for before a write is not remembered after it. It holds no locks across a call to the store.

use crate::errors;
use aws_wire::ApiError;
use domain::{Alias, FunctionConfig, FunctionName, Qualifier, Scope, Version};
use lru::LruCache;
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{LambdaStore, StoreError};

/// Functions in memory at most.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// Versions and aliases of one function in memory at most. A configuration without variables is under 1 KiB; variables
/// add up to 4 KiB.
const QUALIFIERS: usize = 16;
/// How often an alias is looked up again whose version went away in between.
const TRIES: usize = 3;

pub(crate) struct Functions {
    store: Arc<dyn LambdaStore>,
    memory: Mutex<Memory>,
}

struct Memory {
    /// Counts writes, so that an older answer is known as such.
    writes: u64,
    known: LruCache<(Scope, FunctionName), HashMap<Qualifier, Resolved>>,
}

/// What a qualifier means: all of it from one moment, so that who invokes an alias that moves sees one side of it.
#[derive(Clone)]
pub(crate) struct Resolved {
    /// The version, or the alias's main version.
    pub(crate) config: Arc<FunctionConfig>,
    pub(crate) alias: Option<Arc<Alias>>,
    /// The version that takes a part of the alias's invocations.
    pub(crate) second: Option<Arc<FunctionConfig>>,
}

impl Resolved {
    /// The version of one invocation; `draw` makes a random number from 0.0 to below 1.0, where one is needed.
    pub(crate) fn choose(&self, draw: impl FnOnce() -> f64) -> Arc<FunctionConfig> {
        if let (Some(alias), Some(second)) = (&self.alias, &self.second)
            && alias.choose(draw()) == second.version
        {
            return Arc::clone(second);
        }
        Arc::clone(&self.config)
    }
}

impl Functions {
    pub(crate) fn new(store: Arc<dyn LambdaStore>) -> Self {
        let memory = Memory { writes: 0, known: LruCache::new(REMEMBERED) };
        Self { store, memory: Mutex::new(memory) }
    }

    /// The store itself, for what is not remembered: lists, tags, counts.
    pub(crate) fn store(&self) -> &dyn LambdaStore {
        &*self.store
    }

    /// `$LATEST` of a function.
    pub(crate) async fn get(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Option<Arc<FunctionConfig>>, ApiError> {
        Ok(self.resolve(scope, name, &Qualifier::Latest).await?.map(|found| found.config))
    }

    /// What a qualifier means; `None` where the function, the version or the alias does not exist.
    pub(crate) async fn resolve(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: &Qualifier,
    ) -> Result<Option<Resolved>, ApiError> {
        // Both halves of the key are reference-counted: no text is copied.
        let key = (scope.clone(), name.clone());
        for _ in 0..TRIES {
            let writes = {
                let mut memory = self.lock();
                if let Some(found) = memory.known.get(&key).and_then(|known| known.get(qualifier)) {
                    return Ok(Some(found.clone()));
                }
                memory.writes
            };
            let found = match qualifier {
                Qualifier::Latest => self.read_version(scope, name, Version::Latest).await?,
                Qualifier::Version(number) => {
                    self.read_version(scope, name, Version::Number(*number)).await?
                }
                Qualifier::Alias(alias) => match self.read_alias(scope, name, alias).await? {
                    // The alias moved and its version was deleted since.
                    Some(None) => continue,
                    Some(found) => found,
                    None => None,
                },
            };
            let Some(found) = found else { return Ok(None) };
            self.remember(writes, key, qualifier, &found);
            return Ok(Some(found));
        }
        Ok(None)
    }

    async fn read_version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: Version,
    ) -> Result<Option<Resolved>, ApiError> {
        let config = self.store.version(scope, name, version).await.map_err(|e| errors::store(&e))?;
        Ok(config.map(|config| Resolved { config: Arc::new(config), alias: None, second: None }))
    }

    /// Outer `None`: no such alias. Inner `None`: a version that it pointed to is gone.
    async fn read_alias(
        &self,
        scope: &Scope,
        name: &FunctionName,
        alias: &str,
    ) -> Result<Option<Option<Resolved>>, ApiError> {
        let alias = self.store.alias(scope, name, alias).await.map_err(|e| errors::store(&e))?;
        let Some(alias) = alias else { return Ok(None) };
        let Some(main) = self.read_version(scope, name, alias.version).await? else { return Ok(Some(None)) };
        let second = match alias.routing {
            None => None,
            Some(routing) => {
                let second = self.read_version(scope, name, Version::Number(routing.version)).await?;
                let Some(second) = second else { return Ok(Some(None)) };
                Some(second.config)
            }
        };
        Ok(Some(Some(Resolved { alias: Some(Arc::new(alias)), second, ..main })))
    }

    fn remember(&self, writes: u64, key: (Scope, FunctionName), qualifier: &Qualifier, found: &Resolved) {
        let mut memory = self.lock();
        if memory.writes != writes {
            return;
        }
        let known = memory.known.get_or_insert_mut(key, HashMap::new);
        if known.len() >= QUALIFIERS {
            // Any of them: what is used often comes back at once.
            known.clear();
        }
        known.insert(qualifier.clone(), found.clone());
    }

    /// The revision that a version has now, if nothing else of it changed: changes of its policy are such changes.
    pub(crate) async fn revised(&self, config: &FunctionConfig) -> Result<Option<String>, ApiError> {
        let found = self.resolve(&config.scope, &config.name, &config.version.into()).await?;
        Ok(found.and_then(|found| {
            let same = FunctionConfig { revision_id: config.revision_id.clone(), ..(*found.config).clone() };
            (same == *config).then(|| found.config.revision_id.clone())
        }))
    }

    /// Replaces `$LATEST`, or writes how far a version is; the store's own error, since callers tell them apart.
    pub(crate) async fn settle(&self, expected: &str, config: FunctionConfig) -> Result<(), StoreError> {
        let (scope, name) = (config.scope.clone(), config.name.clone());
        let write = async {
            match config.version {
                Version::Latest => self.store.replace_function(expected, config, None).await.map(drop),
                Version::Number(_) => self.store.settle_version(expected, config).await,
            }
        };
        self.write(&scope, &name, write).await
    }

    /// Carries out a write to a function, whatever becomes of it, and makes what was known of it forgotten.
    pub(crate) async fn write<T>(
        &self,
        scope: &Scope,
        name: &FunctionName,
        write: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let result = write.await;
        self.forget(scope, name);
        result
    }

    fn forget(&self, scope: &Scope, name: &FunctionName) {
        let mut memory = self.lock();
        memory.writes += 1;
        memory.known.pop(&(scope.clone(), name.clone()));
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
