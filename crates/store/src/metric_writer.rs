//! Metrics that are gathered in memory, on their way to the store.
//!
//! What functions did is taken every few seconds; what others hand over (metrics embedded in log lines, metric filters)
//! waits in a bounded queue for the same moment. An end of the process without warning costs what came since.
//!
//! Never here: a write in the caller's thread, a queue without a bound, a loss that nobody can see.

use crate::MetricStore;
use ::metrics::server::{Kind, Registry};
use ::metrics::{Datum, FunctionMetrics};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How often is written.
pub const EVERY: Duration = Duration::from_secs(5);
/// Data that wait at most.
const WAITING: usize = 100_000;

/// See the module's documentation. What waits when the last reference goes is still written, as long as the async runtime
/// lives; call [`Self::flush`] before it ends.
pub struct MetricWriter {
    shared: Arc<Shared>,
}

struct Shared {
    functions: Arc<FunctionMetrics>,
    waiting: Mutex<Vec<Datum>>,
    hurry: Notify,
    /// Rounds that were begun, and that are done.
    asked: AtomicU64,
    done: watch::Sender<u64>,
    closed: std::sync::atomic::AtomicBool,
    lost: AtomicU64,
    written: AtomicU64,
}

impl MetricWriter {
    /// Starts the task that writes, on the async runtime of the caller.
    pub fn start(
        store: Arc<dyn MetricStore>,
        functions: Arc<FunctionMetrics>,
        every: Duration,
        registry: &Registry,
    ) -> Self {
        let shared = Arc::new(Shared {
            functions,
            waiting: Mutex::default(),
            hurry: Notify::new(),
            asked: AtomicU64::new(0),
            done: watch::Sender::new(0),
            closed: false.into(),
            lost: AtomicU64::new(0),
            written: AtomicU64::new(0),
        });
        let of = Arc::clone(&shared);
        let help = "Data of metrics that were dropped: they came too fast, the store failed, or there were too many metrics.";
        registry.read_from("tenfold_metric_data_dropped_total", help, Kind::Counter, move || {
            of.lost.load(Ordering::Relaxed) + of.functions.unmeasured()
        });
        let of = Arc::clone(&shared);
        let help = "Data of metrics that were written, each for a metric and a minute.";
        registry.read_from("tenfold_metric_data_written_total", help, Kind::Counter, move || {
            of.written.load(Ordering::Relaxed)
        });
        tokio::spawn(write_all(Arc::clone(&shared), store, every));
        Self { shared }
    }

    /// Takes data to be written soon. Never waits: what there is no room for is counted as lost.
    pub fn add(&self, mut data: Vec<Datum>) {
        let mut waiting = self.shared.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let room = WAITING.saturating_sub(waiting.len());
        let over = data.len().saturating_sub(room);
        data.truncate(room);
        waiting.append(&mut data);
        drop(waiting);
        if over > 0 {
            self.shared.lost.fetch_add(over as u64, Ordering::Relaxed);
        }
    }

    /// Waits until all that happened before is readable, or lost.
    pub async fn flush(&self) {
        let target = self.shared.asked.fetch_add(1, Ordering::AcqRel) + 1;
        self.shared.hurry.notify_one();
        let mut done = self.shared.done.subscribe();
        // The sender is in `shared`, which outlives this call.
        let _ = done.wait_for(|done| *done >= target).await;
    }

    /// Data that were dropped since the start.
    pub fn lost(&self) -> u64 {
        self.shared.lost.load(Ordering::Relaxed)
    }
}

impl Drop for MetricWriter {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Release);
        self.shared.hurry.notify_one();
    }
}

async fn write_all(shared: Arc<Shared>, store: Arc<dyn MetricStore>, every: Duration) {
    // What a round could not write: in the next one.
    let mut left: Vec<Datum> = Vec::new();
    loop {
        let closed = shared.closed.load(Ordering::Acquire);
        if !closed {
            tokio::select! {
                () = tokio::time::sleep(every) => {}
                () = shared.hurry.notified() => {}
            }
        }
        let asked = shared.asked.load(Ordering::Acquire);
        let mut data = std::mem::take(&mut left);
        data.append(&mut shared.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        data.append(&mut shared.functions.drain());
        let count = data.len();
        let again = (count <= WAITING).then(|| data.clone());
        match store.record(data).await {
            Ok(refused) => {
                shared.written.fetch_add((count - refused) as u64, Ordering::Relaxed);
                shared.lost.fetch_add(refused as u64, Ordering::Relaxed);
                if refused > 0 {
                    tracing::warn!(refused, "there are too many metrics for new ones");
                }
            }
            Err(error) => {
                tracing::error!(%error, data = count, "metrics cannot be written");
                match again {
                    Some(again) => left = again,
                    None => drop(shared.lost.fetch_add(count as u64, Ordering::Relaxed)),
                }
            }
        }
        shared.done.send_replace(asked);
        if closed {
            return;
        }
    }
}
