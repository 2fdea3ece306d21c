//! Where a function may connect to: nowhere, the public internet, networks by address and port.
//!
//! As text: `none`; or a list, separated by commas, of `public` and of rules `NETWORK[:PORT[-PORT]][/tcp|/udp]`, such as
//! `public,10.1.0.0/16:5432/tcp,[fd00:1::/32]:443`. A network is an address with or without the length of its prefix;
//! an IPv6 network that is followed by a port is in brackets.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

/// The environment variable in which a function says its own policy: it comes with the function's configuration from every
/// tool, and belongs to a version as the rest of it does.
pub const VARIABLE: &str = "TENFOLD_EGRESS";

/// Rules that one policy may have.
const MAX_RULES: usize = 64;
/// Bytes of a policy as text.
const MAX_TEXT: usize = 4_096;

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

/// Never a destination, whatever a policy says.
fn is_never(address: IpAddr) -> bool {
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

fn not_public() -> impl Iterator<Item = (IpAddr, u8)> {
    let v4 = NOT_PUBLIC_V4.iter().map(|(address, prefix)| (IpAddr::from(*address), *prefix));
    v4.chain(NOT_PUBLIC_V6.iter().map(|(address, prefix)| (IpAddr::from(*address), *prefix)))
}

fn is_public(address: IpAddr) -> bool {
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

impl FromStr for Egress {
    type Err = InvalidEgress;

    fn from_str(text: &str) -> Result<Self, InvalidEgress> {
        if text.len() > MAX_TEXT {
            return Err(InvalidEgress(format!("an egress policy has at most {MAX_TEXT} characters")));
        }
        if text == "none" {
            return Ok(Self::none());
        }
        let (mut public, mut rules) = (false, Vec::new());
        for part in text.split(',').map(str::trim) {
            match part {
                "public" => public = true,
                "none" => return Err(InvalidEgress("`none` stands alone".to_owned())),
                rule => rules.push(rule.parse()?),
            }
        }
        if rules.len() > MAX_RULES {
            return Err(InvalidEgress(format!("an egress policy has at most {MAX_RULES} rules")));
        }
        Ok(Self { public, rules: rules.into() })
    }
}

impl FromStr for Rule {
    type Err = InvalidEgress;

    fn from_str(text: &str) -> Result<Self, InvalidEgress> {
        let invalid = || {
            InvalidEgress(format!(
                "{text:?} is neither `none` nor `public` nor a rule such as 10.1.0.0/16:5432/tcp or [fd00::/8]:443"
            ))
        };
        let (rest, transport) = match (text.strip_suffix("/tcp"), text.strip_suffix("/udp")) {
            (Some(rest), _) => (rest, Some(Transport::Tcp)),
            (None, Some(rest)) => (rest, Some(Transport::Udp)),
            (None, None) => (text, None),
        };
        let (network, ports) = match rest.strip_prefix('[').map(|rest| rest.split_once(']')) {
            Some(Some((network, ""))) => (network, None),
            Some(Some((network, ports))) => (network, Some(ports.strip_prefix(':').ok_or_else(invalid)?)),
            Some(None) => return Err(invalid()),
            // More than one colon is an IPv6 network without ports.
            None => match rest.split_once(':') {
                Some((network, ports)) if !ports.contains(':') => (network, Some(ports)),
                _ => (rest, None),
            },
        };
        let network: Network = network.parse().map_err(|Malformed| invalid())?;
        let ports = ports.map(|ports| parse_ports(ports).ok_or_else(invalid)).transpose()?;
        Ok(Self { network, ports, transport })
    }
}

struct Malformed;

impl FromStr for Network {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| Malformed)?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().map_err(|_| Malformed)?
            }
            Some(_) => return Err(Malformed),
            None => bits,
        };
        // One that has bits after its prefix is more likely a mistake than a network; and IPv4 is written as IPv4.
        if prefix > bits || masked(address, prefix) != address || address.to_canonical() != address {
            return Err(Malformed);
        }
        Ok(Self { address, prefix })
    }
}

fn parse_ports(text: &str) -> Option<(u16, u16)> {
    let port =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (port(first)?, port(last)?);
    (0 < first && first <= last).then_some((first, last))
}

impl fmt::Display for Egress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return f.write_str("none");
        }
        let mut between = "";
        if self.public {
            f.write_str("public")?;
            between = ",";
        }
        for rule in self.rules.iter() {
            write!(f, "{between}{rule}")?;
            between = ",";
        }
        Ok(())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Network { address, prefix } = self.network;
        match (address, self.ports) {
            (IpAddr::V6(_), Some(_)) => write!(f, "[{address}/{prefix}]")?,
            _ => write!(f, "{address}/{prefix}")?,
        }
        match self.ports {
            Some((first, last)) if first == last => write!(f, ":{first}")?,
            Some((first, last)) => write!(f, ":{first}-{last}")?,
            None => {}
        }
        match self.transport {
            Some(Transport::Tcp) => f.write_str("/tcp"),
            Some(Transport::Udp) => f.write_str("/udp"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Transport::{Tcp, Udp};
    use Verdict::{Listed, Public, Refused};

    fn policy(text: &str) -> Egress {
        text.parse().unwrap()
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_public() {
        for address in [
            "8.8.8.8",
            "1.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.255.255",
            "172.32.0.1",
            "203.0.113.1",
            "198.17.255.255",
            "198.20.0.1",
            "223.255.255.255",
            "2600::1",
            "2606:4700::1111",
            "2001:db8::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "3fff::1",
        ] {
            assert_eq!(policy("public").judge(ip(address), 443, Tcp), Public, "{address}");
            assert_eq!(policy("none").judge(ip(address), 443, Tcp), Refused, "{address}");
        }
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "169.254.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::8.8.8.8",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2002:a00:1::",
            "2002:808:808::",
            "100::1",
            "4000::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b::169.254.169.254",
            "64:ff9b:1::8.8.8.8",
        ] {
            assert_eq!(policy("public").judge(ip(address), 443, Tcp), Refused, "{address}");
        }
        assert_eq!(policy("public").judge(ip("8.8.8.8"), 0, Udp), Refused);
    }

    #[test]
    fn what_rules_allow() {
        let p = policy("10.1.0.0/16:5432/tcp,[fd00:1::/32]:443,192.168.1.7,10.9.0.0/24:1000-2000/udp");
        for (address, port, transport, verdict) in [
            ("10.1.2.3", 5432, Tcp, Listed),
            ("::ffff:10.1.2.3", 5432, Tcp, Listed),
            ("10.1.2.3", 5432, Udp, Refused),
            ("10.1.2.3", 5433, Tcp, Refused),
            ("10.2.0.0", 5432, Tcp, Refused),
            ("fd00:1::9", 443, Udp, Listed),
            ("fd00:2::9", 443, Udp, Refused),
            ("192.168.1.7", 1, Tcp, Listed),
            ("192.168.1.8", 1, Tcp, Refused),
            ("10.9.0.255", 2000, Udp, Listed),
            ("10.9.0.255", 999, Udp, Refused),
            ("8.8.8.8", 443, Tcp, Refused),
        ] {
            assert_eq!(p.judge(ip(address), port, transport), verdict, "{address} {port} {transport:?}");
        }
        let all = policy("0.0.0.0/0,::/0");
        for never in
            ["127.0.0.1", "::1", "0.0.0.0", "224.0.0.1", "ff02::1", "255.255.255.255", "::ffff:127.0.0.1"]
        {
            assert_eq!(all.judge(ip(never), 80, Tcp), Refused, "{never}");
        }
        assert_eq!(all.judge(ip("169.254.169.254"), 80, Tcp), Listed, "who lists it means it");
    }

    #[test]
    fn text_and_back() {
        for text in [
            "none",
            "public",
            "10.0.0.0/8",
            "public,10.1.0.0/16:5432/tcp,[fd00::/8]:1-2/udp,fd00::/8/tcp",
            "10.1.2.3/32:53/udp",
        ] {
            assert_eq!(policy(text).to_string(), text);
        }
        assert_eq!(policy(" public , 10.1.2.3").to_string(), "public,10.1.2.3/32");
        assert_eq!(policy("::1").to_string(), "::1/128");
        for bad in [
            "",
            "all",
            "none,public",
            "10.0.0.0/33",
            "10.0.0.1/8",
            "fd00::1/8",
            "10.0.0.0/8:0",
            "10.0.0.0/8:70000",
            "10.0.0.0/8:2-1",
            "10.0.0.0/8:",
            "10.0.0.0/+8",
            "[fd00::/8]443",
            "[fd00::/8",
            "example.com:443",
            "10.0.0.0/8/icmp",
            "::ffff:10.0.0.0/104",
            "public,",
            "10.0.0.0/8:80-",
            "1.2.3.4/",
        ] {
            assert!(bad.parse::<Egress>().is_err(), "{bad}");
        }
        assert!(vec!["10.0.0.0/8"; 65].join(",").parse::<Egress>().is_err());
        assert!("1".repeat(5000).parse::<Egress>().is_err());
    }

    #[test]
    fn what_is_within_what() {
        for (narrow, wide, is) in [
            ("none", "none", true),
            ("none", "public", true),
            ("public", "public", true),
            ("public", "none", false),
            ("public", "0.0.0.0/0", false),
            ("8.8.8.8:53", "public", true),
            ("8.0.0.0/8", "public", true),
            ("0.0.0.0/0", "public", false),
            ("168.0.0.0/6", "public", false),
            ("2000::/3", "public", false),
            ("2600::/16", "public", true),
            ("10.0.0.1", "public", false),
            ("10.1.0.0/16:5432/tcp", "10.0.0.0/8", true),
            ("10.1.0.0/16:5432/tcp", "10.0.0.0/8:5000-6000", true),
            ("10.1.0.0/16:5432", "10.0.0.0/8:5432/tcp", false),
            ("10.1.0.0/16", "10.0.0.0/8:5432", false),
            ("10.0.0.0/8", "10.1.0.0/16", false),
            ("fd00::/8", "0.0.0.0/0", false),
        ] {
            assert_eq!(policy(narrow).is_within(&policy(wide)), is, "{narrow} in {wide}");
        }
    }
}
