//! Expressions, and what they are worth.

use super::functions::Function;
use super::record::Record;
use super::value::Value;
use regex::Regex;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

/// An expression.
#[derive(Debug)]
pub(super) enum Expr {
    Literal(Value),
    Field(Arc<str>),
    Not(Box<Expr>),
    Negative(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Compare(Compare, Box<Expr>, Box<Expr>),
    Arithmetic(Arithmetic, Box<Expr>, Box<Expr>),
    /// Whether a text contains another one.
    Contains(Box<Expr>, String),
    Matches(Box<Expr>, Regex),
    OneOf(Box<Expr>, Vec<Expr>),
    Call(Function, Vec<Expr>),
    /// The time in steps of so many ms.
    Floor(Box<Expr>, i64),
    Ceil(Box<Expr>, i64),
    /// An aggregate of the `stats` that it stands in, by its place.
    Aggregate(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compare {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
}

impl Expr {
    pub(super) fn value(&self, record: &Record, aggregates: &[Value]) -> Value {
        let of = |expr: &Expr| expr.value(record, aggregates);
        match self {
            Self::Literal(value) => value.clone(),
            Self::Field(name) => record.get(name).into_owned(),
            Self::Not(a) => Value::Bool(!of(a).is_true()),
            Self::Negative(a) => of(a).number().map_or(Value::Missing, |number| Value::Number(-number)),
            Self::And(a, b) => Value::Bool(of(a).is_true() && of(b).is_true()),
            Self::Or(a, b) => Value::Bool(of(a).is_true() || of(b).is_true()),
            Self::Compare(how, a, b) => Value::Bool(how.holds(&of(a), &of(b))),
            Self::Arithmetic(how, a, b) => match (of(a).number(), of(b).number()) {
                (Some(a), Some(b)) => Value::of(how.result(a, b)),
                _ => Value::Missing,
            },
            Self::Contains(a, text) => {
                Value::Bool(a.text_in(record, aggregates, |found| found.contains(text.as_str())))
            }
            Self::Matches(a, regex) => {
                Value::Bool(a.text_in(record, aggregates, |found| regex.is_match(found)))
            }
            Self::OneOf(a, list) => {
                let value = of(a);
                Value::Bool(list.iter().any(|item| of(item).equals(&value)))
            }
            Self::Call(function, arguments) => function.call(&arguments.iter().map(of).collect::<Vec<_>>()),
            Self::Floor(a, step) => {
                time(&of(a)).map_or(Value::Missing, |ms| Value::Time(ms - ms.rem_euclid(*step)))
            }
            Self::Ceil(a, step) => time(&of(a))
                .map_or(Value::Missing, |ms| Value::Time(ms.saturating_add((-ms).rem_euclid(*step)))),
            Self::Aggregate(place) => aggregates.get(*place).cloned().unwrap_or(Value::Missing),
        }
    }

    /// What a test says of a text; a message is not copied for it. Nothing where there is none.
    fn text_in(&self, record: &Record, aggregates: &[Value], test: impl Fn(&str) -> bool) -> bool {
        if let Self::Field(name) = self
            && **name == *"@message"
            && let Some(message) = record.message()
        {
            return test(message);
        }
        self.value(record, aggregates).text().is_some_and(|text: Cow<'_, str>| test(&text))
    }

    /// Texts that the message contains where this is true.
    pub(super) fn required(&self, texts: &mut Vec<String>) {
        match self {
            Self::And(a, b) => {
                a.required(texts);
                b.required(texts);
            }
            Self::Contains(a, text) if matches!(&**a, Self::Field(name) if **name == *"@message") => {
                texts.push(text.clone());
            }
            Self::Matches(a, regex) if matches!(&**a, Self::Field(name) if **name == *"@message") => {
                let plain = |c: char| c.is_alphanumeric() || " _-:,;\"'".contains(c);
                texts.extend(Some(regex.as_str().to_owned()).filter(|text| text.chars().all(plain)));
            }
            _ => {}
        }
    }
}

fn time(value: &Value) -> Option<i64> {
    match value {
        Value::Time(ms) => Some(*ms),
        value => value.number().map(|number| number as i64),
    }
}

impl Compare {
    fn holds(self, a: &Value, b: &Value) -> bool {
        let order = || a.against(b);
        match self {
            Self::Equal => a.equals(b),
            // What is not there is not equal to anything.
            Self::NotEqual => !a.equals(b),
            Self::Less => order() == Some(Ordering::Less),
            Self::LessOrEqual => order().is_some_and(Ordering::is_le),
            Self::Greater => order() == Some(Ordering::Greater),
            Self::GreaterOrEqual => order().is_some_and(Ordering::is_ge),
        }
    }
}

impl Arithmetic {
    fn result(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::Remainder => a % b,
            Self::Power => a.powf(b),
        }
    }
}
