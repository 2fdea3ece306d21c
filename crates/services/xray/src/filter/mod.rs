//! Filter expressions, X-Ray's language to choose traces (Developer Guide, "filter expressions").
//!
//! Never here: reading traces, or any decision but whether one matches.

mod evaluate;
mod parse;

pub(crate) use parse::parse;

/// The longest expression, bytes.
pub(crate) const MAX_EXPRESSION: usize = 2_000;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
    /// `error`, `partial = true`.
    Flag(Flag, bool),
    Number(Number, Compare, f64),
    Text(Text, Match, String),
    /// `annotation[key]`: that it is there, or what it is.
    Annotation(String, Option<Test>),
    Service(Option<Selector>, Option<Box<Filter>>),
    Edge(Selector, Selector, Option<Box<Filter>>),
    /// `group.name`, `group.arn`: traces that match the group's own expression.
    Group(GroupBy, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flag {
    Ok,
    Error,
    Throttle,
    Fault,
    Partial,
    Inferred,
    First,
    Last,
    Remote,
    Root,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    ResponseTime,
    Duration,
    Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    Url,
    Method,
    UserAgent,
    ClientIp,
    User,
    Name,
    Type,
    Message,
    Zone,
    Instance,
    ResourceArn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupBy {
    Name,
    Arn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Compare {
    fn holds(self, one: f64, other: f64) -> bool {
        match self {
            Self::Equal => (one - other).abs() < f64::EPSILON,
            Self::NotEqual => (one - other).abs() >= f64::EPSILON,
            Self::Less => one < other,
            Self::LessOrEqual => one <= other,
            Self::Greater => one > other,
            Self::GreaterOrEqual => one >= other,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Equal,
    NotEqual,
    Contains,
    BeginsWith,
    EndsWith,
}

impl Match {
    fn holds(self, text: &str, wanted: &str) -> bool {
        match self {
            Self::Equal => text == wanted,
            Self::NotEqual => text != wanted,
            Self::Contains => text.contains(wanted),
            Self::BeginsWith => text.starts_with(wanted),
            Self::EndsWith => text.ends_with(wanted),
        }
    }
}

/// What an annotation must be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    Number(Compare, f64),
    Text(Match, String),
    Flag(bool),
}

/// `"name"` or `id(name: "", type: "", account.id: "")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selector {
    pub(crate) name: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) account: Option<String>,
}
