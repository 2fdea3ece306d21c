//! The root file system that a function sees, built by the sandbox's first process in its own mount namespace.
//!
//! Order matters, and is this: the new `/proc` while the old one can still be seen (the kernel wants that), the empty
//! root, the change into it and the loss of the old one; only then the content, by plain paths that cannot lead
//! out any more; at last the whole becomes read-only. There is nothing to undo: all of it dies with the namespace.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use rustix::mount::{MountPropagationFlags, UnmountFlags, mount_change, unmount};

use crate::driver::{SANDBOX_GID, SANDBOX_UID, SANDBOX_USER, SandboxSpec, Tunnel};
use crate::linux::mount;
use crate::linux::step::{Failure, Step as _};

/// A host file or directory, opened and copied by the keeper, and where it goes. Or a file system for [`TMP`]; without
/// one, that is in memory.
pub(crate) struct HostMount {
    pub(crate) mount: OwnedFd,
    pub(crate) target: PathBuf,
    pub(crate) directory: bool,
}

/// The one directory that the function may fill.
pub(crate) const TMP: &str = "/tmp";
/// Any directory that every Linux has: the new root is mounted over it for a moment.
const STAGE: &str = "/tmp";
/// The root holds directories, links and a few small files.
const ROOT_BYTES: u64 = 1 << 20;
const ROOT_INODES: u64 = 4096;
/// `/dev/shm` takes at most this; its pages count as the sandbox's memory.
const SHM_BYTES: u64 = 64 << 20;
const SHM_INODES: u64 = 1024;

/// Parts of `/proc` that tell about the host or reach for it. The files are covered by `/dev/null`, the directories by
/// an empty one. Those that a kernel does not have are skipped.
const MASKED_FILES: [&str; 35] = [
    "/proc/config.gz",
    "/proc/kallsyms",
    "/proc/kcore",
    "/proc/key-users",
    "/proc/keys",
    "/proc/kmsg",
    "/proc/kpagecgroup",
    "/proc/kpagecount",
    "/proc/kpageflags",
    "/proc/latency_stats",
    "/proc/sched_debug",
    "/proc/slabinfo",
    "/proc/sysrq-trigger",
    "/proc/timer_list",
    "/proc/timer_stats",
    "/proc/vmallocinfo",
    "/proc/cmdline",
    // The host's disks, devices and memory map.
    "/proc/diskstats",
    "/proc/interrupts",
    "/proc/iomem",
    "/proc/ioports",
    "/proc/mdstat",
    "/proc/modules",
    "/proc/partitions",
    "/proc/swaps",
    "/proc/consoles",
    "/proc/dma",
    "/proc/fb",
    "/proc/mtrr",
    "/proc/softirqs",
    // How the host's memory and processors are used, finer than any program needs; and who locks which file.
    "/proc/buddyinfo",
    "/proc/pagetypeinfo",
    "/proc/zoneinfo",
    "/proc/schedstat",
    "/proc/locks",
];
const MASKED_DIRECTORIES: [&str; 9] = [
    "/proc/acpi",
    "/proc/asound",
    "/proc/bus",
    "/proc/driver",
    "/proc/dynamic_debug",
    "/proc/fs",
    "/proc/irq",
    "/proc/scsi",
    "/proc/tty",
];
/// An empty directory of the root, to cover directories with.
const EMPTY: &str = "/mnt";

/// How many user namespaces may be made in this one: none, whatever a filter lets through.
const MAX_USER_NAMESPACES: &str = "/proc/sys/user/max_user_namespaces";

/// Builds the root and changes into it. Afterwards nothing of the host can be reached but `mounts`.
pub(crate) fn build(spec: &SandboxSpec, mounts: Vec<HostMount>) -> Result<(), Failure> {
    mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)
        .step("cut mount propagation")?;
    let proc =
        mount::new("proc", &[("hidepid", "invisible")], mount::WRITABLE | NOEXEC).step("mount /proc")?;
    let root = mount::tmpfs(ROOT_BYTES, ROOT_INODES, "0755").step("make the root")?;

    mount::attach(&root, Path::new(STAGE)).step("mount the root")?;
    rustix::process::fchdir(&root).step("enter the root")?;
    // The old root ends up on top of the new one, and is what "." unmounts; see pivot_root(2).
    rustix::process::pivot_root(".", ".").step("pivot_root")?;
    unmount(".", UnmountFlags::DETACH).step("unmount the host")?;
    rustix::process::chdir("/").step("enter the new root")?;

    directories().step("make directories")?;
    let tmp_is_given = mounts.iter().any(|host| host.target == Path::new(TMP));
    mount::attach(proc, Path::new("/proc")).step("mount /proc")?;
    for host in mounts {
        place(&host).step_with(|| format!("mount {}", host.target.display()))?;
    }
    for point in &spec.mount_points {
        fs::create_dir_all(point).step_with(|| format!("make {}", point.display()))?;
    }
    for link in &spec.symlinks {
        make_link(&link.target, &link.link).step_with(|| format!("link {}", link.link.display()))?;
    }
    device_links().step("link devices")?;
    etc(&spec.hostname, spec.tunnel.as_ref()).step("write /etc")?;
    fs::write(MAX_USER_NAMESPACES, "0").step("forbid user namespaces")?;
    mask_proc().step("mask /proc")?;

    let shm_bytes = SHM_BYTES.min(spec.memory_bytes / 2);
    let shm = mount::tmpfs(shm_bytes, SHM_INODES, "1777").step("make /dev/shm")?;
    mount::restrict(&shm, NOEXEC, false).step("restrict /dev/shm")?;
    mount::attach(shm, Path::new("/dev/shm")).step("mount /dev/shm")?;
    if !tmp_is_given {
        let tmp = mount::tmpfs(spec.tmp_bytes, spec.tmp_inodes, "1777").step("make /tmp")?;
        mount::attach(tmp, Path::new(TMP)).step("mount /tmp")?;
    }

    mount::restrict(root.as_fd(), mount::READ_ONLY, false).step("make the root read-only")
}

const NOEXEC: rustix::mount::MountAttrFlags = rustix::mount::MountAttrFlags::MOUNT_ATTR_NOEXEC;

fn directories() -> io::Result<()> {
    // `/opt` is there without layers too, empty.
    for path in ["/proc", "/dev", "/dev/shm", "/etc", "/opt", TMP, EMPTY] {
        fs::create_dir(path)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// Makes the mount point, of the same kind as what goes there, and attaches.
fn place(host: &HostMount) -> io::Result<()> {
    if !host.target.exists() {
        if host.directory {
            fs::create_dir_all(&host.target)?;
        } else {
            if let Some(parent) = host.target.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&host.target, "")?;
        }
    }
    mount::attach(&host.mount, &host.target)
}

fn make_link(target: &Path, link: &Path) -> io::Result<()> {
    if let Some(parent) = link.parent() {
        fs::create_dir_all(parent)?;
    }
    symlink(target, link)
}

fn device_links() -> io::Result<()> {
    symlink("/proc/self/fd", "/dev/fd")?;
    symlink("/proc/self/fd/0", "/dev/stdin")?;
    symlink("/proc/self/fd/1", "/dev/stdout")?;
    symlink("/proc/self/fd/2", "/dev/stderr")
}

fn etc(hostname: &str, tunnel: Option<&Tunnel>) -> io::Result<()> {
    let resolv = match tunnel {
        Some(tunnel) => format!("nameserver {}\noptions timeout:2 attempts:2\n", tunnel.resolver),
        // Nobody answers there, and says so at once: names fail fast instead of after a timeout.
        None => "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n".to_owned(),
    };
    let files = [
        (
            "/etc/passwd",
            format!(
                "root:x:0:0:root:/root:/sbin/nologin\n\
                 {SANDBOX_USER}:x:{SANDBOX_UID}:{SANDBOX_GID}::/home/{SANDBOX_USER}:/sbin/nologin\n\
                 nobody:x:65534:65534:nobody:/:/sbin/nologin\n"
            ),
        ),
        ("/etc/group", format!("root:x:0:\n{SANDBOX_USER}:x:{SANDBOX_GID}:\nnogroup:x:65534:\n")),
        // One address for localhost: what listens here listens on IPv4.
        // And the names by which a function calls what listens in its own sandbox.
        (
            "/etc/hosts",
            format!("127.0.0.1 localhost {hostname} sandbox sandbox.localdomain\n::1 localhost6\n"),
        ),
        ("/etc/resolv.conf", resolv),
        ("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\nservices: files\n".to_owned()),
        ("/etc/hostname", format!("{hostname}\n")),
    ];
    for (path, content) in files {
        fs::write(path, content)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

fn mask_proc() -> io::Result<()> {
    // Some three dozen mounts, so each is one call: of a mount that is restricted already. A source that is not there would look
    // like a target that is not.
    let null = Path::new("/dev/null");
    fs::metadata(null)?;
    for file in MASKED_FILES.map(Path::new) {
        mount::cover_alike(null, file)?;
    }
    let mut first = None;
    for directory in MASKED_DIRECTORIES.map(Path::new) {
        match first {
            Some(first) => mount::cover_alike(first, directory)?,
            None if directory.exists() => {
                mount::cover(Path::new(EMPTY), directory, mount::DATA_ONLY)?;
                first = Some(directory);
            }
            None => {}
        }
    }
    let sys = Path::new("/proc/sys");
    mount::cover(sys, sys, mount::DATA_ONLY)
}
