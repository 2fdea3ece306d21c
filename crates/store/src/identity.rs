//! Roles and their policies.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use std::collections::BTreeMap;

/// An IAM role. Its own name is unique in the account without regard to case, as in IAM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The owning account.
    pub account: AccountId,
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// With its leading and trailing slash; `/` where none was given.
    pub path: String,
    /// Without the path.
    pub name: String,
    /// `AROA…`.
    pub id: String,
    /// The trust policy, JSON text as it was given.
    pub assume_role_document: String,
    /// `None` where never given.
    pub description: Option<String>,
    /// `MaxSessionDuration`, seconds.
    pub max_session_s: u32,
    /// When it was created.
    pub created: Timestamp,
    /// Tags.
    pub tags: BTreeMap<String, String>,
}

impl Role {
    /// `arn:<partition>:iam::<account>:role<path><name>`.
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:role{}{}", self.partition, self.account, self.path, self.name)
    }
}

/// What of a role can change; `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleChange {
    /// The trust policy.
    pub assume_role_document: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// `MaxSessionDuration`, seconds.
    pub max_session_s: Option<u32>,
}

/// Roles. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait IdentityStore: Send + Sync {
    /// Adds a role. Errors: `AlreadyExists(Role)`, also where only the case of the name differs.
    async fn create_role(&self, role: Role) -> Result<(), StoreError>;

    /// The role of exactly this name.
    async fn role(&self, account: &AccountId, name: &str) -> Result<Option<Role>, StoreError>;

    /// Up to `limit` roles whose path starts with `path_prefix`, by name in byte order, from the first name
    /// greater than `after`.
    async fn list_roles(
        &self,
        account: &AccountId,
        path_prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Role>, StoreError>;

    /// Changes a role. Errors: `NotFound(Role)`.
    async fn update_role(
        &self,
        account: &AccountId,
        name: &str,
        change: RoleChange,
    ) -> Result<(), StoreError>;

    /// Removes a role. Errors: `NotFound(Role)`, `Conflict` while it has policies of either kind.
    async fn delete_role(&self, account: &AccountId, name: &str) -> Result<(), StoreError>;

    /// Adds tags and overwrites those with the same key, all or none. Errors: `NotFound(Role)`,
    /// `LimitExceeded` where there would be more than `max_tags`.
    async fn put_role_tags(
        &self,
        account: &AccountId,
        name: &str,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError>;

    /// Removes tags; keys that are not there are no error. Errors: `NotFound(Role)`.
    async fn remove_role_tags(
        &self,
        account: &AccountId,
        name: &str,
        keys: &[String],
    ) -> Result<(), StoreError>;

    /// Attaches a managed policy; one that is attached already stays so. Errors: `NotFound(Role)`,
    /// `LimitExceeded` where there would be more than `max_attached`.
    async fn attach_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy_arn: &str,
        max_attached: usize,
    ) -> Result<(), StoreError>;

    /// Detaches a managed policy. Errors: `NotFound(Role)`, `NotFound(Policy)` where it is not attached.
    async fn detach_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy_arn: &str,
    ) -> Result<(), StoreError>;

    /// ARNs of attached policies in byte order. Errors: `NotFound(Role)`.
    async fn attached_policies(
        &self,
        account: &AccountId,
        role: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError>;

    /// Adds or overwrites an inline policy. Errors: `NotFound(Role)`.
    async fn put_inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
        document: &str,
    ) -> Result<(), StoreError>;

    /// The document of an inline policy. Errors: `NotFound(Role)`.
    async fn inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
    ) -> Result<Option<String>, StoreError>;

    /// Removes an inline policy. Errors: `NotFound(Role)`, `NotFound(Policy)`.
    async fn delete_inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
    ) -> Result<(), StoreError>;

    /// Names of inline policies in byte order. Errors: `NotFound(Role)`.
    async fn inline_policies(
        &self,
        account: &AccountId,
        role: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError>;
}
