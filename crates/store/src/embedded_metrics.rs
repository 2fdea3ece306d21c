//! Metrics in log lines: looked for where lines are kept, read by a task of its own.
//!
//! Never here: reading a line in the caller's thread, a queue without a bound.

use crate::MetricWriter;
use ::metrics::emf;
use ::metrics::server::{Cell, Registry};
use domain::{Clock, Scope};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Lines that wait to be read at most.
const WAITING: usize = 10_000;

/// Takes lines that may have metrics in them.
#[derive(Clone)]
pub struct EmbeddedMetrics {
    lines: mpsc::Sender<(Scope, String)>,
    dropped: Cell,
}

impl EmbeddedMetrics {
    /// Starts the task that reads them, on the async runtime of the caller.
    pub fn start(writer: Arc<MetricWriter>, clock: Arc<dyn Clock>, registry: &Registry) -> Self {
        let (lines, mut waiting) = mpsc::channel::<(Scope, String)>(WAITING);
        let help = "Log lines with metrics in them that came faster than they could be read.";
        let dropped = registry.counter("tenfold_embedded_metric_lines_dropped_total", help);
        tokio::spawn(async move {
            while let Some((scope, line)) = waiting.recv().await {
                let data = emf::read(&scope, &line, clock.now());
                if !data.is_empty() {
                    writer.add(data);
                }
                // A flood of lines keeps nothing else from running.
                tokio::task::consume_budget().await;
            }
        });
        Self { lines, dropped }
    }

    /// Looks at a line, and takes a copy where it may have metrics. Never waits.
    pub fn offer(&self, scope: &Scope, line: &str) {
        if emf::may_have_metrics(line) && self.lines.try_send((scope.clone(), line.to_owned())).is_err() {
            self.dropped.add(1);
        }
    }
}
