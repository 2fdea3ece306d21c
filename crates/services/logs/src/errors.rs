//! CloudWatch Logs' errors in its own words.

use aws_wire::ApiError;
use store::{StoreError, Thing};

pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterException", message)
}

pub(crate) fn not_built(what: &str) -> ApiError {
    invalid(format!("{what} is not built in Tenfold yet."))
}

pub(crate) fn not_found(message: &str) -> ApiError {
    ApiError::new(400, "ResourceNotFoundException", message)
}

pub(crate) fn limit_exceeded() -> ApiError {
    ApiError::new(400, "LimitExceededException", "Resource limit exceeded.")
}

pub(crate) fn no_group() -> ApiError {
    ApiError::new(400, "ResourceNotFoundException", "The specified log group does not exist.")
}

pub(crate) fn explain(error: &StoreError) -> ApiError {
    let exists = |message: &str| ApiError::new(400, "ResourceAlreadyExistsException", message);
    match error {
        StoreError::NotFound(Thing::LogStream) => {
            ApiError::new(400, "ResourceNotFoundException", "The specified log stream does not exist.")
        }
        StoreError::NotFound(_) => no_group(),
        StoreError::AlreadyExists(Thing::LogStream) => exists("The specified log stream already exists"),
        StoreError::AlreadyExists(_) => exists("The specified log group already exists"),
        other => {
            tracing::error!(error = %other, "the store failed");
            ApiError::new(
                500,
                "ServiceUnavailableException",
                "An internal error occurred. Please retry your request.",
            )
        }
    }
}
