//! How often something that is kept was found to be other than it was put there: what an operator sets an alarm on.
//!
//! Counts of this process, for a data directory has one server. Whoever finds a failure notes it; whoever shows metrics reads them.

use std::sync::atomic::{AtomicU64, Ordering};

/// What was found changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A signed row of the database.
    Row,
    /// An encrypted package.
    Blob,
    /// An unpacked package, or layers.
    Tree,
    /// Compiled modules of one.
    Bytecode,
}

impl Kept {
    /// All there are, in the order of [`failures`].
    pub const ALL: [Self; 4] = [Self::Row, Self::Blob, Self::Tree, Self::Bytecode];

    /// A word for labels of metrics.
    pub fn word(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Blob => "blob",
            Self::Tree => "tree",
            Self::Bytecode => "bytecode",
        }
    }
}

static FAILURES: [AtomicU64; 4] = [const { AtomicU64::new(0) }; 4];

/// Notes a failure; how many there were of this kind, with this one.
pub fn note(kept: Kept) -> u64 {
    counter(kept).map_or(0, |counter| counter.fetch_add(1, Ordering::Relaxed) + 1)
}

/// How many there were of each kind since the process began.
pub fn failures() -> [(Kept, u64); 4] {
    Kept::ALL.map(|kept| (kept, counter(kept).map_or(0, |counter| counter.load(Ordering::Relaxed))))
}

fn counter(kept: Kept) -> Option<&'static AtomicU64> {
    FAILURES.get(Kept::ALL.iter().position(|known| *known == kept)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_by_itself() {
        let before = failures();
        assert_eq!(note(Kept::Blob), before[1].1 + 1);
        assert_eq!(failures()[1], (Kept::Blob, before[1].1 + 1));
        assert_eq!(failures()[3], before[3]);
    }
}
