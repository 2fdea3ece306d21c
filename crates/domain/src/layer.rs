//! Layers: packages that several functions share.

use crate::clock::Timestamp;
use crate::function::CodeRef;
use crate::scope::{AccountId, Region, Scope};
use std::fmt;
use std::sync::Arc;

/// The longest name of a layer, in characters (service model).
pub const MAX_LAYER_NAME: usize = 140;

/// A layer's own name: 1 to 140 characters of `[a-zA-Z0-9-_]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LayerName(Arc<str>);

/// The text is neither the name nor the ARN of a layer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a layer: {0:?}")]
pub struct LayerNameError(pub String);

impl LayerName {
    /// Checks the characters and the length.
    pub fn new(text: &str) -> Result<Self, LayerNameError> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        match (1..=MAX_LAYER_NAME).contains(&text.len()) && text.bytes().all(fits) {
            true => Ok(Self(text.into())),
            false => Err(LayerNameError(text.to_owned())),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LayerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A layer; displayed as `arn:<partition>:lambda:<region>:<account>:layer:<name>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LayerArn {
    /// The account that owns it, and its region.
    pub scope: Scope,
    /// Its name.
    pub name: LayerName,
}

impl LayerArn {
    /// The ARN of one of its versions.
    pub fn version(self, number: u64) -> LayerVersionArn {
        LayerVersionArn { layer: self, number }
    }

    /// Takes an ARN apart.
    pub fn parse(text: &str) -> Result<Self, LayerNameError> {
        let parts: Vec<&str> = text.split(':').collect();
        let ["arn", _, "lambda", region, account, "layer", name] = parts[..] else {
            return Err(LayerNameError(text.to_owned()));
        };
        let scope = AccountId::new(account).ok().zip(Region::new(region).ok());
        let (account, region) = scope.ok_or_else(|| LayerNameError(text.to_owned()))?;
        Ok(Self { scope: Scope::new(account, region), name: LayerName::new(name)? })
    }
}

impl fmt::Display for LayerArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scope { account, region } = &self.scope;
        write!(f, "arn:{}:lambda:{region}:{account}:layer:{}", region.partition(), self.name)
    }
}

/// A version of a layer; displayed as its layer's ARN with `:<number>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LayerVersionArn {
    /// The layer.
    pub layer: LayerArn,
    /// 1 or more in those that exist.
    pub number: u64,
}

impl LayerVersionArn {
    /// Takes an ARN apart.
    pub fn parse(text: &str) -> Result<Self, LayerNameError> {
        let malformed = || LayerNameError(text.to_owned());
        let (layer, number) = text.rsplit_once(':').ok_or_else(malformed)?;
        let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let number = number.parse().ok().filter(|_| digits).ok_or_else(malformed)?;
        Ok(LayerArn::parse(layer)?.version(number))
    }
}

impl fmt::Display for LayerVersionArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.layer, self.number)
    }
}

/// A version of a layer. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerVersion {
    /// Which one.
    pub arn: LayerVersionArn,
    /// The package.
    pub code: CodeRef,
    /// The sum of the sizes of the package's files, bytes.
    pub unpacked_bytes: u64,
    /// Up to 256 characters.
    pub description: String,
    /// When it was published.
    pub created: Timestamp,
    /// Runtime identifiers that it is for; `None` where its owner did not say.
    pub compatible_runtimes: Option<Vec<String>>,
    /// Instruction sets that it is for; `None` where its owner did not say.
    pub compatible_architectures: Option<Vec<String>>,
    /// `LicenseInfo`.
    pub license: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_round_trip() {
        for text in [
            "arn:aws:lambda:us-east-1:123456789012:layer:my_Layer-1",
            "arn:aws-cn:lambda:cn-north-1:123456789012:layer:l",
        ] {
            assert_eq!(LayerArn::parse(text).unwrap().to_string(), text);
            let version = format!("{text}:18446744073709551615");
            assert_eq!(LayerVersionArn::parse(&version).unwrap().to_string(), version);
        }
    }

    #[test]
    fn what_is_no_arn_of_a_layer() {
        let long = format!("arn:aws:lambda:us-east-1:123456789012:layer:{}", "a".repeat(141));
        for text in [
            "",
            "l",
            "arn:aws:lambda:us-east-1:123456789012:layer:",
            "arn:aws:lambda:us-east-1:123456789012:function:l",
            "arn:aws:lambda:us-east-1:12345678901:layer:l",
            "arn:aws:lambda:US:123456789012:layer:l",
            "arn:aws:s3:us-east-1:123456789012:layer:l",
            "arn:aws:lambda:us-east-1:123456789012:layer:a.b",
            &long,
        ] {
            assert!(LayerArn::parse(text).is_err(), "{text}");
            assert!(LayerVersionArn::parse(&format!("{text}:1")).is_err(), "{text}");
        }
        let layer = "arn:aws:lambda:us-east-1:123456789012:layer:l";
        for number in ["", "x", "-1", "+1", "1:1", "18446744073709551616"] {
            assert!(LayerVersionArn::parse(&format!("{layer}:{number}")).is_err(), "{number}");
        }
        assert!(LayerVersionArn::parse(layer).is_err());
    }
}
