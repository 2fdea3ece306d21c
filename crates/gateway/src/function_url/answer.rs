//! What a function returned as an HTTP response, payload format 2.0: the structured form where it has a `statusCode`,
//! anything else is the body of a 200. What is neither is a failure of the function (Lambda's developer guide,
//! "Response payload format").

use aws_wire::decode::json_refusal;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The function returned what is no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// Headers that are the connection's own, which a function may not set.
const OURS: [HeaderName; 9] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    HeaderName::from_static("x-amzn-requestid"),
];

/// The response. Nothing in it is parsed that is not needed, since it may have megabytes.
pub(super) fn answer(returned: &Bytes) -> Result<Response<Bytes>, Malformed> {
    if json_refusal(returned).is_some() {
        return Err(Malformed);
    }
    let text = std::str::from_utf8(returned).map_err(|_| Malformed)?.trim_ascii();
    let structured =
        if text.starts_with('{') { serde_json::from_str::<Structured<'_>>(text).ok() } else { None };
    match structured {
        Some(structured) if structured.status_code.is_some() => structured.into_response(),
        _ if text == "null" => Ok(plain(200, Bytes::from_static(b"null"))),
        _ => Ok(plain(200, Bytes::from(body_text(text)?))),
    }
}

/// What ends the prelude of a streamed response.
pub(super) const PRELUDE_END: [u8; 8] = [0; 8];

/// The response of a URL whose `InvokeMode` is `RESPONSE_STREAM`: bytes as they are, after a prelude with status,
/// headers and cookies where the function sent one.
pub(super) fn streamed(returned: &Bytes) -> Result<Response<Bytes>, Malformed> {
    let end = returned.windows(PRELUDE_END.len()).position(|window| window == PRELUDE_END);
    let prelude = end.and_then(|end| std::str::from_utf8(&returned[..end]).ok());
    let prelude = prelude.filter(|text| text.trim_ascii_start().starts_with('{'));
    let (Some(end), Some(prelude)) = (end, prelude) else { return Ok(stream(200, returned.clone())) };
    let response = from_prelude(prelude)?;
    Ok(response.map(|()| returned.slice(end + PRELUDE_END.len()..)))
}

/// The head of a response that begins with a prelude.
pub(super) fn from_prelude(prelude: &str) -> Result<Response<()>, Malformed> {
    let structured: Structured<'_> = serde_json::from_str(prelude).map_err(|_| Malformed)?;
    let status = structured.status_code.map_or(Ok(200), |raw| status(Some(raw)))?;
    let mut response = stream(status, ());
    structured.put_headers(response.headers_mut())?;
    Ok(response)
}

pub(super) fn stream<B>(status: u16, body: B) -> Response<B> {
    let mut response = plain(status, body);
    let kind = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Structured<'a> {
    #[serde(borrow, default)]
    status_code: Option<&'a RawValue>,
    #[serde(borrow, default)]
    headers: Option<&'a RawValue>,
    #[serde(borrow, default)]
    cookies: Option<&'a RawValue>,
    #[serde(borrow, default)]
    body: Option<&'a RawValue>,
    #[serde(borrow, default)]
    is_base64_encoded: Option<&'a RawValue>,
}

impl Structured<'_> {
    fn into_response(self) -> Result<Response<Bytes>, Malformed> {
        let body = match self.body.map(RawValue::get) {
            None => Bytes::new(),
            Some(raw) if self.is_base64_encoded.is_some_and(|flag| flag.get() == "true") => {
                Bytes::from(BASE64.decode(body_text(raw)?).map_err(|_| Malformed)?)
            }
            Some(raw) => Bytes::from(body_text(raw)?),
        };
        let mut response = plain(status(self.status_code)?, body);
        self.put_headers(response.headers_mut())?;
        Ok(response)
    }

    fn put_headers(&self, headers: &mut HeaderMap) -> Result<(), Malformed> {
        if let Some(raw) = self.headers {
            let given: BTreeMap<Cow<'_, str>, &RawValue> =
                serde_json::from_str(raw.get()).map_err(|_| Malformed)?;
            given.into_iter().try_for_each(|(name, value)| put(headers, &name, value))?;
        }
        if let Some(raw) = self.cookies {
            let cookies: Vec<Cow<'_, str>> = serde_json::from_str(raw.get()).map_err(|_| Malformed)?;
            for cookie in cookies {
                let cookie = HeaderValue::from_str(&cookie).map_err(|_| Malformed)?;
                headers.try_append(header::SET_COOKIE, cookie).map_err(|_| Malformed)?;
            }
        }
        Ok(())
    }
}

/// An answer that says only what it must.
fn plain<B>(status: u16, body: B) -> Response<B> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A number, or a text of one. Interim responses (1xx) cannot be a function's answer.
fn status(raw: Option<&RawValue>) -> Result<u16, Malformed> {
    let value: Value = serde_json::from_str(raw.ok_or(Malformed)?.get()).map_err(|_| Malformed)?;
    let number = match &value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    let number = number.and_then(|number| u16::try_from(number).ok());
    number.filter(|number| (200..=599).contains(number)).ok_or(Malformed)
}

/// A header's value: a text, a number or a truth value. `null` is no header.
fn put(headers: &mut HeaderMap, name: &str, raw: &RawValue) -> Result<(), Malformed> {
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| Malformed)?;
    let value = match raw.get() {
        "null" => return Ok(()),
        text if text.starts_with(['{', '[']) => return Err(Malformed),
        text if text.starts_with('"') => HeaderValue::from_str(&string(text)?),
        text => HeaderValue::from_str(text),
    };
    let value = value.map_err(|_| Malformed)?;
    if !OURS.contains(&name) {
        headers.try_insert(name, value).map_err(|_| Malformed)?;
    }
    Ok(())
}

/// What a value is as a body: a text is itself, `null` is nothing, all others are their JSON without blanks.
fn body_text(raw: &str) -> Result<Vec<u8>, Malformed> {
    match raw {
        "null" => Ok(Vec::new()),
        text if text.starts_with('"') => Ok(string(text)?.into_owned().into_bytes()),
        json => Ok(compact(json)),
    }
}

fn string(raw: &str) -> Result<Cow<'_, str>, Malformed> {
    #[derive(Deserialize)]
    struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
    serde_json::from_str::<Text<'_>>(raw).map(|text| text.0).map_err(|_| Malformed)
}

/// JSON without the blanks between its tokens, as AWS sends it on.
fn compact(json: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        if in_text || !byte.is_ascii_whitespace() {
            out.push(byte);
        }
        in_text ^= byte == b'"' && !escaped;
        escaped = in_text && byte == b'\\' && !escaped;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(returned: &str) -> Result<Response<Bytes>, Malformed> {
        answer(&Bytes::from(returned.to_owned()))
    }

    #[test]
    fn what_has_no_status_is_the_body() {
        for (returned, body) in [
            (r#"{"hello": "wor ld"}"#, r#"{"hello":"wor ld"}"#),
            (r#""hello \u00e9\n""#, "hello é\n"),
            (" [1, 2.50, {\"a\" : null}] ", "[1,2.50,{\"a\":null}]"),
            (r#"{"a": "x \" y \\", "b":  "\\\" "}"#, r#"{"a":"x \" y \\","b":"\\\" "}"#),
            ("42", "42"),
            ("true", "true"),
            ("null", "null"),
            ("{}", "{}"),
            (r#"{"body": "b", "headers": {"x-a": "1"}}"#, r#"{"body":"b","headers":{"x-a":"1"}}"#),
            (r#"{"headers": 5, "body": 1}"#, r#"{"headers":5,"body":1}"#),
            (r#"{"body": 1, "body": 2}"#, r#"{"body":1,"body":2}"#),
        ] {
            let response = of(returned).unwrap();
            assert_eq!(
                (response.status().as_u16(), &response.body()[..]),
                (200, body.as_bytes()),
                "{returned}"
            );
            assert_eq!(response.headers()["content-type"], "application/json");
            assert_eq!(response.headers().len(), 1);
        }
        let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(of(&deep).unwrap().body().len(), deep.len());
        let deep = format!("{{\"a\":{deep}}}");
        assert_eq!(of(&deep).unwrap().body().len(), deep.len());
    }

    #[test]
    fn structured_responses() {
        for (returned, status, body) in [
            (r#"{"statusCode": 201, "body": "made"}"#, 201, &b"made"[..]),
            (r#"{"statusCode": "404", "body": null}"#, 404, b""),
            (r#"{"statusCode": 204}"#, 204, b""),
            (r#"{"statusCode": 200, "body": {"a": 1}}"#, 200, br#"{"a":1}"#),
            (r#"{"statusCode": 200, "body": 5, "other": [[]]}"#, 200, b"5"),
            (r#"{"statusCode": 200, "body": "AP8K", "isBase64Encoded": true}"#, 200, b"\x00\xff\n"),
            (r#"{"statusCode": 200, "body": "AP8K", "isBase64Encoded": false}"#, 200, b"AP8K"),
            (r#"{"statusCode": 200, "isBase64Encoded": true}"#, 200, b""),
            (r#"{"statusCode": 599, "headers": {}, "cookies": []}"#, 599, b""),
        ] {
            let response = of(returned).unwrap_or_else(|_| panic!("{returned}"));
            assert_eq!((response.status().as_u16(), &response.body()[..]), (status, body), "{returned}");
            assert_eq!(response.headers()["content-type"], "application/json", "{returned}");
        }
    }

    #[test]
    fn headers_and_cookies() {
        let returned = r#"{"statusCode": 200, "headers": {"Content-Type": "text/html", "X-Number": 5, "x-flag": true,
            "x-none": null, "Content-Length": "1", "Transfer-Encoding": "chunked", "x-amzn-RequestId": "mine"},
            "cookies": ["a=1; Path=/", "b=2"], "body": "<p>"}"#;
        let response = of(returned).unwrap();
        let headers = response.headers();
        let mut names: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["content-type", "set-cookie", "x-flag", "x-number"]);
        assert_eq!(headers["content-type"], "text/html");
        assert_eq!(headers["x-number"], "5");
        let cookies: Vec<_> = headers.get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["a=1; Path=/", "b=2"]);
    }

    #[test]
    fn what_is_no_response() {
        let many: Vec<String> = (0..40_000).map(|n| format!("\"x-{n}\":\"\"")).collect();
        let many = format!(r#"{{"statusCode":200,"headers":{{{}}}}}"#, many.join(","));
        for returned in [
            "",
            "hello",
            "{\"statusCode\": 200",
            r#"{"statusCode": "ok"}"#,
            r#"{"statusCode": 99}"#,
            r#"{"statusCode": 101}"#,
            r#"{"statusCode": 600}"#,
            r#"{"statusCode": 200.5}"#,
            r#"{"statusCode": -200}"#,
            r#"{"statusCode": [200]}"#,
            r#"{"statusCode": 200, "headers": []}"#,
            r#"{"statusCode": 200, "headers": {"x": ["a"]}}"#,
            r#"{"statusCode": 200, "headers": {"x": {}}}"#,
            r#"{"statusCode": 200, "headers": {"a b": "c"}}"#,
            r#"{"statusCode": 200, "headers": {"": "c"}}"#,
            r#"{"statusCode": 200, "headers": {"x": "a\r\nset-cookie: b"}}"#,
            r#"{"statusCode": 200, "cookies": "a=1"}"#,
            r#"{"statusCode": 200, "cookies": [1]}"#,
            r#"{"statusCode": 200, "cookies": ["a=1\r\nx: y"]}"#,
            r#"{"statusCode": 200, "body": "%%", "isBase64Encoded": true}"#,
            &many,
        ] {
            assert_eq!(of(returned).map(|r| r.status()), Err(Malformed), "{returned:.80}");
        }
        assert!(answer(&Bytes::from_static(b"\"\xff\"")).is_err());
    }

    #[test]
    fn streams() {
        let prelude = r#"{"statusCode": 201, "headers": {"content-type": "text/event-stream", "x-a": "1"}, "cookies": ["a=1"]}"#;
        for (returned, status, kind, body) in [
            (b"raw \xff".to_vec(), 200, "application/octet-stream", &b"raw \xff"[..]),
            (br#"{"statusCode": 404}"#.to_vec(), 200, "application/octet-stream", br#"{"statusCode": 404}"#),
            ([prelude.as_bytes(), &[0; 8], b"a\0b"].concat(), 201, "text/event-stream", b"a\0b"),
            ([b"{}".as_slice(), &[0; 8]].concat(), 200, "application/octet-stream", b""),
            (
                [b"x".as_slice(), &[0; 8], b"y"].concat(),
                200,
                "application/octet-stream",
                b"x\0\0\0\0\0\0\0\0y",
            ),
            (Vec::new(), 200, "application/octet-stream", b""),
        ] {
            let response = streamed(&Bytes::from(returned)).unwrap();
            assert_eq!((response.status().as_u16(), &response.body()[..]), (status, body));
            assert_eq!(response.headers()["content-type"], kind);
            assert_eq!(response.headers().contains_key("set-cookie"), status == 201);
        }
        for prelude in ["{", r#"{"statusCode": 99}"#, r#"{"headers": 1}"#, r#"{"cookies": [""]} x"#] {
            let returned = [prelude.as_bytes(), &[0; 8]].concat();
            assert_eq!(streamed(&Bytes::from(returned)).map(|r| r.status()), Err(Malformed), "{prelude}");
        }
    }

    proptest! {
        #[test]
        fn blanks_go_and_nothing_else(value in json_value()) {
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            prop_assert_eq!(compact(&pretty), value.to_string().into_bytes());
        }

        #[test]
        fn nothing_returned_breaks_it(text in "[ -~]{0,60}", rest in "[ -~]{0,60}") {
            let _ = of(&text);
            let _ = of(&format!("{{\"statusCode\":200,{rest}}}"));
        }
    }

    fn json_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[ -~\\n\u{e9}]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::hash_map("[ -~]{0,6}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }
}
