//! One line of the table: a figure, what it stands beside, and what is promised of it.

use crate::stats::Samples;
use serde_json::{Value, json};

/// How many parts of a row have a ratio of their own.
const PARTS: usize = 5;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Milliseconds.
    Ms,
    /// Things a second.
    PerSecond(&'static str),
    /// 2^20 bytes.
    MiB,
    /// 2^10 bytes.
    #[allow(dead_code, reason = "sections come and go")]
    KiB,
    /// Things.
    Count(&'static str),
}

impl Unit {
    /// As people write it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Ms => "ms".to_owned(),
            Self::PerSecond(what) => format!("{what}/s"),
            Self::MiB => "MiB".to_owned(),
            Self::KiB => "KiB".to_owned(),
            Self::Count(what) => what.to_owned(),
        }
    }
}

/// What of many samples is the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// The median.
    P50,
    /// The 99th percentile.
    P99,
    /// The largest.
    Max,
}

/// Samples, and what of them counts.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) samples: Samples,
    pub(crate) of: Of,
}

impl Figure {
    /// Their median.
    pub(crate) fn p50(samples: Samples) -> Self {
        Self { samples, of: Of::P50 }
    }

    /// Their 99th percentile.
    pub(crate) fn p99(samples: Samples) -> Self {
        Self { samples, of: Of::P99 }
    }

    /// The largest.
    pub(crate) fn max(samples: Samples) -> Self {
        Self { samples, of: Of::Max }
    }

    /// A single number.
    pub(crate) fn one(number: f64) -> Self {
        Self::p50(Samples::of(vec![number]))
    }

    /// The number itself; 0 where there are no samples.
    pub(crate) fn value(&self) -> f64 {
        of(&self.samples, self.of)
    }

    fn json(&self) -> Value {
        let name = match self.of {
            Of::P50 => "p50",
            Of::P99 => "p99",
            Of::Max => "max",
        };
        let mut json = self.samples.json();
        json["of"] = name.into();
        json["value"] = self.value().into();
        json
    }
}

fn of(samples: &Samples, of: Of) -> f64 {
    match of {
        Of::P50 => samples.p50(),
        Of::P99 => samples.p99(),
        Of::Max => samples.percentile(1.0),
    }
}

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::enum_variant_names, reason = "every bound has a direction")]
pub(crate) enum Target {
    /// At most so many times the baseline.
    AtMostTimes(f64),
    /// At least so many times the baseline.
    AtLeastTimes(f64),
    /// At most this, in the row's unit.
    AtMost(f64),
    /// At least this, in the row's unit.
    AtLeast(f64),
}

/// What has become of the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing was promised.
    NoTarget,
    /// There is no figure.
    NotMeasured,
    /// Kept.
    Holds,
    /// Not kept.
    Broken,
}

impl Verdict {
    /// For people.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NoTarget => "",
            Self::NotMeasured => "not measured",
            Self::Holds => "holds",
            Self::Broken => "NOT",
        }
    }
}

/// A figure beside its baseline; where both have as many samples, each was taken right after the one beside it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    pub(crate) unit: Unit,
    /// Or why there is none.
    pub(crate) ours: std::result::Result<Figure, String>,
    pub(crate) beside: Option<(String, Figure)>,
    pub(crate) target: Option<Target>,
}

impl Row {
    /// One without a baseline.
    pub(crate) fn new(what: &str, unit: Unit, ours: Figure) -> Self {
        Self { what: what.to_owned(), unit, ours: Ok(ours), beside: None, target: None }
    }

    /// One that could not be measured, and why.
    pub(crate) fn missing(what: &str, reason: impl Into<String>) -> Self {
        let ours = Err(reason.into());
        Self { what: what.to_owned(), unit: Unit::Ms, ours, beside: None, target: None }
    }

    /// Medians of latencies.
    pub(crate) fn latency(what: &str, samples: Samples, beside: &str, baseline: Samples) -> Self {
        Self::new(what, Unit::Ms, Figure::p50(samples)).beside(beside, Figure::p50(baseline))
    }

    /// The 99th percentile of a latency beside its own median.
    pub(crate) fn tail(what: &str, samples: &Samples) -> Self {
        let row = Self::new(&format!("{what}: p99"), Unit::Ms, Figure::p99(samples.clone()));
        row.beside("its own p50", Figure::p50(samples.clone()))
    }

    /// Medians of rounds of something a second, of which the baseline's came between.
    pub(crate) fn rate(
        what: &str,
        unit: &'static str,
        rounds: Vec<f64>,
        beside: &str,
        baseline: Vec<f64>,
    ) -> Self {
        let row = Self::new(what, Unit::PerSecond(unit), Figure::p50(Samples::of(rounds)));
        row.beside(beside, Figure::p50(Samples::of(baseline)))
    }

    /// An amount of memory, from kB.
    pub(crate) fn memory(what: &str, kb: u64, baseline: Option<(&str, u64)>) -> Self {
        let row = Self::new(what, Unit::MiB, Figure::one(mib(kb)));
        match baseline {
            Some((beside, kb)) => row.beside(beside, Figure::one(mib(kb))),
            None => row,
        }
    }

    /// How late something was at most, and how late it may be, both ms.
    pub(crate) fn lateness(what: &str, samples: Samples, bound_ms: f64) -> Self {
        Self::new(what, Unit::Ms, Figure::max(samples)).target(Target::AtMost(bound_ms))
    }

    /// Gives it a baseline in the same unit.
    pub(crate) fn beside(mut self, name: &str, baseline: Figure) -> Self {
        self.beside = Some((name.to_owned(), baseline));
        self
    }

    /// Says what is promised.
    pub(crate) fn target(mut self, target: Target) -> Self {
        self.target = Some(target);
        self
    }

    /// The figure by its baseline, where there are both.
    pub(crate) fn ratio(&self) -> Option<f64> {
        let (ours, (_, baseline)) = (self.ours.as_ref().ok()?, self.beside.as_ref()?);
        let (ours, baseline) = (ours.value(), baseline.value());
        (ours.is_finite() && baseline > 0.0).then(|| ours / baseline)
    }

    /// The least and the largest ratio of a part, where parts are worth looking at.
    pub(crate) fn spread(&self) -> Option<(f64, f64)> {
        let (ours, (_, baseline)) = (self.ours.as_ref().ok()?, self.beside.as_ref()?);
        let parts = ours.samples.parts(PARTS).into_iter().zip(baseline.samples.parts(PARTS));
        let ratios: Vec<f64> = parts
            .map(|(samples, other)| (of(&samples, ours.of), of(&other, baseline.of)))
            .filter(|(_, other)| *other > 0.0)
            .map(|(samples, other)| samples / other)
            .collect();
        let is_paired = ours.of == baseline.of && ours.samples.len() == baseline.samples.len();
        (is_paired && ratios.len() > 1).then(|| {
            ratios
                .iter()
                .fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), r| (least.min(*r), most.max(*r)))
        })
    }

    /// Whether what is promised is so.
    pub(crate) fn verdict(&self) -> Verdict {
        let ours = match &self.ours {
            Ok(ours) if ours.samples.len() > 0 => ours.value(),
            _ => return Verdict::NotMeasured,
        };
        let kept = match (self.target, self.ratio()) {
            (None, _) => return Verdict::NoTarget,
            (Some(Target::AtMost(bound)), _) => ours <= bound,
            (Some(Target::AtLeast(bound)), _) => ours >= bound,
            (Some(_), None) => return Verdict::NotMeasured,
            (Some(Target::AtMostTimes(bound)), Some(ratio)) => ratio <= bound,
            (Some(Target::AtLeastTimes(bound)), Some(ratio)) => ratio >= bound,
        };
        if kept { Verdict::Holds } else { Verdict::Broken }
    }

    /// For the JSON.
    pub(crate) fn json(&self, section: &str) -> Value {
        let target = self.target.map(|target| match target {
            Target::AtMostTimes(bound) => json!({ "at_most_times_baseline": bound }),
            Target::AtLeastTimes(bound) => json!({ "at_least_times_baseline": bound }),
            Target::AtMost(bound) => json!({ "at_most": bound }),
            Target::AtLeast(bound) => json!({ "at_least": bound }),
        });
        let holds = match self.verdict() {
            Verdict::Holds => Some(true),
            Verdict::Broken => Some(false),
            Verdict::NoTarget | Verdict::NotMeasured => None,
        };
        json!({
            "section": section, "what": self.what, "unit": self.unit.name(),
            "ours": self.ours.as_ref().ok().map(Figure::json), "not_measured": self.ours.as_ref().err(),
            "beside": self.beside.as_ref().map(|(name, _)| name),
            "baseline": self.beside.as_ref().map(|(_, figure)| figure.json()),
            "ratio": self.ratio(), "ratio_of_fifths": self.spread().map(|(least, most)| [least, most]),
            "target": target, "holds": holds,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mib(kb: u64) -> f64 {
    kb as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: f64, baseline: f64) -> Row {
        Row::new("x", Unit::Ms, Figure::one(ours)).beside("y", Figure::one(baseline))
    }

    #[test]
    fn verdicts() {
        for (row, verdict) in [
            (row(3.0, 10.0), Verdict::NoTarget),
            (row(3.0, 10.0).target(Target::AtMostTimes(0.3)), Verdict::Holds),
            (row(3.1, 10.0).target(Target::AtMostTimes(0.3)), Verdict::Broken),
            (row(5.0, 10.0).target(Target::AtLeastTimes(0.5)), Verdict::Holds),
            (row(4.9, 10.0).target(Target::AtLeastTimes(0.5)), Verdict::Broken),
            (row(50.0, 1.0).target(Target::AtMost(50.0)), Verdict::Holds),
            (row(50.1, 1.0).target(Target::AtMost(50.0)), Verdict::Broken),
            (row(500.0, 1.0).target(Target::AtLeast(500.0)), Verdict::Holds),
            (row(499.0, 1.0).target(Target::AtLeast(500.0)), Verdict::Broken),
            // Beside nothing there is no ratio.
            (row(1.0, 0.0).target(Target::AtMostTimes(2.0)), Verdict::NotMeasured),
            (
                Row::new("x", Unit::Ms, Figure::one(1.0)).target(Target::AtMostTimes(2.0)),
                Verdict::NotMeasured,
            ),
            (Row::missing("x", "no room").target(Target::AtMost(1.0)), Verdict::NotMeasured),
            (Row::lateness("x", Samples::default(), 50.0), Verdict::NotMeasured),
            (Row::lateness("x", Samples::of(vec![1.0, 51.0, 2.0]), 50.0), Verdict::Broken),
        ] {
            assert_eq!(row.verdict(), verdict, "{row:?}");
        }
    }

    #[test]
    fn a_tail_is_measured_by_its_own_median() {
        let mut samples: Vec<f64> = vec![10.0; 98];
        samples.extend([19.0, 40.0]);
        let row = Row::tail("cold", &Samples::of(samples)).target(Target::AtMostTimes(2.0));
        assert_eq!((row.ratio(), row.verdict()), (Some(1.9), Verdict::Holds));
    }

    #[test]
    fn the_ratios_of_parts() {
        let ours = Samples::of(vec![1.0, 1.0, 4.0, 4.0, 2.0]);
        let row = Row::latency("x", ours, "y", Samples::of(vec![2.0; 5]));
        assert_eq!(row.spread(), Some((0.5, 2.0)));
        assert_eq!(row.json("s")["ratio"], 1.0);
        assert_eq!(super::Row::memory("m", 2048, Some(("n", 1024))).ratio(), Some(2.0));
        let single = Row::new("x", Unit::Ms, Figure::one(1.0)).beside("y", Figure::one(1.0));
        assert_eq!(single.spread(), None);
    }
}
