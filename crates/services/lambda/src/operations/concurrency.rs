//! Reserved concurrency.

use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn put_function_concurrency(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PutFunctionConcurrency"))
}

pub(crate) async fn delete_function_concurrency(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteFunctionConcurrency"))
}

pub(crate) async fn get_function_concurrency(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionConcurrencyRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "GetFunctionConcurrency")?;
    service.find(context, &target).await?;
    Output::of(&GetFunctionConcurrencyResponse { reserved_concurrent_executions: None })
}
