//! Function URLs: HTTP for functions. A request whose host is a URL's is answered here and never reaches the AWS API.
//!
//! Find the URL → preflight → may this caller → body → [`event`] → run → [`answer`] → CORS headers. Everything but that
//! order is a pure module; what a URL is and how its function runs is plugged in as [`FunctionUrls`].

mod answer;
mod cors;
mod event;
pub(crate) mod host;
mod progressive;
mod serve;

pub(crate) use serve::serve;

use async_trait::async_trait;
use aws_wire::ApiError;
use aws_wire::flow::{BrokenOff, Flow};
use aws_wire::generated::lambda::Cors;
use bytes::Bytes;
use domain::{FunctionArn, Region, Timestamp};
use policy::Policy;
use std::sync::Arc;
use std::time::Duration;

/// The URLs that there are, and their functions.
#[async_trait]
pub trait FunctionUrls: Send + Sync {
    /// The URL of that id, if there is one in that region. The id has the right form.
    async fn find(&self, region: &Region, id: &str) -> Result<Option<FunctionUrl>, ApiError>;

    /// Runs the function once, synchronously. Errors are Invoke's: 404 where it is gone, 429 where it is throttled.
    async fn run(&self, call: UrlCall) -> Result<Ran, ApiError>;

    /// A request to a URL was answered by this status, so long after it came.
    fn served(&self, _function: &FunctionArn, _status: u16, _after: Duration) {}
}

/// A URL.
#[derive(Clone, Debug)]
pub struct FunctionUrl {
    /// Its function, with the alias where it is an alias's.
    pub function: FunctionArn,
    /// Whether requests must be signed (`AuthType` `AWS_IAM`), or need not (`NONE`).
    pub signed: bool,
    /// Whether what the function returns is a stream (`InvokeMode` `RESPONSE_STREAM`).
    pub streams: bool,
    /// What web pages may do.
    pub cors: Option<Cors>,
    /// The resource policy of what the URL is attached to.
    pub policy: Option<Arc<Policy>>,
}

/// One request to a URL, as an invocation.
#[derive(Clone, Debug)]
pub struct UrlCall {
    /// The URL's function.
    pub function: FunctionArn,
    /// The request's id, which is the invocation's.
    pub request_id: Arc<str>,
    /// When it came.
    pub now: Timestamp,
    /// The trace header: the caller's or a new one.
    pub trace_header: Arc<str>,
    /// The event, at most [`domain::limits::MAX_SYNC_PAYLOAD`] bytes of JSON.
    pub event: Bytes,
    /// Whether a response that streams is wanted as it comes.
    pub streams: bool,
}

/// How a run ended.
#[derive(Debug)]
pub enum Ran {
    /// The function returned this.
    Returned(Bytes),
    /// It failed: it threw, crashed, took too long or answered too much.
    Failed,
    /// Its response comes as it makes it.
    Streams {
        /// What the function says that it is.
        content_type: Option<String>,
        /// The bytes. They break off where the function fails.
        body: Flow<Result<Bytes, BrokenOff>>,
    },
}
