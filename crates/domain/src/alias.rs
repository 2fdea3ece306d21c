//! Aliases: names that point to versions of a function.

use crate::arn::FunctionArn;
use crate::function::Version;
use crate::name::{FunctionName, Qualifier};
use crate::scope::Scope;
use std::sync::Arc;

/// A second version that takes a part of an alias's invocations. Lambda allows one (`AdditionalVersionWeights`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Routing {
    /// A published version, 1 or more, other than the alias's own.
    pub version: u64,
    /// The part of the invocations that it takes, 0.0 to 1.0.
    pub weight: f64,
}

/// An alias: it points to a version of its function, never to another alias.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// Account and region.
    pub scope: Scope,
    /// The function whose alias it is.
    pub function: FunctionName,
    /// The alias's own name.
    pub name: Arc<str>,
    /// Where invocations go.
    pub version: Version,
    /// Up to 256 characters.
    pub description: String,
    /// Where some of them go instead.
    pub routing: Option<Routing>,
    /// Changes with every change: a UUID.
    pub revision_id: String,
}

impl Alias {
    /// The alias as a qualifier.
    pub fn qualifier(&self) -> Qualifier {
        Qualifier::Alias(Arc::clone(&self.name))
    }

    /// The alias's own ARN.
    pub fn arn(&self) -> FunctionArn {
        FunctionArn::unqualified(self.scope.clone(), self.function.clone()).with(self.qualifier())
    }

    /// The version of one invocation; `draw` is a random number from 0.0 to below 1.0. Pure.
    pub fn choose(&self, draw: f64) -> Version {
        match self.routing {
            Some(routing) if draw < routing.weight => Version::Number(routing.version),
            _ => self.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scope::{AccountId, Region};

    #[test]
    fn routing_splits_by_weight() {
        let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("eu-west-1").unwrap());
        let alias = |routing| Alias {
            scope: scope.clone(),
            function: FunctionName::new("f").unwrap(),
            name: "live".into(),
            version: Version::Number(1),
            description: String::new(),
            routing,
            revision_id: String::new(),
        };
        let (first, second) = (Version::Number(1), Version::Number(2));
        for (weight, draw, expected) in [
            (0.0, 0.0, first),
            (1.0, 0.0, second),
            (1.0, 0.999_999, second),
            (0.25, 0.249, second),
            (0.25, 0.25, first),
        ] {
            assert_eq!(alias(Some(Routing { version: 2, weight })).choose(draw), expected, "{weight} {draw}");
        }
        assert_eq!(alias(None).choose(0.0), first);
        assert_eq!(alias(None).arn().to_string(), "arn:aws:lambda:eu-west-1:123456789012:function:f:live");
    }
}
