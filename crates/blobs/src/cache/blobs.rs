//! The blobs that the cache unpacks, for those who put and delete them: what is deleted here takes its tree along.

use super::{Inner, PackageCache};
use crate::{BlobError, BlobInfo, BlobStore};
use async_trait::async_trait;
use bytes::Bytes;
use domain::{CodeRef, Sha256, Timestamp};
use std::sync::Arc;

impl PackageCache {
    /// The cache's own blobs. When one is deleted through this, its unpacked tree is removed as soon as nobody holds it;
    /// the deletion does not wait for that.
    pub fn blobs(&self) -> Arc<dyn BlobStore> {
        Arc::new(Unpacked { cache: Arc::clone(&self.inner) })
    }
}

pub(super) struct Unpacked {
    pub(super) cache: Arc<Inner>,
}

#[async_trait]
impl BlobStore for Unpacked {
    async fn put(&self, content: Bytes) -> Result<CodeRef, BlobError> {
        self.cache.blobs.put(content).await
    }

    async fn get(&self, digest: &Sha256) -> Result<Bytes, BlobError> {
        self.cache.blobs.get(digest).await
    }

    async fn exists(&self, digest: &Sha256) -> Result<bool, BlobError> {
        self.cache.blobs.exists(digest).await
    }

    /// A package that is put again at the same time may lose its tree, and is unpacked again when it is needed.
    async fn delete(&self, digest: &Sha256, put_before: Timestamp) -> Result<bool, BlobError> {
        let deleted = self.cache.blobs.delete(digest, put_before).await?;
        if deleted && self.cache.with(|state| state.doom(digest)) > 0 {
            self.cache.evict_soon();
        }
        Ok(deleted)
    }

    async fn list(&self) -> Result<Vec<BlobInfo>, BlobError> {
        self.cache.blobs.list().await
    }
}
