//! The sandbox's own network: a loopback that is up, listeners on it, sockets to connect on it; and, where it is asked for, one
//! interface to everything else, whose other end is a file that the server holds.

use std::io;
use std::mem::zeroed;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, OwnedFd};

use super::protocol::SocketKind;
use rustix::fs::{Mode, OFlags};
use rustix::net::{
    AddressFamily, SocketAddrV4, SocketFlags, SocketType, bind, listen, socket_with,
    sockopt::set_socket_reuseaddr,
};

use crate::driver::Tunnel;

/// Connections waiting to be accepted: a function seldom has more than one.
const BACKLOG: i32 = 128;

/// The device that interfaces are made with.
pub(crate) const TUN: &str = "/dev/net/tun";
/// What the interface is called.
const INTERFACE: &[u8] = b"eth0";

/// Brings up `lo`, which every new network namespace has, down.
pub(crate) fn loopback_up() -> io::Result<()> {
    up(&control(AddressFamily::INET)?, b"lo")
}

/// Whether this process may open the device.
pub(crate) fn tunnel_works() -> bool {
    open_device().is_ok()
}

/// Makes an interface in the network namespace of the caller, and returns its other end. It goes with the namespace, which is
/// there as long as that is open.
pub(crate) fn open_tunnel() -> io::Result<OwnedFd> {
    let device = open_device()?;
    let mut request = request(INTERFACE);
    request.ifr_ifru.ifru_flags = (libc::IFF_TUN | libc::IFF_NO_PI) as libc::c_short;
    // SAFETY: TUNSETIFF reads and writes one ifreq, which outlives the call; the device is open.
    // JUSTIFICATION: there is no other way to attach a TUN device.
    if unsafe { libc::ioctl(device.as_raw_fd(), libc::TUNSETIFF, &raw mut request) } != 0 {
        return Err(io::Error::last_os_error());
    }
    // Otherwise closing it would take the interface away by itself, and the whole machine's interfaces would wait for that, an
    // eighth of a second under load; a namespace's own are taken away together with those of others that end.
    // SAFETY: TUNSETPERSIST takes a number; the device is open and attached.
    // JUSTIFICATION: there is no other way to keep a TUN device.
    if unsafe { libc::ioctl(device.as_raw_fd(), libc::TUNSETPERSIST, 1_u64) } != 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(device)
}

fn open_device() -> io::Result<OwnedFd> {
    let flags = OFlags::RDWR | OFlags::CLOEXEC | OFlags::NONBLOCK;
    Ok(rustix::fs::open(TUN, flags, Mode::empty())?)
}

/// Gives the interface its addresses, and sends everything there that is not for the loopback. A machine without IPv6 has
/// none inside either.
pub(crate) fn tunnel_up(tunnel: &Tunnel) -> io::Result<()> {
    let socket = control(AddressFamily::INET)?;
    let mut with_mtu = request(INTERFACE);
    with_mtu.ifr_ifru.ifru_mtu = tunnel.mtu.into();
    set(&socket, libc::SIOCSIFMTU, &with_mtu)?;
    let mut with_address = request(INTERFACE);
    with_address.ifr_ifru.ifru_addr = address(tunnel.v4);
    set(&socket, libc::SIOCSIFADDR, &with_address)?;
    with_address.ifr_ifru.ifru_netmask = address(Ipv4Addr::BROADCAST);
    set(&socket, libc::SIOCSIFNETMASK, &with_address)?;
    up(&socket, INTERFACE)?;
    let mut name = [0_u8; libc::IFNAMSIZ];
    name.iter_mut().zip(INTERFACE).for_each(|(to, from)| *to = *from);
    // SAFETY: an all-zero rtentry is valid: no addresses, no flags, null pointers that the kernel does not follow.
    let mut route: libc::rtentry = unsafe { zeroed() };
    route.rt_dst = address(Ipv4Addr::UNSPECIFIED);
    route.rt_genmask = address(Ipv4Addr::UNSPECIFIED);
    route.rt_flags = libc::RTF_UP as libc::c_ushort;
    route.rt_dev = name.as_mut_ptr().cast();
    set(&socket, libc::SIOCADDRT, &route)?;
    // Best effort.
    let _ = tunnel_up_v6(tunnel, &socket);
    Ok(())
}

fn tunnel_up_v6(tunnel: &Tunnel, v4: &OwnedFd) -> io::Result<()> {
    let socket = control(AddressFamily::INET6)?;
    let mut with_index = request(INTERFACE);
    // SAFETY: SIOCGIFINDEX reads and writes one ifreq, which outlives the call; the socket is open.
    // JUSTIFICATION: as for the others here, the alternative is a netlink exchange.
    if unsafe { libc::ioctl(v4.as_raw_fd(), libc::SIOCGIFINDEX, &raw mut with_index) } != 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the kernel has just written this member.
    let index = unsafe { with_index.ifr_ifru.ifru_ifindex };
    let own = libc::in6_addr { s6_addr: tunnel.v6.octets() };
    let address = libc::in6_ifreq { ifr6_addr: own, ifr6_prefixlen: 128, ifr6_ifindex: index };
    set(&socket, libc::SIOCSIFADDR, &address)?;
    let any = libc::in6_addr { s6_addr: [0; 16] };
    let route = RouteV6 {
        addresses: [any; 3],
        kind: 0,
        lengths: [0; 2],
        metric: 1,
        info: 0,
        flags: libc::RTF_UP.into(),
        index,
    };
    set(&socket, libc::SIOCADDRT, &route)
}

/// The kernel's `in6_rtmsg`, of which libc keeps the fields to itself.
#[repr(C)]
struct RouteV6 {
    /// Destination, source, gateway.
    addresses: [libc::in6_addr; 3],
    kind: u32,
    /// Of destination and source.
    lengths: [u16; 2],
    metric: u32,
    info: libc::c_ulong,
    flags: u32,
    index: libc::c_int,
}

/// A socket to change interfaces with.
fn control(family: AddressFamily) -> io::Result<OwnedFd> {
    Ok(socket_with(family, SocketType::DGRAM, SocketFlags::CLOEXEC, None)?)
}

fn up(socket: &OwnedFd, interface: &[u8]) -> io::Result<()> {
    let mut request = request(interface);
    request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
    set(socket, libc::SIOCSIFFLAGS, &request)
}

fn request(interface: &[u8]) -> libc::ifreq {
    // SAFETY: an all-zero ifreq is valid: a name of no length and a zero union.
    let mut request: libc::ifreq = unsafe { zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(interface) {
        *to = *from as libc::c_char;
    }
    request
}

fn address(ip: Ipv4Addr) -> libc::sockaddr {
    // SAFETY: an all-zero sockaddr is valid.
    let mut address: libc::sockaddr = unsafe { zeroed() };
    address.sa_family = libc::AF_INET as libc::sa_family_t;
    // As in sockaddr_in: two bytes of the port, then the address.
    for (to, from) in address.sa_data.iter_mut().skip(2).zip(ip.octets()) {
        *to = from as libc::c_char;
    }
    address
}

/// A request that the kernel only reads.
fn set<T>(socket: &OwnedFd, what: libc::Ioctl, request: &T) -> io::Result<()> {
    // SAFETY: the callers here pass the structure that their request is defined with, which outlives the call; the socket is
    // open.
    // JUSTIFICATION: the alternative is a netlink exchange of a hundred lines.
    let result = unsafe { libc::ioctl(socket.as_raw_fd(), what, std::ptr::from_ref(request)) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// A socket of the caller's network namespace, for the server to connect: it stays in the namespace that it was made in.
pub(crate) fn socket(kind: SocketKind) -> io::Result<OwnedFd> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let kind = match kind {
        SocketKind::Stream => SocketType::STREAM,
        SocketKind::Datagram => SocketType::DGRAM,
    };
    Ok(socket_with(AddressFamily::INET, kind, flags, None)?)
}

/// Listens on 127.0.0.1 in the network namespace of the caller. A socket stays in the namespace that it was made in,
/// so the server can accept on it from outside.
pub(crate) fn listener(port: u16) -> io::Result<OwnedFd> {
    let socket = socket(SocketKind::Stream)?;
    set_socket_reuseaddr(&socket, true)?;
    bind(&socket, &SocketAddrV4::new(Ipv4Addr::LOCALHOST, port))?;
    listen(&socket, BACKLOG)?;
    Ok(socket)
}
