//! AWS's spelling: which operation a request means, what it carries, how an answer or an error looks, and whether
//! its signature is right. Everything follows the service models in `models/`, compiled to tables in [`generated`].
//!
//! Never here: input or output (random bits of identifiers apart), a clock, a decision about a request, anything that knows what an operation does.

pub mod access;
mod caller;
pub mod decode;
pub mod encode;
pub mod flow;
mod form;
pub mod generated;
pub mod model;
mod random;
pub mod route;
pub mod service;
pub mod sigv4;
mod time;
mod validate;

pub use caller::{Caller, CallerKind, Federated, SessionFacts};
pub use model::{Operation, ServiceModel};
pub use random::random;
pub use route::{Route, pick_service};
pub use service::{ApiError, Conditions, Input, MAX_TRACE_HEADER, Output, RequestContext, Service};
pub use time::parse as parse_time;
