//! Whether code may be deployed to a function that has a code signing configuration.
//!
//! No signature can be verified here, so all code counts as unsigned: it is refused under `Enforce` and let through with
//! a warning under `Warn`, as AWS does with code that nobody who is allowed to has signed.

use super::{find, functions};
use crate::service::LambdaService;
use aws_wire::{ApiError, RequestContext};
use domain::FunctionName;
use domain::code_signing::Untrusted;

/// Refuses new code for an existing function where its configuration enforces signatures.
pub(crate) async fn check_code_of(
    service: &LambdaService,
    context: &RequestContext,
    name: &FunctionName,
) -> Result<(), ApiError> {
    match functions::attached(service, context, name).await? {
        Some(arn) => check_code(service, context, name, &arn).await,
        None => Ok(()),
    }
}

/// The same for a function that is to have this configuration. One that is gone allows nothing.
pub(crate) async fn check_code(
    service: &LambdaService,
    context: &RequestContext,
    name: &FunctionName,
    arn: &str,
) -> Result<(), ApiError> {
    let untrusted = find(service, context, arn).await?.map_or(Untrusted::Enforce, |config| config.untrusted);
    if untrusted == Untrusted::Warn {
        tracing::warn!(function = %name, config = arn, "code without a trusted signature is deployed");
        return Ok(());
    }
    Err(ApiError::new(
        400,
        "CodeVerificationFailedException",
        format!(
            "Lambda cannot deploy the function. The function or layer might be signed using a signature that the \
             client is not configured to accept. Check the provided signature for {name}."
        ),
    ))
}
