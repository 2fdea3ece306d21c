//! Concurrency permits: how many invocations run at the same time, by account and region and by function.
//!
//! Never here: waiting. A permit is had now or not at all, as on AWS.

use domain::{FunctionName, Scope, limits};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// `ThrottleReason` of the service model, as far as we throttle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThrottleReason {
    /// The account's limit in the region.
    ConcurrentInvocationLimitExceeded,
    /// The function's reserved concurrency.
    ReservedFunctionConcurrentInvocationLimitExceeded,
}

impl fmt::Display for ThrottleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ConcurrentInvocationLimitExceeded => "ConcurrentInvocationLimitExceeded",
            Self::ReservedFunctionConcurrentInvocationLimitExceeded => {
                "ReservedFunctionConcurrentInvocationLimitExceeded"
            }
        })
    }
}

/// How many invocations may run at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In one account and region.
    pub per_scope: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_scope: limits::DEFAULT_CONCURRENCY }
    }
}

/// Counters of one account and region.
#[derive(Default)]
struct ScopeUse {
    in_use: AtomicU32,
    functions: RwLock<HashMap<FunctionName, Arc<AtomicU32>>>,
}

/// The counters. Taking a permit takes read locks and changes two numbers; a counter once made stays.
pub struct Permits {
    limits: Limits,
    scopes: RwLock<HashMap<Scope, Arc<ScopeUse>>>,
}

/// The right to run one invocation; dropping it gives it back.
pub struct Permit {
    scope: Arc<ScopeUse>,
    function: Arc<AtomicU32>,
}

impl Permits {
    /// Counters at zero.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, scopes: RwLock::default() })
    }

    /// Takes a permit, or says which limit is in the way.
    pub fn acquire(&self, scope: &Scope, name: &FunctionName) -> Result<Permit, ThrottleReason> {
        let scope = entry(&self.scopes, scope);
        let below = |in_use: u32| (in_use < self.limits.per_scope).then(|| in_use + 1);
        if scope.in_use.fetch_update(Ordering::AcqRel, Ordering::Acquire, below).is_err() {
            return Err(ThrottleReason::ConcurrentInvocationLimitExceeded);
        }
        let function = entry(&scope.functions, name);
        function.fetch_add(1, Ordering::AcqRel);
        Ok(Permit { scope, function })
    }

    /// Invocations running in an account and region.
    pub fn in_use(&self, scope: &Scope) -> u32 {
        self.scope(scope).map_or(0, |used| used.in_use.load(Ordering::Acquire))
    }

    /// Invocations of one function running.
    pub fn in_use_by(&self, scope: &Scope, name: &FunctionName) -> u32 {
        let Some(scope) = self.scope(scope) else { return 0 };
        let functions = scope.functions.read().unwrap_or_else(PoisonError::into_inner);
        functions.get(name).map_or(0, |count| count.load(Ordering::Acquire))
    }

    /// The limits.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    fn scope(&self, scope: &Scope) -> Option<Arc<ScopeUse>> {
        self.scopes.read().unwrap_or_else(PoisonError::into_inner).get(scope).cloned()
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.function.fetch_sub(1, Ordering::AcqRel);
        self.scope.in_use.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The entry of a key, made where there is none.
fn entry<K: Clone + Eq + Hash, V: Default>(map: &RwLock<HashMap<K, Arc<V>>>, key: &K) -> Arc<V> {
    if let Some(found) = map.read().unwrap_or_else(PoisonError::into_inner).get(key) {
        return Arc::clone(found);
    }
    let mut map = map.write().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(map.entry(key.clone()).or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region};

    fn scope(region: &str) -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new(region).unwrap())
    }

    #[test]
    fn permits_are_counted_by_scope_and_given_back() {
        let permits = Permits::new(Limits { per_scope: 2 });
        let (east, west) = (scope("us-east-1"), scope("us-west-2"));
        let (f, g) = (FunctionName::new("f").unwrap(), FunctionName::new("g").unwrap());
        let first = permits.acquire(&east, &f).unwrap();
        let second = permits.acquire(&east, &g).unwrap();
        let refused = permits.acquire(&east, &f).err();
        assert_eq!(refused, Some(ThrottleReason::ConcurrentInvocationLimitExceeded));
        assert!(permits.acquire(&west, &f).is_ok(), "another region has its own");
        assert_eq!((permits.in_use(&east), permits.in_use_by(&east, &f), permits.in_use(&west)), (2, 1, 0));
        drop(first);
        assert_eq!((permits.in_use(&east), permits.in_use_by(&east, &f)), (1, 0));
        assert!(permits.acquire(&east, &f).is_ok());
        drop(second);
        assert_eq!(permits.in_use(&east), 0);
    }

    #[test]
    fn threads_never_pass_the_limit() {
        let permits = Permits::new(Limits { per_scope: 3 });
        let (scope, name) = (scope("us-east-1"), FunctionName::new("f").unwrap());
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    for _ in 0..10_000 {
                        if let Ok(_permit) = permits.acquire(&scope, &name) {
                            assert!(permits.in_use(&scope) <= 3);
                        }
                    }
                });
            }
        });
        assert_eq!((permits.in_use(&scope), permits.in_use_by(&scope, &name)), (0, 0));
    }
}
