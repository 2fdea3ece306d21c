//! Statistics by name (Amazon CloudWatch user guide, "CloudWatch statistics definitions").

use metrics::{Range, Statistics};

/// What is made of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stat {
    Count,
    Average,
    Sum,
    Minimum,
    Maximum,
    /// `p99`.
    Percentile(f64),
    /// `tm`.
    TrimmedMean(Range),
    /// `tc`.
    TrimmedCount(Range),
    /// `ts`.
    TrimmedSum(Range),
    /// `wm`.
    Winsorized(Range),
    /// `PR`: the share of values in a range, percent.
    Rank(Range),
}

impl Stat {
    /// The statistic of that name, if there is one.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "SampleCount" => return Some(Self::Count),
            "Average" => return Some(Self::Average),
            "Sum" => return Some(Self::Sum),
            "Minimum" => return Some(Self::Minimum),
            "Maximum" => return Some(Self::Maximum),
            "IQM" | "iqm" => return Some(Self::TrimmedMean(Range::Percent(25.0, 75.0))),
            _ => {}
        }
        if let Some(percent) =
            name.strip_prefix('p').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        {
            return percentage(percent).map(Self::Percentile);
        }
        let (kind, of) = name.split_at_checked(2)?;
        let kind = kind.to_ascii_lowercase();
        let range = match of.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => range(inner)?,
            // `tm90` is from the least to 90 percent.
            None if kind != "pr" => Range::Percent(0.0, percentage(of)?),
            None => return None,
        };
        match kind.as_str() {
            "tm" => Some(Self::TrimmedMean(range)),
            "tc" => Some(Self::TrimmedCount(range)),
            "ts" => Some(Self::TrimmedSum(range)),
            "wm" => Some(Self::Winsorized(range)),
            "pr" if matches!(range, Range::Values(..)) => Some(Self::Rank(range)),
            _ => None,
        }
    }

    /// Whether the API calls it an extended one.
    pub(crate) fn is_extended(self) -> bool {
        !matches!(self, Self::Count | Self::Average | Self::Sum | Self::Minimum | Self::Maximum)
    }

    /// Of values that there are; `None` where it cannot be known.
    pub(crate) fn of(self, values: &Statistics) -> Option<f64> {
        match self {
            Self::Count => Some(values.count),
            Self::Average => Some(values.average()),
            Self::Sum => Some(values.sum),
            Self::Minimum => Some(values.min),
            Self::Maximum => Some(values.max),
            Self::Percentile(percent) => values.percentile(percent),
            Self::TrimmedMean(range) => {
                values.trimmed(range).filter(|(count, _)| *count > 0.0).map(|(count, sum)| sum / count)
            }
            Self::TrimmedCount(range) => values.trimmed(range).map(|(count, _)| count),
            Self::TrimmedSum(range) => values.trimmed(range).map(|(_, sum)| sum),
            Self::Winsorized(range) => values.winsorized(range),
            Self::Rank(range) => values.trimmed(range).map(|(count, _)| 100.0 * count / values.count),
        }
    }
}

fn percentage(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.len() <= 16;
    text.parse().ok().filter(|percent: &f64| plain && (0.0..=100.0).contains(percent))
}

/// `10%:90%`, `80:500`, `:0.5`, `5%:`.
fn range(text: &str) -> Option<Range> {
    let (low, high) = text.split_once(':')?;
    if low.is_empty() && high.is_empty() {
        return None;
    }
    let in_percent = |bound: &str| bound.is_empty() || bound.ends_with('%');
    if in_percent(low) && in_percent(high) {
        let bound = |text: &str, open: f64| match text.strip_suffix('%') {
            Some(text) => percentage(text),
            None => Some(open),
        };
        let (low, high) = (bound(low, 0.0)?, bound(high, 100.0)?);
        return (low < high).then_some(Range::Percent(low, high));
    }
    let bound = |text: &str| match text {
        "" => Some(None),
        text => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Some),
    };
    Some(Range::Values(bound(low)?, bound(high)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values() {
        let mut values = Statistics::default();
        (1..=100).for_each(|n| values.add(f64::from(n), 1.0));
        for (name, value) in [
            ("SampleCount", 100.0),
            ("Average", 50.5),
            ("Sum", 5_050.0),
            ("Minimum", 1.0),
            ("Maximum", 100.0),
            ("p0", 1.0),
            ("p50", 50.0),
            ("p99.9", 100.0),
            ("tm90", 45.5),
            ("tm(10%:90%)", 50.5),
            ("TM(:50%)", 25.5),
            ("tc(80:500)", 21.0),
            ("ts(:3)", 6.0),
            ("IQM", 50.5),
            ("PR(:20)", 20.0),
            ("wm(0%:100%)", 50.5),
        ] {
            let stat = Stat::parse(name).unwrap();
            assert_eq!(stat.of(&values), Some(value), "{name}");
            assert_eq!(stat.is_extended(), !name.starts_with(|c: char| "SAM".contains(c)), "{name}");
        }
        for bad in [
            "",
            "p",
            "p101",
            "p-1",
            "pfoo",
            "average",
            "tm",
            "tm(",
            "tm(:)",
            "tm(90%:10%)",
            "xx(1:2)",
            "PR(1%:2%)",
            "pr90",
            "ü",
        ] {
            assert_eq!(Stat::parse(bad), None, "{bad}");
        }
    }
}
