//! Cold starts: the first invocation in an environment that has never been, beside the bare interpreter's start.

use crate::client::Client;
use crate::function::{self, EVENT, Subject};
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, baseline};
use bytes::Bytes;

/// Each runtime's.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    for subject in &function::subjects(&options.rust_function)? {
        eprintln!("cold starts, {} …", subject.name);
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
        of(options, &mut client, subject, report).await?;
    }
    drop(client);
    server.stop()
}

/// The bare start of a subject in words, and how many times as long a cold start may take.
pub(crate) fn bare(subject: &str) -> (&'static str, f64) {
    match subject {
        "python" => ("python3.11 -c pass", 0.3),
        "nodejs" => ("node -e 0", 0.15),
        _ => ("fork and exec of a Rust binary", 3.0),
    }
}

async fn of(options: &Options, client: &mut Client, subject: &Subject, report: &mut Report) -> Result<()> {
    let event = Bytes::from_static(EVENT);
    let (mut cold, mut started) = (Samples::default(), Samples::default());
    for n in 0..options.colds {
        client.make_cold(subject.name, n).await?;
        cold.add(client.invoke(subject.name, &event).await?);
        started.add(baseline::process(&mut baseline::bare_start(subject.name)?)?);
    }
    let (beside, times) = bare(subject.name);
    let chart = report.chart(subject.name, &format!("{}: cold and warm invocations", subject.name));
    chart.ours("cold Invoke", &cold);
    chart.baseline(beside, &started);
    let what = format!("cold Invoke, {}", subject.name);
    report.push(Row::tail(&what, &cold).target(Target::AtMostTimes(2.0)));
    report.push(Row::latency(&what, cold, beside, started).target(Target::AtMostTimes(times)));
    Ok(())
}
