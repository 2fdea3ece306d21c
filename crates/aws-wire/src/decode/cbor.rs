//! CBOR bodies (RFC 8949): read once into the values that JSON has, then each member checked as one of JSON is.
//!
//! Bytes become base64 text, points in time (tag 1) epoch seconds. Depth and the number of values are limited here, size by
//! [`super::limits`]: nothing is allocated for what is only announced.

use super::{json, unreadable};
use crate::model::{ServiceModel, ShapeId};
use crate::service::ApiError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Number, Value};

/// Values nest no deeper.
const DEEPEST: usize = 32;
/// Values of a body at most, keys of maps included.
const MOST: usize = 400_000;

/// Members of a body, all of them in one map; an empty body is an empty map.
pub(super) fn members(
    model: &ServiceModel,
    input: Option<ShapeId>,
    body: &[u8],
) -> Result<Map<String, Value>, ApiError> {
    let given = if body.is_empty() { Value::Object(Map::new()) } else { read(body).map_err(unreadable)? };
    let Value::Object(given) = given else { return Err(unreadable("Unexpected field type")) };
    json::take_members(model, model.members(input), given)
}

/// One value and nothing after it. Numbers that are none (`NaN`, infinities) become text, which fits no member of a number.
pub fn read(body: &[u8]) -> Result<Value, &'static str> {
    let mut reader = Reader { rest: body, left: MOST };
    let value = reader.value(0)?;
    if reader.rest.is_empty() { Ok(value) } else { Err("There is something after the CBOR value") }
}

const CUT_OFF: &str = "The CBOR value is cut off";
const MALFORMED: &str = "The body is not CBOR";
const TOO_MUCH: &str = "The CBOR value has too many parts";
const TOO_DEEP: &str = "The CBOR value nests too deep";

struct Reader<'a> {
    rest: &'a [u8],
    /// Values that may still come.
    left: usize,
}

/// What comes first of a value: its major type, and its argument; `None` where its end is told by a break.
type Head = (u8, Option<u64>, u8);

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, &'static str> {
        if depth > DEEPEST {
            return Err(TOO_DEEP);
        }
        self.left = self.left.checked_sub(1).ok_or(TOO_MUCH)?;
        let (major, argument, detail) = self.head()?;
        match (major, argument) {
            (0, Some(n)) => Ok(Value::from(n)),
            (1, Some(n)) => {
                Ok(i64::try_from(n).map_or_else(|_| float(-1.0 - n as f64), |n| Value::from(-1 - n)))
            }
            (2, length) => self.string(2, length).map(|bytes| Value::String(BASE64.encode(bytes))),
            (3, length) => self.text(length).map(Value::String),
            (4, length) => {
                let mut items = Vec::new();
                while !self.ended(length, items.len())? {
                    items.push(self.value(depth + 1)?);
                }
                Ok(Value::Array(items))
            }
            (5, length) => {
                let (mut entries, mut read) = (Map::new(), 0);
                while !self.ended(length, read)? {
                    self.left = self.left.checked_sub(1).ok_or(TOO_MUCH)?;
                    let (3, length, _) = self.head()? else { return Err("A key of a map is not text") };
                    let key = self.text(length)?;
                    entries.insert(key, self.value(depth + 1)?);
                    read += 1;
                }
                Ok(Value::Object(entries))
            }
            // A tag says what the next value means; of those that Smithy knows only that of a time matters, and that is a
            // number anyway.
            (6, Some(_)) => self.value(depth + 1),
            (7, Some(bits)) => match detail {
                20 => Ok(Value::Bool(false)),
                21 => Ok(Value::Bool(true)),
                22 | 23 => Ok(Value::Null),
                25 => Ok(float(half(bits as u16))),
                26 => Ok(float(f64::from(f32::from_bits(bits as u32)))),
                27 => Ok(float(f64::from_bits(bits))),
                _ => Err(MALFORMED),
            },
            _ => Err(MALFORMED),
        }
    }

    fn head(&mut self) -> Result<Head, &'static str> {
        let first = self.take(1)?[0];
        let (major, detail) = (first >> 5, first & 0x1f);
        let argument = match detail {
            0..=23 => Some(u64::from(detail)),
            24..=27 => {
                let bytes = self.take(1 << (detail - 24))?;
                Some(bytes.iter().fold(0, |n, byte| n << 8 | u64::from(*byte)))
            }
            31 if matches!(major, 2..=5) => None,
            _ => return Err(MALFORMED),
        };
        Ok((major, argument, detail))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], &'static str> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(CUT_OFF)?;
        self.rest = rest;
        Ok(taken)
    }

    /// Whether a list or map has no more, after so many.
    fn ended(&mut self, length: Option<u64>, read: usize) -> Result<bool, &'static str> {
        match length {
            Some(length) => Ok(read as u64 >= length),
            None if self.rest.first() == Some(&0xff) => {
                self.take(1)?;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    fn text(&mut self, length: Option<u64>) -> Result<String, &'static str> {
        String::from_utf8(self.string(3, length)?).map_err(|_| "Text is not UTF-8")
    }

    fn string(&mut self, of: u8, length: Option<u64>) -> Result<Vec<u8>, &'static str> {
        if let Some(length) = length {
            return Ok(self.take(usize::try_from(length).map_err(|_| CUT_OFF)?)?.to_vec());
        }
        // In pieces, each with its length.
        let mut whole = Vec::new();
        while !self.ended(None, 0)? {
            self.left = self.left.checked_sub(1).ok_or(TOO_MUCH)?;
            let (major, Some(length), _) = self.head()? else { return Err(MALFORMED) };
            if major != of {
                return Err(MALFORMED);
            }
            whole.extend_from_slice(self.take(usize::try_from(length).map_err(|_| CUT_OFF)?)?);
        }
        Ok(whole)
    }
}

fn float(number: f64) -> Value {
    Number::from_f64(number).map_or_else(|| Value::String(number.to_string()), Value::Number)
}

/// A number of 16 bits.
fn half(bits: u16) -> f64 {
    let (exponent, mantissa) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => mantissa * 2_f64.powi(-24),
        31 if mantissa == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1_024.0 + mantissa) * 2_f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(hex: &str) -> Result<Value, &'static str> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        read(&digits.chunks(2).map(byte).collect::<Vec<_>>())
    }

    /// RFC 8949, appendix A.
    #[test]
    fn the_examples_of_the_standard() {
        for (hex, value) in [
            ("00", json!(0)),
            ("1864", json!(100)),
            ("1bffffffffffffffff", json!(18_446_744_073_709_551_615_u64)),
            ("20", json!(-1)),
            ("3903e7", json!(-1_000)),
            ("f93c00", json!(1.0)),
            ("f90001", json!(5.960_464_477_539_063e-8)),
            ("f9c400", json!(-4.0)),
            ("fa47c35000", json!(100_000.0)),
            ("fb3ff199999999999a", json!(1.1)),
            ("fb7ff8000000000000", json!("NaN")),
            ("f97c00", json!("inf")),
            ("f4", json!(false)),
            ("f6", json!(null)),
            ("c11a514b67b0", json!(1_363_896_240)),
            ("c1fb41d452d9ec200000", json!(1_363_896_240.5)),
            ("4401020304", json!("AQIDBA==")),
            ("62c3bc", json!("\u{fc}")),
            ("83010203", json!([1, 2, 3])),
            ("a26161016162820203", json!({"a": 1, "b": [2, 3]})),
            ("5f42010243030405ff", json!("AQIDBAU=")),
            ("7f657374726561646d696e67ff", json!("streaming")),
            ("9f018202039f0405ffff", json!([1, [2, 3], [4, 5]])),
            ("bf6346756ef563416d7421ff", json!({"Fun": true, "Amt": -2})),
        ] {
            assert_eq!(of(hex), Ok(value), "{hex}");
        }
    }

    #[test]
    fn what_is_refused() {
        for hex in [
            "", "18", "61", "62c3", "61ff", "8201", "a101", "a1016161", "ff", "1c", "f8ff", "5f6161ff",
            "9f01", "0000",
        ] {
            assert!(of(hex).is_err(), "{hex}");
        }
        assert_eq!(of(&"81".repeat(40)), Err(TOO_DEEP));
        assert_eq!(of(&"c1".repeat(400)), Err(TOO_DEEP));
        assert_eq!(of("9bffffffffffffffff01"), Err(CUT_OFF), "announced, and not allocated for");
        assert_eq!(of("5bffffffffffffffff01"), Err(CUT_OFF));
        let many = [vec![0x9f], vec![0; MOST], vec![0xff]].concat();
        assert_eq!(read(&many), Err(TOO_MUCH));
    }
}
