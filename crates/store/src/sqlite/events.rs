//! The queue of events in SQLite.

use super::admissions::{Before, Sealed, insert_all};
use super::database::Durability;
use super::signature::RowKey;
use super::{Sqlite, signed, unsigned};
use crate::StoreError;
use crate::event::{
    Claim, ClaimedEvent, Delivery, EventCounts, EventNumber, EventQueue, Lane, Lease, Progress, QueuedEvent,
    SMALL_PAYLOAD, Settlement,
};
use async_trait::async_trait;
use bytes::Bytes;
use domain::{AccountId, FunctionArn, FunctionName, Qualifier, Region, Scope, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// One writer writes the file, so that more would only be more to look after; the second one is there so that nothing
/// relies on there being one.
pub(super) const PARTITIONS: u32 = 2;
/// Records kept that cannot be read.
const SET_ASIDE: u32 = 1_000;

fn check(db: &Connection, lease: Lease) -> Result<(), StoreError> {
    let sql = "SELECT epoch FROM lease WHERE partition = ?";
    let epoch =
        db.prepare_cached(sql)?.query_row([lease.partition], |row| row.get::<_, i64>(0)).optional()?;
    if epoch == Some(signed(lease.epoch)) { Ok(()) } else { Err(StoreError::Fenced) }
}

fn corrupt(error: &dyn std::fmt::Display) -> StoreError {
    StoreError::Corrupt(format!("an event's record: {error}"))
}

const COLUMNS: &str =
    "event.request_id, event.account, event.region, event.name, event.qualifier, event.accepted,
    event.trace, event.destination, event.note, event.sealed";

/// What a payload is bound to.
pub(super) fn payload_place(event: &QueuedEvent<Bytes>) -> [&str; 5] {
    let FunctionArn { scope, name, .. } = &event.target;
    ["event", &event.request_id, scope.account.as_str(), scope.region.as_str(), name.as_str()]
}

/// [`COLUMNS`] from a row, from a column on, and the payload behind them.
fn event_of(row: &Row<'_>, from: usize, key: &RowKey) -> Result<QueuedEvent<Bytes>, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(from + column)?.as_str().map_err(|e| corrupt(&e))
    };
    let optional = |column: usize| -> Result<Option<&str>, StoreError> {
        row.get_ref(from + column)?.as_str_or_null().map_err(|e| corrupt(&e))
    };
    let account = AccountId::new(text(1)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(2)?).map_err(|e| corrupt(&e))?;
    let qualifier = optional(4)?.map(Qualifier::new).transpose().map_err(|e| corrupt(&e))?;
    let delivery = match (optional(7)?, optional(8)?) {
        (Some(destination), note) => {
            Some(Delivery { destination: destination.into(), note: note.unwrap_or_default().into() })
        }
        (None, _) => None,
    };
    let kept = row.get_ref(from + 10)?.as_blob().map_err(|e| corrupt(&e))?;
    let is_sealed = row.get_ref(from + 9)?.as_i64().map_err(|e| corrupt(&e))? != 0;
    let mut event = QueuedEvent {
        request_id: text(0)?.into(),
        target: FunctionArn {
            scope: Scope::new(account, region),
            name: FunctionName::new(text(3)?).map_err(|e| corrupt(&e))?,
            qualifier,
        },
        accepted: Timestamp(row.get_ref(from + 5)?.as_i64().map_err(|e| corrupt(&e))?),
        trace_id: text(6)?.into(),
        payload: Bytes::new(),
        version: None,
        delivery,
    };
    event.payload = match is_sealed {
        true => key.open(&payload_place(&event), kept).map_err(|e| corrupt(&e))?.into(),
        false => Bytes::copy_from_slice(kept),
    };
    Ok(event)
}

/// A claimed event: five numbers, and what [`event_of`] reads where it is small. Counts that make no sense are as good as
/// none.
fn claimed_of(row: &Row<'_>, lane: Lane, key: &RowKey) -> rusqlite::Result<ClaimedEvent> {
    let count = |column: usize| -> rusqlite::Result<u32> {
        Ok(u32::try_from(row.get::<_, i64>(column)?).unwrap_or_default())
    };
    let payload_bytes = unsigned(row.get(1)?);
    Ok(ClaimedEvent {
        number: EventNumber(unsigned(row.get(0)?)),
        lane,
        payload_bytes,
        progress: Progress { errors: count(2)?, backoffs: count(3)?, takeovers: count(4)? },
        // Why one cannot be read is said when it is asked for.
        event: if payload_bytes <= SMALL_PAYLOAD { event_of(row, 5, key).ok() } else { None },
    })
}

/// Claims within one transaction.
struct Claiming<'a> {
    db: &'a Connection,
    key: &'a RowKey,
    lease: Lease,
    now: Timestamp,
    claim: &'a Claim,
    suspects: usize,
    claimed: Vec<ClaimedEvent>,
}

impl Claiming<'_> {
    /// The first lane with events that nobody claimed, after `after`.
    fn lane_after(&self, after: i64) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT lane FROM queued WHERE partition = ? AND claimed = 0 AND lane > ?
            ORDER BY lane LIMIT 1";
        let row = params![self.lease.partition, after];
        Ok(self.db.prepare_cached(sql)?.query_row(row, |row| row.get(0)).optional()?)
    }

    /// The lanes from the one after `from` to `to`.
    fn lanes(&mut self, from: i64, to: i64) -> Result<(), StoreError> {
        let mut at = from;
        while self.claimed.len() < self.claim.limit {
            match self.lane_after(at)? {
                Some(lane) if lane <= to => {
                    self.lane(lane)?;
                    at = lane;
                }
                _ => break,
            }
        }
        Ok(())
    }

    fn lane(&mut self, number: i64) -> Result<(), StoreError> {
        let lane = Lane(unsigned(number));
        let most = self.claim.lanes.get(&lane).copied().unwrap_or(self.claim.per_lane);
        let most = most.min(self.claim.limit - self.claimed.len());
        let left = most - self.due(lane, "due <= ?3", self.now, most)?;
        if let Some(latest) = self.claim.latest.filter(|_| left > 0) {
            self.due(lane, "due > ?3", latest, left)?;
        }
        Ok(())
    }

    /// Claims events of a lane that are due before or after a moment. How many.
    fn due(&mut self, lane: Lane, when: &str, moment: Timestamp, most: usize) -> Result<usize, StoreError> {
        // An event without a record is claimed too, so that it reaches its end.
        let sql = format!(
            "SELECT queued.number, ifnull(event.payload_bytes, 0), errors, backoffs, takeovers, {COLUMNS},
                CASE WHEN event.payload_bytes <= {SMALL_PAYLOAD} THEN event.payload END
            FROM queued LEFT JOIN event ON event.number = queued.number
            WHERE partition = ?1 AND claimed = 0 AND lane = ?2 AND {when}
            ORDER BY due, queued.number LIMIT ?4"
        );
        let mut statement = self.db.prepare_cached(&sql)?;
        let values = params![self.lease.partition, signed(lane.0), moment.0, signed(most as u64)];
        let mut rows = statement.query(values)?;
        let mut mark = self.db.prepare_cached("UPDATE queued SET claimed = ? WHERE number = ?")?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let event = claimed_of(row, lane, self.key)?;
            if event.progress.takeovers >= self.claim.suspicion.max(1) {
                if self.suspects == 0 {
                    continue;
                }
                self.suspects -= 1;
            }
            found.push(event);
        }
        drop(rows);
        for event in &found {
            mark.execute(params![signed(self.lease.epoch), signed(event.number.0)])?;
        }
        let count = found.len();
        self.claimed.extend(found);
        Ok(count)
    }
}

fn settle(
    db: &Connection,
    lease: Lease,
    number: EventNumber,
    settlement: Settlement,
) -> Result<(), StoreError> {
    let number = signed(number.0);
    let epoch = signed(lease.epoch);
    match settlement {
        Settlement::Done => {
            let sql = "DELETE FROM queued WHERE number = ? AND partition = ? AND claimed = ?";
            if db.prepare_cached(sql)?.execute(params![number, lease.partition, epoch])? > 0 {
                db.prepare_cached("DELETE FROM event WHERE number = ?")?.execute([number])?;
            }
        }
        Settlement::Later { due, progress } => {
            let sql = "UPDATE queued SET claimed = 0, due = ?, errors = ?, backoffs = ?, takeovers = ?
                WHERE number = ? AND partition = ? AND claimed = ?";
            let Progress { errors, backoffs, takeovers } = progress;
            let row = params![due.0, errors, backoffs, takeovers, number, lease.partition, epoch];
            db.prepare_cached(sql)?.execute(row)?;
        }
        Settlement::Unclaimed => {
            let sql = "UPDATE queued SET claimed = 0 WHERE number = ? AND partition = ? AND claimed = ?";
            db.prepare_cached(sql)?.execute(params![number, lease.partition, epoch])?;
        }
        Settlement::SetAside => {
            let sql = "DELETE FROM queued WHERE number = ? AND partition = ? AND claimed = ?";
            if db.prepare_cached(sql)?.execute(params![number, lease.partition, epoch])? > 0 {
                set_aside(db, number)?;
            }
        }
    }
    Ok(())
}

/// Keeps a record that nobody can read, and forgets the oldest of too many.
fn set_aside(db: &Connection, number: i64) -> Result<(), StoreError> {
    db.prepare_cached("INSERT INTO unreadable (number) VALUES (?) ON CONFLICT DO NOTHING")?
        .execute([number])?;
    let sql = "DELETE FROM unreadable WHERE number IN
        (SELECT number FROM unreadable ORDER BY number DESC LIMIT -1 OFFSET ?) RETURNING number";
    let mut forget = db.prepare_cached(sql)?;
    let forgotten = forget.query_map([SET_ASIDE], |row| row.get::<_, i64>(0))?;
    for number in forgotten.collect::<Result<Vec<_>, _>>()? {
        db.prepare_cached("DELETE FROM event WHERE number = ?")?.execute([number])?;
    }
    Ok(())
}

#[async_trait]
impl EventQueue for Sqlite {
    fn partitions(&self) -> u32 {
        PARTITIONS
    }

    async fn enqueue(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        let events = Sealed::all(events, &self.key)?;
        self.events.write(move |db| insert_all(db, &events, Before::Perhaps)).await
    }

    async fn admit(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        let events = Sealed::all(events, &self.key)?;
        self.admissions.admit(&self.events, events).await
    }

    async fn lease(
        &self,
        partition: u32,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Lease>, StoreError> {
        let owner = owner.to_owned();
        let work = move |db: &Connection| {
            let sql = "INSERT INTO lease (partition, owner, epoch, expires) VALUES (?1, ?2, 1, ?4)
                ON CONFLICT DO UPDATE SET owner = ?2, epoch = epoch + 1, expires = ?4
                WHERE owner = ?2 OR expires <= ?3 OR expires - ?4 > ?4 - ?3
                RETURNING epoch";
            let row = params![partition, owner, now.0, until.0];
            let epoch = db.prepare_cached(sql)?.query_row(row, |row| row.get::<_, i64>(0)).optional()?;
            let Some(epoch) = epoch else { return Ok(None) };
            let sql = "UPDATE queued SET claimed = 0, takeovers = takeovers + 1
                WHERE partition = ? AND claimed <> 0";
            db.prepare_cached(sql)?.execute([partition])?;
            Ok(Some(Lease { partition, epoch: unsigned(epoch) }))
        };
        self.events.write(work).await
    }

    // From here on what a power cut may undo: an event is then run again, as it may be in any case.

    async fn renew(&self, lease: Lease, until: Timestamp) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            check(db, lease)?;
            let sql = "UPDATE lease SET expires = ? WHERE partition = ?";
            db.prepare_cached(sql)?.execute(params![until.0, lease.partition])?;
            Ok(())
        };
        self.events.write_to_survive(Durability::Crash, work).await
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
        let key = self.key.clone();
        let work = move |db: &Connection| {
            check(db, lease)?;
            let after = claim.after.map_or(-1, |lane| signed(lane.0));
            let claimed = Vec::new();
            let mut claiming =
                Claiming { db, key: &key, lease, now, claim: &claim, suspects: claim.suspects, claimed };
            claiming.lanes(after, i64::MAX)?;
            claiming.lanes(-1, after)?;
            Ok(claiming.claimed)
        };
        self.events.write_to_survive(Durability::Crash, work).await
    }

    async fn event(&self, number: EventNumber) -> Result<Option<QueuedEvent<Bytes>>, StoreError> {
        let key = self.key.clone();
        let work = move |db: &Connection| {
            let sql = format!("SELECT {COLUMNS}, payload FROM event WHERE number = ?");
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query([signed(number.0)])?;
            let Some(row) = rows.next()? else { return Ok(None) };
            event_of(row, 0, &key).map(Some)
        };
        self.events.read(work).await
    }

    async fn settle(
        &self,
        lease: Lease,
        settlements: Vec<(EventNumber, Settlement)>,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            check(db, lease)?;
            settlements.into_iter().try_for_each(|(number, how)| settle(db, lease, number, how))
        };
        self.events.write_to_survive(Durability::Crash, work).await
    }

    async fn event_counts(&self, now: Timestamp) -> Result<EventCounts, StoreError> {
        let work = move |db: &Connection| {
            let sql = "SELECT
                (SELECT count(*) FROM queued WHERE claimed = 0 AND due <= ?1),
                (SELECT count(*) FROM queued WHERE claimed = 0 AND due > ?1),
                (SELECT count(*) FROM queued WHERE claimed <> 0)";
            let counts = db.prepare_cached(sql)?.query_row([now.0], |row| {
                Ok(EventCounts {
                    ready: unsigned(row.get(0)?),
                    delayed: unsigned(row.get(1)?),
                    claimed: unsigned(row.get(2)?),
                })
            })?;
            Ok(counts)
        };
        self.events.read(work).await
    }
}
