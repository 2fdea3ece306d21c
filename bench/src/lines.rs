//! What a log costs, by the lines that are in it.

use crate::Result;
use crate::client::Client;
use crate::memory;
use crate::options::Options;
use crate::report::{Report, Series, Unit};
use crate::server::Server;
use crate::stats::Samples;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Lines that there are, ascending.
const STEPS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// The same where it is to be quick.
const FEW: usize = 10_000;
/// Lines of one request.
const BATCH: usize = 5_000;
/// Requests that are measured, each.
const TIMES: usize = 20;
const GROUP: &str = "/aws/lambda/lines";

/// Writes and reads of one log stream.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    client.logs("CreateLogGroup", &json!({ "logGroupName": GROUP })).await?;
    client.logs("CreateLogStream", &json!({ "logGroupName": GROUP, "logStreamName": "s" })).await?;
    let by = "log lines";
    let of = |what| Series::new(what, Unit::Ms, by);
    let mut series = [
        of("PutLogEvents of 100 lines"),
        of("GetLogEvents, the last 100"),
        of("FilterLogEvents, one line of them"),
        Series::new("server and keeper", Unit::MiB, by),
        Series::new("bytes in the database for each line", Unit::Count("bytes"), by),
    ];
    let most = if options.functions < 10_000 { FEW } else { usize::MAX };
    let mut there = 0;
    for count in STEPS.into_iter().filter(|count| *count <= most) {
        eprintln!("log: {count} lines …");
        while there < count {
            let more = BATCH.min(count - there);
            put(&mut client, there, more).await?;
            there += more;
        }
        let requests = [
            ("GetLogEvents", json!({ "logGroupName": GROUP, "logStreamName": "s", "limit": 100 })),
            ("FilterLogEvents", json!({ "logGroupName": GROUP, "filterPattern": "\"line-777-of\"" })),
        ];
        let mut samples = [Samples::default(), Samples::default(), Samples::default()];
        for _ in 0..TIMES {
            let begun = Instant::now();
            put(&mut client, there, 100).await?;
            there += 100;
            samples[0].add(begun.elapsed());
            for ((operation, request), samples) in requests.iter().zip(&mut samples[1..]) {
                let begun = Instant::now();
                client.logs(operation, request).await?;
                samples.add(begun.elapsed());
            }
        }
        for (series, samples) in series.iter_mut().zip(&samples) {
            series.add(count, samples.p50());
        }
        #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
        {
            series[3].add(count, memory::tree(server.pid()).server_kb as f64 / 1024.0);
            series[4].add(count, on_disk(data.path()) as f64 / there as f64);
        }
    }
    report.series.extend(series);
    drop(client);
    server.stop()
}

/// Bytes of the database of logs, and of what is written to it yet.
fn on_disk(data: &Path) -> u64 {
    let size = |name| std::fs::metadata(data.join(name)).map_or(0, |file| file.len());
    size("logs.db") + size("logs.db-wal")
}

async fn put(client: &mut Client, first: usize, count: usize) -> Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let now = u64::try_from(now).unwrap_or(u64::MAX);
    let line =
        |n| json!({ "timestamp": now, "message": format!("line-{n}-of the log, and some more words") });
    let lines: Vec<Value> = (first..first + count).map(line).collect();
    let request = json!({ "logGroupName": GROUP, "logStreamName": "s", "logEvents": lines });
    client.logs("PutLogEvents", &request).await.map(|_| ())
}
