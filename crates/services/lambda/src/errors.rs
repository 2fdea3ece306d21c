//! Lambda's errors in Lambda's words, as recorded on AWS (`lambda_` snapshots of LocalStack, Apache-2.0) unless a
//! comment says otherwise.

use aws_wire::{ApiError, RequestContext};
use domain::FunctionArn;
use store::StoreError;

pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterValueException", message)
}

pub(crate) fn not_found(message: impl Into<String>) -> ApiError {
    ApiError::new(404, "ResourceNotFoundException", message)
}

pub(crate) fn conflict(message: impl Into<String>) -> ApiError {
    ApiError::new(409, "ResourceConflictException", message)
}

/// An option that AWS has and that is not built: said by name, never ignored. Our own words.
pub(crate) fn not_built(what: &str) -> ApiError {
    invalid(format!("{what} is not built in Tenfold yet."))
}

pub(crate) fn function_not_found(arn: &FunctionArn) -> ApiError {
    not_found(format!("Function not found: {arn}"))
}

pub(crate) fn alias_not_found(arn: &FunctionArn) -> ApiError {
    not_found(format!("Cannot find alias arn: {arn}"))
}

/// What is about a function as a whole, asked of one of its versions or aliases.
pub(crate) fn functions_only() -> ApiError {
    invalid(
        "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. \
         Please specify either a function name or an unqualified function ARN.",
    )
}

pub(crate) fn already_exists(name: &str) -> ApiError {
    conflict(format!("Function already exist: {name}"))
}

pub(crate) fn update_in_progress(arn: &impl std::fmt::Display) -> ApiError {
    conflict(format!(
        "The operation cannot be performed at this time. An update is in progress for resource: {arn}"
    ))
}

pub(crate) fn in_state(state: &str) -> ApiError {
    conflict(format!(
        "The operation cannot be performed at this time. The function is currently in the following state: {state}"
    ))
}

/// The words for what belongs to another account that does not let this caller in. `action` is IAM's name of the
/// operation.
pub(crate) fn no_policy_allows(
    context: &RequestContext,
    action: &str,
    resource: impl std::fmt::Display,
) -> ApiError {
    ApiError::new(
        403,
        "AccessDeniedException",
        format!(
            "User: {} is not authorized to perform: lambda:{action} on resource: {resource} because no resource-based \
             policy allows the lambda:{action} action",
            context.caller.arn
        ),
    )
}

/// What becomes of an invocation that is one too many in a recursive loop; said in the words of the service model.
pub(crate) const RECURSIVE: &str = "RecursiveInvocationException";

pub(crate) fn recursive() -> ApiError {
    ApiError::new(
        400,
        RECURSIVE,
        "Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services \
         resources and stopped your function's invocation.",
    )
}

pub(crate) fn wrong_revision() -> ApiError {
    wrong_revision_of("GetFunction/GetAlias")
}

/// `api` is where the caller finds the latest one.
pub(crate) fn wrong_revision_of(api: &str) -> ApiError {
    ApiError::new(
        412,
        "PreconditionFailedException",
        format!(
            "The Revision Id provided does not match the latest Revision Id. \
             Call the {api} API to retrieve the latest Revision Id"
        ),
    )
}

pub(crate) fn too_large_unzipped() -> ApiError {
    invalid(format!("Unzipped size must be smaller than {} bytes", domain::limits::MAX_UNZIPPED))
}

/// What is told of a row that is not as it was written; which one it is, the operator's log says.
const ROW_CHANGED: &str = "What this server keeps of the resource was changed or damaged on its disk, and is not used. \
    Restore it, or delete the resource and make it anew.";

/// What the store could not do and no caller is to blame for. The details go to the operator's log, here and
/// nowhere else.
pub(crate) fn store(error: &StoreError) -> ApiError {
    tracing::error!(%error, "the store failed");
    match error {
        StoreError::Corrupt(_) => ApiError::new(500, "ServiceException", ROW_CHANGED),
        _ => ApiError::internal(),
    }
}

/// The same for packages.
pub(crate) fn blobs(error: &blobs::BlobError) -> ApiError {
    tracing::error!(%error, "the blob store failed");
    ApiError::internal()
}
