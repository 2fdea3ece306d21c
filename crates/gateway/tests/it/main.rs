//! The front door over real sockets on loopback, with services that only say what they were given.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails says so by panicking"
)]

mod authentication;
mod bodies;
mod connections;
mod dev;
mod function_urls;
mod hostile;
mod house;
mod refusals;
mod streaming;
mod urls;
