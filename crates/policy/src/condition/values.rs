//! Numbers, dates, addresses and the like, as condition values spell them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use std::net::IpAddr;

/// A decimal number of at most 18 digits before and 18 behind the point, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decimal(i128);

const DIGITS: usize = 18;

impl Decimal {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let whole = if whole.len() > DIGITS { whole.trim_start_matches('0') } else { whole };
        let is_digits = |text: &str| text.len() <= DIGITS && text.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 && !unsigned.starts_with('0') {
            return None;
        }
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let digits = format!("0{whole}{fraction:0<DIGITS$}");
        digits.parse::<i128>().ok().map(|number| Self(sign * number))
    }
}

/// A point in time, nanoseconds since the epoch. `2026-11-24`, `2026-11-24T18:22Z`, `2026-11-24T18:22:01.5+01:00` (W3C's
/// profile of ISO 8601) or seconds since the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date(i128);

const SECOND: i128 = 1_000_000_000;

impl Date {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_number =
            text.strip_prefix('-').unwrap_or(text).bytes().all(|b| b.is_ascii_digit() || b == b'.');
        // A year alone is a number as well, and epoch seconds are what AWS documents.
        if is_number && !text.is_empty() {
            return Decimal::parse(text).map(|Decimal(scaled)| Self(scaled / SECOND));
        }
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let midnight = day(date)? * 86_400 * SECOND;
        Some(Self(midnight + time.map_or(Some(0), time_of_day)?))
    }
}

/// Days since the epoch of `2026-11-24` or `2026-11`.
fn day(text: &str) -> Option<i128> {
    let mut fields = text.split('-');
    let year = fields.next().filter(|year| year.len() == 4).and_then(number)?;
    let month = fields.next().and_then(two_digits)?;
    let day = fields.next().map_or(Some(1), two_digits)?;
    if fields.next().is_some() {
        return None;
    }
    // Days before the month in a year that starts in March, so that the leap day comes last.
    let shifted = if month > 2 { year } else { year - 1 };
    let leap_days = shifted.div_euclid(4) - shifted.div_euclid(100) + shifted.div_euclid(400);
    let days = 365 * shifted + leap_days + (153 * ((month + 9) % 12) + 2) / 5 + day - 719_469;
    // There and back again: a day that there is not comes back as another one.
    let back = Timestamp(days.checked_mul(86_400_000)?).civil();
    let exists = (back.year, i64::from(back.month), i64::from(back.day)) == (year, month, day);
    exists.then(|| i128::from(days))
}

/// Nanoseconds of `18:22`, `18:22:01` or `18:22:01.5`, with `Z`, `+01:00` or nothing behind, which is UTC.
fn time_of_day(text: &str) -> Option<i128> {
    let (time, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, "Z"),
    };
    let offset = match (offset.get(..1)?, offset.get(1..)?) {
        ("Z", "") => 0,
        ("+", zone) => minutes(zone)?,
        (_, zone) => -minutes(zone)?,
    };
    let (hours_minutes, seconds) = match time.match_indices(':').nth(1) {
        Some((at, _)) => (time.get(..at)?, time.get(at + 1..)?),
        None => (time, "00"),
    };
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let whole = two_digits(whole).filter(|second| *second < 60)?;
    if fraction.is_empty() || fraction.len() > 9 {
        return None;
    }
    let nanos = number(&format!("{fraction:0<9}"))?;
    Some(i128::from((minutes(hours_minutes)? - offset) * 60 + whole) * SECOND + i128::from(nanos))
}

/// Minutes of `18:22`.
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

fn two_digits(text: &str) -> Option<i64> {
    if text.len() == 2 { number(text) } else { None }
}

fn number(text: &str) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// A range of addresses, or one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Network {
    /// `203.0.113.0/24`, `2001:db8::/32`, or an address alone. Bits behind the prefix do not matter.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(number(prefix)?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Some(most), |prefix| u32::try_from(prefix).ok())?;
        (prefix <= most).then_some(Self { address, prefix })
    }

    pub(crate) fn contains(&self, other: IpAddr) -> bool {
        match (self.address, other) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                let shift = 32 - self.prefix;
                (a.to_bits() ^ b.to_bits()).checked_shr(shift).unwrap_or(0) == 0
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => {
                let shift = 128 - self.prefix;
                (a.to_bits() ^ b.to_bits()).checked_shr(shift).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

pub(crate) fn bool_of(text: &str) -> Option<bool> {
    match text {
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

pub(crate) fn bytes_of(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
