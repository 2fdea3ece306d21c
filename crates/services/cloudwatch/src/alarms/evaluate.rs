//! What data say of an alarm. Pure.
//!
//! Two periods more than the alarm asks for are looked at: where enough of those have data, the newest of them count, and
//! only where they have not, what is missing is treated as was asked for (Amazon CloudWatch user guide, "Configuring how
//! CloudWatch alarms treat missing data").

/// Periods that are looked at beside those that the alarm asks for.
pub(crate) const SPARE: usize = 2;

/// How a value and a threshold are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    GreaterOrEqual,
    Greater,
    Less,
    LessOrEqual,
}

/// What a period without data is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Missing {
    /// `missing`: it says nothing; an alarm that has no data at all has insufficient data.
    #[default]
    Unknown,
    Ignore,
    Breaching,
    NotBreaching,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Condition {
    pub(crate) comparison: Comparison,
    pub(crate) threshold: f64,
    /// `EvaluationPeriods`.
    pub(crate) periods: usize,
    /// `DatapointsToAlarm`.
    pub(crate) to_alarm: usize,
    pub(crate) missing: Missing,
}

/// How the alarm should stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Ok,
    Alarm,
    Insufficient,
    /// As it does.
    Same,
}

impl Comparison {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "GreaterThanOrEqualToThreshold" => Self::GreaterOrEqual,
            "GreaterThanThreshold" => Self::Greater,
            "LessThanThreshold" => Self::Less,
            "LessThanOrEqualToThreshold" => Self::LessOrEqual,
            _ => return None,
        })
    }

    pub(crate) fn breaches(self, value: f64, threshold: f64) -> bool {
        match self {
            Self::GreaterOrEqual => value >= threshold,
            Self::Greater => value > threshold,
            Self::Less => value < threshold,
            Self::LessOrEqual => value <= threshold,
        }
    }

    /// As reasons say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::GreaterOrEqual => "greater than or equal to",
            Self::Greater => "greater than",
            Self::Less => "less than",
            Self::LessOrEqual => "less than or equal to",
        }
    }
}

impl Missing {
    pub(crate) fn parse(name: Option<&str>) -> Option<Self> {
        Some(match name {
            None | Some("missing") => Self::Unknown,
            Some("ignore") => Self::Ignore,
            Some("breaching") => Self::Breaching,
            Some("notBreaching") => Self::NotBreaching,
            _ => return None,
        })
    }
}

/// Decides by the values of periods, the newest last, `None` where one has none.
pub(crate) fn evaluate(values: &[Option<f64>], condition: &Condition) -> Verdict {
    let Condition { comparison, threshold, periods, to_alarm, missing } = *condition;
    let newest: Vec<f64> = values.iter().rev().filter_map(|value| *value).take(periods).collect();
    let breaching = newest.iter().filter(|value| comparison.breaches(**value, threshold)).count();
    let lacking = periods - newest.len();
    let by = |enough: bool| if enough { Verdict::Alarm } else { Verdict::Ok };
    match missing {
        _ if lacking == 0 || breaching >= to_alarm => by(breaching >= to_alarm),
        Missing::Breaching => by(breaching + lacking >= to_alarm),
        Missing::NotBreaching => Verdict::Ok,
        Missing::Ignore if breaching + lacking >= to_alarm => Verdict::Same,
        Missing::Ignore => Verdict::Ok,
        Missing::Unknown if newest.is_empty() => Verdict::Insufficient,
        // Before anybody knows better, all that is known says so.
        Missing::Unknown => by(breaching == newest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `X` breaches, `0` does not, `-` is missing; the newest last.
    fn of(values: &str, periods: usize, to_alarm: usize, missing: Missing) -> Verdict {
        let values: Vec<_> = values
            .chars()
            .map(|c| match c {
                'X' => Some(10.0),
                '0' => Some(0.0),
                _ => None,
            })
            .collect();
        let condition =
            Condition { comparison: Comparison::Greater, threshold: 5.0, periods, to_alarm, missing };
        evaluate(&values, &condition)
    }

    /// The table of the user guide for three of three, and some of M of N.
    #[test]
    fn missing_data() {
        use Verdict::{Alarm, Insufficient, Ok, Same};
        for (values, periods, to_alarm, missing, ignore, breaching, not_breaching) in [
            ("0-X-X", 3, 3, Ok, Ok, Ok, Ok),
            ("0----", 3, 3, Ok, Ok, Ok, Ok),
            ("-----", 3, 3, Insufficient, Same, Alarm, Ok),
            ("0XX-X", 3, 3, Alarm, Alarm, Alarm, Alarm),
            ("--X--", 3, 3, Alarm, Same, Alarm, Ok),
            ("0-X-X", 3, 2, Alarm, Alarm, Alarm, Alarm),
            ("00X-X", 3, 2, Alarm, Alarm, Alarm, Alarm),
            ("0-X--", 3, 2, Ok, Same, Alarm, Ok),
            ("----0", 3, 2, Ok, Same, Alarm, Ok),
            ("----X", 3, 2, Alarm, Same, Alarm, Ok),
            ("--X", 1, 1, Alarm, Alarm, Alarm, Alarm),
            ("X--", 1, 1, Alarm, Alarm, Alarm, Alarm),
            ("XX0", 1, 1, Ok, Ok, Ok, Ok),
        ] {
            for (how, wanted) in [
                (Missing::Unknown, missing),
                (Missing::Ignore, ignore),
                (Missing::Breaching, breaching),
                (Missing::NotBreaching, not_breaching),
            ] {
                assert_eq!(
                    of(values, periods, to_alarm, how),
                    wanted,
                    "{values} {to_alarm} of {periods} {how:?}"
                );
            }
        }
    }

    #[test]
    fn comparisons() {
        for (name, below, at, above) in [
            ("GreaterThanOrEqualToThreshold", false, true, true),
            ("GreaterThanThreshold", false, false, true),
            ("LessThanThreshold", true, false, false),
            ("LessThanOrEqualToThreshold", true, true, false),
        ] {
            let comparison = Comparison::parse(name).unwrap();
            let found = [1.0, 2.0, 3.0].map(|value| comparison.breaches(value, 2.0));
            assert_eq!(found, [below, at, above], "{name}");
        }
        assert_eq!(Comparison::parse("GreaterThanUpperThreshold"), None);
    }
}
