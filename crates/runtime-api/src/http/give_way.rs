//! Lets others go first that this task has woken.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Poll, Wake, Waker};

/// Comes back once the tasks that are ready on this thread have had their turn. Other than `yield_now` it stays away
/// when the task is run for another reason meanwhile, as [`domain::promptly`] does.
pub(super) async fn give_way() {
    let mut passed: Option<Arc<Passed>> = None;
    poll_fn(|cx| match &passed {
        Some(passed) if passed.is_over.load(Ordering::Acquire) => Poll::Ready(()),
        Some(_) => Poll::Pending,
        None => {
            let new =
                passed.insert(Arc::new(Passed { is_over: AtomicBool::new(false), task: cx.waker().clone() }));
            let waker = Waker::from(Arc::clone(new));
            // Asked once: it has the waker then.
            pin!(tokio::task::yield_now()).poll(&mut std::task::Context::from_waker(&waker))
        }
    })
    .await;
}

/// The turn of the others.
struct Passed {
    is_over: AtomicBool,
    task: Waker,
}

impl Wake for Passed {
    fn wake(self: Arc<Self>) {
        self.is_over.store(true, Ordering::Release);
        self.task.wake_by_ref();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn who_was_woken_goes_first() {
        let order = Arc::new(Mutex::new(Vec::new()));
        let (wake, woken) = oneshot::channel::<()>();
        let first = Arc::clone(&order);
        let other = tokio::spawn(async move {
            let _ = woken.await;
            first.lock().unwrap().push("woken");
        });
        let second = Arc::clone(&order);
        let one = tokio::spawn(domain::promptly(async move {
            let _ = wake.send(());
            // Wakes itself, as a connection does whose request had a body.
            let mut turns = 0;
            let mut way = pin!(give_way());
            poll_fn(|cx| {
                turns += 1;
                if turns == 1 {
                    cx.waker().wake_by_ref();
                }
                way.as_mut().poll(cx)
            })
            .await;
            second.lock().unwrap().push("woke");
        }));
        other.await.unwrap();
        one.await.unwrap();
        assert_eq!(*order.lock().unwrap(), ["woken", "woke"]);
    }
}
