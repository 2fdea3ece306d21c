//! The server's own log: standard error, level from `TENFOLD_LOG`.
//!
//! Never here: functions' logs, which go to the store.

use crate::config::LogFormat;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt;

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
        LogFormat::Text => builder.with_ansi(colour).finish().try_init(),
        LogFormat::Json => builder.json().finish().try_init(),
    };
}
