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

/// The error of a change that came too late (API reference, `ConcurrentModification`).
pub(crate) fn concurrent() -> ApiError {
    let message = "The request was rejected because multiple requests to change this object were submitted simultaneously. \
                   Wait a few minutes and submit your request again.";
    ApiError::new(409, "ConcurrentModification", message)
}

/// The error of a change that the store refused: `missing` is that of what is not there, or not any more.
pub(crate) fn unchanged(error: &StoreError, missing: impl FnOnce() -> ApiError) -> ApiError {
    match error {
        StoreError::NotFound(_) => missing(),
        StoreError::RevisionMismatch => concurrent(),
        error => internal(error),
    }
}

/// The error of something new that the store refused: `exists` is that of another one of its name, `quota` counts such things.
pub(crate) fn uncreated(error: &StoreError, quota: &str, exists: impl FnOnce() -> ApiError) -> ApiError {
    match error {
        StoreError::AlreadyExists(_) => exists(),
        StoreError::LimitExceeded(most) => limit(quota, *most),
        error => internal(error),
    }
}
