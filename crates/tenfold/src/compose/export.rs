//! What is exported, and who hands it over.

use crate::config::Config;
use crate::failure::Failure;
use crate::logging;
use domain::Clock;
use domain::log::LogSink;
use metrics::server::Registry;
use std::sync::Arc;
use telemetry::Exposed;
use telemetry::otlp::{Exporter, ToldLogs};

/// The exporter, where something is to be exported; from then on the server's own log is told too.
pub(super) fn start(
    config: &Config,
    exposed: &Arc<Exposed>,
    registry: &Registry,
    clock: &Arc<dyn Clock>,
) -> Result<Option<Arc<Exporter>>, Failure> {
    let Some(settings) = &config.export else { return Ok(None) };
    let exporter = Exporter::start(settings, Arc::clone(exposed), registry, Arc::clone(clock));
    let exporter =
        exporter.map_err(|error| Failure::Machine(format!("telemetry cannot be exported: {error}")))?;
    logging::export_to(&exporter);
    Ok(Some(exporter))
}

/// The sink of functions' lines, and the exporter that is told of them.
pub(super) fn telling(kept: Arc<dyn LogSink>, exporter: Option<&Arc<Exporter>>) -> Arc<dyn LogSink> {
    match exporter {
        Some(exporter) => Arc::new(ToldLogs { kept, exporter: Arc::clone(exporter) }),
        None => kept,
    }
}
