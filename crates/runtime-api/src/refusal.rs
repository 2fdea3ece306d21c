//! What the Runtime API answers to a runtime that does what it may not: AWS's JSON errors.

use std::borrow::Cow;

/// A refused request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// 400: no invocation of that id is under way.
    InvalidRequestId,
    /// 403: not now.
    InvalidStateTransition {
        /// What the runtime is doing, in the words of the machine.
        from: &'static str,
        /// What it asked for.
        to: &'static str,
    },
    /// 413: a body over the limit, which is this many bytes.
    TooLarge(usize),
    /// 400: a body that ended early.
    Truncated,
    /// 403: this environment was not restored from a snapshot.
    NotRestored,
    /// 501: an API that this server does not have.
    NotBuilt(&'static str),
    /// 404: no such path.
    NotFound,
    /// 405: the path exists, with another method.
    MethodNotAllowed,
}

impl Refusal {
    /// The HTTP status.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::InvalidRequestId | Self::Truncated => 400,
            Self::InvalidStateTransition { .. } | Self::NotRestored => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::TooLarge(_) => 413,
            Self::NotBuilt(_) => 501,
        }
    }

    /// `errorType`.
    pub(crate) fn error_type(&self) -> &'static str {
        match self {
            Self::InvalidRequestId => "InvalidRequestID",
            Self::InvalidStateTransition { .. } | Self::NotRestored => "InvalidStateTransition",
            Self::TooLarge(_) => "RequestEntityTooLarge",
            Self::Truncated => "Runtime.TruncatedResponse",
            Self::NotBuilt(_) => "NotImplemented",
            Self::NotFound => "NotFound",
            Self::MethodNotAllowed => "MethodNotAllowed",
        }
    }

    /// `errorMessage`.
    pub(crate) fn message(&self) -> Cow<'static, str> {
        match self {
            Self::InvalidRequestId => "Invalid request ID".into(),
            Self::InvalidStateTransition { from, to } => {
                format!("Transition from {from} to {to} is not allowed for runtime").into()
            }
            Self::TooLarge(limit) => format!("Exceeded maximum allowed payload size ({limit} bytes).").into(),
            Self::Truncated => "The body ended before its end".into(),
            Self::NotRestored => "This environment was not restored from a snapshot".into(),
            Self::NotBuilt(api) => format!("The {api} is not available on this server").into(),
            Self::NotFound => "No such path in the Lambda Runtime API".into(),
            Self::MethodNotAllowed => "The method is not allowed for this path".into(),
        }
    }

    /// The body: `{"errorMessage": …, "errorType": …}`.
    pub(crate) fn body(&self) -> Vec<u8> {
        let body = serde_json::json!({"errorMessage": self.message(), "errorType": self.error_type()});
        body.to_string().into_bytes()
    }
}
