//! Events on their way from a group to where one of its filters sends them.

use crate::{StoreError, StoredEvent};
use async_trait::async_trait;
use domain::log::LogStreamName;
use std::sync::Arc;

/// Events of a batch that a filter is to send: kept in the transaction that keeps the batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Which batch, by its place.
    pub batch: usize,
    /// The filter's name.
    pub filter: Arc<str>,
    /// Which of its events, by their places, ascending.
    pub events: Vec<usize>,
}

/// Events that wait to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Its number: later ones have greater numbers.
    pub number: i64,
    /// Where the events are.
    pub stream: LogStreamName,
    /// The filter that selected them.
    pub filter: String,
    /// The events, as they were kept.
    pub events: Vec<StoredEvent>,
}

/// Events that wait to be sent. They go with their group, and not with their stream.
#[async_trait]
pub trait LogOutbox: Send + Sync {
    /// The oldest parcels behind a number: at most so many, and so many bytes of messages, but one.
    async fn parcels(&self, after: i64, most: usize, bytes: u64) -> Result<Vec<Parcel>, StoreError>;

    /// Forgets parcels that were sent.
    async fn forget_parcels(&self, numbers: Vec<i64>) -> Result<(), StoreError>;

    /// Bytes of messages of all parcels, with [`crate::EVENT_OVERHEAD`] for each event.
    async fn waiting_bytes(&self) -> Result<u64, StoreError>;
}
