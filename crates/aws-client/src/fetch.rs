//! Documents that others publish: one unsigned GET.

use crate::client::{CallError, beginning};
use crate::connection::Connector;
use crate::endpoint::Endpoint;
use bytes::Bytes;
use http::header::{ACCEPT, CONNECTION, HOST};
use http::{Request, StatusCode, Uri};
use http_body_util::Full;
use std::time::Duration;
use tokio::time::timeout;

/// The whole of it.
const WHOLE: Duration = Duration::from_secs(15);

/// Fetches what is at a URL of `http` or `https`, up to `at_most` bytes: more is an error, as is every status but 200.
///
/// # Errors
/// [`CallError`]; also where the URL is none.
pub async fn fetch(url: &str, at_most: usize) -> Result<Vec<u8>, CallError> {
    let fetched = timeout(WHOLE, fetch_whole(url, at_most)).await;
    fetched.unwrap_or_else(|_| Err(CallError::Unavailable("no whole answer within 15 s".to_owned())))
}

async fn fetch_whole(url: &str, at_most: usize) -> Result<Vec<u8>, CallError> {
    let bad = || CallError::Unavailable("it is no URL that can be fetched".to_owned());
    let uri: Uri = url.parse().map_err(|_| bad())?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return Err(bad()) };
    let endpoint = Endpoint::parse(&format!("{scheme}://{authority}")).map_err(|_| bad())?;
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::get(path)
        .header(HOST, &endpoint.authority)
        .header(CONNECTION, "close")
        .header(ACCEPT, "application/json")
        .body(Full::new(Bytes::new()))
        .map_err(|_| bad())?;
    let connector = Connector::new(endpoint).map_err(|error| CallError::Unavailable(error.to_string()))?;
    let mut answer = connector.send(request).await?;
    let status = answer.response.status();
    if status != StatusCode::OK {
        return Err(CallError::Unavailable(format!("it answers {status}")));
    }
    let body = beginning(&mut answer, at_most.saturating_add(1)).await?;
    if body.len() > at_most {
        return Err(CallError::Unavailable(format!("it is longer than {at_most} bytes")));
    }
    Ok(body)
}
