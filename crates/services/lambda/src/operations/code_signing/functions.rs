//! Which function has which code signing configuration: an attachment whose reference is the configuration's ARN.

use super::configs::existing;
use super::find;
use crate::errors::{self, function_not_found};
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionArn, FunctionName};
use store::{Attachment, AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::CodeSigning;

pub(crate) async fn put_function_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutFunctionCodeSigningConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "PutFunctionCodeSigningConfig")?;
    let arn = request.code_signing_config_arn;
    check_exists(service, context, &arn).await?;
    service.find_whole(context, &target).await?;
    attach(service, context, &target.name, &arn).await?;
    Output::of(&wire::PutFunctionCodeSigningConfigResponse {
        code_signing_config_arn: arn,
        function_name: target.name.to_string(),
    })
}

/// A function without a configuration has no members to answer, though the model requires both.
pub(crate) async fn get_function_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetFunctionCodeSigningConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "GetFunctionCodeSigningConfig")?;
    service.find_whole(context, &target).await?;
    match attached(service, context, &target.name).await? {
        None => Ok(Output::empty()),
        Some(code_signing_config_arn) => Output::of(&wire::GetFunctionCodeSigningConfigResponse {
            code_signing_config_arn,
            function_name: target.name.to_string(),
        }),
    }
}

/// It is no error that there is none.
pub(crate) async fn delete_function_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteFunctionCodeSigningConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "DeleteFunctionCodeSigningConfig")?;
    service.find_whole(context, &target).await?;
    let detached =
        service.functions.store().detach(&context.scope, &target.name, None, KIND, Expected::Anything).await;
    match detached {
        Ok(_) | Err(StoreError::NotFound(_)) => Ok(Output { status: Some(204), ..Output::empty() }),
        Err(error) => Err(errors::store(&error)),
    }
}

pub(crate) async fn list_functions_by_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListFunctionsByCodeSigningConfigRequest = input.parse()?;
    let arn = request.code_signing_config_arn;
    let after = page::read_marker(request.marker.as_deref(), |name| FunctionName::new(name).ok())?;
    existing(service, context, &arn).await?;
    let limit = page::limit(request.max_items);
    // Where a list goes on is a matter of the name alone.
    let after = after.map(|name| attachment(context, &name, &arn));
    let page = service.functions.store().attached_by_reference(KIND, &arn, after.as_ref(), limit).await;
    let page = page.map_err(|e| errors::store(&e))?;
    let function = |a: &Attachment| FunctionArn::unqualified(a.scope.clone(), a.name.clone()).to_string();
    Output::of(&wire::ListFunctionsByCodeSigningConfigResponse {
        next_marker: page.items.last().filter(|_| page.more).map(|last| page::marker(last.name.as_str())),
        function_arns: Some(page.items.iter().map(function).collect()),
    })
}

/// The ARN of the configuration that a function has.
pub(super) async fn attached(
    service: &LambdaService,
    context: &RequestContext,
    name: &FunctionName,
) -> Result<Option<String>, ApiError> {
    let attachment = service.functions.store().attachment(&context.scope, name, None, KIND).await;
    Ok(attachment.map_err(|e| errors::store(&e))?.and_then(|a| a.reference))
}

/// Refuses a configuration that is not there, in the words that AWS has for functions.
pub(crate) async fn check_exists(
    service: &LambdaService,
    context: &RequestContext,
    arn: &str,
) -> Result<(), ApiError> {
    match find(service, context, arn).await? {
        Some(_) => Ok(()),
        None => Err(ApiError::new(
            404,
            "CodeSigningConfigNotFoundException",
            format!(
                "The code signing configuration cannot be found. Check that the provided configuration is not \
                 deleted: {arn}."
            ),
        )),
    }
}

/// Gives a function its configuration. One that is deleted meanwhile sees the function, or is seen to be gone.
pub(crate) async fn attach(
    service: &LambdaService,
    context: &RequestContext,
    name: &FunctionName,
    arn: &str,
) -> Result<(), ApiError> {
    let attachment = attachment(context, name, arn);
    let revision = Expected::Revision(attachment.revision.clone());
    match service.functions.store().attach(attachment, Expected::Anything).await {
        Ok(()) => {}
        Err(StoreError::NotFound(_)) => {
            let function = FunctionArn::unqualified(context.scope.clone(), name.clone());
            return Err(function_not_found(&function));
        }
        Err(error) => return Err(errors::store(&error)),
    }
    let exists = check_exists(service, context, arn).await;
    if exists.is_err() {
        let detached = service.functions.store().detach(&context.scope, name, None, KIND, revision).await;
        match detached {
            Ok(_) | Err(StoreError::NotFound(_) | StoreError::RevisionMismatch) => {}
            Err(error) => return Err(errors::store(&error)),
        }
    }
    exists
}

fn attachment(context: &RequestContext, name: &FunctionName, arn: &str) -> Attachment {
    Attachment {
        scope: context.scope.clone(),
        name: name.clone(),
        qualifier: None,
        kind: KIND,
        value: "{}".to_owned(),
        revision: uuid(),
        modified: context.now,
        amount: None,
        reference: Some(arn.to_owned()),
    }
}
