//! The memory that a sandbox's processes have used at most, where a cgroup counts.
//!
//! Neither count alone tells it. The cgroup's peak holds what the kernel keeps in memory of files (all of `/tmp` after
//! much writing), and lacks the pages of interpreters and libraries that another sandbox read first. The runtime's own
//! peak, from `/proc`, has exactly its pages, but not those of the processes that it started. So this is the larger one
//! of the runtime's peak and the cgroup's peak without files.
//!
//! Asked after every invocation, it takes a microsecond, mostly: where the cgroup's peak is what it was a moment ago, what
//! was found then is told again, for the runtime's own peak is in a file that takes the kernel long to write. What only
//! that one would show (pages of files that were in memory before) is told a moment later.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::linux::client::lock;
use crate::linux::files::Files;
use crate::linux::protocol::GroupFile;
use crate::linux::usage::Usage;

/// This close to the limit, in bytes, the cgroup's peak is the limit, and tells no more than that something was taken
/// back: the kernel charges in batches.
const AT_THE_LIMIT: u64 = 1 << 20;

/// How long what was found holds while the cgroup's peak stays the same.
const FRESH: Duration = Duration::from_millis(100);

/// What has been found so far about one sandbox.
pub(crate) struct MemoryPeak {
    /// In bytes.
    limit: AtomicU64,
    peak: AtomicU64,
    /// The most that files took when it was looked at.
    files: AtomicU64,
    /// The cgroup's peak of processes that are gone: up to there it says nothing about those of now.
    gone: AtomicU64,
    /// How many of those that are gone were killed for their memory.
    killed: AtomicU64,
    /// The runtime's number.
    runtime: Mutex<Option<u32>>,
    last: Mutex<Option<Look>>,
}

/// What a look found.
struct Look {
    at: Instant,
    /// The cgroup's peak.
    counted: u64,
    found: u64,
}

impl MemoryPeak {
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            limit: AtomicU64::new(limit),
            peak: AtomicU64::new(0),
            files: AtomicU64::new(0),
            gone: AtomicU64::new(0),
            killed: AtomicU64::new(0),
            runtime: Mutex::new(None),
            last: Mutex::new(None),
        }
    }

    /// The sandbox has another limit from now on.
    pub(crate) fn set_limit(&self, limit: u64) {
        self.limit.store(limit, Ordering::Relaxed);
    }

    fn limit(&self) -> u64 {
        self.limit.load(Ordering::Relaxed)
    }

    /// All processes are gone, and what they used with them: on AWS (recorded in REPORT lines after `Runtime.OutOfMemory`)
    /// the next ones begin anew. Not every kernel lets the cgroup's own count do so.
    pub(crate) fn begin_again(&self, cgroup: &Files) {
        self.gone.store(cgroup.memory_peak().unwrap_or(0), Ordering::Relaxed);
        self.killed.store(cgroup.oom_kills().unwrap_or(0), Ordering::Relaxed);
        self.peak.store(0, Ordering::Relaxed);
        self.files.store(0, Ordering::Relaxed);
        *lock(&self.last) = None;
    }

    /// In bytes, at most the limit; `None` where no cgroup counts. `usage` is that of a first process that lives.
    pub(crate) fn look(&self, cgroup: &Files, usage: Option<&Usage>) -> Option<u64> {
        let counted = cgroup.memory_peak()?;
        // Up to what those had that are gone, it tells nothing. At the limit, something may have been killed for its memory.
        if let Some(last) = &*lock(&self.last)
            && last.counted == counted
            && counted > self.gone.load(Ordering::Relaxed)
            && counted.saturating_add(AT_THE_LIMIT) < self.limit()
            && last.at.elapsed() < FRESH
        {
            return Some(last.found);
        }
        let found = self.find(cgroup, usage, counted);
        *lock(&self.last) = Some(Look { at: Instant::now(), counted, found });
        Some(found)
    }

    fn find(&self, cgroup: &Files, usage: Option<&Usage>, counted: u64) -> u64 {
        if cgroup.oom_kills().unwrap_or(0) > self.killed.load(Ordering::Relaxed) {
            return counted;
        }
        let runtime = usage.and_then(|usage| self.of_the_runtime(usage)).unwrap_or(0);
        let known = self.peak.fetch_max(runtime, Ordering::Relaxed).max(runtime);
        let without_files = |files: u64| counted.saturating_sub(files);
        // Files can only have become more: mostly this says that there is nothing to find, and saves the slow read.
        if without_files(self.files.load(Ordering::Relaxed)) > known {
            let of_others = counted <= self.gone.load(Ordering::Relaxed);
            let found = match cgroup.read(GroupFile::MemoryStat).map(|text| Stat::parse(&text)) {
                None if of_others => 0,
                None => counted,
                Some(stat) => {
                    let files = self.files.fetch_max(stat.files, Ordering::Relaxed).max(stat.files);
                    let reclaimed = counted.saturating_add(AT_THE_LIMIT) >= self.limit();
                    if reclaimed || of_others { stat.processes } else { without_files(files) }
                }
            };
            self.peak.fetch_max(found, Ordering::Relaxed);
        }
        self.peak.load(Ordering::Relaxed).min(self.limit())
    }

    /// The peak of the runtime's process, whose number is known while it lives.
    fn of_the_runtime(&self, usage: &Usage) -> Option<u64> {
        let mut known = lock(&self.runtime);
        if let Some(peak) = known.and_then(|runtime| usage.peak_of_child(runtime)) {
            return Some(peak);
        }
        *known = usage.runtime();
        usage.peak_of_child((*known)?)
    }
}

/// In use now, in bytes; `None` where no cgroup counts.
pub(crate) fn current(cgroup: &Files) -> Option<u64> {
    let stat = Stat::parse(&cgroup.read(GroupFile::MemoryStat)?);
    Some(stat.files.saturating_add(stat.processes))
}

/// What is of interest in `memory.stat`, in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Stat {
    /// Pages of files on disk, which the kernel may take back.
    files: u64,
    /// Pages of processes, and of files that are in memory only.
    processes: u64,
}

impl Stat {
    /// The names are `cache` and `rss` in version 1, `file` and `anon` in version 2; in both, the first includes `shmem`.
    fn parse(text: &str) -> Self {
        let value = |names: [&str; 2]| -> u64 {
            let fields = text.lines().filter_map(|line| line.split_once(' '));
            let mut found = fields.filter(|(name, _)| names.contains(name));
            found.next().and_then(|(_, value)| value.trim().parse().ok()).unwrap_or(0)
        };
        let shared = value(["shmem", "shmem"]);
        Self {
            files: value(["cache", "file"]).saturating_sub(shared),
            processes: value(["rss", "anon"]).saturating_add(shared),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::CgroupVersion;
    use std::io::{BufRead, BufReader};
    use std::path::Path;
    use std::process::{Command, Stdio};

    const MIB: u64 = 1 << 20;

    #[test]
    fn both_versions_are_parsed() {
        let expected = Stat { files: 40, processes: 17 };
        assert_eq!(Stat::parse("cache 50\nrss 7\nrss_huge 3\nshmem 10\ntotal_cache 99\n"), expected);
        assert_eq!(Stat::parse("anon 7\nfile 50\nkernel 3\nfile_mapped 2\nshmem 10\n"), expected);
        assert_eq!(Stat::parse(""), Stat { files: 0, processes: 0 });
    }

    fn cgroup(place: &Path) -> Files {
        let roles = [
            (GroupFile::MemoryPeak, "peak"),
            (GroupFile::MemoryStat, "stat"),
            (GroupFile::OomKills, "events"),
        ];
        Files::new(CgroupVersion::V2, None, roles.map(|(role, name)| (role, place.join(name))).to_vec())
    }

    #[test]
    fn files_do_not_count_and_what_was_killed_for_its_memory_had_all_of_it() {
        let place = tempfile::tempdir().unwrap();
        let say = |peak: u64, anon: u64, file: u64, kills: u64| {
            std::fs::write(place.path().join("peak"), (peak * MIB).to_string()).unwrap();
            let stat = format!("anon {}\nfile {}\nshmem 0\n", anon * MIB, file * MIB);
            std::fs::write(place.path().join("stat"), stat).unwrap();
            std::fs::write(place.path().join("events"), format!("oom 0\noom_kill {kills}\n")).unwrap();
        };
        say(30, 5, 20, 0);
        let (cgroup, memory) = (cgroup(place.path()), MemoryPeak::new(128 * MIB));
        let look = || memory.look(&cgroup, None).unwrap() / MIB;
        assert_eq!(look(), 10);
        // A child that has ended; files that were written; files that were deleted; files up to the limit.
        for (peak, anon, file, expected) in
            [(70, 5, 20, 50), (110, 5, 60, 50), (110, 5, 0, 50), (128, 60, 40, 60)]
        {
            say(peak, anon, file, 0);
            assert_eq!(look(), expected, "{peak} {anon} {file}");
        }
        say(128, 5, 40, 1);
        assert_eq!(look(), 128);
        // The next processes use what they use, until one of them is killed as well.
        memory.begin_again(&cgroup);
        for (anon, kills, expected) in [(12, 1, 12), (20, 1, 20), (8, 1, 20), (8, 2, 128)] {
            say(128, anon, 40, kills);
            assert_eq!(look(), expected, "{anon} {kills}");
        }
    }

    #[test]
    fn what_is_gone_does_not_count_until_there_is_more() {
        let place = tempfile::tempdir().unwrap();
        let say = |peak: u64, anon: u64, file: u64| {
            std::fs::write(place.path().join("peak"), (peak * MIB).to_string()).unwrap();
            let stat = format!("anon {}\nfile {}\nshmem 0\n", anon * MIB, file * MIB);
            std::fs::write(place.path().join("stat"), stat).unwrap();
        };
        std::fs::write(place.path().join("events"), "oom_kill 0\n").unwrap();
        say(70, 60, 10);
        let (cgroup, memory) = (cgroup(place.path()), MemoryPeak::new(128 * MIB));
        let look = || memory.look(&cgroup, None).unwrap() / MIB;
        assert_eq!(look(), 60);
        memory.begin_again(&cgroup);
        for (peak, anon, file, expected) in [(70, 5, 10, 5), (70, 9, 10, 9), (90, 9, 10, 80)] {
            say(peak, anon, file);
            assert_eq!(look(), expected, "{peak} {anon} {file}");
        }
    }

    #[test]
    fn the_runtimes_own_peak_counts_up_to_the_limit() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("peak"), "1").unwrap();
        std::fs::write(place.path().join("stat"), "anon 1\n").unwrap();
        std::fs::write(place.path().join("events"), "oom_kill 0\n").unwrap();
        // Only what the runtime says shows that it is itself: before its `exec` it still has its parent's peak, and
        // for a moment afterwards hardly any.
        let mut first = Command::new("sh")
            .args(["-c", "sh -c 'echo running; read end'; :"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let usage = Usage::of(first.id());
        let mut said = String::new();
        BufReader::new(first.stdout.take().unwrap()).read_line(&mut said).unwrap();
        assert_eq!(said, "running\n");
        let look = |limit| MemoryPeak::new(limit).look(&cgroup(place.path()), Some(&usage)).unwrap();
        let (free, limited) = (look(u64::MAX), look(8192));
        usage.kill();
        first.wait().unwrap();
        assert!(free > 100_000, "{free}");
        assert_eq!(limited, 8192);
    }
}
