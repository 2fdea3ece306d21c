//! ListVersionsByFunction. Versions cannot be published yet, so `$LATEST` is all there is.

use crate::describe::{ArnForm, summary};
use crate::operations::none_yet::refuse_marker;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::{ListVersionsByFunctionRequest, ListVersionsByFunctionResponse};
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn list_versions_by_function(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListVersionsByFunctionRequest = input.parse()?;
    refuse_marker(request.marker.as_deref())?;
    let target = Target::resolve(context, &request.function_name, None, "ListVersionsByFunction")?;
    let config = service.find(context, &target).await?;
    Output::of(&ListVersionsByFunctionResponse {
        next_marker: None,
        versions: Some(vec![summary(&config, ArnForm::Qualified)]),
    })
}
