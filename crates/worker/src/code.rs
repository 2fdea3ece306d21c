//! A function's code on this host: its package and what its layers make together.

use crate::bytecode;
use crate::error::{PrepareError, RunError};
use crate::ports::{PackageDir, PackageError, Packages};
use domain::{CodeRef, FunctionConfig};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a sandbox has the package, and where the layers.
const TASK: &str = "/var/task";
const LAYERS: &str = "/opt";
/// Where our bootstrap looks for compiled modules of theirs.
const TASK_BYTECODE: &str = "/var/lang/bytecode/task";
const LAYERS_BYTECODE: &str = "/var/lang/bytecode/opt";
/// All of these.
pub(crate) const MOUNT_POINTS: [&str; 4] = [TASK, LAYERS, TASK_BYTECODE, LAYERS_BYTECODE];
/// What `provided.*` starts, in one of the two.
const BOOTSTRAP: &str = "bootstrap";

/// Where a layer has its external extensions.
const EXTENSIONS: &str = "extensions";

/// It stays on disk as long as this.
pub(crate) struct Code {
    package: PackageDir,
    /// `None` without layers: `/opt` is empty then.
    layers: Option<PackageDir>,
    /// Compiled modules of theirs, and where a sandbox sees them.
    pub(crate) bytecode: Vec<(PathBuf, &'static str)>,
}

/// One tree of a function's code.
pub(crate) struct Tree<'a> {
    pub(crate) directory: &'a PackageDir,
    /// Where a sandbox has it.
    pub(crate) seen: &'static str,
    /// And where its compiled modules.
    pub(crate) bytecode: &'static str,
}

impl Code {
    /// Unpacks what is not there yet.
    pub(crate) async fn of(packages: &dyn Packages, function: &FunctionConfig) -> Result<Self, PackageError> {
        if function.layers.is_empty() {
            return Ok(Self {
                package: packages.unpacked(&function.code).await?,
                layers: None,
                bytecode: Vec::new(),
            });
        }
        let layers: Vec<CodeRef> = function.layers.iter().map(|layer| layer.code).collect();
        let (package, layers) =
            tokio::try_join!(packages.unpacked(&function.code), packages.merged(&layers))?;
        Ok(Self { package, layers: Some(layers), bytecode: Vec::new() })
    }

    /// Proves that nothing of it was changed on disk since it was unpacked and compiled.
    pub(crate) async fn verify(&self, packages: &Arc<dyn Packages>) -> Result<(), PackageError> {
        let compiled = self.verify_compiled(packages);
        let layers = async {
            match &self.layers {
                Some(layers) => packages.verify(layers).await,
                None => Ok(()),
            }
        };
        tokio::try_join!(packages.verify(&self.package), layers, compiled).map(|_| ())
    }

    async fn verify_compiled(&self, packages: &Arc<dyn Packages>) -> Result<(), PackageError> {
        if self.bytecode.is_empty() {
            return Ok(());
        }
        let directories: Vec<PathBuf> = self.bytecode.iter().map(|(path, _)| path.clone()).collect();
        let packages = Arc::clone(packages);
        let check =
            move || directories.iter().try_for_each(|directory| bytecode::check(&*packages, directory));
        let checked = tokio::task::spawn_blocking(check).await;
        checked.map_err(|error| PackageError::Unavailable(error.to_string()))?
    }

    /// The package and the layers.
    pub(crate) fn trees(&self) -> impl Iterator<Item = Tree<'_>> {
        let package = Tree { directory: &self.package, seen: TASK, bytecode: TASK_BYTECODE };
        let layers = self.layers.as_ref();
        let layers = layers.map(|directory| Tree { directory, seen: LAYERS, bytecode: LAYERS_BYTECODE });
        std::iter::once(package).chain(layers)
    }

    /// The directories of the host, and where a sandbox sees them.
    pub(crate) fn directories(&self) -> impl Iterator<Item = (&Path, &'static str)> {
        let trees = self.trees().map(|tree| (tree.directory.path.as_path(), tree.seen));
        trees.chain(self.bytecode.iter().map(|(path, seen)| (path.as_path(), *seen)))
    }

    /// The program of a `provided.*` runtime, as a sandbox sees it: the package's own, or that of a layer. Whether it can
    /// be executed shows when it is; `None` where there is none.
    pub(crate) fn bootstrap(&self) -> Option<PathBuf> {
        let found = self.trees().find(|tree| tree.directory.path.join(BOOTSTRAP).is_file())?;
        Some(Path::new(found.seen).join(BOOTSTRAP))
    }

    /// The names of the external extensions: of everything in `/opt/extensions` that is no directory, executable or not.
    pub(crate) fn extensions(&self) -> Vec<Arc<str>> {
        let entries = self.layers.as_ref().and_then(|layers| layers.path.join(EXTENSIONS).read_dir().ok());
        let files = entries.into_iter().flatten().flatten();
        let files = files.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_dir()));
        let mut names: Vec<Arc<str>> = files.map(|file| file.file_name().to_string_lossy().into()).collect();
        names.sort_unstable();
        names
    }
}

/// A package that cannot be had, as a reason for the function's state.
pub(crate) fn prepare_error(error: PackageError) -> PrepareError {
    match error {
        PackageError::Invalid(reason) => PrepareError { code: "InvalidZipFileException", reason },
        PackageError::Unavailable(_) | PackageError::Damaged(_) => {
            PrepareError { code: "InternalError", reason: error.to_string() }
        }
    }
}

/// The same, for whoever invokes.
pub(crate) fn run_error(error: PackageError) -> RunError {
    match error {
        PackageError::Invalid(_) => prepare_error(error).into(),
        PackageError::Unavailable(_) => RunError::Sandbox(error.to_string()),
        PackageError::Damaged(what) => RunError::Damaged(what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// With a bootstrap of this mode.
    fn directory(mode: Option<u32>) -> PackageDir {
        let directory = tempfile::tempdir().unwrap();
        if let Some(mode) = mode {
            let bootstrap = directory.path().join(BOOTSTRAP);
            std::fs::write(&bootstrap, "").unwrap();
            std::fs::set_permissions(&bootstrap, std::fs::Permissions::from_mode(mode)).unwrap();
        }
        PackageDir { path: directory.path().to_owned(), hold: Arc::new(directory) }
    }

    #[test]
    fn extensions_are_the_files_of_one_directory() {
        let layers = directory(None);
        let names = |layers: &PackageDir| {
            let layers = Some(PackageDir { path: layers.path.clone(), hold: Arc::clone(&layers.hold) });
            Code { package: directory(None), layers, bytecode: Vec::new() }.extensions()
        };
        assert_eq!(names(&layers).len(), 0);
        std::fs::create_dir_all(layers.path.join("extensions/a-directory")).unwrap();
        std::fs::write(layers.path.join("extensions/b"), "").unwrap();
        std::os::unix::fs::symlink("/opt/bin/agent", layers.path.join("extensions/a")).unwrap();
        assert_eq!(names(&layers), ["a".into(), "b".into()]);
        assert_eq!(Code { package: layers, layers: None, bytecode: Vec::new() }.extensions().len(), 0);
    }

    #[test]
    fn a_bootstrap_is_the_packages_own_or_that_of_a_layer() {
        let (yes, no, none) = (Some(0o755), Some(0o644), None);
        for (package, layers, bootstrap) in [
            (yes, None, Some("/var/task/bootstrap")),
            (none, None, None),
            (no, Some(yes), Some("/var/task/bootstrap")),
            (none, Some(yes), Some("/opt/bootstrap")),
            (none, Some(none), None),
        ] {
            let (package, layers) = (directory(package), layers.map(directory));
            let code = Code { package, layers, bytecode: Vec::new() };
            assert_eq!(code.bootstrap().as_deref(), bootstrap.map(Path::new));
        }
    }
}
