//! From a request to the members of its input, checked against the model.
//!
//! Never here: what a member means. A member that the model does not know is ignored, as AWS does.

mod cbor;
mod json;
mod limits;
mod query;
mod rest;
#[cfg(test)]
mod tests;
mod text;

pub use cbor::read as read_cbor;
pub use json::refusal as json_refusal;

use crate::model::{Operation, Protocol, ServiceModel};
use crate::route::Labels;
use crate::service::{ApiError, Input};
use crate::validate;
use bytes::Bytes;
use http::request::Parts;
use serde_json::{Map, Value};

impl Operation {
    /// Reads the input and validates it.
    ///
    /// # Errors
    /// Those of [`Self::read`] and [`Self::validate`].
    pub fn decode(
        &'static self,
        model: &'static ServiceModel,
        parts: &Parts,
        labels: &Labels,
        body: Bytes,
    ) -> Result<Input, ApiError> {
        let input = self.read(model, parts, labels, body)?;
        self.validate(model, &input)?;
        Ok(input)
    }

    /// Reads the input, without a look at the model's constraints. A payload blob is passed on as it is.
    ///
    /// # Errors
    /// `SerializationException` and the like where the request cannot be read, 413 above [`Operation::max_body`].
    pub fn read(
        &'static self,
        model: &'static ServiceModel,
        parts: &Parts,
        labels: &Labels,
        body: Bytes,
    ) -> Result<Input, ApiError> {
        limits::check(model, self, body.len())?;
        let body = limits::inflate(model, self, parts, body)?;
        Ok(match model.protocol {
            Protocol::RestJson => rest::read(model, self, parts, labels, body)?,
            Protocol::Json11 | Protocol::Json10 => {
                Input { members: json::members(model, self.input, &body)?, payload: None }
            }
            Protocol::Cbor => Input { members: cbor::members(model, self.input, &body)?, payload: None },
            Protocol::Query => Input { members: query::members(model, self, parts, &body)?, payload: None },
        })
    }

    /// Reads the members that do not travel in the body: none but with rest-json.
    ///
    /// # Errors
    /// `SerializationException` where they cannot be read.
    pub fn read_head(
        &'static self,
        model: &'static ServiceModel,
        parts: &Parts,
        labels: &Labels,
    ) -> Result<Map<String, Value>, ApiError> {
        match model.protocol {
            Protocol::RestJson => rest::read_head(model, self, parts, labels),
            _ => Ok(Map::new()),
        }
    }

    /// Checks what was read.
    ///
    /// # Errors
    /// `ValidationException` (or as the service calls it) where a constraint of the model is not met.
    pub fn validate(&'static self, model: &'static ServiceModel, input: &Input) -> Result<(), ApiError> {
        validate::check(model, self, input)
    }
}

/// A member or a body that is not what the model says.
fn unreadable(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "SerializationException", message)
}
