//! Where one request ends and the next begins must be the same for us and for whatever stands in front of us: requests
//! that could be read in two ways are refused, and nothing that follows them on the connection is read.
//!
//! hyper refuses lengths that differ, folded lines, blanks before a colon and codings that do not end in `chunked`. It
//! takes chunks where there is a length as well (RFC 9112, 6.3, which asks for the connection to be closed then) and
//! does not show that there was one: after a body in chunks no request is taken at all.

use crate::function_url::host::is_unambiguous;
use http::request::Parts;
use http::{HeaderValue, Method, Version, header};

/// How a request is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// As it is.
    Plain,
    /// As the last one of its connection.
    Last,
    /// Not at all, and nothing after it.
    Refused(&'static str),
}

/// Looks at a head of HTTP/1.
pub(crate) fn framing(parts: &Parts) -> Framing {
    if parts.method == Method::CONNECT {
        return Framing::Refused("This is no proxy.");
    }
    let hosted = parts.headers.contains_key(header::HOST) || parts.version < Version::HTTP_11;
    if !hosted || !is_unambiguous(parts) {
        return Framing::Refused("A request has exactly one Host.");
    }
    let mut codings = parts.headers.get_all(header::TRANSFER_ENCODING).iter();
    let Some(coding) = codings.next() else { return Framing::Plain };
    match codings.next().is_none() && coding.as_bytes().eq_ignore_ascii_case(b"chunked") {
        true => Framing::Last,
        false => Framing::Refused("The only transfer coding is chunked."),
    }
}

/// What tells hyper, and the client, that the connection ends with an answer.
pub(crate) const CLOSE: HeaderValue = HeaderValue::from_static("close");

#[cfg(test)]
mod tests {
    use super::*;

    fn of(target: &str, version: Version, headers: &[(&str, &str)]) -> Framing {
        let mut request = http::Request::builder().uri(target).version(version);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        framing(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn what_can_be_read_in_one_way_only() {
        let one_one = Version::HTTP_11;
        for (target, version, headers) in [
            ("/", one_one, &[("host", "a")][..]),
            ("/", Version::HTTP_10, &[]),
            ("http://a/", one_one, &[("host", "a"), ("content-length", "1")]),
        ] {
            assert_eq!(of(target, version, headers), Framing::Plain, "{target} {headers:?}");
        }
        for coding in ["chunked", "Chunked"] {
            assert_eq!(of("/", one_one, &[("host", "a"), ("transfer-encoding", coding)]), Framing::Last);
        }
        for (target, headers) in [
            ("/", &[][..]),
            ("/", &[("host", "a"), ("host", "a")]),
            ("http://b/", &[("host", "a")]),
            ("http://b/", &[]),
            ("/", &[("host", "a"), ("transfer-encoding", "gzip, chunked")]),
            ("/", &[("host", "a"), ("transfer-encoding", "chunked"), ("transfer-encoding", "chunked")]),
        ] {
            let refused = matches!(of(target, one_one, headers), Framing::Refused(_));
            assert!(refused, "{target} {headers:?}");
        }
    }
}
