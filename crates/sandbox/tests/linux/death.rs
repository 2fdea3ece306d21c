//! Whoever dies takes the rest along, and nothing is left.

use std::time::Duration;

use rustix::process::{Pid, WaitOptions, kill_process, waitpid};
use sandbox::linux::Keeper;
use sandbox::{Driver as _, ExitStatus, SandboxError, Signal};

use crate::harness::{Mode, slowness};
use crate::scratch::{attached, named_like_a_function as like_a_function};
use crate::world::{
    World, cgroups_named, host_mounts, keeper_pid, marked, parent_of, run, runtime, server_apart, shell,
    sleeper, spec, unique, wait_until, with_driver_in,
};

/// What is promised.
const AFTER_SIGKILL: Duration = Duration::from_secs(2);

/// Many sandboxes, fewer where each takes long, and the time that they may take on a slow and busy machine.
fn many() -> usize {
    100 / slowness() as usize
}
const MANY_AFTER_SIGKILL: Duration = Duration::from_secs(20);

pub(crate) fn kill(pid: u32) {
    kill_process(Pid::from_raw(i32::try_from(pid).unwrap()).unwrap(), rustix::process::Signal::KILL).unwrap();
}

/// The server runs in a process of its own, so that it can be killed.
pub(crate) fn of_the_server(mode: Mode) {
    let marker = unique();
    let mounts = host_mounts();
    let named = marker.clone();
    let (server, keeper) = server_apart(mode, None, |world| async move {
        let mut all = Vec::new();
        for number in 0..3 {
            let sandbox = world.driver.create(spec(&format!("{named}-{number}"))).await.unwrap();
            all.push((sandbox.spawn(sleeper(&named)).await.unwrap(), sandbox));
        }
        all[1].1.freeze().await.unwrap();
        (all, world)
    });
    wait_until("three functions run", AFTER_SIGKILL, || marked(&marker).len() == 3);

    kill(server);
    waitpid(Pid::from_raw(i32::try_from(server).unwrap()), WaitOptions::empty()).unwrap();
    wait_until("nothing is left", AFTER_SIGKILL, || {
        marked(&marker).is_empty()
            && (0..3).all(|number| cgroups_named(&format!("{marker}-{number}")).is_empty())
            && !lives(keeper)
    });
    assert_eq!(host_mounts(), mounts);
}

/// As many as a busy server has, most of them idle and frozen, each with a `/tmp` that was just written to.
pub(crate) fn of_a_server_with_many(mode: Mode) {
    let marker = unique();
    let place = tempfile::tempdir().unwrap();
    let scratch = place.path().join("scratch");
    let disk = scratch.clone();
    let mounts = host_mounts();
    let named = marker.clone();
    let (server, keeper) = server_apart(mode, Some(scratch), |world| async move {
        let mut all = Vec::new();
        for number in 0..many() {
            let sandbox = world.driver.create(like_a_function(&format!("{named}-{number}"))).await.unwrap();
            run(&*sandbox, shell("head -c 4000000 /dev/zero > /tmp/f")).await.ok();
            all.push((sandbox.spawn(sleeper(&named)).await.unwrap(), sandbox));
            if number % 10 > 0 {
                all[number].1.freeze().await.unwrap();
            }
        }
        (all, world)
    });

    kill(server);
    waitpid(Pid::from_raw(i32::try_from(server).unwrap()), WaitOptions::empty()).unwrap();
    wait_until("nothing is left", MANY_AFTER_SIGKILL, || {
        marked(&marker).is_empty() && !lives(keeper) && attached(&disk).is_empty()
    });
    assert!((0..many()).all(|number| cgroups_named(&format!("{marker}-{number}")).is_empty()));
    assert_eq!(host_mounts(), mounts);
}

/// A zombie does not live: it only waits for its parent, the harness.
fn lives(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('Z'))
}

/// The sandboxes die with it, also a frozen one; the server is told; the next keeper sweeps.
pub(crate) fn of_the_keeper(mode: Mode) {
    let name = unique();
    // In memory: making a file system on disk would leave a thread, beside which no keeper can be forked.
    with_driver_in(mode, None, |world| async move {
        let sandbox = world.driver.create(spec(&name)).await.unwrap();
        let child = sandbox.spawn(sleeper(&name)).await.unwrap();
        sandbox.freeze().await.unwrap();
        let other = world.sandbox().await;

        kill(keeper_pid());
        assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
        assert_eq!(world.driver.create(spec(&unique())).await.err(), Some(SandboxError::KeeperDead));
        assert_eq!(sandbox.thaw().await, Err(SandboxError::Dead));
        wait_until("the function is dead", AFTER_SIGKILL, || marked(&name).is_empty());

        let keeper = Keeper::fork_before_threads().unwrap();
        let next = sandbox::linux::LinuxDriver::start(keeper, None).await.unwrap();
        assert_eq!(cgroups_named(&name), Vec::<std::path::PathBuf>::new());
        // Without hanging, though there is nobody to do it.
        sandbox.destroy().await;
        other.destroy().await;
        let world = World { driver: next, mode };
        run(&*world.sandbox().await, shell("true")).await.ok();
    });
}

/// Killed from outside, say by the host's memory killer.
pub(crate) async fn of_the_first_process(world: World) {
    let id = unique();
    let sandbox = world.driver.create(spec(&id)).await.unwrap();
    let child = sandbox.spawn(sleeper(&id)).await.unwrap();
    wait_until("the function runs", AFTER_SIGKILL, || marked(&id).len() == 1);
    kill(parent_of(marked(&id)[0]));
    assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    assert_eq!(sandbox.spawn(shell("true")).await.err(), Some(SandboxError::Dead));
    assert_eq!(sandbox.freeze().await, Err(SandboxError::Dead));
    assert_eq!(sandbox.kill_processes().await, Err(SandboxError::Dead));
    assert_eq!(sandbox.signal(child.id, Signal::Term).await, Err(SandboxError::Dead));
    sandbox.destroy().await;
    assert_eq!(cgroups_named(&id), Vec::<std::path::PathBuf>::new());
}

pub(crate) fn beside_threads(_: Mode) {
    let refused = std::thread::spawn(|| Keeper::fork_before_threads().err()).join().unwrap();
    assert!(matches!(refused, Some(SandboxError::Refused(_))), "{refused:?}");
    // Joined, it may linger for a moment.
    wait_until("one thread", AFTER_SIGKILL, || Keeper::fork_before_threads().is_ok());
    drop(runtime());
}
