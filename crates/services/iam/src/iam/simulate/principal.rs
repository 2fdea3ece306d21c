//! Simulation of the policies that are kept of somebody.

use super::{Given, context_keys, invalid, simulate};
use crate::errors::internal;
use crate::iam::IamService;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{IdentityKind, IdentityName, PolicySource};

pub(crate) async fn simulate_principal_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::SimulatePrincipalPolicyRequest = input.parse()?;
    if request.policy_exclusion_list.is_some() {
        return Err(invalid("PolicyExclusionList is not built in Tenfold yet."));
    }
    let mut given = kept(service, &request.policy_source_arn).await?;
    let is_user = request.policy_source_arn.contains(":user/");
    // Of a role it is a session that asks, whatever its name.
    let caller = request.caller_arn.or_else(|| is_user.then(|| request.policy_source_arn.clone()));
    let caller = caller.or_else(|| session_of(&request.policy_source_arn));
    if caller.is_none() && request.resource_policy.is_some() {
        return Err(invalid(
            "CallerArn is required where a ResourcePolicy is given and the source is no user.",
        ));
    }
    let custom = wire::SimulateCustomPolicyRequest {
        policy_input_list: request.policy_input_list.unwrap_or_default(),
        permissions_boundary_policy_input_list: request.permissions_boundary_policy_input_list,
        action_names: request.action_names,
        resource_arns: request.resource_arns,
        resource_policy: request.resource_policy,
        resource_owner: request.resource_owner,
        caller_arn: caller,
        context_entries: request.context_entries,
        resource_handling_option: request.resource_handling_option,
        max_items: request.max_items,
        marker: request.marker,
        ..Default::default()
    };
    given.take(&custom)?;
    simulate(context, &custom, &given)
}

pub(crate) async fn get_context_keys_for_principal_policy(
    service: &IamService,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetContextKeysForPrincipalPolicyRequest = input.parse()?;
    let mut given = kept(service, &request.policy_source_arn).await?;
    given.identity("PolicyInputList", request.policy_input_list.as_deref().unwrap_or_default())?;
    context_keys(&given)
}

/// The policies of a user with those of his groups, of a group, or of a role.
async fn kept(service: &IamService, arn: &str) -> Result<Given, ApiError> {
    let missing = || crate::errors::no_such_entity(format!("The entity with ARN {arn} cannot be found."));
    let name = IdentityName::of_arn(arn).ok_or_else(|| invalid("Invalid Entity Arn."))?;
    let found = service.store.principal_policies(&name).await.map_err(|e| internal(&e))?;
    let found = found.filter(|found| found.arn == arn).ok_or_else(missing)?;
    let mut given = Given::default();
    for (n, source) in found.identity.iter().enumerate() {
        let part = given.part(format!("{n} {}", source.name), shown(&name, source), &source.document)?;
        given.identity.push(part);
    }
    if let Some((boundary, document)) = found.boundary {
        let known = document
            .as_deref()
            .map(|text| given.part(format!("boundary {boundary}"), last(&boundary).to_owned(), text));
        // One that is not known allows nothing.
        given.boundary = Some(known.transpose()?.into_iter().collect());
    }
    Ok(given)
}

/// As AWS names them: a managed policy by its name, an inline one with whose it is.
fn shown(of: &IdentityName, source: &PolicySource) -> String {
    if !source.inline {
        return last(&source.name).to_owned();
    }
    match (&source.group, of.kind) {
        (Some(group), _) => format!("group_{group}_{}", source.name),
        (None, kind) => format!("{}_{}_{}", kind.word(), of.name, source.name),
    }
}

fn last(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// A session of a role, as the one who asks.
fn session_of(arn: &str) -> Option<String> {
    let name = IdentityName::of_arn(arn).filter(|name| name.kind == IdentityKind::Role)?;
    let partition = arn.split(':').nth(1)?;
    Some(format!("arn:{partition}:sts::{}:assumed-role/{}/simulated", name.account, name.name))
}
