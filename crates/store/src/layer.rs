//! Versions of layers, and who may use them.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::Scope;
use domain::layer::{LayerArn, LayerName, LayerVersion, LayerVersionArn};

/// Which versions are wanted: those that say that they are for all that is given here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayerFilter {
    /// A runtime identifier.
    pub runtime: Option<String>,
    /// An instruction set.
    pub architecture: Option<String>,
}

/// Who else may use a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerPolicy {
    /// What it says, in the words of the service: JSON.
    pub document: String,
    /// Changes with every change.
    pub revision: String,
}

/// Layers. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait LayerStore: Send + Sync {
    /// Adds a version of a layer, and the layer where there is none; its number is the next one, whatever was given. A
    /// number is never used again. Returns the version as it was added.
    async fn publish_layer_version(&self, version: LayerVersion) -> Result<LayerVersion, StoreError>;

    /// One version.
    async fn layer_version(&self, arn: &LayerVersionArn) -> Result<Option<LayerVersion>, StoreError>;

    /// The versions of a layer that fit, newest first, from the first one below `before`.
    async fn list_layer_versions(
        &self,
        layer: &LayerArn,
        filter: &LayerFilter,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Page<LayerVersion>, StoreError>;

    /// The newest version that fits of each layer that has one, by name in byte order, from the first name greater
    /// than `after`.
    async fn list_layers(
        &self,
        scope: &Scope,
        filter: &LayerFilter,
        after: Option<&LayerName>,
        limit: usize,
    ) -> Result<Page<LayerVersion>, StoreError>;

    /// Removes a version with its policy and returns it; `None` where there is none. Functions that have it keep
    /// their reference.
    async fn delete_layer_version(&self, arn: &LayerVersionArn) -> Result<Option<LayerVersion>, StoreError>;

    /// The policy of a version. Errors: `NotFound(LayerVersion)`.
    async fn layer_policy(&self, arn: &LayerVersionArn) -> Result<Option<LayerPolicy>, StoreError>;

    /// Replaces the policy of a version (`None` takes it away) if the one there still has the revision `expected`,
    /// or if there still is none. Errors: `NotFound(LayerVersion)`, `RevisionMismatch`.
    async fn replace_layer_policy(
        &self,
        arn: &LayerVersionArn,
        expected: Option<&str>,
        policy: Option<LayerPolicy>,
    ) -> Result<(), StoreError>;
}
