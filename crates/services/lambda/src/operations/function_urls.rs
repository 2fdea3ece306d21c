//! Function URLs.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn create_function_url_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "CreateFunctionUrlConfig"))
}

pub(crate) async fn delete_function_url_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteFunctionUrlConfig"))
}

pub(crate) async fn get_function_url_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetFunctionUrlConfig"))
}

pub(crate) async fn list_function_url_configs(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "ListFunctionUrlConfigs"))
}

pub(crate) async fn update_function_url_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "UpdateFunctionUrlConfig"))
}
