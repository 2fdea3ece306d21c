//! Policies from their texts to decisions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails says so by panicking"
)]

mod conditions;
mod documents;
mod functions;
mod generated;
mod house;
mod logic;
mod matching;
mod properties;
