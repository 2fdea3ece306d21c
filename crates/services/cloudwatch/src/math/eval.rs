//! What an expression is worth.

use super::functions;
use super::parse::{Expression, Operator};
use super::{Series, Worth};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What an expression may speak of.
pub(crate) struct Frame<'a> {
    /// Queries that were worked out already, by id.
    pub(crate) known: &'a BTreeMap<String, Worth>,
    /// Ids of those that are metrics, in the order of the request.
    pub(crate) metrics: &'a [String],
    /// What searches found, by [`search_key`].
    pub(crate) searches: &'a BTreeMap<String, Vec<Series>>,
    /// The request's range and the expression's period, ms.
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) period_ms: i64,
    /// What all expressions of the request have made so far: series and points.
    pub(crate) made: &'a AtomicUsize,
}

/// What all expressions of a request may make.
const MOST_MADE: usize = 2_000_000;

impl Frame<'_> {
    /// Counts what is about to be made; refuses what would be too much.
    pub(crate) fn charge(&self, number: usize) -> Result<(), String> {
        match self.made.fetch_add(number, Ordering::Relaxed).saturating_add(number) > MOST_MADE {
            true => Err("the expressions make too many datapoints".to_owned()),
            false => Ok(()),
        }
    }

    /// A copy of something that was worked out.
    pub(crate) fn copy(&self, worth: &Worth) -> Result<Worth, String> {
        let all = match worth {
            Worth::Number(_) => &[],
            Worth::One(series) => std::slice::from_ref(series),
            Worth::Many(all) => all.as_slice(),
        };
        self.charge(all.iter().map(|series| series.points.len() + 8).sum())?;
        Ok(worth.clone())
    }
}

/// By what the arguments of a search are told apart.
pub(crate) fn search_key(arguments: &[Expression]) -> String {
    format!("{arguments:?}")
}

/// Works an expression out; what is wrong with it otherwise.
pub(crate) fn evaluate(expression: &Expression, frame: &Frame<'_>) -> Result<Worth, String> {
    match expression {
        Expression::Number(number) => Ok(Worth::Number(*number)),
        Expression::Text(text) => Err(format!("'{text}' is neither a number nor a time series")),
        Expression::Name(name) => {
            let known = frame.known.get(name).ok_or_else(|| format!("there is no query {name}"))?;
            frame.copy(known)
        }
        Expression::Minus(inner) => Ok(map(evaluate(inner, frame)?, |value| -value)),
        Expression::Binary(operator, left, right) => {
            binary(*operator, evaluate(left, frame)?, evaluate(right, frame)?)
        }
        Expression::Call(name, items) => functions::call(name, items, frame),
    }
}

/// Each value on its own.
pub(super) fn map(worth: Worth, with: impl Fn(f64) -> f64) -> Worth {
    let of = |mut series: Series| {
        series.points.values_mut().for_each(|value| *value = with(*value));
        // What is no number has no place in an answer.
        series.points.retain(|_, value| value.is_finite());
        series
    };
    match worth {
        Worth::Number(number) => Worth::Number(with(number)),
        Worth::One(series) => Worth::One(of(series)),
        Worth::Many(all) => Worth::Many(all.into_iter().map(of).collect()),
    }
}

fn binary(operator: Operator, left: Worth, right: Worth) -> Result<Worth, String> {
    let of = |a: f64, b: f64| apply(operator, a, b);
    Ok(match (left, right) {
        (Worth::Number(a), Worth::Number(b)) => Worth::Number(of(a, b)),
        (worth, Worth::Number(b)) => map(worth, |a| of(a, b)),
        (Worth::Number(a), worth) => map(worth, |b| of(a, b)),
        (Worth::One(a), Worth::One(b)) => Worth::One(both(operator, &a, &b)),
        (Worth::Many(all), Worth::One(b)) => Worth::Many(all.iter().map(|a| both(operator, a, &b)).collect()),
        (Worth::One(a), Worth::Many(all)) => Worth::Many(all.iter().map(|b| both(operator, &a, b)).collect()),
        (Worth::Many(a), Worth::Many(b)) if a.len() == b.len() => {
            Worth::Many(a.iter().zip(&b).map(|(a, b)| both(operator, a, b)).collect())
        }
        (Worth::Many(_), Worth::Many(_)) => {
            return Err("the two sides have different numbers of time series".to_owned());
        }
    })
}

/// Where both have a value.
fn both(operator: Operator, a: &Series, b: &Series) -> Series {
    let points =
        a.points.iter().filter_map(|(at, left)| Some((*at, apply(operator, *left, *b.points.get(at)?))));
    Series {
        label: a.label.clone(),
        points: points.filter(|(_, value)| value.is_finite()).collect(),
        period_ms: a.period_ms.max(b.period_ms),
    }
}

fn apply(operator: Operator, a: f64, b: f64) -> f64 {
    let truth = |value: bool| f64::from(u8::from(value));
    match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Power => a.powf(b),
        Operator::Less => truth(a < b),
        Operator::LessOrEqual => truth(a <= b),
        Operator::Greater => truth(a > b),
        Operator::GreaterOrEqual => truth(a >= b),
        Operator::Equal => truth(a.total_cmp(&b).is_eq()),
        Operator::NotEqual => truth(a.total_cmp(&b).is_ne()),
        Operator::And => truth(a != 0.0 && b != 0.0),
        Operator::Or => truth(a != 0.0 || b != 0.0),
    }
}

/// All times at which one of several has a value.
pub(super) fn times(all: &[Series]) -> BTreeSet<i64> {
    all.iter().flat_map(|series| series.points.keys().copied()).collect()
}
