//! Bringing what is the function's own into a sandbox that was built without it.
//!
//! Attaching a mount needs `CAP_SYS_ADMIN` and no Landlock. The first process must have given up the one and taken on the
//! other before any process of the function starts, for those get their walls from it. So what is left to do is left to a
//! **furnisher**: a process of our own code, forked from the first one just before that, which keeps this one right,
//! waits for the keeper's errand, and ends with it. Nothing that knows the function runs while it lives.
//!
//! It cannot be reached from inside: as root it is another user's; rootless, where there is but one user, it refuses
//! tracing as the first process does, and has a capability that nobody inside has. There the interpreter that was started
//! ahead could at most signal it (Landlock forbids that too, from version 6 on); a sandbox whose furnisher is gone cannot
//! be furnished, and is destroyed.

use std::io;
use std::os::fd::OwnedFd;

use rustix::process::{DumpableBehavior, set_dumpable_behavior};
use rustix::thread::{CapabilitySet, set_no_new_privs};

use crate::linux::confine::{drop_bounding_set_but, keep_capabilities};
use crate::linux::mount;
use crate::linux::protocol::{self, Errand, MAX_ERRAND, Report};
use crate::linux::step::{Failure, Step as _};

/// Forks the furnisher of this sandbox. It hears from the keeper by `errands` and answers to the server by `control`.
pub(crate) fn fork_furnisher(errands: &OwnedFd, control: &OwnedFd) -> Result<(), Failure> {
    // SAFETY: this process has one thread, so the child may do all that the parent may.
    // JUSTIFICATION: only fork makes a process that is our own code with our own rights.
    match unsafe { libc::fork() } {
        -1 => Err(Failure::new("fork the furnisher", &io::Error::last_os_error())),
        0 => {
            // A panic must not unwind into the first process's own stack, of which this is a copy.
            let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| live(errands, control)));
            // SAFETY: ends this process without running what the parent has registered for its own end.
            unsafe { libc::_exit(i32::from(lived.is_err())) }
        }
        _ => Ok(()),
    }
}

fn live(errands: &OwnedFd, control: &OwnedFd) {
    let result = wait_and_attach(errands);
    let report = match result {
        Ok(true) => Report::Furnished,
        // The keeper has let the sandbox go.
        Ok(false) => return,
        Err(failure) => Report::Unfurnished(failure),
    };
    // If nobody hears it, the sandbox ends anyway.
    if let Ok(packet) = protocol::encode(&report) {
        let _ = protocol::send(control, &packet, &[]);
    }
}

/// False if there is nothing to attach any more. When it returns, no right is left.
fn wait_and_attach(errands: &OwnedFd) -> Result<bool, Failure> {
    set_no_new_privs(true).step("forbid new privileges")?;
    drop_bounding_set_but(CapabilitySet::empty()).step("empty the bounding set")?;
    keep_capabilities(CapabilitySet::SYS_ADMIN).step("drop capabilities")?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).step("refuse tracing")?;
    let mut buffer = vec![0; MAX_ERRAND];
    let received = rustix::io::retry_on_intr(|| {
        protocol::receive::<Errand>(errands, &mut buffer)
            .map_err(|error| rustix::io::Errno::from_io_error(&error).unwrap_or(rustix::io::Errno::PROTO))
    });
    let Some((Errand { targets }, mounts)) = received.step("wait for the furniture")? else {
        return Ok(false);
    };
    if mounts.len() != targets.len() {
        return Err(Failure::new("take the furniture", &io::Error::from_raw_os_error(libc::EMFILE)));
    }
    for (mount, target) in mounts.iter().zip(&targets) {
        // The mount point is there, in a root that is read-only by now.
        mount::attach(mount, target).step_with(|| format!("mount {}", target.display()))?;
    }
    keep_capabilities(CapabilitySet::empty()).step("drop capabilities")?;
    Ok(true)
}
