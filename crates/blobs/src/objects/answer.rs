//! What an S3 endpoint says when it does not give the object. Whoever wrote it is a stranger.

use super::ObjectError;
use http::{HeaderMap, StatusCode};

/// Of an error's body, bytes; what is behind is not read.
pub(super) const MAX_ERROR: usize = 64 << 10;
/// Characters of a code and of a message that are passed on.
const MAX_CODE: usize = 64;
const MAX_MESSAGE: usize = 512;

/// The error of an answer that is not 200.
pub(super) fn error(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ObjectError {
    let body = String::from_utf8_lossy(body);
    let code = element(&body, "Code").map(|code| words(&code, MAX_CODE)).filter(|code| is_code(code));
    let message = element(&body, "Message").map(|message| words(&message, MAX_MESSAGE));
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        let code = code.as_deref().unwrap_or("no error code");
        return ObjectError::Unavailable(format!("it answered {status}, {code}"));
    }
    if status == StatusCode::MOVED_PERMANENTLY {
        // It is not followed: the signature is for this endpoint. AWS says which region would be right.
        let region = headers.get("x-amz-bucket-region").and_then(|v| v.to_str().ok());
        let message = match region.filter(|region| domain::Region::new(region).is_ok()) {
            Some(region) => {
                format!("The bucket is in this region: {region}. Please use this region to retry the request")
            }
            None => message.unwrap_or_else(|| "The bucket is at another endpoint.".to_owned()),
        };
        return ObjectError::Refused { code: "PermanentRedirect".to_owned(), message };
    }
    match (code, status) {
        (Some(code), _) => ObjectError::Refused { message: message.unwrap_or_else(|| code.clone()), code },
        (None, StatusCode::NOT_FOUND) => ObjectError::no_such_key(),
        (None, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) => ObjectError::access_denied(),
        (None, status) => ObjectError::Unavailable(format!("it answered {status}, which S3 does not")),
    }
}

/// The text of the first element of that name. An error of S3 has one of each and no attributes.
fn element(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    let mut out = text.to_owned();
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    {
        out = out.replace(entity, character);
    }
    Some(out)
}

fn words(text: &str, at_most: usize) -> String {
    text.trim().chars().filter(|c| !c.is_control()).take(at_most).collect()
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn of(status: u16, region: Option<&str>, body: &str) -> ObjectError {
        let mut headers = HeaderMap::new();
        if let Some(region) = region {
            headers.insert("x-amz-bucket-region", HeaderValue::from_str(region).unwrap());
        }
        error(StatusCode::from_u16(status).unwrap(), &headers, body.as_bytes())
    }

    #[test]
    fn answers() {
        let xml = |code: &str, message: &str| {
            format!("<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>")
        };
        let no_key = xml("NoSuchKey", "The specified key does not exist.");
        let moved = xml("PermanentRedirect", "The bucket must be addressed elsewhere.");
        let refused = ObjectError::refused;
        for (status, region, body, expected) in [
            (404, None, no_key.as_str(), ObjectError::no_such_key()),
            (404, None, "", ObjectError::no_such_key()),
            (404, None, "<html>", ObjectError::no_such_key()),
            (403, None, "<Code>Not a code</Code>", ObjectError::access_denied()),
            (
                403,
                None,
                &xml("AccessDenied", "User: a &lt;b&gt; &amp;amp;"),
                refused("AccessDenied", "User: a <b> &amp;"),
            ),
            (
                301,
                Some("us-west-2"),
                &moved,
                refused(
                    "PermanentRedirect",
                    "The bucket is in this region: us-west-2. Please use this region to retry the request",
                ),
            ),
            (
                301,
                Some("<script>"),
                &moved,
                refused("PermanentRedirect", "The bucket must be addressed elsewhere."),
            ),
            (301, None, "", refused("PermanentRedirect", "The bucket is at another endpoint.")),
            (400, None, "<Code>InvalidArgument</Code>", refused("InvalidArgument", "InvalidArgument")),
            (
                503,
                None,
                &xml("SlowDown", "x"),
                ObjectError::Unavailable("it answered 503 Service Unavailable, SlowDown".into()),
            ),
            (
                429,
                None,
                "",
                ObjectError::Unavailable("it answered 429 Too Many Requests, no error code".into()),
            ),
            (
                206,
                None,
                "",
                ObjectError::Unavailable("it answered 206 Partial Content, which S3 does not".into()),
            ),
        ] {
            assert_eq!(of(status, region, body), expected, "{status} {body}");
        }
        let long = of(400, None, &xml("A", &"x\n\u{1b}".repeat(10_000)));
        assert_eq!(long, refused("A", &"x".repeat(MAX_MESSAGE)));
    }
}
