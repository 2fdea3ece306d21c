//! AssumeRole.

use super::session::{HOUR_S, end, packed, policies, tags};
use super::trust::Asker;
use super::{StsService, denied, invalid, show};
use crate::errors::{internal, validation};
use crate::tokens::Bearer;
use aws_wire::generated::sts as wire;
use aws_wire::{ApiError, Caller, CallerKind, Input, Output, RequestContext, SessionFacts};
use policy::Context;
use store::{IdentityKind, IdentityName, Role};

pub(super) async fn assume_role(
    service: &StsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::AssumeRoleRequest = input.parse()?;
    let caller = &context.caller;
    if caller.kind == CallerKind::FederatedUser {
        return Err(denied("Cannot call AssumeRole with federation token credentials"));
    }
    let is_let_in = service.lenient && caller.kind == CallerKind::Root;
    if caller.kind == CallerKind::Root && !is_let_in {
        return Err(denied("Roles may not be assumed by root accounts."));
    }
    let (serial, code) = (request.serial_number.as_deref(), request.token_code.as_deref());
    let mfa = service.second_factor(context, serial, code).await?;
    let role = find_role(service, &request.role_arn).await?;
    let role = role.ok_or_else(|| no_way_in(caller, &request.role_arn))?;
    let given = request.tags.unwrap_or_default();
    let transitive = request.transitive_tag_keys.unwrap_or_default();
    let asked = Asked {
        name: &request.role_session_name,
        external_id: request.external_id.as_deref(),
        source_identity: request.source_identity.as_deref(),
        seconds: request.duration_seconds,
        tags: &given,
        transitive: &transitive,
        mfa,
    };
    if !is_let_in {
        asked.may(service, context, &role).await?;
    }
    let (tags, transitive_tags) = tags(caller, given.clone(), transitive.clone())?;
    let session = caller.session.as_deref();
    let inherited = session.and_then(|session| session.source_identity.clone());
    if let (Some(inherited), Some(new)) = (&inherited, &request.source_identity)
        && inherited != new
    {
        return Err(denied(format!(
            "User: {} is not authorized to perform: sts:SetSourceIdentity on resource: {}",
            caller.arn, request.role_arn
        )));
    }
    let is_chained = caller.kind == CallerKind::RoleSession;
    let seconds = length(&role, request.duration_seconds, is_chained)?;
    let own = policies(&*service.store, &role.account, request.policy, request.policy_arns).await?;
    let facts = SessionFacts {
        role: Some(role.arn()),
        name: Some(request.role_session_name),
        policy: own.0,
        policy_arns: own.1,
        tags,
        transitive_tags,
        source_identity: inherited.or(request.source_identity),
        issued: context.now,
        expires: end(context.now, seconds),
        chained: is_chained,
        ..SessionFacts::default()
    };
    let packed_policy_size = packed(&facts)?;
    let source_identity = facts.source_identity.clone();
    let (bearer, assumed_role_user) = bearer(&role, facts.name.as_deref().unwrap_or_default());
    let issued = service.tokens.issue(bearer, facts).map_err(|_| ApiError::internal())?;
    Output::of(&wire::AssumeRoleResponse {
        credentials: Some(show(issued)),
        assumed_role_user: Some(assumed_role_user),
        packed_policy_size,
        source_identity,
        ..Default::default()
    })
}

/// The role of an ARN, in whichever account.
pub(super) async fn find_role(service: &StsService, arn: &str) -> Result<Option<Role>, ApiError> {
    let name = IdentityName::of_arn(arn).filter(|name| name.kind == IdentityKind::Role);
    let name = name.ok_or_else(|| validation("Request ARN is invalid"))?;
    let found = service.store.role(&name.account, &name.name).await;
    Ok(found.map_err(|error| internal(&error))?.filter(|role| role.arn() == arn))
}

/// Whether there is no such role is not told.
fn no_way_in(caller: &Caller, role: &str) -> ApiError {
    denied(format!("User: {} is not authorized to perform: sts:AssumeRole on resource: {role}", caller.arn))
}

/// Who has a role's session, and how the answer calls him.
pub(super) fn bearer(role: &Role, session: &str) -> (Bearer, wire::AssumedRoleUser) {
    let arn = format!("arn:{}:sts::{}:assumed-role/{}/{session}", role.partition, role.account, role.name);
    let user_id = format!("{}:{session}", role.id);
    let shown = wire::AssumedRoleUser { assumed_role_id: user_id.clone(), arn: arn.clone() };
    (Bearer { account: role.account.clone(), arn, user_id, kind: CallerKind::RoleSession }, shown)
}

/// Seconds of a session (API reference, `DurationSeconds`).
pub(super) fn length(role: &Role, asked: Option<i32>, is_chained: bool) -> Result<u32, ApiError> {
    let seconds = asked.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(HOUR_S);
    if is_chained && seconds > HOUR_S {
        return Err(validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
        ));
    }
    if seconds > role.max_session_s {
        return Err(validation(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    Ok(seconds)
}

/// What a request wants to be allowed.
struct Asked<'a> {
    name: &'a str,
    external_id: Option<&'a str>,
    source_identity: Option<&'a str>,
    seconds: Option<i32>,
    tags: &'a [wire::Tag],
    transitive: &'a [String],
    /// With a second factor. The session has none for it: only the trust policy is asked (user guide, "Secure API access with
    /// MFA").
    mfa: bool,
}

impl Asked<'_> {
    async fn may(&self, service: &StsService, context: &RequestContext, role: &Role) -> Result<(), ApiError> {
        let asker = Asker::of(service, &context.caller).await?;
        asker.may(context, role, "sts:AssumeRole", |keys| self.set(keys))?;
        if !self.tags.is_empty() {
            asker.may(context, role, "sts:TagSession", |keys| self.set(keys))?;
        }
        // One that comes down the chain takes the same right.
        let session = context.caller.session.as_deref();
        let inherits = session.is_some_and(|session| session.source_identity.is_some());
        if self.source_identity.is_some() || inherits {
            asker.may(context, role, "sts:SetSourceIdentity", |keys| self.set(keys))?;
        }
        Ok(())
    }

    /// The keys of the request (user guide, "Available keys for AWS STS").
    fn set(&self, keys: &mut Context) {
        keys.set("sts:RoleSessionName", self.name);
        for (key, value) in
            [("sts:ExternalId", self.external_id), ("sts:SourceIdentity", self.source_identity)]
        {
            if let Some(value) = value {
                keys.set(key, value);
            }
        }
        if self.mfa {
            keys.set("aws:MultiFactorAuthPresent", "true");
            keys.set("aws:MultiFactorAuthAge", "0");
        }
        if let Some(seconds) = self.seconds {
            keys.set("sts:DurationSeconds", seconds.to_string());
        }
        set_tags(keys, self.tags, self.transitive);
    }
}

/// The keys of session tags.
pub(super) fn set_tags(keys: &mut Context, tags: &[wire::Tag], transitive: &[String]) {
    for tag in tags {
        keys.set(&format!("aws:RequestTag/{}", tag.key), tag.value.as_str());
    }
    if !tags.is_empty() {
        keys.set_all("aws:TagKeys", tags.iter().map(|tag| tag.key.clone()).collect());
    }
    if !transitive.is_empty() {
        keys.set_all("sts:TransitiveTagKeys", transitive.to_vec());
    }
}

/// Seconds that must be within limits that the model does not know.
pub(super) fn within(seconds: Option<i32>, default: u32, most: u32) -> Result<u32, ApiError> {
    let seconds = seconds.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(default.min(most));
    if seconds > most {
        return Err(invalid(format!("DurationSeconds cannot be more than {most}.")));
    }
    Ok(seconds)
}
