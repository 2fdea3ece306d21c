//! From creation to destruction: what is reported, what stays, and that nothing is left.

use std::future::Future as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::time::Duration;

use sandbox::{
    CgroupVersion, Child, ChildId, Driver as _, ExitStatus, Furniture, Sandbox, SandboxError, Signal,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::unix::pipe::{Receiver, Sender};

use crate::harness::Mode;
use crate::world::{
    World, bind, cgroups_named, host_mounts, marked, process, python, read_all, read_line, run, shell,
    sleeper, spec, unique, wait_until,
};

const SOON: Duration = Duration::from_secs(5);

/// Starts a sleeper and waits until it says that it runs.
async fn start_sleeper(sandbox: &dyn Sandbox, marker: &str) -> Child {
    let mut child = sandbox.spawn(sleeper(marker)).await.unwrap();
    let (stdout, word) = read_line(child.stdout).await;
    assert_eq!(word, "up");
    child.stdout = stdout;
    child
}

pub(crate) async fn ends_are_reported(world: World) {
    let sandbox = world.sandbox().await;
    let cases = [
        ("exit 0", ExitStatus::Exited(0)),
        ("exit 7", ExitStatus::Exited(7)),
        ("kill -TERM $$", ExitStatus::Signaled(libc::SIGTERM)),
        ("kill -SEGV $$", ExitStatus::Signaled(libc::SIGSEGV)),
        ("kill -KILL $$", ExitStatus::Signaled(libc::SIGKILL)),
        // Orphans are nobody's concern.
        ("(sleep 0.01; exit 9) >/dev/null 2>&1 & exit 3", ExitStatus::Exited(3)),
    ];
    for (script, status) in cases {
        assert_eq!(run(&*sandbox, shell(script)).await.status, status, "{script}");
    }
    // Side by side, each by its own name.
    let slow = sandbox.spawn(shell("sleep 0.2; exit 1")).await.unwrap();
    let fast = sandbox.spawn(shell("exit 2")).await.unwrap();
    assert_ne!(slow.id, fast.id);
    assert_eq!((fast.exit.await, slow.exit.await), (ExitStatus::Exited(2), ExitStatus::Exited(1)));
}

pub(crate) async fn failures_to_start_are_told(world: World) {
    let sandbox = world.sandbox().await;
    let mut lost = shell("true");
    lost.cwd = "/nowhere".into();
    let mut long = shell("true");
    long.env.push(("A".to_owned(), "x".repeat(200 << 10)));
    let cases = [
        (process(&["/bin/none"]), libc::ENOENT, "execute /bin/none"),
        (process(&["/etc/passwd"]), libc::EACCES, "execute /etc/passwd"),
        (process(&["/tmp"]), libc::EACCES, "execute /tmp"),
        (lost, libc::ENOENT, "enter the working directory /bin/sh"),
    ];
    for (process, errno, step) in cases {
        let error = sandbox.spawn(process).await.err().unwrap();
        assert_eq!(error, SandboxError::System { step: step.to_owned(), errno });
    }
    for refused in [process(&["sh"]), process(&[]), long] {
        assert!(matches!(sandbox.spawn(refused).await, Err(SandboxError::Refused(_))));
    }
    run(&*sandbox, shell("true")).await.ok();
}

pub(crate) async fn outputs_are_whole(world: World) {
    let sandbox = world.sandbox().await;
    let said = run(
        &*sandbox,
        python("import sys; sys.stdout.write('x' * 1000000); sys.stderr.write('y' * 1000000)"),
    );
    let said = said.await;
    assert_eq!((said.stdout.len(), said.stderr.len()), (1_000_000, 1_000_000));
    let said =
        run(&*sandbox, shell("echo out > /dev/stdout; echo err > /dev/stderr; echo fd > /proc/self/fd/1"))
            .await;
    assert_eq!((said.stdout.as_str(), said.stderr.as_str()), ("out\nfd\n", "err\n"));
}

pub(crate) async fn records_have_an_output_of_their_own(world: World) {
    let sandbox = world.sandbox().await;
    let script = "import os\n\
        try: print(os.write(3, b'x' * 100000))\n\
        except OSError: print('none')\n\
        with open('/proc/self/fd/3', 'wb') as again: again.write(b'y')\n\
        print(sorted(int(fd) for fd in os.listdir('/proc/self/fd'))[:-1])\n";
    let mut process = python(script);
    process.records = true;
    // Several times: the numbers of our own descriptors differ.
    for _ in 0..3 {
        let child = sandbox.spawn(process.clone()).await.unwrap();
        let (stdout, stderr, records) = tokio::join!(
            read_all(child.stdout),
            read_all(child.stderr),
            read_all(child.records.expect("a third output"))
        );
        assert_eq!(child.exit.await, ExitStatus::Exited(0), "{stderr}");
        assert_eq!(stdout, "100000\n[0, 1, 2, 3]\n");
        assert_eq!(records, format!("{}y", "x".repeat(100_000)));
    }
    process.records = false;
    let child = sandbox.spawn(process.clone()).await.unwrap();
    assert!(child.records.is_none());
    assert!(read_all(child.stdout).await.starts_with("none\n"));
    // What cannot be started says so with a third output too.
    process.argv = vec!["/no/such/program".to_owned()];
    process.records = true;
    let error = sandbox.spawn(process).await.err().unwrap();
    assert!(matches!(error, SandboxError::System { errno: libc::ENOENT, .. }), "{error}");
}

pub(crate) async fn what_is_known_late_comes_by_an_input_of_its_own(world: World) {
    let sandbox = world.sandbox().await;
    let script = "import os\n\
        fds = lambda: [fd for fd in range(99) if os.path.lexists(f'/proc/self/fd/{fd}')]\n\
        print(fds(), flush=True)\n\
        with open(4, 'rb') as late: print(len(late.read()))\n\
        print(fds())\n";
    let mut process = python(script);
    process.late = true;
    // Several times: the numbers of our own descriptors differ.
    for records in [false, true, false, true] {
        process.records = records;
        let child = sandbox.spawn(process.clone()).await.unwrap();
        assert_eq!(child.records.is_some(), records);
        // More than a pipe holds: writing does not block, but waits for the process.
        let mut late = Sender::from_owned_fd(child.late.expect("a late input")).unwrap();
        late.write_all(&[b'x'; 100_000]).await.unwrap();
        drop(late);
        let (stdout, stderr) = tokio::join!(read_all(child.stdout), read_all(child.stderr));
        assert_eq!(child.exit.await, ExitStatus::Exited(0), "{stderr}");
        let (before, after) =
            if records { ("0, 1, 2, 3, 4", "0, 1, 2, 3") } else { ("0, 1, 2, 4", "0, 1, 2") };
        assert_eq!(stdout, format!("[{before}]\n100000\n[{after}]\n"));
    }
    process.late = false;
    let child = sandbox.spawn(process.clone()).await.unwrap();
    assert!(child.late.is_none());
    assert!(read_all(child.stderr).await.contains("Bad file descriptor"));
    // What cannot be started says so with a late input too.
    process.argv = vec!["/no/such/program".to_owned()];
    process.late = true;
    let error = sandbox.spawn(process).await.err().unwrap();
    assert!(matches!(error, SandboxError::System { errno: libc::ENOENT, .. }), "{error}");
}

pub(crate) async fn frozen_is_still_and_thawed_goes_on(world: World) {
    let sandbox = world.sandbox().await;
    let child = sandbox.spawn(shell("while :; do echo x; sleep 0.001; done")).await.unwrap();
    let mut stdout = Receiver::from_owned_fd(child.stdout).unwrap();
    let mut buffer = [0; 65536];
    for _ in 0..3 {
        assert!(stdout.read(&mut buffer).await.unwrap() > 0);
        sandbox.freeze().await.unwrap();
        sandbox.freeze().await.unwrap();
        // What was written before.
        while stdout.try_read(&mut buffer).is_ok_and(|length| length > 0) {}
        let nothing = tokio::time::timeout(Duration::from_millis(100), stdout.read(&mut buffer)).await;
        assert!(nothing.is_err(), "a frozen function has written");
        sandbox.thaw().await.unwrap();
        sandbox.thaw().await.unwrap();
    }
    assert!(stdout.read(&mut buffer).await.unwrap() > 0);
    sandbox.freeze().await.unwrap();
    sandbox.destroy().await;
    assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
}

/// The freezer of cgroup version 1 misses processes now and then that are just starting others.
pub(crate) async fn freezing_succeeds_amid_starts(world: World) {
    let sandbox = world.sandbox().await;
    for _ in 0..50 {
        sandbox.spawn(shell("sleep 1000 & sleep 1000 & sleep 1000; :")).await.unwrap();
        sandbox.freeze().await.unwrap();
        sandbox.thaw().await.unwrap();
        sandbox.kill_processes().await.unwrap();
    }
}

pub(crate) async fn spawning_waits_for_the_thaw(world: World) {
    let sandbox = world.sandbox().await;
    sandbox.freeze().await.unwrap();
    let spawning = sandbox.spawn(shell("echo late"));
    tokio::pin!(spawning);
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut spawning).await.is_err());
    sandbox.thaw().await.unwrap();
    let child = spawning.await.unwrap();
    assert_eq!(read_all(child.stdout).await, "late\n");
    assert_eq!(child.exit.await, ExitStatus::Exited(0));
}

pub(crate) async fn killing_all_keeps_tmp(world: World) {
    let sandbox = world.sandbox().await;
    let marker = unique();
    for frozen in [false, true] {
        let child = start_sleeper(&*sandbox, &marker).await;
        // One that has left its session and its parent, as daemons do.
        let daemon = format!("echo kept > /tmp/f; (setsid sh -c 'sleep 1000; :' {marker} >/dev/null 2>&1 &)");
        run(&*sandbox, shell(&daemon)).await.ok();
        wait_until("two marked processes", SOON, || marked(&marker).len() == 2);
        if frozen {
            sandbox.freeze().await.unwrap();
        }
        sandbox.kill_processes().await.unwrap();
        assert_eq!(marked(&marker), [0_u32; 0]);
        assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
        sandbox.kill_processes().await.unwrap();
        assert_eq!(run(&*sandbox, shell("cat /tmp/f")).await.ok(), "kept\n");
    }
}

pub(crate) async fn signals_arrive(world: World) {
    let sandbox = world.sandbox().await;
    let polite =
        sandbox.spawn(shell("trap 'echo bye; exit 5' TERM; echo up; while :; do sleep 0.01; done")).await;
    let polite = polite.unwrap();
    let mut stdout = Receiver::from_owned_fd(polite.stdout).unwrap();
    let mut word = [0; 3];
    stdout.read_exact(&mut word).await.unwrap();
    sandbox.signal(polite.id, Signal::Term).await.unwrap();
    assert_eq!(polite.exit.await, ExitStatus::Exited(5));
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).await.unwrap();
    assert_eq!(rest, "bye\n");

    let stubborn = start_sleeper(&*sandbox, &unique()).await;
    sandbox.signal(stubborn.id, Signal::Kill).await.unwrap();
    assert_eq!(stubborn.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    // Gone, and never there: neither is an error.
    sandbox.signal(stubborn.id, Signal::Term).await.unwrap();
    sandbox.signal(ChildId(999), Signal::Kill).await.unwrap();
}

pub(crate) async fn destroying_leaves_nothing(world: World) {
    for frozen in [false, true] {
        let mounts = host_mounts();
        let id = unique();
        let sandbox = world.driver.create(spec(&id)).await.unwrap();
        let child = start_sleeper(&*sandbox, &id).await;
        assert_eq!(marked(&id).len(), 1);
        assert_eq!(cgroups_named(&id).is_empty(), world.driver.features().cgroup == CgroupVersion::None);
        if frozen {
            sandbox.freeze().await.unwrap();
        }
        sandbox.destroy().await;
        assert_eq!(marked(&id), [0_u32; 0]);
        assert_eq!(cgroups_named(&id), Vec::<std::path::PathBuf>::new());
        assert_eq!(host_mounts(), mounts);
        assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    }
}

pub(crate) async fn dropping_leaves_nothing(world: World) {
    let id = unique();
    let sandbox = world.driver.create(spec(&id)).await.unwrap();
    let child = start_sleeper(&*sandbox, &id).await;
    sandbox.freeze().await.unwrap();
    drop(sandbox);
    assert_eq!(child.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    wait_until("no process, no cgroup", SOON, || marked(&id).is_empty() && cgroups_named(&id).is_empty());
    // Its name is free again, as soon as the keeper has noticed.
    let again = async {
        loop {
            match world.driver.create(spec(&id)).await {
                Ok(sandbox) => break sandbox.destroy().await,
                Err(error) => {
                    assert!(matches!(error, SandboxError::System { errno: libc::EEXIST, .. }), "{error}")
                }
            }
        }
    };
    tokio::time::timeout(SOON, again).await.unwrap();
}

pub(crate) async fn impatience_leaves_nothing(world: World) {
    for microseconds in [0, 100, 1_000, 3_000, 6_000] {
        let id = unique();
        let patience = Duration::from_micros(microseconds);
        drop(tokio::time::timeout(patience, world.driver.create(spec(&id))).await);
        // Answered after it, because the keeper takes one request after the other.
        world.sandbox().await.destroy().await;
        for _ in 0..500 {
            if cgroups_named(&id).is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        assert_eq!(cgroups_named(&id), Vec::<std::path::PathBuf>::new());
    }
}

/// Whoever owns the server's process may ask for any path: it is shown none that its user cannot walk to itself.
pub(crate) async fn binds_show_no_more_than_the_servers_user_reaches(world: World) {
    let directory = tempfile::tempdir().unwrap();
    let (home, open) = (directory.path().join("home"), directory.path().join("home/open"));
    std::fs::create_dir_all(&open).unwrap();
    std::fs::write(open.join("file"), "seen").unwrap();
    let close = |mode| std::fs::set_permissions(&home, std::fs::Permissions::from_mode(mode)).unwrap();
    // Of one's own, closed to everybody else: an interpreter of root's is in such a place.
    close(0o700);
    let mut spec = spec(&unique());
    spec.binds.push(bind(&open, "/x"));
    let own = world.driver.create(spec.clone()).await.unwrap();
    assert_eq!(run(&*own, shell("cat /x/file")).await.ok(), "seen");
    own.destroy().await;
    if world.mode == Mode::Rootless {
        return;
    }
    std::os::unix::fs::chown(&home, Some(12345), Some(12345)).unwrap();
    spec.id = unique();
    match world.driver.create(spec.clone()).await.err() {
        Some(SandboxError::System { errno, .. }) => assert_eq!(errno, libc::EACCES),
        other => panic!("{other:?}"),
    }
    spec.binds.pop();
    let blank = world.driver.blank(spec.clone()).await.unwrap();
    let binds = vec![bind(&open, "/opt")];
    let furniture = Furniture { binds, memory_bytes: spec.memory_bytes, cpu_millis: spec.cpu_millis };
    assert!(matches!(blank.furnish(furniture).await, Err(SandboxError::System { errno: libc::EACCES, .. })));
    // What everybody may enter is no secret.
    close(0o711);
    spec.id = unique();
    spec.binds.push(bind(&open, "/x"));
    let shown = world.driver.create(spec).await.unwrap();
    assert_eq!(run(&*shown, shell("cat /x/file")).await.ok(), "seen");
}

pub(crate) async fn bad_binds_are_refused(world: World) {
    let directory = tempfile::tempdir().unwrap();
    let link = directory.path().join("link");
    symlink("/usr", &link).unwrap();
    let cases = [
        (bind(&link, "/x"), libc::ELOOP),
        (bind(link.join("bin"), "/x"), libc::ELOOP),
        (bind(directory.path().join("none"), "/x"), libc::ENOENT),
        (bind("/dev/null", "/x"), libc::EINVAL),
        // Into a read-only bind, where no mount point can be made.
        (bind("/usr/bin", "/usr/none"), libc::EROFS),
    ];
    for (bad, expected) in cases {
        let mut spec = spec(&unique());
        let id = spec.id.clone();
        spec.binds.push(bad.clone());
        match world.driver.create(spec).await.err() {
            Some(SandboxError::System { errno, .. }) => assert_eq!(errno, expected, "{bad:?}"),
            other => panic!("{bad:?}: {other:?}"),
        }
        // Undone before it was answered, or soon after.
        wait_for_no_cgroup(&id).await;
    }
    let mut spec = spec(&unique());
    spec.binds.push(bind("usr", "/x"));
    assert!(matches!(world.driver.create(spec.clone()).await, Err(SandboxError::Refused(_))));
    spec.binds.pop();
    let file = directory.path().join("file");
    std::fs::write(&file, "seen").unwrap();
    spec.binds.push(bind(&file, "/var/task/deep/file"));
    // Over a directory that is there without it too.
    spec.binds.push(bind(directory.path(), "/opt"));
    let sandbox = world.driver.create(spec.clone()).await.unwrap();
    let all = "cat /var/task/deep/file /opt/file; (echo x > /opt/file) 2>/dev/null || echo no";
    assert_eq!(run(&*sandbox, shell(all)).await.ok(), "seenseenno\n");
    let twice = world.driver.create(spec).await.err();
    assert!(matches!(twice, Some(SandboxError::System { errno: libc::EEXIST, .. })), "{twice:?}");
}

/// Who stops waiting for a start gets no process that nobody knows of.
pub(crate) async fn impatience_starts_nothing(world: World) {
    let sandbox = world.sandbox().await;
    let marker = unique();
    for microseconds in [0, 200, 500, 1_000, 2_000] {
        let patience = Duration::from_micros(microseconds);
        let started = tokio::time::timeout(patience, sandbox.spawn(sleeper(&marker))).await;
        let Err(_) = started else { continue };
        // Orders are obeyed one after the other: this one comes after that start.
        run(&*sandbox, shell("true")).await.ok();
        for _ in 0..500 {
            if marked(&marker).is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        assert_eq!(marked(&marker), [0_u32; 0]);
    }
}

async fn wait_for_no_cgroup(id: &str) {
    let gone = async {
        while !cgroups_named(id).is_empty() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(SOON, gone).await.unwrap();
}

pub(crate) async fn many_at_once(world: World) {
    let create = |_| async {
        let sandbox = world.sandbox().await;
        let said = run(&*sandbox, shell("echo $$ > /tmp/own; ls /tmp")).await.ok();
        assert_eq!(said, "own\n");
        sandbox
    };
    let mut creating: Vec<_> = (0..20).map(create).map(Box::pin).collect();
    let mut sandboxes = Vec::new();
    std::future::poll_fn(|cx| {
        creating.retain_mut(|future| match future.as_mut().poll(cx) {
            std::task::Poll::Ready(sandbox) => {
                sandboxes.push(sandbox);
                false
            }
            std::task::Poll::Pending => true,
        });
        if creating.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    assert_eq!(sandboxes.len(), 20);
    for sandbox in sandboxes {
        sandbox.freeze().await.unwrap();
        sandbox.destroy().await;
    }
}
