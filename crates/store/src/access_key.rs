//! Users' access keys, and their groups.

use crate::{Identity, IdentityName, Page, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};

/// A user's access key.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    /// The owning account.
    pub account: AccountId,
    /// The user's name.
    pub user: String,
    /// `AKIA…`, unique.
    pub id: String,
    /// The secret, encrypted by who keeps it here.
    pub secret: Vec<u8>,
    /// Whether requests may be signed with it.
    pub active: bool,
    /// When it was created.
    pub created: Timestamp,
    /// When it was last used, with the service and the region. Not written with the key.
    pub used: Option<KeyUse>,
}

impl std::fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut f = f.debug_struct("AccessKey");
        f.field("user", &self.user)
            .field("id", &self.id)
            .field("active", &self.active)
            .finish_non_exhaustive()
    }
}

/// A use of an access key, or of a service by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyUse {
    /// When.
    pub at: Timestamp,
    /// The service's name in signatures, such as `lambda`.
    pub service: String,
    /// The region of the signature.
    pub region: String,
}

/// Access keys and memberships. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait UserStore: Send + Sync {
    /// Adds a key. Errors: `NotFound(User)`, `AlreadyExists(AccessKey)`, `LimitExceeded` where the user would have more than
    /// `max_keys`.
    async fn create_access_key(&self, key: AccessKey, max_keys: usize) -> Result<(), StoreError>;

    /// The keys of a user, in the order they were created. Errors: `NotFound(User)`.
    async fn access_keys(&self, account: &AccountId, user: &str) -> Result<Vec<AccessKey>, StoreError>;

    /// The key of an id and its user, whosever it is.
    async fn access_key(&self, id: &str) -> Result<Option<(AccessKey, Identity)>, StoreError>;

    /// The active keys of all accounts with their users, by id, those after `after`. Users without their tags.
    async fn active_access_keys(
        &self,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<(AccessKey, Identity)>, StoreError>;

    /// Makes a key active or inactive. Errors: `NotFound(AccessKey)` where the user has none of that id.
    async fn set_access_key_active(
        &self,
        account: &AccountId,
        user: &str,
        id: &str,
        active: bool,
    ) -> Result<(), StoreError>;

    /// Removes a key. Errors: `NotFound(AccessKey)` where the user has none of that id.
    async fn delete_access_key(&self, account: &AccountId, user: &str, id: &str) -> Result<(), StoreError>;

    /// Notes when keys were last used; those that are gone are no error.
    async fn note_key_uses(&self, uses: Vec<(String, KeyUse)>) -> Result<(), StoreError>;

    /// Notes when users and roles last used services: who, his unique id, and the use. Those that are gone are no error.
    async fn note_service_uses(&self, uses: Vec<(IdentityName, String, KeyUse)>) -> Result<(), StoreError>;

    /// When some last used which service, as far as they did.
    async fn service_uses(&self, of: Vec<IdentityName>) -> Result<Vec<(IdentityName, KeyUse)>, StoreError>;

    /// Puts a user into a group, where he may be already. Errors: `NotFound(Group)`, `NotFound(User)`, `LimitExceeded` where
    /// the user would be in more than `max_groups`.
    async fn add_to_group(
        &self,
        account: &AccountId,
        group: &str,
        user: &str,
        max_groups: usize,
    ) -> Result<(), StoreError>;

    /// Takes a user out of a group. Errors: `NotFound(Group)`, `NotFound(User)`, the latter also where he is not in it.
    async fn remove_from_group(&self, account: &AccountId, group: &str, user: &str)
    -> Result<(), StoreError>;

    /// The users in a group by name, without tags. Errors: `NotFound(Group)`.
    async fn group_members(
        &self,
        account: &AccountId,
        group: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError>;

    /// The groups that a user is in by name. Errors: `NotFound(User)`.
    async fn groups_of(
        &self,
        account: &AccountId,
        user: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError>;
}
