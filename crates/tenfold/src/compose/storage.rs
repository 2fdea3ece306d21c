//! What the data directory holds, opened side by side: every one of these waits for the disk.

use crate::bootstraps;
use crate::failure::Failure;
use blobs::package::Limits;
use blobs::{BlobStore, DirectoryBlobs, PackageCache};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Sqlite;
use tokio::task::spawn_blocking;

/// Bytes of unpacked packages on this host; what is unused goes when there is more.
const UNPACKED: u64 = 20 << 30;

/// Everything that is kept.
pub(super) struct Storage {
    pub(super) store: Arc<Sqlite>,
    /// What is deleted here takes its unpacked tree along.
    pub(super) blobs: Arc<dyn BlobStore>,
    pub(super) packages: PackageCache,
    /// Our bootstraps, for `/var/runtime`.
    pub(super) runtime_dir: PathBuf,
}

impl Storage {
    /// Opens all of it; makes what is missing.
    pub(super) async fn open(data_dir: &Path) -> Result<Self, Failure> {
        let (store, packages, runtime_dir) = tokio::try_join!(
            in_thread(data_dir, open_store),
            in_thread(data_dir, open_packages),
            in_thread(data_dir, bootstraps::lay_out),
        )?;
        match packages.collect().await {
            Ok(0) => {}
            Ok(trees) => tracing::info!(trees, "unpacked code of deleted functions was removed"),
            Err(error) => tracing::warn!(%error, "unpacked code of deleted functions could not be removed"),
        }
        Ok(Self { store: Arc::new(store), blobs: packages.blobs(), packages, runtime_dir })
    }
}

async fn in_thread<T: Send + 'static>(
    data_dir: &Path,
    open: fn(&Path) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let data_dir = data_dir.to_owned();
    let opened = spawn_blocking(move || open(&data_dir)).await;
    opened.unwrap_or_else(|e| Err(Failure::Machine(format!("cannot open the data: {e}"))))
}

fn open_store(data_dir: &Path) -> Result<Sqlite, Failure> {
    Sqlite::open(data_dir).map_err(|e| Failure::file("cannot open the store in", data_dir, e))
}

fn open_packages(data_dir: &Path) -> Result<PackageCache, Failure> {
    let blobs = DirectoryBlobs::open(data_dir);
    let blobs = blobs.map_err(|e| Failure::file("cannot open the code in", data_dir, e))?;
    let path = data_dir.join("packages");
    let packages = PackageCache::open(&path, Arc::new(blobs), Limits::default(), UNPACKED);
    packages.map_err(|e| Failure::file("cannot open", &path, e))
}
