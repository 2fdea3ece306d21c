//! Who sent a request, with all that policies may ask about him.

use domain::{AccountId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The identity behind a verified signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account it belongs to.
    pub account: AccountId,
    /// `Arn` of GetCallerIdentity: of the root user, of a user with his path, of an assumed role's session, of a federated
    /// user.
    pub arn: String,
    /// `UserId` of GetCallerIdentity: the account's number, `AIDA…`, `AROA…:<session>`, `<account>:<name>`.
    pub user_id: String,
    /// The key that signed, which is no secret.
    pub access_key_id: String,
    /// What sort of identity it is.
    pub kind: CallerKind,
    /// What is known of the session whose temporary credentials signed; `None` for access keys that do not end.
    pub session: Option<Arc<SessionFacts>>,
}

/// Sorts of identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallerKind {
    /// The account's root access key, or any key in development mode.
    Root,
    /// A user.
    User,
    /// A session of a role: a function's execution role, or one that somebody assumed.
    RoleSession,
    /// A session that a user has made for somebody else (GetFederationToken).
    FederatedUser,
    /// Nobody: the request is not signed. The few operations that take such requests look for themselves who sent them
    /// (AssumeRoleWithWebIdentity).
    Anonymous,
}

/// What temporary credentials were issued with. It never changes during their life (user guide, "Session policies",
/// "Passing session tags in AWS STS", "Monitor and control actions taken with assumed roles").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionFacts {
    /// The role's ARN, with its path. `None` for sessions of users (GetSessionToken, GetFederationToken).
    pub role: Option<String>,
    /// `RoleSessionName`, or the federated user's name.
    pub name: Option<String>,
    /// The ARN of the user who made the session of a federated user.
    pub made_by: Option<String>,
    /// `AIDA…` of that user: another one may have his name since.
    pub made_by_id: Option<String>,
    /// The inline session policy, as it was given.
    pub policy: Option<String>,
    /// ARNs of the managed session policies. A session of a role that has neither these nor an inline one is not limited by
    /// session policies; one of a federated user that has none may do nothing.
    pub policy_arns: Vec<String>,
    /// Session tags, those that came down a chain of roles included.
    pub tags: BTreeMap<String, String>,
    /// Keys of the tags that go on to the next role of a chain.
    pub transitive_tags: BTreeSet<String>,
    /// `SourceIdentity`, which goes on along a chain of roles.
    pub source_identity: Option<String>,
    /// When it was issued (`aws:TokenIssueTime`).
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// Whether it was made with a second factor (`aws:MultiFactorAuthPresent`).
    pub mfa: bool,
    /// Whether a session of a role made it (role chaining).
    pub chained: bool,
    /// Whether IAM had no such role when it was issued: a function may have one that nobody made here.
    pub role_unknown: bool,
    /// The ARN of the function that it was issued to, without a version (`lambda:SourceFunctionArn`).
    pub source_function: Option<String>,
    /// What a token of an identity provider said (AssumeRoleWithWebIdentity).
    pub federated: Option<Federated>,
}

impl SessionFacts {
    /// Seconds since the second factor was given, which is when the session began; `None` where there was none.
    pub fn mfa_age(&self, now: Timestamp) -> Option<i64> {
        self.mfa.then(|| now.0.saturating_sub(self.issued.0).max(0) / 1_000)
    }

    /// Whether session policies limit it.
    pub fn has_policies(&self) -> bool {
        self.policy.is_some() || !self.policy_arns.is_empty()
    }
}

/// A token of an identity provider, verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Federated {
    /// The provider's ARN (`aws:FederatedProvider`).
    pub provider: String,
    /// Condition keys and what the token says: `<the issuer's URL without its scheme>:aud`, `…:sub` and so on.
    pub claims: BTreeMap<String, String>,
}
