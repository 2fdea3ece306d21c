//! What a function has of features that cannot be set here yet: nothing. Infrastructure tools ask for all of it
//! whenever they look at a function.

use crate::errors::invalid;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    GetFunctionCodeSigningConfigRequest, GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse,
    ListAliasesRequest, ListAliasesResponse,
};
use aws_wire::{ApiError, Input, Output, RequestContext};

/// A function without a code signing config has no members to answer, though the model requires both.
pub(crate) async fn get_function_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionCodeSigningConfigRequest = input.parse()?;
    find(service, context, &request.function_name, "GetFunctionCodeSigningConfig").await?;
    Ok(Output::empty())
}

pub(crate) async fn get_function_concurrency(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionConcurrencyRequest = input.parse()?;
    find(service, context, &request.function_name, "GetFunctionConcurrency").await?;
    Output::of(&GetFunctionConcurrencyResponse { reserved_concurrent_executions: None })
}

pub(crate) async fn list_aliases(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListAliasesRequest = input.parse()?;
    refuse_marker(request.marker.as_deref())?;
    find(service, context, &request.function_name, "ListAliases").await?;
    Output::of(&ListAliasesResponse { next_marker: None, aliases: Some(Vec::new()) })
}

/// No list here is long enough for a second page, so no marker was ever given out.
pub(crate) fn refuse_marker(marker: Option<&str>) -> Result<(), ApiError> {
    match marker {
        None | Some("") => Ok(()),
        Some(_) => Err(invalid("Invalid marker.")),
    }
}

async fn find(
    service: &LambdaService,
    context: &RequestContext,
    function: &str,
    action: &str,
) -> Result<(), ApiError> {
    let target = Target::resolve(context, function, None, action)?;
    service.find(context, &target).await.map(drop)
}
