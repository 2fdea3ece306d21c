//! The measurements themselves, in the order in which they are reported.

use crate::baseline::{self, Loop};
use crate::client::Client;
use crate::function::{self, EVENT, Subject};
use crate::options::{Options, Section};
use crate::report::{Rate, Report, Row};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, control, events, features, memory, streaming, timeouts};
use bytes::Bytes;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// What answers are compared with.
pub(crate) const ECHO: &str = "HTTP echo";
/// Rounds of warming up, at most.
const WARM_UPS: usize = 20;
/// No cold start is as quick as this when all connections have theirs at the same time.
const SURELY_WARM: Duration = Duration::from_millis(40);

/// Everything.
pub(crate) async fn all(options: &Options) -> Result<Report> {
    let mut report = Report::new(&options.binary);
    let (_echo, echo) = baseline::start_echo()?;
    if options.wants(Section::Invoke) {
        invocations(options, &mut report, echo).await?;
    }
    if options.wants(Section::Async) {
        events::all(options, &mut report).await?;
    }
    if options.wants(Section::Streaming) {
        streaming::all(options, &mut report, echo).await?;
    }
    if options.wants(Section::Timeouts) {
        timeouts::all(options, &mut report).await?;
    }
    if options.wants(Section::Features) {
        features::all(options, &mut report).await?;
    }
    if options.wants(Section::ControlPlane) {
        let rate = throughput(options, None, echo, "/").await?;
        control::all(options, &mut report, rate).await?;
    }
    Ok(report)
}

/// Start-up, cold and warm invocations, throughput, memory.
async fn invocations(options: &Options, report: &mut Report, echo: SocketAddr) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let subjects = function::subjects(&options.rust_function)?;

    // A first start makes the keys and the databases.
    Server::start(&options.binary, data.path())?.stop()?;
    eprintln!("ready time …");
    report.rows.push(ready(options, data.path())?);

    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let idle_kb = memory::tree(server.pid()).server_kb;
    for subject in &subjects {
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
    }
    for subject in &subjects {
        eprintln!("cold starts, {} …", subject.name);
        report.rows.push(cold(options, &mut client, subject).await?);
    }
    for subject in &subjects {
        eprintln!("warm invocations, {} …", subject.name);
        report.rows.extend(warm(options, &mut client, subject, echo).await?);
    }
    eprintln!("throughput …");
    let rate = throughput(options, None, echo, "/").await?;
    for subject in &subjects {
        let target = format!("/2015-03-31/functions/{}/invocations", subject.name);
        let invoked = throughput(options, Some(&server), server.address, &target).await?;
        let name = format!("warm Invoke, {}", subject.name);
        report.rates.push(Rate::new(&name, "answers", vec![invoked], ECHO, vec![rate]));
    }
    eprintln!("memory …");
    report.memory("server and keeper, idle after the start", idle_kb, None);
    sandboxes(report, &server, &subjects)?;
    drop(client);
    server.stop()
}

/// Time until the ready line, beside that of a process that does nothing.
fn ready(options: &Options, data: &std::path::Path) -> Result<Row> {
    let (mut ready, mut bare) = (Samples::default(), Samples::default());
    for _ in 0..options.starts {
        let server = Server::start(&options.binary, data)?;
        ready.add(server.ready);
        server.stop()?;
        bare.add(baseline::process(&mut baseline::bare_start("rust")?)?);
    }
    Ok(Row::new("ready after a warm start", ready, "a process that does nothing", bare))
}

/// First invocations in an environment that has never been, beside the bare interpreter's start.
async fn cold(options: &Options, client: &mut Client, subject: &Subject) -> Result<Row> {
    let event = Bytes::from_static(EVENT);
    let (mut cold, mut bare) = (Samples::default(), Samples::default());
    for n in 0..options.colds {
        client.make_cold(subject.name, n).await?;
        cold.add(client.invoke(subject.name, &event).await?);
        bare.add(baseline::process(&mut baseline::bare_start(subject.name)?)?);
    }
    let beside = match subject.name {
        "python" => "python3.11 -c pass",
        "nodejs" => "node -e 0",
        _ => "fork and exec of a Rust binary",
    };
    Ok(Row::new(&format!("cold Invoke, {}", subject.name), cold, beside, bare))
}

/// Invocations one after another, in blocks between which the baselines have theirs.
async fn warm(
    options: &Options,
    client: &mut Client,
    subject: &Subject,
    echo: SocketAddr,
) -> Result<[Row; 2]> {
    let event = Bytes::from_static(EVENT);
    let mut bare = Loop::start(subject.name)?;
    let mut echo = Client::connect(echo, None).await?;
    let (mut invoked, mut called, mut echoed) = (Samples::default(), Samples::default(), Samples::default());
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
            }
        }
    }
    let name = format!("warm Invoke, {}", subject.name);
    Ok([
        Row::new(&name, invoked.clone(), "the handler in a bare socket loop", called),
        Row::new(&name, invoked, ECHO, echoed),
    ])
}

/// One answer of the echo.
pub(crate) async fn echoing(client: &mut Client, event: &Bytes) -> Result<Duration> {
    let begun = Instant::now();
    client.send(http::Method::POST, "/", event.clone()).await?;
    Ok(begun.elapsed())
}

/// Answers a second, over several connections at once.
async fn throughput(
    options: &Options,
    server: Option<&Server>,
    address: SocketAddr,
    target: &str,
) -> Result<f64> {
    let event = Bytes::from_static(EVENT);
    let mut clients = Vec::new();
    for _ in 0..options.connections {
        let mut client = Client::connect(address, server.map(|s| s.credentials.clone())).await?;
        client.send(http::Method::POST, target, event.clone()).await?;
        clients.push(client);
    }
    // Side by side until nobody waits for a cold start any more, so that the clock runs for warm ones only.
    for _ in 0..WARM_UPS {
        let warmed = hammer(clients, target, &event, Duration::from_millis(300)).await?;
        clients = warmed.clients;
        if warmed.slowest < SURELY_WARM {
            break;
        }
    }
    let begun = Instant::now();
    let answers = hammer(clients, target, &event, options.throughput).await?.answers;
    let took = begun.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred thousand")]
    Ok(answers as f64 / took)
}

/// What a round of asking on all connections came to.
struct Round {
    clients: Vec<Client>,
    answers: u64,
    slowest: Duration,
}

async fn hammer(clients: Vec<Client>, target: &str, event: &Bytes, time: Duration) -> Result<Round> {
    let until = Instant::now() + time;
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|mut client| {
            let (target, event) = (target.to_owned(), event.clone());
            tokio::spawn(async move {
                let (mut answers, mut slowest) = (0, Duration::ZERO);
                while Instant::now() < until {
                    let begun = Instant::now();
                    client.send(http::Method::POST, &target, event.clone()).await?;
                    slowest = slowest.max(begun.elapsed());
                    answers += 1;
                }
                Ok::<_, String>((client, answers, slowest))
            })
        })
        .collect();
    let mut round = Round { clients: Vec::new(), answers: 0, slowest: Duration::ZERO };
    for task in tasks {
        let (client, answers, slowest) = task.await.map_err(|e| e.to_string())??;
        round.clients.push(client);
        round.answers += answers;
        round.slowest = round.slowest.max(slowest);
    }
    Ok(round)
}

/// Memory of an idle environment of each function, beside that of the bare interpreter.
fn sandboxes(report: &mut Report, server: &Server, subjects: &[Subject]) -> Result<()> {
    let tree = memory::tree(server.pid());
    report.memory("server and keeper, after the work", tree.server_kb, None);
    for subject in subjects {
        let program = match subject.name {
            "python" => "python",
            "nodejs" => "node",
            _ => "bootstrap",
        };
        let of_it: Vec<u64> = tree
            .sandboxes
            .iter()
            .filter(|(names, _)| names.iter().any(|name| name.starts_with(program)))
            .map(|(_, kb)| *kb)
            .collect();
        let Some(mean) = of_it.iter().sum::<u64>().checked_div(of_it.len() as u64) else {
            return Err(format!("no environment of {} is there", subject.name));
        };
        let bare = baseline::bare_idle(subject.name)?.map(|bare| memory::pss_kb(bare.pid()));
        report.memory(&format!("environment, idle, {}", subject.name), mean, bare);
    }
    Ok(())
}
