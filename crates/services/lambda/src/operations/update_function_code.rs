//! UpdateFunctionCode: with a zip in the request.

use crate::code::Package;
use crate::describe::{ArnForm, describe};
use crate::errors::invalid;
use crate::operations::modified;
use crate::options::{refuse, refuse_sources};
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::UpdateFunctionCodeRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionConfig, LastUpdate};
use serde_json::Value;

pub(crate) async fn update_function_code(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let zip_file = match input.members.remove("ZipFile") {
        Some(Value::String(zip)) => Some(zip),
        _ => None,
    };
    let request: UpdateFunctionCodeRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "UpdateFunctionCode")?;
    let old = service.find_changeable(context, &target, request.revision_id.as_deref()).await?;
    if request.image_uri.is_some() {
        return Err(invalid("Please don't provide ImageUri when updating a function with packageType Zip."));
    }
    refuse_sources(request.s3_bucket.is_some() || request.s3_key.is_some(), false)?;
    refuse(&[("Publish", request.publish == Some(true)), ("PublishTo", request.publish_to.is_some())])?;
    let zip_file = zip_file.ok_or_else(|| invalid("Please provide a source for function code."))?;

    let package = Package::from_zip_file(zip_file).await?;
    let architecture = request.architectures.and_then(|a| a.into_iter().next());
    let mut new = FunctionConfig {
        code: package.code,
        architecture: architecture.unwrap_or_else(|| old.architecture.clone()),
        ..(*old).clone()
    };
    if request.dry_run == Some(true) {
        return Output::of(&describe(&new, ArnForm::Unqualified));
    }
    new.last_modified = modified(context.now, &old);
    new.revision_id = uuid();
    new.last_update = LastUpdate::InProgress;
    let arriving = service.packages.keep(package).await?;
    let updated = service.update(context, &target, &old, new.clone()).await;
    drop(arriving);
    if updated.is_err() {
        service.packages.release(service.functions.store(), &new.code.sha256).await;
    }
    updated?;
    Output::of(&describe(&new, ArnForm::Unqualified))
}
