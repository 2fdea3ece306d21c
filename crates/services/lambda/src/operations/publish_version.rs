//! PublishVersion: `$LATEST` becomes a version, unless nothing changed since the last one.

use crate::describe::{ArnForm, code_sha256, describe};
use crate::errors::{self, invalid};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::PublishVersionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::FunctionState;
use store::{Publication, Published, StoreError};

pub(crate) async fn publish_version(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: PublishVersionRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "PublishVersion")?;
    crate::options::refuse(&[("PublishTo", request.publish_to.is_some())])?;
    let latest = service.find_changeable(context, &target, request.revision_id.as_deref()).await?;
    let current = code_sha256(&latest.code);
    if let Some(given) = request.code_sha256.filter(|given| *given != current) {
        return Err(invalid(format!(
            "CodeSHA256 ({given}) is different from current CodeSHA256 in $LATEST ({current}). \
             Please try again with the CodeSHA256 in $LATEST."
        )));
    }
    if matches!(latest.state, FunctionState::Failed { .. }) {
        return Err(errors::in_state("Failed"));
    }
    let publication = Publication { description: request.description, revision_id: uuid() };
    let store = service.functions.store();
    let mut revision = latest.revision_id.clone();
    let published = loop {
        let write = store.publish_version(&latest.scope, &latest.name, &revision, publication.clone());
        match service.functions.write(&latest.scope, &latest.name, write).await {
            Ok(published) => break published,
            Err(StoreError::RevisionMismatch) => {
                revision = service.newer_revision(&latest, request.revision_id.as_deref()).await?;
            }
            Err(StoreError::NotFound(_)) => return Err(errors::function_not_found(&latest.arn())),
            Err(error) => return Err(errors::store(&error)),
        }
    };
    let answer = Output::of(&describe(published.config(), ArnForm::Qualified));
    if let Published::New(config) = published {
        service.preparations.begin(config, None);
    }
    answer
}
