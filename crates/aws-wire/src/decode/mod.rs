//! From a request to the members of its input, checked against the model.
//!
//! Never here: what a member means. A member that the model does not know is ignored, as AWS does.

mod json;
mod limits;
mod query;
mod rest;
#[cfg(test)]
mod tests;
mod text;

pub use json::refusal as json_refusal;

use crate::model::{Operation, Protocol, ServiceModel};
use crate::route::Labels;
use crate::service::{ApiError, Input};
use crate::validate;
use bytes::Bytes;
use http::request::Parts;

impl Operation {
    /// Reads and validates the input. A payload blob is passed on as it is.
    ///
    /// # Errors
    /// `SerializationException` and the like where the request cannot be read, `ValidationException` (or as the
    /// service calls it) where a constraint of the model is not met, 413 above [`Operation::max_body`].
    pub fn decode(
        &'static self,
        model: &'static ServiceModel,
        parts: &Parts,
        labels: &Labels,
        body: Bytes,
    ) -> Result<Input, ApiError> {
        limits::check(model, self, body.len())?;
        let input = match model.protocol {
            Protocol::RestJson => rest::read(model, self, parts, labels, body)?,
            Protocol::Json11 => Input { members: json::members(model, self.input, &body)?, payload: None },
            Protocol::Query => Input { members: query::members(model, self, parts, &body)?, payload: None },
        };
        validate::check(model, self, &input)?;
        Ok(input)
    }
}

/// A member or a body that is not what the model says.
fn unreadable(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "SerializationException", message)
}
