//! PutRuntimeManagementConfig and GetRuntimeManagementConfig: which build of its runtime a version uses. There is one
//! build of each here, so that every mode means the same; the mode is kept and answered.

use crate::attached;
use crate::describe::runtime_version_arn;
use crate::errors::{self, invalid};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionConfig, Qualifier};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::RuntimeManagement;

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// `Auto`, `FunctionUpdate` or `Manual`.
    mode: String,
    /// With `Manual` only.
    arn: Option<String>,
}

pub(crate) async fn put_runtime_management_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutRuntimeManagementConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "PutRuntimeManagementConfig")?;
    let config = find(service, context, &target).await?;
    let kept = Kept { mode: request.update_runtime_on, arn: request.runtime_version_arn };
    check(&kept, &config)?;
    let attachment = attached::attachment(context, &target, KIND, &kept)?;
    match service.functions.store().attach(attachment, Expected::Anything).await {
        Ok(()) => {}
        Err(StoreError::NotFound(_)) => return Err(errors::function_not_found(&target.arn(context))),
        Err(error) => return Err(errors::store(&error)),
    }
    Output::of(&wire::PutRuntimeManagementConfigResponse {
        update_runtime_on: kept.mode,
        function_arn: arn(&config),
        runtime_version_arn: kept.arn,
    })
}

pub(crate) async fn get_runtime_management_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetRuntimeManagementConfigRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "GetRuntimeManagementConfig")?;
    let config = find(service, context, &target).await?;
    let kept = service.attached(context, &target, KIND).await?;
    let kept =
        kept.map_or_else(|| Ok(Kept { mode: "Auto".to_owned(), arn: None }), |k| attached::value(&k))?;
    Output::of(&wire::GetRuntimeManagementConfigResponse {
        update_runtime_on: Some(kept.mode),
        function_arn: Some(arn(&config)),
        runtime_version_arn: kept.arn,
    })
}

/// `$LATEST` or a published version (API reference). The refusal is in our words.
async fn find(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<Arc<FunctionConfig>, ApiError> {
    let config = service.find(context, target).await?;
    match target.qualifier {
        Some(Qualifier::Alias(_)) => Err(invalid(
            "Runtime management is configured for $LATEST or a published version, not for an alias.",
        )),
        _ => Ok(config),
    }
}

/// The configuration is one version's, and the ARN always says which.
fn arn(config: &FunctionConfig) -> String {
    config.arn().with(config.version.into()).to_string()
}

/// The texts are ours.
fn check(kept: &Kept, config: &FunctionConfig) -> Result<(), ApiError> {
    match (kept.mode == "Manual", &kept.arn) {
        (false, None) => Ok(()),
        (false, Some(_)) => {
            Err(invalid("RuntimeVersionArn can only be specified when UpdateRuntimeOn is Manual."))
        }
        (true, None) => Err(invalid("RuntimeVersionArn is required when UpdateRuntimeOn is Manual.")),
        (true, Some(arn)) if runtime_version_arn(config).as_ref() == Some(arn) => Ok(()),
        (true, Some(arn)) => {
            Err(invalid(format!("The runtime version {arn} does not exist for the runtime of the function.")))
        }
    }
}
