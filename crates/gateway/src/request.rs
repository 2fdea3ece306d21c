//! One request, step by step. Read this first.

use crate::answer_body::AnswerBody;
use crate::authenticate::Claim;
use crate::body::Terms;
use crate::budget::{Share, Source};
use crate::config::{Gateway, Mode};
use crate::identify::{Identified, Unidentified, identify};
use crate::operation::{Ready, perform};
use crate::{authenticate, authorize, body, download, endpoint, function_url, guard, refuse, request_id};
use aws_wire::{ApiError, Caller, CallerKind, RequestContext};
use bytes::Bytes;
use domain::Scope;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response, header};
use hyper::body::Incoming;
use std::net::IpAddr;
use std::sync::Arc;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const HEALTH: &str = "/_tenfold/health";

/// Who is on the other end of a connection.
#[derive(Debug)]
pub(crate) struct Peer {
    /// The listener's name in logs.
    pub(crate) label: Arc<str>,
    /// With whom it shares the memory for bodies.
    pub(crate) source: Source,
    /// Where it is.
    pub(crate) address: IpAddr,
}

/// Answers one request. There is always an answer, and it always carries its request id.
pub(crate) async fn serve_request(
    gateway: &Gateway,
    peer: &Peer,
    request: Request<Incoming>,
) -> Response<AnswerBody> {
    let id = request_id::new_request_id();
    let (parts, incoming) = request.into_parts();
    let mut response = dispatch(gateway, peer, &parts, incoming, &id).await;
    if let (false, Ok(value)) = (response.headers().contains_key(&REQUEST_ID), HeaderValue::from_str(&id)) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    if parts.method == Method::HEAD {
        *response.body_mut() = Bytes::new().into();
    }
    response
}

async fn dispatch(
    gateway: &Gateway,
    peer: &Peer,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
) -> Response<AnswerBody> {
    if let Some(address) = function_url::host::address(parts) {
        return function_url::serve(gateway, peer, &address, parts, incoming, id).await;
    }
    let limits = &gateway.parts.limits;
    if gateway.mode() == Mode::Dev
        && let Err(why) = guard::refuse_browsers(parts, &gateway.parts.own_hosts)
    {
        body::turn_away(incoming, &parts.headers, limits).await;
        return refuse::forbidden(parts, why, id).map(AnswerBody::from);
    }
    let path = parts.uri.path();
    if path == HEALTH {
        return health().map(AnswerBody::from);
    }
    if gateway.parts.downloads.claims(path) {
        return download::serve(gateway, parts, id).await.map(AnswerBody::from);
    }
    // AWS's services have no CORS of their own.
    if parts.method == Method::OPTIONS {
        return refuse::no_service(parts, id).map(AnswerBody::from);
    }
    let identified = match identify(gateway, parts) {
        Ok(identified) => identified,
        Err(why) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            let refused = match why {
                Unidentified::NoService => refuse::no_service(parts, id),
                Unidentified::NotBuilt(service) => refuse::not_built(parts, &service, id),
            };
            return refused.map(AnswerBody::from);
        }
    };
    let model = identified.model;
    let answer = serve_operation(gateway, peer, identified, parts, incoming, id).await;
    let response = answer.unwrap_or_else(|error| {
        aws_wire::encode::encode_error(Some(model), &error, id).map(AnswerBody::from)
    });
    tracing::debug!(
        listener = &*peer.label,
        request_id = &**id,
        service = model.signing_name,
        status = response.status().as_u16(),
        "request"
    );
    response
}

async fn serve_operation(
    gateway: &Gateway,
    peer: &Peer,
    identified: Identified<'_>,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
) -> Result<Response<AnswerBody>, ApiError> {
    let (service, model) = (Arc::clone(identified.service), identified.model);
    let limits = &gateway.parts.limits;
    let Admitted { claim, proven, caller, scope } = match admit(gateway, &identified, parts) {
        Ok(admitted) => admitted,
        Err(error) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            return Err(error);
        }
    };
    let limit = identified.body_limit();
    let limited = caller.kind == CallerKind::RoleSession && gateway.mode() == Mode::Signed;
    let limit = if limited { limit.of_roles() } else { limit };
    let budget = gateway.budget(&peer.source);
    let terms = Terms { limit, limits, budget, source: &peer.source, proven };
    let mut body = body::read(incoming, &parts.headers, terms).await?;
    authenticate::verify(gateway, &claim, parts, &body.bytes, model.signing_name, proven)
        .map_err(|error| error.into_api(model.protocol))?;
    body.share = body.share.and_then(Share::verified);
    let route = identified.route(parts, &body.bytes)?;
    authorize::authorize(gateway.mode(), &caller, &scope, model, route.operation, &route.labels)?;
    let context = RequestContext {
        request_id: Arc::clone(id),
        scope,
        caller,
        now: gateway.parts.clock.now(),
        endpoint: endpoint::endpoint(parts, gateway.parts.public_endpoint.as_ref()),
        trace_header: trace_header(parts),
    };
    perform(gateway, Ready { service, model, route, parts, body, context }).await
}

/// A request whose body is worth reading.
struct Admitted {
    claim: Claim,
    /// All but the body is verified.
    proven: bool,
    caller: Caller,
    scope: Scope,
}

/// All that can be refused before a byte of the body is read. A session that may not do what it asks for is told so
/// even if its signature turns out to be wrong: its token was right, and who has that knows whose it is.
fn admit(gateway: &Gateway, identified: &Identified<'_>, parts: &Parts) -> Result<Admitted, ApiError> {
    let model = identified.model;
    let unauthenticated = |error: aws_wire::sigv4::AuthError| error.into_api(model.protocol);
    let claim = authenticate::claim(gateway, parts).map_err(unauthenticated)?;
    let (caller, scope) =
        authenticate::identity(gateway, &claim, model.signing_name).map_err(unauthenticated)?;
    let proven = authenticate::verify_head(gateway, &claim, parts, model.signing_name);
    let proven = proven.map_err(unauthenticated)?;
    if let Some(Ok(route)) = &identified.early {
        authorize::authorize(gateway.mode(), &caller, &scope, model, route.operation, &route.labels)?;
    }
    Ok(Admitted { claim, proven, caller, scope })
}

/// What cannot be a trace header is not passed on: it would reach a function's environment.
pub(crate) fn trace_header(parts: &Parts) -> Option<Arc<str>> {
    let text = parts.headers.get("x-amzn-trace-id")?.to_str().ok()?;
    (text.len() <= aws_wire::MAX_TRACE_HEADER && text.bytes().all(|b| b.is_ascii_graphic()))
        .then(|| text.into())
}

fn health() -> Response<Bytes> {
    let body = concat!("{\"status\":\"ok\",\"version\":\"", env!("CARGO_PKG_VERSION"), "\"}");
    let mut response = Response::new(Bytes::from_static(body.as_bytes()));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
