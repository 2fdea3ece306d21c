//! The counters of one account and region, and every decision about them. Pure.
//!
//! The account's limit is divided: each reservation is taken out of it, and so is what is provisioned for functions
//! without a reservation. What is left is shared by the on-demand invocations of functions without a reservation. What
//! is provisioned for a function with a reservation is taken out of that. An invocation that a provision covers
//! needs nothing else; one beyond it is on demand.

use crate::permits::ThrottleReason;
use domain::{FunctionName, Version};
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

/// Tells a provision from a later one for the same version.
pub(crate) type ProvisionId = u64;

/// See the module's documentation.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    all: u32,
    shares: Shares,
    /// On-demand invocations of functions without a reservation.
    shared: u32,
    /// Only of functions that run, or have something of their own: others are forgotten.
    functions: HashMap<FunctionName, FunctionUse>,
    next_id: ProvisionId,
}

#[derive(Debug, Default)]
struct FunctionUse {
    reserved: Option<u32>,
    provisions: Vec<Covered>,
    /// Invocations that began when no provision covered them.
    others: u32,
}

#[derive(Debug)]
struct Covered {
    id: ProvisionId,
    provision: Provision,
    /// Invocations that it covered when they began; those above its amount are on demand.
    running: u32,
}

impl FunctionUse {
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

    fn is_nothing(&self) -> bool {
        self.reserved.is_none() && self.provisions.is_empty() && self.others == 0
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
}

impl Counts {
    /// Takes an invocation in, or says which limit is in the way. `limit` is the account's. What comes back is for
    /// [`Self::leave`].
    pub(crate) fn enter(
        &mut self,
        limit: u32,
        name: &FunctionName,
        version: Version,
        invoked_arn: &str,
    ) -> Result<Option<ProvisionId>, ThrottleReason> {
        let left = u64::from(limit).saturating_sub(self.shares.reserved + self.shares.provisioned);
        let function = self.functions.entry(name.clone()).or_default();
        let covered =
            function.provisions.iter().position(|covered| covered.provision.covers(version, invoked_arn));
        let ready = covered.is_some_and(|at| {
            let Covered { running, provision, .. } = &function.provisions[at];
            *running < provision.amount
        });
        let refused = match function.reserved {
            _ if ready => None,
            Some(reserved) => {
                let own = u64::from(reserved).saturating_sub(function.provisioned());
                (u64::from(function.on_demand()) >= own)
                    .then_some(ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded)
            }
            None => {
                (u64::from(self.shared) >= left).then_some(ThrottleReason::ConcurrentInvocationLimitExceeded)
            }
        };
        // Only where more is given away than the account has: its limit was higher once.
        let full = || (self.all >= limit).then_some(ThrottleReason::ConcurrentInvocationLimitExceeded);
        if let Some(reason) = refused.or_else(full) {
            if function.is_nothing() {
                self.functions.remove(name);
            }
            return Err(reason);
        }
        if function.reserved.is_none() && !ready {
            self.shared += 1;
        }
        self.all += 1;
        Ok(function.enter(covered))
    }

    /// An invocation has ended.
    pub(crate) fn leave(&mut self, name: &FunctionName, covered: Option<ProvisionId>) {
        self.all = self.all.saturating_sub(1);
        let Some(function) = self.functions.get_mut(name) else { return };
        let before = function.on_demand();
        match covered.and_then(|id| function.provisions.iter_mut().find(|covered| covered.id == id)) {
            Some(covered) => covered.running = covered.running.saturating_sub(1),
            None => function.others = function.others.saturating_sub(1),
        }
        if function.reserved.is_none() {
            self.shared = self.shared.saturating_sub(before - function.on_demand());
        }
        if function.is_nothing() {
            self.functions.remove(name);
        }
    }

    /// Reserves for a function, or (`None`) no longer. Invocations that run go on, and count where they now belong.
    pub(crate) fn reserve(&mut self, name: &FunctionName, reserved: Option<u32>) {
        self.change(name, |function, _| function.reserved = reserved);
    }

    /// What is provisioned for a function from now on: all of it.
    pub(crate) fn provision(&mut self, name: &FunctionName, wanted: Vec<Provision>) {
        self.change(name, |function, next_id| {
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
                        Covered { id: *next_id, provision, running: 0 }
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
    fn change(&mut self, name: &FunctionName, change: impl FnOnce(&mut FunctionUse, &mut ProvisionId)) {
        let mut function = self.functions.remove(name).unwrap_or_default();
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
        if !function.is_nothing() {
            self.functions.insert(name.clone(), function);
        }
    }
}

#[cfg(test)]
mod tests;
