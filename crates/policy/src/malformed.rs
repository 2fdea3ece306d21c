//! What is wrong with a document, in IAM's words as far as they are known (texts of `MalformedPolicyDocument` that IAM has
//! been seen to answer with; where it has one text for many faults, so have we).

/// Why a text is no policy. The texts are the messages of `MalformedPolicyDocument`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// No JSON, or an object that names a member twice.
    #[error("This policy contains invalid Json")]
    NotJson,
    /// JSON that is no policy.
    #[error("Syntax errors in policy.")]
    Syntax,
    /// A `Version` that there is not.
    #[error("Policy document must be version 2012-10-17 or greater.")]
    Version,
    /// More bytes or statements than a document may have.
    #[error("The policy is too large.")]
    TooLarge,
    /// Two statements of one id.
    #[error("Statement IDs (SID) in a single policy must be unique.")]
    SidTwice,
    /// An id with characters that it cannot have.
    #[error(
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
    )]
    Sid,
    /// Neither `Action` nor `NotAction`.
    #[error("Policy statement must contain actions.")]
    NoActions,
    /// Neither `Resource` nor `NotResource`.
    #[error("Policy statement must contain resources.")]
    NoResources,
    /// An action without its service.
    #[error("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    NoVendor,
    /// An action with more than one colon.
    #[error("Actions/Condition can contain only one colon.")]
    Colons,
    /// An action's service that cannot be one.
    #[error("Vendor {0} is not valid")]
    Vendor(String),
    /// A resource that is neither an ARN nor `*`.
    #[error("Resource {0} must be in ARN format or \"*\".")]
    Resource(String),
    /// A resource in a partition that there is not.
    #[error("Partition \"{partition}\" is not valid for resource \"{resource}\".")]
    Partition {
        /// The second field of its ARN.
        partition: String,
        /// As it was given.
        resource: String,
    },
    /// A principal where the identity is the principal.
    #[error("Policy document should not specify a principal.")]
    Principal,
    /// No principal where there must be one.
    #[error("Missing required field Principal")]
    NoPrincipal,
    /// An element that this use of a policy does not have.
    #[error("Has prohibited field {0}")]
    Prohibited(&'static str),
    /// A trust policy about something else than roles' sessions.
    #[error("AssumeRole policy may only specify STS AssumeRole actions.")]
    NotAssumeRole,
    /// A principal of no known form.
    #[error("Invalid principal in policy: \"{kind}\":\"{name}\"")]
    InvalidPrincipal {
        /// `AWS`, `SERVICE`, `FEDERATED`.
        kind: String,
        /// As it was given.
        name: String,
    },
}
