//! What is known of a metric's values in a time: how many, their sum, the least, the greatest, and how they are spread.

use crate::distribution::Distribution;

/// See the module's documentation. A count of 0 is nothing at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// `SampleCount`.
    pub count: f64,
    /// `Sum`.
    pub sum: f64,
    /// `Minimum`.
    pub min: f64,
    /// `Maximum`.
    pub max: f64,
    /// How values are spread, as far as that is known.
    pub spread: Distribution,
    /// Some were handed in as a set of statistics, of which nobody knows how it is spread.
    pub partial: bool,
}

/// Bounds of a trimmed statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// Percentiles, 0 to 100.
    Percent(f64, f64),
    /// Values; open where `None`.
    Values(Option<f64>, Option<f64>),
}

impl Statistics {
    /// One value.
    pub fn of(value: f64) -> Self {
        let mut one = Self::default();
        one.add(value, 1.0);
        one
    }

    /// A set that somebody else made, which has at least one value. Where all its values are the same, how they are spread
    /// is known.
    pub fn of_set(count: f64, sum: f64, min: f64, max: f64) -> Self {
        let mut set = Self { count, sum, min, max, ..Self::default() };
        if min.total_cmp(&max).is_eq() || count <= 1.0 {
            set.spread.add(max, count);
        } else {
            set.partial = true;
        }
        set
    }

    /// Takes a finite value in, `times` times.
    pub fn add(&mut self, value: f64, times: f64) {
        if self.count == 0.0 {
            (self.min, self.max) = (value, value);
        } else {
            self.min = self.min.min(value);
            self.max = self.max.max(value);
        }
        self.count += times;
        self.sum += value * times;
        self.spread.add(value, times);
    }

    /// Takes all of another in.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0.0 {
            return;
        }
        if self.count == 0.0 {
            (self.min, self.max) = (other.min, other.max);
        } else {
            self.min = self.min.min(other.min);
            self.max = self.max.max(other.max);
        }
        self.count += other.count;
        self.sum += other.sum;
        self.spread.merge(&other.spread);
        self.partial |= other.partial;
    }

    /// Nothing; the room is kept.
    pub fn clear(&mut self) {
        let mut spread = std::mem::take(&mut self.spread);
        spread.clear();
        *self = Self { spread, ..Self::default() };
    }

    /// `Average`.
    pub fn average(&self) -> f64 {
        if self.count == 0.0 { 0.0 } else { self.sum / self.count }
    }

    /// The value that so many percent (0 to 100) of the values do not exceed. `None` where nobody knows how they are spread.
    pub fn percentile(&self, percent: f64) -> Option<f64> {
        if self.partial || self.count <= 0.0 {
            return None;
        }
        let wanted = self.count * percent / 100.0;
        let mut passed = 0.0;
        for (value, times) in self.spread.values() {
            passed += times;
            if passed >= wanted {
                return Some(value.clamp(self.min, self.max));
            }
        }
        Some(self.max)
    }

    /// How many values are in a range, and their sum: those at a percentile's edge by the share that is inside.
    pub fn trimmed(&self, range: Range) -> Option<(f64, f64)> {
        if self.partial || self.count <= 0.0 {
            return None;
        }
        let (mut count, mut sum, mut passed) = (0.0, 0.0, 0.0);
        for (value, times) in self.spread.values() {
            let inside = match range {
                Range::Percent(low, high) => {
                    let (low, high) = (self.count * low / 100.0, self.count * high / 100.0);
                    ((passed + times).min(high) - passed.max(low)).max(0.0)
                }
                Range::Values(low, high) => {
                    let fits = low.is_none_or(|low| value >= low) && high.is_none_or(|high| value <= high);
                    if fits { times } else { 0.0 }
                }
            };
            passed += times;
            count += inside;
            sum += value.clamp(self.min, self.max) * inside;
        }
        Some((count, sum))
    }

    /// The mean where what is outside the range counts as its edge.
    pub fn winsorized(&self, range: Range) -> Option<f64> {
        let (count, sum) = self.trimmed(range)?;
        let (low, high) = match range {
            Range::Percent(low, high) => (self.percentile(low)?, self.percentile(high)?),
            Range::Values(low, high) => (low.unwrap_or(self.min), high.unwrap_or(self.max)),
        };
        let (below, above) = match range {
            Range::Percent(from, to) => (self.count * from / 100.0, self.count * (100.0 - to) / 100.0),
            Range::Values(from, to) => {
                let of = |range| self.trimmed(range).map_or(0.0, |(count, _)| count);
                let not_above = to.map_or(self.count, |to| of(Range::Values(None, Some(to))));
                let not_below = from.map_or(self.count, |from| of(Range::Values(Some(from), None)));
                (self.count - not_below, self.count - not_above)
            }
        };
        let all = count + below + above;
        (all > 0.0).then(|| (sum + below * low + above * high) / all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hundred() -> Statistics {
        let mut all = Statistics::default();
        (1..=100).for_each(|n| all.add(f64::from(n), 1.0));
        all
    }

    #[test]
    fn percentiles() {
        let all = hundred();
        for (percent, value) in
            [(0.0, 1.0), (1.0, 1.0), (50.0, 50.0), (90.0, 90.0), (99.9, 100.0), (100.0, 100.0)]
        {
            assert_eq!(all.percentile(percent), Some(value), "{percent}");
        }
        assert_eq!((all.count, all.sum, all.min, all.max, all.average()), (100.0, 5_050.0, 1.0, 100.0, 50.5));
        assert_eq!(Statistics::default().percentile(50.0), None);
    }

    #[test]
    fn sets_know_no_percentiles_unless_all_is_the_same() {
        assert_eq!(Statistics::of_set(5.0, 10.0, 1.0, 3.0).percentile(50.0), None);
        assert_eq!(Statistics::of_set(5.0, 15.0, 3.0, 3.0).percentile(50.0), Some(3.0));
        assert_eq!(Statistics::of_set(1.0, 7.0, 7.0, 7.0).percentile(99.0), Some(7.0));
        let mut all = hundred();
        all.merge(&Statistics::of_set(2.0, 300.0, 100.0, 200.0));
        assert_eq!((all.count, all.max, all.percentile(50.0)), (102.0, 200.0, None));
    }

    #[test]
    fn what_is_trimmed() {
        let all = hundred();
        assert_eq!(all.trimmed(Range::Percent(10.0, 90.0)), Some((80.0, 4_040.0)));
        assert_eq!(all.trimmed(Range::Values(Some(10.0), Some(20.0))), Some((11.0, 165.0)));
        assert_eq!(all.trimmed(Range::Values(None, Some(5.0))), Some((5.0, 15.0)));
        assert_eq!(all.winsorized(Range::Percent(0.0, 90.0)), Some((4_095.0 + 10.0 * 90.0) / 100.0));
        assert_eq!(all.winsorized(Range::Values(Some(11.0), None)), Some((4_995.0 + 10.0 * 11.0) / 100.0));
    }

    #[test]
    fn cleared_and_merged() {
        let mut all = hundred();
        all.clear();
        assert_eq!(all, Statistics::default());
        all.merge(&hundred());
        assert_eq!(all, hundred());
        all.merge(&Statistics::default());
        assert_eq!(all, hundred());
    }
}
