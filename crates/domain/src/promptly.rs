//! Work that wakes itself while it runs, brought to rest at once.
//!
//! A connection of hyper wakes its own task with every request that has a body, when the body is dropped. An asynchronous
//! runtime then puts the task behind all others and wakes another thread to take it, which costs more than what is left
//! to do. Here the work is simply done again before the task gives up its turn.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// Turns that work may take in a row; what does not come to rest then waits behind the others.
const AT_ONCE: usize = 4;

/// It runs: whoever wakes it now need not wake its task.
const RUNS: u8 = 1;
/// It was woken.
const WOKEN: u8 = 2;

/// Does work to its end; see the module's documentation.
pub async fn promptly<F: Future>(work: F) -> F::Output {
    let mut work = pin!(work);
    let mut own: Option<(Arc<Own>, Waker)> = None;
    poll_fn(|cx| {
        let (state, waker) = match own.take() {
            Some((state, waker)) if state.task.will_wake(cx.waker()) => own.insert((state, waker)),
            _ => own.insert(Own::of(cx.waker())),
        };
        state.run(waker, cx, work.as_mut())
    })
    .await
}

/// What the work is woken by.
struct Own {
    task: Waker,
    state: AtomicU8,
}

impl Own {
    fn of(task: &Waker) -> (Arc<Self>, Waker) {
        let own = Arc::new(Self { task: task.clone(), state: AtomicU8::new(0) });
        (Arc::clone(&own), own.into())
    }

    fn run<F: Future>(&self, waker: &Waker, cx: &mut Context<'_>, mut work: Pin<&mut F>) -> Poll<F::Output> {
        for _ in 0..AT_ONCE {
            // What those did who woke it before is seen from here on.
            self.state.swap(RUNS, Ordering::AcqRel);
            if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(waker)) {
                return Poll::Ready(done);
            }
            if self.state.compare_exchange(RUNS, 0, Ordering::AcqRel, Ordering::Acquire).is_ok() {
                return Poll::Pending;
            }
        }
        self.state.store(WOKEN, Ordering::Release);
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Wake for Own {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if self.state.fetch_or(WOKEN, Ordering::AcqRel) == 0 {
            self.task.wake_by_ref();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    /// Counts how often a task is woken.
    #[derive(Default)]
    struct Task(AtomicUsize);

    impl Wake for Task {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Work that needs so many turns and wakes itself after each; what it was polled with last is kept.
    fn busy(turns: usize, kept: &mut Option<Waker>) -> impl Future<Output = usize> {
        let mut polls = 0;
        poll_fn(move |cx| {
            polls += 1;
            *kept = Some(cx.waker().clone());
            if polls == turns {
                return Poll::Ready(polls);
            }
            cx.waker().wake_by_ref();
            Poll::Pending
        })
    }

    #[test]
    fn what_wakes_itself_is_done_at_once() {
        let task = Arc::new(Task::default());
        let waker = Waker::from(Arc::clone(&task));
        let mut kept = None;
        let work = pin!(promptly(busy(AT_ONCE, &mut kept)));
        assert_eq!(work.poll(&mut Context::from_waker(&waker)), Poll::Ready(AT_ONCE));
        assert_eq!(task.0.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn what_does_not_come_to_rest_waits_for_its_turn() {
        let task = Arc::new(Task::default());
        let waker = Waker::from(Arc::clone(&task));
        let mut kept = None;
        let mut work = pin!(promptly(busy(2 * AT_ONCE, &mut kept)));
        let mut cx = Context::from_waker(&waker);
        assert_eq!(work.as_mut().poll(&mut cx), Poll::Pending);
        assert_eq!(task.0.load(Ordering::SeqCst), 1);
        assert_eq!(work.as_mut().poll(&mut cx), Poll::Ready(2 * AT_ONCE));
    }

    #[test]
    fn others_wake_the_task_and_once_is_enough() {
        let task = Arc::new(Task::default());
        let waker = Waker::from(Arc::clone(&task));
        let (sender, receiver) = std::sync::mpsc::channel::<Waker>();
        let waits = poll_fn(move |cx| {
            let _ = sender.send(cx.waker().clone());
            Poll::<()>::Pending
        });
        let mut work = pin!(promptly(waits));
        for times in 1..=3 {
            assert!(work.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
            let own = receiver.recv().unwrap();
            std::thread::scope(|scope| {
                scope.spawn(|| own.wake_by_ref());
                scope.spawn(|| own.wake_by_ref());
            });
            assert_eq!(task.0.load(Ordering::SeqCst), times);
        }
        let other = Arc::new(Task::default());
        let waker = Waker::from(Arc::clone(&other));
        assert!(work.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
        receiver.recv().unwrap().wake();
        assert_eq!((task.0.load(Ordering::SeqCst), other.0.load(Ordering::SeqCst)), (3, 1));
    }
}
