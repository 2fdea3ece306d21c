//! What can go wrong, as a caller can act on it.

use std::fmt;
use std::path::PathBuf;

/// What an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A function.
    Function,
    /// A version of a function.
    Version,
    /// An alias of a function.
    Alias,
    /// What is attached to a function.
    Attachment,
    /// A reference that only one attachment may have.
    Reference,
    /// A version of a layer.
    LayerVersion,
    /// A log group.
    LogGroup,
    /// A log stream.
    LogStream,
    /// A role.
    Role,
    /// A user.
    User,
    /// A group of users.
    Group,
    /// An access key.
    AccessKey,
    /// An instance profile.
    InstanceProfile,
    /// An item of IAM.
    Item,
    /// A provider of identities.
    IdentityProvider,
    /// A policy: managed, or of an identity.
    Policy,
    /// An event source mapping.
    EventSourceMapping,
    /// A code signing configuration.
    CodeSigningConfig,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Function => "function",
            Self::Version => "version",
            Self::Alias => "alias",
            Self::Attachment => "attachment",
            Self::Reference => "reference",
            Self::LayerVersion => "layer version",
            Self::LogGroup => "log group",
            Self::LogStream => "log stream",
            Self::Role => "role",
            Self::User => "user",
            Self::Group => "group",
            Self::AccessKey => "access key",
            Self::InstanceProfile => "instance profile",
            Self::Item => "item",
            Self::IdentityProvider => "identity provider",
            Self::Policy => "policy",
            Self::EventSourceMapping => "event source mapping",
            Self::CodeSigningConfig => "code signing configuration",
        })
    }
}

/// Why something cannot be deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Conflict {
    /// Aliases point to the version: their names, in byte order.
    #[error("aliases point to the version: {}", .0.join(", "))]
    Aliases(Vec<String>),
    /// Managed policies are attached to the identity.
    #[error("policies are attached to it")]
    AttachedPolicies,
    /// The identity has inline policies.
    #[error("it has inline policies")]
    InlinePolicies,
    /// The user has access keys.
    #[error("the user has access keys")]
    AccessKeys,
    /// The group has members, or the user is one.
    #[error("users are in the group")]
    Members,
    /// The user has a password.
    #[error("the user has a login profile")]
    LoginProfile,
    /// The user has an MFA device.
    #[error("the user has an MFA device")]
    MfaDevice,
    /// The user has signing certificates.
    #[error("the user has signing certificates")]
    SigningCertificates,
    /// The user has other credentials.
    #[error("the user has credentials of services or SSH keys")]
    Referenced,
    /// The role is in an instance profile, or the profile has a role.
    #[error("the role is in an instance profile")]
    InstanceProfile,
    /// The policy has versions beside the default one.
    #[error("the policy has more than one version")]
    Versions,
    /// The version is the policy's default one.
    #[error("the version is the default one")]
    DefaultVersion,
    /// Functions use it, or identities.
    #[error("it is in use")]
    InUse,
}

/// A call did not happen; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is one of this name.
    #[error("the {0} exists already")]
    AlreadyExists(Thing),
    /// There is none of this name.
    #[error("the {0} does not exist")]
    NotFound(Thing),
    /// The record changed since it was read.
    #[error("the revision is not the current one")]
    RevisionMismatch,
    /// More than the limit that was given with the call.
    #[error("more than {0}")]
    LimitExceeded(usize),
    /// Another owner has what the caller leased.
    #[error("another owner has taken over")]
    Fenced,
    /// Something else depends on it.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The store cannot answer now; the text is for the operator, not for a client.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// What was kept cannot be read back; the text is for the operator, not for a client.
    #[error("a stored record cannot be read: {0}")]
    Corrupt(String),
}

/// A data directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another server has it open.
    #[error("the data directory {0} is in use by another server")]
    InUse(PathBuf),
    /// A newer release wrote it.
    #[error("{path} has schema version {found}; this release knows up to {known}: use a newer release")]
    NewerSchema {
        /// The database file.
        path: PathBuf,
        /// The version in the file.
        found: u32,
        /// The newest version that this release understands.
        known: u32,
    },
    /// The file is something else.
    #[error("{0} is not a database of this product")]
    Foreign(PathBuf),
    /// The system refuses.
    #[error("cannot open {path}: {reason}")]
    Io {
        /// What was to be opened.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}
