//! What `stats` adds up. Percentiles are within one percent; what is distinct is told apart by 64 bits.

use super::value::Value;
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Two values whose quotient is below it share a bucket.
const RATIO: f64 = 1.01;
/// Magnitudes below are zero.
const SMALLEST: f64 = 1e-9;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
    Pct(f64),
    Stddev,
    Earliest,
    Latest,
    SortsFirst,
    SortsLast,
}

impl Kind {
    /// By its name, in any case; a percentile's number is added by who reads it.
    pub(super) fn find(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "count" => Self::Count,
            "count_distinct" => Self::CountDistinct,
            "sum" => Self::Sum,
            "avg" => Self::Avg,
            "min" => Self::Min,
            "max" => Self::Max,
            "pct" | "percentile" => Self::Pct(50.0),
            "median" => Self::Pct(50.0),
            "stddev" => Self::Stddev,
            "earliest" => Self::Earliest,
            "latest" => Self::Latest,
            "sortsfirst" => Self::SortsFirst,
            "sortslast" => Self::SortsLast,
            _ => return None,
        })
    }
}

/// What was added up so far.
#[derive(Debug)]
pub(super) struct State {
    kind: Kind,
    count: u64,
    sum: f64,
    /// The mean, and the sum of squared distances to it.
    spread: (f64, f64),
    best: Option<(i64, Value)>,
    seen: HashSet<u64>,
    buckets: BTreeMap<i32, u64>,
}

impl State {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            count: 0,
            sum: 0.0,
            spread: (0.0, 0.0),
            best: None,
            seen: HashSet::new(),
            buckets: BTreeMap::new(),
        }
    }

    /// Adds a value of an event; `None` where the event itself counts. Returns how many bytes it takes more.
    pub(super) fn add(&mut self, value: Option<Value>, at: i64) -> usize {
        let Some(value) = value else {
            self.count += 1;
            return 0;
        };
        if value == Value::Missing {
            return 0;
        }
        match self.kind {
            Kind::Count => self.count += 1,
            Kind::CountDistinct => {
                let mut hasher = DefaultHasher::new();
                value.shown().hash(&mut hasher);
                return if self.seen.insert(hasher.finish()) { 2 * size_of::<u64>() } else { 0 };
            }
            Kind::Earliest => return self.keep(value, at, |(now, _), (then, _)| now < then),
            Kind::Latest => return self.keep(value, at, |(now, _), (then, _)| now >= then),
            Kind::SortsFirst => return self.keep(value, at, |(_, a), (_, b)| a.rank(b).is_lt()),
            Kind::SortsLast => return self.keep(value, at, |(_, a), (_, b)| a.rank(b).is_gt()),
            Kind::Min if value.number().is_none() => {
                return self.keep(value, at, |(_, a), (_, b)| a.rank(b).is_lt());
            }
            Kind::Max if value.number().is_none() => {
                return self.keep(value, at, |(_, a), (_, b)| a.rank(b).is_gt());
            }
            Kind::Min => return self.keep(value, at, |(_, a), (_, b)| a.number() < b.number()),
            Kind::Max => return self.keep(value, at, |(_, a), (_, b)| a.number() > b.number()),
            Kind::Sum | Kind::Avg | Kind::Stddev | Kind::Pct(_) => {
                let Some(number) = value.number() else { return 0 };
                self.count += 1;
                self.sum += number;
                let away = number - self.spread.0;
                self.spread.0 += away / self.count as f64;
                self.spread.1 += away * (number - self.spread.0);
                if matches!(self.kind, Kind::Pct(_)) {
                    let mut added = 0;
                    let bucket = self.buckets.entry(bucket(number)).or_insert_with(|| {
                        added = 32;
                        0
                    });
                    *bucket += 1;
                    return added;
                }
            }
        }
        0
    }

    fn keep(&mut self, value: Value, at: i64, better: fn(&(i64, Value), &(i64, Value)) -> bool) -> usize {
        let new = (at, value);
        if self.best.as_ref().is_some_and(|best| !better(&new, best)) {
            return 0;
        }
        let weight = |best: &(i64, Value)| best.1.weight();
        let added = weight(&new).saturating_sub(self.best.as_ref().map_or(0, weight));
        self.best = Some(new);
        added
    }

    pub(super) fn result(&self) -> Value {
        let some = |number: f64| if self.count == 0 { Value::Missing } else { Value::of(number) };
        match self.kind {
            Kind::Count => Value::Number(self.count as f64),
            Kind::CountDistinct => Value::Number(self.seen.len() as f64),
            Kind::Sum => some(self.sum),
            Kind::Avg => some(self.sum / self.count as f64),
            Kind::Stddev => some((self.spread.1 / self.count as f64).sqrt()),
            Kind::Pct(wanted) => self.percentile(wanted),
            Kind::Earliest | Kind::Latest | Kind::SortsFirst | Kind::SortsLast | Kind::Min | Kind::Max => {
                self.best.as_ref().map_or(Value::Missing, |(_, value)| value.clone())
            }
        }
    }

    fn percentile(&self, wanted: f64) -> Value {
        let rank = (wanted / 100.0 * self.count as f64).ceil().max(1.0) as u64;
        let mut passed = 0;
        for (at, count) in &self.buckets {
            passed += count;
            if passed >= rank {
                return Value::of(middle(*at));
            }
        }
        Value::Missing
    }
}

/// Magnitudes by their logarithm; negative ones below zero, and zero between.
fn bucket(number: f64) -> i32 {
    let magnitude = number.abs();
    if magnitude < SMALLEST {
        return 0;
    }
    let place = 1 + ((magnitude / SMALLEST).ln() / RATIO.ln()).floor() as i32;
    if number < 0.0 { -place } else { place }
}

fn middle(bucket: i32) -> f64 {
    if bucket == 0 {
        return 0.0;
    }
    let magnitude = SMALLEST * RATIO.powf(f64::from(bucket.abs() - 1) + 0.5);
    if bucket < 0 { -magnitude } else { magnitude }
}
