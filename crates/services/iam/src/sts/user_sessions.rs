//! Sessions of users: GetSessionToken, GetFederationToken; and GetAccessKeyInfo.

use super::assume::within;
use super::session::{HOUR_S, end, packed, policies, tags};
use super::{StsService, denied, show};
use crate::errors::{internal, validation};
use crate::tokens::Bearer;
use aws_wire::generated::sts as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext, SessionFacts};

/// Seconds of a user's session, where nobody said otherwise (API reference, GetSessionToken and GetFederationToken).
const DEFAULT_S: u32 = 43_200;
/// At most.
const MOST_S: u32 = 129_600;

/// A user with keys of his own, or the root user, who gets an hour at most.
fn seconds(context: &RequestContext, operation: &str, asked: Option<i32>) -> Result<u32, ApiError> {
    let caller = &context.caller;
    if caller.session.is_some() || !matches!(caller.kind, CallerKind::Root | CallerKind::User) {
        return Err(denied(format!("Cannot call {operation} with session credentials")));
    }
    within(asked, DEFAULT_S, if caller.kind == CallerKind::Root { HOUR_S } else { MOST_S })
}

pub(super) async fn get_session_token(
    service: &StsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetSessionTokenRequest = input.parse()?;
    let seconds = seconds(context, "GetSessionToken", request.duration_seconds)?;
    let (serial, code) = (request.serial_number.as_deref(), request.token_code.as_deref());
    let mfa = service.second_factor(context, serial, code).await?;
    let caller = &context.caller;
    let facts = SessionFacts {
        issued: context.now,
        expires: end(context.now, seconds),
        mfa,
        ..SessionFacts::default()
    };
    let bearer = Bearer {
        account: caller.account.clone(),
        arn: caller.arn.clone(),
        user_id: caller.user_id.clone(),
        kind: caller.kind,
    };
    let issued = service.tokens.issue(bearer, facts).map_err(|_| ApiError::internal())?;
    Output::of(&wire::GetSessionTokenResponse { credentials: Some(show(issued)), ..Default::default() })
}

pub(super) async fn get_federation_token(
    service: &StsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetFederationTokenRequest = input.parse()?;
    let seconds = seconds(context, "GetFederationToken", request.duration_seconds)?;
    let caller = &context.caller;
    let own = policies(&*service.store, &caller.account, request.policy, request.policy_arns).await?;
    let (tags, _) = tags(caller, request.tags.unwrap_or_default(), Vec::new())?;
    let facts = SessionFacts {
        name: Some(request.name.clone()),
        made_by: Some(caller.arn.clone()),
        made_by_id: Some(caller.user_id.clone()),
        policy: own.0,
        policy_arns: own.1,
        tags,
        issued: context.now,
        expires: end(context.now, seconds),
        ..SessionFacts::default()
    };
    let packed_policy_size = packed(&facts)?;
    let partition = context.scope.region.partition();
    let arn = format!("arn:{partition}:sts::{}:federated-user/{}", caller.account, request.name);
    let user_id = format!("{}:{}", caller.account, request.name);
    let shown = wire::FederatedUser { federated_user_id: user_id.clone(), arn: arn.clone() };
    let bearer = Bearer { account: caller.account.clone(), arn, user_id, kind: CallerKind::FederatedUser };
    let issued = service.tokens.issue(bearer, facts).map_err(|_| ApiError::internal())?;
    Output::of(&wire::GetFederationTokenResponse {
        credentials: Some(show(issued)),
        federated_user: Some(shown),
        packed_policy_size,
        ..Default::default()
    })
}

/// Whose a key is. Of temporary ones it is only known of the caller's own.
pub(super) async fn get_access_key_info(
    service: &StsService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetAccessKeyInfoRequest { access_key_id: id } = input.parse()?;
    let found = service.store.access_key(&id).await.map_err(|error| internal(&error))?;
    let account = match found {
        Some((key, _)) => key.account.to_string(),
        None if id == context.caller.access_key_id => context.caller.account.to_string(),
        None => return Err(validation("The access key ID is not known here.")),
    };
    Output::of(&wire::GetAccessKeyInfoResponse { account: Some(account) })
}
