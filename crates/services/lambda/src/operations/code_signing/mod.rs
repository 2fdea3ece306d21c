//! Code signing configurations, and the functions that have one.

mod configs;
mod functions;
mod verify;

pub(crate) use configs::{
    create_code_signing_config, delete_code_signing_config, get_code_signing_config,
    list_code_signing_configs, update_code_signing_config,
};
pub(crate) use functions::{
    attach, check_exists, delete_function_code_signing_config, get_function_code_signing_config,
    list_functions_by_code_signing_config, put_function_code_signing_config,
};
pub(crate) use verify::{check_code, check_code_of};

use crate::errors;
use crate::service::LambdaService;
use aws_wire::{ApiError, RequestContext};
use domain::CodeSigningConfig;

/// The configuration of an ARN, if there is one in the caller's account and region.
async fn find(
    service: &LambdaService,
    context: &RequestContext,
    arn: &str,
) -> Result<Option<CodeSigningConfig>, ApiError> {
    let id = arn.rsplit(':').next().unwrap_or_default();
    let found = service.functions.store().code_signing_config(&context.scope, id).await;
    Ok(found.map_err(|e| errors::store(&e))?.filter(|config| config.arn() == arn))
}
