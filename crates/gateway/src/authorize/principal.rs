//! The policies of whoever a caller is, ready to be asked. Documents are read and compiled once, and again after something
//! of IAM has changed: the next request after a change is decided by what it made.

use super::Identities;
use crate::config::{Gateway, Mode};
use aws_wire::{ApiError, Caller, CallerKind, SessionFacts};
use domain::{Region, Timestamp};
use lru::LruCache;
use policy::Policy;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::{IdentityName, PrincipalPolicies, StoreError};

/// Users and roles whose policies are kept ready, and as many sessions with policies of their own. Ten policies of 6 KB take
/// about 100 KB.
const READY: NonZeroUsize = NonZeroUsize::new(512).unwrap();

const MINUTE_MS: i64 = 60_000;

/// A policy and its name.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) policy: Policy,
}

/// What limits a caller, and what lets him.
#[derive(Debug, Default)]
pub(crate) struct Principal {
    identity: Arc<Identity>,
    session: Option<Arc<Session>>,
    /// There is no such identity any more.
    is_gone: bool,
}

/// The policies of a user or a role.
#[derive(Debug, Default)]
struct Identity {
    revision: u64,
    /// `AIDA…`, `AROA…`; `None` where there is no such identity.
    id: Option<String>,
    arn: Option<String>,
    tags: BTreeMap<String, String>,
    policies: Vec<Named>,
    boundary: Option<Vec<Named>>,
    keys: Keys,
    /// The minute of the last use of each of [`SERVICES`] that was noted, counted from 1.
    noted: [AtomicI64; SERVICES.len()],
}

/// Services whose last use is noted, as actions have them.
const SERVICES: [&str; 6] = ["lambda", "logs", "iam", "sts", "cloudwatch", "xray"];

/// The policies of one session.
#[derive(Debug)]
struct Session {
    revision: u64,
    policies: Vec<Named>,
    keys: Keys,
}

/// Condition keys that policies name, in lower case.
#[derive(Debug, Default)]
struct Keys(BTreeSet<String>);

impl Keys {
    fn of<'a>(policies: impl IntoIterator<Item = &'a Named>) -> Self {
        let named = policies.into_iter().flat_map(|named| named.policy.context_keys());
        Self(named.map(str::to_lowercase).collect())
    }

    fn name(&self, key: &str) -> bool {
        self.0.iter().any(|named| same_key(named, key))
    }
}

/// Whether a key that a policy names is this one, or one of these where it ends in `/`.
pub(super) fn same_key(named: &str, key: &str) -> bool {
    match key.ends_with('/') {
        true => named.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key)),
        false => named.eq_ignore_ascii_case(key),
    }
}

impl Principal {
    pub(super) fn identity(&self) -> &[Named] {
        &self.identity.policies
    }

    pub(super) fn boundary(&self) -> Option<&[Named]> {
        self.identity.boundary.as_deref()
    }

    pub(super) fn session(&self) -> Option<&[Named]> {
        self.session.as_ref().map(|session| session.policies.as_slice())
    }

    /// The tags of the user or role.
    pub(super) fn tags(&self) -> &BTreeMap<String, String> {
        &self.identity.tags
    }

    /// Whether a policy asks for any condition key.
    pub(super) fn has_keys(&self) -> bool {
        !self.identity.keys.0.is_empty() || self.session.as_ref().is_some_and(|s| !s.keys.0.is_empty())
    }

    /// Whether a policy asks for this key, or for one that begins so where it ends in `/`.
    pub(super) fn names(&self, key: &str) -> bool {
        self.identity.keys.name(key) || self.session.as_ref().is_some_and(|session| session.keys.name(key))
    }

    /// Whether there is no such identity any more: nothing is allowed then, whatever other policies say.
    pub(super) fn is_gone(&self) -> bool {
        self.is_gone
    }

    /// Whether a policy of his own lets him do that with anything.
    pub(super) fn could(&self, action: &str) -> bool {
        self.identity.policies.iter().any(|named| named.policy.could_allow(action))
    }

    /// Notes that he was allowed an action. One who does it all the time is noted once a minute: what else there is of it is one
    /// comparison.
    pub(super) fn note_use(
        &self,
        identities: &dyn Identities,
        action: &str,
        region: &Region,
        now: Timestamp,
    ) {
        let Identity { id: Some(id), arn: Some(arn), noted, .. } = &*self.identity else { return };
        let is_of = |service: &str| action.strip_prefix(service).is_some_and(|rest| rest.starts_with(':'));
        let Some(at) = SERVICES.iter().position(|service| is_of(service)) else { return };
        let minute = now.0.div_euclid(MINUTE_MS).saturating_add(1);
        if noted[at].load(Ordering::Relaxed) == minute {
            return;
        }
        noted[at].store(minute, Ordering::Relaxed);
        if let Some(who) = IdentityName::of_arn(arn) {
            identities.used(who, id, SERVICES[at], region, now);
        }
    }

    /// Somebody whose identity allows everything: what else is asked still limits him.
    fn unlimited(revision: u64) -> Identity {
        let all = Named { name: "everything".to_owned(), policy: Policy::open() };
        Identity { revision, policies: vec![all], ..Identity::default() }
    }
}

/// Policies that were asked for lately.
pub(crate) struct Principals {
    identities: Mutex<LruCache<IdentityName, Arc<Identity>>>,
    /// By access key.
    sessions: Mutex<LruCache<String, Arc<Session>>>,
}

impl Default for Principals {
    fn default() -> Self {
        Self { identities: Mutex::new(LruCache::new(READY)), sessions: Mutex::new(LruCache::new(READY)) }
    }
}

impl Principals {
    /// The policies that limit a caller. From memory, unless something of IAM changed.
    ///
    /// # Errors
    /// They cannot be read; nobody is let in then.
    pub(crate) async fn of(&self, gateway: &Gateway, caller: &Caller) -> Result<Arc<Principal>, ApiError> {
        self.find(gateway, caller).await.map(Arc::new).map_err(|error| {
            tracing::error!(%error, caller = caller.arn, "the policies of a caller cannot be read");
            ApiError::internal()
        })
    }

    async fn find(&self, gateway: &Gateway, caller: &Caller) -> Result<Principal, StoreError> {
        let identities = &*gateway.parts.identities;
        let facts = caller.session.as_deref();
        let arn = arn(caller, facts);
        let is_roots = caller.kind == CallerKind::Root
            || caller.kind == CallerKind::FederatedUser && arn.is_some_and(|arn| arn.ends_with(":root"));
        let (identity, is_gone) = if is_roots {
            (Arc::new(Principal::unlimited(0)), false)
        } else {
            let identity = match arn.and_then(IdentityName::of_arn) {
                Some(name) => self.identity(identities, name).await?,
                None => Arc::default(),
            };
            // Names are unique whatever their path is; whose ARN has another one is somebody else.
            let is_there = identity.arn.as_deref() == arn && identity.id.is_some();
            let role_unknown = facts.is_none_or(|facts| facts.role_unknown);
            let is_lenient =
                caller.kind == CallerKind::RoleSession && gateway.mode() == Mode::Dev && role_unknown;
            match (is_there, is_lenient) {
                // A role that nobody has made; and one that somebody made since.
                (false, true) => (Arc::new(Principal::unlimited(0)), false),
                (true, true) => (identity, false),
                (true, false) if is_his(caller, identity.id.as_deref().unwrap_or_default()) => {
                    (identity, false)
                }
                // Who was deleted, or made anew: what others say of his ARN is not about him any more.
                _ => (Arc::default(), true),
            }
        };
        let session = match facts {
            Some(facts) if facts.has_policies() || caller.kind == CallerKind::FederatedUser => {
                Some(self.session(identities, caller, facts).await?)
            }
            _ => None,
        };
        Ok(Principal { identity, session, is_gone })
    }

    async fn identity(
        &self,
        identities: &dyn Identities,
        name: IdentityName,
    ) -> Result<Arc<Identity>, StoreError> {
        let revision = identities.revision();
        {
            let mut known = self.identities.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(found) = known.get(&name).filter(|found| found.revision == revision) {
                return Ok(Arc::clone(found));
            }
        }
        let found = identities.policies(&name).await?;
        let identity = Arc::new(found.map_or_else(
            // What is not there is remembered as such, until something changes.
            || Identity { revision, ..Identity::default() },
            Identity::new,
        ));
        let mut known = self.identities.lock().unwrap_or_else(PoisonError::into_inner);
        known.put(name, Arc::clone(&identity));
        Ok(identity)
    }

    async fn session(
        &self,
        identities: &dyn Identities,
        caller: &Caller,
        facts: &SessionFacts,
    ) -> Result<Arc<Session>, StoreError> {
        let revision = identities.revision();
        {
            let mut known = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
            let found = known.get(&caller.access_key_id).filter(|found| found.revision == revision);
            if let Some(found) = found {
                return Ok(Arc::clone(found));
            }
        }
        let inline = facts.policy.iter().map(|text| named("the session's policy", text));
        let mut policies: Vec<Named> = inline.collect();
        for arn in &facts.policy_arns {
            if let Some(text) = identities.managed(&caller.account, arn).await? {
                policies.push(named(arn, &text));
            }
        }
        let keys = Keys::of(&policies);
        let session = Arc::new(Session { revision, policies, keys });
        let mut known = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        known.put(caller.access_key_id.clone(), Arc::clone(&session));
        Ok(session)
    }
}

impl Identity {
    fn new(found: PrincipalPolicies) -> Self {
        let policies: Vec<Named> =
            found.identity.iter().map(|source| named(&source.name, &source.document)).collect();
        // A boundary whose document is not known allows nothing.
        let boundary: Option<Vec<Named>> = found
            .boundary
            .map(|(arn, document)| document.iter().map(|document| named(&arn, document)).collect());
        let keys = Keys::of(policies.iter().chain(boundary.iter().flatten()));
        let (revision, id, arn, tags) = (found.revision, Some(found.id), Some(found.arn), found.tags);
        Self { revision, id, arn, tags, policies, boundary, keys, noted: Default::default() }
    }
}

fn named(name: &str, document: &str) -> Named {
    Named { name: name.to_owned(), policy: Policy::kept(document) }
}

/// Whose policies a caller has: his own, those of his role, those of the user who made his session.
fn arn<'a>(caller: &'a Caller, facts: Option<&'a SessionFacts>) -> Option<&'a str> {
    match caller.kind {
        CallerKind::Root | CallerKind::Anonymous => None,
        CallerKind::User => Some(&caller.arn),
        CallerKind::RoleSession => facts?.role.as_deref(),
        CallerKind::FederatedUser => facts?.made_by.as_deref(),
    }
}

/// Whether a caller is of the identity of that id, and not of an earlier one of its name. A federated user is of the one who made
/// his session.
fn is_his(caller: &Caller, id: &str) -> bool {
    match caller.kind {
        CallerKind::FederatedUser => {
            caller.session.as_ref().and_then(|facts| facts.made_by_id.as_deref()) == Some(id)
        }
        _ => caller.user_id.split(':').next() == Some(id),
    }
}
