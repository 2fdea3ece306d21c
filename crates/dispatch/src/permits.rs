//! Concurrency permits: how many invocations run at the same time, by account and region and by function.
//!
//! Never here: waiting. A permit is had now or not at all, as on AWS.

use domain::{FunctionName, Scope, limits};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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

#[derive(Default)]
struct ScopeUse {
    in_use: u32,
    functions: HashMap<FunctionName, u32>,
}

/// The counters.
pub struct Permits {
    limits: Limits,
    scopes: Mutex<HashMap<Scope, ScopeUse>>,
}

/// The right to run one invocation; dropping it gives it back.
pub struct Permit {
    permits: Arc<Permits>,
    scope: Scope,
    name: FunctionName,
}

impl Permits {
    /// Counters at zero.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, scopes: Mutex::default() })
    }

    /// Takes a permit, or says which limit is in the way.
    pub fn acquire(self: &Arc<Self>, scope: &Scope, name: &FunctionName) -> Result<Permit, ThrottleReason> {
        let mut scopes = self.lock();
        if !scopes.contains_key(scope) {
            scopes.insert(scope.clone(), ScopeUse::default());
        }
        let used = scopes.get_mut(scope).ok_or(ThrottleReason::ConcurrentInvocationLimitExceeded)?;
        if used.in_use >= self.limits.per_scope {
            return Err(ThrottleReason::ConcurrentInvocationLimitExceeded);
        }
        used.in_use += 1;
        *used.functions.entry(name.clone()).or_default() += 1;
        Ok(Permit { permits: Arc::clone(self), scope: scope.clone(), name: name.clone() })
    }

    /// Invocations running in an account and region.
    pub fn in_use(&self, scope: &Scope) -> u32 {
        self.lock().get(scope).map_or(0, |used| used.in_use)
    }

    /// Invocations of one function running.
    pub fn in_use_by(&self, scope: &Scope, name: &FunctionName) -> u32 {
        self.lock().get(scope).and_then(|used| used.functions.get(name)).copied().unwrap_or(0)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Scope, ScopeUse>> {
        self.scopes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut scopes = self.permits.lock();
        let Some(used) = scopes.get_mut(&self.scope) else { return };
        used.in_use = used.in_use.saturating_sub(1);
        if let Some(count) = used.functions.get_mut(&self.name) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                used.functions.remove(&self.name);
            }
        }
        if used.in_use == 0 {
            scopes.remove(&self.scope);
        }
    }
}
