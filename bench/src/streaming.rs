//! Responses that stream: their first byte, how fast they can be, and how fast they are by AWS's rate.

use crate::Result;
use crate::baseline;
use crate::client::Client;
use crate::function::{self, EVENT};
use crate::measure::{ECHO, echoing};
use crate::options::Options;
use crate::report::{Report, Row};
use crate::server::{Place, Server};
use crate::stats::Samples;
use bytes::Bytes;
use http::Method;
use serde_json::json;
use std::time::Duration;

const BLOCKS_PER_MIB: usize = 16;
/// What may go at any speed, and how much is sent beyond it, MiB.
const BURST: usize = 6;
const BEYOND: usize = 2;

/// Everything about them.
pub(crate) async fn all(options: &Options, report: &mut Report, echo: &Place) -> Result<()> {
    let data = || tempfile::tempdir().map_err(|e| e.to_string());
    let (paced_data, fast_data) = (data()?, data()?);
    let subject = function::streaming()?;
    let paced = Server::start(&options.binary, paced_data.path())?;
    let mut client = Client::of(&paced).await?;
    client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
    eprintln!("first streamed byte …");
    report.push(first_byte(options, &mut client, subject.name, echo).await?);

    eprintln!("streamed responses …");
    let fast = Server::start_as(&options.binary, fast_data.path(), &["--stream-rate", "unlimited"])?;
    let mut fast_client = Client::of(&fast).await?;
    fast_client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
    let (_bare, address) = baseline::start_node(&function::streaming_server())?;
    let mut bare_client = Client::connect(address, None).await?;
    let event = blocks(options.stream_mib);
    let target = format!("/{}", options.stream_mib * BLOCKS_PER_MIB);
    let (mut streamed, mut bare) = (Vec::new(), Vec::new());
    for round in 0..=options.rounds {
        let measured = rate(fast_client.stream(subject.name, &event).await?);
        let beside = rate(bare_client.received(Method::POST, &target, &Bytes::new()).await?);
        // The first round warms everything up.
        if round > 0 {
            streamed.push(measured);
            bare.push(beside);
        }
    }
    let name = format!("streamed, {} MiB, unlimited", options.stream_mib);
    report.push(Row::rate(&name, "MiB", streamed, "node, HTTP without Tenfold, MiB", bare));

    let mut beyond = Vec::new();
    for _ in 0..options.rounds.min(3) {
        let (_, took, _) = client.stream(subject.name, &blocks(BURST + BEYOND)).await?;
        beyond.push(per_second(BEYOND << 20, took));
    }
    report.push(Row::rate("streamed, beyond the first 6 MiB", "MiB", beyond, "as on AWS", vec![2.0]));
    drop((client, fast_client, bare_client));
    paced.stop()?;
    fast.stop()
}

fn blocks(mebibytes: usize) -> Bytes {
    json!({ "blocks": mebibytes * BLOCKS_PER_MIB }).to_string().into()
}

/// MiB a second.
fn rate((_, took, bytes): (Duration, Duration, usize)) -> f64 {
    per_second(bytes, took)
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred million")]
fn per_second(bytes: usize, took: Duration) -> f64 {
    bytes as f64 / f64::from(1 << 20) / took.as_secs_f64()
}

/// From the request to the first bytes of a response that streams, beside a whole answer of the echo.
async fn first_byte(options: &Options, client: &mut Client, name: &str, echo: &Place) -> Result<Row> {
    let event = Bytes::from_static(EVENT);
    let mut echo = Client::to(echo).await?;
    let (mut first, mut echoed) = (Samples::default(), Samples::default());
    for block in 0..=options.blocks {
        for _ in 0..options.block {
            let samples = [client.stream(name, &event).await?.0, echoing(&mut echo, &event).await?];
            // The first block warms everything up.
            if block > 0 {
                first.add(samples[0]);
                echoed.add(samples[1]);
            }
        }
    }
    Ok(Row::latency("first streamed byte, warm, nodejs", first, ECHO, echoed))
}
