//! The owner of one partition: claims events, lets them run, and writes what became of them, many at a time.

use super::attempt::{attempt, broken};
use super::lanes::{Lanes, Turn};
use super::{Shared, after};
use domain::Timestamp;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use store::{Claim, ClaimedEvent, EventNumber, EventQueue, Lane, Lease, Progress, Settlement, StoreError};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::{Id, JoinError, JoinSet};

/// How often what became of events is written, when the store fails while the process stops.
const LAST_TRIES: u32 = 3;
/// The longest pause between two tries to use a queue that fails, so that it is soon noticed that it works again.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// While so many run, the next exchange with the queue waits for [`LINGER`].
const MANY: usize = 8;
/// How long what ends is gathered before it is written and others are claimed in its place. Where many run, the processors
/// have work for longer than that, and each exchange is a transaction and two threads that wake each other.
const LINGER: Duration = Duration::from_millis(1);

/// Owns a partition whenever it can, until it is asked to stop.
pub(super) async fn own(shared: Arc<Shared>, partition: u32) {
    let mut failures = 0;
    while !shared.stopping() {
        let now = shared.now();
        let until = after(now, shared.settings.lease);
        let mut pause = shared.settings.poll;
        match shared.queue().lease(partition, &shared.parts.owner, now, until).await {
            Ok(Some(lease)) => {
                let ended = Owner::new(Arc::clone(&shared), lease, until).run().await;
                failures = if ended == Left::Failed { failures + 1 } else { 0 };
            }
            Ok(None) => failures = 0,
            Err(error) => {
                tracing::warn!(partition, %error, "a part of the queue cannot be taken over");
                failures += 1;
            }
        }
        if failures > 0 {
            pause = pause_after(&shared, failures);
        }
        shared.pause(pause).await;
    }
}

/// Ever longer, so that the log is not filled with a queue that fails.
fn pause_after(shared: &Shared, failures: u32) -> Duration {
    shared.settings.schedule.backoff(failures).min(LONGEST_PAUSE)
}

/// Why an owner has a partition no more.
#[derive(PartialEq, Eq)]
enum Left {
    /// It was lost, or given back at a stop.
    InOrder,
    /// The queue failed.
    Failed,
}

/// An event that runs.
struct Running {
    number: EventNumber,
    lane: Lane,
    progress: Progress,
    /// Where it is a suspect, that it is the one.
    suspect: Option<OwnedSemaphorePermit>,
    slot: Option<OwnedSemaphorePermit>,
}

/// One whose end is not written yet; until it is, it takes up a slot, so that memory is bounded whatever the store does.
struct Ended {
    number: EventNumber,
    lane: Lane,
    settlement: Settlement,
    turn: Turn,
    _slot: Option<OwnedSemaphorePermit>,
    _suspect: Option<OwnedSemaphorePermit>,
}

/// Writes what became of events. One whose record is damaged beyond that keeps no other from being settled: it stays
/// claimed, until the next owner.
async fn settle(
    queue: &dyn EventQueue,
    lease: Lease,
    settlements: Vec<(EventNumber, Settlement)>,
) -> Result<(), StoreError> {
    let error = match queue.settle(lease, settlements.clone()).await {
        Err(error @ StoreError::Corrupt(_)) => error,
        settled => return settled,
    };
    for (number, settlement) in settlements {
        match queue.settle(lease, vec![(number, settlement)]).await {
            Err(StoreError::Corrupt(_)) => {
                tracing::error!(event = number.0, %error, "what became of an event cannot be written");
            }
            settled => settled?,
        }
    }
    Ok(())
}

/// An event that was not run is due as soon as there is a turn, as if it had not been claimed. What a service did not take
/// was tried.
fn soon(settlement: Settlement, claimed: Progress, now: Timestamp) -> Settlement {
    match settlement {
        Settlement::Later { due, progress } if progress.errors == claimed.errors => {
            Settlement::Later { due: due.min(now), progress: claimed }
        }
        settlement => settlement,
    }
}

/// Those that found no room first: there were as many turns as others ran beside them, those that ended since among them.
fn in_order(mut ended: Vec<Ended>) -> Vec<Ended> {
    ended.sort_by_key(|ended| ended.turn != Turn::NotRun);
    ended
}

struct Owner {
    shared: Arc<Shared>,
    lease: Lease,
    until: Timestamp,
    lanes: Lanes,
    tasks: JoinSet<(Settlement, Turn)>,
    running: HashMap<Id, Running>,
    ended: Vec<Ended>,
    /// The lane that had the last turn.
    last: Option<Lane>,
    /// Claims no more: what was claimed may be unknown, and a new epoch sorts that out.
    leaving: bool,
    failures: u32,
}

impl Owner {
    fn new(shared: Arc<Shared>, lease: Lease, until: Timestamp) -> Self {
        Self {
            shared,
            lease,
            until,
            lanes: Lanes::default(),
            tasks: JoinSet::new(),
            running: HashMap::new(),
            ended: Vec::new(),
            last: None,
            leaving: false,
            failures: 0,
        }
    }

    /// Until the partition is lost or given back.
    async fn run(mut self) -> Left {
        loop {
            while let Some(joined) = self.tasks.try_join_next_with_id() {
                self.join(joined);
            }
            let finishing = self.leaving || self.shared.stopping();
            if finishing && self.running.is_empty() && self.ended.is_empty() {
                // If it fails, the lease expires by itself.
                let _ = self.shared.queue().release(self.lease).await;
                return if self.leaving { Left::Failed } else { Left::InOrder };
            }
            match self.exchange(finishing).await {
                Ok(true) => {
                    self.failures = 0;
                    if self.running.len() >= MANY {
                        self.shared.pause(LINGER).await;
                    }
                }
                Ok(false) => {
                    self.failures = 0;
                    self.wait().await;
                }
                Err(StoreError::Fenced) => {
                    tracing::warn!(partition = self.lease.partition, "another owner has a part of the queue");
                    self.tasks.detach_all();
                    return Left::InOrder;
                }
                Err(error) => {
                    self.failures += 1;
                    tracing::warn!(partition = self.lease.partition, %error, "the queue of events fails");
                    if self.shared.now() >= self.until
                        || (self.shared.stopping() && self.failures >= LAST_TRIES)
                    {
                        self.tasks.detach_all();
                        return Left::Failed;
                    }
                    if self.shared.stopping() {
                        tokio::time::sleep(self.shared.settings.schedule.backoff_first).await;
                    } else {
                        self.shared.pause(pause_after(&self.shared, self.failures)).await;
                    }
                }
            }
        }
    }

    /// Writes what ended and claims what there is room for, in one go. Whether there was anything to do.
    async fn exchange(&mut self, finishing: bool) -> Result<bool, StoreError> {
        let shared = Arc::clone(&self.shared);
        let (queue, settings, now) = (shared.queue(), &shared.settings, shared.now());
        let room = if finishing { 0 } else { shared.slots.available_permits().min(settings.batch) };
        let room = u32::try_from(room).unwrap_or(u32::MAX);
        let slots = Arc::clone(&shared.slots).try_acquire_many_owned(room).ok().filter(|_| room > 0);
        // One in the whole process, since it is the process that its end would be.
        let suspect = Arc::clone(&shared.suspects).try_acquire_owned().ok();
        let mut lanes = self.lanes.allowances(settings, shared.elapsed());
        // How many turns a lane has left that found no room is known when what ended is settled, for the next exchange.
        lanes.extend(
            self.ended.iter().filter(|ended| ended.turn == Turn::NotRun).map(|ended| (ended.lane, 0)),
        );
        let claim = slots.as_ref().map(|slots| Claim {
            limit: slots.num_permits(),
            per_lane: settings.lane_first,
            lanes,
            after: self.last,
            latest: Some(after(now, settings.schedule.backoff_most.saturating_mul(2))),
            suspicion: settings.suspicion,
            suspects: usize::from(suspect.is_some()),
        });
        let settlements: Vec<_> = self.ended.iter().map(|ended| (ended.number, ended.settlement)).collect();
        let until = after(now, settings.lease);
        let half_way = Timestamp(self.until.0.saturating_sub(super::ms(settings.lease / 2)));
        let (settled, claimed, renewed) = tokio::join!(
            async {
                match settlements.is_empty() {
                    true => Ok(()),
                    false => settle(queue, self.lease, settlements).await,
                }
            },
            async {
                match claim {
                    None => Ok(Vec::new()),
                    Some(claim) => queue.claim(self.lease, now, claim).await,
                }
            },
            async {
                // Or the clock has been set back, and the lease seems to last for longer than any does.
                if now >= half_way || self.until > until {
                    queue.renew(self.lease, until).await.map(|()| true)
                } else {
                    Ok(false)
                }
            }
        );
        // Whatever failed, what was claimed runs.
        let worked = !self.ended.is_empty() || claimed.as_ref().is_ok_and(|claimed| !claimed.is_empty());
        self.leaving |= claimed.is_err();
        let claimed = claimed.map(|claimed| self.begin(claimed, slots, suspect));
        settled?;
        for ended in in_order(std::mem::take(&mut self.ended)) {
            self.lanes.ended(ended.lane, ended.turn, settings, shared.elapsed());
        }
        claimed?;
        if renewed? {
            self.until = until;
        }
        Ok(worked)
    }

    fn begin(
        &mut self,
        claimed: Vec<ClaimedEvent>,
        mut slots: Option<OwnedSemaphorePermit>,
        mut suspect: Option<OwnedSemaphorePermit>,
    ) {
        for mut claimed in claimed {
            let running = Running {
                number: claimed.number,
                lane: claimed.lane,
                progress: claimed.progress,
                suspect: suspect
                    .take_if(|_| claimed.progress.takeovers >= self.shared.settings.suspicion.max(1)),
                slot: slots.as_mut().and_then(|slots| slots.split(1)),
            };
            self.lanes.began(running.lane, &self.shared.settings, self.shared.elapsed());
            self.last = Some(running.lane);
            let shared = Arc::clone(&self.shared);
            let task = self.tasks.spawn(async move { attempt(&shared, &mut claimed).await });
            self.running.insert(task.id(), running);
        }
    }

    fn join(&mut self, joined: Result<(Id, (Settlement, Turn)), JoinError>) {
        let (id, outcome) = match joined {
            Ok((id, outcome)) => (id, Some(outcome)),
            Err(error) => {
                tracing::error!(%error, "the attempt to run an event broke");
                (error.id(), None)
            }
        };
        let Some(Running { number, lane, progress, suspect, slot }) = self.running.remove(&id) else {
            return;
        };
        let (mut settlement, turn) = outcome.unwrap_or_else(|| broken(&self.shared, progress));
        if turn == Turn::NotRun && self.lanes.is_shared(lane) {
            // That too many of its function were claimed at once is not the event's doing, and the lane has fewer turns now:
            // the next one is there when one of the others ends, and where none runs any more the lane waits.
            settlement = soon(settlement, progress, self.shared.now());
        }
        self.ended.push(Ended { number, lane, settlement, turn, _slot: slot, _suspect: suspect });
    }

    /// Until there may be something to do.
    async fn wait(&mut self) {
        let mut stop = self.shared.stop.subscribe();
        let stopping = *stop.borrow();
        let news = self.shared.parts.inbox.news.get(self.lease.partition as usize);
        let (lanes, shared) = (&self.lanes, &self.shared);
        let room = |lane| lanes.room(lane, shared.elapsed());
        let news = async {
            match news {
                Some(news) => news.of_any(room).await,
                None => std::future::pending().await,
            }
        };
        let joined = tokio::select! {
            joined = self.tasks.join_next_with_id(), if !self.tasks.is_empty() => joined,
            () = news, if !stopping => None,
            _ = stop.wait_for(|stop| *stop), if !stopping => None,
            () = tokio::time::sleep(self.shared.settings.poll) => None,
        };
        if let Some(joined) = joined {
            self.join(joined);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_run_is_tried_soon_and_what_failed_is_not() {
        let later = |due, errors, backoffs| Settlement::Later {
            due: Timestamp(due),
            progress: Progress { errors, backoffs, takeovers: 1 },
        };
        let claimed = Progress { errors: 2, backoffs: 5, takeovers: 1 };
        let soon = |settlement| soon(settlement, claimed, Timestamp(1_000));
        assert_eq!(soon(later(64_000, 2, 6)), later(1_000, 2, 5));
        assert_eq!(soon(later(500, 2, 6)), later(500, 2, 5), "it is too old then");
        assert_eq!(soon(later(64_000, 3, 0)), later(64_000, 3, 0));
        assert_eq!(soon(Settlement::Done), Settlement::Done);
    }

    #[test]
    fn who_found_no_room_leaves_a_turn_for_each_that_ran_beside_it() {
        let (lane, now) = (Lane(1), Timestamp(0));
        let settings = super::super::EventSettings::default();
        let mut lanes = Lanes::default();
        (0..3).for_each(|_| lanes.began(lane, &settings, now));
        let ended = [Turn::Ran, Turn::Ran, Turn::NotRun].map(|turn| Ended {
            number: EventNumber(1),
            lane,
            settlement: Settlement::Done,
            turn,
            _slot: None,
            _suspect: None,
        });
        in_order(ended.into()).into_iter().for_each(|ended| lanes.ended(lane, ended.turn, &settings, now));
        assert_eq!(lanes.allowances(&settings, now)[&lane], 2);
    }
}
