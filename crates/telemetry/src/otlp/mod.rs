//! Export by OTLP: spans, metrics and log records to a collector, by HTTP or gRPC.
//!
//! What is handed over waits in a bounded queue for each signal; a task of its own makes requests of it and sends them. Nobody who
//! hands something over waits, and where nothing is exported nothing is handed over.

mod batch;
mod client;
mod logs;
mod message;
mod points;
pub mod settings;
mod spans;

use crate::gather::Exposed;
use aws_client::EndpointError;
use batch::{Counts, Ending, Outlet, Sender};
use client::Client;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::Metered;
use domain::{Clock, Scope, Segment, SegmentSink};
pub use logs::ServerLine;
use message::{KeyValue, Resource};
use metrics::server::Registry;
use settings::{Settings, Signal, Target};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

/// The target of what is said of exporting itself, which is not exported.
pub use batch::QUIET;

/// What of a log event is not its text, bytes.
const EVENT_OVERHEAD: u64 = 64;
/// Of lines that are handed over together, bytes, unless a single one is more.
const AT_A_TIME: u64 = 512 << 10;

/// See the module's documentation.
pub struct Exporter {
    spans: Option<Outlet<spans::Item>>,
    logs: Option<Outlet<logs::Item>>,
    /// To export the metrics at once.
    metrics: Mutex<Option<mpsc::Sender<oneshot::Sender<()>>>>,
    ending: Arc<Ending>,
}

impl Exporter {
    /// Starts the tasks that send, on the async runtime of the caller. `exposed` are the metrics that are exported.
    ///
    /// # Errors
    /// The authorities that vouch for an endpoint cannot be read.
    pub fn start(
        settings: &Settings,
        exposed: Arc<Exposed>,
        registry: &Registry,
        clock: Arc<dyn Clock>,
    ) -> Result<Arc<Self>, EndpointError> {
        let ending = Arc::new(Ending::default());
        let sender = |target: &Target| {
            let client = Client::new(target.clone())?;
            let counts = Counts::of(registry, target.signal);
            Ok::<_, EndpointError>(Sender { client, counts, ending: Arc::clone(&ending), works: true })
        };
        let server = own(settings);
        let (mut spans, mut logs, mut metrics) = (None, None, None);
        for target in &settings.targets {
            let (sender, configured) = (sender(target)?, settings.resource.clone());
            match target.signal {
                Signal::Traces => {
                    let encode = move |items| spans::encode(items, &configured);
                    spans = Some(batch::start(sender, settings.span_delay, encode));
                }
                Signal::Logs => {
                    let (server, clock) = (server.clone(), Arc::clone(&clock));
                    let encode = move |items| logs::encode(items, &server, &configured, clock.now());
                    logs = Some(batch::start(sender, settings.log_delay, encode));
                }
                Signal::Metrics => {
                    let (ask, asked) = mpsc::channel(1);
                    let exposed = Arc::clone(&exposed);
                    let every = settings.metric_interval;
                    tokio::spawn(export_metrics(
                        sender,
                        exposed,
                        server.clone(),
                        Arc::clone(&clock),
                        every,
                        asked,
                    ));
                    metrics = Some(ask);
                }
            }
        }
        Ok(Arc::new(Self { spans, logs, metrics: Mutex::new(metrics), ending }))
    }

    /// Hands over a line of the server's own log.
    pub fn line(&self, line: ServerLine) {
        if let Some(logs) = &self.logs {
            let fields: usize = line.fields.iter().map(|(key, value)| key.len() + value.len()).sum();
            let bytes = (line.message.len() + line.target.len() + fields) as u64 + EVENT_OVERHEAD;
            logs.offer(logs::Item::Server(line), bytes, 1);
        }
    }

    /// Hands over lines of a function.
    pub fn lines(&self, stream: &LogStreamName, events: &[LogEvent]) {
        let Some(logs) = &self.logs else { return };
        let size = |event: &LogEvent| event.message.len() as u64 + EVENT_OVERHEAD;
        let mut rest = events;
        while !rest.is_empty() {
            // What is handed over at a time is sent in one request.
            let (mut bytes, mut count) = (0, 0);
            while let Some(event) = rest.get(count)
                && (count == 0 || bytes + size(event) <= AT_A_TIME)
            {
                bytes += size(event);
                count += 1;
            }
            let (now, later) = rest.split_at(count);
            logs.offer(logs::Item::Function(stream.clone(), now.to_vec()), bytes, now.len() as u64);
            rest = later;
        }
    }

    /// Sends what waits, and the metrics as they are, at most for so long. Nothing is repeated any more from now on.
    pub async fn stop(&self, patience: Duration) {
        self.ending.tell();
        let all = async {
            if let Some(spans) = &self.spans {
                spans.flush().await;
            }
            if let Some(metrics) = self.metrics.lock().await.take() {
                let (told, done) = oneshot::channel();
                if metrics.send(told).await.is_ok() {
                    let _ = done.await;
                }
            }
            if let Some(logs) = &self.logs {
                logs.flush().await;
            }
        };
        if timeout(patience, all).await.is_err() {
            tracing::warn!(target: QUIET, "some telemetry was not exported in time");
        }
    }
}

impl SegmentSink for Exporter {
    fn put(&self, scope: &Scope, segments: Vec<Segment>) {
        let Some(spans) = &self.spans else { return };
        for segment in segments.into_iter().filter(|segment| !segment.in_progress) {
            let bytes = segment.document.len() as u64;
            spans.offer((scope.clone(), segment), bytes, 1);
        }
    }
}

/// A sink of log events that the exporter is told of as well.
pub struct ToldLogs {
    /// Where they are kept.
    pub kept: Arc<dyn LogSink>,
    /// Who is told.
    pub exporter: Arc<Exporter>,
}

impl LogSink for ToldLogs {
    fn append(&self, stream: &LogStreamName, events: Vec<LogEvent>) {
        self.exporter.lines(stream, &events);
        self.kept.append(stream, events);
    }

    fn append_metered(&self, stream: &LogStreamName, events: Vec<LogEvent>, metered: Metered) {
        self.exporter.lines(stream, &events);
        self.kept.append_metered(stream, events, metered);
    }
}

/// The server as a resource.
fn own(settings: &Settings) -> Resource {
    let known = vec![
        KeyValue::new("service.name", settings.service.as_str()),
        KeyValue::new("service.version", env!("CARGO_PKG_VERSION")),
        KeyValue::new("process.pid", i64::from(std::process::id())),
    ];
    Resource::of(known, &settings.resource)
}

/// Exports all metrics every so often, and once more when it is asked to.
async fn export_metrics(
    mut sender: Sender,
    exposed: Arc<Exposed>,
    resource: Resource,
    clock: Arc<dyn Clock>,
    every: Duration,
    mut asked: mpsc::Receiver<oneshot::Sender<()>>,
) {
    let nanos = |clock: &dyn Clock| u64::try_from(clock.now().0).unwrap_or(0).saturating_mul(1_000_000);
    let began = nanos(&*clock);
    let mut ticks = interval_at(Instant::now() + every, every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let told = tokio::select! {
            _ = ticks.tick() => None,
            told = asked.recv() => match told {
                Some(told) => Some(told),
                None => return,
            },
        };
        let (exposed, resource, now) = (Arc::clone(&exposed), resource.clone(), nanos(&*clock));
        sender.send((), move |()| points::encode(&exposed.families(), resource, began, now)).await;
        if let Some(told) = told {
            let _ = told.send(());
        }
    }
}
