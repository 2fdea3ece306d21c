//! Older values become coarser, and go.

use super::{Known, codec, record, window_s};
use crate::StoreError;
use crate::metric::{KEPT, MetricCursor};
use ::metrics::Statistics;
use domain::Timestamp;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// How long after its end a window is packed, s: values come late.
const SETTLED_S: i64 = 3_600;

/// Points of one unit in a window, by their time.
type Windows = BTreeMap<(i64, u8), BTreeMap<i64, Statistics>>;

/// See [`crate::MetricStore::age_metrics`].
pub(super) fn age(
    db: &Connection,
    known: &mut Known,
    now: Timestamp,
    after: Option<MetricCursor>,
    metrics: usize,
) -> Result<Option<MetricCursor>, StoreError> {
    let now = now.0.div_euclid(1_000);
    let mut statement = db.prepare_cached("SELECT id, last FROM metric WHERE id > ? ORDER BY id LIMIT ?")?;
    let limit = i64::try_from(metrics).unwrap_or(i64::MAX);
    let found = statement.query_map([after.map_or(0, |after| after.0), limit], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    for (metric, last) in &found {
        age_one(db, *metric, now)?;
        if *last < now - KEPT[KEPT.len() - 1].keep_s {
            db.prepare_cached("DELETE FROM metric WHERE id = ?")?.execute([metric])?;
            // Its number is not used again; how many there are is counted anew.
            *known = Known::default();
        }
    }
    Ok(found.last().filter(|_| found.len() == metrics).map(|(metric, _)| MetricCursor(*metric)))
}

fn age_one(db: &Connection, metric: i64, now: i64) -> Result<(), StoreError> {
    let [seconds, minutes, fives, hours] = KEPT;
    // Of whole minutes.
    let oldest = (now - seconds.keep_s).div_euclid(60) * 60;
    for (at, unit, values) in take_fresh(db, metric, 1, oldest)? {
        record::add(db, metric, 60, at.div_euclid(60) * 60, unit, &values)?;
    }
    let oldest = (now - SETTLED_S).div_euclid(window_s(60)) * window_s(60);
    let mut windows = Windows::new();
    for (at, unit, values) in take_fresh(db, metric, 60, oldest)? {
        put(&mut windows, 60, at, unit, &values);
    }
    add_to_packs(db, metric, 60, windows)?;
    for (finer, coarser) in [(minutes, fives), (fives, hours)] {
        let mut windows = Windows::new();
        for (start, unit, data) in take_packs(db, metric, finer.resolution_s, now - finer.keep_s)? {
            for (at, values) in codec::unpack(start, &data)? {
                let at = at.div_euclid(coarser.resolution_s) * coarser.resolution_s;
                put(&mut windows, coarser.resolution_s, at, unit, &values);
            }
        }
        add_to_packs(db, metric, coarser.resolution_s, windows)?;
    }
    take_packs(db, metric, hours.resolution_s, now - hours.keep_s)?;
    Ok(())
}

fn put(windows: &mut Windows, resolution: i64, at: i64, unit: u8, values: &Statistics) {
    let start = at.div_euclid(window_s(resolution)) * window_s(resolution);
    windows.entry((start, unit)).or_default().entry(at).or_default().merge(values);
}

/// Fresh rows before a moment, which are there no longer.
fn take_fresh(
    db: &Connection,
    metric: i64,
    resolution: i64,
    before: i64,
) -> Result<Vec<(i64, u8, Statistics)>, StoreError> {
    let sql =
        "DELETE FROM metric_point WHERE metric = ? AND resolution = ? AND at < ? RETURNING at, unit, data";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([metric, resolution, before])?;
    let mut taken = Vec::new();
    while let Some(row) = rows.next()? {
        let data: Vec<u8> = row.get(2)?;
        taken.push((row.get(0)?, row.get(1)?, codec::decode(&data)?));
    }
    Ok(taken)
}

/// Packs of windows that ended before a moment, which are there no longer.
fn take_packs(
    db: &Connection,
    metric: i64,
    resolution: i64,
    before: i64,
) -> Result<Vec<(i64, u8, Vec<u8>)>, StoreError> {
    let sql = "DELETE FROM metric_pack WHERE metric = ? AND resolution = ? AND start <= ? RETURNING start, unit, data";
    let mut statement = db.prepare_cached(sql)?;
    let taken = statement.query_map([metric, resolution, before - window_s(resolution)], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(taken.collect::<Result<_, _>>()?)
}

fn add_to_packs(db: &Connection, metric: i64, resolution: i64, windows: Windows) -> Result<(), StoreError> {
    for ((start, unit), mut points) in windows {
        let sql = "DELETE FROM metric_pack WHERE metric = ? AND resolution = ? AND start = ? AND unit = ? RETURNING data";
        let before: Vec<Vec<u8>> = db
            .prepare_cached(sql)?
            .query_map(params![metric, resolution, start, unit], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for data in before {
            for (at, values) in codec::unpack(start, &data)? {
                points.entry(at).or_default().merge(&values);
            }
        }
        let data = codec::pack(start, points.iter().map(|(at, values)| (*at, values)));
        let sql = "INSERT INTO metric_pack (metric, resolution, start, unit, data) VALUES (?, ?, ?, ?, ?)";
        db.prepare_cached(sql)?.execute(params![metric, resolution, start, unit, data])?;
    }
    Ok(())
}
