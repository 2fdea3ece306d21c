//! The server's side of the keeper: the Linux driver.
//!
//! Requests are numbered and answered in any order. Two tasks own the socket: one writes what is queued (so that
//! dropping a sandbox can ask for its end without waiting), one reads and hands out the answers. When the driver and
//! all its sandboxes are dropped, the socket is shut and the keeper ends.

use std::collections::HashMap;
use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use rustix::net::Shutdown;
use tokio::io::Interest;
use tokio::net::UnixStream;
use tokio::sync::{mpsc, oneshot, watch};

use crate::driver::{Driver, Furniture, Sandbox, SandboxSpec};
use crate::error::SandboxError;
use crate::features::{Features, Privilege};
use crate::linux::descriptors::Descriptors;
use crate::linux::keeper::Keeper;
use crate::linux::probe;
use crate::linux::protocol::{self, FdRole, GroupFile, MAX_REPLY, Reply, Request, SandboxNumber};
use crate::linux::sandbox::LinuxSandbox;
use crate::linux::template::Templates;
use crate::linux::validate;

/// The driver that makes real sandboxes. See the [crate's manual](crate::driver).
pub struct LinuxDriver {
    client: Arc<Client>,
    features: Features,
    /// If `/tmp` is on disk.
    templates: Option<Templates>,
}

impl LinuxDriver {
    /// Takes over the keeper and waits until it is ready. Must be called in a tokio runtime, and lives in it.
    ///
    /// `scratch` is a directory of this driver alone, made if it is missing, where `/tmp` of the sandboxes is on disk:
    /// templates have names there, the sandboxes' files none. Without it, or where the machine cannot do it, `/tmp` is
    /// in memory; [`Features::disk_tmp`] tells, and [`Features::missing`] why.
    pub async fn start(keeper: Keeper, scratch: Option<PathBuf>) -> Result<Self, SandboxError> {
        let socket =
            async_socket(keeper.socket).map_err(|error| SandboxError::system("watch the keeper", &error))?;
        let features = match receive(&socket).await {
            Ok(Some((Reply::Hello(features), _))) => features,
            Ok(Some((Reply::Failed { failure, .. }, _))) => return Err(failure.into()),
            Ok(Some(_)) => return Err(SandboxError::Protocol("the keeper did not begin with a greeting")),
            Ok(None) => return Err(SandboxError::KeeperDead),
            Err(error) => return Err(SandboxError::system("hear from the keeper", &error)),
        };
        let client = Client::start(Arc::new(socket));
        let (templates, disk_tmp) = match find_scratch(&client, scratch, features.privilege).await? {
            Ok(templates) => (Some(templates), Ok(())),
            Err(remedy) => (None, Err(remedy)),
        };
        if let (Err(remedy), Privilege::Root) = (&disk_tmp, features.privilege) {
            tracing::warn!("/tmp is in memory and counts as the function's memory; {remedy}");
        }
        Ok(Self { client, features: features.with_disk_tmp(disk_tmp), templates })
    }

    /// What the keeper needs for a `/tmp` on disk; nothing, if it is to be in memory.
    async fn scratch(&self, spec: &SandboxSpec) -> Result<Vec<Arc<OwnedFd>>, SandboxError> {
        let Some(templates) = &self.templates else { return Ok(Vec::new()) };
        if !templates.disk_has_room_for(spec.tmp_bytes) {
            tracing::warn!(sandbox = %spec.id, bytes = spec.tmp_bytes, "the disk is nearly full: /tmp is in memory");
            return Ok(Vec::new());
        }
        scratch_fds(templates, (spec.tmp_bytes, spec.tmp_inodes)).await
    }

    /// Waits until the keeper says something, as long as that takes: it does one thing at a time.
    pub async fn keeper_answers(&self) -> Result<(), SandboxError> {
        self.client.ask(|request| Request::Ping { request }, Vec::new()).await.map(|_| ())
    }

    /// Resolves when the keeper is dead, and with it every sandbox: no more can be made.
    pub fn keeper_died(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut dead = self.client.dead();
        async move {
            // If nobody can say it any more, there is no keeper either.
            let _ = dead.wait_for(|dead| *dead).await;
        }
    }
}

#[async_trait]
impl Driver for LinuxDriver {
    async fn blank(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError> {
        validate::spec(&spec)?;
        let (id, ports) = (spec.id.clone(), spec.listen_ports.clone());
        let (memory_bytes, mount_points) = (spec.memory_bytes, spec.mount_points.clone());
        if spec.tunnel.is_some() && !self.features.tunnel {
            return Err(SandboxError::Refused("this machine gives no interfaces to sandboxes".to_owned()));
        }
        // Before it begins: it takes them when nobody can refuse any more.
        let descriptors = Descriptors::for_sandbox(spec.tunnel.is_some()).ok_or(SandboxError::Descriptors)?;
        let scratch = self.scratch(&spec).await?;
        let begun = self.client.create(spec, scratch).await?;
        let sandbox = LinuxSandbox::begun(
            id,
            memory_bytes,
            (ports, mount_points),
            begun,
            descriptors,
            self.features.cgroup,
            Arc::clone(&self.client),
        )?;
        // From here on dropping it, also by the caller's impatience, destroys it.
        sandbox.wait_until_built().await?;
        Ok(Box::new(sandbox))
    }

    fn features(&self) -> &Features {
        &self.features
    }
}

/// Whether `/tmp` can be on disk, tried with the smallest one; if not, what to do about it.
async fn find_scratch(
    client: &Client,
    scratch: Option<PathBuf>,
    privilege: Privilege,
) -> Result<Result<Templates, String>, SandboxError> {
    let Some(directory) = scratch else { return Ok(Err("configure a directory for it".to_owned())) };
    let program = match probe::disk_tmp(privilege) {
        Ok(program) => program,
        Err(remedy) => return Ok(Err(remedy)),
    };
    let shown = directory.display().to_string();
    let not_there = |error: &dyn std::fmt::Display| format!("on disk, in {shown}, it does not work: {error}");
    let templates = match Templates::open(directory, program) {
        Ok(templates) => templates,
        Err(error) => return Ok(Err(not_there(&error))),
    };
    let tried = match scratch_fds(&templates, SMALLEST_TMP).await {
        Ok(fds) => client.try_scratch(fds).await,
        Err(error) => Err(error),
    };
    match tried {
        Ok(()) => Ok(Ok(templates)),
        Err(SandboxError::KeeperDead) => Err(SandboxError::KeeperDead),
        Err(error) => Ok(Err(not_there(&error))),
    }
}

/// Bytes and files.
const SMALLEST_TMP: (u64, u64) = (64 << 10, 16);

/// In the order in which the keeper expects them.
async fn scratch_fds(templates: &Templates, size: (u64, u64)) -> Result<Vec<Arc<OwnedFd>>, SandboxError> {
    Ok(vec![templates.directory(), templates.get(size).await?])
}

/// A sandbox whose first process has begun.
pub(crate) struct Begun {
    pub(crate) sandbox: SandboxNumber,
    /// The first process's number on the host.
    pub(crate) first: u32,
    pub(crate) fds: Vec<(FdRole, OwnedFd)>,
    /// The files of its cgroup.
    pub(crate) files: Vec<(GroupFile, PathBuf)>,
}

enum Answer {
    Created(Begun),
    Furnishing,
    Destroyed,
    ScratchWorks,
    Pong,
}

/// What is queued for the keeper.
struct Packet {
    bytes: Vec<u8>,
    fds: Vec<Arc<OwnedFd>>,
}

type Pending = Mutex<HashMap<u64, oneshot::Sender<Result<Answer, SandboxError>>>>;

/// The requests in flight.
pub(crate) struct Client {
    outgoing: mpsc::UnboundedSender<Packet>,
    pending: Arc<Pending>,
    next: AtomicU64,
    dead: watch::Receiver<bool>,
}

impl Client {
    fn start(socket: Arc<UnixStream>) -> Arc<Self> {
        let (outgoing, queue) = mpsc::unbounded_channel();
        let (died, dead) = watch::channel(false);
        let pending = Arc::new(Pending::default());
        // Weak: the reader must not keep the writer, and with it the keeper, alive.
        let reader = Reader { pending: Arc::clone(&pending), outgoing: outgoing.downgrade(), died };
        tokio::spawn(write_all(Arc::clone(&socket), queue));
        tokio::spawn(reader.run(socket));
        Arc::new(Self { outgoing, pending, next: AtomicU64::new(1), dead })
    }

    async fn create(&self, spec: SandboxSpec, scratch: Vec<Arc<OwnedFd>>) -> Result<Begun, SandboxError> {
        match self.ask(|request| Request::Create { request, spec }, scratch).await? {
            Answer::Created(begun) => Ok(begun),
            _ => Err(SandboxError::Protocol("the keeper mixed up its answers")),
        }
    }

    async fn try_scratch(&self, scratch: Vec<Arc<OwnedFd>>) -> Result<(), SandboxError> {
        self.ask(|request| Request::TryScratch { request }, scratch).await.map(|_| ())
    }

    /// Lets the keeper begin to furnish a sandbox.
    pub(crate) async fn furnish(
        &self,
        sandbox: SandboxNumber,
        furniture: Furniture,
    ) -> Result<(), SandboxError> {
        self.ask(|request| Request::Furnish { request, sandbox, furniture }, Vec::new()).await.map(|_| ())
    }

    /// Waits until nothing is left of a sandbox.
    pub(crate) async fn destroy(&self, sandbox: SandboxNumber) {
        // A dead keeper's sandboxes are dead.
        let _ = self.ask(|request| Request::Destroy { request, sandbox }, Vec::new()).await;
    }

    /// The same without waiting; the answer will interest nobody.
    pub(crate) fn destroy_later(&self, sandbox: SandboxNumber) {
        let request = self.next.fetch_add(1, Ordering::Relaxed);
        if let Ok(bytes) = protocol::encode(&Request::Destroy { request, sandbox }) {
            let _ = self.outgoing.send(Packet { bytes, fds: Vec::new() });
        }
    }

    /// Becomes true when the keeper is dead.
    pub(crate) fn dead(&self) -> watch::Receiver<bool> {
        self.dead.clone()
    }

    async fn ask(
        &self,
        request: impl FnOnce(u64) -> Request,
        fds: Vec<Arc<OwnedFd>>,
    ) -> Result<Answer, SandboxError> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let bytes = protocol::encode(&request(number))
            .map_err(|_| SandboxError::Refused("the specification is too long".to_owned()))?;
        let (sender, receiver) = oneshot::channel();
        lock(&self.pending).insert(number, sender);
        // If the reader has ended before the entry was made, nobody else will take it out.
        if *self.dead.borrow() || self.outgoing.send(Packet { bytes, fds }).is_err() {
            lock(&self.pending).remove(&number);
            return Err(SandboxError::KeeperDead);
        }
        receiver.await.unwrap_or(Err(SandboxError::KeeperDead))
    }
}

/// Sends what is queued; when nobody can queue any more, shuts the socket, which ends keeper and reader.
async fn write_all(socket: Arc<UnixStream>, mut queue: mpsc::UnboundedReceiver<Packet>) {
    while let Some(Packet { bytes, fds }) = queue.recv().await {
        let fds: Vec<BorrowedFd<'_>> = fds.iter().map(|fd| fd.as_fd()).collect();
        if let Err(error) = send(&socket, &bytes, &fds).await {
            tracing::error!(%error, "the keeper cannot be reached");
            break;
        }
    }
    let _ = rustix::net::shutdown(&*socket, Shutdown::Both);
}

struct Reader {
    pending: Arc<Pending>,
    outgoing: mpsc::WeakUnboundedSender<Packet>,
    died: watch::Sender<bool>,
}

impl Reader {
    async fn run(self, socket: Arc<UnixStream>) {
        loop {
            match receive(&socket).await {
                Ok(Some((reply, fds))) => self.hand_out(reply, fds),
                Ok(None) => break,
                Err(error) => {
                    tracing::error!(%error, "the keeper is not understood");
                    break;
                }
            }
        }
        // In this order, see `ask`; dropping the senders answers who waits.
        self.died.send_replace(true);
        lock(&self.pending).clear();
        let _ = rustix::net::shutdown(&*socket, Shutdown::Both);
    }

    fn hand_out(&self, reply: Reply, fds: Vec<OwnedFd>) {
        let (request, answer) = match reply {
            Reply::Hello(_) => return,
            Reply::Created { request, sandbox, first, fds: roles, files } => {
                let fds = roles.into_iter().zip(fds).collect();
                (request, Ok(Answer::Created(Begun { sandbox, first, fds, files })))
            }
            Reply::Furnishing { request } => (request, Ok(Answer::Furnishing)),
            Reply::Destroyed { request } => (request, Ok(Answer::Destroyed)),
            Reply::ScratchWorks { request } => (request, Ok(Answer::ScratchWorks)),
            Reply::Pong { request } => (request, Ok(Answer::Pong)),
            Reply::Failed { request, failure } => (request, Err(failure.into())),
        };
        let waiting = lock(&self.pending).remove(&request);
        let unwanted = match waiting {
            Some(sender) => sender.send(answer).err(),
            None => Some(answer),
        };
        // Nobody waits for this sandbox any more.
        if let Some(Ok(Answer::Created(Begun { sandbox, .. }))) = unwanted
            && let Some(outgoing) = self.outgoing.upgrade()
            && let Ok(bytes) = protocol::encode(&Request::Destroy { request: 0, sandbox })
        {
            let _ = outgoing.send(Packet { bytes, fds: Vec::new() });
        }
    }
}

/// A packet socket that waits in the runtime. Its type names a stream, for tokio has none for packets; only `send` and
/// `receive` here touch it, and they keep packets whole.
pub(crate) fn async_socket(socket: OwnedFd) -> io::Result<UnixStream> {
    // Nonblocking is a property of this end alone: the two ends of a pair are two open files.
    rustix::io::ioctl_fionbio(&socket, true)?;
    UnixStream::from_std(socket.into())
}

pub(crate) async fn send(socket: &UnixStream, packet: &[u8], fds: &[BorrowedFd<'_>]) -> io::Result<()> {
    socket.async_io(Interest::WRITABLE, || protocol::send(socket, packet, fds)).await
}

pub(crate) async fn receive<T: serde::de::DeserializeOwned>(
    socket: &UnixStream,
) -> io::Result<Option<(T, Vec<OwnedFd>)>> {
    // On the stack, and only when there is something: most sockets are silent.
    socket.async_io(Interest::READABLE, || protocol::receive(socket, &mut [0; MAX_REPLY])).await
}

/// A panic elsewhere leaves plain data behind, good to go on with.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
