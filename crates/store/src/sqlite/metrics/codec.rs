//! Values of a metric as bytes. Pure.
//!
//! A number is one LEB128 number whose two lowest bits say what the rest is: a whole number, hundredths, or the bits of a
//! double that follow. Where all values are the same, that is all that is said of them beside their count. A pack has
//! its points' times as differences, and is deflated as a whole where that helps.

use crate::StoreError;
use crate::sqlite::varint::{put, take, unzigzag, zigzag};
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use metrics::{Distribution, Statistics};
use std::io::Read as _;

/// Decoded bytes of a pack at most.
const MOST: u64 = 8 << 20;
/// Encoded bytes below which nothing is compressed.
const WORTHWHILE: usize = 128;

const SAME: u8 = 1;
const PARTIAL: u8 = 2;

/// One point.
pub(super) fn encode(values: &Statistics) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(32);
    put_values(&mut bytes, values);
    bytes
}

/// Errors: `Corrupt`.
pub(super) fn decode(mut bytes: &[u8]) -> Result<Statistics, StoreError> {
    take_values(&mut bytes).filter(|_| bytes.is_empty()).ok_or_else(corrupt)
}

/// Points by their times, s, ascending, from a start on.
pub(super) fn pack<'p>(start: i64, points: impl Iterator<Item = (i64, &'p Statistics)>) -> Vec<u8> {
    let mut plain = vec![0];
    let mut last = start;
    for (at, values) in points {
        put(&mut plain, at.saturating_sub(last).cast_unsigned());
        last = at;
        put_values(&mut plain, values);
    }
    if plain.len() < WORTHWHILE {
        return plain;
    }
    let mut packed = vec![1];
    match DeflateEncoder::new(&plain[1..], Compression::default()).read_to_end(&mut packed) {
        Ok(_) if packed.len() < plain.len() => packed,
        // From memory to memory nothing fails.
        _ => plain,
    }
}

/// Errors: `Corrupt`.
pub(super) fn unpack(start: i64, data: &[u8]) -> Result<Vec<(i64, Statistics)>, StoreError> {
    let plain = match data.split_first() {
        Some((0, plain)) => plain.to_vec(),
        Some((1, packed)) => {
            let mut plain = Vec::new();
            DeflateDecoder::new(packed).take(MOST).read_to_end(&mut plain).map_err(|_| corrupt())?;
            plain
        }
        _ => return Err(corrupt()),
    };
    let (mut rest, mut at, mut points) = (plain.as_slice(), start, Vec::new());
    while !rest.is_empty() {
        let after = take(&mut rest).ok_or_else(corrupt)?;
        at = at.saturating_add(after.cast_signed());
        points.push((at, take_values(&mut rest).ok_or_else(corrupt)?));
    }
    Ok(points)
}

fn corrupt() -> StoreError {
    StoreError::Corrupt("values of a metric cannot be read".to_owned())
}

fn put_values(bytes: &mut Vec<u8>, values: &Statistics) {
    let Statistics { count, sum, min, max, spread, partial } = values;
    let same = min.total_cmp(max).is_eq() && (min * count).total_cmp(sum).is_eq() && !partial;
    bytes.push(if same { SAME } else { 0 } | if *partial { PARTIAL } else { 0 });
    put_number(bytes, *count);
    put_number(bytes, *min);
    if same {
        return;
    }
    put_number(bytes, *sum);
    put_number(bytes, *max);
    let (digits, buckets) = spread.parts();
    bytes.push(digits);
    put(bytes, buckets.len() as u64);
    let mut last = 0_i32;
    for (key, times) in buckets {
        put(bytes, zigzag(i64::from(*key) - i64::from(last)));
        last = *key;
        put_number(bytes, *times);
    }
}

fn take_values(data: &mut &[u8]) -> Option<Statistics> {
    let form = byte(data)?;
    let (count, min) = (take_number(data)?, take_number(data)?);
    if form & SAME != 0 {
        let mut values = Statistics { count, sum: min * count, min, max: min, ..Statistics::default() };
        values.spread.add(min, count);
        return Some(values);
    }
    let (sum, max) = (take_number(data)?, take_number(data)?);
    let digits = byte(data)?;
    let length = usize::try_from(take(data)?).ok()?;
    // Each bucket takes two bytes at least.
    if length > data.len() / 2 {
        return None;
    }
    let (mut buckets, mut last) = (Vec::with_capacity(length), 0_i64);
    for _ in 0..length {
        last = last.checked_add(unzigzag(take(data)?))?;
        buckets.push((i32::try_from(last).ok()?, take_number(data)?));
    }
    let spread = Distribution::of_parts(digits, buckets)?;
    Some(Statistics { count, sum, min, max, spread, partial: form & PARTIAL != 0 })
}

/// Up to here each whole number is a double.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn put_number(bytes: &mut Vec<u8>, number: f64) {
    let whole = |scale: f64| {
        let scaled = (number * scale).round();
        (scaled.abs() < EXACT && (scaled / scale).total_cmp(&number).is_eq()).then_some(scaled as i64)
    };
    if let Some(whole) = whole(1.0) {
        put(bytes, zigzag(whole) << 2);
    } else if let Some(hundredths) = whole(100.0) {
        put(bytes, zigzag(hundredths) << 2 | 1);
    } else {
        bytes.push(2);
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

fn take_number(data: &mut &[u8]) -> Option<f64> {
    let head = take(data)?;
    match head & 3 {
        0 => Some(unzigzag(head >> 2) as f64),
        1 => Some(unzigzag(head >> 2) as f64 / 100.0),
        _ => {
            let (bits, rest) = data.split_first_chunk::<8>()?;
            *data = rest;
            Some(f64::from_le_bytes(*bits)).filter(|number| number.is_finite())
        }
    }
}

fn byte(data: &mut &[u8]) -> Option<u8> {
    let (byte, rest) = data.split_first()?;
    *data = rest;
    Some(*byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_values() -> impl Strategy<Value = Statistics> {
        let value =
            prop_oneof![Just(1.0), -1e6..1e6_f64, (0..100_000_u32).prop_map(|n| f64::from(n) / 100.0)];
        let set = prop::option::of((2.0..9.0_f64, 0.0..5.0_f64));
        (prop::collection::vec((value, 1..5_u8), 1..40), set).prop_map(|(given, set)| {
            let mut values = Statistics::default();
            given.iter().for_each(|(value, times)| values.add(*value, f64::from(*times)));
            if let Some((count, sum)) = set {
                values.merge(&Statistics::of_set(count, sum, 0.0, 5.0));
            }
            values
        })
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(given in prop::collection::vec((0..100_i64, any_values()), 0..20)) {
            let mut at = 1_000;
            let points: Vec<_> = given.into_iter().map(|(after, values)| { at += after; (at, values) }).collect();
            for (_, values) in &points {
                prop_assert_eq!(&decode(&encode(values)).unwrap(), values);
            }
            let packed = pack(1_000, points.iter().map(|(at, values)| (*at, values)));
            prop_assert_eq!(unpack(1_000, &packed).unwrap(), points);
        }

        #[test]
        fn any_bytes_are_decoded_or_refused(data: Vec<u8>) {
            let _ = (decode(&data), unpack(0, &data));
        }
    }

    #[test]
    fn a_minute_of_a_function_takes_few_bytes() {
        let mut ones = Statistics::default();
        ones.add(1.0, 250.0);
        assert_eq!(encode(&ones).len(), 4);
        let mut durations = Statistics::default();
        (0..250).for_each(|n| durations.add(20.0 + f64::from(n % 10) * 0.31, 1.0));
        assert!(encode(&durations).len() < 60, "{}", encode(&durations).len());
    }
}
