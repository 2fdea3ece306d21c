//! AWS's spelling: which operation a request means, what it carries, how an answer or an error looks, and whether
//! its signature is right. Everything follows the service models in `models/`, compiled to tables in [`generated`].
//!
//! Never here: input or output, a clock, a decision about a request, anything that knows what an operation does.

pub mod decode;
pub mod encode;
pub mod flow;
mod form;
pub mod generated;
pub mod model;
pub mod route;
pub mod service;
pub mod sigv4;
mod time;
mod validate;

pub use model::{Operation, ServiceModel};
pub use route::{Route, pick_service};
pub use service::{ApiError, Caller, CallerKind, Input, MAX_TRACE_HEADER, Output, RequestContext, Service};
