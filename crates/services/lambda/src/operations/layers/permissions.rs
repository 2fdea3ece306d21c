//! Who else may use a version of a layer: AddLayerVersionPermission, RemoveLayerVersionPermission,
//! GetLayerVersionPolicy.

use super::own_version;
use crate::errors::{self, not_found};
use crate::policy::{Conditions, Document, Grant};
use crate::service::LambdaService;
use crate::uuid::uuid;
use aws_wire::generated::lambda::{
    AddLayerVersionPermissionRequest, AddLayerVersionPermissionResponse, GetLayerVersionPolicyRequest,
    GetLayerVersionPolicyResponse, RemoveLayerVersionPermissionRequest,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{AccountId, LayerVersionArn};
use serde_json::Value;
use store::{LayerPolicy, StoreError};

/// How often a change begins anew because another one came in between.
const TRIES: usize = 200;

pub(crate) async fn add_layer_version_permission(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: AddLayerVersionPermissionRequest = input.parse()?;
    let (name, number) = (&request.layer_name, request.version_number);
    let arn = own_version(context, name, number, "AddLayerVersionPermission")?;
    let resource = arn.to_string();
    let grant = Grant {
        sid: &request.statement_id,
        principal: &request.principal,
        action: &request.action,
        resource: &resource,
        partition: context.scope.region.partition(),
        conditions: Conditions { organization: request.organization_id.as_deref(), ..Default::default() },
    };
    let (statement, revision) = change(service, &arn, |policy, mut document| {
        let statement = document.add(&grant)?;
        check_revision(policy, request.revision_id.as_deref())?;
        Ok((document, statement))
    })
    .await?;
    Output::of(&AddLayerVersionPermissionResponse {
        revision_id: Some(revision),
        statement: Some(statement.to_string()),
    })
}

pub(crate) async fn remove_layer_version_permission(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: RemoveLayerVersionPermissionRequest = input.parse()?;
    let (name, number) = (&request.layer_name, request.version_number);
    let arn = own_version(context, name, number, "RemoveLayerVersionPermission")?;
    change(service, &arn, |policy, mut document| {
        check_revision(policy, request.revision_id.as_deref())?;
        document.remove(&request.statement_id)?;
        Ok((document, ()))
    })
    .await?;
    Ok(Output::empty())
}

pub(crate) async fn get_layer_version_policy(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetLayerVersionPolicyRequest = input.parse()?;
    let (name, number) = (&request.layer_name, request.version_number);
    let arn = own_version(context, name, number, "GetLayerVersionPolicy")?;
    let policy = read(service, &arn).await?;
    let policy = policy.ok_or_else(|| not_found("No policy is associated with the given resource."))?;
    Output::of(&GetLayerVersionPolicyResponse {
        policy: Some(policy.document),
        revision_id: Some(policy.revision),
    })
}

/// Errors: the version belongs to another account, and its policy does not let this one in.
pub(crate) async fn check_access(
    service: &LambdaService,
    context: &RequestContext,
    arn: &LayerVersionArn,
) -> Result<(), ApiError> {
    let account = &context.scope.account;
    if arn.layer.scope.account == *account {
        return Ok(());
    }
    // Whether there is such a version is nobody's business who is not let in.
    let policy = match service.functions.store().layer_policy(arn).await {
        Ok(policy) => policy,
        Err(StoreError::NotFound(_)) => None,
        Err(error) => return Err(errors::store(&error)),
    };
    let document = policy.map(|policy| Document::kept(&policy.document)).transpose()?;
    match document.is_some_and(|document| document.statements().iter().any(|s| lets_in(s, account))) {
        true => Ok(()),
        false => Err(errors::no_policy_allows(context, "GetLayerVersion", arn)),
    }
}

/// Of a statement that was made here. Which organisation an account belongs to is not known, so none is let in by one.
fn lets_in(statement: &Value, account: &AccountId) -> bool {
    let principal = &statement["Principal"];
    let root = format!(":iam::{account}:root");
    statement["Condition"].is_null()
        && (*principal == "*" || principal["AWS"].as_str().is_some_and(|arn| arn.ends_with(&root)))
}

/// Makes of a policy what `edit` makes of it, as often as others are faster; one goes with its last statement. Returns
/// what else `edit` returns, and the new revision.
async fn change<T>(
    service: &LambdaService,
    arn: &LayerVersionArn,
    edit: impl Fn(Option<&LayerPolicy>, Document) -> Result<(Document, T), ApiError>,
) -> Result<(T, String), ApiError> {
    for _ in 0..TRIES {
        let old = read(service, arn).await?;
        let document =
            old.as_ref().map_or_else(|| Ok(Document::new()), |old| Document::kept(&old.document))?;
        let (document, more) = edit(old.as_ref(), document)?;
        let revision = uuid();
        let new = (!document.statements().is_empty())
            .then(|| LayerPolicy { document: document.text(), revision: revision.clone() });
        let expected = old.as_ref().map(|old| old.revision.as_str());
        match service.functions.store().replace_layer_policy(arn, expected, new).await {
            Ok(()) => return Ok((more, revision)),
            Err(StoreError::RevisionMismatch) => {}
            Err(error) => return Err(explain(arn, &error)),
        }
    }
    Err(errors::update_in_progress(arn))
}

async fn read(service: &LambdaService, arn: &LayerVersionArn) -> Result<Option<LayerPolicy>, ApiError> {
    service.functions.store().layer_policy(arn).await.map_err(|error| explain(arn, &error))
}

fn explain(arn: &LayerVersionArn, error: &StoreError) -> ApiError {
    match error {
        StoreError::NotFound(_) => not_found(format!("Layer version {arn} does not exist.")),
        other => errors::store(other),
    }
}

fn check_revision(policy: Option<&LayerPolicy>, expected: Option<&str>) -> Result<(), ApiError> {
    let found = policy.map(|policy| policy.revision.as_str());
    if expected.is_none_or(|expected| found == Some(expected)) {
        return Ok(());
    }
    Err(errors::wrong_revision_of("GetLayerPolicy"))
}
