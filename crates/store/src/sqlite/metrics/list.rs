//! Which metrics there are.

use crate::metric::{MetricCursor, MetricFilter, dimensions_of};
use crate::{Page, StoreError};
use ::metrics::{Dimensions, MetricId};
use rusqlite::{Connection, params};

/// Rows looked at for one page, so that a rare dimension does not read all of them at once.
const LOOKED_AT: usize = 50_000;

pub(super) fn list(
    db: &Connection,
    filter: &MetricFilter,
    after: Option<MetricCursor>,
    limit: usize,
) -> Result<(Page<MetricId>, Option<MetricCursor>), StoreError> {
    let sql = "SELECT id, namespace, name, dimensions FROM metric
        WHERE id > ?1 AND account = ?2 AND region = ?3 AND last >= ?4
        AND (?5 IS NULL OR namespace = ?5) AND (?6 IS NULL OR name = ?6) ORDER BY id";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![
        after.map_or(0, |after| after.0),
        filter.scope.account.as_str(),
        filter.scope.region.as_str(),
        filter.since.0.div_euclid(1_000),
        filter.namespace,
        filter.name,
    ])?;
    let (mut found, mut looked, mut cursor) = (Page { items: Vec::new(), more: false }, 0, None);
    while let Some(row) = rows.next()? {
        if found.items.len() >= limit || looked >= LOOKED_AT {
            found.more = true;
            break;
        }
        looked += 1;
        cursor = Some(MetricCursor(row.get(0)?));
        let text: String = row.get(3)?;
        let corrupt = || StoreError::Corrupt("dimensions of a metric cannot be read".to_owned());
        let dimensions = dimensions_of(&text).ok_or_else(corrupt)?;
        if fits(&dimensions, filter) {
            let (namespace, name): (String, String) = (row.get(1)?, row.get(2)?);
            let (namespace, name) = (namespace.into(), name.into());
            found.items.push(MetricId { scope: filter.scope.clone(), namespace, name, dimensions });
        }
    }
    let cursor = cursor.filter(|_| found.more);
    Ok((found, cursor))
}

fn fits(dimensions: &Dimensions, filter: &MetricFilter) -> bool {
    filter.dimensions.iter().all(|(name, wanted)| {
        let given = dimensions.get(name);
        given.is_some_and(|given| wanted.as_ref().is_none_or(|wanted| **given == **wanted))
    })
}
