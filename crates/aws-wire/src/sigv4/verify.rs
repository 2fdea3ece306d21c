//! Checking a signature.

use super::canonical::{Canonical, must_be_signed};
use super::key::{CredentialScope, Secret, SigningKey};
use super::{ALGORITHM, AuthError, Presented, TERMINATOR, UNSIGNED_PAYLOAD};
use domain::Timestamp;
use domain::hex::hex;
use http::request::Parts;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// How far a sender's clock may be off.
const SKEW_MINUTES: i64 = 15;
const SKEW_MS: i64 = SKEW_MINUTES * 60_000;
/// Repeats the hash of the body.
const CONTENT_HASH: &str = "x-amz-content-sha256";

impl Presented {
    /// Verifies with the secret of [`Self::access_key_id`]. `now` is compared with the signature's own time; the
    /// region is the caller's to judge.
    ///
    /// # Errors
    /// [`AuthError::Invalid`], in AWS's words.
    pub fn verify(
        &self,
        parts: &Parts,
        body: &[u8],
        secret: &Secret,
        now: Timestamp,
        expected_service: &str,
    ) -> Result<(), AuthError> {
        self.verify_with_key(parts, body, &SigningKey::derive(secret, &self.scope), now, expected_service)
    }

    /// The same with a derived key, which the caller may have cached for this access key and [`Self::scope`].
    ///
    /// # Errors
    /// As [`Self::verify`].
    pub fn verify_with_key(
        &self,
        parts: &Parts,
        body: &[u8],
        key: &SigningKey,
        now: Timestamp,
        expected_service: &str,
    ) -> Result<(), AuthError> {
        let payload_hash = self.payload_hash(parts, body)?;
        self.verify_declared(parts, &payload_hash, key, now, expected_service)
    }

    /// Verifies everything but that the body has the hash that it is declared to have (lower-case hex).
    ///
    /// # Errors
    /// As [`Self::verify`].
    pub fn verify_declared(
        &self,
        parts: &Parts,
        payload_hash: &str,
        key: &SigningKey,
        now: Timestamp,
        expected_service: &str,
    ) -> Result<(), AuthError> {
        if self.scope.service != expected_service {
            let text = format!("Credential should be scoped to correct service: '{expected_service}'. ");
            return Err(AuthError::Invalid(text));
        }
        self.check_time(now)?;
        self.check_signed_headers(parts)?;
        let canonical =
            Canonical { signed_headers: &self.signed_headers, payload_hash, service: expected_service };
        let hash = canonical.hash(parts).ok_or_else(AuthError::mismatch)?;
        let expected = key.sign(string_to_sign(&self.date, &self.scope, &hash).as_bytes());
        match bool::from(expected.ct_eq(&self.signature)) {
            true => Ok(()),
            false => Err(AuthError::mismatch()),
        }
    }

    fn check_time(&self, now: Timestamp) -> Result<(), AuthError> {
        let latest = Timestamp(now.0.saturating_add(SKEW_MS));
        if self.signed_at > latest {
            return Err(AuthError::too_new(&self.date, latest, now, SKEW_MINUTES));
        }
        let lifetime = self.expires.map_or(SKEW_MS, |seconds| i64::from(seconds) * 1_000);
        let earliest = Timestamp(now.0.saturating_sub(lifetime));
        if self.signed_at < earliest {
            return Err(AuthError::too_old(&self.date, earliest, now, lifetime / 60_000));
        }
        Ok(())
    }

    /// What is not signed could have been added by anyone on the way.
    fn check_signed_headers(&self, parts: &Parts) -> Result<(), AuthError> {
        let signed = |name: &str| self.signed_headers.iter().any(|s| s == name);
        if !signed("host") {
            let text = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
            return Err(AuthError::Invalid(text.to_owned()));
        }
        match parts.headers.keys().map(http::HeaderName::as_str).find(|n| must_be_signed(n) && !signed(n)) {
            None => Ok(()),
            Some(name) => {
                let text = format!("'{name}' must be a 'SignedHeader' in the AWS Authorization.");
                Err(AuthError::Invalid(text))
            }
        }
    }

    /// What the canonical request says of the body. A header may repeat the body's hash, and may say that the body is
    /// not signed only where that is allowed: S3, whose presigned URLs mean it without saying so.
    fn payload_hash(&self, parts: &Parts, body: &[u8]) -> Result<String, AuthError> {
        let claimed = parts.headers.get(CONTENT_HASH).map(http::HeaderValue::as_bytes);
        if self.scope.service == "s3" && claimed.map_or(self.presigned, |c| c == UNSIGNED_PAYLOAD.as_bytes())
        {
            return Ok(UNSIGNED_PAYLOAD.to_owned());
        }
        match claimed {
            Some(claimed) => check_declared(claimed, body),
            None => Ok(hex(&Sha256::digest(body))),
        }
    }
}

/// The body's hash as a request declares it, which is enough to verify the signature before the body has come
/// ([`Presented::verify_declared`]): follow up with [`check_declared`] once it has. `None` where the request declares
/// none, as most clients do.
pub fn declared_hash(parts: &Parts) -> Option<&str> {
    let claimed = parts.headers.get(CONTENT_HASH)?.to_str().ok()?;
    let digits = claimed.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (claimed.len() == 64 && digits).then_some(claimed)
}

/// Whether a body has the hash that its request declares; returns the hash.
///
/// # Errors
/// [`AuthError::Invalid`], in AWS's words.
pub fn check_declared(declared: &[u8], body: &[u8]) -> Result<String, AuthError> {
    let hash = hex(&Sha256::digest(body));
    if declared == hash.as_bytes() {
        return Ok(hash);
    }
    let text = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    Err(AuthError::Invalid(text.to_owned()))
}

pub(super) fn string_to_sign(date: &str, scope: &CredentialScope, canonical_hash: &str) -> String {
    let CredentialScope { date: day, region, service } = scope;
    [ALGORITHM, "\n", date, "\n", day, "/", region, "/", service, "/", TERMINATOR, "\n", canonical_hash]
        .concat()
}
