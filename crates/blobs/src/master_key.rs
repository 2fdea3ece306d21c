//! The key in the data directory under which the keys of all blobs are wrapped.
//!
//! Who has the data directory without this file has nothing of the code. Never here: the key in a log line or in
//! a Debug output.

use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Why the store of blobs cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Others can read the key.
    #[error("{path} has mode {mode:03o}: nobody but its owner may have access (chmod 600 {path})")]
    KeyTooOpen {
        /// The key's file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file is not a key.
    #[error("{0} is not a master key: it must have 32 bytes")]
    NotAKey(PathBuf),
    /// There are blobs, but not the key that they need.
    #[error("{0} is missing, and the blobs here cannot be read without it: put it back from a backup")]
    KeyMissing(PathBuf),
    /// The system refuses.
    #[error("cannot open {path}: {source}")]
    Io {
        /// What was to be opened.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A name by which a blob says which master key it needs. Tells nothing about the key.
pub(crate) type KeyId = [u8; 16];

/// The cipher under the master key.
pub(crate) struct MasterKey {
    cipher: Aes256Gcm,
    id: KeyId,
}

/// A blob's own key, wrapped: the key and the tag.
pub(crate) const WRAPPED: usize = 48;

impl MasterKey {
    pub(crate) fn from_bytes(key: &[u8; 32]) -> Self {
        let digest = Sha256::new().chain_update(b"tenfold master key id\0").chain_update(key).finalize();
        let mut id = KeyId::default();
        id.copy_from_slice(&digest[..16]);
        Self { cipher: Aes256Gcm::new(key.into()), id }
    }

    /// Reads the key, or makes one where there is none and `may_create`.
    pub(crate) fn open(path: &Path, may_create: bool) -> Result<Self, OpenError> {
        let failed = |source| OpenError::Io { path: path.to_owned(), source };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound && may_create => {
                create(path).map_err(failed)?;
                File::open(path).map_err(failed)?
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(OpenError::KeyMissing(path.to_owned()));
            }
            Err(error) => return Err(failed(error)),
        };
        let mode = file.metadata().map_err(failed)?.permissions().mode() & 0o7777;
        if mode & 0o077 != 0 {
            return Err(OpenError::KeyTooOpen { path: path.to_owned(), mode });
        }
        let mut key = Vec::with_capacity(33);
        Read::by_ref(&mut file).take(33).read_to_end(&mut key).map_err(failed)?;
        let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| OpenError::NotAKey(path.to_owned()))?;
        Ok(Self::from_bytes(&key))
    }

    pub(crate) fn id(&self) -> KeyId {
        self.id
    }

    /// Wraps a blob's key; `context` is what it is bound to.
    pub(crate) fn wrap(&self, nonce: &[u8; 12], context: &[u8], key: &[u8; 32]) -> io::Result<[u8; WRAPPED]> {
        let mut buffer = key.to_vec();
        let sealed = self.cipher.encrypt_in_place(nonce.into(), context, &mut buffer);
        sealed.map_err(|_| io::Error::other("the cipher failed"))?;
        buffer.as_slice().try_into().map_err(|_| io::Error::other("the cipher failed"))
    }

    /// The blob's key, if nobody changed anything.
    pub(crate) fn unwrap(
        &self,
        nonce: &[u8; 12],
        context: &[u8],
        wrapped: &[u8; WRAPPED],
    ) -> Option<[u8; 32]> {
        let mut buffer = wrapped.to_vec();
        self.cipher.decrypt_in_place(nonce.into(), context, &mut buffer).ok()?;
        buffer.as_slice().try_into().ok()
    }
}

/// Makes the key whole or not at all: a server that dies here leaves no half a key.
fn create(path: &Path) -> io::Result<()> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(io::Error::other)?;
    let temporary = path.with_extension("key.new");
    match fs::remove_file(&temporary) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(&key)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    if let Some(directory) = path.parent() {
        File::open(directory)?.sync_all()?;
    }
    Ok(())
}
