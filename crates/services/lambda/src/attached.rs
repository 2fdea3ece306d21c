//! Settings that are attached to a function, or to one of its versions or aliases: how they are found and kept. What is
//! attached to `$LATEST` is attached to the function.

use crate::errors;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::{ApiError, RequestContext};
use domain::{FunctionArn, Qualifier};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Attachment, AttachmentKind};

impl Target {
    /// The version or alias that settings are attached to; `None` for the function itself.
    pub(crate) fn attached_to(&self) -> Option<&Qualifier> {
        self.qualifier.as_ref().filter(|qualifier| **qualifier != Qualifier::Latest)
    }
}

impl LambdaService {
    /// What is attached to a target.
    pub(crate) async fn attached(
        &self,
        context: &RequestContext,
        target: &Target,
        kind: AttachmentKind,
    ) -> Result<Option<Attachment>, ApiError> {
        let found =
            self.functions.store().attachment(&context.scope, &target.name, target.attached_to(), kind);
        found.await.map_err(|e| errors::store(&e))
    }

    /// Whether there is such a function, version or alias, in whatever account and region.
    pub(crate) async fn exists(&self, arn: &FunctionArn) -> Result<bool, ApiError> {
        let qualifier = arn.qualifier.as_ref().unwrap_or(&Qualifier::Latest);
        Ok(self.functions.resolve(&arn.scope, &arn.name, qualifier).await?.is_some())
    }
}

/// A setting for a target, with a revision of its own.
pub(crate) fn attachment<T: Serialize>(
    context: &RequestContext,
    target: &Target,
    kind: AttachmentKind,
    value: &T,
) -> Result<Attachment, ApiError> {
    let text = serde_json::to_string(value).map_err(|_| ApiError::internal())?;
    Ok(with_text(context, target, kind, text, uuid()))
}

/// The same of what is text already, with a given revision.
pub(crate) fn with_text(
    context: &RequestContext,
    target: &Target,
    kind: AttachmentKind,
    value: String,
    revision: String,
) -> Attachment {
    Attachment {
        scope: context.scope.clone(),
        name: target.name.clone(),
        qualifier: target.attached_to().cloned(),
        kind,
        value,
        revision,
        modified: context.now,
        amount: None,
        reference: None,
    }
}

/// What a setting says.
pub(crate) fn value<T: DeserializeOwned>(attachment: &Attachment) -> Result<T, ApiError> {
    serde_json::from_str(&attachment.value).map_err(|error| {
        tracing::error!(%error, kind = ?attachment.kind, "a stored setting cannot be read");
        ApiError::internal()
    })
}
