//! Reports of what was last used: GenerateServiceLastAccessedDetails, GetServiceLastAccessedDetails and the same with entities.
//! A report is a question that is kept; it is answered when somebody looks.

use super::IamService;
use super::granted::{self, missing, name_of, services};
use super::items::Kept;
use super::managed::check_arn;
use super::roles::seconds;
use crate::errors::{internal, invalid_input, no_such_entity};
use crate::ids::uuid;
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{HolderFilter, Identity, IdentityKind, IdentityName, ItemKind, KeyUse, PolicyUse, StoreError};

const KIND: ItemKind = ItemKind::AccessReport;
/// Reports of an account that are kept; the oldest go.
const MAX_REPORTS: usize = 200;
/// Entities that are read at a time.
const PAGE: usize = 500;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Report {
    arn: String,
    by_action: bool,
}

/// Whom a report is about, and the services that it lists.
struct Subject {
    entities: Vec<IdentityName>,
    services: Vec<String>,
    /// Whether there is more than one who uses something.
    is_shared: bool,
}

async fn members(service: &IamService, group: &IdentityName) -> Result<Vec<IdentityName>, ApiError> {
    let mut found: Vec<IdentityName> = Vec::new();
    loop {
        let after = found.last().map(|user| user.name.clone());
        let page = service.store.group_members(&group.account, &group.name, after.as_deref(), PAGE).await;
        let page = page.map_err(|error| internal(&error))?;
        let is_empty = page.items.is_empty();
        found.extend(page.items.iter().map(|user| IdentityName::user(&user.account, &user.name)));
        if !page.more || is_empty {
            return Ok(found);
        }
    }
}

/// Users and roles to whom a policy applies, also through groups.
async fn holders(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
) -> Result<Vec<IdentityName>, ApiError> {
    let account = &context.caller.account;
    let mut found: Vec<IdentityName> = Vec::new();
    let mut after: Option<(IdentityKind, String)> = None;
    loop {
        let filter = HolderFilter { kind: None, path_prefix: "/".to_owned(), used: PolicyUse::Attached };
        let from = after.as_ref().map(|(kind, name)| (*kind, name.as_str()));
        let page = service.store.policy_holders(account, arn, filter, from, PAGE).await;
        let page = page.map_err(|error| internal(&error))?;
        after = page.items.last().map(|holder| (holder.kind, holder.name.clone()));
        for holder in page.items {
            let who = IdentityName { account: account.clone(), kind: holder.kind, name: holder.name };
            match who.kind {
                IdentityKind::Group => found.extend(members(service, &who).await?),
                IdentityKind::User | IdentityKind::Role => found.push(who),
            }
        }
        if !page.more || after.is_none() {
            found.sort_by(|a, b| (a.kind.word(), &a.name).cmp(&(b.kind.word(), &b.name)));
            found.dedup();
            return Ok(found);
        }
    }
}

async fn subject(service: &IamService, context: &RequestContext, arn: &str) -> Result<Subject, ApiError> {
    if arn.contains(":policy/") {
        check_arn(arn)?;
        let document = service.store.managed_document(&context.caller.account, arn).await;
        let document = document.map_err(|error| internal(&error))?.ok_or_else(|| missing(arn))?;
        let entities = holders(service, context, arn).await?;
        let services = services([&*document]).into_iter().collect();
        return Ok(Subject { entities, services, is_shared: true });
    }
    let (who, found) = granted::find(service, context, arn).await?;
    let services = services(found.identity.iter().map(|source| &*source.document)).into_iter().collect();
    let is_shared = who.kind == IdentityKind::Group;
    let entities = if is_shared { members(service, &who).await? } else { vec![who] };
    Ok(Subject { entities, services, is_shared })
}

pub(super) async fn generate(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GenerateServiceLastAccessedDetailsRequest = input.parse()?;
    subject(service, context, &request.arn).await?;
    let mut kept: Vec<Kept<Report>> = Kept::all(service, &context.caller.account, KIND, None).await?;
    kept.sort_by_key(|report| report.item.created.0);
    for oldest in kept.iter().take((kept.len() + 1).saturating_sub(MAX_REPORTS)) {
        match oldest.delete(service).await {
            Ok(()) | Err(StoreError::NotFound(_)) => {}
            Err(error) => return Err(internal(&error)),
        }
    }
    let id = uuid().map_err(|_| ApiError::internal())?;
    let report =
        Report { arn: request.arn, by_action: request.granularity.as_deref() == Some("ACTION_LEVEL") };
    // Several who ask at once may go a little beyond.
    let created = Kept::new(context, KIND, id.clone(), report).create(service, 2 * MAX_REPORTS).await;
    created.map_err(|error| internal(&error))?;
    Output::of(&wire::GenerateServiceLastAccessedDetailsResponse { job_id: Some(id) })
}

async fn find(service: &IamService, context: &RequestContext, id: &str) -> Result<Kept<Report>, ApiError> {
    let found = Kept::find(&*service.store, &context.caller.account, KIND, id).await?;
    found.ok_or_else(|| no_such_entity(format!("The job with id {id} cannot be found.")))
}

/// What a report says of who is not there any more.
fn gone(error: ApiError) -> Result<wire::ErrorDetails, ApiError> {
    match error.status {
        404 => Ok(wire::ErrorDetails { message: error.message, code: error.code.clone() }),
        _ => Err(error),
    }
}

/// A page of a list that is had as a whole, sorted by `key`: what is on it, whether it goes on, and its marker.
fn page<T>(
    mut items: Vec<T>,
    request: &paging::Request,
    key: impl Fn(&T) -> String,
) -> (Vec<T>, bool, Option<String>) {
    if let Some(after) = &request.after {
        items.retain(|item| key(item) > *after);
    }
    let more = items.len() > request.limit;
    items.truncate(request.limit);
    let marker = paging::marker(more, items.last().map(&key).as_deref());
    (items, more, marker)
}

async fn arn_of(service: &IamService, who: &IdentityName) -> Result<Option<Identity>, ApiError> {
    let found = service.store.identity(who).await;
    found.map_err(|error| internal(&error))
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetServiceLastAccessedDetailsRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let Kept { item, value: report } = find(service, context, &request.job_id).await?;
    let mut answer = wire::GetServiceLastAccessedDetailsResponse {
        job_status: "COMPLETED".to_owned(),
        job_type: Some(if report.by_action { "ACTION_LEVEL" } else { "SERVICE_LEVEL" }.to_owned()),
        job_creation_date: seconds(item.created),
        job_completion_date: seconds(item.created),
        is_truncated: Some(false),
        ..Default::default()
    };
    let found = match subject(service, context, &report.arn).await {
        Ok(found) => found,
        Err(error) => {
            answer.error = Some(gone(error)?);
            "FAILED".clone_into(&mut answer.job_status);
            return Output::of(&answer);
        }
    };
    let mut uses: BTreeMap<String, Vec<(IdentityName, KeyUse)>> = BTreeMap::new();
    let known = service.uses.of(found.entities).await.map_err(|error| internal(&error))?;
    for (who, used) in known {
        uses.entry(used.service.clone()).or_default().push((who, used));
    }
    let (services, more, marker) = page(found.services, &wanted, Clone::clone);
    for namespace in services {
        let his = uses.remove(&namespace).unwrap_or_default();
        let last = his.iter().max_by_key(|(_, used)| used.at);
        let entity = match last {
            Some((who, _)) => arn_of(service, who).await?.map(|found| found.arn()),
            None => None,
        };
        answer.services_last_accessed.push(wire::ServiceLastAccessed {
            service_name: name_of(&namespace).to_owned(),
            service_namespace: namespace,
            last_authenticated: last.map(|(_, used)| seconds(used.at)),
            last_authenticated_entity: entity,
            last_authenticated_region: last.map(|(_, used)| used.region.clone()),
            total_authenticated_entities: Some(i32::try_from(his.len()).unwrap_or(i32::MAX)),
            tracked_actions_last_accessed: None,
        });
    }
    (answer.is_truncated, answer.marker) = (Some(more), marker);
    Output::of(&answer)
}

pub(super) async fn get_with_entities(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetServiceLastAccessedDetailsWithEntitiesRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let Kept { item, value: report } = find(service, context, &request.job_id).await?;
    let mut answer = wire::GetServiceLastAccessedDetailsWithEntitiesResponse {
        job_status: "COMPLETED".to_owned(),
        job_creation_date: seconds(item.created),
        job_completion_date: seconds(item.created),
        is_truncated: Some(false),
        ..Default::default()
    };
    let found = match subject(service, context, &report.arn).await {
        Ok(found) => found,
        Err(error) => {
            answer.error = Some(gone(error)?);
            "FAILED".clone_into(&mut answer.job_status);
            return Output::of(&answer);
        }
    };
    if !found.is_shared {
        return Err(invalid_input("Only reports of groups and policies list entities."));
    }
    if !found.services.contains(&request.service_namespace) {
        let message = format!("The report does not list the service {}.", request.service_namespace);
        return Err(no_such_entity(message));
    }
    let key = |who: &IdentityName| format!("{}/{}", who.kind.word(), who.name);
    let mut entities = found.entities;
    entities.sort_by_key(key);
    let (shown, more, marker) = page(entities, &wanted, key);
    let uses = service.uses.of(shown.clone()).await.map_err(|error| internal(&error))?;
    for who in shown {
        // Who was deleted meanwhile is none any more.
        let Some(entity) = arn_of(service, &who).await? else { continue };
        let his =
            |(of, used): &&(IdentityName, KeyUse)| *of == who && used.service == request.service_namespace;
        answer.entity_details_list.push(wire::EntityDetails {
            entity_info: wire::EntityInfo {
                arn: entity.arn(),
                name: entity.name,
                r#type: super::subject::title(who.kind).to_uppercase(),
                id: entity.id,
                path: Some(entity.path),
            },
            last_authenticated: uses.iter().find(his).map(|(_, used)| seconds(used.at)),
        });
    }
    (answer.is_truncated, answer.marker) = (Some(more), marker);
    Output::of(&answer)
}
