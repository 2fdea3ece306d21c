//! Metrics: how fast points come in, what a year of them takes, and what logs, metrics and the meter add to an invocation.

use crate::Result;
use crate::client::{Client, FUNCTIONS};
use crate::custom;
use crate::export;
use crate::function::{EVENT, Subject};
use crate::options::Options;
use crate::report::{Figure, Report, Row, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use ::metrics::server::Registry;
use ::metrics::{
    Concurrency, Datum, Dimensions, FunctionMetrics, MetricId, Resolution, Statistics, Unit as MetricUnit,
};
use bytes::Bytes;
use domain::clock::SystemClock;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::{Amounts, MeterKey, Metered};
use domain::{AccountId, Clock, FunctionName, Qualifier, Region, Scope, Timestamp, Version};
use rusqlite::{Connection, params};
use serde_json::json;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{LogWriter, LogWriterLimits, METRICS_WRITTEN_EVERY, MetricStore, MetricWriter, RowKey, Sqlite};

/// Points of a request, and metrics that they are of.
const POINTS: usize = 1_000;
/// Functions whose day is kept, from which a year of a thousand is reckoned, and their sets of dimensions.
const FUNCTIONS_OF_A_DAY: usize = 10;
const SETS: f64 = 2.0;
/// Of each function.
const METRICS: f64 = 5.0;
/// How many days of a year are kept in which form (ADR 36), and an age in days that has it.
const DAYS: [(f64, i64, &str); 3] =
    [(15.0, 2, "by the minute"), (48.0, 20, "by five minutes"), (302.0, 100, "by the hour")];
const DAY_S: i64 = 86_400;
/// Invocations whose logs, metrics and use are taken in, at a pace that is a busy server's.
const TAKEN_IN: usize = 20_000;
const AT_ONCE: usize = 20;
const PAUSE: Duration = Duration::from_millis(4);

/// All of it.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    points(options, &mut client, report).await?;
    year(report).await?;
    observed(options, &mut client, report).await?;
    drop(client);
    server.stop()?;
    export::of_an_invocation(options, report).await
}

/// PutMetricData in both protocols that current clients use, beside SQLite with as many rows in as many transactions.
async fn points(options: &Options, client: &mut Client, report: &mut Report) -> Result<()> {
    eprintln!("metrics: points …");
    let directory = tempfile::tempdir().map_err(|e| e.to_string())?;
    let mut alone = Alone::open(&directory.path().join("alone.db"))?;
    let (json, cbor) = (as_json(), as_cbor());
    let target = "GraniteServiceVersion20100801";
    let of_json = [("x-amz-target", format!("{target}.PutMetricData"))];
    let of_cbor = [("smithy-protocol", "rpc-v2-cbor".to_owned())];
    let path = format!("/service/{target}/operation/PutMetricData");
    let mut rates = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..options.rounds {
        let (begun, mut done) = (Instant::now(), [0_u32; 3]);
        while begun.elapsed() < options.round {
            client.call("monitoring", ("/", "application/x-amz-json-1.0"), &of_json, json.clone()).await?;
            done[0] += 1;
        }
        rates[0].push(rate(done[0], begun));
        let begun = Instant::now();
        while begun.elapsed() < options.round {
            client.call("monitoring", (&path, "application/cbor"), &of_cbor, cbor.clone()).await?;
            done[1] += 1;
        }
        rates[1].push(rate(done[1], begun));
        let begun = Instant::now();
        while begun.elapsed() < options.round {
            alone.add()?;
            done[2] += 1;
        }
        rates[2].push(rate(done[2], begun));
    }
    let [json, cbor, alone] = rates;
    let beside = "SQLite alone: as many rows, as many transactions";
    for (name, rates) in [("PutMetricData, JSON", json), ("PutMetricData, CBOR", cbor)] {
        let row = Row::rate(&format!("{name}, {POINTS} points each"), "points", rates, beside, alone.clone());
        report.push(row.target(Target::AtLeastTimes(0.1)));
    }
    Ok(())
}

fn rate(requests: u32, begun: Instant) -> f64 {
    f64::from(requests) * POINTS as f64 / begun.elapsed().as_secs_f64()
}

fn as_json() -> Bytes {
    let datum = |n: usize| json!({ "MetricName": format!("m{n}"), "Value": n as f64 + 0.5, "Unit": "Count", "Dimensions": [{ "Name": "d", "Value": "v" }] });
    let data: Vec<_> = (0..POINTS).map(datum).collect();
    json!({ "Namespace": "bench", "MetricData": data }).to_string().into()
}

/// The same in CBOR.
fn as_cbor() -> Bytes {
    fn head(out: &mut Vec<u8>, major: u8, length: usize) {
        let major = major << 5;
        match u8::try_from(length) {
            Ok(short @ 0..24) => out.push(major | short),
            Ok(byte) => out.extend([major | 24, byte]),
            Err(_) => {
                out.push(major | 25);
                out.extend(u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes());
            }
        }
    }
    fn text(out: &mut Vec<u8>, text: &str) {
        head(out, 3, text.len());
        out.extend_from_slice(text.as_bytes());
    }
    let (map, list) = (5, 4);
    let mut out = Vec::new();
    head(&mut out, map, 2);
    ["Namespace", "bench", "MetricData"].into_iter().for_each(|part| text(&mut out, part));
    head(&mut out, list, POINTS);
    for n in 0..POINTS {
        head(&mut out, map, 4);
        ["MetricName", &format!("m{n}"), "Value"].into_iter().for_each(|part| text(&mut out, part));
        out.push(0xfb);
        out.extend_from_slice(&(n as f64 + 0.5).to_be_bytes());
        ["Unit", "Count", "Dimensions"].into_iter().for_each(|part| text(&mut out, part));
        head(&mut out, list, 1);
        head(&mut out, map, 2);
        ["Name", "d", "Value", "v"].into_iter().for_each(|part| text(&mut out, part));
    }
    out.into()
}

/// A table of sums by metric and minute, and nothing around it.
struct Alone {
    db: Connection,
    minute: i64,
}

impl Alone {
    fn open(path: &Path) -> Result<Self> {
        let failed = |e: rusqlite::Error| e.to_string();
        let db = Connection::open(path).map_err(failed)?;
        db.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        db.pragma_update(None, "synchronous", "normal").map_err(failed)?;
        db.execute_batch("CREATE TABLE point (metric INTEGER, minute INTEGER, data BLOB, PRIMARY KEY (metric, minute)) WITHOUT ROWID")
            .map_err(failed)?;
        Ok(Self { db, minute: 0 })
    }

    /// Adds to what each metric has, as PutMetricData does; another minute now and then.
    fn add(&mut self) -> Result<()> {
        let failed = |e: rusqlite::Error| e.to_string();
        self.minute += 1;
        let transaction = self.db.transaction().map_err(failed)?;
        {
            let mut read = transaction
                .prepare_cached("SELECT data FROM point WHERE metric = ? AND minute = ?")
                .map_err(failed)?;
            let sql = "INSERT INTO point VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data";
            let mut write = transaction.prepare_cached(sql).map_err(failed)?;
            for metric in 0..POINTS as i64 {
                let key = (metric, self.minute / 1_000);
                let mut rows = read.query(key).map_err(failed)?;
                let known = rows.next().map_err(failed)?.map(|row| row.get(0)).transpose().map_err(failed)?;
                drop(rows);
                let data: Vec<u8> = known.unwrap_or_else(|| vec![7; 40]);
                write.execute(params![key.0, key.1, data]).map_err(failed)?;
            }
        }
        transaction.commit().map_err(failed)
    }
}

/// What a year of a thousand functions takes that never rest, by days that are kept and made coarser as they age.
async fn year(report: &mut Report) -> Result<()> {
    eprintln!("metrics: a year …");
    let failed = |e: &dyn std::fmt::Display| format!("metrics of a day: {e}");
    let directory = tempfile::tempdir().map_err(|e| failed(&e))?;
    let store = Sqlite::open(directory.path(), &RowKey::new([0; 32])).map_err(|e| failed(&e))?;
    let path = directory.path().join("metrics.db");
    let empty = used(&path)?;
    let first = 20_000 * DAY_S;
    for minute in (first..first + DAY_S).step_by(60) {
        let data = (0..FUNCTIONS_OF_A_DAY).flat_map(|function| of_minute(function, minute)).collect();
        store.record(data).await.map_err(|e| failed(&e))?;
    }
    let mut year = 0.0;
    for (days, after, kept) in DAYS {
        let mut cursor = None;
        loop {
            let now = Timestamp((first + after * DAY_S) * 1_000);
            cursor = store.age_metrics(now, cursor, 1_000).await.map_err(|e| failed(&e))?;
            if cursor.is_none() {
                break;
            }
        }
        let of_day = (used(&path)? - empty) / FUNCTIONS_OF_A_DAY as f64;
        let each = Figure::one(of_day / METRICS / 24.0);
        report.push(Row::new(&format!("an hour of a metric, {kept}"), Unit::Count("bytes"), each));
        year += of_day * days;
    }
    let gigabytes = year * SETS * 1_000.0 / f64::from(1 << 30);
    let name = "metrics of 1,000 functions that never rest, a year, reckoned";
    report.push(Row::new(name, Unit::Count("GiB"), Figure::one(gigabytes)).target(Target::AtMost(5.0)));
    Ok(())
}

/// What a function has of each metric in a minute.
fn of_minute(function: usize, at: i64) -> Vec<Datum> {
    let runs = 10 + (at / 60 * 7_919 + function as i64) % 20;
    ["Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions"]
        .into_iter()
        .map(|name| {
            let mut values = Statistics::default();
            for run in 0..runs {
                let mixed = (at + run * 104_729 + function as i64 * 31)
                    .wrapping_mul(2_654_435_761)
                    .rem_euclid(10_000);
                values.add(
                    match name {
                        "Invocations" => 1.0,
                        "Duration" => 40.0 + mixed as f64 / 100.0,
                        "ConcurrentExecutions" => (1 + mixed % 4) as f64,
                        _ => 0.0,
                    },
                    1.0,
                );
            }
            let dimensions = Dimensions::new([("FunctionName".into(), format!("f-{function}").into())]);
            let (namespace, name) = ("AWS/Lambda".into(), name.into());
            let id = MetricId { scope: scope(), namespace, name, dimensions };
            Datum {
                id,
                unit: MetricUnit::COUNT,
                resolution: Resolution::Minute,
                at: Timestamp(at * 1_000),
                values,
            }
        })
        .collect()
}

fn scope() -> Scope {
    // Both are well-formed.
    Scope::new(
        AccountId::new("000000000000").unwrap_or_else(|_| unreachable!()),
        Region::new("us-east-1").unwrap_or_else(|_| unreachable!()),
    )
}

/// Bytes of the pages of a database that are in use.
fn used(path: &Path) -> Result<f64> {
    let db = Connection::open(path).map_err(|e| e.to_string())?;
    let sql = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
    let bytes: i64 = db.query_row(sql, [], |row| row.get(0)).map_err(|e| e.to_string())?;
    Ok(bytes as f64)
}

/// What being observed adds to a warm invocation: where there is a setting, with and without it; and all that is done for logs,
/// metrics and the meter, counted in this process.
async fn observed(options: &Options, client: &mut Client, report: &mut Report) -> Result<()> {
    eprintln!("metrics: what is added to an invocation …");
    let Subject { runtime, handler, zip, .. } = custom::echoing()?;
    let quiet = json!({ "LoggingConfig": { "LogFormat": "JSON", "SystemLogLevel": "WARN" } });
    let said = json!({ "LoggingConfig": { "LogFormat": "JSON", "SystemLogLevel": "INFO" } });
    let traced = json!({ "LoggingConfig": { "LogFormat": "JSON", "SystemLogLevel": "INFO" }, "TracingConfig": { "Mode": "Active" } });
    let all = [("quiet", quiet), ("said", said), ("traced", traced)];
    for (name, settings) in &all {
        client.create_with(name, (runtime, handler, &zip), settings).await?;
    }
    let event = Bytes::from_static(EVENT);
    let mut samples = [Samples::default(), Samples::default(), Samples::default()];
    for round in 0..options.block * (options.blocks + 1) {
        for ((name, _), samples) in all.iter().zip(&mut samples) {
            let took = client.invoke(name, &event).await?;
            if round >= options.block {
                samples.add(took);
            }
        }
    }
    let [quiet, said, traced] = samples;
    let bound = Target::AtMostTimes(1.05);
    let row = Row::latency(
        "warm Invoke, rust, with its lines in the log",
        said.clone(),
        "with none (SystemLogLevel WARN)",
        quiet,
    );
    report.push(row.target(bound));
    let row =
        Row::latency("warm Invoke, rust, with Active tracing", traced, "with PassThrough", said.clone());
    report.push(row.target(bound));
    let counted = counted().await?;
    let warm = Figure::p50(said);
    let row = Row::new(
        "logs, metrics and meter of an invocation, on its way",
        Unit::Ms,
        Figure::one(counted.on_its_way),
    );
    report.push(row.beside("warm Invoke, rust", warm.clone()).target(Target::AtMostTimes(0.05)));
    let row =
        Row::new("the same with all that is done later, processor time", Unit::Ms, Figure::one(counted.all));
    report.push(row.beside("warm Invoke, rust", warm));
    client.send(http::Method::DELETE, &format!("{FUNCTIONS}/quiet"), Bytes::new()).await?;
    Ok(())
}

/// Of one invocation, ms.
struct Counted {
    /// Until its caller goes on.
    on_its_way: f64,
    /// Of all threads.
    all: f64,
}

/// Takes in what many invocations have to say, as the worker and the dispatcher do, into a store on disk.
async fn counted() -> Result<Counted> {
    let failed = |e: &dyn std::fmt::Display| e.to_string();
    let directory = tempfile::tempdir().map_err(|e| failed(&e))?;
    let store = Arc::new(Sqlite::open(directory.path(), &RowKey::new([0; 32])).map_err(|e| failed(&e))?);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let logs = LogWriter::start(Arc::clone(&store) as _, Arc::clone(&clock), LogWriterLimits::default());
    let functions = Arc::new(FunctionMetrics::new(Arc::clone(&clock)));
    let writer =
        MetricWriter::start(store, Arc::clone(&functions), METRICS_WRITTEN_EVERY, &Registry::default());
    let stream = LogStreamName {
        scope: scope(),
        group: "/aws/lambda/f".into(),
        stream: "2026/01/01/[$LATEST]0".into(),
    };
    let arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
    let function = FunctionName::new("f").map_err(|e| failed(&e))?;
    let key = |day| MeterKey {
        scope: scope(),
        function: function.clone(),
        qualifier: Qualifier::Latest,
        architecture: "x86_64".into(),
        day,
    };
    let before = processor_time();
    let mut on_its_way = Duration::ZERO;
    for n in 0..TAKEN_IN {
        let begun = Instant::now();
        let now = clock.now();
        let (tale, running) = functions.begin(arn, Version::Latest, &Concurrency::default());
        let mut id = String::with_capacity(36);
        let _ = write!(id, "{n:08x}-0000-4000-8000-{n:012x}");
        let line = |message: String| LogEvent { timestamp: now, message };
        logs.append(&stream, vec![line(format!("START RequestId: {id} Version: $LATEST"))]);
        let amounts = Amounts { requests: 1, billed_ms: 1, memory_mb_ms: 1_769, ..Amounts::default() };
        let last = vec![
            line(format!("END RequestId: {id}")),
            line(format!(
                "REPORT RequestId: {id}\tDuration: 0.{:02} ms\tBilled Duration: 1 ms\tMemory Size: 1769 MB\tMax Memory Used: 4 MB\t",
                n % 90 + 10
            )),
        ];
        logs.append_metered(&stream, last, Metered { key: key(domain::meter::day(now)), amounts });
        tale.ended(Duration::from_micros(200), false);
        drop(running);
        on_its_way += begun.elapsed();
        if n % AT_ONCE == 0 {
            tokio::time::sleep(PAUSE).await;
        }
    }
    logs.flush().await;
    writer.flush().await;
    if logs.lost() > 0 {
        return Err(format!("{} lines were lost", logs.lost()));
    }
    let each = |time: Duration| time.as_secs_f64() * 1e3 / TAKEN_IN as f64;
    Ok(Counted { on_its_way: each(on_its_way), all: each(processor_time().saturating_sub(before)) })
}

/// Of this process so far.
fn processor_time() -> Duration {
    // SAFETY: an `rusage` is plain numbers, for which zeroes are a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: it is written to, and nothing else.
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &raw mut usage) };
    let of = |time: libc::timeval| {
        let micros = time.tv_sec.saturating_mul(1_000_000).saturating_add(time.tv_usec);
        Duration::from_micros(u64::try_from(micros).unwrap_or(0))
    };
    of(usage.ru_utime) + of(usage.ru_stime)
}
