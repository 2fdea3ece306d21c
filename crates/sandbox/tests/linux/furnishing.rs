//! A sandbox that is built before it is known whose it will be.

use std::path::Path;
use std::time::Duration;

use sandbox::{Driver as _, ExitStatus, Furniture, Process, SandboxError};
use tokio::io::AsyncWriteExt as _;
use tokio::net::unix::pipe::Sender;

use crate::harness::Mode;
use crate::world::{
    World, all_processes, bind, cgroups_named, marked, parent_of, python, read_all, read_line, run, shell,
    sleeper, spec, unique, wait_until,
};

const SOON: Duration = Duration::from_secs(5);

pub(crate) fn furniture(code: &Path) -> Furniture {
    let code = code.canonicalize().unwrap();
    Furniture { binds: vec![bind(code, "/var/task")], memory_bytes: 96 << 20, cpu_millis: 1000 }
}

/// A function's code: one file.
pub(crate) fn code() -> tempfile::TempDir {
    let code = tempfile::tempdir().unwrap();
    std::fs::write(code.path().join("file"), "its own").unwrap();
    code
}

/// What a process can find out about its walls.
pub(crate) const LOOK: &str = "import os, signal, subprocess\n\
    wanted = ('Uid', 'Gid', 'Groups', 'Cap', 'NoNewPrivs', 'Seccomp', 'Sig')\n\
    status = [line for line in open('/proc/self/status') if line.startswith(wanted)]\n\
    def attempt(what):\n\
    \x20 try: return what()\n\
    \x20 except OSError as error: return error.errno\n\
    print(repr((status, open('/proc/self/mountinfo').read(),\n\
    \x20 attempt(lambda: open('/var/task/new', 'w')), attempt(lambda: open('/new', 'w')),\n\
    \x20 attempt(lambda: os.kill(1, 0)), attempt(lambda: os.listdir('/proc/1/fd')),\n\
    \x20 attempt(lambda: open('/var/task/file').read()), os.listdir('/opt'), os.getcwd(),\n\
    \x20 [pid for pid in os.listdir('/proc') if pid.isdigit() and int(pid) not in (1, os.getpid())],\n\
    \x20 sorted(os.environ), os.nice(0), os.sched_getaffinity(0), open('/proc/self/cgroup').read(),\n\
    \x20 open('/proc/self/oom_score_adj').read(), open('/proc/self/limits').read())), flush=True)\n";

pub(crate) async fn changes_nothing_for_who_started_before(world: World) {
    let code = code();
    let looks = |late: bool| {
        let wait = if late { "open(4).read()\n" } else { "" };
        Process { late, ..python(&format!("{wait}{LOOK}")) }
    };
    let blank = world.driver.blank(spec(&unique())).await.unwrap();
    let early = blank.spawn(looks(true)).await.unwrap();
    blank.furnish(furniture(code.path())).await.unwrap();
    Sender::from_owned_fd(early.late.unwrap()).unwrap().write_all(b"go").await.unwrap();
    let (early_said, trouble) = tokio::join!(read_all(early.stdout), read_all(early.stderr));
    assert_eq!(early.exit.await, ExitStatus::Exited(0), "{trouble}");
    assert!(early_said.contains("'its own'"), "{early_said}");
    let after = run(&*blank, looks(false)).await.ok();

    // What is left to differ are the names that the kernel gives: of mounts.
    let other = world.driver.blank(spec(&unique())).await.unwrap();
    other.furnish(furniture(code.path())).await.unwrap();
    let usual = run(&*other, looks(false)).await.ok();
    assert_eq!(early_said, after);
    assert_eq!(without_numbers(&early_said), without_numbers(&usual));
}

pub(crate) fn without_numbers(said: &str) -> String {
    said.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

pub(crate) async fn leaves_those_before_and_after_together(world: World) {
    let (code, blank) = (code(), world.driver.blank(spec(&unique())).await.unwrap());
    // In one Landlock domain: they may signal each other and connect by abstract names, as ever.
    let early = "import os, signal, socket\n\
        served = socket.socket(socket.AF_UNIX); served.bind('\\0early'); served.listen()\n\
        print(os.getpid(), flush=True)\n\
        signal.sigwait([signal.SIGUSR1])\n\
        os.kill(int(served.accept()[0].recv(16)), signal.SIGUSR2)\n";
    let blocked =
        "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])\n";
    let early = blank.spawn(python(&format!("{blocked}{early}"))).await.unwrap();
    let (_, pid) = read_line(early.stdout).await;
    blank.furnish(furniture(code.path())).await.unwrap();
    let late = format!(
        "import os, signal, socket\n\
         os.kill({pid}, signal.SIGUSR1)\n\
         client = socket.socket(socket.AF_UNIX); client.connect('\\0early'); client.send(str(os.getpid()).encode())\n\
         print(signal.sigwait([signal.SIGUSR2]) == signal.SIGUSR2)\n"
    );
    assert_eq!(run(&*blank, python(&format!("{blocked}{late}"))).await.ok(), "True\n");
    assert_eq!(early.exit.await, ExitStatus::Exited(0));
}

/// Our own processes in a sandbox: the living children of its first process that run our own program.
pub(crate) fn our_own_below(first: u32) -> Vec<u32> {
    let read =
        |pid: u32, file: &str| std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap_or_default();
    let ours = read(std::process::id(), "cmdline");
    let lives_below = |pid: u32| {
        let stat = read(pid, "stat");
        let mut fields = stat.rsplit_once(") ").map_or("", |(_, fields)| fields).split(' ');
        fields.next().is_some_and(|state| state != "Z") && fields.next() == Some(&first.to_string())
    };
    let is_ours = |pid: &u32| lives_below(*pid) && read(*pid, "cmdline") == ours;
    all_processes().into_iter().filter(is_ours).collect()
}

pub(crate) async fn is_done_by_a_process_that_nothing_inside_reaches(world: World) {
    let (id, code) = (unique(), code());
    let blank = world.driver.blank(spec(&id)).await.unwrap();
    let early = blank.spawn(sleeper(&id)).await.unwrap();
    read_line(early.stdout).await;
    let first = parent_of(marked(&id)[0]);
    let [furnisher] = our_own_below(first)[..] else { panic!("one furnisher: {:?}", our_own_below(first)) };
    let status = std::fs::read_to_string(format!("/proc/{furnisher}/status")).unwrap();
    for line in ["CapPrm:\t0000000000200000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1"] {
        assert!(status.contains(line), "{line}: {status}");
    }
    // The furnisher is the second process of its namespace.
    let reach = "import os, signal\n\
        def attempt(what):\n\
        \x20 try: what(); return 'done'\n\
        \x20 except OSError as error: return type(error).__name__\n\
        print(attempt(lambda: open('/proc/2/mem')), attempt(lambda: os.listdir('/proc/2/fd')),\n\
        \x20 attempt(lambda: os.readlink('/proc/2/exe')), attempt(lambda: os.kill(2, signal.SIGKILL)))\n";
    let said = run(&*blank, python(reach)).await.ok();
    let hidden = "FileNotFoundError FileNotFoundError FileNotFoundError ";
    assert!(said.starts_with(hidden), "{said}");
    let behind_landlock = world.driver.features().landlock_abi.is_some_and(|abi| abi >= 6);
    if world.mode == Mode::Root || behind_landlock {
        assert_eq!(said.strip_prefix(hidden), Some("PermissionError\n"));
        blank.furnish(furniture(code.path())).await.unwrap();
        wait_until("the furnisher is gone", SOON, || our_own_below(first).is_empty());
        assert_eq!(run(&*blank, shell("cat /var/task/file")).await.ok(), "its own");
    } else {
        assert!(blank.furnish(furniture(code.path())).await.is_err());
    }
}

pub(crate) async fn sets_the_limits(world: World) {
    let features = world.driver.features();
    if !features.memory_limit {
        return;
    }
    let hold = |mib: u32| python(&format!("print(len(bytearray({mib} << 20)) >> 20)"));
    for (memory_bytes, fits, too_much) in [(48 << 20, 20, 60), (192 << 20, 150, 250)] {
        let blank = world.driver.blank(spec(&unique())).await.unwrap();
        let furniture = Furniture { binds: Vec::new(), memory_bytes, cpu_millis: 500 };
        blank.furnish(furniture).await.unwrap();
        assert_eq!(run(&*blank, hold(fits)).await.ok(), format!("{fits}\n"));
        assert_eq!(run(&*blank, hold(too_much)).await.status, ExitStatus::OomKilled, "{memory_bytes}");
        assert!(blank.memory_peak().unwrap() <= memory_bytes);
    }
}

pub(crate) async fn that_fails_leaves_nothing(world: World) {
    let id = unique();
    let blank = world.driver.blank(spec(&id)).await.unwrap();
    let early = blank.spawn(sleeper(&id)).await.unwrap();
    read_line(early.stdout).await;
    let missing = Furniture { binds: vec![bind("/no/such/code", "/var/task")], ..furniture(code().path()) };
    let error = blank.furnish(missing).await.unwrap_err();
    assert!(matches!(error, SandboxError::System { errno: libc::ENOENT, .. }), "{error}");
    assert_eq!(early.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    assert_eq!(blank.spawn(shell("true")).await.err(), Some(SandboxError::Dead));
    wait_until("its processes are gone", SOON, || marked(&id).is_empty());
    wait_until("its cgroups are gone", SOON, || cgroups_named(&id).is_empty());
    blank.destroy().await;
}

pub(crate) async fn is_for_once_and_for_what_there_is_a_place_for(world: World) {
    let blank = world.driver.blank(spec(&unique())).await.unwrap();
    let code = code();
    let is_refused = |result: Result<(), SandboxError>| matches!(result, Err(SandboxError::Refused(_)));
    assert!(is_refused(blank.freeze().await));
    assert!(is_refused(blank.kill_processes().await));
    let elsewhere = Furniture { binds: vec![bind("/usr", "/srv")], ..furniture(code.path()) };
    assert!(is_refused(blank.furnish(elsewhere).await));
    assert_eq!(run(&*blank, shell("ls /var/task /opt")).await.ok(), "/opt:\n\n/var/task:\n");
    blank.furnish(furniture(code.path())).await.unwrap();
    assert!(is_refused(blank.furnish(furniture(code.path())).await));
    assert_eq!(run(&*blank, shell("cat /var/task/file")).await.ok(), "its own");
    blank.freeze().await.unwrap();
    blank.thaw().await.unwrap();
    blank.kill_processes().await.unwrap();
    assert_eq!(run(&*blank, shell("cat /var/task/file")).await.ok(), "its own");
}

pub(crate) async fn blanks_that_are_dropped_leave_nothing(world: World) {
    let id = unique();
    let blank = world.driver.blank(spec(&id)).await.unwrap();
    let early = blank.spawn(sleeper(&id)).await.unwrap();
    read_line(early.stdout).await;
    let first = parent_of(marked(&id)[0]);
    drop(blank);
    wait_until("its processes are gone", SOON, || marked(&id).is_empty() && our_own_below(first).is_empty());
    wait_until("its cgroups are gone", SOON, || cgroups_named(&id).is_empty());
}
