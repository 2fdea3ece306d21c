//! The worker on the simulated driver: scripts play the runtime over the real Runtime API.

#![expect(clippy::unwrap_used, clippy::panic, reason = "the functions beside the tests belong to the tests")]

mod blanks;
mod extensions;
mod failing;
mod layers;
mod logging;
mod pooling;
mod provisioning;
mod records;
mod streaming;
mod support;
mod telemetry;
