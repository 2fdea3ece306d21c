//! What a caller may write where AWS says `FunctionName`: a name, a partial ARN, a full ARN, each with or
//! without a qualifier.
//!
//! The service model's pattern has been checked before; this module takes the text apart.

use crate::scope::{AccountId, Region};
use std::fmt;
use std::sync::Arc;

/// A function's own name: 1 to 64 characters of `[a-zA-Z0-9-_]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FunctionName(Arc<str>);

/// The longest function name, in characters (AWS Lambda quotas; recorded on AWS).
pub const MAX_NAME: usize = 64;

/// Which version or alias is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// `$LATEST`, the unpublished version.
    Latest,
    /// A published version, 1 or more.
    Version(u64),
    /// An alias name.
    Alias(Arc<str>),
}

/// A reference to a function as a caller spelled it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionRef {
    /// The partition, where the caller gave a full ARN.
    pub partition: Option<String>,
    /// The region, where the caller gave one.
    pub region: Option<Region>,
    /// The account, where the caller gave one.
    pub account: Option<AccountId>,
    /// The function's name.
    pub name: FunctionName,
    /// The qualifier that is part of the reference, as written.
    pub qualifier: Option<Qualifier>,
}

/// The text is no reference to a function.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Longer than [`MAX_NAME`].
    #[error("a function name has at most 64 characters")]
    TooLong(String),
    /// A character or a form that no spelling allows.
    #[error("not a function name or ARN: {0:?}")]
    Malformed(String),
}

impl FunctionName {
    /// Checks the characters and the length.
    pub fn new(text: &str) -> Result<Self, NameError> {
        if text.is_empty() || !text.bytes().all(is_name_byte) {
            return Err(NameError::Malformed(text.to_owned()));
        }
        if text.len() > MAX_NAME {
            return Err(NameError::TooLong(text.to_owned()));
        }
        Ok(Self(text.into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_name_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'-' || b == b'_'
}

impl Qualifier {
    /// Parses `$LATEST`, a number, or an alias name. Digits that are no version's number (`0`, `01`, more than the store
    /// counts to) are taken as a name, and no alias has such a name: so there is nothing by it, and nothing else is meant.
    pub fn new(text: &str) -> Result<Self, NameError> {
        if text == "$LATEST" {
            return Ok(Self::Latest);
        }
        if text.is_empty() || text.len() > 128 || !text.bytes().all(is_name_byte) {
            return Err(NameError::Malformed(text.to_owned()));
        }
        let digits = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
        match text.parse::<i64>().ok().filter(|_| digits).and_then(|number| u64::try_from(number).ok()) {
            Some(number) => Ok(Self::Version(number)),
            None => Ok(Self::Alias(text.into())),
        }
    }
}

impl FunctionRef {
    /// Takes apart `name`, `name:qualifier`, `account:function:name[:qualifier]`, `function:name`,
    /// `region:account:function:name` and `arn:partition:lambda:region:account:function:name[:qualifier]`.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let malformed = || NameError::Malformed(text.to_owned());
        let mut parts: Vec<&str> = text.split(':').collect();
        let mut partition = None;
        // A function may be called so as well.
        if parts.len() > 2 && parts.first() == Some(&"arn") {
            if parts.len() < 7 || parts[2] != "lambda" {
                return Err(malformed());
            }
            partition = Some(parts[1].to_owned());
            parts.drain(..3);
        }
        let mut region = None;
        let mut account = None;
        if parts.len() > 1 && is_region(parts[0]) && (partition.is_some() || is_account(parts[1])) {
            region = Some(Region::new(parts[0]).map_err(|_| malformed())?);
            parts.remove(0);
        }
        if parts.len() > 1 && is_account(parts[0]) {
            account = Some(AccountId::new(parts[0]).map_err(|_| malformed())?);
            parts.remove(0);
        }
        if parts.len() > 1 && parts[0] == "function" {
            parts.remove(0);
        }
        if partition.is_some() && (region.is_none() || account.is_none()) {
            return Err(malformed());
        }
        let (name, qualifier) = match parts[..] {
            [name] => (name, None),
            [name, qualifier] => (name, Some(Qualifier::new(qualifier)?)),
            _ => return Err(malformed()),
        };
        Ok(Self { partition, region, account, name: FunctionName::new(name)?, qualifier })
    }
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A region ends in `-<digit>` and has at least two dashes; a function name before a qualifier may too, which
/// is why the caller also looks at what follows.
fn is_region(text: &str) -> bool {
    let mut parts = text.rsplit('-');
    let digit = parts.next().is_some_and(|d| d.len() == 1 && d.bytes().all(|b| b.is_ascii_digit()));
    digit && parts.count() >= 2 && Region::new(text).is_ok()
}

impl fmt::Display for FunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str("$LATEST"),
            Self::Version(n) => write!(f, "{n}"),
            Self::Alias(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_parts_of_arns() {
        for text in ["arn", "function", "lambda", "123456789012", "us-east-1"] {
            let found = FunctionRef::parse(text).unwrap();
            assert_eq!((found.name.as_str(), found.partition, found.region), (text, None, None));
        }
        let found = FunctionRef::parse("arn:live").unwrap();
        assert_eq!((found.name.as_str(), found.qualifier), ("arn", Some(Qualifier::Alias("live".into()))));
    }

    #[test]
    fn every_accepted_spelling() {
        let arn = "arn:aws:lambda:us-east-1:123456789012:function:my-fn";
        for (text, region, account, name, qualifier) in [
            ("my-fn", false, false, "my-fn", None),
            ("my-fn:7", false, false, "my-fn", Some(Qualifier::Version(7))),
            ("my-fn:$LATEST", false, false, "my-fn", Some(Qualifier::Latest)),
            ("my-fn:live", false, false, "my-fn", Some(Qualifier::Alias("live".into()))),
            ("function:my-fn", false, false, "my-fn", None),
            ("123456789012:function:my-fn", false, true, "my-fn", None),
            ("123456789012:my-fn:live", false, true, "my-fn", Some(Qualifier::Alias("live".into()))),
            ("us-east-1:123456789012:function:my-fn:1", true, true, "my-fn", Some(Qualifier::Version(1))),
            ("my-fn:0", false, false, "my-fn", Some(Qualifier::Alias("0".into()))),
            ("my-fn:07", false, false, "my-fn", Some(Qualifier::Alias("07".into()))),
            (
                "my-fn:9223372036854775808",
                false,
                false,
                "my-fn",
                Some(Qualifier::Alias("9223372036854775808".into())),
            ),
            ("a-b-1:live", false, false, "a-b-1", Some(Qualifier::Alias("live".into()))),
            (arn, true, true, "my-fn", None),
            (&format!("{arn}:$LATEST"), true, true, "my-fn", Some(Qualifier::Latest)),
        ] {
            let got = FunctionRef::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!((got.region.is_some(), got.account.is_some()), (region, account), "{text}");
            assert_eq!((got.name.as_str(), got.qualifier), (name, qualifier), "{text}");
        }
    }

    #[test]
    fn what_is_no_reference() {
        for text in ["", ":", "a:b:c:d", "a b", "arn:aws:s3:us-east-1:123456789012:function:x", "f:", "f:a b"]
        {
            assert!(FunctionRef::parse(text).is_err(), "{text}");
        }
        assert_eq!(FunctionRef::parse(&"a".repeat(65)), Err(NameError::TooLong("a".repeat(65))));
    }
}
