//! Values that are encrypted where they stand, such as a column of a row.
//!
//! ```text
//! version        1
//! key's id      16
//! salt          16   random, new for each process and purpose
//! number         8   counts up, big-endian: with the salt, never twice
//! content and tag    AES-256-GCM under a key derived for the purpose and the salt
//! ```
//!
//! The associated data is the context: a value that is moved elsewhere cannot be opened.

use crate::Failed;
use crate::key::{KeyId, keyed, random};
use crate::ring::{Keyring, State};
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use hmac::Mac;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

const VERSION: u8 = 1;
const SALT: usize = 16;
/// Bytes before the content.
const HEAD: usize = 1 + 16 + SALT + 8;
/// Ciphers in memory; each other one is derived anew, in a microsecond.
const CIPHERS: usize = 16;

/// Why a value is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// It needs a key that is not in the ring.
    #[error("it is encrypted under a key that is not there")]
    UnknownKey,
    /// It was changed, or stands elsewhere than it was put.
    #[error("it was changed")]
    Changed,
}

/// A cipher, and which key and salt it is of.
type Known = (KeyId, [u8; SALT], Arc<Aes256Gcm>);

/// Seals and opens values of one kind. Cheap to use from many threads.
pub struct Sealer {
    ring: Arc<Keyring>,
    purpose: String,
    /// `None` without randomness: nothing is sealed then.
    salt: Option<[u8; SALT]>,
    number: AtomicU64,
    ciphers: Mutex<Vec<Known>>,
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealer({})", self.purpose)
    }
}

/// What a value is bound to, from parts that cannot run into each other.
pub fn context(parts: &[&str]) -> Vec<u8> {
    let mut context = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        context.extend_from_slice(&(part.len() as u64).to_le_bytes());
        context.extend_from_slice(part.as_bytes());
    }
    context
}

impl Sealer {
    pub(crate) fn new(ring: Arc<Keyring>, purpose: &str) -> Self {
        let (salt, purpose) = (random().ok(), purpose.to_owned());
        Self { ring, purpose, salt, number: AtomicU64::new(0), ciphers: Mutex::default() }
    }

    /// Encrypts a value under the key in use.
    pub fn seal(&self, context: &[u8], value: &[u8]) -> Result<Vec<u8>, Failed> {
        let (state, salt) = (self.ring.state(), self.salt.ok_or(Failed)?);
        let id = state.keys().first().ok_or(Failed)?.id();
        let cipher = self.cipher(&state, &id, &salt).ok_or(Failed)?;
        let number = self.number.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let mut sealed = Vec::with_capacity(HEAD + value.len() + 16);
        sealed.push(VERSION);
        sealed.extend_from_slice(&id);
        sealed.extend_from_slice(&salt);
        sealed.extend_from_slice(&number);
        let start = sealed.len();
        sealed.extend_from_slice(value);
        let content = sealed.get_mut(start..).ok_or(Failed)?;
        let nonce = nonce(number);
        let tag = cipher.encrypt_inout_detached((&nonce).into(), context, content.into());
        sealed.extend_from_slice(&tag.map_err(|_| Failed)?);
        Ok(sealed)
    }

    /// A value as it was sealed in this context.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
        let parts = Parts::of(sealed).ok_or(Unopened::Changed)?;
        let state = self.ring.state();
        let cipher = self.cipher(&state, parts.id, parts.salt).ok_or(Unopened::UnknownKey)?;
        let mut value = parts.content.to_vec();
        let nonce = nonce(*parts.number);
        cipher.decrypt_in_place((&nonce).into(), context, &mut value).map_err(|_| Unopened::Changed)?;
        Ok(value)
    }

    /// Whether a value is under the key in use, as far as its head says.
    pub fn is_current(&self, sealed: &[u8]) -> bool {
        Parts::of(sealed).is_some_and(|parts| *parts.id == self.ring.current().id())
    }

    fn cipher(&self, state: &State, id: &KeyId, salt: &[u8; SALT]) -> Option<Arc<Aes256Gcm>> {
        let derived = state.derived(&self.purpose);
        let at = state.keys().iter().position(|key| key.id() == *id);
        let kept = || derived.kept.iter().find(|(kept, _)| kept == id).map(|(_, key)| key);
        // Looked for first: what is gone from the ring opens nothing any more.
        let from = at.and_then(|at| derived.keys.get(at)).or_else(kept)?;
        let mut ciphers = self.ciphers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., cipher)) = ciphers.iter().find(|(key, of, _)| key == id && of == salt) {
            return Some(Arc::clone(cipher));
        }
        let key: [u8; 32] = keyed(from).chain_update(salt).finalize().into_bytes().into();
        let cipher = Arc::new(Aes256Gcm::new((&key).into()));
        if ciphers.len() >= CIPHERS {
            ciphers.remove(0);
        }
        ciphers.push((*id, *salt, Arc::clone(&cipher)));
        Some(cipher)
    }
}

struct Parts<'a> {
    id: &'a KeyId,
    salt: &'a [u8; SALT],
    number: &'a [u8; 8],
    content: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(sealed: &'a [u8]) -> Option<Self> {
        let (&[VERSION], rest) = sealed.split_first_chunk::<1>()? else { return None };
        let (id, rest) = rest.split_first_chunk()?;
        let (salt, rest) = rest.split_first_chunk()?;
        let (number, content) = rest.split_first_chunk()?;
        Some(Self { id, salt, number, content })
    }
}

fn nonce(number: [u8; 8]) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&number);
    nonce
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Key, RingError};
    use proptest::prelude::*;

    fn ring() -> Arc<Keyring> {
        Keyring::of(Key::new(&[5; 32]))
    }

    #[test]
    fn a_value_is_opened_where_it_was_put_and_nowhere_else() {
        let (first, second) = (ring().sealer("a"), ring().sealer("a"));
        let here = context(&["row", "1"]);
        let sealed = first.seal(&here, b"geheim").unwrap();
        assert!(!sealed.windows(6).any(|bytes| bytes == b"geheim"));
        // Another process, another salt.
        assert_eq!(second.open(&here, &sealed).unwrap(), b"geheim");
        assert_eq!(first.open(&context(&["row", "2"]), &sealed), Err(Unopened::Changed));
        assert_eq!(first.open(&context(&["row1", ""]), &sealed), Err(Unopened::Changed));
        assert_eq!(ring().sealer("b").open(&here, &sealed), Err(Unopened::Changed));
        let other = Keyring::of(Key::new(&[6; 32])).sealer("a");
        assert_eq!(other.open(&here, &sealed), Err(Unopened::UnknownKey));
        assert_ne!(first.seal(&here, b"geheim").unwrap(), sealed, "no two are the same");
    }

    #[test]
    fn old_and_new_are_opened_until_the_ring_is_settled() {
        let ring = ring();
        let sealer = ring.sealer("a");
        let old = sealer.seal(b"", b"1").unwrap();
        let kept = ring.sealer("b").seal(b"", b"3").unwrap();
        ring.renew(|_| Ok::<_, RingError>(())).unwrap();
        let new = sealer.seal(b"", b"2").unwrap();
        assert_eq!((sealer.is_current(&old), sealer.is_current(&new)), (false, true));
        assert_eq!(
            (sealer.open(b"", &old).unwrap(), sealer.open(b"", &new).unwrap()),
            (b"1".into(), b"2".into())
        );
        ring.settle(&[("b", 0)], 0);
        assert_eq!(sealer.open(b"", &old), Err(Unopened::UnknownKey));
        assert_eq!(sealer.open(b"", &new).unwrap(), b"2");
        assert_eq!(ring.sealer("b").open(b"", &kept).unwrap(), b"3", "its purpose was kept");
    }

    proptest! {
        #[test]
        fn nothing_changed_is_opened(value: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
            let sealer = ring().sealer("a");
            let mut sealed = sealer.seal(b"here", &value).unwrap();
            prop_assert_eq!(sealer.open(b"here", &sealed).unwrap(), value);
            let at = at.index(sealed.len());
            sealed[at] ^= 1 << bit;
            prop_assert!(sealer.open(b"here", &sealed).is_err());
            prop_assert!(sealer.open(b"here", &sealed[..at]).is_err());
        }
    }
}
