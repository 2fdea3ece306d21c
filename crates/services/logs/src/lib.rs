//! CloudWatch Logs: groups, streams and events, as far as reading functions' logs and writing own ones needs.
//!
//! Never here: where functions' log lines come from, and when old events are deleted.

mod errors;
mod operations;
pub mod pattern;
mod service;
mod token;

pub use service::LogsService;
