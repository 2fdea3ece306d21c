//! What a server has on the machine, and whether any of it outlives it: processes, cgroups, mounts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Of one server. What is in its namespaces alone goes with the processes in them.
pub(super) struct Belongings {
    /// With the time of their start, since numbers are used again.
    processes: BTreeSet<(u32, String)>,
    cgroups: BTreeSet<PathBuf>,
    directory: PathBuf,
}

fn read(path: &str) -> String {
    std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// Parent, state and start time of a process.
fn stat(pid: u32) -> Option<(u32, String, String)> {
    let text = read(&format!("/proc/{pid}/stat"));
    let fields: Vec<&str> = text.rsplit_once(") ")?.1.split(' ').collect();
    Some((fields.get(1)?.parse().ok()?, (*fields.first()?).to_owned(), (*fields.get(19)?).to_owned()))
}

fn descendants(root: u32) -> BTreeSet<(u32, String)> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let all = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let stats: Vec<_> =
        all.filter_map(|pid| stat(pid).map(|(parent, _, start)| (pid, parent, start))).collect();
    let mut found: BTreeSet<(u32, String)> = BTreeSet::new();
    let mut parents = vec![root];
    while let Some(parent) = parents.pop() {
        for (pid, of, start) in &stats {
            if (*of == parent || *pid == root) && found.insert((*pid, start.clone())) {
                parents.push(*pid);
            }
        }
    }
    found
}

/// The directories that a process's cgroups have in the file system, as far as they are its server's own.
fn cgroups(pid: u32) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for line in read(&format!("/proc/{pid}/cgroup")).lines().filter(|line| line.contains("tenfold")) {
        let mut parts = line.splitn(3, ':').skip(1);
        let (Some(controllers), Some(path)) = (parts.next(), parts.next()) else { continue };
        for base in ["", controllers, controllers.trim_start_matches("name="), "unified"] {
            let mut directory = Path::new("/sys/fs/cgroup").join(base).join(path.trim_start_matches('/'));
            // The one of all servers is not this one's.
            while directory.parent().is_some_and(|parent| parent.to_string_lossy().contains("tenfold")) {
                if directory.is_dir() {
                    found.push(directory.clone());
                }
                directory.pop();
            }
        }
    }
    found
}

impl Belongings {
    /// What a server that runs has now.
    pub(super) fn of(server: u32, directory: &Path) -> Self {
        let processes = descendants(server);
        let cgroups = processes.iter().flat_map(|(pid, _)| cgroups(*pid)).collect();
        Self { processes, cgroups, directory: directory.to_owned() }
    }

    fn left(&self) -> Vec<String> {
        let lives =
            |pid: u32, start: &str| stat(pid).is_some_and(|(_, state, since)| since == start && state != "Z");
        let processes = self.processes.iter().filter(|(pid, start)| lives(*pid, start));
        let mut left: Vec<_> = processes.map(|(pid, _)| format!("process {pid}")).collect();
        left.extend(
            self.cgroups.iter().filter(|path| path.is_dir()).map(|path| format!("cgroup {}", path.display())),
        );
        let mounts = read("/proc/self/mountinfo");
        let name = self.directory.to_string_lossy();
        left.extend(mounts.lines().filter(|line| line.contains(&*name)).map(|line| format!("mount {line}")));
        left
    }

    /// What is still there after so long.
    pub(super) async fn left_after(self, time: Duration) -> Vec<String> {
        let until = Instant::now() + time;
        loop {
            let left = self.left();
            if left.is_empty() || Instant::now() >= until {
                return left;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
