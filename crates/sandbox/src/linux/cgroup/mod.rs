//! Control groups: one tree per keeper, one group per sandbox, on either version of the kernel's interface.
//!
//! A tree lives below the group that the server was started in, so that limits set on the server from outside hold
//! for its sandboxes too: `<own group>/tenfold/<keeper pid>-<its start time>/<sandbox>`. (In version 2 that takes a group
//! without others in it; if there are some, the tree is below a group above: see [`discover`].) The keeper's name makes
//! leftovers recognisable: [`Tree::sweep`] removes those of keepers that no longer live.
//!
//! What differs between versions 1 and 2 is data ([`Dialect`]), so that both are tested on a tree of plain files.

mod dialect;
pub(crate) mod discover;
#[cfg(test)]
mod tests;

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub(crate) use dialect::{Controller, Dialect, V1, V2, dialect_of};

use dialect::Setting;
use discover::Left;

use crate::features::CgroupVersion;
use crate::linux::protocol::GroupFile;
use crate::linux::step::{Failure, Step};

/// The directory that holds all keepers' groups.
const HOME: &str = "tenfold";
/// How often making a directory in the home is tried.
const HOME_TRIES: usize = 8;
/// How long the killed are waited for before a group is given up for the next sweep.
const SWEEP_PATIENCE: Duration = Duration::from_secs(2);

/// What a sandbox may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) memory_bytes: u64,
    pub(crate) cpu_millis: u32,
    pub(crate) pids_max: u32,
}

/// One keeper's groups.
pub(crate) struct Tree {
    dialect: &'static dyn Dialect,
    /// For each controller, this keeper's directory. In version 2 they are all the same one.
    bases: Vec<(Controller, PathBuf)>,
    /// Where we were before we stepped aside.
    left: Option<Left>,
}

impl Tree {
    /// Makes this keeper's directories below `own`, the groups it was started in. Controllers that cannot be had are
    /// left out; `None` if none is left.
    pub(crate) fn prepare(
        dialect: &'static dyn Dialect,
        own: &[(Controller, PathBuf)],
        keeper: &str,
    ) -> Option<Self> {
        let mut bases: Vec<(Controller, PathBuf)> = Vec::new();
        for (controller, directory) in own {
            // Another keeper's end may remove the home that we have just found or made.
            let made = (0..HOME_TRIES)
                .map(|_| make_base(dialect, directory, *controller, keeper))
                .find(|made| !matches!(made, Err(error) if error.kind() == io::ErrorKind::NotFound));
            if let Some(Ok(base)) = made {
                bases.push((*controller, base));
            }
        }
        if bases.is_empty() { None } else { Some(Self { dialect, bases, left: None }) }
    }

    pub(crate) fn version(&self) -> CgroupVersion {
        self.dialect.version()
    }

    /// Whether this controller limits the sandboxes.
    pub(crate) fn has(&self, controller: Controller) -> bool {
        self.bases.iter().any(|(has, _)| *has == controller)
    }

    /// Makes a group with its limits. On failure nothing is left.
    pub(crate) fn create(&self, name: &str, limits: &Limits) -> Result<Group, Failure> {
        let mut group = Group { dialect: self.dialect, directories: Vec::new() };
        self.fill(&mut group, name, limits).inspect_err(|_| {
            // Undo: the group is empty, so its directories can go at once.
            let _ = group.remove();
        })?;
        Ok(group)
    }

    fn fill(&self, group: &mut Group, name: &str, limits: &Limits) -> Result<(), Failure> {
        for (controller, base) in &self.bases {
            let directory = base.join(name);
            if !group.directories.iter().any(|(_, made)| *made == directory) {
                fs::create_dir(&directory).step_with(|| format!("make cgroup {}", directory.display()))?;
            }
            group.directories.push((*controller, directory));
        }
        self.dialect.settings(limits).iter().try_for_each(|setting| group.set(setting))
    }

    /// Removes this keeper's directories, and the home if no other keeper lives there; the keeper, the last of our
    /// processes, goes back to where it was started.
    pub(crate) fn remove(&self) {
        for (_, base) in &self.bases {
            let _ = fs::remove_dir(base);
            if let Some(home) = base.parent() {
                let _ = fs::remove_dir(home);
            }
        }
        if let Some(left) = &self.left {
            left.step_back();
        }
    }

    /// Kills and removes what dead keepers have left. `alive` tells whether a keeper's name is that of a living one.
    pub(crate) fn sweep(&self, alive: impl Fn(&str) -> bool) {
        let mut dead: Vec<String> = Vec::new();
        for (_, base) in &self.bases {
            let Some(home) = base.parent() else { continue };
            dead.extend(subdirectories(home).filter(|name| !alive(name)));
        }
        dead.sort();
        dead.dedup();
        for keeper in dead {
            let old: Vec<(Controller, PathBuf)> = self
                .bases
                .iter()
                .filter_map(|(controller, base)| Some((*controller, base.parent()?.join(&keeper))))
                .collect();
            Tree { dialect: self.dialect, bases: old, left: None }.clear();
        }
    }

    /// Kills everything in every group of this tree, and removes it.
    fn clear(&self) {
        let mut names: Vec<String> = self.bases.iter().flat_map(|(_, base)| subdirectories(base)).collect();
        names.sort();
        names.dedup();
        for name in names {
            let directories =
                self.bases.iter().map(|(controller, base)| (*controller, base.join(&name))).collect();
            let group = Group { dialect: self.dialect, directories };
            let deadline = Instant::now() + SWEEP_PATIENCE;
            loop {
                group.kill();
                if group.remove().is_ok() || Instant::now() > deadline {
                    break;
                }
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        self.remove();
    }
}

/// How a process gets into a group. Moving it from outside would be simpler, but makes the kernel wait until every
/// processor has noticed: ten milliseconds and more on a busy machine. Neither of these does.
pub(crate) enum Entry {
    /// Version 1: its only thread writes `0`, which means itself, into each of these files (see [`enter`]).
    Itself(Vec<OwnedFd>),
    /// Version 2: `clone3` puts it there.
    Born(OwnedFd),
}

/// Moves the calling thread, the only one of its process, into a group. Access was checked when the keeper opened the
/// files.
pub(crate) fn enter(files: &[OwnedFd]) -> io::Result<()> {
    for file in files {
        rustix::io::write(file, b"0")?;
    }
    Ok(())
}

/// One sandbox's group.
pub(crate) struct Group {
    dialect: &'static dyn Dialect,
    directories: Vec<(Controller, PathBuf)>,
}

impl Group {
    /// A group of nothing, where there are no cgroups.
    pub(crate) fn none() -> Self {
        Self { dialect: &V2, directories: Vec::new() }
    }

    /// Gives a group other limits than those it has; what stays the same is not written.
    pub(crate) fn change(&self, from: &Limits, to: &Limits) -> Result<(), Failure> {
        let (old, new) = (self.dialect.settings(from), self.dialect.settings(to));
        let mut changed: Vec<_> =
            new.into_iter().zip(old).filter(|(new, old)| new != old).map(|(new, _)| new).collect();
        if to.memory_bytes > from.memory_bytes {
            // The kernel refuses a sum of memory and swap below the memory limit, on the way up as well.
            changed.reverse();
        }
        changed.iter().try_for_each(|setting| self.set(setting))
    }

    /// Nothing, where there is no such controller.
    fn set(&self, setting: &Setting) -> Result<(), Failure> {
        let Some(directory) = self.directory(setting.controller) else { return Ok(()) };
        let path = directory.join(setting.file);
        match write_existing(&path, &setting.value) {
            Err(error) if setting.optional && error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other.step_with(|| format!("write {}", path.display())),
        }
    }

    /// How a new process gets into the group.
    pub(crate) fn entry(&self) -> Result<Entry, Failure> {
        let Some(file) = self.dialect.entry_file() else {
            let Some(directory) = self.unique().next() else { return Ok(Entry::Itself(Vec::new())) };
            let opened = File::open(directory).step_with(|| format!("open {}", directory.display()))?;
            return Ok(Entry::Born(opened.into()));
        };
        let open = |directory: &Path| {
            let path = directory.join(file);
            let opened = OpenOptions::new().write(true).open(&path);
            opened.map(OwnedFd::from).step_with(|| format!("open {}", path.display()))
        };
        Ok(Entry::Itself(self.unique().map(open).collect::<Result<_, _>>()?))
    }

    /// The file that the server holds, for it freezes and thaws by it: in version 1 it is read, too.
    pub(crate) fn freezer(&self) -> Option<OwnedFd> {
        let path = self.directory(Controller::Freezer)?.join(self.dialect.freeze_file());
        OpenOptions::new().read(true).write(true).open(path).ok().map(OwnedFd::from)
    }

    /// The files that the server opens when it needs them. They are its own user's, as the groups are.
    pub(crate) fn files(&self) -> Vec<(GroupFile, PathBuf)> {
        let files =
            self.dialect.files().iter().filter_map(|(role, controller, file)| {
                Some((*role, self.directory(*controller)?.join(file)))
            });
        // Absent ones (memory.peak before Linux 5.19) are `None` to the caller.
        files.filter(|(_, path)| path.exists()).collect()
    }

    /// Lets frozen processes go on, so that they can die.
    pub(crate) fn thaw(&self) {
        self.write_freezer(self.dialect.thawed());
    }

    /// What there is no freezer for is not frozen.
    fn write_freezer(&self, value: &str) {
        if let Some(directory) = self.directory(Controller::Freezer) {
            let _ = write_existing(&directory.join(self.dialect.freeze_file()), value);
        }
    }

    /// Kills every process in the group, whoever started it.
    fn kill(&self) {
        if let (Some(file), Some(directory)) = (self.dialect.kill_file(), self.unique().next())
            && write_existing(&directory.join(file), "1").is_ok()
        {
            return;
        }
        // Frozen, no process can end and leave its number to another between the reading and the killing.
        self.write_freezer(self.dialect.frozen());
        for directory in self.unique() {
            for line in fs::read_to_string(directory.join("cgroup.procs")).unwrap_or_default().lines() {
                // Processes that are not in our namespace read as 0, which is none.
                if let Some(pid) = line.parse().ok().and_then(rustix::process::Pid::from_raw) {
                    let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
                }
            }
        }
        self.thaw();
    }

    /// Removes the directories. Fails with `EBUSY` for a moment after the last process has gone; call again then.
    pub(crate) fn remove(&self) -> io::Result<()> {
        for directory in self.unique() {
            match remove_group(directory) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    fn directory(&self, controller: Controller) -> Option<&Path> {
        self.directories.iter().find(|(has, _)| *has == controller).map(|(_, directory)| directory.as_path())
    }

    /// Each directory once: in version 2 all controllers share one.
    fn unique(&self) -> impl Iterator<Item = &Path> {
        let mut seen: Vec<&Path> = Vec::new();
        self.directories.iter().map(|(_, directory)| directory.as_path()).filter(move |directory| {
            let new = !seen.contains(directory);
            seen.push(directory);
            new
        })
    }
}

/// Freezes, thaws or sets a share through the server's descriptors.
pub(crate) fn write_handle(handle: impl AsFd, value: &str) -> io::Result<()> {
    rustix::io::pwrite(handle, value.as_bytes(), 0)?;
    Ok(())
}

/// Reads a kernel file that fits in one page.
pub(crate) fn read_handle(handle: impl AsFd) -> io::Result<String> {
    let mut buffer = [0; 4096];
    let length = rustix::io::pread(handle, &mut buffer, 0)?;
    Ok(String::from_utf8_lossy(buffer.get(..length).unwrap_or_default()).into_owned())
}

/// The `oom_kill` counter, which both versions write the same way (in `memory.oom_control` and `memory.events`).
pub(crate) fn parse_oom_kills(text: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix("oom_kill ")?.trim().parse().ok())
}

/// Whether the freezer has done its work: `FROZEN` in version 1, `frozen 1` in version 2.
pub(crate) fn parse_frozen(text: &str) -> bool {
    text.trim() == "FROZEN" || text.lines().any(|line| line == "frozen 1")
}

fn make_base(dialect: &dyn Dialect, own: &Path, controller: Controller, keeper: &str) -> io::Result<PathBuf> {
    let home = own.join(HOME);
    let base = home.join(keeper);
    dialect.delegate(own, controller)?;
    make_directory(&home)?;
    dialect.delegate(&home, controller)?;
    make_directory(&base)?;
    dialect.delegate(&base, controller)?;
    Ok(base)
}

fn make_directory(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

/// Removes a group; its files are the kernel's and go with it.
fn remove_group(directory: &Path) -> io::Result<()> {
    match fs::remove_dir(directory) {
        // The plain files of a test do not.
        Err(error) if cfg!(test) && error.kind() == io::ErrorKind::DirectoryNotEmpty => {
            fs::remove_dir_all(directory)
        }
        other => other,
    }
}

/// Never creates: a cgroup file that is not there is a controller that is not there.
fn write_existing(path: &Path, value: &str) -> io::Result<()> {
    let file = OpenOptions::new().write(true).truncate(true).open(path)?;
    rustix::io::write(&file, value.as_bytes())?;
    Ok(())
}

fn subdirectories(directory: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter_map(|entry| entry.file_name().into_string().ok())
}
