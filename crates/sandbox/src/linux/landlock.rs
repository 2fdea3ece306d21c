//! Landlock: a second wall around the files. Should a hole in the first one lead to a file outside the sandbox's root,
//! this one still refuses, for it is tied to the process and not to a view.
//!
//! The constants are those of `include/uapi/linux/landlock.h`. Every right that the kernel knows is handled, and given
//! back where a function needs it.

use std::io;
use std::mem::size_of;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::path::Path;

use rustix::fs::{Mode, OFlags};

const EXECUTE: u64 = 1 << 0;
const WRITE_FILE: u64 = 1 << 1;
const READ_FILE: u64 = 1 << 2;
const READ_DIR: u64 = 1 << 3;
const REMOVE_DIR: u64 = 1 << 4;
/// Everything of the first version: up to `MAKE_SYM` (bit 12).
const ALL_V1: u64 = (1 << 13) - 1;
const REFER: u64 = 1 << 13;
const TRUNCATE: u64 = 1 << 14;
const IOCTL_DEV: u64 = 1 << 15;
/// No abstract UNIX sockets and no signals to processes outside (version 6).
const SCOPES: u64 = 0b11;

const CREATE_RULESET_VERSION: u32 = 1;
const RULE_PATH_BENEATH: libc::c_long = 1;

#[repr(C)]
struct RulesetAttr {
    handled_access_fs: u64,
    handled_access_net: u64,
    scoped: u64,
}

#[repr(C, packed)]
struct PathBeneathAttr {
    allowed_access: u64,
    parent_fd: i32,
}

/// The version that the kernel offers, if Landlock is active.
pub(crate) fn abi() -> Option<u32> {
    // SAFETY: with this flag the kernel reads no memory and makes nothing.
    let version = unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            std::ptr::null::<u8>(),
            0_usize,
            CREATE_RULESET_VERSION,
        )
    };
    u32::try_from(version).ok().filter(|version| *version > 0)
}

/// Confines this process and all it will ever start: everything may be read and executed, only `/tmp`, `/dev/shm`, the
/// devices and the process's own `/proc` written. Needs `no_new_privs`.
pub(crate) fn confine(abi: u32) -> io::Result<()> {
    let handled = handled(abi);
    let ruleset = ruleset(abi, handled)?;
    allow(&ruleset, "/", handled & READING)?;
    allow(&ruleset, "/tmp", handled & !IOCTL_DEV)?;
    allow(&ruleset, "/dev/shm", handled & !(IOCTL_DEV | EXECUTE))?;
    allow(&ruleset, "/dev", handled & (WRITE_FILE | TRUNCATE | IOCTL_DEV))?;
    allow(&ruleset, "/proc", handled & (WRITE_FILE | TRUNCATE))?;
    restrict(&ruleset)
}

/// Confines the server and all it will ever start: it changes what is beneath `places`, writes to the files of cgroups, and
/// reads what it likes but devices. Needs `no_new_privs`, and version 2: before, nothing could be renamed from one
/// directory into another.
/// Of what is in `emptied`, empty directories may go.
pub(crate) fn confine_server(abi: u32, places: &[&Path], emptied: Option<&Path>) -> io::Result<()> {
    let handled = handled(abi) & !(EXECUTE | READ_DIR);
    let ruleset = ruleset(abi, handled)?;
    for entry in std::fs::read_dir("/")?.flatten().filter(|entry| entry.file_name() != "dev") {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            allow_if_there(&ruleset, entry.path(), READ_FILE)?;
        }
    }
    for device in ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"] {
        allow_if_there(&ruleset, device, handled & (READ_FILE | WRITE_FILE | TRUNCATE | IOCTL_DEV))?;
    }
    allow_if_there(&ruleset, "/dev/shm", READ_FILE)?;
    allow_if_there(&ruleset, "/sys/fs/cgroup", handled & (READ_FILE | WRITE_FILE | TRUNCATE))?;
    for place in places {
        allow(&ruleset, place, handled & !IOCTL_DEV)?;
    }
    if let Some(emptied) = emptied {
        allow(&ruleset, emptied, REMOVE_DIR)?;
    }
    restrict(&ruleset)
}

const READING: u64 = EXECUTE | READ_FILE | READ_DIR;

/// Every right that the version knows.
fn handled(abi: u32) -> u64 {
    let since = [(2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)];
    since.iter().filter(|(version, _)| abi >= *version).fold(ALL_V1, |all, (_, right)| all | right)
}

fn ruleset(abi: u32, handled: u64) -> io::Result<OwnedFd> {
    let scoped = if abi >= 6 { SCOPES } else { 0 };
    create(&RulesetAttr { handled_access_fs: handled, handled_access_net: 0, scoped })
}

fn restrict(ruleset: &OwnedFd) -> io::Result<()> {
    // SAFETY: an open ruleset and no flags; no memory is passed.
    let result = unsafe { libc::syscall(libc::SYS_landlock_restrict_self, ruleset.as_raw_fd(), 0) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

fn create(attributes: &RulesetAttr) -> io::Result<OwnedFd> {
    // SAFETY: the kernel reads the given size of the structure. An older kernel accepts a longer structure if what it
    // does not know is zero, which it is: the version was asked first.
    let fd = unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            std::ptr::from_ref(attributes),
            size_of::<RulesetAttr>(),
            0,
        )
    };
    let fd = i32::try_from(fd).ok().filter(|fd| *fd >= 0).ok_or_else(io::Error::last_os_error)?;
    // SAFETY: the kernel just made this descriptor for us; nobody else has it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

fn allow_if_there(ruleset: &OwnedFd, path: impl AsRef<Path>, access: u64) -> io::Result<()> {
    match allow(ruleset, path, access) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        allowed => allowed,
    }
}

fn allow(ruleset: &OwnedFd, path: impl AsRef<Path>, access: u64) -> io::Result<()> {
    let parent = rustix::fs::open(path.as_ref(), OFlags::PATH | OFlags::CLOEXEC, Mode::empty())?;
    let rule = PathBeneathAttr { allowed_access: access, parent_fd: parent.as_raw_fd() };
    // SAFETY: the kernel reads one rule of this type, which outlives the call; both descriptors are open.
    let result = unsafe {
        libc::syscall(libc::SYS_landlock_add_rule, ruleset.as_raw_fd(), RULE_PATH_BENEATH, &raw const rule, 0)
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
