//! The host's memory for environments, and how many of them are there.

use crate::error::RunError;
use std::sync::Arc;
use tokio::sync::watch;

/// Memory given out, and environments alive; both go back when a sandbox is destroyed, not before.
pub(crate) struct Capacity {
    limit_mb: u64,
    used: watch::Sender<Used>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Used {
    memory_mb: u64,
    environments: u64,
    /// Of those, the ones on their way out.
    leaving: u64,
}

impl Capacity {
    /// All of it free.
    pub(crate) fn new(limit_mb: u64) -> Arc<Self> {
        Arc::new(Self { limit_mb, used: watch::Sender::new(Used::default()) })
    }

    /// Takes memory for one environment.
    pub(crate) fn reserve(self: &Arc<Self>, memory_mb: u32) -> Result<Reservation, RunError> {
        let needed_mb = u64::from(memory_mb);
        let mut in_use_mb = 0;
        let taken = self.used.send_if_modified(|used| {
            in_use_mb = used.memory_mb;
            let fits = used.memory_mb.saturating_add(needed_mb) <= self.limit_mb;
            if fits {
                used.memory_mb += needed_mb;
                used.environments += 1;
            }
            fits
        });
        if taken {
            Ok(Reservation { capacity: Arc::clone(self), memory_mb: needed_mb })
        } else {
            Err(RunError::Capacity { in_use_mb, limit_mb: self.limit_mb, needed_mb })
        }
    }

    /// Memory given out, MB.
    pub(crate) fn memory_mb(&self) -> u64 {
        self.used.borrow().memory_mb
    }

    /// Environments that are there, or being built.
    pub(crate) fn environments(&self) -> u32 {
        u32::try_from(self.used.borrow().environments).unwrap_or(u32::MAX)
    }

    /// Waits until there is an environment less than at the time of the call; at once where there is none.
    pub(crate) fn one_less(&self) -> impl Future<Output = ()> + use<> {
        let mut changes = self.used.subscribe();
        // Now, not at the first poll: what is destroyed in between counts.
        let before = changes.borrow_and_update().environments;
        async move {
            let _ = changes.wait_for(|used| used.environments < before || used.environments == 0).await;
        }
    }

    /// Whether an environment is on its way out: its memory comes back by itself.
    pub(crate) fn is_one_leaving(&self) -> bool {
        self.used.borrow().leaving > 0
    }

    /// Waits until every environment is gone.
    pub(crate) async fn empty(&self) {
        let _ = self.used.subscribe().wait_for(|used| used.environments == 0).await;
    }
}

/// Memory of one environment; dropped when its sandbox is gone.
pub(crate) struct Reservation {
    capacity: Arc<Capacity>,
    memory_mb: u64,
}

impl Reservation {
    /// Its environment is on its way out from now on, until what this gives is dropped.
    pub(crate) fn leave(&self) -> Leaving {
        self.capacity.used.send_modify(|used| used.leaving += 1);
        Leaving(Arc::clone(&self.capacity))
    }
}

/// See [`Reservation::leave`].
pub(crate) struct Leaving(Arc<Capacity>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.used.send_modify(|used| used.leaving -= 1);
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.capacity.used.send_modify(|used| {
            used.memory_mb -= self.memory_mb;
            used.environments -= 1;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn memory_comes_back_and_waiting_for_it_misses_nothing() {
        let capacity = Capacity::new(300);
        let first = capacity.reserve(128).map_err(|e| e.to_string()).unwrap();
        let second = capacity.reserve(128).map_err(|e| e.to_string()).unwrap();
        assert_eq!(
            capacity.reserve(128).err(),
            Some(RunError::Capacity { in_use_mb: 256, limit_mb: 300, needed_mb: 128 })
        );
        let less = capacity.one_less();
        let leaving = first.leave();
        assert!(capacity.is_one_leaving());
        drop((first, leaving));
        assert!(!capacity.is_one_leaving());
        less.await;
        assert_eq!(capacity.memory_mb(), 128);
        drop(second);
        capacity.empty().await;
        capacity.one_less().await;
    }
}
