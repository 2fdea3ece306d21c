//! Errors, as each protocol spells them.

use super::{CBOR, JSON, XML, cbor, header, json_type, response, smithy, xml};
use crate::model::{ErrorTrait, Kind, Location, Member, Protocol, ServiceModel};
use crate::service::ApiError;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response};
use serde_json::{Map, Value};

const QUERY_ERROR: HeaderName = HeaderName::from_static("x-amzn-query-error");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// The response of an error in the service's own spelling. `code` may be an error's shape name or its code on the
/// wire. Without a model (no service was recognised) it is spelt as rest-json.
///
/// Where the model knows the error, its `Type` and the spelling of `message` come from there; a field set by
/// [`ApiError::with`] wins, and `null` leaves a member out.
pub fn encode_error(
    model: Option<&'static ServiceModel>,
    error: &ApiError,
    request_id: &str,
) -> Response<Bytes> {
    let shape = model.and_then(|m| m.error(&error.code));
    let members = match shape.map(|s| &s.kind) {
        Some(Kind::Structure(members)) => *members,
        _ => &[],
    };
    let known = shape.and_then(|s| s.error);
    let sender = known.map_or(error.status < 500, |k| k.sender_fault);
    let code = known.map_or(error.code.as_str(), |k| k.code);
    match (model, model.map_or(Protocol::RestJson, |m| m.protocol)) {
        (Some(model), Protocol::Query) => {
            let body = xml::error(model, error, code, sender, request_id);
            response(error.status, Some(XML), request_id, Bytes::from(body))
        }
        (_, protocol @ (Protocol::Json11 | Protocol::Json10)) => {
            let mut body = Map::new();
            let name = if protocol == Protocol::Json10 { shape.map_or(code, |s| s.name) } else { code };
            body.insert("__type".to_owned(), Value::from(name));
            body.extend(fields(error, members, None));
            let body = Bytes::from(Value::Object(body).to_string());
            let response = response(error.status, Some(json_type(protocol)), request_id, body);
            if protocol == Protocol::Json10 { as_in_query(response, code, sender) } else { response }
        }
        (Some(model), Protocol::Cbor) => {
            let name = shape.map_or(code, |s| s.name);
            let said = fields(error, members, None);
            // What no error of the model says is text.
            let own = |member: &&str| !members.iter().any(|known| known.name == *member);
            let texts = said.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
            let mut before = vec![("__type", name)];
            before.extend(texts.filter(|(name, _)| own(name)));
            let body = cbor::structure(model, members, &said, &before);
            as_in_query(smithy(response(error.status, Some(CBOR), request_id, body.into())), code, sender)
        }
        _ => {
            let body = Value::Object(fields(error, members, known));
            let mut response = response(error.status, Some(JSON), request_id, Bytes::from(body.to_string()));
            if let Ok(code) = HeaderValue::from_str(code) {
                response.headers_mut().insert(ERROR_TYPE, code);
            }
            let model = model.into_iter();
            let headers = model
                .flat_map(|m| in_headers(members).filter_map(|h| header(m, h, error.fields.get(h.name))));
            response.headers_mut().extend(headers.collect::<Vec<_>>());
            response
        }
    }
}

/// Tells clients the code that the query protocol has for it, by which they have always known it (`awsQueryCompatible`).
fn as_in_query(mut response: Response<Bytes>, code: &str, sender: bool) -> Response<Bytes> {
    let value = format!("{code};{}", if sender { "Sender" } else { "Receiver" });
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(QUERY_ERROR, value);
    }
    response
}

fn in_headers(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|m| m.location == Location::Header)
}

fn fields(error: &ApiError, members: &[Member], known: Option<ErrorTrait>) -> Map<String, Value> {
    // In this order, as seen in Lambda's throttles: what else is said, `Type`, the message.
    let said = error.fields.iter().filter(|(name, _)| !in_headers(members).any(|m| m.name == name.as_str()));
    let mut body: Map<String, Value> = said.map(|(name, value)| (name.clone(), value.clone())).collect();
    let has_type = members.iter().any(|m| m.name == "Type") && !body.contains_key("Type");
    if let Some(known) = known.filter(|_| has_type) {
        body.insert("Type".to_owned(), Value::from(if known.sender_fault { "User" } else { "Service" }));
    }
    // The model has either spelling, by error. Where it says nothing AWS writes it small, but for who may not (seen in
    // answers of Lambda and of services of the JSON protocol).
    let unsaid = if error.code == "AccessDeniedException" { "Message" } else { "message" };
    let spelt = members.iter().find(|m| m.name.eq_ignore_ascii_case("message")).map_or(unsaid, |m| m.wire);
    body.insert(spelt.to_owned(), Value::from(error.message.as_str()));
    body.retain(|_, value| !value.is_null());
    body
}
