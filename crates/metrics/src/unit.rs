//! CloudWatch's units.

use std::fmt;

/// `StandardUnit` of the service model; data of different units are different data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit(u8);

/// In an order that never changes: their places are what is kept.
const NAMES: [&str; 27] = [
    "None",
    "Seconds",
    "Microseconds",
    "Milliseconds",
    "Bytes",
    "Kilobytes",
    "Megabytes",
    "Gigabytes",
    "Terabytes",
    "Bits",
    "Kilobits",
    "Megabits",
    "Gigabits",
    "Terabits",
    "Percent",
    "Count",
    "Bytes/Second",
    "Kilobytes/Second",
    "Megabytes/Second",
    "Gigabytes/Second",
    "Terabytes/Second",
    "Bits/Second",
    "Kilobits/Second",
    "Megabits/Second",
    "Gigabits/Second",
    "Terabits/Second",
    "Count/Second",
];

impl Unit {
    /// Where none is given.
    pub const NONE: Self = Self(0);
    /// `Milliseconds`.
    pub const MILLISECONDS: Self = Self(3);
    /// `Count`.
    pub const COUNT: Self = Self(15);

    /// The unit that CloudWatch calls so.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().position(|known| *known == name).and_then(|at| u8::try_from(at).ok()).map(Self)
    }

    /// CloudWatch's name for it.
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("None")
    }

    /// Its number, which never changes.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The unit of that number.
    pub fn numbered(number: u8) -> Option<Self> {
        (usize::from(number) < NAMES.len()).then_some(Self(number))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        assert_eq!((Unit::MILLISECONDS.name(), Unit::COUNT.name()), ("Milliseconds", "Count"));
        for number in 0..=255 {
            match Unit::numbered(number) {
                Some(unit) => assert_eq!(Unit::named(unit.name()), Some(unit)),
                None => assert!(number >= 27),
            }
        }
        assert_eq!(Unit::named("count"), None);
    }
}
