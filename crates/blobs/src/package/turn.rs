//! How many packages of strangers are judged at the same time.

use tokio::sync::{Semaphore, SemaphorePermit};

/// Judging a package is work of one CPU and of a thread for work that blocks, so a few at a time; the others wait
/// without a thread.
pub const CHECKS_AT_ONCE: usize = 2;

static CHECKS: Semaphore = Semaphore::const_new(CHECKS_AT_ONCE);

/// The right to judge a package now. Move it to where the work happens: it must live as long as the work, even
/// where the request that brought the package is given up meanwhile.
#[must_use = "the turn is over when this is dropped"]
#[derive(Debug)]
pub struct Turn {
    /// `None` cannot be: the semaphore is never closed.
    _permit: Option<SemaphorePermit<'static>>,
}

impl Turn {
    /// Waits for a turn of this process; first come, first served.
    pub async fn wait() -> Self {
        Self { _permit: CHECKS.acquire().await.ok() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn a_few_at_a_time_and_all_in_the_end() {
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let works: Vec<_> = (0..50)
            .map(|_| {
                let (running, most) = (Arc::clone(&running), Arc::clone(&most));
                tokio::spawn(async move {
                    let turn = Turn::wait().await;
                    let work = move || {
                        let _turn = turn;
                        most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        running.fetch_sub(1, Ordering::SeqCst);
                    };
                    tokio::task::spawn_blocking(work).await.unwrap();
                })
            })
            .collect();
        for work in works {
            work.await.unwrap();
        }
        assert!((1..=CHECKS_AT_ONCE).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }
}
