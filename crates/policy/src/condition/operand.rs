//! A value of a policy's condition, read once.

use super::values::{Date, Decimal, Network, bool_of, bytes_of};
use super::{Order, Test};
use crate::arn::ArnPattern;
use crate::certainty::Certainty;
use crate::document::Version;
use crate::policy::Context;
use crate::template::Template;
use std::cmp::Ordering;
use std::net::IpAddr;

#[derive(Clone, Debug)]
pub(crate) enum Operand {
    Text(Template),
    TextIgnoringCase(Template),
    Arn(ArnPattern),
    Number(Decimal, Order),
    Date(Date, Order),
    Bool(bool),
    Binary(Vec<u8>),
    Network(Network),
    /// It does not have its type's form.
    Unreadable,
}

impl Operand {
    pub(crate) fn new(test: Test, text: &str, version: Version) -> Self {
        let read = match test {
            Test::Text => Some(Self::Text(Template::literal(text, version))),
            Test::TextPattern => Some(Self::Text(Template::pattern(text, version))),
            Test::TextIgnoringCase => Some(Self::TextIgnoringCase(Template::literal(text, version))),
            Test::Arn => Some(Self::Arn(ArnPattern::new(text, version))),
            Test::Number(order) => Decimal::parse(text).map(|number| Self::Number(number, order)),
            Test::Date(order) => Date::parse(text).map(|date| Self::Date(date, order)),
            Test::Bool | Test::Null => bool_of(text).map(Self::Bool),
            Test::Binary => bytes_of(text).map(Self::Binary),
            Test::Address => Network::parse(text).map(Self::Network),
        };
        read.unwrap_or(Self::Unreadable)
    }

    /// Whether a request's value fits. One that does not have the type's form is unclear.
    pub(crate) fn fits(&self, value: &str, context: &Context) -> Certainty {
        let fits = match self {
            Self::Text(template) => return template.fits(value, context),
            Self::TextIgnoringCase(template) => return template.equals_ignoring_case(value, context),
            Self::Arn(pattern) => return pattern.fits(value, context),
            Self::Number(wanted, order) => {
                Decimal::parse(value).map(|number| order.holds(number.cmp(wanted)))
            }
            Self::Date(wanted, order) => Date::parse(value).map(|date| order.holds(date.cmp(wanted))),
            Self::Bool(wanted) => bool_of(value).map(|value| value == *wanted),
            Self::Binary(wanted) => bytes_of(value).map(|bytes| bytes == *wanted),
            Self::Network(network) => value.parse::<IpAddr>().ok().map(|address| network.contains(address)),
            Self::Unreadable => None,
        };
        fits.map_or(Certainty::Unclear, Certainty::from)
    }

    /// The context keys that its variables name.
    pub(crate) fn keys(&self) -> Vec<&str> {
        match self {
            Self::Text(template) | Self::TextIgnoringCase(template) => template.keys().collect(),
            Self::Arn(pattern) => pattern.keys(),
            _ => Vec::new(),
        }
    }
}

impl Order {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Same => ordering.is_eq(),
            Self::Less => ordering.is_lt(),
            Self::LessOrSame => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterOrSame => ordering.is_ge(),
        }
    }
}
