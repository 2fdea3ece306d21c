//! DeleteFunction: a function with all that it has, or one of its published versions.

use crate::errors::{self, conflict, invalid};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::DeleteFunctionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{Qualifier, Version};
use store::{Conflict, StoreError};

pub(crate) async fn delete_function(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteFunctionRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "DeleteFunction")?;
    match target.qualifier {
        None => delete_whole(service, context, &target).await?,
        Some(Qualifier::Version(number)) => delete_version(service, context, &target, number).await?,
        Some(Qualifier::Latest) => {
            return Err(invalid("$LATEST version cannot be deleted without deleting the function."));
        }
        // The number of no version: not there, which AWS does not mind.
        Some(Qualifier::Alias(ref name)) if name.bytes().all(|b| b.is_ascii_digit()) => {
            service.find(context, &Target { qualifier: None, ..target.clone() }).await?;
        }
        Some(Qualifier::Alias(_)) => {
            return Err(invalid("Deletion of aliases is not currently supported."));
        }
    }
    Ok(Output { status: Some(204), ..Output::empty() })
}

/// Removes a function with all that it has.
pub(crate) async fn delete_whole(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<(), ApiError> {
    let delete = service.functions.store().delete_function(&context.scope, &target.name);
    let codes = service.functions.write(&context.scope, &target.name, delete).await;
    let codes = codes.map_err(|error| match error {
        StoreError::NotFound(_) => errors::function_not_found(&target.unqualified(context)),
        other => errors::store(&other),
    })?;
    service.follow_with_concurrency(&context.scope, &target.name).await?;
    service.engine.retire(&context.scope, &target.name, None);
    for code in codes {
        service.packages.release(service.functions.store(), &code).await;
    }
    Ok(())
}

/// AWS does not mind a version that is not there.
async fn delete_version(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    number: u64,
) -> Result<(), ApiError> {
    service.find(context, &Target { qualifier: None, ..target.clone() }).await?;
    let delete = service.functions.store().delete_version(&context.scope, &target.name, number);
    match service.functions.write(&context.scope, &target.name, delete).await {
        Ok(config) => {
            service.follow_with_concurrency(&context.scope, &target.name).await?;
            service.engine.retire(&context.scope, &target.name, Some(Version::Number(number)));
            for code in config.packages() {
                service.packages.release(service.functions.store(), &code.sha256).await;
            }
            Ok(())
        }
        Err(StoreError::NotFound(_)) => Ok(()),
        Err(StoreError::Conflict(Conflict::Aliases(aliases))) => Err(conflict(format!(
            "Unable to delete version because the following aliases reference it: [{}]",
            aliases.join(", ")
        ))),
        Err(error) => Err(errors::store(&error)),
    }
}
