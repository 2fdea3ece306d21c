//! UpdateFunctionCode: with a zip, from the request or from a bucket.

use crate::code_source::{Given, take_zip_file};
use crate::describe::{ArnForm, describe};
use crate::errors::invalid;
use crate::layers;
use crate::operations::{code_signing, modified, publication};
use crate::options::refuse;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::UpdateFunctionCodeRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionConfig, LastUpdate};

pub(crate) async fn update_function_code(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let zip_file = take_zip_file(&mut input.members);
    let request: UpdateFunctionCodeRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "UpdateFunctionCode")?;
    let old = service.find_changeable(context, &target, request.revision_id.as_deref()).await?;
    if request.image_uri.is_some() {
        return Err(invalid("Please don't provide ImageUri when updating a function with packageType Zip."));
    }
    refuse(&[("PublishTo", request.publish_to.is_some())])?;
    let source = Given {
        zip_file,
        s3_bucket: request.s3_bucket,
        s3_key: request.s3_key,
        s3_object_version: request.s3_object_version,
        s3_object_storage_mode: request.s3_object_storage_mode,
    };
    let source = source.source()?;
    code_signing::check_code_of(service, context, &target.name).await?;
    let package = service.packages.take_in(&context.scope, source).await?;
    layers::check_size(package.unpacked_bytes, &old.layers)?;
    let architecture = request.architectures.and_then(|a| a.into_iter().next());
    let mut new = FunctionConfig {
        code: package.code,
        architecture: architecture.unwrap_or_else(|| old.architecture.clone()),
        source_kms_key_arn: request.source_kms_key_arn.filter(|arn| !arn.is_empty()),
        ..(*old).clone()
    };
    if request.dry_run == Some(true) {
        return Output::of(&describe(&new, ArnForm::Unqualified));
    }
    new.last_modified = modified(context.now, &old);
    new.revision_id = uuid();
    new.last_update = LastUpdate::InProgress;
    let arriving = service.packages.keep(package).await?;
    let publication = publication(request.publish);
    let updated = service.update(request.revision_id.as_deref(), &old, new.clone(), publication).await;
    drop(arriving);
    if updated.is_err() {
        service.packages.release(service.functions.store(), &new.code.sha256).await;
    }
    Output::of(&match updated? {
        Some(version) => describe(&version, ArnForm::Qualified),
        None => describe(&new, ArnForm::Unqualified),
    })
}
