//! The last step: decode and validate the input, let the service act, encode what it says.

use crate::answer_body::{AnswerBody, Hold, Streamed};
use crate::body::Buffered;
use crate::budget::Share;
use crate::config::Gateway;
use aws_wire::encode::frame;
use aws_wire::{ApiError, Output, RequestContext, Route, Service, ServiceModel};
use http::Response;
use http::request::Parts;
use std::sync::Arc;
use std::time::Duration;

/// A request that is authenticated and authorised.
pub(crate) struct Ready<'a> {
    pub(crate) service: Arc<dyn Service>,
    pub(crate) model: &'static ServiceModel,
    pub(crate) route: Route,
    pub(crate) parts: &'a Parts,
    pub(crate) body: Buffered,
    pub(crate) context: RequestContext,
}

/// Carries out an operation.
pub(crate) async fn perform(gateway: &Gateway, ready: Ready<'_>) -> Result<Response<AnswerBody>, ApiError> {
    let Ready { service, model, route, parts, body, context } = ready;
    let operation = route.operation;
    // Said before its input is judged, which nobody would act on.
    if !operation.built {
        return Err(ApiError::not_implemented(model.signing_name, operation.name));
    }
    let request_id = Arc::clone(&context.request_id);
    let Buffered { bytes, share } = body;
    let input = operation.decode(model, parts, &route.labels, bytes)?;
    let called = async move { service.call(context, operation, input).await };
    let id = Arc::clone(&request_id);
    let encoded = move |mut output: Output, hold| match output.events.take() {
        None => operation.encode(model, output, &id).map(AnswerBody::from),
        Some(events) => {
            let frames = Streamed::new(events.map(|event| event.map(frame)), hold);
            operation.encode(model, output, &id).map(|_| AnswerBody::Streamed(frames))
        }
    };
    to_its_end(gateway, share, operation.name, &request_id, called, encoded).await
}

/// Does work that a request asks for, with the memory that its body has. It runs in a task of its own: a client that
/// goes away does not stop it half way, and a panic in it is an answer and not a dead connection. `answered` makes the
/// answer; one that is not all there yet holds on to what it is given.
pub(crate) async fn to_its_end<T, U: Send + 'static>(
    gateway: &Gateway,
    share: Option<Share>,
    what: &'static str,
    request_id: &str,
    work: impl Future<Output = Result<T, ApiError>> + Send + 'static,
    answered: impl FnOnce(T, Hold) -> U + Send + 'static,
) -> Result<U, ApiError> {
    let running = gateway.running.begin();
    let task = tokio::spawn(async move {
        let hold = Hold { _running: running, _share: share };
        work.await.map(|answer| answered(answer, hold))
    });
    match task.await {
        Ok(answer) => answer,
        Err(failure) => {
            let panicked = failure.is_panic();
            tracing::error!(request_id, operation = what, panicked, "an operation did not end");
            Err(ApiError::internal())
        }
    }
}

impl Gateway {
    /// Waits until no operation runs, those included whose client has gone, or until the time is over; whether all
    /// ended. Worth calling once all listeners have ended: it keeps nobody from beginning another.
    pub async fn drained(&self, at_most: Duration) -> bool {
        tokio::time::timeout(at_most, self.running.none()).await.is_ok()
    }
}
