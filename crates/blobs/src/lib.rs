//! Packages of code: kept encrypted and verified, and unpacked once for the functions of this host.
//!
//! [`BlobStore`] keeps bytes under their SHA-256, [`DirectoryBlobs`] does so in a directory; [`package`] judges
//! and unpacks a zip that a stranger uploaded; [`PackageCache`] holds what is unpacked; [`Seals`] prove that it is still what it was.
//!
//! Never here: functions and their names, which code is in use, running anything.

mod cache;
mod directory;
pub mod package;
mod sealed;
mod seals;
mod store;

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;

pub use cache::{CacheError, PackageCache, PackageDir};
pub use directory::DirectoryBlobs;
pub use seals::{Seals, Unsealed};
pub use store::{BlobError, BlobInfo, BlobStore};
