//! Metrics in SQLite: fresh values by row, older ones in packs.
//!
//! A value that comes is added to the row of its metric and minute (or second). Of windows that are over, a metric's
//! minutes become one pack, which is a tenth of their rows; as packs age, they become coarser ones of longer windows
//! ([`KEPT`]). Reading adds up whatever is there, wherever it is: a late value is a row again until it is packed.
//!
//! Never here: a row for each value, a pack that is read to find out that it need not be.

mod age;
mod codec;
mod documents;
mod list;
mod read;
mod record;

use crate::metric::{KEPT, MetricCursor, MetricFilter, MetricPoint, MetricQuery};
use crate::{MetricStore, Page, Sqlite, StoreError};
use ::metrics::{Datum, MetricId};
use async_trait::async_trait;
use domain::{Scope, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Numbers of metrics that are remembered, so that nobody looks them up.
const REMEMBERED: usize = 200_000;

/// A window that a pack is of, by the resolution of its points, s.
fn window_s(resolution_s: i64) -> i64 {
    match resolution_s {
        60 => 6 * 3_600,
        300 => 2 * 86_400,
        _ => 30 * 86_400,
    }
}

/// The longest that a moment may lie after the start of its pack.
fn longest_window_s() -> i64 {
    KEPT.iter().map(|kept| window_s(kept.resolution_s)).max().unwrap_or(0)
}

/// What the writer knows of metrics.
#[derive(Default)]
pub(super) struct Known {
    ids: HashMap<MetricId, Numbered>,
    /// How many there are.
    of_scope: HashMap<Scope, usize>,
}

#[derive(Clone, Copy)]
struct Numbered {
    number: i64,
    /// The newest value that is noted, s.
    last: i64,
}

/// Shared with the writes.
pub(super) type Metrics = Arc<Mutex<Known>>;

#[async_trait]
impl MetricStore for Sqlite {
    async fn record(&self, data: Vec<Datum>) -> Result<usize, StoreError> {
        if data.is_empty() {
            return Ok(0);
        }
        let known = Arc::clone(&self.known_metrics);
        let recorded = self.metrics.write({
            let known = Arc::clone(&known);
            move |db| record::record(db, &mut known.lock().unwrap_or_else(PoisonError::into_inner), data)
        });
        let recorded = recorded.await;
        if recorded.is_err() {
            // It may know of rows that were rolled back.
            *known.lock().unwrap_or_else(PoisonError::into_inner) = Known::default();
        }
        recorded
    }

    async fn read_metric(&self, query: &MetricQuery) -> Result<Vec<MetricPoint>, StoreError> {
        let query = query.clone();
        self.metrics.read(move |db| read::read(db, &query)).await
    }

    async fn list_metrics(
        &self,
        filter: &MetricFilter,
        after: Option<MetricCursor>,
        limit: usize,
    ) -> Result<(Page<MetricId>, Option<MetricCursor>), StoreError> {
        let filter = filter.clone();
        self.metrics.read(move |db| list::list(db, &filter, after, limit)).await
    }

    async fn age_metrics(
        &self,
        now: Timestamp,
        after: Option<MetricCursor>,
        metrics: usize,
    ) -> Result<Option<MetricCursor>, StoreError> {
        let known = Arc::clone(&self.known_metrics);
        let aged = self.metrics.write(move |db| {
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            age::age(db, &mut known, now, after, metrics)
        });
        aged.await
    }
}

#[cfg(test)]
mod tests;
