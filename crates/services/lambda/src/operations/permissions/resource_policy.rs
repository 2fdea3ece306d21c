//! PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy: the same policy as a whole document.

use super::change::{Current, change};
use super::{check_revision, no_policy, read, refuse_latest};
use crate::errors::not_built;
use crate::policy::check;
use crate::reference::Target;
use crate::service::LambdaService;
use aws_wire::generated::lambda as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};

pub(crate) async fn put_resource_policy(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutResourcePolicyRequest = input.parse()?;
    let target = target(context, &request.resource_arn, "PutResourcePolicy")?;
    refuse_latest(&target)?;
    let document = check::read(&request.policy, &target.arn(context).to_string())?;
    let change = change(service, context, &target, |Current { revision, .. }| {
        check_revision(request.revision_id.as_deref(), &revision, "GetResourcePolicy")?;
        Ok((Some(document.clone()), ()))
    });
    let ((), revision) = change.await?;
    Output::of(&wire::PutResourcePolicyResponse {
        policy: Some(document.text()),
        revision_id: Some(revision),
    })
}

pub(crate) async fn get_resource_policy(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetResourcePolicyRequest = input.parse()?;
    let target = target(context, &request.resource_arn, "GetResourcePolicy")?;
    let (policy, revision) = read(service, context, &target).await?;
    Output::of(&wire::GetResourcePolicyResponse { policy: Some(policy), revision_id: Some(revision) })
}

pub(crate) async fn delete_resource_policy(
    service: &LambdaService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteResourcePolicyRequest = input.parse()?;
    let target = target(context, &request.resource_arn, "DeleteResourcePolicy")?;
    change(service, context, &target, |Current { document, revision }| {
        document.ok_or_else(no_policy)?;
        check_revision(request.revision_id.as_deref(), &revision, "GetResourcePolicy")?;
        Ok((None, ()))
    })
    .await?;
    Ok(Output { status: Some(204), ..Output::empty() })
}

/// Functions, versions and aliases; the model has ARNs of runtimes too.
fn target(context: &RequestContext, arn: &str, action: &str) -> Result<Target, ApiError> {
    if arn.split(':').nth(5) != Some("function") {
        return Err(not_built("The policy of a runtime"));
    }
    Target::resolve(context, arn, None, action)
}
