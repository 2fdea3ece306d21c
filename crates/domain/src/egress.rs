//! Where a function may connect to: nowhere, the public internet, networks by address and port.
//!
//! As text: `none`; or a list, separated by commas, of `public` and of rules `NETWORK[:PORT[-PORT]][/tcp|/udp]`, such as
//! `public,10.1.0.0/16:5432/tcp,[fd00:1::/32]:443`. A network is an address with or without the length of its prefix;
//! an IPv6 network that is followed by a port is in brackets.

mod public;
mod text;

use public::{is_never, is_public, not_public};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

/// The environment variable in which a function says its own policy: it comes with the function's configuration from every
/// tool, and belongs to a version as the rest of it does.
pub const VARIABLE: &str = "TENFOLD_EGRESS";

/// What is on top of IP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transport {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
}

/// A policy. The default is to connect nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Egress {
    public: bool,
    rules: Arc<[Rule]>,
}

/// One network, and what of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Rule {
    network: Network,
    /// The first and the last one.
    ports: Option<(u16, u16)>,
    /// Both, if it does not say.
    transport: Option<Transport>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Network {
    /// Without bits after the prefix.
    address: IpAddr,
    prefix: u8,
}

/// What a policy says of one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not allowed.
    Refused,
    /// Allowed as a public address. What belongs to the host is not public, and only the host can tell.
    Public,
    /// Allowed by a rule.
    Listed,
}

/// Not a policy; the text says why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidEgress(String);

impl Egress {
    /// Nowhere.
    pub fn none() -> Self {
        Self::default()
    }

    /// The public internet.
    pub fn public() -> Self {
        Self { public: true, rules: Arc::default() }
    }

    /// Whether it allows nothing.
    pub fn is_none(&self) -> bool {
        !self.public && self.rules.is_empty()
    }

    /// What it says of a destination. Loopback, multicast, broadcast and unspecified addresses are always refused.
    pub fn judge(&self, address: IpAddr, port: u16, transport: Transport) -> Verdict {
        let address = address.to_canonical();
        if port == 0 || is_never(address) {
            return Verdict::Refused;
        }
        if self.rules.iter().any(|rule| rule.allows(address, port, transport)) {
            return Verdict::Listed;
        }
        if self.public && is_public(address) { Verdict::Public } else { Verdict::Refused }
    }

    /// Whether everything that this allows is allowed by `other`, as far as can be told rule by rule: a network that only
    /// several rules together contain counts as not contained.
    pub fn is_within(&self, other: &Self) -> bool {
        let is_covered = |rule: &Rule| {
            other.rules.iter().any(|wider| wider.contains(rule)) || other.public && rule.network.is_public()
        };
        (!self.public || other.public) && self.rules.iter().all(is_covered)
    }
}

impl Rule {
    fn allows(&self, address: IpAddr, port: u16, transport: Transport) -> bool {
        self.network.has(address)
            && self.ports.is_none_or(|(first, last)| (first..=last).contains(&port))
            && self.transport.is_none_or(|only| only == transport)
    }

    fn contains(&self, other: &Self) -> bool {
        let (first, last) = self.ports.unwrap_or((0, u16::MAX));
        let (from, to) = other.ports.unwrap_or((0, u16::MAX));
        self.network.prefix <= other.network.prefix
            && self.network.has(other.network.address)
            && first <= from
            && to <= last
            && (self.transport.is_none() || self.transport == other.transport)
    }
}

impl Network {
    fn has(&self, address: IpAddr) -> bool {
        masked(address, self.prefix) == self.address
    }

    /// Whether all of it is: then its first address is, and none of the networks that are not begins in it.
    fn is_public(&self) -> bool {
        let overlaps = |other: &(IpAddr, u8)| {
            let other = Self { address: other.0, prefix: other.1 };
            self.has(other.address) || other.has(self.address)
        };
        is_public(self.address) && !not_public().any(|network| overlaps(&network))
    }
}

/// The address without the bits after the prefix.
fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32_u32.saturating_sub(prefix.into())).unwrap_or(0);
            Ipv4Addr::from_bits(v4.to_bits() & mask).into()
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128_u32.saturating_sub(prefix.into())).unwrap_or(0);
            Ipv6Addr::from_bits(v6.to_bits() & mask).into()
        }
    }
}

#[cfg(test)]
mod tests;
