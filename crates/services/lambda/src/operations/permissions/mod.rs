//! AddPermission, RemovePermission and GetPolicy: the policy of a function, version or alias, by statements.

mod change;
mod resource_policy;

pub(crate) use resource_policy::{delete_resource_policy, get_resource_policy, put_resource_policy};

use crate::errors::{self, invalid, not_found};
use crate::policy::{Conditions, Document, Grant};
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use change::{Current, change, current};
use domain::Qualifier;

pub(crate) async fn add_permission(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::AddPermissionRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "AddPermission")?;
    refuse_latest(&target)?;
    check_action(&request)?;
    let resource = target.arn(context).to_string();
    let grant = grant(&request, &resource, context.scope.region.partition());
    let statement = change(service, context, &target, |Current { document, revision }| {
        check_revision(request.revision_id.as_deref(), &revision, "GetPolicy")?;
        let mut document = document.unwrap_or_else(Document::new);
        let statement = document.add(&grant)?;
        Ok((Some(document), statement))
    });
    let (statement, _) = statement.await?;
    Output::of(&wire::AddPermissionResponse { statement: Some(statement.to_string()) })
}

pub(crate) async fn remove_permission(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::RemovePermissionRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "RemovePermission")?;
    if service.functions.get(&context.scope, &target.name).await?.is_none() {
        return Err(not_found(format!("No policy found for: {}", target.unqualified(context))));
    }
    change(service, context, &target, |Current { document, revision }| {
        let mut document = document.ok_or_else(no_policy)?;
        document.remove(&request.statement_id)?;
        check_revision(request.revision_id.as_deref(), &revision, "GetFunction/GetAlias")?;
        // A policy goes with its last statement.
        let left = Some(document).filter(|document| !document.statements().is_empty());
        Ok((left, ()))
    })
    .await?;
    Ok(Output { status: Some(204), ..Output::empty() })
}

pub(crate) async fn get_policy(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetPolicyRequest = input.parse()?;
    let (function, qualifier) = (&request.function_name, request.qualifier.as_deref());
    let target = Target::resolve(context, function, qualifier, "GetPolicy")?;
    let (policy, revision) = read(service, context, &target).await?;
    Output::of(&wire::GetPolicyResponse { policy: Some(policy), revision_id: Some(revision) })
}

/// The policy's text and revision. Of a function that is not there AWS says so; a version or alias that is not there is
/// one without a policy.
async fn read(
    service: &LambdaService,
    context: &RequestContext,
    target: &Target,
) -> Result<(String, String), ApiError> {
    if let Some(Current { document: Some(document), revision }) = current(service, context, target).await? {
        return Ok((document.text(), revision));
    }
    service.find(context, &Target { qualifier: None, ..target.clone() }).await?;
    Err(not_found("The resource you requested does not exist."))
}

fn refuse_latest(target: &Target) -> Result<(), ApiError> {
    if target.qualifier == Some(Qualifier::Latest) {
        return Err(invalid("We currently do not support adding policies for $LATEST."));
    }
    Ok(())
}

/// The conditions that only function URLs can fulfil. The second text is ours, after the first.
fn check_action(request: &wire::AddPermissionRequest) -> Result<(), ApiError> {
    for (name, is_given, action) in [
        ("FunctionUrlAuthType", request.function_url_auth_type.is_some(), "lambda:InvokeFunctionUrl"),
        ("InvokedViaFunctionUrl", request.invoked_via_function_url.is_some(), "lambda:InvokeFunction"),
    ] {
        if is_given && request.action != action {
            return Err(invalid(format!("{name} is only supported for {action} action")));
        }
    }
    Ok(())
}

fn grant<'a>(request: &'a wire::AddPermissionRequest, resource: &'a str, partition: &'a str) -> Grant<'a> {
    Grant {
        sid: &request.statement_id,
        principal: &request.principal,
        action: &request.action,
        resource,
        partition,
        conditions: Conditions {
            source_arn: request.source_arn.as_deref(),
            source_account: request.source_account.as_deref(),
            organization: request.principal_org_id.as_deref(),
            event_source_token: request.event_source_token.as_deref(),
            url_auth_type: request.function_url_auth_type.as_deref(),
            via_url: request.invoked_via_function_url,
        },
    }
}

/// `api` is where the caller finds the revision.
fn check_revision(given: Option<&str>, revision: &str, api: &str) -> Result<(), ApiError> {
    match given {
        Some(given) if given != revision => Err(errors::wrong_revision_of(api)),
        _ => Ok(()),
    }
}

fn no_policy() -> ApiError {
    not_found("No policy is associated with the given resource.")
}
