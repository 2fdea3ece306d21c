//! From many hands to one connection: a bounded queue, batches, and attempts that are further and further apart.
//!
//! Handing over never blocks. What finds the queue full is dropped and counted, and so is what nobody took for five minutes.

use super::client::{Client, Sent, framed};
use super::settings::Signal;
use bytes::Bytes;
use metrics::server::{Cell, Kind, Registry};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout_at};

/// Handed over at a time, that may wait.
const QUEUE: usize = 8_192;
/// Bytes that may wait, by what was handed over.
const MOST_BYTES: u64 = 32 << 20;
/// What makes a batch; collectors take 4 MiB by default.
const BATCH: usize = 512;
const BATCH_BYTES: u64 = 1 << 20;
/// Before the second attempt, and at most before another one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LAST_PAUSE: Duration = Duration::from_secs(30);
/// Longest pause that the other side may ask for.
const ASKED_PAUSE: Duration = Duration::from_secs(120);
/// After which a batch is given up.
const PATIENCE: Duration = Duration::from_secs(300);

/// What became of what was handed over, for a signal.
#[derive(Clone)]
pub(crate) struct Counts {
    sent: Cell,
    /// The queue was full.
    full: Cell,
    /// The other side did not take it.
    rejected: Cell,
    /// Nobody took it in time.
    failed: Cell,
    attempts: Cell,
}

impl Counts {
    pub(crate) fn of(registry: &Registry, signal: Signal) -> Self {
        let signal = signal.word();
        let help = "Spans, points of metrics and log records that were exported by OTLP.";
        let sent = registry.family("tenfold_otlp_exported_total", help, Kind::Counter, &["signal"]);
        let help = "The same that were dropped: the queue was full, they were rejected, or nobody took them in time.";
        let labels = &["signal", "reason"];
        let dropped = registry.family("tenfold_otlp_dropped_total", help, Kind::Counter, labels);
        let help = "Attempts to export by OTLP that will be repeated.";
        let retries = registry.family("tenfold_otlp_retries_total", help, Kind::Counter, &["signal"]);
        Self {
            sent: sent.with(&[signal]),
            full: dropped.with(&[signal, "queue_full"]),
            rejected: dropped.with(&[signal, "rejected"]),
            failed: dropped.with(&[signal, "failed"]),
            attempts: retries.with(&[signal]),
        }
    }
}

/// Whether the server ends: nothing is waited for any more then.
#[derive(Default)]
pub(crate) struct Ending {
    ends: AtomicBool,
    told: Notify,
}

impl Ending {
    pub(crate) fn tell(&self) {
        self.ends.store(true, Ordering::Release);
        self.told.notify_waiters();
    }

    fn is_told(&self) -> bool {
        self.ends.load(Ordering::Acquire)
    }

    /// Waits until then, or until the server ends.
    async fn pause(&self, until: Instant) {
        let told = self.told.notified();
        if !self.is_told() {
            tokio::select! {
                () = sleep_until(until) => {}
                () = told => {}
            }
        }
    }
}

enum Work<T> {
    /// With its bytes.
    Item(T, u64),
    Flush(oneshot::Sender<()>),
}

/// Where something is handed over.
pub(crate) struct Outlet<T> {
    queue: mpsc::Sender<Work<T>>,
    waiting: Arc<AtomicU64>,
    counts: Counts,
}

impl<T> Outlet<T> {
    /// Hands something over, of so many bytes, that so many spans or records will be made of.
    pub(crate) fn offer(&self, item: T, bytes: u64, count: u64) {
        let waiting = self.waiting.fetch_add(bytes, Ordering::Relaxed);
        if waiting + bytes > MOST_BYTES || self.queue.try_send(Work::Item(item, bytes)).is_err() {
            self.waiting.fetch_sub(bytes, Ordering::Relaxed);
            self.counts.full.add(count);
        }
    }

    /// Waits until all that was handed over before was sent or given up.
    pub(crate) async fn flush(&self) {
        let (told, done) = oneshot::channel();
        if self.queue.send(Work::Flush(told)).await.is_ok() {
            let _ = done.await;
        }
    }
}

/// Starts a task that sends what is handed over. `encode` makes a request of a batch, and says how much is in it; it runs where
/// it may take its time.
pub(crate) fn start<T, E>(mut sender: Sender, linger: Duration, encode: E) -> Outlet<T>
where
    T: Send + 'static,
    E: Fn(Vec<T>) -> (Vec<u8>, u64) + Clone + Send + 'static,
{
    let (queue, mut work) = mpsc::channel::<Work<T>>(QUEUE);
    let waiting = Arc::new(AtomicU64::new(0));
    let outlet = Outlet { queue, waiting: Arc::clone(&waiting), counts: sender.counts.clone() };
    tokio::spawn(async move {
        while let Some(first) = work.recv().await {
            let (mut batch, mut bytes, mut flushed) = (Vec::new(), 0, Vec::new());
            let until = Instant::now() + linger;
            let mut next = Some(first);
            while let Some(work_now) = next.take() {
                match work_now {
                    Work::Item(item, size) => {
                        batch.push(item);
                        bytes += size;
                    }
                    Work::Flush(told) => flushed.push(told),
                }
                if batch.len() >= BATCH || bytes >= BATCH_BYTES || !flushed.is_empty() {
                    break;
                }
                next = timeout_at(until, work.recv()).await.ok().flatten();
            }
            if !batch.is_empty() {
                sender.send(batch, encode.clone()).await;
            }
            waiting.fetch_sub(bytes, Ordering::Relaxed);
            for told in flushed {
                let _ = told.send(());
            }
        }
    });
    outlet
}

/// Sends batches of a signal.
pub(crate) struct Sender {
    pub(crate) client: Client,
    pub(crate) counts: Counts,
    pub(crate) ending: Arc<Ending>,
    /// Whether the last batch was taken: what is wrong is said once.
    pub(crate) works: bool,
}

impl Sender {
    /// Encodes a batch and sends it until it is taken or given up.
    pub(crate) async fn send<T: Send + 'static>(
        &mut self,
        batch: T,
        encode: impl FnOnce(T) -> (Vec<u8>, u64) + Send + 'static,
    ) {
        let (protocol, gzip) = (self.client.target().protocol, self.client.target().gzip);
        let made = tokio::task::spawn_blocking(move || {
            let (message, count) = encode(batch);
            (framed(message, protocol, gzip), count)
        });
        match made.await {
            Ok((_, 0)) => {}
            Ok((body, count)) => self.deliver(&body, count).await,
            Err(error) => tracing::error!(%error, "telemetry could not be encoded"),
        }
    }

    async fn deliver(&mut self, body: &Bytes, count: u64) {
        let begun = Instant::now();
        let mut pause = FIRST_PAUSE;
        loop {
            let last = self.ending.is_told();
            match self.client.send(body).await {
                Sent::Taken => {
                    self.counts.sent.add(count);
                    self.works();
                    return;
                }
                Sent::Partly(rejected, why) => {
                    let rejected = rejected.min(count);
                    self.counts.sent.add(count - rejected);
                    self.counts.rejected.add(rejected);
                    self.fails(&why);
                    return;
                }
                Sent::Never(why) => {
                    self.counts.rejected.add(count);
                    self.fails(&why);
                    return;
                }
                Sent::Later(after, why) => {
                    self.fails(&why);
                    let wait = after.map_or_else(|| jittered(pause), |after| after.min(ASKED_PAUSE));
                    if last || begun.elapsed() + wait > PATIENCE {
                        self.counts.failed.add(count);
                        return;
                    }
                    self.counts.attempts.add(1);
                    self.ending.pause(Instant::now() + wait).await;
                    pause = (pause * 2).min(LAST_PAUSE);
                }
            }
        }
    }

    fn works(&mut self) {
        if !self.works {
            tracing::info!(target: QUIET, signal = self.client.target().signal.word(), "telemetry is taken again");
        }
        self.works = true;
    }

    fn fails(&mut self, why: &str) {
        if self.works {
            let signal = self.client.target().signal.word();
            tracing::warn!(target: QUIET, signal, why, "telemetry is not taken");
        }
        self.works = false;
    }
}

/// What is said of exporting is not exported: it would never end.
pub const QUIET: &str = "telemetry::otlp";

/// Between half of it and all of it: many servers do not come again at one moment.
fn jittered(pause: Duration) -> Duration {
    let nanos = std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0, |now| now.subsec_nanos());
    pause / 2 + (pause / 2).mul_f64(f64::from(nanos % 1_000) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_differ_within_bounds() {
        for _ in 0..100 {
            let pause = jittered(Duration::from_secs(2));
            assert!((Duration::from_secs(1)..=Duration::from_secs(2)).contains(&pause));
        }
    }
}
