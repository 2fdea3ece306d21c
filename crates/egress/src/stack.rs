//! One sandbox's network, from outside: a task that reads its packets, speaks TCP with it and passes bytes on.

use crate::device::{self, MTU, Queues, Tunnel};
use crate::memory::Reserved;
use crate::pace::{BEGINNING, DATAGRAM, Pace, TURN, processor_time};
use crate::packet::{Packet, Pair};
use crate::tcp::{self, Far, Size};
use crate::udp::Exchanges;
use crate::{Destination, GATEWAY_V4, GATEWAY_V6, MAX_CONNECTIONS, Way};
use domain::egress::Transport;
use smoltcp::iface::{Config, Interface, SocketHandle, SocketSet};
use smoltcp::socket::tcp::{Socket, State};
use smoltcp::time::Instant;
use smoltcp::wire::{HardwareAddress, IpCidr, Ipv4Cidr, Ipv6Cidr};
use std::any::Any;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, mpsc};

/// Packets that are read before what they brought is passed on.
const AT_ONCE: usize = 64;
/// Packets of UDP that wait for the device.
const ANSWERS: usize = 64;
/// Between two looks, where `smoltcp` asks for none: nothing depends on it.
const IDLE: Duration = Duration::from_secs(60);

struct Stack {
    way: Arc<Way>,
    tunnel: Tunnel,
    queues: Queues,
    interface: Interface,
    sockets: SocketSet<'static>,
    connections: HashMap<Pair, (SocketHandle, Far)>,
    exchanges: Exchanges,
    answers: mpsc::Receiver<Vec<u8>>,
    wake: Arc<Notify>,
    buffer: Vec<u8>,
}

/// What a connection begins with.
struct Beginning {
    to: Destination,
    size: Size,
    held: (Box<dyn Any + Send>, Reserved),
}

/// Until the device is gone. A sandbox that has nothing open costs no more than the descriptor and a task that waits.
pub(crate) async fn run(mut tunnel: Tunnel, way: Arc<Way>) {
    let mut pace = Pace::new(std::time::Instant::now());
    loop {
        let first = match first(&tunnel, &mut pace).await {
            Ok(first) => first,
            Err(error) => return gone(&error),
        };
        let mut stack = Box::new(Stack::new(tunnel, Arc::clone(&way)));
        stack.take(first);
        if let Err(error) = stack.serve(&mut pace).await {
            return gone(&error);
        }
        tunnel = stack.tunnel;
    }
}

fn gone(error: &io::Error) {
    tracing::debug!(%error, "the network of a sandbox is gone");
}

/// The first packet of a connection or an exchange. A kernel sends others of itself, in search of neighbours.
async fn first(tunnel: &Tunnel, pace: &mut Pace) -> io::Result<Vec<u8>> {
    loop {
        tunnel.readable().await?;
        let mut buffer = device::buffer();
        while let Some(packet) = tunnel.read(&mut buffer)? {
            pace.spend(1, Duration::ZERO);
            if !matches!(Packet::parse(packet), Packet::Other) {
                return Ok(packet.to_vec());
            }
            rest(pace).await;
        }
    }
}

/// Waits if it was too much, and otherwise lets others have the thread now and then.
async fn rest(pace: &mut Pace) {
    match pace.wait(std::time::Instant::now()) {
        Some(wait) => tokio::time::sleep(wait).await,
        None => tokio::task::consume_budget().await,
    }
}

impl Stack {
    fn new(tunnel: Tunnel, way: Arc<Way>) -> Self {
        let mut queues = Queues::default();
        let mut interface = Interface::new(Config::new(HardwareAddress::Ip), &mut queues, Instant::now());
        // Every destination is answered for, whatever its address.
        interface.set_any_ip(true);
        interface.update_ip_addrs(|addresses| {
            // There is room for two.
            let _ = addresses.push(IpCidr::Ipv4(Ipv4Cidr::new(GATEWAY_V4, 32)));
            let _ = addresses.push(IpCidr::Ipv6(Ipv6Cidr::new(GATEWAY_V6, 128)));
        });
        let _ = interface.routes_mut().add_default_ipv4_route(GATEWAY_V4);
        let _ = interface.routes_mut().add_default_ipv6_route(GATEWAY_V6);
        let (packets, answers) = mpsc::channel(ANSWERS);
        let exchanges = Exchanges::new(Arc::clone(&way), packets);
        Self {
            way,
            tunnel,
            queues,
            interface,
            sockets: SocketSet::new(Vec::new()),
            connections: HashMap::new(),
            exchanges,
            answers,
            wake: Arc::default(),
            buffer: device::buffer(),
        }
    }

    /// Until nothing is open any more.
    async fn serve(&mut self, pace: &mut Pace) -> io::Result<()> {
        loop {
            let begun = processor_time();
            let work = self.turn()?;
            let took = processor_time().saturating_sub(begun);
            if self.connections.is_empty() && self.exchanges.is_empty() && self.answers.is_empty() {
                return Ok(());
            }
            pace.spend(work, took);
            let now = Instant::now();
            let delay = self.interface.poll_delay(now, &self.sockets).map_or(IDLE, Duration::from);
            let pause = pace.wait(std::time::Instant::now());
            let readable = async {
                // Who has sent too much is not read from meanwhile.
                if let Some(pause) = pause {
                    tokio::time::sleep(pause).await;
                }
                self.tunnel.readable().await
            };
            tokio::select! {
                ready = readable => ready?,
                () = self.wake.notified() => {}
                Some(packet) = self.answers.recv() => self.tunnel.write(&packet),
                () = tokio::time::sleep(delay) => {}
            }
            // One sandbox that never stops must not hold a thread of all.
            tokio::task::consume_budget().await;
        }
    }

    /// All that can be done now; how much of what the sandbox has sent it was.
    fn turn(&mut self) -> io::Result<u64> {
        let (mut work, begun) = (0, std::time::Instant::now());
        for _ in 0..AT_ONCE {
            if begun.elapsed() > TURN {
                break;
            }
            let Some(packet) = self.tunnel.read(&mut self.buffer)? else { break };
            let packet = packet.to_vec();
            work += self.take(packet);
        }
        self.pass_on();
        self.interface.poll(Instant::now(), &mut self.queues, &mut self.sockets);
        self.flush();
        Ok(work)
    }

    /// Takes a packet; how much work it counts as.
    fn take(&mut self, bytes: Vec<u8>) -> u64 {
        if bytes.len() > MTU {
            return 1;
        }
        let (first, work) = match Packet::parse(&bytes) {
            Packet::Other => return 1,
            Packet::Udp(pair, payload) => {
                self.exchanges.send(pair, payload);
                return DATAGRAM;
            }
            Packet::Tcp => (None, 1),
            Packet::Syn(pair) => (self.listen(pair).map(|handle| (pair, handle)), BEGINNING),
        };
        self.queues.incoming = Some(bytes);
        self.interface.poll_ingress_single(Instant::now(), &mut self.queues, &mut self.sockets);
        self.queues.incoming = None;
        self.flush();
        if let Some((pair, (handle, held))) = first {
            self.begin(pair, handle, held);
        }
        work
    }

    /// A socket that takes the packet, if it may: a packet without one is answered with a reset, which is a refusal.
    fn listen(&mut self, pair: Pair) -> Option<(SocketHandle, Beginning)> {
        if self.connections.contains_key(&pair) || self.connections.len() >= MAX_CONNECTIONS {
            return None;
        }
        let to = self.way.of(pair.to, Transport::Tcp)?;
        let size = Size::after(self.connections.len());
        let held = (self.way.reserve)().zip(self.way.memory.reserve(size.bytes()))?;
        Some((self.sockets.add(tcp::near(pair.to, size)?), Beginning { to, size, held }))
    }

    /// Connects, if the packet was one that a connection begins with.
    fn begin(&mut self, pair: Pair, handle: SocketHandle, beginning: Beginning) {
        if self.sockets.get::<Socket<'_>>(handle).state() == State::SynReceived {
            let Beginning { to, size, held } = beginning;
            let far = Far::begin(to, size, Arc::clone(&self.wake), held);
            self.connections.insert(pair, (handle, far));
        } else {
            self.sockets.remove(handle);
        }
    }

    /// Moves bytes between both ends of all connections, and lets those go that are over.
    fn pass_on(&mut self) {
        let mut over = Vec::new();
        for (pair, (handle, far)) in &mut self.connections {
            if !far.shuttle(self.sockets.get_mut(*handle)) {
                over.push(*pair);
            }
        }
        if over.is_empty() {
            return;
        }
        // Their last words.
        self.interface.poll_egress(Instant::now(), &mut self.queues, &mut self.sockets);
        self.flush();
        for pair in over {
            if let Some((handle, _)) = self.connections.remove(&pair) {
                self.sockets.remove(handle);
            }
        }
    }

    fn flush(&mut self) {
        for packet in self.queues.outgoing.drain(..) {
            self.tunnel.write(&packet);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MAX_EXCHANGES, Memory, packet, serve};
    use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType};
    use rustix::net::{recv, send, socketpair};
    use std::net::SocketAddr;
    use std::os::fd::OwnedFd;
    use tokio::net::UdpSocket;
    use tokio::time::{sleep, timeout};

    const SOON: Duration = Duration::from_secs(10);
    const MUCH: u64 = 64 << 20;

    /// The sandbox's end, a resolver of the host, and what is served.
    async fn sandbox(memory: u64) -> (OwnedFd, UdpSocket, crate::Serving) {
        let resolver = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
        let (near, far) = socketpair(AddressFamily::UNIX, SocketType::DGRAM, flags, None).unwrap();
        // Nothing but the resolver is there.
        let policy: domain::egress::Egress = format!("{GATEWAY_V4}/32").parse().unwrap();
        let way = Way {
            most: policy.clone(),
            policy,
            resolvers: [resolver.local_addr().unwrap()].into(),
            reserve: || Some(Box::new(())),
            memory: Memory::new(memory),
        };
        (near, resolver, serve(far, way).unwrap())
    }

    fn question(port: u16, payload: &[u8]) -> Vec<u8> {
        let (own, gateway) = (SocketAddr::from(([198, 18, 0, 2], port)), SocketAddr::from((GATEWAY_V4, 53)));
        packet::udp(Pair { from: gateway, to: own }, payload, MTU).unwrap()
    }

    async fn put(near: &OwnedFd, packet: &[u8]) {
        while send(near, packet, SendFlags::empty()).is_err() {
            sleep(Duration::from_millis(1)).await;
        }
    }

    #[tokio::test]
    async fn a_question_has_its_answer() {
        let (near, resolver, _serving) = sandbox(MUCH).await;
        put(&near, b"nothing that is a packet").await;
        put(&near, &question(1_000, b"who?")).await;
        let mut buffer = vec![0; 2_000];
        let (length, from) = timeout(SOON, resolver.recv_from(&mut buffer)).await.unwrap().unwrap();
        assert_eq!(&buffer[..length], b"who?");
        resolver.send_to(b"you", from).await.unwrap();
        let answer = timeout(SOON, async {
            while recv(&near, &mut buffer, RecvFlags::empty()).is_err() {
                sleep(Duration::from_millis(1)).await;
            }
        });
        answer.await.unwrap();
        let length = usize::from(u16::from_be_bytes([buffer[2], buffer[3]]));
        let Packet::Udp(pair, payload) = Packet::parse(&buffer[..length]) else { panic!("{buffer:?}") };
        assert_eq!((pair.to.port(), payload), (1_000, &b"you"[..]));
    }

    /// How many of some exchanges begin.
    async fn begun(memory: u64, asked: u16) -> usize {
        let (near, resolver, _serving) = sandbox(memory).await;
        for port in 1_000..1_000 + asked {
            put(&near, &question(port, b"who?")).await;
        }
        let mut from = std::collections::HashSet::new();
        let mut buffer = [0; 16];
        while let Ok(Ok((_, peer))) =
            timeout(Duration::from_millis(300), resolver.recv_from(&mut buffer)).await
        {
            from.insert(peer);
        }
        from.len()
    }

    #[tokio::test]
    async fn exchanges_and_their_memory_are_bounded() {
        assert_eq!(begun(MUCH, 100).await, MAX_EXCHANGES);
        assert_eq!(begun(5 * (32 << 10), 100).await, 5);
        assert_eq!(begun(0, 10).await, 0);
    }
}
