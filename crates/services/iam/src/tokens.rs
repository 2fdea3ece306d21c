//! Temporary credentials that need no memory: the session token itself is what is known of them, encrypted, so that they are
//! good after a restart and on every server with the same key (ADR 31).
//!
//! A token cannot be taken back; what its bearer may do can: by the policies of his role or user, which are asked with every
//! request, also about `aws:TokenIssueTime`.

use crate::ids::{NoRandomness, secret, unique_id};
use crate::seal::Seal;
use aws_wire::{Caller, CallerKind, Federated, SessionFacts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::{AccountId, Timestamp};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use lru::LruCache;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{Read, Write};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// Tokens that stay decrypted in memory.
const OPENED: NonZeroUsize = NonZeroUsize::new(4_096).unwrap();
/// Characters of a token at most; longer ones are not looked at.
const MAX_TOKEN: usize = 16_384;
/// Bytes of what is in one, unpacked. More than limits on policies and tags let anybody put in.
const MAX_RECORD: u64 = 131_072;
/// Bytes that session policies and tags may be packed.
const MAX_PACKED: usize = 4_096;

/// Temporary credentials and whose they are.
pub struct Temporary {
    /// The secret access key.
    pub secret: String,
    /// The session token.
    pub token: String,
    /// Whose they are; its session is there.
    pub caller: Caller,
    /// When they end.
    pub expires: Timestamp,
}

impl fmt::Debug for Temporary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Temporary").field("caller", &self.caller).finish_non_exhaustive()
    }
}

/// Who is to get credentials.
pub(crate) struct Bearer {
    pub(crate) account: AccountId,
    pub(crate) arn: String,
    pub(crate) user_id: String,
    pub(crate) kind: CallerKind,
}

/// Issues tokens and reads them.
pub struct Tokens {
    seal: Arc<dyn Seal>,
    opened: Mutex<LruCache<String, Arc<Temporary>>>,
}

impl Tokens {
    /// Tokens under a key.
    pub fn new(seal: Arc<dyn Seal>) -> Self {
        Self { seal, opened: Mutex::new(LruCache::new(OPENED)) }
    }

    /// New credentials.
    pub(crate) fn issue(&self, bearer: Bearer, facts: SessionFacts) -> Result<Temporary, NoRandomness> {
        let (id, secret) = (unique_id::<16>("ASIA")?, secret()?);
        let Bearer { account, arn, user_id, kind } = bearer;
        let expires = facts.expires;
        let session = Some(Arc::new(facts));
        let caller = Caller { account, arn, user_id, access_key_id: id, kind, session };
        let packed = serde_json::to_vec(&Record::new(&secret, &caller)).ok().and_then(|json| pack(&json));
        let sealed = packed.and_then(|packed| self.seal.seal(&context(&caller.access_key_id), &packed));
        let token = BASE64.encode(sealed.ok_or(NoRandomness)?);
        Ok(Temporary { secret, token, caller, expires })
    }

    /// The credentials of an access key with its token. `None` where the token is not ours or of another key.
    pub fn open(&self, access_key_id: &str, token: &str) -> Option<Arc<Temporary>> {
        if token.len() > MAX_TOKEN {
            return None;
        }
        let same = |known: &Temporary| bool::from(known.token.as_bytes().ct_eq(token.as_bytes()));
        let known = self.lock().get(access_key_id).filter(|known| same(known)).cloned();
        if known.is_some() {
            return known;
        }
        let packed = self.seal.open(&context(access_key_id), &BASE64.decode(token).ok()?)?;
        let mut json = Vec::new();
        DeflateDecoder::new(&*packed).take(MAX_RECORD).read_to_end(&mut json).ok()?;
        let record: Record = serde_json::from_slice(&json).ok()?;
        let opened = Arc::new(record.into_temporary(access_key_id, token)?);
        // Only what was found to be ours gets here: strangers push nothing out.
        self.lock().put(access_key_id.to_owned(), Arc::clone(&opened));
        Some(opened)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, LruCache<String, Arc<Temporary>>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn context(access_key_id: &str) -> String {
    format!("session token of {access_key_id}")
}

pub(crate) fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// How much of the room for session policies and tags is used, percent; more than 100 is too much.
pub(crate) fn packed_size(facts: &SessionFacts) -> i32 {
    let parts = serde_json::to_vec(&(&facts.policy, &facts.policy_arns, &facts.tags, &facts.transitive_tags));
    let size = parts.ok().and_then(|parts| pack(&parts)).map_or(usize::MAX, |packed| packed.len());
    i32::try_from(size.saturating_mul(100).div_ceil(MAX_PACKED)).unwrap_or(i32::MAX)
}

/// What is in a token. Fields that come later get a default: tokens outlive an update of the server.
#[derive(Serialize, Deserialize)]
struct Record {
    secret: String,
    account: String,
    arn: String,
    user_id: String,
    kind: u8,
    issued: i64,
    expires: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_by_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    policy: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    policy_arns: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    tags: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    transitive_tags: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source_identity: Option<String>,
    #[serde(default)]
    mfa: bool,
    #[serde(default)]
    chained: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    federated: Option<(String, BTreeMap<String, String>)>,
}

impl Record {
    fn new(secret: &str, caller: &Caller) -> Self {
        let facts = caller.session.as_deref().cloned().unwrap_or_default();
        Self {
            secret: secret.to_owned(),
            account: caller.account.to_string(),
            arn: caller.arn.clone(),
            user_id: caller.user_id.clone(),
            kind: match caller.kind {
                // Nobody else gets a token.
                CallerKind::Root | CallerKind::Anonymous => 0,
                CallerKind::User => 1,
                CallerKind::RoleSession => 2,
                CallerKind::FederatedUser => 3,
            },
            issued: facts.issued.0,
            expires: facts.expires.0,
            role: facts.role,
            name: facts.name,
            made_by: facts.made_by,
            made_by_id: facts.made_by_id,
            policy: facts.policy,
            policy_arns: facts.policy_arns,
            tags: facts.tags,
            transitive_tags: facts.transitive_tags,
            source_identity: facts.source_identity,
            mfa: facts.mfa,
            chained: facts.chained,
            federated: facts.federated.map(|federated| (federated.provider, federated.claims)),
        }
    }

    fn into_temporary(self, access_key_id: &str, token: &str) -> Option<Temporary> {
        let facts = SessionFacts {
            role: self.role,
            name: self.name,
            made_by: self.made_by,
            made_by_id: self.made_by_id,
            policy: self.policy,
            policy_arns: self.policy_arns,
            tags: self.tags,
            transitive_tags: self.transitive_tags,
            source_identity: self.source_identity,
            issued: Timestamp(self.issued),
            expires: Timestamp(self.expires),
            mfa: self.mfa,
            chained: self.chained,
            federated: self.federated.map(|(provider, claims)| Federated { provider, claims }),
            // Those of functions are issued otherwise.
            role_unknown: false,
            source_function: None,
        };
        let kind = match self.kind {
            0 => CallerKind::Root,
            1 => CallerKind::User,
            2 => CallerKind::RoleSession,
            3 => CallerKind::FederatedUser,
            _ => return None,
        };
        Some(Temporary {
            secret: self.secret,
            token: token.to_owned(),
            expires: facts.expires,
            caller: Caller {
                account: AccountId::new(&self.account).ok()?,
                arn: self.arn,
                user_id: self.user_id,
                access_key_id: access_key_id.to_owned(),
                kind,
                session: Some(Arc::new(facts)),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::KeySeal;

    fn tokens(key: u8) -> Tokens {
        Tokens::new(Arc::new(KeySeal::new(&[key; 32]).unwrap()))
    }

    fn bearer() -> Bearer {
        Bearer {
            account: AccountId::new("123456789012").unwrap(),
            arn: "arn:aws:sts::123456789012:assumed-role/r/s".to_owned(),
            user_id: "AROAX:s".to_owned(),
            kind: CallerKind::RoleSession,
        }
    }

    fn facts() -> SessionFacts {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        SessionFacts {
            role: Some("arn:aws:iam::123456789012:role/x/r".to_owned()),
            name: Some("s".to_owned()),
            policy: Some("{}".to_owned()),
            policy_arns: vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned()],
            tags: [pair("a", "b")].into(),
            transitive_tags: ["a".to_owned()].into(),
            source_identity: Some("ann".to_owned()),
            issued: Timestamp(5),
            expires: Timestamp(1_000),
            mfa: true,
            chained: true,
            federated: Some(Federated { provider: "p".to_owned(), claims: [pair("i:sub", "x")].into() }),
            ..SessionFacts::default()
        }
    }

    #[test]
    fn a_token_is_all_that_has_to_be_known() {
        let issued = tokens(1).issue(bearer(), facts()).unwrap();
        let id = issued.caller.access_key_id.clone();
        assert!(id.starts_with("ASIA") && id.len() == 20 && issued.secret.len() == 40);
        // Another server with the same key, as after a restart.
        let reader = tokens(1);
        for _ in 0..2 {
            let opened = reader.open(&id, &issued.token).unwrap();
            assert_eq!((&opened.secret, &opened.caller), (&issued.secret, &issued.caller));
            assert_eq!(opened.caller.session.as_deref(), Some(&facts()));
        }
        assert!(reader.open("ASIAOTHER00000000000", &issued.token).is_none());
        assert!(reader.open(&id, "").is_none());
        assert!(reader.open(&id, &issued.token[..issued.token.len() - 4]).is_none());
        assert!(tokens(2).open(&id, &issued.token).is_none());
        let mut changed = issued.token.clone().into_bytes();
        changed[40] = if changed[40] == b'A' { b'B' } else { b'A' };
        assert!(reader.open(&id, std::str::from_utf8(&changed).unwrap()).is_none());
        let printed = format!("{issued:?}");
        assert!(!printed.contains(&issued.secret) && !printed.contains(&issued.token));
    }

    #[test]
    fn there_is_room_for_some_tags_and_policies() {
        assert!((1..20).contains(&packed_size(&facts())));
        let noise = |seed: u64| {
            (0..40_u64).map(move |n| (seed * 1_000 + n).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string())
        };
        let policy: String = (0..60).flat_map(noise).collect();
        assert!(packed_size(&SessionFacts { policy: Some(policy), ..facts() }) > 100);
    }
}
