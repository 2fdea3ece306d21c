//! What a gateway is made of. Plain values and the traits that are plugged in; no decision here.

use crate::authenticate::{KeyLookup, SigningKeys};
use crate::body::BodyBudget;
use crate::download::CodeDownloads;
use crate::running::Running;
use aws_wire::Service;
use domain::{AccountId, Clock, Region};
use std::sync::Arc;
use std::time::Duration;

/// How callers prove who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Every request carries a valid signature of a known key.
    Signed,
    /// Development: any key id is taken, and so is a request without a signature. Served on loopback only.
    Dev,
}

/// Limits on what strangers may make the server do.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Open connections of one listener; further ones wait in the kernel's queue.
    pub connections: usize,
    /// Time to send a request's head, and to leave a connection idle.
    pub head: Duration,
    /// Time that a body may take, besides what [`Limits::min_body_rate`] grants.
    pub body: Duration,
    /// Bytes a second that a body must arrive with in the long run.
    pub min_body_rate: u64,
    /// Time without any progress while an answer is being written.
    pub write_stall: Duration,
    /// Bytes of request bodies over 1 MiB that may be in memory at once.
    pub body_budget: usize,
    /// Longest time that running requests are waited for at shutdown.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            head: Duration::from_secs(30),
            body: Duration::from_secs(30),
            min_body_rate: 16 * 1_024,
            write_stall: Duration::from_secs(60),
            body_budget: 512 << 20,
            drain: Duration::from_secs(900),
        }
    }
}

/// What the composition root plugs in.
pub struct Parts {
    /// How callers prove who they are.
    pub mode: Mode,
    /// The services that are built, found by the signing name of their model.
    pub services: Vec<Arc<dyn Service>>,
    /// Access keys.
    pub keys: Arc<dyn KeyLookup>,
    /// Packages, for `Code.Location`.
    pub downloads: Arc<dyn CodeDownloads>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Account of callers that development mode lets in without a twelve-digit key.
    pub default_account: AccountId,
    /// Region of requests that do not name one.
    pub default_region: Region,
    /// Regions that requests may be signed for; empty for any.
    pub regions: Vec<Region>,
    /// Scheme and authority that answers name, where it is not the `Host` that the request was sent to (a proxy
    /// with TLS in front).
    pub public_endpoint: Option<Arc<str>>,
    /// Host names besides loopback that development mode answers to.
    pub own_hosts: Vec<String>,
    /// Limits.
    pub limits: Limits,
}

/// The front door. Shared by all listeners, the sandboxes' own ones included.
pub struct Gateway {
    pub(crate) parts: Parts,
    pub(crate) signing_keys: SigningKeys,
    pub(crate) budget: BodyBudget,
    pub(crate) running: Arc<Running>,
}

impl Gateway {
    /// Puts a gateway together.
    pub fn new(parts: Parts) -> Self {
        let budget = BodyBudget::new(parts.limits.body_budget);
        Self { parts, signing_keys: SigningKeys::default(), budget, running: Arc::default() }
    }

    /// How callers prove who they are.
    pub fn mode(&self) -> Mode {
        self.parts.mode
    }

    pub(crate) fn service(&self, signing_name: &str) -> Option<&Arc<dyn Service>> {
        self.parts.services.iter().find(|s| s.model().signing_name == signing_name)
    }
}
