//! IAM's errors in IAM's words.

use aws_wire::ApiError;
use store::{Conflict, StoreError, Thing};

pub(crate) fn no_such_role(name: &str) -> ApiError {
    no_such_entity(format!("The role with name {name} cannot be found."))
}

pub(crate) fn no_such_entity(message: impl Into<String>) -> ApiError {
    ApiError::new(404, "NoSuchEntity", message)
}

pub(crate) fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationError", message)
}

/// An error of the store about a role and perhaps one of its policies.
pub(crate) fn explain(error: &StoreError, role: &str, policy: &str) -> ApiError {
    match error {
        StoreError::NotFound(Thing::Policy) if policy.starts_with("arn:") => {
            no_such_entity(format!("Policy {policy} was not found."))
        }
        StoreError::NotFound(Thing::Policy) => {
            no_such_entity(format!("The role policy with name {policy} cannot be found."))
        }
        StoreError::NotFound(_) => no_such_role(role),
        StoreError::AlreadyExists(_) => {
            ApiError::new(409, "EntityAlreadyExists", format!("Role with name {role} already exists."))
        }
        StoreError::LimitExceeded(quota) => {
            let message = format!("Cannot exceed quota for PoliciesPerRole: {quota}");
            ApiError::new(409, "LimitExceeded", message)
        }
        StoreError::Conflict(Conflict::AttachedPolicies) => {
            delete_conflict("Cannot delete entity, must detach all policies first.")
        }
        StoreError::Conflict(Conflict::InlinePolicies) => {
            delete_conflict("Cannot delete entity, must delete policies first.")
        }
        other => {
            tracing::error!(error = %other, "the store failed");
            ApiError::new(500, "ServiceFailure", "An internal error occurred. Please retry your request.")
        }
    }
}

fn delete_conflict(message: &str) -> ApiError {
    ApiError::new(409, "DeleteConflict", message)
}
