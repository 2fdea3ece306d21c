//! The signed word on where the log begins and ends, in a file of its own: what was cut off at either end is missed.

use crate::chain::{Hash, Link};
use domain::{Sha256, hex};
use serde_json::{Value, json};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use vault::Signer;

const NAME: &str = "head.json";
const MAX_BYTES: u64 = 4 << 10;

/// Where a segment begins: its number, and the place in the chain before its first record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) segment: u64,
    pub(crate) before: Link,
}

/// Where the log begins, as far as it is kept, and which record is the last that is safely on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) start: Start,
    pub(crate) last: Link,
}

/// What is there in place of a head.
#[derive(Debug)]
pub(crate) enum NoHead {
    Missing,
    /// Not as it was signed.
    Changed,
    Io(io::Error),
}

impl Start {
    /// The first line of its segment, with its line feed.
    pub(crate) fn line(&self, signer: &Signer) -> String {
        let mac = self.sign(signer, b"segment");
        let Self { segment, before } = self;
        let (number, hash, mac) = (before.number, hex::hex(&before.hash), hex::hex(&mac));
        format!("{{\"segment\":{segment},\"after\":{number},\"hash\":\"{hash}\",\"mac\":\"{mac}\"}}\n")
    }

    /// The start that a segment's first line says; `None` where it is no such line, or not signed.
    pub(crate) fn parse(line: &str, signer: &Signer) -> Option<Self> {
        let fields: Value = serde_json::from_str(line).ok()?;
        let start = Self {
            segment: fields.get("segment")?.as_u64()?,
            before: Link { number: fields.get("after")?.as_u64()?, hash: bytes(&fields, "hash")? },
        };
        signer.is_signed(&start.parts(b"segment").each(), &bytes(&fields, "mac")?).then_some(start)
    }

    fn sign(&self, signer: &Signer, what: &'static [u8]) -> Hash {
        signer.sign(&self.parts(what).each())
    }

    fn parts(&self, what: &'static [u8]) -> Parts {
        Parts {
            what,
            numbers: [self.segment, self.before.number].map(u64::to_le_bytes),
            hash: self.before.hash,
        }
    }
}

struct Parts {
    what: &'static [u8],
    numbers: [[u8; 8]; 2],
    hash: Hash,
}

impl Parts {
    fn each(&self) -> [&[u8]; 4] {
        [self.what, &self.numbers[0], &self.numbers[1], &self.hash]
    }
}

fn bytes(fields: &Value, name: &str) -> Option<Hash> {
    Sha256::from_hex(fields.get(name)?.as_str()?).map(|bytes| bytes.0)
}

impl Head {
    fn signed(&self) -> Vec<u8> {
        let Self { start, last } = self;
        let mut signed = b"head".to_vec();
        for number in [start.segment, start.before.number, last.number] {
            signed.extend_from_slice(&number.to_le_bytes());
        }
        signed.extend_from_slice(&start.before.hash);
        signed.extend_from_slice(&last.hash);
        signed
    }

    /// Puts it on disk in place of the one before, as a whole.
    pub(crate) fn write(&self, directory: &Path, signer: &Signer) -> io::Result<()> {
        let Self { start, last } = self;
        let text = json!({
            "firstSegment": start.segment,
            "after": start.before.number,
            "afterHash": hex::hex(&start.before.hash),
            "last": last.number,
            "lastHash": hex::hex(&last.hash),
            "mac": hex::hex(&signer.sign(&[&self.signed()])),
        });
        let (path, new) = (directory.join(NAME), directory.join("head.new"));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        writeln!(file, "{text}")?;
        file.sync_data()?;
        fs::rename(new, path)?;
        File::open(directory)?.sync_all()
    }

    pub(crate) fn read(directory: &Path, signer: &Signer) -> Result<Self, NoHead> {
        let mut text = String::new();
        let file = match File::open(directory.join(NAME)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(NoHead::Missing),
            Err(error) => return Err(NoHead::Io(error)),
        };
        match file.take(MAX_BYTES).read_to_string(&mut text) {
            Ok(_) => Self::parse(&text, signer).ok_or(NoHead::Changed),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(NoHead::Changed),
            Err(error) => Err(NoHead::Io(error)),
        }
    }

    fn parse(text: &str, signer: &Signer) -> Option<Self> {
        let fields: Value = serde_json::from_str(text).ok()?;
        let number = |name: &str| fields.get(name)?.as_u64();
        let before = Link { number: number("after")?, hash: bytes(&fields, "afterHash")? };
        let last = Link { number: number("last")?, hash: bytes(&fields, "lastHash")? };
        let head = Self { start: Start { segment: number("firstSegment")?, before }, last };
        signer.is_signed(&[&head.signed()], &bytes(&fields, "mac")?).then_some(head)
    }
}
