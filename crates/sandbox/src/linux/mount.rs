//! The few mount operations that a sandbox is made of, each one system call or two.
//!
//! Nearly all of them work on descriptors of detached mounts: a mount is made and restricted before anybody can see it,
//! then attached. `rustix` has no `mount_setattr`; ours is the only unsafe code here.

use std::ffi::CString;
use std::io;
use std::mem::size_of;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::path::Path;

use rustix::fs::CWD;
use rustix::io::Errno;
use rustix::mount::{
    FsMountFlags, FsOpenFlags, MountAttrFlags, MoveMountFlags, OpenTreeFlags, fsconfig_create,
    fsconfig_set_flag, fsconfig_set_string, fsmount, fsopen, mount_bind, move_mount, open_tree,
};

/// For files and directories of the host, and for the finished root.
pub(crate) const READ_ONLY: MountAttrFlags = MountAttrFlags::MOUNT_ATTR_RDONLY
    .union(MountAttrFlags::MOUNT_ATTR_NOSUID)
    .union(MountAttrFlags::MOUNT_ATTR_NODEV);
/// For what is only data.
pub(crate) const DATA_ONLY: MountAttrFlags = READ_ONLY.union(MountAttrFlags::MOUNT_ATTR_NOEXEC);
/// For device nodes: everything but `NODEV`, which would make them useless.
pub(crate) const DEVICE: MountAttrFlags = MountAttrFlags::MOUNT_ATTR_RDONLY
    .union(MountAttrFlags::MOUNT_ATTR_NOSUID)
    .union(MountAttrFlags::MOUNT_ATTR_NOEXEC);
/// For what the function may write.
pub(crate) const WRITABLE: MountAttrFlags =
    MountAttrFlags::MOUNT_ATTR_NOSUID.union(MountAttrFlags::MOUNT_ATTR_NODEV);

/// A detached copy of the mounts at `path`, with `restrictions` on all of them.
pub(crate) fn copy(path: impl AsFd, restrictions: MountAttrFlags) -> io::Result<OwnedFd> {
    // Recursive: in a user namespace the kernel refuses to uncover what other mounts lie over.
    let flags = OpenTreeFlags::OPEN_TREE_CLONE
        | OpenTreeFlags::OPEN_TREE_CLOEXEC
        | OpenTreeFlags::AT_EMPTY_PATH
        | OpenTreeFlags::AT_RECURSIVE;
    let tree = open_tree(path, c"", flags)?;
    restrict(&tree, restrictions, true)?;
    Ok(tree)
}

/// A new, detached file system of this kind with these options.
pub(crate) fn new(kind: &str, options: &[(&str, &str)], attributes: MountAttrFlags) -> io::Result<OwnedFd> {
    let context = fsopen(kind, FsOpenFlags::FSOPEN_CLOEXEC)?;
    for (key, value) in options {
        fsconfig_set_string(context.as_fd(), *key, *value)?;
    }
    fsconfig_create(context.as_fd())?;
    Ok(fsmount(context.as_fd(), FsMountFlags::FSMOUNT_CLOEXEC, attributes)?)
}

/// A new tmpfs, owned by the caller's user.
pub(crate) fn tmpfs(bytes: u64, inodes: u64, mode: &str) -> io::Result<OwnedFd> {
    let options = [("size", bytes.to_string()), ("nr_inodes", inodes.to_string()), ("mode", mode.to_owned())];
    let options: Vec<(&str, &str)> = options.iter().map(|(key, value)| (*key, value.as_str())).collect();
    new("tmpfs", &options, WRITABLE)
}

/// The block size of our ext4 file systems, in bytes.
pub(crate) const EXT4_BLOCK: u32 = 4096;

/// The scratch file system on a device. It is never mounted again, which is why nothing is ever flushed for the sake of
/// a crash. What is deleted is given back to the host.
pub(crate) fn ext4(device: &Path) -> io::Result<OwnedFd> {
    let context = fsopen("ext4", FsOpenFlags::FSOPEN_CLOEXEC)?;
    fsconfig_set_string(context.as_fd(), "source", device)?;
    // When the host's disk is full, writing fails, and the kernel must not go on with a file system half written.
    fsconfig_set_string(context.as_fd(), "errors", "remount-ro")?;
    // The tables are holes of the image, and zero.
    for flag in ["noinit_itable", "nobarrier", "discard"] {
        fsconfig_set_flag(context.as_fd(), flag)?;
    }
    fsconfig_create(context.as_fd())?;
    let attributes = WRITABLE | MountAttrFlags::MOUNT_ATTR_NOATIME;
    Ok(fsmount(context.as_fd(), FsMountFlags::FSMOUNT_CLOEXEC, attributes)?)
}

/// Attaches a detached mount at a path.
pub(crate) fn attach(mount: impl AsFd, path: &Path) -> io::Result<()> {
    move_mount(mount, c"", CWD, path, MoveMountFlags::MOVE_MOUNT_F_EMPTY_PATH)?;
    Ok(())
}

/// Shows what is at `source` also at `target`, with `restrictions`.
pub(crate) fn cover(source: &Path, target: &Path, restrictions: MountAttrFlags) -> io::Result<()> {
    let source = rustix::fs::open(
        source,
        rustix::fs::OFlags::PATH | rustix::fs::OFlags::CLOEXEC,
        rustix::fs::Mode::empty(),
    )?;
    attach(copy(source, restrictions)?, target)
}

/// Shows what is at `source` also at `target`, with the attributes that its mount has; nothing where there is no target. In one
/// call: a detached mount has a namespace of its own until it is attached, which takes as long as all the rest.
pub(crate) fn cover_alike(source: &Path, target: &Path) -> io::Result<()> {
    match mount_bind(source, target) {
        // The kernel says so as well of a target that is there and may not be covered.
        Err(Errno::NOENT) if is_missing(target) => Ok(()),
        covered => Ok(covered?),
    }
}

fn is_missing(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Adds attributes to a mount; with `recursive` also to all mounts below it.
pub(crate) fn restrict(mount: impl AsFd, attributes: MountAttrFlags, recursive: bool) -> io::Result<()> {
    let request = libc::mount_attr {
        attr_set: u64::from(attributes.bits()),
        attr_clr: 0,
        propagation: 0,
        userns_fd: 0,
    };
    let flags = libc::AT_EMPTY_PATH | if recursive { libc::AT_RECURSIVE } else { 0 };
    let empty = CString::default();
    // SAFETY: the descriptor is open for the duration of the call, the path is a terminated string, and the kernel
    // reads exactly the given size of the structure. JUSTIFICATION: there is no safe wrapper for mount_setattr(2).
    let result = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            mount.as_fd().as_raw_fd(),
            empty.as_ptr(),
            flags,
            &raw const request,
            size_of::<libc::mount_attr>(),
        )
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
