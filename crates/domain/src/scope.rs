//! Whose it is and where: the account and the region that scope every resource.

use std::fmt;
use std::sync::Arc;

/// An AWS account id: exactly twelve decimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(Arc<str>);

/// A region name such as `us-east-1`, 1 to 32 characters of `[a-z0-9-]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(Arc<str>);

/// The account and region that a resource lives in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    /// The owning account.
    pub account: AccountId,
    /// The region.
    pub region: Region,
}

/// The text is not an account id or a region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
    /// Not twelve digits.
    #[error("an account id is twelve digits, not {0:?}")]
    Account(String),
    /// Not a region name.
    #[error("a region is 1 to 32 characters of a-z, 0-9 and '-', not {0:?}")]
    Region(String),
}

impl AccountId {
    /// Parses twelve decimal digits.
    pub fn new(text: &str) -> Result<Self, ScopeError> {
        if text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.into()))
        } else {
            Err(ScopeError::Account(text.to_owned()))
        }
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Region {
    /// Parses a region name; any name of the right form is accepted, since people run their own regions.
    pub fn new(text: &str) -> Result<Self, ScopeError> {
        let fits = (1..=32).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.into())) } else { Err(ScopeError::Region(text.to_owned())) }
    }

    /// The region's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ARN partition that the region belongs to, by AWS's naming (`aws`, `aws-cn`, `aws-us-gov`).
    pub fn partition(&self) -> &'static str {
        match &*self.0 {
            r if r.starts_with("cn-") => "aws-cn",
            r if r.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        }
    }
}

impl Scope {
    /// A scope of an account and a region.
    pub fn new(account: AccountId, region: Region) -> Self {
        Self { account, region }
    }

    /// `arn:<partition>:lambda:<region>:<account>:<kind>:<id>`.
    pub fn lambda_arn(&self, kind: &str, id: &str) -> String {
        format!("arn:{}:lambda:{}:{}:{kind}:{id}", self.region.partition(), self.region, self.account)
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
