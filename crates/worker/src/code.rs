//! A function's code on this host: its package and what its layers make together.

use crate::error::{PrepareError, RunError};
use crate::ports::{PackageDir, PackageError, Packages};
use domain::{CodeRef, FunctionConfig};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Where a sandbox has the package, and where the layers.
const TASK: &str = "/var/task";
const LAYERS: &str = "/opt";
/// What `provided.*` starts, in one of the two.
const BOOTSTRAP: &str = "bootstrap";

/// It stays on disk as long as this.
pub(crate) struct Code {
    package: PackageDir,
    /// `None` without layers: `/opt` is empty then.
    layers: Option<PackageDir>,
}

impl Code {
    /// Unpacks what is not there yet.
    pub(crate) async fn of(packages: &dyn Packages, function: &FunctionConfig) -> Result<Self, PackageError> {
        if function.layers.is_empty() {
            return Ok(Self { package: packages.unpacked(&function.code).await?, layers: None });
        }
        let layers: Vec<CodeRef> = function.layers.iter().map(|layer| layer.code).collect();
        let (package, layers) =
            tokio::try_join!(packages.unpacked(&function.code), packages.merged(&layers))?;
        Ok(Self { package, layers: Some(layers) })
    }

    /// The directories of the host, and where a sandbox sees them.
    pub(crate) fn directories(&self) -> impl Iterator<Item = (&Path, &'static str)> {
        let layers = self.layers.as_ref().map(|layers| (layers.path.as_path(), LAYERS));
        std::iter::once((self.package.path.as_path(), TASK)).chain(layers)
    }

    /// The program of a `provided.*` runtime, as a sandbox sees it: the package's own, or that of a layer.
    pub(crate) fn bootstrap(&self) -> PathBuf {
        let of = |directory: &str| Path::new(directory).join(BOOTSTRAP);
        match &self.layers {
            Some(_) if !self.package.path.join(BOOTSTRAP).is_file() => of(LAYERS),
            _ => of(TASK),
        }
    }

    /// Checks that the program is there and can be executed.
    pub(crate) fn check_bootstrap(&self) -> Result<(), PrepareError> {
        let refuse = |code, reason: &str| Err(PrepareError { code, reason: reason.to_owned() });
        let found = self.directories().find_map(|(directory, _)| {
            directory.join(BOOTSTRAP).metadata().ok().filter(std::fs::Metadata::is_file)
        });
        match found {
            Some(file) if file.permissions().mode() & 0o111 != 0 => Ok(()),
            Some(_) => refuse(
                "FunctionError.PermissionDenied",
                "The file bootstrap is not executable: chmod 755 bootstrap before zipping it.",
            ),
            None => refuse(
                "FunctionError.InvalidEntryPoint",
                "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]. The package or a layer needs \
                 an executable file named bootstrap at its top.",
            ),
        }
    }
}

/// A package that cannot be had, as a reason for the function's state.
pub(crate) fn prepare_error(error: PackageError) -> PrepareError {
    match error {
        PackageError::Invalid(reason) => PrepareError { code: "InvalidZipFileException", reason },
        PackageError::Unavailable(_) => PrepareError { code: "InternalError", reason: error.to_string() },
    }
}

/// The same, for whoever invokes.
pub(crate) fn run_error(error: PackageError) -> RunError {
    match error {
        PackageError::Invalid(_) => prepare_error(error).into(),
        PackageError::Unavailable(_) => RunError::Sandbox(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

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
    fn a_bootstrap_is_the_packages_own_or_that_of_a_layer() {
        const DENIED: &str = "FunctionError.PermissionDenied";
        const MISSING: &str = "FunctionError.InvalidEntryPoint";
        let (yes, no, none) = (Some(0o755), Some(0o644), None);
        for (package, layers, bootstrap, expected) in [
            (yes, None, "/var/task/bootstrap", Ok(())),
            (no, None, "/var/task/bootstrap", Err(DENIED)),
            (none, None, "/var/task/bootstrap", Err(MISSING)),
            (yes, Some(yes), "/var/task/bootstrap", Ok(())),
            (no, Some(yes), "/var/task/bootstrap", Err(DENIED)),
            (none, Some(yes), "/opt/bootstrap", Ok(())),
            (none, Some(no), "/opt/bootstrap", Err(DENIED)),
            (none, Some(none), "/opt/bootstrap", Err(MISSING)),
        ] {
            let code = Code { package: directory(package), layers: layers.map(directory) };
            assert_eq!(code.bootstrap(), Path::new(bootstrap));
            assert_eq!(code.check_bootstrap().map_err(|error| error.code), expected, "{bootstrap}");
        }
    }
}
