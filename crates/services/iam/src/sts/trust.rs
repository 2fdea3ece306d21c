//! Whether a role's trust policy, and the policies of who asks, let him assume it.

use super::StsService;
use crate::errors::internal;
use aws_wire::{ApiError, Caller, CallerKind, RequestContext};
use policy::{Context, Denial, Policies, Policy, Request, Requester, Source, Verdict, decide};
use std::sync::Arc;
use store::{IdentityName, PrincipalPolicies, Role, StoreError};

/// Who asks to assume a role, with the policies that limit him.
pub(super) struct Asker<'a> {
    caller: &'a Caller,
    requester: Requester<'a>,
    own: Option<PrincipalPolicies>,
    /// There is no such identity any more: what trust policies say of its ARN is not about it.
    is_gone: bool,
    session: Vec<(String, Option<Arc<str>>)>,
}

impl<'a> Asker<'a> {
    /// Looks up what is kept of a caller.
    pub(super) async fn of(service: &StsService, caller: &'a Caller) -> Result<Self, ApiError> {
        let found = Self::read(service, caller).await;
        let (own, session) = found.map_err(|error| internal(&error))?;
        let is_kept = match caller.kind {
            CallerKind::User => true,
            // In development mode a function's role may be one that nobody has made.
            CallerKind::RoleSession => {
                !(service.lenient && caller.session.as_ref().is_some_and(|facts| facts.role_unknown))
            }
            _ => false,
        };
        let is_gone = is_kept && own.is_none();
        Ok(Self { caller, requester: requester(caller), own, is_gone, session })
    }

    async fn read(
        service: &StsService,
        caller: &Caller,
    ) -> Result<(Option<PrincipalPolicies>, Vec<(String, Option<Arc<str>>)>), StoreError> {
        let facts = caller.session.as_deref();
        let arn = facts.and_then(|facts| facts.role.as_deref()).unwrap_or(&caller.arn);
        let own = match IdentityName::of_arn(arn) {
            Some(name) => service.store.principal_policies(&name).await?,
            None => None,
        };
        // One that was deleted and made anew is another one.
        let own =
            own.filter(|own| caller.user_id.split(':').next() == Some(own.id.as_str()) && own.arn == arn);
        let mut session = Vec::new();
        if let Some(facts) = facts {
            if let Some(document) = &facts.policy {
                session.push(("session policy".to_owned(), Some(Arc::from(document.as_str()))));
            }
            for arn in &facts.policy_arns {
                session.push((arn.clone(), service.store.managed_document(&caller.account, arn).await?));
            }
        }
        Ok((own, session))
    }

    /// Whether he may do something with a role. `with` adds the keys of the request.
    pub(super) fn may(
        &self,
        context: &RequestContext,
        role: &Role,
        action: &str,
        with: impl FnOnce(&mut Context),
    ) -> Result<(), ApiError> {
        let mut keys = of_role(&context.conditions.request, role);
        for (key, values) in &context.conditions.caller {
            keys.set_all(key, values.clone());
        }
        with(&mut keys);
        let own: Vec<(String, Policy)> = self
            .own
            .iter()
            .flat_map(|own| &own.identity)
            .map(|source| (source.name.clone(), Policy::kept(&source.document)))
            .collect();
        let identity = sources(&own);
        let boundary: Option<Vec<(String, Policy)>> = self.own.as_ref().and_then(|own| {
            own.boundary.as_ref().map(|(arn, document)| vec![(arn.clone(), kept(document.as_deref()))])
        });
        let boundary: Option<Vec<Source<'_>>> = boundary.as_deref().map(sources);
        let session: Vec<(String, Policy)> =
            self.session.iter().map(|(name, text)| (name.clone(), kept(text.as_deref()))).collect();
        let session = sources(&session);
        let is_limited = !session.is_empty() || self.caller.kind == CallerKind::FederatedUser;
        let trust = Policy::kept(&role.assume_role_document);
        let trust = [Source { name: "trust policy", policy: &trust }];
        let policies = Policies {
            identity: &identity,
            resource: &trust,
            boundary: boundary.as_deref(),
            session: is_limited.then_some(session.as_slice()),
            guardrails: &[],
        };
        let arn = role.arn();
        let request = Request {
            action,
            resource: &arn,
            owner: role.account.as_str(),
            requester: self.requester,
            context: &keys,
            trust: true,
        };
        match decide(&request, &policies).verdict {
            Verdict::Allowed(_) if self.is_gone => Err(super::denied(format!(
                "User: {} is not authorized to perform: {action} on resource: {arn}",
                self.caller.arn
            ))),
            Verdict::Allowed(_) => Ok(()),
            Verdict::Denied(denial) => {
                // Why nothing allows it is not told; what denies it is.
                let because = match denial {
                    Denial::Implicit(_) => String::new(),
                    Denial::Explicit(_) => format!(" {}", denial.because(action)),
                };
                Err(super::denied(format!(
                    "User: {} is not authorized to perform: {action} on resource: {arn}{because}",
                    self.caller.arn
                )))
            }
        }
    }
}

/// The keys of a request, and of the role that it is about.
pub(super) fn of_role(request: &[(String, Vec<String>)], role: &Role) -> Context {
    let mut keys = Context::default();
    for (key, values) in request {
        keys.set_all(key, values.clone());
    }
    keys.set("aws:ResourceAccount", role.account.as_str());
    for (key, value) in &role.tags {
        keys.set(&format!("aws:ResourceTag/{key}"), value.as_str());
        keys.set(&format!("iam:ResourceTag/{key}"), value.as_str());
    }
    keys
}

/// A document that is there, or nothing that is allowed.
fn kept(document: Option<&str>) -> Policy {
    document.map_or_else(Policy::closed, Policy::kept)
}

fn sources(policies: &[(String, Policy)]) -> Vec<Source<'_>> {
    policies.iter().map(|(name, policy)| Source { name, policy }).collect()
}

fn requester(caller: &Caller) -> Requester<'_> {
    let account = caller.account.as_str();
    let facts = caller.session.as_deref();
    match caller.kind {
        CallerKind::Root => Requester::Root { account },
        CallerKind::Anonymous => Requester::Anonymous,
        CallerKind::User => Requester::User { arn: &caller.arn, id: &caller.user_id, account },
        CallerKind::RoleSession => {
            let role = facts.and_then(|facts| facts.role.as_deref());
            Requester::RoleSession { arn: &caller.arn, role, id: &caller.user_id, account }
        }
        CallerKind::FederatedUser => {
            let user = facts.and_then(|facts| facts.made_by.as_deref()).unwrap_or_default();
            Requester::FederatedUser { arn: &caller.arn, user, account }
        }
    }
}

/// Whether a trust policy lets somebody in who has a token of an identity provider.
pub(super) fn admits(role: &Role, provider: &str, action: &str, keys: &Context) -> bool {
    let trust = Policy::kept(&role.assume_role_document);
    let trust = [Source { name: "trust policy", policy: &trust }];
    let arn = role.arn();
    let request = Request {
        action,
        resource: &arn,
        owner: role.account.as_str(),
        requester: Requester::Federated { provider },
        context: keys,
        trust: true,
    };
    decide(&request, &Policies { resource: &trust, ..Policies::default() }).is_allowed()
}
