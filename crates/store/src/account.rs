//! What else an account has in IAM: instance profiles, providers of identities, its alias.

use crate::{Page, Role, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use std::collections::BTreeMap;

/// An instance profile. Machines of EC2 would take their role from it; here it is only kept, since tools that delete roles
/// ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceProfile {
    /// The owning account.
    pub account: AccountId,
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// With its leading and trailing slash; `/` where none was given.
    pub path: String,
    /// Without the path.
    pub name: String,
    /// `AIPA…`.
    pub id: String,
    /// When it was created.
    pub created: Timestamp,
    /// Tags.
    pub tags: BTreeMap<String, String>,
    /// Its role, without tags. Not written with the profile.
    pub role: Option<Role>,
}

impl InstanceProfile {
    /// `arn:<partition>:iam::<account>:instance-profile<path><name>`.
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:instance-profile{}{}", self.partition, self.account, self.path, self.name)
    }
}

/// A provider of identities that speaks `OpenID` Connect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityProvider {
    /// The owning account.
    pub account: AccountId,
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// Its URL without the scheme, which is how it is called in ARNs and condition keys.
    pub issuer: String,
    /// Whether it is reached without TLS, which is for issuers on the same machine.
    pub plain: bool,
    /// When it was created.
    pub created: Timestamp,
    /// Audiences that it may issue tokens for.
    pub client_ids: Vec<String>,
    /// SHA-1 digests of certificates, as they were given.
    pub thumbprints: Vec<String>,
    /// Tags.
    pub tags: BTreeMap<String, String>,
}

impl IdentityProvider {
    /// `arn:<partition>:iam::<account>:oidc-provider/<issuer>`.
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:oidc-provider/{}", self.partition, self.account, self.issuer)
    }

    /// Its URL.
    pub fn url(&self) -> String {
        format!("{}://{}", if self.plain { "http" } else { "https" }, self.issuer)
    }
}

/// A change of something's tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// Adds tags and overwrites those with the same key, where no more than so many are there then.
    Put(BTreeMap<String, String>, usize),
    /// Removes tags; keys that are not there are no error.
    Remove(Vec<String>),
}

impl TagChange {
    /// Changes tags so. Errors: `LimitExceeded`.
    pub fn apply(self, tags: &mut BTreeMap<String, String>) -> Result<(), StoreError> {
        match self {
            Self::Put(new, max) => {
                tags.extend(new);
                if tags.len() > max { Err(StoreError::LimitExceeded(max)) } else { Ok(()) }
            }
            Self::Remove(keys) => {
                tags.retain(|key, _| !keys.contains(key));
                Ok(())
            }
        }
    }
}

/// What of a provider can change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProviderChange {
    /// All thumbprints.
    Thumbprints(Vec<String>),
    /// One more audience, where no more than so many are there then.
    AddClientId(String, usize),
    /// One audience less.
    RemoveClientId(String),
    /// Tags.
    Tags(TagChange),
}

/// How many of each an account has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountCounts {
    /// Users.
    pub users: u64,
    /// Groups.
    pub groups: u64,
    /// Roles.
    pub roles: u64,
    /// Managed policies.
    pub policies: u64,
    /// Versions of managed policies.
    pub policy_versions: u64,
    /// Instance profiles.
    pub instance_profiles: u64,
    /// Providers of identities, of both sorts.
    pub providers: u64,
    /// Virtual MFA devices.
    pub mfa_devices: u64,
    /// Those of them that a user has.
    pub mfa_devices_in_use: u64,
    /// Server certificates.
    pub server_certificates: u64,
}

/// All that. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait AccountStore: Send + Sync {
    /// Adds an instance profile without a role. Errors: `AlreadyExists(InstanceProfile)`, also where only the case of the name
    /// differs.
    async fn create_instance_profile(&self, profile: InstanceProfile) -> Result<(), StoreError>;

    /// The instance profile of exactly this name.
    async fn instance_profile(
        &self,
        account: &AccountId,
        name: &str,
    ) -> Result<Option<InstanceProfile>, StoreError>;

    /// Instance profiles by name: those below a path, and those with a role where one is given.
    async fn list_instance_profiles(
        &self,
        account: &AccountId,
        path_prefix: &str,
        role: Option<&str>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<InstanceProfile>, StoreError>;

    /// Removes an instance profile. Errors: `NotFound(InstanceProfile)`, `Conflict(InstanceProfile)` while it has a role.
    async fn delete_instance_profile(&self, account: &AccountId, name: &str) -> Result<(), StoreError>;

    /// Gives an instance profile its role. Errors: `NotFound(InstanceProfile)`, `NotFound(Role)`, `LimitExceeded(1)` where it
    /// has one.
    async fn add_role_to_profile(
        &self,
        account: &AccountId,
        name: &str,
        role: &str,
    ) -> Result<(), StoreError>;

    /// Takes it away. Errors: `NotFound(InstanceProfile)`, `NotFound(Role)` where it has no such role.
    async fn remove_role_from_profile(
        &self,
        account: &AccountId,
        name: &str,
        role: &str,
    ) -> Result<(), StoreError>;

    /// Changes tags. Errors: `NotFound(InstanceProfile)`, `LimitExceeded`.
    async fn tag_instance_profile(
        &self,
        account: &AccountId,
        name: &str,
        change: TagChange,
    ) -> Result<(), StoreError>;

    /// Adds a provider. Errors: `AlreadyExists(IdentityProvider)`, `LimitExceeded` where there would be more than
    /// `max_providers`.
    async fn create_identity_provider(
        &self,
        provider: IdentityProvider,
        max_providers: usize,
    ) -> Result<(), StoreError>;

    /// The provider of an issuer.
    async fn identity_provider(
        &self,
        account: &AccountId,
        issuer: &str,
    ) -> Result<Option<IdentityProvider>, StoreError>;

    /// All providers, by issuer.
    async fn identity_providers(&self, account: &AccountId) -> Result<Vec<IdentityProvider>, StoreError>;

    /// Changes a provider. Errors: `NotFound(IdentityProvider)`, `LimitExceeded`.
    async fn change_identity_provider(
        &self,
        account: &AccountId,
        issuer: &str,
        change: ProviderChange,
    ) -> Result<(), StoreError>;

    /// Removes a provider, which may be gone already.
    async fn delete_identity_provider(&self, account: &AccountId, issuer: &str) -> Result<(), StoreError>;

    /// The account's alias, if it has one.
    async fn account_alias(&self, account: &AccountId) -> Result<Option<String>, StoreError>;

    /// Gives the account an alias in place of its former one. Errors: `AlreadyExists(Alias)` where another account has it.
    async fn set_account_alias(&self, account: &AccountId, alias: &str) -> Result<(), StoreError>;

    /// Takes the alias away. Errors: `NotFound(Alias)` where the account has another one, or none.
    async fn remove_account_alias(&self, account: &AccountId, alias: &str) -> Result<(), StoreError>;

    /// How much there is.
    async fn account_counts(&self, account: &AccountId) -> Result<AccountCounts, StoreError>;
}
