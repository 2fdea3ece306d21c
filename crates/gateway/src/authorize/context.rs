//! The condition keys that every request has (user guide, "AWS global condition context keys").

use super::principal::Principal;
use aws_wire::{Caller, CallerKind, Conditions};
use domain::{AccountId, Scope, Timestamp};
use http::header::{REFERER, USER_AGENT};
use http::request::Parts;
use policy::Context;
use std::net::IpAddr;

/// Under which circumstances somebody asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'a> {
    pub(crate) parts: &'a Parts,
    /// Where he is.
    pub(crate) peer: IpAddr,
    /// Whether nobody on the way can read along.
    pub(crate) secure: bool,
    pub(crate) now: Timestamp,
}

impl Around<'_> {
    /// The keys of a caller who asks about a resource of `owner`'s.
    pub(super) fn context(
        &self,
        caller: &Caller,
        principal: &Principal,
        owner: Option<&AccountId>,
        scope: &Scope,
    ) -> Context {
        let mut context = Context::default();
        self.request(&mut context, owner, scope);
        of_caller(&mut context, caller, principal, self.now);
        context
    }

    /// The same in two parts, for an operation that asks policies itself about what is whose it says.
    pub(super) fn conditions(&self, caller: &Caller, principal: &Principal, scope: &Scope) -> Conditions {
        let (mut request, mut own) = (Context::default(), Context::default());
        self.request(&mut request, None, scope);
        of_caller(&mut own, caller, principal, self.now);
        Conditions { request: request.into_pairs(), caller: own.into_pairs() }
    }

    /// The keys of a request that nobody has signed.
    pub(super) fn anonymous(&self, owner: &AccountId, scope: &Scope) -> Context {
        let mut context = Context::default();
        self.request(&mut context, Some(owner), scope);
        context.set("aws:PrincipalType", "Anonymous");
        context.set("aws:userid", "anonymous");
        context
    }

    fn request(&self, context: &mut Context, owner: Option<&AccountId>, scope: &Scope) {
        context.set("aws:SourceIp", self.peer.to_canonical().to_string());
        context.set("aws:SecureTransport", if self.secure { "true" } else { "false" });
        context.set("aws:CurrentTime", self.now.rfc3339());
        context.set("aws:EpochTime", self.now.0.div_euclid(1_000).to_string());
        context.set("aws:RequestedRegion", scope.region.as_str());
        // No service calls for anybody here.
        context.set("aws:ViaAWSService", "false");
        context.set("aws:PrincipalIsAWSService", "false");
        if let Some(owner) = owner {
            context.set("aws:ResourceAccount", owner.as_str());
        }
        for (key, header) in [("aws:UserAgent", USER_AGENT), ("aws:referer", REFERER)] {
            if let Some(value) = self.parts.headers.get(header).and_then(|value| value.to_str().ok()) {
                context.set(key, value);
            }
        }
    }
}

fn of_caller(context: &mut Context, caller: &Caller, principal: &Principal, now: Timestamp) {
    let session = caller.session.as_deref();
    let role = session.and_then(|session| session.role.as_deref());
    context.set("aws:PrincipalAccount", caller.account.as_str());
    // Of a session it is the role.
    context.set("aws:PrincipalArn", role.unwrap_or(&caller.arn));
    context.set("aws:userid", caller.user_id.as_str());
    context.set(
        "aws:PrincipalType",
        match caller.kind {
            CallerKind::Root => "Account",
            CallerKind::User => "User",
            CallerKind::RoleSession => "AssumedRole",
            CallerKind::FederatedUser => "FederatedUser",
            CallerKind::Anonymous => "Anonymous",
        },
    );
    if let (CallerKind::User, Some(name)) = (caller.kind, caller.arn.rsplit('/').next()) {
        context.set("aws:username", name);
    }
    // A federated user is not the user who made his session.
    if caller.kind != CallerKind::FederatedUser {
        for (key, value) in principal.tags() {
            context.set(&format!("aws:PrincipalTag/{key}"), value.as_str());
        }
    }
    let Some(session) = session else { return };
    for (key, value) in &session.tags {
        context.set(&format!("aws:PrincipalTag/{key}"), value.as_str());
    }
    context.set("aws:TokenIssueTime", session.issued.rfc3339());
    context.set("aws:MultiFactorAuthPresent", if session.mfa { "true" } else { "false" });
    if let Some(age) = session.mfa_age(now) {
        context.set("aws:MultiFactorAuthAge", age.to_string());
    }
    if let Some(identity) = &session.source_identity {
        context.set("aws:SourceIdentity", identity.as_str());
    }
    if let Some(federated) = &session.federated {
        context.set("aws:FederatedProvider", federated.provider.as_str());
        for (key, value) in &federated.claims {
            context.set(key, value.as_str());
        }
    }
    if let Some(function) = &session.source_function {
        context.set("lambda:SourceFunctionArn", function.as_str());
    }
}
