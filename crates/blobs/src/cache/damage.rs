//! Trees that are not what they were when they were unpacked.

use super::{CacheError, Inner, Made, PackageDir, Recipe, blocking, io_error, remove};
use crate::seals::{self, Unsealed};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::Handle;

impl Inner {
    /// The unpacked size of the tree that is there, if it is whole; `None` where there is none. A damaged one is removed.
    pub(super) async fn kept(&self, recipe: &Recipe) -> Result<Option<u64>, CacheError> {
        let (seals, expected) = (Arc::clone(&self.seals), recipe.clone());
        let path = self.root.join(recipe.name());
        let checked = blocking(move || {
            let Some(line) = seals::about(&path).filter(|_| path.is_dir()) else { return Ok(Ok(None)) };
            // Of something else: what is there is of no use, and says so only to whoever can read it.
            let made = Made::parse(&line).filter(|made| made.recipe == expected);
            let Some(made) = made else { return Ok(Err("its seal is of something else".to_owned())) };
            match seals.check(&path, &line) {
                Ok(()) => Ok(Ok(Some(made.bytes))),
                Err(Unsealed::Missing) => Ok(Ok(None)),
                Err(Unsealed::Changed(what)) => Ok(Err(what)),
            }
        });
        match checked.await? {
            Ok(bytes) => Ok(bytes),
            Err(what) => {
                let path = self.root.join(recipe.name());
                self.seals.forget(&path);
                // Removed before anybody is told, so that who asks again gets a new one.
                let removed = path.clone();
                blocking(move || {
                    remove(&seals::path(&removed)).and_then(|()| remove(&removed)).map_err(io_error)
                })
                .await?;
                self.with(|state| state.damaged += 1);
                Err(self.tell(&path, &what))
            }
        }
    }

    pub(super) async fn verify(&self, package: &Arc<PackageDir>) -> Result<(), CacheError> {
        let (seals, checked) = (Arc::clone(&self.seals), Arc::clone(package));
        let found = blocking(move || {
            let line = Made { bytes: checked.bytes, recipe: checked.recipe.clone() }.line();
            Ok(match seals.check(&checked.path, &line) {
                Ok(()) => None,
                Err(Unsealed::Missing) => Some("its seal is missing".to_owned()),
                Err(Unsealed::Changed(what)) => Some(what),
            })
        });
        match found.await? {
            None if package.aside.get().is_none() => Ok(()),
            None => Err(CacheError::Damaged("it was replaced meanwhile".to_owned())),
            Some(what) => Err(self.set_damaged_aside(package, &what)),
        }
    }

    /// Moves the tree away, if it is still the one that is handed out, and says so once. Environments that run have it, wherever
    /// it is; it goes with the last of them.
    fn set_damaged_aside(&self, package: &Arc<PackageDir>, what: &str) -> CacheError {
        let moved = self.with(|state| {
            let known = state.known.get(&package.recipe)?;
            (known.held.as_ptr() == Arc::as_ptr(package)).then_some(())?;
            state.damaged += 1;
            let moved = state.move_aside(&self.root, &package.recipe);
            if let Ok(aside) = &moved {
                let _ = package.aside.set(aside.clone());
            }
            Some(moved)
        });
        self.seals.forget(&package.path);
        match moved {
            None => CacheError::Damaged(what.to_owned()),
            Some(Ok(_)) => self.tell(&package.path, what),
            Some(Err(error)) => io_error(error),
        }
    }

    fn tell(&self, path: &Path, what: &str) -> CacheError {
        let failures = domain::integrity::note(domain::integrity::Kept::Tree);
        tracing::error!(
            path = %path.display(), what, failures,
            "unpacked code was changed on disk; it is not run, and is unpacked anew from its package"
        );
        CacheError::Damaged(what.to_owned())
    }

    /// Removes a tree that was moved aside, beside whoever calls. Where the process ends instead, the next start does.
    pub(super) fn remove_soon(&self, aside: PathBuf) {
        let Ok(runtime) = Handle::try_current() else { return };
        runtime.spawn_blocking(move || {
            if let Err(error) = remove(&aside) {
                tracing::warn!(%error, path = %aside.display(), "damaged code could not be removed");
            }
        });
    }
}
