//! The Lambda Runtime API, version 2018-06-01, toward a function's runtime: it asks for the next event, we wait for
//! its answer. And the Extensions API, version 2020-01-01, toward the extensions beside it, with
//! their subscriptions to telemetry and logs.
//!
//! [`machine`](self) decides what a runtime may do when, without IO, and a registry the same of extensions; [`Session`]
//! is the one rendezvous between an invocation and both; [`serve`] is HTTP on the sandbox's listener.
//!
//! Never here: processes, timeouts of functions, logs, payload parsing. A response passes through as bytes; only an
//! error's body is looked into, for its `errorType`. One that streams passes through piece by piece, where the
//! invocation wants it so.

mod extensions;
#[doc(hidden)]
pub mod fuzzing;
mod http;
mod machine;
mod rate;
mod refusal;
mod session;
mod stream;
mod telemetry;
mod times;

pub use extensions::{Extension, ExtensionKind, Extensions, Function, MAX_EXTENSIONS, ShutdownReason};
pub use http::{MAX_CONNECTIONS, Reserve, Server, serve};
pub use rate::StreamRate;
pub use session::{Exchange, Handover, InitError, Reply, Session};
pub use stream::{Part, ResponseParts, ResponseSink, response_stream};
pub use telemetry::{
    Buffering, Destination, NotSubscribed, SchemaVersion, Subscription, Subscriptions, TelemetryApi,
    TelemetryTypes,
};
pub use times::ReplyTimes;

/// The port on the sandbox's loopback that `AWS_LAMBDA_RUNTIME_API` names.
pub const PORT: u16 = 9001;
/// Where a restored function asks for its credentials.
pub const CREDENTIALS_PATH: &str = "/2021-04-23/credentials";
