//! AWS X-Ray: segments that functions, their SDKs and Lambda itself send, put together to traces, searched and drawn.
//!
//! Never here: which invocation is traced, and where segments are kept.

mod access;
mod analyses;
mod document;
mod entity;
mod errors;
mod filter;
#[doc(hidden)]
pub mod fuzzing;
mod graph;
mod groups;
mod sampling;
mod service;
mod services;
mod settings;
mod summary;
mod traces;

pub use access::access;
pub use service::XRayService;
