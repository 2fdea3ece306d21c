//! ListVersionsByFunction: `$LATEST`, then the published versions by number.

use crate::describe::{ArnForm, summary};
use crate::errors;
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{ListVersionsByFunctionRequest, ListVersionsByFunctionResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{Qualifier, Version};
use store::StoreError;

pub(crate) async fn list_versions_by_function(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListVersionsByFunctionRequest = input.parse()?;
    let parse = |text: &str| Version::try_from(Qualifier::new(text).ok()?).ok();
    let after = page::read_marker(request.marker.as_deref(), parse)?;
    let limit = page::limit(request.max_items);
    let target = Target::resolve(context, &request.function_name, None, "ListVersionsByFunction")?;
    let page = service.functions.store().list_versions(&context.scope, &target.name, after, limit).await;
    let page = page.map_err(|error| match error {
        StoreError::NotFound(_) => errors::function_not_found(&target.unqualified(context)),
        other => errors::store(&other),
    })?;
    let last = page.items.last().filter(|_| page.more);
    Output::of(&ListVersionsByFunctionResponse {
        next_marker: last.map(|last| page::marker(&last.version.to_string())),
        versions: Some(page.items.iter().map(|config| summary(config, ArnForm::Qualified)).collect()),
    })
}
