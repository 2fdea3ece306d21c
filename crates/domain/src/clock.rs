//! Time as an argument: decisions take a `Timestamp`, only the edges read a clock.

use std::fmt;

/// Milliseconds since the Unix epoch, UTC. AWS's resolution for states and logs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// Where the time comes from; tests use one that they move themselves.
pub trait Clock: Send + Sync {
    /// The wall-clock time now.
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// A calendar date and time of day, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year, proleptic Gregorian.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
    /// Hour, 0 to 23.
    pub hour: u32,
    /// Minute, 0 to 59.
    pub minute: u32,
    /// Second, 0 to 59.
    pub second: u32,
    /// Millisecond, 0 to 999.
    pub milli: u32,
}

impl Timestamp {
    /// The UTC calendar form. Algorithm: days to civil date over 400-year eras, shifted to start in March.
    pub fn civil(self) -> Civil {
        let (days, ms) = (self.0.div_euclid(86_400_000), self.0.rem_euclid(86_400_000));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let small = |n: i64| u32::try_from(n).unwrap_or(0);
        Civil {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: small(month),
            day: small(day_of_year - (153 * march_month + 2) / 5 + 1),
            hour: small(ms / 3_600_000),
            minute: small(ms / 60_000 % 60),
            second: small(ms / 1_000 % 60),
            milli: small(ms % 1_000),
        }
    }

    /// Lambda's spelling of times in its own API: `2026-11-24T18:22:01.123+0000`.
    pub fn lambda_format(self) -> String {
        format!("{}+0000", self.date_time_millis())
    }

    /// The same without milliseconds, which some of its answers leave out: `2026-11-24T18:22:01+0000`.
    pub fn lambda_seconds(self) -> String {
        let Civil { year, month, day, hour, minute, second, .. } = self.civil();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+0000")
    }

    /// RFC 3339 with milliseconds: `2026-11-24T18:22:01.123Z`.
    pub fn rfc3339(self) -> String {
        format!("{}Z", self.date_time_millis())
    }

    /// The compact form of SigV4: `20261124T182201Z`.
    pub fn amz_date(self) -> String {
        let c = self.civil();
        format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second)
    }

    fn date_time_millis(self) -> String {
        let c = self.civil();
        let Civil { year, month, day, hour, minute, second, milli } = c;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}")
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
            (1_795_544_521_123, "2026-11-24T18:22:01.123Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Timestamp(ms).rfc3339(), text);
        }
        assert_eq!(Timestamp(1_795_544_521_123).amz_date(), "20261124T182201Z");
        assert_eq!(Timestamp(0).lambda_format(), "1970-01-01T00:00:00.000+0000");
        assert_eq!(Timestamp(1_795_544_521_123).lambda_seconds(), "2026-11-24T18:22:01+0000");
    }
}
