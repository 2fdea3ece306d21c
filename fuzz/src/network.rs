//! Packets that a function's kernel sends, or a function that could make it send what it likes.

use egress::{GATEWAY_V4, Memory, Way, serve};
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, recv, send, socketpair};
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::time::Duration;
use tokio::net::{TcpListener, UdpSocket};
use tokio::time::{Instant, sleep};

/// Packets of one input.
const MOST: usize = 64;
/// Bytes of a packet.
const LONGEST: usize = egress::MTU as usize;
/// A connection that is refused: to port 80 of 198.18.0.1, from 40,000 of 198.18.0.2; its checksums are right.
const REFUSED: [u8; 40] = [
    0x45, 0, 0, 40, 0, 7, 0, 0, 64, 6, 0xee, 0xa1, 198, 18, 0, 2, 198, 18, 0, 1, 0x9c, 0x40, 0, 80, 0, 0, 0,
    1, 0, 0, 0, 0, 0x50, 2, 0xfa, 0xf0, 0x8c, 0x38, 0, 0,
];
/// The reset that answers it: the ports, and the flags.
const PORTS: [u8; 4] = [0, 80, 0x9c, 0x40];
const RESET: u8 = 4;

/// Each is preceded by its length. Whatever they are, what comes back are packets, and a connection that may not be is refused
/// afterwards as ever. The only address that is allowed is a resolver's, which is on the loopback.
pub(crate) fn egress(data: &[u8]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (resolver, _tcp, _udp) = resolver().await;
        let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
        let (near, far) = socketpair(AddressFamily::UNIX, SocketType::DGRAM, flags, None).unwrap();
        let policy = format!("{GATEWAY_V4}/32").parse::<domain::egress::Egress>().unwrap();
        let way = Way {
            most: policy.clone(),
            policy,
            resolvers: [resolver].into(),
            reserve: || Some(Box::new(())),
            memory: Memory::new(4 << 20),
        };
        let _serving = serve(far, way).unwrap();
        for packet in packets(data) {
            // A datagram of nothing would be the end of the device.
            if !packet.is_empty() {
                put(&near, packet).await;
                while answer(&near).is_some() {}
            }
        }
        put(&near, &REFUSED).await;
        let end = Instant::now() + Duration::from_secs(10);
        while !answer(&near).is_some_and(|answer| is_refusal(&answer)) {
            assert!(Instant::now() < end, "nobody answers any more");
            sleep(Duration::from_micros(200)).await;
        }
    });
}

async fn resolver() -> (SocketAddr, TcpListener, UdpSocket) {
    loop {
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = tcp.local_addr().unwrap();
        // The same port of both is ours, not somebody else's.
        if let Ok(udp) = UdpSocket::bind(address).await {
            return (address, tcp, udp);
        }
    }
}

fn packets(mut data: &[u8]) -> Vec<&[u8]> {
    let mut packets = Vec::new();
    while let (Some((length, rest)), true) = (data.split_first_chunk::<2>(), packets.len() < MOST) {
        let (packet, rest) = rest.split_at(rest.len().min(u16::from_be_bytes(*length).into()));
        packets.push(packet);
        data = rest;
    }
    packets
}

/// As the kernel of a sandbox, except that it waits for room.
async fn put(near: &OwnedFd, packet: &[u8]) {
    while let Err(error) = send(near, packet, SendFlags::empty()) {
        assert!(error == rustix::io::Errno::AGAIN, "{error}");
        while answer(near).is_some() {}
        sleep(Duration::from_micros(200)).await;
    }
    tokio::task::yield_now().await;
}

/// What came back, if anything.
fn answer(near: &OwnedFd) -> Option<Vec<u8>> {
    let mut buffer = vec![0; LONGEST + 1];
    let (length, _) = recv(near, &mut buffer, RecvFlags::empty()).ok()?;
    buffer.truncate(length);
    assert!((20..=LONGEST).contains(&length));
    let (version, said) = (buffer[0] >> 4, u16::from_be_bytes([buffer[2], buffer[3]]));
    let is_whole = match version {
        4 => usize::from(said) == length,
        6 => usize::from(u16::from_be_bytes([buffer[4], buffer[5]])) + 40 == length,
        _ => false,
    };
    assert!(is_whole, "{buffer:?}");
    Some(buffer)
}

fn is_refusal(answer: &[u8]) -> bool {
    answer[0] == 0x45
        && answer.get(20..24) == Some(&PORTS)
        && answer.get(33).is_some_and(|flags| flags & RESET != 0)
}
