//! From an output or an error to a response, in the service's own spelling.
//!
//! Never here: deciding what an answer says. Secrets are in answers only where an operation put them.

mod cbor;
mod error;
mod event_stream;
mod json;
#[cfg(test)]
mod tests;
mod xml;

pub use error::encode_error;
pub use event_stream::{EVENT_STREAM, frame, initial_response};

use crate::model::{
    Kind, Location, Member, Operation, Protocol, RPC_V2_CBOR, SMITHY_PROTOCOL, ServiceModel, TimestampFormat,
};
use crate::service::Output;
use crate::time;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use serde_json::Value;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const TRACE: HeaderName = HeaderName::from_static("x-amzn-trace-id");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const JSON_1_1: HeaderValue = HeaderValue::from_static("application/x-amz-json-1.1");
const JSON_1_0: HeaderValue = HeaderValue::from_static("application/x-amz-json-1.0");
const CBOR: HeaderValue = HeaderValue::from_static("application/cbor");
const XML: HeaderValue = HeaderValue::from_static("text/xml");

impl Operation {
    /// The response of a success. Members that the model does not know are left out, and so are nulls.
    pub fn encode(
        &'static self,
        model: &'static ServiceModel,
        output: Output,
        request_id: &str,
    ) -> Response<Bytes> {
        match model.protocol {
            Protocol::RestJson => self.encode_rest(model, output, request_id),
            protocol @ (Protocol::Json11 | Protocol::Json10) => {
                // An operation without an output answers without a body.
                let body =
                    self.output.map(|id| json::structure(model, model.members(Some(id)), output.members));
                let body = body.map(|b| Bytes::from(Value::Object(b).to_string())).unwrap_or_default();
                response(self.status, Some(json_type(protocol)), request_id, body)
            }
            Protocol::Cbor => {
                let body = self
                    .output
                    .map(|id| cbor::structure(model, model.members(Some(id)), &output.members, &[]));
                let content_type = body.is_some().then_some(CBOR);
                smithy(response(self.status, content_type, request_id, body.unwrap_or_default().into()))
            }
            Protocol::Query => {
                let body = xml::success(model, self, &output.members, request_id);
                response(self.status, Some(XML), request_id, Bytes::from(body))
            }
        }
    }

    fn encode_rest(
        &'static self,
        model: &'static ServiceModel,
        mut output: Output,
        request_id: &str,
    ) -> Response<Bytes> {
        let members = model.members(self.output);
        let mut status = output.status.unwrap_or(self.status);
        let mut headers = Vec::new();
        let trace = output.trace.as_deref().and_then(|trace| HeaderValue::from_str(trace).ok());
        headers.extend(trace.map(|trace| (TRACE, trace)));
        for member in members {
            match member.location {
                Location::Header => headers.extend(header(model, member, output.members.get(member.name))),
                Location::Headers => {
                    let entries =
                        output.members.get(member.name).and_then(Value::as_object).into_iter().flatten();
                    headers.extend(entries.filter_map(|(key, value)| {
                        let name = HeaderName::try_from(format!("{}{key}", member.wire)).ok()?;
                        Some((name, HeaderValue::from_str(value.as_str()?).ok()?))
                    }));
                }
                Location::Status if output.status.is_none() => {
                    let given = output.members.get(member.name).and_then(Value::as_u64);
                    status = given.and_then(|s| u16::try_from(s).ok()).unwrap_or(status);
                }
                _ => {}
            }
        }
        let body = match members.iter().find(|m| m.location == Location::Payload) {
            Some(payload) => match (&model.shape(payload.shape).kind, output.members.remove(payload.name)) {
                (Kind::Structure(inner), Some(Value::Object(given))) => Some(json_bytes(model, inner, given)),
                _ => output.payload,
            },
            None if status == 204 || self.output.is_none() => None,
            None => Some(json_bytes(model, members, output.members)),
        };
        let content_type = body.is_some().then_some(JSON);
        let mut response = response(status, content_type, request_id, body.unwrap_or_default());
        response.headers_mut().extend(headers);
        response
    }
}

fn json_type(protocol: Protocol) -> HeaderValue {
    if protocol == Protocol::Json10 { JSON_1_0 } else { JSON_1_1 }
}

/// Says that it is an answer in Smithy's RPC protocol.
fn smithy(mut response: Response<Bytes>) -> Response<Bytes> {
    response.headers_mut().insert(SMITHY_PROTOCOL, HeaderValue::from_static(RPC_V2_CBOR));
    response
}

fn json_bytes(model: &ServiceModel, members: &[Member], given: serde_json::Map<String, Value>) -> Bytes {
    Bytes::from(Value::Object(json::structure(model, members, given)).to_string())
}

/// A member as a header; none where it is null or cannot be one.
fn header(model: &ServiceModel, member: &Member, value: Option<&Value>) -> Option<(HeaderName, HeaderValue)> {
    let text = match (value?, &model.shape(member.shape).kind, member.timestamp) {
        (Value::Null, ..) => return None,
        (Value::Number(n), Kind::Timestamp, TimestampFormat::Usual | TimestampFormat::Http) => {
            time::http_date(n.as_f64()?)
        }
        (Value::Number(n), Kind::Timestamp, TimestampFormat::Iso8601) => time::iso8601(n.as_f64()?),
        (Value::String(text), ..) => text.clone(),
        (other, ..) => other.to_string(),
    };
    Some((HeaderName::try_from(member.wire).ok()?, HeaderValue::from_str(&text).ok()?))
}

fn response(
    status: u16,
    content_type: Option<HeaderValue>,
    request_id: &str,
    body: Bytes,
) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(content_type) = content_type {
        response.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    if let Ok(id) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
