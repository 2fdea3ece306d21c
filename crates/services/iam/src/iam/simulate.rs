//! SimulateCustomPolicy and GetContextKeysForCustomPolicy: what given policies would decide. SimulatePrincipalPolicy and
//! GetContextKeysForPrincipalPolicy: the same of those that a user, a group or a role has.

mod principal;

pub(super) use principal::{get_context_keys_for_principal_policy, simulate_principal_policy};

use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use policy::{
    Context, Decision, Denial, Document, Effect, Finding, Kind, Policies, Policy, Request, Requester, Source,
    Span, Verdict, explain, spans,
};

/// Bytes of policies that one answer asks at most, all its results together, since patterns can be made to take their time.
const MAX_WORK: usize = 1_000_000;

pub(super) fn simulate_custom_policy(context: &RequestContext, input: Input) -> Result<Output, ApiError> {
    let request: wire::SimulateCustomPolicyRequest = input.parse()?;
    if request.ordered_organization_policy_input_list.is_some() {
        return Err(invalid("OrderedOrganizationPolicyInputList is not built in Tenfold yet."));
    }
    let mut given = Given::default();
    given.take(&request)?;
    simulate(context, &request, &given)
}

/// What given policies decide about every action on every resource, a page of it.
fn simulate(
    context: &RequestContext,
    request: &wire::SimulateCustomPolicyRequest,
    given: &Given,
) -> Result<Output, ApiError> {
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let first = page.after.as_deref().map_or(Ok(0), |after| after.parse::<usize>());
    let first = first.map_err(|_| invalid("Invalid Marker."))?;
    let asked = Asked::new(context, request)?;
    let limit = page.limit.min(MAX_WORK / given.bytes.max(1)).max(1);
    let everything = ["*".to_owned()];
    let resources = request.resource_arns.as_deref().unwrap_or(&everything);
    let pairs = request
        .action_names
        .iter()
        .flat_map(|action| resources.iter().map(move |resource| (action, resource)));
    let count = request.action_names.len().saturating_mul(resources.len());
    let results = pairs.skip(first).take(limit).map(|(action, resource)| {
        let result = given.result(&asked, action, resource);
        // Told once more where resources are named, as AWS does.
        let specific = request.resource_arns.is_some().then(|| vec![specific(&result)]);
        wire::EvaluationResult { resource_specific_results: specific, ..result }
    });
    let results: Vec<wire::EvaluationResult> = results.collect();
    let next = first.saturating_add(results.len());
    let more = next < count;
    Output::of(&wire::SimulatePolicyResponse {
        evaluation_results: Some(results),
        is_truncated: Some(more),
        marker: paging::marker(more, Some(&next.to_string())),
    })
}

pub(super) fn get_context_keys_for_custom_policy(input: Input) -> Result<Output, ApiError> {
    let request: wire::GetContextKeysForCustomPolicyRequest = input.parse()?;
    let mut given = Given::default();
    given.identity("PolicyInputList", &request.policy_input_list)?;
    context_keys(&given)
}

/// The context keys that policies name, each once.
fn context_keys(given: &Given) -> Result<Output, ApiError> {
    let names = given.missing(&Context::default());
    Output::of(&wire::GetContextKeysForPolicyResponse { context_key_names: Some(names) })
}

fn read(text: &str) -> Result<Document, ApiError> {
    text.parse().map_err(|error: policy::Malformed| invalid(&error.to_string()))
}

fn invalid(message: &str) -> ApiError {
    ApiError::new(400, "InvalidInput", message)
}

/// A policy that has a say.
struct Part {
    /// Tells it apart from the others.
    name: String,
    /// What answers call it, such as `PolicyInputList.1`.
    shown: String,
    policy: Policy,
    spans: Vec<Span>,
}

impl Part {
    fn source(&self) -> Source<'_> {
        Source { name: &self.name, policy: &self.policy }
    }
}

/// All policies that have a say.
#[derive(Default)]
struct Given {
    identity: Vec<Part>,
    boundary: Option<Vec<Part>>,
    resource: Option<Part>,
    bytes: usize,
}

impl Given {
    fn part(&mut self, name: String, shown: String, text: &str) -> Result<Part, ApiError> {
        self.bytes += text.len();
        Ok(Part { name, shown, policy: Policy::new(&read(text)?), spans: spans(text) })
    }

    fn parts(&mut self, list: &str, texts: &[String]) -> Result<Vec<Part>, ApiError> {
        let numbered = texts.iter().enumerate().map(|(n, text)| (format!("{list}.{}", n + 1), text));
        numbered.map(|(name, text)| self.part(name.clone(), name, text)).collect()
    }

    fn identity(&mut self, list: &str, texts: &[String]) -> Result<(), ApiError> {
        let parts = self.parts(list, texts)?;
        self.identity.extend(parts);
        Ok(())
    }

    /// Takes the policies of a request besides those that are there.
    fn take(&mut self, request: &wire::SimulateCustomPolicyRequest) -> Result<(), ApiError> {
        self.identity("PolicyInputList", &request.policy_input_list)?;
        if let Some(texts) = request.permissions_boundary_policy_input_list.as_deref() {
            self.boundary = Some(self.parts("PermissionsBoundaryPolicyInputList", texts)?);
        }
        if let Some(text) = request.resource_policy.as_deref() {
            let name = "ResourcePolicy".to_owned();
            self.resource = Some(self.part(name.clone(), name, text)?);
        }
        Ok(())
    }

    fn all(&self) -> impl Iterator<Item = &Part> {
        self.identity.iter().chain(self.boundary.iter().flatten()).chain(&self.resource)
    }

    fn result(&self, asked: &Asked, action: &str, resource: &str) -> wire::EvaluationResult {
        let request = Request {
            action,
            resource,
            owner: &asked.owner,
            requester: asked.requester(),
            context: &asked.context,
            trust: false,
        };
        let identity: Vec<Source<'_>> = self.identity.iter().map(Part::source).collect();
        let boundary: Vec<Source<'_>> = self.boundary.iter().flatten().map(Part::source).collect();
        let resources: Vec<Source<'_>> = self.resource.iter().map(Part::source).collect();
        let policies = Policies {
            identity: &identity,
            resource: &resources,
            boundary: self.boundary.is_some().then_some(boundary.as_slice()),
            ..Policies::default()
        };
        let decision = explain(&request, &policies);
        let (word, effect) = word(&decision);
        let matched = decision.findings.iter().filter(|finding| Some(finding.effect) == effect);
        wire::EvaluationResult {
            eval_action_name: action.to_owned(),
            eval_resource_name: Some(resource.to_owned()),
            eval_decision: word.to_owned(),
            matched_statements: Some(matched.map(|finding| self.statement(finding)).collect()),
            missing_context_values: Some(self.missing(&asked.context)),
            permissions_boundary_decision_detail: self.boundary.is_some().then(|| by_boundary(&decision)),
            ..Default::default()
        }
    }

    fn missing(&self, context: &Context) -> Vec<String> {
        let mut missing: Vec<String> = Vec::new();
        for key in self.all().flat_map(|part| part.policy.context_keys()) {
            if !context.has(key) && !missing.iter().any(|known| known.eq_ignore_ascii_case(key)) {
                missing.push(key.to_owned());
            }
        }
        missing
    }

    fn statement(&self, finding: &Finding<'_>) -> wire::Statement {
        let part = self.all().find(|part| part.name == finding.policy);
        let span = part.and_then(|part| part.spans.get(finding.statement));
        let position = |position: policy::Position| wire::Position {
            line: i32::try_from(position.line).ok(),
            column: i32::try_from(position.column).ok(),
        };
        let kind = match finding.kind {
            Kind::Resource => "Resource Policy",
            Kind::Boundary => "IAM Permissions Boundary",
            _ => "IAM Policy",
        };
        wire::Statement {
            source_policy_id: part.map(|part| part.shown.clone()),
            source_policy_type: Some(kind.to_owned()),
            start_position: span.map(|span| position(span.start)),
            end_position: span.map(|span| position(span.end)),
        }
    }
}

/// The decision in the simulator's word, and which statements led to it.
fn word(decision: &Decision<'_>) -> (&'static str, Option<Effect>) {
    match decision.verdict {
        Verdict::Allowed(_) => ("allowed", Some(Effect::Allow)),
        Verdict::Denied(Denial::Explicit(_)) => ("explicitDeny", Some(Effect::Deny)),
        Verdict::Denied(Denial::Implicit(_)) => ("implicitDeny", None),
    }
}

fn by_boundary(decision: &Decision<'_>) -> wire::PermissionsBoundaryDecisionDetail {
    let of = |effect| move |f: &Finding<'_>| f.kind == Kind::Boundary && f.effect == effect;
    let allowed =
        decision.findings.iter().any(of(Effect::Allow)) && !decision.findings.iter().any(of(Effect::Deny));
    wire::PermissionsBoundaryDecisionDetail { allowed_by_permissions_boundary: Some(allowed) }
}

fn specific(result: &wire::EvaluationResult) -> wire::ResourceSpecificResult {
    wire::ResourceSpecificResult {
        eval_resource_name: result.eval_resource_name.clone().unwrap_or_default(),
        eval_resource_decision: result.eval_decision.clone(),
        matched_statements: result.matched_statements.clone(),
        missing_context_values: result.missing_context_values.clone(),
        permissions_boundary_decision_detail: result.permissions_boundary_decision_detail.clone(),
        ..Default::default()
    }
}

/// Who asks, as he says, and about whose resource.
struct Asked {
    arn: String,
    account: String,
    owner: String,
    context: Context,
}

impl Asked {
    fn new(context: &RequestContext, request: &wire::SimulateCustomPolicyRequest) -> Result<Self, ApiError> {
        let own = context.caller.account.to_string();
        let partition = context.scope.region.partition();
        let arn = match &request.caller_arn {
            None => format!("arn:{partition}:iam::{own}:user/simulated"),
            Some(arn) if is_caller(arn) => arn.clone(),
            Some(_) => return Err(invalid("CallerArn must be the ARN of a user or of a role's session.")),
        };
        let account = arn.split(':').nth(4).unwrap_or(&own).to_owned();
        // An account's id, or an ARN of it.
        let owner = request.resource_owner.as_deref();
        let owner =
            owner.map_or(account.clone(), |owner| owner.split(':').nth(4).unwrap_or(owner).to_owned());
        let mut values = Context::default();
        for entry in request.context_entries.iter().flatten() {
            if let Some(name) = &entry.context_key_name {
                values.set_all(name, entry.context_key_values.clone().unwrap_or_default());
            }
        }
        Ok(Self { arn, account, owner, context: values })
    }

    fn requester(&self) -> Requester<'_> {
        let (arn, account) = (self.arn.as_str(), self.account.as_str());
        if arn.contains(":assumed-role/") {
            Requester::RoleSession { arn, role: None, id: "", account }
        } else {
            Requester::User { arn, id: "", account }
        }
    }
}

fn is_caller(arn: &str) -> bool {
    let resource = arn.splitn(6, ':').nth(5).unwrap_or_default();
    arn.starts_with("arn:") && (resource.starts_with("user/") || resource.starts_with("assumed-role/"))
}
