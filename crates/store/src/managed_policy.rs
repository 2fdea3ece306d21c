//! Managed policies of an account, and their versions.

use crate::{IdentityKind, Page, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A managed policy without its documents. Its name is unique in the account without regard to case, as in IAM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedPolicy {
    /// The owning account.
    pub account: AccountId,
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// With its leading and trailing slash; `/` where none was given.
    pub path: String,
    /// Without the path.
    pub name: String,
    /// `ANPA…`.
    pub id: String,
    /// `None` where never given.
    pub description: Option<String>,
    /// The version that counts, from 1.
    pub default_version: u32,
    /// When it was created.
    pub created: Timestamp,
    /// When a version was added last, or another one made the default.
    pub updated: Timestamp,
    /// Tags.
    pub tags: BTreeMap<String, String>,
    /// How many users, groups and roles it is attached to. Not written.
    pub attached: u64,
    /// How many users and roles have it as their permissions boundary. Not written.
    pub bounds: u64,
}

impl ManagedPolicy {
    /// `arn:<partition>:iam::<account>:policy<path><name>`.
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:policy{}{}", self.partition, self.account, self.path, self.name)
    }
}

/// A version of a managed policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVersion {
    /// From 1; a number is never used twice.
    pub version: u32,
    /// JSON text as it was given.
    pub document: String,
    /// When it was created.
    pub created: Timestamp,
}

/// How an identity has a managed policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyUse {
    /// It is attached.
    Attached,
    /// As its permissions boundary.
    Boundary,
    /// In either way.
    Either,
}

/// An identity that has a managed policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyHolder {
    /// Of which sort.
    pub kind: IdentityKind,
    /// Without the path.
    pub name: String,
    /// Its unique id.
    pub id: String,
}

/// Which identities that have a policy are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderFilter {
    /// Of which sort; `None` is of all.
    pub kind: Option<IdentityKind>,
    /// What their path starts with.
    pub path_prefix: String,
    /// How they have it.
    pub used: PolicyUse,
}

/// Which managed policies are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyFilter {
    /// What their path starts with.
    pub path_prefix: String,
    /// Only those that an identity has, in one of these ways.
    pub used: Option<PolicyUse>,
}

/// Managed policies. A call that returned `Ok` survives a crash of the process and of the machine. A policy is named by its
/// name without the path.
#[async_trait]
pub trait PolicyStore: Send + Sync {
    /// Adds a policy with its first version. Errors: `AlreadyExists(Policy)`, also where only the case of the name differs.
    async fn create_policy(&self, policy: ManagedPolicy, document: String) -> Result<(), StoreError>;

    /// The policy of exactly this name.
    async fn policy(&self, account: &AccountId, name: &str) -> Result<Option<ManagedPolicy>, StoreError>;

    /// Up to `limit` policies by name in byte order, from the first name greater than `after`. Without tags.
    async fn list_policies(
        &self,
        account: &AccountId,
        filter: PolicyFilter,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<ManagedPolicy>, StoreError>;

    /// Removes a policy with its only version. Errors: `NotFound(Policy)`, `Conflict` while an identity has it or it has more
    /// versions.
    async fn delete_policy(&self, account: &AccountId, name: &str) -> Result<(), StoreError>;

    /// Adds a version and returns its number. Errors: `NotFound(Policy)`, `LimitExceeded` where there would be more than
    /// `max_versions`.
    async fn create_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        document: String,
        now: Timestamp,
        default: bool,
        max_versions: usize,
    ) -> Result<u32, StoreError>;

    /// All versions, the newest first. Errors: `NotFound(Policy)`.
    async fn policy_versions(
        &self,
        account: &AccountId,
        name: &str,
    ) -> Result<Vec<PolicyVersion>, StoreError>;

    /// Makes a version the default. Errors: `NotFound(Policy)`, `NotFound(Version)`.
    async fn set_default_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        version: u32,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Removes a version. Errors: `NotFound(Policy)`, `NotFound(Version)`, `Conflict(DefaultVersion)`.
    async fn delete_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        version: u32,
    ) -> Result<(), StoreError>;

    /// Adds tags and overwrites those with the same key, all or none. Errors: `NotFound(Policy)`, `LimitExceeded` where there
    /// would be more than `max_tags`.
    async fn put_policy_tags(
        &self,
        account: &AccountId,
        name: &str,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError>;

    /// Removes tags; keys that are not there are no error. Errors: `NotFound(Policy)`.
    async fn remove_policy_tags(
        &self,
        account: &AccountId,
        name: &str,
        keys: &[String],
    ) -> Result<(), StoreError>;

    /// The identities that have a policy, by their kind's word and name in byte order, from the first one after `after`.
    /// `arn` may be AWS's.
    async fn policy_holders(
        &self,
        account: &AccountId,
        arn: &str,
        filter: HolderFilter,
        after: Option<(IdentityKind, &str)>,
        limit: usize,
    ) -> Result<Page<PolicyHolder>, StoreError>;

    /// In how many ways identities of the account have a policy: attached, as a boundary. `arn` may be AWS's.
    async fn policy_uses(&self, account: &AccountId, arn: &str) -> Result<(u64, u64), StoreError>;

    /// The document that counts of a managed policy: of an account's, that of its default version; of AWS's, the newest.
    /// `None` where it is not known.
    async fn managed_document(&self, account: &AccountId, arn: &str) -> Result<Option<Arc<str>>, StoreError>;
}
