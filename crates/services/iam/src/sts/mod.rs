//! STS: who one is, and temporary credentials.

mod assume;
pub(crate) mod fuzzing;
mod jwt;
mod session;
mod trust;
mod user_sessions;
mod web_identity;

pub use web_identity::IssuerDocuments;

use crate::mfa;
use crate::tokens::{Temporary, Tokens};
use crate::user_keys::UserKeys;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::sts as wire;
use aws_wire::{ApiError, CallerKind, Input, Operation, Output, RequestContext, Service, ServiceModel};
use std::sync::Arc;
use store::{IamStore, IdentityName};
use web_identity::Issuers;

/// AWS Security Token Service.
pub struct StsService {
    store: Arc<dyn IamStore>,
    tokens: Arc<Tokens>,
    keys: Arc<UserKeys>,
    issuers: Issuers,
    /// Whether trust policies are not asked about root users: development mode takes everybody for one.
    lenient: bool,
}

impl StsService {
    /// The service. `keys` knows how users' secrets are sealed, `documents` fetches what identity providers publish.
    pub fn new(
        store: Arc<dyn IamStore>,
        tokens: Arc<Tokens>,
        keys: Arc<UserKeys>,
        documents: Arc<dyn IssuerDocuments>,
        lenient: bool,
    ) -> Self {
        Self { store, tokens, keys, issuers: Issuers::new(documents), lenient }
    }
}

#[async_trait]
impl Service for StsService {
    fn model(&self) -> &'static ServiceModel {
        &wire::MODEL
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        crate::access::sts_access(asked)
    }

    fn asks_policies(&self, operation: &Operation) -> bool {
        operation.name.starts_with("AssumeRole")
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "GetCallerIdentity" => Output::of(&wire::GetCallerIdentityResponse {
                user_id: Some(context.caller.user_id),
                account: Some(context.caller.account.to_string()),
                arn: Some(context.caller.arn),
            }),
            "AssumeRole" => assume::assume_role(self, &context, input).await,
            "AssumeRoleWithWebIdentity" => web_identity::assume_role(self, &context, input).await,
            "GetSessionToken" => user_sessions::get_session_token(self, &context, input).await,
            "GetFederationToken" => user_sessions::get_federation_token(self, &context, input).await,
            "GetAccessKeyInfo" => user_sessions::get_access_key_info(self, &context, input).await,
            // No service here says why in a message that is encoded: none is one of ours.
            "DecodeAuthorizationMessage" => {
                Err(ApiError::new(400, "InvalidAuthorizationMessageException", "Message is not valid"))
            }
            name => Err(ApiError::not_implemented("sts", name)),
        }
    }
}

impl StsService {
    /// Whether a request comes with a second factor of the user who sends it. Errors: with a wrong one.
    async fn second_factor(
        &self,
        context: &RequestContext,
        serial: Option<&str>,
        code: Option<&str>,
    ) -> Result<bool, ApiError> {
        let caller = &context.caller;
        let user = IdentityName::of_arn(&caller.arn).filter(|_| caller.kind == CallerKind::User);
        mfa::authenticate(&*self.store, self.keys.seal(), user, (serial, code), context.now).await
    }
}

/// Credentials as they are answered.
fn show(credentials: Temporary) -> wire::Credentials {
    #[expect(clippy::cast_precision_loss, reason = "seconds of any date have few digits")]
    let expiration = credentials.expires.0.div_euclid(1_000) as f64;
    wire::Credentials {
        access_key_id: credentials.caller.access_key_id,
        secret_access_key: credentials.secret,
        session_token: credentials.token,
        expiration,
    }
}

fn denied(message: impl Into<String>) -> ApiError {
    ApiError::new(403, "AccessDenied", message)
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterValue", message)
}
