//! What the tests share: a driver, a sandbox of the host's programs, and ways to look from outside.

use std::future::Future;
use std::io::Read as _;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sandbox::linux::{Keeper, LinuxDriver};
use sandbox::{Bind, Child, Driver as _, ExitStatus, Process, Sandbox, SandboxSpec, Symlink};
use tokio::io::AsyncReadExt as _;
use tokio::net::unix::pipe::Receiver;

use crate::harness::{Mode, slowness};

pub(crate) const PYTHON: &str = "/usr/bin/python3";

/// One driver, alone in its process.
pub(crate) struct World {
    pub(crate) driver: LinuxDriver,
    pub(crate) mode: Mode,
}

/// Forks a keeper, starts a runtime whose tasks need no further thread, and runs the test in it.
pub(crate) fn with_driver<F, Fut>(mode: Mode, test: F)
where
    F: FnOnce(World) -> Fut,
    Fut: Future<Output = ()>,
{
    let place = tempfile::tempdir().unwrap();
    // As a server would: on disk, where that can be.
    with_driver_in(mode, Some(place.path().join("scratch")), test);
}

/// The same with a directory for scratch files.
pub(crate) fn with_driver_in<F, Fut>(mode: Mode, scratch: Option<PathBuf>, test: F)
where
    F: FnOnce(World) -> Fut,
    Fut: Future<Output = ()>,
{
    let keeper = Keeper::fork_before_threads().unwrap();
    runtime().block_on(async {
        let driver = LinuxDriver::start(keeper, scratch).await.unwrap();
        test(World { driver, mode }).await;
    });
}

/// A server in a process of its own, so that it can be killed: it holds what it sets up, and waits. Its process, and its
/// keeper's.
pub(crate) fn server_apart<F, Fut, T>(mode: Mode, scratch: Option<PathBuf>, set_up: F) -> (u32, u32)
where
    F: FnOnce(World) -> Fut,
    Fut: Future<Output = T>,
{
    let (told, tell) = rustix::pipe::pipe().unwrap();
    // SAFETY: this process has one thread.
    let server = match unsafe { libc::fork() } {
        0 => {
            drop(told);
            with_driver_in(mode, scratch, |world| async move {
                let _held = set_up(world).await;
                rustix::io::write(&tell, &keeper_pid().to_ne_bytes()).unwrap();
                std::future::pending::<()>().await;
            });
            unreachable!()
        }
        server => server.unsigned_abs(),
    };
    drop(tell);
    let mut keeper = [0; 4];
    std::fs::File::from(told).read_exact(&mut keeper).unwrap();
    (server, u32::from_ne_bytes(keeper))
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

impl World {
    /// A sandbox with a name of its own.
    pub(crate) async fn sandbox(&self) -> Box<dyn Sandbox> {
        self.driver.create(spec(&unique())).await.unwrap()
    }
}

/// Like most functions; small enough to hit its limits soon.
pub(crate) fn spec(id: &str) -> SandboxSpec {
    let links = ["bin", "lib", "lib64", "sbin"];
    SandboxSpec {
        id: id.to_owned(),
        hostname: "inside".to_owned(),
        binds: vec![bind("/usr", "/usr")],
        symlinks: links
            .iter()
            .map(|name| Symlink { link: format!("/{name}").into(), target: format!("usr/{name}").into() })
            .collect(),
        mount_points: vec!["/var/task".into(), "/opt".into()],
        memory_bytes: 96 << 20,
        cpu_millis: 1000,
        pids_max: 32,
        tmp_bytes: 1 << 20,
        tmp_inodes: 64,
        nofile: 1024,
        listen_ports: vec![9001],
        tunnel: None,
        process_ahead: false,
    }
}

pub(crate) fn bind(source: impl AsRef<Path>, target: impl AsRef<Path>) -> Bind {
    Bind { source: source.as_ref().to_owned(), target: target.as_ref().to_owned() }
}

/// Different in every call of every test process.
pub(crate) fn unique() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("t{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn shell(script: &str) -> Process {
    process(&["/bin/sh", "-c", script])
}

pub(crate) fn python(script: &str) -> Process {
    process(&[PYTHON, "-I", "-S", "-c", script])
}

pub(crate) fn process(argv: &[&str]) -> Process {
    Process {
        argv: argv.iter().map(|text| (*text).to_owned()).collect(),
        env: vec![("PATH".to_owned(), "/usr/bin:/bin".to_owned())],
        cwd: PathBuf::from("/tmp"),
        records: false,
        late: false,
    }
}

/// What a process that has ended has said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Said {
    /// The output of a process that succeeded.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.status, ExitStatus::Exited(0), "{self:?}");
        self.stdout
    }
}

/// Runs a process to its end.
pub(crate) async fn run(sandbox: &dyn Sandbox, process: Process) -> Said {
    let Child { stdout, stderr, exit, .. } = sandbox.spawn(process).await.unwrap();
    let (stdout, stderr) = tokio::join!(read_all(stdout), read_all(stderr));
    Said { status: exit.await, stdout, stderr }
}

pub(crate) async fn read_all(fd: OwnedFd) -> String {
    let mut text = String::new();
    Receiver::from_owned_fd(fd).unwrap().read_to_string(&mut text).await.unwrap();
    text
}

/// Reads up to the first line's end; gives back what to read on from.
pub(crate) async fn read_line(fd: OwnedFd) -> (OwnedFd, String) {
    let mut receiver = Receiver::from_owned_fd(fd).unwrap();
    let mut line = Vec::new();
    loop {
        match receiver.read_u8().await.unwrap() {
            b'\n' => break,
            byte => line.push(byte),
        }
    }
    (receiver.into_nonblocking_fd().unwrap(), String::from_utf8(line).unwrap())
}

/// Waits until something is so.
#[track_caller]
pub(crate) fn wait_until(what: &str, patience: Duration, mut is_so: impl FnMut() -> bool) {
    let patience = patience * slowness();
    let deadline = Instant::now() + patience;
    while !is_so() {
        assert!(Instant::now() < deadline, "not in {patience:?}: {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A process that sleeps under a name that can be found from outside, among all others.
pub(crate) fn sleeper(marker: &str) -> Process {
    // It forks nothing that would bear the same name.
    process(&[PYTHON, "-I", "-S", "-c", "import signal; print('up', flush=True); signal.pause()", marker])
}

/// The host's numbers of living processes with this marker among their arguments.
pub(crate) fn marked(marker: &str) -> Vec<u32> {
    let is_marked = |pid: &u32| {
        let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        arguments.split(|byte| *byte == 0).any(|argument| argument == marker.as_bytes())
    };
    all_processes().into_iter().filter(is_marked).collect()
}

pub(crate) fn all_processes() -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

/// Every cgroup of the host whose path has a part of this name.
pub(crate) fn cgroups_named(name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("/sys/fs/cgroup")];
    while let Some(directory) = open.pop() {
        if directory.file_name().is_some_and(|last| last == name) {
            found.push(directory.clone());
        }
        let entries = std::fs::read_dir(&directory).into_iter().flatten().flatten();
        open.extend(entries.filter(|e| e.file_type().is_ok_and(|kind| kind.is_dir())).map(|e| e.path()));
    }
    found
}

pub(crate) fn host_mounts() -> String {
    std::fs::read_to_string("/proc/self/mountinfo").unwrap()
}

/// This process's keeper.
pub(crate) fn keeper_pid() -> u32 {
    let me = std::process::id().to_string();
    let is_mine = |pid: &u32| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let Some((name, rest)) = stat.rsplit_once(") ") else { return false };
        name.ends_with("(tenfold-keeper") && rest.split(' ').nth(1) == Some(&me)
    };
    all_processes().into_iter().find(is_mine).unwrap()
}

pub(crate) fn parent_of(pid: u32) -> u32 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    stat.rsplit_once(") ").unwrap().1.split(' ').nth(1).unwrap().parse().unwrap()
}
