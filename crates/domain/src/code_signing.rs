//! Code signing configurations: whose signatures a function's code must carry.

use crate::clock::Timestamp;
use crate::scope::Scope;

/// `UntrustedArtifactOnDeployment`: what becomes of code without a signature that is allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Untrusted {
    /// It is deployed, with a warning.
    #[default]
    Warn,
    /// It is refused.
    Enforce,
}

impl Untrusted {
    /// AWS's name of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warn => "Warn",
            Self::Enforce => "Enforce",
        }
    }
}

/// One code signing configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSigningConfig {
    /// Account and region.
    pub scope: Scope,
    /// `csc-` and 17 lower-case letters and digits.
    pub id: String,
    /// `None` where never given.
    pub description: Option<String>,
    /// ARNs of versions of signing profiles, 1 to 20.
    pub publishers: Vec<String>,
    /// What becomes of other code.
    pub untrusted: Untrusted,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl CodeSigningConfig {
    /// `arn:<partition>:lambda:<region>:<account>:code-signing-config:<id>`.
    pub fn arn(&self) -> String {
        self.scope.lambda_arn("code-signing-config", &self.id)
    }
}
