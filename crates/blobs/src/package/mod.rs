//! The zip that somebody uploaded: what is in it, whether it may be unpacked, and unpacking it.
//!
//! Everything here reads hostile bytes. The archive's own directory is parsed strictly (what it says twice must
//! agree, nothing may overlap, nothing may be left over) and every name is judged before the first file is
//! made.
//!
//! Never here: a name from the archive that is followed through a symbolic link, a whole file in memory, a file
//! outside the directory that was named.

use std::io;

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
    /// Components of a name.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes: 262_144_000,
            entries: 100_000,
            name_bytes: 1_024,
            component_bytes: 255,
            depth: 64,
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
