//! What is measured while it happens: CloudWatch's nouns (metrics, units, statistics), the metrics of functions gathered by
//! the minute on the invocation's path, metrics embedded in log lines, and the server's own counters.
//!
//! Never here: input or output, waiting, a list that grows without a bound, an API's rules.

pub mod datum;
mod distribution;
pub mod emf;
pub mod functions;
pub mod server;
mod statistics;
mod unit;

pub use datum::{Datum, Dimensions, MetricId, Resolution};
pub use distribution::Distribution;
pub use functions::{Concurrency, FunctionMetrics, What};
pub use statistics::{Range, Statistics};
pub use unit::Unit;

/// The namespace of the functions' own metrics.
pub const LAMBDA: &str = "AWS/Lambda";
