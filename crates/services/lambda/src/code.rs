//! Packages: taken in, checked, kept once, and collected when no version refers to them any more.

use crate::code_source::{Memory, Source, read_object};
use crate::errors::{self, invalid};
use aws_client::objects::ObjectSource;
use aws_wire::ApiError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use blobs::BlobStore;
use blobs::package::{Limits, PackageError, PackageInfo, Turn, inspect, measure};
use bytes::Bytes;
use domain::limits::MAX_ZIPPED;
use domain::{Clock, CodeRef, Scope, Sha256};
use sha2::Digest;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::FunctionStore;

/// How long a package may be kept without a function: longer than any request takes from its package to its
/// function, restarts included.
const GRACE_MS: i64 = 3_600_000;

/// A package that was checked.
pub(crate) struct Package {
    bytes: Bytes,
    pub(crate) code: CodeRef,
    /// The sum of the sizes of its files.
    pub(crate) unpacked_bytes: u64,
    _memory: Option<Memory>,
}

impl Package {
    /// Decodes and checks `ZipFile`. Decoding and checking large packages takes tens of milliseconds, so it happens
    /// on a thread for that, a few at a time.
    async fn from_zip_file(zip_file: String) -> Result<Self, ApiError> {
        Self::checked(None, move || {
            let bytes = BASE64.decode(zip_file.as_bytes());
            let bytes = bytes.map_err(|e| ApiError::new(400, "SerializationException", e.to_string()))?;
            if bytes.len() as u64 > MAX_ZIPPED {
                return Err(ApiError::new(
                    413,
                    "RequestEntityTooLargeException",
                    format!("Zipped size must be smaller than {MAX_ZIPPED} bytes"),
                ));
            }
            Ok(bytes.into())
        })
        .await
    }

    /// Checks what `bytes` makes.
    async fn checked(
        memory: Option<Memory>,
        bytes: impl FnOnce() -> Result<Bytes, ApiError> + Send + 'static,
    ) -> Result<Self, ApiError> {
        let turn = Turn::wait().await;
        let checked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            let bytes = bytes()?;
            let unpacked_bytes = judge(inspect(&bytes, &Limits::default()))?;
            let sha256 = Sha256(sha2::Sha256::digest(&bytes).into());
            let code = CodeRef { sha256, size: bytes.len() as u64 };
            Ok(Self { bytes, code, unpacked_bytes, _memory: memory })
        });
        checked.await.unwrap_or_else(|error| {
            tracing::error!(%error, "checking a package did not end");
            Err(ApiError::internal())
        })
    }
}

/// What was found of a package, in AWS's words: the sum of the sizes of its files.
fn judge(found: Result<PackageInfo, PackageError>) -> Result<u64, ApiError> {
    match found {
        Ok(info) => Ok(info.unpacked_bytes),
        Err(PackageError::TooLargeUnzipped) => Err(errors::too_large_unzipped()),
        Err(PackageError::Empty) => Err(invalid("Uploaded file must be a non-empty zip")),
        // AWS has one sentence for all broken zips. What a hostile one does goes behind it, since an archive that other
        // tools unpack is refused here.
        Err(PackageError::NotAZip(_)) => {
            Err(invalid("Could not unzip uploaded file. Please check your file, then try to upload again."))
        }
        Err(PackageError::Hostile(why)) => Err(invalid(format!(
            "Could not unzip uploaded file. Please check your file, then try to upload again. ({why})"
        ))),
        Err(PackageError::Io(error)) => {
            tracing::error!(%error, "checking a package failed");
            Err(ApiError::internal())
        }
    }
}

/// Where packages are kept.
pub(crate) struct Packages {
    blobs: Arc<dyn BlobStore>,
    objects: Arc<dyn ObjectSource>,
    clock: Arc<dyn Clock>,
    /// Packages that are wanted though no function in the store may have them, with how many want each.
    held: Mutex<HashMap<Sha256, usize>>,
}

/// Keeps a package from being collected: one on its way to a function, or one that an update may fall back to.
pub(crate) struct Hold {
    packages: Arc<Packages>,
    pub(crate) code: CodeRef,
}

impl Packages {
    pub(crate) fn new(
        blobs: Arc<dyn BlobStore>,
        objects: Arc<dyn ObjectSource>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { blobs, objects, clock, held: Mutex::default() }
    }

    /// Takes a package in for somebody of that account and region, and checks it: of functions and of layers.
    pub(crate) async fn take_in(&self, scope: &Scope, source: Source) -> Result<Package, ApiError> {
        match source {
            Source::ZipFile(zip_file) => Package::from_zip_file(zip_file).await,
            Source::Object(object) => {
                let (bytes, memory) = read_object(&*self.objects, scope, &object).await?;
                Package::checked(Some(memory), move || Ok(bytes)).await
            }
        }
    }

    /// Keeps a package durably. Hold it until a function in the store has it.
    pub(crate) async fn keep(self: &Arc<Self>, package: Package) -> Result<Hold, ApiError> {
        let hold = self.hold(package.code);
        self.blobs.put(package.bytes).await.map_err(|e| errors::blobs(&e))?;
        Ok(hold)
    }

    /// Holds a package that is kept already.
    pub(crate) fn hold(self: &Arc<Self>, code: CodeRef) -> Hold {
        *self.held().entry(code.sha256).or_default() += 1;
        Hold { packages: Arc::clone(self), code }
    }

    pub(crate) async fn read(&self, code: &Sha256) -> Result<Bytes, blobs::BlobError> {
        self.blobs.get(code).await
    }

    /// The sum of the sizes of the files of a package that is kept.
    pub(crate) async fn measure(&self, code: &Sha256) -> Result<u64, ApiError> {
        let turn = Turn::wait().await;
        let bytes = self.read(code).await.map_err(|e| errors::blobs(&e))?;
        let measured = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            judge(measure(&bytes, &Limits::default()))
        });
        measured.await.unwrap_or_else(|_| Err(ApiError::internal()))
    }

    /// Collects a package that a function has given up, unless another refers to it or is about to.
    ///
    /// The order matters: a request that brings the same package after the time was read renews the blob's own time,
    /// which then keeps it; one that brought it before is seen as holding it or as in use.
    pub(crate) async fn release(&self, functions: &dyn FunctionStore, code: &Sha256) {
        let now = self.clock.now();
        if self.held().contains_key(code) {
            return;
        }
        let collected = match functions.code_in_use(code).await {
            Ok(true) => return,
            Ok(false) => self.blobs.delete(code, now).await.map(drop).map_err(|e| e.to_string()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = collected {
            // It stays until the next sweep.
            tracing::warn!(%error, ?code, "a package could not be collected");
        }
    }

    /// Collects all packages that no function has and that were not put lately: what a crash left. Returns how many.
    pub(crate) async fn sweep(&self, functions: &dyn FunctionStore) -> Result<usize, ApiError> {
        let put_before = domain::Timestamp(self.clock.now().0 - GRACE_MS);
        let mut collected = 0;
        for blob in self.blobs.list().await.map_err(|e| errors::blobs(&e))? {
            if blob.last_put >= put_before || self.held().contains_key(&blob.sha256) {
                continue;
            }
            let in_use = functions.code_in_use(&blob.sha256).await.map_err(|e| errors::store(&e))?;
            let delete = !in_use
                && self.blobs.delete(&blob.sha256, put_before).await.map_err(|e| errors::blobs(&e))?;
            collected += usize::from(delete);
        }
        Ok(collected)
    }

    fn held(&self) -> MutexGuard<'_, HashMap<Sha256, usize>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut held = self.packages.held();
        if let Some(count) = held.get_mut(&self.code.sha256) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.code.sha256);
            }
        }
    }
}
