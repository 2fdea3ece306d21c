//! One request, step by step. Read this first.

use crate::answer_body::AnswerBody;
use crate::audit::Notes;
use crate::authenticate::Claim;
use crate::authorize::{Answer, Around, Question, conditions};
use crate::body::Terms;
use crate::budget::{Share, Source};
use crate::config::{Gateway, Mode};
use crate::framing::{CLOSE, Framing};
use crate::identify::{Identified, Unidentified, identify};
use crate::operation::{Ready, perform};
use crate::tls::Agreed;
use crate::{authenticate, body, download, endpoint, function_url, guard, inspection, refuse, request_id};
use aws_wire::{
    ApiError, Caller, CallerKind, Conditions, Input, Operation, RequestContext, Route, ServiceModel,
};
use bytes::Bytes;
use domain::{Scope, Trace};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Response, Version, header};
use hyper::body::Incoming;
use std::net::IpAddr;
use std::sync::Arc;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// Who is on the other end of a connection.
#[derive(Debug)]
pub(crate) struct Peer {
    /// The listener's name in logs.
    pub(crate) label: Arc<str>,
    /// With whom it shares the memory for bodies.
    pub(crate) source: Source,
    /// Where it is.
    pub(crate) address: IpAddr,
    /// What its connection is protected by.
    pub(crate) tls: Option<Agreed>,
    /// Whether it came to a listener for operators.
    pub(crate) inspects: bool,
}

/// Answers one request. There is always an answer, and it always carries its request id.
pub(crate) async fn serve_request(
    gateway: &Gateway,
    peer: &Peer,
    parts: Parts,
    incoming: Incoming,
    framing: Framing,
) -> Response<AnswerBody> {
    let id = request_id::new_request_id();
    let mut response = match framing {
        Framing::Plain | Framing::Last => dispatch(gateway, peer, &parts, incoming, &id).await,
        Framing::Refused(why) => {
            body::turn_away(incoming, &parts.headers, &gateway.parts.limits).await;
            refuse::bad_request(&parts, why, &id).map(AnswerBody::from)
        }
    };
    if framing != Framing::Plain && parts.version <= Version::HTTP_11 {
        response.headers_mut().insert(header::CONNECTION, CLOSE);
    }
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
    let mut notes = Notes::begin(gateway, peer, parts, id);
    if peer.inspects {
        notes.forget();
        body::turn_away(incoming, &parts.headers, &gateway.parts.limits).await;
        let answer = match inspection::page(parts.uri.path(), true) {
            Some(page) => inspection::serve(gateway, peer, page, parts).await,
            None => inspection::nothing_else(),
        };
        return answer.map(AnswerBody::from);
    }
    if let Some(address) = function_url::host::address(parts) {
        notes.named("lambda", "InvokeFunctionUrl");
        let answer = function_url::serve(gateway, peer, &address, parts, incoming, id, &mut notes).await;
        notes.finish();
        gateway.traffic.answered_url(answer.status().as_u16());
        return answer;
    }
    let response = answer(gateway, peer, parts, incoming, id, &mut notes).await;
    gateway.traffic.answered(notes.of_service(), response.status().as_u16());
    notes.finish();
    response
}

async fn answer(
    gateway: &Gateway,
    peer: &Peer,
    parts: &Parts,
    incoming: Incoming,
    id: &Arc<str>,
    notes: &mut Notes<'_>,
) -> Response<AnswerBody> {
    let limits = &gateway.parts.limits;
    if gateway.mode() == Mode::Dev
        && let Err(why) = guard::refuse_browsers(parts, &gateway.parts.own_hosts)
    {
        notes.refused("AccessDeniedException", why);
        body::turn_away(incoming, &parts.headers, limits).await;
        return refuse::forbidden(parts, why, id).map(AnswerBody::from);
    }
    let path = parts.uri.path();
    if let Some(page) = inspection::page(path, false) {
        notes.forget();
        body::turn_away(incoming, &parts.headers, limits).await;
        return inspection::serve(gateway, peer, page, parts).await.map(AnswerBody::from);
    }
    if gateway.parts.downloads.claims(path) {
        notes.named("lambda", "DownloadCode");
        let answer = download::serve(gateway, parts, id).await;
        if !answer.status().is_success() {
            notes.refused_with(&answer);
        }
        return answer.map(AnswerBody::from);
    }
    // AWS's services have no CORS of their own.
    if parts.method == Method::OPTIONS {
        let answer = refuse::no_service(parts, id);
        notes.refused_with(&answer);
        return answer.map(AnswerBody::from);
    }
    let identified = match identify(gateway, parts) {
        Ok(identified) => identified,
        Err(why) => {
            body::turn_away(incoming, &parts.headers, limits).await;
            let refused = match why {
                Unidentified::NoService => refuse::no_service(parts, id),
                Unidentified::NotBuilt(service) => refuse::not_built(parts, &service, id),
            };
            notes.refused_with(&refused);
            return refused.map(AnswerBody::from);
        }
    };
    let model = identified.model;
    notes.service(model);
    let answer = serve_operation(gateway, peer, identified, parts, incoming, id, notes).await;
    let response = answer.unwrap_or_else(|error| {
        notes.failed(&error);
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
    notes: &mut Notes<'_>,
) -> Result<Response<AnswerBody>, ApiError> {
    let (service, model) = (Arc::clone(identified.service), identified.model);
    let limits = &gateway.parts.limits;
    let Admitted { claim, proven, caller, scope, answer } =
        match admit(gateway, peer, &identified, parts, notes).await {
            Ok(admitted) => admitted,
            Err(error) => {
                body::turn_away(incoming, &parts.headers, limits).await;
                return Err(error);
            }
        };
    let limit = identified.body_limit();
    let hopeless = match &answer {
        Some(Answer::Later { hopeless }) => hopeless.clone(),
        _ => None,
    };
    // What STS is asked is short, and functions ask it much; strangers may ask nothing else.
    let is_short = caller.kind == CallerKind::Anonymous
        || model.signing_name == "sts" && caller.kind != CallerKind::Root;
    let limit = if hopeless.is_some() || is_short { limit.of_the_hopeless() } else { limit };
    let budget = gateway.budget(&peer.source);
    let terms = Terms { limit, limits, budget, source: &peer.source, proven };
    let body = body::read(incoming, &parts.headers, terms).await;
    let mut body = body.map_err(|error| hopeless.filter(|_| error.status == 413).unwrap_or(error))?;
    let verified = authenticate::verify(gateway, &claim, parts, &body.bytes, model.signing_name, proven);
    verified.inspect_err(|_| notes.unproven()).map_err(|error| error.into_api(model.protocol))?;
    notes.caller(&caller, &scope);
    let share = body.share.take().and_then(Share::verified);
    let Route { operation, labels } = identified.route(parts, &body.bytes)?;
    notes.asked(operation, &labels);
    authenticate::must_be_signed(&caller, operation.name).map_err(|error| error.into_api(model.protocol))?;
    authenticate::refuse_sessions_of_users(&caller, model, operation.name)?;
    let (account, input) = match answer {
        // Said before its input is judged, which nobody would act on.
        Some(Answer::May(_)) if !operation.built => return Err(not_built(model, operation)),
        Some(Answer::May(account)) => (account, operation.read(model, parts, &labels, body.bytes)?),
        _ => {
            let input = match operation.read(model, parts, &labels, body.bytes) {
                Err(_) if !operation.built => Input::default(),
                input => input?,
            };
            let around = around(gateway, peer, parts);
            let question =
                Question { gateway, service: &*service, operation, caller: &caller, scope: &scope, around };
            match question.ask(&input.members, true).await? {
                Answer::May(_) if !operation.built => return Err(not_built(model, operation)),
                Answer::May(account) => (account, input),
                // Nothing is left to wait for.
                Answer::Later { .. } => return Err(ApiError::internal()),
            }
        }
    };
    operation.validate(model, &input)?;
    let conditions = match service.asks_policies(operation) {
        true => conditions(gateway, &caller, &scope, &around(gateway, peer, parts)).await?,
        false => Conditions::default(),
    };
    let context = RequestContext {
        request_id: Arc::clone(id),
        scope: Scope { account, ..scope },
        caller,
        now: gateway.parts.clock.now(),
        endpoint: endpoint::endpoint(parts, gateway.parts.public_endpoint.as_ref(), peer.tls.is_some()),
        trace_header: trace_header(parts),
        conditions,
    };
    perform(gateway, Ready { service, model, operation, input, share, context }, notes).await
}

fn not_built(model: &ServiceModel, operation: &Operation) -> ApiError {
    ApiError::not_implemented(model.signing_name, operation.name)
}

/// Under which circumstances a request is decided.
pub(crate) fn around<'a>(gateway: &Gateway, peer: &Peer, parts: &'a Parts) -> Around<'a> {
    let now = gateway.parts.clock.now();
    Around { parts, peer: peer.address, secure: is_secure(gateway, peer), now }
}

/// Whether the client speaks TLS, with us or with what stands in front of us.
pub(crate) fn is_secure(gateway: &Gateway, peer: &Peer) -> bool {
    peer.tls.is_some() || gateway.parts.public_endpoint.as_ref().is_some_and(|e| e.starts_with("https:"))
}

/// A request whose body is worth reading.
struct Admitted {
    claim: Claim,
    /// All but the body is verified.
    proven: bool,
    caller: Caller,
    scope: Scope,
    /// Whether the caller may, as far as the head tells; `None` where not even the operation is known yet.
    answer: Option<Answer>,
}

/// All that can be refused before a byte of the body is read. A session that may not do what it asks for is told so
/// even if its signature turns out to be wrong: its token was right, and who has that knows whose it is. Of another key that is
/// so only where the head alone proves it, which declares the body's hash then.
async fn admit(
    gateway: &Gateway,
    peer: &Peer,
    identified: &Identified<'_>,
    parts: &Parts,
    notes: &mut Notes<'_>,
) -> Result<Admitted, ApiError> {
    let model = identified.model;
    let unauthenticated = |error: aws_wire::sigv4::AuthError| error.into_api(model.protocol);
    if let Some(Ok(route)) = &identified.early {
        notes.asked(route.operation, &route.labels);
    }
    let claim = authenticate::claim(gateway, parts, model.signing_name).map_err(unauthenticated)?;
    let (caller, scope) =
        authenticate::identity(gateway, &claim, model.signing_name).map_err(unauthenticated)?;
    let proven = authenticate::verify_head(gateway, &claim, parts, model.signing_name);
    let proven = proven.map_err(unauthenticated)?;
    // Whoever names a key has proved nothing yet, unless a token that only its owner has came along: neither is it noted for his,
    // nor is he told what its owner may.
    let is_known = proven || claim.has_token();
    if is_known {
        notes.caller(&caller, &scope);
    }
    if let Some(Ok(route)) = &identified.early {
        authenticate::must_be_signed(&caller, route.operation.name).map_err(unauthenticated)?;
    }
    let answer = match &identified.early {
        _ if caller.kind == CallerKind::Root && !may_be_of_others(identified, parts) => {
            Some(Answer::May(scope.account.clone()))
        }
        Some(Ok(route)) if is_known => {
            let (service, around) = (&**identified.service, around(gateway, peer, parts));
            let operation = route.operation;
            let question = Question { gateway, service, operation, caller: &caller, scope: &scope, around };
            let head = operation.read_head(model, parts, &route.labels)?;
            Some(question.ask(&head, false).await?)
        }
        Some(_) | None => None,
    };
    Ok(Admitted { claim, proven, caller, scope, answer })
}

/// Whether its head alone proves who sends it and lets him.
pub(crate) async fn is_let_in(
    gateway: &Gateway,
    peer: &Peer,
    identified: &Identified<'_>,
    parts: &Parts,
) -> bool {
    let id = request_id::new_request_id();
    let mut notes = Notes::begin(gateway, peer, parts, &id);
    let admitted = admit(gateway, peer, identified, parts, &mut notes).await;
    admitted.is_ok_and(|admitted| admitted.proven && matches!(admitted.answer, Some(Answer::May(_))))
}

/// Whether what a request is about may belong to another account: it names it by an ARN then. What does so in a body, the
/// operation itself refuses.
fn may_be_of_others(identified: &Identified<'_>, parts: &Parts) -> bool {
    let Some(Ok(route)) = &identified.early else { return false };
    let is_arn = |text: &str| text.contains(':');
    route.labels.iter().any(|(_, label)| is_arn(label))
        || parts.uri.query().is_some_and(|query| is_arn(query) || query.contains('%'))
}

/// What cannot be a trace header is not passed on: it would reach a function's environment. W3C's header is one where X-Ray's own
/// is missing.
pub(crate) fn trace_header(parts: &Parts) -> Option<Arc<str>> {
    let text = |name: &str| parts.headers.get(name)?.to_str().ok();
    let Some(text) = text("x-amzn-trace-id") else {
        return Trace::header_of_w3c(text("traceparent")?).map(Into::into);
    };
    (text.len() <= aws_wire::MAX_TRACE_HEADER && text.bytes().all(|b| b.is_ascii_graphic()))
        .then(|| text.into())
}
