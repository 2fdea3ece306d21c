//! Metrics, and what is said of one at a moment.

use crate::statistics::Statistics;
use crate::unit::Unit;
use domain::{Scope, Timestamp};
use std::sync::Arc;

/// Names and values of dimensions, by name, each name once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dimensions(Arc<[(Arc<str>, Arc<str>)]>);

impl Dimensions {
    /// In any order; of a name that comes twice, the first counts.
    pub fn new(pairs: impl IntoIterator<Item = (Arc<str>, Arc<str>)>) -> Self {
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by(|a, b| a.0.cmp(&b.0));
        pairs.dedup_by(|b, a| a.0 == b.0);
        Self(pairs.into())
    }

    /// By name.
    pub fn pairs(&self) -> &[(Arc<str>, Arc<str>)] {
        &self.0
    }

    /// The value of a dimension.
    pub fn get(&self, name: &str) -> Option<&Arc<str>> {
        self.0.iter().find(|(known, _)| **known == *name).map(|(_, value)| value)
    }
}

/// A metric: data of one never mix with those of another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MetricId {
    /// Account and region.
    pub scope: Scope,
    /// Such as `AWS/Lambda`.
    pub namespace: Arc<str>,
    /// Such as `Duration`.
    pub name: Arc<str>,
    /// Whose.
    pub dimensions: Dimensions,
}

/// How finely a metric is kept, at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resolution {
    /// By the second: high resolution.
    Second,
    /// By the minute.
    #[default]
    Minute,
}

impl Resolution {
    /// Its length, ms.
    pub fn ms(self) -> i64 {
        match self {
            Self::Second => 1_000,
            Self::Minute => 60_000,
        }
    }

    /// The second or minute that a moment is in.
    pub fn floor(self, at: Timestamp) -> Timestamp {
        Timestamp(at.0 - at.0.rem_euclid(self.ms()))
    }
}

/// What is said of a metric at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The metric.
    pub id: MetricId,
    /// Of the values.
    pub unit: Unit,
    /// How finely it is to be kept.
    pub resolution: Resolution,
    /// When.
    pub at: Timestamp,
    /// The values.
    pub values: Statistics,
}
