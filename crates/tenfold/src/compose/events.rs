//! How asynchronous invocations are run on one machine.

use dispatch::events::{EventParts, EventSettings, Events, Inbox, Outbound};
use domain::Clock;
use service_lambda::LambdaService;
use std::sync::Arc;
use std::time::Duration;

/// The data directory is locked, so that whoever has it is the only owner there can be, and the same one after a
/// restart.
const OWNER: &str = "this machine";
/// Nobody waits for such a lease to expire; each renewal is a write.
const LEASE: Duration = Duration::from_secs(3_600);

/// Takes up what is queued, and what comes.
pub(super) fn start(
    inbox: Arc<Inbox>,
    lambda: Arc<LambdaService>,
    outbound: Arc<dyn Outbound>,
    clock: Arc<dyn Clock>,
) -> Events {
    let parts = EventParts { inbox, functions: lambda, outbound, clock, owner: OWNER.to_owned() };
    Events::start(parts, EventSettings { lease: LEASE, ..EventSettings::default() })
}
