//! Asynchronous invocations: how many are accepted a second, beside SQLite's own commits, and how soon they begin.

use crate::Result;
use crate::client::{Client, FUNCTIONS, invocations};
use crate::commits::Commits;
use crate::function;
use crate::options::Options;
use crate::report::{Report, Row};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How many clients send at the same time.
const CLIENTS: [usize; 3] = [1, 10, 100];
/// How long an event may take to begin.
const PATIENCE: Duration = Duration::from_secs(20);

/// Says when it began, by the clock of this machine.
const CLOCK: &str = "\
import time
def handler(event, context):
    now = time.time_ns()
    print('began', event['n'], now)
    time.sleep(event.get('sleep', 0))
    return {'began': now}
";

/// Everything about them.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let clock = function::python(CLOCK)?;
    for name in ["clock", "busy"] {
        client.create(name, clock.runtime, clock.handler, &clock.zip).await?;
    }
    eprintln!("asynchronous invocations, until they begin …");
    begin(options, &mut client, report).await?;

    // One event holds the only place of the function, so that the others are accepted and none of them runs meanwhile.
    let limit = json!({ "ReservedConcurrentExecutions": 1 }).to_string();
    client.send(Method::PUT, "/2017-10-31/functions/busy/concurrency", limit.into()).await?;
    send(&mut client, "busy", event("busy", 29)).await?;
    while client.log("busy", "began").await?.is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(client);
    eprintln!("asynchronous invocations, accepted …");
    let mut commits = Commits::open(data.path())?;
    for clients in CLIENTS {
        accepted(options, &server, &mut commits, clients, report).await?;
    }
    report.notes.push(
        "Accepted events, beside SQLite: an event is answered 202 once the transaction that keeps it is synced, in the same file system.\n\
         1.00x beside commits of one row: as many accepted events a second as one thread commits rows one by one, without HTTP or\n\
         signatures; more where events that come together share a commit. Beside commits of as many rows as there are clients, the\n\
         most that can be waiting at once: what is left of the rate of the disk and of SQLite when all else is paid.",
    );
    // A new connection: the server closes those that nobody uses for long.
    Client::of(&server).await?.send(Method::DELETE, &format!("{FUNCTIONS}/busy"), Bytes::new()).await?;
    server.stop()
}

async fn send(client: &mut Client, name: &str, event: Bytes) -> Result<()> {
    match client.send_event(name, event).await? {
        202 => Ok(()),
        status => Err(format!("an event of {name} is answered {status}")),
    }
}

fn event(n: impl Into<Value>, sleep: u32) -> Bytes {
    json!({ "n": n.into(), "sleep": sleep }).to_string().into()
}

/// From a request to the handler's first line, asynchronous beside synchronous.
async fn begin(options: &Options, client: &mut Client, report: &mut Report) -> Result<()> {
    client.invoke("clock", &event("warm", 0)).await?;
    let (mut accepted, mut until_begun, mut after_202, mut sync, mut whole) =
        (Samples::default(), Samples::default(), Samples::default(), Samples::default(), Samples::default());
    for n in 0..options.events {
        let sent = now();
        let begun = Instant::now();
        let answer = client.send(Method::POST, &invocations("clock"), event("sync", 0)).await?;
        whole.add(begun.elapsed());
        let answer: Value = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
        sync.add(since(sent, answer["began"].as_u64())?);

        let word = format!("event-{n}-of-the-clock");
        let sent = now();
        let begun = Instant::now();
        send(client, "clock", event(word.as_str(), 0)).await?;
        accepted.add(begun.elapsed());
        let answered = now();
        let began = loop {
            let lines = client.log("clock", &word).await?;
            if let Some(line) = lines.iter().find(|line| line.starts_with("began")) {
                break line.split_whitespace().last().and_then(|time| time.parse().ok());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("{word} does not begin"));
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        };
        until_begun.add(since(sent, began)?);
        // It may begin before the answer is here.
        after_202.add(since(answered, began).unwrap_or(Duration::ZERO));
    }
    let beside = "Invoke: until its handler begins";
    report.extend([
        Row::latency("Event: until its handler begins", until_begun, beside, sync.clone()),
        Row::latency("Event: from the 202 until its handler begins", after_202, beside, sync),
        Row::latency("Event: until the 202", accepted, "warm Invoke, python", whole),
    ]);
    Ok(())
}

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// From then until a time of the function's clock.
fn since(then: Duration, nanoseconds: Option<u64>) -> Result<Duration> {
    let time = nanoseconds.map(Duration::from_nanos).ok_or("the function does not say when it began")?;
    time.checked_sub(then).ok_or_else(|| "it began before it was asked to".to_owned())
}

/// Events that are accepted a second, in rounds between which SQLite has its own.
async fn accepted(
    options: &Options,
    server: &Server,
    commits: &mut Commits,
    count: usize,
    report: &mut Report,
) -> Result<()> {
    let mut clients = Vec::new();
    for _ in 0..count {
        clients.push(Client::of(server).await?);
    }
    let (mut rates, mut single, mut batched) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        let (returned, rate) = send_for(clients, options.round).await?;
        clients = returned;
        rates.push(rate);
        single.push(commits.rate(1, options.round)?.0);
        if count > 1 {
            batched.push(commits.rate(count, options.round)?.0);
        }
    }
    let name = format!("Event accepted, {count} clients");
    report.push(Row::rate(&name, "events", rates.clone(), "SQLite, commits of 1 row, rows", single));
    if count > 1 {
        let beside = format!("SQLite, commits of {count} rows, rows");
        report.push(Row::rate(&name, "events", rates, &beside, batched));
    }
    Ok(())
}

async fn send_for(clients: Vec<Client>, time: Duration) -> Result<(Vec<Client>, f64)> {
    let begun = Instant::now();
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|mut client| {
            tokio::spawn(async move {
                let mut sent = 0_u32;
                while begun.elapsed() < time {
                    send(&mut client, "busy", event("waiting", 0)).await?;
                    sent += 1;
                }
                Ok::<_, String>((client, sent))
            })
        })
        .collect();
    let (mut clients, mut sent) = (Vec::new(), 0);
    for task in tasks {
        let (client, count) = task.await.map_err(|e| e.to_string())??;
        clients.push(client);
        sent += count;
    }
    Ok((clients, f64::from(sent) / begun.elapsed().as_secs_f64()))
}
