//! GetLayerVersion, by name and number or by ARN.

use super::permissions::check_access;
use super::{layer, no_such_resource, version};
use crate::describe::code_sha256;
use crate::errors;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    GetLayerVersionByArnRequest, GetLayerVersionRequest, GetLayerVersionResponse, LayerVersionContentOutput,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{LayerVersion, LayerVersionArn};

pub(crate) async fn get_layer_version(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetLayerVersionRequest = input.parse()?;
    let arn = version(layer(context, &request.layer_name)?, request.version_number)?;
    get(service, context, &arn).await
}

pub(crate) async fn get_layer_version_by_arn(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetLayerVersionByArnRequest = input.parse()?;
    // Layers of AWS itself have ARNs of another form; there are none here.
    let arn = LayerVersionArn::parse(&request.arn).map_err(|_| no_such_resource())?;
    if arn.layer.scope.region != context.scope.region {
        return Err(no_such_resource());
    }
    get(service, context, &arn).await
}

async fn get(
    service: &LambdaService,
    context: &RequestContext,
    arn: &LayerVersionArn,
) -> Result<Output, ApiError> {
    check_access(service, context, arn).await?;
    let found = service.functions.store().layer_version(arn).await.map_err(|e| errors::store(&e))?;
    Output::of(&describe(service, context, &found.ok_or_else(no_such_resource)?)?)
}

/// All that is known of a version, with where to download it.
pub(super) fn describe(
    service: &LambdaService,
    context: &RequestContext,
    version: &LayerVersion,
) -> Result<GetLayerVersionResponse, ApiError> {
    Ok(GetLayerVersionResponse {
        content: Some(LayerVersionContentOutput {
            location: Some(service.urls.make_for_layer(version, &context.endpoint, context.now)?),
            code_sha256: Some(code_sha256(&version.code)),
            code_size: i64::try_from(version.code.size).ok(),
            ..Default::default()
        }),
        layer_arn: Some(version.arn.layer.to_string()),
        layer_version_arn: Some(version.arn.to_string()),
        description: Some(version.description.clone()),
        created_date: Some(version.created.lambda_format()),
        version: i64::try_from(version.arn.number).ok(),
        compatible_architectures: version.compatible_architectures.clone(),
        compatible_runtimes: version.compatible_runtimes.clone(),
        license_info: version.license.clone(),
    })
}
