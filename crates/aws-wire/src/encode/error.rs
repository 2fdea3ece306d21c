//! Errors, as each protocol spells them.

use super::{JSON, JSON_1_1, XML, header, response, xml};
use crate::model::{ErrorTrait, Kind, Location, Member, Protocol, ServiceModel};
use crate::service::ApiError;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response};
use serde_json::{Map, Value};

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
        (_, Protocol::Json11) => {
            let mut body = Map::new();
            body.insert("__type".to_owned(), Value::from(code));
            body.extend(fields(error, members, None));
            response(error.status, Some(JSON_1_1), request_id, Bytes::from(Value::Object(body).to_string()))
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
