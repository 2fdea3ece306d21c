//! Why a request is not authenticated, in AWS's words.

use crate::model::Protocol;
use crate::service::ApiError;
use domain::Timestamp;

/// Why a request is not authenticated; [`AuthError::into_api`] says it in the service's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthError {
    /// Nothing was presented.
    #[error("missing authentication token")]
    Missing,
    /// Something was presented that is not whole.
    #[error("{0}")]
    Incomplete(String),
    /// The signature does not fit, or is too old, or for something else.
    #[error("{0}")]
    Invalid(String),
    /// No such access key, or a session token that does not belong to it.
    #[error("the security token included in the request is invalid")]
    UnknownKey,
    /// The session's credentials have expired.
    #[error("the security token included in the request is expired")]
    ExpiredToken,
}

impl AuthError {
    /// The error as a service of that protocol answers it: 403, but 400 where AWS's JSON services do so.
    pub fn into_api(self, protocol: Protocol) -> ApiError {
        // The same error has one name in XML services, another in JSON ones.
        let (json, query, message) = match self {
            Self::Missing if protocol == Protocol::Query => {
                ("", "MissingAuthenticationToken", "Request is missing Authentication Token".to_owned())
            }
            Self::Missing => {
                ("MissingAuthenticationTokenException", "", "Missing Authentication Token".to_owned())
            }
            Self::Incomplete(text) => ("IncompleteSignatureException", "IncompleteSignature", text),
            Self::Invalid(text) => ("InvalidSignatureException", "SignatureDoesNotMatch", text),
            Self::UnknownKey => (
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                "The security token included in the request is invalid.".to_owned(),
            ),
            Self::ExpiredToken => (
                "ExpiredTokenException",
                "ExpiredToken",
                "The security token included in the request is expired".to_owned(),
            ),
        };
        let code = if protocol == Protocol::Query { query } else { json };
        ApiError::new(
            if matches!(protocol, Protocol::Json11 | Protocol::Json10) { 400 } else { 403 },
            code,
            message,
        )
    }

    pub(super) fn mismatch() -> Self {
        Self::Invalid(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
             Access Key and signing method. Consult the service documentation for details."
                .to_owned(),
        )
    }

    pub(super) fn too_old(date: &str, limit: Timestamp, now: Timestamp, minutes: i64) -> Self {
        let (limit, now) = (limit.amz_date(), now.amz_date());
        Self::Invalid(format!(
            "Signature expired: {date} is now earlier than {limit} ({now} - {minutes} min.)"
        ))
    }

    pub(super) fn too_new(date: &str, limit: Timestamp, now: Timestamp, minutes: i64) -> Self {
        let (limit, now) = (limit.amz_date(), now.amz_date());
        Self::Invalid(format!(
            "Signature not yet current: {date} is still later than {limit} ({now} + {minutes} min.)"
        ))
    }
}
