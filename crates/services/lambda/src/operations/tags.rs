//! TagResource, UntagResource and ListTags: of functions, event source mappings and code signing configurations.

use crate::errors::{self, invalid};
use crate::options::{check_tags, no_such_resource, too_many_tags};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    ListTagsRequest, ListTagsResponse, TagResourceRequest, UntagResourceRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::limits::MAX_TAGS;
use store::{StoreError, Tagged};

pub(crate) async fn tag_resource(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: TagResourceRequest = input.parse()?;
    let resource = resource(context, &request.resource, "TagResource")?;
    if request.tags.is_empty() {
        return Err(cannot_be_processed());
    }
    check_tags(&request.tags)?;
    let revision = uuid();
    let store = service.functions.store();
    let put = store.put_tags(&context.scope, &resource, request.tags, MAX_TAGS, &revision);
    write(service, context, &resource, put).await?;
    Ok(Output::empty())
}

pub(crate) async fn untag_resource(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UntagResourceRequest = input.parse()?;
    let resource = resource(context, &request.resource, "UntagResource")?;
    if request.tag_keys.is_empty() {
        return Err(cannot_be_processed());
    }
    let revision = uuid();
    let store = service.functions.store();
    let remove = store.remove_tags(&context.scope, &resource, &request.tag_keys, &revision);
    write(service, context, &resource, remove).await?;
    Ok(Output::empty())
}

pub(crate) async fn list_tags(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListTagsRequest = input.parse()?;
    let resource = resource(context, &request.resource, "ListTags")?;
    let tags = service.functions.store().tags(&context.scope, &resource).await;
    let tags = tags.map_err(|error| explain(context, &resource, &error))?;
    Output::of(&ListTagsResponse { tags: Some(tags) })
}

/// Writes tags down. A function has a new revision with every change of its tags.
async fn write(
    service: &LambdaService,
    context: &RequestContext,
    resource: &Tagged,
    write: impl Future<Output = Result<(), StoreError>>,
) -> Result<(), ApiError> {
    let written = match resource {
        Tagged::Function(name) => service.functions.write(&context.scope, name, write).await,
        Tagged::EventSourceMapping(_) | Tagged::CodeSigningConfig(_) => write.await,
    };
    written.map_err(|error| explain(context, resource, &error))
}

/// What an ARN names, which need not exist. The model's pattern has let it through.
fn resource(context: &RequestContext, arn: &str, action: &str) -> Result<Tagged, ApiError> {
    let mut parts = arn.splitn(7, ':').skip(5);
    let (kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let tagged = match kind {
        "function" => {
            let target = Target::resolve(context, arn, None, action)?;
            if target.qualifier.is_some() {
                return Err(invalid(
                    "Tags on function aliases and versions are not supported. Please specify a function ARN.",
                ));
            }
            return Ok(Tagged::Function(target.name));
        }
        "event-source-mapping" => Tagged::EventSourceMapping(id.to_ascii_lowercase()),
        "code-signing-config" => Tagged::CodeSigningConfig(id.to_owned()),
        _ => return Err(no_such_resource(arn)),
    };
    // Those of other accounts and regions are not there to be seen.
    let own = context.scope.lambda_arn(kind, id);
    if own == arn { Ok(tagged) } else { Err(no_such_resource(arn)) }
}

/// AWS's words for an empty list of tags or keys.
fn cannot_be_processed() -> ApiError {
    invalid("An error occurred and the request cannot be processed.")
}

fn explain(context: &RequestContext, resource: &Tagged, error: &StoreError) -> ApiError {
    let missing = || match resource {
        Tagged::Function(name) => {
            let target = Target { name: name.clone(), qualifier: None };
            errors::function_not_found(&target.unqualified(context))
        }
        Tagged::EventSourceMapping(uuid) => {
            no_such_resource(&context.scope.lambda_arn("event-source-mapping", uuid))
        }
        Tagged::CodeSigningConfig(id) => {
            no_such_resource(&context.scope.lambda_arn("code-signing-config", id))
        }
    };
    match error {
        StoreError::NotFound(_) => missing(),
        StoreError::LimitExceeded(_) => too_many_tags(),
        other => errors::store(other),
    }
}
