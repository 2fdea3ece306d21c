//! The seam between the front door and an AWS service: what an operation is given and what it gives back.
//!
//! Never here: a protocol's spelling (see the codecs), and any decision about a request.

use crate::access::{Access, Asked};
use crate::caller::Caller;
use crate::flow::{BrokenOff, Event, Flow};
use crate::model::{Operation, ServiceModel};
use async_trait::async_trait;
use bytes::Bytes;
use domain::{Scope, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::sync::Arc;

/// One AWS service: the operations of one service model that are built.
#[async_trait]
pub trait Service: Send + Sync {
    /// The model that requests are routed, decoded and validated by.
    fn model(&self) -> &'static ServiceModel;

    /// What an operation asks to be allowed. It is asked for of every operation, built or not, before its input is checked.
    fn access(&self, _asked: &Asked<'_>) -> Access {
        Access::Undeclared
    }

    /// Whether an operation asks policies itself, as those that assume roles do: it gets [`RequestContext::conditions`] then.
    fn asks_policies(&self, _operation: &Operation) -> bool {
        false
    }

    /// Carries out one operation whose input has passed the model's constraints. An operation that is not built
    /// answers [`ApiError::not_implemented`].
    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError>;
}

/// What is known about a request besides its input.
#[derive(Clone, Debug)]
pub struct RequestContext {
    /// `x-amzn-RequestId`, a UUID, new for each request.
    pub request_id: Arc<str>,
    /// The caller's account, and the region that the request was signed for.
    pub scope: Scope,
    /// Who signed it.
    pub caller: Caller,
    /// When it arrived.
    pub now: Timestamp,
    /// Scheme and authority by which the caller reached us, such as `http://127.0.0.1:4566`; for addresses in
    /// answers.
    pub endpoint: Arc<str>,
    /// The caller's `X-Amzn-Trace-Id`, where it sent one: visible ASCII, at most [`MAX_TRACE_HEADER`] bytes.
    pub trace_header: Option<Arc<str>>,
    /// The condition keys that there are of every request, for an operation that asks policies itself.
    pub conditions: Conditions,
}

/// Condition keys and their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions {
    /// Of the request, whoever sent it.
    pub request: Vec<(String, Vec<String>)>,
    /// Of its caller.
    pub caller: Vec<(String, Vec<String>)>,
}

/// The longest trace header that is passed on, bytes. With the longest chain of invocations in it one has 360.
pub const MAX_TRACE_HEADER: usize = 512;

/// The decoded and validated members of a request, by their names in the service model.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// All members but a payload blob, wherever they were sent (path, query, header, body). Blobs inside are
    /// base64 text, timestamps are epoch seconds, as in AWS's JSON.
    pub members: Map<String, Value>,
    /// The member that is the body itself (`Payload` of Invoke), byte for byte.
    pub payload: Option<Bytes>,
}

impl Input {
    /// The members as a typed value: one of the `generated` request structures.
    pub fn parse<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        serde_json::from_value(Value::Object(self.members))
            .map_err(|e| ApiError::new(400, "SerializationException", e.to_string()))
    }
}

/// The answer of an operation, by member names of the service model; the codec decides where each goes.
#[derive(Debug, Default)]
pub struct Output {
    /// Replaces the operation's own status, where the model says that a member is the status code.
    pub status: Option<u16>,
    /// Members, those that travel as headers included.
    pub members: Map<String, Value>,
    /// The member that is the body itself.
    pub payload: Option<Bytes>,
    /// `X-Amzn-Trace-Id`, which AWS Lambda answers and its model does not have.
    pub trace: Option<Arc<str>>,
    /// The member that is a stream of events: the body, after everything else.
    pub events: Option<Flow<Result<Event, BrokenOff>>>,
}

impl Output {
    /// An answer without members.
    pub fn empty() -> Self {
        Self::default()
    }

    /// An answer from a typed value.
    pub fn of<T: Serialize>(value: &T) -> Result<Self, ApiError> {
        match serde_json::to_value(value) {
            Ok(Value::Object(members)) => Ok(Self { members, ..Self::default() }),
            Ok(_) => Err(ApiError::internal()),
            Err(_) => Err(ApiError::internal()),
        }
    }
}

/// An error as AWS answers it. What the operator needs to know besides is logged where it happens, never in here.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct ApiError {
    /// HTTP status.
    pub status: u16,
    /// The error's shape name or code, such as `ResourceNotFoundException`.
    pub code: String,
    /// What the user reads.
    pub message: String,
    /// Further members of the error's shape (`Type`, `Reason`, `retryAfterSeconds` …).
    /// Boxed, since errors travel in every `Result` and most have none.
    pub fields: Box<Map<String, Value>>,
}

impl ApiError {
    /// An error without further members; the codec adds `Type` where the service's model has it.
    pub fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into(), fields: Box::default() }
    }

    /// The same error with one more member.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.fields.insert(name.to_owned(), value.into());
        self
    }

    /// Something of ours failed; the details are in the server's log.
    pub fn internal() -> Self {
        Self::new(500, "ServiceException", "An internal error occurred. Please retry your request.")
    }

    /// An operation of the model that is not built yet.
    pub fn not_implemented(service: &str, operation: &str) -> Self {
        Self::new(
            501,
            "NotImplementedException",
            format!("The operation {operation} of {service} is not implemented by Tenfold yet."),
        )
    }
}
