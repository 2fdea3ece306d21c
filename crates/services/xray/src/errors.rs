//! X-Ray's errors.

use aws_wire::ApiError;
use store::StoreError;

pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidRequestException", message)
}

pub(crate) fn throttled() -> ApiError {
    ApiError::new(429, "ThrottledException", "The request exceeds the maximum number of requests per second.")
}

pub(crate) fn not_found(what: &str) -> ApiError {
    ApiError::new(404, "ResourceNotFoundException", format!("{what} does not exist."))
}

pub(crate) fn store(error: &StoreError) -> ApiError {
    tracing::error!(%error, "the store failed");
    ApiError::internal()
}
