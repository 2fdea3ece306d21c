//! What an endpoint says when it did not do what it was asked. Whoever wrote it is a stranger.

use crate::client::CallError;
use http::StatusCode;
use serde::Deserialize;

/// Of the body of an answer that is no object, bytes; what is behind is not read.
pub(crate) const MAX_BODY: usize = 64 << 10;
/// Characters of a code and of a message that are passed on.
const MAX_CODE: usize = 64;
const MAX_MESSAGE: usize = 512;

/// Errors that pass, though they are said to be the caller's (the standard retry mode of AWS's SDKs).
const PASSING: &[&str] = &[
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "InternalError",
    "InternalFailure",
    "KMSThrottlingException",
    "KmsThrottled",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "RequestTimeout",
    "RequestTimeoutException",
    "ServiceUnavailable",
    "SlowDown",
    "Throttled",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];

/// What an answer says of an error.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
}

impl Said {
    /// In XML or in JSON.
    pub(crate) fn read(body: &[u8]) -> Self {
        let body = String::from_utf8_lossy(body);
        let (code, message) =
            json(&body).unwrap_or_else(|| (element(&body, "Code"), element(&body, "Message")));
        Self::of(code, message)
    }

    /// As far as it can be passed on.
    pub(crate) fn of(code: Option<String>, message: Option<String>) -> Self {
        Self {
            code: code.map(|code| words(&code, MAX_CODE)).filter(|code| is_code(code)),
            message: message.map(|message| words(&message, MAX_MESSAGE)),
        }
    }

    /// The error of an answer with that status.
    pub(crate) fn error(self, status: StatusCode) -> CallError {
        let Self { code, message } = self;
        let passing = status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED
            || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
            || code.as_deref().is_some_and(passes);
        match code {
            code if passing => {
                let code = code.as_deref().unwrap_or("no error code");
                CallError::Unavailable(format!("it answered {status}, {code}"))
            }
            Some(code) => CallError::Refused { message: message.unwrap_or_else(|| code.clone()), code },
            // Something else listens there, for now perhaps.
            None => CallError::Unavailable(format!("it answered {status}, which AWS does not")),
        }
    }
}

pub(crate) fn passes(code: &str) -> bool {
    PASSING.contains(&code)
}

/// Code and message of an error in JSON: `{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": ...}`.
fn json(body: &str) -> Option<(Option<String>, Option<String>)> {
    #[derive(Deserialize)]
    struct Error {
        #[serde(rename = "__type")]
        code: Option<String>,
        message: Option<String>,
        // Some have both.
        #[serde(rename = "Message")]
        other_message: Option<String>,
    }
    let Error { code, message, other_message } = serde_json::from_str(body).ok()?;
    let message = message.or(other_message);
    Some((code.and_then(|code| code.rsplit('#').next().map(str::to_owned)), message))
}

/// The text of the first element of that name. What AWS answers has one of each and no attributes.
pub(crate) fn element(xml: &str, name: &str) -> Option<String> {
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

    fn of(status: u16, body: &str) -> CallError {
        Said::read(body.as_bytes()).error(StatusCode::from_u16(status).unwrap())
    }

    #[test]
    fn answers() {
        let unavailable = |why: &str| CallError::Unavailable(why.to_owned());
        let sqs = r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist.",
            "Message":"The specified queue does not exist."}"#;
        let throttled = r#"{"__type":"com.amazonaws.sqs#RequestThrottled","message":"m"}"#;
        let sns = "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type>\
                   <Code>NotFound</Code><Message>Topic does not &lt;exist&gt; &amp;amp;</Message></Error></ErrorResponse>";
        for (status, body, expected) in [
            (400, sqs, CallError::refused("QueueDoesNotExist", "The specified queue does not exist.")),
            (404, sns, CallError::refused("NotFound", "Topic does not <exist> &amp;")),
            (400, throttled, unavailable("it answered 400 Bad Request, RequestThrottled")),
            (
                400,
                r#"{"__type":"ValidationException","Message":"M"}"#,
                CallError::refused("ValidationException", "M"),
            ),
            (403, "<Code>AccessDenied</Code>", CallError::refused("AccessDenied", "AccessDenied")),
            (403, "<Code>Not a code</Code>", unavailable("it answered 403 Forbidden, which AWS does not")),
            (404, "<html>", unavailable("it answered 404 Not Found, which AWS does not")),
            (302, "", unavailable("it answered 302 Found, which AWS does not")),
            (503, "<Code>SlowDown</Code>", unavailable("it answered 503 Service Unavailable, SlowDown")),
            (500, "{}", unavailable("it answered 500 Internal Server Error, no error code")),
            (429, "", unavailable("it answered 429 Too Many Requests, no error code")),
            (501, "<Code>NotImplemented</Code>", CallError::refused("NotImplemented", "NotImplemented")),
        ] {
            assert_eq!(of(status, body), expected, "{status} {body}");
        }
        let long = format!("<Code>A</Code><Message>{}</Message>", "x\n\u{1b}".repeat(10_000));
        assert_eq!(of(400, &long), CallError::refused("A", &"x".repeat(MAX_MESSAGE)));
    }
}
