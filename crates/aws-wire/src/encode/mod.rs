//! From an output or an error to a response.

use crate::model::{Operation, ServiceModel};
use crate::service::{ApiError, Output};
use bytes::Bytes;
use http::Response;

impl Operation {
    /// The response of a success.
    pub fn encode(
        &'static self,
        model: &'static ServiceModel,
        output: Output,
        request_id: &str,
    ) -> Response<Bytes> {
        let _ = (model, output, request_id);
        Response::new(Bytes::new())
    }
}

/// The response of an error in the service's own spelling. Without a model (no service was recognised) it is spelt as
/// rest-json.
pub fn encode_error(
    model: Option<&'static ServiceModel>,
    error: &ApiError,
    request_id: &str,
) -> Response<Bytes> {
    let _ = (model, error, request_id);
    Response::new(Bytes::new())
}
