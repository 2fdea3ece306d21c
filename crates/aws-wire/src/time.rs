//! Points in time as the protocols spell them.

use domain::Timestamp;

/// Milliseconds since the epoch of a UTC date and time; `None` where there is no such date.
pub(crate) fn from_civil(date: [i64; 3], time: [i64; 3], milli: i64) -> Option<Timestamp> {
    let ([year, month, day], [hour, minute, second]) = (date, time);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_in_month = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let good = (1..=days_in_month).contains(&day) && hour < 24 && minute < 60 && second < 60;
    if !good {
        return None;
    }
    // Days before the month in a year that starts in March, so that the leap day comes last.
    let shifted = if month > 2 { year } else { year - 1 };
    let leap_days = shifted.div_euclid(4) - shifted.div_euclid(100) + shifted.div_euclid(400);
    let days = 365 * shifted + leap_days + (153 * ((month + 9) % 12) + 2) / 5 + day - 719_469;
    Some(Timestamp((((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + milli))
}

/// Decimal digits at a range of the text.
pub(crate) fn digits(text: &str, range: std::ops::Range<usize>) -> Option<i64> {
    let digits = text.get(range)?;
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Epoch seconds of `2026-01-02T03:04:05Z`, with or without a fraction, or of a plain number.
pub fn parse(text: &str) -> Option<f64> {
    if let Ok(seconds) = text.parse::<f64>() {
        return seconds.is_finite().then_some(seconds);
    }
    let d = |range| digits(text, range);
    let rest = text.get(19..)?.strip_suffix('Z')?;
    let fraction = match rest.strip_prefix('.') {
        Some(digits) if !digits.is_empty() => format!("0.{digits}").parse::<f64>().ok()?,
        None if rest.is_empty() => 0.0,
        _ => return None,
    };
    let separators = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")];
    if separators.iter().any(|(at, sign)| text.get(*at..at + 1) != Some(sign)) {
        return None;
    }
    let at = from_civil([d(0..4)?, d(5..7)?, d(8..10)?], [d(11..13)?, d(14..16)?, d(17..19)?], 0)?;
    Some(at.0 as f64 / 1_000.0 + fraction)
}

/// `2026-01-02T03:04:05Z`, with milliseconds only where there are any.
pub(crate) fn iso8601(seconds: f64) -> String {
    let at = millis(seconds);
    let text = at.rfc3339();
    match at.0.rem_euclid(1_000) {
        0 => format!("{}Z", text.get(..19).unwrap_or_default()),
        _ => text,
    }
}

/// `Fri, 02 Jan 2026 03:04:05 GMT`.
pub(crate) fn http_date(seconds: f64) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = millis(seconds);
    let c = at.civil();
    let day = DAYS[usize::try_from(at.0.div_euclid(86_400_000).rem_euclid(7)).unwrap_or_default()];
    let month = MONTHS[(c.month as usize).saturating_sub(1) % 12];
    format!("{day}, {:02} {month} {:04} {:02}:{:02}:{:02} GMT", c.day, c.year, c.hour, c.minute, c.second)
}

fn millis(seconds: f64) -> Timestamp {
    // Saturates at the ends of what i64 holds.
    Timestamp((seconds * 1_000.0).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        assert_eq!(parse("2026-11-24T18:22:01Z"), Some(1_795_544_521.0));
        assert_eq!(parse("2026-11-24T18:22:01.5Z"), Some(1_795_544_521.5));
        assert_eq!(parse("1795544521"), Some(1_795_544_521.0));
        for bad in [
            "",
            "x",
            "NaN",
            "2026-02-30T00:00:00Z",
            "2026-11-24 18:22:01Z",
            "2026-11-24T18:22:01.Z",
            "ééééééééééé",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(iso8601(1_795_544_521.0), "2026-11-24T18:22:01Z");
        assert_eq!(iso8601(1_795_544_521.25), "2026-11-24T18:22:01.250Z");
        assert_eq!(http_date(1_795_544_521.0), "Tue, 24 Nov 2026 18:22:01 GMT");
        assert_eq!(http_date(0.0), "Thu, 01 Jan 1970 00:00:00 GMT");
    }
}
