//! How asynchronous invocations of a function are retried and where they end.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn put_function_event_invoke_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PutFunctionEventInvokeConfig"))
}

pub(crate) async fn update_function_event_invoke_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "UpdateFunctionEventInvokeConfig"))
}

pub(crate) async fn get_function_event_invoke_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetFunctionEventInvokeConfig"))
}

pub(crate) async fn delete_function_event_invoke_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteFunctionEventInvokeConfig"))
}

pub(crate) async fn list_function_event_invoke_configs(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "ListFunctionEventInvokeConfigs"))
}
