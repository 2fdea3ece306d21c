//! What a packet is, as far as it has to be known before it is given on; and packets of UDP.

use smoltcp::phy::ChecksumCapabilities;
use smoltcp::wire::{
    IpAddress, IpProtocol, Ipv4Packet, Ipv4Repr, Ipv6Packet, Ipv6Repr, TcpPacket, UdpPacket, UdpRepr,
};
use std::net::{IpAddr, SocketAddr};

/// Hops that our packets have left.
const HOPS: u8 = 64;
/// Bytes of an IPv6 and a UDP header.
const HEADERS: usize = 48;

/// From whom, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Pair {
    pub(crate) from: SocketAddr,
    pub(crate) to: SocketAddr,
}

/// A packet from the sandbox.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Packet<'a> {
    /// The first one of a connection.
    Syn(Pair),
    /// Another one of TCP.
    Tcp,
    Udp(Pair, &'a [u8]),
    /// Nothing for us.
    Other,
}

impl<'a> Packet<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Self {
        Self::known(bytes).unwrap_or(Self::Other)
    }

    fn known(bytes: &'a [u8]) -> Option<Self> {
        let (from, to, protocol, payload) = match bytes.first()? >> 4 {
            4 => {
                let packet = Ipv4Packet::new_checked(bytes).ok()?;
                // Our kernel makes none of what fits the device; who sends others has nobody to put them together.
                if packet.more_frags() || packet.frag_offset() != 0 {
                    return None;
                }
                let (from, to) = (IpAddr::from(packet.src_addr()), IpAddr::from(packet.dst_addr()));
                (from, to, packet.next_header(), packet.payload())
            }
            6 => {
                let packet = Ipv6Packet::new_checked(bytes).ok()?;
                let (from, to) = (IpAddr::from(packet.src_addr()), IpAddr::from(packet.dst_addr()));
                (from, to, packet.next_header(), packet.payload())
            }
            _ => return None,
        };
        match protocol {
            IpProtocol::Tcp => {
                let packet = TcpPacket::new_checked(payload).ok()?;
                let pair = pair((from, packet.src_port()), (to, packet.dst_port()))?;
                let is_first = packet.syn() && !packet.ack() && !packet.rst() && !packet.fin();
                Some(if is_first { Self::Syn(pair) } else { Self::Tcp })
            }
            IpProtocol::Udp => {
                let packet = UdpPacket::new_checked(payload).ok()?;
                packet.verify_checksum(&from.into(), &to.into()).then_some(())?;
                let pair = pair((from, packet.src_port()), (to, packet.dst_port()))?;
                Some(Self::Udp(pair, packet.payload()))
            }
            _ => None,
        }
    }
}

fn pair(from: (IpAddr, u16), to: (IpAddr, u16)) -> Option<Pair> {
    let (from, to) = (SocketAddr::from(from), SocketAddr::from(to));
    // None of these can be somebody's, and `smoltcp` may not be given them as addresses to listen on.
    let is_one = |at: SocketAddr| at.port() != 0 && !at.ip().is_unspecified() && !at.ip().is_multicast();
    (is_one(from) && is_one(to)).then_some(Pair { from, to })
}

/// A packet of UDP from the far end of a pair to the near one; `None` if the payload is too long for the device.
pub(crate) fn udp(pair: Pair, payload: &[u8], longest: usize) -> Option<Vec<u8>> {
    if payload.len() + HEADERS > longest {
        return None;
    }
    let udp = UdpRepr { src_port: pair.to.port(), dst_port: pair.from.port() };
    let (length, checksums) = (udp.header_len() + payload.len(), ChecksumCapabilities::default());
    let (from, to) = (IpAddress::from(pair.to.ip()), IpAddress::from(pair.from.ip()));
    let (mut packet, head) = match (from, to) {
        (IpAddress::Ipv4(src_addr), IpAddress::Ipv4(dst_addr)) => {
            let ip = Ipv4Repr {
                src_addr,
                dst_addr,
                next_header: IpProtocol::Udp,
                payload_len: length,
                hop_limit: HOPS,
            };
            let mut packet = vec![0; ip.buffer_len() + length];
            ip.emit(&mut Ipv4Packet::new_unchecked(&mut packet), &checksums);
            (packet, ip.buffer_len())
        }
        (IpAddress::Ipv6(src_addr), IpAddress::Ipv6(dst_addr)) => {
            let ip = Ipv6Repr {
                src_addr,
                dst_addr,
                next_header: IpProtocol::Udp,
                payload_len: length,
                hop_limit: HOPS,
            };
            let mut packet = vec![0; ip.buffer_len() + length];
            ip.emit(&mut Ipv6Packet::new_unchecked(&mut packet));
            (packet, ip.buffer_len())
        }
        _ => return None,
    };
    let mut segment = UdpPacket::new_unchecked(packet.get_mut(head..)?);
    udp.emit(&mut segment, &from, &to, payload.len(), |to| to.copy_from_slice(payload), &checksums);
    Some(packet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_understood() {
        for (near, far) in [("198.18.0.2:1000", "8.8.8.8:53"), ("[fd00::2]:1000", "[2600::1]:53")] {
            let pair = Pair { from: near.parse().unwrap(), to: far.parse().unwrap() };
            let packet = udp(pair, b"answer", 1500).unwrap();
            let back = Pair { from: pair.to, to: pair.from };
            assert_eq!(Packet::parse(&packet), Packet::Udp(back, b"answer"));
            let mut broken = packet.clone();
            *broken.last_mut().unwrap() ^= 1;
            assert_eq!(Packet::parse(&broken), Packet::Other);
            for length in 0..packet.len() {
                assert_eq!(Packet::parse(&packet[..length]), Packet::Other);
            }
        }
    }

    #[test]
    fn nonsense_is_nothing() {
        let mut seed = 1_u64;
        for _ in 0..20_000 {
            let mut bytes = [0_u8; 60];
            for byte in &mut bytes {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                *byte = (seed >> 56) as u8;
            }
            bytes[0] = if seed & 1 == 0 { 0x45 } else { 0x60 };
            let _ = Packet::parse(&bytes);
        }
    }
}
