//! Values of fields and expressions.

use domain::Timestamp;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A field that is not there, or what came of one.
    Missing,
    /// A number, finite.
    Number(f64),
    /// Milliseconds since the epoch, shown as a date.
    Time(i64),
    /// A text.
    Text(String),
    /// What comparisons give.
    Bool(bool),
}

impl Value {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Time(ms) => Some(*ms as f64),
            Self::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
            Self::Missing | Self::Bool(_) => None,
        }
    }

    pub(super) fn of(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Missing }
    }

    pub(super) fn is_true(&self) -> bool {
        match self {
            Self::Bool(yes) => *yes,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => text == "true" || text == "1",
            Self::Missing | Self::Time(_) => false,
        }
    }

    /// As functions on texts see it; `None` where there is nothing.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Time(ms) => Some(Cow::Owned(ms.to_string())),
            Self::Number(_) | Self::Bool(_) => self.shown().map(Cow::Owned),
        }
    }

    /// As it stands in a result.
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(text.clone()),
            Self::Bool(yes) => Some(if *yes { "1" } else { "0" }.to_owned()),
            Self::Time(ms) => {
                let text = Timestamp(*ms).rfc3339();
                let millis = ms.rem_euclid(1_000);
                Some(format!("{}.{millis:03}", text.get(..19).unwrap_or(&text).replace('T', " ")))
            }
            Self::Number(number) => Some(written(*number)),
        }
    }

    /// Bytes that it takes, roughly.
    pub(super) fn weight(&self) -> usize {
        size_of::<Self>() + if let Self::Text(text) = self { text.len() } else { 0 }
    }

    /// Whether two are the same to `=`; numbers by their values, also where they are written as texts.
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Missing, _) | (_, Self::Missing) => false,
            (Self::Text(a), Self::Text(b)) => a == b,
            _ => self.against(other) == Some(Ordering::Equal),
        }
    }

    /// How two compare; not at all where one of them is missing.
    pub(super) fn against(&self, other: &Self) -> Option<Ordering> {
        if let (Some(a), Some(b)) = (self.number(), other.number()) {
            return a.partial_cmp(&b);
        }
        Some(self.text()?.cmp(&other.text()?))
    }

    /// The order of `sort`: texts before numbers, and what is missing at the end.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let class = |value: &Self| match (value, value.number()) {
            (Self::Missing, _) => 2,
            (_, None) => 0,
            (_, Some(_)) => 1,
        };
        let by_value = || self.against(other).unwrap_or(Ordering::Equal);
        class(self).cmp(&class(other)).then_with(by_value)
    }
}

/// Whole numbers without a point, others with four digits behind it at most.
fn written(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
