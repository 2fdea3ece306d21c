//! A request to be asked about, and shorthands for policies.

use policy::{Context, Policies, Policy, Request, Requester, Source, Verdict, decide};
use serde_json::{Value, json};

pub(crate) const ACCOUNT: &str = "111111111111";
pub(crate) const OTHER: &str = "222222222222";
pub(crate) const RESOURCE: &str = "arn:aws:s3:::bucket/key";

pub(crate) const USER: Requester<'static> =
    Requester::User { arn: "arn:aws:iam::111111111111:user/u", id: "AIDA1111111111111111", account: ACCOUNT };
pub(crate) const SESSION: Requester<'static> = Requester::RoleSession {
    arn: "arn:aws:sts::111111111111:assumed-role/r/s",
    role: Some("arn:aws:iam::111111111111:role/r"),
    id: "AROA1111111111111111:s",
    account: ACCOUNT,
};
pub(crate) const FEDERATED: Requester<'static> = Requester::FederatedUser {
    arn: "arn:aws:sts::111111111111:federated-user/u",
    user: "arn:aws:iam::111111111111:user/u",
    account: ACCOUNT,
};
pub(crate) const ROOT: Requester<'static> = Requester::Root { account: ACCOUNT };

/// A policy of these statements.
pub(crate) fn policy(statements: Value) -> Policy {
    let text = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
    Policy::new(&text.parse().unwrap_or_else(|e| panic!("{text}: {e}")))
}

/// `Allow` or `Deny` everything.
pub(crate) fn every(effect: &str) -> Policy {
    policy(json!({ "Effect": effect, "Action": "*", "Resource": "*" }))
}

/// A resource's policy that allows everything to a principal.
pub(crate) fn lets_in(principal: Value) -> Policy {
    policy(json!({ "Effect": "Allow", "Principal": principal, "Action": "*", "Resource": "*" }))
}

/// What is asked: `s3:GetObject` of [`RESOURCE`], which belongs to [`ACCOUNT`].
pub(crate) struct Asked<'a> {
    pub(crate) requester: Requester<'a>,
    pub(crate) owner: &'a str,
    pub(crate) trust: bool,
    pub(crate) identity: Option<&'a Policy>,
    pub(crate) resource: Option<&'a Policy>,
    pub(crate) boundary: Option<&'a Policy>,
    pub(crate) session: Option<&'a Policy>,
    pub(crate) guardrail: Option<&'a Policy>,
}

impl Default for Asked<'_> {
    fn default() -> Self {
        Self {
            requester: USER,
            owner: ACCOUNT,
            trust: false,
            identity: None,
            resource: None,
            boundary: None,
            session: None,
            guardrail: None,
        }
    }
}

impl Asked<'_> {
    pub(crate) fn verdict(&self) -> Verdict {
        let context = Context::default();
        let (identity, resource) = (list(self.identity), list(self.resource));
        let (boundary, session, guardrail) = (list(self.boundary), list(self.session), list(self.guardrail));
        let levels: Vec<&[Source<'_>]> = self.guardrail.iter().map(|_| guardrail.as_slice()).collect();
        let request = Request {
            action: "s3:GetObject",
            resource: RESOURCE,
            owner: self.owner,
            requester: self.requester,
            context: &context,
            trust: self.trust,
        };
        let policies = Policies {
            identity: &identity,
            resource: &resource,
            boundary: self.boundary.map(|_| boundary.as_slice()),
            session: self.session.map(|_| session.as_slice()),
            guardrails: &levels,
        };
        decide(&request, &policies).verdict
    }

    pub(crate) fn is_allowed(&self) -> bool {
        matches!(self.verdict(), Verdict::Allowed(_))
    }
}

fn list(policy: Option<&Policy>) -> Vec<Source<'_>> {
    policy.map(|policy| Source { name: "p", policy }).into_iter().collect()
}

/// Whether one identity policy's statements allow a user an action on a resource.
pub(crate) fn allows(statements: Value, action: &str, resource: &str, context: &Context) -> bool {
    ask(&policy(statements), action, resource, context).0
}

/// Whether a policy allows a user an action on a resource, and the statements that decided.
pub(crate) fn ask(policy: &Policy, action: &str, resource: &str, context: &Context) -> (bool, Vec<usize>) {
    let request = Request { action, resource, owner: ACCOUNT, requester: USER, context, trust: false };
    let identity = [Source { name: "p", policy }];
    let decision = decide(&request, &Policies { identity: &identity, ..Policies::default() });
    (decision.is_allowed(), decision.findings.iter().map(|finding| finding.statement).collect())
}

pub(crate) fn context(pairs: Value) -> Context {
    let mut context = Context::default();
    for (key, value) in pairs.as_object().unwrap() {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match value {
            Value::Array(values) => context.set_all(key, values.iter().map(text).collect()),
            one => context.set(key, text(one)),
        }
    }
    context
}
