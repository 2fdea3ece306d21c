//! The canonical form of a request, which both sides hash.

use domain::hex::hex;
use http::HeaderMap;
use http::request::Parts;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// Bytes of a canonical request, mostly.
const MOSTLY: usize = 512;

/// What of a request is signed, besides the method and the headers' values.
pub(super) struct Canonical<'a> {
    /// Lower case, sorted.
    pub(super) signed_headers: &'a [String],
    /// Hex of the body's hash, or `UNSIGNED-PAYLOAD`.
    pub(super) payload_hash: &'a str,
    /// S3 encodes the path once and keeps it as it is; all others encode it twice and normalise it.
    pub(super) service: &'a str,
}

impl Canonical<'_> {
    /// Hex of the canonical request's hash; `None` where a signed header is missing or text is not UTF-8.
    pub(super) fn hash(&self, parts: &Parts) -> Option<String> {
        let mut text = Vec::with_capacity(MOSTLY);
        let mut put = |piece: &[u8]| text.extend_from_slice(piece);
        put(parts.method.as_str().as_bytes());
        put(b"\n");
        put(path(parts.uri.path(), self.service)?.as_bytes());
        put(b"\n");
        put(query(parts.uri.query().unwrap_or_default())?.as_bytes());
        put(b"\n");
        for name in self.signed_headers {
            put(name.as_bytes());
            put(b":");
            header(parts, name, &mut put)?;
            put(b"\n");
        }
        put(b"\n");
        for (at, name) in self.signed_headers.iter().enumerate() {
            put(if at > 0 { b";" } else { b"" });
            put(name.as_bytes());
        }
        put(b"\n");
        put(self.payload_hash.as_bytes());
        Some(hex(&Sha256::digest(&text)))
    }
}

/// Percent-encoding as SigV4 wants it.
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, RESERVED).into()
}

fn path<'a>(sent: &'a str, service: &str) -> Option<Cow<'a, str>> {
    let sent = if sent.is_empty() { "/" } else { sent };
    let meant = match service {
        "s3" => percent_decode_str(sent).decode_utf8().ok()?,
        _ => normalised(sent),
    };
    Some(match meant {
        Cow::Borrowed(meant) => utf8_percent_encode(meant, RESERVED_IN_PATH).into(),
        Cow::Owned(meant) => utf8_percent_encode(&meant, RESERVED_IN_PATH).to_string().into(),
    })
}

/// Without `.`, `..` and empty segments (RFC 3986, 5.2.4); a slash at the end stays.
fn normalised(path: &str) -> Cow<'_, str> {
    if !path.contains("//") && !path.contains("/.") {
        return Cow::Borrowed(path);
    }
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(kept.pop()),
            other => kept.push(other),
        }
    }
    let directory = ["/", "/.", "/.."].iter().any(|end| path.ends_with(end));
    let end = if directory && !kept.is_empty() { "/" } else { "" };
    Cow::Owned(format!("/{}{end}", kept.join("/")))
}

/// Parameters sorted by name and value, but the signature itself. `+` is a space, as it is where they are read.
fn query(sent: &str) -> Option<String> {
    if sent.is_empty() {
        return Some(String::new());
    }
    let pairs = crate::form::pairs(sent).ok()?;
    let mut pairs: Vec<_> = pairs
        .iter()
        .filter(|(name, _)| name != "X-Amz-Signature")
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort_unstable();
    let mut out = String::with_capacity(sent.len() + 16);
    for (name, value) in &pairs {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        out.push_str(value);
    }
    Some(out)
}

/// All values of a header, trimmed, runs of spaces folded, joined by commas. HTTP/2 has no `host` but an authority.
fn header(parts: &Parts, name: &str, put: &mut impl FnMut(&[u8])) -> Option<()> {
    let mut is_there = false;
    for value in parts.headers.get_all(name) {
        if is_there {
            put(b",");
        }
        fold(value.as_bytes(), put);
        is_there = true;
    }
    if !is_there {
        let authority = parts.uri.authority().filter(|_| name == "host")?;
        put(authority.as_str().as_bytes());
    }
    Some(())
}

/// Word by word, with one space between them.
fn fold(value: &[u8], put: &mut impl FnMut(&[u8])) {
    let words = value.trim_ascii().split(|byte| matches!(byte, b' ' | b'\t')).filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        put(if at > 0 { b" " } else { b"" });
        put(word);
    }
}

/// Whether a header must be signed where it is sent.
pub(super) fn must_be_signed(name: &str) -> bool {
    name == "host" || name.starts_with("x-amz-")
}

/// Names of the headers that must be signed and are there, sorted, with a host whether there is a header or not.
pub(super) fn names_to_sign(headers: &HeaderMap) -> Vec<String> {
    let mut names: Vec<String> = headers
        .keys()
        .map(|n| n.as_str().to_owned())
        .filter(|n| must_be_signed(n) || n == "content-type")
        .collect();
    if !names.iter().any(|n| n == "host") {
        names.push("host".to_owned());
    }
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_normalised_and_encoded_again_except_for_s3() {
        for (sent, expected) in [
            ("", "/"),
            ("/", "/"),
            ("/example/..", "/"),
            ("/example1/example2/../..", "/"),
            ("/./", "/"),
            ("/./example", "/example"),
            ("//example//", "/example/"),
            ("/a%20b", "/a%2520b"),
            ("/a/.b/c.", "/a/.b/c."),
            ("/arn%3Aaws", "/arn%253Aaws"),
        ] {
            assert_eq!(path(sent, "lambda").as_deref(), Some(expected), "{sent}");
        }
        assert_eq!(path("/a%20b//c/../d", "s3").as_deref(), Some("/a%20b//c/../d"));
    }

    #[test]
    fn parameters_are_sorted_and_keep_duplicates_and_empty_ones() {
        let sent = "b=2&a=2&a=1&c&X-Amz-Signature=zz&a%20b=%7E&%E1%88%B4=bar&A=+";
        let expected = "%E1%88%B4=bar&A=%20&a=1&a=2&a%20b=~&b=2&c=";
        assert_eq!(query(sent).as_deref(), Some(expected));
        assert_eq!(query("a=%ff"), None);
    }

    #[test]
    fn header_values_are_folded_and_joined() {
        let request =
            http::Request::builder().header("x-a", "  a   b\tc ").header("x-a", "d").uri("http://h:1/");
        let parts = request.body(()).unwrap().into_parts().0;
        for (name, expected) in [("x-a", Some("a b c,d")), ("host", Some("h:1")), ("x-b", None)] {
            let mut out = Vec::new();
            let found = header(&parts, name, &mut |piece| out.extend_from_slice(piece));
            assert_eq!(found.map(|()| String::from_utf8(out).unwrap()).as_deref(), expected);
        }
    }
}
