//! Where interpreters usually are: names of files only, nothing is run.

use domain::runtime::Family;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where to look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Directories of `PATH`, and the usual ones.
    pub(crate) bins: Vec<PathBuf>,
    /// Home of the user, for version managers.
    pub(crate) home: Option<PathBuf>,
}

impl Places {
    /// This machine's.
    pub(crate) fn of_this_host() -> Self {
        let mut bins: Vec<PathBuf> =
            std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
        bins.extend(["/usr/local/bin", "/usr/bin", "/var/lang/bin"].map(PathBuf::from));
        let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
        Self { bins, home }
    }

    /// Every file that looks like an interpreter of the family, canonical, each once, sorted.
    pub(crate) fn interpreters(&self, family: Family) -> Vec<PathBuf> {
        let mut found = BTreeSet::new();
        let bins = self.bins.iter().cloned().chain(self.managed(family));
        for bin in bins.filter(|bin| bin.is_absolute()) {
            let Ok(entries) = std::fs::read_dir(&bin) else { continue };
            for entry in entries.flatten() {
                let fits = entry.file_name().to_str().is_some_and(|name| is_interpreter(family, name));
                if fits && let Some(path) = executable(&entry.path()) {
                    found.insert(path);
                }
            }
        }
        found.into_iter().collect()
    }

    /// The `bin` directories of version managers.
    fn managed(&self, family: Family) -> Vec<PathBuf> {
        let Some(home) = &self.home else { return Vec::new() };
        let layouts: &[(&str, &str)] = match family {
            Family::Python => &[
                (".pyenv/versions", "bin"),
                (".local/share/uv/python", "bin"),
                (".local/share/mise/installs/python", "bin"),
                (".asdf/installs/python", "bin"),
            ],
            Family::Node => &[
                (".nvm/versions/node", "bin"),
                (".local/share/fnm/node-versions", "installation/bin"),
                (".fnm/node-versions", "installation/bin"),
                (".volta/tools/image/node", "bin"),
                (".local/share/mise/installs/node", "bin"),
                (".asdf/installs/nodejs", "bin"),
            ],
            Family::Provided => &[],
        };
        let versions = |(root, bin): &(&str, &'static str)| {
            let bin = *bin;
            let entries = std::fs::read_dir(home.join(root)).into_iter().flatten().flatten();
            entries.map(move |entry| entry.path().join(bin)).collect::<Vec<_>>()
        };
        layouts.iter().flat_map(versions).collect()
    }
}

/// `python3`, `python3.11`; `node`, `nodejs`.
fn is_interpreter(family: Family, name: &str) -> bool {
    match family {
        Family::Python => match name.strip_prefix("python3") {
            Some("") => true,
            Some(minor) => minor
                .strip_prefix('.')
                .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit())),
            None => false,
        },
        Family::Node => name == "node" || name == "nodejs",
        Family::Provided => false,
    }
}

/// The canonical path of a native executable; scripts, such as the shims of version managers, are not one.
pub(crate) fn executable(path: &Path) -> Option<PathBuf> {
    use std::io::Read;
    use std::os::unix::fs::PermissionsExt;
    let path = path.canonicalize().ok()?;
    let metadata = path.metadata().ok()?;
    if !metadata.is_file() || metadata.permissions().mode() & 0o111 == 0 {
        return None;
    }
    let mut magic = [0; 4];
    std::fs::File::open(&path).ok()?.read_exact(&mut magic).ok()?;
    (magic == *b"\x7fELF").then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn put(path: &Path, content: &[u8]) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn the_usual_layouts() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        for path in [
            "bin/python3.11",
            "bin/python3-config",
            "bin/node",
            ".pyenv/versions/3.12.1/bin/python3.12",
            ".nvm/versions/node/v20.1.0/bin/node",
            ".local/share/fnm/node-versions/v18.0.0/installation/bin/node",
            ".volta/tools/image/node/22.0.0/bin/node",
        ] {
            put(&root.join(path), b"\x7fELF....");
        }
        put(&root.join(".pyenv/shims/python3.12"), b"#!/bin/sh\n");
        symlink(root.join("bin/python3.11"), root.join("bin/python3")).unwrap();
        let places =
            Places { bins: vec![root.join("bin"), root.join(".pyenv/shims")], home: Some(root.clone()) };
        let pythons = ["bin/python3.11", ".pyenv/versions/3.12.1/bin/python3.12"].map(|path| root.join(path));
        let mut pythons = pythons.to_vec();
        pythons.sort();
        assert_eq!(places.interpreters(Family::Python), pythons);
        assert_eq!(places.interpreters(Family::Node).len(), 4);
        assert!(places.interpreters(Family::Provided).is_empty());
    }
}
