//! Ways out by mounts, roots and namespaces.

use std::ffi::CString;

use crate::attempt::{Attempt, Outcome, call, code, system_call};
use crate::facts::Facts;

/// An address that nothing is ever mapped at.
const BAD: usize = 8;
const REFUSED: &[&str] = &["EPERM"];
/// Calls that the sandbox does as if it had never heard of them.
const UNKNOWN: &[&str] = &["ENOSYS"];
const EITHER: &[&str] = &["EPERM", "ENOSYS"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    call("mount", "mounts a file system", libc::SYS_mount, [BAD, BAD, BAD, 0, 0, 0], REFUSED),
    call("mount bind", "shows a directory elsewhere", libc::SYS_mount, [BAD, BAD, 0, 0x1000, 0, 0], REFUSED),
    code("mount proc", "mounts a /proc without masks", mount_proc, REFUSED),
    code("mount cgroup", "mounts cgroups, for their release agent", mount_cgroup, REFUSED),
    code("remount root writable", "takes the read-only from the root", remount_root, REFUSED),
    call("umount", "uncovers what a mask covers", libc::SYS_umount2, [BAD, 2, 0, 0, 0, 0], REFUSED),
    call("pivot_root", "changes the root of the namespace", libc::SYS_pivot_root, [BAD, BAD, 0, 0, 0, 0], REFUSED),
    call("chroot", "changes the own root", libc::SYS_chroot, [BAD, 0, 0, 0, 0, 0], REFUSED),
    code("chroot and walk up", "chroot into a directory below, then `..` past the root", chroot_and_walk, REFUSED),
    code("walk up from the root", "`..` a hundred times", walk_up, &["contained"]),
    call("fsopen", "makes a file system by the new calls", libc::SYS_fsopen, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("fspick", "picks a mount to change", libc::SYS_fspick, [0, BAD, 0, 0, 0, 0], REFUSED),
    call("fsconfig", "configures a file system", libc::SYS_fsconfig, [0, 99, 0, 0, 0, 0], REFUSED),
    call("fsmount", "mounts it", libc::SYS_fsmount, [usize::MAX, 0, 0, 0, 0, 0], REFUSED),
    call("open_tree", "copies a tree of mounts", libc::SYS_open_tree, [usize::MAX, BAD, 1, 0, 0, 0], REFUSED),
    call("move_mount", "moves a mount", libc::SYS_move_mount, [usize::MAX, BAD, usize::MAX, BAD, 0, 0], REFUSED),
    call("mount_setattr", "changes a mount", libc::SYS_mount_setattr, [0, BAD, 0, BAD, 8, 0], REFUSED),
    call("statmount", "asks about mounts by number", 457, [BAD, BAD, 0, 0, 0, 0], UNKNOWN),
    call("listmount", "lists mounts by number", 458, [BAD, BAD, 0, 0, 0, 0], UNKNOWN),
    call("open_tree_attr", "copies a tree with other attributes", 467, [usize::MAX, BAD, 0, 0, 0, 0], UNKNOWN),
    call("unshare user", "a user namespace of one's own", libc::SYS_unshare, [0x1000_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare mount", "a mount namespace", libc::SYS_unshare, [0x2_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare pid", "a process namespace", libc::SYS_unshare, [0x2000_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare net", "a network namespace", libc::SYS_unshare, [0x4000_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare ipc", "an IPC namespace", libc::SYS_unshare, [0x800_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare uts", "a host name of one's own", libc::SYS_unshare, [0x400_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare cgroup", "a cgroup namespace", libc::SYS_unshare, [0x200_0000, 0, 0, 0, 0, 0], REFUSED),
    call("unshare time", "a time namespace", libc::SYS_unshare, [0x80, 0, 0, 0, 0, 0], REFUSED),
    code("setns own", "enters a namespace by its file", setns_own, REFUSED),
    code("setns first process", "enters those of the first process by its descriptor", setns_first, &["EPERM", "ESRCH"]),
    call("clone user", "a process in a new user namespace", libc::SYS_clone, [0x1000_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone mount", "one in a new mount namespace", libc::SYS_clone, [0x2_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone pid", "one in a new process namespace", libc::SYS_clone, [0x2000_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone net", "one in a new network namespace", libc::SYS_clone, [0x4000_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone ipc", "one in a new IPC namespace", libc::SYS_clone, [0x800_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone uts", "one with a host name of its own", libc::SYS_clone, [0x400_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone cgroup", "one in a new cgroup namespace", libc::SYS_clone, [0x200_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone high bits", "the same with bits that a filter of 32 does not see", libc::SYS_clone, [0x1_1000_0011, 0, 0, 0, 0, 0], REFUSED),
    call("clone3", "any of these by flags in memory", libc::SYS_clone3, [BAD, 88, 0, 0, 0, 0], UNKNOWN),
    call("name_to_handle_at", "a handle that outlives the view", libc::SYS_name_to_handle_at, [0, BAD, BAD, BAD, 0, 0], REFUSED),
    call("open_by_handle_at", "a file of the host by handle", libc::SYS_open_by_handle_at, [0, BAD, 0, 0, 0, 0], REFUSED),
    call("sethostname", "another host name", libc::SYS_sethostname, [BAD, 1 << 20, 0, 0, 0, 0], REFUSED),
    call("setdomainname", "another domain", libc::SYS_setdomainname, [BAD, 1 << 20, 0, 0, 0, 0], REFUSED),
    call("fanotify", "hears of others' file accesses", libc::SYS_fanotify_init, [usize::MAX, 0, 0, 0, 0, 0], REFUSED),
    call("quotactl", "the host's quotas", libc::SYS_quotactl, [0, 0, 0, 0, 0, 0], REFUSED),
    call("quotactl_fd", "the same by descriptor", 443, [0, 0, 0, 0, 0, 0], EITHER),
];

fn mount(kind: &str, target: &str, flags: usize) -> Outcome {
    let (Ok(kind), Ok(target)) = (CString::new(kind), CString::new(target)) else { return Outcome::errno(0) };
    let (kind, target) = (kind.as_ptr() as usize, target.as_ptr() as usize);
    // What is mounted goes with this process's namespace only if that is its own; so the option is one that no file system has.
    system_call(libc::SYS_mount, [kind, target, kind, flags, c"no_such_option=1".as_ptr() as usize, 0])
}

fn mount_proc(_: &Facts) -> Outcome {
    mount("proc", "/tmp", 0)
}

fn mount_cgroup(_: &Facts) -> Outcome {
    mount("cgroup", "/tmp", 0)
}

fn remount_root(_: &Facts) -> Outcome {
    mount("none", "/", 0x1020)
}

fn chroot_and_walk(_: &Facts) -> Outcome {
    let _ = std::fs::create_dir("/tmp/below");
    let went = system_call(libc::SYS_chroot, [c"/tmp/below".as_ptr() as usize, 0, 0, 0, 0, 0]);
    let _ = std::fs::remove_dir("/tmp/below");
    went
}

fn walk_up(facts: &Facts) -> Outcome {
    let up = "/proc/self/cwd/".to_owned() + &"../".repeat(100);
    let found: Vec<String> =
        facts.paths.iter().map(|path| up.clone() + path).filter(|path| std::fs::metadata(path).is_ok()).collect();
    if found.is_empty() { Outcome::contained("the own root is the top") } else { Outcome::won(found.join(" ")) }
}

fn setns_own(_: &Facts) -> Outcome {
    // SAFETY: a terminated path; the process ends soon.
    let fd = unsafe { libc::open(c"/proc/self/ns/mnt".as_ptr(), libc::O_RDONLY) };
    if fd < 0 { Outcome::last() } else { system_call(libc::SYS_setns, [fd as usize, 0, 0, 0, 0, 0]) }
}

fn setns_first(_: &Facts) -> Outcome {
    // SAFETY: numbers only.
    let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, 1, 0) };
    if fd < 0 { Outcome::last() } else { system_call(libc::SYS_setns, [fd as usize, 0x1000_0000, 0, 0, 0, 0]) }
}
