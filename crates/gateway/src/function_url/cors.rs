//! Cross-origin resource sharing of function URLs: preflights that are answered without the function, and the headers
//! of all other answers. The rules are those of the Fetch standard; what AWS answers is in its developer guide, "CORS".

use aws_wire::generated::lambda::Cors;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, header};

/// The answer to a preflight, if the request is one. A preflight for what is not allowed is answered without CORS
/// headers, with 200 as well.
pub(super) fn preflight(cors: &Cors, parts: &Parts) -> Option<Response<Bytes>> {
    let origin = parts.headers.get(header::ORIGIN)?;
    let method = parts.headers.get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    if parts.method != Method::OPTIONS {
        return None;
    }
    let mut response = Response::new(Bytes::new());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let wanted = parts.headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let (methods, names) = (list(&cors.allow_methods), list(&cors.allow_headers));
    let allowed = allowed_origin(cors, origin).filter(|_| {
        let method = method.to_str().unwrap_or_default();
        let wanted = wanted.map_or("", |wanted| wanted.to_str().unwrap_or("?"));
        let wanted = wanted.split(',').map(str::trim).filter(|name| !name.is_empty());
        // Methods are case-sensitive, names of headers are not.
        has(methods, |m| m == method) && wanted.into_iter().all(|w| has(names, |n| n.eq_ignore_ascii_case(w)))
    });
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    let Some(origin) = allowed else { return Some(response) };
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    // `*` would not cover Authorization, nor anything where credentials are sent: what was asked for is named instead.
    let methods = if is_any(methods) { Some(method.clone()) } else { joined(methods) };
    let names = if is_any(names) { wanted.cloned() } else { joined(names) };
    put(headers, header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    put(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, names);
    put(headers, header::ACCESS_CONTROL_MAX_AGE, cors.max_age.map(HeaderValue::from));
    put(headers, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials(cors));
    Some(response)
}

/// Adds the headers of an answer that is no preflight's. They win over those of the function.
pub(super) fn apply(cors: &Cors, request: &HeaderMap, answer: &mut HeaderMap) {
    let Some(origin) = request.get(header::ORIGIN).and_then(|origin| allowed_origin(cors, origin)) else {
        return;
    };
    answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    if !answer.get_all(header::VARY).iter().any(|v| v.as_bytes().eq_ignore_ascii_case(b"origin")) {
        answer.append(header::VARY, HeaderValue::from_static("Origin"));
    }
    put(answer, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials(cors));
    put(answer, header::ACCESS_CONTROL_EXPOSE_HEADERS, joined(list(&cors.expose_headers)));
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: Option<HeaderValue>) {
    if let Some(value) = value {
        headers.insert(name, value);
    }
}

fn list(values: &Option<Vec<String>>) -> &[String] {
    values.as_deref().unwrap_or_default()
}

fn is_any(values: &[String]) -> bool {
    values.iter().any(|value| value == "*")
}

fn has(values: &[String], fits: impl Fn(&str) -> bool) -> bool {
    is_any(values) || values.iter().any(|value| fits(value))
}

/// A configuration with characters that no header has gives no header.
fn joined(values: &[String]) -> Option<HeaderValue> {
    if values.is_empty() { None } else { HeaderValue::from_str(&values.join(",")).ok() }
}

fn credentials(cors: &Cors) -> Option<HeaderValue> {
    (cors.allow_credentials == Some(true)).then(|| HeaderValue::from_static("true"))
}

/// `Access-Control-Allow-Origin` for an origin: itself; `*` where every origin is allowed and no credentials are.
fn allowed_origin(cors: &Cors, origin: &HeaderValue) -> Option<HeaderValue> {
    let allowed = list(&cors.allow_origins);
    let text = origin.to_str().ok()?;
    if is_any(allowed) {
        let star = cors.allow_credentials != Some(true);
        return Some(if star { HeaderValue::from_static("*") } else { origin.clone() });
    }
    let text = text.to_lowercase();
    allowed.iter().any(|pattern| policy::wildcard(&pattern.to_lowercase(), &text)).then(|| origin.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cors(origins: &[&str], methods: &[&str], names: &[&str]) -> Cors {
        let owned = |values: &[&str]| Some(values.iter().map(|v| (*v).to_owned()).collect());
        Cors {
            allow_origins: owned(origins),
            allow_methods: owned(methods),
            allow_headers: owned(names),
            ..Cors::default()
        }
    }

    fn request(method: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = http::Request::builder().method(method);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    fn asked(origin: &str, method: &str, names: &str) -> Parts {
        request(
            "OPTIONS",
            &[
                ("origin", origin),
                ("access-control-request-method", method),
                ("access-control-request-headers", names),
            ],
        )
    }

    fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
        headers.get(name).map(|v| v.to_str().unwrap())
    }

    #[test]
    fn preflights() {
        let fixed =
            cors(&["https://a.test", "https://*.b.test"], &["GET", "POST"], &["X-One", "content-type"]);
        let any = cors(&["*"], &["*"], &["*"]);
        let with_credentials = Cors { allow_credentials: Some(true), max_age: Some(60), ..any.clone() };
        for (cors, origin, method, names, allow) in [
            (
                &fixed,
                "https://a.test",
                "GET",
                "x-one",
                Some(("https://a.test", "GET,POST", "X-One,content-type")),
            ),
            (
                &fixed,
                "https://A.test",
                "POST",
                "",
                Some(("https://A.test", "GET,POST", "X-One,content-type")),
            ),
            (
                &fixed,
                "https://x.b.test",
                "GET",
                "X-ONE, Content-Type",
                Some(("https://x.b.test", "GET,POST", "X-One,content-type")),
            ),
            (&fixed, "https://b.test", "GET", "", None),
            (&fixed, "https://a.test.evil", "GET", "", None),
            (&fixed, "null", "GET", "", None),
            (&fixed, "https://a.test", "DELETE", "", None),
            (&fixed, "https://a.test", "get", "", None),
            (&fixed, "https://a.test", "GET", "x-two", None),
            (&any, "https://z.test", "PATCH", "authorization", Some(("*", "PATCH", "authorization"))),
            (
                &with_credentials,
                "https://z.test",
                "PUT",
                "x-a,x-b",
                Some(("https://z.test", "PUT", "x-a,x-b")),
            ),
            (&Cors::default(), "https://a.test", "GET", "", None),
        ] {
            let answer = preflight(cors, &asked(origin, method, names)).unwrap();
            let headers = answer.headers();
            assert_eq!((answer.status().as_u16(), answer.body().len()), (200, 0));
            assert_eq!(text(headers, "vary"), Some("Origin"));
            let got = text(headers, "access-control-allow-origin").map(|origin| {
                let get = |name| text(headers, name).unwrap();
                (origin, get("access-control-allow-methods"), get("access-control-allow-headers"))
            });
            assert_eq!(got, allow, "{origin} {method} {names}");
            let named = headers.keys().filter(|k| k.as_str().starts_with("access-control")).count();
            assert!(allow.is_some() || named == 0, "{headers:?}");
        }
        let answer = preflight(&with_credentials, &asked("https://z.test", "PUT", "")).unwrap();
        assert_eq!(text(answer.headers(), "access-control-allow-credentials"), Some("true"));
        assert_eq!(text(answer.headers(), "access-control-max-age"), Some("60"));
    }

    #[test]
    fn what_is_no_preflight_is_for_the_function() {
        let any = cors(&["*"], &["*"], &["*"]);
        for parts in [
            request("OPTIONS", &[]),
            request("OPTIONS", &[("origin", "https://a.test")]),
            request("OPTIONS", &[("access-control-request-method", "GET")]),
            request("GET", &[("origin", "https://a.test"), ("access-control-request-method", "GET")]),
        ] {
            assert!(preflight(&any, &parts).is_none());
        }
    }

    #[test]
    fn the_configuration_wins_over_the_function() {
        let cors = Cors {
            allow_credentials: Some(true),
            expose_headers: Some(vec!["x-a".to_owned(), "x-b".to_owned()]),
            ..cors(&["https://a.test"], &[], &[])
        };
        let functions = || {
            let mut headers = HeaderMap::new();
            headers.append("access-control-allow-origin", HeaderValue::from_static("*"));
            headers.append("access-control-expose-headers", HeaderValue::from_static("x-z"));
            headers.append("vary", HeaderValue::from_static("accept"));
            headers
        };
        let mut answer = functions();
        apply(&cors, &request("GET", &[("origin", "https://a.test")]).headers, &mut answer);
        let origins: Vec<_> = answer.get_all("access-control-allow-origin").iter().collect();
        assert_eq!(origins, ["https://a.test"]);
        assert_eq!(text(&answer, "access-control-expose-headers"), Some("x-a,x-b"));
        assert_eq!(text(&answer, "access-control-allow-credentials"), Some("true"));
        assert_eq!(answer.get_all("vary").iter().collect::<Vec<_>>(), ["accept", "Origin"]);
        for other in [&[("origin", "https://z.test")][..], &[]] {
            let mut answer = functions();
            apply(&cors, &request("GET", other).headers, &mut answer);
            assert_eq!(answer, functions());
        }
    }
}
