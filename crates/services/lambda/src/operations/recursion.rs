//! PutFunctionRecursionConfig and GetFunctionRecursionConfig: what happens to a function that invokes itself; and that it
//! happens.

use crate::attached;
use crate::errors;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::limits::CHAIN_RUNS;
use domain::{FunctionConfig, Trace};
use metrics::What;
use store::{AttachmentKind, Expected, StoreError};

const KIND: AttachmentKind = AttachmentKind::Recursion;

/// What Lambda does where nobody said otherwise.
const DEFAULT: &str = "Terminate";
const ALLOW: &str = "Allow";

/// Refuses the invocation of a function that ran as often as it may in the chain that leads to it.
pub(crate) async fn check(
    service: &LambdaService,
    config: &FunctionConfig,
    trace: &Trace,
) -> Result<(), ApiError> {
    let FunctionConfig { scope, name, .. } = config;
    if trace.visits(scope, name) < CHAIN_RUNS {
        return Ok(());
    }
    let read = async {
        let kept = service.functions.store().attachment(scope, name, None, KIND).await;
        let kept = kept.map_err(|e| errors::store(&e))?;
        Ok(kept.map(|kept| attached::value::<String>(&kept)).transpose()?.as_deref() == Some(ALLOW))
    };
    if service.functions.recurs(scope, name, read).await? {
        return Ok(());
    }
    let arn = config.arn();
    service.inbox.metrics().count_of(&arn, What::RecursiveInvocationsDropped);
    tracing::warn!(function = %arn, %trace, "a recursive loop was stopped");
    Err(errors::recursive())
}

pub(crate) async fn put_function_recursion_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutFunctionRecursionConfigRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "PutFunctionRecursionConfig")?;
    let attachment = attached::attachment(context, &target, KIND, &request.recursive_loop)?;
    let write = service.functions.store().attach(attachment, Expected::Anything);
    match service.functions.write(&context.scope, &target.name, write).await {
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
