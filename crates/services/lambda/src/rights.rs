//! What a function's execution role lets Lambda do in its name: tell destinations and dead-letter targets what became of an
//! event (developer guide, "Adding a destination", "Adding a dead-letter queue").
//!
//! Never here: what the function's own code may do, which whoever it calls decides.

use crate::errors::{self, invalid};
use crate::roles::trusts_lambda;
use crate::service::LambdaService;
use aws_wire::ApiError;
use domain::{AccountId, FunctionArn, FunctionConfig};
use lru::LruCache;
use policy::{Context, Policies, Policy, Request, Requester, Source, Verdict};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use store::{IdentityKind, IdentityName, StoreError};

/// Roles whose policies are kept ready.
const READY: NonZeroUsize = NonZeroUsize::new(512).unwrap();

/// The policies of execution roles, compiled once for as long as nothing of IAM changes.
pub(crate) struct Rights(Mutex<LruCache<String, Arc<Known>>>);

impl Default for Rights {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(READY)))
    }
}

/// A role as of a revision; `None` where IAM has none of that ARN.
struct Known {
    revision: u64,
    role: Option<Role>,
}

struct Role {
    id: String,
    trust: String,
    tags: BTreeMap<String, String>,
    identity: Vec<(String, Policy)>,
    boundary: Option<Vec<(String, Policy)>>,
}

/// Whether a role may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Right {
    /// It may.
    Has,
    /// It may not; why, for the operator.
    Lacks(String),
    /// IAM knows no such role.
    Unknown,
}

/// What telling a target takes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Telling {
    /// The service as errors name it.
    service: &'static str,
    /// The operation as errors name it.
    operation: &'static str,
    action: &'static str,
    resource: String,
}

impl Telling {
    /// `None` where nothing of the kind is told.
    fn of(target: &str, function: &FunctionConfig) -> Option<Self> {
        let (service, operation, action) = match target.split(':').nth(2)? {
            "sqs" => ("SQS", "SendMessage", "sqs:SendMessage"),
            "sns" => ("SNS", "Publish", "sns:Publish"),
            "events" => ("EventBridge", "PutEvents", "events:PutEvents"),
            "lambda" => ("Lambda", "InvokeFunction", "lambda:InvokeFunction"),
            "s3" => ("S3", "PutObject", "s3:PutObject"),
            _ => return None,
        };
        // Of objects, all names that a record of this function may have begin so.
        let resource = match service {
            "S3" => format!("{target}/aws/lambda/async/{}/", function.name),
            _ => target.to_owned(),
        };
        Some(Self { service, operation, action, resource })
    }
}

impl LambdaService {
    /// Refuses a destination that the function's role may not tell. What a role may that IAM does not know is seen when it is
    /// told, as with what its function calls.
    pub(crate) async fn check_destination(
        &self,
        function: &FunctionConfig,
        arn: &str,
    ) -> Result<(), ApiError> {
        let Some(telling) = Telling::of(arn, function) else { return Ok(()) };
        match self.right(function, arn, &telling).await? {
            Right::Lacks(_) => Err(invalid(format!(
                "The function's execution role does not have permissions to call {} on {arn}",
                telling.operation
            ))),
            Right::Has | Right::Unknown => Ok(()),
        }
    }

    /// The same for the dead-letter target of a configuration, if it has one.
    pub(crate) async fn check_dead_letter(&self, function: &FunctionConfig) -> Result<(), ApiError> {
        let Some(arn) = function.dead_letter_arn.as_deref().filter(|arn| !arn.is_empty()) else {
            return Ok(());
        };
        let Some(telling) = Telling::of(arn, function) else { return Ok(()) };
        match self.right(function, arn, &telling).await? {
            Right::Lacks(_) => Err(invalid(format!(
                "The provided execution role does not have permissions to call {} on {}",
                telling.operation, telling.service
            ))),
            Right::Has | Right::Unknown => Ok(()),
        }
    }

    /// Whether a function's role may tell a target now; of a role that IAM does not know, nobody says that it may, but in
    /// development mode.
    pub(crate) async fn may_tell(
        &self,
        function: &FunctionConfig,
        target: &str,
    ) -> Result<Result<(), String>, ApiError> {
        let Some(telling) = Telling::of(target, function) else { return Ok(Ok(())) };
        Ok(match self.right(function, target, &telling).await? {
            Right::Has => Ok(()),
            Right::Unknown if self.config.foreign_roles => Ok(()),
            Right::Unknown => Err(format!("there is no role {}", function.role)),
            Right::Lacks(why) => Err(why),
        })
    }

    async fn right(
        &self,
        function: &FunctionConfig,
        target: &str,
        telling: &Telling,
    ) -> Result<Right, ApiError> {
        let known = self.role_of(&function.role).await.map_err(|error| errors::store(&error))?;
        let Some(role) = &known.role else { return Ok(Right::Unknown) };
        if !trusts_lambda(&role.trust, function) {
            return Ok(Right::Lacks(format!("the role {} does not trust Lambda", function.role)));
        }
        let own = &function.scope.account;
        let mut context = role.context(function);
        // What somebody's queue lets in, its service says itself; what a function does, its policy.
        let (attached, owner) = match telling.service {
            "Lambda" => {
                for (key, value) in self.resource_keys(target).await? {
                    context.set(&key, value);
                }
                let owner = target.split(':').nth(4).and_then(|account| AccountId::new(account).ok());
                (self.resource_policy(target).await?, owner.unwrap_or_else(|| own.clone()))
            }
            _ => (None, own.clone()),
        };
        context.set("aws:ResourceAccount", owner.as_str());
        let name = function.role.rsplit('/').next().unwrap_or_default();
        let partition = function.scope.region.partition();
        let arn = format!("arn:{partition}:sts::{own}:assumed-role/{name}/{}", function.name);
        let id = format!("{}:{}", role.id, function.name);
        let request = Request {
            action: telling.action,
            resource: &telling.resource,
            owner: owner.as_str(),
            requester: Requester::RoleSession {
                arn: &arn,
                role: Some(&function.role),
                id: &id,
                account: own.as_str(),
            },
            context: &context,
            trust: false,
        };
        let attached: Vec<Source<'_>> =
            attached.iter().map(|policy| Source { name: "the function's policy", policy }).collect();
        let (identity, boundary) = (sources(&role.identity), role.boundary.as_deref().map(sources));
        let policies = Policies {
            identity: &identity,
            resource: &attached,
            boundary: boundary.as_deref(),
            ..Policies::default()
        };
        Ok(match policy::decide(&request, &policies).verdict {
            Verdict::Allowed(_) => Right::Has,
            Verdict::Denied(denial) => Right::Lacks(format!(
                "{arn} is not authorized to perform: {} on resource: {} {}",
                telling.action,
                telling.resource,
                denial.because(telling.action)
            )),
        })
    }

    async fn role_of(&self, arn: &str) -> Result<Arc<Known>, StoreError> {
        let revision = self.identities.identity_revision();
        {
            let mut ready = self.rights.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = ready.get(arn).filter(|known| known.revision == revision) {
                return Ok(Arc::clone(known));
            }
        }
        let known = Arc::new(Known { revision, role: self.read_role(arn).await? });
        let mut ready = self.rights.0.lock().unwrap_or_else(PoisonError::into_inner);
        ready.put(arn.to_owned(), Arc::clone(&known));
        Ok(known)
    }

    async fn read_role(&self, arn: &str) -> Result<Option<Role>, StoreError> {
        let Some(name) = IdentityName::of_arn(arn).filter(|name| name.kind == IdentityKind::Role) else {
            return Ok(None);
        };
        // Names are unique whatever their path is; whose ARN has another one is none of this ARN.
        let kept = self.identities.role(&name.account, &name.name).await?.filter(|role| role.arn() == arn);
        let Some(kept) = kept else { return Ok(None) };
        let Some(found) = self.identities.principal_policies(&name).await? else { return Ok(None) };
        let compiled = |name: &str, document: &str| (name.to_owned(), Policy::kept(document));
        Ok(Some(Role {
            id: found.id,
            trust: kept.assume_role_document,
            tags: found.tags,
            identity: found.identity.iter().map(|source| compiled(&source.name, &source.document)).collect(),
            // A boundary whose document is not known allows nothing.
            boundary: found
                .boundary
                .map(|(arn, document)| document.iter().map(|document| compiled(&arn, document)).collect()),
        }))
    }
}

impl Role {
    /// The condition keys of a call that Lambda makes as this role for a function.
    fn context(&self, function: &FunctionConfig) -> Context {
        let mut context = Context::default();
        for (key, value) in [
            ("aws:PrincipalAccount", function.scope.account.as_str()),
            ("aws:PrincipalArn", &function.role),
            ("aws:PrincipalType", "AssumedRole"),
            ("aws:RequestedRegion", function.scope.region.as_str()),
            ("aws:SecureTransport", "true"),
            ("aws:PrincipalIsAWSService", "false"),
            ("aws:ViaAWSService", "false"),
        ] {
            context.set(key, value);
        }
        context.set("aws:userid", format!("{}:{}", self.id, function.name));
        let arn = FunctionArn::unqualified(function.scope.clone(), function.name.clone());
        context.set("lambda:SourceFunctionArn", arn.to_string());
        for (key, value) in &self.tags {
            context.set(&format!("aws:PrincipalTag/{key}"), value.as_str());
        }
        context
    }
}

fn sources(policies: &[(String, Policy)]) -> Vec<Source<'_>> {
    policies.iter().map(|(name, policy)| Source { name, policy }).collect()
}
