//! Keeps web pages away from a server in development mode, which needs no credentials: any page that a developer
//! opens could otherwise call it on loopback, and a name that resolves to 127.0.0.1 (DNS rebinding) could read its
//! answers. With signatures a page has no key, so the guard is not needed there.
//!
//! Refused are requests with an `Origin`, requests that a browser marks as coming from a page (`Sec-Fetch-Site`
//! other than `none`), and requests to a `Host` that is neither loopback nor one of our own names.

use crate::endpoint::authority;
use http::request::Parts;

/// Names that people's tools use for this machine: LocalStack's wrappers use the second, which its owner resolves to
/// 127.0.0.1.
const LOOPBACK_NAMES: [&str; 2] = ["localhost", "localhost.localstack.cloud"];

/// Why a request is turned away in development mode, if it is.
pub(crate) fn refuse_browsers(parts: &Parts, own_hosts: &[String]) -> Result<(), &'static str> {
    if parts.headers.contains_key(http::header::ORIGIN) {
        return Err(
            "In development mode requests of web pages are refused (the request has an Origin header).",
        );
    }
    if parts.headers.get("sec-fetch-site").is_some_and(|v| v.as_bytes() != b"none") {
        return Err("In development mode requests of web pages are refused (Sec-Fetch-Site).");
    }
    match authority(parts) {
        // HTTP/1.0 without Host cannot come from a page.
        None if !parts.headers.contains_key(http::header::HOST) => Ok(()),
        Some(authority) if is_own(authority.host(), own_hosts) => Ok(()),
        _ => Err("In development mode the Host of a request must be a loopback address or name."),
    }
}

fn is_own(host: &str, own_hosts: &[String]) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(&host);
    if let Ok(address) = bare.parse::<std::net::IpAddr>() {
        return address.is_loopback() || own_hosts.iter().any(|own| own == bare);
    }
    let is_or_below = |name: &str| host.strip_suffix(name).is_some_and(|r| r.is_empty() || r.ends_with('.'));
    LOOPBACK_NAMES.iter().any(|name| is_or_below(name))
        || own_hosts.iter().any(|own| own.eq_ignore_ascii_case(&host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(headers: &[(&str, &str)]) -> Result<(), &'static str> {
        let mut request = http::Request::builder().uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        refuse_browsers(&request.body(()).unwrap().into_parts().0, &["tenfold.test".to_owned()])
    }

    #[test]
    fn tools_pass() {
        for host in [
            "localhost:4566",
            "127.0.0.1:4566",
            "127.9.9.9",
            "[::1]:4566",
            "s3.localhost.localstack.cloud:4566",
            "lambda.localhost",
            "LOCALHOST.",
            "tenfold.test:4566",
        ] {
            assert_eq!(with(&[("host", host)]), Ok(()), "{host}");
        }
        assert_eq!(with(&[]), Ok(()));
        assert_eq!(with(&[("host", "localhost"), ("sec-fetch-site", "none")]), Ok(()));
    }

    #[test]
    fn pages_do_not() {
        for headers in [
            vec![("host", "localhost:4566"), ("origin", "http://evil.test")],
            vec![("host", "localhost:4566"), ("origin", "null")],
            vec![("host", "localhost:4566"), ("sec-fetch-site", "cross-site")],
            vec![("host", "evil.test:4566")],
            vec![("host", "evillocalhost")],
            vec![("host", "localhost.evil.test")],
            vec![("host", "10.0.0.1:4566")],
            vec![("host", "0.0.0.0:4566")],
            vec![("host", "a@localhost")],
            vec![("host", "")],
        ] {
            assert!(with(&headers).is_err(), "{headers:?}");
        }
    }
}
