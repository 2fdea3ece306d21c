//! Which addresses are the public internet, and which are never a destination.

use super::masked;
use std::net::{IpAddr, Ipv4Addr};

/// Never a destination, whatever a policy says.
pub(super) fn is_never(address: IpAddr) -> bool {
    let is_broadcast = address == IpAddr::V4(Ipv4Addr::BROADCAST);
    address.is_loopback() || address.is_unspecified() || address.is_multicast() || is_broadcast
}

/// What is not the public internet (IANA's registries of special-purpose addresses; RFC 6890). The networks for
/// documentation are not among them: nothing is there.
const NOT_PUBLIC_V4: [([u8; 4], u8); 12] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    // Carrier-grade NAT: neighbours behind the same provider.
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // With the metadata services of clouds.
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    // Benchmarks; and what sandboxes call their own.
    ([198, 18, 0, 0], 15),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];
/// Of 2000::/3, which is all that is public: Teredo and other protocols; 6to4, which has IPv4 addresses in it.
const NOT_PUBLIC_V6: [([u16; 8], u8); 2] =
    [([0x2001, 0, 0, 0, 0, 0, 0, 0], 23), ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16)];
/// NAT64 (RFC 6052): the last 32 bits are an IPv4 address.
const NAT64: [u16; 6] = [0x64, 0xff9b, 0, 0, 0, 0];

pub(super) fn not_public() -> impl Iterator<Item = (IpAddr, u8)> {
    let v4 = NOT_PUBLIC_V4.iter().map(|(address, prefix)| (IpAddr::from(*address), *prefix));
    v4.chain(NOT_PUBLIC_V6.iter().map(|(address, prefix)| (IpAddr::from(*address), *prefix)))
}

pub(super) fn is_public(address: IpAddr) -> bool {
    if let IpAddr::V6(v6) = address {
        let [head @ .., high, low] = v6.segments();
        if head == NAT64 {
            let [a, b] = high.to_be_bytes();
            let [c, d] = low.to_be_bytes();
            return is_public(Ipv4Addr::new(a, b, c, d).into());
        }
        if v6.segments()[0] & 0xe000 != 0x2000 {
            return false;
        }
    }
    not_public().all(|(network, prefix)| masked(address, prefix) != network)
}
