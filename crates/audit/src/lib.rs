//! The audit log: who called what, from where, and how it ended; in CloudTrail's form, in files that cannot be changed
//! unnoticed.
//!
//! [`Call`] is what is told of a call, and what of it may be written ([`redact`]); [`Trail`] takes calls without waiting for a
//! disk, and writes them in a thread of its own; [`verify`] finds what was changed, removed or moved; [`read`] prints.
//!
//! Never here: a payload, a secret, a decision about a call.

mod call;
mod chain;
mod head;
mod names;
pub mod read;
mod record;
pub mod redact;
mod segment;
mod trail;
pub mod verify;
mod writer;

pub use call::{Call, Invoked, Issuer, Kind, Tls, Who};
pub use names::{is_data, is_read_only};
pub use segment::Retention;
pub use trail::{OpenError, Trail};

/// What the keys of the log's signatures are derived for.
pub const PURPOSE: &str = "audit log";
/// The log's directory within the data directory.
pub const DIRECTORY: &str = "audit";
