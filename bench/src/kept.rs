//! What stays in the server's memory: of functions that nobody uses, and of loads that are over.

use crate::Result;
use crate::client::{Client, FUNCTIONS};
use crate::control;
use crate::custom;
use crate::function::EVENT;
use crate::lines;
use crate::memory;
use crate::options::Options;
use crate::report::{Figure, Report, Row, Series, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use serde_json::json;
use std::time::{Duration, Instant};

/// Functions that there are in the end: powers of ten up to the most.
const STEPS: [usize; 5] = [1, 10, 100, 1_000, 10_000];
/// Within which the server gives back what a load has left.
const CALM: Duration = Duration::from_secs(90);
/// Clients of a load, and how long it lasts.
const CLIENTS: usize = 200;
/// Bytes of each of its requests.
const PAYLOAD: usize = 900_000;

/// All of it.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    functions(options, report).await?;
    lines::all(options, report).await?;
    load(options, report).await
}

/// By functions that are deployed and not used: memory, and one look-up.
async fn functions(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let by = "functions";
    let mut memory = Series::new("server and keeper", Unit::MiB, by);
    let mut latency = Series::new("GetFunctionConfiguration, never asked before", Unit::Ms, by);
    let mut warm = Series::new("warm Invoke, p50", Unit::Ms, by);
    let mut cold = Series::new("cold Invoke, p50", Unit::Ms, by);
    let subject = custom::echoing()?;
    let (mut there, mut first, mut last) = (0, None, 0);
    for count in STEPS.into_iter().filter(|count| *count <= options.functions) {
        // Deployed by one server and kept by another one, and by the same.
        let server = Server::start(&options.binary, data.path())?;
        control::deploy(&server, there..count).await?;
        there = count;
        let deployed = calm(&server).await?;
        let mut client = Client::of(&server).await?;
        let mut samples = Samples::default();
        for n in 0..count.min(200) {
            let target = format!("{FUNCTIONS}/f-{}/configuration", n * (count / count.min(200)));
            let begun = Instant::now();
            client.send(Method::GET, &target, Bytes::new()).await?;
            samples.add(begun.elapsed());
        }
        #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
        memory.add(count, deployed as f64 / 1024.0);
        latency.add(count, samples.p50());
        if first.is_none() {
            client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
        }
        let (invoked, started) = invocations(options, &mut client, subject.name).await?;
        warm.add(count, invoked.p50());
        cold.add(count, started.p50());
        first.get_or_insert(deployed);
        last = deployed;
        drop(client);
        server.stop()?;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few MiB")]
    let each = last.saturating_sub(first.unwrap_or(last)) as f64 / there.max(1) as f64;
    let name = format!("each of {there} functions that were deployed and are not used");
    report.push(Row::new(&name, Unit::KiB, Figure::one(each)).target(Target::AtMost(1.0)));
    report.series.extend([memory, latency, warm, cold]);
    Ok(())
}

/// Warm invocations of one function, and then cold ones.
async fn invocations(options: &Options, client: &mut Client, name: &str) -> Result<(Samples, Samples)> {
    let event = Bytes::from_static(EVENT);
    let (mut warm, mut cold) = (Samples::default(), Samples::default());
    client.invoke(name, &event).await?;
    for _ in 0..options.block {
        warm.add(client.invoke(name, &event).await?);
    }
    for n in 0..options.paced {
        client.make_cold(name, n).await?;
        cold.add(client.invoke(name, &event).await?);
    }
    Ok((warm, cold))
}

/// What the server has once it has not become less for a while, kB.
async fn calm(server: &Server) -> Result<u64> {
    let begun = Instant::now();
    let mut least = u64::MAX;
    let mut since = Instant::now();
    while begun.elapsed() < CALM && since.elapsed() < CALM / 2 {
        let now = memory::tree(server.pid()).server_kb;
        if now + 512 < least {
            (least, since) = (now, Instant::now());
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    Ok(least)
}

/// Many large requests at once, and what is left of them a while later.
async fn load(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let before = memory::tree(server.pid()).server_kb;
    control::deploy(&server, 0..1).await?;
    let body: Bytes = json!({ "word": "x".repeat(PAYLOAD) }).to_string().into();
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..CLIENTS {
        let (mut client, body, time) = (Client::of(&server).await?, body.clone(), options.throughput);
        tasks.push(tokio::spawn(async move {
            let headers = [("x-amz-invocation-type", "DryRun")];
            while begun.elapsed() < time {
                client.invoke_with("f-0", &headers, &body).await?;
            }
            Ok::<_, String>(())
        }));
    }
    let mut most = 0;
    while tasks.iter().any(|task| !task.is_finished()) {
        most = most.max(memory::tree(server.pid()).server_kb);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for task in tasks {
        task.await.map_err(|e| e.to_string())??;
    }
    let after = calm(&server).await?;
    let name = format!("server and keeper, during {CLIENTS} requests of 0.9 MB at once");
    report.push(Row::memory(&name, most, Some(("before", before))));
    let row = Row::memory("server and keeper, a minute later", after, Some(("before", before)));
    report.push(row.target(Target::AtMost(30.0)));
    server.stop()
}
