//! Metric math: expressions over time series (Amazon CloudWatch user guide, "Using math expressions with CloudWatch
//! metrics"). Pure; what is read from the store is handed in.

mod eval;
mod functions;
mod parse;

pub(crate) use eval::{Frame, evaluate, search_key};
pub(crate) use parse::{Expression, parse};

use std::collections::BTreeMap;

/// A time series: values by time, ms.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Series {
    /// What it is called.
    pub(crate) label: String,
    /// Values by time.
    pub(crate) points: BTreeMap<i64, f64>,
    /// From one value to the next, ms.
    pub(crate) period_ms: i64,
}

/// What an expression is worth.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Worth {
    /// A number.
    Number(f64),
    /// A series.
    One(Series),
    /// Several, as of `METRICS()` or `SEARCH`.
    Many(Vec<Series>),
}

#[cfg(test)]
mod tests;
