//! Resource policies of the account: kept and described. Nothing asks them yet, since no other service writes logs by itself.

use super::{logged, page_of};
use crate::errors::{explain, invalid, limit_exceeded, not_built, not_found};
use crate::service::LogsService;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{LogSetting, LogSettingKind, StoreError};

/// Policies of an account and region (API reference of PutResourcePolicy).
const MOST: usize = 10;
/// Characters of an account's policy.
const MOST_CHARACTERS: usize = 5_120;
const KIND: LogSettingKind = LogSettingKind::ResourcePolicy;
const SCOPE: &str = "ACCOUNT";

pub(crate) async fn put_resource_policy(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutResourcePolicyRequest = input.parse()?;
    if request.resource_arn.is_some() || request.expected_revision_id.is_some() {
        return Err(not_built("A policy of one resource"));
    }
    let missing = |what: &str| invalid(format!("{what} is required."));
    let name = request.policy_name.filter(|name| !name.is_empty()).ok_or_else(|| missing("policyName"))?;
    let document = request.policy_document.ok_or_else(|| missing("policyDocument"))?;
    if document.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(invalid(format!("A policy document has at most {MOST_CHARACTERS} characters.")));
    }
    let read: Result<policy::Document, policy::Malformed> = document.parse();
    read.map_err(|why| invalid(format!("The policy document is invalid: {why}")))?;
    let policy = wire::ResourcePolicy {
        policy_name: Some(name.clone()),
        policy_document: Some(document),
        last_updated_time: Some(context.now.0),
        policy_scope: Some(SCOPE.to_owned()),
        ..Default::default()
    };
    let value = serde_json::to_string(&policy).map_err(|_| ApiError::internal())?;
    let setting = LogSetting { kind: KIND, group: String::new(), name, created: context.now, value };
    match service.store.put_setting(&context.scope, setting, MOST).await {
        Err(StoreError::LimitExceeded(_)) => return Err(limit_exceeded()),
        put => put.map_err(|e| explain(&e))?,
    }
    Output::of(&wire::PutResourcePolicyResponse { resource_policy: Some(policy), revision_id: None })
}

pub(crate) async fn describe_resource_policies(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeResourcePoliciesRequest = input.parse()?;
    let elsewhere = request.resource_arn.is_some()
        || request.policy_scope.as_deref().is_some_and(|wanted| wanted != SCOPE);
    let found = match elsewhere {
        true => Vec::new(),
        false => service.store.settings(&context.scope, KIND, Some("")).await.map_err(|e| explain(&e))?,
    };
    let mut policies = Vec::new();
    for setting in found {
        let policy: wire::ResourcePolicy =
            serde_json::from_str(&setting.value).map_err(|error| logged(&setting, &error))?;
        policies.push((setting.name, policy));
    }
    let (policies, next_token) = page_of(policies, request.next_token.as_deref(), request.limit)?;
    Output::of(&wire::DescribeResourcePoliciesResponse { resource_policies: Some(policies), next_token })
}

pub(crate) async fn delete_resource_policy(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteResourcePolicyRequest = input.parse()?;
    if request.resource_arn.is_some() {
        return Err(not_built("A policy of one resource"));
    }
    let name = request.policy_name.ok_or_else(|| invalid("policyName is required."))?;
    match service.store.delete_setting(&context.scope, KIND, "", &name).await.map_err(|e| explain(&e))? {
        true => Ok(Output::empty()),
        false => Err(not_found(&format!("Policy with name [{name}] does not exist"))),
    }
}
