//! Functions that were read lately, so that an invocation costs no database call and no thread switch.
//!
//! It may be believed because one process has the directory: every write passes here after its commit and before
//! anybody is told of it.

use domain::{FunctionConfig, FunctionName, Scope};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Functions that are remembered; a configuration is a few KB at most.
const MAX: usize = 512;

type Key = (Scope, FunctionName);

#[derive(Default)]
pub(super) struct FunctionCache(Mutex<State>);

#[derive(Default)]
struct State {
    known: HashMap<Key, FunctionConfig>,
    /// Counts the writes, so that what was read before a write is not remembered after it.
    writes: u64,
}

/// When a read began.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Began(u64);

impl FunctionCache {
    /// The function, or the token with which to [`Self::remember`] what the database says.
    pub(super) fn get(&self, key: &Key) -> Result<FunctionConfig, Began> {
        self.with(|state| state.known.get(key).cloned().ok_or(Began(state.writes)))
    }

    /// Keeps what was read, unless something was written since the read began.
    pub(super) fn remember(&self, began: Began, key: Key, config: FunctionConfig) {
        self.with(|state| {
            if began != Began(state.writes) {
                return;
            }
            if state.known.len() >= MAX {
                // Any of them: what is used often comes back at once.
                state.known.clear();
            }
            state.known.insert(key, config);
        });
    }

    /// A write to the function was committed, or may have been.
    pub(super) fn forget(&self, key: &Key) {
        self.with(|state| {
            state.writes += 1;
            state.known.remove(key);
        });
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
