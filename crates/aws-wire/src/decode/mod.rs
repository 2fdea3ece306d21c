//! From a request to the members of its input.

use crate::model::{Operation, ServiceModel};
use crate::route::Labels;
use crate::service::{ApiError, Input};
use bytes::Bytes;
use http::request::Parts;

impl Operation {
    /// Reads and validates the input.
    pub fn decode(
        &'static self,
        model: &'static ServiceModel,
        parts: &Parts,
        labels: &Labels,
        body: Bytes,
    ) -> Result<Input, ApiError> {
        let _ = (model, parts, labels, body);
        Err(ApiError::internal())
    }
}
