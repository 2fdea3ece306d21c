//! The user, group or role that an operation is about: many operations are the same for all three but for the name of the
//! member that names it.

use super::managed::no_boundary;
use crate::errors::{delete_conflict, internal, limit, no_such_entity, validation};
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use serde::Serialize;
use store::{Conflict, IdentityKind, IdentityName, StoreError, Thing};

/// Which identity.
pub(super) struct Subject {
    pub(super) who: IdentityName,
}

impl Subject {
    /// The identity in the member `RoleName`, `UserName` or `GroupName` of a request.
    pub(super) fn named(kind: IdentityKind, context: &RequestContext, input: &Input) -> Self {
        // The model has checked that it is there and a text.
        let name = input.members.get(member(kind)).and_then(|name| name.as_str()).unwrap_or_default();
        Self { who: IdentityName { account: context.caller.account.clone(), kind, name: name.to_owned() } }
    }

    /// The user in `UserName`, or the caller where there is none.
    pub(super) fn user(context: &RequestContext, input: &Input) -> Result<Self, ApiError> {
        match input.members.contains_key("UserName") {
            true => Ok(Self::named(IdentityKind::User, context, input)),
            false => Self::caller(context),
        }
    }

    fn caller(context: &RequestContext) -> Result<Self, ApiError> {
        let caller = &context.caller;
        let who = IdentityName::of_arn(&caller.arn).filter(|_| caller.kind == CallerKind::User);
        let who =
            who.ok_or_else(|| validation("Must specify userName when calling with non-User credentials"))?;
        Ok(Self { who })
    }

    /// An error of the store about the identity, and perhaps one of its policies.
    pub(super) fn explain(&self, error: &StoreError, policy: &str) -> ApiError {
        let (kind, name) = (self.who.kind, &self.who.name);
        match error {
            StoreError::NotFound(Thing::Policy) if policy.starts_with("arn:") => {
                no_such_entity(format!("Policy {policy} was not found."))
            }
            StoreError::NotFound(Thing::Policy) => {
                no_such_entity(format!("The {} policy with name {policy} cannot be found.", kind.word()))
            }
            StoreError::NotFound(_) => missing(&self.who),
            StoreError::AlreadyExists(_) => already(kind, name),
            StoreError::LimitExceeded(quota) => {
                let message = format!("Cannot exceed quota for PoliciesPer{}: {quota}", title(kind));
                ApiError::new(409, "LimitExceeded", message)
            }
            StoreError::Conflict(conflict) => tied(conflict),
            other => internal(other),
        }
    }

    /// The same, of something new that a quota of the user counts.
    pub(super) fn explain_new(&self, error: &StoreError, quota: &str) -> ApiError {
        match error {
            StoreError::LimitExceeded(most) => limit(quota, *most),
            error => self.explain(error, ""),
        }
    }

    /// The same, of a call that may set a permissions boundary.
    pub(super) fn explain_boundary(&self, error: &StoreError, boundary: Option<&str>) -> ApiError {
        match (error, boundary) {
            (StoreError::NotFound(Thing::Policy), Some(arn)) => no_boundary(arn),
            (error, _) => self.explain(error, ""),
        }
    }
}

pub(super) fn missing(who: &IdentityName) -> ApiError {
    no_such_entity(format!("The {} with name {} cannot be found.", who.kind.word(), who.name))
}

pub(super) fn already(kind: IdentityKind, name: &str) -> ApiError {
    let message = format!("{} with name {name} already exists.", title(kind));
    ApiError::new(409, "EntityAlreadyExists", message)
}

/// Why an identity cannot be deleted.
pub(super) fn tied(conflict: &Conflict) -> ApiError {
    delete_conflict(match conflict {
        Conflict::AttachedPolicies => "Cannot delete entity, must detach all policies first.",
        Conflict::InlinePolicies => "Cannot delete entity, must delete policies first.",
        Conflict::AccessKeys => "Cannot delete entity, must delete access keys first.",
        Conflict::LoginProfile => "Cannot delete entity, must delete login profile first.",
        Conflict::MfaDevice => "Cannot delete entity, must delete MFA device first.",
        Conflict::SigningCertificates => "Cannot delete entity, must delete signing certificates first.",
        Conflict::Referenced => "Cannot delete entity, must remove referenced objects first.",
        Conflict::Members => "Cannot delete entity, must remove users from group first.",
        Conflict::InstanceProfile => "Cannot delete entity, must remove roles from instance profile first.",
        _ => "Cannot delete entity, it is in use.",
    })
}

pub(super) fn title(kind: IdentityKind) -> &'static str {
    match kind {
        IdentityKind::User => "User",
        IdentityKind::Group => "Group",
        IdentityKind::Role => "Role",
    }
}

fn member(kind: IdentityKind) -> &'static str {
    match kind {
        IdentityKind::User => "UserName",
        IdentityKind::Group => "GroupName",
        IdentityKind::Role => "RoleName",
    }
}

/// An answer whose structure is that of a role's, with the identity's name in the member of its kind.
pub(super) fn answer<T: Serialize>(who: &IdentityName, value: &T) -> Result<Output, ApiError> {
    let mut output = Output::of(value)?;
    if let Some(name) = output.members.remove(member(IdentityKind::Role)) {
        output.members.insert(member(who.kind).to_owned(), name);
    }
    Ok(output)
}
