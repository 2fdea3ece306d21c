//! Code signing configurations and the functions that have one.

use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::GetFunctionCodeSigningConfigRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn create_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "CreateCodeSigningConfig"))
}

pub(crate) async fn delete_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteCodeSigningConfig"))
}

pub(crate) async fn get_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "GetCodeSigningConfig"))
}

pub(crate) async fn list_code_signing_configs(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "ListCodeSigningConfigs"))
}

pub(crate) async fn update_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "UpdateCodeSigningConfig"))
}

pub(crate) async fn list_functions_by_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "ListFunctionsByCodeSigningConfig"))
}

pub(crate) async fn put_function_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "PutFunctionCodeSigningConfig"))
}

pub(crate) async fn delete_function_code_signing_config(
    _service: &LambdaService,
    _context: &RequestContext,
    _input: Input,
) -> Result<Output, ApiError> {
    Err(ApiError::not_implemented("lambda", "DeleteFunctionCodeSigningConfig"))
}

/// A function without a code signing config has no members to answer, though the model requires both.
pub(crate) async fn get_function_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionCodeSigningConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "GetFunctionCodeSigningConfig")?;
    service.find(context, &target).await?;
    Ok(Output::empty())
}
