//! Asks the kernel what an address is to this host (rtnetlink(7)).
//!
//! The address that a socket would connect from does not tell: to another one of the host's own addresses, the kernel may connect from
//! the first of their network.

use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, recv, send, socket_with};
use std::io::{self, ErrorKind};
use std::net::IpAddr;

const RTM_NEWROUTE: u16 = 24;
const RTM_GETROUTE: u16 = 26;
const NLM_F_REQUEST: u16 = 1;
const RTA_DST: u16 = 1;
/// A gateway, or a machine on the same network.
const RTN_UNICAST: u8 = 1;
/// Bytes of `nlmsghdr` and `rtmsg`.
const HEADERS: usize = 28;
/// Where `rtmsg` has the kind of the route.
const KIND_AT: usize = 23;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;

/// Whether what is sent to `address` goes to another machine: not to this host, to all of a network, or nowhere. Sends nothing. An
/// error where the kernel does not say, and where it has no way to there.
pub(crate) fn leads_elsewhere(address: IpAddr) -> io::Result<bool> {
    // Protocol 0 is that of routes.
    let socket = socket_with(AddressFamily::NETLINK, SocketType::RAW, SocketFlags::CLOEXEC, None)?;
    send(&socket, &question(address), SendFlags::empty())?;
    let mut answer = [0; 1_024];
    // The kernel has answered when it has taken the question.
    let (length, _) = recv(&socket, &mut answer, RecvFlags::DONTWAIT)?;
    let answer = answer.get(..length).unwrap_or_default();
    kind(answer).map(|kind| kind == RTN_UNICAST)
}

fn question(address: IpAddr) -> Vec<u8> {
    let (family, octets) = match address {
        IpAddr::V4(v4) => (AF_INET, v4.octets().to_vec()),
        IpAddr::V6(v6) => (AF_INET6, v6.octets().to_vec()),
    };
    let attribute = 4 + octets.len();
    let mut message = Vec::with_capacity(HEADERS + attribute);
    message.extend(u32::try_from(HEADERS + attribute).unwrap_or_default().to_ne_bytes());
    message.extend(RTM_GETROUTE.to_ne_bytes());
    message.extend(NLM_F_REQUEST.to_ne_bytes());
    // The number of the message, and of who asks; then `rtmsg`, of which only the family and the bits of the address are said.
    message.extend([0; 8]);
    message.extend([family, u8::try_from(octets.len() * 8).unwrap_or_default()]);
    message.extend([0; 10]);
    message.extend(u16::try_from(attribute).unwrap_or_default().to_ne_bytes());
    message.extend(RTA_DST.to_ne_bytes());
    message.extend(octets);
    message
}

fn kind(answer: &[u8]) -> io::Result<u8> {
    let message_type = answer.get(4..6).and_then(|bytes| Some(u16::from_ne_bytes(bytes.try_into().ok()?)));
    match (message_type, answer.get(KIND_AT)) {
        (Some(RTM_NEWROUTE), Some(kind)) => Ok(*kind),
        _ => Err(ErrorKind::NetworkUnreachable.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_own_are_not_elsewhere() {
        for own in ["127.0.0.1", "127.9.9.9", "255.255.255.255", "224.0.0.1"] {
            assert!(!leads_elsewhere(own.parse().unwrap()).unwrap_or(false), "{own}");
        }
        assert!(!leads_elsewhere("::1".parse().unwrap()).unwrap_or(false));
    }

    #[test]
    fn an_answer_that_is_none() {
        for answer in [&[][..], &[0; 5], &[0; 64], &[24, 0, 0, 0, 2, 0, 0, 0]] {
            assert!(kind(answer).is_err());
        }
    }
}
