//! Sampling: the rules by which tracers choose requests, and the quotas that they share.

use crate::errors::{invalid, store as explain};
use crate::service::{XRayService, arn};
use crate::settings::{DEFAULT, Kept, KeptRule, all, change, find, not_added, put, seconds, tags_of};
use aws_wire::generated::xray::{
    CreateSamplingRuleRequest, CreateSamplingRuleResult, DeleteSamplingRuleRequest, DeleteSamplingRuleResult,
    GetSamplingRulesResult, GetSamplingStatisticSummariesResult, GetSamplingTargetsRequest,
    GetSamplingTargetsResult, SamplingRule, SamplingRuleRecord, SamplingStatisticSummary,
    SamplingStatisticsDocument, SamplingTargetDocument, UnprocessedStatistics, UpdateSamplingRuleRequest,
    UpdateSamplingRuleResult,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Scope;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use store::SettingKind;

/// Seconds between two reports of a tracer; a quota is good for as long.
const INTERVAL: i32 = 10;
/// Reports that are remembered of a rule: half an hour.
const WINDOWS: usize = 180;
/// Tracers of a rule that are told apart.
const MAX_CLIENTS: usize = 1_000;
/// Rules with reports, of all accounts and regions.
const MAX_REPORTED: usize = 10_000;

/// What tracers reported since the server started.
#[derive(Default)]
pub(crate) struct Reports(Mutex<HashMap<(Scope, String), Reported>>);

#[derive(Default)]
struct Reported {
    /// When each tracer was last heard of, seconds.
    clients: HashMap<String, f64>,
    windows: VecDeque<SamplingStatisticSummary>,
}

impl Reports {
    /// Takes one report; returns how many tracers share the rule at the time.
    fn add(&self, scope: &Scope, report: &SamplingStatisticsDocument, now: f64) -> usize {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (scope.clone(), report.rule_name.clone());
        if all.len() >= MAX_REPORTED && !all.contains_key(&key) {
            return 1;
        }
        let reported = all.entry(key).or_default();
        reported.clients.retain(|_, heard| now - *heard <= 2.0 * f64::from(INTERVAL));
        if reported.clients.len() < MAX_CLIENTS || reported.clients.contains_key(&report.client_id) {
            reported.clients.insert(report.client_id.clone(), now);
        }
        let window = (now / f64::from(INTERVAL)).floor() * f64::from(INTERVAL);
        if reported.windows.back().and_then(|last| last.timestamp) != Some(window) {
            let (rule_name, timestamp) = (Some(report.rule_name.clone()), Some(window));
            reported.windows.push_back(SamplingStatisticSummary {
                rule_name,
                timestamp,
                request_count: Some(0),
                borrow_count: Some(0),
                sampled_count: Some(0),
            });
        }
        if reported.windows.len() > WINDOWS {
            reported.windows.pop_front();
        }
        if let Some(last) = reported.windows.back_mut() {
            let more = |count: &mut Option<i32>, add: i32| {
                *count = Some(count.unwrap_or(0).saturating_add(add.max(0)));
            };
            more(&mut last.request_count, report.request_count);
            more(&mut last.borrow_count, report.borrow_count.unwrap_or(0));
            more(&mut last.sampled_count, report.sampled_count);
        }
        reported.clients.len().max(1)
    }

    fn summaries(&self, scope: &Scope) -> Vec<SamplingStatisticSummary> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_scope = all.iter().filter(|((whose, _), _)| whose == scope);
        of_scope.flat_map(|(_, reported)| reported.windows.iter().cloned()).collect()
    }
}

/// The rule for what no other is for: one request a second and 5 % of the others.
fn default_rule(scope: &Scope) -> KeptRule {
    let any = || "*".to_owned();
    let rule = SamplingRule {
        rule_name: Some(DEFAULT.to_owned()),
        rule_arn: Some(rule_arn(scope, DEFAULT)),
        resource_arn: any(),
        priority: 10_000,
        fixed_rate: 0.05,
        reservoir_size: 1,
        service_name: any(),
        service_type: any(),
        host: any(),
        http_method: any(),
        url_path: any(),
        version: 1,
        attributes: Some(BTreeMap::new()),
        ..SamplingRule::default()
    };
    KeptRule { rule, created: 0.0, modified: 0.0, tags: BTreeMap::new() }
}

fn rule_arn(scope: &Scope, name: &str) -> String {
    arn(scope, &format!("sampling-rule/{name}"))
}

async fn rules(service: &XRayService, scope: &Scope) -> Result<Vec<KeptRule>, ApiError> {
    let mut rules: Vec<KeptRule> = all(&*service.traces, scope).await?;
    if !rules.iter().any(|kept| kept.name() == DEFAULT) {
        rules.push(default_rule(scope));
    }
    rules.sort_by_key(|kept| (kept.rule.priority, kept.name().to_owned()));
    Ok(rules)
}

async fn named(
    service: &XRayService,
    scope: &Scope,
    name: Option<&str>,
    arn: Option<&str>,
) -> Result<KeptRule, ApiError> {
    let found = find::<KeptRule>(&*service.traces, scope, name, arn).await?;
    let default = default_rule(scope);
    let is_default = name == Some(DEFAULT) || arn == Some(default.arn());
    found.or(is_default.then_some(default)).ok_or_else(|| invalid("Sampling rule not found."))
}

fn record(kept: KeptRule) -> SamplingRuleRecord {
    SamplingRuleRecord {
        sampling_rule: Some(kept.rule),
        created_at: Some(kept.created),
        modified_at: Some(kept.modified),
    }
}

fn check(rule: &SamplingRule) -> Result<(), ApiError> {
    if rule.version != 1 {
        return Err(invalid("Sampling rule version must be 1."));
    }
    let limits = [
        ("ServiceName", &rule.service_name),
        ("ServiceType", &rule.service_type),
        ("Host", &rule.host),
        ("HTTPMethod", &rule.http_method),
        ("URLPath", &rule.url_path),
        ("ResourceARN", &rule.resource_arn),
    ];
    match limits.into_iter().find(|(_, value)| value.is_empty()) {
        Some((name, _)) => Err(invalid(format!("{name} must not be empty."))),
        None => Ok(()),
    }
}

pub(crate) async fn create_sampling_rule(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let CreateSamplingRuleRequest { sampling_rule: mut rule, tags } = input.parse()?;
    check(&rule)?;
    let Some(name) = rule.rule_name.clone().filter(|_| rule.rule_arn.is_none()) else {
        return Err(invalid("A new sampling rule has a RuleName and no RuleARN."));
    };
    rule.rule_arn = Some(rule_arn(&context.scope, &name));
    rule.attributes = Some(rule.attributes.unwrap_or_default());
    let now = seconds(context.now);
    let kept = KeptRule { rule, created: now, modified: now, tags: tags_of(tags)? };
    if name == DEFAULT || !put(&*service.traces, &context.scope, &kept, true).await? {
        return Err(not_added::<KeptRule>(&*service.traces, &context.scope, &name).await?);
    }
    Output::of(&CreateSamplingRuleResult { sampling_rule_record: Some(record(kept)) })
}

pub(crate) async fn update_sampling_rule(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let UpdateSamplingRuleRequest { sampling_rule_update: update } = input.parse()?;
    let scope = &context.scope;
    let mut kept = named(service, scope, update.rule_name.as_deref(), update.rule_arn.as_deref()).await?;
    let is_default = kept.name() == DEFAULT;
    let narrows = [
        &update.resource_arn,
        &update.service_name,
        &update.service_type,
        &update.host,
        &update.http_method,
        &update.url_path,
    ];
    let narrows = narrows.into_iter().flatten().any(|value| value != "*")
        || update.priority.is_some_and(|priority| priority != 10_000)
        || update.attributes.as_ref().is_some_and(|attributes| !attributes.is_empty());
    if is_default && narrows {
        return Err(invalid(
            "Only the fixed rate and the reservoir size of the Default rule can be changed.",
        ));
    }
    let rule = &mut kept.rule;
    let set = |value: &mut String, update: Option<String>| {
        if let Some(update) = update {
            *value = update;
        }
    };
    set(&mut rule.resource_arn, update.resource_arn);
    set(&mut rule.service_name, update.service_name);
    set(&mut rule.service_type, update.service_type);
    set(&mut rule.host, update.host);
    set(&mut rule.http_method, update.http_method);
    set(&mut rule.url_path, update.url_path);
    rule.priority = update.priority.unwrap_or(rule.priority);
    rule.fixed_rate = update.fixed_rate.unwrap_or(rule.fixed_rate);
    rule.reservoir_size = update.reservoir_size.unwrap_or(rule.reservoir_size);
    rule.attributes = update.attributes.or(rule.attributes.take());
    check(rule)?;
    kept.modified = seconds(context.now);
    if !change(&*service.traces, scope, &kept).await? {
        return Err(invalid("Sampling rule not found."));
    }
    Output::of(&UpdateSamplingRuleResult { sampling_rule_record: Some(record(kept)) })
}

pub(crate) async fn delete_sampling_rule(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: DeleteSamplingRuleRequest = input.parse()?;
    let (name, arn) = (request.rule_name.as_deref(), request.rule_arn.as_deref());
    let kept = named(service, &context.scope, name, arn).await?;
    if kept.name() == DEFAULT {
        return Err(invalid("The Default rule cannot be deleted."));
    }
    let deleted = service.traces.delete_setting(&context.scope, SettingKind::SamplingRule, kept.name()).await;
    deleted.map_err(|e| explain(&e))?;
    Output::of(&DeleteSamplingRuleResult { sampling_rule_record: Some(record(kept)) })
}

/// All on one page: there are few.
pub(crate) async fn get_sampling_rules(
    service: &XRayService,
    context: &RequestContext,
) -> Result<Output, ApiError> {
    let records = rules(service, &context.scope).await?.into_iter().map(record).collect();
    Output::of(&GetSamplingRulesResult { sampling_rule_records: Some(records), next_token: None })
}

/// A tracer's share of each rule's requests a second, for the next ten seconds.
pub(crate) async fn get_sampling_targets(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetSamplingTargetsRequest = input.parse()?;
    let rules = rules(service, &context.scope).await?;
    let now = seconds(context.now);
    let (mut targets, mut unprocessed) = (Vec::new(), Vec::new());
    for report in request.sampling_statistics_documents {
        let Some(kept) = rules.iter().find(|kept| kept.name() == report.rule_name) else {
            unprocessed.push(UnprocessedStatistics {
                message: Some(format!("Sampling rule {} does not exist.", report.rule_name)),
                rule_name: Some(report.rule_name),
                error_code: Some("ResourceNotFoundException".to_owned()),
            });
            continue;
        };
        let sharing = service.reports.add(&context.scope, &report, now);
        targets.push(target(&kept.rule, sharing, now));
    }
    Output::of(&GetSamplingTargetsResult {
        sampling_target_documents: Some(targets),
        last_rule_modification: rules.iter().map(|kept| kept.modified).reduce(f64::max),
        unprocessed_statistics: Some(unprocessed),
        unprocessed_boost_statistics: None,
    })
}

fn target(rule: &SamplingRule, sharing: usize, now: f64) -> SamplingTargetDocument {
    let sharing = i32::try_from(sharing).unwrap_or(i32::MAX).max(1);
    SamplingTargetDocument {
        rule_name: rule.rule_name.clone(),
        fixed_rate: Some(rule.fixed_rate),
        // Rather one more in all than none for somebody.
        reservoir_quota: Some(rule.reservoir_size.saturating_add(sharing - 1) / sharing),
        reservoir_quota_ttl: Some(now + f64::from(INTERVAL)),
        interval: Some(INTERVAL),
        sampling_boost: None,
    }
}

pub(crate) fn get_sampling_statistic_summaries(
    service: &XRayService,
    context: &RequestContext,
) -> Result<Output, ApiError> {
    let summaries = service.reports.summaries(&context.scope);
    Output::of(&GetSamplingStatisticSummariesResult {
        sampling_statistic_summaries: Some(summaries),
        next_token: None,
    })
}
