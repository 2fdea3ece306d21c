//! Warm invocations: one after another and on several connections, beside an HTTP echo and the handler in a bare loop.

use crate::Result;
use crate::baseline::{ECHO_TARGET, Loop};
use crate::client::{Client, invocations};
use crate::custom;
use crate::function::{self, EVENT, Subject};
use crate::load::throughput;
use crate::measure::{ECHO, echoing};
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::{Place, Server};
use crate::stats::Samples;
use bytes::Bytes;

/// Turns that throughput is measured in, the echo's before each.
const TURNS: u32 = 5;

/// Each runtime's.
pub(crate) async fn all(options: &Options, report: &mut Report, echo: &Place) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let mut subjects = function::subjects(&options.rust_function)?;
    subjects.push(custom::echoing()?);
    for subject in &subjects {
        eprintln!("warm invocations, {} …", subject.name);
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
        of(options, &mut client, subject, echo, report).await?;
    }
    eprintln!("throughput …");
    let turn = options.throughput / TURNS;
    for subject in &subjects {
        let target = invocations(subject.name);
        let (mut invoked, mut echoed) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            echoed.push(throughput(echo, ECHO_TARGET, options.connections, turn).await?);
            invoked.push(throughput(&server.place(), &target, options.connections, turn).await?);
        }
        let what = format!("warm Invoke, {}, {} connections", subject.label(), options.connections);
        let row = Row::rate(&what, "answers", invoked, ECHO, echoed);
        report.push(if subject.name.starts_with("rust") {
            row.target(Target::AtLeastTimes(0.5))
        } else {
            row
        });
    }
    drop(client);
    server.stop()
}

/// Invocations one after another, in blocks between which the baselines have theirs.
async fn of(
    options: &Options,
    client: &mut Client,
    subject: &Subject,
    echo: &Place,
    report: &mut Report,
) -> Result<()> {
    let event = Bytes::from_static(EVENT);
    let mut bare = Loop::start(subject.name)?;
    let mut echo = Client::to(echo).await?;
    let (mut invoked, mut beside) = (Samples::default(), Samples::default());
    let (mut called, mut echoed) = (Samples::default(), Samples::default());
    for block in 0..=options.blocks {
        for _ in 0..options.block {
            let samples = [
                client.invoke(subject.name, &event).await?,
                bare.call(EVENT)?,
                echoing(&mut echo, &event).await?,
            ];
            // The first block warms everything up.
            if block > 0 {
                invoked.add(samples[0]);
                called.add(samples[1]);
                echoed.add(samples[2]);
                beside.add(samples[1] + samples[2]);
            }
        }
    }
    let what = format!("warm Invoke, {}", subject.label());
    let chart = report.chart(subject.name, &format!("{}: cold and warm invocations", subject.name));
    chart.ours("warm Invoke", &invoked);
    chart.baseline(ECHO, &echoed);
    chart.baseline("handler in a bare loop", &called);
    let row = Row::latency(&what, invoked.clone(), "HTTP echo + handler in a bare loop", beside);
    report.push(row.target(Target::AtMostTimes(2.0)));
    report.push(Row::latency(&what, invoked.clone(), "the handler in a bare socket loop", called));
    report.push(Row::latency(&what, invoked, ECHO, echoed));
    Ok(())
}
