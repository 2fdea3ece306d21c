//! Objects behind an S3 endpoint: one signed GET or PUT, path-style, no redirects, nothing that has no bound.

use super::{ObjectError, ObjectRef, ObjectSource, has_dot_segment};
use crate::answer::{MAX_BODY, Said};
use crate::client::{CallError, Client, beginning, piece};
use crate::connection::Answer;
use async_trait::async_trait;
use bytes::Bytes;
use domain::{Region, Scope};
use http::{HeaderMap, Request, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

const S3: &str = "s3";
/// A whole object: as long as AWS's clients wait for the answer of the operation that needs it.
const WHOLE: Duration = Duration::from_secs(60);
/// What SigV4 leaves as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const RESERVED_IN_KEY: &AsciiSet = &RESERVED.remove(b'/');

/// Objects behind an S3 endpoint.
pub struct S3Objects {
    client: Arc<Client>,
}

impl S3Objects {
    /// Behind this endpoint.
    pub fn new(client: Arc<Client>) -> Self {
        Self { client }
    }

    /// Writes a JSON document; `Ok` when S3 says that it has it. The region is that of the signature, unless the client
    /// has one of its own.
    ///
    /// # Errors
    /// A bucket or a key with a `.` or `..` between slashes is refused unasked: a proxy on the way may take it for
    /// another one.
    pub async fn put_json(
        &self,
        region: &Region,
        bucket: &str,
        key: &str,
        body: Bytes,
    ) -> Result<(), CallError> {
        if bucket.is_empty() || has_dot_segment(bucket) || has_dot_segment(key) {
            return Err(CallError::refused("NoSuchBucket", "The specified bucket does not exist"));
        }
        let request = Request::put(path(bucket, key)).header(header::CONTENT_TYPE, "application/json");
        let (headers, _) = self.client.call(request, body, region, S3).await?;
        let known = headers.contains_key(header::ETAG);
        if known {
            Ok(())
        } else {
            Err(CallError::unavailable("it answered 200 without an ETag, which S3 does not"))
        }
    }

    async fn fetch(&self, scope: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
        let mut target = path(&object.bucket, &object.key);
        if let Some(version) = &object.version {
            target.push_str(&format!("?versionId={}", utf8_percent_encode(version, RESERVED)));
        }
        let mut answer = self.client.send(Request::get(target), Bytes::new(), &scope.region, S3).await?;
        if answer.response.status() == StatusCode::OK {
            return whole(&mut answer, at_most).await;
        }
        let body = beginning(&mut answer, MAX_BODY).await?;
        Err(refusal(answer.response.status(), answer.response.headers(), &body))
    }
}

fn path(bucket: &str, key: &str) -> String {
    format!("/{}/{}", utf8_percent_encode(bucket, RESERVED), utf8_percent_encode(key, RESERVED_IN_KEY))
}

#[async_trait]
impl ObjectSource for S3Objects {
    async fn get(&self, scope: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
        // A proxy on the way may take `..` for another bucket.
        if has_dot_segment(&object.bucket) || has_dot_segment(&object.key) {
            return Err(ObjectError::no_such_key());
        }
        let fetched = timeout(WHOLE, self.fetch(scope, object, at_most)).await;
        fetched.unwrap_or_else(|_| Err(ObjectError::Unavailable("no object within 60 s".to_owned())))
    }
}

/// Why there is no object.
fn refusal(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ObjectError {
    let said = Said::read(body);
    match (&said.code, status) {
        (_, StatusCode::MOVED_PERMANENTLY) => moved(headers, said.message),
        (None, StatusCode::NOT_FOUND) => ObjectError::no_such_key(),
        (None, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) => ObjectError::access_denied(),
        _ => said.error(status).into(),
    }
}

/// It is not followed: the signature is for this endpoint. AWS says which region would be right.
fn moved(headers: &HeaderMap, message: Option<String>) -> ObjectError {
    let region = headers.get("x-amz-bucket-region").and_then(|v| v.to_str().ok());
    let message = match region.filter(|region| Region::new(region).is_ok()) {
        Some(region) => {
            format!("The bucket is in this region: {region}. Please use this region to retry the request")
        }
        None => message.unwrap_or_else(|| "The bucket is at another endpoint.".to_owned()),
    };
    ObjectError::Refused { code: "PermanentRedirect".to_owned(), message }
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

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn refusals() {
        let of = |status: u16, region: Option<&str>, body: &str| {
            let mut headers = HeaderMap::new();
            if let Some(region) = region {
                headers.insert("x-amz-bucket-region", HeaderValue::from_str(region).unwrap());
            }
            refusal(StatusCode::from_u16(status).unwrap(), &headers, body.as_bytes())
        };
        let moved = "<Error><Code>PermanentRedirect</Code><Message>The bucket must be addressed elsewhere.</Message></Error>";
        let refused = ObjectError::refused;
        for (status, region, body, expected) in [
            (404, None, "", ObjectError::no_such_key()),
            (404, None, "<html>", ObjectError::no_such_key()),
            (404, None, "<Code>NoSuchBucket</Code><Message>m</Message>", refused("NoSuchBucket", "m")),
            (403, None, "<Code>Not a code</Code>", ObjectError::access_denied()),
            (
                301,
                Some("us-west-2"),
                moved,
                refused(
                    "PermanentRedirect",
                    "The bucket is in this region: us-west-2. Please use this region to retry the request",
                ),
            ),
            (
                301,
                Some("<script>"),
                moved,
                refused("PermanentRedirect", "The bucket must be addressed elsewhere."),
            ),
            (301, None, "", refused("PermanentRedirect", "The bucket is at another endpoint.")),
            (
                206,
                None,
                "",
                ObjectError::Unavailable("it answered 206 Partial Content, which AWS does not".into()),
            ),
        ] {
            assert_eq!(of(status, region, body), expected, "{status} {body}");
        }
    }
}
