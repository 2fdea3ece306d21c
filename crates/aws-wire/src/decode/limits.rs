//! How large a body may be, by operation.

use super::unreadable;
use crate::model::{Location, Operation, Protocol, ServiceModel};
use crate::service::ApiError;
use bytes::Bytes;
use flate2::read::GzDecoder;
use http::header::CONTENT_ENCODING;
use http::request::Parts;
use std::io::Read as _;

/// AWS's limit of a request that carries code: 50 MB of zip as base64, and the rest [recorded on AWS].
const CODE_REQUEST: usize = 70_167_211;
/// AWS refuses synchronous payloads above 6 MiB by itself; this only keeps what is hopeless out.
const PAYLOAD: usize = 6 * 1024 * 1024 + 1_024;
/// The largest batch of log events (1 MiB) with every character escaped.
const JSON: usize = 8 * 1024 * 1024;
/// More than a request of CloudWatch may have (1 MB, developer guide of PutMetricData).
const SMALL: usize = 2 * 1024 * 1024;
/// The largest policy document (131,072 characters), percent-encoded, several times.
const FORM: usize = 2 * 1024 * 1024;

impl Operation {
    /// Bytes of body that may be read before the operation is refused: for whoever reads from the socket.
    pub fn max_body(&self, model: &ServiceModel) -> usize {
        match model.protocol {
            Protocol::Query => FORM,
            Protocol::Json11 => JSON,
            Protocol::Json10 | Protocol::Cbor => SMALL,
            Protocol::RestJson if self.has_payload(model) => PAYLOAD,
            Protocol::RestJson => match self.name {
                "CreateFunction" | "UpdateFunctionCode" | "PublishLayerVersion" => CODE_REQUEST,
                _ => JSON,
            },
        }
    }

    fn has_payload(&self, model: &ServiceModel) -> bool {
        model.members(self.input).iter().any(|m| m.location == Location::Payload)
    }
}

/// The body as the operation reads it. PutMetricData alone may be compressed (`requestcompression` of the service model):
/// what it unpacks to is limited as what is not compressed is.
pub(super) fn inflate(
    model: &ServiceModel,
    operation: &Operation,
    parts: &Parts,
    body: Bytes,
) -> Result<Bytes, ApiError> {
    let gzip = parts.headers.get(CONTENT_ENCODING).is_some_and(|coding| coding.as_bytes() == b"gzip");
    if !gzip || operation.name != "PutMetricData" {
        return Ok(body);
    }
    let max = operation.max_body(model);
    let mut plain = Vec::new();
    let read = GzDecoder::new(&*body).take(max as u64 + 1).read_to_end(&mut plain);
    read.map_err(|_| unreadable("The body is not gzip"))?;
    check(model, operation, plain.len())?;
    Ok(plain.into())
}

pub(super) fn check(model: &ServiceModel, operation: &Operation, len: usize) -> Result<(), ApiError> {
    let max = operation.max_body(model);
    if len <= max {
        return Ok(());
    }
    let message = if operation.has_payload(model) {
        // The operation has its own, lower limit, with this text.
        format!(
            "{len} byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)"
        )
    } else {
        format!("Request must be smaller than {max} bytes for the {} operation", operation.name)
    };
    let code = if operation.has_payload(model) {
        "RequestTooLargeException"
    } else {
        "RequestEntityTooLargeException"
    };
    Err(ApiError::new(413, code, message))
}
