//! The server's own log: standard error, level from `TENFOLD_LOG`; and the exporter, where there is one.
//!
//! Never here: functions' logs, which go to the store.

use crate::config::LogFormat;
use domain::Clock;
use domain::clock::SystemClock;
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};
use telemetry::otlp::{Exporter, QUIET, ServerLine};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

/// What exporting itself makes: exported, it would make more.
const OF_EXPORT: [&str; 4] = ["h2", "hyper", "rustls", QUIET];
/// Of a field's value that is exported, bytes.
const MAX_FIELD: usize = 8 << 10;

static EXPORTER: OnceLock<Arc<Exporter>> = OnceLock::new();

/// Has lines exported as well, from now on. Only the first exporter counts.
pub(crate) fn export_to(exporter: &Arc<Exporter>) {
    let _ = EXPORTER.set(Arc::clone(exporter));
}

/// Starts logging. `TENFOLD_LOG` holds a level or directives such as `info,gateway=debug`; what cannot be read of
/// it is left out.
pub(crate) fn start(format: LogFormat) {
    let filter = EnvFilter::builder()
        .with_default_directive(tracing::Level::WARN.into())
        .parse_lossy(std::env::var("TENFOLD_LOG").unwrap_or_default());
    let colour = std::io::IsTerminal::is_terminal(&std::io::stderr())
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    // A log that cannot be written, on a full disk say, is no reason to end what would have written to it: its own
    // complaint would go the same way, and panic there.
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    // Nobody else installs a subscriber; if someone had, theirs would stay.
    let _ = match format {
        LogFormat::Text => builder.with_ansi(colour).finish().with(Exported).try_init(),
        LogFormat::Json => builder.json().finish().with(Exported).try_init(),
    };
}

/// Hands lines to the exporter.
struct Exported;

impl<S: Subscriber> Layer<S> for Exported {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let Some(exporter) = EXPORTER.get() else { return };
        let metadata = event.metadata();
        let target = metadata.target();
        if OF_EXPORT
            .iter()
            .any(|own| target.strip_prefix(own).is_some_and(|r| r.is_empty() || r.starts_with("::")))
        {
            return;
        }
        let mut line = ServerLine {
            at: SystemClock.now(),
            level: metadata.level().as_str(),
            target: target.to_owned(),
            message: String::new(),
            fields: Vec::new(),
        };
        event.record(&mut Fields(&mut line));
        exporter.line(line);
    }
}

struct Fields<'a>(&'a mut ServerLine);

impl Fields<'_> {
    fn put(&mut self, field: &Field, mut value: String) {
        value.truncate(value.floor_char_boundary(MAX_FIELD));
        match field.name() {
            "message" => self.0.message = value,
            name => self.0.fields.push((name.to_owned(), value)),
        }
    }
}

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.put(field, format!("{value:?}"));
    }
}
