//! What each feature adds to a warm invocation, one after the other with the same invocation without it.

use crate::Result;
use crate::client::{Client, FUNCTIONS, Headers};
use crate::function::{self, EVENT, Subject};
use crate::options::Options;
use crate::report::{Report, Row};
use crate::server::Server;
use crate::stats::Samples;
use aws_wire::sigv4::{Credentials, Secret};
use base64::Engine;
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

const PLAIN: &str = "plain";
const TRACE: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
/// Between two invocations: an idle environment is frozen after 20 ms.
const AWAKE: Duration = Duration::from_millis(8);
const FROZEN: Duration = Duration::from_millis(40);

/// A warm invocation with something more.
struct Variant {
    name: &'static str,
    /// The function, perhaps with a qualifier.
    function: &'static str,
    headers: Headers<'static>,
}

const VARIANTS: [Variant; 8] = [
    Variant { name: "the same again", function: PLAIN, headers: &[] },
    Variant { name: "LogType Tail", function: PLAIN, headers: &[("x-amz-log-type", "Tail")] },
    Variant { name: "a tracing header", function: PLAIN, headers: &[("x-amzn-trace-id", TRACE)] },
    Variant { name: "logs in JSON", function: "json", headers: &[] },
    Variant { name: "an extension that is told of it", function: "watched", headers: &[] },
    Variant { name: "a subscriber of telemetry", function: "told", headers: &[] },
    Variant { name: "reserved concurrency", function: "reserved", headers: &[] },
    Variant {
        name: "an alias with weights, two versions",
        function: "weighted?Qualifier=live",
        headers: &[],
    },
];

/// All of them.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = || tempfile::tempdir().map_err(|e| e.to_string());
    let (signed_data, dev_data) = (data()?, data()?);
    let signed = Server::start(&options.binary, signed_data.path())?;
    let mut client = Client::of(&signed).await?;
    eprintln!("features …");
    deploy(&mut client, &options.rust_function).await?;
    let beside = "warm Invoke without it, rust";
    for variant in &VARIANTS {
        let (mut with, mut without) = (Samples::default(), Samples::default());
        for pair in 0..pairs(options) {
            let event = Bytes::from_static(EVENT);
            let samples = [
                client.invoke_with(variant.function, variant.headers, &event).await?,
                client.invoke(PLAIN, &event).await?,
            ];
            if pair >= options.block {
                with.add(samples[0]);
                without.add(samples[1]);
            }
        }
        report.push(Row::latency(&format!("with {}", variant.name), with, beside, without));
    }
    report.push(thawed(options, &mut client).await?);
    report.push(signature(options, &mut client, dev_data.path()).await?);
    report.notes.push(
        "Features: each row's two invocations take turns. \"The same again\" says how much of a difference is none. Signatures are made in\n\
         both invocations of their row, and checked in one. Log lines, limits and the reading of memory have no switch.",
    );
    drop(client);
    signed.stop()
}

/// Of which the first block warms everything up.
fn pairs(options: &Options) -> usize {
    options.block * (options.blocks / 2 + 1)
}

async fn deploy(client: &mut Client, rust: &Path) -> Result<()> {
    let subject = function::rust(rust)?;
    let Subject { runtime, handler, zip, .. } = &subject;
    for name in [PLAIN, "reserved", "weighted"] {
        client.create(name, runtime, handler, zip).await?;
    }
    let logging = json!({ "LoggingConfig": { "LogFormat": "JSON" } });
    client.create_with("json", (runtime, handler, zip), &logging).await?;
    for (name, extension) in [("watched", "idle"), ("told", "telemetry")] {
        let layer = layer(client, extension).await?;
        client.create_with(name, (runtime, handler, zip), &json!({ "Layers": [layer] })).await?;
    }
    // Ten requests a second go with each.
    let limit = json!({ "ReservedConcurrentExecutions": 10_000 }).to_string();
    client.send(Method::PUT, "/2017-10-31/functions/reserved/concurrency", limit.into()).await?;
    for n in 0..2 {
        client.make_cold("weighted", n).await?;
        client
            .send(Method::POST, &format!("{FUNCTIONS}/weighted/versions"), Bytes::from_static(b"{}"))
            .await?;
    }
    let alias = json!({
        "Name": "live", "FunctionVersion": "1", "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.5 } },
    });
    client.send(Method::POST, &format!("{FUNCTIONS}/weighted/aliases"), alias.to_string().into()).await?;
    Ok(())
}

/// A layer with an extension: its ARN.
async fn layer(client: &mut Client, extension: &str) -> Result<Value> {
    let zip = base64::engine::general_purpose::STANDARD.encode(function::extension(extension)?);
    let body = json!({ "Content": { "ZipFile": zip } }).to_string();
    let target = format!("/2018-10-31/layers/{extension}/versions");
    let made = client.send(Method::POST, &target, body.into()).await?;
    let mut made: Value = serde_json::from_slice(&made).map_err(|e| e.to_string())?;
    Ok(made["LayerVersionArn"].take())
}

/// An environment that was frozen, beside one that was idle for a shorter time.
async fn thawed(options: &Options, client: &mut Client) -> Result<Row> {
    let event = Bytes::from_static(EVENT);
    let (mut frozen, mut awake) = (Samples::default(), Samples::default());
    for _ in 0..options.block {
        for (pause, samples) in [(FROZEN, &mut frozen), (AWAKE, &mut awake)] {
            tokio::time::sleep(pause).await;
            samples.add(client.invoke(PLAIN, &event).await?);
        }
    }
    Ok(Row::latency("with freezing and thawing (40 ms apart)", frozen, "8 ms apart: not frozen", awake))
}

/// A signature that is checked, beside one that nobody looks at.
async fn signature(options: &Options, client: &mut Client, data: &Path) -> Result<Row> {
    let dev = Server::start_dev(&options.binary, &data.join("data"), &data.join("log"))?;
    let unknown = Credentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret: Secret::new("nobody knows"),
        session_token: None,
    };
    let mut unchecked = Client::connect(dev.address, Some(unknown)).await?;
    let subject = function::rust(&options.rust_function)?;
    unchecked.create(PLAIN, subject.runtime, subject.handler, &subject.zip).await?;
    let event = Bytes::from_static(EVENT);
    let (mut with, mut without) = (Samples::default(), Samples::default());
    for pair in 0..pairs(options) {
        let samples = [client.invoke(PLAIN, &event).await?, unchecked.invoke(PLAIN, &event).await?];
        if pair >= options.block {
            with.add(samples[0]);
            without.add(samples[1]);
        }
    }
    drop(unchecked);
    dev.stop()?;
    Ok(Row::latency("with the signature checked", with, "warm Invoke with --dev, rust", without))
}
