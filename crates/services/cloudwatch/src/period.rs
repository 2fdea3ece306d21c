//! Periods, and how times are rounded (API references of GetMetricData and GetMetricStatistics).

use crate::errors::{invalid, validation};
use aws_wire::ApiError;
use domain::Timestamp;

const DAY_MS: i64 = 86_400_000;

/// A period in ms, if it is one: 1, 5, 10, 20, 30 or a multiple of 60, in seconds.
pub(crate) fn period_ms(seconds: i32, parameter: &str) -> Result<i64, ApiError> {
    match seconds {
        1 | 5 | 10 | 20 | 30 => Ok(i64::from(seconds) * 1_000),
        _ if seconds >= 60 && seconds % 60 == 0 => Ok(i64::from(seconds) * 1_000),
        _ => {
            Err(invalid(format!("The parameter {parameter} must be 1, 5, 10, 20, 30, or a multiple of 60.")))
        }
    }
}

/// From where periods are counted: the start, rounded down to a second, minute, five minutes or hour, by how long ago
/// it is and how long a period is.
pub(crate) fn start(start: Timestamp, period_ms: i64, now: Timestamp) -> Timestamp {
    let age = now.0.saturating_sub(start.0);
    let unit = match () {
        () if age > 63 * DAY_MS => 3_600_000,
        () if age > 15 * DAY_MS => 300_000,
        () if period_ms < 60_000 => period_ms,
        () => 60_000,
    };
    Timestamp(start.0 - start.0.rem_euclid(unit))
}

/// A time range that has something in it.
/// Some three thousand years, ms: sums of such times stay in their range.
const FAR: i64 = 100_000_000_000_000;

pub(crate) fn range(start: Timestamp, end: Timestamp) -> Result<(), ApiError> {
    if start >= end {
        return Err(validation("The parameter StartTime must be less than the parameter EndTime."));
    }
    if start.0 < -FAR || end.0 > FAR {
        return Err(validation("The parameters StartTime and EndTime are no times."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods() {
        for good in [1, 5, 10, 20, 30, 60, 120, 3_600] {
            assert_eq!(period_ms(good, "Period").unwrap(), i64::from(good) * 1_000);
        }
        for bad in [-60, 0, 2, 15, 45, 61, 90] {
            assert_eq!(period_ms(bad, "Period").unwrap_err().code, "InvalidParameterValue");
        }
    }

    #[test]
    fn starts_are_rounded_down() {
        let now = Timestamp(100 * DAY_MS + 12_345);
        let of = |ago: i64, period: i64| now.0 - ago - start(Timestamp(now.0 - ago), period, now).0;
        assert_eq!(of(0, 60_000), 12_345);
        assert_eq!(of(0, 10_000), 2_345);
        assert_eq!(of(20 * DAY_MS, 60_000), 12_345);
        assert_eq!(of(20 * DAY_MS - 240_000, 1_000), 252_345);
        assert_eq!(of(70 * DAY_MS - 600_000, 1_000), 612_345);
    }
}
