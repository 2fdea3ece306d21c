//! One endpoint, spoken to in signed requests.

use crate::answer::{MAX_BODY, Said};
use crate::connection::{Answer, Connector};
use crate::endpoint::{Endpoint, EndpointError};
use aws_wire::sigv4::{self, Credentials};
use bytes::Bytes;
use domain::{Clock, Region};
use http::request::Builder;
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// Between two pieces of a body.
const PAUSE: Duration = Duration::from_secs(15);
/// A whole call, from the connection to the end of the answer.
const WHOLE: Duration = Duration::from_secs(45);

/// How an endpoint is spoken to.
#[derive(Clone, Debug)]
pub struct ClientOptions {
    /// Where it is.
    pub endpoint: Endpoint,
    /// The region that requests are signed for; that of what they are about where `None`.
    pub region: Option<Region>,
    /// Who signs; requests are not signed where `None`.
    pub credentials: Option<Credentials>,
}

/// A call did not do what it was to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The service refused, in its code and its words; it will again.
    #[error("{code}: {message}")]
    Refused {
        /// Such as `AccessDenied`.
        code: String,
        /// For the person who asked.
        message: String,
    },
    /// Nobody answered, or not as the service does, or it cannot just now; the text is for the operator. What was asked
    /// for may have been done.
    #[error("{0}")]
    Unavailable(String),
}

impl CallError {
    pub(crate) fn refused(code: &str, message: &str) -> Self {
        Self::Refused { code: code.to_owned(), message: message.to_owned() }
    }

    pub(crate) fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable(why.into())
    }
}

/// One endpoint.
pub struct Client {
    connector: Connector,
    region: Option<Region>,
    credentials: Option<Credentials>,
    clock: Arc<dyn Clock>,
}

impl Client {
    /// Does not connect yet. With TLS it reads the machine's certificate authorities, some ms.
    ///
    /// # Errors
    /// [`EndpointError::NoAuthorities`].
    pub fn new(options: ClientOptions, clock: Arc<dyn Clock>) -> Result<Self, EndpointError> {
        let ClientOptions { endpoint, region, credentials } = options;
        Ok(Self { connector: Connector::new(endpoint)?, region, credentials, clock })
    }

    /// As its URL, without a path.
    pub(crate) fn url(&self) -> String {
        self.connector.endpoint().url()
    }

    /// Sends a request, signed for a service in a region, and waits for the head of the answer.
    pub(crate) async fn send(
        &self,
        request: Builder,
        body: Bytes,
        region: &Region,
        service: &str,
    ) -> Result<Answer, CallError> {
        let request = request
            .header(header::HOST, &self.connector.endpoint().authority)
            .header(header::CONNECTION, HeaderValue::from_static("close"))
            .body(())
            .map_err(|_| CallError::refused("InvalidRequest", "it is no request of HTTP"))?;
        let (mut parts, ()) = request.into_parts();
        if let Some(credentials) = &self.credentials {
            let region = self.region.as_ref().unwrap_or(region).as_str();
            sigv4::sign(&mut parts, &body, credentials, region, service, self.clock.now())
                .map_err(|_| CallError::unavailable("the server's credentials cannot sign"))?;
        }
        self.connector.send(Request::from_parts(parts, Full::new(body))).await
    }

    /// Sends a request and reads the whole answer: headers and body of one that is `200 OK`, else the error that it is.
    pub(crate) async fn call(
        &self,
        request: Builder,
        body: Bytes,
        region: &Region,
        service: &str,
    ) -> Result<(HeaderMap, Vec<u8>), CallError> {
        let called = timeout(WHOLE, async {
            let mut answer = self.send(request, body, region, service).await?;
            let body = beginning(&mut answer, MAX_BODY).await?;
            match answer.response.status() {
                StatusCode::OK => Ok((answer.response.headers().clone(), body)),
                status => Err(Said::read(&body).error(status)),
            }
        });
        called.await.unwrap_or_else(|_| Err(CallError::unavailable("no whole answer within 45 s")))
    }
}

/// The beginning of the body, or all of it.
pub(crate) async fn beginning(answer: &mut Answer, at_most: usize) -> Result<Vec<u8>, CallError> {
    let mut body = Vec::new();
    while let Some(piece) = piece(answer).await? {
        body.extend_from_slice(&piece[..piece.len().min(at_most - body.len())]);
        if body.len() == at_most {
            break;
        }
    }
    Ok(body)
}

/// The next piece of the body. What is not data is left out.
pub(crate) async fn piece(answer: &mut Answer) -> Result<Option<Bytes>, CallError> {
    loop {
        let frame = timeout(PAUSE, answer.response.body_mut().frame()).await;
        let frame = frame.map_err(|_| CallError::unavailable("it fell silent for 15 s"))?;
        match frame.transpose() {
            Ok(None) => return Ok(None),
            Ok(Some(frame)) => {
                if let Ok(data) = frame.into_data() {
                    return Ok(Some(data));
                }
            }
            Err(error) => return Err(CallError::Unavailable(format!("it broke off: {error}"))),
        }
    }
}
