//! What the data directory holds, opened side by side: every one of these waits for the disk.

use crate::bootstraps;
use crate::failure::Failure;
use crate::keys::{Keys, Sources};
use blobs::package::Limits;
use blobs::{BlobStore, DirectoryBlobs, PackageCache, Seals};
use service_iam::Seal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{RowKey, Sqlite, SqliteTraces};
use tokio::task::spawn_blocking;

/// Bytes of unpacked packages on this host; what is unused goes when there is more.
const UNPACKED: u64 = 20 << 30;

/// What session tokens are sealed for.
const SESSION_TOKENS: &str = "session tokens";

/// Everything that is kept.
pub(super) struct Storage {
    pub(super) store: Arc<Sqlite>,
    /// Encrypts users' secret access keys.
    pub(super) secrets: Arc<dyn Seal>,
    /// Encrypts session tokens.
    pub(super) tokens: Arc<dyn Seal>,
    pub(super) traces: Arc<SqliteTraces>,
    /// What is deleted here takes its unpacked tree along.
    pub(super) blobs: Arc<dyn BlobStore>,
    pub(super) packages: PackageCache,
    pub(super) seals: Arc<Seals>,
    /// The blobs themselves, for a change of keys.
    pub(super) directory: Arc<DirectoryBlobs>,
    pub(super) keys: Keys,
    /// Our bootstraps, for `/var/runtime`.
    pub(super) runtime_dir: PathBuf,
}

impl Storage {
    /// Opens all of it; makes what is missing.
    pub(super) async fn open(data_dir: &Path, sources: &Sources) -> Result<Self, Failure> {
        let sources = sources.clone();
        let kept = in_thread(data_dir, move |data_dir| open_kept(data_dir, &sources));
        let (Kept { keys, store, traces, directory, packages, seals, secrets, tokens }, runtime_dir) =
            tokio::try_join!(kept, in_thread(data_dir, bootstraps::lay_out))?;
        match packages.collect().await {
            Ok(0) => {}
            Ok(trees) => tracing::info!(trees, "unpacked code of deleted functions was removed"),
            Err(error) => tracing::warn!(%error, "unpacked code of deleted functions could not be removed"),
        }
        Ok(Self {
            store: Arc::new(store),
            traces: Arc::new(traces),
            blobs: packages.blobs(),
            packages,
            seals,
            directory,
            keys,
            secrets,
            tokens,
            runtime_dir,
        })
    }
}

async fn in_thread<T: Send + 'static>(
    data_dir: &Path,
    open: impl FnOnce(&Path) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let data_dir = data_dir.to_owned();
    let opened = spawn_blocking(move || open(&data_dir)).await;
    opened.unwrap_or_else(|e| Err(Failure::Machine(format!("cannot open the data: {e}"))))
}

struct Kept {
    keys: Keys,
    store: Sqlite,
    traces: SqliteTraces,
    directory: Arc<DirectoryBlobs>,
    packages: PackageCache,
    seals: Arc<Seals>,
    secrets: Arc<dyn Seal>,
    tokens: Arc<dyn Seal>,
}

/// One after the other: everything is under the keys.
fn open_kept(data_dir: &Path, sources: &Sources) -> Result<Kept, Failure> {
    let keys = Keys::open(data_dir, sources)?;
    let blobs = DirectoryBlobs::open(data_dir, Arc::clone(keys.ring()));
    let directory = Arc::new(blobs.map_err(|e| Failure::file("cannot open the code in", data_dir, e))?);
    let seals = Arc::new(directory.seals());
    let row_key = RowKey::of(keys.ring());
    let tokens: Arc<dyn Seal> = Arc::new(Tokens(keys.ring().sealer(SESSION_TOKENS)));
    let secrets: Arc<dyn Seal> = Arc::new(UserSecrets(row_key.clone()));
    let store = Sqlite::open(data_dir, &row_key);
    let store = store.map_err(|e| Failure::file("cannot open the store in", data_dir, e))?;
    let traces = SqliteTraces::in_directory(data_dir, &RowKey::of(keys.ring()));
    let path = data_dir.join("packages");
    let packages = PackageCache::open(
        &path,
        Arc::clone(&directory) as _,
        Arc::clone(&seals),
        Limits::default(),
        UNPACKED,
    );
    let packages = packages.map_err(|e| Failure::file("cannot open", &path, e))?;
    Ok(Kept { keys, store, traces, directory, packages, seals, secrets, tokens })
}

/// Users' secret access keys, sealed as the store seals them anew when keys are replaced.
struct UserSecrets(RowKey);

/// What the store calls the place of a secret, before its key's id.
const ACCESS_KEY: &str = "access key";

impl Seal for UserSecrets {
    fn seal(&self, context: &str, value: &[u8]) -> Option<Vec<u8>> {
        self.0.seal(&[ACCESS_KEY, context], value).ok()
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        self.0.open(&[ACCESS_KEY, context], sealed).ok()
    }
}

/// Session tokens.
struct Tokens(vault::Sealer);

impl Seal for Tokens {
    fn seal(&self, context: &str, value: &[u8]) -> Option<Vec<u8>> {
        self.0.seal(context.as_bytes(), value).ok()
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        self.0.open(context.as_bytes(), sealed).ok()
    }
}
