//! What decides who may: policies of users, roles and resources for the gateway, credentials of roles for environments.
//!
//! Never here: a decision.

use async_trait::async_trait;
use aws_wire::ApiError;
use aws_wire::access::Check;
use domain::{AccountId, Clock, FunctionArn, FunctionConfig, Region, Timestamp};
use policy::Policy;
use service_iam::{RoleOf, ServiceUses, Sessions};
use service_lambda::LambdaService;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{IamStore, IdentityName, IdentityStore, PrincipalPolicies, StoreError};

/// Users and roles, and what they use.
pub(super) struct Identities(pub(super) Arc<dyn IdentityStore>, pub(super) Arc<ServiceUses>);

#[async_trait]
impl gateway::Identities for Identities {
    fn revision(&self) -> u64 {
        self.0.identity_revision()
    }

    async fn policies(&self, who: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError> {
        self.0.principal_policies(who).await
    }

    fn used(&self, who: IdentityName, id: &str, service: &'static str, region: &Region, now: Timestamp) {
        self.1.note(who, id, service, region, now);
    }

    async fn managed(&self, account: &AccountId, arn: &str) -> Result<Option<Arc<str>>, StoreError> {
        self.0.managed_document(account, arn).await
    }
}

/// Functions, layers, and what IAM keeps as resources, by what their ARNs say that they are.
pub(super) struct Resources {
    pub(super) lambda: Arc<LambdaService>,
    pub(super) identities: Arc<dyn IamStore>,
}

fn service(arn: &str) -> &str {
    arn.split(':').nth(2).unwrap_or_default()
}

#[async_trait]
impl gateway::Resources for Resources {
    async fn policy(&self, check: &Check) -> Result<Option<Arc<Policy>>, ApiError> {
        match service(&check.resource) {
            "lambda" => self.lambda.resource_policy(&check.resource).await,
            _ => Ok(None),
        }
    }

    async fn with_path(&self, check: &Check) -> Result<Option<String>, ApiError> {
        service_iam::with_path(&*self.identities, &check.resource).await
    }

    async fn keys(&self, check: &Check) -> Result<Vec<(String, String)>, ApiError> {
        match service(&check.resource) {
            "lambda" => self.lambda.resource_keys(&check.resource).await,
            "iam" => service_iam::resource_keys(&*self.identities, &check.resource).await,
            _ => Ok(Vec::new()),
        }
    }
}

/// Roles whose ids are remembered at most.
const ROLES: usize = 4_096;

/// Credentials of execution roles for the worker's environments.
pub(super) struct Roles {
    sessions: Arc<Sessions>,
    identities: Arc<dyn IdentityStore>,
    clock: Arc<dyn Clock>,
    /// How long credentials are good for: longer than any environment lives.
    life: Duration,
    /// Roles by ARN, `None` where IAM has none, as of a revision: a cold start asks no database.
    known: Mutex<(u64, KnownRoles)>,
}

type KnownRoles = HashMap<String, Option<Arc<KnownRole>>>;

/// What of a role matters when credentials are issued.
struct KnownRole {
    /// `AROA…`.
    id: String,
    /// Its trust policy.
    trust: String,
}

impl Roles {
    pub(super) fn new(
        sessions: Arc<Sessions>,
        identities: Arc<dyn IdentityStore>,
        clock: Arc<dyn Clock>,
        life: Duration,
    ) -> Self {
        Self { sessions, identities, clock, life, known: Mutex::default() }
    }

    /// The role of this ARN; `None` where IAM has none.
    async fn role(&self, arn: &str) -> Result<Option<Arc<KnownRole>>, StoreError> {
        let revision = self.identities.identity_revision();
        {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.0 != revision || known.1.len() >= ROLES {
                *known = (revision, HashMap::new());
            }
            if let Some(role) = known.1.get(arn) {
                return Ok(role.clone());
            }
        }
        let found = match IdentityName::of_arn(arn) {
            Some(name) => self.identities.role(&name.account, &name.name).await?,
            None => None,
        };
        // Names are unique whatever their path is; whose ARN has another one is none of this ARN.
        let found = found.filter(|role| role.arn() == arn);
        let role = found.map(|role| Arc::new(KnownRole { id: role.id, trust: role.assume_role_document }));
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 == revision {
            known.1.insert(arn.to_owned(), role.clone());
        }
        Ok(role)
    }
}

#[async_trait]
impl worker::RoleCredentials for Roles {
    async fn issue(&self, function: &FunctionConfig) -> worker::Credentials {
        let life = i64::try_from(self.life.as_millis()).unwrap_or(i64::MAX);
        let arn = FunctionArn::unqualified(function.scope.clone(), function.name.clone()).to_string();
        let issued = match self.role(&function.role).await {
            // It trusted Lambda when the function was made, or was not there.
            Ok(Some(role)) if !service_lambda::trusts_lambda(&role.trust, function) => {
                Err("its role does not trust Lambda".to_owned())
            }
            Ok(role) => {
                let id = role.as_ref().map(|role| role.id.as_str());
                let role = RoleOf { function: &arn, role: &function.role, id };
                let (scope, name) = (&function.scope, function.name.as_str());
                self.sessions.issue(scope, &role, name, self.clock.now(), life).map_err(|e| e.to_string())
            }
            Err(error) => Err(error.to_string()),
        };
        match issued {
            Ok(session) => worker::Credentials {
                access_key_id: session.access_key_id.clone(),
                secret_access_key: session.secret.clone(),
                session_token: session.token.clone(),
                expires: session.expires,
            },
            Err(error) => {
                // The function runs, and whatever it signs is refused.
                tracing::error!(error, "no credentials for a function");
                worker::Credentials {
                    access_key_id: String::new(),
                    secret_access_key: String::new(),
                    session_token: String::new(),
                    expires: self.clock.now(),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use aws_wire::access::{Access, Asked};
    use aws_wire::generated::{ALL, cloudwatch, iam, lambda, logs, sts, xray};
    use aws_wire::{Caller, CallerKind, ServiceModel};
    use domain::{AccountId, Region, Scope};
    use serde_json::Map;

    type Asks = fn(&Asked<'_>) -> Access;

    /// What each service says of its operations.
    fn asks(model: &ServiceModel) -> Option<Asks> {
        let known: [(&ServiceModel, Asks); 6] = [
            (&cloudwatch::MODEL, service_cloudwatch::access),
            (&lambda::MODEL, service_lambda::access),
            (&logs::MODEL, service_logs::access),
            (&iam::MODEL, service_iam::access),
            (&sts::MODEL, service_iam::sts_access),
            (&xray::MODEL, service_xray::access),
        ];
        known.into_iter().find(|(known, _)| known.signing_name == model.signing_name).map(|(_, asks)| asks)
    }

    #[test]
    fn operations_without_authorization_are_listed_and_get_fewer() {
        let account = AccountId::new("123456789012").unwrap();
        let caller = Caller {
            account: account.clone(),
            arn: "arn:aws:iam::123456789012:user/u".to_owned(),
            user_id: "AIDAX".to_owned(),
            access_key_id: "AKIAX".to_owned(),
            kind: CallerKind::User,
            session: None,
        };
        let scope = Scope::new(account, Region::new("us-east-1").unwrap());
        let mut undeclared = Vec::new();
        for model in ALL {
            for operation in model.operations {
                let (members, whole) = (&Map::new(), true);
                let asked = Asked { caller: &caller, scope: &scope, operation, members, whole };
                if asks(model).is_none_or(|asks| asks(&asked) == Access::Undeclared) {
                    undeclared.push(format!("{}:{}", model.signing_name, operation.name));
                }
            }
        }
        undeclared.sort();
        let listed: Vec<&str> = include_str!("undeclared.txt").lines().collect();
        assert_eq!(undeclared, listed, "whoever adds an operation says what it asks to be allowed");
        let done = ["lambda:", "iam:", "sts:", "logs:", "xray:", "monitoring:"];
        assert!(!listed.iter().any(|line| done.iter().any(|service| line.starts_with(service))));
    }
}
