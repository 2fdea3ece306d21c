//! Users and roles with policies, and the functions that they may or may not call.

use crate::house::{ACCOUNT, NOW, SECRET, Sign};
use async_trait::async_trait;
use aws_wire::access::{Access, Asked, Check, account_of};
use aws_wire::sigv4::Secret;
use aws_wire::{ApiError, Caller, CallerKind, SessionFacts};
use domain::{AccountId, Region, Timestamp};
use gateway::authenticate::SessionToken;
use gateway::{Identities, KnownKey, Resources};
use policy::Policy;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use store::{IdentityName, PolicySource, PrincipalPolicies, StoreError};

/// The key of a user `u` with the path `/team/`.
pub(crate) const USER: Sign =
    Sign { key: "AKIAUSER", secret: SECRET, token: None, region: "us-east-1", service: "lambda", at: NOW };
/// A session of the role `r`.
pub(crate) const ROLE: Sign = Sign { key: "ASIAROLE", token: Some("t"), ..USER };
/// The same, limited to `fn1` by a session policy.
pub(crate) const NARROW: Sign = Sign { key: "ASIANARROW", ..ROLE };
/// A session of a role that was deleted, and perhaps made again.
pub(crate) const OLD: Sign = Sign { key: "ASIAOLD", ..ROLE };
/// A session of a function whose role nobody has made.
pub(crate) const UNKNOWN: Sign = Sign { key: "ASIAUNKNOWN", ..ROLE };

/// A session that the user `u` made for himself (GetSessionToken); the same with a second factor.
pub(crate) const OWN: Sign = Sign { key: "ASIAOWN", ..ROLE };
pub(crate) const OWN_MFA: Sign = Sign { key: "ASIAMFA", ..ROLE };
/// One that he made for somebody (GetFederationToken); and one that an earlier user of his name did.
pub(crate) const GUEST: Sign = Sign { key: "ASIAGUEST", ..ROLE };
pub(crate) const OLD_GUEST: Sign = Sign { key: "ASIAOLDGUEST", ..ROLE };

pub(crate) fn key(id: &str) -> Option<KnownKey> {
    let account = AccountId::new(ACCOUNT).unwrap();
    let role = |name: &str| Some(format!("arn:aws:iam::{ACCOUNT}:role/{name}"));
    let narrow = document("Allow", "lambda:*", &function("fn1"), json!({}));
    let facts = |facts: SessionFacts| Some(Arc::new(facts));
    let (kind, name, user_id, session) = match id {
        "AKIAUSER" => (CallerKind::User, "user/team/u", "AIDAU", None),
        "ASIAROLE" => (
            CallerKind::RoleSession,
            "assumed-role/r/s",
            "AROAR:s",
            facts(SessionFacts {
                role: role("r"),
                tags: BTreeMap::from([("cost".to_owned(), "1".to_owned())]),
                source_function: Some(function("caller")),
                ..SessionFacts::default()
            }),
        ),
        "ASIANARROW" => (
            CallerKind::RoleSession,
            "assumed-role/r/n",
            "AROAR:n",
            facts(SessionFacts { role: role("r"), policy: Some(narrow), ..SessionFacts::default() }),
        ),
        "ASIAOLD" => (
            CallerKind::RoleSession,
            "assumed-role/r/o",
            "AROAOLD:o",
            facts(SessionFacts { role: role("r"), ..SessionFacts::default() }),
        ),
        "ASIAUNKNOWN" => (
            CallerKind::RoleSession,
            "assumed-role/unknown/f",
            "AROAHASH:f",
            facts(SessionFacts { role: role("unknown"), role_unknown: true, ..SessionFacts::default() }),
        ),
        "ASIAOWN" | "ASIAMFA" => (
            CallerKind::User,
            "user/team/u",
            "AIDAU",
            facts(SessionFacts { mfa: id == "ASIAMFA", ..SessionFacts::default() }),
        ),
        "ASIAGUEST" | "ASIAOLDGUEST" => (
            CallerKind::FederatedUser,
            "federated-user/guest",
            "123456789012:guest",
            facts(SessionFacts {
                made_by: Some(format!("arn:aws:iam::{ACCOUNT}:user/team/u")),
                made_by_id: Some(if id == "ASIAGUEST" { "AIDAU" } else { "AIDAOLD" }.to_owned()),
                policy: Some(document("Allow", "*", "*", json!({}))),
                ..SessionFacts::default()
            }),
        ),
        _ => return None,
    };
    let service = if kind == CallerKind::User { "iam" } else { "sts" };
    Some(KnownKey {
        secret: Secret::new(SECRET),
        session_token: id.starts_with("ASIA").then(|| SessionToken("t".into())),
        expires: id.starts_with("ASIA").then_some(Timestamp(NOW + 1)),
        caller: Caller {
            arn: format!("arn:aws:{service}::{ACCOUNT}:{name}"),
            user_id: user_id.to_owned(),
            account,
            access_key_id: id.to_owned(),
            kind,
            session,
        },
    })
}

pub(crate) fn function(name: &str) -> String {
    format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}")
}

/// A policy of one statement.
pub(crate) fn document(effect: &str, action: &str, resource: &str, condition: Value) -> String {
    let statement =
        json!({ "Effect": effect, "Action": action, "Resource": resource, "Condition": condition });
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

/// What the services here ask for: of a function that is named, or of nothing.
pub(crate) fn access(asked: &Asked<'_>) -> Access {
    let name = asked.operation.name;
    let action = if name == "Invoke" { "InvokeFunction" } else { name };
    match (name, asked.text("FunctionName")) {
        ("GetCallerIdentity" | "ListUsers", _) => Access::Open,
        ("CreateFunction", _) if !asked.whole => Access::Later("lambda:CreateFunction".to_owned()),
        (_, Some(function)) => {
            let arn = match function.starts_with("arn:") {
                true => function.to_owned(),
                false => asked.scope.lambda_arn("function", function),
            };
            let owner = account_of(&arn).unwrap_or_else(|| asked.scope.account.clone());
            let check = Check::new(format!("lambda:{action}"), arn, owner);
            Access::Checks(vec![Check { kept: &["lambda:FunctionUrlAuthType"], ..check }])
        }
        _ => Access::Undeclared,
    }
}

/// Everybody.
#[derive(Default)]
pub(crate) struct People {
    revision: AtomicU64,
    all: Mutex<HashMap<String, PrincipalPolicies>>,
    /// Policies of functions by ARN.
    functions: Mutex<HashMap<String, String>>,
    /// How often policies of identities were read.
    pub(crate) reads: AtomicUsize,
    /// What was told of who used which service where.
    pub(crate) uses: Mutex<Vec<String>>,
}

impl People {
    /// Gives a user or role these policies, and a boundary.
    pub(crate) fn may(&self, kind: &str, name: &str, policies: &[String], boundary: Option<&str>) {
        let source = |(n, document): (usize, &String)| PolicySource {
            name: format!("p{n}"),
            inline: true,
            group: None,
            document: document.as_str().into(),
        };
        let found = PrincipalPolicies {
            id: if kind == "user" { "AIDAU" } else { "AROAR" }.to_owned(),
            arn: format!(
                "arn:aws:iam::{ACCOUNT}:{kind}{}{name}",
                if kind == "user" { "/team/" } else { "/" }
            ),
            tags: BTreeMap::from([("team".to_owned(), "blue".to_owned())]),
            identity: policies.iter().enumerate().map(source).collect(),
            boundary: boundary.map(|document| ("b".to_owned(), Some(document.into()))),
            revision: self.revision.fetch_add(1, Ordering::SeqCst) + 1,
        };
        self.all.lock().unwrap().insert(format!("{kind}/{name}"), found);
    }

    /// Gives one that there is one more tag.
    pub(crate) fn tag(&self, kind: &str, name: &str, key: &str, value: &str) {
        self.revision.fetch_add(1, Ordering::SeqCst);
        let mut all = self.all.lock().unwrap();
        all.get_mut(&format!("{kind}/{name}")).unwrap().tags.insert(key.to_owned(), value.to_owned());
    }

    pub(crate) fn policy_of(&self, arn: &str, document: String) {
        self.functions.lock().unwrap().insert(arn.to_owned(), document);
    }
}

#[async_trait]
impl Identities for People {
    fn revision(&self) -> u64 {
        self.revision.load(Ordering::SeqCst)
    }

    async fn policies(&self, who: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        let found = self.all.lock().unwrap().get(&format!("{}/{}", who.kind.word(), who.name)).cloned();
        Ok(found.map(|found| PrincipalPolicies { revision: self.revision(), ..found }))
    }

    fn used(&self, who: IdentityName, _: &str, service: &'static str, region: &Region, _: Timestamp) {
        self.uses.lock().unwrap().push(format!("{} {service} {region}", who.name));
    }

    async fn managed(&self, _: &AccountId, _: &str) -> Result<Option<Arc<str>>, StoreError> {
        Ok(None)
    }
}

#[async_trait]
impl Resources for People {
    async fn policy(&self, check: &Check) -> Result<Option<Arc<Policy>>, ApiError> {
        let functions = self.functions.lock().unwrap();
        Ok(functions.get(&check.resource).map(|text| Arc::new(Policy::kept(text))))
    }

    async fn with_path(&self, _: &Check) -> Result<Option<String>, ApiError> {
        Ok(None)
    }

    async fn keys(&self, check: &Check) -> Result<Vec<(String, String)>, ApiError> {
        let team = if check.resource.ends_with("blue") { "blue" } else { "red" };
        Ok(vec![("aws:ResourceTag/team".to_owned(), team.to_owned())])
    }
}
