//! The last step: let the service act, encode what it says.

use crate::answer_body::{AnswerBody, Hold, Streamed};
use crate::audit::{self, Notes};
use crate::budget::Share;
use crate::config::Gateway;
use aws_wire::encode::{EVENT_STREAM, frame, initial_response};
use aws_wire::model::Protocol;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

/// A request that is authenticated and authorised, of an operation that is built.
pub(crate) struct Ready {
    pub(crate) service: Arc<dyn Service>,
    pub(crate) model: &'static ServiceModel,
    pub(crate) operation: &'static Operation,
    pub(crate) input: Input,
    /// Of the memory for bodies.
    pub(crate) share: Option<Share>,
    pub(crate) context: RequestContext,
}

/// Carries out an operation.
pub(crate) async fn perform(
    gateway: &Gateway,
    ready: Ready,
    notes: &mut Notes<'_>,
) -> Result<Response<AnswerBody>, ApiError> {
    let Ready { service, model, operation, input, share, context } = ready;
    let request_id = Arc::clone(&context.request_id);
    notes.input(model, operation, &input.members);
    let called = async move { service.call(context, operation, input).await };
    let id = Arc::clone(&request_id);
    let encoded = move |mut output: Output, hold| {
        let noted = audit::of_answer(model, operation, &output.members);
        let response = match output.events.take() {
            None => operation.encode(model, output, &id).map(AnswerBody::from),
            Some(events) => {
                let events = match model.protocol {
                    Protocol::RestJson => events,
                    _ => events.after(Ok(initial_response())),
                };
                let frames = Streamed::new(events.map(|event| event.map(frame)), hold);
                let mut answer = operation.encode(model, output, &id).map(|_| AnswerBody::Streamed(frames));
                answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(EVENT_STREAM));
                answer
            }
        };
        (response, noted)
    };
    let answered = to_its_end(gateway, share, operation.name, &request_id, called, encoded).await;
    answered.map(|(response, noted)| {
        notes.answer(noted);
        response
    })
}

/// Does work that a request asks for, with the memory that its body has. A client that goes away does not stop it half
/// way: a task of its own brings it to its end then. And a panic in it is an answer and not a dead connection. `answered`
/// makes the answer; one that is not all there yet holds on to what it is given.
///
/// While the client is there, the work is done by the connection's own task: a task for each request would be one more
/// that threads wake each other for.
pub(crate) async fn to_its_end<T: Send + 'static, U: Send + 'static>(
    gateway: &Gateway,
    share: Option<Share>,
    what: &'static str,
    request_id: &str,
    work: impl Future<Output = Result<T, ApiError>> + Send + 'static,
    answered: impl FnOnce(T, Hold) -> U + Send + 'static,
) -> Result<U, ApiError> {
    let running = gateway.running.begin();
    let work = async move {
        let hold = Hold { _running: running, _share: share };
        work.await.map(|answer| answered(answer, hold))
    };
    match Unstoppable(Some(Box::pin(work))).await {
        Ok(answer) => answer,
        Err(Panicked) => {
            tracing::error!(request_id, operation = what, "an operation panicked");
            Err(ApiError::internal())
        }
    }
}

/// Work that goes on in a task of its own when nobody waits for it any more.
struct Unstoppable<F: Future<Output: Send + 'static> + Send + 'static>(Option<Pin<Box<F>>>);

/// It did, and how has been said by the panic itself.
struct Panicked;

impl<F: Future<Output: Send + 'static> + Send + 'static> Future for Unstoppable<F> {
    type Output = Result<F::Output, Panicked>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(work) = &mut self.0 else { return Poll::Ready(Err(Panicked)) };
        // What it leaves behind is as after a panic in a task of its own.
        let polled = std::panic::catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx)));
        match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(done)) => {
                self.0 = None;
                return Poll::Ready(Ok(done));
            }
            Err(_) => {}
        }
        self.0 = None;
        Poll::Ready(Err(Panicked))
    }
}

impl<F: Future<Output: Send + 'static> + Send + 'static> Drop for Unstoppable<F> {
    fn drop(&mut self) {
        // Without a runtime the server has ended, and its work with it.
        if let Some(work) = self.0.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(work);
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
