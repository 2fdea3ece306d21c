//! TagResource, UntagResource and ListTags, of functions.

use crate::errors::{self, invalid};
use crate::options::{check_tags, no_such_resource, too_many_tags};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    ListTagsRequest, ListTagsResponse, TagResourceRequest, UntagResourceRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::limits::MAX_TAGS;
use store::StoreError;

pub(crate) async fn tag_resource(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: TagResourceRequest = input.parse()?;
    let target = target(context, &request.resource, "TagResource")?;
    if request.tags.is_empty() {
        return Err(cannot_be_processed());
    }
    check_tags(&request.tags)?;
    let store = service.functions.store();
    let put = store.put_tags(&context.scope, &target.name, request.tags, MAX_TAGS).await;
    put.map_err(|error| explain(context, &target, &error))?;
    Ok(Output::empty())
}

pub(crate) async fn untag_resource(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: UntagResourceRequest = input.parse()?;
    let target = target(context, &request.resource, "UntagResource")?;
    if request.tag_keys.is_empty() {
        return Err(cannot_be_processed());
    }
    let store = service.functions.store();
    let removed = store.remove_tags(&context.scope, &target.name, &request.tag_keys).await;
    removed.map_err(|error| explain(context, &target, &error))?;
    Ok(Output::empty())
}

pub(crate) async fn list_tags(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListTagsRequest = input.parse()?;
    let target = target(context, &request.resource, "ListTags")?;
    let tags = service.functions.store().tags(&context.scope, &target.name).await;
    let tags = tags.map_err(|error| explain(context, &target, &error))?;
    Output::of(&ListTagsResponse { tags: Some(tags) })
}

fn target(context: &RequestContext, resource: &str, action: &str) -> Result<Target, ApiError> {
    if resource.split(':').nth(5) != Some("function") {
        return Err(no_such_resource(resource));
    }
    let target = Target::resolve(context, resource, None, action)?;
    if target.qualifier.is_some() {
        return Err(invalid(
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        ));
    }
    Ok(target)
}

/// AWS's words for an empty list of tags or keys.
fn cannot_be_processed() -> ApiError {
    invalid("An error occurred and the request cannot be processed.")
}

fn explain(context: &RequestContext, target: &Target, error: &StoreError) -> ApiError {
    match error {
        StoreError::NotFound(_) => errors::function_not_found(&target.unqualified(context)),
        StoreError::LimitExceeded(_) => too_many_tags(),
        other => errors::store(other),
    }
}
