//! The Runtime API over HTTP/1.1 on a sandbox's own loopback.
//!
//! The other side is hostile: connections, headers and bodies are bounded. There is no time limit on a connection: a
//! frozen runtime is silent for hours, and an invocation that depends on a slow one ends by the function's timeout.

mod body;
mod extensions;
mod give_way;
mod routes;
mod server;
mod telemetry;

pub(crate) use server::serve_stream;
pub use server::{MAX_CONNECTIONS, Reserve, Server, serve};
