//! Whether a store can write.

use crate::StoreError;
use async_trait::async_trait;

/// A store that can be asked whether it still works.
#[async_trait]
pub trait WriteProbe: Send + Sync {
    /// Writes something that changes nothing, as durably as everything else, to each file of the store. An error names the file.
    async fn probe_write(&self) -> Result<(), StoreError>;
}
