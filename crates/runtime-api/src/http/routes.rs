//! Paths and what those of the Runtime API do.

use super::body::{self, Read};
use super::give_way::give_way;
use super::{extensions, telemetry};
use crate::machine::Answering;
use crate::refusal::Refusal;
use crate::session::{Delivery, InitError, Reply, Session};
use crate::telemetry::TelemetryApi;
use base64::Engine;
use bytes::Bytes;
use domain::limits::{MAX_RESPONSE, MAX_STREAMED_RESPONSE};
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use std::sync::Arc;

pub(super) type Answer = Response<Full<Bytes>>;

const RESPONSE_MODE: &str = "lambda-runtime-function-response-mode";
/// Of a response, what else it asks for: `next`. Not of AWS's API.
const THEN: &str = "tenfold-runtime-then";
const ERROR_TYPE: &str = "lambda-runtime-function-error-type";
const ERROR_BODY: &str = "lambda-runtime-function-error-body";
/// An error whose body tells tracing of its cause, too.
const ERROR_WITH_CAUSE: &str = "application/vnd.aws.lambda.error.cause+json";
/// The body of an init error, bytes: a type, a message and a stack trace.
const MAX_INIT_ERROR: usize = 256 << 10;
/// Characters of an error type that are kept.
pub(super) const MAX_ERROR_TYPE: usize = 256;

/// A path of the APIs that a sandbox may know.
#[derive(Debug, PartialEq, Eq)]
enum Route<'a> {
    Next,
    Response(&'a str),
    Error(&'a str),
    InitError,
    RestoreNext,
    Credentials,
    Extension(extensions::Route),
    Subscribe(TelemetryApi),
    /// For Hyrum's law: AWS's clients do not use it.
    Ping,
    Refused(Refusal),
}

fn route<'a>(method: &Method, path: &'a str) -> Route<'a> {
    let segments: Vec<&str> = path.strip_prefix('/').unwrap_or(path).splitn(6, '/').collect();
    let get = |route| if method == Method::GET { route } else { Route::Refused(Refusal::MethodNotAllowed) };
    let post = |route| if method == Method::POST { route } else { Route::Refused(Refusal::MethodNotAllowed) };
    let put = |route| if method == Method::PUT { route } else { Route::Refused(Refusal::MethodNotAllowed) };
    match segments[..] {
        ["2018-06-01", "runtime", "invocation", "next"] => get(Route::Next),
        ["2018-06-01", "runtime", "invocation", id, "response"] => post(Route::Response(id)),
        ["2018-06-01", "runtime", "invocation", id, "error"] => post(Route::Error(id)),
        ["2018-06-01", "runtime", "init", "error"] => post(Route::InitError),
        ["2020-01-01", "extension", "register"] => post(Route::Extension(extensions::Route::Register)),
        ["2020-01-01", "extension", "event", "next"] => get(Route::Extension(extensions::Route::Next)),
        ["2020-01-01", "extension", "init", "error"] => post(Route::Extension(extensions::Route::InitError)),
        ["2020-01-01", "extension", "exit", "error"] => post(Route::Extension(extensions::Route::ExitError)),
        ["2018-06-01", "ping"] => get(Route::Ping),
        ["2018-06-01", "runtime", "restore", "next"] => get(Route::RestoreNext),
        // In place of the first `invocation/next`, as `init/error`.
        ["2018-06-01", "runtime", "restore", "error"] => post(Route::InitError),
        ["2022-07-01", "telemetry"] => put(Route::Subscribe(TelemetryApi::Telemetry)),
        ["2020-08-15", "logs"] => put(Route::Subscribe(TelemetryApi::Logs)),
        ["2021-04-23", "credentials"] => get(Route::Credentials),
        _ => Route::Refused(Refusal::NotFound),
    }
}

/// Answers one request of the runtime.
pub(crate) async fn answer(session: &Arc<Session>, request: Request<Incoming>) -> Answer {
    let (head, mut body) = request.into_parts();
    let done = match route(&head.method, head.uri.path()) {
        Route::Next => return next(session, None).await,
        Route::RestoreNext => match session.restore_next().await {
            Some(answer) => return json(StatusCode::OK, answer),
            None => Err(Refusal::NotFound),
        },
        // Whoever reaches this is in the sandbox: a token would tell nothing more.
        Route::Credentials => match session.credentials() {
            Some(credentials) => return json(StatusCode::OK, credentials),
            None => Err(Refusal::NotFound),
        },
        Route::Response(id) => match response(session, id, &head.headers, &mut body).await {
            Ok(Whose::Asks(generation)) => return next(session, Some(generation)).await,
            Ok(Whose::IsDone) => {
                // The caller waits for its answer, and nobody for this one.
                give_way().await;
                Ok(())
            }
            Err(refusal) => Err(refusal),
        },
        Route::Error(id) => error(session, id, &head.headers, &mut body).await,
        Route::InitError => init_error(session, &head.headers, &mut body).await,
        Route::Extension(route) => {
            let answer = extensions::answer(session.extensions(), route, &head.headers, &mut body).await;
            return answer.unwrap_or_else(|refusal| refused(&refusal));
        }
        Route::Subscribe(api) => {
            let answer = telemetry::subscribe(session, api, &head.headers, &mut body).await;
            return answer.unwrap_or_else(|refusal| refused(&refusal));
        }
        Route::Ping => return Response::new(Full::from("pong")),
        Route::Refused(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => accepted(),
        Err(refusal) => refused(&refusal),
    }
}

/// Answers with the next event, once there is one; `generation`: only if the session has not started anew since then.
async fn next(session: &Arc<Session>, generation: Option<u64>) -> Answer {
    match session.next(generation).await {
        Ok(delivery) => event(&delivery),
        // The process that asked is being replaced: it will not read this.
        Err(refusal) => refused(&refusal.unwrap_or(Refusal::NotFound)),
    }
}

/// Whose response was taken.
enum Whose {
    /// That of a runtime of this generation, which asks for the next event with it.
    Asks(u64),
    /// That of one which asks for it by itself.
    IsDone,
}

/// Whether a response is the request for the next event as well. What our own runtimes ask saves a message each way.
fn asks_for_next(headers: &HeaderMap) -> bool {
    headers.get(THEN).is_some_and(|then| then == "next")
}

/// What a report is answered.
pub(super) fn accepted() -> Answer {
    json(StatusCode::ACCEPTED, Bytes::from_static(b"{\"status\":\"OK\"}\n"))
}

fn refused(refusal: &Refusal) -> Answer {
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
    json(status, refusal.body().into())
}

async fn response(
    session: &Arc<Session>,
    id: &str,
    headers: &HeaderMap,
    body: &mut Incoming,
) -> Result<Whose, Refusal> {
    let mut reply = session.begin_reply(id, Answering::Response)?;
    let Ok(streaming) = is_streaming(headers) else {
        let error_type = Some("Runtime.InvalidResponseModeHeader".to_owned());
        reply.finish(Reply::Error { error_type, payload: Bytes::new() });
        body::discard(body).await;
        return Err(Refusal::ResponseMode);
    };
    let (read, limit) = match reply.sink().filter(|_| streaming) {
        Some(sink) => {
            let content_type = text(headers, CONTENT_TYPE.as_str());
            let passed = body::pass_on(body, MAX_STREAMED_RESPONSE, content_type, sink, &mut reply).await;
            (passed, MAX_STREAMED_RESPONSE)
        }
        None => (body::read(body, MAX_RESPONSE).await, MAX_RESPONSE),
    };
    match read {
        Read::Whole(payload, trailers) => {
            let generation = reply.generation();
            reply.finish(match trailers.as_ref().and_then(trailing_error) {
                Some(error) => error,
                None => Reply::Response(payload),
            });
            Ok(if asks_for_next(headers) && !streaming { Whose::Asks(generation) } else { Whose::IsDone })
        }
        Read::TooLarge => {
            reply.finish(Reply::TooLarge(limit));
            body::discard(body).await;
            Err(Refusal::TooLarge(limit))
        }
        Read::Broken => Err(Refusal::Truncated),
    }
}

async fn error(
    session: &Arc<Session>,
    id: &str,
    headers: &HeaderMap,
    body: &mut Incoming,
) -> Result<(), Refusal> {
    let reply = session.begin_reply(id, Answering::Error)?;
    match body::read(body, MAX_RESPONSE).await {
        Read::Whole(payload, _) => {
            let error_type = error_type(headers, &payload);
            let with_cause = headers.get(CONTENT_TYPE).is_some_and(|kind| kind == ERROR_WITH_CAUSE);
            let payload = if with_cause { without_cause(&payload) } else { payload };
            reply.finish(Reply::Error { error_type, payload });
            Ok(())
        }
        Read::TooLarge => {
            reply.finish(Reply::TooLarge(MAX_RESPONSE));
            body::discard(body).await;
            Err(Refusal::TooLarge(MAX_RESPONSE))
        }
        Read::Broken => Err(Refusal::Truncated),
    }
}

async fn init_error(session: &Arc<Session>, headers: &HeaderMap, body: &mut Incoming) -> Result<(), Refusal> {
    let report = session.begin_init_error()?;
    match body::read(body, MAX_INIT_ERROR).await {
        Read::Whole(payload, _) => {
            report.finish(InitError { error_type: error_type(headers, &payload), payload });
            Ok(())
        }
        Read::TooLarge => {
            // Only now may it be followed by another one.
            body::discard(body).await;
            Err(Refusal::TooLarge(MAX_INIT_ERROR))
        }
        Read::Broken => Err(Refusal::Truncated),
    }
}

/// Whether the response is sent as it is made; an error where the runtime names another mode.
fn is_streaming(headers: &HeaderMap) -> Result<bool, ()> {
    match headers.get(RESPONSE_MODE).map(HeaderValue::as_bytes) {
        None | Some(b"") => Ok(false),
        Some(b"streaming") => Ok(true),
        Some(_) => Err(()),
    }
}

/// The error that a streamed response ended with: its type, and its body in base64.
fn trailing_error(trailers: &HeaderMap) -> Option<Reply> {
    let kind = text(trailers, ERROR_TYPE)?;
    let body = trailers.get(ERROR_BODY).map_or(&b""[..], HeaderValue::as_bytes);
    let payload = base64::engine::general_purpose::STANDARD.decode(body).unwrap_or_else(|_| body.to_vec());
    Some(Reply::Error { error_type: Some(kind), payload: payload.into() })
}

/// What the caller gets of an error with its cause, as AWS's emulator makes it: the three known fields, or a text where
/// they are not there.
fn without_cause(payload: &[u8]) -> Bytes {
    #[derive(serde::Deserialize, serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body {
        #[serde(default)]
        error_message: String,
        #[serde(default)]
        error_type: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        stack_trace: Vec<String>,
    }
    let known = serde_json::from_slice::<Body>(payload).and_then(|body| serde_json::to_vec(&body));
    known.map_or(Bytes::from_static(b"\"Invalid error body\""), Bytes::from)
}

/// The header's error type, else the body's; a body that is no JSON object has none.
fn error_type(headers: &HeaderMap, payload: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Body {
        #[serde(rename = "errorType")]
        error_type: String,
    }
    text(headers, ERROR_TYPE)
        .or_else(|| serde_json::from_slice::<Body>(payload).ok().map(|body| body.error_type))
        .map(|kind| kind.chars().take(MAX_ERROR_TYPE).collect())
}

pub(super) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    (!value.is_empty()).then(|| value.to_owned())
}

/// The answer to `next`.
fn event(delivery: &Delivery) -> Answer {
    let invocation = &delivery.invocation;
    let mut response = json(StatusCode::OK, invocation.payload.clone());
    let headers = response.headers_mut();
    headers.reserve(6);
    set(headers, "lambda-runtime-aws-request-id", &invocation.id.0);
    set(headers, "lambda-runtime-invoked-function-arn", &invocation.invoked_arn);
    set(headers, "lambda-runtime-trace-id", &invocation.trace_id);
    headers.insert("lambda-runtime-deadline-ms", HeaderValue::from(delivery.deadline_ms));
    if let Some(context) = &invocation.client_context {
        set(headers, "lambda-runtime-client-context", context);
    }
    response
}

/// Sets a header to text of strangers. JSON may be spread over lines, which a header cannot be: a line break outside
/// a JSON string means no more than a space.
fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    let value = HeaderValue::from_bytes(value.as_bytes()).or_else(|_| {
        let flat: Vec<u8> = value.bytes().map(|b| if b < 0x20 || b == 0x7f { b' ' } else { b }).collect();
        HeaderValue::from_bytes(&flat)
    });
    if let Ok(value) = value {
        headers.insert(HeaderName::from_static(name), value);
    }
}

pub(super) fn json(status: StatusCode, body: Bytes) -> Answer {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path() {
        let refused = Route::Refused;
        for (method, path, expected) in [
            (Method::GET, "/2018-06-01/runtime/invocation/next", Route::Next),
            (Method::POST, "/2018-06-01/runtime/invocation/abc/response", Route::Response("abc")),
            (Method::POST, "/2018-06-01/runtime/invocation/abc/error", Route::Error("abc")),
            (Method::POST, "/2018-06-01/runtime/init/error", Route::InitError),
            (Method::POST, "/2018-06-01/runtime/invocation/next", refused(Refusal::MethodNotAllowed)),
            (Method::GET, "/2018-06-01/runtime/init/error", refused(Refusal::MethodNotAllowed)),
            (Method::POST, "/2020-01-01/extension/register", Route::Extension(extensions::Route::Register)),
            (Method::GET, "/2020-01-01/extension/event/next", Route::Extension(extensions::Route::Next)),
            (
                Method::POST,
                "/2020-01-01/extension/init/error",
                Route::Extension(extensions::Route::InitError),
            ),
            (
                Method::POST,
                "/2020-01-01/extension/exit/error",
                Route::Extension(extensions::Route::ExitError),
            ),
            (Method::GET, "/2020-01-01/extension/register", refused(Refusal::MethodNotAllowed)),
            (Method::GET, "/2020-01-01/extension/event", refused(Refusal::NotFound)),
            (Method::GET, "/2018-06-01/ping", Route::Ping),
            (Method::GET, "/2018-06-01/runtime/restore/next", Route::RestoreNext),
            (Method::POST, "/2018-06-01/runtime/restore/error", Route::InitError),
            (Method::PUT, "/2022-07-01/telemetry", Route::Subscribe(TelemetryApi::Telemetry)),
            (Method::PUT, "/2020-08-15/logs", Route::Subscribe(TelemetryApi::Logs)),
            (Method::POST, "/2022-07-01/telemetry", refused(Refusal::MethodNotAllowed)),
            (Method::GET, "/", refused(Refusal::NotFound)),
            (Method::GET, "/2018-06-01/runtime/invocation/next/", refused(Refusal::NotFound)),
            (Method::POST, "/2018-06-01/runtime/invocation/a/b/response", refused(Refusal::NotFound)),
        ] {
            assert_eq!(route(&method, path), expected, "{method} {path}");
        }
    }

    #[test]
    fn the_type_of_an_error() {
        let mut headers = HeaderMap::new();
        assert_eq!(error_type(&headers, b"not json"), None);
        assert_eq!(error_type(&headers, br#"{"errorType": 7}"#), None);
        let body = br#"{"errorMessage": "x", "errorType": "ValueError", "stackTrace": []}"#;
        assert_eq!(error_type(&headers, body).as_deref(), Some("ValueError"));
        headers.insert(ERROR_TYPE, HeaderValue::from_static("Runtime.Broken"));
        assert_eq!(error_type(&headers, body).as_deref(), Some("Runtime.Broken"));
        headers.insert(ERROR_TYPE, HeaderValue::from_str(&"x".repeat(5_000)).unwrap());
        assert_eq!(error_type(&headers, b"").map(|kind| kind.len()), Some(MAX_ERROR_TYPE));
    }

    #[test]
    fn an_error_without_its_cause() {
        for (payload, left) in [
            (
                r#"{"errorType":"A","errorMessage":"b","stackTrace":["c"],"errorCause":{"exceptions":[]}}"#,
                r#"{"errorMessage":"b","errorType":"A","stackTrace":["c"]}"#,
            ),
            (r#"{"errorMessage":"b","more":1}"#, r#"{"errorMessage":"b","errorType":""}"#),
            (r#"{"stackTrace":"no list"}"#, r#""Invalid error body""#),
            ("no json", r#""Invalid error body""#),
        ] {
            assert_eq!(without_cause(payload.as_bytes()), left);
        }
    }

    #[test]
    fn a_client_context_over_several_lines() {
        let mut headers = HeaderMap::new();
        set(&mut headers, "lambda-runtime-client-context", "{\n  \"custom\": \"ä\"\r\n}");
        let value = headers.get("lambda-runtime-client-context").unwrap().as_bytes();
        assert_eq!(serde_json::from_slice::<serde_json::Value>(value).unwrap()["custom"], "ä");
    }
}
