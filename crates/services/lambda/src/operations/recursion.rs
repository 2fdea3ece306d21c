//! PutFunctionRecursionConfig and GetFunctionRecursionConfig: what happens to a function that invokes itself.

use crate::attached;
use crate::errors;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::Recursion;

/// What Lambda does where nobody said otherwise.
const DEFAULT: &str = "Terminate";

pub(crate) async fn put_function_recursion_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutFunctionRecursionConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "PutFunctionRecursionConfig")?;
    let attachment = attached::attachment(context, &target, KIND, &request.recursive_loop)?;
    match service.functions.store().attach(attachment, Expected::Anything).await {
        Ok(()) => {}
        Err(StoreError::NotFound(_)) => {
            return Err(errors::function_not_found(&target.unqualified(context)));
        }
        Err(error) => return Err(errors::store(&error)),
    }
    Output::of(&wire::PutFunctionRecursionConfigResponse { recursive_loop: Some(request.recursive_loop) })
}

pub(crate) async fn get_function_recursion_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetFunctionRecursionConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "GetFunctionRecursionConfig")?;
    service.find(context, &target).await?;
    let kept = service.attached(context, &target, KIND).await?;
    let recursive_loop = kept.map_or_else(|| Ok(DEFAULT.to_owned()), |kept| attached::value(&kept))?;
    Output::of(&wire::GetFunctionRecursionConfigResponse { recursive_loop: Some(recursive_loop) })
}
