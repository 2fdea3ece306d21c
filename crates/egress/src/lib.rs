//! The way out of a sandbox: from its packets to connections of this process, as far as a policy allows.
//!
//! A sandbox's network has one interface, a TUN device, to which everything goes that is not for the loopback. We hold
//! its other end, and end every TCP connection and every UDP exchange here: where the policy allows the destination, an ordinary
//! socket of this process makes the same one to there, and bytes are passed on. No packet of a function ever leaves
//! the machine, the host forwards nothing, and nothing of the host's own network is changed.
//!
//! What comes from the device is what strangers send: TCP is spoken by `smoltcp`, which has no unsafe code in it; the
//! number of connections and exchanges, and what each may hold, have limits.
//!
//! Never here: which policy a function has, making the device.

mod device;
mod dial;
mod memory;
mod pace;
mod packet;
mod route;
mod stack;
mod tcp;
mod udp;

use domain::egress::{Egress, Transport, Verdict};
pub use memory::Memory;
use std::any::Any;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use tokio::task::JoinHandle;

/// What the far end of the device is called inside: nothing but the resolver is there.
pub const GATEWAY_V4: Ipv4Addr = Ipv4Addr::new(198, 18, 0, 1);
/// The same for IPv6.
pub const GATEWAY_V6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0x7446, 0, 0, 0, 0, 0, 1);
/// Bytes of the longest packet that the device takes.
pub const MTU: u16 = 16_384;
/// The port of resolvers.
const DNS: u16 = 53;

/// TCP connections of one sandbox at the same time.
const MAX_CONNECTIONS: usize = 256;
/// UDP exchanges of one sandbox at the same time.
const MAX_EXCHANGES: usize = 64;

/// Sets a file descriptor aside for a connection; `None` where there is none to spare.
pub type Reserve = fn() -> Option<Box<dyn Any + Send>>;

/// What one sandbox may do.
#[derive(Clone)]
pub struct Way {
    /// The function's own.
    pub policy: Egress,
    /// The server's, which bounds it.
    pub most: Egress,
    /// Where questions to the sandbox's resolver go, in this order.
    pub resolvers: Arc<[SocketAddr]>,
    /// For each connection and exchange.
    pub reserve: Reserve,
    /// For what they hold; all sandboxes share it.
    pub memory: Arc<Memory>,
}

impl Way {
    /// Where a connection to `to` goes, if it may go anywhere.
    fn of(&self, to: SocketAddr, transport: Transport) -> Option<Destination> {
        if to.ip() == IpAddr::V4(GATEWAY_V4) || to.ip() == IpAddr::V6(GATEWAY_V6) {
            let resolver = self.resolvers.first().filter(|_| to.port() == DNS && !self.policy.is_none())?;
            return Some(Destination { address: *resolver, may_be_ours: true });
        }
        let judge = |policy: &Egress| policy.judge(to.ip(), to.port(), transport);
        let may_be_ours = match (judge(&self.policy), judge(&self.most)) {
            (Verdict::Refused, _) | (_, Verdict::Refused) => return None,
            (Verdict::Listed, Verdict::Listed) => true,
            _ => false,
        };
        let address = SocketAddr::new(to.ip().to_canonical(), to.port());
        Some(Destination { address, may_be_ours })
    }
}

/// Where a connection goes.
#[derive(Clone, Copy, Debug)]
struct Destination {
    address: SocketAddr,
    /// Whether an address of this host is fine: somebody has listed it.
    may_be_ours: bool,
}

/// Serves until it is dropped.
pub struct Serving(JoinHandle<()>);

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Serves a sandbox's device. `tunnel` is a TUN device without packet information, nonblocking. Needs a tokio runtime.
pub fn serve(tunnel: OwnedFd, way: Way) -> std::io::Result<Serving> {
    let device = device::Tunnel::new(tunnel)?;
    Ok(Serving(tokio::spawn(stack::run(device, Arc::new(way)))))
}

/// The resolvers that this host uses, as `/etc/resolv.conf` names them.
pub fn resolvers(resolv_conf: &str) -> Vec<SocketAddr> {
    let servers = resolv_conf.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    let addresses = servers.filter_map(|rest| rest.trim().parse::<IpAddr>().ok());
    addresses.map(|address| SocketAddr::new(address, DNS)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(policy: &str, most: &str) -> Way {
        let resolvers = [SocketAddr::from(([127, 0, 0, 53], 53))].into();
        Way {
            policy: policy.parse().unwrap(),
            most: most.parse().unwrap(),
            resolvers,
            reserve: || Some(Box::new(())),
            memory: Memory::new(0),
        }
    }

    #[test]
    fn a_function_gets_no_more_than_the_server_allows() {
        let (ten, eight) = ("10.0.0.1:80".parse().unwrap(), "8.8.8.8:80".parse().unwrap());
        let tcp = Transport::Tcp;
        assert!(way("public", "public").of(eight, tcp).is_some_and(|to| !to.may_be_ours));
        assert!(way("0.0.0.0/0", "public").of(eight, tcp).is_some_and(|to| !to.may_be_ours));
        assert!(way("0.0.0.0/0", "public").of(ten, tcp).is_none());
        assert!(way("10.0.0.0/8", "0.0.0.0/0").of(ten, tcp).is_some_and(|to| to.may_be_ours));
        assert!(way("none", "0.0.0.0/0").of(ten, tcp).is_none());
    }

    #[test]
    fn only_the_resolver_is_at_the_gateway() {
        let at = |port| SocketAddr::from((GATEWAY_V4, port));
        let public = way("public", "public");
        assert_eq!(public.of(at(53), Transport::Udp).unwrap().address.to_string(), "127.0.0.53:53");
        assert!(public.of(at(80), Transport::Tcp).is_none());
        assert!(way("none", "public").of(at(53), Transport::Udp).is_none());
        assert!(way("0.0.0.0/0", "0.0.0.0/0").of(at(80), Transport::Tcp).is_none());
    }

    #[test]
    fn resolvers_of_the_host() {
        let found = resolvers(
            "# nameserver 9.9.9.9\nsearch x\nnameserver 127.0.0.53\n nameserver ::1 \nnameserver x\n",
        );
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["127.0.0.53:53", "[::1]:53"]);
    }
}
