//! What Lambda itself tells X-Ray of an invocation: a segment of the service, from when the request came to its end, and one of the
//! function, with what its time went to.
//!
//! An invocation is traced when whoever calls has decided so, or, where nobody has, when the function's tracing is active and it is
//! the first of its second, or one of twenty of the others (Lambda Developer Guide, "Visualize Lambda function invocations using AWS
//! X-Ray"). The function is told the trace as seen from its invocation's subsegment, so that what its SDK sends hangs there.

use crate::operations::invoke::{Call, Queued};
use crate::uuid::{draw, random};
use bytes::Bytes;
use dispatch::DispatchError;
use domain::fnv::fnv1a;
use domain::invocation::Ended;
use domain::{
    Clock, FunctionArn, FunctionConfig, FunctionName, Outcome, Scope, Segment, SegmentSink, Timestamp, Trace,
    TraceId,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Of the requests beyond the first in a second.
const RATE: f64 = 0.05;
/// Functions whose last second is remembered.
const REMEMBERED: usize = 10_000;
/// The longest message of an error that is told, bytes.
const MAX_MESSAGE: usize = 2_048;

/// Decides what is traced, and hands over the segments.
pub(crate) struct Tracing {
    sink: Arc<dyn SegmentSink>,
    clock: Arc<dyn Clock>,
    /// The second in which a function's request was last chosen for being the first.
    chosen: Mutex<HashMap<(Scope, FunctionName), i64>>,
}

impl Tracing {
    pub(crate) fn new(sink: Arc<dyn SegmentSink>, clock: Arc<dyn Clock>) -> Self {
        Self { sink, clock, chosen: Mutex::default() }
    }

    /// The trace with the decision whether it is sampled.
    pub(crate) fn decide(&self, config: &FunctionConfig, trace: Trace) -> Trace {
        if trace.sampled().is_some() {
            return trace;
        }
        let sampled = config.tracing_mode == "Active" && self.samples(config);
        trace.sampling(sampled)
    }

    fn samples(&self, config: &FunctionConfig) -> bool {
        let second = self.clock.now().0.div_euclid(1_000);
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if chosen.len() >= REMEMBERED {
            chosen.retain(|_, last| *last == second);
        }
        let key = (config.scope.clone(), config.name.clone());
        let is_first = chosen.insert(key, second) != Some(second);
        drop(chosen);
        is_first || draw() < RATE
    }

    /// Says that an asynchronous invocation was accepted.
    pub(crate) fn accepted(&self, config: &FunctionConfig, trace: &Trace, request_id: &str, now: Timestamp) {
        if trace.sampled() == Some(true) {
            let whole = Whole { config, trace, request_id, start: now };
            self.sink.put(&config.scope, vec![whole.segment(None)]);
        }
    }

    /// Begins to trace an invocation, if it is sampled. The other half is the trace as the function is told.
    pub(crate) fn begin(
        self: &Arc<Self>,
        config: &Arc<FunctionConfig>,
        call: &Call,
    ) -> (Trace, Option<Box<Traced>>) {
        let trace = self.decide(config, call.trace.clone());
        if trace.sampled() != Some(true) {
            return (trace, None);
        }
        let traced = Traced {
            tracing: Arc::clone(self),
            config: Arc::clone(config),
            trace: trace.clone(),
            request_id: Arc::clone(&call.request_id),
            queued: call.queued,
            start: self.clock.now(),
            function: u64::from_ne_bytes(random()),
            invocation: u64::from_ne_bytes(random()),
        };
        (trace.within(traced.invocation), Some(Box::new(traced)))
    }
}

/// The id of the service's segment: the same one for all attempts at an event.
pub(crate) fn service_segment(request_id: &str) -> u64 {
    fnv1a(&[request_id])
}

/// The service's segment of an invocation.
struct Whole<'a> {
    config: &'a FunctionConfig,
    trace: &'a Trace,
    request_id: &'a str,
    start: Timestamp,
}

impl Whole<'_> {
    /// It goes on where there is no end yet.
    fn segment(&self, end: Option<(Timestamp, &How)>) -> Segment {
        let Self { config, trace, request_id, start } = self;
        let mut fields = json!({
            "id": digits(service_segment(request_id)), "trace_id": trace.id().to_string(), "name": config.name.as_str(),
            "start_time": seconds(*start), "origin": "AWS::Lambda", "resource_arn": FunctionArn::unqualified(config.scope.clone(), config.name.clone()).to_string(),
            "aws": { "request_id": request_id, "resource_names": [config.name.as_str()], "account_id": config.scope.account.as_str() },
        });
        if let Some(parent) = trace.parent() {
            fields["parent_id"] = digits(parent).into();
        }
        match end {
            None => {
                fields["in_progress"] = true.into();
                fields["http"] = json!({ "response": { "status": 202 } });
            }
            Some((end, how)) => {
                fields["end_time"] = seconds(end).into();
                fields["http"] = json!({ "response": { "status": how.status } });
                how.mark(&mut fields);
            }
        }
        segment(trace.id(), service_segment(request_id), *start, end.is_none(), &fields)
    }
}

/// An invocation that is traced.
pub(crate) struct Traced {
    tracing: Arc<Tracing>,
    config: Arc<FunctionConfig>,
    trace: Trace,
    request_id: Arc<str>,
    queued: Option<Queued>,
    start: Timestamp,
    function: u64,
    invocation: u64,
}

/// How an invocation ended, as X-Ray tells it.
#[derive(Default)]
struct How {
    status: u16,
    throttle: bool,
    fault: bool,
    /// Type and message of the function's error.
    error: Option<(String, String)>,
}

impl How {
    fn of(result: Result<&Outcome<Bytes>, &DispatchError>) -> Self {
        match result {
            Ok(Outcome { ended: Ended::Success(_), .. }) => Self { status: 200, ..Self::default() },
            Ok(Outcome { ended: Ended::Error { error_type, payload }, .. }) => {
                let error = Some((error_type.clone(), message(payload)));
                Self { status: 200, fault: true, error, ..Self::default() }
            }
            Err(DispatchError::Throttled { .. } | DispatchError::Capacity(_)) => {
                Self { status: 429, throttle: true, ..Self::default() }
            }
            Err(DispatchError::NotReady(_)) => Self { status: 502, fault: true, ..Self::default() },
            Err(_) => Self { status: 500, fault: true, ..Self::default() },
        }
    }

    fn mark(&self, fields: &mut Value) {
        if self.throttle {
            fields["throttle"] = true.into();
            fields["error"] = true.into();
        }
        if self.fault {
            fields["fault"] = true.into();
        }
        if let Some((error_type, message)) = &self.error {
            let exception =
                json!({ "id": new_id(), "type": error_type, "message": message, "remote": false });
            fields["cause"] = json!({ "exceptions": [exception] });
        }
    }
}

/// `errorMessage` of an error's payload.
fn message(payload: &Bytes) -> String {
    #[derive(serde::Deserialize)]
    struct Error {
        #[serde(rename = "errorMessage")]
        message: String,
    }
    let mut message = serde_json::from_slice::<Error>(payload).map(|error| error.message).unwrap_or_default();
    message.truncate(message.floor_char_boundary(MAX_MESSAGE));
    message
}

impl Traced {
    /// Hands over what is to be told at its end.
    pub(crate) fn ended(&self, result: Result<&Outcome<Bytes>, &DispatchError>) {
        let (now, how) = (self.tracing.clock.now(), How::of(result));
        let start = self.queued.map_or(self.start, |queued| queued.accepted);
        let whole = Whole { config: &self.config, trace: &self.trace, request_id: &self.request_id, start };
        let mut segments = vec![whole.segment(Some((now, &how)))];
        let caller = match self.queued {
            None => service_segment(&self.request_id),
            Some(queued) => self.attempt(queued, now, &how, &mut segments),
        };
        if let Ok(outcome) = result {
            segments.push(self.function(caller, outcome, now, &how));
        }
        self.tracing.sink.put(&self.config.scope, segments);
    }

    /// Subsegments of the service: how long the event waited, and this attempt; returns the id of the latter.
    fn attempt(&self, queued: Queued, now: Timestamp, how: &How, segments: &mut Vec<Segment>) -> u64 {
        let id = u64::from_ne_bytes(random());
        let mut sub = |id: u64, name: String, start: Timestamp, end: Timestamp, how: Option<&How>| {
            let mut fields = json!({
                "id": digits(id), "trace_id": self.trace.id().to_string(), "type": "subsegment", "name": name,
                "parent_id": digits(service_segment(&self.request_id)), "start_time": seconds(start),
                "end_time": seconds(end.max(start)),
            });
            if let Some(how) = how {
                how.mark(&mut fields);
            }
            segments.push(segment(self.trace.id(), id, start, false, &fields));
        };
        if queued.attempt == 1 {
            let waited = u64::from_ne_bytes(random());
            sub(waited, "Dwell Time".to_owned(), queued.accepted, self.start, None);
        }
        sub(id, format!("Attempt #{}", queued.attempt), self.start, now, Some(how));
        id
    }

    /// The function's own segment.
    fn function(&self, caller: u64, outcome: &Outcome<Bytes>, now: Timestamp, how: &How) -> Segment {
        let report = &outcome.report;
        let before = |time: Timestamp, span: Duration| Timestamp(time.0.saturating_sub(millis(span)));
        let began = before(now, report.duration).max(self.start);
        let preparing = report.restore.or(report.init);
        let start = preparing.map_or(began, |span| before(began, span));
        let part = |name: &str, id: u64, start: Timestamp, end: Timestamp| json!({ "id": digits(id), "name": name, "start_time": seconds(start), "end_time": seconds(end.max(start)) });
        let replied = Timestamp(began.0.saturating_add(millis(report.duration))).min(now);
        let mut parts = Vec::with_capacity(3);
        if report.restore.is_some() {
            parts.push(part("Restore", u64::from_ne_bytes(random()), start, began));
        } else if report.init.is_some() {
            parts.push(part("Initialization", u64::from_ne_bytes(random()), start, began));
        }
        let mut invocation = part("Invocation", self.invocation, began, replied);
        how.mark(&mut invocation);
        parts.push(invocation);
        parts.push(part("Overhead", u64::from_ne_bytes(random()), replied, now));
        let config = &self.config;
        let mut fields = json!({
            "id": digits(self.function), "trace_id": self.trace.id().to_string(), "parent_id": digits(caller),
            "name": config.name.as_str(), "start_time": seconds(start), "end_time": seconds(now.max(start)),
            "origin": "AWS::Lambda::Function", "resource_arn": config.arn().to_string(),
            "aws": {
                "function_arn": config.arn().to_string(), "account_id": config.scope.account.as_str(),
                "resource_names": [config.name.as_str()], "request_id": &*self.request_id,
                "function_version": &*outcome.executed_version,
            },
            "subsegments": parts,
        });
        how.mark(&mut fields);
        segment(self.trace.id(), self.function, start, false, &fields)
    }
}

fn segment(trace: TraceId, id: u64, start: Timestamp, in_progress: bool, fields: &Value) -> Segment {
    Segment { trace, id, start, in_progress, document: fields.to_string().into() }
}

fn new_id() -> String {
    digits(u64::from_ne_bytes(random()))
}

fn digits(id: u64) -> String {
    format!("{id:016x}")
}

fn seconds(time: Timestamp) -> f64 {
    time.0 as f64 / 1_000.0
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}
