//! Logs: how fast lines come in, what they take on disk, how long they are searched, and what writing them costs a function.

use crate::Result;
use crate::client::Client;
use crate::function::{self, Subject};
use crate::options::Options;
use crate::report::{Figure, Report, Row, Target, Unit};
use crate::server::{Place, Server};
use crate::stats::Samples;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const GROUP: &str = "/bench/logs";
/// Lines of one request: as many as may have a megabyte.
const BATCH: usize = 5_000;
/// Between two lines, ms.
const EVERY: usize = 40;
/// What is compressed as one piece, as the server does.
const PIECE: usize = 64 << 10;
/// One in so many lines tells of an error, and one in so many has a word that no other has.
const ERRORS: usize = 100;
const RARE: usize = 100_000;
/// Lines that a function writes in one invocation.
const WRITTEN: [usize; 4] = [0, 1, 10, 100];
/// Lines that were written are kept after this, or never.
const SETTLED: Duration = Duration::from_secs(5);
/// A query is asked for so often.
const POLL: Duration = Duration::from_millis(5);

/// Python: writes as many lines as it is asked for.
const WRITER: &str = "\
def handler(event, context):
    for n in range(event['lines']):
        print(f'{context.aws_request_id} INFO order {n} of {event[\"lines\"]} was taken, total 41.90, path=/orders/{n}')
    return event['lines']
";

/// A line as servers write them: some of it the same in all, some of it never again.
fn line(n: usize) -> String {
    let mixed = (n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d;
    let (status, level) = if n.is_multiple_of(ERRORS) { (500, "ERROR") } else { (200, "INFO") };
    let mut line = format!(
        "{mixed:016x} {level} request handled method=GET path=/orders/{} status={status} duration_ms={} user=u{}",
        mixed % 5_000,
        (mixed >> 20) % 900,
        (mixed >> 32) % 100_000,
    );
    if n % RARE == 777 {
        line.push_str(" word=needle");
    }
    line
}

/// All of it.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    eprintln!("logs: {} lines …", options.lines);
    let taken = fill(options, &server.place()).await?;
    let raw = data.path().join("raw.log");
    let packed = baseline(options.lines, &raw, &data.path().join("raw.deflate"))?;
    let beside = "the same lines deflated into a file, one thread";
    let row = Row::rate("PutLogEvents", "lines", vec![taken], beside, vec![packed.rate]);
    report.push(row.target(Target::AtLeastTimes(0.15)));
    let of_each = |bytes: u64| Figure::one(float(bytes) / options.lines.max(1) as f64);
    let row = Row::new("a line on disk", Unit::Count("bytes"), of_each(on_disk(data.path())));
    report.push(row.beside("of that file", of_each(packed.bytes)).target(Target::AtMostTimes(1.5)));
    report.push(Row::new("a line as it is sent", Unit::Count("bytes"), of_each(packed.raw)));
    searches(options, &server, &raw, report).await?;
    let mut client = Client::of(&server).await?;
    let Subject { runtime, handler, zip, .. } = function::python(WRITER)?;
    client.create("writer", runtime, handler, &zip).await?;
    written(options, &mut client, report).await?;
    flood(options, &server, &mut client, taken, report).await?;
    drop(client);
    server.stop()
}

/// Lines a second, over several connections.
async fn fill(options: &Options, place: &Place) -> Result<f64> {
    let mut client = Client::to(place).await?;
    client.logs("CreateLogGroup", &json!({ "logGroupName": GROUP })).await?;
    let connections = options.connections;
    for stream in 0..connections {
        let request = json!({ "logGroupName": GROUP, "logStreamName": stream.to_string() });
        client.logs("CreateLogStream", &request).await?;
    }
    let lines = options.lines;
    let first = now_ms().saturating_sub((lines * EVERY) as u64);
    let begun = Instant::now();
    let tasks: Vec<_> = (0..connections)
        .map(|stream| {
            let place = place.clone();
            tokio::spawn(async move {
                let mut client = Client::to(&place).await?;
                for batch in (stream * BATCH..lines).step_by(connections * BATCH) {
                    let request = request(stream, batch..(batch + BATCH).min(lines), first);
                    client.logs_as_text("PutLogEvents", request).await?;
                }
                Ok::<_, String>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.map_err(|e| e.to_string())??;
    }
    Ok(lines as f64 / begun.elapsed().as_secs_f64())
}

/// PutLogEvents as text: nothing in a line needs to be escaped.
fn request(stream: usize, lines: std::ops::Range<usize>, first: u64) -> Bytes {
    let mut text = format!("{{\"logGroupName\":\"{GROUP}\",\"logStreamName\":\"{stream}\",\"logEvents\":[");
    for n in lines.clone() {
        let comma = if n == lines.start { "" } else { "," };
        let at = first + (n * EVERY) as u64;
        // To a string nothing fails.
        let _ = write!(text, "{comma}{{\"timestamp\":{at},\"message\":\"{}\"}}", line(n));
    }
    text.push_str("]}");
    text.into()
}

/// What one thread does with the same lines.
struct Packed {
    rate: f64,
    bytes: u64,
    raw: u64,
}

/// Writes the lines as they are, and then, which is what is measured, deflated in pieces, until that is on disk.
fn baseline(lines: usize, raw: &Path, packed: &Path) -> Result<Packed> {
    let failed = |e: std::io::Error| e.to_string();
    let (mut all, mut file) =
        (BufWriter::new(File::create(raw).map_err(failed)?), File::create(packed).map_err(failed)?);
    let (mut found, mut piece) = (Packed { rate: 0.0, bytes: 0, raw: 0 }, Vec::with_capacity(2 * PIECE));
    let mut took = Duration::ZERO;
    for n in 0..lines {
        piece.extend_from_slice(line(n).as_bytes());
        piece.push(b'\n');
        if piece.len() >= PIECE || n + 1 == lines {
            all.write_all(&piece).map_err(failed)?;
            let begun = Instant::now();
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&piece).map_err(failed)?;
            let done = encoder.finish().map_err(failed)?;
            file.write_all(&done).map_err(failed)?;
            took += begun.elapsed();
            (found.bytes, found.raw) = (found.bytes + done.len() as u64, found.raw + piece.len() as u64);
            piece.clear();
        }
    }
    all.flush().map_err(failed)?;
    let begun = Instant::now();
    file.sync_all().map_err(failed)?;
    found.rate = lines as f64 / (took + begun.elapsed()).as_secs_f64();
    Ok(found)
}

/// Searches of all lines, beside `grep` over the file of them.
async fn searches(options: &Options, server: &Server, raw: &Path, report: &mut Report) -> Result<()> {
    let mut client = Client::of(server).await?;
    let stats = "stats count(*) as n, avg(ms), pct(ms, 99)";
    let parse = "parse @message \"duration_ms=* \" as ms";
    let (lines, times) = (options.lines, options.searches);
    let errors = lines.div_ceil(ERRORS);
    for (name, query, word, rows, bound) in [
        (
            "Insights: filter, parse and stats",
            format!("filter @message like \"status=500\" | {parse} | {stats}"),
            "status=500",
            errors,
            8.0,
        ),
        ("Insights: parse and stats of all lines", format!("{parse} | {stats}"), "duration_ms=", lines, 30.0),
    ] {
        eprintln!("logs: {name} …");
        let (mut asked, mut grepped) = (Samples::default(), Samples::default());
        for _ in 0..times {
            grepped.add(grep(word, raw, rows)?);
            asked.add(insights(&mut client, &query, rows).await?);
        }
        let row =
            Row::latency(&format!("{name}, {lines} lines"), asked, "grep -c over a file of them", grepped);
        report.push(row.target(Target::AtMostTimes(bound)));
    }
    eprintln!("logs: FilterLogEvents …");
    let needles = (0..lines).filter(|n| n % RARE == 777).count();
    let (mut asked, mut grepped) = (Samples::default(), Samples::default());
    for _ in 0..times {
        grepped.add(grep("word=needle", raw, needles)?);
        asked.add(filter(&mut client, needles).await?);
    }
    let name = format!("FilterLogEvents, {needles} of {lines} lines");
    let row = Row::latency(&name, asked, "grep -c over a file of them", grepped);
    report.push(row.target(Target::AtMostTimes(10.0)));
    Ok(())
}

/// How long `grep -c` takes to find so many lines.
fn grep(word: &str, raw: &Path, expected: usize) -> Result<Duration> {
    let begun = Instant::now();
    let done = Command::new("grep").args(["-c", "-F", word]).arg(raw).env("LC_ALL", "C").output();
    let (took, done) = (begun.elapsed(), done.map_err(|e| format!("grep: {e}"))?);
    let found = String::from_utf8_lossy(&done.stdout);
    if found.trim() == expected.to_string() { Ok(took) } else { Err(format!("grep found {found:?}")) }
}

/// How long a query takes whose first row is to say that there are so many lines.
async fn insights(client: &mut Client, query: &str, expected: usize) -> Result<Duration> {
    let end = now_ms() / 1_000 + 3_600;
    let request = json!({ "logGroupName": GROUP, "startTime": 0, "endTime": end, "queryString": query });
    let begun = Instant::now();
    let started = client.logs("StartQuery", &request).await?;
    let request = json!({ "queryId": started["queryId"] });
    loop {
        let found = client.logs("GetQueryResults", &request).await?;
        match found["status"].as_str() {
            Some("Complete") => {
                let took = begun.elapsed();
                let n =
                    found["results"][0].as_array().into_iter().flatten().find(|field| field["field"] == "n");
                let n = n.and_then(|field| field["value"].as_str()).unwrap_or_default();
                return match n == expected.to_string() {
                    true => Ok(took),
                    false => Err(format!("{query}: {n} lines instead of {expected}")),
                };
            }
            Some("Scheduled" | "Running") => tokio::time::sleep(POLL).await,
            _ => return Err(format!("{query}: {found}")),
        }
    }
}

/// How long it takes to be given all lines with the rare word, page by page.
async fn filter(client: &mut Client, expected: usize) -> Result<Duration> {
    let begun = Instant::now();
    let mut request = json!({ "logGroupName": GROUP, "filterPattern": "needle" });
    let mut found = 0;
    loop {
        let page = client.logs("FilterLogEvents", &request).await?;
        found += page["events"].as_array().map_or(0, Vec::len);
        match page.get("nextToken").filter(|token| !token.is_null()) {
            Some(token) => request["nextToken"] = token.clone(),
            None if found == expected => return Ok(begun.elapsed()),
            None => return Err(format!("{found} lines instead of {expected}")),
        }
    }
}

/// Warm invocations by how many lines each writes.
async fn written(options: &Options, client: &mut Client, report: &mut Report) -> Result<()> {
    eprintln!("logs: lines of a function …");
    let events = WRITTEN.map(|lines| Bytes::from(json!({ "lines": lines }).to_string()));
    let mut samples = WRITTEN.map(|_| Samples::default());
    for round in 0..options.block * (options.blocks / 2 + 1) {
        for (event, samples) in events.iter().zip(&mut samples) {
            let took = client.invoke("writer", event).await?;
            if round >= options.block {
                samples.add(took);
            }
        }
    }
    let [none, rest @ ..] = samples;
    for (lines, samples) in WRITTEN.into_iter().skip(1).zip(rest) {
        let name = format!("warm Invoke, python, that writes {lines} lines");
        report.push(Row::latency(&name, samples, "that writes none", none.clone()));
    }
    Ok(())
}

/// Functions that write as fast as they can, each 100 lines an invocation; and how much of that is kept.
async fn flood(
    options: &Options,
    server: &Server,
    client: &mut Client,
    put: f64,
    report: &mut Report,
) -> Result<()> {
    let before = stored(client).await?;
    let begun = Instant::now();
    let time = options.throughput;
    let tasks: Vec<_> = (0..options.connections)
        .map(|_| {
            let place = server.place();
            tokio::spawn(async move {
                let (mut client, mut invoked) = (Client::to(&place).await?, 0);
                let event = Bytes::from_static(b"{\"lines\":100}");
                while begun.elapsed() < time {
                    client.invoke("writer", &event).await?;
                    invoked += 1;
                }
                Ok::<_, String>(invoked)
            })
        })
        .collect();
    let mut invoked: usize = 0;
    for task in tasks {
        invoked += task.await.map_err(|e| e.to_string())??;
    }
    let (written, took) = (invoked * 100, begun.elapsed().as_secs_f64());
    // What was written last is on its way; what came faster than it could be kept never arrives, which the log says.
    let (mut kept, until) = (0, Instant::now() + SETTLED);
    while kept < written && Instant::now() < until {
        kept = stored(client).await?.saturating_sub(before);
        tokio::time::sleep(10 * POLL).await;
    }
    let kept_rate = vec![kept as f64 / took];
    report.push(Row::rate("lines of functions that are kept", "lines", kept_rate, "PutLogEvents", vec![put]));
    report.push(Row::rate(
        "lines that they write",
        "lines",
        vec![written as f64 / took],
        "PutLogEvents",
        vec![put],
    ));
    Ok(())
}

/// Lines of the function's own that are kept.
async fn stored(client: &mut Client) -> Result<usize> {
    let end = now_ms() / 1_000 + 3_600;
    let query = "filter @message like \"was taken\" | stats count(*) as n";
    let request =
        json!({ "logGroupName": "/aws/lambda/writer", "startTime": 0, "endTime": end, "queryString": query });
    let started = client.logs("StartQuery", &request).await?;
    loop {
        let found = client.logs("GetQueryResults", &json!({ "queryId": started["queryId"] })).await?;
        match found["status"].as_str() {
            Some("Complete") => {
                let n = found["results"][0][0]["value"].as_str().and_then(|n| n.parse().ok());
                return Ok(n.unwrap_or(0));
            }
            Some("Scheduled" | "Running") => tokio::time::sleep(POLL).await,
            _ => return Err(Value::to_string(&found)),
        }
    }
}

/// Bytes of the database of logs, and of what is written to it yet.
fn on_disk(data: &Path) -> u64 {
    let size = |name| std::fs::metadata(data.join(name)).map_or(0, |file| file.len());
    size("logs.db") + size("logs.db-wal")
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn float(number: u64) -> f64 {
    number as f64
}

fn now_ms() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    u64::try_from(now).unwrap_or(u64::MAX)
}
