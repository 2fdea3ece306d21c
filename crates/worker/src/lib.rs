//! This host: from "run this function with this event" to its outcome.

mod config;
mod error;
mod ports;
mod status;
mod worker;

pub use config::{Substitution, WorkerConfig};
pub use error::{PrepareError, RunError};
pub use ports::{
    Credentials, EndpointGuard, LocalEndpoint, PackageDir, PackageError, Packages, RoleCredentials,
};
pub use status::{PoolStatus, WorkerStatus};
pub use worker::{Parts, Worker};
