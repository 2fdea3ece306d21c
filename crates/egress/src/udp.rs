//! Exchanges of UDP: a task and a socket for each pair of addresses, for as long as something comes now and then.

use crate::device::MTU;
use crate::memory::{Memory, Reserved};
use crate::packet::{self, Pair};
use crate::{DNS, MAX_EXCHANGES, Way, dial};
use bytes::Bytes;
use domain::egress::Transport;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{self, error::TrySendError};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// How long an exchange is kept after the last packet; a question to a resolver has one answer.
const QUIET: Duration = Duration::from_secs(60);
const QUIET_DNS: Duration = Duration::from_secs(10);
/// Packets that wait to be sent, of one exchange; and their bytes, of all of a sandbox.
const WAITING: usize = 32;
const WAITING_BYTES: u64 = 1 << 20;
/// What an exchange is counted with: room for a packet, and its part of those that wait.
const BYTES: u64 = 32 << 10;

/// A packet that waits.
struct Waiting {
    payload: Bytes,
    _memory: Reserved,
}

/// All of a sandbox.
pub(crate) struct Exchanges {
    way: Arc<Way>,
    /// To the device.
    packets: mpsc::Sender<Vec<u8>>,
    open: HashMap<Pair, mpsc::Sender<Waiting>>,
    waiting: Arc<Memory>,
    tasks: JoinSet<()>,
}

impl Exchanges {
    pub(crate) fn new(way: Arc<Way>, packets: mpsc::Sender<Vec<u8>>) -> Self {
        let waiting = Memory::new(WAITING_BYTES);
        Self { way, packets, open: HashMap::new(), waiting, tasks: JoinSet::new() }
    }

    /// Whether none is open any more.
    pub(crate) fn is_empty(&self) -> bool {
        self.open.values().all(mpsc::Sender::is_closed)
    }

    /// Sends a packet on; what cannot be sent is lost, as packets may be.
    pub(crate) fn send(&mut self, pair: Pair, payload: &[u8]) {
        let Some(memory) = self.waiting.reserve(payload.len() as u64) else { return };
        let packet = Waiting { payload: Bytes::copy_from_slice(payload), _memory: memory };
        let packet = match self.open.get(&pair) {
            None => packet,
            Some(exchange) => match exchange.try_send(packet) {
                Ok(()) | Err(TrySendError::Full(_)) => return,
                // It was quiet for too long: a new one.
                Err(TrySendError::Closed(packet)) => packet,
            },
        };
        while self.tasks.try_join_next().is_some() {}
        self.open.retain(|_, exchange| !exchange.is_closed());
        if self.open.len() < MAX_EXCHANGES {
            self.begin(pair, packet);
        }
    }

    fn begin(&mut self, pair: Pair, first: Waiting) {
        let Some(to) = self.way.of(pair.to, Transport::Udp) else { return };
        let (Some(memory), Some(descriptor)) = (self.way.memory.reserve(BYTES), (self.way.reserve)()) else {
            return;
        };
        let (sender, receiver) = mpsc::channel(WAITING);
        // The queue is new and has room.
        let _ = sender.try_send(first);
        self.open.insert(pair, sender);
        let packets = self.packets.clone();
        self.tasks.spawn(async move {
            let _held = (descriptor, memory);
            if let Ok(socket) = dial::udp(to).await {
                exchange(&socket, pair, receiver, packets).await;
            }
        });
    }
}

async fn exchange(
    socket: &tokio::net::UdpSocket,
    pair: Pair,
    mut from_sandbox: mpsc::Receiver<Waiting>,
    to_sandbox: mpsc::Sender<Vec<u8>>,
) {
    let quiet = if SocketAddr::port(&pair.to) == DNS { QUIET_DNS } else { QUIET };
    let mut buffer = vec![0; MTU];
    loop {
        let next = async {
            tokio::select! {
                packet = from_sandbox.recv() => {
                    // A refusal by the other side is an error of the next send: no reason to end.
                    if let Some(packet) = &packet { let _ = socket.send(&packet.payload).await; }
                    packet.is_some()
                }
                received = socket.recv(&mut buffer) => {
                    let payload = received.ok().and_then(|length| buffer.get(..length));
                    if let Some(packet) = payload.and_then(|payload| packet::udp(pair, payload, MTU)) {
                        let _ = to_sandbox.send(packet).await;
                    }
                    true
                }
            }
        };
        if !timeout(quiet, next).await.unwrap_or(false) {
            return;
        }
    }
}
