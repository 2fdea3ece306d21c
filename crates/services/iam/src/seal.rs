//! Values that are not kept, or not given away, as they are.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

/// Encrypts and authenticates values.
pub trait Seal: Send + Sync {
    /// A value that only [`Seal::open`] with the same context makes sense of. `None` if there is no randomness.
    fn seal(&self, context: &str, value: &[u8]) -> Option<Vec<u8>>;

    /// The value; `None` where it was changed, sealed with another context or under another key.
    fn open(&self, context: &str, sealed: &[u8]) -> Option<Vec<u8>>;
}

/// AES-256-GCM under one key, with a random nonce before each value: good for 2^32 values.
pub struct KeySeal(LessSafeKey);

impl KeySeal {
    /// Under a key that is used for nothing else. `None` never happens: the key has the right length.
    pub fn new(key: &[u8; 32]) -> Option<Self> {
        UnboundKey::new(&AES_256_GCM, key).ok().map(|key| Self(LessSafeKey::new(key)))
    }
}

impl Seal for KeySeal {
    fn seal(&self, context: &str, value: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce).ok()?;
        let mut sealed = nonce.to_vec();
        let mut content = value.to_vec();
        let aad = Aad::from(context.as_bytes());
        self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut content).ok()?;
        sealed.append(&mut content);
        Some(sealed)
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, content) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut content = content.to_vec();
        let value = self.0.open_in_place(nonce, Aad::from(context.as_bytes()), &mut content).ok()?;
        Some(value.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_sealed_is_opened() {
        let seal = KeySeal::new(&[7; 32]).unwrap();
        let sealed = seal.seal("a", b"secret").unwrap();
        assert_ne!(sealed, seal.seal("a", b"secret").unwrap());
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_eq!(seal.open("a", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(seal.open("b", &sealed), None);
        assert_eq!(KeySeal::new(&[8; 32]).unwrap().open("a", &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(seal.open("a", &changed), None, "byte {at}");
            assert_eq!(seal.open("a", &sealed[..at]), None, "the first {at} bytes");
        }
    }
}
