//! The task of one subscriber: batch after batch, each tried a bounded number of times, only while the environment runs.

use super::buffer::Batch;
use super::client::{Link, send};
use super::subscriber::Outbox;
use sandbox::Connector;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// How often a batch is tried.
const ATTEMPTS: u32 = 8;
/// What one attempt may take, of the time in which the environment runs.
const PATIENCE: Duration = Duration::from_secs(3);
/// The pause after the first failure; it doubles with each.
const PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// The way into an environment.
pub(super) struct Line {
    pub(super) connector: Arc<dyn Connector>,
    /// False while it is frozen.
    pub(super) running: watch::Receiver<bool>,
}

/// Delivers until it is aborted.
pub(super) async fn deliver(outbox: Arc<Outbox>, line: Line) {
    let Line { connector, mut running } = line;
    let mut link = None;
    loop {
        let batch = outbox.next().await;
        let delivered = try_often(&outbox, &*connector, &mut link, &mut running, &batch).await;
        outbox.done(&batch, delivered);
    }
}

async fn try_often(
    outbox: &Outbox,
    connector: &dyn Connector,
    link: &mut Option<Link>,
    running: &mut watch::Receiver<bool>,
    batch: &Batch,
) -> bool {
    let mut pause = PAUSE;
    for attempt in 1..=ATTEMPTS {
        let destination = outbox.destination();
        let sent = while_running(running, PATIENCE, send(connector, link, &destination, &batch.body)).await;
        if sent == Some(true) {
            return true;
        }
        // Whatever is under way on it cannot be told from the next.
        *link = None;
        if attempt < ATTEMPTS {
            while_running(running, pause, std::future::pending::<()>()).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
    false
}

/// Runs `work` for `limit` at most, not counting the time in which the environment is frozen.
async fn while_running<T>(
    running: &mut watch::Receiver<bool>,
    limit: Duration,
    work: impl Future<Output = T>,
) -> Option<T> {
    tokio::pin!(work);
    let mut left = limit;
    loop {
        // A sender that is gone is an environment that is gone: this task is being aborted.
        running.wait_for(|running| *running).await.ok()?;
        let begun = Instant::now();
        tokio::select! {
            biased;
            done = &mut work => return Some(done),
            () = sleep_until(begun + left) => return None,
            _ = running.wait_for(|running| !running) => {}
        }
        left = left.saturating_sub(begun.elapsed());
    }
}
