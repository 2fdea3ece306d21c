//! One request, step by step. Read this first.

use crate::config::{Gateway, Mode};
use crate::identify::{Unidentified, identify};
use crate::operation::{Ready, perform};
use crate::{authenticate, authorize, body, download, endpoint, guard, refuse, request_id};
use aws_wire::{ApiError, RequestContext};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response, header};
use hyper::body::Incoming;
use std::sync::Arc;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const HEALTH: &str = "/_tenfold/health";

/// Answers one request. There is always an answer, and it always carries its request id.
pub(crate) async fn serve_request(
    gateway: &Gateway,
    label: &str,
    request: Request<Incoming>,
) -> Response<Bytes> {
    let id = request_id::new_request_id();
    let (parts, incoming) = request.into_parts();
    let mut response = dispatch(gateway, label, &parts, incoming, &id).await;
    if let (false, Ok(value)) = (response.headers().contains_key(&REQUEST_ID), HeaderValue::from_str(&id)) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    if parts.method == Method::HEAD {
        *response.body_mut() = Bytes::new();
    }
    response
}

async fn dispatch(
    gateway: &Gateway,
    label: &str,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
) -> Response<Bytes> {
    let limits = &gateway.parts.limits;
    if gateway.mode() == Mode::Dev
        && let Err(why) = guard::refuse_browsers(parts, &gateway.parts.own_hosts)
    {
        body::turn_away(incoming, &parts.headers, limits).await;
        return refuse::forbidden(parts, why, id);
    }
    let path = parts.uri.path();
    if path == HEALTH {
        return health();
    }
    if gateway.parts.downloads.claims(path) {
        return download::serve(gateway, parts, id).await;
    }
    // AWS's services have no CORS of their own.
    if parts.method == Method::OPTIONS {
        return refuse::no_service(parts, id);
    }
    let identified = match identify(gateway, parts) {
        Ok(identified) => identified,
        Err(why) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            return match why {
                Unidentified::NoService => refuse::no_service(parts, id),
                Unidentified::NotBuilt(service) => refuse::not_built(parts, &service, id),
            };
        }
    };
    let model = identified.model;
    let answer = serve_operation(gateway, identified, parts, incoming, id).await;
    let response = answer.unwrap_or_else(|error| aws_wire::encode::encode_error(Some(model), &error, id));
    tracing::debug!(
        listener = label,
        request_id = &**id,
        service = model.signing_name,
        status = response.status().as_u16(),
        "request"
    );
    response
}

async fn serve_operation(
    gateway: &Gateway,
    identified: crate::identify::Identified<'_>,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
) -> Result<Response<Bytes>, ApiError> {
    let (service, model) = (Arc::clone(identified.service), identified.model);
    let unauthenticated = |error: aws_wire::sigv4::AuthError| error.into_api(model.protocol);
    let limits = &gateway.parts.limits;
    let claim = match authenticate::claim(gateway, parts) {
        Ok(claim) => claim,
        Err(error) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            return Err(unauthenticated(error));
        }
    };
    let limit = identified.body_limit();
    let body = body::read(incoming, &parts.headers, limit, limits, &gateway.budget).await?;
    let (caller, scope) = authenticate::verify(gateway, claim, parts, &body.bytes, model.signing_name)
        .map_err(unauthenticated)?;
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

/// What cannot be a trace header is not passed on: it would reach a function's environment.
fn trace_header(parts: &Parts) -> Option<Arc<str>> {
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
