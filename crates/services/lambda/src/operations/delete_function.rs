//! DeleteFunction.

use crate::errors::{self, invalid};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::DeleteFunctionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Qualifier;
use store::StoreError;

pub(crate) async fn delete_function(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteFunctionRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "DeleteFunction")?;
    if target.qualifier == Some(Qualifier::Latest) {
        return Err(invalid("$LATEST version cannot be deleted without deleting the function."));
    }
    let missing = || errors::function_not_found(&target.unqualified(context));
    let config = service.functions.get(&context.scope, &target.name).await?.ok_or_else(missing)?;
    // AWS does not mind a version that is not there, and there is none yet.
    if target.qualifier.is_none() {
        match service.functions.delete(&context.scope, &target.name).await {
            Ok(()) => {}
            Err(StoreError::NotFound(_)) => return Err(missing()),
            Err(error) => return Err(errors::store(&error)),
        }
        service.engine.retire(&context.scope, &target.name);
        service.packages.release(service.functions.store(), &config.code.sha256).await;
    }
    Ok(Output { status: Some(204), ..Output::empty() })
}
