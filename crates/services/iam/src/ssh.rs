//! Public keys of SSH as IAM takes and shows them: RSA's, in OpenSSH's form (RFC 4253, section 6.6) or as PEM. Pure.

use crate::x509::{BIT_STRING, INTEGER, SEQUENCE, blocks, value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use md5::{Digest as _, Md5};
use std::fmt::Write;

/// What OpenSSH's form begins with.
const NAME: &str = "ssh-rsa";
/// The fewest bits that IAM takes (API reference of UploadSSHPublicKey), and the most that a form of 16 KB can hold a key of.
const MIN_BITS: usize = 2_048;
const MAX_BITS: usize = 65_536;
/// `rsaEncryption`, with its parameters: none (RFC 3279, section 2.3.1).
const ALGORITHM: [u8; 15] =
    [SEQUENCE, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0];

/// An RSA key: both numbers without leading zeros.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PublicKey {
    exponent: Vec<u8>,
    modulus: Vec<u8>,
}

/// Why a text is no key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is in neither form.
    Encoding,
    /// There is no key in it, or a short one.
    Key,
}

/// How a key is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Ssh,
    Pem,
}

/// Which form a text is in, if it is in one.
pub(crate) fn form(text: &str) -> Option<Form> {
    let text = text.trim();
    if text.split_whitespace().next() == Some(NAME) {
        return Some(Form::Ssh);
    }
    let is_pem = ["PUBLIC KEY", "RSA PUBLIC KEY"].iter().any(|label| {
        text.strip_prefix("-----BEGIN ")
            .and_then(|rest| rest.strip_prefix(label))
            .is_some_and(|rest| rest.starts_with("-----"))
    });
    is_pem.then_some(Form::Pem)
}

impl PublicKey {
    /// Reads one.
    ///
    /// # Errors
    /// [`Refused`].
    pub(crate) fn read(text: &str) -> Result<Self, Refused> {
        let key = match form(text).ok_or(Refused::Encoding)? {
            Form::Ssh => from_ssh(text),
            Form::Pem => from_pem(text),
        };
        key.filter(Self::is_good).ok_or(Refused::Key)
    }

    fn is_good(&self) -> bool {
        let is_odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);
        let first = self.modulus.first().map_or(8, |byte| byte.leading_zeros() as usize);
        let bits = (self.modulus.len() * 8).saturating_sub(first);
        (MIN_BITS..=MAX_BITS).contains(&bits)
            && is_odd(&self.modulus)
            && is_odd(&self.exponent)
            && self.exponent != [1]
            && self.exponent.len() <= self.modulus.len()
    }

    /// As SSH sends it.
    fn blob(&self) -> Vec<u8> {
        let mut blob = Vec::new();
        for part in [NAME.as_bytes(), &positive(&self.exponent), &positive(&self.modulus)] {
            // A key has fewer bytes than a `u32` counts.
            blob.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            blob.extend_from_slice(part);
        }
        blob
    }

    /// The MD5 digest of the key as SSH sends it, by bytes: `12:34:…`.
    pub(crate) fn fingerprint(&self) -> String {
        let mut text = String::new();
        for (at, byte) in Md5::digest(self.blob()).iter().enumerate() {
            let _ = write!(text, "{}{byte:02x}", if at == 0 { "" } else { ":" });
        }
        text
    }

    /// In a form.
    pub(crate) fn text(&self, form: Form) -> String {
        match form {
            Form::Ssh => format!("{NAME} {}", BASE64.encode(self.blob())),
            Form::Pem => {
                let numbers =
                    [der(INTEGER, &positive(&self.modulus)), der(INTEGER, &positive(&self.exponent))];
                // The first byte counts unused bits.
                let key = [vec![0], der(SEQUENCE, &numbers.concat())].concat();
                let whole = der(SEQUENCE, &[ALGORITHM.to_vec(), der(BIT_STRING, &key)].concat());
                let digits = BASE64.encode(whole);
                let mut text = "-----BEGIN PUBLIC KEY-----\n".to_owned();
                for line in digits.as_bytes().chunks(64) {
                    text.push_str(&String::from_utf8_lossy(line));
                    text.push('\n');
                }
                text.push_str("-----END PUBLIC KEY-----");
                text
            }
        }
    }
}

fn trimmed(number: &[u8]) -> Vec<u8> {
    number.iter().copied().skip_while(|byte| *byte == 0).collect()
}

/// A number whose first bit does not say that it is negative.
fn positive(number: &[u8]) -> Vec<u8> {
    match number.first() {
        Some(first) if *first >= 0x80 => [&[0], number].concat(),
        _ => number.to_vec(),
    }
}

/// A DER value.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length = trimmed(&length);
    let mut out = vec![tag];
    match content.len() {
        0..=0x7f => out.push(length.first().copied().unwrap_or_default()),
        _ => {
            out.push(0x80 | u8::try_from(length.len()).unwrap_or_default());
            out.extend_from_slice(&length);
        }
    }
    out.extend_from_slice(content);
    out
}

/// `ssh-rsa`, the key, and whatever somebody calls it.
fn from_ssh(text: &str) -> Option<PublicKey> {
    let blob = BASE64.decode(text.split_whitespace().nth(1)?).ok()?;
    let mut rest = blob.as_slice();
    let mut next = || {
        let (length, behind) = rest.split_first_chunk::<4>()?;
        let (part, behind) = behind.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        rest = behind;
        Some(part)
    };
    let (name, exponent, modulus) = (next()?, next()?, next()?);
    (name == NAME.as_bytes() && rest.is_empty())
        .then(|| PublicKey { exponent: trimmed(exponent), modulus: trimmed(modulus) })
}

fn from_pem(text: &str) -> Option<PublicKey> {
    let blocks = blocks(text)?;
    let [(label, content)] = blocks.as_slice() else { return None };
    let numbers = match *label {
        "RSA PUBLIC KEY" => content.as_slice(),
        _ => {
            let (whole, behind) = value(content, SEQUENCE)?;
            let key = whole.strip_prefix(&ALGORITHM).filter(|_| behind.is_empty())?;
            value(key, BIT_STRING)?.0.get(1..)?
        }
    };
    let (numbers, _) = value(numbers, SEQUENCE)?;
    let (modulus, rest) = value(numbers, INTEGER)?;
    let (exponent, _) = value(rest, INTEGER)?;
    Some(PublicKey { exponent: trimmed(exponent), modulus: trimmed(modulus) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(bits: usize) -> PublicKey {
        let mut modulus = vec![0xa7; bits / 8];
        modulus[0] |= 0x80;
        PublicKey { exponent: vec![1, 0, 1], modulus }
    }

    #[test]
    fn both_forms_say_the_same() {
        for bits in [2_048, 3_072, 4_096, 8_192] {
            let key = key(bits);
            for form in [Form::Ssh, Form::Pem] {
                let text = key.text(form);
                assert_eq!(super::form(&text), Some(form));
                assert_eq!(PublicKey::read(&text).as_ref(), Ok(&key), "{bits} {form:?}");
            }
            assert_eq!(PublicKey::read(&format!("{} ann@example.com\n", key.text(Form::Ssh))), Ok(key));
        }
        // A first bit that is not set takes no zero before it.
        let mut small = key(2_056);
        small.modulus[0] = 0x01;
        assert_eq!(PublicKey::read(&small.text(Form::Ssh)).as_ref(), Ok(&small));
        assert_eq!(PublicKey::read(&small.text(Form::Pem)).as_ref(), Ok(&small));
    }

    #[test]
    fn what_is_no_key() {
        for other in [
            "",
            "nonsense",
            "ssh-ed25519 AAAA",
            "-----BEGIN CERTIFICATE-----",
            "---- BEGIN SSH2 PUBLIC KEY ----",
        ] {
            assert_eq!(PublicKey::read(other), Err(Refused::Encoding), "{other}");
        }
        let even = PublicKey { exponent: vec![2], ..key(2_048) };
        let one = PublicKey { exponent: vec![1], ..key(2_048) };
        for bad in [
            "ssh-rsa".to_owned(),
            "ssh-rsa !".to_owned(),
            "ssh-rsa AAAA".to_owned(),
            "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----".to_owned(),
            key(1_024).text(Form::Ssh),
            key(1_024).text(Form::Pem),
            even.text(Form::Ssh),
            one.text(Form::Ssh),
        ] {
            assert_eq!(PublicKey::read(&bad), Err(Refused::Key), "{bad}");
        }
        // Cut anywhere, it is refused, never more.
        let blob = key(2_048).blob();
        for at in 0..blob.len() {
            let cut = format!("{NAME} {}", BASE64.encode(&blob[..at]));
            assert_eq!(PublicKey::read(&cut), Err(Refused::Key));
        }
    }

    #[test]
    fn fingerprints() {
        let print = key(2_048).fingerprint();
        assert_eq!(print.len(), 47);
        assert!(print.bytes().all(|b| b == b':' || b.is_ascii_hexdigit()));
        assert_ne!(print, key(4_096).fingerprint());
    }
}
