//! Which function a caller means: its spelling, resolved in the caller's account and region.

use crate::errors::{self, invalid, not_found};
use aws_wire::{ApiError, RequestContext};
use domain::{FunctionArn, FunctionName, FunctionRef, Qualifier, Scope, name::MAX_NAME, name::NameError};

/// A function and perhaps one of its versions or aliases, in the caller's account and region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) name: FunctionName,
    /// From the reference or from `Qualifier`, which may not contradict each other.
    pub(crate) qualifier: Option<Qualifier>,
}

impl Target {
    /// Takes a reference and a `Qualifier` parameter apart. `action` is IAM's name of the operation.
    pub(crate) fn resolve(
        context: &RequestContext,
        function: &str,
        qualifier: Option<&str>,
        action: &str,
    ) -> Result<Self, ApiError> {
        let own = &context.scope;
        let reference = FunctionRef::parse(function).map_err(|error| unreadable(&error, function, own))?;
        if let Some(region) = reference.region.filter(|region| *region != own.region) {
            return Err(not_found(format!(
                "Functions from '{region}' are not reachable in this region ('{}')",
                own.region
            )));
        }
        if let Some(account) = reference.account.filter(|account| *account != own.account) {
            let other = FunctionArn::unqualified(Scope::new(account, own.region.clone()), reference.name);
            return Err(errors::no_policy_allows(context, action, other));
        }
        let given = qualifier.map(|text| parse_qualifier(text, context, &reference.name)).transpose()?;
        let qualifier = match (reference.qualifier, given) {
            (Some(inner), Some(outer)) if inner != outer => {
                return Err(invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.",
                ));
            }
            (inner, outer) => outer.or(inner),
        };
        Ok(Self { name: reference.name, qualifier })
    }

    /// The function's ARN without the qualifier.
    pub(crate) fn unqualified(&self, context: &RequestContext) -> FunctionArn {
        FunctionArn::unqualified(context.scope.clone(), self.name.clone())
    }

    /// The ARN as the caller meant it.
    pub(crate) fn arn(&self, context: &RequestContext) -> FunctionArn {
        FunctionArn { qualifier: self.qualifier.clone(), ..self.unqualified(context) }
    }
}

/// The model's pattern has let the text through, so what is left are names that are too long, and dots (`a.b`,
/// `fn:$LATEST.PUBLISHED`) where nothing can have one.
fn unreadable(error: &NameError, function: &str, own: &Scope) -> ApiError {
    match error {
        NameError::TooLong(name) => invalid(format!(
            "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy constraint: \
             Member must have length less than or equal to {MAX_NAME}"
        )),
        NameError::Malformed(text) if !text.contains('.') => {
            invalid(format!("Invalid function name: {text}"))
        }
        NameError::Malformed(_) => {
            let name = function.rsplit_once("function:").map_or(function, |(_, name)| name);
            not_found(format!("Function not found: {}", own.lambda_arn("function", name)))
        }
    }
}

/// The model lets qualifiers through that no version or alias can have (`a$b`): there is no such version.
fn parse_qualifier(text: &str, context: &RequestContext, name: &FunctionName) -> Result<Qualifier, ApiError> {
    Qualifier::new(text).map_err(|_| {
        let arn = FunctionArn::unqualified(context.scope.clone(), name.clone());
        not_found(format!("Function not found: {arn}:{text}"))
    })
}
