//! Policies as text, and back.

use super::{Egress, InvalidEgress, Network, Rule, Transport, masked};
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// Rules that one policy may have.
const MAX_RULES: usize = 64;
/// Bytes of a policy as text.
const MAX_TEXT: usize = 4_096;

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

pub(super) struct Malformed;

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
