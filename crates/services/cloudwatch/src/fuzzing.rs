//! For fuzz targets only: expressions of strangers, over series that are at hand.

use crate::math::{Frame, Series, Worth, evaluate, parse, search_key};
use crate::search::Search;
use metrics::MetricId;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;

/// The range of the series, ms: a value a minute.
const FROM: i64 = 1_795_544_400_000;
const MINUTE: i64 = 60_000;
const POINTS: i64 = 32;

fn series(label: &str, value: impl Fn(i64) -> f64) -> Series {
    let points = (0..POINTS).map(|at| (FROM + at * MINUTE, value(at))).collect();
    Series { label: label.to_owned(), points, period_ms: MINUTE }
}

/// Works an expression of metric math out, over the series `m1`, `m2` (with gaps) and `m3` (empty), of which searches find two. How many
/// values that has made; `None` where it is refused.
pub fn math(text: &str) -> Option<usize> {
    let expression = parse(text).ok()?;
    let mut second = series("m2", |at| -0.5 * at as f64);
    second.points.retain(|at, _| at % (7 * MINUTE) != 0);
    let all =
        [series("m1", |at| (at % 5) as f64), second, Series { label: "m3".to_owned(), ..Series::default() }];
    let metrics: Vec<String> = all.iter().map(|series| series.label.clone()).collect();
    let mut asked = Vec::new();
    expression.searches(&mut asked);
    let searches: BTreeMap<String, Vec<Series>> =
        asked.into_iter().map(|arguments| (search_key(arguments), all[..2].to_vec())).collect();
    let known: BTreeMap<String, Worth> = metrics.iter().cloned().zip(all.map(Worth::One)).collect();
    let frame = Frame {
        known: &known,
        metrics: &metrics,
        searches: &searches,
        from: FROM,
        to: FROM + POINTS * MINUTE,
        period_ms: MINUTE,
        made: &AtomicUsize::new(0),
    };
    let mut names = Vec::new();
    expression.names(&mut names);
    Some(match evaluate(&expression, &frame).ok()? {
        Worth::Number(_) => 1,
        Worth::One(series) => series.points.len(),
        Worth::Many(all) => all.iter().map(|series| series.points.len()).sum(),
    })
}

/// Whether a search finds a metric; `None` where it is none.
pub fn search(text: &str, id: &MetricId) -> Option<bool> {
    Search::parse(text).ok().map(|search| search.finds(id))
}
