//! Concurrency permits: how many invocations run at the same time and how many begin in a second, by account and region
//! and by function. `counts` decides; here are the locks and the time.
//!
//! Never here: waiting. A permit is had now or not at all, as on AWS.

use crate::bucket::Millis;
use crate::counts::{Counts, Provision, ProvisionId, Request, Shares};
use domain::{FunctionName, Scope, limits};
use metrics::Concurrency;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tokio::time::Instant;

/// `ThrottleReason` of the service model, as far as we throttle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThrottleReason {
    /// The account's limit in the region; or a function without reserved concurrency grows too fast.
    ConcurrentInvocationLimitExceeded,
    /// The function's reserved concurrency; or it grows too fast.
    ReservedFunctionConcurrentInvocationLimitExceeded,
    /// The requests that functions without reserved concurrency share.
    FunctionInvocationRateLimitExceeded,
    /// The requests that go with the function's reserved concurrency.
    ReservedFunctionInvocationRateLimitExceeded,
}

impl fmt::Display for ThrottleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ConcurrentInvocationLimitExceeded => "ConcurrentInvocationLimitExceeded",
            Self::ReservedFunctionConcurrentInvocationLimitExceeded => {
                "ReservedFunctionConcurrentInvocationLimitExceeded"
            }
            Self::FunctionInvocationRateLimitExceeded => "FunctionInvocationRateLimitExceeded",
            Self::ReservedFunctionInvocationRateLimitExceeded => {
                "ReservedFunctionInvocationRateLimitExceeded"
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
struct ScopeUse {
    began: Instant,
    counts: Mutex<Counts>,
}

impl ScopeUse {
    fn new(limits: Limits) -> Self {
        Self { began: Instant::now(), counts: Mutex::new(Counts::new(limits.per_scope, 0)) }
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// With the lock held, so that nobody's time goes back.
    fn now(&self) -> Millis {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// The counters. Taking a permit takes a read lock of all, and a lock of its account and region for one look-up. Scopes
/// once seen stay; functions that do not run any more and have nothing of their own leave nothing after a while.
pub struct Permits {
    limits: Limits,
    scopes: RwLock<HashMap<Scope, Arc<ScopeUse>>>,
}

/// The right to run one invocation; dropping it gives it back.
pub struct Permit {
    scope: Arc<ScopeUse>,
    name: FunctionName,
    covered: Option<ProvisionId>,
    running: Concurrency,
}

impl Permits {
    /// Counters at zero.
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, scopes: RwLock::default() })
    }

    /// Takes a permit for an invocation, or says which limit is in the way.
    pub fn acquire(&self, scope: &Scope, request: Request<'_>) -> Result<Permit, ThrottleReason> {
        let scope = self.scope_or_new(scope);
        let mut counts = scope.lock();
        let covered = counts.enter(&request, scope.now())?;
        let running = counts.running(request.name, covered);
        drop(counts);
        Ok(Permit { scope, name: request.name.clone(), covered, running })
    }

    /// Reserves concurrency for a function (0 stops it), or (`None`) no longer. At once; what runs goes on. Whether the
    /// account has so much is for the caller to know.
    pub fn reserve(&self, scope: &Scope, name: &FunctionName, reserved: Option<u32>) {
        let scope = self.scope_or_new(scope);
        let mut counts = scope.lock();
        counts.reserve(name, reserved, scope.now());
    }

    /// Says all that is provisioned for a function from now on.
    pub fn provision(&self, scope: &Scope, name: &FunctionName, wanted: Vec<Provision>) {
        let scope = self.scope_or_new(scope);
        let mut counts = scope.lock();
        counts.provision(name, wanted, scope.now());
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
            Arc::clone(scopes.entry(scope.clone()).or_insert_with(|| Arc::new(ScopeUse::new(self.limits))))
        })
    }
}

impl Permit {
    /// What ran when it was given, itself included.
    pub fn running(&self) -> &Concurrency {
        &self.running
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut counts = self.scope.lock();
        counts.leave(&self.name, self.covered, self.scope.now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, InvocationType, Region, Version};

    const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:f";

    fn request(name: &FunctionName) -> Request<'_> {
        let invocation_type = InvocationType::Event;
        Request { name, version: Version::Latest, invoked_arn: ARN, invocation_type }
    }

    fn take(permits: &Permits, scope: &Scope, name: &FunctionName) -> Result<Permit, ThrottleReason> {
        permits.acquire(scope, request(name))
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

    #[tokio::test(start_paused = true)]
    async fn functions_that_do_not_run_are_forgotten() {
        let permits = Permits::new(Limits { per_scope: 2 });
        let east = scope("us-east-1");
        let kept = FunctionName::new("kept").unwrap();
        let _held = take(&permits, &east, &kept).unwrap();
        for n in 0..1_000 {
            drop(take(&permits, &east, &FunctionName::new(&format!("f-{n}")).unwrap()).unwrap());
            drop(take(&permits, &east, &kept).unwrap());
        }
        assert_eq!(permits.in_use_by(&east, &kept), 1);
        tokio::time::advance(std::time::Duration::from_secs(900)).await;
        drop(take(&permits, &east, &kept).unwrap());
        assert_eq!(permits.scope(&east).unwrap().lock().known(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn requests_come_back_with_time() {
        let permits = Permits::new(Limits { per_scope: 1 });
        let (scope, name) = (scope("us-east-1"), FunctionName::new("f").unwrap());
        let synchronous = Request { invocation_type: InvocationType::RequestResponse, ..request(&name) };
        let ran = || (0..100).filter(|_| permits.acquire(&scope, synchronous).is_ok()).count();
        assert_eq!(ran(), 10);
        let refused = permits.acquire(&scope, synchronous).err();
        assert_eq!(refused, Some(ThrottleReason::FunctionInvocationRateLimitExceeded));
        tokio::time::advance(std::time::Duration::from_millis(300)).await;
        assert_eq!(ran(), 3);
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
