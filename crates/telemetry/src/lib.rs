//! What others' tools read of a server: its metrics and those of its functions for Prometheus, and whether it can do its
//! work; and what is sent to a collector by OTLP: spans, metrics, log records.
//!
//! Never here: what is measured, or where; HTTP, and who may read it.

mod accept;
mod exposition;
mod family;
mod gather;
pub mod health;
pub mod otlp;
mod process;

pub use accept::{Format, chosen};
pub use exposition::text;
pub use family::{Family, Kind, Spread, Value};
pub use gather::Exposed;
