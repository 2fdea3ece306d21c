//! Subscriptions to telemetry: what an extension asks for, checked. Who delivers is above.
//!
//! Never here: events, buffers, connections.

mod parse;
#[cfg(test)]
mod tests;

pub(crate) use parse::parse;

use std::time::Duration;

/// By which API: what is the same is the body, what differs are the versions and the names in errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TelemetryApi {
    /// `PUT /2022-07-01/telemetry`.
    Telemetry,
    /// `PUT /2020-08-15/logs`.
    Logs,
}

impl TelemetryApi {
    /// As in AWS's error messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Telemetry => "Telemetry API",
            Self::Logs => "Logs API",
        }
    }
}

/// `schemaVersion`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaVersion {
    /// Telemetry API `2022-07-01`.
    Telemetry2022July,
    /// Telemetry API `2022-12-13`: JSON that a function logs is an object.
    Telemetry2022December,
    /// Telemetry API `2025-01-29`: the same, with what only managed instances have.
    Telemetry2025,
    /// Logs API `2020-08-15`.
    Logs2020,
    /// Logs API `2021-03-18`: with `platform.runtimeDone`.
    Logs2021,
}

/// `types`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TelemetryTypes {
    /// What the platform says.
    pub platform: bool,
    /// What the function writes.
    pub function: bool,
    /// What external extensions write.
    pub extension: bool,
}

impl TelemetryTypes {
    /// Their names.
    pub fn names(self) -> Vec<&'static str> {
        let all = [(self.platform, "platform"), (self.function, "function"), (self.extension, "extension")];
        all.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect()
    }
}

/// `buffering`: a batch is sent when one of these is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Buffering {
    /// Events, 1,000 to 10,000.
    pub max_items: usize,
    /// Bytes, 262,144 to 1,048,576.
    pub max_bytes: usize,
    /// Time since its first event, 25 ms to 30 s.
    pub timeout: Duration,
}

/// Where batches go: a port on the sandbox's own loopback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A request with an array of events.
    Http {
        /// Never 0, never the Runtime API's.
        port: u16,
        /// Host and port, as they were given.
        authority: String,
        /// Path and query.
        path: String,
        /// PUT in place of POST.
        put: bool,
    },
    /// An event a line.
    Tcp {
        /// As above.
        port: u16,
    },
}

/// What an extension subscribed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Of the events.
    pub version: SchemaVersion,
    /// Which events; at least one.
    pub types: TelemetryTypes,
    /// When a batch is sent.
    pub buffering: Buffering,
    /// Where to.
    pub destination: Destination,
}

impl SchemaVersion {
    /// The API that has it.
    pub fn api(self) -> TelemetryApi {
        match self {
            Self::Telemetry2022July | Self::Telemetry2022December | Self::Telemetry2025 => {
                TelemetryApi::Telemetry
            }
            Self::Logs2020 | Self::Logs2021 => TelemetryApi::Logs,
        }
    }
}

/// Why a subscription is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSubscribed {
    /// The init phase is over.
    Closed,
    /// The extension has subscribed by the other API.
    OtherApi,
}

/// Takes subscriptions of an environment's extensions. Must not block.
pub trait Subscriptions: Send + Sync {
    /// A subscription of the extension with this name; it takes the place of an earlier one.
    fn subscribe(&self, extension: &str, subscription: Subscription) -> Result<(), NotSubscribed>;
}
