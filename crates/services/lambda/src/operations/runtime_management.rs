//! Runtime management configuration.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn put_runtime_management_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PutRuntimeManagementConfig"))
}

pub(crate) async fn get_runtime_management_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetRuntimeManagementConfig"))
}
