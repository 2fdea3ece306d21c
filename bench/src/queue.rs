//! How the queue of events keeps up: durable accepts beside an authenticated call that stores nothing, and events that
//! run beside invocations that somebody waits for, with no events queued, and with many.

use crate::Result;
use crate::client::{Client, FUNCTIONS, invocations};
use crate::function;
use crate::memory;
use crate::options::Options;
use crate::report::{Figure, Report, Row, Series, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

/// Clients that send at the same time.
const CLIENTS: usize = 64;
/// Bytes of an event.
const PAYLOAD: usize = 1_024;
/// Of the function whose events wait: what holds its only place ends when it is deleted.
const SLOW: &str = "\
import time
def handler(event, context):
    time.sleep(event.get('sleep', 0))
";
/// Clients that invoke the function that drains, where somebody waits.
const WAITING: usize = 16;
/// Events that are drained at a time.
const DRAINED: usize = 20_000;
/// How long draining may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Measures with each number of queued events, from few to many.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    Server::start(&options.binary, data.path())?.stop()?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let rust = function::rust(&options.rust_function)?;
    let slow = function::python(SLOW)?;
    client.create_with("busy", (slow.runtime, slow.handler, &slow.zip), &json!({ "Timeout": 900 })).await?;
    // Small enough for there to be room for many of it.
    let small = json!({ "MemorySize": 512 });
    client.create_with("fast", (rust.runtime, rust.handler, &rust.zip), &small).await?;
    let limit = json!({ "ReservedConcurrentExecutions": 1 }).to_string();
    client.send(Method::PUT, "/2017-10-31/functions/busy/concurrency", limit.into()).await?;
    let holder = json!({ "sleep": 890 }).to_string();
    client.send_event("busy", holder.into()).await?;
    drop(client);
    let queue = Queue::open(data.path())?;
    while queue.count()? > 1 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let by = "queued events";
    let mut series = [
        Series::new("events accepted", Unit::PerSecond("events"), by),
        Series::new("events drained", Unit::PerSecond("events"), by),
        Series::new("server and keeper", Unit::MiB, by),
    ];
    let mut shares = Vec::new();
    for depth in &options.queued {
        eprintln!("queue: {depth} events …");
        let mut clients = connect(&server).await?;
        let missing = depth.saturating_sub(queue.count()?);
        if missing > CLIENTS {
            clients = send_so_many(clients, "busy", missing).await?;
        }
        let (accepted, of_calls) = accepts(options, clients, *depth, report).await?;
        let (drained, of_invocations) = drain(options, &server, &queue, *depth, report).await?;
        shares.push((*depth, [of_calls, of_invocations]));
        let kb = memory::tree(server.pid()).server_kb;
        let row = Row::memory(&format!("server and keeper, {depth} events queued"), kb, None);
        #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
        let figures = [accepted, drained, kb as f64 / 1024.0];
        series.iter_mut().zip(figures).for_each(|(series, figure)| series.add(*depth, figure));
        report.push(row);
    }
    report.series.extend(series);
    report.extend(slowed(&shares));
    restart(options, server, data.path(), options.queued.last().copied().unwrap_or(0), report)
}

/// Whether the most queued events slow what the fewest do not: each a share of its baseline, so that what else the machine did
/// meanwhile counts little.
fn slowed(shares: &[(usize, [f64; 2])]) -> Vec<Row> {
    let (Some((few, first)), Some((many, last))) = (shares.first(), shares.last()) else { return Vec::new() };
    let whats = ["accepted, of as many DryRuns", "drained, of as many invocations"];
    let row = |(what, (first, last)): (&str, (&f64, &f64))| {
        let what = format!("events {what}, {many} queued");
        let row = Row::new(&what, Unit::Count("%"), Figure::one(last * 100.0));
        row.beside(&format!("{few} queued"), Figure::one(first * 100.0)).target(Target::AtLeastTimes(0.9))
    };
    whats.into_iter().zip(first.iter().zip(last)).map(row).collect()
}

/// The server's own file, read only.
struct Queue(Connection);

impl Queue {
    fn open(data: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = data.join("events.db");
        Ok(Self(Connection::open_with_flags(&file, flags).map_err(|e| format!("{}: {e}", file.display()))?))
    }

    /// Events that are queued.
    fn count(&self) -> Result<usize> {
        self.one("SELECT count(*) FROM queued")
    }

    /// Events that were ever queued.
    fn last(&self) -> Result<usize> {
        self.one("SELECT ifnull(max(number), 0) FROM queued")
    }

    /// Events of those after a number.
    fn after(&self, number: usize) -> Result<usize> {
        self.one(&format!("SELECT count(*) FROM queued WHERE number > {number}"))
    }

    /// Whether there are any: asked again and again on the cores that are measured, so without counting them.
    fn any_after(&self, number: usize) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM queued WHERE number > {number})");
        self.one(&sql).map(|any| any > 0)
    }

    fn one(&self, sql: &str) -> Result<usize> {
        let found = self.0.query_row(sql, [], |row| row.get::<_, i64>(0));
        found.map(|n| usize::try_from(n).unwrap_or(0)).map_err(|e| format!("events.db: {e}"))
    }
}

async fn connect(server: &Server) -> Result<Vec<Client>> {
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        clients.push(Client::of(server).await?);
    }
    Ok(clients)
}

/// JSON of so many bytes.
fn payload() -> Bytes {
    let frame = json!({ "word": "" }).to_string().len();
    json!({ "word": "x".repeat(PAYLOAD - frame) }).to_string().into()
}

/// What all clients do.
#[derive(Clone, Copy)]
enum Call {
    /// An event, which waits.
    Event,
    /// The same request up to its type, which stores nothing and runs nothing.
    DryRun,
    /// A small answer instead of a large question.
    GetConfiguration,
    /// An invocation of the function that drains.
    Invoke,
}

impl Call {
    async fn once(self, client: &mut Client, body: &Bytes) -> Result<()> {
        match self {
            Self::Event => accept(client, "busy", body).await,
            Self::DryRun => {
                let headers = [("x-amz-invocation-type", "DryRun")];
                client.invoke_with("busy", &headers, body).await.map(|_| ())
            }
            Self::GetConfiguration => {
                let target = format!("{FUNCTIONS}/busy/configuration");
                client.send(Method::GET, &target, Bytes::new()).await.map(|_| ())
            }
            Self::Invoke => client.send(Method::POST, &invocations("fast"), body.clone()).await.map(|_| ()),
        }
    }
}

async fn accept(client: &mut Client, name: &str, body: &Bytes) -> Result<()> {
    match client.send_event(name, body.clone()).await? {
        202 => Ok(()),
        status => Err(format!("an event of {name} is answered {status}")),
    }
}

/// All clients make the same call for a time; how many a second.
async fn call_for(clients: Vec<Client>, call: Call, time: Duration) -> Result<(Vec<Client>, f64)> {
    let begun = Instant::now();
    let body = payload();
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|mut client| {
            let body = body.clone();
            tokio::spawn(async move {
                let mut calls = 0_u32;
                while begun.elapsed() < time {
                    call.once(&mut client, &body).await?;
                    calls += 1;
                }
                Ok::<_, String>((client, calls))
            })
        })
        .collect();
    let (mut clients, mut calls) = (Vec::new(), 0);
    for task in tasks {
        let (client, count) = task.await.map_err(|e| e.to_string())??;
        clients.push(client);
        calls += count;
    }
    Ok((clients, f64::from(calls) / begun.elapsed().as_secs_f64()))
}

/// So many events, from all clients.
async fn send_so_many(clients: Vec<Client>, name: &'static str, count: usize) -> Result<Vec<Client>> {
    let (body, among) = (payload(), clients.len());
    let tasks: Vec<_> = clients
        .into_iter()
        .enumerate()
        .map(|(n, mut client)| {
            let body = body.clone();
            let share = count / among + usize::from(n < count % among);
            tokio::spawn(async move {
                for _ in 0..share {
                    accept(&mut client, name, &body).await?;
                }
                Ok::<_, String>(client)
            })
        })
        .collect();
    let mut clients = Vec::new();
    for task in tasks {
        clients.push(task.await.map_err(|e| e.to_string())??);
    }
    Ok(clients)
}

/// Accepts, beside calls that store nothing: how many a second, and what share of as many of those.
async fn accepts(
    options: &Options,
    mut clients: Vec<Client>,
    depth: usize,
    report: &mut Report,
) -> Result<(f64, f64)> {
    const CALLS: [Call; 3] = [Call::DryRun, Call::Event, Call::GetConfiguration];
    let mut rates = CALLS.map(|_| Vec::new());
    for _ in 0..options.rounds {
        for (call, rates) in CALLS.into_iter().zip(&mut rates) {
            let (returned, rate) = call_for(clients, call, options.round).await?;
            clients = returned;
            rates.push(rate);
        }
    }
    let [dry, accepted, got] = rates;
    let figure = Samples::of(accepted.clone()).p50();
    let share = figure / Samples::of(dry.clone()).p50();
    let name = format!("Event of 1 KB, {CLIENTS} clients, {depth} queued");
    let row = Row::rate(&name, "events", accepted.clone(), "DryRun of 1 KB", dry);
    report.push(row.target(Target::AtLeastTimes(0.6)));
    report.push(Row::rate(&name, "events", accepted, "GetFunctionConfiguration", got));
    Ok((figure, share))
}

/// Events that run, beside invocations of the same function: how many a second, and what share of as many of those.
async fn drain(
    options: &Options,
    server: &Server,
    queue: &Queue,
    depth: usize,
    report: &mut Report,
) -> Result<(f64, f64)> {
    let (mut drained, mut waited) = (Vec::new(), Vec::new());
    for round in 0..=options.rounds.div_ceil(2) {
        // Anew each time: the server closes connections that nobody uses for long.
        let mut clients = connect(server).await?;
        let waiting = clients.drain(..WAITING).collect();
        let (_, rate) = call_for(waiting, Call::Invoke, options.round).await?;
        // The first is cold.
        if round == 0 {
            continue;
        }
        waited.push(rate);
        let before = queue.last()?;
        send_so_many(clients, "fast", DRAINED).await?;
        let (begun, left) = (Instant::now(), queue.after(before)?);
        while queue.any_after(before)? {
            if begun.elapsed() > PATIENCE {
                return Err(format!("{} of {left} events are not drained", queue.after(before)?));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        drained.push(left as f64 / begun.elapsed().as_secs_f64());
    }
    let figure = Samples::of(drained.clone()).p50();
    let share = figure / Samples::of(waited.clone()).p50();
    let name = format!("events drained, Rust, {depth} others queued");
    let row = Row::rate(&name, "events", drained, "Invoke of it, 16 clients", waited);
    report.push(row.target(Target::AtLeastTimes(1.0)));
    Ok((figure, share))
}

/// How soon a server is ready with so many events.
fn restart(options: &Options, server: Server, data: &Path, depth: usize, report: &mut Report) -> Result<()> {
    // Killed: what holds the place would be waited for. From now on the events run; only a few, in so short a time.
    drop(server);
    let empty = tempfile::tempdir().map_err(|e| e.to_string())?;
    Server::start(&options.binary, empty.path())?.stop()?;
    let (mut with, mut without) = (Samples::default(), Samples::default());
    for _ in 0..options.starts.div_ceil(4) {
        let server = Server::start(&options.binary, data)?;
        with.add(server.ready);
        drop(server);
        let server = Server::start(&options.binary, empty.path())?;
        without.add(server.ready);
        drop(server);
    }
    let name = format!("ready after kill -9, {depth} events queued");
    report
        .push(Row::latency(&name, with, "the same without events", without).target(Target::AtMostTimes(2.0)));
    Ok(())
}
