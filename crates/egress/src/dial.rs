//! Sockets of this process to where a function may go.

use crate::{Destination, route};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

/// How long a connection may take to be made: a little less than a Linux client waits by itself.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) async fn tcp(to: Destination) -> io::Result<TcpStream> {
    check(to)?;
    let stream = timeout(PATIENCE, TcpStream::connect(to.address)).await??;
    check_again(to, stream.local_addr()?)?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

pub(crate) async fn udp(to: Destination) -> io::Result<UdpSocket> {
    check(to)?;
    let any: IpAddr =
        if to.address.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((any, 0)).await?;
    socket.connect(to.address).await?;
    check_again(to, socket.local_addr()?)?;
    Ok(socket)
}

/// Fails where an address is one of this host and may not be. Sends nothing.
fn check(to: Destination) -> io::Result<()> {
    match to.may_be_ours || route::leads_elsewhere(to.address.ip())? {
        true => Ok(()),
        false => Err(ErrorKind::PermissionDenied.into()),
    }
}

/// On the connection itself: routes may have changed meanwhile.
fn check_again(to: Destination, from: SocketAddr) -> io::Result<()> {
    match !to.may_be_ours && from.ip() == to.address.ip() {
        true => Err(ErrorKind::PermissionDenied.into()),
        false => Ok(()),
    }
}
