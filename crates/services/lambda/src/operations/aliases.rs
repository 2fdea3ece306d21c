//! Aliases.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn create_alias(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "CreateAlias"))
}

pub(crate) async fn delete_alias(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteAlias"))
}

pub(crate) async fn get_alias(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetAlias"))
}

pub(crate) async fn update_alias(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "UpdateAlias"))
}
