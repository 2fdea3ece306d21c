//! Logs Insights: queries, what is discovered of events, saved queries.

use super::{from_identifier, logged, page_of};
use crate::errors::{explain, invalid, not_built, not_found};
use crate::insights::{self, Malformed, Record, Value};
use crate::queries::{Asked, CONCURRENT, Job};
use crate::service::{LogsService, group_arn};
use crate::token;
use aws_wire::generated::logs as wire;
use aws_wire::{ApiError, Input, Output, RequestContext, random};
use domain::Timestamp;
use domain::hex::uuid_v4;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{EventPosition, FilterQuery, LogSetting, LogSettingKind, StoreError, StreamSelection};

/// Groups of a query at most (API reference of StartQuery).
const GROUPS: usize = 50;
/// The language that is built.
const CWLI: &str = "CWLI";
const DEFINITION: LogSettingKind = LogSettingKind::QueryDefinition;
/// Saved queries of an account and region (quotas of CloudWatch Logs).
const DEFINITIONS: usize = 1_000;
/// Events in which fields are looked for, and how long before now, or before and after a time (API reference of
/// GetLogGroupFields).
const SAMPLE: usize = 2_000;
const LATELY_MS: i64 = 15 * 60_000;
const AROUND_MS: i64 = 8 * 60_000;
/// Rows of one answer where no limit is given.
const PAGE: usize = 10_000;

fn malformed(error: &Malformed) -> ApiError {
    let place = json!({ "startCharOffset": error.start, "endCharOffset": error.end });
    let details = json!({ "location": place, "message": error.message });
    ApiError::new(400, "MalformedQueryException", error.message.clone()).with("queryCompileError", details)
}

fn check_language(language: Option<&str>) -> Result<(), ApiError> {
    match language {
        None | Some(CWLI) => Ok(()),
        Some(other) => Err(not_built(&format!("The query language {other}"))),
    }
}

fn find(service: &LogsService, context: &RequestContext, id: &str) -> Result<Arc<Job>, ApiError> {
    let found = service.queries.find(&context.scope, id);
    found.ok_or_else(|| not_found("The specified query does not exist."))
}

pub(crate) async fn start_query(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::StartQueryRequest = input.parse()?;
    check_language(request.query_language.as_deref())?;
    let query = insights::parse(&request.query_string).map_err(|error| malformed(&error))?;
    let mut groups = match (request.log_group_name, request.log_group_names, request.log_group_identifiers) {
        (Some(name), None, None) => vec![name],
        (None, Some(names), None) => names,
        (None, None, Some(identifiers)) => {
            let names = identifiers.iter().map(|identifier| from_identifier(context, identifier));
            names.collect::<Result<_, _>>()?
        }
        _ => {
            return Err(invalid(
                "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be provided.",
            ));
        }
    };
    groups.sort_unstable();
    groups.dedup();
    if groups.is_empty() || groups.len() > GROUPS {
        return Err(invalid(format!("A query is about 1 to {GROUPS} log groups.")));
    }
    if request.start_time > request.end_time {
        return Err(invalid("The start time of a query must not be after its end time."));
    }
    for group in &groups {
        service.store.retention(&context.scope, group).await.map_err(|error| match error {
            StoreError::NotFound(_) => {
                let account = &context.scope.account;
                not_found(&format!("Log group '{group}' does not exist for account ID '{account}'"))
            }
            error => explain(&error),
        })?;
    }
    let id = uuid_v4(random());
    // Seconds, and the last one is in it.
    let ms = |seconds: i64| Timestamp(seconds.saturating_mul(1_000));
    let asked = Asked {
        id: id.clone(),
        scope: context.scope.clone(),
        text: request.query_string,
        groups,
        user: context.caller.arn.clone(),
        now: context.now,
        window: (ms(request.start_time), ms(request.end_time.saturating_add(1))),
        limit: request.limit.and_then(|limit| usize::try_from(limit).ok()),
    };
    service.queries.begin(&service.store, query, asked).ok_or_else(|| {
        let message = format!("Account maximum query concurrency limit of [{CONCURRENT}] reached.");
        ApiError::new(400, "LimitExceededException", message)
    })?;
    Output::of(&wire::StartQueryResponse { query_id: Some(id) })
}

pub(crate) fn get_query_results(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetQueryResultsRequest = input.parse()?;
    let job = find(service, context, &request.query_id)?;
    let progress = job.progress();
    let start: usize = match request.next_token.as_deref() {
        None => 0,
        Some(token) => {
            let place = token::read_name(token)?;
            place.parse().map_err(|_| invalid("The specified nextToken is invalid."))?
        }
    };
    let most = request.max_items.and_then(|most| usize::try_from(most).ok()).filter(|most| *most > 0);
    let end = start.saturating_add(most.unwrap_or(PAGE)).min(progress.rows.len());
    let field = |(field, value): &(String, String)| wire::ResultField {
        field: Some(field.clone()),
        value: Some(value.clone()),
    };
    let rows = progress.rows.get(start..end).unwrap_or_default();
    Output::of(&wire::GetQueryResultsResponse {
        query_language: Some(CWLI.to_owned()),
        results: Some(rows.iter().map(|row| row.iter().map(field).collect()).collect()),
        statistics: Some(wire::QueryStatistics {
            records_matched: Some(progress.matched as f64),
            records_scanned: Some(progress.scanned as f64),
            estimated_records_skipped: Some(0.0),
            bytes_scanned: Some(progress.scanned_bytes as f64),
            estimated_bytes_skipped: Some(0.0),
            log_groups_scanned: Some(job.groups.len() as f64),
            ..Default::default()
        }),
        status: Some(progress.status.text().to_owned()),
        next_token: (end < progress.rows.len()).then(|| token::write_name(&end.to_string())),
        ..Default::default()
    })
}

pub(crate) fn stop_query(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::StopQueryRequest = input.parse()?;
    match find(service, context, &request.query_id)?.stop() {
        true => Output::of(&wire::StopQueryResponse { success: Some(true) }),
        false => Err(invalid("The specified query is not running.")),
    }
}

pub(crate) fn describe_queries(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeQueriesRequest = input.parse()?;
    check_language(request.query_language.as_deref())?;
    let mut queries = Vec::new();
    for (at, job) in service.queries.of(&context.scope).into_iter().enumerate() {
        let progress = job.progress();
        let other_status = request.status.as_deref().is_some_and(|wanted| wanted != progress.status.text());
        let other_group = request.log_group_name.as_ref().is_some_and(|wanted| !job.groups.contains(wanted));
        if other_status || other_group {
            continue;
        }
        let info = wire::QueryInfo {
            query_language: Some(CWLI.to_owned()),
            query_id: Some(job.id.clone()),
            query_string: Some(job.text.clone()),
            status: Some(progress.status.text().to_owned()),
            create_time: Some(job.created.0),
            log_group_name: job.groups.first().cloned(),
            query_duration: i64::try_from(progress.took.as_millis()).ok(),
            bytes_scanned: Some(progress.scanned_bytes as f64),
            user_identity: Some(job.user.clone()),
        };
        queries.push((format!("{at:08}"), info));
    }
    let (queries, next_token) = page_of(queries, request.next_token.as_deref(), request.max_results)?;
    Output::of(&wire::DescribeQueriesResponse { queries: Some(queries), next_token })
}

pub(crate) fn list_log_groups_for_query(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListLogGroupsForQueryRequest = input.parse()?;
    let job = find(service, context, &request.query_id)?;
    let arn = |group: &String| (group.clone(), group_arn(&context.scope, group));
    let groups = job.groups.iter().map(arn).collect();
    let (groups, next_token) = page_of(groups, request.next_token.as_deref(), request.max_results)?;
    Output::of(&wire::ListLogGroupsForQueryResponse { log_group_identifiers: Some(groups), next_token })
}

pub(crate) async fn put_query_definition(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutQueryDefinitionRequest = input.parse()?;
    check_language(request.query_language.as_deref())?;
    if request.parameters.is_some_and(|list| !list.is_empty()) {
        return Err(not_built("parameters"));
    }
    let _changing = service.changes.lock().await;
    let id = match request.query_definition_id {
        None => uuid_v4(random()),
        Some(id) => {
            let known = definitions(service, context).await?;
            if !known.iter().any(|(_, known)| known.query_definition_id.as_ref() == Some(&id)) {
                return Err(not_found("The specified query definition does not exist."));
            }
            id
        }
    };
    let definition = wire::QueryDefinition {
        query_language: Some(CWLI.to_owned()),
        query_definition_id: Some(id.clone()),
        name: Some(request.name),
        query_string: Some(request.query_string),
        last_modified: Some(context.now.0),
        log_group_names: Some(request.log_group_names.unwrap_or_default()),
        ..Default::default()
    };
    let value = serde_json::to_string(&definition).map_err(|_| ApiError::internal())?;
    let (group, name) = (String::new(), id.clone());
    let setting = LogSetting { kind: DEFINITION, group, name, created: context.now, value };
    match service.store.put_setting(&context.scope, setting, DEFINITIONS).await {
        Err(StoreError::LimitExceeded(_)) => return Err(crate::errors::limit_exceeded()),
        put => put.map_err(|e| explain(&e))?,
    }
    Output::of(&wire::PutQueryDefinitionResponse { query_definition_id: Some(id) })
}

/// Saved queries with their places in lists: by name.
async fn definitions(
    service: &LogsService,
    context: &RequestContext,
) -> Result<Vec<(String, wire::QueryDefinition)>, ApiError> {
    let found = service.store.settings(&context.scope, DEFINITION, Some("")).await;
    let mut list = Vec::new();
    for setting in found.map_err(|e| explain(&e))? {
        let definition: wire::QueryDefinition =
            serde_json::from_str(&setting.value).map_err(|error| logged(&setting, &error))?;
        let name = definition.name.clone().unwrap_or_default();
        list.push((format!("{name}\0{}", setting.name), definition));
    }
    list.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(list)
}

pub(crate) async fn describe_query_definitions(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DescribeQueryDefinitionsRequest = input.parse()?;
    check_language(request.query_language.as_deref())?;
    let prefix = request.query_definition_name_prefix.unwrap_or_default();
    let mut list = definitions(service, context).await?;
    list.retain(|(_, definition)| definition.name.as_ref().is_some_and(|name| name.starts_with(&prefix)));
    let (list, next_token) = page_of(list, request.next_token.as_deref(), request.max_results)?;
    Output::of(&wire::DescribeQueryDefinitionsResponse { query_definitions: Some(list), next_token })
}

pub(crate) async fn delete_query_definition(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::DeleteQueryDefinitionRequest = input.parse()?;
    let id = &request.query_definition_id;
    let deleted = service.store.delete_setting(&context.scope, DEFINITION, "", id).await;
    match deleted.map_err(|e| explain(&e))? {
        true => Output::of(&wire::DeleteQueryDefinitionResponse { success: Some(true) }),
        false => Err(not_found("The specified query definition does not exist.")),
    }
}

fn search(streams: StreamSelection, start: i64, end: i64, limit: usize) -> FilterQuery {
    FilterQuery {
        streams,
        start: Some(Timestamp(start)),
        end: Some(Timestamp(end)),
        terms: Vec::new(),
        descending: true,
        after: None,
        limit,
        max_bytes: super::MAX_ANSWER,
        max_scanned: SAMPLE,
    }
}

fn record(context: &RequestContext, group: &str, found: store::FilteredEvent) -> Record {
    Record::new(found, &format!("{}:{group}", context.scope.account).into(), token::write_pointer)
}

pub(crate) async fn get_log_record(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetLogRecordRequest = input.parse()?;
    let wrong = || invalid("The specified logRecordPointer is invalid.");
    let (log, stream, position) = token::read_pointer(&request.log_record_pointer).ok_or_else(wrong)?;
    let (account, group) = log.split_once(':').ok_or_else(wrong)?;
    if account != context.scope.account.as_str() {
        return Err(wrong());
    }
    let at = position.timestamp.0;
    let behind = EventPosition { sequence: position.sequence.saturating_add(1), ..position };
    let names = StreamSelection::Names(vec![stream]);
    let query = FilterQuery { after: Some(behind), ..search(names, at, at.saturating_add(1), 1) };
    let page = service.store.filter_events(&context.scope, group, query).await.map_err(|e| explain(&e))?;
    let found = page.events.into_iter().find(|found| found.event.position == position);
    let found = found.ok_or_else(|| not_found("The specified log record does not exist."))?;
    let shown = |(name, value): (String, Value)| {
        let text = match &value {
            // Times are numbers here.
            Value::Time(ms) => Some(ms.to_string()),
            value => value.shown(),
        };
        Some((name, text?))
    };
    let mut fields: BTreeMap<String, String> =
        insights::discover(&record(context, group, found)).into_iter().filter_map(shown).collect();
    fields.insert("@ptr".to_owned(), request.log_record_pointer);
    Output::of(&wire::GetLogRecordResponse { log_record: Some(fields) })
}

pub(crate) async fn get_log_group_fields(
    service: &LogsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetLogGroupFieldsRequest = input.parse()?;
    let group = super::group_name(context, request.log_group_name, request.log_group_identifier)?;
    let (start, end) = match request.time {
        None => (context.now.0 - LATELY_MS, i64::MAX),
        // Seconds.
        Some(seconds) => {
            let ms = seconds.saturating_mul(1_000);
            (ms.saturating_sub(AROUND_MS), ms.saturating_add(AROUND_MS))
        }
    };
    let query = search(StreamSelection::All, start, end, SAMPLE);
    let page = service.store.filter_events(&context.scope, &group, query).await.map_err(|e| explain(&e))?;
    let total = page.events.len();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for found in page.events {
        for (name, _) in insights::discover(&record(context, &group, found)) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let percent = |count: usize| i32::try_from(count * 100 / total.max(1)).ok();
    let mut fields: Vec<_> = counts
        .into_iter()
        .map(|(name, count)| wire::LogGroupField { name: Some(name), percent: percent(count) })
        .collect();
    fields.sort_by(|a, b| b.percent.cmp(&a.percent).then_with(|| a.name.cmp(&b.name)));
    Output::of(&wire::GetLogGroupFieldsResponse { log_group_fields: Some(fields) })
}
