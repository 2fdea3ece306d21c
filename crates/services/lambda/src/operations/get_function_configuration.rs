//! GetFunctionConfiguration.

use crate::describe::{ArnForm, describe};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda::GetFunctionConfigurationRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn get_function_configuration(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetFunctionConfigurationRequest = input.parse()?;
    let qualifier = request.qualifier.as_deref();
    let target = Target::resolve(context, &request.function_name, qualifier, "GetFunctionConfiguration")?;
    let config = service.find(context, &target).await?;
    let form = ArnForm::of(target.qualifier.as_ref());
    Output::of(&describe(&config, form))
}
