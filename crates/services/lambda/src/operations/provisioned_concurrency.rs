//! Provisioned concurrency.

use crate::service::LambdaService;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn put_provisioned_concurrency_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PutProvisionedConcurrencyConfig"))
}

pub(crate) async fn get_provisioned_concurrency_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetProvisionedConcurrencyConfig"))
}

pub(crate) async fn delete_provisioned_concurrency_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteProvisionedConcurrencyConfig"))
}

pub(crate) async fn list_provisioned_concurrency_configs(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "ListProvisionedConcurrencyConfigs"))
}
