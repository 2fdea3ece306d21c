//! Signatures: HMAC-SHA-256 under a key derived for a purpose.

use crate::key::keyed;
use crate::ring::Keyring;
use hmac::Mac;
use std::fmt;
use std::sync::Arc;

/// Signs things of one kind, and tells whether they are as they were signed.
#[derive(Clone)]
pub struct Signer {
    ring: Arc<Keyring>,
    purpose: Arc<str>,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.purpose)
    }
}

impl Signer {
    pub(crate) fn new(ring: Arc<Keyring>, purpose: &str) -> Self {
        Self { ring, purpose: purpose.into() }
    }

    /// The signature of all parts, one after the other, under the key in use. Whoever needs to know where one ends says its
    /// length.
    pub fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        let state = self.ring.state();
        let derived = state.derived(&self.purpose);
        // A ring is never empty.
        derived.keys.first().map_or([0; 32], |key| mac(key, parts).finalize().into_bytes().into())
    }

    /// Whether a signature is of these parts, under any key of the ring, or of one whose derived keys were kept.
    pub fn is_signed(&self, parts: &[&[u8]], signature: &[u8]) -> bool {
        let derived = self.ring.state().derived(&self.purpose);
        derived
            .keys
            .iter()
            .chain(derived.kept.iter().map(|(_, key)| key))
            .any(|key| mac(key, parts).verify_slice(signature).is_ok())
    }

    /// Whether it is under the key in use.
    pub fn is_current(&self, parts: &[&[u8]], signature: &[u8]) -> bool {
        let derived = self.ring.state().derived(&self.purpose);
        derived.keys.first().is_some_and(|key| mac(key, parts).verify_slice(signature).is_ok())
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> hmac::Hmac<sha2::Sha256> {
    parts.iter().fold(keyed(key), |mac, part| mac.chain_update(part))
}

#[cfg(test)]
mod tests {
    use crate::{Key, Keyring, RingError};

    #[test]
    fn signatures_of_all_keys_are_good_and_of_no_other() {
        let ring = Keyring::of(Key::new(&[1; 32]));
        let (rows, audit) = (ring.signer("rows"), ring.signer("audit"));
        let (row, record) = (rows.sign(&[b"a", b"b"]), audit.sign(&[b"a"]));
        assert!(rows.is_signed(&[b"ab"], &row) && !rows.is_signed(&[b"a"], &row));
        assert!(!audit.is_signed(&[b"ab"], &row) && !rows.is_signed(&[b"ab"], &row[..31]));
        ring.renew(|_| Ok::<_, RingError>(())).unwrap();
        assert!(rows.is_signed(&[b"ab"], &row) && !rows.is_current(&[b"ab"], &row));
        assert!(rows.is_current(&[b"ab"], &rows.sign(&[b"ab"])));
        ring.settle(&[("audit", 0)], 0);
        assert!(!rows.is_signed(&[b"ab"], &row), "gone with its key");
        assert!(audit.is_signed(&[b"a"], &record), "kept");
    }
}
