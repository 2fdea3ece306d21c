//! Signatures that AWS published (`get-vanilla` and others of its test suite) or botocore 1.44.8 produced, and
//! properties: what we sign we accept, and what was changed afterwards we refuse.

use super::{
    AuthError, Credentials, Secret, SigningKey, check_declared, declared_hash, parse, presign_url, sign,
};
use crate::model::Protocol;
use domain::Timestamp;
use http::request::Parts;
use http::{HeaderValue, Method, Request};
use proptest::prelude::*;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// 2015-08-30T12:36:00Z, when AWS's test suite signs.
const NOW: Timestamp = Timestamp(1_440_938_160_000);

struct Vector {
    method: &'static str,
    url: &'static str,
    service: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
}

const VECTORS: &[Vector] = &[
    Vector {
        method: "GET",
        url: "http://example.amazonaws.com/",
        service: "service",
        headers: &[
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            ),
        ],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://example.amazonaws.com/?Param2=value2&Param1=value1",
        service: "service",
        headers: &[
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
            ),
        ],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://example.amazonaws.com/?Param1=b&Param1=a&x=",
        service: "service",
        headers: &[
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5699440efc7e158397353fb36569c2a776d2b1d29458f7526651b67bd694739f",
            ),
        ],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://example.amazonaws.com/example1/example2/../..",
        service: "service",
        headers: &[
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            ),
        ],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://example.amazonaws.com//example//",
        service: "service",
        headers: &[
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
            ),
        ],
        body: "",
    },
    Vector {
        method: "POST",
        url: "http://127.0.0.1:4566/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aa",
        service: "lambda",
        headers: &[
            ("content-type", "application/json"),
            ("x-amz-a", "a   b  c"),
            ("x-amz-date", "20150830T123600Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/lambda/aws4_request, SignedHeaders=content-type;host;x-amz-a;x-amz-date, Signature=d7d7cd26c828f659b773259974e27e514af0706d0177636b2baa4c6057202d9c",
            ),
        ],
        body: "{\"Tags\":{\"a\":\"b\"}}",
    },
    Vector {
        method: "POST",
        url: "http://localhost:4566/",
        service: "sts",
        headers: &[
            ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("x-amz-date", "20150830T123600Z"),
            ("x-amz-security-token", "tok/en+="),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=34de5eade30564d6250e28281da1e7362b0af9c533693d9d3d9af3e595518acb",
            ),
        ],
        body: "Action=GetCallerIdentity&Version=2011-06-15",
    },
    Vector {
        method: "GET",
        url: "http://127.0.0.1:4566/x/y?a=b%20c&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Flambda%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=ea25ed7dfd5a3c2e7f5e05090e2c129e1334ae21fb37c2f1133c016f6a1492b5",
        service: "lambda",
        headers: &[],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://127.0.0.1:4566/x%20y?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Flambda%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Security-Token=tok%2Fen%2B%3D&X-Amz-Signature=7a1ce189f3c7ecae7e32b9c3ac7d85e0ee9aec34ec97d8c9788831c89d5344c9",
        service: "lambda",
        headers: &[],
        body: "",
    },
    Vector {
        method: "GET",
        url: "http://127.0.0.1:4566/bucket/a%20b//c?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=f9ce3b0e2323a588ac4fb518c79c050f0537e2ef82dcb8cf5729974b1e28ddda",
        service: "s3",
        headers: &[],
        body: "",
    },
];

fn parts(method: &str, url: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap().into_parts().0
}

fn check(parts: &Parts, body: &[u8], service: &str, now: Timestamp) -> Result<(), AuthError> {
    let presented = parse(parts)?;
    // As the gateway does: another key id is another secret, or none.
    if presented.access_key_id != "AKIDEXAMPLE" {
        return Err(AuthError::UnknownKey);
    }
    presented.verify(parts, body, &Secret::new(SECRET), now, service)
}

fn credentials(session_token: Option<&str>) -> Credentials {
    Credentials {
        access_key_id: "AKIDEXAMPLE".to_owned(),
        secret: Secret::new(SECRET),
        session_token: session_token.map(str::to_owned),
    }
}

fn signed(method: &str, url: &str, body: &[u8]) -> Parts {
    let mut parts = parts(method, url, &[("content-type", "application/json"), ("x-amz-log-type", "Tail")]);
    sign(&mut parts, body, &credentials(Some("token")), "us-east-1", "lambda", NOW).unwrap();
    parts
}

#[test]
fn signatures_of_aws_and_botocore_are_accepted() {
    for v in VECTORS {
        let parts = parts(v.method, v.url, v.headers);
        assert_eq!(check(&parts, v.body.as_bytes(), v.service, NOW), Ok(()), "{}", v.url);
        let wrong =
            parse(&parts).unwrap().verify(&parts, v.body.as_bytes(), &Secret::new("x"), NOW, v.service);
        assert_eq!(wrong, Err(AuthError::mismatch()));
    }
}

#[test]
fn we_sign_as_botocore_does() {
    for v in VECTORS.iter().filter(|v| !v.headers.is_empty()) {
        let token = v.headers.iter().find(|(n, _)| *n == "x-amz-security-token").map(|(_, t)| *t);
        let (own, expected): (Vec<_>, Vec<_>) =
            v.headers.iter().copied().partition(|(n, _)| *n != "authorization");
        let mut parts = parts(v.method, v.url, &own);
        sign(&mut parts, v.body.as_bytes(), &credentials(token), "us-east-1", v.service, NOW).unwrap();
        assert_eq!(parts.headers["authorization"], expected[0].1, "{}", v.url);
    }
    for v in VECTORS.iter().filter(|v| v.headers.is_empty()) {
        let base = v.url.split("X-Amz-").next().unwrap().trim_end_matches(['?', '&']);
        let token = v.url.contains("Security-Token").then_some("tok/en+=");
        let url =
            presign_url(&Method::GET, base, &credentials(token), "us-east-1", v.service, NOW, 600).unwrap();
        assert_eq!(url, v.url);
    }
}

#[test]
fn time_is_checked_on_both_sides() {
    let request = signed("GET", "http://localhost:4566/2015-03-31/functions/", b"");
    let at = |minutes: i64| check(&request, b"", "lambda", Timestamp(NOW.0 + minutes * 60_000));
    assert_eq!((at(15), at(-15)), (Ok(()), Ok(())));
    let expired = "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T125200Z - 15 min.)";
    assert_eq!(at(16), Err(AuthError::Invalid(expired.to_owned())));
    assert!(
        matches!(at(-16), Err(AuthError::Invalid(text)) if text.starts_with("Signature not yet current"))
    );
    let url = presign_url(&Method::GET, "http://h/x", &credentials(None), "r", "lambda", NOW, 3_600).unwrap();
    let presigned =
        |minutes: i64| check(&parts("GET", &url, &[]), b"", "lambda", Timestamp(NOW.0 + minutes * 60_000));
    assert_eq!((presigned(60), presigned(-15)), (Ok(()), Ok(())));
    assert!(presigned(61).is_err() && presigned(-16).is_err());
}

#[test]
fn scope_and_headers_must_fit() {
    let url = "http://localhost:4566/2015-03-31/functions/";
    let good = signed("GET", url, b"");
    assert!(
        matches!(check(&good, b"", "logs", NOW), Err(AuthError::Invalid(t)) if t.contains("correct service: 'logs'"))
    );
    let mut added = good.clone();
    added.headers.insert("x-amz-client-context", HeaderValue::from_static("e30="));
    assert!(
        matches!(check(&added, b"", "lambda", NOW), Err(AuthError::Invalid(t)) if t.contains("x-amz-client-context"))
    );
    let mut unrelated = good.clone();
    unrelated.headers.insert("x-forwarded-for", HeaderValue::from_static("::1"));
    unrelated.headers.insert("x-amzn-trace-id", HeaderValue::from_static("Root=1"));
    assert_eq!(check(&unrelated, b"", "lambda", NOW), Ok(()));
    let mut doubled = good.clone();
    doubled.headers.append("authorization", good.headers["authorization"].clone());
    assert!(matches!(check(&doubled, b"", "lambda", NOW), Err(AuthError::Incomplete(_))));
    let mut no_host = good.clone();
    let text = good.headers["authorization"].to_str().unwrap().replace(";host", "");
    no_host.headers.insert("authorization", HeaderValue::from_str(&text).unwrap());
    assert!(
        matches!(check(&no_host, b"", "lambda", NOW), Err(AuthError::Invalid(t)) if t.contains("'Host'"))
    );
}

#[test]
fn a_body_is_unsigned_only_where_that_is_allowed() {
    for (service, expected) in [("s3", true), ("lambda", false)] {
        let mut request = parts("PUT", "http://h/a", &[]);
        request.headers.insert("x-amz-content-sha256", HeaderValue::from_static("UNSIGNED-PAYLOAD"));
        sign(&mut request, b"", &credentials(None), "us-east-1", service, NOW).unwrap();
        let hash = request.headers["x-amz-content-sha256"].clone();
        assert_eq!(check(&request, b"", service, NOW).is_ok(), expected, "{service}: {hash:?}");
    }
    let url = presign_url(&Method::GET, "http://h/a", &credentials(None), "r", "lambda", NOW, 60).unwrap();
    assert_eq!(check(&parts("GET", &url, &[]), b"body", "lambda", NOW), Err(AuthError::mismatch()));
}

#[test]
fn a_declared_hash_proves_the_sender_before_the_body_has_come() {
    let mut request = parts("POST", "http://h/a", &[]);
    assert_eq!(declared_hash(&request), None);
    let hash = domain::hex::hex(&<sha2::Sha256 as sha2::Digest>::digest(b"body"));
    request.headers.insert("x-amz-content-sha256", HeaderValue::from_str(&hash).unwrap());
    sign(&mut request, b"body", &credentials(None), "us-east-1", "lambda", NOW).unwrap();
    let presented = parse(&request).unwrap();
    let verify = |secret: &str, hash: &str| {
        let key = SigningKey::derive(&Secret::new(secret), &presented.scope);
        presented.verify_declared(&request, hash, &key, NOW, "lambda")
    };
    let declared = declared_hash(&request).unwrap();
    assert_eq!(declared, hash);
    assert_eq!(verify(SECRET, declared), Ok(()));
    assert_eq!(verify("guess", declared), Err(AuthError::mismatch()));
    assert_eq!(verify(SECRET, &"0".repeat(64)), Err(AuthError::mismatch()));
    assert!(check_declared(declared.as_bytes(), b"body").is_ok());
    assert!(check_declared(declared.as_bytes(), b"another").is_err());
    for odd in ["UNSIGNED-PAYLOAD", "abc", &"A".repeat(64)] {
        request.headers.insert("x-amz-content-sha256", HeaderValue::from_str(odd).unwrap());
        assert_eq!(declared_hash(&request), None, "{odd}");
    }
}

#[test]
fn presigned_lifetimes_have_limits() {
    for (seconds, good) in [(0, false), (1, true), (604_800, true), (604_801, false)] {
        let url = presign_url(&Method::GET, "http://h/", &credentials(None), "r", "lambda", NOW, seconds);
        assert_eq!(url.is_ok(), good);
    }
    let url =
        presign_url(&Method::GET, "http://h/", &credentials(None), "r", "lambda", NOW, 604_800).unwrap();
    let longer = url.replace("X-Amz-Expires=604800", "X-Amz-Expires=604801");
    assert!(matches!(parse(&parts("GET", &longer, &[])), Err(AuthError::Incomplete(_))));
}

#[test]
fn errors_are_spelt_by_protocol_and_secrets_are_not_shown() {
    for (error, json, query) in [
        (AuthError::Missing, "MissingAuthenticationTokenException", "MissingAuthenticationToken"),
        (AuthError::Incomplete(String::new()), "IncompleteSignatureException", "IncompleteSignature"),
        (AuthError::mismatch(), "InvalidSignatureException", "SignatureDoesNotMatch"),
        (AuthError::UnknownKey, "UnrecognizedClientException", "InvalidClientTokenId"),
        (AuthError::ExpiredToken, "ExpiredTokenException", "ExpiredToken"),
    ] {
        let rest = error.clone().into_api(Protocol::RestJson);
        assert_eq!((rest.status, &*rest.code), (403, json));
        assert_eq!(error.into_api(Protocol::Query).code, query);
    }
    let secret = Secret::new(SECRET);
    let scope = parse(&signed("GET", "http://h/", b"")).unwrap().scope;
    let shown = format!("{:?} {:?} {:?}", secret, SigningKey::derive(&secret, &scope), credentials(None));
    assert!(!shown.contains("wJalr") && shown.contains("Secret(..)"), "{shown}");
}

proptest! {
    #[test]
    fn what_is_signed_is_accepted_and_what_is_changed_is_refused(
        path in "/[a-zA-Z0-9_-]{1,12}(/[a-z0-9]{1,8}){0,3}",
        query in "([a-z]{1,3}=[a-zA-Z0-9._~-]{0,5}(&[a-z]{1,3}(=[a-z]{0,3})?){0,3})?",
        body in prop::collection::vec(any::<u8>(), 1..64),
        bit in any::<prop::sample::Index>(),
    ) {
        let url = format!("http://localhost:4566{path}?{query}");
        let good = signed("POST", &url, &body);
        prop_assert_eq!(check(&good, &body, "lambda", NOW), Ok(()));

        let mut changed = body.clone();
        let at = bit.index(changed.len() * 8);
        changed[at / 8] ^= 1 << (at % 8);
        prop_assert!(check(&good, &changed, "lambda", NOW).is_err());

        // Every header that is signed, the signature and its scope included.
        for (name, value) in &good.headers {
            let mut text = value.as_bytes().to_vec();
            let at = bit.index(text.len() * 8);
            text[at / 8] ^= 1 << (at % 8);
            let Ok(value) = HeaderValue::from_bytes(&text) else { continue };
            let mut other = good.clone();
            other.headers.insert(name, value);
            // In `Authorization` a comma and a space part fields alike, so such a change says the same.
            let same = name == "authorization" && matches!((value_at(&good, at / 8), text[at / 8]), (b',', b' ') | (b' ', b','));
            prop_assert!(same || check(&other, &body, "lambda", NOW).is_err(), "{} {}", name, at);
        }

        let mut moved = good.uri.path().as_bytes().to_vec();
        let at = bit.index(moved.len());
        moved[at] = if moved[at] == b'x' { b'y' } else { b'x' };
        if at > 0 {
            let uri = format!("http://localhost:4566{}?{query}", String::from_utf8(moved).unwrap());
            let mut other = good.clone();
            other.uri = uri.parse().unwrap();
            prop_assert!(check(&other, &body, "lambda", NOW).is_err());
        }
        let more = format!("{url}&z=1").parse().unwrap();
        let mut longer = good.clone();
        longer.uri = more;
        prop_assert!(check(&longer, &body, "lambda", NOW).is_err());
        let mut other = good;
        other.method = Method::GET;
        prop_assert!(check(&other, &body, "lambda", NOW).is_err());
    }
}

fn value_at(parts: &Parts, index: usize) -> u8 {
    parts.headers["authorization"].as_bytes()[index]
}
