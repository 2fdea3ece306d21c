//! A `/tmp` on disk: it has its size and its owner, is not memory, and nothing is left of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::mount::{MountFlags, MountPropagationFlags, mount, mount_change};
use rustix::process::{Pid, WaitOptions, waitpid};
use rustix::thread::UnshareFlags;
use sandbox::{Driver as _, ExitStatus, Sandbox, SandboxSpec};

use crate::death::kill;
use crate::harness::Mode;
use crate::world::{
    World, all_processes, keeper_pid, python, run, server_apart, shell, spec, unique, wait_until,
    with_driver_in,
};

const SOON: Duration = Duration::from_secs(5);
const MIB: u64 = 1 << 20;

/// Runs a test with a directory for scratch files; not where the machine has no `/tmp` on disk, which must be said then.
fn with_scratch<Fut: Future<Output = ()>>(mode: Mode, test: impl FnOnce(World, PathBuf) -> Fut) {
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().join("scratch");
    with_driver_in(mode, Some(directory.clone()), |world| async move {
        if world.driver.features().disk_tmp {
            test(world, directory).await;
        } else {
            assert!(why_not(&world).is_some());
        }
    });
}

fn why_not(world: &World) -> Option<&str> {
    let missing = world.driver.features().missing.iter().find(|missing| missing.what == "/tmp on disk");
    missing.map(|missing| missing.advice.as_str())
}

fn like_a_function() -> SandboxSpec {
    named_like_a_function(&unique())
}

/// The room that a function has by default.
pub(crate) fn named_like_a_function(id: &str) -> SandboxSpec {
    SandboxSpec { memory_bytes: 128 * MIB, tmp_bytes: 512 * MIB, tmp_inodes: 131_072, ..spec(id) }
}

async fn sandbox(world: &World) -> Box<dyn Sandbox> {
    world.driver.create(like_a_function()).await.unwrap()
}

/// The loop devices whose files are, or were, in this directory.
pub(crate) fn attached(directory: &Path) -> Vec<PathBuf> {
    let devices = std::fs::read_dir("/sys/block").unwrap().map(|entry| entry.unwrap().path());
    let is_ours = |device: &PathBuf| {
        let file = std::fs::read_to_string(device.join("loop/backing_file")).unwrap_or_default();
        Path::new(file.trim()).starts_with(directory)
    };
    devices.filter(is_ours).collect()
}

/// Waits until there are no devices, and sees that all that has a name is templates.
fn assert_cleared(directory: &Path) {
    wait_until("no loop device is left", SOON, || attached(directory).is_empty());
    for entry in std::fs::read_dir(directory).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with("tmp-") && name.ends_with(".ext4"), "{name}");
    }
}

/// Writes until it cannot, in pieces; prints why, and how many bytes it could.
fn fill(most: u64) -> String {
    format!(
        "import os, errno\n\
         written, why = 0, 'enough'\n\
         try:\n\
         \x20 with open('/tmp/big', 'wb', 0) as f:\n\
         \x20   while written < {most}: written += f.write(b'x' * 65536)\n\
         except OSError as e: why = errno.errorcode[e.errno]\n\
         print(why, written)\n"
    )
}

pub(crate) fn is_not_memory(mode: Mode) {
    with_scratch(mode, |world, _| async move {
        let sandbox = sandbox(&world).await;
        let said = run(&*sandbox, python(&fill(300 * MIB))).await;
        assert_eq!(said.ok(), format!("enough {}\n", 300 * MIB));
        let sum = "n = 0\n\
            with open('/tmp/big', 'rb') as f:\n\
            \x20 while piece := f.read(1 << 20): n += piece.count(b'x')\n\
            print(n)\n";
        assert_eq!(run(&*sandbox, python(sum)).await.ok(), format!("{}\n", 300 * MIB));

        // It is not said to be, either.
        if world.driver.features().memory_limit {
            let peak = sandbox.memory_peak().unwrap();
            assert!(peak < 64 * MIB, "{peak}");
        }
        // What the kernel still holds of it gives way to what the function needs.
        assert_eq!(
            run(&*sandbox, python("print(len(bytearray(90 << 20)))")).await.ok(),
            format!("{}\n", 90 * MIB)
        );

        let said = run(&*sandbox, python(&fill(600 * MIB))).await.ok();
        let (why, written) = said.trim().split_once(' ').unwrap();
        assert_eq!(why, "ENOSPC");
        let written: u64 = written.parse().unwrap();
        // As much as is configured, and at most one in a hundred more.
        assert!((512 * MIB..=518 * MIB).contains(&written), "{written}");
        assert_eq!(sandbox.oom_kills(), 0);
        assert_eq!(run(&*sandbox, shell("rm /tmp/big; echo x > /tmp/f; cat /tmp/f")).await.ok(), "x\n");
        sandbox.destroy().await;
    });
}

pub(crate) fn is_the_sandboxs_own(mode: Mode) {
    with_scratch(mode, |world, directory| async move {
        let (one, other) = (sandbox(&world).await, sandbox(&world).await);
        assert_eq!(attached(&directory).len(), 2);
        let look = "stat -c '%u %g %a' /tmp; ls -A /tmp; grep ' /tmp ' /proc/mounts | cut -d' ' -f3,4";
        let said = run(&*one, shell(look)).await.ok();
        assert!(said.starts_with("0 0 1777\next4 rw,nosuid,nodev,noatime"), "{said}");
        // As in AWS Lambda, programs can be run from there.
        let own =
            "printf '#!/bin/sh\\necho run\\n' > /tmp/p; chmod +x /tmp/p; /tmp/p; stat -c '%u %g' /tmp/p";
        assert_eq!(run(&*one, shell(own)).await.ok(), "run\n993 990\n");
        assert_eq!(run(&*other, shell("ls -A /tmp")).await.ok(), "");
        one.kill_processes().await.unwrap();
        assert_eq!(run(&*one, shell("/tmp/p")).await.ok(), "run\n");
        one.destroy().await;
        assert_eq!(run(&*other, shell("echo x > /tmp/p; cat /tmp/p")).await.ok(), "x\n");
    });
}

pub(crate) fn leaves_nothing(mode: Mode) {
    with_scratch(mode, |world, directory| async move {
        let mounts = crate::world::host_mounts();
        let (destroyed, dropped, busy) =
            (sandbox(&world).await, sandbox(&world).await, sandbox(&world).await);
        run(&*destroyed, shell("echo x > /tmp/f")).await.ok();
        run(&*dropped, shell("echo x > /tmp/f")).await.ok();
        let writer =
            busy.spawn(python("while True: open('/tmp/f', 'wb').write(bytes(9 << 20))")).await.unwrap();
        assert_eq!(attached(&directory).len(), 3);
        destroyed.destroy().await;
        drop(dropped);
        busy.destroy().await;
        assert_eq!(writer.exit.await, ExitStatus::Signaled(libc::SIGKILL));
        assert_cleared(&directory);
        assert_eq!(crate::world::host_mounts(), mounts);
        // What fails after `/tmp` was made leaves none either.
        let mut bad = like_a_function();
        bad.binds.push(crate::world::bind("/usr/bin", "/etc/hosts/x"));
        assert!(world.driver.create(bad).await.is_err());
        assert_cleared(&directory);
    });
}

/// The server is killed, or first the keeper and then the server at once.
fn after_killing(mode: Mode, keeper_first: bool) {
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().join("scratch");
    let (server, keeper) = server_apart(mode, Some(directory.clone()), |world| async move {
        let all = [sandbox(&world).await, sandbox(&world).await];
        for sandbox in &all {
            run(&**sandbox, shell("head -c 20000000 /dev/zero > /tmp/f")).await.ok();
        }
        all[1].freeze().await.unwrap();
        (all, world)
    });
    let disk = with_disk(&directory);
    assert_eq!(attached(&directory).len(), if disk { 2 } else { 0 });
    if keeper_first {
        kill(keeper);
    }
    kill(server);
    waitpid(Pid::from_raw(i32::try_from(server).unwrap()), WaitOptions::empty()).unwrap();
    if keeper_first {
        // With cgroups of version 1 nobody may be left to thaw what the kernel has killed: the next keeper does, when it starts.
        with_driver_in(mode, None, |_| async {});
    }
    if disk {
        assert_cleared(&directory);
    }
}

/// Only a driver that has its `/tmp` on disk leaves templates for functions.
fn with_disk(directory: &Path) -> bool {
    directory.join(format!("tmp-{}-131072-2.ext4", 512 * MIB)).exists()
}

pub(crate) fn dies_with_the_server(mode: Mode) {
    after_killing(mode, false);
}

pub(crate) fn dies_with_server_and_keeper(mode: Mode) {
    after_killing(mode, true);
}

/// The helper of this process's keeper, and what is told of it, while it lives.
fn mounter() -> Option<(u32, String)> {
    let keeper = keeper_pid();
    all_processes().into_iter().find_map(|pid| {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let is_it = status.starts_with("Name:\ttenfold-mounter\n")
            && status.contains(&format!("\nPPid:\t{keeper}\n"))
            && !status.contains("\nState:\tZ");
        is_it.then_some((pid, status))
    })
}

/// By a process that has one right, and without which it goes on.
pub(crate) fn is_made_beside_the_keeper(mode: Mode) {
    with_scratch(mode, |world, directory| async move {
        let first = sandbox(&world).await;
        let (pid, status) = mounter().unwrap();
        for line in ["CapPrm:\t0000000000200000", "CapEff:\t0000000000200000", "NoNewPrivs:\t1"] {
            assert!(status.contains(line), "{line}: {status}");
        }
        let open = std::fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count();
        assert_eq!(open, 4, "standard streams and its socket");
        assert!(made_files(pid) > 0, "it has made them");
        kill(pid);
        wait_until("it is dead", SOON, || mounter().is_none());
        let second = sandbox(&world).await;
        assert_eq!(run(&*second, shell(KIND_AND_USE)).await.ok(), "ext4\nx\n");
        assert_eq!(attached(&directory).len(), 2);
        first.destroy().await;
        second.destroy().await;
        assert_cleared(&directory);
    });
}

/// How many bytes a process has written: none where it has made no file system.
fn made_files(pid: u32) -> u64 {
    let io = std::fs::read_to_string(format!("/proc/{pid}/io")).unwrap();
    io.lines().find_map(|line| line.strip_prefix("wchar: ")?.parse().ok()).unwrap()
}

pub(crate) fn many_at_once(mode: Mode) {
    with_scratch(mode, |world, directory| async move {
        let begun = Instant::now();
        // More than the machine has devices, mostly; and a size that has no template yet.
        let specs =
            (0..12).map(|number| SandboxSpec { tmp_bytes: (64 + number % 3) * MIB, ..like_a_function() });
        let mut making = tokio::task::JoinSet::new();
        let driver = std::sync::Arc::new(world.driver);
        for spec in specs {
            let driver = std::sync::Arc::clone(&driver);
            making.spawn(async move { driver.create(spec).await.unwrap() });
        }
        let all = making.join_all().await;
        assert_eq!(attached(&directory).len(), 12);
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        for sandbox in all {
            sandbox.destroy().await;
        }
        assert_cleared(&directory);
    });
}

/// Then others need the rest of it. In a mount namespace of this process, which takes the small disk along.
pub(crate) fn is_in_memory_if_the_disk_is_full(mode: Mode) {
    let place = tempfile::tempdir().unwrap();
    // SAFETY: this process has one thread, and a mount namespace changes no descriptor table.
    unsafe { rustix::thread::unshare_unsafe(UnshareFlags::NEWNS) }.unwrap();
    mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC).unwrap();
    mount("tmpfs", place.path(), "tmpfs", MountFlags::empty(), Some(c"size=64m")).unwrap();
    with_driver_in(mode, Some(place.path().join("scratch")), |world| async move {
        let sandbox = sandbox(&world).await;
        assert_eq!(run(&*sandbox, shell(KIND_AND_USE)).await.ok(), "tmpfs\nx\n");
    });
    rustix::mount::unmount(place.path(), rustix::mount::UnmountFlags::DETACH).unwrap();
}

const KIND_AND_USE: &str = "grep ' /tmp ' /proc/mounts | cut -d' ' -f3; echo x > /tmp/f; cat /tmp/f";

/// Where it cannot be had, `/tmp` is in memory, and it is said why.
pub(crate) fn its_lack_is_explained(mode: Mode) {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    std::fs::write(&file, "").unwrap();
    with_driver_in(mode, Some(file.join("scratch")), |world| async move {
        let advice = why_not(&world).unwrap();
        assert!(advice.starts_with("/tmp is in memory and counts as the function's memory; "), "{advice}");
        assert_eq!(run(&*world.sandbox().await, shell(KIND_AND_USE)).await.ok(), "tmpfs\nx\n");
    });
}
