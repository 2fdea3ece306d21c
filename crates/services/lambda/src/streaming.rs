//! An invocation whose answer is taken while the function still makes it. It runs in a task of its own: whether anybody
//! takes the answer, and how fast, changes nothing about its end, but for the time that the function waits to write.

use crate::operations::invoke::{self, Admitted, Call};
use crate::service::LambdaService;
use aws_wire::ApiError;
use aws_wire::flow::{BrokenOff, Flow};
use bytes::Bytes;
use dispatch::DispatchError;
use domain::{FunctionConfig, Outcome};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use tokio::sync::oneshot;
use worker::{Part, ResponseParts, response_stream};

type Ended = Result<Outcome<Bytes>, DispatchError>;

/// See the module's documentation.
pub(crate) struct Running {
    config: Arc<FunctionConfig>,
    parts: ResponseParts,
    outcome: oneshot::Receiver<Ended>,
    ended: Option<Ended>,
}

/// What comes next of it.
enum Next {
    /// A piece of a response that streams.
    Part(Part),
    /// The end. A response that does not stream is in it.
    End(Ended),
}

/// How it began.
pub(crate) enum Begun {
    /// With a response that streams, of this content type.
    Streaming { content_type: Option<String>, running: Running },
    /// It was over before a response began.
    Over(Outcome<Bytes>),
}

impl Running {
    /// The next piece. At the end it says so once; it is not asked again then.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Next> {
        if self.ended.is_none() {
            if let Poll::Ready(Some(part)) = self.parts.poll_recv(cx) {
                return Poll::Ready(Next::Part(part));
            }
            match Pin::new(&mut self.outcome).poll(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(ended) => {
                    let lost = |_| Err(DispatchError::Internal("an invocation panicked".to_owned()));
                    self.ended = Some(ended.unwrap_or_else(lost));
                }
            }
        }
        // What was sent before the end comes before it.
        if let Ok(part) = self.parts.try_recv() {
            return Poll::Ready(Next::Part(part));
        }
        let gone = || Err(DispatchError::Interrupted);
        Poll::Ready(Next::End(self.ended.take().unwrap_or_else(gone)))
    }

    /// Its bytes as they come, each as what `chunk` makes of them, and at last what `end` makes of the end.
    pub(crate) fn into_flow<T>(
        mut self,
        chunk: impl Fn(Bytes) -> T + Send + 'static,
        end: impl FnOnce(Result<Outcome<Bytes>, ApiError>) -> Option<Result<T, BrokenOff>> + Send + 'static,
    ) -> Flow<Result<T, BrokenOff>> {
        let mut end = Some(end);
        let is_abandoned = Arc::new(AtomicBool::new(false));
        let abandon = Arc::clone(&is_abandoned);
        let flow = Flow::new(move |cx| {
            // The function goes on as if somebody listened, but what it writes from now on goes out to nobody.
            if is_abandoned.load(Ordering::Relaxed) {
                self.parts.close();
            }
            loop {
                if end.is_none() {
                    return Poll::Ready(None);
                }
                return Poll::Ready(match ready!(self.poll_next(cx)) {
                    Next::Part(Part::Head { .. }) => continue,
                    Next::Part(Part::Chunk(bytes)) => Some(Ok(chunk(bytes))),
                    Next::End(ended) => {
                        let ended = ended.map_err(|error| invoke::not_run(&self.config, error));
                        end.take().and_then(|end| end(ended))
                    }
                });
            }
        });
        flow.when_abandoned(move || abandon.store(true, Ordering::Relaxed))
    }
}

/// Runs a version, and waits for its response to begin or for its end. Errors are Invoke's.
pub(crate) async fn begin(
    service: &LambdaService,
    config: Arc<FunctionConfig>,
    call: Call,
) -> Result<Begun, ApiError> {
    let Admitted { config, invocation, traced } = invoke::admit(service, config, call).await?;
    let (sink, parts) = response_stream(service.config.stream_rate);
    let (tell, outcome) = oneshot::channel();
    let (engine, function) = (Arc::clone(&service.engine), Arc::clone(&config));
    tokio::spawn(async move {
        let outcome = engine.run_streaming(function, invocation, sink).await;
        if let Some(traced) = traced {
            traced.ended(outcome.as_ref());
        }
        // Nobody may be left to be told.
        let _ = tell.send(outcome);
    });
    let mut running = Running { config, parts, outcome, ended: None };
    match poll_fn(|cx| running.poll_next(cx)).await {
        Next::Part(Part::Head { content_type }) => Ok(Begun::Streaming { content_type, running }),
        // Bytes do not come before the head.
        Next::Part(Part::Chunk(_)) => Err(ApiError::internal()),
        Next::End(Ok(outcome)) => Ok(Begun::Over(outcome)),
        Next::End(Err(error)) => Err(invoke::not_run(&running.config, error)),
    }
}
