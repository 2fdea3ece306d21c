//! Who sent a request: the key it claims is looked up before the body is read. Its signature is verified then as well
//! where the request declares the body's hash, which is all of the body that is signed; otherwise once the body is
//! there.
//!
//! Never here: whether the caller may do what it asks. Secrets and signatures are never printed.

use crate::config::{Gateway, Mode};
use aws_wire::sigv4::{self, AuthError, CredentialScope, Presented, Secret, SigningKey};
use aws_wire::{Caller, CallerKind};
use domain::{AccountId, Region, Scope, Timestamp};
use http::request::Parts;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// Finds access keys. Called for every request: from memory, without blocking.
pub trait KeyLookup: Send + Sync {
    /// The key of that id, expired ones included for as long as they are known.
    fn find(&self, access_key_id: &str) -> Option<Arc<KnownKey>>;
}

/// An access key.
#[derive(Debug)]
pub struct KnownKey {
    /// Its secret.
    pub secret: Secret,
    /// The token that must come with it (temporary credentials).
    pub session_token: Option<SessionToken>,
    /// When it ends.
    pub expires: Option<Timestamp>,
    /// Whose it is.
    pub caller: Caller,
}

/// A session token. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(pub Arc<str>);

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionToken(..)")
    }
}

/// What the head of a request claims, with the key that must prove it.
#[derive(Debug)]
pub(crate) enum Claim {
    /// A known key: its signature must be right.
    Key(Box<Presented>, Arc<KnownKey>),
    /// Development mode lets it in as it is.
    Taken(Caller, Region),
}

/// Looks at the head alone, so that strangers' bodies are not even read.
pub(crate) fn claim(gateway: &Gateway, parts: &Parts) -> Result<Claim, AuthError> {
    let dev = gateway.mode() == Mode::Dev;
    let presented = match sigv4::parse(parts) {
        Ok(presented) => presented,
        Err(AuthError::Missing) if dev => {
            return Ok(Claim::Taken(dev_caller(gateway, "unsigned"), gateway.parts.default_region.clone()));
        }
        Err(error) => return Err(error),
    };
    if let Some(key) = gateway.parts.keys.find(&presented.access_key_id) {
        check_session(&presented, &key, gateway.parts.clock.now())?;
        return Ok(Claim::Key(Box::new(presented), key));
    }
    if !dev {
        return Err(AuthError::UnknownKey);
    }
    let region = Region::new(&presented.scope.region).unwrap_or(gateway.parts.default_region.clone());
    Ok(Claim::Taken(dev_caller(gateway, &presented.access_key_id), region))
}

fn check_session(presented: &Presented, key: &KnownKey, now: Timestamp) -> Result<(), AuthError> {
    let same = match (&presented.session_token, &key.session_token) {
        (None, None) => true,
        (Some(given), Some(SessionToken(known))) => bool::from(given.as_bytes().ct_eq(known.as_bytes())),
        _ => false,
    };
    if !same {
        return Err(AuthError::UnknownKey);
    }
    if key.expires.is_some_and(|expires| expires <= now) {
        return Err(AuthError::ExpiredToken);
    }
    Ok(())
}

/// A key id of twelve digits is the account, as the ecosystem's wrappers have it.
fn dev_caller(gateway: &Gateway, access_key_id: &str) -> Caller {
    let account = AccountId::new(access_key_id).unwrap_or(gateway.parts.default_account.clone());
    let partition = gateway.parts.default_region.partition();
    Caller {
        arn: format!("arn:{partition}:iam::{account}:root"),
        user_id: account.to_string(),
        account,
        access_key_id: access_key_id.chars().take(128).filter(char::is_ascii_alphanumeric).collect(),
        kind: CallerKind::Root,
    }
}

/// Who a claim says it is, and the account and region that it is for. Not verified.
pub(crate) fn identity(
    gateway: &Gateway,
    claim: &Claim,
    service: &str,
) -> Result<(Caller, Scope), AuthError> {
    match claim {
        Claim::Taken(caller, region) => {
            Ok((caller.clone(), Scope::new(caller.account.clone(), region.clone())))
        }
        Claim::Key(presented, key) => {
            let region = Region::new(&presented.scope.region).ok();
            // IAM has one endpoint for all regions of a partition.
            let region = region.filter(|region| service == "iam" || gateway.takes_region(region));
            let region = region.ok_or_else(|| {
                AuthError::Invalid("Credential should be scoped to a valid region.".to_owned())
            })?;
            Ok((key.caller.clone(), Scope::new(key.caller.account.clone(), region)))
        }
    }
}

/// Verifies a claim before its body has come, if that can be done; returns whether it was.
pub(crate) fn verify_head(
    gateway: &Gateway,
    claim: &Claim,
    parts: &Parts,
    service: &str,
) -> Result<bool, AuthError> {
    let (Claim::Key(presented, key), Some(hash)) = (claim, sigv4::declared_hash(parts)) else {
        return Ok(false);
    };
    with_key(gateway, presented, key, |signing_key, now| {
        presented.verify_declared(parts, hash, signing_key, now, service)
    })?;
    Ok(true)
}

/// Verifies a claim with its body. `proven`: [`verify_head`] has verified all but the body.
pub(crate) fn verify(
    gateway: &Gateway,
    claim: &Claim,
    parts: &Parts,
    body: &[u8],
    service: &str,
    proven: bool,
) -> Result<(), AuthError> {
    let Claim::Key(presented, key) = claim else { return Ok(()) };
    match sigv4::declared_hash(parts).filter(|_| proven) {
        Some(hash) => sigv4::check_declared(hash.as_bytes(), body).map(drop),
        None => with_key(gateway, presented, key, |signing_key, now| {
            presented.verify_with_key(parts, body, signing_key, now, service)
        }),
    }
}

fn with_key(
    gateway: &Gateway,
    presented: &Presented,
    key: &KnownKey,
    verify: impl FnOnce(&SigningKey, Timestamp) -> Result<(), AuthError>,
) -> Result<(), AuthError> {
    let (signing_key, cached) = gateway.signing_keys.get(presented, &key.secret);
    verify(&signing_key, gateway.parts.clock.now())?;
    if !cached {
        gateway.signing_keys.keep(presented, signing_key);
    }
    Ok(())
}

/// Access keys whose derived keys are kept.
const KEYS: NonZeroUsize = NonZeroUsize::new(1_024).unwrap();
/// Scopes kept for one access key; days pass and services are few.
const SCOPES: usize = 8;

/// Derived signing keys by access key and scope. Only those that verified a signature are kept, so strangers cannot
/// push them out.
pub(crate) struct SigningKeys(Mutex<LruCache<String, Vec<(CredentialScope, SigningKey)>>>);

impl Default for SigningKeys {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(KEYS)))
    }
}

impl SigningKeys {
    fn get(&self, presented: &Presented, secret: &Secret) -> (SigningKey, bool) {
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let scopes = cache.get(presented.access_key_id.as_str());
        if let Some((_, key)) = scopes.and_then(|s| s.iter().find(|(scope, _)| *scope == presented.scope)) {
            return (key.clone(), true);
        }
        drop(cache);
        (SigningKey::derive(secret, &presented.scope), false)
    }

    fn keep(&self, presented: &Presented, key: SigningKey) {
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let scopes = cache.get_or_insert_mut(presented.access_key_id.clone(), Vec::new);
        if scopes.len() >= SCOPES {
            scopes.remove(0);
        }
        scopes.push((presented.scope.clone(), key));
    }
}
