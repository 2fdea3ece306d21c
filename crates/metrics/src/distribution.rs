//! How values are spread, in little room: enough for percentiles.
//!
//! A value is kept rounded to a few binary digits, with how often it came. Whole numbers up to 256 stay as they are, any
//! other is at most 0.4 % off. Where values are so different that there are too many, one digit less is kept: half as
//! many, twice as far off.

/// Binary digits after the first one.
const DIGITS: u8 = 7;
/// Different values at most.
const MOST: usize = 256;
/// Binary digits of a double after the first one.
const MANTISSA: u8 = 52;

/// Values and how often each came, in ascending order.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    digits: u8,
    buckets: Vec<(i32, f64)>,
}

impl Default for Distribution {
    fn default() -> Self {
        Self { digits: DIGITS, buckets: Vec::new() }
    }
}

impl Distribution {
    /// Takes a value in, `times` times.
    pub fn add(&mut self, value: f64, times: f64) {
        self.add_key(key(value, self.digits), times);
    }

    /// Takes all of another in.
    pub fn merge(&mut self, other: &Self) {
        while self.digits > other.digits {
            self.coarsen();
        }
        for (key, times) in &other.buckets {
            // It may become coarser on the way.
            self.add_key(coarse(*key, other.digits - self.digits), *times);
        }
    }

    /// Without anything; the room is kept.
    pub fn clear(&mut self) {
        self.digits = DIGITS;
        self.buckets.clear();
    }

    /// Each value and how often it came, ascending.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = (f64, f64)> + '_ {
        self.buckets.iter().map(|(key, times)| (value(*key, self.digits), *times))
    }

    /// What is to be kept of it: the digits, and the buckets in ascending order.
    pub fn parts(&self) -> (u8, &[(i32, f64)]) {
        (self.digits, &self.buckets)
    }

    /// From what was kept; `None` where that is not one.
    pub fn of_parts(digits: u8, buckets: Vec<(i32, f64)>) -> Option<Self> {
        let ascends = buckets.windows(2).all(|pair| pair[0].0 < pair[1].0);
        (digits <= DIGITS && ascends && buckets.len() <= MOST).then_some(Self { digits, buckets })
    }

    fn add_key(&mut self, key: i32, times: f64) {
        match self.buckets.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => self.buckets[at].1 += times,
            Err(at) => {
                self.buckets.insert(at, (key, times));
                while self.buckets.len() > MOST {
                    self.coarsen();
                }
            }
        }
    }

    fn coarsen(&mut self) {
        // With no digit left there are as many buckets as powers of two: few enough, but for the rarest of values.
        let step = u8::from(self.digits > 0);
        let before = std::mem::take(&mut self.buckets);
        if step == 0 {
            self.buckets = halve(before);
            return;
        }
        self.digits -= 1;
        for (key, times) in before {
            let key = coarse(key, 1);
            match self.buckets.last_mut().filter(|(last, _)| *last == key) {
                Some((_, sum)) => *sum += times,
                None => self.buckets.push((key, times)),
            }
        }
    }
}

/// Neighbours become one.
fn halve(buckets: Vec<(i32, f64)>) -> Vec<(i32, f64)> {
    let sum = |pair: &[(i32, f64)]| (pair[0].0, pair.iter().map(|(_, times)| times).sum());
    buckets.chunks(2).map(sum).collect()
}

/// A value's place among those with so many digits.
fn key(value: f64, digits: u8) -> i32 {
    let shift = MANTISSA - digits.min(DIGITS);
    let magnitude = value.abs().to_bits();
    let rounded = (magnitude + (1 << (shift - 1))) >> shift;
    // At most 12 + 7 bits.
    let place = i32::try_from(rounded).unwrap_or(i32::MAX);
    if value < 0.0 { -place } else { place }
}

/// The place among those with fewer digits.
fn coarse(key: i32, fewer: u8) -> i32 {
    let mut place = key.unsigned_abs();
    for _ in 0..fewer {
        place = (place + 1) >> 1;
    }
    let place = i32::try_from(place).unwrap_or(i32::MAX);
    if key < 0 { -place } else { place }
}

fn value(key: i32, digits: u8) -> f64 {
    let shift = MANTISSA - digits.min(DIGITS);
    let magnitude = f64::from_bits(u64::from(key.unsigned_abs()) << shift);
    // The place after the largest number is no number.
    let magnitude = if magnitude.is_finite() { magnitude } else { f64::MAX };
    if key < 0 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_whole_numbers_are_exact() {
        let mut spread = Distribution::default();
        for n in -256..=256 {
            assert_eq!(value(key(f64::from(n), DIGITS), DIGITS), f64::from(n));
        }
        spread.add(0.0, 2.0);
        spread.add(-0.0, 1.0);
        assert_eq!(spread.values().collect::<Vec<_>>(), [(0.0, 3.0)]);
    }

    proptest! {
        #[test]
        fn a_value_is_hardly_off(given in prop_oneof![-1e9..1e9_f64, -1.0..1.0_f64]) {
            let kept = value(key(given, DIGITS), DIGITS);
            prop_assert!((kept - given).abs() <= given.abs() / 256.0);
        }

        #[test]
        fn nothing_is_lost_and_all_is_in_order(given in prop::collection::vec((-1e12..1e12_f64, 1..9_u8), 0..2_000)) {
            let (mut whole, mut halves) = (Distribution::default(), [Distribution::default(), Distribution::default()]);
            for (at, (value, times)) in given.iter().enumerate() {
                whole.add(*value, f64::from(*times));
                halves[at % 2].add(*value, f64::from(*times));
            }
            let [mut merged, other] = halves;
            merged.merge(&other);
            let total: f64 = given.iter().map(|(_, times)| f64::from(*times)).sum();
            for spread in [&whole, &merged] {
                let (digits, buckets) = spread.parts();
                prop_assert!(buckets.len() <= MOST);
                prop_assert_eq!(spread.values().map(|(_, times)| times).sum::<f64>(), total);
                prop_assert!(Distribution::of_parts(digits, buckets.to_vec()).is_some());
            }
        }
    }
}
