//! Objects behind an S3 endpoint: one signed GET, path-style, no redirects, nothing that has no bound.

use super::answer::{self, MAX_ERROR};
use super::connection::{Answer, Connector};
use super::endpoint::{Endpoint, EndpointError};
use super::{ObjectError, ObjectRef, ObjectSource, has_dot_segment};
use async_trait::async_trait;
use aws_wire::sigv4::{self, Credentials};
use bytes::Bytes;
use domain::{Clock, Region, Scope};
use http::{HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt, Empty};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// Between two pieces of a body.
const PAUSE: Duration = Duration::from_secs(15);
/// A whole object: as long as AWS's clients wait for the answer of the operation that needs it.
const WHOLE: Duration = Duration::from_secs(60);
/// What SigV4 leaves as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const RESERVED_IN_KEY: &AsciiSet = &RESERVED.remove(b'/');

/// How an endpoint is spoken to.
pub struct S3Options {
    /// Where it is.
    pub endpoint: Endpoint,
    /// The region that requests are signed for; that of whoever asks where `None`.
    pub region: Option<Region>,
    /// Who signs; requests are not signed where `None`.
    pub credentials: Option<Credentials>,
}

/// Objects behind an S3 endpoint.
pub struct S3Objects {
    connector: Connector,
    region: Option<Region>,
    credentials: Option<Credentials>,
    clock: Arc<dyn Clock>,
}

impl S3Objects {
    /// Does not connect yet. With TLS it reads the machine's certificate authorities, some ms.
    ///
    /// # Errors
    /// [`EndpointError::NoAuthorities`].
    pub fn new(options: S3Options, clock: Arc<dyn Clock>) -> Result<Self, EndpointError> {
        let S3Options { endpoint, region, credentials } = options;
        Ok(Self { connector: Connector::new(endpoint)?, region, credentials, clock })
    }

    fn request(&self, scope: &Scope, object: &ObjectRef) -> Result<Request<Empty<Bytes>>, ObjectError> {
        let invalid = |_| ObjectError::no_such_key();
        let bucket = utf8_percent_encode(&object.bucket, RESERVED);
        let key = utf8_percent_encode(&object.key, RESERVED_IN_KEY);
        let mut target = format!("/{bucket}/{key}");
        if let Some(version) = &object.version {
            target.push_str(&format!("?versionId={}", utf8_percent_encode(version, RESERVED)));
        }
        let request = Request::get(target)
            .header(header::HOST, self.connector.authority())
            .header(header::CONNECTION, HeaderValue::from_static("close"))
            .body(Empty::new())
            .map_err(invalid)?;
        let (mut parts, body) = request.into_parts();
        if let Some(credentials) = &self.credentials {
            let region = self.region.as_ref().unwrap_or(&scope.region).as_str();
            sigv4::sign(&mut parts, b"", credentials, region, "s3", self.clock.now())
                .map_err(|_| ObjectError::Unavailable("the server's credentials cannot sign".to_owned()))?;
        }
        Ok(Request::from_parts(parts, body))
    }

    async fn fetch(&self, request: Request<Empty<Bytes>>, at_most: u64) -> Result<Bytes, ObjectError> {
        let mut answer = self.connector.send(request).await?;
        if answer.response.status() == StatusCode::OK {
            return whole(&mut answer, at_most).await;
        }
        let body = beginning(&mut answer, MAX_ERROR).await?;
        Err(answer::error(answer.response.status(), answer.response.headers(), &body))
    }
}

#[async_trait]
impl ObjectSource for S3Objects {
    async fn get(&self, scope: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
        // A proxy on the way may take `..` for another bucket.
        if has_dot_segment(&object.bucket) || has_dot_segment(&object.key) {
            return Err(ObjectError::no_such_key());
        }
        let request = self.request(scope, object)?;
        let fetched = timeout(WHOLE, self.fetch(request, at_most)).await;
        fetched.unwrap_or_else(|_| Err(ObjectError::Unavailable("no object within 60 s".to_owned())))
    }
}

/// The whole body, unless there is more than `at_most`.
async fn whole(answer: &mut Answer, at_most: u64) -> Result<Bytes, ObjectError> {
    let declared = answer.response.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<u64>().ok());
    if declared.is_some_and(|length| length > at_most) {
        return Err(ObjectError::TooLarge);
    }
    // Memory is taken as it arrives, not as it is announced.
    let mut body = Vec::new();
    while let Some(piece) = piece(answer).await? {
        if (body.len() + piece.len()) as u64 > at_most {
            return Err(ObjectError::TooLarge);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body.into())
}

/// The beginning of the body, or all of it.
async fn beginning(answer: &mut Answer, at_most: usize) -> Result<Vec<u8>, ObjectError> {
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
async fn piece(answer: &mut Answer) -> Result<Option<Bytes>, ObjectError> {
    loop {
        let frame = timeout(PAUSE, answer.response.body_mut().frame()).await;
        let frame = frame.map_err(|_| ObjectError::Unavailable("it fell silent for 15 s".to_owned()))?;
        match frame.transpose() {
            Ok(None) => return Ok(None),
            Ok(Some(frame)) => {
                if let Ok(data) = frame.into_data() {
                    return Ok(Some(data));
                }
            }
            Err(error) => return Err(ObjectError::Unavailable(format!("it broke off: {error}"))),
        }
    }
}
