//! Providers of identities that speak OpenID Connect: create, get, list, delete, thumbprints, audiences.

use super::IamService;
use super::roles::{seconds, show_tags, tags};
use crate::errors::{already_exists, internal, limit, no_such_entity, unchanged, uncreated, validation};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{IdentityProvider, ProviderChange, StoreError};

/// Providers of an account (quotas of IAM).
const MAX_PROVIDERS: usize = 100;
/// Audiences of a provider (quotas of IAM).
const MAX_CLIENT_IDS: usize = 100;
/// Thumbprints of a provider (quotas of IAM).
const MAX_THUMBPRINTS: usize = 5;

fn not_found(arn: &str) -> ApiError {
    no_such_entity(format!("OpenIDConnect Provider not found for arn {arn}"))
}

/// The provider of an ARN.
pub(super) async fn find(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
) -> Result<IdentityProvider, ApiError> {
    let issuer = arn.split_once(":oidc-provider/").map(|(_, issuer)| issuer).unwrap_or_default();
    let found = service.store.identity_provider(&context.caller.account, issuer).await;
    let found = found.map_err(|error| internal(&error))?.filter(|provider| provider.arn() == arn);
    found.ok_or_else(|| not_found(arn))
}

/// An issuer's URL without its scheme, and whether it is reached without TLS, which is for issuers on the same machine only.
fn issuer(url: &str) -> Result<(String, bool), ApiError> {
    let invalid = || validation("Invalid Open ID Connect Provider URL");
    let parsed: http::Uri = url.parse().map_err(|_| invalid())?;
    let authority = parsed.authority().filter(|authority| !authority.as_str().contains('@'));
    let authority = authority.ok_or_else(invalid)?;
    let plain = match parsed.scheme_str() {
        Some("https") => false,
        Some("http") if is_loopback(authority.host()) => true,
        _ => return Err(invalid()),
    };
    if parsed.query().is_some() || url.contains('#') {
        return Err(invalid());
    }
    let path = parsed.path().trim_end_matches('/');
    Ok((format!("{}{path}", authority.as_str().to_lowercase()), plain))
}

/// Whether a host is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateOpenIDConnectProviderRequest = input.parse()?;
    let (issuer, plain) = issuer(&request.url)?;
    let client_ids = request.client_id_list.unwrap_or_default();
    if client_ids.len() > MAX_CLIENT_IDS {
        return Err(limit("ClientIdsPerOpenIdConnectProvider", MAX_CLIENT_IDS));
    }
    let provider = IdentityProvider {
        account: context.caller.account.clone(),
        partition: context.scope.region.partition().to_owned(),
        issuer,
        plain,
        created: context.now,
        client_ids,
        thumbprints: check_thumbprints(request.thumbprint_list.unwrap_or_default())?,
        tags: tags(request.tags.unwrap_or_default())?,
    };
    let created = service.store.create_identity_provider(provider.clone(), MAX_PROVIDERS).await;
    let exists = || already_exists(format!("Provider with url {} already exists.", provider.url()));
    created.map_err(|error| uncreated(&error, "OpenIdConnectProvidersPerAccount", exists))?;
    let tags = show_tags(&provider.tags);
    Output::of(&wire::CreateOpenIDConnectProviderResponse {
        open_id_connect_provider_arn: Some(provider.arn()),
        tags: (!tags.is_empty()).then_some(tags),
    })
}

fn check_thumbprints(thumbprints: Vec<String>) -> Result<Vec<String>, ApiError> {
    if thumbprints.len() > MAX_THUMBPRINTS {
        return Err(ApiError::new(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries."));
    }
    Ok(thumbprints)
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn } = input.parse()?;
    let provider = find(service, context, &arn).await?;
    Output::of(&wire::GetOpenIDConnectProviderResponse {
        // Without its scheme, as IAM answers.
        url: Some(provider.issuer),
        client_id_list: Some(provider.client_ids),
        thumbprint_list: Some(provider.thumbprints),
        create_date: Some(seconds(provider.created)),
        tags: Some(show_tags(&provider.tags)),
        ..Default::default()
    })
}

pub(super) async fn list(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let found = service.store.identity_providers(&context.caller.account).await;
    let entry = |provider: &IdentityProvider| wire::OpenIDConnectProviderListEntry {
        arn: Some(provider.arn()),
        ..Default::default()
    };
    Output::of(&wire::ListOpenIDConnectProvidersResponse {
        open_id_connect_provider_list: Some(
            found.map_err(|error| internal(&error))?.iter().map(entry).collect(),
        ),
    })
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn } = input.parse()?;
    // One that is gone already is no error (API reference).
    if let Ok(provider) = find(service, context, &arn).await {
        let deleted = service.store.delete_identity_provider(&provider.account, &provider.issuer).await;
        deleted.map_err(|error| internal(&error))?;
    }
    Ok(Output::empty())
}

async fn change(
    service: &IamService,
    context: &RequestContext,
    arn: &str,
    change: ProviderChange,
) -> Result<Output, ApiError> {
    let provider = find(service, context, arn).await?;
    let changed = service.store.change_identity_provider(&provider.account, &provider.issuer, change).await;
    changed.map_err(|error| match error {
        StoreError::LimitExceeded(quota) => limit("ClientIdsPerOpenIdConnectProvider", quota),
        error => unchanged(&error, || not_found(arn)),
    })?;
    Ok(Output::empty())
}

pub(super) async fn update_thumbprint(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateOpenIDConnectProviderThumbprintRequest = input.parse()?;
    let thumbprints = check_thumbprints(request.thumbprint_list)?;
    let arn = request.open_id_connect_provider_arn;
    change(service, context, &arn, ProviderChange::Thumbprints(thumbprints)).await
}

pub(super) async fn add_client_id(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::AddClientIDToOpenIDConnectProviderRequest = input.parse()?;
    let add = ProviderChange::AddClientId(request.client_id, MAX_CLIENT_IDS);
    change(service, context, &request.open_id_connect_provider_arn, add).await
}

pub(super) async fn remove_client_id(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::RemoveClientIDFromOpenIDConnectProviderRequest = input.parse()?;
    let remove = ProviderChange::RemoveClientId(request.client_id);
    change(service, context, &request.open_id_connect_provider_arn, remove).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers() {
        for (url, expected, plain) in [
            ("https://token.actions.githubusercontent.com", "token.actions.githubusercontent.com", false),
            ("https://ID.example.com/realms/x/", "id.example.com/realms/x", false),
            ("http://127.0.0.1:8080/x", "127.0.0.1:8080/x", true),
            ("http://[::1]:80", "[::1]:80", true),
        ] {
            assert_eq!(issuer(url), Ok((expected.to_owned(), plain)), "{url}");
        }
        for bad in [
            "",
            "id.example.com",
            "http://id.example.com",
            "https://u@h",
            "https://h/?q",
            "ftp://h",
            "https://h/#a",
        ] {
            assert!(issuer(bad).is_err(), "{bad}");
        }
    }
}
