//! The AWS services of others, behind any endpoint that speaks like AWS: objects in S3 (or in a directory of the same
//! shape), messages to SQS, SNS and EventBridge.
//!
//! [`Client`] makes one signed HTTP request at a time to one endpoint. Whatever the other side does, a request ends in
//! time, and costs no more memory than was asked for; a redirect is answered, never followed.
//!
//! Never here: who sends what and why, whether something is tried again, operations that Tenfold itself answers.

mod answer;
mod client;
mod connection;
mod endpoint;
mod fetch;
pub mod messages;
pub mod objects;

#[cfg(test)]
mod stand_in;

pub use client::{CallError, Client, ClientOptions};
pub use connection::{Connector, Stream, Trust};
pub use endpoint::{Endpoint, EndpointError};
pub use fetch::fetch;
