//! Operations from request to answer: routed, decoded and validated as the gateway does it, on a store in memory and
//! an engine that runs nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails says so by panicking"
)]

mod code_signing;
mod concurrency;
mod errors;
mod event_invoke;
mod event_source_mappings;
mod fake_engine;
mod function_urls;
mod functions;
mod house;
mod invoke;
mod invoke_event;
mod layers;
mod lifecycle;
mod naming;
mod options;
mod permissions;
mod recursion;
mod rights;
mod roles;
mod scopes;
mod sequences;
mod snapshot;
mod sources;
mod tags;
mod traced;
mod versions;
mod wire;
