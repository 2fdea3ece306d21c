//! Finds the groups that this process was started in, and makes room below them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::features::CgroupVersion;
use crate::linux::cgroup::{Controller, Dialect, Tree, V1, V2, make_directory, write_existing};

/// In version 2 a group with processes cannot hand controllers on; ours wait in a leaf of this name.
const SERVER_LEAF: &str = "tenfold-server";

/// Where this process's groups are, and in which version.
pub(crate) struct Own {
    pub(crate) dialect: &'static dyn Dialect,
    pub(crate) groups: Vec<(Controller, PathBuf)>,
}

impl Own {
    /// Reads `/proc`. `None` if there is no cgroup file system, or none with a controller of use.
    pub(crate) fn find() -> Option<Self> {
        let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
        let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
        Self::find_in(&mounts, &groups)
    }

    /// The same, from the texts. Version 2 is taken if it has the memory controller, else version 1.
    pub(super) fn find_in(mounts: &str, groups: &str) -> Option<Self> {
        if let Some(directory) = v2_directory(mounts, groups) {
            let available = fs::read_to_string(directory.join("cgroup.controllers")).unwrap_or_default();
            let has = |name: &str| available.split_whitespace().any(|word| word == name);
            if has("memory") {
                let named =
                    [("memory", Controller::Memory), ("cpu", Controller::Cpu), ("pids", Controller::Pids)];
                let mut own: Vec<_> = named
                    .into_iter()
                    .filter(|(name, _)| has(name))
                    .map(|(_, controller)| (controller, directory.clone()))
                    .collect();
                own.push((Controller::Freezer, directory));
                return Some(Self { dialect: &V2, groups: own });
            }
        }
        let own: Vec<_> = [
            ("memory", Controller::Memory),
            ("cpu", Controller::Cpu),
            ("pids", Controller::Pids),
            ("freezer", Controller::Freezer),
        ]
        .into_iter()
        .filter_map(|(name, controller)| Some((controller, v1_directory(name, mounts, groups)?)))
        .collect();
        if own.is_empty() { None } else { Some(Self { dialect: &V1, groups: own }) }
    }

    pub(crate) fn has(&self, controller: Controller) -> bool {
        self.groups.iter().any(|(has, _)| *has == controller)
    }

    /// Whether groups can be made here at all: whether our user may write.
    pub(crate) fn writable(&self) -> bool {
        self.groups
            .iter()
            .any(|(_, directory)| rustix::fs::access(directory, rustix::fs::Access::WRITE_OK).is_ok())
    }

    /// Makes this keeper's tree. In version 2 the server and its keeper first move into a leaf of their own; if
    /// other processes share their group, that cannot work and there is no tree.
    pub(crate) fn prepare(&self, keeper: &str, ours: &[u32]) -> Option<Tree> {
        if let Some((_, directory)) = self.groups.iter().find(|_| self.dialect.version() == CgroupVersion::V2)
        {
            let _ = step_aside(directory, ours);
        }
        Tree::prepare(self.dialect, &self.groups, keeper)
    }
}

/// Moves our processes from `directory` to a leaf below it, unless it is the root, which may hold both.
fn step_aside(directory: &Path, ours: &[u32]) -> io::Result<()> {
    // Only the root has no `cgroup.type`.
    if !directory.join("cgroup.type").exists() {
        return Ok(());
    }
    let leaf = directory.join(SERVER_LEAF);
    make_directory(&leaf)?;
    for pid in ours {
        write_existing(&leaf.join("cgroup.procs"), &pid.to_string())?;
    }
    Ok(())
}

fn v2_directory(mounts: &str, groups: &str) -> Option<PathBuf> {
    let own = groups.lines().find_map(|line| line.strip_prefix("0::"))?;
    let mount = mounts.lines().filter_map(Mount::parse).find(|mount| mount.kind == "cgroup2")?;
    Some(mount.directory_of(own))
}

fn v1_directory(controller: &str, mounts: &str, groups: &str) -> Option<PathBuf> {
    let names = |list: &str| list.split(',').any(|name| name == controller);
    let own = groups.lines().find_map(|line| {
        let mut fields = line.splitn(3, ':').skip(1);
        if names(fields.next()?) { fields.next() } else { None }
    })?;
    let mount =
        mounts.lines().filter_map(Mount::parse).find(|m| m.kind == "cgroup" && names(m.super_options))?;
    Some(mount.directory_of(own))
}

/// One line of `/proc/self/mountinfo`; see proc_pid_mountinfo(5).
struct Mount<'a> {
    root: &'a str,
    point: &'a str,
    kind: &'a str,
    super_options: &'a str,
}

impl<'a> Mount<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (before, after) = line.split_once(" - ")?;
        let mut before = before.split(' ').skip(3);
        let mut after = after.split(' ');
        Some(Self {
            root: before.next()?,
            point: before.next()?,
            kind: after.next()?,
            super_options: after.nth(1)?,
        })
    }

    /// A container sees only a part of the hierarchy mounted; its own path may or may not name that part.
    fn directory_of(&self, own: &str) -> PathBuf {
        let below = Path::new(own).strip_prefix(self.root).unwrap_or(Path::new(""));
        Path::new(self.point).join(below)
    }
}
