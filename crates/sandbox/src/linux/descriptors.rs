//! The file descriptors that sandboxes may make this process hold: one budget for all of them. What a sandbox will
//! take is set aside before it begins, and each connection of a function when it comes; so that however many begin at
//! once, some descriptors are left to others: clients, databases, files.

use std::fs;
use std::os::fd::{AsRawFd as _, BorrowedFd, RawFd};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// One in so many is for others than sandboxes, up to so many.
const SHARE: u64 = 4;
const ENOUGH_FOR_OTHERS: u64 = 2_048;
/// One in so many is for others besides what they held when the first sandbox began.
const LEEWAY: u64 = 8;
/// Where fewer than one in so many are left, idle clients are in the way.
const LAST: u64 = 16;
/// As many as some thousand sandboxes take, several times over. The kernel's table of them takes 8 bytes each, when
/// they are used.
const ENOUGH: u64 = 262_144;
/// As many as there is room for from the start.
const AT_ONCE: u64 = 16_384;

/// What a sandbox takes besides its processes: its control socket, the file that freezes it, one listener (the others are
/// left inside until somebody connects to them), and the few connections to the Runtime API that it has in any case. The first
/// process's late input, or a listener that has not been left inside yet, take the place of one of these.
const SANDBOX: u64 = 1 + 1 + 1 + 2;
/// What the first process takes: its outputs. What another one does: the same, and what is handed to it.
const OUTPUTS: u64 = 3;
const PROCESS: u64 = OUTPUTS + 1;

static BUDGET: Budget = Budget::new();

/// Lets this process have as many as it may, and more where it may say so itself.
pub(crate) fn raise_limit() {
    let maximum = getrlimit(Resource::Nofile).maximum;
    let possible = fs::read_to_string("/proc/sys/fs/nr_open").ok().and_then(|text| text.trim().parse().ok());
    let wanted = possible.unwrap_or(ENOUGH).min(ENOUGH);
    if maximum.is_some_and(|maximum| maximum < wanted) {
        let raised = Rlimit { current: Some(wanted), maximum: Some(wanted) };
        if setrlimit(Resource::Nofile, raised).is_ok() {
            return;
        }
    }
    let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
}

/// Makes the kernel's table of this process's descriptors as long as a thousand sandboxes need it, 8 bytes each. Once there
/// are threads, a table that gets longer makes the thread that opened the descriptor wait until the kernel is sure that no
/// other looks at the old one (`synchronize_rcu` in its `expand_files`): for up to 30 ms in the middle of a burst, when all that
/// the thread would have received and answered waits with it. To be called before there is a second thread; `open` is any
/// descriptor.
pub(crate) fn make_room(open: BorrowedFd<'_>) {
    let most = limit().min(AT_ONCE);
    // The table stays as long as it was for the highest number.
    if let Some(highest) = most.checked_sub(1).and_then(|number| RawFd::try_from(number).ok()) {
        let _ = rustix::io::fcntl_dupfd_cloexec(open, highest);
    }
}

/// Whether hardly any are left. `newest` is one that was just opened: the kernel gives out the lowest number that is
/// free, so that all below it are in use.
pub fn descriptors_are_scarce(newest: BorrowedFd<'_>) -> bool {
    let limit = limit();
    u64::try_from(newest.as_raw_fd()).is_ok_and(|newest| newest >= limit - limit / LAST)
}

/// Sets one aside for a connection of a function, and other things that come one by one; `None` where sandboxes should get no more of them.
pub fn descriptor_for_connection() -> Option<Descriptors> {
    BUDGET.reserve(1, limit())
}

/// Some that are set aside, whether they are open yet or not. Dropped, they are free for others.
#[derive(Debug)]
pub struct Descriptors {
    budget: &'static Budget,
    count: u64,
}

impl Descriptors {
    /// For a sandbox with one process.
    pub(crate) fn for_sandbox(tunnel: bool) -> Option<Self> {
        BUDGET.reserve(SANDBOX + OUTPUTS + u64::from(tunnel), limit())
    }

    /// For one process more, which has a connection to the Runtime API in any case, too.
    pub(crate) fn for_process() -> Option<Self> {
        BUDGET.reserve(PROCESS + 1, limit())
    }
}

impl Drop for Descriptors {
    fn drop(&mut self) {
        self.budget.taken.fetch_sub(self.count, Ordering::Relaxed);
    }
}

#[derive(Debug)]
struct Budget {
    taken: AtomicU64,
    /// Open when the first were set aside.
    others: OnceLock<u64>,
}

impl Budget {
    const fn new() -> Self {
        Self { taken: AtomicU64::new(0), others: OnceLock::new() }
    }

    fn reserve(&'static self, count: u64, limit: u64) -> Option<Descriptors> {
        let most = for_sandboxes(limit, *self.others.get_or_init(open_now));
        let fits = |taken: u64| Some(taken + count).filter(|taken| *taken <= most);
        self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).ok()?;
        Some(Descriptors { budget: self, count })
    }
}

fn limit() -> u64 {
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

fn open_now() -> u64 {
    fs::read_dir("/proc/self/fd").map_or(0, Iterator::count) as u64
}

/// How many sandboxes may have, where others had so many from the start.
fn for_sandboxes(limit: u64, others: u64) -> u64 {
    limit - (limit / SHARE).min(ENOUGH_FOR_OTHERS).max(others + limit / LEEWAY).min(limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd as _;

    #[test]
    fn some_are_left_to_others() {
        for (limit, others, expected) in
            [(0, 9, 0), (3, 2, 1), (1_024, 30, 768), (20_000, 100, 17_400), (160, 40, 100), (40, 60, 0)]
        {
            assert_eq!(for_sandboxes(limit, others), expected, "{limit}, {others}");
        }
        assert!(for_sandboxes(u64::MAX, 30) > 1 << 60);
    }

    #[test]
    fn there_is_room_in_the_table() {
        let null = fs::File::open("/dev/null").unwrap();
        make_room(null.as_fd());
        let size =
            |status: &str| status.lines().find_map(|line| line.strip_prefix("FDSize:")?.trim().parse().ok());
        let size: Option<u64> = size(&fs::read_to_string("/proc/self/status").unwrap());
        assert!(size.is_some_and(|size| size >= AT_ONCE.min(limit())), "{size:?}");
    }

    #[test]
    fn what_is_set_aside_counts_before_it_is_open() {
        static BUDGET: Budget = Budget::new();
        let limit = 4_096;
        let first = BUDGET.reserve(2_000, limit).unwrap();
        let second = BUDGET.reserve(1_000, limit).unwrap();
        assert!(BUDGET.reserve(2_000, limit).is_none());
        // The limit may have become lower meanwhile.
        assert!(BUDGET.reserve(1, 1_024).is_none());
        drop(first);
        let third = BUDGET.reserve(2_000, limit).unwrap();
        drop((second, third));
        assert_eq!(BUDGET.taken.load(Ordering::Relaxed), 0);
    }
}
