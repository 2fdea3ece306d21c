//! Finds out what this machine offers, and says in words what it does not.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustix::mount::{FsOpenFlags, fsopen};
use rustix::thread::{UnshareFlags, unshare_unsafe};

use crate::features::{CgroupVersion, Features, Freezer, Missing, Privilege};
use crate::linux::cgroup::discover::Own;
use crate::linux::cgroup::{Controller, Tree};
use crate::linux::landlock;
use crate::linux::network;
use crate::linux::scratch;
use crate::linux::template;

impl Features {
    /// What a Linux driver started here and now would give, without starting one. Takes some milliseconds; changes
    /// nothing.
    #[must_use]
    pub fn probe() -> Self {
        let own = Own::find(&[std::process::id()]).filter(Own::writable);
        let has = |controller| own.as_ref().is_some_and(|own| own.has(controller));
        let version = own.as_ref().map_or(CgroupVersion::None, |own| own.dialect.version());
        let privilege = privilege();
        let found = describe(privilege, user_namespaces_work(), version, has);
        found.with_disk_tmp(disk_tmp(privilege).map(|_| ()))
    }
}

impl Features {
    /// Adds whether `/tmp` is on disk, or why it is not and what to do: half a sentence.
    pub(crate) fn with_disk_tmp(mut self, result: Result<(), String>) -> Self {
        self.disk_tmp = result.is_ok();
        if let Err(remedy) = result {
            let advice = format!("/tmp is in memory and counts as the function's memory; {remedy}");
            self.missing.push(Missing { what: "/tmp on disk".to_owned(), advice });
        }
        self
    }
}

/// Whether a `/tmp` on disk looks possible here: the program that makes its file systems, or what to do about it.
pub(crate) fn disk_tmp(privilege: Privilege) -> Result<PathBuf, String> {
    if privilege == Privilege::Rootless {
        return Err("run as root to have it on disk".to_owned());
    }
    let Some(program) = template::find_program() else {
        return Err("install e2fsprogs, which has mkfs.ext4".to_owned());
    };
    // A server that is walled in opens no device (`EACCES`), and has no right to ask for a file system (`EPERM`): the keeper
    // tries the whole then.
    if let Err(error) = scratch::open_device(Path::new(scratch::CONTROL))
        && error.raw_os_error() != Some(libc::EACCES)
    {
        return Err(format!(
            "load the kernel module `loop`, and give a container {} and the loop devices ({error})",
            scratch::CONTROL
        ));
    }
    // Asking loads the module if it must be loaded.
    match fsopen("ext4", FsOpenFlags::FSOPEN_CLOEXEC) {
        Err(error) if error != rustix::io::Errno::PERM => {
            Err(format!("use a kernel that has ext4 ({error})"))
        }
        Ok(_) | Err(_) => Ok(program),
    }
}

/// What a keeper that has this tree really gives. It has made its user namespace already, if it needs one. Whether `/tmp`
/// is on disk is not for the keeper to say.
pub(crate) fn features(privilege: Privilege, tree: Option<&Tree>) -> Features {
    let version = tree.map_or(CgroupVersion::None, Tree::version);
    describe(privilege, true, version, |controller| tree.is_some_and(|tree| tree.has(controller)))
}

fn describe(
    privilege: Privilege,
    user_namespaces: bool,
    cgroup: CgroupVersion,
    has: impl Fn(Controller) -> bool,
) -> Features {
    let mut features = Features {
        privilege,
        user_namespaces,
        cgroup,
        memory_limit: has(Controller::Memory),
        cpu_limit: has(Controller::Cpu),
        pids_limit: has(Controller::Pids),
        freezer: if has(Controller::Freezer) { Freezer::Cgroup } else { Freezer::Signals },
        seccomp: fs::exists("/proc/sys/kernel/seccomp").unwrap_or(false),
        landlock_abi: landlock::abi(),
        overlayfs: fs::read_to_string("/proc/filesystems").unwrap_or_default().contains("\toverlay\n"),
        disk_tmp: false,
        tunnel: network::tunnel_works(),
        missing: Vec::new(),
    };
    let release = rustix::system::uname().release().to_string_lossy().into_owned();
    features.missing = missing(&features, kernel_version(&release));
    features
}

/// The first two numbers of a release such as `6.1.0-56-cloud-amd64`; of what has none, the latest.
fn kernel_version(release: &str) -> (u32, u32) {
    let mut numbers = release.split(|c: char| !c.is_ascii_digit()).map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor),
        _ => (u32::MAX, 0),
    }
}

/// The kernel from which on version 2 of cgroups has `memory.peak`.
const MEMORY_PEAK: (u32, u32) = (5, 19);
/// The version of Landlock from which on it is about truncating files too: that of Linux 6.2.
const LANDLOCK_TRUNCATE: u32 = 3;

/// One sentence for everything that is not as good as it could be.
fn missing(features: &Features, kernel: (u32, u32)) -> Vec<Missing> {
    let rootless = features.privilege == Privilege::Rootless;
    let delegate = if rootless {
        "run as root, or under `systemd-run --user --scope -p Delegate=yes`"
    } else {
        "run in a cgroup of its own, such as a systemd service with `Delegate=yes`, where the controller is enabled"
    };
    let lines = [
        (
            !features.user_namespaces,
            "user namespaces",
            "no sandbox can be made; set the sysctls user.max_user_namespaces above 0 and, where they exist, \
             kernel.unprivileged_userns_clone to 1 and kernel.apparmor_restrict_unprivileged_userns to 0"
                .to_owned(),
        ),
        (
            rootless,
            "root",
            "all sandboxes are the same user outside, so only their namespaces keep them apart, and the kernel counts their \
             watchers of files, timers and waiting signals together; a function can change limits and priority of its own \
             sandbox's first process, and whoever takes the server over can lift the limits of sandboxes, whose groups are its \
             user's; run as root to give each user ids of its own"
                .to_owned(),
        ),
        (
            !features.memory_limit,
            "memory limit",
            format!("a function can use all memory, and its use is estimated from its processes; {delegate}"),
        ),
        (!features.cpu_limit, "CPU limit", format!("a function can use all processors; {delegate}")),
        (
            !features.pids_limit,
            "process limit",
            format!("only a per-user resource limit bounds a function's processes; {delegate}"),
        ),
        (
            features.freezer == Freezer::Signals,
            "freezer",
            format!(
                "idle functions are stopped by SIGSTOP, which a parent process can notice, and which a function undoes that has \
                 set a timer to send SIGCONT; {delegate}"
            ),
        ),
        (
            !features.seccomp,
            "seccomp",
            "system calls cannot be filtered and no sandbox can be made; use a kernel built with CONFIG_SECCOMP_FILTER"
                .to_owned(),
        ),
        (
            !features.tunnel,
            "network",
            format!(
                "functions can connect nowhere; load the kernel module `tun`, and let this user, or this container, open {} for \
                 reading and writing",
                network::TUN
            ),
        ),
        (
            features.landlock_abi.is_none(),
            "landlock",
            "there is no second wall around the files, and none between the server and its user's other files; use a kernel with CONFIG_SECURITY_LANDLOCK and `landlock` in its \
             `lsm=` parameter"
                .to_owned(),
        ),
        (
            features.landlock_abi.is_some_and(|abi| abi < LANDLOCK_TRUNCATE),
            "landlock",
            "the second wall around the files, and that around the server, does not keep them from being truncated (before Linux \
             5.19 the server has none); use Linux 6.2 or later"
                .to_owned(),
        ),
        (
            features.memory_limit && features.cgroup == CgroupVersion::V2 && kernel < MEMORY_PEAK,
            "memory peak",
            "the most that a function has used is estimated from its processes; use Linux 5.19 or later".to_owned(),
        ),
    ];
    lines
        .into_iter()
        .filter(|(is_missing, _, _)| *is_missing)
        .map(|(_, what, advice)| Missing { what: what.to_owned(), advice })
        .collect()
}

/// Whose rights this process has.
pub(crate) fn privilege() -> Privilege {
    if rustix::process::geteuid().is_root() { Privilege::Root } else { Privilege::Rootless }
}

/// Gives an ordinary user's keeper the rights over mounts that root has anyway: it becomes user 0 of a namespace of
/// its own, with a copy of the host's mounts.
pub(crate) fn enter_user_namespace() -> io::Result<()> {
    let (uid, gid) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
    // SAFETY: neither namespace touches the descriptor table, and there is one thread.
    unsafe { unshare_unsafe(UnshareFlags::NEWUSER | UnshareFlags::NEWNS) }?;
    // A server that has changed its user, or whose binary is not readable, is closed to itself in /proc too.
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::Dumpable)?;
    // The kernel wants group changes given up before an ordinary user maps a group.
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("0 {uid} 1"))?;
    fs::write("/proc/self/gid_map", format!("0 {gid} 1"))
}

/// Tries in a child process.
fn user_namespaces_work() -> bool {
    // SAFETY: the child makes system calls only, and ends at once: safe whatever threads there are.
    match unsafe { libc::fork() } {
        -1 => false,
        0 => {
            let flags = libc::CLONE_NEWUSER | libc::CLONE_NEWNS | libc::CLONE_NEWPID | libc::CLONE_NEWNET;
            // SAFETY: new namespaces for a process that ends here.
            unsafe { libc::_exit(i32::from(libc::unshare(flags) != 0)) }
        }
        child => {
            let status = rustix::process::Pid::from_raw(child)
                .and_then(|pid| {
                    rustix::process::waitpid(Some(pid), rustix::process::WaitOptions::empty()).ok()
                })
                .flatten();
            status.is_some_and(|(_, status)| status.exit_status() == Some(0))
        }
    }
}

/// A name for a living process that no later one will have: its number and its start time.
pub(crate) fn process_name(pid: u32) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (state, start) = state_and_start(&stat)?;
    // A zombie only waits for its parent to notice.
    if state == "Z" || state == "X" { None } else { Some(format!("{pid}-{start}")) }
}

/// Whether the process of this name lives. A name that is none of ours counts as living: it is left alone.
pub(crate) fn is_alive(name: &str) -> bool {
    let Some((pid, _)) = name.split_once('-') else { return true };
    let Ok(pid) = pid.parse() else { return true };
    process_name(pid).is_some_and(|living| living == name)
}

/// The 3rd and the 22nd field of `/proc/<pid>/stat`. The second one, the program's name, may hold anything.
fn state_and_start(stat: &str) -> Option<(&str, &str)> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    let mut fields = after_name.split(' ');
    Some((fields.next()?, fields.nth(18)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_time_survives_hostile_names() {
        let stat = "12 (a) b) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20 21";
        assert_eq!(state_and_start(stat), Some(("S", "4711")));
        assert_eq!(state_and_start("12 (a"), None);
    }

    #[test]
    fn this_process_lives_and_its_predecessor_does_not() {
        let name = process_name(std::process::id()).unwrap();
        assert!(is_alive(&name));
        assert!(!is_alive(&format!("{}-1", std::process::id())));
        assert!(is_alive("not one of ours"));
    }

    #[test]
    fn a_tmp_in_memory_is_explained() {
        let found = || describe(Privilege::Root, true, CgroupVersion::V2, |_| true);
        let without = found().with_disk_tmp(disk_tmp(Privilege::Rootless).map(|_| ()));
        let missing = without.missing.iter().find(|missing| missing.what == "/tmp on disk").unwrap();
        assert_eq!(
            missing.advice,
            "/tmp is in memory and counts as the function's memory; run as root to have it on disk"
        );
        assert!(!without.disk_tmp);
        let with = found().with_disk_tmp(Ok(()));
        assert!(with.disk_tmp && with.missing.len() + 1 == without.missing.len());
    }

    #[test]
    fn older_kernels_have_less() {
        let names = |abi, kernel| -> Vec<String> {
            let mut features = describe(Privilege::Root, true, CgroupVersion::V2, |_| true);
            (features.seccomp, features.landlock_abi) = (true, Some(abi));
            missing(&features, kernel).into_iter().map(|missing| missing.what).collect()
        };
        assert_eq!(names(7, kernel_version("6.18.5")), [""; 0]);
        assert_eq!(names(2, kernel_version("6.1.0-56-cloud-amd64")), ["landlock"]);
        assert_eq!(names(1, kernel_version("5.15.0-91-generic")), ["landlock", "memory peak"]);
        assert_eq!(names(3, kernel_version("none")), [""; 0]);
    }

    /// What the threat model calls weaker without root.
    #[test]
    fn what_is_weaker_without_root_is_said() {
        let found = describe(Privilege::Rootless, true, CgroupVersion::None, |_| false);
        let found = found.with_disk_tmp(disk_tmp(Privilege::Rootless).map(|_| ()));
        let said = |what: &str, words: &[&str]| {
            let advice =
                found.missing.iter().find(|missing| missing.what == what).map(|missing| &missing.advice);
            advice.is_some_and(|advice| words.iter().all(|word| advice.contains(word)))
        };
        assert!(said("root", &["same user outside", "watchers", "first process", "lift the limits"]));
        assert!(said("freezer", &["SIGSTOP", "SIGCONT"]));
        assert!(said("memory limit", &["all memory"]) && said("CPU limit", &["all processors"]));
        assert!(said("/tmp on disk", &["in memory"]));
    }

    #[test]
    fn everything_missing_has_its_advice() {
        let nothing = describe(Privilege::Rootless, false, CgroupVersion::None, |_| false);
        let all = describe(Privilege::Root, true, CgroupVersion::V2, |_| true);
        assert!(nothing.missing.len() >= all.missing.len() + 6);
        assert!(nothing.missing.iter().all(|missing| missing.advice.len() > 20));
    }
}
