//! SAML providers: create, get, update, list, delete. Their documents are kept; nobody is let in by them yet.

use super::IamService;
use super::items::Kept;
use super::roles::{seconds, show_tags, tags};
use crate::errors::{already_exists, invalid_input, no_such_entity, unchanged, uncreated};
use crate::ids::unique_id;
use crate::saml::{Metadata, read};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::ItemKind;

const KIND: ItemKind = ItemKind::SamlProvider;
/// Providers of an account (quotas of IAM).
const MAX_PROVIDERS: usize = 100;
/// How long a document without an end is good: a hundred years.
const FOREVER_MS: i64 = 100 * 365 * 86_400_000;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Provider {
    arn: String,
    uuid: String,
    document: String,
    /// Milliseconds.
    valid_until: i64,
    encryption: Option<String>,
    tags: BTreeMap<String, String>,
}

pub(super) fn missing(arn: &str) -> ApiError {
    no_such_entity(format!("Manifest not found for arn {arn}"))
}

/// The provider of an ARN.
async fn find(service: &IamService, context: &RequestContext, arn: &str) -> Result<Kept<Provider>, ApiError> {
    let name = arn.split_once(":saml-provider/").map(|(_, name)| name);
    let name = name.ok_or_else(|| invalid_input(format!("ARN {arn} is not valid.")))?;
    let found = Kept::<Provider>::find(&*service.store, &context.caller.account, KIND, name).await?;
    found.filter(|kept| kept.value.arn == arn).ok_or_else(|| missing(arn))
}

/// When a document ends. Errors: it is no provider's metadata.
fn valid_until(document: &str, now: Timestamp) -> Result<i64, ApiError> {
    match read(document) {
        Some(Metadata { valid_until }) => Ok(valid_until.unwrap_or(now.0.saturating_add(FOREVER_MS))),
        None => Err(invalid_input("Could not parse metadata")),
    }
}

/// Keys that decrypt assertions are not kept, since there are none to decrypt.
fn refuse_key(key: Option<&String>) -> Result<(), ApiError> {
    match key {
        Some(_) => Err(invalid_input("Private keys of SAML providers are not supported here.")),
        None => Ok(()),
    }
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateSAMLProviderRequest = input.parse()?;
    refuse_key(request.add_private_key.as_ref())?;
    let (partition, account, name) =
        (context.scope.region.partition(), &context.caller.account, request.name);
    let provider = Provider {
        arn: format!("arn:{partition}:iam::{account}:saml-provider/{name}"),
        uuid: unique_id::<20>("SAML").map_err(|_| ApiError::internal())?,
        valid_until: valid_until(&request.saml_metadata_document, context.now)?,
        document: request.saml_metadata_document,
        encryption: request.assertion_encryption_mode,
        tags: tags(request.tags.unwrap_or_default())?,
    };
    let (arn, shown) = (provider.arn.clone(), show_tags(&provider.tags));
    let created = Kept::new(context, KIND, name.clone(), provider).create(service, MAX_PROVIDERS).await;
    let exists = || already_exists(format!("Provider with name {name} already exists."));
    created.map_err(|error| uncreated(&error, "SAMLProvidersPerAccount", exists))?;
    Output::of(&wire::CreateSAMLProviderResponse {
        saml_provider_arn: Some(arn),
        tags: (!shown.is_empty()).then_some(shown),
    })
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetSAMLProviderRequest { saml_provider_arn: arn } = input.parse()?;
    let Kept { item, value } = find(service, context, &arn).await?;
    Output::of(&wire::GetSAMLProviderResponse {
        saml_provider_uuid: Some(value.uuid),
        saml_metadata_document: Some(value.document),
        create_date: Some(seconds(item.created)),
        valid_until: Some(seconds(Timestamp(value.valid_until))),
        tags: Some(show_tags(&value.tags)),
        assertion_encryption_mode: value.encryption,
        ..Default::default()
    })
}

pub(super) async fn update(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateSAMLProviderRequest = input.parse()?;
    refuse_key(request.add_private_key.as_ref())?;
    let arn = request.saml_provider_arn;
    let mut kept = find(service, context, &arn).await?;
    if let Some(document) = request.saml_metadata_document {
        kept.value.valid_until = valid_until(&document, context.now)?;
        kept.value.document = document;
    }
    kept.value.encryption = request.assertion_encryption_mode.or(kept.value.encryption);
    let written = kept.replace(&*service.store).await;
    written.map_err(|error| unchanged(&error, || missing(&arn)))?;
    Output::of(&wire::UpdateSAMLProviderResponse { saml_provider_arn: Some(arn) })
}

pub(super) async fn list(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let found: Vec<Kept<Provider>> = Kept::all(service, &context.caller.account, KIND, None).await?;
    let show = |kept: Kept<Provider>| wire::SAMLProviderListEntry {
        arn: Some(kept.value.arn),
        valid_until: Some(seconds(Timestamp(kept.value.valid_until))),
        create_date: Some(seconds(kept.item.created)),
        ..Default::default()
    };
    Output::of(&wire::ListSAMLProvidersResponse {
        saml_provider_list: Some(found.into_iter().map(show).collect()),
    })
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteSAMLProviderRequest { saml_provider_arn: arn } = input.parse()?;
    let deleted = find(service, context, &arn).await?.delete(service).await;
    deleted.map_err(|error| unchanged(&error, || missing(&arn)))?;
    Ok(Output::empty())
}
