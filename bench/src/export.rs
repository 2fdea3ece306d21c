//! What export by OTLP adds to an invocation: two servers, one of which tells a receiver in this process all that it sees.

use crate::Result;
use crate::baseline::answer_all;
use crate::client::Client;
use crate::custom;
use crate::function::{EVENT, Subject};
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::Server;
use crate::stats::Samples;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::{Request, Response};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A caller that traces: every invocation has spans.
const TRACED: (&str, &str) =
    ("x-amzn-trace-id", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");
/// Requests of each signal, by the end of their paths.
const SIGNALS: [&str; 3] = ["/v1/traces", "/v1/metrics", "/v1/logs"];

/// What came.
#[derive(Default)]
struct Received {
    requests: [AtomicU64; 3],
    bytes: AtomicU64,
}

/// Traces, metrics and lines of each invocation go out meanwhile; the same invocation stands beside it.
pub(crate) async fn of_an_invocation(options: &Options, report: &mut Report) -> Result<()> {
    eprintln!("metrics: what export adds to an invocation …");
    let received = Arc::new(Received::default());
    let mut receiver = JoinSet::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| e.to_string())?;
    let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
    let counted = Arc::clone(&received);
    receiver.spawn(answer_all(listener, move |request| take(request, Arc::clone(&counted))));

    let directories = [tempfile::tempdir(), tempfile::tempdir()];
    let [alone, telling] = directories;
    let (alone, telling) = (alone.map_err(|e| e.to_string())?, telling.map_err(|e| e.to_string())?);
    let servers = [
        Server::start(&options.binary, alone.path())?,
        Server::start_as(&options.binary, telling.path(), &["--otlp-endpoint", &url])?,
    ];
    let Subject { runtime, handler, zip, .. } = custom::echoing()?;
    let settings = json!({ "TracingConfig": { "Mode": "Active" } });
    let mut clients = Vec::new();
    for server in &servers {
        let mut client = Client::of(server).await?;
        client.create_with("traced", (runtime, handler, &zip), &settings).await?;
        clients.push(client);
    }
    let event = Bytes::from_static(EVENT);
    let mut samples = [Samples::default(), Samples::default()];
    for round in 0..options.block * (options.blocks + 1) {
        for (client, samples) in clients.iter_mut().zip(&mut samples) {
            let took = client.invoke_with("traced", &[TRACED], &event).await?;
            if round >= options.block {
                samples.add(took);
            }
        }
    }
    drop(clients);
    // What waits is sent before the end.
    servers.into_iter().try_for_each(Server::stop)?;
    for (signal, requests) in SIGNALS.iter().zip(&received.requests) {
        if requests.load(Ordering::Relaxed) == 0 {
            return Err(format!("nothing came at {signal}: what was measured is no export"));
        }
    }
    eprintln!("metrics: {} bytes were exported", received.bytes.load(Ordering::Relaxed));
    let [alone, telling] = samples;
    let row = Row::latency("warm Invoke, rust, traced, all exported by OTLP", telling, "not exported", alone);
    report.push(row.target(Target::AtMostTimes(1.05)));
    Ok(())
}

/// Reads a request of OTLP/HTTP; an answer without a body says that all of it was taken.
async fn take(
    request: Request<Incoming>,
    received: Arc<Received>,
) -> std::result::Result<Response<Full<Bytes>>, hyper::Error> {
    let signal = SIGNALS.iter().position(|path| request.uri().path() == *path);
    let bytes = request.into_body().collect().await?.to_bytes().len();
    if let Some(requests) = signal.and_then(|signal| received.requests.get(signal)) {
        requests.fetch_add(1, Ordering::Relaxed);
        received.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }
    Ok(Response::new(Full::default()))
}
