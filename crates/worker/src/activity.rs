//! How many invocations run, and the end of it all. Entering and leaving take no lock.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// See the module's documentation.
pub(crate) struct Activity {
    running: AtomicUsize,
    draining: AtomicBool,
    none_left: Notify,
    abandoned: watch::Sender<bool>,
}

impl Activity {
    /// Nothing runs.
    pub(crate) fn new() -> Self {
        Self {
            running: AtomicUsize::new(0),
            draining: AtomicBool::new(false),
            none_left: Notify::new(),
            abandoned: watch::Sender::new(false),
        }
    }

    /// One more invocation, until the guard is dropped; `None` while draining.
    pub(crate) fn enter(&self) -> Option<Running<'_>> {
        // Counted before the look at the flag: whoever drains either sees the count or is seen.
        self.running.fetch_add(1, Ordering::SeqCst);
        let running = Running(self);
        (!self.is_draining()).then_some(running)
    }

    /// Invocations that run.
    pub(crate) fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
    }

    /// Whether nothing more is taken.
    pub(crate) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::SeqCst)
    }

    /// Waits until running invocations are to be given up.
    pub(crate) async fn abandoned(&self) {
        let _ = self.abandoned.subscribe().wait_for(|abandoned| *abandoned).await;
    }

    /// Takes no more, waits up to `deadline` for those that run, gives up the others. True where none was given up.
    pub(crate) async fn drain(&self, deadline: Duration) -> bool {
        self.draining.store(true, Ordering::SeqCst);
        let none_left = async {
            loop {
                let mut notified = std::pin::pin!(self.none_left.notified());
                notified.as_mut().enable();
                if self.running() == 0 {
                    return;
                }
                notified.await;
            }
        };
        let graceful = timeout(deadline, none_left).await.is_ok();
        self.abandoned.send_replace(true);
        graceful
    }
}

/// One invocation that runs.
pub(crate) struct Running<'a>(&'a Activity);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if self.0.running.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.none_left.notify_waiters();
        }
    }
}
