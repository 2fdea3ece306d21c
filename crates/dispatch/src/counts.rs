//! The counters of one account and region, and every decision about them. Pure.
//!
//! The account's limit is divided: each reservation is taken out of it, and so is what is provisioned for functions
//! without a reservation. What is left is shared by the on-demand invocations of functions without a reservation. What
//! is provisioned for a function with a reservation is taken out of that. An invocation that a provision covers
//! needs nothing else; one beyond it is on demand.
//!
//! Each of these shares is one of requests a second as well: ten for each unit of concurrency, for invocations that
//! somebody waits for. So a reservation is nobody else's in either way, and all together have ten times the account's limit.
//! And each function grows no faster than `scaling` lets it.

use crate::bucket::{Bucket, Millis, Quota};
use crate::permits::ThrottleReason;
use crate::scaling::{Scaling, WINDOW};
use domain::limits::REQUESTS_PER_CONCURRENCY;
use domain::{FunctionName, InvocationType, Version};
use metrics::Concurrency;
use std::collections::HashMap;
use std::sync::Arc;

/// Environments that are kept ready for a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// A published one.
    pub version: Version,
    /// Covers only what is invoked through this alias; `None`: whatever runs the version.
    pub alias: Option<Arc<str>>,
    /// How many invocations at the same time, 1 or more.
    pub amount: u32,
}

impl Provision {
    /// Whether it is for an invocation of `version` by this ARN.
    pub(crate) fn covers(&self, version: Version, invoked_arn: &str) -> bool {
        self.version == version && worker::reaches(self.alias.as_deref(), invoked_arn)
    }
}

/// What an account and region has given away, and what is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// The sum of all reservations.
    pub reserved: u64,
    /// The sum of what is provisioned for functions without a reservation.
    pub provisioned: u64,
}

/// An invocation that is to run.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The function.
    pub name: &'a FunctionName,
    /// The version that is to run.
    pub version: Version,
    /// What was invoked.
    pub invoked_arn: &'a str,
    /// The rates are about those that somebody waits for (AWS Lambda developer guide, "Lambda quotas").
    pub invocation_type: InvocationType,
}

/// Tells a provision from a later one for the same version.
pub(crate) type ProvisionId = u64;

/// See the module's documentation.
#[derive(Debug)]
pub(crate) struct Counts {
    /// The account's.
    limit: u32,
    all: u32,
    shares: Shares,
    /// On-demand invocations of functions without a reservation.
    shared: u32,
    /// And their requests.
    requests: Bucket,
    /// Only of functions that run, ran lately, or have something of their own: others are forgotten.
    functions: HashMap<FunctionName, FunctionUse>,
    forgotten: Millis,
    next_id: ProvisionId,
}

#[derive(Debug)]
struct FunctionUse {
    reserved: Option<u32>,
    /// Requests within the reservation.
    requests: Bucket,
    provisions: Vec<Covered>,
    /// Invocations that began when no provision covered them.
    others: u32,
    scaling: Scaling,
}

#[derive(Debug)]
struct Covered {
    id: ProvisionId,
    provision: Provision,
    /// Invocations that it covered when they began; those above its amount are on demand.
    running: u32,
    requests: Bucket,
}

/// The requests that go with a share of concurrency.
fn requests(concurrency: u64) -> Quota {
    let per_s = concurrency.saturating_mul(u64::from(REQUESTS_PER_CONCURRENCY));
    Quota { burst: per_s, per_s }
}

impl Covered {
    fn quota(&self) -> Quota {
        requests(self.provision.amount.into())
    }
}

impl FunctionUse {
    fn new(now: Millis) -> Self {
        Self {
            reserved: None,
            requests: Bucket::full(requests(0), now),
            provisions: Vec::new(),
            others: 0,
            scaling: Scaling::new(now),
        }
    }

    fn running(&self) -> u32 {
        self.provisions.iter().fold(self.others, |sum, covered| sum.saturating_add(covered.running))
    }

    fn on_demand(&self) -> u32 {
        self.provisions.iter().fold(self.others, |sum, covered| {
            sum.saturating_add(covered.running.saturating_sub(covered.provision.amount))
        })
    }

    fn provisioned(&self) -> u64 {
        self.provisions.iter().map(|covered| u64::from(covered.provision.amount)).sum()
    }

    /// What is left of a reservation for invocations on demand.
    fn own(&self, reserved: u32) -> u64 {
        u64::from(reserved).saturating_sub(self.provisioned())
    }

    fn is_nothing(&self) -> bool {
        self.reserved.is_none()
            && self.provisions.is_empty()
            && self.others == 0
            && self.scaling.environments() == 0
    }

    /// Takes an invocation in; its share of what is on demand is 0 or 1.
    fn enter(&mut self, covered: Option<usize>) -> Option<ProvisionId> {
        let Some(at) = covered else {
            self.others += 1;
            return None;
        };
        self.provisions[at].running += 1;
        Some(self.provisions[at].id)
    }

    /// What was used so far is settled by the quotas that held so far.
    fn settle(&mut self, now: Millis) {
        self.scaling.pass(self.on_demand(), now);
        if let Some(reserved) = self.reserved {
            self.requests.refill(requests(self.own(reserved)), now);
        }
        for covered in &mut self.provisions {
            covered.requests.refill(covered.quota(), now);
        }
    }
}

impl Counts {
    /// Of an account with this limit, where nothing runs.
    pub(crate) fn new(limit: u32, now: Millis) -> Self {
        Self {
            limit,
            all: 0,
            shares: Shares::default(),
            shared: 0,
            requests: Bucket::full(requests(limit.into()), now),
            functions: HashMap::new(),
            forgotten: now,
            next_id: 0,
        }
    }

    /// What functions without a reservation share.
    fn left(&self) -> u64 {
        u64::from(self.limit).saturating_sub(self.shares.reserved + self.shares.provisioned)
    }

    /// Takes an invocation in, or says which limit is in the way. What comes back is for [`Self::leave`].
    pub(crate) fn enter(
        &mut self,
        request: &Request<'_>,
        now: Millis,
    ) -> Result<Option<ProvisionId>, ThrottleReason> {
        use ThrottleReason as Why;
        self.forget(now);
        let left = self.left();
        let rated = request.invocation_type == InvocationType::RequestResponse;
        let function = self.functions.entry(request.name.clone()).or_insert_with(|| FunctionUse::new(now));
        let on_demand = function.on_demand();
        function.scaling.pass(on_demand, now);
        let covers = |covered: &Covered| covered.provision.covers(request.version, request.invoked_arn);
        let mut covered = function.provisions.iter().position(covers);
        let mut ready = false;
        if let Some(at) = covered {
            let provided = &mut function.provisions[at];
            let free = provided.running < provided.provision.amount;
            provided.requests.refill(provided.quota(), now);
            ready = free && (!rated || provided.requests.has_one());
            // Its requests of this second are used up: one more is on demand, though environments are free.
            covered = covered.filter(|_| ready || !free);
        }
        let (used, own, bucket, full, fast) = match function.reserved {
            Some(reserved) => (
                on_demand,
                function.own(reserved),
                &mut function.requests,
                Why::ReservedFunctionConcurrentInvocationLimitExceeded,
                Why::ReservedFunctionInvocationRateLimitExceeded,
            ),
            None => (
                self.shared,
                left,
                &mut self.requests,
                Why::ConcurrentInvocationLimitExceeded,
                Why::FunctionInvocationRateLimitExceeded,
            ),
        };
        bucket.refill(requests(own), now);
        let refused = if ready {
            None
        } else if u64::from(used) >= own || !function.scaling.may_grow(on_demand, now) {
            Some(full)
        } else {
            (rated && !bucket.has_one()).then_some(fast)
        };
        // Only where more is given away than the account has: its limit was higher once.
        let over = || (self.all >= self.limit).then_some(Why::ConcurrentInvocationLimitExceeded);
        if let Some(reason) = refused.or_else(over) {
            if function.is_nothing() {
                self.functions.remove(request.name);
            }
            return Err(reason);
        }
        if !ready {
            function.scaling.grow(on_demand + 1);
            self.shared += u32::from(function.reserved.is_none());
        }
        match covered.filter(|_| ready) {
            _ if !rated => {}
            Some(at) => function.provisions[at].requests.take(),
            None => bucket.take(),
        }
        self.all += 1;
        Ok(function.enter(covered))
    }

    /// An invocation has ended.
    pub(crate) fn leave(&mut self, name: &FunctionName, covered: Option<ProvisionId>, now: Millis) {
        self.all = self.all.saturating_sub(1);
        let Some(function) = self.functions.get_mut(name) else { return };
        let before = function.on_demand();
        function.scaling.pass(before, now);
        match covered.and_then(|id| function.provisions.iter_mut().find(|covered| covered.id == id)) {
            Some(covered) => covered.running = covered.running.saturating_sub(1),
            None => function.others = function.others.saturating_sub(1),
        }
        if function.reserved.is_none() {
            self.shared = self.shared.saturating_sub(before - function.on_demand());
        }
    }

    /// Once in a while, the functions of which nothing is left.
    fn forget(&mut self, now: Millis) {
        if now.saturating_sub(self.forgotten) < WINDOW {
            return;
        }
        self.forgotten = now;
        self.functions.retain(|_, function| {
            function.scaling.pass(function.on_demand(), now);
            !function.is_nothing()
        });
    }

    /// Reserves for a function, or (`None`) no longer. Invocations that run go on, and count where they now belong.
    pub(crate) fn reserve(&mut self, name: &FunctionName, reserved: Option<u32>, now: Millis) {
        self.change(name, now, |function, _| {
            let began = function.reserved.is_none();
            function.reserved = reserved;
            if let Some(reserved) = reserved.filter(|_| began) {
                function.requests = Bucket::full(requests(function.own(reserved)), now);
            }
        });
    }

    /// What is provisioned for a function from now on: all of it.
    pub(crate) fn provision(&mut self, name: &FunctionName, wanted: Vec<Provision>, now: Millis) {
        self.change(name, now, |function, next_id| {
            let mut before = std::mem::take(&mut function.provisions);
            for provision in wanted {
                let same = |covered: &Covered| {
                    covered.provision.version == provision.version
                        && covered.provision.alias == provision.alias
                };
                let covered = match before.iter().position(same) {
                    Some(at) => Covered { provision, ..before.swap_remove(at) },
                    None => {
                        *next_id += 1;
                        let requests = Bucket::full(requests(provision.amount.into()), now);
                        Covered { id: *next_id, provision, running: 0, requests }
                    }
                };
                function.provisions.push(covered);
            }
            function.others += before.iter().map(|covered| covered.running).sum::<u32>();
        });
    }

    /// Invocations running.
    pub(crate) fn all(&self) -> u32 {
        self.all
    }

    /// Invocations of one function running.
    pub(crate) fn of(&self, name: &FunctionName) -> u32 {
        self.functions.get(name).map_or(0, FunctionUse::running)
    }

    /// What runs now, as metrics tell it, of an invocation that was just taken in.
    pub(crate) fn running(&self, name: &FunctionName, covered: Option<ProvisionId>) -> Concurrency {
        let function = self.functions.get(name);
        let provision = |id| function?.provisions.iter().find(|covered| covered.id == id);
        let claimed = u64::from(self.shared) + self.shares.reserved + self.shares.provisioned;
        Concurrency {
            account: self.all,
            unreserved: self.shared,
            claimed,
            function: function.map_or(0, FunctionUse::running),
            provisioned: covered.and_then(provision).map(|of| (of.running, of.provision.amount)),
        }
    }

    /// Whether something is reserved or provisioned for a function.
    pub(crate) fn has_own(&self, name: &FunctionName) -> bool {
        self.functions.get(name).is_some_and(|f| f.reserved.is_some() || !f.provisions.is_empty())
    }

    /// What is given away.
    pub(crate) fn shares(&self) -> Shares {
        self.shares
    }

    /// Functions that are not forgotten.
    #[cfg(test)]
    pub(crate) fn known(&self) -> usize {
        self.functions.len()
    }

    /// Changes what a function has, and with it what the others share.
    fn change(
        &mut self,
        name: &FunctionName,
        now: Millis,
        change: impl FnOnce(&mut FunctionUse, &mut ProvisionId),
    ) {
        self.requests.refill(requests(self.left()), now);
        let mut function = self.functions.remove(name).unwrap_or_else(|| FunctionUse::new(now));
        function.settle(now);
        match function.reserved {
            Some(reserved) => self.shares.reserved -= u64::from(reserved),
            None => {
                self.shares.provisioned -= function.provisioned();
                self.shared -= function.on_demand();
            }
        }
        change(&mut function, &mut self.next_id);
        match function.reserved {
            Some(reserved) => self.shares.reserved += u64::from(reserved),
            None => {
                self.shares.provisioned += function.provisioned();
                self.shared += function.on_demand();
            }
        }
        // The smaller of the old and the new quota holds for what was saved up.
        function.settle(now);
        function.scaling.require(function.on_demand());
        self.requests.refill(requests(self.left()), now);
        if !function.is_nothing() {
            self.functions.insert(name.clone(), function);
        }
    }
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
