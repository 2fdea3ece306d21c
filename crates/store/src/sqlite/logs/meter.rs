//! What was used, by function, version and day.

use crate::StoreError;
use crate::sqlite::{signed, unsigned};
use domain::meter::{Allocated, Amounts, MeterKey, Metered};
use domain::{AccountId, FunctionName, Qualifier, Region, Scope};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Adds to what was counted before.
pub(super) fn add(db: &Connection, metered: &[Metered]) -> Result<(), StoreError> {
    let sql = "INSERT INTO meter (day, account, region, function, version, architecture, requests, billed_ms, memory_mb_ms,
        storage_mb_ms, provisioned_run_mb_ms, provisioned_mb_ms, streamed_bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, account, region, function, version, architecture) DO UPDATE SET
        requests = requests + excluded.requests, billed_ms = billed_ms + excluded.billed_ms,
        memory_mb_ms = memory_mb_ms + excluded.memory_mb_ms, storage_mb_ms = storage_mb_ms + excluded.storage_mb_ms,
        provisioned_run_mb_ms = provisioned_run_mb_ms + excluded.provisioned_run_mb_ms,
        provisioned_mb_ms = provisioned_mb_ms + excluded.provisioned_mb_ms,
        streamed_bytes = streamed_bytes + excluded.streamed_bytes";
    for Metered { key, amounts } in metered {
        db.prepare_cached(sql)?.execute(params![
            key.day,
            key.scope.account.as_str(),
            key.scope.region.as_str(),
            key.function.as_str(),
            number(&key.qualifier)?,
            key.architecture,
            signed(amounts.requests),
            signed(amounts.billed_ms),
            signed(amounts.memory_mb_ms),
            signed(amounts.storage_mb_ms),
            signed(amounts.provisioned_run_mb_ms),
            signed(amounts.provisioned_mb_ms),
            signed(amounts.streamed_bytes),
        ])?;
    }
    Ok(())
}

/// Counts what is provisioned during a block of time, as far as it was not counted.
pub(super) fn allocate(db: &Connection, allocated: &Allocated) -> Result<(), StoreError> {
    let Allocated { key, since, block, memory_mb } = allocated;
    let (account, region) = (key.scope.account.as_str(), key.scope.region.as_str());
    let (function, version) = (key.function.as_str(), number(&key.qualifier)?);
    let sql = "SELECT since, block, memory_mb FROM provisioned
        WHERE account = ? AND region = ? AND function = ? AND version = ?";
    let of = params![account, region, function, version];
    let known = db
        .prepare_cached(sql)?
        .query_row(of, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get(2).map(unsigned)?)));
    let counted = match known.optional()? {
        // A clock that was set back comes to blocks that were counted.
        Some((known_since, known_block, _)) if known_since == since.0 && known_block > *block => {
            return Ok(());
        }
        Some((known_since, known_block, counted)) if (known_since, known_block) == (since.0, *block) => {
            counted
        }
        _ => 0,
    };
    let more = memory_mb.saturating_sub(counted);
    if more == 0 {
        return Ok(());
    }
    let sql =
        "INSERT OR REPLACE INTO provisioned (account, region, function, version, since, block, memory_mb)
        VALUES (?, ?, ?, ?, ?, ?, ?)";
    let row = params![account, region, function, version, since.0, block, signed(*memory_mb)];
    db.prepare_cached(sql)?.execute(row)?;
    add(db, &[Metered { key: key.clone(), amounts: Amounts::provisioned(more) }])
}

/// Day, function and version of events that were accepted.
type Accepted<'a> = (i64, &'a Scope, &'a FunctionName, &'a Qualifier);

/// Events that were accepted in one transaction.
#[derive(Default)]
pub(in crate::sqlite) struct Tally<'a>(Vec<(Accepted<'a>, Amounts)>);

impl<'a> Tally<'a> {
    /// Counts one.
    pub(in crate::sqlite) fn add(&mut self, key: Accepted<'a>, payload_bytes: u64) {
        let one = Amounts::event(payload_bytes);
        // Mostly those of one function come together; of many there are as many rows at worst.
        match self.0.last_mut().filter(|(last, _)| *last == key) {
            Some((_, amounts)) => {
                amounts.events += one.events;
                amounts.event_chunks += one.event_chunks;
            }
            None => self.0.push((key, one)),
        }
    }

    /// Adds to what was counted before; in the database of events.
    pub(in crate::sqlite) fn write(self, db: &Connection) -> Result<(), StoreError> {
        let sql = "INSERT INTO accepted (day, account, region, function, qualifier, events, chunks) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (day, account, region, function, qualifier) DO UPDATE SET
            events = events + excluded.events, chunks = chunks + excluded.chunks";
        let mut add = db.prepare_cached(sql)?;
        for ((day, scope, function, qualifier), amounts) in self.0 {
            add.execute(params![
                day,
                scope.account.as_str(),
                scope.region.as_str(),
                function.as_str(),
                qualifier.to_string(),
                signed(amounts.events),
                signed(amounts.event_chunks),
            ])?;
        }
        Ok(())
    }
}

/// What was used from one day to another, both included, but for events that were accepted.
pub(in crate::sqlite) fn read(db: &Connection, first: i64, last: i64) -> Result<Vec<Metered>, StoreError> {
    // A file that an earlier version wrote, and no server of this one has opened.
    let more = match db.column_exists(None, "meter", "streamed_bytes")? {
        true => "provisioned_run_mb_ms, provisioned_mb_ms, streamed_bytes",
        false => "0, 0, 0",
    };
    let sql = format!(
        "SELECT day, account, region, function, version, architecture, requests, billed_ms, memory_mb_ms, storage_mb_ms,
        {more} FROM meter WHERE day BETWEEN ? AND ? ORDER BY account, region, function, version, architecture, day"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([first, last])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let qualifier = match unsigned(row.get(4)?) {
            0 => Qualifier::Latest,
            number => Qualifier::Version(number),
        };
        let architecture = row.get_ref(5)?.as_str().map_err(|e| corrupt(&e))?;
        all.push(Metered { key: key(row, qualifier, architecture)?, amounts: amounts(row)? });
    }
    Ok(all)
}

/// Events that were accepted from one day to another, both included; of the database of events.
pub(in crate::sqlite) fn accepted(
    db: &Connection,
    first: i64,
    last: i64,
) -> Result<Vec<Metered>, StoreError> {
    let sql = "SELECT day, account, region, function, qualifier, events, chunks FROM accepted
        WHERE day BETWEEN ? AND ? ORDER BY account, region, function, qualifier, day";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([first, last])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let qualifier = row.get_ref(4)?.as_str().map_err(|e| corrupt(&e))?;
        let qualifier = Qualifier::new(qualifier).map_err(|e| corrupt(&e))?;
        let (events, event_chunks) = (row.get(5).map(unsigned)?, row.get(6).map(unsigned)?);
        // Requests cost the same on all of them.
        let key = key(row, qualifier, "x86_64")?;
        all.push(Metered { key, amounts: Amounts { events, event_chunks, ..Amounts::default() } });
    }
    Ok(all)
}

fn corrupt(what: &dyn std::fmt::Display) -> StoreError {
    StoreError::Corrupt(format!("a row of the meter: {what}"))
}

/// Of a row that begins with the day, the account, the region and the function.
fn key(row: &Row<'_>, qualifier: Qualifier, architecture: &str) -> Result<MeterKey, StoreError> {
    let text = |column: usize| row.get_ref(column)?.as_str().map_err(|e| corrupt(&e));
    let account = AccountId::new(text(1)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(2)?).map_err(|e| corrupt(&e))?;
    Ok(MeterKey {
        scope: Scope::new(account, region),
        function: FunctionName::new(text(3)?).map_err(|e| corrupt(&e))?,
        qualifier,
        architecture: architecture.into(),
        day: row.get(0)?,
    })
}

fn amounts(row: &Row<'_>) -> rusqlite::Result<Amounts> {
    let number = |column: usize| row.get(column).map(unsigned);
    Ok(Amounts {
        requests: number(6)?,
        billed_ms: number(7)?,
        memory_mb_ms: number(8)?,
        storage_mb_ms: number(9)?,
        provisioned_run_mb_ms: number(10)?,
        provisioned_mb_ms: number(11)?,
        streamed_bytes: number(12)?,
        ..Amounts::default()
    })
}

/// 0 is `$LATEST`. What runs is a version.
fn number(qualifier: &Qualifier) -> Result<i64, StoreError> {
    match qualifier {
        Qualifier::Latest => Ok(0),
        Qualifier::Version(number) => Ok(signed(*number)),
        Qualifier::Alias(alias) => Err(corrupt(&format_args!("{alias} is no version"))),
    }
}
