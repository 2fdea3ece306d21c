//! In version 2 of cgroups a server needs a group that it shares with nobody, as a service has. Where the harness is
//! alone in a group that it may write, it gives one to each test, and sees that nothing is left in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::harness::{Mode, NOBODY};

/// Where the hierarchy is mounted, on every machine that has nothing else.
const MOUNT: &str = "/sys/fs/cgroup";
/// Where the harness waits.
const LEAF: &str = "harness";
/// Where a server goes that has stepped aside. It cannot remove the group that it is in.
const SERVER_LEAF: &str = "tenfold-server";
const CONTROLLERS: [&str; 3] = ["+memory", "+cpu", "+pids"];

/// The group that is divided among the tests, if there is one.
pub(crate) struct Groups {
    home: Option<PathBuf>,
}

impl Groups {
    /// Moves the harness into a leaf.
    pub(crate) fn prepare() -> Self {
        let home = own_group().filter(|home| is_ours_alone(home));
        if let Some(home) = &home {
            move_into(&home.join(LEAF)).unwrap();
            for controller in CONTROLLERS {
                // What is not delegated is not there.
                let _ = fs::write(home.join("cgroup.subtree_control"), controller);
            }
        }
        Self { home }
    }

    /// In the test's process: moves it into a group of its own, which is delegated to whom it will become.
    pub(crate) fn enter(&self, number: usize, mode: Mode) {
        let Some(group) = self.group(number) else { return };
        move_into(&group).unwrap();
        if mode == Mode::Rootless && rustix::process::geteuid().is_root() {
            for path in ["", "cgroup.procs", "cgroup.subtree_control", "cgroup.threads"] {
                std::os::unix::fs::chown(group.join(path), Some(NOBODY), Some(NOBODY)).unwrap();
            }
        }
    }

    /// After the test: its group must be empty soon, and is removed.
    pub(crate) fn clear(&self, number: usize, patience: Duration) -> Result<(), String> {
        let Some(group) = self.group(number) else { return Ok(()) };
        let deadline = Instant::now() + patience;
        loop {
            match remove(&group) {
                Err(_) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(5)),
                Err(error) => return Err(format!("FAILED (left cgroups behind: {error})")),
                Ok(()) => return Ok(()),
            }
        }
    }

    fn group(&self, number: usize) -> Option<PathBuf> {
        self.home.as_ref().map(|home| home.join(format!("test-{number}")))
    }
}

fn own_group() -> Option<PathBuf> {
    let groups = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let path = groups.trim().strip_prefix("0::/")?;
    (!path.is_empty()).then(|| Path::new(MOUNT).join(path))
}

fn is_ours_alone(group: &Path) -> bool {
    let processes = fs::read_to_string(group.join("cgroup.procs")).unwrap_or_default();
    let writable = rustix::fs::access(group.join("cgroup.procs"), rustix::fs::Access::WRITE_OK).is_ok();
    writable && processes.trim() == std::process::id().to_string()
}

fn move_into(group: &Path) -> io::Result<()> {
    fs::create_dir(group)?;
    fs::write(group.join("cgroup.procs"), std::process::id().to_string())
}

fn remove(group: &Path) -> io::Result<()> {
    match fs::remove_dir(group.join(SERVER_LEAF)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::remove_dir(group),
    }
}
