//! What the server hears of the inside: orders to the first process, its reports, and the book of who waits for which.
//!
//! A task reads the reports. When the first process is gone, or the keeper, the book is closed: everybody who waits is told,
//! and nobody can begin to wait.

use std::collections::HashMap;
use std::net::TcpListener;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::Interest;
use tokio::net::UnixStream;
use tokio::sync::{oneshot, watch};

use crate::driver::{Called, ChildId, ExitStatus, Signal};
use crate::error::SandboxError;
use crate::linux::client::{lock, receive, send};
use crate::linux::descriptors::{Descriptors, descriptor_for_connection};
use crate::linux::files::Files;
use crate::linux::memory::MemoryPeak;
use crate::linux::protocol::{self, End, Order, Report, SocketKind};
use crate::linux::usage::Usage;

/// How long somebody who calls waits at least where no descriptor is left.
const CALLED_PAUSE: Duration = Duration::from_millis(50);

/// What the reading task shares.
pub(in crate::linux) struct Inside {
    pub(super) socket: UnixStream,
    pub(super) files: Files,
    /// For where the files do not tell.
    pub(super) usage: Usage,
    pub(super) memory: MemoryPeak,
    pub(super) book: Mutex<Book>,
    /// Processes that the kernel had killed for their memory when last looked.
    pub(super) oom_kills: AtomicU64,
}

type Built = Result<Vec<OwnedFd>, SandboxError>;
type Spawned = Result<Ends, SandboxError>;

/// The server's ends of a process's outputs and its late input.
pub(super) struct Ends {
    pub(super) stdout: OwnedFd,
    pub(super) stderr: OwnedFd,
    pub(super) records: Option<OwnedFd>,
    pub(super) late: Option<OwnedFd>,
}

impl Ends {
    /// In the order in which [`Report::Spawned`] brings them. `None` if they are not those that were told.
    fn take(fds: Vec<OwnedFd>, records: bool, late: bool) -> Option<Self> {
        let mut fds = fds.into_iter();
        let (stdout, stderr) = (fds.next()?, fds.next()?);
        let records = if records { Some(fds.next()?) } else { None };
        let late = if late { Some(fds.next()?) } else { None };
        Some(Self { stdout, stderr, records, late })
    }
}

/// A process that has not ended, as far as is known.
pub(super) struct Running {
    pub(super) exit: oneshot::Sender<ExitStatus>,
    /// Those of the only process are the sandbox's own.
    pub(super) _descriptors: Option<Descriptors>,
}

/// Who waits for what.
#[derive(Default)]
pub(super) struct Book {
    pub(super) closed: bool,
    pub(super) built: Option<oneshot::Sender<Built>>,
    pub(super) furnished: Option<oneshot::Sender<Result<(), SandboxError>>>,
    pub(super) spawning: HashMap<ChildId, oneshot::Sender<Spawned>>,
    pub(super) exits: HashMap<ChildId, Running>,
    pub(super) done: HashMap<u64, oneshot::Sender<()>>,
    pub(super) captures: HashMap<u64, oneshot::Sender<Result<OwnedFd, SandboxError>>>,
    pub(super) sockets: HashMap<u64, oneshot::Sender<Result<OwnedFd, SandboxError>>>,
    pub(super) listeners: HashMap<u16, TcpListener>,
    pub(super) called: HashMap<u16, oneshot::Sender<OwnedFd>>,
    pub(super) tunnel: Option<Unwanted>,
    pub(super) waiting_for_build: Option<oneshot::Receiver<Built>>,
}

/// An interface's other end that nobody has taken. Closing it waits for the kernel for some milliseconds: nothing to do in a
/// thread that others need.
pub(super) struct Unwanted(pub(super) Option<OwnedFd>);

impl Drop for Unwanted {
    fn drop(&mut self) {
        if let (Some(tunnel), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn_blocking(move || drop(tunnel));
        }
    }
}
impl Inside {
    /// Writes in the book, unless it is closed.
    pub(super) fn enter<T>(&self, write: impl FnOnce(&mut Book) -> T) -> Result<T, SandboxError> {
        let mut book = lock(&self.book);
        if book.closed { Err(SandboxError::Dead) } else { Ok(write(&mut book)) }
    }

    pub(super) async fn order(&self, order: &Order, fds: &[BorrowedFd<'_>]) -> Result<(), SandboxError> {
        let packet = protocol::encode(order).map_err(|_| {
            SandboxError::Refused("the arguments and the environment are too long".to_owned())
        })?;
        send(&self.socket, &packet, fds).await.map_err(|_| SandboxError::Dead)
    }

    /// A socket of the sandbox's network, made by its first process.
    pub(in crate::linux) async fn socket(
        &self,
        request: u64,
        kind: SocketKind,
    ) -> Result<OwnedFd, SandboxError> {
        let (sender, made) = oneshot::channel();
        self.enter(|book| book.sockets.insert(request, sender))?;
        self.order(&Order::Socket { request, kind }, &[]).await?;
        made.await.unwrap_or(Err(SandboxError::Dead))
    }

    /// Leaves a listener to the first process until somebody connects to it, and a descriptor can be had for it.
    pub(super) async fn called(&self, port: u16, mut listener: TcpListener) -> Option<Called> {
        loop {
            let (sender, called) = oneshot::channel();
            self.enter(|book| book.called.insert(port, sender)).ok()?;
            self.order(&Order::Watch { port }, &[listener.as_fd()]).await.ok()?;
            drop(listener);
            listener = called.await.ok()?.into();
            if let Some(descriptor) = descriptor_for_connection() {
                return Some(Called { listener, descriptor: Box::new(descriptor) });
            }
            tokio::time::sleep(CALLED_PAUSE).await;
        }
    }

    /// Only while the first process lives: its number may be another's afterwards.
    pub(super) fn living_usage(&self) -> Option<&Usage> {
        self.enter(|_| &self.usage).ok()
    }

    pub(super) async fn read_reports(self: Arc<Self>, mut keeper_dead: watch::Receiver<bool>) {
        loop {
            let report = tokio::select! {
                report = receive(&self.socket) => report,
                _ = keeper_dead.wait_for(|dead| *dead) => break,
            };
            match report {
                Ok(Some((report, fds))) => self.note(report, fds),
                Ok(None) | Err(_) => break,
            }
        }
        // Closed and emptied under one lock: dropping the senders tells all who wait, and none can come after.
        *lock(&self.book) = Book { closed: true, ..Book::default() };
        self.hang_up();
    }

    /// Tells the first process to end, even if there is no keeper to end it. Thawed, for frozen it cannot hear; and
    /// what the kernel has killed with its keeper dies only when thawed, too.
    pub(super) fn hang_up(&self) {
        let _ = rustix::net::shutdown(&self.socket, rustix::net::Shutdown::Both);
        let _ = self.files.write_freezer(false);
    }

    fn note(&self, report: Report, fds: Vec<OwnedFd>) {
        // Nobody waiting is fine everywhere here: callers may lose patience.
        match report {
            Report::Ready => {
                if let Some(built) = lock(&self.book).built.take() {
                    let _ = built.send(Ok(fds));
                }
            }
            Report::Broken(failure) => {
                if let Some(built) = lock(&self.book).built.take() {
                    let _ = built.send(Err(failure.into()));
                }
            }
            Report::Furnished => {
                if let Some(furnished) = lock(&self.book).furnished.take() {
                    let _ = furnished.send(Ok(()));
                }
            }
            Report::Unfurnished(failure) => {
                if let Some(furnished) = lock(&self.book).furnished.take() {
                    let _ = furnished.send(Err(failure.into()));
                }
            }
            Report::Spawned { child, records, late } => {
                let ends = Ends::take(fds, records, late).ok_or(SandboxError::Descriptors);
                let is_whole = ends.is_ok();
                let waiting = lock(&self.book).spawning.remove(&child);
                if waiting.is_none_or(|spawning| spawning.send(ends).is_err()) || !is_whole {
                    self.kill_unwanted(child);
                }
            }
            Report::SpawnFailed { child, failure } => {
                if let Some(spawning) = lock(&self.book).spawning.remove(&child) {
                    let _ = spawning.send(Err(failure.into()));
                }
            }
            Report::Exited { child, end } => {
                let status = self.exit_status(end);
                if let Some(running) = lock(&self.book).exits.remove(&child) {
                    let _ = running.exit.send(status);
                }
            }
            Report::Capturing { request } => {
                let stream = fds.into_iter().next().ok_or(SandboxError::Descriptors);
                if let Some(waiting) = lock(&self.book).captures.remove(&request) {
                    let _ = waiting.send(stream);
                }
            }
            Report::CaptureFailed { request, failure } => {
                if let Some(waiting) = lock(&self.book).captures.remove(&request) {
                    let _ = waiting.send(Err(failure.into()));
                }
            }
            Report::Socket { request } => {
                let socket = fds.into_iter().next();
                let socket = socket.ok_or(SandboxError::Descriptors);
                if let Some(waiting) = lock(&self.book).sockets.remove(&request) {
                    let _ = waiting.send(socket);
                }
            }
            Report::Called { port } => {
                let listener = fds.into_iter().next();
                if let (Some(waiting), Some(listener)) = (lock(&self.book).called.remove(&port), listener) {
                    let _ = waiting.send(listener);
                }
            }
            Report::SocketFailed { request, failure } => {
                if let Some(waiting) = lock(&self.book).sockets.remove(&request) {
                    let _ = waiting.send(Err(failure.into()));
                }
            }
            Report::Done { request } => {
                if let Some(done) = lock(&self.book).done.remove(&request) {
                    let _ = done.send(());
                }
            }
        }
    }

    /// Nobody waits for this process any more, or knows its name.
    fn kill_unwanted(&self, child: ChildId) {
        lock(&self.book).exits.remove(&child);
        let order = Order::Signal { child, signal: Signal::Kill };
        if let Ok(packet) = protocol::encode(&order) {
            // The socket's queue is full only if the first process hangs; then the process is left to `kill_processes`.
            let _ = self.socket.try_io(Interest::WRITABLE, || protocol::send(&self.socket, &packet, &[]));
        }
    }

    /// A process that was killed while the kernel's count of killings for memory went up was killed for that.
    fn exit_status(&self, end: End) -> ExitStatus {
        match end {
            End::Code(code) => ExitStatus::Exited(code),
            End::Signal(libc::SIGKILL) if self.count_oom_kills() => ExitStatus::OomKilled,
            End::Signal(signal) => ExitStatus::Signaled(signal),
        }
    }

    /// Looks at the count; whether it went up since the last look.
    pub(super) fn count_oom_kills(&self) -> bool {
        let now = self.files.oom_kills().unwrap_or(0);
        self.oom_kills.fetch_max(now, Ordering::Relaxed) < now
    }
}
