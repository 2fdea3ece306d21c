//! CloudWatch Logs: groups, streams and events; what filters make of events that come ([`metrics`], [`delivery`]); live sessions; queries ([`insights`]).
//!
//! Never here: where functions' log lines come from, where metrics go, how a function is invoked, and when old events are deleted.

mod access;
pub mod delivery;
mod errors;
pub mod insights;
mod intake;
mod live;
pub mod metrics;
mod operations;
pub mod pattern;
mod queries;
mod service;
mod token;

pub use access::access;
pub use intake::Intake;
pub use service::LogsService;
