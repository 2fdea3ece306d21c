//! Who sent a request: the key it claims is looked up before the body is read. Its signature is verified then as well
//! where the request declares the body's hash, which is all of the body that is signed; otherwise once the body is
//! there.
//!
//! Never here: whether the caller may do what it asks. Secrets and signatures are never printed.

use crate::config::{Gateway, Mode};
use aws_wire::sigv4::{self, AuthError, CredentialScope, Presented, Secret, SigningKey};
use aws_wire::{ApiError, Caller, CallerKind, ServiceModel};
use domain::{AccountId, Region, Scope, Timestamp};
use http::request::Parts;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use subtle::ConstantTimeEq;

/// Finds access keys. Called for every request: from memory, without blocking.
pub trait KeyLookup: Send + Sync {
    /// The key of that id, expired ones included for as long as they are known. `session_token` is what came with it, which
    /// may be all that is known of temporary credentials.
    fn find(&self, access_key_id: &str, session_token: Option<&str>) -> Option<Arc<KnownKey>>;

    /// A request for a service in a region was signed with a key.
    fn used(&self, key: &KnownKey, service: &str, region: &str, now: Timestamp) {
        let _ = (key, service, region, now);
    }
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
    /// Development mode lets it in as it is; or nobody has signed it, and its service has operations that take that.
    Taken(Caller, Region),
}

impl Claim {
    /// Whether something came along that only its owner has, whatever the signature turns out to be; in development nobody has
    /// anything to prove.
    pub(crate) fn has_token(&self) -> bool {
        match self {
            Self::Key(_, key) => key.session_token.is_some(),
            Self::Taken(..) => true,
        }
    }
}

/// Looks at the head alone, so that strangers' bodies are not even read.
pub(crate) fn claim(gateway: &Gateway, parts: &Parts, service: &str) -> Result<Claim, AuthError> {
    let dev = gateway.mode() == Mode::Dev;
    let presented = match sigv4::parse(parts) {
        Ok(presented) => presented,
        Err(AuthError::Missing) if dev => {
            return Ok(Claim::Taken(dev_caller(gateway, "unsigned"), gateway.parts.default_region.clone()));
        }
        Err(AuthError::Missing) if service == "sts" => {
            return Ok(Claim::Taken(nobody(gateway), gateway.parts.default_region.clone()));
        }
        Err(error) => return Err(error),
    };
    if let Some(key) = gateway.parts.keys.find(&presented.access_key_id, presented.session_token.as_deref()) {
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
        session: None,
    }
}

/// Operations that need no signature: what they are sent says who sent it.
const UNSIGNED: [&str; 1] = ["AssumeRoleWithWebIdentity"];

/// Refuses what nobody has signed and must be.
pub(crate) fn must_be_signed(caller: &Caller, operation: &str) -> Result<(), AuthError> {
    match caller.kind {
        CallerKind::Anonymous if !UNSIGNED.contains(&operation) => Err(AuthError::Missing),
        _ => Ok(()),
    }
}

/// Refuses what sessions of users may not ask at all, whatever their policies say (API reference, GetSessionToken and
/// GetFederationToken): IAM, but with a second factor where the session is the user's own; and STS, but who one is and, of the
/// user's own, roles. IAM says of such a token what it says of any that it does not take.
pub(crate) fn refuse_sessions_of_users(
    caller: &Caller,
    model: &ServiceModel,
    operation: &str,
) -> Result<(), ApiError> {
    let Some(session) = &caller.session else { return Ok(()) };
    let is_federated = match caller.kind {
        CallerKind::Root | CallerKind::User => false,
        CallerKind::FederatedUser => true,
        CallerKind::RoleSession | CallerKind::Anonymous => return Ok(()),
    };
    match (model.signing_name, operation) {
        ("iam", _) if is_federated || !session.mfa => Err(AuthError::UnknownKey.into_api(model.protocol)),
        // Who asks needs no credentials for the last one; what AssumeRole says of federated users it says itself.
        ("sts", "GetCallerIdentity" | "AssumeRole" | "AssumeRoleWithWebIdentity") => Ok(()),
        ("sts", _) => {
            let sort = if is_federated { "federation token" } else { "session" };
            let message = format!("Cannot call {operation} with {sort} credentials");
            Err(ApiError::new(403, "AccessDenied", message))
        }
        _ => Ok(()),
    }
}

fn nobody(gateway: &Gateway) -> Caller {
    Caller {
        account: gateway.parts.default_account.clone(),
        arn: "anonymous".to_owned(),
        user_id: "anonymous".to_owned(),
        access_key_id: String::new(),
        kind: CallerKind::Anonymous,
        session: None,
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
    let CredentialScope { service, region, .. } = &presented.scope;
    gateway.parts.keys.used(key, service, region, gateway.parts.clock.now());
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
