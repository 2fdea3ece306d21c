//! The canonical form of a request, which both sides hash.

use http::HeaderMap;
use http::request::Parts;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

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
        let mut hasher = Sha256::new();
        let mut put = |text: &[u8]| hasher.update(text);
        put(parts.method.as_str().as_bytes());
        put(b"\n");
        put(path(parts.uri.path(), self.service)?.as_bytes());
        put(b"\n");
        put(query(parts.uri.query().unwrap_or_default())?.as_bytes());
        put(b"\n");
        for name in self.signed_headers {
            put(name.as_bytes());
            put(b":");
            put(&header(parts, name)?);
            put(b"\n");
        }
        put(b"\n");
        put(self.signed_headers.join(";").as_bytes());
        put(b"\n");
        put(self.payload_hash.as_bytes());
        Some(hex(&hasher.finalize()))
    }
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|b| [b >> 4, b & 15]);
    digits.map(|d| char::from(DIGITS[usize::from(d)])).collect()
}

/// Percent-encoding as SigV4 wants it.
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, RESERVED).into()
}

fn path(sent: &str, service: &str) -> Option<String> {
    let sent = if sent.is_empty() { "/" } else { sent };
    if service == "s3" {
        let decoded = percent_decode_str(sent).decode_utf8().ok()?;
        return Some(utf8_percent_encode(&decoded, RESERVED_IN_PATH).to_string());
    }
    Some(utf8_percent_encode(&normalised(sent), RESERVED_IN_PATH).to_string())
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
fn header(parts: &Parts, name: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let values = parts.headers.get_all(name);
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        fold(value.as_bytes(), &mut out);
    }
    if values.iter().next().is_some() {
        return Some(out);
    }
    let authority = parts.uri.authority().filter(|_| name == "host")?;
    Some(authority.as_str().as_bytes().to_vec())
}

fn fold(value: &[u8], out: &mut Vec<u8>) {
    let mut space = false;
    for byte in value.trim_ascii() {
        let is_space = *byte == b' ' || *byte == b'\t';
        match (is_space, space) {
            (true, true) => {}
            (true, false) => out.push(b' '),
            (false, _) => out.push(*byte),
        }
        space = is_space;
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
        assert_eq!(header(&parts, "x-a").as_deref(), Some(&b"a b c,d"[..]));
        assert_eq!(header(&parts, "host").as_deref(), Some(&b"h:1"[..]));
        assert_eq!(header(&parts, "x-b"), None);
    }
}
