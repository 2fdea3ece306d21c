//! The zip that somebody uploaded: what is in it, whether it may be unpacked, and unpacking it.
//!
//! Everything here reads hostile bytes. The archive's own directory is parsed strictly (what it says twice must
//! agree, nothing may overlap) and every name is judged before the first file is
//! made.
//!
//! Never here: a name from the archive that is followed through a symbolic link, a whole file in memory, a file
//! outside the directory that was named.

mod content;
mod directory;
mod links;
mod merge;
mod tree;
mod turn;
mod write;

#[cfg(test)]
mod tests;

use directory::Entry;
use links::Targets;
use std::io;
use std::path::Path;
use tree::{Node, Tree};
pub use turn::{CHECKS_AT_ONCE, Turn};

/// What a package may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Sum of all files, bytes: AWS's quota.
    pub unpacked_bytes: u64,
    /// Files, directories and links, those that names only imply included.
    pub entries: usize,
    /// Of a whole name, bytes.
    pub name_bytes: usize,
    /// Of one component of a name, bytes: what Linux allows.
    pub component_bytes: usize,
    /// Components of a name, and of a link's target.
    pub depth: usize,
    /// Symbolic links.
    pub links: usize,
    /// Of one link's target, bytes.
    pub target_bytes: u64,
    /// Of the targets of all links together, bytes. They are in memory while the package is judged.
    pub all_targets_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes: 262_144_000,
            entries: 100_000,
            name_bytes: 1_024,
            component_bytes: 255,
            depth: 64,
            links: 10_000,
            target_bytes: 1_024,
            all_targets_bytes: 2 << 20,
        }
    }
}

/// What is in a package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PackageInfo {
    /// Regular files.
    pub files: u64,
    /// The sum of their sizes, bytes.
    pub unpacked_bytes: u64,
}

/// Why a package is refused.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// No zip, or a broken one. AWS: "Could not unzip uploaded file. Please check your file, then try to upload
    /// again."
    #[error("not a zip archive: {0}")]
    NotAZip(&'static str),
    /// More than [`Limits::unpacked_bytes`]. AWS: "Unzipped size must be smaller than 262144000 bytes".
    #[error("the unpacked size is over the limit")]
    TooLargeUnzipped,
    /// A zip without a file. AWS: "Uploaded file must be a non-empty zip".
    #[error("the zip is empty")]
    Empty,
    /// A zip that nobody makes by accident, or that cannot be unpacked faithfully; the reason is for the person
    /// who uploaded it.
    #[error("{0}")]
    Hostile(String),
    /// The disk, not the package.
    #[error("cannot unpack: {0}")]
    Io(#[from] io::Error),
}

/// Reads the whole archive, without making anything: every entry is inflated and its checksum compared.
///
/// It keeps a CPU busy for as long as inflating [`Limits::unpacked_bytes`] takes, so who does this for strangers waits
/// for a [`Turn`] first.
pub fn inspect(zip: &[u8], limits: &Limits) -> Result<PackageInfo, PackageError> {
    let plan = Plan::new(zip, limits)?;
    for entry in plan.files() {
        content::copy(entry, &mut io::sink())?;
    }
    Ok(plan.info())
}

/// What is in a package that was inspected before: only its directory is read again.
pub fn measure(zip: &[u8], limits: &Limits) -> Result<PackageInfo, PackageError> {
    Ok(Plan::new(zip, limits)?.info())
}

/// Unpacks into `destination`, an empty directory that nobody else can write to. Files are synced to disk by
/// nobody: they can be unpacked again. After an error the directory holds what was made so far.
///
/// Several packages become one tree in the order given: directories are merged, and whatever else a later package has
/// stands in the place of what an earlier one has there, with all that is in it. Each package alone keeps to the
/// limits, and links may not leave what comes of all.
///
/// Modes: what the archive says, without setuid, setgid and sticky, and at least 0644 for files and 0755 for
/// directories. Times: 2000-01-01 for everything but links, so that the same package is the same tree.
pub fn unpack(
    zips: &[impl AsRef<[u8]>],
    destination: &Path,
    limits: &Limits,
) -> Result<PackageInfo, PackageError> {
    let plan = merge::plans(zips, limits)?;
    write::tree(&plan, destination)?;
    Ok(plan.info())
}

/// An archive that was judged: what is to be made.
struct Plan<'z> {
    entries: Vec<Entry<'z>>,
    tree: Tree<'z>,
    targets: Targets<'z>,
}

impl<'z> Plan<'z> {
    fn new(zip: &'z [u8], limits: &Limits) -> Result<Self, PackageError> {
        let entries = directory::read(zip, limits)?;
        let tree = tree::build(&entries, limits)?;
        if !tree.values().any(|node| matches!(node, Node::File(..))) {
            return Err(PackageError::Empty);
        }
        // A lie about the size is found when the entry is inflated: it may not grow beyond its claim.
        let claimed = entries.iter().try_fold(0_u64, |sum, entry| sum.checked_add(entry.size));
        if claimed.is_none_or(|sum| sum > limits.unpacked_bytes) {
            return Err(PackageError::TooLargeUnzipped);
        }
        let targets = targets(&tree, &entries, limits)?;
        links::check(&tree, &targets, limits)?;
        Ok(Self { entries, tree, targets })
    }

    fn files(&self) -> impl Iterator<Item = &Entry<'z>> {
        self.tree.values().filter_map(|node| match node {
            Node::File(index, _) => self.entries.get(*index),
            Node::Directory(_) | Node::Link(_) => None,
        })
    }

    fn info(&self) -> PackageInfo {
        self.files().fold(PackageInfo::default(), |info, entry| PackageInfo {
            files: info.files + 1,
            unpacked_bytes: info.unpacked_bytes + entry.size,
        })
    }
}

/// All targets of links. What they claim to be is judged before the first one is inflated.
fn targets<'z>(tree: &Tree<'z>, entries: &[Entry<'z>], limits: &Limits) -> Result<Targets<'z>, PackageError> {
    let refuse = |problem: &str| PackageError::Hostile(problem.to_owned());
    let links = || {
        tree.iter().filter_map(|(path, node)| match node {
            Node::Link(index) => entries.get(*index).map(|entry| (*path, entry)),
            Node::File(..) | Node::Directory(_) => None,
        })
    };
    let (mut count, mut bytes) = (0, 0_u64);
    for (_, entry) in links() {
        count += 1;
        bytes = bytes.saturating_add(entry.size);
        if entry.size > limits.target_bytes {
            return Err(refuse("a symbolic link's target is too long"));
        }
        if count > limits.links {
            return Err(PackageError::Hostile(format!(
                "the zip has more than {} symbolic links",
                limits.links
            )));
        }
        if bytes > limits.all_targets_bytes {
            return Err(refuse("the targets of the symbolic links are too long together"));
        }
    }
    let mut targets = Targets::new();
    for (path, entry) in links() {
        let mut target = Vec::new();
        content::copy(entry, &mut target)?;
        let target = String::from_utf8(target);
        targets.insert(path, target.map_err(|_| refuse("a symbolic link's target is not UTF-8"))?);
    }
    Ok(targets)
}
