//! One sandbox as the server holds it: the control socket to its first process, the cgroup's files, the listeners.
//!
//! What the first process is asked and what it says is in [`inside`].

mod inside;

use std::net::TcpListener;
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{oneshot, watch};

use crate::driver::{Calling, Child, ChildId, Connector, Exit, Furniture, Image, Process, Sandbox, Signal};
use crate::error::SandboxError;
use crate::features::CgroupVersion;
use crate::linux::client::{Begun, Client, async_socket, lock};
use crate::linux::connector::LoopbackConnector;
use crate::linux::descriptors::Descriptors;
use crate::linux::files::Files;
use crate::linux::memory::{self, MemoryPeak};
use crate::linux::protocol::{Broadcast, FdRole, Order, SandboxNumber};
use crate::linux::snapshot;
use crate::linux::usage::Usage;
use crate::linux::validate;

pub(super) use inside::Inside;
use inside::{Book, Ends, Running, Unwanted};

/// How long the first process may take to build the inside: a host file system that hangs delays it.
const BUILD_PATIENCE: Duration = Duration::from_secs(20);

/// A living or dead sandbox.
pub(crate) struct LinuxSandbox {
    id: String,
    number: SandboxNumber,
    client: Arc<Client>,
    inside: Arc<Inside>,
    connector: Arc<LoopbackConnector>,
    next: AtomicU64,
    /// Held while the state changes, so that freezing and thawing cannot overtake each other.
    changing: tokio::sync::Mutex<()>,
    frozen: watch::Sender<bool>,
    mount_points: Vec<PathBuf>,
    state: Mutex<Furnished>,
    destroyed: AtomicBool,
    /// The last field: given back when the rest is gone.
    _descriptors: Descriptors,
}

/// How far it is with the function's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Furnished {
    NotYet,
    UnderWay,
    Done,
}

impl LinuxSandbox {
    /// Takes over what the keeper has begun.
    pub(crate) fn begun(
        id: String,
        memory_bytes: u64,
        (listen_ports, mount_points): (Vec<u16>, Vec<PathBuf>),
        begun: Begun,
        descriptors: Descriptors,
        cgroup: CgroupVersion,
        client: Arc<Client>,
    ) -> Result<Self, SandboxError> {
        let Begun { sandbox: number, first, fds, files } = begun;
        let (mut freezer, mut control) = (None, None);
        for (role, fd) in fds {
            match role {
                FdRole::Control => control = Some(fd),
                FdRole::Freeze => freezer = Some(fd),
            }
        }
        let socket = control
            .ok_or(SandboxError::Descriptors)
            .and_then(|control| {
                async_socket(control).map_err(|error| SandboxError::system("watch the sandbox", &error))
            })
            .inspect_err(|_| client.destroy_later(number))?;
        let (built, waiting_for_build) = oneshot::channel();
        let book = Book { built: Some(built), waiting_for_build: Some(waiting_for_build), ..Book::default() };
        let inside = Arc::new(Inside {
            socket,
            files: Files::new(cgroup, freezer, files),
            usage: Usage::of(first),
            memory: MemoryPeak::new(memory_bytes),
            book: Mutex::new(book),
            oom_kills: AtomicU64::new(0),
        });
        tokio::spawn(Arc::clone(&inside).read_reports(client.dead()));
        let frozen = watch::Sender::new(false);
        let connector = LoopbackConnector::new(Arc::clone(&inside), listen_ports, frozen.subscribe());
        Ok(Self {
            id,
            number,
            client,
            inside,
            connector,
            next: AtomicU64::new(1),
            changing: tokio::sync::Mutex::new(()),
            frozen,
            mount_points,
            state: Mutex::new(Furnished::NotYet),
            destroyed: AtomicBool::new(false),
            _descriptors: descriptors,
        })
    }

    /// Waits for the first process to finish its work, and takes the listeners.
    pub(crate) async fn wait_until_built(&self) -> Result<(), SandboxError> {
        let waiting = lock(&self.inside.book).waiting_for_build.take().ok_or(SandboxError::Dead)?;
        let mut listeners = match tokio::time::timeout(BUILD_PATIENCE, waiting).await {
            Ok(built) => built.unwrap_or(Err(SandboxError::Dead))?,
            Err(_) => return Err(SandboxError::System { step: "build".to_owned(), errno: libc::ETIMEDOUT }),
        };
        let ports = self.connector.listen_ports();
        // The last one, if it was asked for.
        let tunnel = (listeners.len() > ports.len()).then(|| listeners.pop()).flatten();
        if listeners.len() != ports.len() {
            return Err(SandboxError::Descriptors);
        }
        lock(&self.inside.book).tunnel = tunnel.map(|tunnel| Unwanted(Some(tunnel)));
        let listeners = ports.iter().copied().zip(listeners.into_iter().map(TcpListener::from));
        lock(&self.inside.book).listeners.extend(listeners);
        Ok(())
    }

    async fn furnish_now(&self, furniture: Furniture) -> Result<(), SandboxError> {
        let (sender, furnished) = oneshot::channel();
        self.inside.enter(|book| book.furnished = Some(sender))?;
        self.inside.memory.set_limit(furniture.memory_bytes);
        self.client.furnish(self.number, furniture).await?;
        furnished.await.unwrap_or(Err(SandboxError::Dead))
    }

    /// Its furnisher must be neither frozen nor killed.
    fn must_be_furnished(&self) -> Result<(), SandboxError> {
        match *lock(&self.state) {
            Furnished::Done => Ok(()),
            _ => Err(SandboxError::Refused("the sandbox is not furnished".to_owned())),
        }
    }

    /// Starts a program, or what an image holds.
    async fn start(&self, process: Process, image: Option<&Image>) -> Result<Child, SandboxError> {
        validate::process(&process)?;
        // The sender lives as long as we do, so waiting cannot fail.
        let _ = self.frozen.subscribe().wait_for(|frozen| !frozen).await;
        let id = ChildId(self.next.fetch_add(1, Ordering::Relaxed));
        let (exit_sender, exit) = Exit::channel();
        let (sender, outputs) = oneshot::channel();
        self.inside.enter(|book| {
            let descriptors = match book.exits.is_empty() {
                true => None,
                false => Some(Descriptors::for_process().ok_or(SandboxError::Descriptors)?),
            };
            book.exits.insert(id, Running { exit: exit_sender, _descriptors: descriptors });
            book.spawning.insert(id, sender);
            Ok::<_, SandboxError>(())
        })??;
        let ordered = match image {
            None => self.inside.order(&Order::Spawn { child: id, process }, &[]).await,
            Some(image) => {
                let order = Order::Restore { child: id, process };
                self.inside.order(&order, &[image.memory.as_fd()]).await
            }
        };
        let started = match ordered {
            Ok(()) => outputs.await.unwrap_or(Err(SandboxError::Dead)),
            Err(error) => Err(error),
        };
        let Ends { stdout, stderr, records, late } = started.inspect_err(|_| {
            let mut book = lock(&self.inside.book);
            book.exits.remove(&id);
            book.spawning.remove(&id);
        })?;
        Ok(Child { id, stdout, stderr, records, late, exit })
    }

    /// Signals all processes of the function, through the first one, and waits for its word.
    async fn broadcast(&self, broadcast: Broadcast) -> Result<(), SandboxError> {
        let request = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, done) = oneshot::channel();
        self.inside.enter(|book| book.done.insert(request, sender))?;
        self.inside.order(&Order::All { request, broadcast }, &[]).await?;
        done.await.map_err(|_| SandboxError::Dead)
    }

    /// Thaws. The caller holds `changing`.
    async fn thaw_now(&self) -> Result<(), SandboxError> {
        match self.inside.files.can_freeze() {
            true if !*self.frozen.borrow() => {}
            true => self.inside.files.write_freezer(false)?,
            false => self.broadcast(Broadcast::Continue).await?,
        }
        self.frozen.send_replace(false);
        Ok(())
    }
}

#[async_trait]
impl Sandbox for LinuxSandbox {
    async fn furnish(&self, furniture: Furniture) -> Result<(), SandboxError> {
        validate::furniture(&furniture, &self.mount_points)?;
        {
            let mut state = lock(&self.state);
            if *state != Furnished::NotYet {
                return Err(SandboxError::Refused("the sandbox is furnished already".to_owned()));
            }
            *state = Furnished::UnderWay;
        }
        // Whoever stops waiting leaves a sandbox that nobody knows the state of.
        let mut unfinished =
            Unfinished { client: &self.client, number: Some(self.number), inside: &self.inside };
        let furnished = tokio::time::timeout(BUILD_PATIENCE, self.furnish_now(furniture)).await;
        furnished
            .unwrap_or(Err(SandboxError::System { step: "furnish".to_owned(), errno: libc::ETIMEDOUT }))?;
        unfinished.number = None;
        *lock(&self.state) = Furnished::Done;
        Ok(())
    }

    fn take_listener(&self, port: u16) -> Option<TcpListener> {
        lock(&self.inside.book).listeners.remove(&port)
    }

    fn called(&self, port: u16) -> Calling {
        let (inside, listener) = (Arc::clone(&self.inside), self.take_listener(port));
        Box::pin(async move { inside.called(port, listener?).await })
    }

    fn take_tunnel(&self) -> Option<OwnedFd> {
        lock(&self.inside.book).tunnel.take()?.0.take()
    }

    fn connector(&self) -> Arc<dyn Connector> {
        Arc::clone(&self.connector) as _
    }

    async fn spawn(&self, process: Process) -> Result<Child, SandboxError> {
        self.start(process, None).await
    }

    async fn restore(&self, process: Process, image: &Image) -> Result<Child, SandboxError> {
        self.start(process, Some(image)).await
    }

    async fn capture(&self, child: ChildId, most_bytes: u64) -> Result<Image, SandboxError> {
        let request = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, begun) = oneshot::channel();
        self.inside.enter(|book| book.captures.insert(request, sender))?;
        self.inside.order(&Order::Capture { request, child, most_bytes }, &[]).await?;
        let stream = begun.await.unwrap_or(Err(SandboxError::Dead))?;
        let received = tokio::task::spawn_blocking(move || snapshot::receive(stream, most_bytes)).await;
        let refused =
            |why: &dyn std::fmt::Display| SandboxError::Refused(format!("no image can be taken: {why}"));
        received.map_err(|error| refused(&error))?.map_err(|error| refused(&error))
    }

    async fn freeze(&self) -> Result<(), SandboxError> {
        let _changing = self.changing.lock().await;
        self.inside.enter(|_| ())?;
        self.must_be_furnished()?;
        if *self.frozen.borrow() {
            return Ok(());
        }
        // Before the deed: if we are interrupted, the next thaw makes good.
        self.frozen.send_replace(true);
        let frozen = match self.inside.files.can_freeze() {
            true => self.inside.files.freeze().await,
            false => self.broadcast(Broadcast::Stop).await,
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
        self.must_be_furnished()?;
        // What died of its memory before is not what dies now.
        self.inside.count_oom_kills();
        if self.inside.files.can_freeze() {
            self.thaw_now().await?;
        }
        // SIGKILL reaches stopped processes too.
        self.broadcast(Broadcast::Kill).await?;
        self.frozen.send_replace(false);
        self.inside.memory.begin_again(&self.inside.files);
        Ok(())
    }

    async fn signal(&self, child: ChildId, signal: Signal) -> Result<(), SandboxError> {
        self.inside.enter(|_| ())?;
        if signal == Signal::Kill {
            self.inside.count_oom_kills();
        }
        self.inside.order(&Order::Signal { child, signal }, &[]).await
    }

    fn set_cpu(&self, millis: u32) -> Result<(), SandboxError> {
        self.inside.enter(|_| ())?;
        validate::cpu_millis(millis)?;
        self.inside.files.write_cpu(millis)
    }

    fn memory_peak(&self) -> Option<u64> {
        let usage = self.inside.living_usage();
        self.inside.memory.look(&self.inside.files, usage).or_else(|| usage?.peak())
    }

    fn memory_current(&self) -> Option<u64> {
        memory::current(&self.inside.files).or_else(|| self.inside.living_usage()?.current())
    }

    fn oom_kills(&self) -> u64 {
        self.inside.files.oom_kills().unwrap_or_else(|| self.inside.oom_kills.load(Ordering::Relaxed))
    }

    async fn destroy(self: Box<Self>) {
        self.client.destroy(self.number).await;
        self.destroyed.store(true, Ordering::Relaxed);
    }
}

/// Destroys a sandbox when dropped, unless it has lost its number.
struct Unfinished<'a> {
    client: &'a Client,
    number: Option<SandboxNumber>,
    inside: &'a Inside,
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            self.client.destroy_later(number);
            self.inside.hang_up();
        }
    }
}

impl Drop for LinuxSandbox {
    /// Also if `destroy` was interrupted: asking twice is harmless.
    fn drop(&mut self) {
        if !self.destroyed.load(Ordering::Relaxed) {
            tracing::debug!(sandbox = %self.id, "dropped, to be destroyed");
            self.client.destroy_later(self.number);
        }
        self.inside.hang_up();
    }
}
