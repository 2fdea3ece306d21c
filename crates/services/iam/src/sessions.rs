//! Sessions of execution roles: the temporary credentials that a function's environment starts with.
//!
//! They live in memory, since an environment does not outlive the server either, and there is a limit to how many:
//! beyond it those that end first go first.
//!
//! Never here: what a session may do.

use crate::ids::{NoRandomness, secret, token, unique_id};
use aws_wire::SessionFacts;
use domain::fnv::{BASIS, fnv1a_from};
use domain::{AccountId, Scope, Timestamp};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Sessions at most; each takes about 600 bytes.
const MAX_SESSIONS: usize = 100_000;

/// Temporary credentials and whose they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// `ASIA…`.
    pub access_key_id: String,
    /// The secret access key.
    pub secret: String,
    /// The session token.
    pub token: String,
    /// When they end.
    pub expires: Timestamp,
    /// The function's account.
    pub account: AccountId,
    /// `arn:aws:sts::<account>:assumed-role/<role>/<function>`.
    pub arn: String,
    /// `<role id>:<function>`.
    pub user_id: String,
    /// What policies may ask about it.
    pub facts: Arc<SessionFacts>,
}

/// Which role of which function a session is of.
#[derive(Clone, Copy, Debug)]
pub struct RoleOf<'a> {
    /// The function's ARN, without a version.
    pub function: &'a str,
    /// `arn:<partition>:iam::<account>:role/<path><name>`.
    pub role: &'a str,
    /// `AROA…`; `None` where IAM has no such role.
    pub id: Option<&'a str>,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("access_key_id", &self.access_key_id)
            .field("arn", &self.arn)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// All sessions.
#[derive(Default)]
pub struct Sessions {
    all: Mutex<All>,
}

#[derive(Default)]
struct All {
    by_key: HashMap<String, Arc<Session>>,
    by_expiry: BTreeSet<(Timestamp, String)>,
    limit: Option<usize>,
}

impl Sessions {
    /// No sessions yet, and never more than that many.
    pub fn with_limit(limit: usize) -> Self {
        Self { all: Mutex::new(All { limit: Some(limit), ..All::default() }) }
    }

    /// Issues credentials of a role to a session, `life_ms` milliseconds long. `session` is the function's name, as on AWS.
    pub fn issue(
        &self,
        scope: &Scope,
        of: &RoleOf<'_>,
        session: &str,
        now: Timestamp,
        life_ms: i64,
    ) -> Result<Arc<Session>, NoRandomness> {
        // Also where development mode lets a function have a role of another account: what it calls is in its own.
        let account = scope.account.clone();
        let role = of.role.rsplit('/').next().unwrap_or(of.role);
        let id = of.id.map_or_else(|| role_id(of.role), str::to_owned);
        let expires = Timestamp(now.0.saturating_add(life_ms));
        let facts = SessionFacts {
            role: Some(of.role.to_owned()),
            role_unknown: of.id.is_none(),
            name: Some(session.to_owned()),
            source_function: Some(of.function.to_owned()),
            issued: now,
            expires,
            ..SessionFacts::default()
        };
        let session = Arc::new(Session {
            access_key_id: unique_id::<16>("ASIA")?,
            secret: secret()?,
            token: token()?,
            expires,
            arn: format!("arn:{}:sts::{account}:assumed-role/{role}/{session}", scope.region.partition()),
            user_id: format!("{id}:{session}"),
            facts: Arc::new(facts),
            account,
        });
        let mut all = self.lock();
        all.forget_expired(now);
        all.by_expiry.insert((session.expires, session.access_key_id.clone()));
        all.by_key.insert(session.access_key_id.clone(), Arc::clone(&session));
        all.shrink();
        Ok(session)
    }

    /// The session of an access key, also for a while after it ended.
    pub fn find(&self, access_key_id: &str) -> Option<Arc<Session>> {
        self.lock().by_key.get(access_key_id).cloned()
    }

    /// Sessions in memory.
    pub fn len(&self) -> usize {
        self.lock().by_key.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, All> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long an ended session is known as such, milliseconds, so that its caller reads "expired" and not "unknown".
const REMEMBERED_MS: i64 = 3_600_000;

impl All {
    fn forget_expired(&mut self, now: Timestamp) {
        while self
            .by_expiry
            .first()
            .is_some_and(|(expires, _)| expires.0.saturating_add(REMEMBERED_MS) <= now.0)
        {
            self.pop();
        }
    }

    fn shrink(&mut self) {
        while self.by_key.len() > self.limit.unwrap_or(MAX_SESSIONS) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some((_, key)) = self.by_expiry.pop_first() {
            self.by_key.remove(&key);
        }
    }
}

/// A role's unique id for a session of a role that IAM may not know: the same for the same ARN.
fn role_id(role_arn: &str) -> String {
    // Twice, since 17 characters of 5 bits are wanted.
    let hash = |basis: u64| u128::from(fnv1a_from(basis, &[role_arn]));
    let bits = hash(BASIS) << 64 | hash(0x9ae1_6a3b_2f90_404f);
    let digit = |at: u32| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits >> (at * 5) & 31) as usize]);
    "AROA".chars().chain((0..17).map(digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Region;

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:123456789012:function:fn";

    fn of(role: &str) -> RoleOf<'_> {
        RoleOf { function: FUNCTION, role, id: None }
    }

    fn scope() -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap())
    }

    #[test]
    fn a_session_is_found_and_forgotten() {
        let sessions = Sessions::default();
        let role = "arn:aws:iam::123456789012:role/service/fn-role";
        let a = sessions.issue(&scope(), &of(role), "fn", Timestamp(0), 1_000).unwrap();
        assert_eq!(a.arn, "arn:aws:sts::123456789012:assumed-role/fn-role/fn");
        assert!(a.access_key_id.starts_with("ASIA") && a.access_key_id.len() == 20);
        assert_eq!((a.secret.len(), a.user_id.ends_with(":fn"), a.expires), (40, true, Timestamp(1_000)));
        assert_eq!(sessions.find(&a.access_key_id), Some(Arc::clone(&a)));
        assert_eq!(sessions.find("ASIAOTHER"), None);
        let foreign =
            sessions.issue(&scope(), &of("arn:aws:iam::000000000000:role/x"), "fn", Timestamp(0), 1).unwrap();
        assert_eq!(
            (foreign.account.as_str(), foreign.arn.as_str()),
            ("123456789012", "arn:aws:sts::123456789012:assumed-role/x/fn")
        );
        let b = sessions.issue(&scope(), &of(role), "fn", Timestamp(2_000), 1_000).unwrap();
        assert_ne!((&a.access_key_id, &a.secret, &a.token), (&b.access_key_id, &b.secret, &b.token));
        assert_eq!(a.user_id, b.user_id);
        assert!(sessions.find(&a.access_key_id).is_some(), "an ended session is known as ended");
        sessions.issue(&scope(), &of(role), "fn", Timestamp(1_000 + REMEMBERED_MS), 1_000).unwrap();
        assert!(sessions.find(&a.access_key_id).is_none());
        let known = RoleOf { id: Some("AROAKNOWN"), ..of(role) };
        let known = sessions.issue(&scope(), &known, "fn", Timestamp(2_000), 1_000).unwrap();
        assert_eq!(known.user_id, "AROAKNOWN:fn");
        assert!(a.facts.role_unknown && !known.facts.role_unknown);
        assert_eq!(known.facts.source_function.as_deref(), Some(FUNCTION));
        assert_eq!(sessions.len(), 3, "only what ended an hour ago is forgotten");
    }

    #[test]
    fn there_is_a_limit() {
        let sessions = Sessions::with_limit(10);
        let all: Vec<_> = (0..25)
            .map(|n| {
                sessions
                    .issue(&scope(), &of("arn:aws:iam::123456789012:role/r"), "f", Timestamp(n), 60_000)
                    .unwrap()
            })
            .collect();
        assert_eq!(sessions.len(), 10);
        assert!(sessions.find(&all[0].access_key_id).is_none());
        assert!(sessions.find(&all[24].access_key_id).is_some());
    }

    #[test]
    fn debug_output_has_no_secret() {
        let sessions = Sessions::default();
        let a =
            sessions.issue(&scope(), &of("arn:aws:iam::123456789012:role/r"), "f", Timestamp(0), 1).unwrap();
        let text = format!("{a:?}");
        assert!(!text.contains(&a.secret) && !text.contains(&a.token));
    }
}
