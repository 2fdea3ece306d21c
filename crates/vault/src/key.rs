//! One key of 256 bits, and what is done with it directly.

use crate::Failed;
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// A name by which what was encrypted says which key it needs. Tells nothing about the key.
pub type KeyId = [u8; 16];

/// Another key, wrapped: the key and the tag.
pub const WRAPPED: usize = 48;

/// A key. Never printed.
pub struct Key {
    cipher: Aes256Gcm,
    id: KeyId,
    /// What other keys are derived from.
    root: [u8; 32],
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", domain::hex::hex(&self.id))
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.root = [0; 32];
        // Else the compiler leaves out what nobody reads.
        std::hint::black_box(&self.root);
    }
}

impl Key {
    /// Of 256 random bits.
    pub fn new(key: &[u8; 32]) -> Self {
        let digest = Sha256::new().chain_update(b"tenfold master key id\0").chain_update(key).finalize();
        let mut id = KeyId::default();
        id.copy_from_slice(&digest[..16]);
        Self { cipher: Aes256Gcm::new(key.into()), id, root: *key }
    }

    /// A new one.
    pub fn random() -> Result<Self, Failed> {
        Ok(Self::new(&random()?))
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The key itself, for the file of a ring.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.root
    }

    /// A key for another purpose, which tells nothing about this one.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        keyed(&self.root)
            .chain_update(b"tenfold derived key\0")
            .chain_update(purpose)
            .finalize()
            .into_bytes()
            .into()
    }

    /// Wraps another key; `context` is what it is bound to. The nonce must never be used again.
    pub fn wrap(&self, nonce: &[u8; 12], context: &[u8], key: &[u8; 32]) -> Result<[u8; WRAPPED], Failed> {
        let mut buffer = key.to_vec();
        self.cipher.encrypt_in_place(nonce.into(), context, &mut buffer).map_err(|_| Failed)?;
        buffer.as_slice().try_into().map_err(|_| Failed)
    }

    /// The other key, if nobody changed anything.
    pub fn unwrap(&self, nonce: &[u8; 12], context: &[u8], wrapped: &[u8; WRAPPED]) -> Option<[u8; 32]> {
        let mut buffer = wrapped.to_vec();
        self.cipher.decrypt_in_place(nonce.into(), context, &mut buffer).ok()?;
        buffer.as_slice().try_into().ok()
    }
}

/// HMAC-SHA-256 under a key, which is shorter than its block and is padded with zeros (RFC 2104).
pub(crate) fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    Hmac::new(&block.into())
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], Failed> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failed)?;
    Ok(bytes)
}
