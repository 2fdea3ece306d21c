//! Packages of this host, unpacked once per digest and shared read-only by all environments of all functions.
//!
//! `packages/<64 hex>` is the tree of a package, `packages/merged-<64 hex>` one that several packages were merged
//! into, `….seal` what it was when it was complete and what it was made of ([`Seals`]). A tree without its seal is thrown
//! away and unpacked again. One that is not what its seal says is *damage*: whoever asks for it is told, once, and then it is
//! unpacked again.
//!
//! Trees are plain text. One that is made of a blob that is deleted through [`PackageCache::blobs`] goes too, as soon
//! as nobody holds it.
//!
//! Never here: which function uses what, a tree that is still changing under its final name.

mod blobs;
mod damage;
mod modes;
mod recipe;

use crate::package::{self, Limits, PackageError};
use crate::seals::{self, Seals};
use crate::{BlobError, BlobStore};
use bytes::Bytes;
use domain::{CodeRef, Sha256};
use recipe::{Made, Recipe};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use tokio::runtime::Handle;
use tokio::sync::{OnceCell, Semaphore};

/// Packages that are unpacked at the same time: enough for the disk, and few of the threads for work that blocks.
const UNPACKED_AT_ONCE: usize = 4;

/// A package cannot be provided.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CacheError {
    /// The zip cannot be read.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The zip cannot be unpacked.
    #[error("{0}")]
    Package(Arc<PackageError>),
    /// What was unpacked is not what it was. It was thrown away, and whoever asks again gets it unpacked anew.
    #[error("unpacked code was changed on disk: {0}")]
    Damaged(String),
    /// The disk.
    #[error("cannot keep unpacked packages: {0}")]
    Io(String),
}

/// An unpacked package, or several as one. It stays on disk as long as somebody holds this.
pub struct PackageDir {
    path: PathBuf,
    bytes: u64,
    recipe: Recipe,
    cache: Weak<Inner>,
    /// Where it was moved because it was damaged: to be removed with this.
    aside: OnceLock<PathBuf>,
}

impl fmt::Debug for PackageDir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PackageDir")
            .field("path", &self.path)
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

impl Drop for PackageDir {
    fn drop(&mut self) {
        let Some(cache) = self.cache.upgrade() else { return };
        if let Some(aside) = self.aside.take() {
            cache.remove_soon(aside);
        } else if cache.with(|state| state.is_doomed(&self.recipe)) {
            cache.evict_soon();
        }
    }
}

impl PackageDir {
    /// The root of the tree: what an environment sees as `/var/task` or `/opt`.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The sum of the sizes of its files.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// The packages that are unpacked here.
pub struct PackageCache {
    inner: Arc<Inner>,
}

struct Inner {
    root: PathBuf,
    blobs: Arc<dyn BlobStore>,
    seals: Arc<Seals>,
    limits: Limits,
    max_bytes: u64,
    unpacking: Semaphore,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    known: HashMap<Recipe, Known>,
    /// Counts the uses: the smallest number is the longest unused.
    uses: u64,
    evicted: u64,
    /// Trees that were not what their seals said.
    damaged: u64,
    /// Trees that were moved aside: makes their names differ.
    moved: u64,
}

#[derive(Default)]
struct Known {
    /// Filled by the first caller while the others wait.
    cell: Arc<OnceCell<()>>,
    /// What callers hold.
    held: Weak<PackageDir>,
    bytes: u64,
    last_use: u64,
    /// A blob of it is gone, so the tree goes once nobody holds it.
    doomed: bool,
}

impl Known {
    /// A cell that others have is being filled or about to be held.
    fn is_unused(&self) -> bool {
        self.held.strong_count() == 0 && Arc::strong_count(&self.cell) == 1
    }
}

impl PackageCache {
    /// Opens a directory, made where it is missing, and removes what a crash left half unpacked. Unused packages
    /// are removed when all together are larger than `max_bytes`. Blocks for a few ms.
    pub fn open(
        root: &Path,
        blobs: Arc<dyn BlobStore>,
        seals: Arc<Seals>,
        limits: Limits,
        max_bytes: u64,
    ) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o711).create(root)?;
        // Whatever the umask is: the runtime's user passes through to its own package, and lists nothing.
        fs::set_permissions(root, Permissions::from_mode(0o711))?;
        let mut state = State::default();
        for found in fs::read_dir(root)? {
            let path = found?.path();
            let made = seals::about(&path).as_deref().and_then(Made::parse);
            match made.filter(|made| path.is_dir() && path.ends_with(made.recipe.name())) {
                Some(made) => {
                    state.known.insert(made.recipe, Known { bytes: made.bytes, ..Known::default() });
                }
                None if is_seal(&path) => {}
                None => remove(&path)?,
            }
        }
        let (root, state) = (root.to_owned(), Mutex::new(state));
        let unpacking = Semaphore::new(UNPACKED_AT_ONCE);
        Ok(Self { inner: Arc::new(Inner { root, blobs, seals, limits, max_bytes, unpacking, state }) })
    }

    /// The package, unpacked now if it is not yet. Callers that ask for one package at the same time wait for
    /// one unpacking, which goes on where a caller goes away; where it fails, each waiting caller tries again.
    pub async fn get(&self, code: &CodeRef) -> Result<Arc<PackageDir>, CacheError> {
        self.provide(Recipe::new([code.sha256])).await
    }

    /// As [`Self::get`], but several packages as one, the later ones over the earlier ones: see [`package::unpack`].
    /// The tree is shared by all who ask for the same packages in the same order. One package alone is itself; none
    /// at all fail as an empty one does.
    pub async fn merged(&self, codes: &[CodeRef]) -> Result<Arc<PackageDir>, CacheError> {
        self.provide(Recipe::new(codes.iter().map(|code| code.sha256))).await
    }

    async fn provide(&self, recipe: Recipe) -> Result<Arc<PackageDir>, CacheError> {
        loop {
            let cell =
                self.inner.with(|state| Arc::clone(&state.known.entry(recipe.clone()).or_default().cell));
            if !cell.initialized() {
                let (inner, cell, recipe) = (Arc::clone(&self.inner), Arc::clone(&cell), recipe.clone());
                // A task of its own: two that unpack into one place must not be, even if this call is dropped.
                let filled = tokio::spawn(async move {
                    inner.fill(&recipe, &cell).await?;
                    // Given back first: where the caller went away, the package may be one to remove.
                    drop(cell);
                    inner.evict().await
                });
                let filled = filled.await;
                filled.map_err(|_| cancelled())??;
            }
            // None: it was evicted in between.
            if let Some(package) = self.inner.hold(&recipe, &cell) {
                return Ok(package);
            }
        }
    }

    /// Removes all trees of which a blob is gone: those of functions that were deleted while a server ended. Returns how
    /// many there are; those that somebody holds go later.
    pub async fn collect(&self) -> Result<usize, CacheError> {
        let digests = self.inner.with(|state| state.digests());
        let mut gone = 0;
        for digest in digests {
            if !self.inner.blobs.exists(&digest).await? {
                gone += self.inner.with(|state| state.doom(&digest));
            }
        }
        self.inner.evict().await?;
        Ok(gone)
    }

    /// Proves that a package is still as it was unpacked: to be called whenever an environment is built of it. Where it is not,
    /// it is thrown away, and [`Self::get`] unpacks it anew; who holds it keeps what there is. Costs a look at each file.
    pub async fn verify(&self, package: &Arc<PackageDir>) -> Result<(), CacheError> {
        self.inner.verify(package).await
    }

    /// How many trees were not what their seals said, since the start.
    pub fn damaged(&self) -> u64 {
        self.inner.with(|state| state.damaged)
    }

    /// How many packages were removed to keep the size.
    pub fn evicted(&self) -> u64 {
        self.inner.with(|state| state.evicted)
    }
}

impl Inner {
    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn fill(&self, recipe: &Recipe, cell: &OnceCell<()>) -> Result<(), CacheError> {
        let filled = cell.get_or_try_init(|| self.make(recipe)).await;
        match filled {
            Ok(_) => Ok(()),
            Err(error) => {
                self.with(|state| state.forget_failed(recipe));
                Err(error)
            }
        }
    }

    fn hold(self: &Arc<Self>, recipe: &Recipe, cell: &Arc<OnceCell<()>>) -> Option<Arc<PackageDir>> {
        self.with(|state| {
            state.uses += 1;
            let last_use = state.uses;
            let known = state.known.get_mut(recipe).filter(|known| Arc::ptr_eq(&known.cell, cell))?;
            known.last_use = last_use;
            Some(known.held.upgrade().unwrap_or_else(|| {
                let (path, cache) = (self.root.join(recipe.name()), Arc::downgrade(self));
                let recipe = recipe.clone();
                let aside = OnceLock::new();
                let package = Arc::new(PackageDir { path, bytes: known.bytes, recipe, cache, aside });
                known.held = Arc::downgrade(&package);
                package
            }))
        })
    }

    /// Makes sure that the tree is there and whole.
    async fn make(&self, recipe: &Recipe) -> Result<(), CacheError> {
        let path = self.root.join(recipe.name());
        let bytes = match self.kept(recipe).await? {
            Some(bytes) => bytes,
            None => {
                // Read only once it is its turn: what waits holds no archives in memory.
                let _permit = self.unpacking.acquire().await.map_err(|_| cancelled())?;
                let mut zips = Vec::new();
                for digest in recipe.digests() {
                    zips.push(self.blobs.get(digest).await?);
                }
                let (limits, recipe, seals) = (self.limits, recipe.clone(), Arc::clone(&self.seals));
                blocking(move || unpack(&zips, &path, &recipe, &limits, &seals)).await?
            }
        };
        self.with(|state| {
            if let Some(known) = state.known.get_mut(recipe) {
                known.bytes = bytes;
            }
        });
        Ok(())
    }

    /// [`Self::evict`] beside whoever calls. Where the process ends instead, the next start collects.
    fn evict_soon(self: &Arc<Self>) {
        let Ok(runtime) = Handle::try_current() else { return };
        let inner = Arc::clone(self);
        runtime.spawn(async move {
            if let Err(error) = inner.evict().await {
                tracing::warn!(%error, "the unpacked code of a deleted function could not be removed");
            }
        });
    }

    /// Removes what has no blob, then what is longest unused, until the rest fits. What somebody holds stays, however
    /// much it is.
    async fn evict(&self) -> Result<(), CacheError> {
        // Renamed under the lock, since the digest may be asked for again while the files go.
        while let Some(aside) = self.with(|state| state.set_aside(&self.root, self.max_bytes)) {
            let aside = aside.map_err(io_error)?;
            blocking(move || remove(&aside).map_err(io_error)).await?;
        }
        Ok(())
    }
}

impl State {
    /// Forgets one package that must go, and says where its tree is now.
    fn set_aside(&mut self, root: &Path, max_bytes: u64) -> Option<io::Result<PathBuf>> {
        let recipe = match self.doomed() {
            Some(recipe) => recipe,
            None => {
                let victim = self.victim(max_bytes)?;
                self.evicted += 1;
                victim
            }
        };
        Some(self.move_aside(root, &recipe))
    }

    /// Forgets a package, and moves its tree to where nobody looks for one.
    fn move_aside(&mut self, root: &Path, recipe: &Recipe) -> io::Result<PathBuf> {
        self.known.remove(recipe);
        self.moved += 1;
        let name = recipe.name();
        let (path, aside) = (root.join(&name), root.join(format!("{name}.old-{}", self.moved)));
        move_aside(&path, &aside).map(|()| aside)
    }

    fn doomed(&self) -> Option<Recipe> {
        let unused = self.known.iter().find(|(_, known)| known.doomed && known.is_unused());
        unused.map(|(recipe, _)| recipe.clone())
    }

    fn victim(&self, max_bytes: u64) -> Option<Recipe> {
        let total: u64 = self.known.values().map(|known| known.bytes).sum();
        let unused = self.known.iter().filter(|(_, known)| known.bytes > 0 && known.is_unused());
        let oldest = unused.min_by_key(|(_, known)| known.last_use).map(|(recipe, _)| recipe.clone());
        oldest.filter(|_| total > max_bytes)
    }

    /// Of all blobs that trees are made of, each once.
    fn digests(&self) -> BTreeSet<Sha256> {
        self.known.keys().flat_map(Recipe::digests).copied().collect()
    }

    /// Says that a blob is gone. Returns how many trees go with it that were to stay.
    fn doom(&mut self, digest: &Sha256) -> usize {
        let made = self.known.iter_mut().filter(|(recipe, known)| !known.doomed && recipe.has(digest));
        made.map(|(_, known)| known.doomed = true).count()
    }

    fn is_doomed(&self, recipe: &Recipe) -> bool {
        self.known.get(recipe).is_some_and(|known| known.doomed)
    }

    /// Leaves nothing of a package that could not be provided, unless others are trying. Two have the cell here:
    /// the map and the caller; its task is the third.
    fn forget_failed(&mut self, recipe: &Recipe) {
        if self.known.get(recipe).is_some_and(|known| Arc::strong_count(&known.cell) <= 3) {
            self.known.remove(recipe);
        }
    }
}

fn io_error(error: io::Error) -> CacheError {
    CacheError::Io(error.to_string())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CacheError> + Send + 'static,
) -> Result<T, CacheError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| cancelled())?
}

fn cancelled() -> CacheError {
    CacheError::Io("the work was cancelled".to_owned())
}

/// Without its seal first: a tree that has one is whole.
fn move_aside(path: &Path, aside: &Path) -> io::Result<()> {
    remove(&seals::path(path))?;
    match fs::rename(path, aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether this is the seal of a tree that is there.
fn is_seal(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "seal") && path.with_extension("").is_dir()
}

/// Unpacks beside the final name and renames; the seal comes last, so that a tree with a seal is complete.
fn unpack(
    zips: &[Bytes],
    path: &Path,
    recipe: &Recipe,
    limits: &Limits,
    seals: &Seals,
) -> Result<u64, CacheError> {
    let temporary = path.with_extension("new");
    let prepare = || {
        remove(&seals::path(path))?;
        remove(path)?;
        remove(&temporary)?;
        DirBuilder::new().mode(0o755).create(&temporary)
    };
    prepare().map_err(io_error)?;
    let info = match package::unpack(zips, &temporary, limits) {
        Ok(info) => info,
        Err(error) => {
            // Best effort: the next start removes it otherwise.
            let _ = remove(&temporary);
            return Err(CacheError::Package(Arc::new(error)));
        }
    };
    let finish = || {
        modes::protect(&temporary)?;
        fs::rename(&temporary, path)?;
        let made = Made { bytes: info.unpacked_bytes, recipe: recipe.clone() };
        seals.seal(path, &made.line())
    };
    finish().map_err(io_error)?;
    Ok(info.unpacked_bytes)
}

/// Removes a file or a tree, whatever modes its directories have; what is not there is gone already.
fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(metadata) if metadata.is_dir() => {
            modes::unprotect(path)?;
            fs::remove_dir_all(path)
        }
        Ok(_) => fs::remove_file(path),
    }
}

#[cfg(test)]
mod tests;
