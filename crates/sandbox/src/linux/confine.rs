//! Giving up rights: what the first process of a sandbox keeps, and the nothing that the function's processes keep.

use std::io;

use rustix::process::{
    DumpableBehavior, Gid, Resource, Rlimit, Signal, Uid, getrlimit, set_dumpable_behavior,
    set_parent_process_death_signal, setrlimit,
};
use rustix::thread::{
    CapabilitySet, CapabilitySets, clear_ambient_capability_set, remove_capability_from_bounding_set,
    set_capabilities, set_no_new_privs, set_thread_groups, set_thread_res_gid, set_thread_res_uid,
};

use crate::driver::{SANDBOX_GID, SANDBOX_UID};
use crate::features::Privilege;
use crate::linux::landlock;
use crate::linux::step::{Failure, Step as _};

/// Locked memory of a process, in bytes.
const MEMLOCK_BYTES: u64 = 64 * 1024;

/// Right after the user mapping is in force: the ids that the sandbox is built with. As root that is the sandbox's own
/// user 0, which functions can neither signal nor trace; rootless, there is only one user.
pub(crate) fn become_builder(privilege: Privilege) -> Result<(), Failure> {
    if privilege == Privilege::Root {
        set_thread_groups(&[]).step("drop groups")?;
        set_thread_res_gid(Gid::ROOT, Gid::ROOT, Gid::ROOT).step("set the group")?;
        set_thread_res_uid(Uid::ROOT, Uid::ROOT, Uid::ROOT).step("set the user")?;
    }
    // After the change of ids, which would undo both: die with the keeper, and be closed to tracing.
    set_parent_process_death_signal(Some(Signal::KILL)).step("die with the keeper")?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).step("refuse tracing")
}

/// What root's keeper keeps: mounts and namespaces, other users' ids, files and processes, limits. (`CHOWN` gives each
/// sandbox its `/tmp`.) Nothing of the
/// network, of modules or devices.
pub(crate) fn keep_keepers_capabilities() -> io::Result<()> {
    let wanted = CapabilitySet::SYS_ADMIN
        | CapabilitySet::SETUID
        | CapabilitySet::SETGID
        | CapabilitySet::KILL
        | CapabilitySet::CHOWN
        | CapabilitySet::DAC_OVERRIDE
        | CapabilitySet::DAC_READ_SEARCH
        | CapabilitySet::SYS_RESOURCE;
    let had = rustix::thread::capabilities(None)?.permitted;
    keep_capabilities(had.intersection(wanted))
}

/// Runs `open` without the rights to pass over the modes of directories and files. They are there again afterwards.
pub(crate) fn without_file_rights<T>(open: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let permitted = rustix::thread::capabilities(None)?.permitted;
    let others = permitted.difference(CapabilitySet::DAC_OVERRIDE | CapabilitySet::DAC_READ_SEARCH);
    put_in_effect(others, permitted)?;
    let opened = open();
    put_in_effect(permitted, permitted)?;
    opened
}

/// Runs `make` while root's keeper is, in effect, the host's user `owner`: to whom the kernel reckons what is used in user
/// namespaces that are made meanwhile (watchers of files, timers, signals that wait). Were it root, all sandboxes had one
/// account, which any of them can use up. The process is root again afterwards, with all that it is permitted.
pub(crate) fn as_owner<T>(owner: u32, make: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let permitted = rustix::thread::capabilities(None)?.permitted;
    set_thread_res_uid(Uid::ROOT, Uid::from_raw(owner), Uid::ROOT)?;
    // Files are opened as root still: a device of the network, by the process that is made, before it becomes its own root.
    // SAFETY: takes a number, and changes nothing but whose files these are.
    // JUSTIFICATION: rustix does not wrap setfsuid(2).
    unsafe { libc::setfsuid(0) };
    // The change has taken them out of effect; a cgroup to be born into must be writable.
    let made = keep_capabilities(permitted).and_then(|()| make());
    // Root's rights are in effect again with root's id.
    set_thread_res_uid(Uid::ROOT, Uid::ROOT, Uid::ROOT)?;
    made
}

/// When the sandbox is built: all that is left is what starting, signalling and giving pipes to the function's user
/// takes, and nothing can ever be gained back.
pub(crate) fn keep_little(privilege: Privilege, landlock: Option<u32>) -> Result<(), Failure> {
    set_no_new_privs(true).step("forbid new privileges")?;
    if let Some(abi) = landlock {
        landlock::confine(abi).step("apply landlock")?;
    }
    drop_bounding_set_but(CapabilitySet::empty()).step("empty the bounding set")?;
    let kept = match privilege {
        Privilege::Root => {
            CapabilitySet::SETUID | CapabilitySet::SETGID | CapabilitySet::KILL | CapabilitySet::CHOWN
        }
        Privilege::Rootless => CapabilitySet::empty(),
    };
    keep_capabilities(kept).step("drop capabilities")
}

/// In the process that will be the function's, just before its program: the function's user without any capability.
pub(crate) fn become_function(privilege: Privilege) -> io::Result<()> {
    if privilege == Privilege::Root {
        let (uid, gid) = (Uid::from_raw(SANDBOX_UID), Gid::from_raw(SANDBOX_GID));
        set_thread_groups(&[])?;
        set_thread_res_gid(gid, gid, gid)?;
        set_thread_res_uid(uid, uid, uid)?;
    }
    keep_capabilities(CapabilitySet::empty())?;
    // Until execve: the function's other processes have no business here.
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// The limits of the function's processes. A limit that is lower already stays.
pub(crate) fn limit_resources(nofile: u32, pids_max: u32) -> io::Result<()> {
    limit(Resource::Nofile, u64::from(nofile))?;
    // Not 0: the host's handler of core dumps, a program with root's rights, is started in spite of that. With 1 the
    // kernel starts none, and a file of one byte is none either.
    limit(Resource::Core, 1)?;
    // Counted per user and user namespace: where there is no pids cgroup, this is the limit.
    limit(Resource::Nproc, u64::from(pids_max))?;
    limit(Resource::Memlock, MEMLOCK_BYTES)
}

fn limit(resource: Resource, wanted: u64) -> io::Result<()> {
    let value = getrlimit(resource).maximum.map_or(wanted, |hard| hard.min(wanted));
    setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) })?;
    Ok(())
}

pub(super) fn keep_capabilities(kept: CapabilitySet) -> io::Result<()> {
    clear_ambient_capability_set()?;
    put_in_effect(kept, kept)
}

fn put_in_effect(effective: CapabilitySet, permitted: CapabilitySet) -> io::Result<()> {
    let inheritable = CapabilitySet::empty();
    set_capabilities(None, CapabilitySets { effective, permitted, inheritable })?;
    Ok(())
}

/// Goes on until the kernel knows no further capability.
pub(super) fn drop_bounding_set_but(kept: CapabilitySet) -> io::Result<()> {
    for capability in (0..64).map(|number| CapabilitySet::from_bits_retain(1 << number)) {
        if kept.contains(capability) {
            continue;
        }
        match remove_capability_from_bounding_set(capability) {
            Err(error) if error == rustix::io::Errno::INVAL => break,
            other => other?,
        }
    }
    Ok(())
}
