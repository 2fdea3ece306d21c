//! The snapshots of published versions (SnapStart): which there are, within bounds, and who makes the next one.
//!
//! A snapshot belongs to one version of one function with one configuration, and is never used for another. The least
//! recently used go where there are too many; whoever finds none makes it again, in the init phase that it needs anyway.

use crate::identity::{PoolKey, same_environment};
use domain::{FunctionConfig, FunctionName, Scope, Version};
use sandbox::Image;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Snapshots at the same time, at most.
const MOST: usize = 256;
/// The share of the memory for environments that snapshots may have is one in so many.
const MEMORY_SHARE: u64 = 8;

/// What stands for a version.
enum State {
    /// Somebody makes one.
    Making,
    /// It is there.
    Made(Image),
    /// The version cannot be copied.
    Impossible,
}

struct Entry {
    function: Arc<FunctionConfig>,
    state: State,
    made: Instant,
    used: Instant,
}

/// See the module's documentation.
pub(crate) struct Snapshots {
    entries: Mutex<Vec<Entry>>,
    most_bytes: u64,
    max_age: Duration,
}

/// What there is for a version.
pub(crate) enum Found {
    /// This.
    Snapshot(Image),
    /// Nothing: it is to be made by whoever asked.
    Make(Making),
    /// Nothing, and nothing is to be done.
    Nothing,
}

/// Who holds this makes a snapshot; dropped, somebody else may.
pub(crate) struct Making {
    snapshots: Arc<Snapshots>,
    function: Arc<FunctionConfig>,
}

impl Snapshots {
    /// None; `memory_limit_mb` is that of all environments. One that is older than `max_age` is made anew.
    pub(crate) fn new(memory_limit_mb: u64, max_age: Duration) -> Arc<Self> {
        Arc::new(Self {
            entries: Mutex::default(),
            most_bytes: (memory_limit_mb << 20) / MEMORY_SHARE,
            max_age,
        })
    }

    /// The snapshot of a version.
    pub(crate) fn find(self: &Arc<Self>, function: &Arc<FunctionConfig>) -> Found {
        let now = Instant::now();
        let mut entries = self.lock();
        entries.retain(|entry| {
            !entry.is_of(function) || matches!(entry.state, State::Making) || entry.made + self.max_age > now
        });
        match entries.iter_mut().find(|entry| entry.is_of(function)) {
            Some(entry) => {
                entry.used = now;
                match &entry.state {
                    State::Made(image) => Found::Snapshot(image.clone()),
                    State::Making | State::Impossible => Found::Nothing,
                }
            }
            None => {
                let function = Arc::clone(function);
                entries.push(Entry {
                    function: Arc::clone(&function),
                    state: State::Making,
                    made: now,
                    used: now,
                });
                Found::Make(Making { snapshots: Arc::clone(self), function })
            }
        }
    }

    /// It turned out to be of no use, such as after a file that it needs has changed.
    pub(crate) fn discard(&self, function: &Arc<FunctionConfig>) {
        self.lock().retain(|entry| !entry.is_of(function));
    }

    /// Forgets those of a function, of one version or (`None`) of all.
    pub(crate) fn retire(&self, scope: &Scope, name: &FunctionName, version: Option<Version>) {
        self.lock().retain(|entry| {
            let key = PoolKey::of(&entry.function);
            key.scope != *scope || key.name != *name || version.is_some_and(|version| version != key.version)
        });
    }

    fn keep(&self, function: &Arc<FunctionConfig>, state: State) {
        let mut entries = self.lock();
        // Not there any more where the version was deleted meanwhile.
        let Some(entry) = entries.iter_mut().find(|entry| entry.is_of(function)) else { return };
        entry.state = state;
        entry.made = Instant::now();
        while entries.len() > MOST || entries.iter().map(Entry::bytes).sum::<u64>() > self.most_bytes {
            let idle = entries.iter().enumerate().filter(|(_, entry)| !matches!(entry.state, State::Making));
            let Some((at, _)) = idle.min_by_key(|(_, entry)| entry.used) else { return };
            entries.swap_remove(at);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    fn is_of(&self, function: &Arc<FunctionConfig>) -> bool {
        PoolKey::of(&self.function) == PoolKey::of(function) && same_environment(&self.function, function)
    }

    fn bytes(&self) -> u64 {
        match &self.state {
            State::Made(image) => image.bytes(),
            State::Making | State::Impossible => 0,
        }
    }
}

impl Making {
    /// The memory that it may take, bytes: while it is made, half of what all may have.
    pub(crate) fn most_bytes(&self) -> u64 {
        self.snapshots.most_bytes / 2
    }

    /// Here it is.
    pub(crate) fn made(self, image: Image) {
        self.snapshots.keep(&self.function, State::Made(image));
    }

    /// It cannot be made, and trying again would not help.
    pub(crate) fn impossible(self) {
        self.snapshots.keep(&self.function, State::Impossible);
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        self.snapshots
            .lock()
            .retain(|entry| !(entry.is_of(&self.function) && matches!(entry.state, State::Making)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::function;

    fn version(number: u64) -> Arc<FunctionConfig> {
        Arc::new(FunctionConfig { version: Version::Number(number), ..function() })
    }

    fn is_to_be_made(found: &Found) -> bool {
        matches!(found, Found::Make(_))
    }

    #[test]
    fn one_makes_it_and_nobody_else_gets_it() {
        let snapshots = Snapshots::new(1_024, Duration::from_secs(60));
        let (one, other) = (version(1), version(2));
        let making = snapshots.find(&one);
        assert!(is_to_be_made(&making));
        assert!(matches!(snapshots.find(&one), Found::Nothing));
        assert!(is_to_be_made(&snapshots.find(&other)), "another version has its own");
        drop(making);
        let Found::Make(making) = snapshots.find(&one) else { panic!("given up, somebody else makes it") };
        making.impossible();
        assert!(matches!(snapshots.find(&one), Found::Nothing));
        let changed = Arc::new(FunctionConfig { memory_mb: one.memory_mb + 1, ..(*one).clone() });
        assert!(is_to_be_made(&snapshots.find(&changed)), "another configuration has its own");
        snapshots.retire(&one.scope, &one.name, Some(Version::Number(2)));
        assert!(matches!(snapshots.find(&one), Found::Nothing));
        snapshots.retire(&one.scope, &one.name, None);
        assert!(is_to_be_made(&snapshots.find(&one)));
    }
}
