//! Cold starts: the first invocation in an environment that has never been, beside the bare interpreter's start. In two ways: one
//! right after the other, and at a steady pace. And what a way out to other networks adds to one.

use crate::client::Client;
use crate::custom;
use crate::function::{self, EVENT, Subject};
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, baseline};
use bytes::Bytes;
use std::time::Duration;
use tokio::time::Instant;

/// Between two cold starts that come at a steady pace.
const TENTH: Duration = Duration::from_millis(100);

/// Each runtime's.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let mut subjects = function::subjects(&options.rust_function)?;
    subjects.push(custom::echoing()?);
    for subject in &subjects {
        eprintln!("cold starts, {} …", subject.name);
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
        of(options, &mut client, subject, report).await?;
    }
    report.push(of_new_functions(options, &mut client).await?);
    report.push(with_a_way_out(options, &mut client).await?);
    drop(client);
    server.stop()
}

/// The bare start of a subject in words, and how many times as long a cold start may take.
pub(crate) fn bare(subject: &str) -> (&'static str, f64) {
    match subject {
        "python" => ("python3.11 -c pass", 0.3),
        "nodejs" => ("node -e 0", 0.15),
        _ => ("fork and exec of its binary", 3.0),
    }
}

async fn of(options: &Options, client: &mut Client, subject: &Subject, report: &mut Report) -> Result<()> {
    let (beside, times) = bare(subject.name);
    // First of all without a pause: from the first one on, when nothing is ready yet.
    for (pace, count, how) in
        [(None, options.colds, "in a row"), (Some(TENTH), options.paced, "ten a second")]
    {
        let (cold, started) = at(options, (pace, count), client, subject).await?;
        let chart = report.chart(subject.name, &format!("{}: cold and warm invocations", subject.name));
        chart.ours(&format!("cold Invoke, {how}"), &cold);
        chart.baseline(&format!("{beside}, {how}"), &started);
        let what = format!("cold Invoke, {}, {how}", subject.label());
        report.push(Row::tail(&what, &cold).target(Target::AtMostTimes(2.0)));
        report.push(Row::latency(&what, cold, beside, started).target(Target::AtMostTimes(times)));
    }
    Ok(())
}

/// Cold starts, a bare start after each: one cold start after the other, or one whenever `pace` is over.
async fn at(
    options: &Options,
    (pace, count): (Option<Duration>, usize),
    client: &mut Client,
    subject: &Subject,
) -> Result<(Samples, Samples)> {
    let event = Bytes::from_static(EVENT);
    let (mut cold, mut started) = (Samples::default(), Samples::default());
    let mut due = Instant::now();
    for n in 0..count {
        // So that it differs from what was there before, also from the last one of another pace.
        client.make_cold(subject.name, n + usize::from(pace.is_some()) * 1_000_000).await?;
        if let Some(pace) = pace {
            due = (due + pace).max(Instant::now());
            tokio::time::sleep_until(due).await;
        }
        cold.add(client.invoke(subject.name, &event).await?);
        started.add(baseline::bare_process(subject.name, &options.rust_function)?);
    }
    Ok((cold, started))
}

/// The very first Invoke of functions that differ in their packages, one after another.
async fn of_new_functions(options: &Options, client: &mut Client) -> Result<Row> {
    eprintln!("cold starts, new functions …");
    let event = Bytes::from_static(EVENT);
    let (beside, times) = bare("python");
    let (mut cold, mut started) = (Samples::default(), Samples::default());
    for n in 0..options.paced {
        let (name, source) = (format!("new-{n}"), format!("{}# {n}\n", function::PYTHON));
        let Subject { runtime, handler, zip, .. } = function::python(&source)?;
        client.create(&name, runtime, handler, &zip).await?;
        cold.add(client.invoke(&name, &event).await?);
        started.add(baseline::bare_process("python", &options.rust_function)?);
    }
    let row = Row::latency("first Invoke of a new function, python", cold, beside, started);
    Ok(row.target(Target::AtMostTimes(times)))
}

/// Functions that differ in nothing but where they may connect to.
const CONNECTING: [(&str, &str); 2] = [("connecting", "public"), ("apart", "none")];

/// A cold start of who may connect to the internet, as functions may that say nothing, before each one of who may connect
/// nowhere.
async fn with_a_way_out(options: &Options, client: &mut Client) -> Result<Row> {
    let Subject { runtime, handler, zip, .. } = &function::rust(&options.rust_function)?;
    let event = Bytes::from_static(EVENT);
    for (name, _) in CONNECTING {
        client.create(name, runtime, handler, zip).await?;
    }
    let [mut with, mut without] = [Samples::default(), Samples::default()];
    for n in 0..options.colds {
        for ((name, egress), samples) in CONNECTING.iter().zip([&mut with, &mut without]) {
            client.make_cold_with(name, n, &[("TENFOLD_EGRESS", egress)]).await?;
            samples.add(client.invoke(name, &event).await?);
        }
    }
    let row = Row::latency("cold Invoke, rust, with egress", with, "the same without egress", without);
    Ok(row.target(Target::AtMostTimes(1.1)))
}
