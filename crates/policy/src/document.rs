//! Policy documents, taken apart by AWS's grammar (user guide, "Grammar of the IAM JSON policy language") and put together
//! again.

mod print;
mod read;

use crate::malformed::Malformed;
use std::fmt;
use std::str::FromStr;

/// A policy document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language's version. A document without one is of the older.
    pub version: Option<Version>,
    /// `Id`.
    pub id: Option<String>,
    /// At least one.
    pub statements: Vec<Statement>,
}

/// A version of the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// `2008-10-17`: without policy variables.
    #[default]
    V2008,
    /// `2012-10-17`.
    V2012,
}

/// What a statement does where it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Lets in, where nothing denies.
    Allow,
    /// Keeps out, whatever else is said.
    Deny,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// `Sid`.
    pub sid: Option<String>,
    /// `Effect`.
    pub effect: Effect,
    /// `Principal` or `NotPrincipal`.
    pub principal: Option<Listed<Principals>>,
    /// `Action` or `NotAction`.
    pub action: Listed<Vec<String>>,
    /// `Resource` or `NotResource`.
    pub resource: Option<Listed<Vec<String>>>,
    /// `Condition`, one a key.
    pub conditions: Vec<Clause>,
}

/// An element or its opposite.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed<T> {
    /// `Action`, `Resource`, `Principal`.
    These(T),
    /// `NotAction`, `NotResource`, `NotPrincipal`.
    AllBut(T),
}

impl<T> Listed<T> {
    /// What is listed.
    pub fn items(&self) -> &T {
        match self {
            Self::These(items) | Self::AllBut(items) => items,
        }
    }
}

/// Who is listed.
#[derive(Clone, Debug, PartialEq)]
pub enum Principals {
    /// `"*"`.
    Everybody,
    /// By kind: `AWS`, `Service`, `Federated`, `CanonicalUser`.
    Named(Vec<(String, Vec<String>)>),
}

/// One key of one operator.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Such as `ForAnyValue:StringLikeIfExists`. It is known.
    pub operator: String,
    /// Such as `aws:SourceArn`.
    pub key: String,
    /// One fits, or none does where the operator says so.
    pub values: Vec<String>,
}

impl Version {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "2008-10-17" => Some(Self::V2008),
            "2012-10-17" => Some(Self::V2012),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::V2008 => "2008-10-17",
            Self::V2012 => "2012-10-17",
        }
    }
}

impl FromStr for Document {
    type Err = Malformed;

    /// Reads a document. Which elements a use of it must have, and may not, is asked by [`Document::check`].
    fn from_str(text: &str) -> Result<Self, Malformed> {
        read::document(text)
    }
}

impl fmt::Display for Document {
    /// The document as JSON without spaces; what is read from it is equal to this.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", print::document(self))
    }
}
