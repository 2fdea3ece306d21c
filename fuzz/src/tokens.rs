//! Tokens: of identity providers, and of sessions.

use service_iam::{KeySeal, fuzzing};
use std::str::from_utf8;
use std::sync::{Arc, OnceLock};

/// Keys of a provider (RFC 7515, appendix A.3), whose secret half nobody here has used.
const KEYS: &[u8] =
    br#"{"keys": [{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#;
/// The example of that appendix, which is signed by them: no other token that is made here is.
const SIGNED: &str = include_str!("../corpus/web_tokens/signed");

/// The first line is a token, the rest a document of keys.
pub(crate) fn web_tokens(data: &[u8]) {
    let Ok(text) = from_utf8(data) else { return };
    let (token, keys) = text.split_once('\n').unwrap_or((text, ""));
    fuzzing::is_signed(token, keys.as_bytes());
    let signed = fuzzing::is_signed(token, KEYS) == Some(true);
    let example = SIGNED.lines().next().unwrap_or_default();
    assert!(!signed || token == example, "a signature was right by chance");
}

/// The first line is an access key and the second a token; the rest is what is in one, were the seal broken.
pub(crate) fn session_tokens(data: &[u8]) {
    static SEAL: OnceLock<Arc<KeySeal>> = OnceLock::new();
    let seal = SEAL.get_or_init(|| Arc::new(KeySeal::new(&[7; 32]).expect("a key has its length")));
    let mut lines = data.splitn(3, |byte| *byte == b'\n');
    let mut line = || lines.next().unwrap_or_default();
    let (id, token, content) = (String::from_utf8_lossy(line()), String::from_utf8_lossy(line()), line());
    let opened = fuzzing::is_session(Arc::clone(seal) as _, &id, &token, content);
    assert!(!opened, "a token was right by chance");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_has_a_token_that_is_signed() {
        let example = SIGNED.lines().next().unwrap();
        assert_eq!(fuzzing::is_signed(example, KEYS), Some(true));
    }
}
