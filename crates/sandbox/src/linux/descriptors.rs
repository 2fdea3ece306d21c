//! How many file descriptors this process has left. The kernel gives out the lowest number that is free, so that the
//! newest descriptor tells it: all below are in use.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::os::fd::{AsRawFd as _, BorrowedFd};

/// One in so many is for others than sandboxes: clients, databases, files, and the few connections that a sandbox gets
/// in any case, which are less than half of this.
const SHARE: u64 = 4;

/// Lets this process have as many as it may: a sandbox takes some twenty of the server's, and one of the keeper's.
pub(crate) fn raise_limit() {
    let maximum = getrlimit(Resource::Nofile).maximum;
    let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
}

/// Whether so few are left that sandboxes should get no more of them. `newest` is one that was just opened.
pub fn descriptors_are_scarce(newest: BorrowedFd<'_>) -> bool {
    let limit = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    u64::try_from(newest.as_raw_fd()).is_ok_and(|newest| newest >= for_sandboxes(limit))
}

/// Numbers below this are for everybody.
fn for_sandboxes(limit: u64) -> u64 {
    limit - limit / SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_are_left_to_others() {
        for (limit, expected) in [(0, 0), (3, 3), (1_024, 768), (20_000, 15_000)] {
            assert_eq!(for_sandboxes(limit), expected);
        }
    }
}
