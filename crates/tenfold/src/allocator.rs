//! The C library's allocator: what it may keep, and when it gives memory back.
//!
//! It keeps what is freed for whoever asks next, in an arena for every few threads, and gives back the end of an arena at
//! most. After a load, what still is in use lies scattered over all of that. So the process looks now and then whether it
//! has become larger, and has whole pages of what is free given back: a walk over the free list that takes as long as
//! there is much of it, some milliseconds after hundreds of megabytes, and nothing where there was no load.

use std::fs;

/// How much larger the process must have become, bytes.
const GROWN: u64 = 2 << 20;

/// Every arena keeps memory of its own; threads that mostly wait need no more than two. To be called before there is a
/// second thread.
pub(crate) fn limit_arenas() {
    #[cfg(target_env = "gnu")]
    // SAFETY: mallopt only sets a parameter of the allocator; no other thread exists yet.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 2);
    }
}

/// See the module's documentation.
pub(crate) struct Allocator {
    /// What the process had after it was last looked at, bytes.
    had: u64,
}

impl Allocator {
    pub(crate) fn new() -> Self {
        Self { had: 0 }
    }

    /// Has memory given back, where there is more of it than there was after the last time, or where much was `freed`.
    pub(crate) fn give_back(&mut self, freed: bool) {
        let Some(has) = anonymous() else { return };
        if freed || has > self.had.saturating_add(GROWN) {
            trim();
            self.had = anonymous().unwrap_or(has);
        } else {
            self.had = self.had.min(has);
        }
    }
}

/// Bytes of the process in memory that no file is behind. `None` where the kernel does not say.
fn anonymous() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()?.saturating_mul(1_024))
}

fn trim() {
    #[cfg(target_env = "gnu")]
    // SAFETY: malloc_trim may be called at any time and by any thread; it takes each arena's lock.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks between which others stay, so that nothing is at the end of an arena.
    #[test]
    fn what_a_load_left_is_given_back() {
        let mut allocator = Allocator::new();
        allocator.give_back(false);
        let before = anonymous().unwrap();
        let blocks: Vec<Vec<u8>> =
            (0..4_000).map(|n| vec![1; if n % 8 == 0 { 64 } else { 20_000 }]).collect();
        assert!(anonymous().unwrap() > before + (60 << 20));
        let kept: Vec<_> = blocks.into_iter().filter(|block| block.len() == 64).collect();
        allocator.give_back(false);
        let after = anonymous().unwrap();
        assert!(after < before + (20 << 20), "{before} before, {after} after, {} kept", kept.len());
    }
}
