//! Functions of metric math.

use super::eval::{Frame, evaluate, map, search_key, times};
use super::parse::Expression;
use super::{Series, Worth};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Points that a series is filled up to.
const FILLED: i64 = 100_800;

/// Works a function out.
pub(super) fn call(name: &str, items: &[Expression], frame: &Frame<'_>) -> Result<Worth, String> {
    match (name, items) {
        // A list of series.
        ("", items) => {
            let mut all = Vec::new();
            for item in items {
                all.extend(many(evaluate(item, frame)?)?);
            }
            Ok(Worth::Many(all))
        }
        ("METRICS", []) => metrics(frame, ""),
        ("METRICS", [Expression::Text(part)]) => metrics(frame, part),
        ("METRIC_COUNT", [item]) => Ok(Worth::Number(many(evaluate(item, frame)?)?.len() as f64)),
        ("SEARCH", [Expression::Text(_), ..]) => {
            let found = frame.searches.get(&search_key(items)).cloned().unwrap_or_default();
            frame.copy(&Worth::Many(found))
        }
        ("ABS", [item]) => Ok(map(evaluate(item, frame)?, f64::abs)),
        ("CEIL", [item]) => Ok(map(evaluate(item, frame)?, f64::ceil)),
        ("FLOOR", [item]) => Ok(map(evaluate(item, frame)?, f64::floor)),
        ("LOG", [item]) => Ok(map(evaluate(item, frame)?, f64::ln)),
        ("LOG10", [item]) => Ok(map(evaluate(item, frame)?, f64::log10)),
        ("AVG", [item]) => aggregate(evaluate(item, frame)?, |values| sum(values) / values.len() as f64),
        ("SUM", [item]) => aggregate(evaluate(item, frame)?, sum),
        ("MIN", [item]) => {
            aggregate(evaluate(item, frame)?, |values| values.iter().copied().fold(f64::INFINITY, f64::min))
        }
        ("MAX", [item]) => aggregate(evaluate(item, frame)?, |values| {
            values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
        }),
        ("STDDEV", [item]) => aggregate(evaluate(item, frame)?, |values| {
            let mean = sum(values) / values.len() as f64;
            (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
        }),
        ("DATAPOINT_COUNT", [item]) => {
            each_to_number(evaluate(item, frame)?, |series| series.points.len() as f64)
        }
        ("PERIOD", [item]) => {
            each_to_number(evaluate(item, frame)?, |series| series.period_ms as f64 / 1_000.0)
        }
        ("FIRST", [item]) => at_end(evaluate(item, frame)?, true),
        ("LAST", [item]) => at_end(evaluate(item, frame)?, false),
        ("DIFF", [item]) => {
            each(evaluate(item, frame)?, |series| between(series, |before, now, _| now - before))
        }
        ("DIFF_TIME", [item]) => {
            each(evaluate(item, frame)?, |series| between(series, |_, _, ms| ms / 1_000.0))
        }
        ("RATE", [item]) => each(evaluate(item, frame)?, |series| {
            between(series, |before, now, ms| (now - before) * 1_000.0 / ms)
        }),
        ("RUNNING_SUM", [item]) => each(evaluate(item, frame)?, |mut series| {
            let mut so_far = 0.0;
            for value in series.points.values_mut() {
                so_far += *value;
                *value = so_far;
            }
            series
        }),
        ("REMOVE_EMPTY", [item]) => {
            let all = many(evaluate(item, frame)?)?;
            Ok(Worth::Many(all.into_iter().filter(|series| !series.points.is_empty()).collect()))
        }
        ("TIME_SERIES", [item]) => match evaluate(item, frame)? {
            Worth::Number(number) => Ok(Worth::One(constant(number, frame)?)),
            worth => Ok(worth),
        },
        ("FILL", [item, with]) => fill(evaluate(item, frame)?, with, frame),
        ("IF", [condition, yes]) => choose(evaluate(condition, frame)?, evaluate(yes, frame)?, None),
        ("IF", [condition, yes, no]) => {
            choose(evaluate(condition, frame)?, evaluate(yes, frame)?, Some(evaluate(no, frame)?))
        }
        ("SLICE", [item, bounds @ ..]) if !bounds.is_empty() && bounds.len() <= 2 => {
            let all = many(evaluate(item, frame)?)?;
            let bound = |item: &Expression| match evaluate(item, frame)? {
                // As an array's.
                Worth::Number(n) if n < 0.0 => Ok(all.len().saturating_sub(n.abs() as usize)),
                Worth::Number(n) => Ok((n as usize).min(all.len())),
                _ => Err("the bounds of SLICE are numbers".to_owned()),
            };
            let start = bound(&bounds[0])?;
            let end = bounds.get(1).map(bound).transpose()?.unwrap_or(all.len());
            Ok(Worth::Many(all.get(start..end).map(<[Series]>::to_vec).unwrap_or_default()))
        }
        ("SORT", [item, Expression::Name(by), Expression::Name(order), limit @ ..]) if limit.len() <= 1 => {
            let limit = match limit.first().map(|limit| evaluate(limit, frame)).transpose()? {
                Some(Worth::Number(n)) => n.max(0.0) as usize,
                Some(_) => return Err("the limit of SORT is a number".to_owned()),
                None => usize::MAX,
            };
            sort(many(evaluate(item, frame)?)?, by, order, limit)
        }
        (
            "ANOMALY_DETECTION_BAND"
            | "INSIGHT_RULE_METRIC"
            | "SERVICE_QUOTA"
            | "DB_PERF_INSIGHTS"
            | "LAMBDA",
            _,
        ) => Err(format!("the function {name} is not implemented by Tenfold yet")),
        _ => Err(format!("there is no function {name} with these arguments")),
    }
}

fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}

fn many(worth: Worth) -> Result<Vec<Series>, String> {
    match worth {
        Worth::One(series) => Ok(vec![series]),
        Worth::Many(all) => Ok(all),
        Worth::Number(_) => Err("a time series is needed, not a number".to_owned()),
    }
}

fn metrics(frame: &Frame<'_>, part: &str) -> Result<Worth, String> {
    let mut all = Vec::new();
    for id in frame.metrics.iter().filter(|id| id.contains(part)) {
        if let Some(worth) = frame.known.get(id) {
            all.extend(many(frame.copy(worth)?)?);
        }
    }
    Ok(Worth::Many(all))
}

/// Of one series a number over its time, of several a series.
fn aggregate(worth: Worth, of: impl Fn(&[f64]) -> f64) -> Result<Worth, String> {
    match worth {
        Worth::Number(_) => Err("a time series is needed, not a number".to_owned()),
        Worth::One(series) => {
            let values: Vec<_> = series.points.values().copied().collect();
            Ok(Worth::Number(if values.is_empty() { f64::NAN } else { of(&values) }))
        }
        Worth::Many(all) => {
            let points = times(&all).into_iter().map(|at| {
                let values: Vec<_> =
                    all.iter().filter_map(|series| series.points.get(&at).copied()).collect();
                (at, of(&values))
            });
            let period_ms = all.iter().map(|series| series.period_ms).max().unwrap_or(0);
            Ok(Worth::One(Series { label: String::new(), points: points.collect(), period_ms }))
        }
    }
}

fn each(worth: Worth, with: impl Fn(Series) -> Series) -> Result<Worth, String> {
    match worth {
        Worth::Number(_) => Err("a time series is needed, not a number".to_owned()),
        Worth::One(series) => Ok(Worth::One(with(series))),
        Worth::Many(all) => Ok(Worth::Many(all.into_iter().map(with).collect())),
    }
}

/// A number for each: for one it is a number, of several a series each, with that number everywhere.
fn each_to_number(worth: Worth, with: impl Fn(&Series) -> f64) -> Result<Worth, String> {
    match worth {
        Worth::One(series) => Ok(Worth::Number(with(&series))),
        other => each(other, |mut series| {
            let number = with(&series);
            series.points.values_mut().for_each(|value| *value = number);
            series
        }),
    }
}

fn at_end(worth: Worth, first: bool) -> Result<Worth, String> {
    let mut all = many(worth)?;
    if all.is_empty() {
        return Err("there is no time series".to_owned());
    }
    Ok(Worth::One(all.swap_remove(if first { 0 } else { all.len() - 1 })))
}

/// From each value to the next; of the first nothing is known.
fn between(series: Series, with: impl Fn(f64, f64, f64) -> f64) -> Series {
    let pairs = series.points.iter().zip(series.points.iter().skip(1));
    let points = pairs.map(|((before, a), (at, b))| (*at, with(*a, *b, (at - before) as f64))).collect();
    Series { points, ..series }
}

/// All times of a period.
fn grid(from: i64, to: i64, period_ms: i64) -> Result<impl Iterator<Item = i64>, String> {
    let period_ms = period_ms.max(1_000);
    if to.saturating_sub(from) / period_ms > FILLED {
        return Err("the range has too many periods to be filled".to_owned());
    }
    Ok((from..to).step_by(usize::try_from(period_ms).unwrap_or(usize::MAX)))
}

fn constant(number: f64, frame: &Frame<'_>) -> Result<Series, String> {
    let times = grid(frame.from, frame.to, frame.period_ms)?;
    frame.charge(times.size_hint().0)?;
    let points = times.map(|at| (at, number)).collect();
    Ok(Series { label: String::new(), points, period_ms: frame.period_ms })
}

fn fill(worth: Worth, with: &Expression, frame: &Frame<'_>) -> Result<Worth, String> {
    let filler = match with {
        Expression::Name(name) if name == "REPEAT" || name == "LINEAR" => None,
        other => Some(evaluate(other, frame)?),
    };
    let linear = matches!(with, Expression::Name(name) if name == "LINEAR");
    let of = |series: Series| -> Result<Series, String> {
        let mut points = BTreeMap::new();
        let times = grid(frame.from, frame.to, series.period_ms)?;
        frame.charge(times.size_hint().0)?;
        for at in times {
            let found = series.points.get(&at).copied();
            let value = found.or_else(|| match &filler {
                Some(Worth::Number(number)) => Some(*number),
                Some(Worth::One(other)) => other.points.get(&at).copied(),
                Some(Worth::Many(_)) => None,
                None => {
                    let before = series.points.range(..at).next_back();
                    let after = series.points.range(at..).next().filter(|_| linear);
                    match (before, after) {
                        (Some((from, a)), Some((to, b))) => {
                            Some(a + (b - a) * (at - from) as f64 / (to - from) as f64)
                        }
                        (Some((_, a)), None) if !linear => Some(*a),
                        _ => None,
                    }
                }
            });
            points.extend(value.map(|value| (at, value)));
        }
        Ok(Series { points, ..series })
    };
    match worth {
        Worth::Number(_) => Err("a time series is needed, not a number".to_owned()),
        Worth::One(series) => Ok(Worth::One(of(series)?)),
        Worth::Many(all) => Ok(Worth::Many(all.into_iter().map(of).collect::<Result<_, _>>()?)),
    }
}

fn choose(condition: Worth, yes: Worth, no: Option<Worth>) -> Result<Worth, String> {
    let condition = match condition {
        Worth::Number(n) if n != 0.0 => return Ok(yes),
        Worth::Number(_) => {
            return Ok(no.unwrap_or(Worth::One(Series::default())));
        }
        Worth::One(series) => series,
        Worth::Many(_) => return Err("the condition of IF is one time series".to_owned()),
    };
    let at = |worth: &Worth, at: i64| match worth {
        Worth::Number(number) => Ok(Some(*number)),
        Worth::One(series) => Ok(series.points.get(&at).copied()),
        Worth::Many(_) => Err("what IF chooses from are numbers or one time series".to_owned()),
    };
    let mut points = BTreeMap::new();
    for (time, truth) in &condition.points {
        let value = match (*truth != 0.0, &no) {
            (true, _) => at(&yes, *time)?,
            (false, Some(no)) => at(no, *time)?,
            (false, None) => None,
        };
        points.extend(value.map(|value| (*time, value)));
    }
    Ok(Worth::One(Series { points, ..condition }))
}

fn sort(mut all: Vec<Series>, by: &str, order: &str, limit: usize) -> Result<Worth, String> {
    let measure = |series: &Series| {
        let values: Vec<_> = series.points.values().copied().collect();
        Some(match by {
            "SUM" => sum(&values),
            "AVG" => sum(&values) / values.len().max(1) as f64,
            "MIN" => values.iter().copied().fold(f64::INFINITY, f64::min),
            "MAX" => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            _ => return None,
        })
    };
    if measure(&Series::default()).is_none() || !matches!(order, "ASC" | "DESC") {
        return Err("SORT is by AVG, MAX, MIN or SUM, and ASC or DESC".to_owned());
    }
    let compare = |a: &Series, b: &Series| {
        let (a, b) = (measure(a).unwrap_or(0.0), measure(b).unwrap_or(0.0));
        if order == "ASC" { a.total_cmp(&b) } else { b.total_cmp(&a) }
    };
    all.sort_by(|a, b| match (a.points.is_empty(), b.points.is_empty()) {
        (false, false) => compare(a, b),
        (true, true) => Ordering::Equal,
        (a, b) => a.cmp(&b),
    });
    all.truncate(limit);
    Ok(Worth::Many(all))
}
