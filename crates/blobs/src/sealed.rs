//! A blob on disk: encrypted, in chunks, bound to its digest.
//!
//! ```text
//! magic and version   8  "tfblob\0\x01"
//! key's id           16  which key of the ring the next one is wrapped under
//! size               8   of the content, bytes, little-endian
//! wrap nonce         12
//! wrapped key        48  the blob's own key, AES-256-GCM under that key
//! chunks                 each up to 256 KiB of content and a tag of 16, AES-256-GCM under the blob's key
//! ```
//!
//! The wrapped key is bound to all that stands before it and to the digest; a chunk is bound, by its nonce and
//! its associated data, to its number and to whether it is the last. So nothing can be cut, moved or swapped. A
//! nonce never repeats under a key: each blob file has a key of its own, and chunks are numbered.

use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use domain::Sha256;
use sha2::Digest;
use std::io::{self, Read, Write};
use vault::{Key, KeyId, Keyring, WRAPPED};

const MAGIC: &[u8; 8] = b"tfblob\0\x01";
const CHUNK: usize = 256 * 1024;
const TAG: usize = 16;

/// Why a file is not the blob that it is named after.
#[derive(Debug)]
pub(crate) enum OpenFailed {
    WrongKey,
    Corrupt(&'static str),
    Io(io::Error),
}

impl From<io::Error> for OpenFailed {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Corrupt("it is truncated"),
            _ => Self::Io(error),
        }
    }
}

/// The digest of some content.
pub(crate) fn digest(content: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(content).into())
}

fn context(id: &KeyId, size: u64, digest: &Sha256) -> Vec<u8> {
    [MAGIC.as_slice(), id, &size.to_le_bytes(), &digest.0].concat()
}

fn nonce(number: u32, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[7..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = last.into();
    nonce
}

fn chunk_context(number: u32, last: bool) -> [u8; 5] {
    let [a, b, c, d] = number.to_be_bytes();
    [a, b, c, d, last.into()]
}

/// Writes a blob. Empty content is one empty chunk.
pub(crate) fn write(content: &[u8], digest: &Sha256, under: &Key, out: &mut impl Write) -> io::Result<()> {
    let (mut key, mut wrap_nonce) = ([0; 32], [0; 12]);
    getrandom::fill(&mut key).map_err(io::Error::other)?;
    getrandom::fill(&mut wrap_nonce).map_err(io::Error::other)?;
    let size = content.len() as u64;
    write_head(under, size, digest, &wrap_nonce, &key, out)?;
    let cipher = Aes256Gcm::new((&key).into());
    let mut buffer = Vec::with_capacity(CHUNK + TAG);
    let mut rest = content;
    for number in 0_u32.. {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
        let last = after.is_empty();
        buffer.clear();
        buffer.extend_from_slice(chunk);
        cipher
            .encrypt_in_place((&nonce(number, last)).into(), &chunk_context(number, last), &mut buffer)
            .map_err(|_| io::Error::other("the cipher failed"))?;
        out.write_all(&buffer)?;
        if last {
            return Ok(());
        }
        rest = after;
    }
    Err(io::Error::other("the content has too many chunks"))
}

fn write_head(
    under: &Key,
    size: u64,
    digest: &Sha256,
    wrap_nonce: &[u8; 12],
    key: &[u8; 32],
    out: &mut impl Write,
) -> io::Result<()> {
    let id = under.id();
    let wrapped = under.wrap(wrap_nonce, &context(&id, size, digest), key)?;
    out.write_all(MAGIC)?;
    out.write_all(&id)?;
    out.write_all(&size.to_le_bytes())?;
    out.write_all(wrap_nonce)?;
    out.write_all(&wrapped)
}

/// What stands before the chunks, as far as it can be trusted.
struct Head {
    id: KeyId,
    size: u64,
    key: [u8; 32],
}

fn read_head(from: &mut impl Read, digest: &Sha256, ring: &Keyring) -> Result<Head, OpenFailed> {
    if array(from)? != *MAGIC {
        return Err(OpenFailed::Corrupt("it is not a blob, or of a newer format"));
    }
    let id: KeyId = array(from)?;
    let size = u64::from_le_bytes(array(from)?);
    let wrap_nonce: [u8; 12] = array(from)?;
    let wrapped: [u8; WRAPPED] = array(from)?;
    let under = ring.find(&id).ok_or(OpenFailed::WrongKey)?;
    let key = under.unwrap(&wrap_nonce, &context(&id, size, digest), &wrapped);
    let key = key.ok_or(OpenFailed::Corrupt("its header was changed"))?;
    Ok(Head { id, size, key })
}

/// Writes the same blob with its key wrapped under the ring's key in use; `false` where it is that already, and nothing
/// was written. The content is copied as it is.
pub(crate) fn rewrap(
    from: &mut impl Read,
    digest: &Sha256,
    ring: &Keyring,
    out: impl FnOnce() -> io::Result<std::fs::File>,
) -> Result<bool, OpenFailed> {
    let Head { id, size, key } = read_head(from, digest, ring)?;
    let under = ring.current();
    if under.id() == id {
        return Ok(false);
    }
    let mut wrap_nonce = [0; 12];
    getrandom::fill(&mut wrap_nonce).map_err(io::Error::other)?;
    let mut out = out()?;
    write_head(&under, size, digest, &wrap_nonce, &key, &mut out)?;
    io::copy(from, &mut out)?;
    out.sync_all()?;
    Ok(true)
}

/// Reads a blob of `file_size` bytes and proves that it is what the digest says.
pub(crate) fn read(
    from: &mut impl Read,
    file_size: u64,
    digest: &Sha256,
    ring: &Keyring,
) -> Result<Vec<u8>, OpenFailed> {
    let Head { size, key, .. } = read_head(from, digest, ring)?;
    let cipher = Aes256Gcm::new((&key).into());
    // The size is authentic now; a file that is shorter all the same must not make us allocate for it.
    let size = usize::try_from(size.min(file_size)).map_err(|_| OpenFailed::Corrupt("it is too large"))?;
    let mut content = Vec::with_capacity(size);
    let mut hash = sha2::Sha256::new();
    let mut buffer = Vec::with_capacity(CHUNK + TAG);
    for number in 0_u32.. {
        let expected = (size - content.len()).min(CHUNK);
        let last = content.len() + expected == size;
        buffer.resize(expected + TAG, 0);
        from.read_exact(&mut buffer)?;
        cipher
            .decrypt_in_place((&nonce(number, last)).into(), &chunk_context(number, last), &mut buffer)
            .map_err(|_| OpenFailed::Corrupt("a chunk was changed"))?;
        hash.update(&buffer);
        content.extend_from_slice(&buffer);
        if last {
            break;
        }
    }
    if from.read(&mut [0])? != 0 {
        return Err(OpenFailed::Corrupt("there are bytes after its end"));
    }
    if hash.finalize()[..] != digest.0 {
        return Err(OpenFailed::Corrupt("its content has another digest"));
    }
    Ok(content)
}

fn array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut out = [0; N];
    from.read_exact(&mut out)?;
    Ok(out)
}
