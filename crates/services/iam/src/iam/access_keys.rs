//! CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey, GetAccessKeyLastUsed.

use super::IamService;
use super::roles::seconds;
use super::subject::Subject;
use crate::errors::{internal, no_such_entity};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{AccessKey, StoreError, Thing};

/// Keys of a user at most (quotas of IAM).
const MAX_KEYS: usize = 2;

fn missing(id: &str) -> ApiError {
    no_such_entity(format!("The Access Key with id {id} cannot be found."))
}

fn explain(of: &Subject, error: &StoreError, id: &str) -> ApiError {
    match error {
        StoreError::NotFound(Thing::AccessKey) => missing(id),
        error => of.explain_new(error, "AccessKeysPerUser"),
    }
}

fn status(key: &AccessKey) -> String {
    if key.active { "Active" } else { "Inactive" }.to_owned()
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let (account, user) = (&of.who.account, &of.who.name);
    let made = service.keys.make(account, user, context.now);
    let (key, secret) = made.map_err(|_| ApiError::internal())?;
    let created = service.store.create_access_key(key.clone(), MAX_KEYS).await;
    created.map_err(|error| explain(&of, &error, &key.id))?;
    service.keys.refresh(&key.id).await.map_err(|error| internal(&error))?;
    Output::of(&wire::CreateAccessKeyResponse {
        access_key: wire::AccessKey {
            user_name: key.user.clone(),
            status: status(&key),
            access_key_id: key.id,
            secret_access_key: secret,
            create_date: Some(seconds(key.created)),
        },
    })
}

pub(super) async fn list(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::ListAccessKeysRequest = input.parse()?;
    let page = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let keys = service.store.access_keys(&of.who.account, &of.who.name).await;
    let mut keys = keys.map_err(|error| of.explain(&error, ""))?;
    if let Some(after) = &page.after {
        let at = keys.iter().position(|key| key.id == *after).map_or(0, |at| at + 1);
        keys.drain(..at);
    }
    let more = keys.len() > page.limit;
    keys.truncate(page.limit);
    let show = |key: &AccessKey| wire::AccessKeyMetadata {
        user_name: Some(key.user.clone()),
        access_key_id: Some(key.id.clone()),
        status: Some(status(key)),
        create_date: Some(seconds(key.created)),
    };
    Output::of(&wire::ListAccessKeysResponse {
        access_key_metadata: keys.iter().map(show).collect(),
        is_truncated: Some(more),
        marker: paging::marker(more, keys.last().map(|key| key.id.as_str())),
    })
}

pub(super) async fn update(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::UpdateAccessKeyRequest { access_key_id: id, status, .. } = input.parse()?;
    let (account, user) = (&of.who.account, &of.who.name);
    let set = service.store.set_access_key_active(account, user, &id, status == "Active").await;
    set.map_err(|error| explain(&of, &error, &id))?;
    service.keys.refresh(&id).await.map_err(|error| internal(&error))?;
    Ok(Output::empty())
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::DeleteAccessKeyRequest { access_key_id: id, .. } = input.parse()?;
    let deleted = service.store.delete_access_key(&of.who.account, &of.who.name, &id).await;
    deleted.map_err(|error| explain(&of, &error, &id))?;
    service.keys.refresh(&id).await.map_err(|error| internal(&error))?;
    Ok(Output::empty())
}

pub(super) async fn last_used(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetAccessKeyLastUsedRequest { access_key_id: id } = input.parse()?;
    let found = service.store.access_key(&id).await.map_err(|error| internal(&error))?;
    let found = found.filter(|(key, _)| key.account == context.caller.account);
    let (key, user) = found.ok_or_else(|| missing(&id))?;
    let used = service.keys.noted(&id).or(key.used);
    // Of one that was never used, service and region are "N/A" (API reference).
    let text = |text: Option<String>| text.unwrap_or_else(|| "N/A".to_owned());
    Output::of(&wire::GetAccessKeyLastUsedResponse {
        user_name: Some(user.name),
        access_key_last_used: Some(wire::AccessKeyLastUsed {
            last_used_date: used.as_ref().map(|used| seconds(used.at)),
            service_name: text(used.as_ref().map(|used| used.service.clone())),
            region: text(used.map(|used| used.region)),
        }),
    })
}
