//! Large payloads, in and out: how long they take beside a plain copy through the same sockets, and how much memory the
//! server has for each.
//!
//! The plain copy: the same client sends the same signed request to a relay on the same HTTP stack, which verifies
//! nothing, hands the body to a process over a socket of its own, takes it back, and answers with it. Each hop is over
//! before the next begins, as an event must be whole before a function may see it.

use crate::Result;
use crate::baseline::{self, Loop};
use crate::client::Client;
use crate::custom;
use crate::function;
use crate::memory;
use crate::options::Options;
use crate::report::{Figure, Report, Row, Series, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Incoming};
use serde_json::json;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Bytes of a payload; with what handlers put around it, still within 6 MB.
const LARGE: usize = 6_000_000;
/// Invocations that are under way at the same time when memory is measured.
const AT_ONCE: [usize; 4] = [1, 4, 8, 16];
/// Between two looks at the server's memory.
const LOOK: Duration = Duration::from_millis(2);

/// All of it.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let copy = custom::copying()?;
    let subjects = function::subjects(&options.rust_function)?;
    for subject in subjects.iter().chain([&copy]) {
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
    }
    let (_relay, relay) = baseline::start_relay()?;
    let mut relay = Client::connect(relay, Some(server.credentials.clone())).await?;
    let body: Bytes = json!({ "word": "x".repeat(LARGE), "n": 1 }).to_string().into();
    let times = (options.blocks * 3).max(6);

    eprintln!("large payloads, beside a plain copy …");
    let (mut ours, mut plain) = (Samples::default(), Samples::default());
    for n in 0..=times {
        let samples = [client.invoke(copy.name, &body).await?, copied(&mut relay, &body).await?];
        if n > 0 {
            ours.add(samples[0]);
            plain.add(samples[1]);
        }
    }
    let row = Row::latency("6 MB in and out", ours, "a plain copy through the same sockets", plain);
    report.push(row.target(Target::AtMostTimes(2.0)));
    for subject in &subjects {
        let mut bare = Loop::start(subject.name)?;
        let (mut ours, mut plain) = (Samples::default(), Samples::default());
        for n in 0..=times / 2 {
            let samples = [client.invoke(subject.name, &body).await?, bare.call(&body)?];
            if n > 0 {
                ours.add(samples[0]);
                plain.add(samples[1]);
            }
        }
        let name = format!("6 MB in and out, {}", subject.name);
        report.push(Row::latency(&name, ours, "the handler in a bare socket loop", plain));
    }
    drop(client);
    eprintln!("large payloads, memory …");
    memory_of(&server, copy.name, &body, report).await?;
    server.stop()
}

async fn copied(relay: &mut Client, body: &Bytes) -> Result<Duration> {
    let begun = Instant::now();
    let answer = relay.send(Method::POST, "/", body.clone()).await?;
    match answer.len() == body.len() {
        true => Ok(begun.elapsed()),
        false => Err(format!("{} of {} bytes come back", answer.len(), body.len())),
    }
}

/// The most that the server has while so many are under way, over what it has while none is.
async fn memory_of(server: &Server, name: &'static str, body: &Bytes, report: &mut Report) -> Result<()> {
    let before = memory::pss_kb(server.pid());
    let mut series = Series::new("server, most over idle", Unit::MiB, "invocations of 6 MB at once");
    let mut last = 0.0;
    for count in AT_ONCE {
        let mut tasks = Vec::new();
        for _ in 0..count {
            let (mut client, body) = (Client::of(server).await?, body.clone());
            tasks.push(tokio::spawn(async move {
                // The first is cold.
                for _ in 0..6 {
                    client.invoke(name, &body).await?;
                }
                Ok::<_, String>(())
            }));
        }
        let mut most = 0;
        while tasks.iter().any(|task| !task.is_finished()) {
            most = most.max(memory::pss_kb(server.pid()));
            tokio::time::sleep(LOOK).await;
        }
        for task in tasks {
            task.await.map_err(|e| e.to_string())??;
        }
        #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
        let mib = most.saturating_sub(before) as f64 / 1024.0;
        series.add(count, mib);
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let each = mib / count as f64;
        last = each;
    }
    let name = format!("server, for each of {} invocations of 6 MB in and out", AT_ONCE[AT_ONCE.len() - 1]);
    // What came in and what goes out, each once, and the buffers of its connections.
    report.push(Row::new(&name, Unit::MiB, Figure::one(last)).target(Target::AtMost(12.5)));
    report.series.push(series);
    Ok(())
}

/// The process behind the relay, until its socket is closed: all there, all back.
pub(crate) fn copy() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|e| e.to_string())?;
    println!("{}", listener.local_addr().map_err(|e| e.to_string())?);
    let (mut stream, _) = listener.accept().map_err(|e| e.to_string())?;
    stream.set_nodelay(true).map_err(|e| e.to_string())?;
    let mut body = Vec::new();
    while baseline::read_frame_into(&mut stream, &mut body).is_ok() {
        baseline::write_frame_in_two(&mut stream, &body)?;
    }
    Ok(())
}

/// The relay, until killed.
pub(crate) fn relay() -> Result<()> {
    let (_copy, address) = baseline::start_copy()?;
    let behind = TcpStream::connect(address).map_err(|e| e.to_string())?;
    behind.set_nodelay(true).map_err(|e| e.to_string())?;
    let behind = Arc::new(Mutex::new(behind));
    baseline::serve(move |request| pass_on(Arc::clone(&behind), request))
}

async fn pass_on(
    behind: Arc<Mutex<TcpStream>>,
    request: Request<Incoming>,
) -> std::result::Result<Response<Full<Bytes>>, hyper::Error> {
    let body = request.into_body().collect().await?.to_bytes();
    let mut stream = behind.lock().unwrap_or_else(PoisonError::into_inner);
    let mut back = Vec::new();
    let copied = baseline::write_frame_in_two(&mut stream, &body)
        .and_then(|()| baseline::read_frame_into(&mut stream, &mut back));
    if copied.is_err() {
        // What comes back is too short, and the client says so.
        let _ = stream.shutdown(Shutdown::Both);
        back.clear();
    }
    Ok(Response::new(Full::new(back.into())))
}
