//! DeleteLayerVersion. Functions that have the version keep it.

use super::own_version;
use crate::errors;
use crate::service::LambdaService;
use aws_wire::generated::lambda::DeleteLayerVersionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};

/// AWS does not mind a version that is not there.
pub(crate) async fn delete_layer_version(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteLayerVersionRequest = input.parse()?;
    let arn = own_version(context, &request.layer_name, request.version_number, "DeleteLayerVersion")?;
    let store = service.functions.store();
    if let Some(gone) = store.delete_layer_version(&arn).await.map_err(|e| errors::store(&e))? {
        service.packages.release(store, &gone.code.sha256).await;
    }
    Ok(Output::empty())
}
