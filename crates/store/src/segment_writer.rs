//! Segments on their way to the store of traces: handing them over never blocks and never fails. They wait in a bounded queue,
//! from which one task writes them in batches; what finds it full is dropped and counted. One function's own segments have a
//! quarter of the room at most, so that none takes it from all.
//!
//! Never here: a write in the caller's thread, a queue without a bound.

use crate::TraceStore;
use domain::{Clock, Scope, Segment, SegmentSink};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Segments that may wait.
const QUEUE: usize = 4_096;
/// Segments that share a transaction.
const BATCH: usize = 256;
/// Bytes of documents that may wait.
const MOST_BYTES: u64 = 16 << 20;
/// Part of both that what one source sends may take up.
const SHARE: u64 = 4;
/// How long a batch gathers.
const LINGER: Duration = Duration::from_millis(20);

enum Work {
    Segment(Scope, Segment, Option<Source>),
    Flush(oneshot::Sender<()>),
}

/// A [`SegmentSink`] that writes to a [`TraceStore`]. When the last reference goes, what waits is still written as long as the
/// async runtime lives.
pub struct SegmentWriter {
    queue: mpsc::Sender<Work>,
    counts: Arc<Counts>,
    /// Who is told as well.
    told: Option<Arc<dyn SegmentSink>>,
}

#[derive(Default)]
struct Counts {
    waiting_bytes: AtomicU64,
    lost: AtomicU64,
    /// Segments and bytes that wait, by who sent them.
    sources: Mutex<HashMap<Source, (u64, u64)>>,
}

/// Who sends segments.
type Source = Arc<str>;

impl Counts {
    /// Whether a source may have so many bytes more waiting; they are counted then.
    fn admit(&self, source: &Source, bytes: u64) -> bool {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let (segments, waiting) = sources.get(source).copied().unwrap_or_default();
        let fits = segments < QUEUE as u64 / SHARE && waiting + bytes <= MOST_BYTES / SHARE;
        if fits {
            sources.insert(Arc::clone(source), (segments + 1, waiting + bytes));
        }
        fits
    }

    fn release(&self, source: &Source, bytes: u64) {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((segments, waiting)) = sources.get_mut(source) {
            (*segments, *waiting) = (segments.saturating_sub(1), waiting.saturating_sub(bytes));
            // As many as have something that waits are kept in mind, and no others.
            if *segments == 0 {
                sources.remove(source);
            }
        }
    }
}

impl SegmentWriter {
    /// Starts the task that writes, on the async runtime of the caller.
    pub fn start(store: Arc<dyn TraceStore>, clock: Arc<dyn Clock>) -> Self {
        let (queue, work) = mpsc::channel(QUEUE);
        let counts = Arc::new(Counts::default());
        tokio::spawn(write_all(store, clock, work, Arc::clone(&counts)));
        Self { queue, counts, told: None }
    }

    /// Hands all segments to another sink too, before they wait to be written.
    #[must_use]
    pub fn telling(self, told: Option<Arc<dyn SegmentSink>>) -> Self {
        Self { told, ..self }
    }

    /// Waits until all that was handed over before can be read, or was given up.
    pub async fn flush(&self) {
        let (told, done) = oneshot::channel();
        if self.queue.send(Work::Flush(told)).await.is_ok() {
            let _ = done.await;
        }
    }

    /// Hands over a segment that somebody sent, who shares the room with others. Whether there was room: what there was none for is
    /// dropped, and counted.
    pub fn offer(&self, scope: &Scope, segment: Segment, source: &Source) -> bool {
        self.tell(scope, std::slice::from_ref(&segment));
        let bytes = segment.document.len() as u64;
        if !self.counts.admit(source, bytes) {
            self.dropped();
            return false;
        }
        let taken = self.take(scope, segment, Some(Arc::clone(source)));
        if !taken {
            self.counts.release(source, bytes);
        }
        taken
    }

    fn tell(&self, scope: &Scope, segments: &[Segment]) {
        if let Some(told) = &self.told {
            told.put(scope, segments.to_vec());
        }
    }

    fn take(&self, scope: &Scope, segment: Segment, source: Option<Source>) -> bool {
        let bytes = segment.document.len() as u64;
        let waiting = self.counts.waiting_bytes.fetch_add(bytes, Ordering::Relaxed);
        let full = waiting + bytes > MOST_BYTES
            || self.queue.try_send(Work::Segment(scope.clone(), segment, source)).is_err();
        if full {
            self.counts.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
            self.dropped();
        }
        !full
    }

    fn dropped(&self) {
        if self.counts.lost.fetch_add(1, Ordering::Relaxed) == 0 {
            tracing::warn!("segments of traces are dropped: more come than can be written");
        }
    }

    /// Segments that were dropped since the start, because the queue was full or the store failed.
    pub fn lost(&self) -> u64 {
        self.counts.lost.load(Ordering::Relaxed)
    }
}

impl SegmentSink for SegmentWriter {
    fn put(&self, scope: &Scope, segments: Vec<Segment>) {
        self.tell(scope, &segments);
        for segment in segments {
            self.take(scope, segment, None);
        }
    }
}

async fn write_all(
    store: Arc<dyn TraceStore>,
    clock: Arc<dyn Clock>,
    mut queue: mpsc::Receiver<Work>,
    counts: Arc<Counts>,
) {
    let mut gathered = Vec::new();
    loop {
        if queue.recv_many(&mut gathered, BATCH).await == 0 {
            return;
        }
        if gathered.len() < BATCH && !gathered.iter().any(|work| matches!(work, Work::Flush(_))) {
            tokio::time::sleep(LINGER).await;
            while gathered.len() < BATCH
                && let Ok(work) = queue.try_recv()
            {
                gathered.push(work);
            }
        }
        let (mut segments, mut waiting, mut sources) = (Vec::new(), Vec::new(), Vec::new());
        for work in gathered.drain(..) {
            match work {
                Work::Segment(scope, segment, source) => {
                    sources.extend(source.map(|source| (source, segment.document.len() as u64)));
                    segments.push((scope, segment));
                }
                Work::Flush(told) => waiting.push(told),
            }
        }
        let number = segments.len() as u64;
        let bytes = segments.iter().map(|(_, segment)| segment.document.len() as u64).sum();
        if number > 0
            && let Err(error) = store.put_segments(segments, clock.now()).await
        {
            counts.lost.fetch_add(number, Ordering::Relaxed);
            tracing::warn!(%error, number, "segments of traces could not be written");
        }
        counts.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
        for (source, bytes) in sources {
            counts.release(&source, bytes);
        }
        for told in waiting {
            let _ = told.send(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RowKey, SqliteTraces};
    use domain::clock::SystemClock;
    use domain::{AccountId, Region, Timestamp, TraceId};

    fn segment(id: u64, bytes: usize) -> Segment {
        let trace = TraceId { seconds: 1_795_544_521, unique: u128::from(id) };
        let document = format!("{{\"id\":\"{id:016x}\",\"x\":\"{}\"}}", "x".repeat(bytes)).into();
        Segment { trace, id, start: Timestamp(1_795_544_521_000), in_progress: false, document }
    }

    /// On one thread nothing is written before this waits.
    #[tokio::test]
    async fn one_source_has_its_share_and_others_theirs() {
        let directory = tempfile::tempdir().unwrap();
        let store = SqliteTraces::in_directory(directory.path(), &RowKey::new([7; 32]));
        let writer = SegmentWriter::start(Arc::new(store), Arc::new(SystemClock));
        let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
        let (loud, quiet): (Source, Source) = ("loud".into(), "quiet".into());
        let offered = |source: &Source, from: u64, bytes: usize| {
            (from..from + 2_000).filter(|id| writer.offer(&scope, segment(*id, bytes), source)).count()
        };
        assert_eq!(offered(&loud, 0, 1), QUEUE / 4);
        assert_eq!(offered(&quiet, 10_000, 60_000), 69, "a quarter of 16 MiB");
        assert!(writer.offer(&scope, segment(20_000, 1), &"third".into()));
        let lost = writer.lost();
        assert!(lost > 2_000);
        writer.flush().await;
        assert!(writer.counts.sources.lock().unwrap().is_empty());
        assert_eq!(writer.counts.waiting_bytes.load(Ordering::Relaxed), 0);
        assert!(writer.offer(&scope, segment(30_000, 1), &loud));
        assert_eq!(writer.lost(), lost);
    }
}
