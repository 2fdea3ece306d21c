//! Which service and which operation a request means.
//!
//! Never here: reading members of the request, or any answer but AWS's refusals of an unknown operation.

use crate::model::{Operation, ServiceModel};
use crate::service::ApiError;
use http::request::Parts;

/// An operation and what the path said.
#[derive(Debug)]
pub struct Route {
    /// What is asked for.
    pub operation: &'static Operation,
    /// Labels of the path, percent-decoded, by wire name; empty except for rest-json.
    pub labels: Labels,
}

/// Labels of a path by wire name.
pub type Labels = Vec<(&'static str, String)>;

/// The signing name of the service that a request is meant for: from the SigV4 scope (header or query string), else
/// from `X-Amz-Target`, else from Lambda's dated paths. It is a hint from a stranger: verify the signature for it.
pub fn pick_service(parts: &Parts) -> Option<&str> {
    let _ = parts;
    None
}

impl ServiceModel {
    /// Finds the operation. `body` matters to the query protocol only, whose `Action` may be in the form.
    pub fn route(&'static self, parts: &Parts, body: &[u8]) -> Result<Route, ApiError> {
        let _ = (parts, body);
        Err(ApiError::internal())
    }
}
