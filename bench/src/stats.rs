//! Numbers about numbers.

use serde_json::{Value, json};
use std::time::Duration;

/// Samples of one thing in the order in which they were taken: milliseconds, or something a second.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    /// These.
    pub(crate) fn of(numbers: Vec<f64>) -> Self {
        Self(numbers)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[f64] {
        &self.0
    }

    /// So many parts of it, one after another; fewer where there are not as many samples.
    pub(crate) fn parts(&self, count: usize) -> Vec<Self> {
        let size = self.0.len().div_ceil(count).max(1);
        self.0.chunks(size).map(|part| Self(part.to_vec())).collect()
    }

    /// Adds one.
    pub(crate) fn add(&mut self, sample: Duration) {
        self.0.push(sample.as_secs_f64() * 1e3);
    }

    /// The value that a share `p` of all samples does not exceed, 0 where there is none. `p` is from 0 to 1.
    pub(crate) fn percentile(&self, p: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        // Sample counts are small enough for any float.
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small"
        )]
        let rank = (p * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or(0.0)
    }

    /// Half are faster.
    pub(crate) fn p50(&self) -> f64 {
        self.percentile(0.5)
    }

    /// One in a hundred is slower.
    pub(crate) fn p99(&self) -> f64 {
        self.percentile(0.99)
    }

    /// For the JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "samples": self.0.len(), "p50": self.p50(), "p90": self.percentile(0.9), "p99": self.p99(),
            "min": self.percentile(0.0), "max": self.percentile(1.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles() {
        let mut samples = Samples::default();
        assert_eq!(samples.p50(), 0.0);
        for ms in (1..=100).rev() {
            samples.add(Duration::from_millis(ms));
        }
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(samples.p50(), 50.0) && near(samples.p99(), 99.0));
        let sizes: Vec<_> = samples.parts(3).iter().map(Samples::len).collect();
        assert_eq!(sizes, [34, 34, 32]);
        assert!(near(samples.percentile(0.0), 1.0) && near(samples.percentile(1.0), 100.0));
    }
}
