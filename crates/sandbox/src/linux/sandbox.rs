//! One sandbox as the server holds it: the control socket to its first process, the cgroup's files, the listeners.
//!
//! A task reads the reports of the first process and keeps the book of who waits for what. When that process is gone,
//! or the keeper, the book is closed: everybody who waits is told, and nobody can begin to wait.

use std::collections::HashMap;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use tokio::net::UnixStream;
use tokio::sync::{oneshot, watch};

use crate::driver::{Child, ChildId, Exit, ExitStatus, Process, Sandbox, Signal};
use crate::error::SandboxError;
use crate::features::CgroupVersion;
use crate::linux::cgroup::{Dialect, dialect_of, parse_frozen, parse_oom_kills, read_handle, write_handle};
use crate::linux::client::{Client, Fds, async_socket, lock, receive, send};
use crate::linux::protocol::{self, Broadcast, End, FdRole, MAX_REPLY, Order, Report, SandboxNumber};
use crate::linux::validate;

/// How long freezing may take before it counts as failed. A process deep in the kernel delays it.
const FREEZE_PATIENCE: Duration = Duration::from_secs(2);

/// Mostly it takes some tens of microseconds, far less than the runtime's shortest sleep: so long it is asked again at once.
const FREEZE_SPIN: Duration = Duration::from_micros(500);

/// A living or dead sandbox.
pub(crate) struct LinuxSandbox {
    id: String,
    number: SandboxNumber,
    client: Arc<Client>,
    inside: Arc<Inside>,
    next: AtomicU64,
    /// Held while the state changes, so that freezing and thawing cannot overtake each other.
    changing: tokio::sync::Mutex<()>,
    frozen: watch::Sender<bool>,
    destroyed: AtomicBool,
}

/// What the reading task shares.
struct Inside {
    socket: UnixStream,
    files: Files,
    book: Mutex<Book>,
    /// Processes that the kernel had killed for their memory when last looked.
    oom_kills: AtomicU64,
}

/// The cgroup's files, as far as the machine has them.
struct Files {
    dialect: &'static dyn Dialect,
    open: HashMap<u8, OwnedFd>,
}

type Built = Result<Vec<OwnedFd>, SandboxError>;
type Outputs = Result<(OwnedFd, OwnedFd), SandboxError>;

/// Who waits for what.
#[derive(Default)]
struct Book {
    closed: bool,
    built: Option<oneshot::Sender<Built>>,
    spawning: HashMap<ChildId, oneshot::Sender<Outputs>>,
    exits: HashMap<ChildId, oneshot::Sender<ExitStatus>>,
    done: HashMap<u64, oneshot::Sender<()>>,
    listeners: HashMap<u16, TcpListener>,
    waiting_for_build: Option<oneshot::Receiver<Built>>,
}

impl LinuxSandbox {
    /// Takes over what the keeper has begun.
    pub(crate) fn begun(
        id: String,
        number: SandboxNumber,
        fds: Fds,
        cgroup: CgroupVersion,
        client: Arc<Client>,
    ) -> Result<Self, SandboxError> {
        let mut files = HashMap::new();
        let mut control = None;
        for (role, fd) in fds {
            match role {
                FdRole::Control => control = Some(fd),
                other => {
                    files.insert(other as u8, fd);
                }
            }
        }
        let socket = control
            .ok_or(SandboxError::Protocol("the keeper sent no control socket"))
            .and_then(|control| {
                async_socket(control).map_err(|error| SandboxError::system("watch the sandbox", &error))
            })
            .inspect_err(|_| client.destroy_later(number))?;
        let (built, waiting_for_build) = oneshot::channel();
        let book = Book { built: Some(built), waiting_for_build: Some(waiting_for_build), ..Book::default() };
        let inside = Arc::new(Inside {
            socket,
            files: Files { dialect: dialect_of(cgroup), open: files },
            book: Mutex::new(book),
            oom_kills: AtomicU64::new(0),
        });
        tokio::spawn(Arc::clone(&inside).read_reports(client.dead()));
        Ok(Self {
            id,
            number,
            client,
            inside,
            next: AtomicU64::new(1),
            changing: tokio::sync::Mutex::new(()),
            frozen: watch::Sender::new(false),
            destroyed: AtomicBool::new(false),
        })
    }

    /// Waits for the first process to finish its work, and takes the listeners.
    pub(crate) async fn wait_until_built(&self, ports: &[u16]) -> Result<(), SandboxError> {
        let waiting = lock(&self.inside.book).waiting_for_build.take().ok_or(SandboxError::Dead)?;
        let listeners = waiting.await.unwrap_or(Err(SandboxError::Dead))?;
        if listeners.len() != ports.len() {
            return Err(SandboxError::Protocol("the sandbox sent another number of listeners"));
        }
        let listeners = ports.iter().copied().zip(listeners.into_iter().map(TcpListener::from));
        lock(&self.inside.book).listeners.extend(listeners);
        Ok(())
    }

    async fn order(&self, order: &Order) -> Result<(), SandboxError> {
        let packet = protocol::encode(order).map_err(|_| {
            SandboxError::Refused("the arguments and the environment are too long".to_owned())
        })?;
        send(&self.inside.socket, &packet).await.map_err(|_| SandboxError::Dead)
    }

    /// Signals all processes of the function, through the first one, and waits for its word.
    async fn broadcast(&self, broadcast: Broadcast) -> Result<(), SandboxError> {
        let request = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, done) = oneshot::channel();
        self.inside.enter(|book| book.done.insert(request, sender))?;
        self.order(&Order::All { request, broadcast }).await?;
        done.await.map_err(|_| SandboxError::Dead)
    }

    /// Thaws. The caller holds `changing`.
    async fn thaw_now(&self) -> Result<(), SandboxError> {
        match self.inside.files.get(FdRole::Freeze) {
            Some(_) if !*self.frozen.borrow() => {}
            Some(_) => self.inside.files.write_freezer(false)?,
            None => self.broadcast(Broadcast::Continue).await?,
        }
        self.frozen.send_replace(false);
        Ok(())
    }
}

#[async_trait]
impl Sandbox for LinuxSandbox {
    fn take_listener(&self, port: u16) -> Option<TcpListener> {
        lock(&self.inside.book).listeners.remove(&port)
    }

    async fn spawn(&self, process: Process) -> Result<Child, SandboxError> {
        validate::process(&process)?;
        // The sender lives as long as we do, so waiting cannot fail.
        let _ = self.frozen.subscribe().wait_for(|frozen| !frozen).await;
        let id = ChildId(self.next.fetch_add(1, Ordering::Relaxed));
        let (exit_sender, exit) = Exit::channel();
        let (sender, outputs) = oneshot::channel();
        self.inside.enter(|book| {
            book.exits.insert(id, exit_sender);
            book.spawning.insert(id, sender)
        })?;
        let ordered = self.order(&Order::Spawn { child: id, process }).await;
        let started = match ordered {
            Ok(()) => outputs.await.unwrap_or(Err(SandboxError::Dead)),
            Err(error) => Err(error),
        };
        let (stdout, stderr) = started.inspect_err(|_| {
            let mut book = lock(&self.inside.book);
            book.exits.remove(&id);
            book.spawning.remove(&id);
        })?;
        Ok(Child { id, stdout, stderr, exit })
    }

    async fn freeze(&self) -> Result<(), SandboxError> {
        let _changing = self.changing.lock().await;
        self.inside.enter(|_| ())?;
        if *self.frozen.borrow() {
            return Ok(());
        }
        // Before the deed: if we are interrupted, the next thaw makes good.
        self.frozen.send_replace(true);
        let frozen = match self.inside.files.get(FdRole::Freeze) {
            Some(_) => self.inside.files.freeze().await,
            None => self.broadcast(Broadcast::Stop).await,
        };
        if frozen.is_err() {
            let _ = self.thaw_now().await;
        }
        frozen
    }

    async fn thaw(&self) -> Result<(), SandboxError> {
        let _changing = self.changing.lock().await;
        self.inside.enter(|_| ())?;
        if *self.frozen.borrow() { self.thaw_now().await } else { Ok(()) }
    }

    async fn kill_processes(&self) -> Result<(), SandboxError> {
        let _changing = self.changing.lock().await;
        self.inside.enter(|_| ())?;
        // What died of its memory before is not what dies now.
        self.inside.count_oom_kills();
        if self.inside.files.get(FdRole::Freeze).is_some() {
            self.thaw_now().await?;
        }
        // SIGKILL reaches stopped processes too.
        self.broadcast(Broadcast::Kill).await?;
        self.frozen.send_replace(false);
        Ok(())
    }

    async fn signal(&self, child: ChildId, signal: Signal) -> Result<(), SandboxError> {
        self.inside.enter(|_| ())?;
        if signal == Signal::Kill {
            self.inside.count_oom_kills();
        }
        self.order(&Order::Signal { child, signal }).await
    }

    fn memory_peak(&self) -> Option<u64> {
        self.inside.files.number(FdRole::MemoryPeak)
    }

    fn memory_current(&self) -> Option<u64> {
        self.inside.files.number(FdRole::MemoryCurrent)
    }

    fn oom_kills(&self) -> u64 {
        self.inside.files.oom_kills().unwrap_or_else(|| self.inside.oom_kills.load(Ordering::Relaxed))
    }

    async fn destroy(self: Box<Self>) {
        self.destroyed.store(true, Ordering::Relaxed);
        self.client.destroy(self.number).await;
    }
}

impl Drop for LinuxSandbox {
    fn drop(&mut self) {
        if !self.destroyed.load(Ordering::Relaxed) {
            tracing::debug!(sandbox = %self.id, "dropped, to be destroyed");
        }
        // Twice is harmless, and `destroy` may have been interrupted.
        self.client.destroy_later(self.number);
        // Should the keeper be dead: thawed, the first process sees that its socket is shut, and ends.
        let _ = self.inside.files.write_freezer(false);
        let _ = rustix::net::shutdown(&self.inside.socket, rustix::net::Shutdown::Both);
    }
}

impl Inside {
    /// Writes in the book, unless it is closed.
    fn enter<T>(&self, write: impl FnOnce(&mut Book) -> T) -> Result<T, SandboxError> {
        let mut book = lock(&self.book);
        if book.closed { Err(SandboxError::Dead) } else { Ok(write(&mut book)) }
    }

    async fn read_reports(self: Arc<Self>, mut keeper_dead: watch::Receiver<bool>) {
        let mut buffer = vec![0; MAX_REPLY];
        loop {
            let report = tokio::select! {
                report = receive(&self.socket, &mut buffer) => report,
                _ = keeper_dead.wait_for(|dead| *dead) => break,
            };
            match report {
                Ok(Some((report, fds))) => self.note(report, fds),
                Ok(None) | Err(_) => break,
            }
        }
        // Closed and emptied under one lock: dropping the senders tells all who wait, and none can come after.
        *lock(&self.book) = Book { closed: true, ..Book::default() };
        let _ = rustix::net::shutdown(&self.socket, rustix::net::Shutdown::Both);
        // The kernel has killed the processes of a dead keeper's sandbox; frozen, they would die only when thawed.
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
            Report::Spawned { child } => {
                let outputs = <[OwnedFd; 2]>::try_from(fds)
                    .map(|[stdout, stderr]| (stdout, stderr))
                    .map_err(|_| SandboxError::Protocol("the sandbox sent no outputs"));
                if let Some(spawning) = lock(&self.book).spawning.remove(&child) {
                    let _ = spawning.send(outputs);
                }
            }
            Report::SpawnFailed { child, failure } => {
                if let Some(spawning) = lock(&self.book).spawning.remove(&child) {
                    let _ = spawning.send(Err(failure.into()));
                }
            }
            Report::Exited { child, end } => {
                let status = self.exit_status(end);
                if let Some(exit) = lock(&self.book).exits.remove(&child) {
                    let _ = exit.send(status);
                }
            }
            Report::Done { request } => {
                if let Some(done) = lock(&self.book).done.remove(&request) {
                    let _ = done.send(());
                }
            }
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
    fn count_oom_kills(&self) -> bool {
        let now = self.files.oom_kills().unwrap_or(0);
        self.oom_kills.fetch_max(now, Ordering::Relaxed) < now
    }
}

impl Files {
    fn get(&self, role: FdRole) -> Option<&OwnedFd> {
        self.open.get(&(role as u8))
    }

    fn read(&self, role: FdRole) -> Option<String> {
        read_handle(self.get(role)?).ok()
    }

    fn number(&self, role: FdRole) -> Option<u64> {
        self.read(role)?.trim().parse().ok()
    }

    fn oom_kills(&self) -> Option<u64> {
        parse_oom_kills(&self.read(FdRole::OomKills)?)
    }

    /// Nothing, where there is no freezer.
    fn write_freezer(&self, frozen: bool) -> Result<(), SandboxError> {
        let Some(file) = self.get(FdRole::Freeze) else { return Ok(()) };
        let value = if frozen { self.dialect.frozen() } else { self.dialect.thawed() };
        write_handle(file, value).map_err(|error| SandboxError::system("write the freezer", &error))
    }

    /// Returns when every process has stopped: mostly at once.
    async fn freeze(&self) -> Result<(), SandboxError> {
        self.write_freezer(true)?;
        let begun = Instant::now();
        while !self.read(FdRole::FreezeState).is_some_and(|state| parse_frozen(&state)) {
            if begun.elapsed() > FREEZE_PATIENCE {
                let _ = self.write_freezer(false);
                return Err(SandboxError::System { step: "freeze".to_owned(), errno: libc::ETIMEDOUT });
            }
            if begun.elapsed() < FREEZE_SPIN {
                tokio::task::yield_now().await;
            } else {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
        Ok(())
    }
}
