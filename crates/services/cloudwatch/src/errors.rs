//! Errors, by the codes of the query protocol.

use aws_wire::ApiError;
use store::StoreError;

/// A value that cannot be.
pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterValue", message)
}

/// Values that cannot be together.
pub(crate) fn combination(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterCombination", message)
}

/// A value that is needed.
pub(crate) fn missing(name: &str) -> ApiError {
    ApiError::new(400, "MissingParameter", format!("The parameter {name} is required."))
}

/// What CloudWatch's own checks say.
pub(crate) fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationError", message)
}

/// No such alarm.
pub(crate) fn no_resource(what: &str) -> ApiError {
    ApiError::new(404, "ResourceNotFound", format!("{what} does not exist"))
}

/// A token of somebody else.
pub(crate) fn bad_token() -> ApiError {
    ApiError::new(400, "InvalidNextToken", "Invalid nextToken")
}

/// What the store says is for the operator.
pub(crate) fn explain(error: &StoreError) -> ApiError {
    tracing::error!(%error, "metrics cannot be read or written");
    ApiError::new(500, "InternalServiceError", "An internal error occurred. Please retry your request.")
}
