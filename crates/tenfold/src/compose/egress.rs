//! Where functions may connect to, from the configuration and from what a function says itself.

use super::settings::machine_memory_mb;
use crate::config::Config;
use crate::failure::Failure;
use domain::FunctionConfig;
use domain::egress::{Egress, VARIABLE};
use sandbox::{Features, Tunnel};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use worker::EndpointGuard;

/// What every sandbox is called inside.
const OWN_V4: Ipv4Addr = Ipv4Addr::new(198, 18, 0, 2);
const OWN_V6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0x7446, 0, 0, 0, 0, 0, 2);
/// The share of the machine's memory that connections of functions may hold, all together, is one in so many, and at least so much.
const MEMORY_SHARE: u64 = 16;
const LEAST_MB: u64 = 64;
/// Where this host says which resolvers it uses.
const RESOLV_CONF: &str = "/etc/resolv.conf";

/// The policies of a server.
#[derive(Clone, Debug)]
pub(super) struct Policies {
    /// Of functions that say nothing.
    usual: Egress,
    /// The widest that one may have.
    most: Egress,
    /// Whether sandboxes can have an interface here.
    works: bool,
    /// For what all connections hold.
    memory: Arc<egress::Memory>,
}

impl Policies {
    /// Without a word the public internet, where that can be had.
    pub(super) fn of(config: &Config, features: &Features) -> Result<Self, Failure> {
        let works = features.tunnel;
        let asked = config.egress.iter().chain(&config.egress_max).find(|policy| !policy.is_none());
        if let (Some(policy), false) = (asked, works) {
            return Err(Failure::Machine(format!(
                "functions cannot be let connect to {policy}: /dev/net/tun cannot be opened here (see `tenfold doctor`)"
            )));
        }
        let unless_said = if works { Egress::public() } else { Egress::none() };
        let usual = config.egress.clone().unwrap_or(unless_said);
        let most = config.egress_max.clone().unwrap_or_else(|| usual.clone());
        if !works && config.egress.is_none() {
            tracing::warn!(
                "functions can connect nowhere: /dev/net/tun cannot be opened here (see `tenfold doctor`)"
            );
        }
        tracing::info!(egress = %usual, at_most = %most, "where functions may connect to");
        let memory =
            egress::Memory::new((machine_memory_mb().unwrap_or(0) / MEMORY_SHARE).max(LEAST_MB) << 20);
        Ok(Self { usual, most, works, memory })
    }

    /// The widest that a function may have.
    pub(super) fn most(&self) -> &Egress {
        &self.most
    }

    fn of_function(&self, function: &FunctionConfig) -> Egress {
        let own = function.environment.as_ref().and_then(|variables| variables.get(VARIABLE));
        match own {
            None => self.usual.clone(),
            // It was checked when it was said; what cannot be understood now allows nothing.
            Some(text) => text.parse().unwrap_or_default(),
        }
    }
}

impl worker::Egress for Policies {
    fn tunnel(&self, function: &FunctionConfig) -> Option<Tunnel> {
        let is_any = self.works && !self.of_function(function).is_none() && !self.most.is_none();
        is_any.then_some(Tunnel { v4: OWN_V4, v6: OWN_V6, resolver: egress::GATEWAY_V4, mtu: egress::MTU })
    }

    fn serve(&self, tunnel: OwnedFd, function: &FunctionConfig) -> std::io::Result<EndpointGuard> {
        // Each time, for a few microseconds: machines change their networks.
        let resolvers = std::fs::read_to_string(RESOLV_CONF).unwrap_or_default();
        let way = egress::Way {
            policy: self.of_function(function),
            most: self.most.clone(),
            resolvers: egress::resolvers(&resolvers).into(),
            reserve: || {
                sandbox::linux::descriptor_for_connection().map(|descriptor| Box::new(descriptor) as _)
            },
            memory: Arc::clone(&self.memory),
        };
        Ok(Box::new(egress::serve(tunnel, way)?))
    }
}
