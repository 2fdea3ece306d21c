//! Starts a sandbox's first process, in the keeper. Each step is beside its undo: read it from top to bottom.

use std::io;
use std::mem::size_of;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FileType, Mode, OFlags, ResolveFlags, fstat, openat2};
use rustix::mount::MountAttrFlags;
use rustix::process::{Signal, WaitId, WaitIdOptions, pidfd_send_signal, waitid};

use crate::driver::{Bind, SANDBOX_GID, SANDBOX_UID, SandboxSpec};
use crate::features::Privilege;
use crate::linux::cgroup::{Entry, Group, Limits, Tree};
use crate::linux::confine;
use crate::linux::init::{self, Birth, owned};
use crate::linux::mount;
use crate::linux::mounter::Tmp;
use crate::linux::protocol::{self, Errand, FdRole, Order};
use crate::linux::root::{self, HostMount};
use crate::linux::scratch;
use crate::linux::seccomp::Filters;
use crate::linux::step::{Failure, Step as _};

/// What is the same for all sandboxes of a keeper.
pub(crate) struct Ground {
    pub(crate) privilege: Privilege,
    pub(crate) tree: Option<Tree>,
    pub(crate) filters: Filters,
    pub(crate) landlock: Option<u32>,
}

/// A sandbox whose first process has begun.
pub(crate) struct Launched {
    pub(crate) first: u32,
    pub(crate) process: OwnedFd,
    pub(crate) group: Group,
    /// The socket to its furnisher.
    pub(crate) errands: OwnedFd,
    /// For the server.
    pub(crate) fds: Vec<(FdRole, OwnedFd)>,
}

/// As root, each sandbox has host ids of its own: this many, from `FIRST_HOST_ID` on. That range is unassigned in the
/// table that distributions share (systemd's `docs/UIDS-GIDS.md`: nothing from 0x70000000 to 0x7FFEFFFF).
const HOST_IDS: u32 = 1024;
const FIRST_HOST_ID: u32 = 0x7000_0000;
/// More sandboxes than this do not fit in the range.
pub(crate) const MAX_SANDBOXES: usize = (0x0FFF_0000 / HOST_IDS) as usize;

const NAMESPACES: libc::c_int = libc::CLONE_NEWUSER
    | libc::CLONE_NEWNS
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUTS;

/// Linux 5.7; libc has it in a type that does not fit.
const CLONE_INTO_CGROUP: u64 = 0x2_0000_0000;

/// Devices that every sandbox has.
const DEVICES: [&str; 5] = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];
/// Files of the host that every sandbox has if the host has them: the time zone, the linker's cache, and the
/// certificates of the public authorities where distributions keep them.
const HOST_FILES: [&str; 5] = [
    "/etc/localtime",
    "/etc/ld.so.cache",
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
];

/// Builds cgroup and namespaces, and starts the first process in them, which builds the rest. `tmp`, a mount and its root,
/// becomes `/tmp`; without it `/tmp` is in memory. On failure nothing is left.
pub(crate) fn launch(
    ground: &Ground,
    slot: usize,
    spec: SandboxSpec,
    tmp: Option<Tmp>,
) -> Result<Launched, Failure> {
    let mut mounts = open_mounts(&spec)?;
    if let Some((mount, root)) = tmp {
        scratch::hand_over(&root, host_id(slot)).step("hand over /tmp")?;
        mounts.push(HostMount { mount, target: PathBuf::from(root::TMP), directory: true });
    }
    let (server_end, control) = protocol::socket_pair().step("make the control socket")?;
    let (errands, errands_end) = protocol::socket_pair().step("make the furnisher's socket")?;
    let group = match &ground.tree {
        Some(tree) => tree.create(&spec.id, &limits(&spec))?,
        None => Group::none(),
    };
    let (entry, born_in) = match group.entry().inspect_err(|_| drop(group.remove()))? {
        Entry::Itself(files) => (files, None),
        Entry::Born(directory) => (Vec::new(), Some(directory)),
    };
    let birth = Birth {
        control,
        errands: errands_end,
        entry,
        spec,
        mounts,
        filters: ground.filters.clone(),
        landlock: ground.landlock,
        privilege: ground.privilege,
    };
    let cloned = match ground.privilege {
        Privilege::Root => confine::as_owner(host_id(slot), || clone_first_process(birth, born_in)),
        Privilege::Rootless => clone_first_process(birth, born_in),
    };
    let (pid, process) = cloned.step("clone").inspect_err(|_| {
        let _ = group.remove();
    })?;
    release(ground.privilege, slot, pid, &server_end).inspect_err(|_| {
        // Undo: it waits for its order and has done nothing. Reaped, it has left its group.
        kill(&process);
        let _ = waitid(WaitId::PidFd(process.as_fd()), WaitIdOptions::EXITED);
        let _ = group.remove();
    })?;
    let mut fds = vec![(FdRole::Control, server_end)];
    fds.extend(group.freezer().map(|file| (FdRole::Freeze, file)));
    Ok(Launched { first: pid, process, group, errands, fds })
}

pub(crate) fn limits(spec: &SandboxSpec) -> Limits {
    let SandboxSpec { memory_bytes, cpu_millis, pids_max, .. } = *spec;
    Limits { memory_bytes, cpu_millis, pids_max }
}

/// Opens what is the function's own, as [`open_mounts`] does, and hands it to a sandbox's furnisher. The sandbox must be
/// destroyed if this fails.
pub(crate) fn furnish(errands: &OwnedFd, binds: &[Bind]) -> Result<(), Failure> {
    let mut mounts = Vec::new();
    for bind in binds {
        let what = || format!("bind {}", bind.source.display());
        let mount = host_mount(&bind.source, &bind.target, mount::READ_ONLY).step_with(what)?;
        if !mount.directory {
            return Err(io::Error::from_raw_os_error(libc::ENOTDIR)).step_with(what);
        }
        mounts.push(mount);
    }
    let (mounts, targets): (Vec<OwnedFd>, Vec<PathBuf>) =
        mounts.into_iter().map(|host| (host.mount, host.target)).unzip();
    let mounts: Vec<BorrowedFd<'_>> = mounts.iter().map(AsFd::as_fd).collect();
    let packet = protocol::encode(&Errand { targets }).step("encode")?;
    protocol::send(errands, &packet, &mounts).step("hand over the furniture")
}

/// Maps the users while the process still waits, and lets it begin.
fn release(privilege: Privilege, slot: usize, pid: u32, server_end: &OwnedFd) -> Result<(), Failure> {
    let (uids, gids) = match privilege {
        Privilege::Root => {
            let map = format!("0 {} {HOST_IDS}", host_id(slot));
            (map.clone(), map)
        }
        // The keeper's own namespace knows one user only, as 0.
        Privilege::Rootless => (format!("{SANDBOX_UID} 0 1"), format!("{SANDBOX_GID} 0 1")),
    };
    std::fs::write(format!("/proc/{pid}/uid_map"), uids).step("map users")?;
    std::fs::write(format!("/proc/{pid}/gid_map"), gids).step("map groups")?;
    let begin = protocol::encode(&Order::Begin).step("encode")?;
    protocol::send(server_end, &begin, &[]).step("begin")
}

/// The id on the host of the user 0 of the sandbox in this slot.
pub(crate) fn host_id(slot: usize) -> u32 {
    FIRST_HOST_ID + u32::try_from(slot).unwrap_or(0) * HOST_IDS
}

/// Ends the first process, and with it every other one of the sandbox.
pub(crate) fn kill(process: &OwnedFd) {
    let _ = pidfd_send_signal(process, Signal::KILL);
}

/// A process in new namespaces that runs [`init::run`]; its number and its descriptor.
fn clone_first_process(birth: Birth, born_in: Option<OwnedFd>) -> io::Result<(u32, OwnedFd)> {
    let mut pidfd: libc::c_int = -1;
    // SAFETY: all-zero arguments are valid: no stack, no flags.
    let mut arguments: libc::clone_args = unsafe { std::mem::zeroed() };
    arguments.flags = (NAMESPACES | libc::CLONE_PIDFD) as u64;
    arguments.pidfd = (&raw mut pidfd) as u64;
    arguments.exit_signal = libc::SIGCHLD as u64;
    if let Some(directory) = &born_in {
        arguments.flags |= CLONE_INTO_CGROUP;
        arguments.cgroup = directory.as_raw_fd() as u64;
    }
    // SAFETY: without CLONE_VM the child has a copy of everything, as after fork, and the keeper has one thread, so no
    // lock can be held by a thread that the child lacks. The kernel writes `pidfd` in the parent only.
    // JUSTIFICATION: only clone3 makes the process, its namespaces and its descriptor in one step.
    match unsafe { libc::syscall(libc::SYS_clone3, &raw mut arguments, size_of::<libc::clone_args>()) } {
        -1 => Err(io::Error::last_os_error()),
        0 => {
            // A panic must not unwind into the keeper's own stack, of which this is a copy.
            let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| init::run(birth)));
            // SAFETY: ends this process at once.
            unsafe { libc::_exit(i32::from(lived.is_err())) }
        }
        pid => Ok((u32::try_from(pid).map_err(io::Error::other)?, owned(pidfd)?)),
    }
}

/// Opens and restricts everything of the host that the sandbox will see, with the server's user's rights: a function's user
/// may see an interpreter in a directory that it could not walk to.
fn open_mounts(spec: &SandboxSpec) -> Result<Vec<HostMount>, Failure> {
    let mut mounts = Vec::new();
    for device in DEVICES {
        let source = open_canonical(Path::new(device)).step_with(|| format!("open {device}"))?;
        let mount = mount::copy(&source, mount::DEVICE).step_with(|| format!("copy {device}"))?;
        mounts.push(HostMount { mount, target: PathBuf::from(device), directory: false });
    }
    // Outer targets first, so that inner ones lie over them.
    let mut binds: Vec<_> = spec.binds.iter().collect();
    binds.sort_by_key(|bind| bind.target.components().count());
    for bind in &binds {
        let what = || format!("bind {}", bind.source.display());
        let mount = host_mount(&bind.source, &bind.target, mount::READ_ONLY).step_with(what)?;
        mounts.push(mount);
    }
    for file in HOST_FILES.map(Path::new) {
        let taken = binds.iter().any(|bind| file.starts_with(&bind.target));
        // What the host has not, or has as a link that leads nowhere, is left out.
        if let (false, Ok(source)) = (taken, file.canonicalize()) {
            mounts.push(
                host_mount(&source, file, mount::DATA_ONLY)
                    .step_with(|| format!("bind {}", file.display()))?,
            );
        }
    }
    Ok(mounts)
}

/// A path to which the server's own user can walk, as owner or as anybody: nobody sees more by asking the keeper.
fn host_mount(source: &Path, target: &Path, restrictions: MountAttrFlags) -> io::Result<HostMount> {
    let opened = confine::without_file_rights(|| open_canonical(source))?;
    let kind = FileType::from_raw_mode(fstat(&opened)?.st_mode);
    if !matches!(kind, FileType::Directory | FileType::RegularFile) {
        return Err(io::Error::from_raw_os_error(libc::EINVAL));
    }
    let mount = mount::copy(&opened, restrictions)?;
    Ok(HostMount { mount, target: target.to_owned(), directory: kind == FileType::Directory })
}

/// Opens a path that has no symbolic link on the way: what was checked is what is opened.
fn open_canonical(path: &Path) -> io::Result<OwnedFd> {
    let resolve = ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    Ok(openat2(CWD, path, OFlags::PATH | OFlags::CLOEXEC, Mode::empty(), resolve)?)
}
