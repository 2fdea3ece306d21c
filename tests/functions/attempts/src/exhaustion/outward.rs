//! Packets and connections to other machines, as many as there can be: only where the test says so, to hosts that it has made itself.

use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::os::fd::{AsRawFd as _, FromRawFd as _, OwnedFd};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Taken, checked, io, repeat};
use crate::attempt::Outcome;

static TARGETS: Mutex<Vec<(String, SocketAddr)>> = Mutex::new(Vec::new());

/// Remembers where this may send to: `[name, address, port]` each. What somebody does of it is named `listens` (takes connections and
/// datagrams) and `refuses` (a host that has nobody there).
pub(super) fn tell(targets: &Value) {
    let each = targets.as_array().into_iter().flatten().filter_map(|target| {
        let address = target[1].as_str()?.parse().ok()?;
        Some((target[0].as_str()?.to_owned(), SocketAddr::new(address, u16::try_from(target[2].as_u64()?).ok()?)))
    });
    *TARGETS.lock().unwrap_or_else(PoisonError::into_inner) = each.collect();
}

pub(super) fn target(name: &str) -> Option<SocketAddr> {
    let targets = TARGETS.lock().unwrap_or_else(PoisonError::into_inner);
    targets.iter().find(|(known, _)| known == name).map(|(_, address)| *address)
}

fn nowhere() -> Taken {
    Taken { reached: 0, by: "no target".to_owned() }
}

/// Connections that stay.
pub(super) fn connections() -> Taken {
    let Some(address) = target("listens") else { return nowhere() };
    repeat(5_000, || {
        let stream = TcpStream::connect_timeout(&address, Duration::from_millis(500)).map_err(|error| io(&error))?;
        std::mem::forget(stream);
        Ok(())
    })
}

/// Of each of eight threads as many as it can for a second.
fn flood(one: impl Fn(&mut u64) + Copy + Send + 'static) -> Taken {
    let end = Instant::now() + Duration::from_secs(1);
    let work = move || {
        let mut sent = 0;
        while Instant::now() < end {
            one(&mut sent);
        }
        sent
    };
    let threads: Vec<_> = (0..8).map(|_| thread::spawn(work)).collect();
    let reached = threads.into_iter().filter_map(|thread| thread.join().ok()).sum();
    Taken { reached, by: "enough".to_owned() }
}

/// Datagrams, each from a port of its own.
pub(super) fn exchanges() -> Taken {
    let Some(address) = target("listens") else { return nowhere() };
    flood(move |sent| {
        let Ok(socket) = UdpSocket::bind("0.0.0.0:0") else { return };
        *sent += u64::from(socket.send_to(b"flood", address).is_ok());
    })
}

/// Datagrams from few ports, as fast and as large as they go.
pub(super) fn datagrams() -> Taken {
    let Some(address) = target("listens") else { return nowhere() };
    flood(move |sent| {
        let Ok(socket) = UdpSocket::bind("0.0.0.0:0") else { return };
        for size in [0, 1, 1_400, 9_000] {
            for _ in 0..256 {
                *sent += u64::from(socket.send_to(&[1; 9_000][..size], address).is_ok());
            }
        }
    })
}

/// Connections that are begun and given up at once, to a host that refuses them.
pub(super) fn beginnings() -> Taken {
    let Some(SocketAddr::V4(address)) = target("refuses") else { return nowhere() };
    flood(move |sent| {
        // SAFETY: an address of the kernel's make with its size; the descriptor is owned at once.
        unsafe {
            let fd = libc::socket(libc::AF_INET, libc::SOCK_STREAM | libc::SOCK_NONBLOCK, 0);
            if fd < 0 {
                return;
            }
            let socket = OwnedFd::from_raw_fd(fd);
            let place = libc::sockaddr_in {
                sin_family: 2,
                sin_port: address.port().to_be(),
                sin_addr: libc::in_addr { s_addr: u32::from_ne_bytes(address.ip().octets()) },
                sin_zero: [0; 8],
            };
            libc::connect(socket.as_raw_fd(), (&raw const place).cast(), 16);
            *sent += 1;
        }
    })
}

/// What a neighbour wants meanwhile, where it was told somebody: one connection and one datagram.
pub(super) fn a_little() -> Result<(), Outcome> {
    let Some(address) = target("neighbour") else { return Ok(()) };
    TcpStream::connect_timeout(&address, Duration::from_secs(30)).map_err(|error| io(&error))?;
    let socket = UdpSocket::bind("0.0.0.0:0").map_err(|error| io(&error))?;
    let sent = socket.send_to(b"little", address).map_err(|error| io(&error))?;
    checked(sent as i64).map(drop)
}
