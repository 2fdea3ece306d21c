//! The front door: HTTP connections in, one AWS operation each out.
//!
//! A request goes through the steps below, one file each, and every step can only refuse or pass on: [`guard`]
//! (browsers, in development mode) → [`identify`] (service, operation) → [`authenticate`] (who says they signed) and
//! [`authorize`] (may they), as far as the head tells → [`body`] (limits before buffering, memory from [`budget`]) →
//! [`authenticate`] (did they sign) → [`operation`] (decode, call, encode). Requests to function URLs branch off
//! first, to [`function_url`]. Below that are connections: [`serve`] (listeners), [`tls`], [`http1`] and [`http2`], and
//! [`framing`], which says where a request ends. An answer is whole, or comes as the operation makes it: [`answer_body`].
//!
//! Never here: what an operation does, a query to a database, a protocol's spelling. A service is a trait object
//! that the composition root plugs in; this crate knows none by type.

mod answer_body;
mod audit;
pub mod authenticate;
mod authorize;
mod body;
mod budget;
pub mod config;
mod connection;
pub mod download;
mod endpoint;
mod framing;
pub mod function_url;
#[doc(hidden)]
pub mod fuzzing;
mod guard;
mod http1;
mod http2;
mod identify;
mod inspection;
mod operation;
mod peers;
mod refuse;
mod request;
mod request_id;
mod running;
pub mod serve;
pub mod tls;
mod traffic;

pub use authenticate::{KeyLookup, KnownKey};
pub use authorize::{Identities, Resources};
pub use config::{Gateway, Limits, Mode, Parts};
pub use download::CodeDownloads;
pub use function_url::{FunctionUrl, FunctionUrls, Ran, UrlCall};
pub use inspection::{Inspecting, Inspection};
pub use serve::{IsScarce, Listening, Reserve, ServeError, serve, serve_sandbox};
pub use tls::{Tls, TlsError};
