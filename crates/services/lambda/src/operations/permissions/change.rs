//! Changes of policies. A policy has the revision of the function, version or alias that it is attached to, and every
//! change of it is one of that as well: so one compare-and-swap guards both, and of two changes at once none is lost.

use crate::attached;
use crate::errors::{self, not_found};
use crate::policy::Document;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::{ApiError, RequestContext};
use domain::Qualifier;
use store::{AttachmentKind, StoreError};

const KIND: AttachmentKind = AttachmentKind::Policy;

/// How often a change begins anew because another one came in between. Each time somebody else's got through.
const TRIES: usize = 200;

/// A policy, if there is one, and the revision that it has or would have.
pub(super) struct Current {
    pub(super) document: Option<Document>,
    pub(super) revision: String,
}

/// The policy of a target; `None` where the target does not exist.
pub(super) async fn current(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<Option<Current>, ApiError> {
    // The revision first: a policy that changes after it was read is noticed by it.
    let qualifier = target.qualifier.as_ref().unwrap_or(&Qualifier::Latest);
    let Some(found) = service.functions.resolve(&context.scope, &target.name, qualifier).await? else {
        return Ok(None);
    };
    let revision = match &found.alias {
        Some(alias) => alias.revision_id.clone(),
        None => found.config.revision_id.clone(),
    };
    let kept = service.attached(context, target, KIND).await?;
    let document = kept.map(|kept| Document::kept(&kept.value)).transpose()?;
    Ok(Some(Current { document, revision }))
}

/// Makes of a policy what `edit` makes of it, `None` being no policy; what else `edit` returns, and the new revision.
pub(super) async fn change<T>(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    edit: impl Fn(Current) -> Result<(Option<Document>, T), ApiError>,
) -> Result<(T, String), ApiError> {
    for _ in 0..TRIES {
        let found = current(service, context, target).await?;
        let found = found.ok_or_else(|| missing(context, target))?;
        let owner = found.revision.clone();
        let (document, more) = edit(found)?;
        match write(service, context, target, &owner, document).await {
            Ok(revision) => return Ok((more, revision)),
            // Somebody else's change, or the end of the target, came in between: look again.
            Err(StoreError::RevisionMismatch | StoreError::NotFound(_)) => {}
            Err(error) => return Err(errors::store(&error)),
        }
    }
    Err(errors::update_in_progress(&target.arn(context)))
}

async fn write(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    owner: &str,
    document: Option<Document>,
) -> Result<String, StoreError> {
    let (scope, name) = (&context.scope, &target.name);
    let revision = uuid();
    let store = service.functions.store();
    match document {
        Some(document) => {
            let attachment = attached::with_text(context, target, KIND, document.text(), revision.clone());
            service.functions.write(scope, name, store.attach_revising(attachment, owner)).await?;
        }
        None => {
            let place = target.attached_to();
            let write = store.detach_revising(scope, name, place, KIND, owner, &revision);
            service.functions.write(scope, name, write).await?;
        }
    }
    Ok(revision)
}

/// What there is no policy for.
fn missing(context: &RequestContext, target: &Target) -> ApiError {
    match &target.qualifier {
        Some(Qualifier::Alias(_)) => not_found(format!("Cannot find alias arn: {}", target.arn(context))),
        _ => errors::function_not_found(&target.arn(context)),
    }
}
