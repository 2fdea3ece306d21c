//! AssumeRoleWithWebIdentity: a token of an identity provider for credentials of a role.

use super::assume::{bearer, find_role, length, set_tags};
use super::jwt::{Key, Token, keys};
use super::session::{end, packed, policies, tags};
use super::trust::{admits, of_role};
use super::{StsService, denied, show};
use crate::errors::internal;
use async_trait::async_trait;
use aws_wire::generated::sts as wire;
use aws_wire::{ApiError, Caller, Federated, Input, Output, RequestContext, SessionFacts};
use domain::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use store::{IdentityProvider, Role};

const ACTION: &str = "sts:AssumeRoleWithWebIdentity";
/// How long a provider's keys are believed without asking again, milliseconds.
const KEYS_LIFE_MS: i64 = 600_000;
/// How long after asking nobody asks again because a key is missing, milliseconds.
const PAUSE_MS: i64 = 30_000;
/// Providers whose keys are in memory.
const MAX_ISSUERS: usize = 1_000;
/// Clocks may differ by that, seconds.
const SKEW_S: i64 = 300;

/// Fetches what identity providers publish.
#[async_trait]
pub trait IssuerDocuments: Send + Sync {
    /// The document at a URL, which somebody with rights in IAM has named or which a document of his provider names. Ends in
    /// time, follows no redirect, and takes no more than some 100 KB.
    ///
    /// # Errors
    /// Why there is none, for the operator.
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, String>;
}

/// When keys were fetched, and which.
type Fetched = (Timestamp, Arc<Vec<Key>>);

/// Providers' keys.
pub(super) struct Issuers {
    documents: Arc<dyn IssuerDocuments>,
    known: Mutex<HashMap<String, Fetched>>,
}

impl Issuers {
    pub(super) fn new(documents: Arc<dyn IssuerDocuments>) -> Self {
        Self { documents, known: Mutex::default() }
    }

    /// The keys of a provider, among them one of that name if it has it.
    async fn keys(
        &self,
        provider: &IdentityProvider,
        wanted: Option<&str>,
        now: Timestamp,
    ) -> Result<Arc<Vec<Key>>, String> {
        let url = provider.url();
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&url).cloned();
        if let Some((since, keys)) = known {
            let age = now.0.saturating_sub(since.0);
            let has = |id: &str| keys.iter().any(|key| key.id.as_deref() == Some(id));
            if age < PAUSE_MS || age < KEYS_LIFE_MS && wanted.is_none_or(has) {
                return Ok(keys);
            }
        }
        let keys = Arc::new(self.fetch(&url, provider.plain).await?);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MAX_ISSUERS {
            known.clear();
        }
        known.insert(url, (now, Arc::clone(&keys)));
        Ok(keys)
    }

    async fn fetch(&self, url: &str, plain: bool) -> Result<Vec<Key>, String> {
        #[derive(Deserialize)]
        struct Configuration {
            jwks_uri: String,
        }
        let at = format!("{url}/.well-known/openid-configuration");
        let configuration = self.documents.fetch(&at).await?;
        let configuration: Configuration =
            serde_json::from_slice(&configuration).map_err(|e| format!("{at}: {e}"))?;
        let at = configuration.jwks_uri;
        // Without TLS only where the provider itself is, which is on this machine.
        let host = at.parse::<http::Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
        let local = host.is_some_and(|host| crate::iam::is_loopback(&host));
        if !(at.starts_with("https://") || plain && local) {
            return Err(format!("{at}: the keys are not behind TLS"));
        }
        keys(&self.documents.fetch(&at).await?).ok_or_else(|| format!("{at}: it is no document of keys"))
    }
}

fn bad_token(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidIdentityToken", message)
}

pub(super) async fn assume_role(
    service: &StsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::AssumeRoleWithWebIdentityRequest = input.parse()?;
    let no_way_in = || denied(format!("Not authorized to perform {ACTION}"));
    let token = Token::parse(&request.web_identity_token).ok_or_else(|| {
        bad_token(
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
        )
    })?;
    let role = find_role(service, &request.role_arn).await?.ok_or_else(no_way_in)?;
    let provider = provider(service, &role, &token).await?;
    let audience = verify(service, context.now, &provider, &token).await?;
    let subject = token.text("sub").ok_or_else(|| bad_token("Missing a required claim: sub"))?;
    let claims = claims(&provider, &token, &audience, subject);
    let (given, transitive) = asked_tags(&token);
    let source_identity = token.text("https://aws.amazon.com/source_identity").map(str::to_owned);

    // Whoever signed it all the same: the token says who asks.
    let mut keys = of_role(&context.conditions.request, &role);
    keys.set("aws:FederatedProvider", provider.arn());
    keys.set("sts:RoleSessionName", request.role_session_name.as_str());
    for (key, value) in &claims {
        keys.set(key, value.as_str());
    }
    if let Some(source) = &source_identity {
        keys.set("sts:SourceIdentity", source.as_str());
    }
    set_tags(&mut keys, &given, &transitive);
    let mut actions = vec![ACTION];
    actions.extend((!given.is_empty()).then_some("sts:TagSession"));
    actions.extend(source_identity.is_some().then_some("sts:SetSourceIdentity"));
    if !actions.iter().all(|action| admits(&role, &provider.arn(), action, &keys)) {
        return Err(no_way_in());
    }

    let seconds = length(&role, request.duration_seconds, false)?;
    let own = policies(&*service.store, &role.account, request.policy, request.policy_arns).await?;
    // Nobody's session goes before.
    let nobody = Caller { session: None, ..context.caller.clone() };
    let (tags, transitive_tags) = tags(&nobody, given, transitive)?;
    let facts = SessionFacts {
        role: Some(role.arn()),
        name: Some(request.role_session_name),
        policy: own.0,
        policy_arns: own.1,
        tags,
        transitive_tags,
        source_identity: source_identity.clone(),
        issued: context.now,
        expires: end(context.now, seconds),
        federated: Some(Federated { provider: provider.arn(), claims }),
        ..SessionFacts::default()
    };
    let packed_policy_size = packed(&facts)?;
    let (bearer, assumed_role_user) = bearer(&role, facts.name.as_deref().unwrap_or_default());
    let issued = service.tokens.issue(bearer, facts).map_err(|_| ApiError::internal())?;
    Output::of(&wire::AssumeRoleWithWebIdentityResponse {
        credentials: Some(show(issued)),
        subject_from_web_identity_token: Some(subject.to_owned()),
        assumed_role_user: Some(assumed_role_user),
        packed_policy_size,
        provider: Some(provider.arn()),
        audience: Some(audience),
        source_identity,
        ..Default::default()
    })
}

/// The provider that a token says it is of, in the account of the role.
async fn provider(
    service: &StsService,
    role: &Role,
    token: &Token<'_>,
) -> Result<IdentityProvider, ApiError> {
    let issuer = token.text("iss").ok_or_else(|| bad_token("Missing a required claim: iss"))?;
    let name = issuer.split_once("://").map_or(issuer, |(_, name)| name).trim_end_matches('/');
    let found = service.store.identity_provider(&role.account, name).await;
    let found = found.map_err(|error| internal(&error))?;
    found.ok_or_else(|| bad_token(format!("No OpenIDConnect provider found in your account for {issuer}")))
}

/// Whether a token is good now, and for whom it was issued.
async fn verify(
    service: &StsService,
    now: Timestamp,
    provider: &IdentityProvider,
    token: &Token<'_>,
) -> Result<String, ApiError> {
    let keys = service.issuers.keys(provider, token.key_id.as_deref(), now).await.map_err(|error| {
        tracing::warn!(provider = provider.arn(), error, "an identity provider's keys cannot be had");
        bad_token(
            "Couldn't retrieve verification key from your identity provider,  please reference \
             AssumeRoleWithWebIdentity documentation for requirements",
        )
    })?;
    if !token.is_signed_by(&keys) {
        return Err(bad_token("Token signature invalid"));
    }
    let second = now.0.div_euclid(1_000);
    let expires = token.time("exp").ok_or_else(|| bad_token("Missing a required claim: exp"))?;
    if second >= expires {
        let message = format!(
            "Token expired: current date/time {second} must be before the expiration date/time{expires}"
        );
        return Err(ApiError::new(400, "ExpiredTokenException", message));
    }
    let early = ["nbf", "iat"].iter().filter_map(|claim| token.time(claim)).any(|at| at > second + SKEW_S);
    if early {
        return Err(bad_token("Token is not yet valid"));
    }
    // One that is for many says who has it.
    let own = token.text("azp").into_iter().chain(token.audiences());
    let audience = own.into_iter().find(|audience| provider.client_ids.iter().any(|id| id == audience));
    audience.map(str::to_owned).ok_or_else(|| bad_token("Incorrect token audience"))
}

/// What policies may ask about a token: condition keys that begin with the provider's name.
fn claims(
    provider: &IdentityProvider,
    token: &Token<'_>,
    audience: &str,
    subject: &str,
) -> BTreeMap<String, String> {
    let key = |claim: &str| format!("{}:{claim}", provider.issuer);
    let mut claims = BTreeMap::from([(key("aud"), audience.to_owned()), (key("sub"), subject.to_owned())]);
    for claim in ["amr", "email", "oaud"] {
        if let Some(value) = token.text(claim) {
            claims.insert(key(claim), value.to_owned());
        }
    }
    claims
}

/// Session tags in a token (user guide, "Passing session tags using AssumeRoleWithWebIdentity").
fn asked_tags(token: &Token<'_>) -> (Vec<wire::Tag>, Vec<String>) {
    let Some(Value::Object(tags)) = token.claims.get("https://aws.amazon.com/tags") else {
        return (Vec::new(), Vec::new());
    };
    // A value is a text, or a list of one.
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(all) => all.first().and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    let principal = tags.get("principal_tags").and_then(Value::as_object);
    let pairs = principal.into_iter().flatten();
    let tagged =
        pairs.filter_map(|(key, value)| text(value).map(|value| wire::Tag { key: key.clone(), value }));
    let transitive = tags.get("transitive_tag_keys").and_then(Value::as_array);
    let transitive = transitive.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    (tagged.take(50).collect(), transitive.take(50).collect())
}
