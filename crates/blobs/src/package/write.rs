//! Making the tree: directories, then files, then links, then modes of directories. So no link exists while a
//! name is looked up, and each name is new (`O_EXCL`, and never through a link).

use super::tree::Node;
use super::{PackageError, Plan, content};
use std::fs::{self, DirBuilder, File, FileTimes, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt, symlink};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// 2000-01-01: old enough to be nobody's edit, and late enough for zip tools (which begin in 1980).
const MTIME: Duration = Duration::from_secs(946_684_800);

/// Makes everything under an empty directory.
pub(super) fn tree(plan: &Plan<'_>, destination: &Path) -> Result<(), PackageError> {
    if fs::read_dir(destination)?.next().is_some() {
        return Err(std::io::Error::from(std::io::ErrorKind::DirectoryNotEmpty).into());
    }
    // A directory's name sorts before the names in it.
    for (path, node) in &plan.tree {
        match *node {
            Node::Directory(_) => DirBuilder::new().mode(0o700).create(destination.join(path))?,
            Node::File(index, mode) => {
                if let Some(entry) = plan.entries.get(index) {
                    let mut file = create(&destination.join(path))?;
                    content::copy(entry, &mut file)?;
                    finish(&file, mode)?;
                }
            }
            Node::Link(_) => {}
        }
    }
    for (path, target) in &plan.targets {
        symlink(target, destination.join(path))?;
    }
    // From the inside out: a mode or a time of a directory is final once nothing is made in it.
    for (path, node) in plan.tree.iter().rev() {
        if let Node::Directory(mode) = *node {
            finish(&File::open(destination.join(path))?, mode)?;
        }
    }
    Ok(())
}

fn create(path: &Path) -> std::io::Result<File> {
    // create_new is O_CREAT|O_EXCL, which does not follow a link in the last component.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Sets mode and times through the open file, whatever the umask is.
fn finish(file: &File, mode: u32) -> std::io::Result<()> {
    let time = SystemTime::UNIX_EPOCH + MTIME;
    file.set_permissions(Permissions::from_mode(mode))?;
    file.set_times(FileTimes::new().set_accessed(time).set_modified(time))
}
