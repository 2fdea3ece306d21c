//! How much memory a sandbox uses where no cgroup counts it: the sum over its processes, seen from outside.
//!
//! A weaker number than a cgroup's: pages that processes share count in each, pages of `/tmp` in none, and what ended
//! between two looks is not seen. It limits nothing.

use std::fs::{self, File};
use std::io::Read as _;
use std::sync::atomic::{AtomicU64, Ordering};

/// The most processes that are looked at; more would take too long.
const MAX_PROCESSES: usize = 1024;

/// Watches the descendants of a sandbox's first process.
pub(crate) struct Usage {
    first: u32,
    peak: AtomicU64,
}

impl Usage {
    pub(crate) fn of(first: u32) -> Self {
        Self { first, peak: AtomicU64::new(0) }
    }

    /// Resident memory now, in bytes; `None` if there is no process.
    pub(crate) fn current(&self) -> Option<u64> {
        self.sum("VmRSS:")
    }

    /// The highest sum of all peaks that any look has found, in bytes.
    pub(crate) fn peak(&self) -> Option<u64> {
        let now = self.sum("VmHWM:")?;
        Some(self.peak.fetch_max(now, Ordering::Relaxed).max(now))
    }

    /// The first process that was started and lives. The first process has one thread, ours.
    pub(crate) fn runtime(&self) -> Option<u32> {
        of_thread(self.first, self.first).first().copied()
    }

    /// The peak of one that the first process has started, in bytes; `None` if the number is another's by now.
    pub(crate) fn peak_of_child(&self, pid: u32) -> Option<u64> {
        let status = read(&format!("/proc/{pid}/status"))?;
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim();
        if parent.parse() == Ok(self.first) { Some(kibibytes(&status, "VmHWM:")? << 10) } else { None }
    }

    fn sum(&self, field: &str) -> Option<u64> {
        let processes = descendants(self.first);
        let size = |pid: &u32| Some(kibibytes(&read(&format!("/proc/{pid}/status"))?, field)? << 10);
        let found: Vec<u64> = processes.iter().filter_map(size).collect();
        if found.is_empty() { None } else { Some(found.iter().sum()) }
    }
}

/// All processes below `first`, without itself, which is ours.
fn descendants(first: u32) -> Vec<u32> {
    let mut found = children(first);
    let mut next = 0;
    while let Some(pid) = found.get(next).copied()
        && found.len() < MAX_PROCESSES
    {
        found.extend(children(pid));
        next += 1;
    }
    found
}

/// The kernel lists the children of each thread by itself.
fn children(pid: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let threads = threads.filter_map(|thread| thread.file_name().to_str()?.parse().ok());
    threads.flat_map(|thread| of_thread(pid, thread)).collect()
}

fn of_thread(pid: u32, thread: u32) -> Vec<u32> {
    let list = read(&format!("/proc/{pid}/task/{thread}/children")).unwrap_or_default();
    list.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// A file whose size the kernel does not tell, in one read where it is not long.
fn read(path: &str) -> Option<String> {
    let mut text = String::with_capacity(4096);
    File::open(path).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// A field of `/proc/<pid>/status`.
pub(crate) fn kibibytes(status: &str, field: &str) -> Option<u64> {
    let value = status.lines().find_map(|line| line.strip_prefix(field))?;
    value.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Usage {
        /// Ends what is looked at.
        pub(crate) fn kill(&self) {
            for pid in descendants(self.first) {
                let pid = rustix::process::Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
                rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
            }
        }
    }

    #[test]
    fn sizes_are_parsed() {
        let status = "Name:\tsh\nVmHWM:\t    1380 kB\nVmRSS:\t     900 kB\n";
        assert_eq!(kibibytes(status, "VmHWM:"), Some(1380));
        assert_eq!(kibibytes(status, "VmRSS:"), Some(900));
        assert_eq!(kibibytes(status, "VmSwap:"), None);
    }

    #[test]
    fn descendants_are_seen_and_the_peak_stays() {
        let mut first = std::process::Command::new("sh").args(["-c", "sleep 1000; :"]).spawn().unwrap();
        let usage = Usage::of(first.id());
        while usage.current().is_none_or(|bytes| bytes == 0) {
            std::thread::yield_now();
        }
        let peak = usage.peak().unwrap();
        assert!(peak >= 4096);
        usage.kill();
        first.wait().unwrap();
        assert_eq!((usage.current(), usage.peak()), (None, None));
        assert_eq!(usage.peak.load(Ordering::Relaxed), peak);
    }
}
