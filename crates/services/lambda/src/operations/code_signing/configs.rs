//! Code signing configurations: made, read, changed, deleted, listed.

use super::find;
use crate::errors::{self, conflict, not_found};
use crate::operations::later;
use crate::options::check_tags;
use crate::page;
use crate::service::LambdaService;
use crate::uuid::letters;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::CodeSigningConfig;
use domain::code_signing::Untrusted;
use store::StoreError;

/// Changes of others that an update gives way to.
const TRIES: u32 = 8;

pub(crate) async fn create_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateCodeSigningConfigRequest = input.parse()?;
    let tags = request.tags.unwrap_or_default();
    check_tags(&tags)?;
    let config = CodeSigningConfig {
        scope: context.scope.clone(),
        id: format!("csc-{}", letters::<17>()),
        description: request.description,
        publishers: request.allowed_publishers.signing_profile_version_arns,
        untrusted: untrusted(request.code_signing_policies).unwrap_or_default(),
        modified: context.now,
    };
    let created = service.functions.store().create_code_signing_config(config.clone(), tags).await;
    created.map_err(|e| errors::store(&e))?;
    Output::of(&wire::CreateCodeSigningConfigResponse { code_signing_config: describe(&config) })
}

pub(crate) async fn get_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetCodeSigningConfigRequest = input.parse()?;
    let config = existing(service, context, &request.code_signing_config_arn).await?;
    Output::of(&wire::GetCodeSigningConfigResponse { code_signing_config: describe(&config) })
}

pub(crate) async fn update_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateCodeSigningConfigRequest = input.parse()?;
    let arn = request.code_signing_config_arn;
    let publishers = request.allowed_publishers.map(|allowed| allowed.signing_profile_version_arns);
    let untrusted = untrusted(request.code_signing_policies);
    for _ in 0..TRIES {
        let old = existing(service, context, &arn).await?;
        let new = CodeSigningConfig {
            description: request.description.clone().or_else(|| old.description.clone()),
            publishers: publishers.clone().unwrap_or_else(|| old.publishers.clone()),
            untrusted: untrusted.unwrap_or(old.untrusted),
            modified: later(context.now, old.modified),
            ..old.clone()
        };
        match service.functions.store().replace_code_signing_config(old, new.clone()).await {
            Ok(()) => {
                let code_signing_config = describe(&new);
                return Output::of(&wire::UpdateCodeSigningConfigResponse { code_signing_config });
            }
            Err(StoreError::NotFound(_)) => return Err(no_such_config(&arn)),
            // Somebody else's change came in between: what this one does not name is theirs.
            Err(StoreError::RevisionMismatch) => {}
            Err(error) => return Err(errors::store(&error)),
        }
    }
    Err(ApiError::internal())
}

pub(crate) async fn delete_code_signing_config(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteCodeSigningConfigRequest = input.parse()?;
    let arn = request.code_signing_config_arn;
    let config = existing(service, context, &arn).await?;
    match service.functions.store().delete_code_signing_config(&context.scope, &config.id).await {
        Ok(()) => Ok(Output { status: Some(204), ..Output::empty() }),
        Err(StoreError::NotFound(_)) => Err(no_such_config(&arn)),
        Err(StoreError::Conflict(_)) => Err(conflict(format!(
            "The code signing configuration {arn} is in use by one or more functions and cannot be deleted."
        ))),
        Err(error) => Err(errors::store(&error)),
    }
}

pub(crate) async fn list_code_signing_configs(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListCodeSigningConfigsRequest = input.parse()?;
    let id = |text: &str| text.starts_with("csc-").then(|| text.to_owned());
    let after = page::read_marker(request.marker.as_deref(), id)?;
    let (store, limit) = (service.functions.store(), page::limit(request.max_items));
    let page = store.list_code_signing_configs(&context.scope, after.as_deref(), limit).await;
    let page = page.map_err(|e| errors::store(&e))?;
    Output::of(&wire::ListCodeSigningConfigsResponse {
        next_marker: page.items.last().filter(|_| page.more).map(|last| page::marker(&last.id)),
        code_signing_configs: Some(page.items.iter().map(describe).collect()),
    })
}

/// The configuration that an operation on one is about.
pub(super) async fn existing(
    service: &LambdaService,
    context: &RequestContext,
    arn: &str,
) -> Result<CodeSigningConfig, ApiError> {
    find(service, context, arn).await?.ok_or_else(|| no_such_config(arn))
}

/// The one such error of AWS's that has no `Type`.
fn no_such_config(arn: &str) -> ApiError {
    not_found(format!("The Lambda code signing configuration {arn} can not be found."))
        .with("Type", serde_json::Value::Null)
}

fn untrusted(policies: Option<wire::CodeSigningPolicies>) -> Option<Untrusted> {
    let policy = policies?.untrusted_artifact_on_deployment?;
    Some(if policy == Untrusted::Enforce.as_str() { Untrusted::Enforce } else { Untrusted::Warn })
}

fn describe(config: &CodeSigningConfig) -> wire::CodeSigningConfig {
    wire::CodeSigningConfig {
        code_signing_config_id: config.id.clone(),
        code_signing_config_arn: config.arn(),
        description: config.description.clone(),
        allowed_publishers: wire::AllowedPublishers {
            signing_profile_version_arns: config.publishers.clone(),
        },
        code_signing_policies: wire::CodeSigningPolicies {
            untrusted_artifact_on_deployment: Some(config.untrusted.as_str().to_owned()),
        },
        last_modified: config.modified.lambda_format(),
    }
}
