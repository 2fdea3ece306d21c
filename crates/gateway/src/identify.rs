//! What a request asks for, before its body is read: the service, and the operation where the head says it.

use crate::body::BodyLimit;
use crate::config::Gateway;
use aws_wire::model::Protocol;
use aws_wire::{ApiError, Route, Service, ServiceModel, pick_service};
use http::request::Parts;
use std::sync::Arc;

/// A service that is built, and what is known of the operation.
pub(crate) struct Identified<'a> {
    pub(crate) service: &'a Arc<dyn Service>,
    pub(crate) model: &'static ServiceModel,
    /// `None` with the query protocol, whose operation may be in the body.
    pub(crate) early: Option<Result<Route, ApiError>>,
}

/// Why a request is not for any service here.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unidentified {
    /// It names none.
    NoService,
    /// It names one that is not built.
    NotBuilt(String),
}

/// Finds the service. What it goes by is a stranger's claim: the signature is verified for this service afterwards.
pub(crate) fn identify<'a>(gateway: &'a Gateway, parts: &Parts) -> Result<Identified<'a>, Unidentified> {
    let name = pick_service(parts).ok_or(Unidentified::NoService)?;
    let Some(service) = gateway.service(name) else {
        return Err(Unidentified::NotBuilt(name.chars().take(64).filter(|c| is_service_char(*c)).collect()));
    };
    let model = service.model().spoken(parts);
    let early = (model.protocol != Protocol::Query).then(|| model.route(parts, b""));
    Ok(Identified { service, model, early })
}

fn is_service_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

impl Identified<'_> {
    /// How large the body may be.
    pub(crate) fn body_limit(&self) -> BodyLimit {
        match &self.early {
            Some(Ok(route)) => BodyLimit::of(route.operation.name),
            _ => BodyLimit::of(""),
        }
    }

    /// The operation, now that the body is there.
    pub(crate) fn route(self, parts: &Parts, body: &[u8]) -> Result<Route, ApiError> {
        match self.early {
            Some(route) => route,
            None => self.model.route(parts, body),
        }
    }
}
