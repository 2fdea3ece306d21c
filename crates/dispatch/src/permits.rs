//! Concurrency permits: how many invocations run at the same time, by account and region and by function.
//!
//! Never here: waiting. A permit is had now or not at all, as on AWS.

use domain::{FunctionName, Scope, limits};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

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
struct ScopeUse(Mutex<Counts>);

#[derive(Default)]
struct Counts {
    all: u32,
    /// Only of functions that run: others are forgotten.
    functions: HashMap<FunctionName, u32>,
}

impl ScopeUse {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The counters. Taking a permit takes a read lock of all, and a lock of its account and region for one look-up. Scopes
/// once seen stay; functions that do not run leave nothing.
pub struct Permits {
    limits: Limits,
    scopes: RwLock<HashMap<Scope, Arc<ScopeUse>>>,
}

/// The right to run one invocation; dropping it gives it back.
pub struct Permit {
    scope: Arc<ScopeUse>,
    name: FunctionName,
}

impl Permits {
    /// Counters at zero.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, scopes: RwLock::default() })
    }

    /// Takes a permit, or says which limit is in the way.
    pub fn acquire(&self, scope: &Scope, name: &FunctionName) -> Result<Permit, ThrottleReason> {
        let scope = self.scope_or_new(scope);
        let mut counts = scope.lock();
        if counts.all >= self.limits.per_scope {
            return Err(ThrottleReason::ConcurrentInvocationLimitExceeded);
        }
        counts.all += 1;
        *counts.functions.entry(name.clone()).or_default() += 1;
        drop(counts);
        Ok(Permit { scope, name: name.clone() })
    }

    /// Invocations running in an account and region.
    pub fn in_use(&self, scope: &Scope) -> u32 {
        self.scope(scope).map_or(0, |used| used.lock().all)
    }

    /// Invocations of one function running.
    pub fn in_use_by(&self, scope: &Scope, name: &FunctionName) -> u32 {
        self.scope(scope).map_or(0, |used| used.lock().functions.get(name).copied().unwrap_or(0))
    }

    /// The limits.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    fn scope(&self, scope: &Scope) -> Option<Arc<ScopeUse>> {
        self.scopes.read().unwrap_or_else(PoisonError::into_inner).get(scope).cloned()
    }

    fn scope_or_new(&self, scope: &Scope) -> Arc<ScopeUse> {
        self.scope(scope).unwrap_or_else(|| {
            let mut scopes = self.scopes.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(scopes.entry(scope.clone()).or_default())
        })
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut counts = self.scope.lock();
        counts.all = counts.all.saturating_sub(1);
        match counts.functions.get_mut(&self.name) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(counts.functions.remove(&self.name)),
        }
    }
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
    fn functions_that_do_not_run_are_forgotten() {
        let permits = Permits::new(Limits { per_scope: 2 });
        let east = scope("us-east-1");
        let kept = FunctionName::new("kept").unwrap();
        let _held = permits.acquire(&east, &kept).unwrap();
        for n in 0..1_000 {
            drop(permits.acquire(&east, &FunctionName::new(&format!("f-{n}")).unwrap()).unwrap());
            drop(permits.acquire(&east, &kept).unwrap());
        }
        let known = permits.scope(&east).unwrap().lock().functions.clone();
        assert_eq!(known, HashMap::from([(kept, 1)]));
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
