//! When a time limit ends what runs: as the caller sees it, and by the last sign of life of the process itself.

use crate::Result;
use crate::client::{Client, FUNCTIONS, invocations};
use crate::function::{self, Subject};
use crate::options::Options;
use crate::report::{Report, Row};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::JoinHandle;

/// The shortest limit there is.
const LIMIT: Duration = Duration::from_secs(1);
/// Most that an end may be off, ms.
const BOUND_MS: f64 = 50.0;
/// Functions of each kind that run at the same time.
const AT_ONCE: usize = 2;
const HOW: [(&str, &str); 3] = [("sleep", "sleeps"), ("spin", "spins"), ("deaf", "ignores SIGTERM")];

/// Writes the time of its limit and the time that it is into its `/tmp`, which outlives the process, over and over.
const SOURCE: &str = "\
import mmap, os, signal, struct, threading, time

PATH = '/tmp/alive'

def alive(page, limit):
    # In one piece: it may be killed at any moment.
    page[8:16] = time.time_ns().to_bytes(8, 'little')
    page[0:8] = limit.to_bytes(8, 'little')

def handler(event, context):
    if event['how'] == 'read':
        # Where starting anew took all of the time, or the environment was given up, there was no life.
        if not os.path.exists(PATH):
            return {'late_ms': None}
        with open(PATH, 'rb') as file:
            limit, last = struct.unpack('<qq', file.read(16))
        os.unlink(PATH)
        return {'late_ms': (last - limit) / 1e6 if limit and last else None}
    if event['how'] == 'warm':
        return {}
    limit = time.time_ns() + context.get_remaining_time_in_millis() * 1_000_000
    descriptor = os.open(PATH, os.O_RDWR | os.O_CREAT)
    os.ftruncate(descriptor, 16)
    page = mmap.mmap(descriptor, 16)
    alive(page, limit)
    if event['how'] == 'spin':
        while True:
            alive(page, limit)
    if event['how'] == 'deaf':
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            time.sleep(0.001)
            alive(page, limit)

    def beat():
        while True:
            time.sleep(0.001)
            alive(page, limit)

    threading.Thread(target=beat, daemon=True).start()
    time.sleep(60)
";

/// Each kind on an idle machine, then while others are invoked as fast as it goes.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let subject = function::python(SOURCE)?;
    let other = function::python(function::PYTHON)?;
    client.create("other", other.runtime, other.handler, &other.zip).await?;
    for load in ["idle", "under load"] {
        eprintln!("time limits, {load} …");
        let hammering = if load == "idle" { None } else { Some(Hammering::start(options, &server).await?) };
        for (how, words) in HOW {
            let (answered, alive) = kind(options, &server, &subject, how).await?;
            for (what, samples) in [("answer", answered), ("last sign of life", alive)] {
                let name = format!("timeout 1 s, {words}, {load}: {what}");
                report.push(Row::lateness(&name, samples, BOUND_MS));
            }
        }
        if let Some(hammering) = hammering {
            hammering.stop().await?;
        }
    }
    report.notes.push(
        "Time limits: the answer is as late as the caller gets it after the request, the invocation's own way there and back included;\n\
         the last sign of life is what the process itself wrote last, by the limit that it was told; before it, where it had no turn.",
    );
    drop(client);
    server.stop()
}

/// How late the answers were, and how late the processes were still alive.
async fn kind(
    options: &Options,
    server: &Server,
    subject: &Subject,
    how: &'static str,
) -> Result<(Samples, Samples)> {
    let each = options.timeouts / AT_ONCE;
    let mut tasks = Vec::new();
    for n in 0..AT_ONCE {
        let mut client = Client::of(server).await?;
        let name = format!("{how}-{n}");
        let parts = (subject.runtime, subject.handler, &subject.zip[..]);
        client.create_with(&name, parts, &json!({ "Timeout": LIMIT.as_secs() })).await?;
        tasks.push(tokio::spawn(one_after_another(client, name, how, each)));
    }
    let (mut answered, mut alive) = (Vec::new(), Vec::new());
    for task in tasks {
        let (more_answered, more_alive) = task.await.map_err(|e| e.to_string())??;
        answered.extend(more_answered);
        alive.extend(more_alive);
    }
    Ok((Samples::of(answered), Samples::of(alive)))
}

async fn one_after_another(
    mut client: Client,
    name: String,
    how: &'static str,
    times: usize,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let event = |how: &str| Bytes::from(json!({ "how": how }).to_string());
    client.invoke(&name, &event("warm")).await?;
    let (mut answered, mut alive) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let took = client.invoke_in_vain(&name, &event(how)).await?;
        answered.push((took.as_secs_f64() - LIMIT.as_secs_f64()) * 1e3);
        let read = match client.send(Method::POST, &invocations(&name), event("read")).await {
            // The runtime starts anew within the limit, which may be too short for it on a busy machine.
            Err(error) if error.contains("Sandbox.Timedout") => continue,
            read => read?,
        };
        let read: Value = serde_json::from_slice(&read).map_err(|e| e.to_string())?;
        alive.extend(read["late_ms"].as_f64());
    }
    client.send(Method::DELETE, &format!("{FUNCTIONS}/{name}"), Bytes::new()).await?;
    Ok((answered, alive))
}

/// Invocations of another function on several connections, until it is stopped.
struct Hammering {
    stop: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<Result<()>>>,
}

impl Hammering {
    async fn start(options: &Options, server: &Server) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = Vec::new();
        for _ in 0..options.connections {
            let (mut client, stop) = (Client::of(server).await?, Arc::clone(&stop));
            tasks.push(tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    client.invoke("other", &Bytes::from_static(function::EVENT)).await?;
                }
                Ok(())
            }));
        }
        Ok(Self { stop, tasks })
    }

    async fn stop(self) -> Result<()> {
        self.stop.store(true, Ordering::Relaxed);
        for task in self.tasks {
            task.await.map_err(|e| e.to_string())??;
        }
        Ok(())
    }
}
