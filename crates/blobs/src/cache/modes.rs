//! Who may write in an unpacked tree: nobody.

use crate::seals::visit;
use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

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
