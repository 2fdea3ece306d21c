//! The content of one entry, as a stream: never more than it claims, never another checksum.

use super::PackageError;
use super::directory::{Entry, Method};
use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use std::io::{self, Read, Write};

/// What is in memory of a file at a time, bytes.
const BUFFER: usize = 64 * 1024;

/// Unpacks an entry.
pub(super) fn copy(entry: &Entry<'_>, out: &mut impl Write) -> Result<(), PackageError> {
    let mut packed = entry.data;
    match entry.method {
        Method::Stored => checked(entry, &mut packed, out)?,
        Method::Deflate => checked(entry, &mut DeflateDecoder::new(&mut packed), out)?,
    }
    if packed.is_empty() {
        Ok(())
    } else {
        Err(PackageError::NotAZip("there are bytes after an entry's data"))
    }
}

fn checked(entry: &Entry<'_>, from: &mut impl Read, out: &mut impl Write) -> Result<(), PackageError> {
    let mut crc = Crc::new();
    let mut size = 0;
    // One byte more than it claims, so that a lie is seen.
    let mut buffer = vec![0; usize::try_from(entry.size).unwrap_or(BUFFER).saturating_add(1).min(BUFFER)];
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(PackageError::NotAZip("an entry cannot be inflated")),
        };
        size += read as u64;
        if size > entry.size {
            return Err(PackageError::Hostile("an entry is larger than it claims to be".to_owned()));
        }
        crc.update(&buffer[..read]);
        out.write_all(&buffer[..read])?;
    }
    if size != entry.size || crc.sum() != entry.crc32 {
        return Err(PackageError::NotAZip("an entry's size or checksum is wrong"));
    }
    Ok(())
}
