//! A sandbox that is none: its processes are tasks that play scripts, its listeners and connections are the host's.

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

use super::{Event, Script, ScriptFuture, Shared, SimulatedProcess, lock};
use crate::connection::{Connection, Slots};
use crate::driver::{
    Child, ChildId, Connector, Datagrams, Exit, ExitStatus, Furniture, Image, Process, Sandbox, SandboxSpec,
    Signal,
};
use crate::error::SandboxError;

pub(super) struct SimulatedSandbox {
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

impl SimulatedSandbox {
    /// A new one, listening already.
    pub(super) fn listening(
        spec: SandboxSpec,
        script: Script,
        shared: Arc<Shared>,
    ) -> Result<Self, SandboxError> {
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
        shared.note(Event::Created(spec.id.clone()));
        let state =
            State { furnished: false, listeners, children: HashMap::new(), next_child: 0, oom_kills: 0 };
        Ok(Self {
            id: spec.id,
            script,
            shared,
            frozen: watch::Sender::new(false),
            slots: Slots::new(),
            state: Arc::new(Mutex::new(state)),
        })
    }
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
