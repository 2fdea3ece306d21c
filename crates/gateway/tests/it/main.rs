//! The front door over real sockets on loopback, with services that only say what they were given.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails says so by panicking"
)]

mod authentication;
mod authorization;
mod bodies;
mod connections;
mod dev;
mod function_urls;
mod hostile;
mod house;
mod http2;
mod people;
mod refusals;
mod secure;
mod smuggling;
mod streaming;
mod urls;
