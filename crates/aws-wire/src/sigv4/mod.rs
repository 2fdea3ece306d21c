//! AWS Signature Version 4: verifying what strangers sign, and signing for our own client.
//!
//! Never here: looking a key up, a clock, a cache. A secret is never printed.

use crate::model::Protocol;
use crate::service::ApiError;
use domain::Timestamp;
use http::request::Parts;

/// A secret access key. Never printed; zeroed when dropped.
#[derive(Clone)]
pub struct Secret(Box<[u8]>);

impl Secret {
    /// Takes over a secret access key.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into_bytes().into_boxed_slice())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A key derived from a secret for one day, region and service: cache it per `(access key, scope)`.
#[derive(Clone)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// Four HMACs.
    pub fn derive(secret: &Secret, scope: &CredentialScope) -> Self {
        let _ = (secret, scope);
        Self([0; 32])
    }
}

/// The scope of a signature: `20260102/us-east-1/lambda/aws4_request`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CredentialScope {
    /// `YYYYMMDD`.
    pub date: String,
    /// Region.
    pub region: String,
    /// Signing name of the service.
    pub service: String,
}

/// What a request presents as proof of who sent it, not yet verified.
#[derive(Clone, Debug)]
pub struct Presented {
    /// The key that it claims to be signed with.
    pub access_key_id: String,
    /// Day, region and service that it was signed for.
    pub scope: CredentialScope,
    /// Names of the signed headers, lower case, sorted.
    pub signed_headers: Vec<String>,
    /// `X-Amz-Security-Token`, from header or query string.
    pub session_token: Option<String>,
    /// Whether the query string carries it (a presigned URL).
    pub presigned: bool,
}

/// Why a request is not authenticated; [`AuthError::into_api`] says it in the service's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    /// Nothing was presented.
    #[error("missing authentication token")]
    Missing,
    /// Something was presented that is not whole.
    #[error("{0}")]
    Incomplete(String),
    /// The signature does not fit, or is too old, or for something else.
    #[error("{0}")]
    Invalid(String),
    /// No such access key, or a session token that does not belong to it.
    #[error("the security token included in the request is invalid")]
    UnknownKey,
    /// The session's credentials have expired.
    #[error("the security token included in the request is expired")]
    ExpiredToken,
}

impl AuthError {
    /// The error as a service of that protocol answers it, status 403 (400 for an incomplete one).
    pub fn into_api(self, protocol: Protocol) -> ApiError {
        let _ = protocol;
        ApiError::internal()
    }
}

/// Reads what a request presents, from `Authorization` or the query string.
pub fn parse(parts: &Parts) -> Result<Presented, AuthError> {
    let _ = parts;
    Err(AuthError::Missing)
}

impl Presented {
    /// Verifies with the secret of [`Self::access_key_id`].
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
    pub fn verify_with_key(
        &self,
        parts: &Parts,
        body: &[u8],
        key: &SigningKey,
        now: Timestamp,
        expected_service: &str,
    ) -> Result<(), AuthError> {
        let _ = (parts, body, key, now, expected_service);
        Err(AuthError::Missing)
    }
}

/// Who signs, for our own client.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The access key.
    pub access_key_id: String,
    /// Its secret.
    pub secret: Secret,
    /// For temporary credentials.
    pub session_token: Option<String>,
}

/// Adds `x-amz-date`, `x-amz-security-token` and `authorization` to a request; `host` must be set.
pub fn sign(
    parts: &mut Parts,
    body: &[u8],
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
) -> Result<(), SignError> {
    let _ = (parts, body, credentials, region, service, now);
    Err(SignError)
}

/// The request cannot be signed: it has no host, or a part that no header can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the request cannot be signed")]
pub struct SignError;

/// A URL that carries its own proof, for `GET` without a body, valid for `expires` seconds (1 to 604800).
/// `url` is `scheme://host[:port]/path[?query]`.
pub fn presign_url(
    method: &http::Method,
    url: &str,
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
    expires: u32,
) -> Result<String, SignError> {
    let _ = (method, url, credentials, region, service, now, expires);
    Err(SignError)
}
