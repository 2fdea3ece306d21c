//! Our bootstraps for Python and Node.js, carried in the binary and laid out where sandboxes see them.
//!
//! Never here: choosing an interpreter, or what a bootstrap does.

use crate::failure::Failure;
use domain::Sha256;
use sha2::Digest;
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Paths below the directory that becomes `/var/runtime`, and contents; sorted by path.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/bootstraps.rs"));

/// Makes sure that the bootstraps are in `<data_dir>/runtimes/<digest of all of them>`, and returns that directory.
/// What is there is compared, and replaced as a whole where it differs; those of other versions are removed.
pub(crate) fn lay_out(data_dir: &Path) -> Result<PathBuf, Failure> {
    let all = data_dir.join("runtimes");
    let target = all.join(digest(FILES).hex());
    if !is_laid_out(&target, FILES) {
        replace(&all, &target, FILES)
            .map_err(|e| Failure::file("cannot write the runtimes to", &target, e))?;
    }
    remove_others(&all, &target);
    Ok(target)
}

/// A digest of names and contents, each with its length.
fn digest(files: &[(&str, &[u8])]) -> Sha256 {
    let mut hash = sha2::Sha256::new();
    for (name, content) in files {
        for part in [name.as_bytes(), content] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    Sha256(hash.finalize().into())
}

fn is_laid_out(target: &Path, files: &[(&str, &[u8])]) -> bool {
    files.iter().all(|(name, content)| std::fs::read(target.join(name)).is_ok_and(|found| found == *content))
}

/// Functions read them as another user, whatever the umask: 0755 and 0644.
fn replace(all: &Path, target: &Path, files: &[(&str, &[u8])]) -> io::Result<()> {
    let new = all.join("new");
    for old in [&new, target] {
        match std::fs::remove_dir_all(old) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    for (name, content) in files {
        let path = new.join(name);
        let directory = path.parent().unwrap_or(&new);
        std::fs::DirBuilder::new().recursive(true).mode(0o755).create(directory)?;
        let mut file = std::fs::File::options().write(true).create_new(true).mode(0o644).open(&path)?;
        io::Write::write_all(&mut file, content)?;
    }
    open_to_all(&new)?;
    std::fs::rename(&new, target)
}

fn open_to_all(directory: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let allow = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode));
    allow(directory, 0o755)?;
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_to_all(&entry.path())?;
        } else {
            allow(&entry.path(), 0o644)?;
        }
    }
    Ok(())
}

/// Best effort: nothing uses them, for the data directory has one server at a time.
fn remove_others(all: &Path, target: &Path) {
    let Ok(entries) = std::fs::read_dir(all) else { return };
    for path in entries.flatten().map(|e| e.path()).filter(|p| p != target) {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()) {
            let _ = std::fs::remove_dir_all(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn laid_out_once_and_mended_when_broken() {
        let dir = tempfile::tempdir().unwrap();
        let first = lay_out(dir.path()).unwrap();
        let (name, content) = FILES.iter().find(|(_, content)| !content.is_empty()).unwrap();
        let file = first.join(name);
        assert_eq!(std::fs::read(&file).unwrap(), *content);
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o644);
        let made = std::fs::metadata(&file).unwrap().modified().unwrap();

        let old = dir.path().join("runtimes").join("0".repeat(64));
        std::fs::create_dir(&old).unwrap();
        assert_eq!(lay_out(dir.path()).unwrap(), first);
        assert_eq!(std::fs::metadata(&file).unwrap().modified().unwrap(), made);
        assert!(!old.exists());

        std::fs::write(&file, "broken").unwrap();
        assert_eq!(lay_out(dir.path()).unwrap(), first);
        assert_eq!(std::fs::read(&file).unwrap(), *content);
    }

    #[test]
    fn every_language_is_carried() {
        for language in ["python/", "nodejs/"] {
            assert!(FILES.iter().any(|(name, _)| name.starts_with(language)), "{language}");
        }
    }

    #[test]
    fn the_digest_sees_names_contents_and_where_one_ends() {
        let of = |files: &[(&str, &[u8])]| digest(files);
        assert_ne!(of(&[("a", b"bc")]), of(&[("ab", b"c")]));
        assert_ne!(of(&[("a", b"b")]), of(&[("a", b"c")]));
    }
}
