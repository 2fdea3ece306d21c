//! Functions as they are kept, with the configurations of those in use in memory.
//!
//! The memory is exact for writes through this server: a write makes it forget, and an answer of the store that was
//! asked for before a write is not remembered after it. It holds no locks across a call to the store.

use crate::errors;
use crate::function_url::FunctionUrl;
use aws_wire::ApiError;
use dispatch::events::EventPolicy;
use domain::{Alias, FunctionConfig, FunctionName, Qualifier, Scope, Version};
use lru::LruCache;
use policy::Policy;
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{AttachmentKind, LambdaStore, StoreError};

/// Functions in memory at most.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// Versions and aliases of one function in memory at most, and as many URLs and settings of events. A configuration
/// without variables is under 1 KiB; variables add up to 4 KiB.
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
    /// Counts the times that what nobody uses was forgotten.
    rounds: u64,
    known: LruCache<(Scope, FunctionName), Known>,
    /// The functions of URLs. An id leads to one function for ever, so what is here is never wrong, only of no use.
    urls: LruCache<String, (Scope, FunctionName)>,
}

/// What is known of one function.
#[derive(Default)]
struct Known {
    /// The round in which somebody last asked for a version.
    used: u64,
    versions: HashMap<Qualifier, Resolved>,
    /// Its own URL and those of its aliases, by their ids.
    urls: HashMap<String, Arc<FunctionUrl>>,
    /// Whether it may run in recursive loops.
    recurs: Option<bool>,
    /// What is configured for its asynchronous invocations.
    events: HashMap<Qualifier, Arc<EventPolicy>>,
    /// Its own resource policy and those of its versions and aliases, also where there is none.
    policies: HashMap<Option<Qualifier>, Option<Arc<Policy>>>,
}

/// Remembers one more of a function's things.
fn keep<K: Clone + Eq + std::hash::Hash, V: Clone>(known: &mut HashMap<K, V>, key: &K, value: &V) {
    if known.len() >= QUALIFIERS {
        // Any of them: what is used often comes back at once.
        known.clear();
    }
    known.insert(key.clone(), value.clone());
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
        let (known, urls) = (LruCache::new(REMEMBERED), LruCache::new(REMEMBERED));
        let memory = Memory { writes: 0, rounds: 0, known, urls };
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
                let rounds = memory.rounds;
                if let Some(known) = memory.known.get_mut(&key) {
                    known.used = rounds;
                    if let Some(found) = known.versions.get(qualifier) {
                        return Ok(Some(found.clone()));
                    }
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
        let rounds = memory.rounds;
        let known = memory.known.get_or_insert_mut(key, Known::default);
        known.used = rounds;
        keep(&mut known.versions, qualifier, found);
    }

    /// Forgets the functions of which nobody asked for a version since the last time: what is deployed and not used takes
    /// up no memory. The next to ask waits for the store. How many they were.
    pub(crate) fn forget_unused(&self) -> usize {
        let mut memory = self.lock();
        let round = memory.rounds;
        // Not in the order of use alone: what only settings were asked of is in front, too.
        let unused = memory.known.iter().filter(|(_, known)| known.used < round);
        let unused: Vec<_> = unused.map(|(key, _)| key.clone()).collect();
        for key in &unused {
            memory.known.pop(key);
        }
        let memory = &mut *memory;
        let gone = memory.urls.iter().filter(|(_, function)| !memory.known.contains(function));
        for id in gone.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            memory.urls.pop(&id);
        }
        memory.rounds += 1;
        unused.len()
    }

    /// The URL of an id as it is remembered; otherwise as `read` finds it, which makes of the store's answers what the
    /// gateway needs.
    pub(crate) async fn url(
        &self,
        id: &str,
        read: impl Future<Output = Result<Option<FunctionUrl>, ApiError>>,
    ) -> Result<Option<Arc<FunctionUrl>>, ApiError> {
        let writes = {
            let mut memory = self.lock();
            let memory = &mut *memory;
            let known = memory.urls.get(id).and_then(|function| memory.known.get(function));
            if let Some(url) = known.and_then(|known| known.urls.get(id)) {
                return Ok(Some(Arc::clone(url)));
            }
            memory.writes
        };
        let Some(url) = read.await?.map(Arc::new) else { return Ok(None) };
        let key = (url.function.scope.clone(), url.function.name.clone());
        let mut memory = self.lock();
        if memory.writes == writes {
            let id = id.to_owned();
            keep(&mut memory.known.get_or_insert_mut(key.clone(), Known::default).urls, &id, &url);
            memory.urls.put(id, key);
        }
        Ok(Some(url))
    }

    /// Whether a function may run in recursive loops, as it is remembered; otherwise as `read` finds it.
    pub(crate) async fn recurs(
        &self,
        scope: &Scope,
        name: &FunctionName,
        read: impl Future<Output = Result<bool, ApiError>>,
    ) -> Result<bool, ApiError> {
        let key = (scope.clone(), name.clone());
        let writes = {
            let mut memory = self.lock();
            if let Some(recurs) = memory.known.get(&key).and_then(|known| known.recurs) {
                return Ok(recurs);
            }
            memory.writes
        };
        let recurs = read.await?;
        let mut memory = self.lock();
        if memory.writes == writes {
            memory.known.get_or_insert_mut(key, Known::default).recurs = Some(recurs);
        }
        Ok(recurs)
    }

    /// What is configured for asynchronous invocations of a qualifier, as it is remembered; otherwise as `read` finds it.
    /// `None` where what the qualifier names does not exist.
    pub(crate) async fn event_policy(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: &Qualifier,
        read: impl Future<Output = Result<Option<EventPolicy>, ApiError>>,
    ) -> Result<Option<Arc<EventPolicy>>, ApiError> {
        let key = (scope.clone(), name.clone());
        let writes = {
            let mut memory = self.lock();
            if let Some(policy) = memory.known.get(&key).and_then(|known| known.events.get(qualifier)) {
                return Ok(Some(Arc::clone(policy)));
            }
            memory.writes
        };
        let Some(policy) = read.await?.map(Arc::new) else { return Ok(None) };
        let mut memory = self.lock();
        if memory.writes == writes {
            keep(&mut memory.known.get_or_insert_mut(key, Known::default).events, qualifier, &policy);
        }
        Ok(Some(policy))
    }

    /// The resource policy of a function, or of one of its versions or aliases. From memory, where the function is known.
    pub(crate) async fn policy(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
    ) -> Result<Option<Arc<Policy>>, ApiError> {
        let key = (scope.clone(), name.clone());
        let of = qualifier.cloned();
        let writes = {
            let mut memory = self.lock();
            if let Some(policy) = memory.known.get(&key).and_then(|known| known.policies.get(&of)) {
                return Ok(policy.clone());
            }
            memory.writes
        };
        let found = self.store.attachment(scope, name, qualifier, AttachmentKind::Policy).await;
        let found = found.map_err(|e| errors::store(&e))?;
        let policy = found.map(|found| Arc::new(Policy::kept(&found.value)));
        let mut memory = self.lock();
        // Strangers can ask of functions that are not there: only what is known already is remembered with it.
        if memory.writes == writes
            && let Some(known) = memory.known.get_mut(&key)
        {
            keep(&mut known.policies, &of, &policy);
        }
        Ok(policy)
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
