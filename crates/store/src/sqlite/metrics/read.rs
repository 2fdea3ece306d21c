//! What was recorded, by period.

use super::{codec, longest_window_s};
use crate::StoreError;
use crate::metric::{MetricPoint, MetricQuery, dimensions_text};
use ::metrics::{MetricId, Statistics, Unit};
use domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

pub(super) fn read(db: &Connection, query: &MetricQuery) -> Result<Vec<MetricPoint>, StoreError> {
    let Some(metric) = find(db, &query.id)? else { return Ok(Vec::new()) };
    let period = query.period_ms.max(1_000);
    let (from, to) = (query.from.0, query.to.0);
    let mut periods: BTreeMap<(i64, u8), Statistics> = BTreeMap::new();
    let mut take = |at: i64, unit: u8, values: &Statistics| {
        let at = at.saturating_mul(1_000);
        if (from..to).contains(&at) {
            let period = from + (at - from).div_euclid(period) * period;
            periods.entry((period, unit)).or_default().merge(values);
        }
    };
    // Rounded outwards; what is outside is left out above.
    let (first, last) = (from.div_euclid(1_000), to.div_euclid(1_000) + 1);
    let sql =
        "SELECT at, unit, data FROM metric_point WHERE metric = ? AND resolution = ? AND at BETWEEN ? AND ?";
    let mut fresh = db.prepare_cached(sql)?;
    for resolution in [1, 60] {
        let mut rows = fresh.query(params![metric, resolution, first, last])?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, row.get(1)?, &codec::decode(row.get_ref(2)?.as_blob().map_err(blob)?)?);
        }
    }
    let sql = "SELECT start, unit, data FROM metric_pack WHERE metric = ? AND resolution = ? AND start BETWEEN ? AND ?";
    let mut packs = db.prepare_cached(sql)?;
    for resolution in [60, 300, 3_600] {
        let mut rows = packs.query(params![metric, resolution, first - longest_window_s(), last])?;
        while let Some(row) = rows.next()? {
            let (start, unit) = (row.get(0)?, row.get(1)?);
            if start + super::window_s(resolution) < first {
                continue;
            }
            for (at, values) in codec::unpack(start, row.get_ref(2)?.as_blob().map_err(blob)?)? {
                take(at, unit, &values);
            }
        }
    }
    let point = |((at, unit), values)| {
        let unit = Unit::numbered(unit).unwrap_or_default();
        MetricPoint { at: Timestamp(at), unit, values }
    };
    Ok(periods.into_iter().map(point).collect())
}

fn blob(error: rusqlite::types::FromSqlError) -> StoreError {
    StoreError::Corrupt(format!("values of a metric: {error}"))
}

fn find(db: &Connection, id: &MetricId) -> Result<Option<i64>, StoreError> {
    let MetricId { scope, namespace, name, dimensions } = id;
    let sql = "SELECT id FROM metric WHERE account = ? AND region = ? AND namespace = ? AND name = ?
        AND dimensions = ?";
    let (account, region) = (scope.account.as_str(), scope.region.as_str());
    let key = params![account, region, namespace, name, dimensions_text(dimensions)];
    Ok(db.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()?)
}
