//! GetFunction: the configuration, where to download the code, tags, and reserved concurrency.

use crate::describe::{ArnForm, describe};
use crate::errors;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{
    Concurrency, FunctionCodeLocation, GetFunctionRequest, GetFunctionResponse,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{StoreError, Tagged};

pub(crate) async fn get_function(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionRequest = input.parse()?;
    let target =
        Target::resolve(context, &request.function_name, request.qualifier.as_deref(), "GetFunction")?;
    let config = service.find(context, &target).await?;
    let tagged = Tagged::Function(target.name.clone());
    let tags = match service.functions.store().tags(&context.scope, &tagged).await {
        Ok(tags) => tags,
        // Deleted in between.
        Err(StoreError::NotFound(_)) => return Err(errors::function_not_found(&target.arn(context))),
        Err(error) => return Err(errors::store(&error)),
    };
    // Concurrency is the function's, and AWS tells it only where no version or alias is asked for.
    let reserved = match target.qualifier {
        None => service.reserved(&context.scope, &target.name).await?,
        Some(_) => None,
    };
    let form = ArnForm::of(target.qualifier.as_ref());
    Output::of(&GetFunctionResponse {
        configuration: Some(describe(&config, form)),
        code: Some(FunctionCodeLocation {
            repository_type: Some("S3".to_owned()),
            location: Some(service.urls.make(&config, &context.endpoint, context.now)?),
            source_kms_key_arn: config.source_kms_key_arn.clone(),
            ..Default::default()
        }),
        concurrency: reserved
            .map(|amount| Concurrency { reserved_concurrent_executions: i32::try_from(amount).ok() }),
        tags: (!tags.is_empty()).then_some(tags),
        ..Default::default()
    })
}
