//! Tokens of identity providers: JSON web tokens with a signature by one of the provider's published keys (RFC 7515, 7517,
//! 7518, 7519).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
    VerificationAlgorithm,
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Keys of a provider that are looked at, at most.
const MAX_KEYS: usize = 100;

/// A token, taken apart and not verified.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) algorithm: String,
    pub(super) key_id: Option<String>,
    pub(super) claims: Map<String, Value>,
    signed: &'a str,
    signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

impl<'a> Token<'a> {
    /// Takes a token apart. `None` if it is none.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let header: Header = serde_json::from_slice(&BASE64.decode(header).ok()?).ok()?;
        // Extensions that must be understood, and are not.
        if header.crit.is_some() {
            return None;
        }
        let Value::Object(claims) = serde_json::from_slice(&BASE64.decode(claims).ok()?).ok()? else {
            return None;
        };
        let signature = BASE64.decode(signature).ok()?;
        Some(Self { algorithm: header.alg, key_id: header.kid, claims, signed, signature })
    }

    /// A claim that is text.
    pub(super) fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(Value::as_str)
    }

    /// A claim that is a time, seconds since 1970.
    pub(super) fn time(&self, claim: &str) -> Option<i64> {
        let value = self.claims.get(claim)?;
        #[expect(clippy::cast_possible_truncation, reason = "a fraction of a second is nobody's matter")]
        value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64))
    }

    /// For whom it was issued.
    pub(super) fn audiences(&self) -> Vec<&str> {
        match self.claims.get("aud") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether one of the keys has signed it.
    pub(super) fn is_signed_by(&self, keys: &[Key]) -> bool {
        let named = |key: &&Key| match (&self.key_id, &key.id) {
            (Some(wanted), Some(id)) => wanted == id,
            _ => true,
        };
        keys.iter().filter(named).any(|key| self.is_signed_by_one(key))
    }

    fn is_signed_by_one(&self, key: &Key) -> bool {
        // A key that says what it is for is used for nothing else.
        if key.algorithm.as_ref().is_some_and(|algorithm| *algorithm != self.algorithm) {
            return false;
        }
        let message = self.signed.as_bytes();
        let rsa = |parameters: &'static RsaParameters| match &key.material {
            Material::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(parameters, message, &self.signature).is_ok()
            }
            Material::Point(..) => false,
        };
        let point = |curve: &str, algorithm: &'static dyn VerificationAlgorithm| match &key.material {
            Material::Point(of, point) if of == curve => {
                UnparsedPublicKey::new(algorithm, point).verify(message, &self.signature).is_ok()
            }
            _ => false,
        };
        match self.algorithm.as_str() {
            "RS256" => rsa(&RSA_PKCS1_2048_8192_SHA256),
            "RS384" => rsa(&RSA_PKCS1_2048_8192_SHA384),
            "RS512" => rsa(&RSA_PKCS1_2048_8192_SHA512),
            "ES256" => point("P-256", &ECDSA_P256_SHA256_FIXED),
            "ES384" => point("P-384", &ECDSA_P384_SHA384_FIXED),
            // Also "none".
            _ => false,
        }
    }
}

/// A public key.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) id: Option<String>,
    algorithm: Option<String>,
    material: Material,
}

#[derive(Clone, Debug)]
enum Material {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// A curve's name, and a point on it, uncompressed.
    Point(String, Vec<u8>),
}

#[derive(Deserialize)]
struct Published {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    used: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// The keys for signatures in a document of keys; those that are of an unknown sort are left out. `None` if it is no such
/// document.
pub(super) fn keys(document: &[u8]) -> Option<Vec<Key>> {
    #[derive(Deserialize)]
    struct Document {
        keys: Vec<Value>,
    }
    let document: Document = serde_json::from_slice(document).ok()?;
    let read = |value: Value| serde_json::from_value::<Published>(value).ok().and_then(key);
    Some(document.keys.into_iter().take(MAX_KEYS).filter_map(read).collect())
}

fn key(published: Published) -> Option<Key> {
    let Published { kty, kid, alg, used, n, e, crv, x, y } = published;
    if used.is_some_and(|used| used != "sig") {
        return None;
    }
    let bytes = |text: Option<String>| BASE64.decode(text?.trim_end_matches('=')).ok();
    let material = match kty.as_str() {
        "RSA" => Material::Rsa { n: bytes(n)?, e: bytes(e)? },
        "EC" => {
            let curve = crv?;
            let size = match curve.as_str() {
                "P-256" => 32,
                "P-384" => 48,
                _ => return None,
            };
            let (x, y) = (bytes(x)?, bytes(y)?);
            if x.len() != size || y.len() != size {
                return None;
            }
            Material::Point(curve, [vec![4], x, y].concat())
        }
        _ => return None,
    };
    Some(Key { id: kid, algorithm: alg, material })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::json;

    fn pair() -> EcdsaKeyPair {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap()
    }

    fn published(pair: &EcdsaKeyPair, id: &str) -> Value {
        let point = pair.public_key().as_ref();
        json!({"kty": "EC", "crv": "P-256", "kid": id, "use": "sig", "alg": "ES256",
            "x": BASE64.encode(&point[1..33]), "y": BASE64.encode(&point[33..])})
    }

    fn signed(pair: &EcdsaKeyPair, header: &Value, claims: &Value) -> String {
        let encode = |value: &Value| BASE64.encode(value.to_string());
        let message = format!("{}.{}", encode(header), encode(claims));
        let signature = pair.sign(&SystemRandom::new(), message.as_bytes()).unwrap();
        format!("{message}.{}", BASE64.encode(signature))
    }

    fn set(all: &[Value]) -> Vec<Key> {
        keys(json!({ "keys": all }).to_string().as_bytes()).unwrap()
    }

    #[test]
    fn only_the_providers_key_signs() {
        let (own, other) = (pair(), pair());
        let header = json!({"alg": "ES256", "kid": "1"});
        let text = signed(&own, &header, &json!({"iss": "i", "aud": ["a", "b"], "exp": 5.5}));
        let token = Token::parse(&text).unwrap();
        assert_eq!(
            (token.text("iss"), token.audiences(), token.time("exp")),
            (Some("i"), vec!["a", "b"], Some(5))
        );
        assert!(token.is_signed_by(&set(&[published(&other, "2"), published(&own, "1")])));
        assert!(!token.is_signed_by(&set(&[published(&other, "1")])));
        assert!(!token.is_signed_by(&set(&[published(&own, "2")])), "of another name");
        assert!(!token.is_signed_by(&[]));
        let mut of_other_use = published(&own, "1");
        of_other_use["use"] = "enc".into();
        assert!(!token.is_signed_by(&set(&[of_other_use])));
        let mut of_other_algorithm = published(&own, "1");
        of_other_algorithm["alg"] = "ES384".into();
        assert!(!token.is_signed_by(&set(&[of_other_algorithm])));
        // Every changed character is noticed, wherever it is.
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'Q' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            if changed != text
                && let Some(token) = Token::parse(&changed)
            {
                assert!(!token.is_signed_by(&set(&[published(&own, "1")])), "{at}");
            }
        }
    }

    #[test]
    fn what_is_no_token_is_none() {
        let own = pair();
        for algorithm in ["none", "HS256", "RS256", ""] {
            let text = signed(&own, &json!({"alg": algorithm}), &json!({}));
            assert!(!Token::parse(&text).unwrap().is_signed_by(&set(&[published(&own, "1")])), "{algorithm}");
        }
        assert!(Token::parse(&signed(&own, &json!({"alg": "ES256", "crit": ["x"]}), &json!({}))).is_none());
        for bad in ["", ".", "..", "a.b.c", "e30.e30", "e30.e30.", "bm8.e30.e30"] {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
        assert!(keys(b"{}").is_none() && keys(b"").is_none());
        assert_eq!(
            set(&[
                json!(1),
                json!({"kty": "oct", "k": "x"}),
                json!({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"})
            ])
            .len(),
            0
        );
    }
}
