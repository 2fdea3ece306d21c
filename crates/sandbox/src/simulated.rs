//! A driver that runs a script in place of each process: for tests of what stands above.
//!
//! The script gets the process as it would have been started, the real addresses of the sandbox's listeners (on the
//! host's loopback, on free ports), and the writing ends of its outputs; what it returns is how the process ended. So
//! a test can play a runtime that polls, one that hangs, one that dies, without a kernel's help.
//!
//! A connection into a sandbox goes to that port of the host's loopback. It isolates nothing, and freezing only shows:
//! a script that cares watches [`SimulatedProcess::frozen`].

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

use crate::connection::{Connection, Slots};
use crate::driver::{
    Child, ChildId, Connector, Datagrams, Driver, Exit, ExitStatus, Furniture, Image, Process, Sandbox,
    SandboxSpec, Signal,
};
use crate::error::SandboxError;
use crate::features::{CgroupVersion, Features, Freezer, Privilege};

/// What plays the processes: called once for each `spawn`.
pub type Script = Arc<dyn Fn(SimulatedProcess) -> ScriptFuture + Send + Sync>;
/// One process being played.
pub type ScriptFuture = Pin<Box<dyn Future<Output = ExitStatus> + Send>>;

/// What a script knows and holds.
#[derive(Debug)]
pub struct SimulatedProcess {
    /// The sandbox it runs in.
    pub sandbox: String,
    /// What was to be started.
    pub process: Process,
    /// The sandbox's listeners: the port asked for, and where it really listens.
    pub listeners: HashMap<u16, SocketAddr>,
    /// The writing end of its standard output.
    pub stdout: std::fs::File,
    /// The writing end of its standard error.
    pub stderr: std::fs::File,
    /// The writing end of its third output, if it has one.
    pub records: Option<std::fs::File>,
    /// The reading end of its late input, if it has one; reading it blocks.
    pub late: Option<std::fs::File>,
    /// The signals sent to it, but `Kill`, which ends the script.
    pub signals: mpsc::UnboundedReceiver<Signal>,
    /// Whether the sandbox is frozen now.
    pub frozen: watch::Receiver<bool>,
}

/// What happened, in order: the driver's diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The sandbox with this id was created.
    Created(String),
    /// A process with this `argv[0]` was started in it.
    Spawned(String, String),
    /// The process started next in it is a copy.
    Restored(String),
    /// An image of a process of it was taken.
    Captured(String),
    /// It was furnished.
    Furnished(String, Furniture),
    /// It was frozen (and was not before).
    Frozen(String),
    /// It was thawed (and was frozen before).
    Thawed(String),
    /// All its processes were killed.
    Killed(String),
    /// A process of it was sent a signal.
    Signaled(String, Signal),
    /// Its processor share was changed to so many thousandths of one CPU.
    CpuSet(String, u32),
    /// It was destroyed, or dropped.
    Destroyed(String),
}

/// The driver. Clones are the same driver.
#[derive(Clone)]
pub struct SimulatedDriver {
    script: Script,
    features: Features,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    diary: Mutex<Vec<Event>>,
    create_failures: Mutex<VecDeque<SandboxError>>,
    furnish_failures: Mutex<VecDeque<SandboxError>>,
    restore_failures: Mutex<VecDeque<SandboxError>>,
    captures: AtomicBool,
    memory: Mutex<HashMap<String, u64>>,
}

impl SimulatedDriver {
    /// A driver whose processes are played by `script`.
    pub fn new<F, Fut>(script: F) -> Self
    where
        F: Fn(SimulatedProcess) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ExitStatus> + Send + 'static,
    {
        let features = Features {
            privilege: Privilege::Rootless,
            user_namespaces: false,
            cgroup: CgroupVersion::None,
            memory_limit: false,
            cpu_limit: false,
            pids_limit: false,
            freezer: Freezer::Signals,
            seccomp: false,
            landlock_abi: None,
            overlayfs: false,
            disk_tmp: false,
            tunnel: false,
            missing: Vec::new(),
        };
        Self { script: Arc::new(move |process| Box::pin(script(process))), features, shared: Arc::default() }
    }

    /// Makes a coming `create` fail. Several failures are used up in order, one for each `create`.
    pub fn fail_create(&self, error: SandboxError) {
        lock(&self.shared.create_failures).push_back(error);
    }

    /// Makes a coming `furnish` fail, in the same way.
    pub fn fail_furnish(&self, error: SandboxError) {
        lock(&self.shared.furnish_failures).push_back(error);
    }

    /// Makes it take images, which restore to what a script plays from its beginning; before, it refuses to.
    pub fn take_images(&self) {
        self.shared.captures.store(true, Ordering::Relaxed);
    }

    /// Makes a coming `restore` fail, as above.
    pub fn fail_restore(&self, error: SandboxError) {
        lock(&self.shared.restore_failures).push_back(error);
    }

    /// Sets what a sandbox says of its memory, in bytes, now and at its peak (64 MiB if never set).
    pub fn set_memory(&self, sandbox: &str, bytes: u64) {
        lock(&self.shared.memory).insert(sandbox.to_owned(), bytes);
    }

    /// What has happened so far.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        lock(&self.shared.diary).clone()
    }

    /// The ids of the sandboxes that were created and not destroyed.
    #[must_use]
    pub fn live(&self) -> Vec<String> {
        let mut live = Vec::new();
        for event in lock(&self.shared.diary).iter() {
            match event {
                Event::Created(id) => live.push(id.clone()),
                Event::Destroyed(id) => live.retain(|other| other != id),
                _ => {}
            }
        }
        live
    }
}

#[async_trait]
impl Driver for SimulatedDriver {
    async fn blank(&self, spec: SandboxSpec) -> Result<Box<dyn Sandbox>, SandboxError> {
        if let Some(error) = lock(&self.shared.create_failures).pop_front() {
            return Err(error);
        }
        let mut listeners = HashMap::new();
        for port in spec.listen_ports {
            let listen = || {
                let listener = TcpListener::bind(("127.0.0.1", 0))?;
                listener.set_nonblocking(true)?;
                Ok((listener.local_addr()?, listener))
            };
            let (address, listener) = listen().map_err(|error| SandboxError::system("listen", &error))?;
            listeners.insert(port, (address, Some(listener)));
        }
        self.shared.note(Event::Created(spec.id.clone()));
        Ok(Box::new(SimulatedSandbox {
            id: spec.id,
            script: Arc::clone(&self.script),
            shared: Arc::clone(&self.shared),
            frozen: watch::Sender::new(false),
            slots: Slots::new(),
            state: Arc::new(Mutex::new(State {
                furnished: false,
                listeners,
                children: HashMap::new(),
                next_child: 0,
                oom_kills: 0,
            })),
        }))
    }

    fn features(&self) -> &Features {
        &self.features
    }
}

struct SimulatedSandbox {
    id: String,
    script: Script,
    shared: Arc<Shared>,
    frozen: watch::Sender<bool>,
    slots: Slots,
    state: Arc<Mutex<State>>,
}

struct State {
    furnished: bool,
    listeners: HashMap<u16, (SocketAddr, Option<TcpListener>)>,
    children: HashMap<ChildId, Running>,
    next_child: u64,
    oom_kills: u64,
}

struct Running {
    signals: mpsc::UnboundedSender<Signal>,
    task: AbortHandle,
}

#[async_trait]
impl Sandbox for SimulatedSandbox {
    async fn furnish(&self, furniture: Furniture) -> Result<(), SandboxError> {
        if std::mem::replace(&mut lock(&self.state).furnished, true) {
            return Err(SandboxError::Refused("the sandbox is furnished already".to_owned()));
        }
        if let Some(error) = lock(&self.shared.furnish_failures).pop_front() {
            lock(&self.state).kill_all();
            return Err(error);
        }
        self.shared.note(Event::Furnished(self.id.clone(), furniture));
        Ok(())
    }

    fn take_listener(&self, port: u16) -> Option<TcpListener> {
        lock(&self.state).listeners.get_mut(&port)?.1.take()
    }

    fn connector(&self) -> Arc<dyn Connector> {
        let own_ports = lock(&self.state).listeners.keys().copied().collect();
        Arc::new(HostConnector { own_ports, slots: self.slots.clone(), frozen: self.frozen.subscribe() })
    }

    async fn spawn(&self, process: Process) -> Result<Child, SandboxError> {
        let Some(program) = process.argv.first().cloned() else {
            return Err(SandboxError::Refused("argv is empty".to_owned()));
        };
        let pipes = || Ok((pipe()?, pipe()?));
        let ((stdout, stdout_write), (stderr, stderr_write)) =
            pipes().map_err(|error| SandboxError::system("pipe", &error))?;
        let records = process.records.then(pipe).transpose();
        let records = records.map_err(|error| SandboxError::system("pipe", &error))?;
        let (records, records_write) = records.unzip();
        let late = process.late.then(late_pipe).transpose();
        let late = late.map_err(|error| SandboxError::system("pipe", &error))?;
        let (late_read, late) = late.unzip();
        let (exit_sender, exit) = Exit::channel();
        let (signal_sender, signals) = mpsc::unbounded_channel();

        let mut state = lock(&self.state);
        state.next_child += 1;
        let id = ChildId(state.next_child);
        let playing = (self.script)(SimulatedProcess {
            sandbox: self.id.clone(),
            process,
            listeners: state.listeners.iter().map(|(port, (address, _))| (*port, *address)).collect(),
            stdout: stdout_write.into(),
            stderr: stderr_write.into(),
            records: records_write.map(Into::into),
            late: late_read.map(Into::into),
            signals,
            frozen: self.frozen.subscribe(),
        });
        let task = tokio::spawn(play(playing, id, exit_sender, Arc::clone(&self.state))).abort_handle();
        state.children.insert(id, Running { signals: signal_sender, task });
        self.shared.note(Event::Spawned(self.id.clone(), program));
        Ok(Child { id, stdout, stderr, records, late, exit })
    }

    async fn restore(&self, process: Process, _image: &Image) -> Result<Child, SandboxError> {
        if let Some(error) = lock(&self.shared.restore_failures).pop_front() {
            return Err(error);
        }
        self.shared.note(Event::Restored(self.id.clone()));
        self.spawn(process).await
    }

    async fn capture(&self, _child: ChildId, _most_bytes: u64) -> Result<Image, SandboxError> {
        if !self.shared.captures.load(Ordering::Relaxed) {
            return Err(SandboxError::Refused("this driver takes no images".to_owned()));
        }
        let (memory, _) = pipe().map_err(|error| SandboxError::system("pipe", &error))?;
        self.shared.note(Event::Captured(self.id.clone()));
        Ok(Image { memory: Arc::new(memory), bytes: 1 << 20 })
    }

    async fn freeze(&self) -> Result<(), SandboxError> {
        if !self.frozen.send_replace(true) {
            self.shared.note(Event::Frozen(self.id.clone()));
        }
        Ok(())
    }

    async fn thaw(&self) -> Result<(), SandboxError> {
        if self.frozen.send_replace(false) {
            self.shared.note(Event::Thawed(self.id.clone()));
        }
        Ok(())
    }

    async fn kill_processes(&self) -> Result<(), SandboxError> {
        self.frozen.send_replace(false);
        lock(&self.state).kill_all();
        self.shared.note(Event::Killed(self.id.clone()));
        Ok(())
    }

    async fn signal(&self, child: ChildId, signal: Signal) -> Result<(), SandboxError> {
        self.shared.note(Event::Signaled(self.id.clone(), signal));
        let mut state = lock(&self.state);
        match signal {
            Signal::Kill => {
                if let Some(running) = state.children.remove(&child) {
                    running.task.abort();
                }
            }
            Signal::Term => {
                // A script that reads no signals ignores them, as a process may.
                if let Some(running) = state.children.get(&child) {
                    let _ = running.signals.send(signal);
                }
            }
        }
        Ok(())
    }

    fn set_cpu(&self, millis: u32) -> Result<(), SandboxError> {
        self.shared.note(Event::CpuSet(self.id.clone(), millis));
        Ok(())
    }

    fn memory_peak(&self) -> Option<u64> {
        Some(lock(&self.shared.memory).get(&self.id).copied().unwrap_or(64 << 20))
    }

    fn memory_current(&self) -> Option<u64> {
        self.memory_peak()
    }

    fn oom_kills(&self) -> u64 {
        lock(&self.state).oom_kills
    }

    async fn destroy(self: Box<Self>) {}
}

struct HostConnector {
    own_ports: Vec<u16>,
    slots: Slots,
    frozen: watch::Receiver<bool>,
}

#[async_trait]
impl Connector for HostConnector {
    async fn connect(&self, port: u16) -> Result<Connection, SandboxError> {
        let slot = self.slots.take(port, &self.own_ports)?;
        let thawed = self.frozen.clone().wait_for(|frozen| !frozen).await.is_ok();
        if !thawed {
            return Err(SandboxError::Dead);
        }
        let stream = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
        let stream =
            stream.map_err(|error| SandboxError::system(format!("connect to port {port}"), &error))?;
        Ok(Connection::new(stream, slot, ()))
    }

    /// The host's network is all simulated sandboxes': only one of them may be sent datagrams at a port.
    async fn datagrams(&self, port: u16) -> Result<Datagrams, SandboxError> {
        let socket = tokio::net::UdpSocket::bind(("127.0.0.1", port)).await;
        let socket =
            socket.map_err(|error| SandboxError::system(format!("listen on port {port}"), &error))?;
        Ok(Datagrams { socket, descriptor: Box::new(()) })
    }
}

impl Drop for SimulatedSandbox {
    fn drop(&mut self) {
        lock(&self.state).kill_all();
        self.shared.note(Event::Destroyed(self.id.clone()));
    }
}

impl State {
    /// An aborted task drops its exit sender unsaid, which reads as killed.
    fn kill_all(&mut self) {
        for (_, running) in self.children.drain() {
            running.task.abort();
        }
    }
}

impl Shared {
    fn note(&self, event: Event) {
        lock(&self.diary).push(event);
    }
}

/// Runs one script to its end and says how it ended.
async fn play(
    script: ScriptFuture,
    id: ChildId,
    exit: oneshot::Sender<ExitStatus>,
    state: Arc<Mutex<State>>,
) {
    let status = script.await;
    let mut state = lock(&state);
    state.children.remove(&id);
    state.oom_kills += u64::from(status == ExitStatus::OomKilled);
    // Nobody waiting is fine: an `Exit` may be dropped.
    let _ = exit.send(status);
}

/// A pipe whose reading end is nonblocking, as the real driver's are.
fn pipe() -> std::io::Result<(OwnedFd, OwnedFd)> {
    let (read, write) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)?;
    rustix::io::ioctl_fionbio(&read, true)?;
    Ok((read, write))
}

/// A pipe whose writing end is nonblocking, as above.
fn late_pipe() -> std::io::Result<(OwnedFd, OwnedFd)> {
    let (read, write) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)?;
    rustix::io::ioctl_fionbio(&write, true)?;
    Ok((read, write))
}

/// A panic elsewhere leaves plain data behind, good to go on with.
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use std::path::PathBuf;

    fn spec(id: &str) -> SandboxSpec {
        SandboxSpec {
            id: id.to_owned(),
            hostname: "sandbox".to_owned(),
            binds: Vec::new(),
            symlinks: Vec::new(),
            mount_points: Vec::new(),
            memory_bytes: 128 << 20,
            cpu_millis: 1000,
            pids_max: 64,
            tmp_bytes: 1 << 20,
            tmp_inodes: 64,
            nofile: 1024,
            listen_ports: vec![9001],
            tunnel: None,
        }
    }

    fn process() -> Process {
        Process {
            argv: vec!["/bin/run".to_owned()],
            env: Vec::new(),
            cwd: PathBuf::from("/"),
            records: false,
            late: false,
        }
    }

    #[tokio::test]
    async fn a_script_plays_the_process() {
        let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
            played.stdout.write_all(b"hello").unwrap();
            ExitStatus::Exited(played.listeners.len() as i32)
        });
        let sandbox = driver.create(spec("one")).await.unwrap();
        assert!(sandbox.take_listener(9001).is_some());
        assert!(sandbox.take_listener(9001).is_none());
        let child = sandbox.spawn(process()).await.unwrap();
        assert_eq!(child.exit.await, ExitStatus::Exited(1));
        let mut buffer = [0; 16];
        assert_eq!(rustix::io::read(&child.stdout, &mut buffer).unwrap(), 5);
        sandbox.destroy().await;
        assert!(driver.live().is_empty());
    }

    #[tokio::test]
    async fn a_third_output_is_there_if_asked_for() {
        let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
            let Some(records) = &mut played.records else { return ExitStatus::Exited(1) };
            records.write_all(b"framed").unwrap();
            ExitStatus::Exited(0)
        });
        let sandbox = driver.create(spec("one")).await.unwrap();
        let without = sandbox.spawn(process()).await.unwrap();
        assert!(without.records.is_none());
        assert_eq!(without.exit.await, ExitStatus::Exited(1));
        let with = sandbox.spawn(Process { records: true, ..process() }).await.unwrap();
        assert_eq!(with.exit.await, ExitStatus::Exited(0));
        assert_eq!(rustix::io::read(with.records.unwrap(), &mut [0; 16]), Ok(6));
    }

    #[tokio::test]
    async fn a_late_input_is_there_if_asked_for() {
        let driver = SimulatedDriver::new(|played: SimulatedProcess| async move {
            let Some(mut late) = played.late else { return ExitStatus::Exited(1) };
            let mut text = String::new();
            let read = std::io::Read::read_to_string(&mut late, &mut text).unwrap();
            ExitStatus::Exited(read as i32)
        });
        let sandbox = driver.create(spec("one")).await.unwrap();
        let without = sandbox.spawn(process()).await.unwrap();
        assert!(without.late.is_none());
        assert_eq!(without.exit.await, ExitStatus::Exited(1));
        let with = sandbox.spawn(Process { late: true, ..process() }).await.unwrap();
        assert_eq!(rustix::io::write(with.late.unwrap(), b"later"), Ok(5));
        assert_eq!(with.exit.await, ExitStatus::Exited(5));
    }

    #[tokio::test]
    async fn signals_reach_the_script_and_death_is_told() {
        let driver = SimulatedDriver::new(|mut played: SimulatedProcess| async move {
            match played.signals.recv().await {
                Some(Signal::Term) => ExitStatus::Exited(143),
                _ => ExitStatus::Exited(1),
            }
        });
        let sandbox = driver.create(spec("one")).await.unwrap();
        let polite = sandbox.spawn(process()).await.unwrap();
        let killed = sandbox.spawn(process()).await.unwrap();
        let dropped = sandbox.spawn(process()).await.unwrap();
        sandbox.signal(polite.id, Signal::Term).await.unwrap();
        assert_eq!(polite.exit.await, ExitStatus::Exited(143));
        sandbox.signal(killed.id, Signal::Kill).await.unwrap();
        assert_eq!(killed.exit.await, ExitStatus::Signaled(libc::SIGKILL));
        drop(sandbox);
        assert_eq!(dropped.exit.await, ExitStatus::Signaled(libc::SIGKILL));
    }

    #[tokio::test]
    async fn failures_are_used_up_in_order() {
        let driver = SimulatedDriver::new(|_| async { ExitStatus::Exited(0) });
        driver.fail_create(SandboxError::Dead);
        assert_eq!(driver.create(spec("one")).await.err(), Some(SandboxError::Dead));
        let sandbox = driver.create(spec("two")).await.unwrap();
        sandbox.freeze().await.unwrap();
        sandbox.freeze().await.unwrap();
        sandbox.thaw().await.unwrap();
        let two = || "two".to_owned();
        let furniture = Furniture { binds: Vec::new(), memory_bytes: 128 << 20, cpu_millis: 1000 };
        let events = [
            Event::Created(two()),
            Event::Furnished(two(), furniture),
            Event::Frozen(two()),
            Event::Thawed(two()),
        ];
        assert_eq!(driver.events(), events);
    }
}
