//! PutProvisionedConcurrencyConfig, GetProvisionedConcurrencyConfig, DeleteProvisionedConcurrencyConfig,
//! ListProvisionedConcurrencyConfigs.

use crate::concurrency::{MIN_UNRESERVED, ProvisionedConfig, already_provisioned, unpublished};
use crate::errors::{self, conflict, invalid};
use crate::functions::Resolved;
use crate::page;
use crate::reference::Target;
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    DeleteProvisionedConcurrencyConfigRequest, GetProvisionedConcurrencyConfigRequest,
    GetProvisionedConcurrencyConfigResponse, ListProvisionedConcurrencyConfigsRequest,
    ListProvisionedConcurrencyConfigsResponse, ProvisionedConcurrencyConfigListItem,
    PutProvisionedConcurrencyConfigRequest, PutProvisionedConcurrencyConfigResponse,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{FunctionArn, Qualifier, Version};
use serde_json::Value;
use store::{Attachment, AttachmentKind, Expected, StoreError};
use worker::ProvisioningState;

const KIND: AttachmentKind = AttachmentKind::ProvisionedConcurrency;

pub(crate) async fn put_provisioned_concurrency_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: PutProvisionedConcurrencyConfigRequest = input.parse()?;
    let action = "PutProvisionedConcurrencyConfig";
    let target = Target::resolve(context, &request.function_name, Some(&request.qualifier), action)?;
    if matches!(target.qualifier, None | Some(Qualifier::Latest)) {
        return Err(unpublished());
    }
    // The model lets nothing below 1 through.
    let amount = u32::try_from(request.provisioned_concurrent_executions).unwrap_or(1);
    let turn = service.concurrency_turn().await;
    let found = find(service, context, &target).await?;
    let (scope, name) = (&context.scope, &target.name);
    let configs = service.provisioned_configs(scope, name).await?;
    check_place(&found, &target, &configs)?;
    check_amount(service, context, &target, &configs, amount).await?;
    let attachment = Attachment {
        scope: scope.clone(),
        name: name.clone(),
        qualifier: target.qualifier.clone(),
        kind: KIND,
        value: "{}".to_owned(),
        revision: uuid(),
        modified: context.now,
        amount: Some(amount),
        reference: None,
    };
    let attached = service.functions.store().attach(attachment, Expected::Anything).await;
    attached.map_err(|error| match error {
        StoreError::NotFound(_) => missing(&target.arn(context)),
        other => errors::store(&other),
    })?;
    service.apply_concurrency(&turn, scope, name).await?;
    let output = Output::of(&PutProvisionedConcurrencyConfigResponse {
        requested_provisioned_concurrent_executions: Some(request.provisioned_concurrent_executions),
        available_provisioned_concurrent_executions: Some(0),
        allocated_provisioned_concurrent_executions: Some(0),
        status: Some("IN_PROGRESS".to_owned()),
        status_reason: None,
        last_modified: Some(context.now.lambda_seconds()),
    })?;
    Ok(Output { status: Some(202), ..output })
}

pub(crate) async fn get_provisioned_concurrency_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetProvisionedConcurrencyConfigRequest = input.parse()?;
    let action = "GetProvisionedConcurrencyConfig";
    let target = published(context, &request.function_name, &request.qualifier, action)?;
    find(service, context, &target).await?;
    let configs = service.provisioned_configs(&context.scope, &target.name).await?;
    let config = configs.iter().find(|config| config.attachment.qualifier == target.qualifier);
    let item = describe(service, config.ok_or_else(no_config)?);
    Output::of(&GetProvisionedConcurrencyConfigResponse {
        requested_provisioned_concurrent_executions: item.requested_provisioned_concurrent_executions,
        available_provisioned_concurrent_executions: item.available_provisioned_concurrent_executions,
        allocated_provisioned_concurrent_executions: item.allocated_provisioned_concurrent_executions,
        status: item.status,
        status_reason: item.status_reason,
        last_modified: item.last_modified,
    })
}

pub(crate) async fn delete_provisioned_concurrency_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteProvisionedConcurrencyConfigRequest = input.parse()?;
    let action = "DeleteProvisionedConcurrencyConfig";
    let target = published(context, &request.function_name, &request.qualifier, action)?;
    let turn = service.concurrency_turn().await;
    find(service, context, &target).await?;
    let (scope, name, qualifier) = (&context.scope, &target.name, target.qualifier.as_ref());
    match service.functions.store().detach(scope, name, qualifier, KIND, Expected::Anything).await {
        // AWS does not mind where there is none.
        Ok(_) | Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(errors::store(&error)),
    }
    service.apply_concurrency(&turn, scope, name).await?;
    Ok(Output { status: Some(204), ..Output::empty() })
}

pub(crate) async fn list_provisioned_concurrency_configs(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: ListProvisionedConcurrencyConfigsRequest = input.parse()?;
    let after = page::read_marker(request.marker.as_deref(), |text| Qualifier::new(text).ok())?;
    let limit = page::limit(request.max_items);
    let action = "ListProvisionedConcurrencyConfigs";
    let target = Target::resolve(context, &request.function_name, None, action)?;
    let target = Target { qualifier: None, ..target };
    service.find(context, &target).await?;
    let configs = service.provisioned_configs(&context.scope, &target.name).await?;
    let after = after.map(|after| after.to_string());
    let text = |config: &ProvisionedConfig| config.attachment.qualifier.as_ref().map(ToString::to_string);
    let rest: Vec<_> = configs.iter().filter(|config| after.is_none() || text(config) > after).collect();
    let shown = &rest[..limit.min(rest.len())];
    Output::of(&ListProvisionedConcurrencyConfigsResponse {
        provisioned_concurrency_configs: Some(shown.iter().map(|config| describe(service, config)).collect()),
        next_marker: shown
            .last()
            .filter(|_| shown.len() < rest.len())
            .and_then(|last| text(last))
            .map(|last| page::marker(&last)),
    })
}

fn describe(service: &LambdaService, config: &ProvisionedConfig) -> ProvisionedConcurrencyConfigListItem {
    let Attachment { scope, name, qualifier, modified, .. } = &config.attachment;
    let progress = service.progress(config);
    let requested = config.requested();
    let (status, reason, allocated) = match progress.state {
        ProvisioningState::InProgress => ("IN_PROGRESS", None, progress.available),
        // One that was lost is allocated all the same: another takes its place.
        ProvisioningState::Ready => ("READY", None, requested),
        ProvisioningState::Failed(why) => ("FAILED", Some(why), progress.available),
    };
    let count = |n: u32| i32::try_from(n).ok();
    let arn =
        FunctionArn { qualifier: qualifier.clone(), ..FunctionArn::unqualified(scope.clone(), name.clone()) };
    ProvisionedConcurrencyConfigListItem {
        function_arn: Some(arn.to_string()),
        requested_provisioned_concurrent_executions: count(requested),
        available_provisioned_concurrent_executions: count(progress.available),
        allocated_provisioned_concurrent_executions: count(allocated),
        status: Some(status.to_owned()),
        status_reason: reason,
        last_modified: Some(modified.lambda_seconds()),
    }
}

/// Each version has at most one config, its own or an alias's; an alias is to point to one version, a published one.
fn check_place(found: &Resolved, target: &Target, configs: &[ProvisionedConfig]) -> Result<(), ApiError> {
    let version = found.config.version;
    if version == Version::Latest {
        return Err(unpublished());
    }
    if found.alias.as_ref().is_some_and(|alias| alias.routing.is_some()) {
        return Err(invalid("Alias with weights can not be used with Provisioned Concurrency"));
    }
    if found.config.snap_start == "PublishedVersions" {
        return Err(invalid(
            "Provisioned Concurrency is not supported for functions with SnapStart enabled.",
        ));
    }
    let others = configs.iter().filter(|config| config.attachment.qualifier != target.qualifier);
    match others.filter(|config| config.provides(version)).count() {
        0 => Ok(()),
        _ if found.alias.is_some() => Err(already_provisioned()),
        _ => Err(conflict("Version is pointed by a Provisioned Concurrency alias")),
    }
}

/// It is part of what is reserved for the function, or of what the account has not reserved.
async fn check_amount(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
    configs: &[ProvisionedConfig],
    amount: u32,
) -> Result<(), ApiError> {
    let others = configs.iter().filter(|config| config.attachment.qualifier != target.qualifier);
    let sum: u64 = others.map(|config| u64::from(config.requested())).sum::<u64>() + u64::from(amount);
    let reserved = service.reserved(&context.scope, &target.name).await?;
    if let Some(reserved) = reserved {
        if sum <= u64::from(reserved) {
            return Ok(());
        }
        return Err(invalid(
            "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for \
             function",
        ));
    }
    let own: u64 = configs.iter().map(|config| u64::from(config.requested())).sum();
    if sum <= own {
        // Less than before is never too much, whatever the account's limit has become.
        return Ok(());
    }
    let shares = service.shares_of_others(&context.scope, None, configs);
    let unreserved =
        u64::from(service.config.concurrency).saturating_sub(shares.reserved + shares.provisioned);
    // AWS leaves `Type` out of both.
    let refuse = |what: String| {
        Err(invalid(format!("Specified ConcurrentExecutions for function {what}")).with("Type", Value::Null))
    };
    if sum > unreserved {
        return refuse(format!("is greater than account's unreserved concurrency [{unreserved}]."));
    }
    if unreserved - sum < MIN_UNRESERVED {
        return refuse(format!(
            "decreases account's UnreservedConcurrentExecution below its minimum value of [{MIN_UNRESERVED}]."
        ));
    }
    Ok(())
}

fn no_config() -> ApiError {
    ApiError::new(
        404,
        "ProvisionedConcurrencyConfigNotFoundException",
        "No Provisioned Concurrency Config found for this function",
    )
}

/// What has a config or could have one.
fn published(
    context: &RequestContext,
    function: &str,
    qualifier: &str,
    action: &str,
) -> Result<Target, ApiError> {
    let target = Target::resolve(context, function, Some(qualifier), action)?;
    match target.qualifier {
        None | Some(Qualifier::Latest) => {
            Err(invalid("The function resource provided must be an alias or a published version."))
        }
        Some(_) => Ok(target),
    }
}

async fn find(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<Resolved, ApiError> {
    let arn = target.arn(context);
    let Some(qualifier) = &target.qualifier else { return Err(missing(&arn)) };
    service.functions.resolve(&context.scope, &target.name, qualifier).await?.ok_or_else(|| missing(&arn))
}

/// Of an alias AWS says the same whether or not its function exists.
fn missing(arn: &FunctionArn) -> ApiError {
    match arn.qualifier {
        Some(Qualifier::Alias(_)) => errors::alias_not_found(arn),
        _ => errors::function_not_found(arn),
    }
}
