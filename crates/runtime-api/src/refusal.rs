//! What a runtime or an extension is answered that does what it may not: AWS's JSON errors.

use crate::telemetry::TelemetryApi;
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
    /// 400: a mode of response that there is not.
    ResponseMode,
    /// 404: no such path.
    NotFound,
    /// 405: the path exists, with another method.
    MethodNotAllowed,
    /// 403: an extension without a name, or with one that is none.
    ExtensionName(&'static str),
    /// 403: a body that is no registration.
    RequestFormat(String),
    /// 403: there is no event of this name.
    EventType(String),
    /// 403: an internal extension is stopped with the runtime, and not told.
    ShutdownOfInternalExtension,
    /// 403: the runtime has asked for its first event already.
    RegistrationClosed,
    /// 403: there are as many as may be.
    TooManyExtensions,
    /// 403: another internal extension has this name.
    ExtensionNameTaken,
    /// 403: not now.
    ExtensionState {
        /// Where the extension is.
        from: &'static str,
        /// Where it wanted to be.
        to: &'static str,
        /// Its name or identifier.
        extension: String,
    },
    /// 403: no `Lambda-Extension-Identifier`.
    NoExtensionIdentifier,
    /// 403: one that is no UUID.
    ExtensionIdentifier,
    /// 403: nobody has this identifier.
    UnknownExtension(String),
    /// 403: the same, where the message does not repeat it.
    UnknownExtensionIdentifier,
    /// 403: this header is missing.
    NoHeader(&'static str),
    /// 400: a subscription that is none.
    Subscription(TelemetryApi, String),
    /// 403: the init phase is over.
    SubscriptionClosed(TelemetryApi),
    /// 202: nobody takes subscriptions.
    NoTelemetry(TelemetryApi),
    /// 500: this machine has no random numbers.
    Internal,
}

impl Refusal {
    /// The HTTP status.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::ExtensionName(_)
            | Self::RequestFormat(_)
            | Self::EventType(_)
            | Self::ShutdownOfInternalExtension
            | Self::RegistrationClosed
            | Self::TooManyExtensions
            | Self::ExtensionNameTaken
            | Self::ExtensionState { .. }
            | Self::NoExtensionIdentifier
            | Self::ExtensionIdentifier
            | Self::UnknownExtension(_)
            | Self::UnknownExtensionIdentifier
            | Self::NoHeader(_) => 403,
            Self::Subscription(..) => 400,
            Self::SubscriptionClosed(_) => 403,
            Self::NoTelemetry(_) => 202,
            Self::Internal => 500,
            Self::InvalidRequestId | Self::Truncated | Self::ResponseMode => 400,
            Self::InvalidStateTransition { .. } => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::TooLarge(_) => 413,
        }
    }

    /// `errorType`.
    pub(crate) fn error_type(&self) -> &'static str {
        match self {
            Self::InvalidRequestId => "InvalidRequestID",
            Self::InvalidStateTransition { .. } => "InvalidStateTransition",
            Self::TooLarge(_) => "RequestEntityTooLarge",
            Self::Truncated => "TruncatedHTTPRequest",
            Self::ResponseMode => "InvalidFunctionResponseMode",
            Self::NotFound => "NotFound",
            Self::MethodNotAllowed => "MethodNotAllowed",
            Self::ExtensionName(_) => "Extension.InvalidExtensionName",
            Self::RequestFormat(_) => "InvalidRequestFormat",
            Self::EventType(_) | Self::ShutdownOfInternalExtension => "Extension.InvalidEventType",
            Self::RegistrationClosed => "Extension.RegistrationClosed",
            Self::TooManyExtensions => "Extension.TooManyExtensions",
            Self::ExtensionNameTaken | Self::ExtensionState { .. } => "Extension.InvalidExtensionState",
            Self::NoExtensionIdentifier => "Extension.MissingExtensionIdentifier",
            Self::ExtensionIdentifier => "Extension.InvalidExtensionIdentifier",
            Self::UnknownExtension(_) | Self::UnknownExtensionIdentifier => {
                "Extension.UnknownExtensionIdentifier"
            }
            Self::NoHeader(_) => "Extension.MissingHeader",
            Self::Subscription(TelemetryApi::Telemetry, _) => "ValidationError",
            Self::Subscription(TelemetryApi::Logs, _) => "Logs.ValidationError",
            Self::SubscriptionClosed(TelemetryApi::Telemetry) => "Telemetry.SubscriptionClosed",
            Self::SubscriptionClosed(TelemetryApi::Logs) => "Logs.SubscriptionClosed",
            Self::NoTelemetry(TelemetryApi::Telemetry) => "Telemetry.NotSupported",
            Self::NoTelemetry(TelemetryApi::Logs) => "Logs.NotSupported",
            Self::Internal => "InternalServerError",
        }
    }

    /// `errorMessage`.
    pub(crate) fn message(&self) -> Cow<'static, str> {
        match self {
            Self::InvalidRequestId => "Invalid request ID".into(),
            Self::InvalidStateTransition { from, to } => {
                let why = "State transition is not allowed";
                format!("State transition from {from} to {to} failed for runtime. Error: {why}").into()
            }
            Self::TooLarge(limit) => format!("Exceeded maximum allowed payload size ({limit} bytes).").into(),
            Self::Truncated => "HTTP request detected as truncated".into(),
            Self::ResponseMode => "Invalid function response mode".into(),
            Self::NotFound => "No such path in the Lambda Runtime API".into(),
            Self::MethodNotAllowed => "The method is not allowed for this path".into(),
            Self::ExtensionName(reason) => (*reason).into(),
            Self::RequestFormat(reason) => reason.clone().into(),
            Self::EventType(event) => format!("{event}: ErrorInvalidEventType").into(),
            Self::ShutdownOfInternalExtension => {
                "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension".into()
            }
            Self::RegistrationClosed => "Extension registration closed already".into(),
            Self::TooManyExtensions => {
                format!("Extension limit ({}) reached", crate::extensions::MAX_EXTENSIONS).into()
            }
            Self::ExtensionNameTaken => "Extension with this name already registered".into(),
            Self::ExtensionState { from, to, extension } => format!(
                "State transition from {from} to {to} failed for extension {extension}. Error: State transition is \
                 not allowed"
            )
            .into(),
            Self::NoExtensionIdentifier => "Missing Lambda-Extension-Identifier header".into(),
            Self::ExtensionIdentifier => "Invalid Lambda-Extension-Identifier".into(),
            Self::UnknownExtension(id) => format!("Unknown extension {id}").into(),
            Self::UnknownExtensionIdentifier => "Unknown Lambda-Extension-Identifier".into(),
            Self::NoHeader(name) => format!("{name} not found").into(),
            Self::Subscription(_, complaint) => complaint.clone().into(),
            Self::SubscriptionClosed(api) => format!("{} subscription is closed already", api.name()).into(),
            Self::NoTelemetry(api) => format!("{} is not supported", api.name()).into(),
            Self::Internal => "Internal Server Error".into(),
        }
    }

    /// The body: `{"errorMessage": …, "errorType": …}` and a line end, as AWS's emulator writes it.
    pub(crate) fn body(&self) -> Vec<u8> {
        let body = serde_json::json!({"errorMessage": self.message(), "errorType": self.error_type()});
        format!("{body}\n").into_bytes()
    }
}
