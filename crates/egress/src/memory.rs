//! What all connections of all sandboxes may hold of this process's memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A number of bytes that is shared by all sandboxes.
#[derive(Debug)]
pub struct Memory {
    most: u64,
    taken: AtomicU64,
}

impl Memory {
    /// At most so many bytes.
    pub fn new(most: u64) -> Arc<Self> {
        Arc::new(Self { most, taken: AtomicU64::new(0) })
    }

    /// Some of it, until that is dropped; `None` where so many are not left.
    pub(crate) fn reserve(self: &Arc<Self>, bytes: u64) -> Option<Reserved> {
        let fits = |taken: u64| taken.checked_add(bytes).filter(|sum| *sum <= self.most);
        self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).ok()?;
        Some(Reserved { of: Arc::clone(self), bytes })
    }
}

/// See [`Memory::reserve`].
#[derive(Debug)]
pub(crate) struct Reserved {
    of: Arc<Memory>,
    bytes: u64,
}

impl Drop for Reserved {
    fn drop(&mut self) {
        self.of.taken.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_there_is() {
        let memory = Memory::new(100);
        let first = memory.reserve(60).unwrap();
        assert!(memory.reserve(41).is_none() && memory.reserve(u64::MAX).is_none());
        let second = memory.reserve(40).unwrap();
        drop((first, second));
        assert!(memory.reserve(100).is_some());
    }
}
