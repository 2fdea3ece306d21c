//! CloudWatch's metrics: data in and out, metric math, alarms with their state machine and actions, dashboards.
//!
//! Never here: where functions' own metrics come from, how values are kept, protocols of the services that actions go to.

mod access;
mod alarms;
mod dashboards;
mod data;
mod errors;
#[doc(hidden)]
pub mod fuzzing;
mod list;
mod math;
mod metric;
mod period;
mod put;
mod search;
mod service;
mod statistic;
mod statistics;

pub use access::access;
pub use alarms::actions::{AlarmActions, NoActions};
pub use alarms::watch::Watch;
pub use service::CloudWatchService;
