//! How a cost grows: the same figure for more and more of something, and the exponent that fits.

use crate::report::{Unit, shown};
use serde_json::{Value, json};
use std::fmt::Write;

/// From here on a cost is called worse than linear.
const LINEAR: f64 = 1.1;

/// A figure by how much there is of something.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// What was measured.
    pub(crate) what: String,
    pub(crate) unit: Unit,
    /// What there is more and more of.
    pub(crate) by: &'static str,
    points: Vec<(f64, f64)>,
    /// Why it ends where it does, if that is before what was wanted.
    pub(crate) cut: Option<String>,
}

impl Series {
    /// An empty one.
    pub(crate) fn new(what: &str, unit: Unit, by: &'static str) -> Self {
        Self { what: what.to_owned(), unit, by, points: Vec::new(), cut: None }
    }

    /// Adds the figure for so many.
    #[expect(clippy::cast_precision_loss, reason = "a few million")]
    pub(crate) fn add(&mut self, count: usize, figure: f64) {
        self.points.push((count as f64, figure));
    }

    /// The exponent `k` of `cost = c × count^k` that fits best: 0 where it does not grow, 1 where it grows in
    /// proportion. Of what is done a second, the cost is the time that one takes. Points at or below nothing are left out; `None`
    /// where fewer than two different counts are left.
    pub(crate) fn exponent(&self) -> Option<f64> {
        slope(&self.logs())
    }

    fn logs(&self) -> Vec<(f64, f64)> {
        let sign = if matches!(self.unit, Unit::PerSecond(_)) { -1.0 } else { 1.0 };
        let points = self.points.iter().filter(|(n, y)| *n > 0.0 && *y > 0.0);
        points.map(|(n, y)| (n.ln(), sign * y.ln())).collect()
    }

    /// The same of the last two points alone: where a cost that is there anyway no longer hides what grows.
    pub(crate) fn exponent_at_the_end(&self) -> Option<f64> {
        self.logs().last_chunk::<2>().and_then(|last| slope(last))
    }

    /// What each one more costs at the end: the slope between the first and the last point.
    pub(crate) fn each(&self) -> Option<f64> {
        let ((first, at_first), (last, at_last)) = (self.points.first()?, self.points.last()?);
        (last > first).then(|| (at_last - at_first) / (last - first))
    }

    /// In words.
    pub(crate) fn verdict(&self) -> &'static str {
        match self.exponent().zip(self.exponent_at_the_end()).map(|(all, end)| all.max(end)) {
            None => "",
            Some(k) if k > LINEAR => "worse than linear",
            Some(k) if k > 0.9 => "linear",
            Some(k) if k > 0.15 => "less than linear",
            Some(_) => "does not grow",
        }
    }

    /// A small table.
    pub(crate) fn table(&self) -> String {
        let mut text = format!("{}, {}, by {}:\n ", self.what, self.unit.name(), self.by);
        for (count, figure) in &self.points {
            let _ = write!(text, " {count:>10}: {:>9}", shown(*figure));
        }
        match self.exponent().zip(self.exponent_at_the_end()) {
            Some((all, end)) => {
                let _ = write!(text, "   exponent {all:.2}, at the end {end:.2}: {}", self.verdict());
            }
            None => text.push_str("   too few points for an exponent"),
        }
        if let Some(each) = self.each() {
            let _ = write!(text, "; each one more {each:.2e}");
        }
        if let Some(cut) = &self.cut {
            let _ = write!(text, "\n  ends here: {cut}");
        }
        text
    }

    /// For the JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "what": self.what, "unit": self.unit.name(), "by": self.by, "points": self.points,
            "exponent": self.exponent(), "exponent_at_the_end": self.exponent_at_the_end(), "each_one_more": self.each(), "verdict": self.verdict(), "cut": self.cut,
        })
    }
}

/// By least squares; `None` where all are above each other.
fn slope(points: &[(f64, f64)]) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let wide: f64 = points.iter().map(|p| (p.0 - x).powi(2)).sum();
    let high: f64 = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    (points.len() > 1 && wide > 1e-12).then(|| high / wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(figure: impl Fn(f64) -> f64) -> Series {
        let mut series = Series::new("x", Unit::Ms, "functions");
        for (count, n) in [(1, 1.0), (10, 10.0), (100, 100.0), (1_000, 1_000.0)] {
            series.add(count, figure(n));
        }
        series
    }

    #[test]
    fn exponents() {
        for (series, exponent, words) in [
            (series(|_| 5.0), 0.0, "does not grow"),
            (series(|n| 3.0 * n), 1.0, "linear"),
            (series(|n| 0.1 * n * n), 2.0, "worse than linear"),
            (series(|n| 7.0 * n.sqrt()), 0.5, "less than linear"),
        ] {
            let fitted = series.exponent().unwrap();
            assert!((fitted - exponent).abs() < 1e-9, "{fitted}");
            assert_eq!(series.verdict(), words);
            assert!(series.table().contains(words));
        }
    }

    #[test]
    fn a_rate_that_falls_is_a_cost_that_grows() {
        let mut rate = Series::new("x", Unit::PerSecond("events"), "events");
        for (count, each) in [(10, 100.0), (100, 10.0), (1_000, 1.0)] {
            rate.add(count, each);
        }
        assert_eq!(rate.verdict(), "linear");
    }

    #[test]
    fn what_is_there_anyway_does_not_hide_what_grows() {
        let slow = series(|n| 100.0 + n * n / 1_000.0);
        assert!(slow.exponent().unwrap() < 0.5);
        assert!((slow.exponent_at_the_end().unwrap() - (1_100.0_f64 / 110.0).log10()).abs() < 1e-9);
        let steep = series(|n| 1_000.0 + n.powi(3) / 1_000.0);
        assert_eq!(steep.verdict(), "worse than linear");
    }

    #[test]
    fn points_that_have_no_logarithm_are_left_out() {
        let mut events = Series::new("x", Unit::Ms, "events");
        events.add(0, 3.0);
        assert_eq!((events.exponent(), events.each()), (None, None));
        events.add(10, 3.0);
        assert_eq!(events.exponent(), None);
        events.add(1_000, 300.0);
        assert!((events.exponent().unwrap() - 1.0).abs() < 1e-9);
        assert_eq!(events.json()["points"][0][1], 3.0);
    }
}
