//! Of which functions events came, for the owner of their part of the queue.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use store::Lane;
use tokio::sync::Notify;

/// So many functions are told apart. An owner that is this far behind looks for all.
const MOST: usize = 64;

/// What was told since somebody last asked. Costs those who tell nothing of what is done with it.
#[derive(Debug, Default)]
pub(super) struct News {
    lanes: Mutex<BTreeSet<Lane>>,
    told: Notify,
}

impl News {
    /// An event of this function is in the queue.
    pub(super) fn tell(&self, lane: Lane) {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if lanes.len() < MOST {
            lanes.insert(lane);
        }
        drop(lanes);
        self.told.notify_one();
    }

    /// Waits for events of a function for which there is room, by what `has_room` says. Those of others are forgotten: whoever
    /// makes room for them looks for all.
    pub(super) async fn of_any(&self, has_room: impl Fn(Lane) -> bool) {
        loop {
            self.told.notified().await;
            let lanes = std::mem::take(&mut *self.lanes.lock().unwrap_or_else(PoisonError::into_inner));
            if lanes.len() >= MOST || lanes.into_iter().any(&has_room) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn hears(news: &News, room: &[u64]) -> bool {
        let of_any = pin!(news.of_any(|lane| room.contains(&lane.0)));
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
}
