//! The last step: decode and validate the input, let the service act, encode what it says.

use crate::config::{Gateway, MAX_RUNNING};
use aws_wire::{ApiError, Output, RequestContext, Route, Service, ServiceModel};
use bytes::Bytes;
use http::Response;
use http::request::Parts;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// What an operation keeps until it is done.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// Its share of the memory for bodies.
    pub(crate) body: Option<OwnedSemaphorePermit>,
}

/// Carries out an operation. It runs in a task of its own: a client that goes away does not stop it half way, and a
/// panic in it is an answer and not a dead connection.
pub(crate) async fn perform(
    gateway: &Gateway,
    service: &Arc<dyn Service>,
    model: &'static ServiceModel,
    route: Route,
    parts: &Parts,
    body: Bytes,
    context: RequestContext,
    held: Held,
) -> Result<Response<Bytes>, ApiError> {
    let operation = route.operation;
    let request_id = Arc::clone(&context.request_id);
    let input = operation.decode(model, parts, &route.labels, body)?;
    let running = Arc::clone(&gateway.running).acquire_owned().await.map_err(|_| ApiError::internal())?;
    let service = Arc::clone(service);
    let task = tokio::spawn(async move {
        let _until_done = (running, held);
        service.call(context, operation, input).await
    });
    let output: Output = match task.await {
        Ok(answer) => answer?,
        Err(failure) => {
            tracing::error!(
                request_id = &*request_id,
                service = model.signing_name,
                operation = operation.name,
                panicked = failure.is_panic(),
                "an operation did not end"
            );
            return Err(ApiError::internal());
        }
    };
    Ok(operation.encode(model, output, &request_id))
}

impl Gateway {
    /// Waits until no operation runs, those included whose client has gone, or until the time is over; whether all
    /// ended.
    pub async fn drained(&self, at_most: Duration) -> bool {
        tokio::time::timeout(at_most, self.running.acquire_many(MAX_RUNNING)).await.is_ok()
    }
}
