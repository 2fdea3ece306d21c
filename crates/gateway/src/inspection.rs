//! What operators and their tools ask of the server itself: metrics, whether it lives, whether it can do its work.
//!
//! Its paths begin with `/_tenfold/`, which no operation of AWS's does and no function URL is asked for: those are told by
//! their host. On a listener of its own there is nothing else, by shorter paths as well.
//!
//! Whether it lives and whether it is ready everybody may ask; why not, and for metrics, only who has the token, or who is
//! on this machine where there is none.

use crate::budget::Source;
use crate::config::Gateway;
use crate::guard;
use crate::request::Peer;
use async_trait::async_trait;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use std::sync::Arc;
use subtle::ConstantTimeEq;

const PREFIX: &str = "/_tenfold/";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
/// Headers of proxies: who is behind one is not on this machine.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// What there is to be seen.
#[async_trait]
pub trait Inspection: Send + Sync {
    /// Metrics in a form that an `Accept` header takes, and its `Content-Type`; `None` where there are none to be had.
    async fn metrics(&self, accept: &str) -> Option<(&'static str, Bytes)>;

    /// Whether the server can do its work, and a document of JSON that says what is checked, and why not.
    async fn readiness(&self) -> (bool, Bytes);
}

/// What is plugged in, and who may see it.
pub struct Inspecting {
    /// What there is to be seen.
    pub inspection: Arc<dyn Inspection>,
    /// What everybody has to send as `Authorization: Bearer`; `None`: who is on this machine may.
    pub token: Option<Arc<str>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    Metrics,
    Live,
    Ready,
}

/// What a path asks for. `only`: on a listener that has nothing else.
pub(crate) fn page(path: &str, only: bool) -> Option<Page> {
    let short = if only { path.strip_prefix('/') } else { None };
    match path.strip_prefix(PREFIX).or(short)? {
        "metrics" => Some(Page::Metrics),
        "health" => Some(Page::Live),
        "ready" => Some(Page::Ready),
        _ => None,
    }
}

/// Answers such a request.
pub(crate) async fn serve(gateway: &Gateway, peer: &Peer, page: Page, parts: &Parts) -> Response<Bytes> {
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "This is for GET.\n");
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return answer;
    }
    if page == Page::Live {
        return live();
    }
    let nothing = || plain(StatusCode::NOT_FOUND, "There is nothing here.\n");
    let Some(Inspecting { inspection, token }) = &gateway.parts.inspecting else { return nothing() };
    let refused = refused(token.as_deref(), peer, parts, &gateway.parts.own_hosts);
    if page == Page::Ready {
        let (ready, document) = inspection.readiness().await;
        let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
        let document = match refused {
            None => document,
            Some(_) if ready => Bytes::from_static(b"{\"status\":\"ready\"}"),
            Some(_) => Bytes::from_static(b"{\"status\":\"not ready\"}"),
        };
        return answer(status, JSON, document);
    }
    if let Some(refused) = refused {
        return refused;
    }
    let accept: Vec<_> =
        parts.headers.get_all(header::ACCEPT).iter().filter_map(|a| a.to_str().ok()).collect();
    match inspection.metrics(&accept.join(",")).await {
        Some((kind, text)) => answer(StatusCode::OK, kind, text),
        None => nothing(),
    }
}

/// What a listener that has nothing else says of everything else.
pub(crate) fn nothing_else() -> Response<Bytes> {
    plain(StatusCode::NOT_FOUND, "Here are /metrics, /health and /ready.\n")
}

/// The refusal of who may not.
fn refused(token: Option<&str>, peer: &Peer, parts: &Parts, own_hosts: &[String]) -> Option<Response<Bytes>> {
    // Functions know nothing of each other.
    if matches!(peer.source, Source::Function(_)) {
        return Some(plain(StatusCode::FORBIDDEN, "This is not for functions.\n"));
    }
    if let Some(token) = token {
        if has_token(&parts.headers, token) {
            return None;
        }
        let mut answer = plain(StatusCode::UNAUTHORIZED, "Send the token as Authorization: Bearer.\n");
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        return Some(answer);
    }
    if peer.inspects {
        return None;
    }
    let proxied = FORWARDED.iter().any(|name| parts.headers.contains_key(*name));
    let local = peer.address.to_canonical().is_loopback() && !proxied;
    if !local || guard::refuse_browsers(parts, own_hosts).is_err() {
        let why = "From elsewhere this is to be had with a token (--metrics-token-file) or on an address of its own \
                   (--metrics-listen).\n";
        return Some(plain(StatusCode::FORBIDDEN, why));
    }
    None
}

fn has_token(headers: &HeaderMap, token: &str) -> bool {
    let mut sent = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(sent), None) = (sent.next(), sent.next()) else { return false };
    let Some((scheme, given)) = sent.to_str().ok().and_then(|sent| sent.split_once(' ')) else {
        return false;
    };
    scheme.eq_ignore_ascii_case("bearer") && bool::from(given.trim().as_bytes().ct_eq(token.as_bytes()))
}

fn live() -> Response<Bytes> {
    let body = concat!("{\"status\":\"ok\",\"version\":\"", env!("CARGO_PKG_VERSION"), "\"}");
    answer(StatusCode::OK, JSON, Bytes::from_static(body.as_bytes()))
}

fn plain(status: StatusCode, text: &'static str) -> Response<Bytes> {
    answer(status, TEXT, Bytes::from_static(text.as_bytes()))
}

fn answer(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(address: &str, inspects: bool) -> Peer {
        let address = address.parse().unwrap();
        Peer { label: "l".into(), source: Source::peer(address), address, tls: None, inspects }
    }

    fn parts(headers: &[(&str, &str)]) -> Parts {
        let mut request = http::Request::builder().uri("/_tenfold/metrics");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    fn seen(token: Option<&str>, peer: &Peer, headers: &[(&str, &str)]) -> u16 {
        refused(token, peer, &parts(headers), &[]).map_or(200, |refused| refused.status().as_u16())
    }

    #[test]
    fn paths() {
        for (path, only, expected) in [
            ("/_tenfold/metrics", false, Some(Page::Metrics)),
            ("/_tenfold/health", false, Some(Page::Live)),
            ("/_tenfold/ready", true, Some(Page::Ready)),
            ("/metrics", false, None),
            ("/metrics", true, Some(Page::Metrics)),
            ("/ready", true, Some(Page::Ready)),
            ("/_tenfold/", false, None),
            ("/_tenfold/metrics/", false, None),
            ("/", true, None),
        ] {
            assert_eq!(page(path, only), expected, "{path} {only}");
        }
    }

    #[test]
    fn without_a_token_this_machine_may() {
        let host = ("host", "localhost:4566");
        for address in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(seen(None, &peer(address, false), &[host]), 200, "{address}");
        }
        for (address, headers) in [
            ("192.0.2.1", &[host][..]),
            ("::ffff:192.0.2.1", &[host]),
            ("127.0.0.1", &[host, ("x-forwarded-for", "192.0.2.1")]),
            ("127.0.0.1", &[host, ("forwarded", "for=192.0.2.1")]),
            ("127.0.0.1", &[host, ("origin", "http://evil.test")]),
            ("127.0.0.1", &[("host", "evil.test")]),
        ] {
            assert_eq!(seen(None, &peer(address, false), headers), 403, "{address} {headers:?}");
        }
        assert_eq!(seen(None, &peer("192.0.2.1", true), &[("host", "10.0.0.1")]), 200);
    }

    #[test]
    fn with_a_token_nobody_may_without() {
        let token = Some("0123456789abcdef");
        for inspects in [false, true] {
            for address in ["127.0.0.1", "192.0.2.1"] {
                let peer = peer(address, inspects);
                for (value, status) in [
                    ("Bearer 0123456789abcdef", 200),
                    ("bearer  0123456789abcdef", 200),
                    ("Bearer 0123456789abcdeF", 401),
                    ("Bearer 0123456789abcdef0", 401),
                    ("Basic 0123456789abcdef", 401),
                    ("0123456789abcdef", 401),
                    ("Bearer ", 401),
                ] {
                    assert_eq!(seen(token, &peer, &[("authorization", value)]), status, "{value}");
                }
                let twice = [("authorization", "Bearer 0123456789abcdef"); 2];
                assert_eq!(seen(token, &peer, &twice), 401);
                assert_eq!(seen(token, &peer, &[]), 401);
            }
        }
    }

    #[test]
    fn functions_may_not() {
        let peer = Peer { source: Source::Function("f".into()), ..peer("127.0.0.1", false) };
        let headers = [("host", "localhost"), ("authorization", "Bearer 0123456789abcdef")];
        for token in [None, Some("0123456789abcdef")] {
            assert_eq!(seen(token, &peer, &headers), 403);
        }
    }
}
