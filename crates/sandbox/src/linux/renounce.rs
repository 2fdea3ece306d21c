//! The server gives up what the keeper keeps.

use std::io;

use rustix::thread::{CapabilitySet, capabilities, set_no_new_privs};

use crate::error::SandboxError;
use crate::linux::confine::{drop_bounding_set_but, keep_capabilities};
use crate::linux::step::Step as _;

/// What a server started as root goes on needing: listening below port 1024.
const KEPT: CapabilitySet = CapabilitySet::NET_BIND_SERVICE;

/// Takes every capability but the one to listen on a low port from the calling process, for good: no program that it
/// starts has more either, set-user-id or not. Call it after the keeper was forked and before any thread exists, for
/// the kernel keeps capabilities by thread. An ordinary user's process has none to lose.
///
/// As root the process stays the owner of root's files; what belongs to others it can reach no more than anybody.
pub fn renounce_privileges() -> Result<(), SandboxError> {
    renounce().step("give up privileges").map_err(SandboxError::from)
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
