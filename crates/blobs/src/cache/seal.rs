//! Whether an unpacked tree is still what was unpacked: a digest over names, types, sizes, modes and times.
//!
//! Contents are not read: that would cost at every start what unpacking costs. Who can write to the data
//! directory and forge times can change code; who only writes is noticed.

use super::recipe::Recipe;
use domain::Sha256;
use std::fs::{self, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

const VERSION: &str = "tenfold-package-2";

/// The seal of a tree.
pub(super) fn path(tree: &Path) -> PathBuf {
    tree.with_extension("seal")
}

/// Whether this is the seal of a tree that is there.
pub(super) fn belongs(seal: &Path) -> bool {
    seal.extension().is_some_and(|extension| extension == "seal") && seal.with_extension("").is_dir()
}

/// What a seal says of its tree.
pub(super) struct Seal {
    /// The sum of the sizes of the files.
    pub(super) bytes: u64,
    fingerprint: String,
    pub(super) recipe: Recipe,
}

/// The seal of a tree; `None` without one.
pub(super) fn read(tree: &Path) -> Option<Seal> {
    let text = fs::read_to_string(path(tree)).ok()?;
    let mut parts = text.split(' ');
    let (version, bytes, fingerprint) = (parts.next()?, parts.next()?, parts.next()?);
    (version == VERSION).then_some(())?;
    let digests = parts.map(Sha256::from_hex).collect::<Option<Vec<_>>>()?;
    let (bytes, fingerprint) = (bytes.parse().ok()?, fingerprint.to_owned());
    Some(Seal { bytes, fingerprint, recipe: Recipe::new(digests) })
}

/// The unpacked size, if the tree is made of this and has the fingerprint that the seal says.
pub(super) fn check(tree: &Path, recipe: &Recipe) -> Option<u64> {
    let seal = read(tree).filter(|seal| seal.recipe == *recipe)?;
    // A tree that cannot be read is as good as one that changed.
    fingerprint(tree).ok().filter(|found| *found == seal.fingerprint).map(|_| seal.bytes)
}

/// Seals a tree that is complete.
pub(super) fn write(tree: &Path, bytes: u64, recipe: &Recipe) -> io::Result<()> {
    let mut text = format!("{VERSION} {bytes} {}", fingerprint(tree)?);
    for digest in recipe.digests() {
        text.push(' ');
        text.push_str(&digest.hex());
    }
    fs::write(path(tree), text)
}

fn fingerprint(tree: &Path) -> io::Result<String> {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    visit(tree, &mut |path, metadata| {
        let name = path.strip_prefix(tree).unwrap_or(path).as_os_str().as_bytes();
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name);
        hash.update(metadata.mode().to_le_bytes());
        // A directory's size is the file system's own business.
        let size = if metadata.is_dir() { 0 } else { metadata.size() };
        hash.update(size.to_le_bytes());
        hash.update(metadata.mtime().to_le_bytes());
        hash.update(metadata.mtime_nsec().to_le_bytes());
        Ok(())
    })?;
    Ok(domain::Sha256(hash.finalize().into()).hex())
}

/// Takes the right to write from everything in the tree, from its owner too; all may read. The root itself stays
/// the owner's to rename.
pub(super) fn protect(tree: &Path) -> io::Result<()> {
    visit(tree, &mut |path, metadata| {
        let mode = if path == tree { 0o755 } else { metadata.mode() & 0o555 };
        set_mode(path, metadata, mode)
    })
}

/// Gives the owner back what it takes to remove a tree.
pub(super) fn unprotect(tree: &Path) -> io::Result<()> {
    visit(tree, &mut |path, metadata| set_mode(path, metadata, metadata.mode() | 0o700))
}

fn set_mode(path: &Path, metadata: &fs::Metadata, mode: u32) -> io::Result<()> {
    // A link has no mode, and what it leads to has its own turn.
    if metadata.is_symlink() {
        return Ok(());
    }
    fs::set_permissions(path, Permissions::from_mode(mode & 0o777))
}

/// Calls for the root and all below it, sorted, a directory before what is in it; never through a link.
fn visit(path: &Path, call: &mut impl FnMut(&Path, &fs::Metadata) -> io::Result<()>) -> io::Result<()> {
    let metadata = fs::symlink_metadata(path)?;
    call(path, &metadata)?;
    if metadata.is_dir() {
        let mut names = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        names.sort_unstable();
        for name in names {
            visit(&name, call)?;
        }
    }
    Ok(())
}
