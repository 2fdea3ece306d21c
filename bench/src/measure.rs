//! The sections in the order in which they are reported.

use crate::baseline::{self, Bare};
use crate::client::Client;
use crate::options::{Options, Section};
use crate::report::{Report, Row};
use crate::server::Place;
use crate::{
    Result, admission, burst, cold, control, density, events, features, imports, itself, kept, logs, metrics,
    payloads, queue, streaming, timeouts, warm,
};
use bytes::Bytes;
use serde_json::json;
use std::time::{Duration, Instant};

/// What answers are compared with.
pub(crate) const ECHO: &str = "HTTP echo";

/// Every section that is wanted; one that breaks is a line of the table, and the others go on.
pub(crate) async fn all(options: &Options) -> Result<Report> {
    let bytes = std::fs::metadata(&options.binary).map_or(0, |binary| binary.len());
    let mut report = Report::new(json!({ "binary": options.binary, "binary_bytes": bytes }));
    let (_echo, echo): (Bare, Place) = baseline::start_echo()?;
    for section in Section::ALL {
        if !options.wants(section) {
            continue;
        }
        report.begin(section.title());
        let begun = Instant::now();
        let done = match section {
            Section::Itself => itself::all(options, &mut report).await,
            Section::Cold => cold::all(options, &mut report).await,
            Section::Imports => imports::all(options, &mut report).await,
            Section::Warm => warm::all(options, &mut report, &echo).await,
            Section::Burst => burst::all(options, &mut report).await,
            Section::Density => density::all(options, &mut report).await,
            Section::Async => events::all(options, &mut report).await,
            Section::Queue => queue::all(options, &mut report).await,
            Section::Payloads => payloads::all(options, &mut report).await,
            Section::Kept => kept::all(options, &mut report).await,
            Section::Streaming => streaming::all(options, &mut report, &echo).await,
            Section::Timeouts => timeouts::all(options, &mut report).await,
            Section::Logs => logs::all(options, &mut report).await,
            Section::Metrics => metrics::all(options, &mut report).await,
            Section::Features => features::all(options, &mut report).await,
            Section::Admission => admission::all(&mut report).await,
            Section::ControlPlane => control::all(options, &mut report, &echo).await,
        };
        if let Err(why) = done {
            report.failed(Row::missing(&format!("the rest of \"{}\"", section.title()), why));
        }
        eprintln!("{}: {:.0} s", section.title(), begun.elapsed().as_secs_f64());
    }
    Ok(report)
}

/// One answer of the echo.
pub(crate) async fn echoing(client: &mut Client, event: &Bytes) -> Result<Duration> {
    let begun = Instant::now();
    client.send(http::Method::POST, baseline::ECHO_TARGET, event.clone()).await?;
    Ok(begun.elapsed())
}
