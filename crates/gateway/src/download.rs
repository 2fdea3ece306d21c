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
use http::{HeaderValue, Method, Response, StatusCode, header};

/// Packages of functions behind presigned URLs.
#[async_trait]
pub trait CodeDownloads: Send + Sync {
    /// Whether a path is one of these URLs'.
    fn claims(&self, path: &str) -> bool;

    /// Verifies the URL and reads the zip. Errors are answered in S3's spelling, as AWS does.
    async fn download(&self, parts: &Parts, now: Timestamp) -> Result<Bytes, ApiError>;
}

/// Answers a download. `HEAD` is checked like everything else, against a URL that is signed for `GET`: as on S3 it is
/// then refused.
pub(crate) async fn serve(gateway: &Gateway, parts: &Parts, request_id: &str) -> Response<Bytes> {
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let error = ApiError::new(405, "MethodNotAllowed", "The specified method is not allowed.");
        return refuse::as_s3(&error, request_id);
    }
    match gateway.parts.downloads.download(parts, gateway.parts.clock.now()).await {
        Ok(zip) => answer(zip, parts, request_id),
        Err(error) => refuse::as_s3(&error, request_id),
    }
}

fn answer(zip: Bytes, parts: &Parts, request_id: &str) -> Response<Bytes> {
    let all = zip.len();
    let wanted = parts.headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let part = wanted.map_or(Part::All, |range| part(range, all));
    let (mut response, content_range) = match part {
        Part::All => (Response::new(zip), None),
        Part::Of(start, end) => {
            let mut response = Response::new(zip.slice(start..end));
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            (response, Some(format!("bytes {start}-{}/{all}", end - 1)))
        }
        Part::Outside => {
            let error = ApiError::new(416, "InvalidRange", "The requested range is not satisfiable");
            let mut response = refuse::as_s3(&error, request_id);
            put(&mut response, header::CONTENT_RANGE, &format!("bytes */{all}"));
            return response;
        }
    };
    put(&mut response, header::CONTENT_TYPE, "application/zip");
    put(&mut response, header::CACHE_CONTROL, "no-store");
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    if let Some(text) = content_range {
        put(&mut response, header::CONTENT_RANGE, &text);
    }
    response
}

fn put(response: &mut Response<Bytes>, name: header::HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        response.headers_mut().insert(name, value);
    }
}

/// What of the content is wanted.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    All,
    /// From a byte to before another one.
    Of(usize, usize),
    Outside,
}

/// One range (RFC 9110, 14.2). Several, or what is none, mean the whole, as they may.
fn part(range: &str, all: usize) -> Part {
    let number = |text: &str| -> Option<usize> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        // One that is too large for us is larger than everything.
        digits.then(|| text.parse().unwrap_or(usize::MAX))
    };
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::All;
    };
    let (start, end) = match (number(first), number(last)) {
        (None, Some(count)) if first.is_empty() => {
            (all.saturating_sub(count), if count == 0 { 0 } else { all })
        }
        (Some(start), None) if last.is_empty() => (start, all),
        (Some(start), Some(last)) if start <= last => (start, last.saturating_add(1).min(all)),
        _ => return Part::All,
    };
    if start < end { Part::Of(start, end) } else { Part::Outside }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        for (range, expected) in [
            ("bytes=0-3", Part::Of(0, 4)),
            ("bytes=9-9", Part::Of(9, 10)),
            ("bytes=4-", Part::Of(4, 10)),
            ("bytes=4-99999999999999999999999", Part::Of(4, 10)),
            ("bytes=-3", Part::Of(7, 10)),
            ("bytes=-30", Part::Of(0, 10)),
            ("bytes=10-", Part::Outside),
            ("bytes=10-12", Part::Outside),
            ("bytes=99999999999999999999999-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-4", Part::All),
            ("bytes=0-1,3-4", Part::All),
            ("bytes=-", Part::All),
            ("bytes=+1-2", Part::All),
            ("lines=0-1", Part::All),
            ("", Part::All),
        ] {
            assert_eq!(part(range, 10), expected, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Outside);
        assert_eq!(part("bytes=-5", 0), Part::Outside);
    }
}
