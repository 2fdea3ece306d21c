//! IAM's errors in IAM's words.

use aws_wire::ApiError;
use store::StoreError;

pub(crate) fn no_such_entity(message: impl Into<String>) -> ApiError {
    ApiError::new(404, "NoSuchEntity", message)
}

pub(crate) fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationError", message)
}

/// An error that no caller has a part in.
pub(crate) fn internal(error: &StoreError) -> ApiError {
    tracing::error!(%error, "the store failed");
    ApiError::new(500, "ServiceFailure", "An internal error occurred. Please retry your request.")
}

pub(crate) fn invalid_input(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidInput", message)
}

pub(crate) fn already_exists(message: impl Into<String>) -> ApiError {
    ApiError::new(409, "EntityAlreadyExists", message)
}

pub(crate) fn delete_conflict(message: &str) -> ApiError {
    ApiError::new(409, "DeleteConflict", message)
}

/// More than a quota of the account allows.
pub(crate) fn limit(quota: &str, most: usize) -> ApiError {
    ApiError::new(409, "LimitExceeded", format!("Cannot exceed quota for {quota}: {most}"))
}
