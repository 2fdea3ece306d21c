//! Packages of code: kept encrypted and verified, and unpacked once for the functions of this host.
//!
//! [`BlobStore`] keeps bytes under their SHA-256; [`package`] judges and unpacks a zip that a stranger
//! uploaded. `DirectoryBlobs` is the store in a directory, `PackageCache` holds what is unpacked.
//!
//! Never here: functions and their names, which code is in use, running anything.

pub mod package;
mod store;

pub use store::{BlobError, BlobInfo, BlobStore};
