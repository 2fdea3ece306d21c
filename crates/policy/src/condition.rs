//! Condition operators (user guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued
//! context keys").

mod operand;
mod values;

use crate::certainty::Certainty;
use crate::document::{Clause, Version};
use crate::policy::Context;
use operand::Operand;

/// An operator with what is before and behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Operator {
    pub(crate) test: Test,
    /// `…Not…`: none of the values fits.
    negated: bool,
    set: Option<Set>,
    if_exists: bool,
}

/// A set operator.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Set {
    /// `ForAllValues:`
    All,
    /// `ForAnyValue:`
    Any,
}

/// What is compared, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Test {
    Text,
    TextIgnoringCase,
    TextPattern,
    Number(Order),
    Date(Order),
    Bool,
    Binary,
    Address,
    Arn,
    Null,
}

/// How a request's value stands to the policy's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Order {
    Same,
    Less,
    LessOrSame,
    Greater,
    GreaterOrSame,
}

impl Operator {
    /// An operator by its name. Names are written as AWS writes them.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (set, rest) = match text.split_once(':') {
            Some(("ForAllValues", rest)) => (Some(Set::All), rest),
            Some(("ForAnyValue", rest)) => (Some(Set::Any), rest),
            Some(_) => return None,
            None => (None, text),
        };
        let (name, if_exists) = match rest.strip_suffix("IfExists") {
            Some(name) => (name, true),
            None => (rest, false),
        };
        let (test, negated) = test(name)?;
        if test == Test::Null && (if_exists || set.is_some()) {
            return None;
        }
        Some(Self { test, negated, set, if_exists })
    }
}

fn test(name: &str) -> Option<(Test, bool)> {
    Some(match name {
        "StringEquals" => (Test::Text, false),
        "StringNotEquals" => (Test::Text, true),
        "StringEqualsIgnoreCase" => (Test::TextIgnoringCase, false),
        "StringNotEqualsIgnoreCase" => (Test::TextIgnoringCase, true),
        "StringLike" => (Test::TextPattern, false),
        "StringNotLike" => (Test::TextPattern, true),
        "Bool" => (Test::Bool, false),
        "BinaryEquals" => (Test::Binary, false),
        "IpAddress" => (Test::Address, false),
        "NotIpAddress" => (Test::Address, true),
        // The two behave identically.
        "ArnEquals" | "ArnLike" => (Test::Arn, false),
        "ArnNotEquals" | "ArnNotLike" => (Test::Arn, true),
        "Null" => (Test::Null, false),
        _ => match (name.strip_prefix("Numeric"), name.strip_prefix("Date")) {
            (Some(order), _) => self::order(order).map(|(order, negated)| (Test::Number(order), negated))?,
            (_, Some(order)) => self::order(order).map(|(order, negated)| (Test::Date(order), negated))?,
            _ => return None,
        },
    })
}

fn order(name: &str) -> Option<(Order, bool)> {
    Some(match name {
        "Equals" => (Order::Same, false),
        "NotEquals" => (Order::Same, true),
        "LessThan" => (Order::Less, false),
        "LessThanEquals" => (Order::LessOrSame, false),
        "GreaterThan" => (Order::Greater, false),
        "GreaterThanEquals" => (Order::GreaterOrSame, false),
        _ => return None,
    })
}

/// A condition, ready to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    operator: Operator,
    /// In lower case.
    key: String,
    /// As it was written.
    written: String,
    operands: Vec<Operand>,
}

impl Condition {
    /// A clause of a document; `None` for an operator that does not exist, which no document has that was read from a text.
    pub(crate) fn new(clause: &Clause, version: Version) -> Option<Self> {
        let operator = Operator::parse(&clause.operator)?;
        let operands =
            clause.values.iter().map(|value| Operand::new(operator.test, value, version)).collect();
        Some(Self { operator, key: clause.key.to_lowercase(), written: clause.key.clone(), operands })
    }

    pub(crate) fn holds(&self, context: &Context) -> Certainty {
        let operator = self.operator;
        let values = context.get(&self.key).unwrap_or_default();
        if operator.test == Test::Null {
            return self.is_null(values.is_empty());
        }
        // "A null data set, such as an empty string."
        let is_nothing = values.is_empty() || matches!(values, [empty] if empty.is_empty());
        match (operator.set, values) {
            (Some(Set::All), _) if is_nothing => Certainty::Yes,
            (Some(Set::All), values) => Certainty::all(values.iter().map(|value| self.fits(value, context))),
            // One rule of AWS's says yes of a key that is not there, the other no.
            (Some(Set::Any), []) if operator.if_exists => Certainty::Unclear,
            (Some(Set::Any), _) if is_nothing => Certainty::No,
            (Some(Set::Any), values) => Certainty::any(values.iter().map(|value| self.fits(value, context))),
            (None, []) => (operator.if_exists || operator.negated).into(),
            (None, [value]) => self.fits(value, context),
            // AWS asks for a set operator and does not say what is so without.
            (None, _) => Certainty::Unclear,
        }
    }

    /// Whether one of the policy's values fits, or none where the operator is negated.
    fn fits(&self, value: &str, context: &Context) -> Certainty {
        let any = Certainty::any(self.operands.iter().map(|operand| operand.fits(value, context)));
        if self.operator.negated { any.not() } else { any }
    }

    fn is_null(&self, is_absent: bool) -> Certainty {
        Certainty::any(self.operands.iter().map(|operand| match operand {
            Operand::Bool(wanted) => (*wanted == is_absent).into(),
            _ => Certainty::Unclear,
        }))
    }

    /// The context keys that it reads, as they are written.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.written.as_str()).chain(self.operands.iter().flat_map(Operand::keys))
    }
}
