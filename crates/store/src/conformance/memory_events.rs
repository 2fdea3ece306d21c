//! A queue of events in memory, for simulations: it answers at once, without a thread, so that time can be virtual.

use crate::StoreError;
use crate::event::{
    Claim, ClaimedEvent, EventCounts, EventNumber, EventQueue, Lane, Lease, Progress, QueuedEvent, Settlement,
};
use async_trait::async_trait;
use bytes::Bytes;
use domain::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// See the module's documentation.
pub struct MemoryEvents {
    partitions: u32,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next: u64,
    events: BTreeMap<EventNumber, Kept>,
    leases: HashMap<u32, Held>,
}

struct Kept {
    event: QueuedEvent<Bytes>,
    lane: Lane,
    due: Timestamp,
    /// The epoch of its owner.
    claimed: Option<u64>,
    progress: Progress,
}

struct Held {
    owner: String,
    epoch: u64,
    until: Timestamp,
}

impl MemoryEvents {
    /// An empty queue.
    pub fn new(partitions: u32) -> Self {
        Self { partitions, state: Mutex::default() }
    }

    /// The request ids of all that is queued.
    pub fn request_ids(&self) -> BTreeSet<String> {
        self.lock().events.values().map(|kept| kept.event.request_id.to_string()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn held(&self, lease: Lease) -> Result<MutexGuard<'_, State>, StoreError> {
        let state = self.lock();
        match state.leases.get(&lease.partition) {
            Some(held) if held.epoch == lease.epoch => Ok(state),
            _ => Err(StoreError::Fenced),
        }
    }
}

/// Whether a lease lasts for longer than twice what is asked for.
fn beyond(held: Timestamp, now: Timestamp, until: Timestamp) -> bool {
    held.0.saturating_sub(until.0) > until.0.saturating_sub(now.0)
}

#[async_trait]
impl EventQueue for MemoryEvents {
    fn partitions(&self) -> u32 {
        self.partitions
    }

    async fn enqueue(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        let mut state = self.lock();
        for event in events {
            let is_it = |kept: &Kept| {
                kept.event.request_id == event.request_id && kept.event.accepted == event.accepted
            };
            if state.events.values().any(is_it) {
                continue;
            }
            state.next += 1;
            let number = EventNumber(state.next);
            let lane = event.lane();
            let due = event.accepted;
            state
                .events
                .insert(number, Kept { event, lane, due, claimed: None, progress: Progress::default() });
        }
        Ok(())
    }

    async fn lease(
        &self,
        partition: u32,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Lease>, StoreError> {
        let mut state = self.lock();
        let epoch = match state.leases.get(&partition) {
            Some(held) if held.owner != owner && held.until > now && !beyond(held.until, now, until) => {
                return Ok(None);
            }
            held => held.map_or(1, |held| held.epoch + 1),
        };
        state.leases.insert(partition, Held { owner: owner.to_owned(), epoch, until });
        for kept in state.events.values_mut().filter(|kept| kept.lane.partition(self.partitions) == partition)
        {
            if kept.claimed.take().is_some() {
                kept.progress.takeovers += 1;
            }
        }
        Ok(Some(Lease { partition, epoch }))
    }

    async fn renew(&self, lease: Lease, until: Timestamp) -> Result<(), StoreError> {
        let mut state = self.held(lease)?;
        if let Some(held) = state.leases.get_mut(&lease.partition) {
            held.until = until;
        }
        Ok(())
    }

    async fn release(&self, lease: Lease) -> Result<(), StoreError> {
        self.renew(lease, Timestamp(i64::MIN)).await
    }

    async fn claim(
        &self,
        lease: Lease,
        now: Timestamp,
        claim: Claim,
    ) -> Result<Vec<ClaimedEvent>, StoreError> {
        let mut state = self.held(lease)?;
        let mut due: Vec<_> = state
            .events
            .iter_mut()
            .filter(|(_, kept)| kept.lane.partition(self.partitions) == lease.partition)
            .filter(|(_, kept)| kept.claimed.is_none())
            .filter(|(_, kept)| kept.due <= now || claim.latest.is_some_and(|latest| kept.due > latest))
            .collect();
        // The lanes behind the one that had the last turn come first.
        due.sort_by_key(|(number, kept)| {
            (claim.after.is_some_and(|after| kept.lane <= after), kept.lane, kept.due, **number)
        });
        let (mut claimed, mut by_lane, mut suspects) = (Vec::new(), HashMap::new(), claim.suspects);
        for (number, kept) in due {
            let taken: &mut usize = by_lane.entry(kept.lane).or_default();
            let most = claim.lanes.get(&kept.lane).copied().unwrap_or(claim.per_lane);
            if claimed.len() == claim.limit || *taken == most {
                continue;
            }
            if kept.progress.takeovers >= claim.suspicion.max(1) {
                if suspects == 0 {
                    continue;
                }
                suspects -= 1;
            }
            *taken += 1;
            kept.claimed = Some(lease.epoch);
            claimed.push(ClaimedEvent {
                number: *number,
                lane: kept.lane,
                payload_bytes: kept.event.payload.len() as u64,
                progress: kept.progress,
                // Some come with it and others do not, as with any queue.
                event: number.0.is_multiple_of(2).then(|| kept.event.clone()),
            });
        }
        Ok(claimed)
    }

    async fn event(&self, number: EventNumber) -> Result<Option<QueuedEvent<Bytes>>, StoreError> {
        Ok(self.lock().events.get(&number).map(|kept| kept.event.clone()))
    }

    async fn settle(
        &self,
        lease: Lease,
        settlements: Vec<(EventNumber, Settlement)>,
    ) -> Result<(), StoreError> {
        let mut state = self.held(lease)?;
        for (number, how) in settlements {
            let Some(kept) = state.events.get_mut(&number) else { continue };
            if kept.claimed != Some(lease.epoch) || kept.lane.partition(self.partitions) != lease.partition {
                continue;
            }
            kept.claimed = None;
            match how {
                Settlement::Done | Settlement::SetAside => drop(state.events.remove(&number)),
                Settlement::Later { due, progress } => (kept.due, kept.progress) = (due, progress),
                Settlement::Unclaimed => {}
            }
        }
        Ok(())
    }

    async fn event_counts(&self, now: Timestamp) -> Result<EventCounts, StoreError> {
        let mut counts = EventCounts::default();
        for kept in self.lock().events.values() {
            match kept.claimed {
                Some(_) => counts.claimed += 1,
                None if kept.due <= now => counts.ready += 1,
                None => counts.delayed += 1,
            }
        }
        Ok(counts)
    }
}
