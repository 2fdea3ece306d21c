//! One request to a function URL, step by step.

use super::answer::Malformed;
use super::host::{Address, is_unambiguous};
use super::{FunctionUrl, Ran, UrlCall, answer, cors, event, progressive};
use crate::answer_body::{AnswerBody, Streamed};
use crate::audit::Notes;
use crate::authenticate::{self, Claim};
use crate::authorize::{Around, may_use_url};
use crate::body::{self, BodyLimit, Terms};
use crate::budget::Share;
use crate::config::{Gateway, Mode};
use crate::operation::to_its_end;
use crate::request::{Peer, around, is_secure, trace_header};
use crate::{guard, refuse, request_id};
use aws_wire::encode::encode_error;
use aws_wire::generated::lambda;
use aws_wire::model::Protocol;
use aws_wire::sigv4::AuthError;
use aws_wire::{ApiError, Caller};
use bytes::Bytes;
use domain::limits::MAX_SYNC_PAYLOAD;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use hyper::body::Incoming;
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;

const SERVICE: &str = "lambda";
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const TRACE: HeaderName = HeaderName::from_static("x-amzn-trace-id");
/// AWS's words for whoever may not (recorded on AWS).
const FORBIDDEN: &str = "Forbidden. For troubleshooting Function URL authorization issues, see: \
                         https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

/// Answers a request to a function URL.
pub(crate) async fn serve(
    gateway: &Gateway,
    peer: &Peer,
    address: &Address,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
    notes: &mut Notes<'_>,
) -> Response<AnswerBody> {
    let began = Instant::now();
    let url = match open(gateway, address, parts, id).await {
        Ok(url) => url,
        Err(response) => {
            // A preflight is no call, and all right.
            match response.status().is_success() {
                true => notes.forget(),
                false => notes.refused_with(&response),
            }
            body::turn_away(incoming, &parts.headers, &gateway.parts.limits).await;
            return response.map(AnswerBody::from);
        }
    };
    notes.url(&url.function);
    let mut response = match invoke(gateway, peer, &url, address, parts, incoming, id, notes).await {
        Ok(response) => response,
        Err(response) => {
            notes.refused_with(&response);
            response.map(AnswerBody::from)
        }
    };
    gateway.parts.urls.served(&url.function, response.status().as_u16(), began.elapsed());
    if let Some(cors) = &url.cors {
        cors::apply(cors, &parts.headers, response.headers_mut());
    }
    tracing::debug!(
        listener = &*peer.label,
        request_id = &**id,
        function = %url.function,
        status = response.status().as_u16(),
        "function URL"
    );
    response
}

/// The URL; or the answer, where there is none and where the function is not needed for it.
async fn open(
    gateway: &Gateway,
    address: &Address,
    parts: &Parts,
    id: &Arc<str>,
) -> Result<FunctionUrl, Response<Bytes>> {
    if !is_unambiguous(parts) {
        return Err(refusal(400, "BadRequestException", Some("Bad Request")));
    }
    let found = match &address.url {
        Some((url, region)) => gateway.parts.urls.find(region, url).await,
        None => Ok(None),
    };
    let found = found.map_err(|error| encode_error(None, &error, id))?;
    // As if it were there and closed, as on AWS.
    let url = found.ok_or_else(|| refusal(403, "AccessDeniedException", None))?;
    // A URL for everybody is for web pages too; one that asks for signatures takes none in development mode.
    if gateway.mode() == Mode::Dev && url.signed {
        guard::refuse_browsers(parts, &gateway.parts.own_hosts)
            .map_err(|why| refuse::forbidden(parts, why, id))?;
    }
    match url.cors.as_ref().and_then(|cors| cors::preflight(cors, parts)) {
        Some(preflight) => Err(preflight),
        None => Ok(url),
    }
}

/// From the caller to the function's answer; both sides are responses.
#[expect(clippy::too_many_arguments, reason = "all there is of a request, once")]
async fn invoke(
    gateway: &Gateway,
    peer: &Peer,
    url: &FunctionUrl,
    address: &Address,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
    notes: &mut Notes<'_>,
) -> Result<Response<AnswerBody>, Response<Bytes>> {
    let limits = &gateway.parts.limits;
    let around = around(gateway, peer, parts);
    let admitted = match admit(gateway, url, parts, &around, notes).await {
        Ok(admitted) => admitted,
        Err(error) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            return Err(unauthenticated(error, id));
        }
    };
    let limit = BodyLimit { max: MAX_SYNC_PAYLOAD as u64, operation: "InvokeFunction" };
    let (budget, proven) = (gateway.budget(&peer.source), admitted.as_ref().is_some_and(|a| a.proven));
    let terms = Terms { limit, limits, budget, source: &peer.source, proven };
    let mut body =
        body::read(incoming, &parts.headers, terms).await.map_err(|e| encode_error(None, &e, id))?;
    if let Some(Admitted { claim, proven, asked, caller }) = &admitted {
        let verified = authenticate::verify(gateway, claim, parts, &body.bytes, SERVICE, *proven);
        verified.map_err(|error| {
            notes.unproven();
            unauthenticated(Refused::Signed(error), id)
        })?;
        notes.caller(caller, &url.function.scope);
        if !asked {
            let may = may(gateway, url, Some(caller), &around).await;
            may.map_err(|refused| unauthenticated(refused, id))?;
        }
    }
    body.share = body.share.and_then(Share::verified);
    let now = gateway.parts.clock.now();
    let trace = trace_header(parts).unwrap_or_else(|| request_id::new_trace_root(now));
    let secure = is_secure(gateway, peer);
    let about = event::About {
        address,
        id,
        caller: admitted.as_ref().map(|admitted| &admitted.caller),
        account: url.function.scope.account.as_str(),
        peer: peer.address,
        tls: peer.tls.as_ref(),
        trace: &trace,
        scheme: if secure { "https" } else { "http" },
        port: address.port.unwrap_or(if secure { 443 } else { 80 }),
        now,
    };
    let event = event::event(parts, &body.bytes, &about).map_err(|_| internal_server_error())?;
    // Base64 and escapes make a body larger than it was sent.
    if event.len() > MAX_SYNC_PAYLOAD {
        return Err(encode_error(None, &limit.refusal(None), id));
    }
    let call = UrlCall {
        function: url.function.clone(),
        request_id: Arc::clone(id),
        now,
        trace_header: Arc::clone(&trace),
        event,
        streams: url.streams,
    };
    // The event carries the body now.
    drop(body.bytes);
    let urls = Arc::clone(&gateway.parts.urls);
    let run = async move { urls.run(call).await };
    let streams = url.streams;
    let ran = to_its_end(gateway, body.share, "function URL", id, run, move |ran, hold| match ran {
        Ran::Returned(returned) if streams => answer::streamed(&returned).map(Answer::Whole),
        Ran::Returned(returned) => answer::answer(&returned).map(Answer::Whole),
        Ran::Failed => Err(Malformed),
        Ran::Streams { content_type, body } => Ok(Answer::Streams(content_type, Streamed::new(body, hold))),
    });
    let response = match ran.await.map_err(|error| not_run(&error, id))? {
        Ok(Answer::Whole(response)) => Ok(response.map(AnswerBody::from)),
        Ok(Answer::Streams(content_type, body)) => progressive::progressive(content_type, body).await,
        Err(malformed) => Err(malformed),
    };
    let mut response = response.map_err(|_| internal_server_error())?;
    if let Ok(trace) = HeaderValue::from_str(&trace) {
        response.headers_mut().entry(TRACE).or_insert(trace);
    }
    Ok(response)
}

/// What a function answered.
enum Answer {
    Whole(Response<Bytes>),
    /// As it comes, of this content type.
    Streams(Option<String>, Streamed),
}

/// Somebody who signs.
struct Admitted {
    claim: Claim,
    /// All but the body is verified.
    proven: bool,
    /// Whether he may has been asked: not before something that only he has came along.
    asked: bool,
    caller: Caller,
}

/// Why somebody is not let in.
enum Refused {
    /// He may not.
    May,
    /// He has not signed as he should.
    Signed(AuthError),
    /// What decides cannot be read.
    Failed(ApiError),
}

/// Whether the head's sender may, before the body is read, as far as the head proves who he is; `None` is for everybody. Who
/// names a key without proving it is neither noted for its owner nor told what its owner may.
async fn admit(
    gateway: &Gateway,
    url: &FunctionUrl,
    parts: &Parts,
    around: &Around<'_>,
    notes: &mut Notes<'_>,
) -> Result<Option<Admitted>, Refused> {
    if !url.signed {
        may(gateway, url, None, around).await?;
        notes.everybody();
        return Ok(None);
    }
    let claim = match authenticate::claim(gateway, parts, SERVICE) {
        Err(AuthError::Missing) => return Err(Refused::May),
        claim => claim.map_err(Refused::Signed)?,
    };
    let (caller, scope) = authenticate::identity(gateway, &claim, SERVICE).map_err(Refused::Signed)?;
    if matches!(claim, Claim::Key(..)) && scope.region != url.function.scope.region {
        let why = "Credential should be scoped to a valid region.".to_owned();
        return Err(Refused::Signed(AuthError::Invalid(why)));
    }
    let proven = authenticate::verify_head(gateway, &claim, parts, SERVICE).map_err(Refused::Signed)?;
    let asked = proven || claim.has_token();
    if asked {
        notes.caller(&caller, &url.function.scope);
        may(gateway, url, Some(&caller), around).await?;
    }
    Ok(Some(Admitted { claim, proven, asked, caller }))
}

/// Refuses who may not.
async fn may(
    gateway: &Gateway,
    url: &FunctionUrl,
    caller: Option<&Caller>,
    around: &Around<'_>,
) -> Result<(), Refused> {
    let policy = url.policy.as_deref();
    match may_use_url(gateway, caller, &url.function, policy, url.signed, around).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(Refused::May),
        Err(error) => Err(Refused::Failed(error)),
    }
}

fn unauthenticated(refused: Refused, id: &str) -> Response<Bytes> {
    match refused {
        Refused::Signed(error) => encode_error(None, &error.into_api(Protocol::RestJson), id),
        Refused::Failed(error) => encode_error(None, &error, id),
        Refused::May => refusal(403, "AccessDeniedException", Some(FORBIDDEN)),
    }
}

/// An invocation that did not take place.
fn not_run(error: &ApiError, id: &str) -> Response<Bytes> {
    match error.status {
        // Told as to who invokes the function (seen in answers of AWS's URLs).
        429 => encode_error(Some(&lambda::MODEL), error, id),
        404 => refusal(403, "AccessDeniedException", None),
        503 => refusal(503, "ServiceUnavailableException", Some("Service Unavailable")),
        _ => internal_server_error(),
    }
}

/// The function failed, or what it returned is no response.
fn internal_server_error() -> Response<Bytes> {
    json_answer(502, Bytes::from_static(b"Internal Server Error"))
}

/// An answer of the URL itself.
fn refusal(status: u16, code: &'static str, message: Option<&str>) -> Response<Bytes> {
    let mut response = json_answer(status, Bytes::from(json!({ "Message": message }).to_string()));
    response.headers_mut().insert(ERROR_TYPE, HeaderValue::from_static(code));
    response
}

fn json_answer(status: u16, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
