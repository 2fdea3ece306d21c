//! Users, groups and roles, and their policies.

use crate::{Page, PolicyStore, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What of IAM has policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdentityKind {
    /// Users. They are in groups.
    User,
    /// Groups. They are no principals: nobody acts as one.
    Group,
    /// Roles.
    Role,
}

impl IdentityKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Group, Self::Role, Self::User];

    /// As in an ARN: `user`, `group`, `role`.
    pub fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
        }
    }
}

/// Which identity. Names are compared exactly, and are unique in the account and kind without regard to case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdentityName {
    /// The owning account.
    pub account: AccountId,
    /// Of which sort.
    pub kind: IdentityKind,
    /// Without the path.
    pub name: String,
}

impl IdentityName {
    /// A user's name.
    pub fn user(account: &AccountId, name: &str) -> Self {
        Self { account: account.clone(), kind: IdentityKind::User, name: name.to_owned() }
    }

    /// A group's name.
    pub fn group(account: &AccountId, name: &str) -> Self {
        Self { account: account.clone(), kind: IdentityKind::Group, name: name.to_owned() }
    }

    /// A role's name.
    pub fn role(account: &AccountId, name: &str) -> Self {
        Self { account: account.clone(), kind: IdentityKind::Role, name: name.to_owned() }
    }

    /// The name in `arn:<partition>:iam::<account>:<kind>/<path><name>`.
    pub fn of_arn(arn: &str) -> Option<Self> {
        let fields: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", _, "iam", "", account, resource] = *fields.as_slice() else { return None };
        let (word, rest) = resource.split_once('/')?;
        let kind = IdentityKind::ALL.into_iter().find(|kind| kind.word() == word)?;
        let name = rest.rsplit('/').next().filter(|name| !name.is_empty())?;
        Some(Self { account: AccountId::new(account).ok()?, kind, name: name.to_owned() })
    }
}

/// A user or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The owning account.
    pub account: AccountId,
    /// Of which sort.
    pub kind: IdentityKind,
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// With its leading and trailing slash; `/` where none was given.
    pub path: String,
    /// Without the path.
    pub name: String,
    /// `AIDA…`, `AGPA…`.
    pub id: String,
    /// When it was created.
    pub created: Timestamp,
    /// The ARN of the permissions boundary. Groups have none.
    pub boundary: Option<String>,
    /// Tags. Groups have none.
    pub tags: BTreeMap<String, String>,
}

impl Identity {
    /// `arn:<partition>:iam::<account>:<kind><path><name>`.
    pub fn arn(&self) -> String {
        let kind = self.kind.word();
        format!("arn:{}:iam::{}:{kind}{}{}", self.partition, self.account, self.path, self.name)
    }
}

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
    /// The ARN of the permissions boundary.
    pub boundary: Option<String>,
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

/// Everything that decides what a user, or a session of a role, may do by his own policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrincipalPolicies {
    /// `AIDA…`, `AROA…`. A session whose user id begins with another one is of an identity that was deleted.
    pub id: String,
    /// The identity's ARN.
    pub arn: String,
    /// Its tags.
    pub tags: BTreeMap<String, String>,
    /// Its own policies and those of the groups that it is in, those first that are its own. An attached policy of AWS's
    /// whose document is not known is left out: it allows nothing.
    pub identity: Vec<PolicySource>,
    /// The permissions boundary: its ARN, and its document if it is known.
    pub boundary: Option<(String, Option<Arc<str>>)>,
    /// [`IdentityStore::identity_revision`] before all this was read.
    pub revision: u64,
}

/// A policy of an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicySource {
    /// A managed policy's ARN, an inline policy's name.
    pub name: String,
    /// Whether it is an inline one.
    pub inline: bool,
    /// The name of the group through which the identity has it.
    pub group: Option<String>,
    /// The document; of a managed policy, its default version.
    pub document: Arc<str>,
}

/// Users, groups and roles. A call that returned `Ok` survives a crash of the process and of the machine.
#[async_trait]
pub trait IdentityStore: PolicyStore {
    /// A number that is another one after every change of an identity, of its policies, of a membership or of a managed
    /// policy, once the change can be read. From memory.
    fn identity_revision(&self) -> u64;

    /// What decides about a user or a role. `None` where there is none of that name.
    async fn principal_policies(&self, who: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError>;

    /// Adds a user or a group. Errors: `AlreadyExists(User | Group)`, also where only the case of the name differs;
    /// `NotFound(Policy)` where the boundary is not AWS's and not there.
    async fn create_identity(&self, identity: Identity) -> Result<(), StoreError>;

    /// The user or group of exactly this name.
    async fn identity(&self, who: &IdentityName) -> Result<Option<Identity>, StoreError>;

    /// Up to `limit` users or groups whose path starts with `path_prefix`, by name in byte order, from the first name greater
    /// than `after`.
    async fn list_identities(
        &self,
        account: &AccountId,
        kind: IdentityKind,
        path_prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError>;

    /// Changes the name or the path of a user or group, `None` leaving it. Errors: `NotFound(User | Group)`,
    /// `AlreadyExists(User | Group)`.
    async fn rename_identity(
        &self,
        who: &IdentityName,
        name: Option<&str>,
        path: Option<&str>,
    ) -> Result<(), StoreError>;

    /// Removes a user, group or role. Errors: `NotFound`, and `Conflict` while it has policies of either kind, members or
    /// groups, access keys, or an instance profile.
    async fn delete_identity(&self, who: &IdentityName) -> Result<(), StoreError>;

    /// Adds tags and overwrites those with the same key, without regard to case, all or none. Errors: `NotFound`,
    /// `LimitExceeded` where there would be more than `max_tags`.
    async fn put_identity_tags(
        &self,
        who: &IdentityName,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError>;

    /// Removes tags; keys that are not there are no error. Errors: `NotFound`.
    async fn remove_identity_tags(&self, who: &IdentityName, keys: &[String]) -> Result<(), StoreError>;

    /// Sets or removes the permissions boundary. Errors: `NotFound` of the identity; `NotFound(Policy)` where the policy is
    /// not AWS's and not there.
    async fn set_boundary(&self, who: &IdentityName, policy_arn: Option<&str>) -> Result<(), StoreError>;

    /// Adds a role. Errors: `AlreadyExists(Role)`, also where only the case of the name differs; `NotFound(Policy)` where the
    /// boundary is not AWS's and not there.
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

    /// Attaches a managed policy; one that is attached already stays so. Errors: `NotFound` of the identity,
    /// `NotFound(Policy)` where it is not AWS's and not there, `LimitExceeded` where there would be more than `max_attached`.
    async fn attach_policy(
        &self,
        who: &IdentityName,
        policy_arn: &str,
        max_attached: usize,
    ) -> Result<(), StoreError>;

    /// Detaches a managed policy. Errors: `NotFound` of the identity, `NotFound(Policy)` where it is not attached.
    async fn detach_policy(&self, who: &IdentityName, policy_arn: &str) -> Result<(), StoreError>;

    /// ARNs of attached policies in byte order. Errors: `NotFound`.
    async fn attached_policies(
        &self,
        who: &IdentityName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError>;

    /// Adds or overwrites an inline policy. Errors: `NotFound`, `LimitExceeded` where all inline policies together would have
    /// more than `max_characters`, white space not counted.
    async fn put_inline_policy(
        &self,
        who: &IdentityName,
        policy: &str,
        document: &str,
        max_characters: usize,
    ) -> Result<(), StoreError>;

    /// The document of an inline policy. Errors: `NotFound` of the identity.
    async fn inline_policy(&self, who: &IdentityName, policy: &str) -> Result<Option<String>, StoreError>;

    /// Removes an inline policy. Errors: `NotFound` of the identity, `NotFound(Policy)`.
    async fn delete_inline_policy(&self, who: &IdentityName, policy: &str) -> Result<(), StoreError>;

    /// Names of inline policies in byte order. Errors: `NotFound`.
    async fn inline_policies(
        &self,
        who: &IdentityName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::{IdentityKind, IdentityName};

    #[test]
    fn arns_of_roles() {
        let named = |arn: &str| {
            let found = IdentityName::of_arn(arn).filter(|found| found.kind == IdentityKind::Role);
            found.map(|found| format!("{} {}", found.account, found.name))
        };
        for (arn, expected) in [
            ("arn:aws:iam::123456789012:role/r", Some("123456789012 r")),
            ("arn:aws-cn:iam::123456789012:role/service-role/r", Some("123456789012 r")),
            ("arn:aws:iam::123456789012:user/r", None),
            ("arn:aws:iam::123456789012:role/", None),
            ("arn:aws:sts::123456789012:role/r", None),
            ("arn:aws:iam::12:role/r", None),
            ("r", None),
        ] {
            assert_eq!(named(arn).as_deref(), expected, "{arn}");
        }
    }
}
