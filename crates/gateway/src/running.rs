//! Operations under way, so that a shutdown can wait for those too whose client has gone. Counting never makes an
//! operation wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;

/// The count.
#[derive(Debug, Default)]
pub(crate) struct Running {
    count: AtomicUsize,
    none: Notify,
}

/// One operation; ends when dropped.
#[derive(Debug)]
pub(crate) struct Guard(Arc<Running>);

impl Running {
    pub(crate) fn begin(self: &Arc<Self>) -> Guard {
        self.count.fetch_add(1, Ordering::SeqCst);
        Guard(Arc::clone(self))
    }

    /// Waits for a moment at which no operation runs.
    pub(crate) async fn none(&self) {
        loop {
            let notified = self.none.notified();
            let mut notified = std::pin::pin!(notified);
            // From here on no end is missed, so the count may be looked at.
            notified.as_mut().enable();
            if self.count.load(Ordering::SeqCst) == 0 {
                return;
            }
            notified.await;
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if self.0.count.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.none.notify_waiters();
        }
    }
}
