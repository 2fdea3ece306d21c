//! This host: from "run this function with this event" to its outcome.
//!
//! [`Worker`] keeps a pool of environments for each version of a function. An environment runs one invocation at a
//! time, is reused while it is warm, frozen while it is idle, and destroyed when it is stale, old, dead or unused.
//! `pool_state` decides, `environment` does, `blanks` has sandboxes ready, `logs` listens, `runtimes` knows the interpreters.
//!
//! Never here: who may invoke, how many at once, retries, AWS's wire formats, system calls.

mod activity;
mod blanks;
mod building;
mod bytecode;
mod capacity;
mod code;
mod config;
mod environment;
mod error;
#[cfg(test)]
mod fixture;
mod identity;
mod initialization;
mod logs;
mod payloads;
mod pool;
mod pool_state;
mod ports;
mod provided;
mod provisioning;
mod runtimes;
mod settling;
mod snapshots;
mod standbys;
mod status;
mod telemetry;
mod turns;
mod variables;
mod worker;

pub use config::{Substitution, WorkerConfig};
pub use error::{PrepareError, RunError};
pub use ports::{
    Allocations, Credentials, Egress, EndpointGuard, LocalEndpoint, PackageDir, PackageError, Packages,
    RoleCredentials, SegmentDaemon,
};
pub use provided::reaches;
pub use provisioning::{Provisioned, ProvisionedVersion, ProvisioningState};
pub use runtime_api::{Part, ResponseParts, ResponseSink, StreamRate, response_stream};
pub use runtimes::{Interpreter, RegisterError, ResolvedRuntime, RuntimeCatalog};
pub use status::{PoolStatus, WorkerStatus};
pub use worker::{Parts, Worker};
