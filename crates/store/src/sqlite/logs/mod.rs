//! Logs in SQLite: groups and streams by row, events by chunk.
//!
//! What is written to a stream at once becomes a chunk; chunks of a stream are merged and compressed as they gather, so
//! that there are few rows however many lines there are. Each chunk is sorted, covers a bounded time, and stands in
//! indexes with its first and its last position; reading merges those that overlap.
//!
//! Never here: a row for each event, a chunk that is read to find out that it need not be.

mod append;
mod chunk;
mod convert;
mod expire;
mod groups;
pub(super) mod meter;
mod outbox;
mod read;
mod rows;
mod settings;
mod walk;

#[cfg(test)]
mod tests;

pub(super) use convert::convert;
