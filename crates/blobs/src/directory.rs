//! Blobs in a directory: `blobs/<2 hex>/<62 hex>`, written beside and renamed, encrypted as [`crate::sealed`] says.

use crate::sealed::{self, OpenFailed};
use crate::{BlobError, BlobInfo, BlobStore, Seals};
use async_trait::async_trait;
use bytes::Bytes;
use domain::{CodeRef, Sha256, Timestamp, integrity};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};
use vault::{Keyring, OpenError};

/// A [`BlobStore`] in a directory that one process uses.
pub struct DirectoryBlobs {
    inner: Arc<Inner>,
}

struct Inner {
    root: PathBuf,
    incoming: PathBuf,
    ring: Arc<Keyring>,
    next: AtomicU64,
    /// Held while a blob appears or goes, so that one that is put again is not deleted.
    changes: Mutex<()>,
    /// Held for reading by who writes a blob: who has it for writing knows that all are under the newest key or on disk.
    writing: RwLock<()>,
}

impl DirectoryBlobs {
    /// Opens `blobs/` in the data directory, which is made where it is missing. Blobs are under keys of the ring. Blocks for
    /// a few ms.
    pub fn open(data: &Path, ring: Arc<Keyring>) -> Result<Self, OpenError> {
        let root = data.join("blobs");
        let incoming = root.join("incoming");
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| OpenError::Io { path, source }
        };
        make_directory(&root).map_err(failed(&root))?;
        if incoming.exists() {
            // What a crash left half written; nobody was told that it is kept.
            fs::remove_dir_all(&incoming).map_err(failed(&incoming))?;
        }
        make_directory(&incoming).map_err(failed(&incoming))?;
        let (next, changes, writing) = (AtomicU64::new(0), Mutex::default(), RwLock::default());
        let inner = Inner { root, incoming, ring, next, changes, writing };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Seals under a key of their own, which is derived from those of the ring.
    pub fn seals(&self) -> Seals {
        Seals::new(&self.inner.ring)
    }

    /// Wraps the keys of all blobs under the ring's key in use. How many it had to; those that cannot be read stay as they
    /// are. May be broken off at any point and begun again.
    pub async fn rewrap(&self) -> Result<usize, BlobError> {
        self.blocking(Inner::rewrap).await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, BlobError> + Send + 'static,
    ) -> Result<T, BlobError> {
        let inner = Arc::clone(&self.inner);
        let done = tokio::task::spawn_blocking(move || work(&inner)).await;
        done.map_err(|_| BlobError::Unavailable("the work was cancelled".to_owned()))?
    }
}

#[async_trait]
impl BlobStore for DirectoryBlobs {
    async fn put(&self, content: Bytes) -> Result<CodeRef, BlobError> {
        self.blocking(move |inner| inner.put(&content)).await
    }

    async fn get(&self, digest: &Sha256) -> Result<Bytes, BlobError> {
        let digest = *digest;
        self.blocking(move |inner| inner.get(&digest).map(Bytes::from)).await
    }

    async fn exists(&self, digest: &Sha256) -> Result<bool, BlobError> {
        let digest = *digest;
        self.blocking(move |inner| Ok(inner.path(&digest).try_exists()?)).await
    }

    async fn delete(&self, digest: &Sha256, put_before: Timestamp) -> Result<bool, BlobError> {
        let digest = *digest;
        self.blocking(move |inner| Ok(inner.delete(&digest, put_before)?)).await
    }

    async fn list(&self) -> Result<Vec<BlobInfo>, BlobError> {
        self.blocking(|inner| Ok(list(&inner.root)?)).await
    }
}

impl Inner {
    fn path(&self, digest: &Sha256) -> PathBuf {
        let hex = digest.hex();
        let (shelf, name) = hex.split_at(2);
        self.root.join(shelf).join(name)
    }

    fn put(&self, content: &[u8]) -> Result<CodeRef, BlobError> {
        let digest = sealed::digest(content);
        let code = CodeRef { sha256: digest, size: content.len() as u64 };
        if self.renew(&digest)? {
            return Ok(code);
        }
        let temporary = self.temporary();
        let _writing = self.writing.read().unwrap_or_else(PoisonError::into_inner);
        let kept = self.write(content, &digest, &temporary);
        if kept.is_err() {
            // Best effort: the next start removes it otherwise.
            let _ = fs::remove_file(&temporary);
        }
        kept?;
        Ok(code)
    }

    /// Makes a blob that is there already, and whole, as young as one that is put now.
    fn renew(&self, digest: &Sha256) -> Result<bool, BlobError> {
        match self.get(digest) {
            Ok(_) => {}
            // A damaged one is written anew.
            Err(BlobError::NotFound(_) | BlobError::Corrupt { .. }) => return Ok(false),
            Err(error) => return Err(error),
        }
        let _changing = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        match OpenOptions::new().write(true).open(self.path(digest)) {
            Ok(file) => file.set_modified(SystemTime::now())?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        Ok(true)
    }

    fn write(&self, content: &[u8], digest: &Sha256, temporary: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(temporary)?;
        sealed::write(content, digest, &self.ring.current(), &mut file)?;
        file.sync_all()?;
        let path = self.path(digest);
        let shelf = path.parent().unwrap_or(&self.root);
        make_directory(shelf)?;
        let _changing = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        fs::rename(temporary, &path)?;
        // The name, and the shelf that may be new, are durable only with their directories.
        File::open(shelf)?.sync_all()?;
        File::open(&self.root)?.sync_all()
    }

    fn get(&self, digest: &Sha256) -> Result<Vec<u8>, BlobError> {
        let mut file = match File::open(self.path(digest)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(BlobError::NotFound(*digest));
            }
            Err(error) => return Err(error.into()),
        };
        let size = file.metadata()?.len();
        sealed::read(&mut file, size, digest, &self.ring).map_err(|failed| match failed {
            OpenFailed::WrongKey => BlobError::WrongKey(*digest),
            OpenFailed::Corrupt(reason) => {
                let failures = integrity::note(integrity::Kept::Blob);
                tracing::error!(digest = %digest.hex(), reason, failures, "a package on disk was changed; it is not used");
                BlobError::Corrupt { digest: *digest, reason: reason.to_owned() }
            }
            OpenFailed::Io(error) => error.into(),
        })
    }

    fn temporary(&self) -> PathBuf {
        self.incoming.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }

    fn rewrap(&self) -> Result<usize, BlobError> {
        drop(self.writing.write().unwrap_or_else(PoisonError::into_inner));
        let mut count = 0;
        for blob in list(&self.root)? {
            let temporary = self.temporary();
            let done = self.rewrap_one(&blob.sha256, &temporary);
            if !matches!(done, Ok(true)) {
                // Best effort: the next start removes it otherwise.
                let _ = fs::remove_file(&temporary);
            }
            match done {
                Ok(done) => count += usize::from(done),
                // Nobody can read it now, and nobody could before.
                Err(OpenFailed::WrongKey | OpenFailed::Corrupt(_)) => {
                    tracing::warn!(blob = ?blob.sha256, "a blob cannot be read, and stays under an older key");
                }
                Err(OpenFailed::Io(error)) => return Err(error.into()),
            }
        }
        Ok(count)
    }

    fn rewrap_one(&self, digest: &Sha256, temporary: &Path) -> Result<bool, OpenFailed> {
        let path = self.path(digest);
        let mut from = match File::open(&path) {
            Ok(file) => file,
            // Deleted meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        let out = || OpenOptions::new().write(true).create_new(true).mode(0o600).open(temporary);
        if !sealed::rewrap(&mut from, digest, &self.ring, out)? {
            return Ok(false);
        }
        let _changing = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        // Neither older nor younger, and not back again where it was deleted.
        let modified = match fs::metadata(&path) {
            Ok(metadata) => metadata.modified()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        File::options().write(true).open(temporary)?.set_modified(modified)?;
        fs::rename(temporary, &path)?;
        File::open(path.parent().unwrap_or(&self.root))?.sync_all()?;
        Ok(true)
    }

    fn delete(&self, digest: &Sha256, put_before: Timestamp) -> io::Result<bool> {
        let path = self.path(digest);
        let _changing = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Ok(false),
            _ => Err(error),
        };
        match fs::metadata(&path) {
            Ok(metadata) if timestamp(metadata.modified()?) >= put_before => Ok(false),
            Ok(_) => fs::remove_file(&path).map(|()| true).or_else(gone),
            Err(error) => gone(error),
        }
    }
}

impl From<io::Error> for BlobError {
    fn from(error: io::Error) -> Self {
        Self::Unavailable(error.to_string())
    }
}

fn make_directory(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

fn timestamp(time: SystemTime) -> Timestamp {
    let ms = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Timestamp(i64::try_from(ms).unwrap_or(i64::MAX))
}

/// Blobs by digest; names that are none are not ours to judge.
fn list(root: &Path) -> io::Result<Vec<BlobInfo>> {
    let mut blobs = Vec::new();
    for shelf in fs::read_dir(root)? {
        let shelf = shelf?;
        if shelf.file_name().len() != 2 || !shelf.file_type()?.is_dir() {
            continue;
        }
        for blob in fs::read_dir(shelf.path())? {
            let blob = blob?;
            let hex = [shelf.file_name(), blob.file_name()]
                .map(|part| part.to_string_lossy().into_owned())
                .concat();
            let Some(sha256) = Sha256::from_hex(&hex) else { continue };
            match blob.metadata().and_then(|metadata| metadata.modified()) {
                Ok(modified) => blobs.push(BlobInfo { sha256, last_put: timestamp(modified) }),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    blobs.sort_unstable_by_key(|blob| blob.sha256);
    Ok(blobs)
}

#[cfg(test)]
#[path = "directory_tests.rs"]
mod tests;
