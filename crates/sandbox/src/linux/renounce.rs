//! The server gives up what the keeper keeps.

use std::io;
use std::path::Path;

use rustix::thread::{CapabilitySet, capabilities, set_no_new_privs};

use crate::error::SandboxError;
use crate::linux::confine::{drop_bounding_set_but, keep_capabilities};
use crate::linux::step::Step as _;
use crate::linux::{landlock, seccomp};

/// What a server started as root goes on needing: listening below port 1024.
const KEPT: CapabilitySet = CapabilitySet::NET_BIND_SERVICE;

/// Takes every capability but the one to listen on a low port from the calling process, for good: no program that it
/// starts has more either, set-user-id or not. Call it after the keeper was forked and before any thread exists, for
/// the kernel keeps capabilities by thread. An ordinary user's process has none to lose.
///
/// As root the process stays the owner of root's files, until [`wall_in`]; what belongs to others it can reach no more than
/// anybody.
pub fn renounce_privileges() -> Result<(), SandboxError> {
    renounce().step("give up privileges").map_err(SandboxError::from)
}

/// The version of Landlock that a server can live with: before, nothing could be renamed from one directory into another.
const LANDLOCK: u32 = 2;

/// Takes from the calling process, for good, what it may do as the owner of its user's files and processes: it changes files
/// beneath `places` and those of cgroups only, opens no device, signals nobody outside, makes no namespace and calls at
/// no Unix socket. Call it after [`renounce_privileges`] and before any thread exists. Each of `places` is an existing
/// directory; so is `emptied`, in which nothing but empty directories may be taken away.
///
/// Otherwise a server of root's would own the host without any capability: `/etc` and `/proc/sys` are root's files. Where the
/// kernel has no Landlock (since Linux 5.19 in the version that it takes), files stay as they are: `Features::missing` says so.
pub fn wall_in(places: &[&Path], emptied: Option<&Path>) -> Result<(), SandboxError> {
    if let Some(abi) = landlock::abi().filter(|abi| *abi >= LANDLOCK) {
        landlock::confine_server(abi, places, emptied).step("confine the server to its files")?;
    }
    seccomp::confine_server().step("confine the server's system calls").map_err(SandboxError::from)
}

fn renounce() -> io::Result<()> {
    set_no_new_privs(true)?;
    let held = capabilities(None)?.permitted;
    // Only who may set capabilities may shrink the bounding set; who may not gains nothing by it either, thanks to
    // the line above.
    if held.contains(CapabilitySet::SETPCAP) {
        drop_bounding_set_but(KEPT)?;
    }
    keep_capabilities(held & KEPT)
}
