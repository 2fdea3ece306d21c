//! What else IAM keeps of an account and of its users, each sort under an id of its own: passwords, devices, certificates.
//! What it says is the service's; here is whose it is, and that nobody writes over what he has not read.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};

/// Sorts of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// What the account asks of its users' passwords; one.
    PasswordPolicy,
    /// A user's password, by the user's unique id.
    LoginProfile,
    /// A virtual MFA device, by its serial number. A user has it while it is enabled.
    MfaDevice,
    /// A SAML provider, by its name.
    SamlProvider,
    /// A server certificate, by its name.
    ServerCertificate,
    /// A user's public key.
    SshKey,
    /// A user's X.509 certificate.
    SigningCertificate,
    /// A user's credentials of one service.
    ServiceCredential,
    /// The report on credentials; one.
    CredentialReport,
    /// The deletion of a service's role.
    RoleDeletion,
    /// A question for what was last used.
    AccessReport,
}

impl ItemKind {
    /// As it is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::PasswordPolicy => "password policy",
            Self::LoginProfile => "login profile",
            Self::MfaDevice => "mfa device",
            Self::SamlProvider => "saml provider",
            Self::ServerCertificate => "server certificate",
            Self::SshKey => "ssh key",
            Self::SigningCertificate => "signing certificate",
            Self::ServiceCredential => "service credential",
            Self::CredentialReport => "credential report",
            Self::RoleDeletion => "role deletion",
            Self::AccessReport => "access report",
        }
    }
}

/// Something of an account or of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IamItem {
    /// The owning account.
    pub account: AccountId,
    /// Which sort.
    pub kind: ItemKind,
    /// Compared exactly; unique in the account and kind without regard to case.
    pub id: String,
    /// The name of the user who has it.
    pub user: Option<String>,
    /// When it was created.
    pub created: Timestamp,
    /// What it says, as JSON.
    pub record: String,
    /// What of it is secret, sealed by the service, bound to `id`.
    pub secret: Option<Vec<u8>>,
    /// How often it was written since it was created. Not written with it.
    pub revision: u64,
}

/// All that. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait IamItemStore: Send + Sync {
    /// Adds an item. Errors: `AlreadyExists(Item)`, also where only the case of the id differs; `NotFound(User)`;
    /// `LimitExceeded` where the user, or the account where nobody has it, would have more than `max` of its sort.
    async fn create_item(&self, item: IamItem, max: usize) -> Result<(), StoreError>;

    /// The item of exactly this id.
    async fn item(
        &self,
        account: &AccountId,
        kind: ItemKind,
        id: &str,
    ) -> Result<Option<IamItem>, StoreError>;

    /// Items by id, after `after`: of a user, or of the whole account. Errors: `NotFound(User)`.
    async fn items(
        &self,
        account: &AccountId,
        kind: ItemKind,
        user: Option<&str>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<IamItem>, StoreError>;

    /// Writes `item` over the one of this id, where that still has its revision. Errors: `NotFound(Item)`, `NotFound(User)`,
    /// `RevisionMismatch`, `AlreadyExists(Item)` where another one has the id that it gets.
    async fn replace_item(&self, id: &str, item: IamItem) -> Result<(), StoreError>;

    /// Removes an item. Errors: `NotFound(Item)`.
    async fn delete_item(&self, account: &AccountId, kind: ItemKind, id: &str) -> Result<(), StoreError>;
}
