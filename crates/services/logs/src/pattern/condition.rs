//! Conditions: comparisons of what a selector finds, joined by `&&` and `||`. Pure.

use super::expression::Expression;
use serde_json::Value;
use std::borrow::Cow;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Both hold.
    And(Box<Condition>, Box<Condition>),
    /// One of them holds.
    Or(Box<Condition>, Box<Condition>),
    /// About the value at a selector.
    Test(Selector, Test),
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// A place in a JSON document.
    Path(Vec<Step>),
    /// A field of a space-delimited message, by its name.
    Field(String),
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into an object.
    Name(String),
    /// Into an array.
    Index(usize),
}

/// What a value is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Compared with a number.
    Number(Operator, f64),
    /// Whether it is (`true`) or is not this text, in which `*` stands for anything.
    Text(bool, String),
    /// Whether an expression is (`true`) or is not found in it.
    Matches(bool, Expression),
    /// Exactly this value.
    Is(Value),
    /// Whether there is one.
    Exists(bool),
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
}

impl Condition {
    /// Whether it holds where `find` gives what is at a selector.
    pub(super) fn holds<'v>(&self, find: &impl Fn(&Selector) -> Option<Cow<'v, Value>>) -> bool {
        match self {
            Self::And(a, b) => a.holds(find) && b.holds(find),
            Self::Or(a, b) => a.holds(find) || b.holds(find),
            Self::Test(selector, test) => {
                let is_text = matches!(selector, Selector::Field(_));
                test.holds(find(selector).as_deref(), is_text)
            }
        }
    }

    /// Its selectors, from left to right.
    pub(super) fn selectors(&self) -> Vec<&Selector> {
        match self {
            Self::And(a, b) | Self::Or(a, b) => [a.selectors(), b.selectors()].concat(),
            Self::Test(selector, _) => vec![selector],
        }
    }

    /// How many regular expressions are in it.
    pub(super) fn expressions(&self) -> usize {
        match self {
            Self::And(a, b) | Self::Or(a, b) => a.expressions() + b.expressions(),
            Self::Test(_, test) => usize::from(matches!(test, Test::Matches(..))),
        }
    }
}

/// Follows a path.
pub(super) fn follow<'a>(root: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Name(name) => value.get(name.as_str()),
        Step::Index(index) => value.get(index),
    })
}

/// A value as CloudWatch Logs writes it where it was extracted: texts without quotes.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl Test {
    /// `is_text` where all values are texts, and those that look like numbers are compared as such.
    fn holds(&self, value: Option<&Value>, is_text: bool) -> bool {
        let Some(value) = value else { return *self == Self::Exists(false) };
        let text = || match value {
            Value::String(text) => Some(Cow::Borrowed(text.as_str())),
            Value::Number(_) | Value::Bool(_) => Some(Cow::Owned(value.to_string())),
            _ => None,
        };
        match self {
            Self::Exists(wanted) => *wanted,
            Self::Is(wanted) => value == wanted,
            Self::Number(operator, wanted) => {
                let number = match value {
                    Value::String(text) if is_text => text.parse().ok().filter(|n: &f64| n.is_finite()),
                    value => value.as_f64(),
                };
                // What is no number is none of them.
                number.map_or(is_text && *operator == Operator::NotEqual, |n| operator.compare(n, *wanted))
            }
            Self::Text(wanted, pattern) => text().is_some_and(|text| wildcard(pattern, &text) == *wanted),
            Self::Matches(wanted, expression) => {
                text().is_some_and(|text| expression.is_in(&text) == *wanted)
            }
        }
    }
}

impl Operator {
    #[expect(clippy::float_cmp, reason = "the pattern asks for this very number")]
    fn compare(self, a: f64, b: f64) -> bool {
        match self {
            Self::Equal => a == b,
            Self::NotEqual => a != b,
            Self::Less => a < b,
            Self::Greater => a > b,
            Self::LessOrEqual => a <= b,
            Self::GreaterOrEqual => a >= b,
        }
    }
}

/// Whether a text has the form of a pattern with `*`. Linear: pieces are found from left to right.
pub(super) fn wildcard(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or("");
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = pieces.next_back() else { return rest.is_empty() };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.len() >= last.len() && rest.ends_with(last)
}
