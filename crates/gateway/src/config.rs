//! What a gateway is made of. Plain values and the traits that are plugged in; no decision here.

use crate::authenticate::{KeyLookup, SigningKeys};
use crate::authorize::{Identities, Principals, Resources};
use crate::budget::{BodyBudget, Source};
use crate::download::CodeDownloads;
use crate::function_url::FunctionUrls;
use crate::inspection::Inspecting;
use crate::running::Running;
use crate::traffic::Traffic;
use audit::Trail;
use aws_wire::Service;
use domain::{AccountId, Clock, Region};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::Semaphore;

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
    /// The same of one peer: an IPv4 address or an IPv6 network of 64 bits. Further ones are closed.
    pub connections_of_a_peer: usize,
    /// The same for a listener in a sandbox.
    pub sandbox_connections: usize,
    /// Time for a TLS handshake.
    pub handshake: Duration,
    /// TLS handshakes of one peer that may go on at once. Further connections are closed.
    pub handshakes_of_a_peer: usize,
    /// Requests at a time on one connection of HTTP/2.
    pub streams: u32,
    /// Time to send a request's head, and to leave a connection idle.
    pub head: Duration,
    /// Time that a body may take, besides what [`Limits::min_body_rate`] grants.
    pub body: Duration,
    /// Bytes a second that a body must arrive with in the long run.
    pub min_body_rate: u64,
    /// [`Limits::body`] while somebody waits for the memory that an unverified body holds, and the longest pause in it.
    pub hurried_body: Duration,
    /// [`Limits::min_body_rate`] likewise.
    pub hurried_body_rate: u64,
    /// Longest time that the body of somebody who is not let in is taken in, so that the answer is read.
    pub turn_away: Duration,
    /// Time without any progress while an answer is being written.
    pub write_stall: Duration,
    /// Bytes of request bodies over 1 MiB that may be in memory at once; smaller ones have an eighth of it besides.
    /// Bodies from one address that are not verified yet may have half of both.
    pub body_budget: usize,
    /// The same for all sandboxes together, of which one function may have a quarter.
    pub sandbox_body_budget: usize,
    /// Longest time that running requests are waited for at shutdown.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            connections_of_a_peer: 2_048,
            sandbox_connections: 32,
            handshake: Duration::from_secs(10),
            handshakes_of_a_peer: 256,
            streams: 100,
            head: Duration::from_secs(30),
            body: Duration::from_secs(30),
            min_body_rate: 16 * 1_024,
            hurried_body: Duration::from_secs(2),
            hurried_body_rate: 1 << 20,
            turn_away: Duration::from_secs(5),
            write_stall: Duration::from_secs(60),
            body_budget: 512 << 20,
            sandbox_body_budget: 128 << 20,
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
    /// Users and roles, and their policies.
    pub identities: Arc<dyn Identities>,
    /// Policies and tags of resources.
    pub resources: Arc<dyn Resources>,
    /// Packages, for `Code.Location`.
    pub downloads: Arc<dyn CodeDownloads>,
    /// Function URLs.
    pub urls: Arc<dyn FunctionUrls>,
    /// What operators see of the server; `None`: only that it lives.
    pub inspecting: Option<Inspecting>,
    /// Where every call is recorded; `None` in tests.
    pub trail: Option<Arc<Trail>>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Account of callers that development mode lets in without a twelve-digit key.
    pub default_account: AccountId,
    /// Region of requests that do not name one.
    pub default_region: Region,
    /// Regions that requests may be signed for besides the default one; empty for all that have the form of one:
    /// everything is kept by account and region, so that one server is any number of regions.
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
    pub(crate) principals: Principals,
    budget: BodyBudget,
    sandbox_budget: BodyBudget,
    pub(crate) running: Arc<Running>,
    pub(crate) traffic: Traffic,
    /// Places for connections of the listener for clients, while it takes some.
    pub(crate) places: Mutex<Weak<Semaphore>>,
}

impl Gateway {
    /// Puts a gateway together.
    pub fn new(parts: Parts) -> Self {
        let budget = BodyBudget::new(parts.limits.body_budget, 2);
        let sandbox_budget = BodyBudget::new(parts.limits.sandbox_body_budget, 4);
        let (signing_keys, running) = (SigningKeys::default(), Arc::default());
        let principals = Principals::default();
        let traffic = Traffic::of(parts.services.iter().map(|service| service.model().signing_name));
        let places = Mutex::default();
        Self { parts, signing_keys, principals, budget, sandbox_budget, running, traffic, places }
    }

    /// How callers prove who they are.
    pub fn mode(&self) -> Mode {
        self.parts.mode
    }

    /// How many requests were answered: by service (`function-url`, and `none`), and the class of the answer's status, such as
    /// `2xx`.
    pub fn answered(&self) -> Vec<(Vec<String>, u64)> {
        self.traffic.counts()
    }

    /// Why the listener for clients takes no connection now, if so.
    pub fn takes_none(&self) -> Option<&'static str> {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner).upgrade();
        match places {
            None => Some("the listener is closed"),
            Some(places) if places.available_permits() == 0 => {
                Some("there are as many connections as may be")
            }
            Some(_) => None,
        }
    }

    /// The memory that bodies from there share.
    pub(crate) fn budget(&self, source: &Source) -> &BodyBudget {
        match source {
            Source::Address(_) => &self.budget,
            Source::Function(_) => &self.sandbox_budget,
        }
    }

    /// Whether requests may be signed for a region. Development mode takes any name.
    pub(crate) fn takes_region(&self, region: &Region) -> bool {
        let Parts { default_region, regions, .. } = &self.parts;
        *region == *default_region
            || regions.contains(region)
            || regions.is_empty() && (self.mode() == Mode::Dev || looks_like_a_region(region.as_str()))
    }

    pub(crate) fn service(&self, signing_name: &str) -> Option<&Arc<dyn Service>> {
        self.parts.services.iter().find(|s| s.model().signing_name == signing_name)
    }
}

/// Two or more words and a number, such as `us-gov-west-1`: nonsense would be an empty region of its own and not a
/// mistake that is seen.
fn looks_like_a_region(name: &str) -> bool {
    let mut words: Vec<&str> = name.split('-').collect();
    let number = words.pop().unwrap_or_default();
    let numbered = matches!(number.len(), 1 | 2) && number.bytes().all(|b| b.is_ascii_digit());
    let spelt = words.iter().all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
    numbered && spelt && words.len() >= 2 && words.first().is_some_and(|word| word.len() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_regions() {
        for good in
            ["us-east-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1", "us-isob-east-1", "my-rack-12"]
        {
            assert!(looks_like_a_region(good), "{good}");
        }
        for bad in [
            "mars",
            "mars-1",
            "us-east",
            "us-east-",
            "-east-1",
            "u-east-1",
            "us--1",
            "us-e4st-1",
            "us-east-123",
            "",
        ] {
            assert!(!looks_like_a_region(bad), "{bad}");
        }
    }
}
