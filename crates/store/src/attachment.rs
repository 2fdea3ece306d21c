//! What is attached to a function, or to one of its versions or aliases, and goes with it: policies, function URLs and
//! other settings that are no part of a version.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{FunctionName, Qualifier, Scope, Timestamp};

/// Sorts of attachment; at most one of each is attached to the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttachmentKind {
    /// A resource policy.
    Policy,
    /// How asynchronous invocations are retried and where they end.
    EventInvoke,
    /// A function URL; its reference is the URL's id.
    Url,
    /// Whether recursive loops are stopped.
    Recursion,
    /// Which build of a runtime is used.
    RuntimeManagement,
    /// A code signing configuration; its reference is the configuration's ARN.
    CodeSigning,
    /// Reserved concurrency; its amount is the number of executions.
    ReservedConcurrency,
    /// Provisioned concurrency; its amount is the number of environments.
    ProvisionedConcurrency,
}

/// One attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Account and region.
    pub scope: Scope,
    /// The function.
    pub name: FunctionName,
    /// The version or alias that it is attached to; `None` for the function itself.
    pub qualifier: Option<Qualifier>,
    /// What it is.
    pub kind: AttachmentKind,
    /// What it says, in the words of the service: JSON.
    pub value: String,
    /// Changes with every change.
    pub revision: String,
    /// When it last changed.
    pub modified: Timestamp,
    /// A number that is summed over a scope.
    pub amount: Option<u32>,
    /// By which it is found without its function.
    pub reference: Option<String>,
}

/// What must be there for a write to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever is there.
    Anything,
    /// Nothing yet.
    Nothing,
    /// This revision.
    Revision(String),
}

/// Attachments. They exist only as long as what they are attached to.
#[async_trait]
pub trait AttachmentStore: Send + Sync {
    /// One attachment.
    async fn attachment(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
    ) -> Result<Option<Attachment>, StoreError>;

    /// Adds an attachment or replaces it. Errors: `NotFound(Function | Version | Alias)` where there is nothing to
    /// attach it to; `AlreadyExists(Attachment)`, `NotFound(Attachment)` and `RevisionMismatch` where not what was
    /// expected is there; `AlreadyExists(Reference)` where another attachment of a kind [`AttachmentKind::Url`] has
    /// the same reference.
    async fn attach(&self, attachment: Attachment, expected: Expected) -> Result<(), StoreError> {
        self.attach_within(attachment, expected, u64::MAX).await
    }

    /// As [`Self::attach`], if the amounts of its kind in its scope are then at most `limit` together; else
    /// `LimitExceeded` with what the others sum up to.
    async fn attach_within(
        &self,
        attachment: Attachment,
        expected: Expected,
        limit: u64,
    ) -> Result<(), StoreError>;

    /// Removes an attachment and returns it. Errors: `NotFound(Attachment)`, `RevisionMismatch`.
    async fn detach(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
        expected: Expected,
    ) -> Result<Attachment, StoreError>;

    /// Adds an attachment or replaces it, and makes its revision that of what it is attached to as well, which is
    /// `$LATEST` for the function itself; if that still has the revision `owner`. Errors: `NotFound(Function | Version |
    /// Alias)`, `RevisionMismatch`.
    async fn attach_revising(&self, attachment: Attachment, owner: &str) -> Result<(), StoreError>;

    /// Removes an attachment and gives what it was attached to a new revision, if that still has the revision `owner`.
    /// Errors: as [`Self::attach_revising`], and `NotFound(Attachment)`.
    async fn detach_revising(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
        owner: &str,
        revision: &str,
    ) -> Result<(), StoreError>;

    /// Up to `limit` attachments of one kind to a function, its versions and aliases: the function's own first, then
    /// by the qualifier's text in byte order, from the first one after `after`. Empty where there is no function.
    async fn attachments_of(
        &self,
        scope: &Scope,
        name: &FunctionName,
        kind: AttachmentKind,
        after: Option<Option<&Qualifier>>,
        limit: usize,
    ) -> Result<Page<Attachment>, StoreError>;

    /// Up to `limit` attachments of one kind in all scopes that have this reference, by account, region and name,
    /// from the first one after `after`, which is one of them.
    async fn attached_by_reference(
        &self,
        kind: AttachmentKind,
        reference: &str,
        after: Option<&Attachment>,
        limit: usize,
    ) -> Result<Page<Attachment>, StoreError>;

    /// All attachments of one kind that have an amount, of all scopes: what a server has to know when it starts.
    async fn attachments_with_amounts(&self, kind: AttachmentKind) -> Result<Vec<Attachment>, StoreError>;

    /// The sum of the amounts of one kind in a scope.
    async fn sum_amounts(&self, scope: &Scope, kind: AttachmentKind) -> Result<u64, StoreError>;
}
