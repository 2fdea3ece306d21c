//! Function URLs: what is kept of one, how it is spelt, and how a request to one finds its function and runs it.
//!
//! Never here: HTTP, and who may. The gateway does both.

use crate::attached;
use crate::errors;
use crate::operations::invoke::{self, Call};
use crate::service::LambdaService;
use crate::streaming::{self, Begun};
use crate::uuid::{draw, random};
use aws_wire::ApiError;
use aws_wire::flow::{BrokenOff, Flow};
use aws_wire::generated::lambda::Cors;
use bytes::Bytes;
use domain::invocation::Ended;
use domain::{FunctionArn, FunctionConfig, Outcome, Qualifier, Region, Timestamp, Trace};
use policy::Policy;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use std::sync::Arc;
use store::{Attachment, AttachmentKind};

/// `AuthType` of a URL whose requests must be signed.
const SIGNED: &str = "AWS_IAM";
/// `InvokeMode` of one whose function's bytes are sent as they are.
const STREAMS: &str = "RESPONSE_STREAM";
/// Characters of a URL's id.
const ID: usize = 32;

/// The value of an attachment of the kind [`AttachmentKind::Url`]. The id is its reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// `NONE` or `AWS_IAM`.
    pub(crate) auth_type: String,
    /// `BUFFERED` or `RESPONSE_STREAM`.
    pub(crate) invoke_mode: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cors: Option<Cors>,
    /// Milliseconds since the epoch.
    pub(crate) created: i64,
}

/// CORS settings without any setting are none: so a tool that takes them all away does not see them again.
pub(crate) fn settings(cors: Option<Cors>) -> Option<Cors> {
    cors.filter(|cors| *cors != Cors::default())
}

/// A new id: 32 letters and digits, each equally likely.
pub(crate) fn new_id() -> String {
    const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut id = String::with_capacity(ID);
    while id.len() < ID {
        // The last multiple of 36 within a byte: what is above would make some letters likelier.
        let fair = crate::uuid::random::<ID>().into_iter().filter(|byte| *byte < 252);
        let letters = fair.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        id.extend(letters.take(ID - id.len()));
    }
    id
}

/// How a URL is spelt for a caller who reached us at an endpoint (scheme and authority): below the endpoint's own name,
/// since that leads here. A loopback address has no names below it, but `localhost` has.
pub(crate) fn spell(endpoint: &str, id: &str, region: &Region) -> String {
    let (scheme, authority) = endpoint.split_once("://").unwrap_or(("http", endpoint));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (host, format!(":{port}")),
        _ => (authority, String::new()),
    };
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let host = match bare.parse::<IpAddr>() {
        Ok(address) if address.is_loopback() || address.is_unspecified() || address.is_ipv6() => "localhost",
        _ => host,
    };
    format!("{scheme}://{id}.lambda-url.{region}.{host}{port}/")
}

/// A URL that a request was sent to.
#[derive(Clone, Debug)]
pub struct FunctionUrl {
    /// Its function, with the alias where it is an alias's.
    pub function: FunctionArn,
    /// Whether requests must be signed.
    pub signed: bool,
    /// Whether what the function returns is a stream.
    pub streams: bool,
    /// What web pages may do.
    pub cors: Option<Cors>,
    /// The resource policy of what it is attached to.
    pub policy: Option<Arc<Policy>>,
}

/// One request to a URL.
#[derive(Clone, Debug)]
pub struct UrlInvocation {
    /// The URL's function.
    pub function: FunctionArn,
    /// Names the invocation.
    pub request_id: Arc<str>,
    /// When it came.
    pub now: Timestamp,
    /// The caller's `X-Amzn-Trace-Id`.
    pub trace_header: Option<Arc<str>>,
    /// The event: JSON.
    pub event: Bytes,
}

impl LambdaService {
    /// The URL of an id, if there is one in that region. From memory, if it was asked for since its function changed.
    pub async fn function_url(
        &self,
        region: &Region,
        id: &str,
    ) -> Result<Option<Arc<FunctionUrl>>, ApiError> {
        let url = self.functions.url(id, self.read_url(id)).await?;
        Ok(url.filter(|url| url.function.scope.region == *region))
    }

    async fn read_url(&self, id: &str) -> Result<Option<FunctionUrl>, ApiError> {
        let store = self.functions.store();
        // Ids are unique: there is one or none.
        let found = store.attached_by_reference(AttachmentKind::Url, id, None, 1).await;
        let found = found.map_err(|e| errors::store(&e))?.items.into_iter().next();
        let Some(url) = found else { return Ok(None) };
        let record: Record = attached::value(&url)?;
        let Attachment { scope, name, qualifier, .. } = url;
        let policy = store.attachment(&scope, &name, qualifier.as_ref(), AttachmentKind::Policy).await;
        let policy = policy.map_err(|e| errors::store(&e))?;
        let policy = policy.map(|policy| Arc::new(Policy::kept(&policy.value)));
        Ok(Some(FunctionUrl {
            function: FunctionArn { scope, name, qualifier },
            signed: record.auth_type == SIGNED,
            streams: record.invoke_mode == STREAMS,
            cors: record.cors,
            policy,
        }))
    }

    /// Runs a URL's function to its end. Errors are Invoke's.
    pub async fn invoke_url(&self, request: UrlInvocation) -> Result<UrlAnswer, ApiError> {
        let (config, call) = self.url_call(request).await?;
        Ok(invoke::run(self, config, call).await?.ended.into())
    }

    /// Runs the function of a URL whose answers stream, until its response begins. Errors are Invoke's.
    pub async fn stream_url(&self, request: UrlInvocation) -> Result<UrlAnswer, ApiError> {
        let (config, call) = self.url_call(request).await?;
        Ok(match streaming::begin(self, config, call).await? {
            Begun::Over(outcome) => outcome.ended.into(),
            Begun::Streaming { content_type, running } => {
                let broken = |ended: Result<Outcome<Bytes>, ApiError>| match ended {
                    Ok(Outcome { ended: Ended::Success(_), .. }) => None,
                    Ok(_) | Err(_) => Some(Err(BrokenOff)),
                };
                UrlAnswer::Streams { content_type, body: running.into_flow(|bytes| bytes, broken) }
            }
        })
    }

    async fn url_call(&self, request: UrlInvocation) -> Result<(Arc<FunctionConfig>, Call), ApiError> {
        let UrlInvocation { function, request_id, now, trace_header, event } = request;
        let qualifier = function.qualifier.clone().unwrap_or(Qualifier::Latest);
        let found = self.functions.resolve(&function.scope, &function.name, &qualifier).await?;
        let config = found.ok_or_else(|| errors::function_not_found(&function))?.choose(draw);
        let call = Call {
            request_id,
            // Whoever sends requests to URLs says nothing about chains.
            trace: Trace::follow(trace_header.as_deref(), now, random()).unchained(),
            payload: event,
            client_context: None,
            invoked_as: function,
            queued: None,
        };
        Ok((config, call))
    }
}

/// What became of a request to a URL.
#[derive(Debug)]
pub enum UrlAnswer {
    /// The function returned this.
    Returned(Bytes),
    /// It failed.
    Failed,
    /// Its response comes as it is made.
    Streams {
        /// What the function says that it is.
        content_type: Option<String>,
        /// The bytes. They break off where the function fails.
        body: Flow<Result<Bytes, BrokenOff>>,
    },
}

impl From<Ended<Bytes>> for UrlAnswer {
    fn from(ended: Ended<Bytes>) -> Self {
        match ended {
            Ended::Success(returned) => Self::Returned(returned),
            Ended::Error { .. } => Self::Failed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        let ids: Vec<String> = (0..200).map(|_| new_id()).collect();
        for id in &ids {
            assert_eq!(id.len(), 32);
            assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{id}");
        }
        let mut letters: Vec<char> = ids.concat().chars().collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 36, "every letter turns up in 6,400");
    }

    #[test]
    fn urls_lead_to_where_the_caller_was() {
        let region = Region::new("eu-west-1").unwrap();
        for (endpoint, url) in [
            ("http://127.0.0.1:4566", "http://ID.lambda-url.eu-west-1.localhost:4566/"),
            ("http://[::1]:4566", "http://ID.lambda-url.eu-west-1.localhost:4566/"),
            ("http://[fe80::1]", "http://ID.lambda-url.eu-west-1.localhost/"),
            ("http://0.0.0.0:80", "http://ID.lambda-url.eu-west-1.localhost:80/"),
            ("http://localhost", "http://ID.lambda-url.eu-west-1.localhost/"),
            (
                "http://localhost.localstack.cloud:4566",
                "http://ID.lambda-url.eu-west-1.localhost.localstack.cloud:4566/",
            ),
            ("https://fold.example.org", "https://ID.lambda-url.eu-west-1.fold.example.org/"),
            ("http://10.0.0.5:4566", "http://ID.lambda-url.eu-west-1.10.0.0.5:4566/"),
        ] {
            assert_eq!(spell(endpoint, "ID", &region), url, "{endpoint}");
        }
    }

    #[test]
    fn records_come_back() {
        let record = Record {
            auth_type: "NONE".to_owned(),
            invoke_mode: "BUFFERED".to_owned(),
            cors: Some(Cors { max_age: Some(5), ..Cors::default() }),
            created: 7,
        };
        assert_eq!(serde_json::from_str::<Record>(&serde_json::to_string(&record).unwrap()).unwrap(), record);
        assert_eq!(settings(Some(Cors::default())), None);
        assert_eq!(settings(record.cors.clone()), record.cors);
    }
}
