//! Certificates and keys as PEM, as far as IAM asks about them: that they are such, when a certificate ends, who signed it, and
//! whether a key is its own. Signatures are not checked.

use aws_wire::parse_time;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::rand::SystemRandom;
use ring::rsa::KeyPair as RsaKeyPair;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _,
};

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
/// `[0]` and `[1]`, constructed.
const TAGGED_0: u8 = 0xa0;
const TAGGED_1: u8 = 0xa1;

/// What is known of a certificate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// Milliseconds.
    pub(crate) not_after: i64,
    issuer: Vec<u8>,
    subject: Vec<u8>,
    public_key: Vec<u8>,
}

impl Certificate {
    /// Whether `other` may have signed it, by the names.
    pub(crate) fn is_issued_by(&self, other: &Self) -> bool {
        self.issuer == other.subject
    }

    /// Whether a private key, as PEM, is its own. `None` where that is no key that can be read.
    pub(crate) fn has_key(&self, pem: &str) -> Option<bool> {
        Some(public_key(pem)? == self.public_key)
    }
}

/// A DER value of a tag at the beginning: its content, and what follows it.
pub(crate) fn value(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&found, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        // Up to four bytes of length: more has nobody.
        0x81..=0x84 => {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), rest)
        }
        _ => return None,
    };
    let split = rest.split_at_checked(length)?;
    (found == tag).then_some(split)
}

/// Epoch milliseconds of a date, and what follows it.
fn time(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (digits, rest) = match value(bytes, UTC_TIME) {
        Some((text, rest)) => {
            let text = std::str::from_utf8(text).ok()?;
            let century = if text.get(..2)?.parse::<u8>().ok()? < 50 { "20" } else { "19" };
            (format!("{century}{text}"), rest)
        }
        None => {
            let (text, rest) = value(bytes, GENERALIZED_TIME)?;
            (std::str::from_utf8(text).ok()?.to_owned(), rest)
        }
    };
    let part = |from: usize, to: usize| digits.get(from..to);
    let text = format!(
        "{}-{}-{}T{}:{}:{}{}",
        part(0, 4)?,
        part(4, 6)?,
        part(6, 8)?,
        part(8, 10)?,
        part(10, 12)?,
        part(12, 14)?,
        digits.get(14..)?
    );
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any date are few digits")]
    let milliseconds = (parse_time(&text)? * 1_000.0).round() as i64;
    Some((milliseconds, rest))
}

/// RFC 5280, section 4.1.
fn certificate(der: &[u8]) -> Option<Certificate> {
    let (whole, behind) = value(der, SEQUENCE)?;
    let (mut rest, _) = value(whole, SEQUENCE)?;
    if let Some((_, after)) = value(rest, TAGGED_0) {
        rest = after;
    }
    let (_, rest) = value(rest, INTEGER)?;
    let (_, rest) = value(rest, SEQUENCE)?;
    let (issuer, rest) = value(rest, SEQUENCE)?;
    let (validity, rest) = value(rest, SEQUENCE)?;
    let (subject, rest) = value(rest, SEQUENCE)?;
    let (key, _) = value(rest, SEQUENCE)?;
    let (_, after) = time(validity)?;
    let (not_after, _) = time(after)?;
    let (_, key) = value(key, SEQUENCE)?;
    let (key, _) = value(key, BIT_STRING)?;
    behind.is_empty().then(|| Certificate {
        not_after,
        issuer: issuer.to_vec(),
        subject: subject.to_vec(),
        // The first byte counts unused bits.
        public_key: key.get(1..).unwrap_or_default().to_vec(),
    })
}

/// The blocks of a text in PEM, by their labels. `None` where there is something else between them.
pub(crate) fn blocks(text: &str) -> Option<Vec<(&str, Vec<u8>)>> {
    let mut rest = text.trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (label, body) = rest.strip_prefix("-----BEGIN ")?.split_once("-----")?;
        let (body, behind) = body.split_once(&format!("-----END {label}-----"))?;
        let digits: String = body.split_whitespace().collect();
        found.push((label, BASE64.decode(digits).ok()?));
        rest = behind.trim_start();
    }
    Some(found)
}

/// Certificates of a text, at least one.
pub(crate) fn certificates(pem: &str) -> Option<Vec<Certificate>> {
    let blocks = blocks(pem).filter(|blocks| !blocks.is_empty())?;
    blocks.iter().map(|(label, der)| certificate(der).filter(|_| *label == "CERTIFICATE")).collect()
}

/// The public key of a private one, as certificates have it.
fn public_key(pem: &str) -> Option<Vec<u8>> {
    // Parameters of a curve may stand before the key.
    let blocks = blocks(pem)?;
    let (label, der) = blocks.iter().find(|(label, _)| label.ends_with("PRIVATE KEY"))?;
    match *label {
        "RSA PRIVATE KEY" => rsa(RsaKeyPair::from_der(der).ok()?),
        "EC PRIVATE KEY" => {
            let (key, _) = value(der, SEQUENCE)?;
            let (_, rest) = value(key, INTEGER)?;
            let (_, mut rest) = value(rest, 0x04)?;
            if let Some((_, after)) = value(rest, TAGGED_0) {
                rest = after;
            }
            let (public, _) = value(value(rest, TAGGED_1)?.0, BIT_STRING)?;
            Some(public.get(1..)?.to_vec())
        }
        "PRIVATE KEY" => {
            if let Ok(pair) = RsaKeyPair::from_pkcs8(der) {
                return rsa(pair);
            }
            let random = SystemRandom::new();
            [&ECDSA_P256_SHA256_ASN1_SIGNING, &ECDSA_P384_SHA384_ASN1_SIGNING].into_iter().find_map(|curve| {
                let pair = EcdsaKeyPair::from_pkcs8(curve, der, &random).ok()?;
                Some(pair.public_key().as_ref().to_vec())
            })
        }
        _ => None,
    }
}

fn rsa(pair: RsaKeyPair) -> Option<Vec<u8>> {
    Some(pair.public_key().as_ref().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> (String, String) {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(vec!["example.com".to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(2036, 1, 2);
        (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
    }

    #[test]
    fn a_certificate_and_its_key() {
        let ((pem, key), (other, other_key)) = (made(), made());
        let [certificate] = certificates(&pem).unwrap().try_into().unwrap();
        assert_eq!(certificate.not_after, 2_082_844_800_000);
        assert!(certificate.is_issued_by(&certificate));
        assert_eq!(certificate.has_key(&key), Some(true));
        assert_eq!(certificate.has_key(&other_key), Some(false));
        assert_eq!(certificate.has_key(&pem), None);
        assert_eq!(certificate.has_key("nonsense"), None);
        assert_eq!(certificates(&format!("{pem}\n{other}")).unwrap().len(), 2);
    }

    #[test]
    fn what_is_no_certificate() {
        let (pem, key) = made();
        let empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----";
        for bad in ["", "nonsense", &key, &format!("text\n{pem}"), empty] {
            assert_eq!(certificates(bad), None, "{bad}");
        }
        // Cut or changed anywhere, it is refused or read, never more.
        let der = blocks(&pem).unwrap().remove(0).1;
        for at in 0..der.len() {
            assert_eq!(certificate(&der[..at]), None);
            let mut changed = der.clone();
            changed[at] ^= 0xff;
            let _ = certificate(&changed);
        }
    }
}
