//! How a record is tied to the one before it, and signed.
//!
//! A line is a record with one more member at its end:
//! `"chain":{"number":17,"hash":"<64 hex>","mac":"<64 hex>"}`. The hash is SHA-256 over the hash before, the number and the
//! record's own bytes: anybody can follow the chain. The MAC is over the number, the hash and the bytes, under a key
//! that is not in the data: who rewrites records and hashes cannot make it.

use domain::{Sha256, hex};
use sha2::Digest as _;
use vault::Signer;

/// Where the chain's member begins. In a text it would have its quotes escaped, so the last one is it.
const MARK: &str = ",\"chain\":{\"number\":";

pub(crate) type Hash = [u8; 32];

/// Before the first record.
pub(crate) const NOTHING: Hash = [0; 32];

/// A place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// From 1 on.
    pub(crate) number: u64,
    pub(crate) hash: Hash,
}

/// A line taken apart. Nothing of it is proved.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// The record without its last brace.
    pub(crate) record: &'a str,
    pub(crate) link: Link,
    mac: Hash,
}

fn hash(before: &Hash, number: u64, record: &str) -> Hash {
    sha2::Sha256::new()
        .chain_update(b"tenfold audit record\0")
        .chain_update(before)
        .chain_update(number.to_le_bytes())
        .chain_update(record)
        .finalize()
        .into()
}

/// The line of a record, which is a JSON object, with its line feed; and where the chain is then.
pub(crate) fn line(before: Link, record: &str, signer: &Signer) -> (String, Link) {
    let record = record.strip_suffix('}').unwrap_or(record);
    let number = before.number + 1;
    let link = Link { number, hash: hash(&before.hash, number, record) };
    let mac = signer.sign(&[b"record", &number.to_le_bytes(), &link.hash, record.as_bytes()]);
    let mut line = String::with_capacity(record.len() + 256);
    for piece in [record, MARK, &number.to_string(), ",\"hash\":\""] {
        line.push_str(piece);
    }
    hex::push_hex(&mut line, &link.hash);
    line.push_str("\",\"mac\":\"");
    hex::push_hex(&mut line, &mac);
    line.push_str("\"}}\n");
    (line, link)
}

impl<'a> Line<'a> {
    /// A line without its line feed, if it has the form of one.
    pub(crate) fn parse(line: &'a str) -> Option<Self> {
        let at = line.rfind(MARK)?;
        let (record, chain) = (line.get(..at)?, line.get(at + MARK.len()..)?);
        let (number, rest) = chain.split_once(",\"hash\":\"")?;
        let (hash, rest) = rest.split_once("\",\"mac\":\"")?;
        let mac = rest.strip_suffix("\"}}")?;
        let bytes = |text: &str| Sha256::from_hex(text).map(|bytes| bytes.0);
        let canonical = number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
        let link = Link { number: number.parse().ok().filter(|_| canonical)?, hash: bytes(hash)? };
        Some(Self { record, link, mac: bytes(mac)? })
    }

    /// Whether the record was written with this number and hash.
    pub(crate) fn is_signed(&self, signer: &Signer) -> bool {
        let Link { number, hash } = &self.link;
        signer.is_signed(&[b"record", &number.to_le_bytes(), hash, self.record.as_bytes()], &self.mac)
    }

    /// Whether it follows a place in the chain.
    pub(crate) fn follows(&self, before: &Link) -> bool {
        self.link.number == before.number + 1
            && self.link.hash == hash(&before.hash, self.link.number, self.record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vault::{Key, Keyring};

    proptest! {
        /// Whatever the texts in a record are, and whatever bit of a line is changed.
        #[test]
        fn a_line_is_what_was_written(text: String, at: prop::sample::Index, bit in 0_u8..8) {
            let signer = Keyring::of(Key::new(&[1; 32])).signer("a");
            let before = Link { number: 16, hash: [9; 32] };
            let record = serde_json::json!({ "a": text, "chain": { "number": ",\"chain\":{\"number\":1" } }).to_string();
            let (written, link) = line(before, &record, &signer);
            let parsed = Line::parse(written.trim_end_matches('\n')).unwrap();
            prop_assert!(parsed.is_signed(&signer) && parsed.follows(&before) && parsed.link == link);
            prop_assert_eq!(format!("{}}}", parsed.record), record);
            serde_json::from_str::<serde_json::Value>(&written).unwrap();
            let mut bytes = written.trim_end_matches('\n').as_bytes().to_vec();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            if let Ok(changed) = String::from_utf8(bytes)
                && let Some(parsed) = Line::parse(&changed)
            {
                prop_assert!(!parsed.is_signed(&signer));
            }
        }
    }
}
