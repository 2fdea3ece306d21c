//! The driver interface, and its manual.
//!
//! **Life of a sandbox.** [`Driver::blank`] builds namespaces, cgroup and root without what is the function's own, so that
//! sandboxes can be made ahead and pooled. [`Sandbox::furnish`] brings that in; [`Driver::create`] is both in one.
//! [`Sandbox::spawn`] starts processes in it, any number, one after
//! another or side by side (a runtime and its extensions); what is started before the sandbox is furnished is confined just
//! as much. [`Sandbox::freeze`] stops them all between invocations,
//! [`Sandbox::thaw`] lets them go on. [`Sandbox::kill_processes`] ends all of them and leaves the box and its
//! `/tmp`, for a fresh start after a timeout. [`Sandbox::destroy`] ends everything; dropping the box does the same,
//! but does not wait.
//!
//! **What blocks.** Nothing blocks the thread for more than some tens of microseconds. `create` takes some
//! milliseconds, `furnish` and `spawn` about one, `freeze` and `thaw` well under one, `connect` a fraction of one where somebody
//! listens; `destroy` returns when the last process and the cgroups are gone. The memory readings are one small read
//! of a kernel file (without cgroups, some per process).
//!
//! **What is idempotent.** `freeze`, `thaw` and `kill_processes`: twice is as good as once. `take_listener`
//! gives each listener once. `kill_processes` thaws first, so the sandbox is running afterwards.
//!
//! **After death.** A sandbox dies when it is destroyed, when its first process (ours, not the function's) is killed,
//! or when the keeper dies. Every [`Exit`] then resolves, those of processes still running with
//! `Signaled(SIGKILL)`; every method answers [`SandboxError::Dead`], memory readings answer `None`, and listeners still
//! held accept nothing more.
//!
//! **What no driver does.** It restarts nothing, times nothing out and reads no output: that is the worker's part.

use std::any::Any;
use std::future::Future;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::connection::Connection;
use crate::error::SandboxError;
use crate::features::Features;

/// The name of the user that functions run as, as in AWS Lambda.
pub const SANDBOX_USER: &str = "sbx_user1051";
/// The user id that functions run as, seen from inside.
pub const SANDBOX_UID: u32 = 993;
/// The group id that functions run as, seen from inside.
pub const SANDBOX_GID: u32 = 990;

/// The descriptor of a process's third output, if it has one.
pub const RECORDS_FD: i32 = 3;

/// The descriptor of a process's late input, if it has one.
pub const LATE_FD: i32 = 4;

/// The greatest number of connections into one sandbox that are open at the same time.
pub const MAX_CONNECTIONS: usize = 16;

/// Makes sandboxes.
#[async_trait]
pub trait Driver: Send + Sync {
    /// Builds a sandbox; nothing of the function runs yet. Fails with [`SandboxError::Refused`] if the specification
    /// is not acceptable, with [`SandboxError::Descriptors`] if another sandbox has to go first; whatever fails, nothing is
    /// left behind. If the caller stops waiting, the sandbox is destroyed.
    async fn create(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError> {
        let SandboxSpec { memory_bytes, cpu_millis, .. } = spec;
        let blank = self.blank(spec).await?;
        blank.furnish(Furniture { binds: Vec::new(), memory_bytes, cpu_millis }).await?;
        Ok(blank)
    }

    /// Builds a sandbox that still lacks the function's own: [`Sandbox::furnish`] is to follow. Fails and cleans up as
    /// [`Self::create`] does.
    async fn blank(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError>;

    /// What isolation this driver really gives on this machine.
    fn features(&self) -> &Features;
}

/// A listener that somebody has connected to.
pub struct Called {
    /// Nonblocking.
    pub listener: TcpListener,
    /// What was set aside for it; to be kept as long as the listener is.
    pub descriptor: Box<dyn Any + Send + Sync>,
}

/// Where datagrams come in.
pub struct Datagrams {
    /// Bound.
    pub socket: tokio::net::UdpSocket,
    /// What was set aside for it; to be kept as long as the socket is.
    pub descriptor: Box<dyn Any + Send + Sync>,
}

/// Waits for the first connection to a port.
pub type Calling = Pin<Box<dyn Future<Output = Option<Called>> + Send>>;

/// One box. Methods may be called from several tasks at once.
#[async_trait]
pub trait Sandbox: Send + Sync {
    /// Brings in what is the function's own, and sets its limits. Once in a sandbox's life: then, and if the furniture is not
    /// acceptable, it fails with [`SandboxError::Refused`]. **A sandbox whose furnishing fails for any other reason is
    /// destroyed**, and so is one whose caller stops waiting. Until it is furnished, a sandbox refuses to be frozen and
    /// to have all its processes killed.
    async fn furnish(&self, furniture: Furniture) -> Result<(), SandboxError>;

    /// The listener on `127.0.0.1:port` inside the sandbox's own network, nonblocking; `None` if `port` was not
    /// in [`SandboxSpec::listen_ports`] or the listener was taken before.
    fn take_listener(&self, port: u16) -> Option<TcpListener>;

    /// The same listener, but not before somebody inside connects to it: until then it costs this process nothing. What is
    /// returned does not keep the sandbox alive, and ends with `None` where the listener cannot be had, or not any more.
    fn called(&self, port: u16) -> Calling {
        let listener = self.take_listener(port);
        Box::pin(async move { Some(Called { listener: listener?, descriptor: Box::new(()) }) })
    }

    /// The other end of the sandbox's interface: a nonblocking TUN device without packet information. `None` if there is none
    /// in [`SandboxSpec::tunnel`], or it was taken before. Packets that nobody reads are lost. The sandbox's network
    /// is there as long as it is open; closing it waits for the kernel for some milliseconds.
    fn take_tunnel(&self) -> Option<OwnedFd> {
        None
    }

    /// What connects to processes in the sandbox. It does not keep the sandbox alive: after its death it answers
    /// [`SandboxError::Dead`].
    fn connector(&self) -> Arc<dyn Connector>;

    /// Starts a process and returns when its program has replaced ours (after `execve`), or with the error that
    /// prevented it, such as a missing program ([`SandboxError::System`]). On a frozen sandbox it waits for `thaw`. If
    /// the caller stops waiting, the process is killed.
    async fn spawn(&self, process: Process) -> Result<Child, SandboxError>;

    /// Starts a process as [`Self::spawn`] does, with the same walls, but as a copy of one that an image was taken of.
    /// Of `process`, the outputs and inputs and the working directory count; they must be those that the image's had. Fails with
    /// [`SandboxError::System`] where the sandbox's files are not those that the image needs, or the machine cannot do it:
    /// then nothing is left, and starting the program the ordinary way is all right.
    async fn restore(&self, process: Process, image: &Image) -> Result<Child, SandboxError> {
        let _ = (process, image);
        Err(SandboxError::Refused("this driver restores no images".to_owned()))
    }

    /// Takes an image of a child, of at most `most_bytes` of memory of its own. Its threads stop for that, and go on
    /// afterwards. Fails with [`SandboxError::Refused`] and the reason where it has what cannot be copied: a late input
    /// that it has neither closed nor waits for, other processes beside it, shared memory, timers, descriptors of some
    /// kinds. Takes some milliseconds, and some more for each 10 MB.
    async fn capture(&self, child: ChildId, most_bytes: u64) -> Result<Image, SandboxError> {
        let _ = (child, most_bytes);
        Err(SandboxError::Refused("this driver takes no images".to_owned()))
    }

    /// Stops every process of the function; returns when all have stopped.
    async fn freeze(&self) -> Result<(), SandboxError>;

    /// Lets every process go on.
    async fn thaw(&self) -> Result<(), SandboxError>;

    /// Kills every process of the function, thawing first. Returns when none is left. The sandbox and `/tmp` stay.
    async fn kill_processes(&self) -> Result<(), SandboxError>;

    /// Sends a signal to one child (not to its descendants). A child that is gone already is not an error. A frozen
    /// child gets it when it is thawed.
    async fn signal(&self, child: ChildId, signal: Signal) -> Result<(), SandboxError>;

    /// Changes the processor share, in thousandths of one CPU, 10 to 1 000 000: a start may have more than what follows
    /// it. And says that the start is over: until then the sandbox gives way to others where processors are short. Takes
    /// microseconds. No effect where the machine has no CPU limit (see [`Features::cpu_limit`]).
    fn set_cpu(&self, millis: u32) -> Result<(), SandboxError>;

    /// The highest memory use of the function's processes since they were last killed, in bytes. With their pages of interpreters and
    /// libraries, without what the kernel holds in memory of files on disk, as far as can be told: files that were written
    /// and deleted again between two looks count. Where no cgroup counts, an estimate: the sum of the living processes' own
    /// peaks, as found whenever this is asked. `None` if there is nothing to tell.
    fn memory_peak(&self) -> Option<u64>;

    /// The memory in use now, in bytes; estimated where no cgroup counts it. `None` if there is nothing to tell.
    fn memory_current(&self) -> Option<u64>;

    /// How many processes the kernel has killed here because the memory limit was reached.
    fn oom_kills(&self) -> u64;

    /// Destroys the sandbox and waits until nothing is left of it. Never fails: if the keeper is dead, so is
    /// the sandbox.
    async fn destroy(self: Box<Self>);
}

/// Connects to processes in one sandbox.
#[async_trait]
pub trait Connector: Send + Sync {
    /// Connects to `127.0.0.1:port` inside the sandbox's own network. Fails with [`SandboxError::Refused`] for port 0, for
    /// those of [`SandboxSpec::listen_ports`] and where [`MAX_CONNECTIONS`] are open, with [`SandboxError::System`]
    /// where nobody listens. On a frozen sandbox it waits for `thaw`; else it may wait as long as the kernel
    /// tries, some minutes, where whoever listens has stopped accepting.
    async fn connect(&self, port: u16) -> Result<Connection, SandboxError>;

    /// What processes in the sandbox send to `127.0.0.1:port` by UDP from now on, on its own network. Fails with
    /// [`SandboxError::System`] where a process of it listens there. It does not keep the sandbox alive.
    async fn datagrams(&self, port: u16) -> Result<Datagrams, SandboxError>;
}

/// What a sandbox is made of. The driver adds `/dev`, `/proc`, `/etc` and `/tmp` of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxSpec {
    /// Unique among the driver's sandboxes, including those dropped and not yet gone; 1 to 64 of `A-Z a-z 0-9 - _`,
    /// starting with a letter or digit.
    pub id: String,
    /// The host name seen inside (1 to 64 of `A-Z a-z 0-9 - .`).
    pub hostname: String,
    /// The host's files that are seen inside; at most 256.
    pub binds: Vec<Bind>,
    /// Symbolic links to make in the root; at most 64.
    pub symlinks: Vec<Symlink>,
    /// Empty directories to make in the root, for what [`Sandbox::furnish`] brings; at most 8. As the target of a bind.
    pub mount_points: Vec<PathBuf>,
    /// The memory limit in bytes, at least 4 MiB. Where the machine has cgroups, a process that needs more is killed
    /// ([`ExitStatus::OomKilled`]). **Pages of `/dev/shm` count too**, and those of `/tmp` where it is in memory
    /// ([`Features::disk_tmp`](crate::Features::disk_tmp)).
    pub memory_bytes: u64,
    /// Processor share in thousandths of one CPU, 10 to 1 000 000 (1,769 MB of memory is 1000 in AWS Lambda).
    pub cpu_millis: u32,
    /// The greatest number of processes and threads, 8 to 65 536 (AWS Lambda: 1,024).
    pub pids_max: u32,
    /// The size of `/tmp` in bytes, 64 KiB to 64 GiB; writing more fails with `ENOSPC`.
    ///
    /// On disk, a function can write this much into one file, and at most 1 % and 512 KiB more; what it has not written
    /// takes no room. **No room is reserved**: a sandbox is given a `/tmp` on disk if at its creation there is room for
    /// all of it and 256 MiB, otherwise one in memory; but many sandboxes together can fill the disk. Then writing
    /// into the `/tmp` of whoever comes too late fails with `EIO` or `EROFS`, and does so until that sandbox is replaced.
    pub tmp_bytes: u64,
    /// The greatest number of files in `/tmp`, 16 to 10 000 000. On disk it is rounded up a little, and never more than
    /// one per 4 KiB.
    pub tmp_inodes: u64,
    /// The greatest number of open files of a process, 16 to 65 536 (AWS Lambda: 1,024).
    pub nofile: u32,
    /// Ports on the sandbox's loopback to listen on for the server; at most 8, none of them 0 or twice.
    pub listen_ports: Vec<u16>,
    /// An interface through which everything goes that is not for the loopback; without one, nothing does. Needs
    /// [`Features::tunnel`](crate::Features::tunnel).
    pub tunnel: Option<Tunnel>,
    /// Whether a process waits, confined, to become the first one that is spawned without records and late input, which so
    /// starts sooner.
    pub process_ahead: bool,
}

/// What the interface of a sandbox is called, and what is behind it: [`Sandbox::take_tunnel`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tunnel {
    /// The sandbox's own address. Sandboxes do not see each other, so all may have the same.
    pub v4: Ipv4Addr,
    /// The same, where the machine has IPv6.
    pub v6: Ipv6Addr,
    /// The resolver of names.
    pub resolver: Ipv4Addr,
    /// Bytes of the longest packet, 1280 to 65 535.
    pub mtu: u16,
}

/// What makes a blank sandbox that of a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Directories of the host that are seen inside; at most 8, their targets among [`SandboxSpec::mount_points`].
    pub binds: Vec<Bind>,
    /// In place of [`SandboxSpec::memory_bytes`]. If more is in use already than can be taken back, furnishing fails.
    pub memory_bytes: u64,
    /// In place of [`SandboxSpec::cpu_millis`].
    pub cpu_millis: u32,
}

/// One host path seen inside, always read-only, never with set-user-id bits or devices in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bind {
    /// A file or directory of the host: absolute and canonical (no `.`, no `..`, no symbolic link on the way).
    pub source: PathBuf,
    /// Where it is seen inside: absolute, no `.` or `..`; not in `/dev`, `/proc`, `/sys` or `/tmp`. A parent that
    /// exists in no other bind is made.
    pub target: PathBuf,
}

/// One symbolic link in the root of the sandbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Symlink {
    /// Where the link itself is: absolute, no `.` or `..`.
    pub link: PathBuf,
    /// What it says. May be relative, may point nowhere.
    pub target: PathBuf,
}

/// A process to start. Its standard input is `/dev/null`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// The program's absolute path inside the sandbox, then its arguments; at least one.
    pub argv: Vec<String>,
    /// The whole environment; nothing is added.
    pub env: Vec<(String, String)>,
    /// The working directory inside the sandbox, absolute.
    pub cwd: PathBuf,
    /// Whether it gets a third output, descriptor [`RECORDS_FD`], for what is framed and not lines. It is told nothing
    /// of it: say so in `env`.
    pub records: bool,
    /// Whether it gets a second input, descriptor [`LATE_FD`]: a pipe for what its caller will know only later. It is told
    /// nothing of it: say so in `env`.
    pub late: bool,
}

impl std::fmt::Debug for Process {
    /// Environments hold credentials: only the names are shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.env.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Process")
            .field("argv", &self.argv)
            .field("env", &names)
            .field("cwd", &self.cwd)
            .field("records", &self.records)
            .field("late", &self.late)
            .finish()
    }
}

/// A started process, by which its sandbox knows it. Never used twice within a sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChildId(pub u64);

/// The signals that a sandbox sends for its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signal {
    /// `SIGTERM`: please end.
    Term,
    /// `SIGKILL`: end.
    Kill,
}

/// A started process.
#[derive(Debug)]
pub struct Child {
    /// Its name within the sandbox.
    pub id: ChildId,
    /// The reading end of its standard output, nonblocking. Ends when the last holder of the other end is gone,
    /// which may be a descendant.
    pub stdout: OwnedFd,
    /// The reading end of its standard error, as above.
    pub stderr: OwnedFd,
    /// The reading end of its third output, as above; there if [`Process::records`] asked for it.
    pub records: Option<OwnedFd>,
    /// The writing end of its late input, nonblocking; there if [`Process::late`] asked for it. Dropping it ends that
    /// input.
    pub late: Option<OwnedFd>,
    /// Resolves when the process has ended.
    pub exit: Exit,
}

/// A process as it was at one moment, in memory that nobody can change. Clones share it; it is gone with the last.
#[derive(Debug, Clone)]
pub struct Image {
    pub(crate) memory: Arc<OwnedFd>,
    pub(crate) bytes: u64,
}

impl Image {
    /// How much memory it takes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExitStatus {
    /// By itself, with this code (0 to 255).
    Exited(i32),
    /// By this signal.
    Signaled(i32),
    /// Killed by the kernel because the sandbox's memory limit was reached.
    OomKilled,
}

/// The future of a process's end. It may be dropped: the process does not mind.
#[derive(Debug)]
pub struct Exit(oneshot::Receiver<ExitStatus>);

impl Exit {
    /// The future, and where to say how the process ended. If that is dropped unsaid, the sandbox died with the
    /// process: killed.
    pub(crate) fn channel() -> (oneshot::Sender<ExitStatus>, Self) {
        let (sender, receiver) = oneshot::channel();
        (sender, Self(receiver))
    }
}

impl Future for Exit {
    type Output = ExitStatus;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<ExitStatus> {
        Pin::new(&mut self.0).poll(cx).map(|said| said.unwrap_or(ExitStatus::Signaled(libc::SIGKILL)))
    }
}
