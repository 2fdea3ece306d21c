//! The route behind `Code.Location` of GetFunction: a presigned URL is the whole credential.
//!
//! Never here: making or checking such a URL. Both are one module of the Lambda service, which the composition root
//! plugs in.

use crate::config::Gateway;
use crate::refuse;
use async_trait::async_trait;
use aws_wire::ApiError;
use bytes::Bytes;
use domain::Timestamp;
use http::request::Parts;
use http::{HeaderValue, Method, Response, header};

/// Packages of functions behind presigned URLs.
#[async_trait]
pub trait CodeDownloads: Send + Sync {
    /// Whether a path is one of these URLs'.
    fn claims(&self, path: &str) -> bool;

    /// Verifies the URL and reads the zip. Errors are answered in S3's spelling, as AWS does.
    async fn download(&self, parts: &Parts, now: Timestamp) -> Result<Bytes, ApiError>;
}

/// Answers a download.
pub(crate) async fn serve(gateway: &Gateway, parts: &Parts, request_id: &str) -> Response<Bytes> {
    if parts.method != Method::GET {
        let error = ApiError::new(405, "MethodNotAllowed", "The specified method is not allowed.");
        return refuse::as_s3(&error, request_id);
    }
    match gateway.parts.downloads.download(parts, gateway.parts.clock.now()).await {
        Ok(zip) => {
            let mut response = Response::new(zip);
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => refuse::as_s3(&error, request_id),
    }
}
