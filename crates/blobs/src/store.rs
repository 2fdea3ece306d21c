//! What a store of blobs can do.

use async_trait::async_trait;
use bytes::Bytes;
use domain::{CodeRef, Sha256, Timestamp};

/// A blob was not kept or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    /// There is none of this digest.
    #[error("there is no blob {0:?}")]
    NotFound(Sha256),
    /// What is there is not what was kept.
    #[error("the blob {digest:?} is damaged: {reason}")]
    Corrupt {
        /// The blob.
        digest: Sha256,
        /// What was found, for the operator.
        reason: String,
    },
    /// It was written under another master key.
    #[error("the blob {0:?} was encrypted under another master key than the one in this data directory")]
    WrongKey(Sha256),
    /// The store cannot answer now; the text is for the operator.
    #[error("the blob store is unavailable: {0}")]
    Unavailable(String),
}

/// A blob in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobInfo {
    /// Its name.
    pub sha256: Sha256,
    /// When it was last put.
    pub last_put: Timestamp,
}

/// Bytes under their own SHA-256. What was put survives a crash of the process and of the machine.
///
/// To collect garbage: list, leave what is in use and what was put recently, and delete the rest with the time
/// that was called recent. So a blob that is put again meanwhile stays.
#[async_trait]
pub trait BlobStore: Send + Sync {
    /// Keeps bytes; the same bytes again only renew the time of the last put.
    async fn put(&self, content: Bytes) -> Result<CodeRef, BlobError>;

    /// The bytes, verified. Errors: `NotFound`, `Corrupt`, `WrongKey`.
    async fn get(&self, digest: &Sha256) -> Result<Bytes, BlobError>;

    /// Whether there is such a blob; it is not read.
    async fn exists(&self, digest: &Sha256) -> Result<bool, BlobError>;

    /// Removes the blob if it was last put before `put_before`, and says whether it did.
    async fn delete(&self, digest: &Sha256, put_before: Timestamp) -> Result<bool, BlobError>;

    /// All blobs, ascending by digest.
    async fn list(&self) -> Result<Vec<BlobInfo>, BlobError>;
}
