//! How large a body may be, by operation.

use crate::model::{Location, Operation, Protocol, ServiceModel};
use crate::service::ApiError;

/// AWS's limit of a request that carries code: 50 MB of zip as base64, and the rest [recorded on AWS].
const CODE_REQUEST: usize = 70_167_211;
/// AWS refuses synchronous payloads above 6 MiB by itself; this only keeps what is hopeless out.
const PAYLOAD: usize = 6 * 1024 * 1024 + 1_024;
/// The largest batch of log events (1 MiB) with every character escaped.
const JSON: usize = 8 * 1024 * 1024;
/// The largest policy document (131,072 characters), percent-encoded, several times.
const FORM: usize = 2 * 1024 * 1024;

impl Operation {
    /// Bytes of body that may be read before the operation is refused: for whoever reads from the socket.
    pub fn max_body(&self, model: &ServiceModel) -> usize {
        match model.protocol {
            Protocol::Query => FORM,
            Protocol::Json11 => JSON,
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
