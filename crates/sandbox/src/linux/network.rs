//! The sandbox's own network: a loopback that is up, listeners on it, sockets to connect on it, and nothing else.

use std::io;
use std::mem::zeroed;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, OwnedFd};

use rustix::net::{
    AddressFamily, SocketAddrV4, SocketFlags, SocketType, bind, listen, socket_with,
    sockopt::set_socket_reuseaddr,
};

/// Connections waiting to be accepted: a function seldom has more than one.
const BACKLOG: i32 = 128;

/// Brings up `lo`, which every new network namespace has, down.
pub(crate) fn loopback_up() -> io::Result<()> {
    let socket = socket_with(AddressFamily::INET, SocketType::DGRAM, SocketFlags::CLOEXEC, None)?;
    // SAFETY: an all-zero ifreq is valid: a name of no length and a zero union.
    let mut request: libc::ifreq = unsafe { zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(b"lo") {
        *to = *from as libc::c_char;
    }
    request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
    // SAFETY: SIOCSIFFLAGS reads one ifreq, which outlives the call; the socket is open.
    // JUSTIFICATION: the alternative is a netlink exchange of a hundred lines.
    let result = unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS, &raw const request) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// A socket of the caller's network namespace, for the server to connect: it stays in the namespace that it was made in.
pub(crate) fn socket() -> io::Result<OwnedFd> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    Ok(socket_with(AddressFamily::INET, SocketType::STREAM, flags, None)?)
}

/// Listens on 127.0.0.1 in the network namespace of the caller. A socket stays in the namespace that it was made in,
/// so the server can accept on it from outside.
pub(crate) fn listener(port: u16) -> io::Result<OwnedFd> {
    let socket = socket()?;
    set_socket_reuseaddr(&socket, true)?;
    bind(&socket, &SocketAddrV4::new(Ipv4Addr::LOCALHOST, port))?;
    listen(&socket, BACKLOG)?;
    Ok(socket)
}
