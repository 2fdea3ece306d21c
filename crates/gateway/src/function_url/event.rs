//! A request as the function's event, payload format 2.0. Which members are there at all, what is decoded and what is
//! not follows events of AWS; the list of members is in Lambda's developer guide, "Request payload format".

use super::host::Address;
use crate::tls::Agreed;
use aws_wire::Caller;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use domain::Timestamp;
use domain::clock::Civil;
use http::request::Parts;
use http::{HeaderName, Version, header};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::IpAddr;

/// What the event says besides the request itself.
pub(super) struct About<'a> {
    pub(super) address: &'a Address,
    pub(super) id: &'a str,
    /// Who signed; nobody where nobody has to.
    pub(super) caller: Option<&'a Caller>,
    /// The function's account.
    pub(super) account: &'a str,
    pub(super) peer: IpAddr,
    pub(super) tls: Option<&'a Agreed>,
    pub(super) trace: &'a str,
    /// Scheme and port of the address that clients use.
    pub(super) scheme: &'a str,
    pub(super) port: u16,
    pub(super) now: Timestamp,
}

/// The event.
pub(super) fn event(parts: &Parts, body: &Bytes, about: &About<'_>) -> Result<Bytes, serde_json::Error> {
    let path = parts.uri.path();
    let path = if path.is_empty() { "/" } else { path };
    let query = parts.uri.query().unwrap_or_default();
    let headers = headers(parts, about);
    let cookies =
        headers.get("cookie").map(|all| all.split(';').map(str::trim).filter(|c| !c.is_empty()).collect());
    let user_agent = headers.get("user-agent").map(|text| text.as_ref());
    let (text, is_base64_encoded) = text_of(parts, body);
    let event = Event {
        version: "2.0",
        route_key: DEFAULT,
        raw_path: path,
        raw_query_string: query,
        cookies,
        query_string_parameters: parameters(query),
        request_context: Context {
            account_id: about.caller.map_or("anonymous", |_| about.account),
            api_id: about.address.url.as_ref().map_or("", |(id, _)| id),
            authorizer: about.caller.map(|caller| Authorizer { iam: Iam::of(caller) }),
            domain_name: &about.address.domain,
            domain_prefix: about.address.domain.split('.').next().unwrap_or_default(),
            http: Http {
                method: parts.method.as_str(),
                path: percent_decode_str(path).decode_utf8_lossy(),
                protocol: if parts.version == Version::HTTP_10 { "HTTP/1.0" } else { "HTTP/1.1" },
                source_ip: about.peer.to_canonical().to_string(),
                user_agent,
            },
            request_id: about.id,
            route_key: DEFAULT,
            stage: DEFAULT,
            time: time(about.now),
            time_epoch: about.now.0,
        },
        headers: &headers,
        body: text,
        is_base64_encoded,
    };
    serde_json::to_vec(&event).map(Bytes::from)
}

const DEFAULT: &str = "$default";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    version: &'static str,
    route_key: &'static str,
    raw_path: &'a str,
    raw_query_string: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cookies: Option<Vec<&'a str>>,
    headers: &'a BTreeMap<&'a str, Cow<'a, str>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    query_string_parameters: BTreeMap<String, String>,
    request_context: Context<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Cow<'a, str>>,
    is_base64_encoded: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Context<'a> {
    account_id: &'a str,
    api_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorizer: Option<Authorizer<'a>>,
    domain_name: &'a str,
    domain_prefix: &'a str,
    http: Http<'a>,
    request_id: &'a str,
    route_key: &'static str,
    stage: &'static str,
    time: String,
    time_epoch: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Http<'a> {
    method: &'a str,
    path: Cow<'a, str>,
    protocol: &'static str,
    source_ip: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_agent: Option<&'a str>,
}

#[derive(Serialize)]
struct Authorizer<'a> {
    iam: Iam<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Iam<'a> {
    access_key: &'a str,
    account_id: &'a str,
    caller_id: &'a str,
    cognito_identity: Option<()>,
    principal_org_id: Option<()>,
    user_arn: &'a str,
    user_id: &'a str,
}

impl<'a> Iam<'a> {
    fn of(caller: &'a Caller) -> Self {
        Self {
            access_key: &caller.access_key_id,
            account_id: caller.account.as_str(),
            caller_id: &caller.user_id,
            cognito_identity: None,
            principal_org_id: None,
            user_arn: &caller.arn,
            user_id: &caller.user_id,
        }
    }
}

/// Headers that concern a connection only (RFC 9110, 7.6.1), or that we act on ourselves. What is said of the client's TLS is ours to
/// say: without any, nobody else says it.
const OURS: [HeaderName; 10] = [
    HeaderName::from_static("x-amzn-tls-version"),
    HeaderName::from_static("x-amzn-tls-cipher-suite"),
    header::CONNECTION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::EXPECT,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
];

/// The headers, those of one name joined by commas, and what a load balancer of AWS says of its client.
fn headers<'a>(parts: &'a Parts, about: &About<'a>) -> BTreeMap<&'a str, Cow<'a, str>> {
    let mut all: BTreeMap<&str, Cow<'_, str>> = BTreeMap::new();
    for name in parts.headers.keys().filter(|name| !OURS.contains(name)) {
        // A signature is verified here and is nobody else's business.
        if about.caller.is_some() && name == header::AUTHORIZATION {
            continue;
        }
        let separator = if name == header::COOKIE { "; " } else { "," };
        let mut values = parts.headers.get_all(name).iter().map(|value| text(value.as_bytes()));
        let first = values.next().unwrap_or_default();
        let joined = values.fold(first, |joined, value| Cow::Owned(format!("{joined}{separator}{value}")));
        all.insert(name.as_str(), joined);
    }
    let peer = about.peer.to_canonical().to_string();
    let forwarded = match all.remove("x-forwarded-for") {
        Some(before) => format!("{before}, {peer}"),
        None => peer,
    };
    all.insert("x-forwarded-for", forwarded.into());
    all.insert("x-forwarded-port", about.port.to_string().into());
    all.insert("x-forwarded-proto", about.scheme.into());
    if let Some(tls) = about.tls {
        all.insert("x-amzn-tls-version", tls.version.into());
        all.insert("x-amzn-tls-cipher-suite", tls.suite.as_str().into());
    }
    all.insert("x-amzn-trace-id", about.trace.into());
    all.insert("host", about.address.host.as_str().into());
    all
}

/// A header's bytes, which were UTF-8 or have no known encoding.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect::<String>().into(),
    }
}

/// Parameters, decoded, those of one name joined by commas.
fn parameters(query: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        match all.entry(name) {
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(value);
            }
            std::collections::btree_map::Entry::Occupied(mut known) => {
                known.get_mut().push(',');
                known.get_mut().push_str(&value);
            }
        }
    }
    all
}

/// What is no percent-encoding stays; what is no UTF-8 becomes U+FFFD.
fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// The body as text, and whether that is base64: for all but a few types, and for what is no UTF-8 in spite of its type.
fn text_of<'a>(parts: &Parts, body: &'a Bytes) -> (Option<Cow<'a, str>>, bool) {
    if body.is_empty() {
        return (None, false);
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    match std::str::from_utf8(body) {
        Ok(text) if is_text(kind) => (Some(text.into()), false),
        _ => (Some(BASE64.encode(body).into()), true),
    }
}

/// Content types whose bodies AWS leaves as they are (observed with payload format 2.0). Forms are not among them.
fn is_text(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.starts_with("text/")
        || matches!(kind.as_str(), "application/json" | "application/xml" | "application/javascript")
}

/// `12/Mar/2020:19:03:58 +0000`.
fn time(now: Timestamp) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Civil { year, month, day, hour, minute, second, .. } = now.civil();
    let month = MONTHS[(month as usize).saturating_sub(1) % 12];
    format!("{day:02}/{month}/{year:04}:{hour:02}:{minute:02}:{second:02} +0000")
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_wire::CallerKind;
    use domain::{AccountId, Region};
    use http::{HeaderValue, Method};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn request(method: Method, target: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = http::Request::builder().method(method).uri(target).header("host", "as.sent:4566");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    fn made(parts: &Parts, body: &'static [u8], caller: Option<&Caller>) -> Value {
        let id = "abcdefghijklmnopqrstuvwxyz012345".to_owned();
        let address = Address {
            domain: format!("{id}.lambda-url.us-east-1.localhost"),
            host: format!("{id}.lambda-url.us-east-1.localhost:4566"),
            port: Some(4566),
            url: Some((id, Region::new("us-east-1").unwrap())),
        };
        let about = About {
            address: &address,
            id: "e1506fd5-9e7b-434f-bd42-4f8fa224b599",
            caller,
            account: "123456789012",
            peer: "::ffff:192.0.2.7".parse().unwrap(),
            tls: None,
            trace: "Root=1-5759e988-bd862e3fe1be46a994272793",
            scheme: "http",
            port: 4566,
            now: Timestamp(1_795_544_521_123),
        };
        serde_json::from_slice(&event(parts, &Bytes::from_static(body), &about).unwrap()).unwrap()
    }

    #[test]
    fn a_whole_event() {
        let target = "/capture/space%20value?repeat=one&repeat=two&plus=a+b&encoded=a%2Bb%2F&empty=&flag";
        let headers = [
            ("User-Agent", "curl/8.7.1"),
            ("X-Probe", "first"),
            ("X-Probe", "second"),
            ("Cookie", "session=abc123; theme=dark"),
            ("Content-Type", "application/json; charset=utf-8"),
            ("Content-Length", "16"),
            ("Connection", "keep-alive"),
            ("X-Forwarded-Proto", "gopher"),
            ("X-Forwarded-For", "198.51.100.1"),
        ];
        let got = made(&request(Method::POST, target, &headers), "{\"λ\":\"hello\"}".as_bytes(), None);
        let id = "abcdefghijklmnopqrstuvwxyz012345";
        let expected = json!({
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": "/capture/space%20value",
            "rawQueryString": "repeat=one&repeat=two&plus=a+b&encoded=a%2Bb%2F&empty=&flag",
            "cookies": ["session=abc123", "theme=dark"],
            "headers": {
                "content-length": "16",
                "content-type": "application/json; charset=utf-8",
                "cookie": "session=abc123; theme=dark",
                "host": format!("{id}.lambda-url.us-east-1.localhost:4566"),
                "user-agent": "curl/8.7.1",
                "x-amzn-trace-id": "Root=1-5759e988-bd862e3fe1be46a994272793",
                "x-forwarded-for": "198.51.100.1, 192.0.2.7",
                "x-forwarded-port": "4566",
                "x-forwarded-proto": "http",
                "x-probe": "first,second",
            },
            "queryStringParameters": {
                "empty": "", "encoded": "a+b/", "flag": "", "plus": "a b", "repeat": "one,two",
            },
            "requestContext": {
                "accountId": "anonymous",
                "apiId": id,
                "domainName": format!("{id}.lambda-url.us-east-1.localhost"),
                "domainPrefix": id,
                "http": {
                    "method": "POST",
                    "path": "/capture/space value",
                    "protocol": "HTTP/1.1",
                    "sourceIp": "192.0.2.7",
                    "userAgent": "curl/8.7.1",
                },
                "requestId": "e1506fd5-9e7b-434f-bd42-4f8fa224b599",
                "routeKey": "$default",
                "stage": "$default",
                "time": "24/Nov/2026:18:22:01 +0000",
                "timeEpoch": 1_795_544_521_123_i64,
            },
            "body": "{\"λ\":\"hello\"}",
            "isBase64Encoded": false,
        });
        assert_eq!(got, expected);
    }

    /// By which a function may take a client's connection for a safe one.
    #[test]
    fn a_client_says_nothing_of_its_tls() {
        let said = [
            ("X-Amzn-Tls-Version", "TLSv1.3"),
            ("x-amzn-tls-cipher-suite", "NULL"),
            ("x-amzn-tls-other", "kept"),
        ];
        let got = made(&request(Method::GET, "/", &said), b"", None);
        assert_eq!(got["headers"].get("x-amzn-tls-version"), None);
        assert_eq!(got["headers"].get("x-amzn-tls-cipher-suite"), None);
        assert_eq!(got["headers"]["x-amzn-tls-other"], "kept");
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        let got = made(&request(Method::GET, "/", &[]), b"", None);
        for name in ["cookies", "queryStringParameters", "body", "pathParameters", "stageVariables"] {
            assert_eq!(got.get(name), None, "{name}");
        }
        for name in ["authorizer", "authentication"] {
            assert_eq!(got["requestContext"].get(name), None, "{name}");
        }
        assert_eq!(got["requestContext"]["http"].get("userAgent"), None);
        assert_eq!(got["isBase64Encoded"], false);
    }

    #[test]
    fn who_signed() {
        let caller = Caller {
            account: AccountId::new("210987654321").unwrap(),
            arn: "arn:aws:sts::210987654321:assumed-role/r/fn".to_owned(),
            user_id: "AROAX:fn".to_owned(),
            access_key_id: "ASIAX".to_owned(),
            kind: CallerKind::RoleSession,
            session: None,
        };
        let headers = [("authorization", "AWS4-HMAC-SHA256 x"), ("x-amz-date", "20261124T182201Z")];
        let signed = request(Method::GET, "/", &headers);
        let got = made(&signed, b"", Some(&caller));
        let expected = json!({
            "accessKey": "ASIAX", "accountId": "210987654321", "callerId": "AROAX:fn", "cognitoIdentity": null,
            "principalOrgId": null, "userArn": "arn:aws:sts::210987654321:assumed-role/r/fn", "userId": "AROAX:fn",
        });
        assert_eq!(got["requestContext"]["authorizer"]["iam"], expected);
        assert_eq!(got["requestContext"]["accountId"], "123456789012");
        assert_eq!(got["headers"].get("authorization"), None);
        assert_eq!(got["headers"]["x-amz-date"], "20261124T182201Z");
        // Where nobody has to sign, the header is the function's.
        assert_eq!(made(&signed, b"", None)["headers"]["authorization"], "AWS4-HMAC-SHA256 x");
    }

    #[test]
    fn bodies_are_text_or_base64_by_their_type() {
        for (kind, body, text, base64) in [
            ("text/plain", &b"hi"[..], "hi", false),
            ("TEXT/html; charset=x", b"hi", "hi", false),
            ("application/json", b"{}", "{}", false),
            ("application/xml", b"<a/>", "<a/>", false),
            ("application/javascript", b"1", "1", false),
            ("application/json", b"\xff\xfe", "//4=", true),
            ("application/vnd.api+json", b"{}", "e30=", true),
            ("application/x-www-form-urlencoded", b"a=b", "YT1i", true),
            ("application/octet-stream", b"\x00\xff", "AP8=", true),
            ("multipart/form-data; boundary=x", b"--x", "LS14", true),
            ("", b"{}", "e30=", true),
        ] {
            let got = made(&request(Method::POST, "/", &[("content-type", kind)]), body, None);
            assert_eq!((&got["body"], &got["isBase64Encoded"]), (&json!(text), &json!(base64)), "{kind}");
        }
    }

    #[test]
    fn paths_and_queries_that_are_badly_encoded_pass() {
        for (target, path, name, value) in [
            ("/%", "/%", None, ""),
            ("/%zz?%zz=%", "/%zz", Some("%zz"), "%"),
            ("/%ff?a=%ff%fe", "/\u{fffd}", Some("a"), "\u{fffd}\u{fffd}"),
            ("/%2e%2e/%2F?%00=%0a", "/..//", Some("\0"), "\n"),
            ("/../x?&&=1&", "/../x", Some(""), "1"),
            ("/a?b?c=d", "/a", Some("b?c"), "d"),
        ] {
            let got = made(&request(Method::GET, target, &[]), b"", None);
            assert_eq!(got["requestContext"]["http"]["path"], path, "{target}");
            assert_eq!(got["rawPath"], target.split('?').next().unwrap(), "{target}");
            if let Some(name) = name {
                assert_eq!(got["queryStringParameters"][name], value, "{target}");
            }
        }
    }

    #[test]
    fn headers_in_any_encoding_pass() {
        let mut parts = request(Method::GET, "/", &[]);
        parts.headers.append("x-latin", HeaderValue::from_bytes(b"caf\xe9").unwrap());
        parts.headers.append("x-utf8", HeaderValue::from_bytes("café".as_bytes()).unwrap());
        parts.headers.append("cookie", HeaderValue::from_static("a=1;b=2;"));
        parts.headers.append("cookie", HeaderValue::from_static(" c=3 "));
        let got = made(&parts, b"", None);
        assert_eq!((&got["headers"]["x-latin"], &got["headers"]["x-utf8"]), (&json!("café"), &json!("café")));
        assert_eq!(got["cookies"], json!(["a=1", "b=2", "c=3"]));
    }

    proptest! {
        #[test]
        fn no_request_breaks_it(
            target in "/[!-\"$-~]{0,40}",
            values in proptest::collection::vec(proptest::collection::vec(32_u8..=255, 0..20), 0..4),
        ) {
            let Ok(request) = http::Request::builder().uri(&target).body(()) else { return Ok(()) };
            let mut parts = request.into_parts().0;
            for value in &values {
                if let Ok(value) = HeaderValue::from_bytes(value) {
                    parts.headers.append("cookie", value.clone());
                    parts.headers.append("content-type", value);
                }
            }
            let got = made(&parts, b"\x80", None);
            prop_assert_eq!(got["rawPath"].as_str().unwrap(), parts.uri.path());
            prop_assert_eq!(&got["isBase64Encoded"], &json!(true));
        }
    }
}
