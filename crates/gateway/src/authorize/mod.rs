//! Whether a caller may do what it asks. This is the one place of that decision: which actions on which resources an
//! operation is, its service says; here all policies that have a say are asked.
//!
//! - An account's root user may do everything with what is the account's.
//! - Users, and sessions of roles, may do what their policies allow, with permissions boundary and session policies; and what
//!   a resource's policy allows. Across accounts both sides must.
//! - In development mode a role that nobody has created may do everything.
//!
//! Never here: where policies are kept, and how a decision is reached (`policy`).

mod context;
mod principal;

pub(crate) use context::Around;
pub(crate) use principal::Principals;

use crate::config::Gateway;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked, Check};
use aws_wire::model::{Operation, Protocol};
use aws_wire::{ApiError, Caller, CallerKind, Conditions, Service};
use domain::{AccountId, FunctionArn, Region, Scope, Timestamp};
use policy::{Context, Denial, Kind, Policies, Policy, Request, Requester, Source, Verdict};
use principal::{Named, Principal};
use serde_json::{Map, Value};
use std::sync::Arc;
use store::{IdentityName, PrincipalPolicies, StoreError};

/// Users and roles, and what policies they have.
#[async_trait]
pub trait Identities: Send + Sync {
    /// Another number after every change of an identity or a managed policy. From memory.
    fn revision(&self) -> u64;

    /// All that decides what a user or a role may do; `None` where there is none of that name.
    async fn policies(&self, who: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError>;

    /// Notes that a user or a role, of this unique id, was allowed to use a service. Told about once a minute.
    fn used(&self, who: IdentityName, id: &str, service: &'static str, region: &Region, now: Timestamp);

    /// The document of a managed policy that an account may use.
    async fn managed(&self, account: &AccountId, arn: &str) -> Result<Option<Arc<str>>, StoreError>;
}

/// What is kept of resources and has a say.
#[async_trait]
pub trait Resources: Send + Sync {
    /// The policy of a resource. From memory, where a function is in use.
    async fn policy(&self, check: &Check) -> Result<Option<Arc<Policy>>, ApiError>;

    /// The ARN of a resource of IAM with its path.
    async fn with_path(&self, check: &Check) -> Result<Option<String>, ApiError>;

    /// Its condition keys: tags, and what [`Check::kept`] says.
    async fn keys(&self, check: &Check) -> Result<Vec<(String, String)>, ApiError>;
}

/// A request of somebody to a service.
pub(crate) struct Question<'a> {
    pub(crate) gateway: &'a Gateway,
    pub(crate) service: &'a dyn Service,
    pub(crate) operation: &'static Operation,
    pub(crate) caller: &'a Caller,
    /// His account, and the region of the request.
    pub(crate) scope: &'a Scope,
    pub(crate) around: Around<'a>,
}

/// What came of it.
#[derive(Debug, PartialEq)]
pub(crate) enum Answer {
    /// He may. What he does, he does in this account.
    May(AccountId),
    /// It depends on the body. Where no policy of his allows this action with anything, the resource only matters to the
    /// error, which is this one where it is not worth reading.
    Later { hopeless: Option<ApiError> },
}

impl Question<'_> {
    /// Whether he may; an error where not. `members` are those of the head, or all of them.
    pub(crate) async fn ask(&self, members: &Map<String, Value>, whole: bool) -> Result<Answer, ApiError> {
        let Self { operation, caller, scope, .. } = *self;
        let access = self.service.access(&Asked { caller, scope, operation, members, whole });
        let is_root = caller.kind == CallerKind::Root;
        let checks = match access {
            Access::Open => return Ok(Answer::May(scope.account.clone())),
            Access::Undeclared if is_root => return Ok(Answer::May(scope.account.clone())),
            Access::Undeclared => {
                let action = format!("{}:{}", self.service.model().signing_name, operation.name);
                let check = Check::new(action, "*".to_owned(), scope.account.clone());
                return Err(self.refusal(&check, None, Denial::Implicit(Kind::Identity)));
            }
            Access::Later(_) if is_root => return Ok(Answer::Later { hopeless: None }),
            Access::Later(action) => {
                let principal = self.gateway.principals.of(self.gateway, caller).await?;
                let hopeless = (!principal.could(&action)).then(|| {
                    let check = Check::new(action, "*".to_owned(), scope.account.clone());
                    self.refusal(&check, None, Denial::Implicit(Kind::Identity))
                });
                return Ok(Answer::Later { hopeless });
            }
            Access::Checks(checks) => checks,
        };
        let owner = checks.first().map_or(&scope.account, |check| &check.owner).clone();
        let mut decided = None;
        for check in &checks {
            if !(is_root && check.owner == caller.account) {
                decided = Some(self.decide(check).await?);
            }
        }
        if let (Some(principal), Some(first)) = (decided, checks.first()) {
            let identities = &*self.gateway.parts.identities;
            principal.note_use(identities, &first.action, &scope.region, self.around.now);
        }
        Ok(Answer::May(owner))
    }

    async fn decide(&self, check: &Check) -> Result<Arc<Principal>, ApiError> {
        let Self { gateway, caller, .. } = *self;
        let resources = &gateway.parts.resources;
        let principal = gateway.principals.of(gateway, caller).await?;
        if principal.is_gone() || !self.is_of_this_partition(&check.resource) {
            return Err(self.refusal(check, None, Denial::Implicit(Kind::Identity)));
        }
        let full = match check.pathless {
            true => resources.with_path(check).await?,
            false => None,
        };
        let arn = full.as_deref().unwrap_or(&check.resource);
        let attached = resources.policy(check).await?;
        let circumstances = Circumstances {
            gateway,
            caller: Some(caller),
            principal: &principal,
            attached: attached.as_deref(),
            around: &self.around,
            scope: self.scope,
        };
        let context = circumstances.context(check, arn).await?;
        let request = Request {
            action: &check.action,
            resource: arn,
            owner: check.owner.as_str(),
            requester: requester(caller),
            context: &context,
            trust: false,
        };
        let attached: Vec<Source<'_>> =
            attached.iter().map(|policy| Source { name: "the resource's policy", policy }).collect();
        match principal.decide(&request, &attached) {
            Verdict::Allowed(_) => Ok(Arc::clone(&principal)),
            Verdict::Denied(denial) => Err(self.refusal(check, full.as_deref(), denial)),
        }
    }

    /// An ARN of another partition names nothing here; what reads names out of ARNs might find one all the same, which policies
    /// say other things about.
    fn is_of_this_partition(&self, resource: &str) -> bool {
        let Some(rest) = resource.strip_prefix("arn:") else { return true };
        rest.split(':').next() == Some(self.scope.region.partition())
    }

    fn refusal(&self, check: &Check, full: Option<&str>, denial: Denial) -> ApiError {
        let model = self.service.model();
        let code = if model.protocol == Protocol::Query { "AccessDenied" } else { "AccessDeniedException" };
        let status = if matches!(model.protocol, Protocol::Json11 | Protocol::Json10) { 400 } else { 403 };
        let action = &check.action;
        let resource = check.shown.as_deref().or(full).unwrap_or(&check.resource);
        let message = format!(
            "User: {} is not authorized to perform: {action} on resource: {resource} {}",
            self.caller.arn,
            denial.because(action)
        );
        ApiError::new(status, code, message)
    }
}

/// Who asks under which circumstances, and which policies: they say which condition keys are worth looking up.
struct Circumstances<'a> {
    gateway: &'a Gateway,
    /// `None` where nobody has signed.
    caller: Option<&'a Caller>,
    principal: &'a Principal,
    attached: Option<&'a Policy>,
    around: &'a Around<'a>,
    scope: &'a Scope,
}

impl Circumstances<'_> {
    /// The condition keys of one action on one resource: none where no policy asks for any.
    async fn context(&self, check: &Check, arn: &str) -> Result<Context, ApiError> {
        let attached = self.attached.map(Policy::context_keys).unwrap_or_default();
        if !self.principal.has_keys() && attached.is_empty() {
            return Ok(Context::default());
        }
        let names = |key: &str| {
            self.principal.names(key) || attached.iter().any(|named| principal::same_key(named, key))
        };
        let mut context = match self.caller {
            Some(caller) => self.around.context(caller, self.principal, Some(&check.owner), self.scope),
            None => self.around.anonymous(&check.owner, self.scope),
        };
        for (key, values) in &check.keys {
            context.set_all(key, values.clone());
        }
        let about_tags = names("aws:ResourceTag/") || names("iam:ResourceTag/");
        if about_tags || check.kept.iter().any(|key| names(key)) {
            let looked_up = Check { resource: arn.to_owned(), ..check.clone() };
            for (key, value) in self.gateway.parts.resources.keys(&looked_up).await? {
                let is_tag = key.contains(":ResourceTag/");
                if is_tag || check.kept.contains(&key.as_str()) {
                    context.set(&key, value);
                }
            }
        }
        Ok(context)
    }
}

/// The condition keys of a request, for an operation that asks policies itself.
///
/// # Errors
/// The policies of its caller, and so his tags, cannot be read.
pub(crate) async fn conditions(
    gateway: &Gateway,
    caller: &Caller,
    scope: &Scope,
    around: &Around<'_>,
) -> Result<Conditions, ApiError> {
    let principal = gateway.principals.of(gateway, caller).await?;
    Ok(around.conditions(caller, &principal, scope))
}

/// Whether somebody, or everybody where nobody has signed, may call a function by its URL. Both permissions are needed,
/// since October 2025. Within an account either the caller's own policies or the function's will do; across accounts both
/// must allow it, and for everybody the function's must.
pub(crate) async fn may_use_url(
    gateway: &Gateway,
    caller: Option<&Caller>,
    function: &FunctionArn,
    attached: Option<&Policy>,
    signed: bool,
    around: &Around<'_>,
) -> Result<bool, ApiError> {
    let resource = function.to_string();
    let owner = &function.scope.account;
    let principal: Arc<Principal> = match caller {
        Some(caller) => gateway.principals.of(gateway, caller).await?,
        None => Arc::default(),
    };
    if principal.is_gone() {
        return Ok(false);
    }
    let check = Check::new("lambda:InvokeFunctionUrl".to_owned(), resource.clone(), owner.clone())
        .with("lambda:FunctionUrlAuthType", Some(if signed { "AWS_IAM" } else { "NONE" }))
        .with("lambda:InvokedViaFunctionUrl", Some("true"))
        .with("lambda:FunctionArn", Some(&resource));
    let (principal, scope) = (&*principal, &function.scope);
    let circumstances = Circumstances { gateway, caller, principal, attached, around, scope };
    let context = circumstances.context(&check, &resource).await?;
    let attached: Vec<Source<'_>> =
        attached.iter().map(|policy| Source { name: "the function's policy", policy }).collect();
    Ok(["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].into_iter().all(|action| {
        let request = Request {
            action,
            resource: &resource,
            owner: owner.as_str(),
            requester: caller.map_or(Requester::Anonymous, requester),
            context: &context,
            trust: false,
        };
        matches!(principal.decide(&request, &attached), Verdict::Allowed(_))
    }))
}

/// A caller as policies know him.
fn requester(caller: &Caller) -> Requester<'_> {
    let account = caller.account.as_str();
    let session = caller.session.as_ref();
    match caller.kind {
        CallerKind::Anonymous => Requester::Anonymous,
        CallerKind::Root => Requester::Root { account },
        CallerKind::User => Requester::User { arn: &caller.arn, id: &caller.user_id, account },
        CallerKind::RoleSession => {
            let role = session.and_then(|session| session.role.as_deref());
            Requester::RoleSession { arn: &caller.arn, role, id: &caller.user_id, account }
        }
        CallerKind::FederatedUser => {
            let user = session.and_then(|session| session.made_by.as_deref()).unwrap_or_default();
            Requester::FederatedUser { arn: &caller.arn, user, account }
        }
    }
}

fn sources(named: &[Named]) -> Vec<Source<'_>> {
    named.iter().map(|named| Source { name: &named.name, policy: &named.policy }).collect()
}

impl Principal {
    /// What all policies together say.
    fn decide(&self, request: &Request<'_>, attached: &[Source<'_>]) -> Verdict {
        let identity = sources(self.identity());
        let boundary = self.boundary().map(sources);
        let session = self.session().map(sources);
        let policies = Policies {
            identity: &identity,
            resource: attached,
            boundary: boundary.as_deref(),
            session: session.as_deref(),
            guardrails: &[],
        };
        policy::decide(request, &policies).verdict
    }
}
