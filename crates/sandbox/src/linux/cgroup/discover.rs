//! Finds the groups that this process was started in, and makes room below them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::linux::cgroup::{Controller, Dialect, Tree, V1, V2, make_directory, remove_group, write_existing};

/// In version 2 a group with processes cannot hand controllers on; ours wait in a leaf of this name.
const SERVER_LEAF: &str = "tenfold-server";

/// Where this process's sandboxes may have their groups, and in which version.
pub(crate) struct Own {
    pub(crate) dialect: &'static dyn Dialect,
    pub(crate) groups: Vec<(Controller, PathBuf)>,
    /// In version 2, our processes are in this group, and must leave it for a leaf.
    crowded: bool,
}

/// What version 2 calls the controllers that limit.
const NAMED: [(&str, Controller); 3] =
    [("memory", Controller::Memory), ("cpu", Controller::Cpu), ("pids", Controller::Pids)];

impl Own {
    /// Reads `/proc`. `ours` are the processes that can be moved. `None` if there is no cgroup file system, or none
    /// with a controller of use.
    pub(crate) fn find(ours: &[u32]) -> Option<Self> {
        let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
        let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
        Self::find_in(&mounts, &groups, ours)
    }

    /// The same, from the texts. Version 2 is taken if it has the memory controller, else version 1.
    pub(super) fn find_in(mounts: &str, groups: &str, ours: &[u32]) -> Option<Self> {
        if let Some(own) = v2_place(mounts, groups).and_then(|place| Self::in_version_2(&place, ours)) {
            return Some(own);
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
        if own.is_empty() { None } else { Some(Self { dialect: &V1, groups: own, crowded: false }) }
    }

    /// The nearest group from ours upwards that can hand all controllers on; else the nearest that hands on the memory
    /// controller. Ours comes first, for the limits that were set on it from outside; it cannot where others share it (a
    /// shell in its session), and then a group above it often can.
    fn in_version_2(place: &Place, ours: &[u32]) -> Option<Self> {
        let able: Vec<(PathBuf, Vec<Controller>)> = place
            .upwards()
            .filter(|directory| can_hand_on(directory, ours))
            .map(|directory| (directory.to_owned(), controllers(directory)))
            .filter(|(_, controllers)| controllers.contains(&Controller::Memory))
            .collect();
        let most = able.iter().find(|(_, controllers)| controllers.len() == NAMED.len());
        let (directory, controllers) = most.or(able.first())?;
        let groups = controllers.iter().chain([&Controller::Freezer]);
        let groups = groups.map(|controller| (*controller, directory.clone())).collect();
        let crowded = *directory == place.own && !is_root(directory);
        Some(Self { dialect: &V2, groups, crowded })
    }

    pub(crate) fn has(&self, controller: Controller) -> bool {
        self.groups.iter().any(|(has, _)| *has == controller)
    }

    /// Whether groups can be made here at all: whether our user may write.
    pub(crate) fn writable(&self) -> bool {
        self.groups.iter().any(|(_, directory)| may_write(directory))
    }

    /// Makes this keeper's tree. In version 2 the server and its keeper may first have to move into a leaf of their own.
    pub(crate) fn prepare(&self, keeper: &str, ours: &[u32]) -> Option<Tree> {
        let left = self.groups.first().filter(|_| self.crowded);
        let left = left.and_then(|(_, directory)| Left::step_aside(directory, ours).ok());
        let mut tree = Tree::prepare(self.dialect, &self.groups, keeper)?;
        tree.left = left;
        Some(tree)
    }
}

/// A group that our processes have left, so that it can hand controllers on.
pub(super) struct Left {
    directory: PathBuf,
}

/// How long the server, which is on its way out, is waited for.
const LEAF_PATIENCE: Duration = Duration::from_millis(500);

impl Left {
    /// Moves our processes to a leaf below it.
    fn step_aside(directory: &Path, ours: &[u32]) -> io::Result<Self> {
        let leaf = directory.join(SERVER_LEAF);
        make_directory(&leaf)?;
        for pid in ours {
            write_existing(&leaf.join("cgroup.procs"), &pid.to_string())?;
        }
        Ok(Self { directory: directory.to_owned() })
    }

    /// The undo, by the last of our processes for itself. Where something else still uses what is handed on, it stays as it is.
    pub(super) fn step_back(&self) {
        for controller in [Controller::Memory, Controller::Cpu, Controller::Pids] {
            let _ = V2::take_back(&self.directory, controller);
        }
        if write_existing(&self.directory.join("cgroup.procs"), "0").is_err() {
            return;
        }
        let deadline = Instant::now() + LEAF_PATIENCE;
        while remove_group(&self.directory.join(SERVER_LEAF)).is_err() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Whether this group of version 2 can hand controllers on to groups that we make below it: we may write, and no
/// process but ours is in it. Only the root may have both, processes and groups with controllers.
fn can_hand_on(directory: &Path, ours: &[u32]) -> bool {
    let writable = may_write(directory) && FILES_TO_WRITE.iter().all(|file| may_write(&directory.join(file)));
    writable && (is_root(directory) || has_only(directory, ours))
}

/// What a group is delegated with, besides its directory: see `cgroup-v2.rst`, "Delegation". New processes go from our
/// group into a sandbox's only where we may write the first of these in a group above both.
const FILES_TO_WRITE: [&str; 2] = ["cgroup.procs", "cgroup.subtree_control"];

/// Only the root has no `cgroup.type`.
fn is_root(directory: &Path) -> bool {
    !directory.join("cgroup.type").exists()
}

/// Processes outside our namespace read as 0, and are not ours.
fn has_only(directory: &Path, ours: &[u32]) -> bool {
    let list = fs::read_to_string(directory.join("cgroup.procs"));
    list.is_ok_and(|list| list.lines().all(|line| line.parse().is_ok_and(|pid| ours.contains(&pid))))
}

fn controllers(directory: &Path) -> Vec<Controller> {
    let available = fs::read_to_string(directory.join("cgroup.controllers")).unwrap_or_default();
    let has = |name: &str| available.split_whitespace().any(|word| word == name);
    NAMED.into_iter().filter(|(name, _)| has(name)).map(|(_, controller)| controller).collect()
}

fn may_write(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Our place in the hierarchy of version 2.
struct Place {
    /// Where it is mounted. A container sees no more of it.
    top: PathBuf,
    own: PathBuf,
}

impl Place {
    /// Our group and all above it.
    fn upwards(&self) -> impl Iterator<Item = &Path> {
        self.own.ancestors().take_while(|directory| directory.starts_with(&self.top))
    }
}

fn v2_place(mounts: &str, groups: &str) -> Option<Place> {
    let own = groups.lines().find_map(|line| line.strip_prefix("0::"))?;
    let mount = mounts.lines().filter_map(Mount::parse).find(|mount| mount.kind == "cgroup2")?;
    // Whoever has stepped aside is not at home.
    let home = Path::new(own);
    let home = home.parent().filter(|_| home.ends_with(SERVER_LEAF)).unwrap_or(home);
    Some(Place { top: PathBuf::from(mount.point), own: mount.directory_of(home) })
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
    fn directory_of(&self, own: impl AsRef<Path>) -> PathBuf {
        let below = own.as_ref().strip_prefix(self.root).unwrap_or(Path::new(""));
        Path::new(self.point).join(below)
    }
}
