//! Of which functions events came, for the owner of their part of the queue.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::Lane;
use tokio::sync::Notify;

/// So many functions are told apart. An owner that is this far behind looks for all.
const MOST: usize = 64;
/// Of so many functions no news are passed on.
const MOST_FULL: usize = 1_024;

/// What was told since somebody last asked. Costs those who tell nothing of what is done with it.
#[derive(Debug, Default)]
pub(super) struct News {
    lanes: Mutex<Lanes>,
    told: Notify,
}

#[derive(Debug, Default)]
struct Lanes {
    told: BTreeSet<Lane>,
    /// Of these nobody is told while somebody waits: a function whose turns are all taken may be sent a hundred thousand
    /// events, and each would wake its owner for nothing.
    full: BTreeSet<Lane>,
}

/// Whether there is a turn for an event of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    Now,
    /// Only time makes it.
    NotYet,
    /// Not before one of its events ends.
    None,
}

/// Whoever asks. What is told once nobody does is for the next one, whatever ended this.
struct Asking<'a>(&'a News);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.0.lock().full.clear();
    }
}

impl News {
    /// An event of this function is in the queue.
    pub(super) fn tell(&self, lane: Lane) {
        let mut lanes = self.lock();
        if lanes.full.contains(&lane) {
            return;
        }
        if lanes.told.len() < MOST {
            lanes.told.insert(lane);
        }
        drop(lanes);
        self.told.notify_one();
    }

    /// Waits for events of a function for which there is room, by what `room` says. Those of others are forgotten: whoever
    /// makes room for them looks for all, and who waits for time to make it does so again and again.
    pub(super) async fn of_any(&self, room: impl Fn(Lane) -> Room) {
        let _asking = Asking(self);
        loop {
            self.told.notified().await;
            let told = std::mem::take(&mut self.lock().told);
            if told.len() >= MOST {
                return;
            }
            let mut full = Vec::new();
            for lane in told {
                match room(lane) {
                    Room::Now => return,
                    Room::NotYet => {}
                    Room::None => full.push(lane),
                }
            }
            let mut lanes = self.lock();
            let left = MOST_FULL.saturating_sub(lanes.full.len());
            lanes.full.extend(full.into_iter().take(left));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::task::{Context, Poll, Wake, Waker};

    fn hears(news: &News, room: &[u64]) -> bool {
        let of_any = pin!(news.of_any(|lane| if room.contains(&lane.0) { Room::Now } else { Room::None }));
        of_any.poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
    }

    #[test]
    fn of_a_function_without_room_there_are_no_news() {
        let news = News::default();
        assert!(!hears(&news, &[1, 2]), "nothing was told");
        news.tell(Lane(1));
        assert!(!hears(&news, &[2]));
        assert!(!hears(&news, &[1, 2]), "it is forgotten");
        news.tell(Lane(1));
        news.tell(Lane(2));
        assert!(hears(&news, &[2]));
        assert!(!hears(&news, &[1, 2]), "it was heard");
    }

    #[test]
    fn of_too_many_functions_all_are_looked_for() {
        let news = News::default();
        (0..MOST as u64).for_each(|lane| news.tell(Lane(lane)));
        assert!(hears(&news, &[]));
        (0..MOST as u64 - 1).for_each(|lane| news.tell(Lane(lane)));
        assert!(!hears(&news, &[]));
    }

    /// Counts how often it was woken.
    #[derive(Default)]
    struct Count(AtomicU32);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How often it was woken by each of three events of a function, all turns of which are as this says.
    fn wakes(room: Room) -> [u32; 3] {
        let (news, count) = (News::default(), Arc::new(Count::default()));
        let waker = Arc::clone(&count).into();
        let mut context = Context::from_waker(&waker);
        let mut of_any = pin!(news.of_any(|_| room));
        assert!(of_any.as_mut().poll(&mut context).is_pending());
        [(); 3].map(|()| {
            news.tell(Lane(1));
            assert!(of_any.as_mut().poll(&mut context).is_pending());
            count.0.load(Ordering::Relaxed)
        })
    }

    #[test]
    fn whoever_waits_is_woken_once_for_a_function_whose_turns_are_all_taken() {
        assert_eq!(wakes(Room::None), [1, 1, 1]);
        assert_eq!(wakes(Room::NotYet), [1, 2, 3], "nobody else says when there is room");
    }

    #[test]
    fn what_is_told_while_nobody_asks_is_heard() {
        let news = News::default();
        {
            let mut of_any = pin!(news.of_any(|_| Room::None));
            let mut context = Context::from_waker(Waker::noop());
            assert!(of_any.as_mut().poll(&mut context).is_pending());
            news.tell(Lane(1));
            assert!(of_any.as_mut().poll(&mut context).is_pending());
            news.tell(Lane(1));
        }
        assert!(
            !hears(&news, &[1]),
            "it was told to one who had no room, and who looks for all when there is"
        );
        news.tell(Lane(1));
        assert!(hears(&news, &[1]));
    }

    #[test]
    fn no_more_than_so_many_functions_are_remembered() {
        let news = News::default();
        let mut of_any = pin!(news.of_any(|_| Room::None));
        let mut context = Context::from_waker(Waker::noop());
        for lane in 0..2 * MOST_FULL as u64 {
            news.tell(Lane(lane));
            assert!(of_any.as_mut().poll(&mut context).is_pending());
        }
        assert_eq!(news.lock().full.len(), MOST_FULL);
    }
}
