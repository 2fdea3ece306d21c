//! CreateFunction: with a zip, from the request or from a bucket.

use crate::code_source::{Given, take_zip_file};
use crate::describe::{ArnForm, describe};
use crate::errors::{self, invalid, not_built};
use crate::layers::{self, Wanted};
use crate::operations::{code_signing, delete_function, publication};
use crate::options::{Options, check_tags, refuse};
use crate::reference::Target;
use crate::roles;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::CreateFunctionRequest;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::FunctionConfig;
use serde_json::Value;
use store::StoreError;

pub(crate) async fn create_function(
    service: &LambdaService,
    context: &RequestContext,
    mut input: Input,
) -> Result<Output, ApiError> {
    let variables = input.members.get("Environment").and_then(|e| e.get("Variables")).cloned();
    let code = input.members.get_mut("Code").and_then(Value::as_object_mut);
    let zip_file = code.and_then(take_zip_file);
    let mut request: CreateFunctionRequest = input.parse()?;
    let target = Target::resolve(context, &request.function_name, None, "CreateFunction")?;
    if target.qualifier.is_some() {
        return Err(invalid("A function is created without a qualifier."));
    }
    refuse_unbuilt(&request)?;
    let tags = request.tags.clone().unwrap_or_default();
    check_tags(&tags)?;
    let code = std::mem::take(&mut request.code);
    let source = Given {
        zip_file,
        s3_bucket: code.s3_bucket,
        s3_key: code.s3_key,
        s3_object_version: code.s3_object_version,
        s3_object_storage_mode: code.s3_object_storage_mode,
    };
    let source = source.source()?;
    if request.runtime.is_none() || request.handler.is_none() {
        return Err(invalid(
            "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
        ));
    }
    let mut config = blank(context, &target, request.architectures.as_deref());
    config.source_kms_key_arn = code.source_kms_key_arn.filter(|arn| !arn.is_empty());
    config.tenant_isolation = request.tenancy_config.take().map(|tenancy| tenancy.tenant_isolation_mode);
    let publish = request.publish;
    let signing = request.code_signing_config_arn.clone();
    let (layers, _held) = layers::find(service, context, request.layers.as_deref()).await;
    options(request, layers).apply(&mut config, variables.as_ref(), &service.config)?;
    roles::check(service, &config).await?;
    service.check_dead_letter(&config).await?;

    // A name that is taken is refused before the package is looked at.
    if service.functions.get(&context.scope, &target.name).await?.is_some() {
        return Err(errors::already_exists(target.name.as_str()));
    }
    if let Some(arn) = &signing {
        code_signing::check_exists(service, context, arn).await?;
        code_signing::check_code(service, context, &target.name, arn).await?;
    }
    let package = service.packages.take_in(&context.scope, source).await?;
    layers::check_size(package.unpacked_bytes, &config.layers)?;
    let arriving = service.packages.keep(package).await?;
    config.code = arriving.code;
    let create = service.functions.store().create_function(config.clone(), tags, publication(publish));
    let published = match service.functions.write(&config.scope, &config.name, create).await {
        Ok(published) => published,
        Err(error) => {
            let code = arriving.code.sha256;
            drop(arriving);
            service.packages.release(service.functions.store(), &code).await;
            return Err(match error {
                StoreError::AlreadyExists(_) => errors::already_exists(target.name.as_str()),
                other => errors::store(&other),
            });
        }
    };
    drop(arriving);
    if let Some(arn) = &signing
        && let Err(error) = code_signing::attach(service, context, &target.name, arn).await
    {
        // Its configuration was deleted meanwhile: a function without it was not asked for.
        delete_function::delete_whole(service, context, &target).await?;
        return Err(error);
    }
    let answer = Output::of(&match &published {
        Some(version) => describe(version, ArnForm::Qualified),
        None => describe(&config, ArnForm::Unqualified),
    });
    for config in [Some(config), published].into_iter().flatten() {
        service.preparations.begin(config, None);
    }
    answer
}

fn refuse_unbuilt(request: &CreateFunctionRequest) -> Result<(), ApiError> {
    if request.package_type.as_deref() == Some("Image") {
        return Err(not_built("PackageType Image"));
    }
    refuse(&[
        ("Code in a container image (ImageUri)", request.code.image_uri.is_some()),
        ("PublishTo", request.publish_to.is_some()),
        ("ImageConfig", request.image_config.is_some()),
        ("CapacityProviderConfig", request.capacity_provider_config.is_some()),
        ("DurableConfig", request.durable_config.is_some()),
        ("RuntimeConfig", request.runtime_config.is_some()),
        ("AcceleratorConfig", request.accelerator_config.is_some()),
    ])
}

/// A new function with AWS's defaults.
fn blank(context: &RequestContext, target: &Target, architectures: Option<&[String]>) -> FunctionConfig {
    let mut new = FunctionConfig::new(context.scope.clone(), target.name.clone());
    if let Some(architecture) = architectures.and_then(|all| all.first()) {
        new.architecture.clone_from(architecture);
    }
    FunctionConfig { last_modified: context.now, revision_id: uuid(), ..new }
}

fn options(request: CreateFunctionRequest, layers: Wanted) -> Options {
    Options {
        runtime: request.runtime,
        handler: request.handler,
        role: Some(request.role),
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
