//! Concurrency permits: how many invocations run at the same time, by account and region and by function. `counts`
//! decides; here are the locks.
//!
//! Never here: waiting. A permit is had now or not at all, as on AWS.

use crate::counts::{Counts, Provision, ProvisionId, Shares};
use domain::{FunctionName, Scope, Version, limits};
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

impl ScopeUse {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The counters. Taking a permit takes a read lock of all, and a lock of its account and region for one look-up. Scopes
/// once seen stay; functions that do not run and have nothing of their own leave nothing.
pub struct Permits {
    limits: Limits,
    scopes: RwLock<HashMap<Scope, Arc<ScopeUse>>>,
}

/// The right to run one invocation; dropping it gives it back.
pub struct Permit {
    scope: Arc<ScopeUse>,
    name: FunctionName,
    covered: Option<ProvisionId>,
}

impl Permits {
    /// Counters at zero.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, scopes: RwLock::default() })
    }

    /// Takes a permit for an invocation of `version` that was asked for by `invoked_arn`, or says which limit is in the
    /// way.
    pub fn acquire(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: Version,
        invoked_arn: &str,
    ) -> Result<Permit, ThrottleReason> {
        let scope = self.scope_or_new(scope);
        let covered = scope.lock().enter(self.limits.per_scope, name, version, invoked_arn)?;
        Ok(Permit { scope, name: name.clone(), covered })
    }

    /// Reserves concurrency for a function (0 stops it), or (`None`) no longer. At once; what runs goes on. Whether the
    /// account has so much is for the caller to know.
    pub fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>) {
        self.scope_or_new(scope).lock().reserve(name, reserved);
    }

    /// Says all that is provisioned for a function from now on.
    pub fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<Provision>) {
        self.scope_or_new(scope).lock().provision(name, wanted);
    }

    /// Whether something is reserved or provisioned for a function.
    pub fn has_own(&self, scope: &Scope, name: &FunctionName) -> bool {
        self.scope(scope).is_some_and(|used| used.lock().has_own(name))
    }

    /// What an account and region has given away.
    pub fn shares(&self, scope: &Scope) -> Shares {
        self.scope(scope).map(|used| used.lock().shares()).unwrap_or_default()
    }

    /// Invocations running in an account and region.
    pub fn in_use(&self, scope: &Scope) -> u32 {
        self.scope(scope).map_or(0, |used| used.lock().all())
    }

    /// Invocations of one function running.
    pub fn in_use_by(&self, scope: &Scope, name: &FunctionName) -> u32 {
        self.scope(scope).map_or(0, |used| used.lock().of(name))
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
        self.scope.lock().leave(&self.name, self.covered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region};

    const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:f";

    fn take(permits: &Permits, scope: &Scope, name: &FunctionName) -> Result<Permit, ThrottleReason> {
        permits.acquire(scope, name, Version::Latest, ARN)
    }

    fn scope(region: &str) -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new(region).unwrap())
    }

    #[test]
    fn permits_are_counted_by_scope_and_given_back() {
        let permits = Permits::new(Limits { per_scope: 2 });
        let (east, west) = (scope("us-east-1"), scope("us-west-2"));
        let (f, g) = (FunctionName::new("f").unwrap(), FunctionName::new("g").unwrap());
        let first = take(&permits, &east, &f).unwrap();
        let second = take(&permits, &east, &g).unwrap();
        let refused = take(&permits, &east, &f).err();
        assert_eq!(refused, Some(ThrottleReason::ConcurrentInvocationLimitExceeded));
        assert!(take(&permits, &west, &f).is_ok(), "another region has its own");
        assert_eq!((permits.in_use(&east), permits.in_use_by(&east, &f), permits.in_use(&west)), (2, 1, 0));
        drop(first);
        assert_eq!((permits.in_use(&east), permits.in_use_by(&east, &f)), (1, 0));
        assert!(take(&permits, &east, &f).is_ok());
        drop(second);
        assert_eq!(permits.in_use(&east), 0);
    }

    #[test]
    fn functions_that_do_not_run_are_forgotten() {
        let permits = Permits::new(Limits { per_scope: 2 });
        let east = scope("us-east-1");
        let kept = FunctionName::new("kept").unwrap();
        let _held = take(&permits, &east, &kept).unwrap();
        for n in 0..1_000 {
            drop(take(&permits, &east, &FunctionName::new(&format!("f-{n}")).unwrap()).unwrap());
            drop(take(&permits, &east, &kept).unwrap());
        }
        assert_eq!(permits.in_use_by(&east, &kept), 1);
        assert_eq!(permits.scope(&east).unwrap().lock().known(), 1);
    }

    #[test]
    fn threads_never_pass_the_limit() {
        let permits = Permits::new(Limits { per_scope: 3 });
        let (scope, name) = (scope("us-east-1"), FunctionName::new("f").unwrap());
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    for _ in 0..10_000 {
                        if let Ok(_permit) = take(&permits, &scope, &name) {
                            assert!(permits.in_use(&scope) <= 3);
                        }
                    }
                });
            }
        });
        assert_eq!((permits.in_use(&scope), permits.in_use_by(&scope, &name)), (0, 0));
    }
}
