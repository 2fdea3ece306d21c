//! PublishLayerVersion.

use super::get::describe;
use super::own_layer;
use crate::code_source::{Given, take_zip_file};
use crate::errors;
use crate::service::LambdaService;
use aws_wire::generated::lambda::PublishLayerVersionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::LayerVersion;
use serde_json::Value;

pub(crate) async fn publish_layer_version(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let content = input.members.get_mut("Content").and_then(Value::as_object_mut);
    let zip_file = content.and_then(take_zip_file);
    let request: PublishLayerVersionRequest = input.parse()?;
    let layer = own_layer(context, &request.layer_name, "PublishLayerVersion")?;
    let given = Given {
        zip_file,
        s3_bucket: request.content.s3_bucket,
        s3_key: request.content.s3_key,
        s3_object_version: request.content.s3_object_version,
        s3_object_storage_mode: request.content.s3_object_storage_mode,
    };
    let package = service.packages.take_in(&context.scope, given.source()?).await?;
    let draft = LayerVersion {
        // The store gives the number.
        arn: layer.version(0),
        code: package.code,
        unpacked_bytes: package.unpacked_bytes,
        description: request.description.unwrap_or_default(),
        created: context.now,
        compatible_runtimes: request.compatible_runtimes,
        compatible_architectures: request.compatible_architectures,
        license: request.license_info,
    };
    let arriving = service.packages.keep(package).await?;
    let published = service.functions.store().publish_layer_version(draft).await;
    let code = arriving.code.sha256;
    drop(arriving);
    match published {
        // The answer of GetLayerVersion is this one's too.
        Ok(published) => Output::of(&describe(service, context, &published)?),
        Err(error) => {
            service.packages.release(service.functions.store(), &code).await;
            Err(errors::store(&error))
        }
    }
}
