//! ARNs of functions and roles.

use crate::name::{FunctionName, Qualifier};
use crate::scope::Scope;
use std::fmt;

/// `arn:<partition>:lambda:<region>:<account>:function:<name>[:<qualifier>]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FunctionArn {
    /// Account and region.
    pub scope: Scope,
    /// The function.
    pub name: FunctionName,
    /// The version or alias; absent in an unqualified ARN.
    pub qualifier: Option<Qualifier>,
}

impl FunctionArn {
    /// The unqualified ARN of a function.
    pub fn unqualified(scope: Scope, name: FunctionName) -> Self {
        Self { scope, name, qualifier: None }
    }

    /// The same function, qualified.
    pub fn with(&self, qualifier: Qualifier) -> Self {
        Self { qualifier: Some(qualifier), ..self.clone() }
    }
}

impl fmt::Display for FunctionArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scope { account, region } = &self.scope;
        write!(f, "arn:{}:lambda:{region}:{account}:function:{}", region.partition(), self.name)?;
        match &self.qualifier {
            Some(qualifier) => write!(f, ":{qualifier}"),
            None => Ok(()),
        }
    }
}
