//! A metric in the words that Prometheus and OpenTelemetry share.

use std::borrow::Cow;

/// What sort of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only grows while the process lives.
    Counter,
    /// Goes up and down.
    Gauge,
    /// A [`Spread`].
    Histogram,
}

/// What is measured of many things, told apart by labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// By Prometheus's conventions: a prefix, what it is, its unit; `_total` where it is a counter.
    pub name: &'static str,
    /// What it is, for a person.
    pub help: &'static str,
    /// What sort of number.
    pub kind: Kind,
    /// Names of the labels.
    pub labels: &'static [&'static str],
    /// Values of the labels, in their order, and what was measured.
    pub points: Vec<(Vec<Cow<'static, str>>, Value)>,
}

/// What was measured of one thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A whole number.
    Whole(u64),
    /// Another one.
    Real(f64),
    /// How many there were, by how large they were.
    Spread(Spread),
}

/// How many values there were, by how large they were.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Upper bounds, ascending; each belongs to what it bounds.
    pub bounds: &'static [f64],
    /// How many up to each bound, not counting those of the bounds before, and how many beyond the last one.
    pub counts: Vec<u64>,
    /// All values together.
    pub sum: f64,
}

impl Spread {
    /// How many values there were.
    pub fn count(&self) -> u64 {
        self.counts.iter().sum()
    }
}

impl Family {
    /// One without labels.
    pub(crate) fn single(name: &'static str, help: &'static str, kind: Kind, value: Value) -> Self {
        Self { name, help, kind, labels: &[], points: vec![(Vec::new(), value)] }
    }
}
