//! UpdateFunctionConfiguration.

use crate::describe::{ArnForm, describe};
use crate::layers::{self, Wanted};
use crate::operations::{code_signing, modified};
use crate::options::{Options, refuse};
use crate::reference::Target;
use crate::roles;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::UpdateFunctionConfigurationRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionConfig, LastUpdate};

pub(crate) async fn update_function_configuration(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let variables = input.members.get("Environment").and_then(|e| e.get("Variables")).cloned();
    let request: UpdateFunctionConfigurationRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "UpdateFunctionConfiguration")?;
    let old = service.find_changeable(context, &target, request.revision_id.as_deref()).await?;
    refuse(&[
        ("ImageConfig", request.image_config.is_some()),
        ("CapacityProviderConfig", request.capacity_provider_config.is_some()),
        ("DurableConfig", request.durable_config.is_some()),
        ("RuntimeConfig", request.runtime_config.is_some()),
        ("AcceleratorConfig", request.accelerator_config.is_some()),
    ])?;
    if request.layers.as_ref().is_some_and(|layers| !layers.is_empty()) {
        code_signing::check_code_of(service, context, &target.name).await?;
    }
    let mut new = FunctionConfig {
        last_modified: modified(context.now, &old),
        revision_id: uuid(),
        last_update: LastUpdate::InProgress,
        ..(*old).clone()
    };
    let expected = request.revision_id.clone();
    let changes_layers = request.layers.is_some();
    let changes_role = request.role.is_some();
    let changes_dead_letter = request.dead_letter_config.is_some();
    let (layers, _held) = layers::find(service, context, request.layers.as_deref()).await;
    options(request, layers).apply(&mut new, variables.as_ref(), &service.config)?;
    if changes_role {
        roles::check(service, &new).await?;
    }
    if changes_role || changes_dead_letter {
        service.check_dead_letter(&new).await?;
    }
    if changes_layers {
        layers::check_kept_size(service, &new).await?;
    }
    service.update(expected.as_deref(), &old, new.clone(), None).await?;
    Output::of(&describe(&new, ArnForm::Unqualified))
}

fn options(request: UpdateFunctionConfigurationRequest, layers: Wanted) -> Options {
    Options {
        runtime: request.runtime,
        handler: request.handler,
        role: request.role,
        description: request.description,
        timeout: request.timeout,
        memory_size: request.memory_size,
        ephemeral_storage: request.ephemeral_storage.map(|e| e.size),
        environment: request.environment,
        vpc: request.vpc_config,
        file_systems: request.file_system_configs,
        dead_letter: request.dead_letter_config,
        kms_key_arn: request.kms_key_arn,
        tracing: request.tracing_config,
        layers,
        snap_start: request.snap_start,
        logging: request.logging_config,
    }
}
