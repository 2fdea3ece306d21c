//! One invocation in one environment, from START to REPORT.

use super::init::InitFailure;
use super::processes::Processes;
use super::report::{End, billed_ms, verdict};
use super::{Closing, Environment, LAST_WORDS};
use crate::logs::{Event, InitPhase, Span, Status};
use crate::payloads::Failure;
use crate::pool::After;
use bytes::Bytes;
use domain::invocation::{Ended, Report};
use domain::{FunctionConfig, Invocation, InvocationId, Outcome, Timestamp};
use runtime_api::{Exchange, Handover, Reply, ReplyTimes, ResponseSink, ShutdownReason};
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep_until, timeout};

/// The environment turned out to be of no use before the function saw the event: another one may run it.
#[derive(Debug)]
pub(crate) struct Undelivered;

/// How long a runtime that was waiting may take to be handed the event.
const HANDOVER: Duration = Duration::from_secs(1);
/// How long telemetry of an invocation's end waits for the runtime to ask for the next event.
const OVERHEAD: Duration = Duration::from_millis(20);
/// A runtime that has answered has this long to ask for the next event, whatever the function's time limit.
const SETTLE: Duration = Duration::from_secs(1);

impl Environment {
    /// Runs an invocation. `function` is the configuration that it was invoked with; it may differ from the one that
    /// the environment was made for in what does not matter to environments, such as the time limit. A response that the
    /// runtime streams goes to `sink`, where there is one, and the outcome tells of its end.
    pub(crate) async fn invoke(
        self: &Arc<Self>,
        function: &FunctionConfig,
        invocation: Invocation<Bytes>,
        sink: Option<ResponseSink>,
    ) -> Result<(Outcome<Bytes>, After), Undelivered> {
        self.thaw().await.map_err(|_| Undelivered)?;
        let limit = Duration::from_secs(function.timeout_s.into());
        let (id, tracing, streams) = (invocation.id.clone(), traced(&invocation), sink.is_some());
        if tracing.is_some() {
            self.take_segments().await;
        }
        let running = self.processes().clone();
        let (end, began) = match running {
            Some(processes) => {
                if processes.one_has_ended() || !self.session.is_ready() {
                    return Err(Undelivered);
                }
                self.begin(function, &id, &tracing);
                let began = Instant::now();
                let mut exchange = self.session.exchange(Handover { invocation, timeout: limit, sink });
                let delivered = tokio::select! {
                    biased;
                    delivered = exchange.delivered() => delivered,
                    _ = processes.ended() => false,
                    () = sleep_until(began + HANDOVER) => false,
                };
                if !delivered {
                    return Err(Undelivered);
                }
                (self.wait(&processes, exchange, began + limit).await, began)
            }
            None => self.invoke_anew(function, invocation, limit, sink).await?,
        };
        let replied = Instant::now();
        let overhead = self.overhead(&end, replied).await;
        if let Some(processes) = self.processes().as_ref() {
            processes.drain();
        }
        Ok(self.conclude(function, Concluded { id, tracing, end, began, replied, overhead, streams }))
    }

    /// How long the runtime took from its answer until it asked for the next event, where somebody wants to know and it
    /// does so at once.
    async fn overhead(&self, end: &End, replied: Instant) -> Option<Duration> {
        if !self.telemetry.listens() || !matches!(end, End::Reply(reply) if *reply != Reply::Truncated) {
            return None;
        }
        timeout(OVERHEAD, self.session.ready()).await.ok().map(|()| replied.elapsed())
    }

    /// Starts the runtime within the invocation, whose time it takes.
    async fn invoke_anew(
        self: &Arc<Self>,
        function: &FunctionConfig,
        invocation: Invocation<Bytes>,
        limit: Duration,
        sink: Option<ResponseSink>,
    ) -> Result<(End, Instant), Undelivered> {
        let began = Instant::now();
        self.log.begin_with_init();
        let ready = self.initialize(InitPhase::Invoke, limit).await;
        if let Err(InitFailure::Sandbox(error)) = &ready {
            tracing::warn!(%error, "a sandbox failed");
            return Err(Undelivered);
        }
        self.begin(function, &invocation.id, &traced(&invocation));
        let end = match ready {
            Err(InitFailure::Timeout) => End::Timeout,
            Err(InitFailure::Process(failure)) => End::Process(failure),
            Err(InitFailure::Reported(error)) => End::Init(error),
            Err(InitFailure::Sandbox(_)) => return Err(Undelivered),
            Ok(spent) => {
                let Some(processes) = self.processes().clone() else { return Err(Undelivered) };
                let left = limit.saturating_sub(spent);
                let exchange = self.session.exchange(Handover { invocation, timeout: left, sink });
                self.wait(&processes, exchange, began + limit).await
            }
        };
        Ok((end, began))
    }

    /// Waits for the end of an invocation.
    async fn wait(&self, processes: &Processes, mut exchange: Exchange, deadline: Instant) -> End {
        let replied = tokio::select! {
            biased;
            reply = exchange.reply() => reply,
            ended = processes.ended() => {
                tokio::select! {
                    biased;
                    reply = exchange.reply() => match reply {
                        Some(reply) if reply != Reply::Truncated => return End::Reply(reply),
                        _ => return End::Process(self.failure(ended)),
                    },
                    () = self.last_words() => return End::Process(self.failure(ended)),
                }
            }
            () = sleep_until(deadline) => return End::Timeout,
        };
        match replied {
            // Most likely it is dying: then that is the reason to tell.
            Some(Reply::Truncated) | None => match timeout(LAST_WORDS, processes.ended()).await {
                Ok(ended) => End::Process(self.failure(ended)),
                Err(_) => End::Reply(Reply::Truncated),
            },
            Some(reply) => End::Reply(reply),
        }
    }

    fn begin(&self, function: &FunctionConfig, id: &InvocationId, tracing: &Option<Arc<str>>) {
        let (id, version) = (id.clone(), function.version);
        self.log.begin(&Event::Start { id, version, tracing: tracing.clone() });
    }

    /// The last events of an invocation, and the outcome. Where extensions go on, the report comes later.
    fn conclude(&self, function: &FunctionConfig, concluded: Concluded) -> (Outcome<Bytes>, After) {
        let Concluded { id, tracing, end, began, replied, overhead, streams } = concluded;
        let limit = Duration::from_secs(function.timeout_s.into());
        let settle = (began + limit).max(Instant::now() + SETTLE);
        let after = match &end {
            End::Reply(Reply::Truncated) | End::Process(_) | End::Init(_) => {
                After::Reset(ShutdownReason::Failure)
            }
            End::Timeout => After::Reset(ShutdownReason::Timeout),
            End::Reply(_) => After::Settle(settle),
        };
        let goes_on = matches!(after, After::Settle(_)) && !self.session.extensions().are_settled();
        let took = replied.duration_since(began);
        let seconds = seconds(limit);
        let verdict = verdict(end, &id, &seconds);
        let duration = if verdict.status == Status::Timeout { limit } else { took };
        let init = self.unreported_init.lock().unwrap_or_else(PoisonError::into_inner).take();
        let restore = self.unreported_restore.lock().unwrap_or_else(PoisonError::into_inner).take();
        let streamed_bytes = if streams { self.session.bytes_out() } else { 0 };
        let report = Report {
            duration,
            init,
            restore,
            billed_ms: billed_ms(duration, init),
            max_memory_mb: self.memory_peak_mb(),
            streamed_bytes,
        };

        let error = match &verdict.ended {
            Ended::Error { error_type, .. } => Some(error_type.clone()),
            Ended::Success(_) => None,
        };
        let status = verdict.status;
        let mut events = Vec::with_capacity(4);
        if let Some(Failure { text, error_type, .. }) = verdict.fault {
            events.push(Event::Fault { id: id.clone(), text, error_type });
        }
        if status == Status::Timeout {
            events.push(Event::TimedOut { id: id.clone(), seconds });
        }
        events.push(self.runtime_done(id.clone(), status.clone(), (duration, overhead), tracing.clone()));
        events.push(Event::End { id: id.clone() });
        let memory_mb = function.memory_mb;
        let after = if goes_on {
            let replied_at = self.clock.now();
            After::Close(Box::new(Closing {
                id,
                tracing,
                began,
                replied,
                replied_at,
                limit,
                memory_mb,
                init,
                restore,
                streamed_bytes,
                status,
                error,
                settle,
            }))
        } else {
            let spans = Vec::new();
            events.push(Event::Report { id, report, memory_mb, status, error, spans, tracing });
            after
        };
        self.log.say(&events);
        self.telemetry.flush();

        let executed_version = function.version.to_string().into();
        let log_tail = self.log.tail();
        (Outcome { ended: verdict.ended, executed_version, report, log_tail }, after)
    }

    fn runtime_done(
        &self,
        id: InvocationId,
        status: Status,
        (duration, overhead): (Duration, Option<Duration>),
        tracing: Option<Arc<str>>,
    ) -> Event {
        let Some(times) = self.session.reply_times() else {
            return Event::RuntimeDone { id, status, duration, produced: 0, spans: Vec::new(), tracing };
        };
        let ReplyTimes { delivered, latency, duration: sending, bytes } = times;
        let after = |start: Timestamp, span: Duration| {
            Timestamp(start.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
        };
        let began = after(delivered, latency);
        let mut spans = vec![
            Span { name: "responseLatency", start: delivered, duration: latency },
            Span { name: "responseDuration", start: began, duration: sending },
        ];
        if let Some(duration) = overhead {
            spans.push(Span { name: "runtimeOverhead", start: after(began, sending), duration });
        }
        // Until the runtime is ready, as far as that is known.
        let duration = duration + overhead.unwrap_or_default();
        Event::RuntimeDone { id, status, duration, produced: bytes, spans, tracing }
    }
}

/// How an invocation came to its end.
struct Concluded {
    id: InvocationId,
    tracing: Option<Arc<str>>,
    end: End,
    began: Instant,
    /// When the runtime had answered, or there was no answer to come any more.
    replied: Instant,
    /// Until the runtime asked for the next event.
    overhead: Option<Duration>,
    /// Whether the caller takes the response as a stream.
    streams: bool,
}

/// A time limit as text.
pub(super) fn seconds(limit: Duration) -> String {
    format!("{}.00", limit.as_secs())
}

/// The trace header of an invocation that is traced.
fn traced(invocation: &Invocation<Bytes>) -> Option<Arc<str>> {
    invocation.trace_id.contains("Sampled=1").then(|| Arc::clone(&invocation.trace_id))
}
