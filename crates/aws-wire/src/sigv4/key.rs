//! Secrets, and the keys derived from them.

use super::TERMINATOR;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// A secret access key. Never printed; overwritten when dropped.
#[derive(Clone)]
pub struct Secret(Box<[u8]>);

impl Secret {
    /// Takes over a secret access key.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into_bytes().into_boxed_slice())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.fill(0);
        // So that the writes above are not optimised away.
        std::hint::black_box(&self.0);
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

impl fmt::Display for CredentialScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{TERMINATOR}", self.date, self.region, self.service)
    }
}

/// A key derived from a secret for one day, region and service. Whoever verifies much caches it by access key and
/// [`CredentialScope`]; it is as secret as what it comes from, for that day.
#[derive(Clone)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// Four HMACs.
    pub fn derive(secret: &Secret, scope: &CredentialScope) -> Self {
        let mut start = b"AWS4".to_vec();
        start.extend_from_slice(&secret.0);
        let date = hmac(&start, scope.date.as_bytes());
        start.fill(0);
        std::hint::black_box(&start);
        let region = hmac(&date, scope.region.as_bytes());
        let service = hmac(&region, scope.service.as_bytes());
        Self(hmac(&service, TERMINATOR.as_bytes()))
    }

    /// The signature of a string to sign.
    pub(super) fn sign(&self, text: &[u8]) -> [u8; 32] {
        hmac(&self.0, text)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

impl Drop for SigningKey {
    fn drop(&mut self) {
        self.0.fill(0);
        std::hint::black_box(&self.0);
    }
}

/// HMAC-SHA-256. A key longer than a block counts as its hash (RFC 2104).
fn hmac(key: &[u8], data: &[u8]) -> [u8; 32] {
    let mut block = [0_u8; 64];
    match block.get_mut(..key.len()) {
        Some(start) => start.copy_from_slice(key),
        None => block[..32].copy_from_slice(&Sha256::digest(key)),
    }
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(data);
    mac.finalize().into_bytes().into()
}
