//! Values that come.

use super::{Known, Numbered, REMEMBERED, codec};
use crate::StoreError;
use crate::metric::{METRICS_OF_SCOPE, dimensions_text};
use ::metrics::{Datum, MetricId, Statistics};
use domain::Scope;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

/// How far behind the note of a metric's newest value may be, s: it is for lists, which know hours.
const NOTED_S: i64 = 300;

/// Adds them; how many were refused.
pub(super) fn record(db: &Connection, known: &mut Known, data: Vec<Datum>) -> Result<usize, StoreError> {
    let mut refused = 0;
    // Of one metric and moment there are often several.
    let mut rows: HashMap<(i64, i64, i64, u8), Statistics> = HashMap::with_capacity(data.len());
    for datum in data {
        let at = datum.resolution.floor(datum.at).0.div_euclid(1_000);
        let Some(number) = number(db, known, datum.id, at)? else {
            refused += 1;
            continue;
        };
        let resolution = datum.resolution.ms() / 1_000;
        let key = (number, resolution, at, datum.unit.number());
        rows.entry(key).or_default().merge(&datum.values);
    }
    for ((number, resolution, at, unit), values) in rows {
        add(db, number, resolution, at, unit, &values)?;
    }
    Ok(refused)
}

/// Adds values to a fresh row.
pub(super) fn add(
    db: &Connection,
    metric: i64,
    resolution: i64,
    at: i64,
    unit: u8,
    values: &Statistics,
) -> Result<(), StoreError> {
    let found = "SELECT data FROM metric_point WHERE metric = ? AND resolution = ? AND at = ? AND unit = ?";
    let before: Option<Vec<u8>> = db
        .prepare_cached(found)?
        .query_row(params![metric, resolution, at, unit], |row| row.get(0))
        .optional()?;
    let data = match before {
        None => codec::encode(values),
        Some(before) => {
            let mut sum = codec::decode(&before)?;
            sum.merge(values);
            codec::encode(&sum)
        }
    };
    let put = "INSERT INTO metric_point (metric, resolution, at, unit, data) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (metric, resolution, at, unit) DO UPDATE SET data = excluded.data";
    db.prepare_cached(put)?.execute(params![metric, resolution, at, unit, data])?;
    Ok(())
}

/// The number of a metric that has a value at a moment, s; `None` where there are too many metrics for a new one.
fn number(db: &Connection, known: &mut Known, id: MetricId, at: i64) -> Result<Option<i64>, StoreError> {
    let note = |number: i64| -> Result<(), StoreError> {
        let sql = "UPDATE metric SET last = max(last, ?) WHERE id = ?";
        db.prepare_cached(sql)?.execute([at, number])?;
        Ok(())
    };
    if let Some(found) = known.ids.get_mut(&id) {
        if at > found.last + NOTED_S {
            found.last = at;
            note(found.number)?;
        }
        return Ok(Some(found.number));
    }
    let MetricId { scope, namespace, name, dimensions } = &id;
    let Scope { account, region } = scope;
    let dimensions = dimensions_text(dimensions);
    let sql = "SELECT id FROM metric WHERE account = ? AND region = ? AND namespace = ? AND name = ?
        AND dimensions = ?";
    let key = params![account.as_str(), region.as_str(), namespace, name, dimensions];
    let found: Option<i64> = db.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()?;
    let number = match found {
        Some(number) => {
            note(number)?;
            number
        }
        None => {
            let count = match known.of_scope.get_mut(scope) {
                Some(count) => count,
                None => {
                    let sql = "SELECT count(*) FROM metric WHERE account = ? AND region = ?";
                    let counted: i64 = db
                        .prepare_cached(sql)?
                        .query_row([account.as_str(), region.as_str()], |row| row.get(0))?;
                    let counted = usize::try_from(counted).unwrap_or(usize::MAX);
                    known.of_scope.entry(scope.clone()).or_insert(counted)
                }
            };
            if *count >= METRICS_OF_SCOPE {
                return Ok(None);
            }
            *count += 1;
            let sql = "INSERT INTO metric (account, region, namespace, name, dimensions, last)
                VALUES (?, ?, ?, ?, ?, ?)";
            let row = params![account.as_str(), region.as_str(), namespace, name, dimensions, at];
            db.prepare_cached(sql)?.execute(row)?;
            db.last_insert_rowid()
        }
    };
    if known.ids.len() >= REMEMBERED {
        known.ids.clear();
    }
    known.ids.insert(id, Numbered { number, last: at });
    Ok(Some(number))
}
