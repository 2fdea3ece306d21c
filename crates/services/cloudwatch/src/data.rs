//! GetMetricData.

use crate::errors::{bad_token, explain, invalid, validation};
use crate::math::{self, Expression, Frame, Series, Worth};
use crate::metric::{id, read_token, seconds, timestamp, unit, write_token};
use crate::period;
use crate::search::Search;
use crate::service::CloudWatchService;
use crate::statistic::Stat;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{Scope, Timestamp};
use metrics::{MetricId, Statistics};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicUsize;
use store::{MetricFilter, MetricQuery};

/// Queries of one request, and points of one answer (API reference of GetMetricData).
const QUERIES: usize = 500;
const POINTS: usize = 100_800;
/// Points that a request may be about, in all its series.
const IN_MEMORY: usize = 1_000_000;
/// Series that one search finds at most.
const FOUND: usize = 500;
/// Where a search says no period, ms.
const SEARCH_PERIOD: i64 = 300_000;

/// Queries that are worked out.
pub(crate) struct Worked {
    /// By id.
    pub(crate) known: BTreeMap<String, Worth>,
    /// Why others are not.
    pub(crate) failed: BTreeMap<String, String>,
}

/// The range that queries are about.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
    pub(crate) now: Timestamp,
}

pub(crate) async fn get_metric_data(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetMetricDataInput = input.parse()?;
    let span =
        Span { from: timestamp(request.start_time), to: timestamp(request.end_time), now: context.now };
    period::range(span.from, span.to)?;
    let queries = request.metric_data_queries;
    check(&queries)?;
    service.fresh().await;
    let worked = work(service, &context.scope, &queries, span).await?;
    let descending = request.scan_by.as_deref() != Some("TimestampAscending");
    let most =
        request.max_datapoints.and_then(|most| usize::try_from(most).ok()).unwrap_or(POINTS).clamp(1, POINTS);
    let skip = match request.next_token.as_deref().map(read_token).transpose()? {
        Some(text) => text.parse().map_err(|_| bad_token())?,
        None => 0_usize,
    };
    let mut page = Page { skip, left: most, passed: 0, more: false };
    let mut results = Vec::new();
    for query in queries.iter().filter(|query| query.return_data != Some(false)) {
        match worked.known.get(&query.id) {
            Some(Worth::Number(number)) => {
                let message = format!("The expression is the number {number}, and not a time series");
                results.push(result(query, None, Vec::new(), "Complete", Some(message)));
            }
            Some(worth) => {
                let all = match worth {
                    Worth::One(series) => std::slice::from_ref(series),
                    Worth::Many(all) => all,
                    Worth::Number(_) => &[],
                };
                for series in all {
                    let mut points: Vec<_> = series.points.iter().map(|(at, value)| (*at, *value)).collect();
                    if descending {
                        points.reverse();
                    }
                    let whole = points.len();
                    let (points, complete) = page.take(points);
                    // What an earlier page had whole is not said again; what there is nothing of, on the first one.
                    if whole > 0 && points.is_empty() || whole == 0 && skip > 0 {
                        continue;
                    }
                    let status = if complete { "Complete" } else { "PartialData" };
                    results.push(result(query, Some(series), points, status, None));
                }
            }
            None => {
                let why = worked.failed.get(&query.id).cloned().unwrap_or_default();
                results.push(result(query, None, Vec::new(), "InternalError", Some(why)));
            }
        }
    }
    let next = page.more.then(|| write_token(&(skip + most).to_string()));
    Output::of(&wire::GetMetricDataOutput {
        metric_data_results: Some(results),
        next_token: next,
        messages: Some(Vec::new()),
    })
}

/// Which points are on this page.
struct Page {
    skip: usize,
    left: usize,
    passed: usize,
    more: bool,
}

impl Page {
    fn take(&mut self, points: Vec<(i64, f64)>) -> (Vec<(i64, f64)>, bool) {
        let whole = points.len();
        let skipped = self.skip.saturating_sub(self.passed).min(whole);
        self.passed += whole;
        let taken: Vec<_> = points.into_iter().skip(skipped).take(self.left).collect();
        self.left -= taken.len();
        let complete = skipped + taken.len() == whole;
        self.more |= !complete;
        (taken, complete)
    }
}

fn result(
    query: &wire::MetricDataQuery,
    series: Option<&Series>,
    points: Vec<(i64, f64)>,
    status: &str,
    why: Option<String>,
) -> wire::MetricDataResult {
    let label = match (&query.label, series) {
        (Some(label), _) => label.clone(),
        (None, Some(series)) if !series.label.is_empty() => series.label.clone(),
        _ => query.id.clone(),
    };
    let message = |text: String| wire::MessageData { code: Some("Error".to_owned()), value: Some(text) };
    wire::MetricDataResult {
        id: Some(query.id.clone()),
        label: Some(label),
        timestamps: Some(points.iter().map(|(at, _)| seconds(Timestamp(*at))).collect()),
        values: Some(points.iter().map(|(_, value)| *value).collect()),
        status_code: Some(status.to_owned()),
        messages: why.map(|why| vec![message(why)]),
    }
}

/// What can be said of queries without working them out.
pub(crate) fn check(queries: &[wire::MetricDataQuery]) -> Result<(), ApiError> {
    if queries.is_empty() {
        return Err(crate::errors::missing("MetricDataQueries"));
    }
    if queries.len() > QUERIES {
        return Err(validation(format!(
            "The collection MetricDataQueries must not have a size greater than {QUERIES}."
        )));
    }
    let mut ids = BTreeSet::new();
    for (at, query) in queries.iter().enumerate() {
        let id = &query.id;
        let good = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !good {
            return Err(validation(format!(
                "The value {id} for parameter MetricDataQueries.member.{}.Id is not matching the expected pattern [a-z][a-zA-Z0-9_]*.",
                at + 1
            )));
        }
        if !ids.insert(id) {
            return Err(validation(format!("The id {id} is used by more than one query.")));
        }
        match (&query.metric_stat, &query.expression) {
            (Some(_), None) | (None, Some(_)) => {}
            _ => {
                return Err(validation(format!(
                    "The query {id} must have either MetricStat or Expression, and not both."
                )));
            }
        }
    }
    if queries.iter().all(|query| query.return_data == Some(false)) {
        return Err(validation("At least one query must return data."));
    }
    Ok(())
}

/// A query of a metric, read.
struct Metric {
    id: MetricId,
    stat: Stat,
    period_ms: i64,
    unit: Option<metrics::Unit>,
    label: String,
}

/// Works queries out: metrics from the store, then expressions in the order in which they need each other.
pub(crate) async fn work(
    service: &CloudWatchService,
    scope: &Scope,
    queries: &[wire::MetricDataQuery],
    span: Span,
) -> Result<Worked, ApiError> {
    let mut worked = Worked { known: BTreeMap::new(), failed: BTreeMap::new() };
    let (mut metrics, mut open, mut points) = (Vec::new(), Vec::new(), 0);
    for query in queries {
        if let Some(of) = &query.metric_stat {
            let metric = metric(scope, query, of)?;
            let series = read(service, metric, span, &mut points).await?;
            worked.known.insert(query.id.clone(), Worth::One(series));
            metrics.push(query.id.clone());
        } else if let Some(text) = &query.expression {
            let parsed = math::parse(text);
            let parsed =
                parsed.map_err(|why| validation(format!("Error in expression '{}': {why}", query.id)))?;
            open.push((query, parsed));
        }
    }
    let made = AtomicUsize::new(0);
    let searches = search_all(service, scope, &open, span, &mut points).await?;
    let ids: BTreeSet<&str> = queries.iter().map(|query| query.id.as_str()).collect();
    for (query, parsed) in &open {
        let mut names = Vec::new();
        parsed.names(&mut names);
        let words = ["REPEAT", "LINEAR", "SUM", "AVG", "MIN", "MAX", "ASC", "DESC"];
        if let Some(unknown) = names.iter().find(|name| !ids.contains(*name) && !words.contains(name)) {
            return Err(validation(format!(
                "Error in expression '{}': there is no query {unknown}",
                query.id
            )));
        }
    }
    while !open.is_empty() {
        let before = open.len();
        let mut left = Vec::new();
        for (query, parsed) in open {
            let mut names = Vec::new();
            parsed.names(&mut names);
            let settled = |name: &&str| {
                !ids.contains(*name) || worked.known.contains_key(*name) || worked.failed.contains_key(*name)
            };
            if !names.iter().all(settled) {
                left.push((query, parsed));
                continue;
            }
            let of_names =
                names.iter().filter_map(|name| worked.known.get(*name)).filter_map(period_of).max();
            let period_ms = match query.period {
                Some(period) => period::period_ms(period, "Period")?,
                None => of_names
                    .or_else(|| {
                        metrics.iter().filter_map(|id| worked.known.get(id)).filter_map(period_of).max()
                    })
                    .unwrap_or(60_000),
            };
            let frame = Frame {
                known: &worked.known,
                metrics: &metrics,
                searches: &searches,
                from: period::start(span.from, period_ms, span.now).0,
                to: span.to.0,
                period_ms,
                made: &made,
            };
            match math::evaluate(&parsed, &frame) {
                Ok(worth) => drop(worked.known.insert(query.id.clone(), named(worth, query))),
                Err(why) => drop(worked.failed.insert(query.id.clone(), why)),
            }
        }
        if left.len() == before {
            return Err(validation("The expressions of the queries need each other."));
        }
        open = left;
    }
    Ok(worked)
}

fn period_of(worth: &Worth) -> Option<i64> {
    match worth {
        Worth::Number(_) => None,
        Worth::One(series) => Some(series.period_ms),
        Worth::Many(all) => all.iter().map(|series| series.period_ms).max(),
    }
}

/// One series that an expression makes is called by its query; those of a list keep their names.
fn named(worth: Worth, query: &wire::MetricDataQuery) -> Worth {
    match worth {
        Worth::One(series) => Worth::One(Series { label: query.id.clone(), ..series }),
        other => other,
    }
}

fn metric(scope: &Scope, query: &wire::MetricDataQuery, of: &wire::MetricStat) -> Result<Metric, ApiError> {
    let refused = || {
        invalid(format!(
            "The value {} for parameter MetricDataQueries.member.MetricStat.Stat is not supported.",
            of.stat
        ))
    };
    let wire::Metric { namespace, metric_name, dimensions } = &of.metric;
    let (namespace, name) =
        (namespace.as_deref().unwrap_or_default(), metric_name.as_deref().unwrap_or_default());
    if namespace.is_empty() || name.is_empty() {
        return Err(crate::errors::missing(&format!(
            "MetricDataQueries.{}.MetricStat.Metric.MetricName",
            query.id
        )));
    }
    Ok(Metric {
        id: id(scope, namespace, name, dimensions.as_deref().unwrap_or_default())?,
        stat: Stat::parse(&of.stat).ok_or_else(refused)?,
        period_ms: period::period_ms(of.period, "Period")?,
        unit: unit(of.unit.as_deref()),
        label: name.to_owned(),
    })
}

async fn read(
    service: &CloudWatchService,
    metric: Metric,
    span: Span,
    so_far: &mut usize,
) -> Result<Series, ApiError> {
    let Metric { id, stat, period_ms, unit, label } = metric;
    let query =
        MetricQuery { id, from: period::start(span.from, period_ms, span.now), to: span.to, period_ms };
    let found = service.store.read_metric(&query).await.map_err(|e| explain(&e))?;
    *so_far += found.len();
    if *so_far > IN_MEMORY {
        return Err(validation(format!(
            "The request is about more than {IN_MEMORY} datapoints. Ask for less time, longer periods or fewer metrics."
        )));
    }
    // Values of all units, where none is asked for.
    let mut by_time: BTreeMap<i64, Statistics> = BTreeMap::new();
    for point in found.into_iter().filter(|point| unit.is_none_or(|unit| point.unit == unit)) {
        by_time.entry(point.at.0).or_default().merge(&point.values);
    }
    let points = by_time.iter().filter_map(|(at, values)| Some((*at, stat.of(values)?))).collect();
    Ok(Series { label, points, period_ms })
}

async fn search_all(
    service: &CloudWatchService,
    scope: &Scope,
    open: &[(&wire::MetricDataQuery, Expression)],
    span: Span,
    points: &mut usize,
) -> Result<BTreeMap<String, Vec<Series>>, ApiError> {
    let mut found = BTreeMap::new();
    let mut searches = Vec::new();
    open.iter().for_each(|(_, parsed)| parsed.searches(&mut searches));
    for arguments in searches {
        let (text, stat, period_ms) = match arguments {
            [Expression::Text(text), Expression::Text(stat)] => (text, stat, SEARCH_PERIOD),
            [Expression::Text(text), Expression::Text(stat), Expression::Number(period)] => {
                (text, stat, period::period_ms(*period as i32, "Period")?)
            }
            _ => return Err(validation("SEARCH takes a search expression, a statistic and a period.")),
        };
        let stat = Stat::parse(stat).ok_or_else(|| validation(format!("There is no statistic {stat}.")))?;
        let mut all = Vec::new();
        for id in search(service, scope, text, span.now).await? {
            let values = id.dimensions.pairs().iter().map(|(_, value)| value.to_string());
            let label = values.chain([id.name.to_string()]).collect::<Vec<_>>().join(" ");
            all.push(read(service, Metric { id, stat, period_ms, unit: None, label }, span, points).await?);
        }
        found.insert(math::search_key(arguments), all);
    }
    Ok(found)
}

/// Metrics that a search finds.
async fn search(
    service: &CloudWatchService,
    scope: &Scope,
    text: &str,
    now: Timestamp,
) -> Result<Vec<MetricId>, ApiError> {
    let search = Search::parse(text).map_err(validation)?;
    let filter = MetricFilter {
        scope: scope.clone(),
        namespace: search.namespace.clone(),
        name: None,
        dimensions: Vec::new(),
        since: Timestamp(now.0 - 14 * 86_400_000),
    };
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let (page, next) =
            service.store.list_metrics(&filter, after, FOUND).await.map_err(|e| explain(&e))?;
        for id in page.items {
            if search.finds(&id) {
                found.push(id);
            }
        }
        after = next;
        if after.is_none() || found.len() >= FOUND {
            found.truncate(FOUND);
            return Ok(found);
        }
    }
}
